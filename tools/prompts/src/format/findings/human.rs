use std::io::{self, Write};

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use rayon::prelude::*;
use unicode_width::UnicodeWidthStr;

use super::snippet::{PLACEHOLDER, Window, visible, window};
use super::statistics::{Count, LOCALE_COLUMNS, RULE_COLUMNS, by_rule, locale_cells};
use super::{COLUMNS, Shown, cells, totals};
use crate::report::Styling;
use code_prompts_engine::check::{Finding, Located, Outcome, Place, Severity};

/// The width for the renderer, which need not cut lines: the snippets are already cut.
const UNLIMITED: usize = 100_000;

/// How many findings are rendered in parallel, and then written.
const CHUNK: usize = 1000;

/// Prints a block for each of at most `max` findings, then a line for each locale, and how many errors and warnings
/// there are.
pub(crate) fn print(outcome: &Outcome, max: Option<usize>, styling: Styling, out: &mut dyn Write) -> io::Result<()> {
    let renderer = match styling {
        Styling::Plain => Renderer::plain(),
        Styling::Ansi => Renderer::styled(),
    };
    let renderer = renderer.term_width(UNLIMITED);
    let shown = Shown::of(outcome, max);
    for findings in shown.findings.chunks(CHUNK) {
        let blocks = findings.par_iter().map(|finding| block(outcome, finding, &renderer) + "\n\n");
        out.write_all(blocks.collect::<String>().as_bytes())?;
    }
    if let Some(note) = shown.note() {
        writeln!(out, "{note}\n")?;
    }
    let mut rows = vec![COLUMNS.map(str::to_owned)];
    rows.extend(outcome.locales.iter().map(cells));
    writeln!(out, "{}\n{}", table(rows), visible(&totals(outcome)))
}

/// Prints how many findings each rule and each locale has.
pub(crate) fn print_statistics(outcome: &Outcome, out: &mut dyn Write) -> io::Result<()> {
    let rules = by_rule(outcome);
    if !rules.is_empty() {
        let mut rows = vec![RULE_COLUMNS.map(str::to_owned)];
        rows.extend(rules.iter().map(Count::cells));
        writeln!(out, "{}", table(rows))?;
    }
    let mut rows = vec![LOCALE_COLUMNS.map(str::to_owned)];
    rows.extend(locale_cells(outcome));
    writeln!(out, "{}\n{}", table(rows), visible(&totals(outcome)))
}

fn block(outcome: &Outcome, finding: &Finding, renderer: &Renderer) -> String {
    let level = if finding.severity == Severity::Error { Level::ERROR } else { Level::WARNING };
    let title = level.primary_title(visible(&finding.message)).id(finding.rule.name());
    let mut block = FindingBlock { group: Group::with_title(title), headings: Vec::new() };
    block.show(outcome, &finding.place, AnnotationKind::Primary, None);
    if let Some((place, message)) = &finding.related {
        block.show(outcome, place, AnnotationKind::Context, Some(message));
    }
    if let Some(help) = &finding.help {
        block.group = block.group.element(Level::HELP.message(visible(help)));
    }
    let text = renderer.render(&[block.group]);
    block.headings.iter().fold(text, |text, (rendered, heading)| text.replacen(rendered, heading, 1))
}

struct FindingBlock<'a> {
    group: Group<'a>,
    /// The rendered heading of each snippet and its replacement: the renderer counts the column in the snippet, which
    /// may be only a part of its line.
    headings: Vec<(String, String)>,
}

impl FindingBlock<'_> {
    /// Adds a place, with its line if the file is in the tree or is `codes.toml`.
    fn show(&mut self, outcome: &Outcome, place: &Place, kind: AnnotationKind, label: Option<&str>) {
        let Located { file, line, column, .. } = outcome.locate(place);
        let (file, label) = (visible(&file), label.map(visible));
        let group = std::mem::replace(&mut self.group, Group::with_level(Level::NOTE));
        let Some((source, range)) = outcome.text_at(place) else {
            let group = group.element(Origin::path(file).line(line).char_column(column));
            self.group = match label {
                Some(label) => group.element(Level::NOTE.message(label)),
                None => group,
            };
            return;
        };
        let Window { text, range } = window(source, &range);
        let shown_column = text[..range.start].chars().count() + 1;
        let path = format!("{PLACEHOLDER}{}", self.headings.len());
        self.headings.push((format!("{path}:{line}:{shown_column}"), format!("{file}:{line}:{column}")));
        let annotation: Annotation<'_> = kind.span(range).label(label);
        self.group = group.element(Snippet::source(text).line_start(line).path(path).annotation(annotation));
    }
}

