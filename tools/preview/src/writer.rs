//! The HTML of a row and its cells.

use std::borrow::Cow;

use code_prompts::CodeEntry;
use code_prompts_engine::check::{Finding, Severity};
use code_prompts_engine::project::{MessageReview, Piece, ReviewState};
use code_prompts_reader::visible::OneLine;
use maud::{Markup, html};
use similar::ChangeTag;

use crate::column::{Column, direction};
use crate::diff::parts;
use crate::row::{Cell, Row};
use crate::state::State;
use crate::texts::{ACTION, DESCRIPTION, Text, Variant};
use crate::words::{Language, Words};

/// Writes rows in a language of the interface.
pub(crate) struct Writer<'p> {
    words: Words,
    columns: &'p [Column],
    /// Whether the texts are in several files, so that each row names its own.
    has_files: bool,
    // The texts that most cells have.
    states: [String; State::ALL.len()],
    description: String,
    otherwise: String,
}

impl<'p> Writer<'p> {
    pub(crate) fn new(language: Language, columns: &'p [Column], has_files: bool) -> Self {
        let words = Words::of(language);
        let states = State::ALL.map(|state| words.get(state.name()));
        let (description, otherwise) = (words.get("description"), words.get("otherwise"));
        Self { words, columns, has_files, states, description, otherwise }
    }

    fn state(&self, state: State) -> &str {
        self.states.get(state as usize).map(String::as_str).unwrap_or_default()
    }

    pub(crate) fn row(&self, row: &Row<'_>) -> String {
        let html = html! {
            article id=(row.anchor) {
                header {
                    h2 { a href=(format!("#{}", row.anchor)) {
                        @if let Some(code) = row.code { (code.code().value()) } @else { (row.id) }
                    } }
                    @if let Some(code) = row.code {
                        p { code { (row.id) } }
                        (self.facts(code))
                    }
                    @if self.has_files { p.file { bdi { (OneLine(row.file)) } } }
                    @if !row.notes.is_empty() {
                        p.notes dir="auto" title=(self.words.get("notes")) { (shown(row.notes)) }
                    }
                }
                div.cells {
                    @for (index, (cell, column)) in row.cells.iter().zip(self.columns).enumerate() {
                        (self.cell(row, index, cell, column))
                    }
                }
            }
        };
        html.0
    }

    fn facts(&self, code: &CodeEntry) -> Markup {
        let words = &self.words;
        html! {
            @if let Some(action) = code.action() { p { (words.with("action", &[("action", action.into())])) } }
            @if let Some(category) = code.category() { p { (words.with("category", &[("category", category.into())])) } }
            @if let Some(is_retryable) = code.is_retryable() {
                p { (words.get(if is_retryable { "retryable" } else { "not-retryable" })) }
            }
            @if let Some(since) = code.since() { p { (words.with("since", &[("version", OneLine(since).to_string().into())])) } }
            @if let Some(help) = code.help() { p { a href=(help) rel="noreferrer" { (words.get("help")) } } }
        }
    }

    fn cell(&self, row: &Row<'_>, index: usize, cell: &Cell<'_>, column: &Column) -> Markup {
        let words = &self.words;
        let id = format!("{}:{}", row.anchor, column.tag);
        let findings = &cell.findings;
        let has_findings = if findings.is_empty() { "" } else { " findings" };
        let is_own = cell.answered_by == column.tag;
        let dir = if is_own { column.dir } else { direction(cell.answered_by) };
        html! {
            section id=(id) class={ "c l" (index) " " (cell.state.name()) (has_findings) } {
                h3 { a href={ "#" (id) } { (column.tag) } span.b { (self.state(cell.state)) } }
                @if cell.texts.is_empty() {
                    p.m { (words.get("nothing-shown")) }
                } @else if cell.is_unknown {
                    p.m { (words.get("shown-unknown")) }
                } @else if !is_own {
                    @let state = self.state(cell.state_there);
                    p.m { (words.with("shown-from", &[("locale", cell.answered_by.into()), ("state", state.into())])) }
                }
                @for text in &cell.texts { (self.text(row, text, cell.answered_by, dir)) }
                @for attribute in &cell.lacks {
                    p.m { (words.with("lacks", &[("attribute", format!(".{attribute}").into())])) }
                }
                @for (attribute, before, after) in &cell.changed { (self.changed(*attribute, before, after)) }
                (self.review(&cell.review))
                @if !findings.is_empty() {
                    ul.list { @for it in findings { li { (finding(it, words)) } } }
                }
            }
        }
    }

