//! The page: its head, the overview of the locales, the controls and the rows.

use code_prompts_engine::check::{Finding, Outcome};
use code_prompts_reader::visible::OneLine;
use fluent_bundle::FluentValue;
use maud::{Markup, PreEscaped, html};

use crate::finding::Findings;
use crate::policy::policy;
use crate::rows::Rows;
use crate::state::State;
use crate::words::{Language, Words};
use crate::writer::finding;

/// The first bytes of every page, by which it is told from other files.
pub(crate) const MARK: &str = "<!DOCTYPE html><!-- Written by prompts preview. -->";

const STYLE: &str = include_str!("../assets/page.css");
const SCRIPT: &str = include_str!("../assets/page.js");

/// What the page shows.
pub(crate) struct Page<'o> {
    outcome: &'o Outcome,
    rows: &'o Rows,
    findings: Findings<'o>,
}

impl<'o> Page<'o> {
    pub(crate) fn new(outcome: &'o Outcome, rows: &'o Rows) -> Self {
        Self { outcome, rows, findings: Findings::of(&outcome.findings, &rows.columns, &rows.ids) }
    }

    pub(crate) fn html(&self, language: Language) -> String {
        let words = Words::of(language);
        let title = words.with("title", &[("folder", OneLine(self.outcome.folder()).to_string().into())]);
        let head = html! {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(policy(STYLE, SCRIPT));
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="referrer" content="no-referrer";
            title { (title) }
            style { (PreEscaped(STYLE)) }
        };
        let mut page = format!("{MARK}\n<html lang=\"{}\" dir=\"ltr\"><head>{}</head><body>", language.tag(), head.0);
        page += &self.top(&words, language, &title).0;
        page += "<main id=\"_texts\" tabindex=\"-1\">";
        page.reserve(self.rows.html.iter().map(|row| language.of(row).len()).sum());
        for row in &self.rows.html {
            page += language.of(row).as_str();
        }
        page += &html! { p #_nothing hidden { (words.get("nothing")) } }.0;
        page += "</main>";
        page += &self.bottom(&words).0;
        page += &html! { script { (PreEscaped(SCRIPT)) } }.0;
        page + "</body></html>\n"
    }

    fn top(&self, words: &Words, language: Language, title: &str) -> Markup {
        let source = self.rows.columns.first().map(|column| column.tag.as_str()).unwrap_or_default();
        let summary = [
            ("messages", FluentValue::from(self.rows.count)),
            ("locales", FluentValue::from(self.rows.columns.len())),
            ("source", FluentValue::from(source)),
        ];
        html! {
            a.skip href="#_texts" { (words.get("skip")) }
            header.top {
                div {
                    h1 { bdi { (title) } }
                    p { (words.with("summary", &summary)) }
                }
                nav {
                    @for other in Language::ALL.into_iter().filter(|other| *other != language) {
                        a href=(other.file()) lang=(other.tag()) hreflang=(other.tag()) { (other.name()) }
                    }
                }
            }
            (self.controls(words))
            (self.overview(words))
        }
    }

    fn overview(&self, words: &Words) -> Markup {
        html! {
            section aria-label=(words.get("overview")) {
                details #_overview open {
                    summary { h2 { (words.get("overview")) } }
                    div.scroll tabindex="0" role="group" aria-label=(words.get("overview")) {
                        table {
                            thead {
                                tr {
                                    th scope="col" { (words.get("language")) }
                                    @for state in State::ALL {
                                        th scope="col" { (words.get(state.name())) }
                                    }
                                    th scope="col" { (words.get("findings")) }
                                }
                            }
                            tbody {
                                @for column in &self.rows.columns {
                                    tr {
                                        th scope="row" data-l=(column.tag) { (column.tag) }
                                        @for state in State::ALL {
                                            (count(column.count(state), state.name()))
                                        }
                                        (count(column.findings, "findings"))
                                    }
                                }
                            }
                            tfoot {
                                tr {
                                    th scope="row" { (words.get("all-languages")) }
                                    @for state in State::ALL {
                                        @let all = self.rows.columns.iter().map(|column| column.count(state)).sum();
                                        (count(all, state.name()))
                                    }
                                    @let all = self.rows.columns.iter().map(|column| column.findings).sum();
                                    (count(all, "findings"))
                                }
                            }
                        }
                    }
                    dl.legend {
                        @for state in State::ALL {
                            div.(state.name()) { dt { (words.get(state.name())) } dd { (words.get(&format!("{}-means", state.name()))) } }
                        }
                    }
                }
            }
        }
    }

    fn controls(&self, words: &Words) -> Markup {
        html! {
            form #_controls role="search" {
                label.js hidden {
                    span { (words.get("search")) }
                    input #_q type="search" placeholder=(words.get("search-hint")) autocomplete="off" spellcheck="false";
                }
                label.js hidden {
                    span { (words.get("show")) }
                    select #_s autocomplete="off" {
                        option value="" { (words.get("show-all")) }
                        @for state in State::ALL.into_iter().filter(|state| *state != State::Source) {
                            option value=(state.name()) { (words.get(state.name())) }
                        }
                        option value="findings" { (words.get("with-findings")) }
                    }
                }
                details #_pick.js hidden {
                    summary { (words.get("languages")) " " span #_chosen { (self.rows.columns.len()) } }
                    fieldset {
                        legend.unseen { (words.get("languages")) }
                        p {
                            button #_all type="button" { (words.get("all")) }
                            " "
                            button #_none type="button" { (words.get("none")) }
                        }
                        @for (index, column) in self.rows.columns.iter().enumerate() {
                            label {
                                input id=(format!("_l{index}")) type="checkbox" value=(column.tag) checked autocomplete="off";
                                " " span data-l=(column.tag) { (column.tag) }
                            }
                        }
                    }
                }
                output #_shown.js hidden role="status" data-text=(words.with("shown", &[
                    ("shown", "{shown}".into()),
                    ("all", "{all}".into()),
                    ("texts", "{texts}".into()),
                ])) {}
            }
        }
    }

    fn bottom(&self, words: &Words) -> Markup {
        let place = |it: &Finding| {
            let at = self.outcome.locate(&it.place);
            format!("{}:{}:{}", OneLine(&at.file), at.line, at.column)
        };
        html! {
            footer {
                @if !self.findings.others.is_empty() {
                    section {
                        h2 { (words.get("other-findings")) }
                        ul.list {
                            @for it in &self.findings.others {
                                li { code { bdi { (place(it)) } } " " (finding(it, words)) }
                            }
                        }
                    }
                }
                @if !self.rows.retired.is_empty() {
                    section {
                        h2 { (words.get("retired")) }
                        ul {
                            @for (number, id) in &self.rows.retired {
                                li id=(number) { (number) " " code { (id) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Returns a cell of the overview. The script makes a link of it.
fn count(count: usize, name: &str) -> Markup {
    html! {
        @if count == 0 { td.zero { "0" } } @else { td data-s=(name) { (count) } }
    }
}