/// Aligns the cells of each column, the first to the left.
fn table<const N: usize>(mut rows: Vec<[String; N]>) -> String {
    rows.iter_mut().flat_map(|row| row.first_mut()).for_each(|name| *name = visible(name));
    let mut text = String::new();
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or_default();
    let widths: [usize; N] = std::array::from_fn(width);
    for row in &rows {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
            let padding = " ".repeat(width - cell.width());
            match column {
                0 => line += &format!("{cell}{padding}"),
                _ => line += &format!("  {padding}{cell}"),
            }
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::*;
    use code_prompts_engine::check::{Options, Rule, run};

    fn outcome() -> Outcome {
        let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cmd/check.in/locales");
        run(&Options { dir: dir.into(), ..Options::default() }).unwrap()
    }

    #[test]
    fn finding_at_any_place_is_shown_escaped() {
        let outcome = outcome();
        let length = outcome.text_at(&Place::Tree(0, 0..0)).unwrap().0.len();
        let path = |line, column| Place::Path("no\u{1B}[2J/such:1:1".into(), line, column);
        let tree = [(0, 0), (length, length), (length + 9, length + 99), (7, 3), (0, length), (length - 1, length + 1)];
        let places = tree.map(|(start, end)| Place::Tree(0, start..end)).into_iter().chain([path(0, 0), path(7, 3)]);
        for place in places {
            for related in [Place::Tree(1, 0..3), path(1, 1), place.clone()] {
                for renderer in [Renderer::plain(), Renderer::styled()] {
                    let finding = Finding::new(Rule::MissingMessage, place.clone(), "bad\u{1B}[2J\nworse")
                        .help("fix \u{9B}it")
                        .related(related.clone(), "\u{202E}first");
                    let text = block(&outcome, &finding, &renderer);
                    assert!(
                        !text.contains("\u{1B}[2J") && !text.contains(['\u{9B}', '\u{202E}', PLACEHOLDER]),
                        "{text}"
                    );
                    assert!(text.contains("bad␛[2J␊worse"), "{text}");
                    assert!(text.contains("fix \\u{9b}it"), "{text}");
                }
            }
        }
    }

    /// Renders a finding at a range of a file with this text.
    fn shown(text: &str, range: Range<usize>) -> String {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("en.ftl"), text).unwrap();
        let source = Some("en".to_owned());
        let outcome = run(&Options { dir: dir.path().to_owned(), source, ..Options::default() }).unwrap();
        let finding = Finding::new(Rule::MissingMessage, Place::Tree(0, range), "bad");
        block(&outcome, &finding, &Renderer::plain())
    }

    #[test]
    fn column_is_counted_in_the_file_line() {
        let text = format!("\u{FEFF}a\t\u{1B}座{}", "席".repeat(300));
        let column = |range| shown(&text, range).lines().nth(1).unwrap().rsplit_once(':').unwrap().1.to_owned();
        assert_eq!(column(6..9), "4");
        assert_eq!(column(9 + 600..9 + 603), "205");
    }

    #[test]
    fn finding_in_codes_toml_shows_its_line() {
        let outcome = outcome();
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cmd/check.in/locales/codes.toml");
        let shown = |line, column| {
            let finding = Finding::new(Rule::MissingMessage, Place::Path(path.into(), line, column), "bad");
            block(&outcome, &finding, &Renderer::plain()).replace(path, "codes.toml")
        };
        let expected = "\
error[missing-message]: bad
 --> codes.toml:6:8
  |
6 | 1005 = \"room-closed\"
  |        ^";
        assert_eq!(shown(6, 8), expected);
        for (line, column) in [(0, 0), (6, 999), (999, 1), (7, 22)] {
            assert!(shown(line, column).contains("codes.toml:"), "{line}:{column}");
        }
    }

    #[test]
    fn colours_depend_on_styling() {
        let is_coloured = |styling| {
            let mut printed = Vec::new();
            print(&outcome(), None, styling, &mut printed).unwrap();
            printed.contains(&0x1B)
        };
        assert!(!is_coloured(Styling::Plain));
        assert!(is_coloured(Styling::Ansi));
    }

    #[test]
    fn marker_lines_up_after_wide_characters() {
        let text = "座 ab غرفة cd\n";
        for (range, expected) in
            [(4..6, "1 | 座 ab غرفة cd\n  |    ^^"), (16..18, "1 | 座 ab غرفة cd\n  |            ^^")]
        {
            let shown = shown(text, range);
            assert!(shown.ends_with(expected), "{shown}");
        }
    }
}