    fn text(&self, row: &Row<'_>, text: &Text, lang: &str, dir: &str) -> Markup {
        let label: Option<Cow<'_, str>> = match text.attribute.as_deref() {
            None | Some(ACTION) => None,
            Some(DESCRIPTION) => Some(self.description.as_str().into()),
            Some(name) => Some(format!(".{name}").into()),
        };
        let shown = |variant: &Variant| {
            html! {
                @if text.attribute.as_deref() == Some(ACTION) {
                    p { span.button lang=(lang) dir=(dir) { (pieces(variant)) } }
                } @else {
                    p lang=(lang) dir=(dir) { (pieces(variant)) }
                }
            }
        };
        let max_length = row.max_length.filter(|_| text.attribute.is_none());
        html! {
            @if let Some(label) = &label { p.k { (label) } }
            @if let [only] = text.variants.as_slice() {
                (shown(only))
            } @else {
                dl { @for variant in &text.variants { div { dt { (self.condition(variant)) } dd { (shown(variant)) } } } }
                @if text.left_out > 0 { p.m { (self.words.with("more-variants", &[("count", text.left_out.into())])) } }
            }
            @if let Some(max) = max_length { (self.length(text.length, max)) }
        }
    }

    fn condition(&self, variant: &Variant) -> Markup {
        html! {
            @for (index, condition) in variant.condition.iter().enumerate() {
                @if index > 0 { br; }
                @match &condition.key {
                    Some(key) => { code { "$" (condition.variable) " = " (key) } },
                    None => { code { "$" (condition.variable) } " " (self.otherwise) },
                }
                @if condition.is_ordinal { " " (self.words.get("ordinal")) }
            }
        }
    }

    fn length(&self, length: usize, max: usize) -> Markup {
        let text = self.words.with("length", &[("length", length.into()), ("max", max.into())]);
        html! { p.m.over[length > max] { (text) } }
    }

    fn changed(&self, attribute: Option<&str>, before: &str, after: &str) -> Markup {
        let about = match attribute {
            None => self.words.get("changed"),
            Some(name) => self.words.with("changed-part", &[("attribute", format!(".{name}").into())]),
        };
        let source = self.columns.first().map(|column| column.tag.as_str()).unwrap_or_default();
        let parts = parts(before, after);
        let side = |own: ChangeTag| {
            html! {
                @for (tag, part) in &parts {
                    @match tag {
                        ChangeTag::Equal => { (shown(part)) },
                        ChangeTag::Delete if own == *tag => { del { (shown(part)) } },
                        ChangeTag::Insert if own == *tag => { ins { (shown(part)) } },
                        _ => {},
                    }
                }
            }
        };
        html! {
            p.m { (about) }
            dl.changed {
                div { dt { (self.words.get("was")) } dd lang=(source) dir="auto" { (side(ChangeTag::Delete)) } }
                div { dt { (self.words.get("is")) } dd lang=(source) dir="auto" { (side(ChangeTag::Insert)) } }
            }
        }
    }

    fn review(&self, review: &ReviewState) -> Markup {
        let line = |id, review: &MessageReview| {
            // Isolated, since a name may be in another direction.
            let name = format!("\u{2068}{}\u{2069}", OneLine(&review.by));
            let args = [("name", name.into()), ("date", review.on.to_string().into())];
            html! { p.m { (self.words.with(id, &args)) } }
        };
        match review {
            ReviewState::Open => html! {},
            ReviewState::Reviewed(review) => line("reviewed-by", review),
            ReviewState::Lapsed(review) => line("reviewed-before", review),
        }
    }
}

/// Returns the words of a text, and its variables.
fn pieces(variant: &Variant) -> Markup {
    html! {
        @for piece in &variant.pieces {
            @match piece {
                Piece::Text(text) => { (shown(text)) },
                Piece::Argument { name, call } => {
                    var dir="ltr" { @match call { Some(call) => { (OneLine(call)) }, None => { "$" (name) } } }
                },
            }
        }
    }
}

pub(crate) fn finding(finding: &Finding, words: &Words) -> Markup {
    let (class, severity) = match finding.severity {
        Severity::Error => ("error", words.get("error")),
        Severity::Warning | Severity::Allow => ("warning", words.get("warning")),
    };
    html! {
        span class=(class) { (severity) } " " code { (finding.rule.name()) } " "
        bdi lang="en" { (OneLine(&finding.message)) }
        @if let Some(help) = &finding.help { " " bdi.help lang="en" { (OneLine(help)) } }
    }
}

/// Returns a text with pictures in place of the control characters that HTML can't hold.
fn shown(text: &str) -> Cow<'_, str> {
    let is_held = |character: char| !character.is_control() || matches!(character, '\n' | '\t');
    if text.chars().all(is_held) {
        return text.into();
    }
    let picture = |character: char| match u32::from(character) {
        _ if is_held(character) => character,
        number @ 0..=0x1F => char::from_u32(0x2400 + number).unwrap_or_default(),
        _ => char::REPLACEMENT_CHARACTER,
    };
    text.chars().map(picture).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_pictures() {
        assert_eq!(shown("a\nb\tc\u{202E}"), "a\nb\tc\u{202E}");
        assert_eq!(shown("\0\u{1B}\r\u{7F}\u{9B}"), "␀␛␍\u{FFFD}\u{FFFD}");
    }
}
