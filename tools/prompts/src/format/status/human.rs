use unicode_width::UnicodeWidthStr;

use crate::format::status::{COLUMNS, cells};
use code_prompts_engine::project::{LocaleStatus, LocaleSummary};
use code_prompts_reader::visible::OneLine;

/// The number of cells of a bar.
const CELLS: usize = 20;

/// Prints a line for each locale.
pub(crate) fn print(locales: &[LocaleStatus]) -> String {
    let visible = |text: String| OneLine(text).to_string();
    let with_bar = |[locale, counts @ .., review]: [String; 7], bar: String| {
        let [percent, translated, stale, missing, unrecorded] = counts;
        [visible(locale), bar, percent, translated, stale, missing, unrecorded, visible(review)]
    };
    let mut rows = vec![with_bar(COLUMNS.map(str::to_owned), "progress".to_owned())];
    rows.extend(locales.iter().map(|locale| with_bar(cells(locale), bar(&locale.summary))));
    let widths: [usize; 8] =
        std::array::from_fn(|column| rows.iter().map(|row| row[column].width()).max().unwrap_or_default());

    let mut text = String::new();
    for row in &rows {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
            let padding = " ".repeat(width - cell.width());
            match column {
                0 | 1 | 7 => line += &format!("{cell}{padding}  "),
                _ => line += &format!("{padding}{cell}  "),
            }
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}

/// Draws how much is translated, and how much of that is stale. The bar is full only if nothing is missing or stale:
/// any stale message takes at least one cell of the translated ones.
fn bar(summary: &LocaleSummary) -> String {
    let cells = |messages: usize| (messages * CELLS).checked_div(summary.messages).unwrap_or(CELLS);
    let translated = cells(summary.translated);
    let fresh = cells(summary.translated - summary.stale).min(translated.saturating_sub(summary.stale.min(1)));
    "█".repeat(fresh) + &"▒".repeat(translated - fresh) + &"░".repeat(CELLS - translated)
}

#[cfg(test)]
mod tests {
    use super::*;
    use code_prompts_engine::project::{LocaleRole, Review, TermCounts};

    fn summary(messages: usize, translated: usize, stale: usize) -> LocaleSummary {
        LocaleSummary { locale: "ja-JP".to_owned(), messages, translated, missing: messages - translated, stale }
    }

    #[test]
    fn bar_is_full_only_without_missing_and_stale() {
        for (messages, translated, stale, expected) in [
            (33, 33, 0, "████████████████████"),
            (0, 0, 0, "████████████████████"),
            (1000, 999, 0, "███████████████████░"),
            (1000, 1000, 1, "███████████████████▒"),
            (1000, 999, 1, "██████████████████▒░"),
            (4, 3, 1, "██████████▒▒▒▒▒░░░░░"),
            (4, 4, 4, "▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒"),
            (100, 1, 1, "░░░░░░░░░░░░░░░░░░░░"),
            (7, 0, 0, "░░░░░░░░░░░░░░░░░░░░"),
        ] {
            assert_eq!(bar(&summary(messages, translated, stale)), expected, "{messages} {translated} {stale}");
        }
    }

    #[test]
    fn status_table_lines_up_wide_characters() {
        let status = |locale: &str, review: &str| LocaleStatus {
            role: LocaleRole::Translation,
            summary: LocaleSummary { locale: locale.to_owned(), ..summary(3, 2, 0) },
            unrecorded: 12,
            terms: TermCounts::default(),
            obsolete: 0,
            review: Some(Review::Reviewed(review.to_owned())),
            reviewed: 0,
            lapsed: 0,
        };
        let expected = "\
locale  progress              percent  translated  stale  missing  unrecorded  review
ja-JP   █████████████░░░░░░░     66.6         2/3      0        1          12  reviewed by 田中
日本    █████████████░░░░░░░     66.6         2/3      0        1          12  reviewed␛[2J
";
        assert_eq!(print(&[status("ja-JP", "reviewed by 田中"), status("日本", "reviewed\u{1B}[2J")]), expected);
    }
}
