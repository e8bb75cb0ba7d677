//! The numbers and URLs in a text, in any script and with any separators.

use super::numerals::{MAX_LENGTH, Number, digit, han_number, is_unit, number};

/// A number or a URL.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Figure<'a> {
    /// The number in ASCII digits without grouping, or the URL.
    pub(crate) text: String,
    /// The number multiplied by the word after it, such as “million”.
    scaled: Option<String>,
    /// Its slice of the file.
    pub(crate) at: &'a str,
    pub(crate) is_url: bool,
    /// Whether other languages may write it in words, as another unit or as a part of a price: 10, 100, 30 days.
    pub(crate) may_be_words: bool,
}

impl<'a> Figure<'a> {
    fn url(text: &str, at: &'a str) -> Self {
        Self { text: text.to_owned(), scaled: None, at, is_url: true, may_be_words: false }
    }

    fn number(text: String, scaled: Option<String>, at: &'a str) -> Self {
        Self { text, scaled, at, is_url: false, may_be_words: false }
    }

    /// Returns whether two figures have the same value, such as “10 mil” and 10,000.
    pub(crate) fn is_same(&self, other: &Figure<'_>) -> bool {
        let scaled = |one: &Figure<'_>, other: &Figure<'_>| one.scaled.as_ref().is_some_and(|text| *text == other.text);
        self.text == other.text
            || scaled(self, other)
            || scaled(other, self)
            || self.scaled.is_some() && self.scaled == other.scaled
            || self.is_year_of(other)
            || other.is_year_of(self)
    }

    /// Returns whether it is a year, and the other one the same year of the Buddhist or the Persian calendar.
    fn is_year_of(&self, other: &Figure<'_>) -> bool {
        let year = |figure: &Figure<'_>| figure.text.parse::<i32>().ok().filter(|_| !figure.is_url);
        let (Some(year), Some(other)) = (year(self), year(other)) else { return false };
        (1900..2100).contains(&year) && matches!(other - year, 543 | -621 | -622)
    }

    /// Returns whether the host of a URL begins with the language of a locale, such as `fr.wikipedia.org`.
    pub(crate) fn is_in_language_of(&self, locale: &str) -> bool {
        let language = locale.split(['-', '_']).next().unwrap_or(locale);
        self.host().and_then(|host| host.split_once('.')).is_some_and(|(first, _)| first.eq_ignore_ascii_case(language))
    }

    /// Returns the host of a URL.
    pub(crate) fn host(&self) -> Option<&str> {
        self.text.split_once("://")?.1.split('/').next().filter(|_| self.is_url)
    }

    /// Removes languages from a URL: each language may have its own page. To compare two URLs, the languages of both
    /// must be removed from both.
    pub(crate) fn remove_locales(&mut self, locales: [&str; 2]) {
        if self.is_url {
            let is_locale = |part: &str| {
                let part = part.replace('_', "-");
                locales.into_iter().any(|locale| {
                    let language = locale.split('-').next().unwrap_or(locale);
                    part.eq_ignore_ascii_case(locale) || part.eq_ignore_ascii_case(language)
                })
            };
            let parts = self
                .text
                .split_inclusive(['/', '.', '?', '=', '&'])
                .filter(|part| !is_locale(part.trim_end_matches(['/', '.', '?', '=', '&'])));
            self.text = parts.collect::<String>().trim_end_matches('/').to_owned();
        }
    }
}

/// The text whose figures are collected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// The source: only figures that every translation must have. Small numbers, which are often words, figures with a
    /// format that depends on the language, and those in referenced messages are left out.
    Source,
    /// A translation: all figures in any form, including those in referenced messages.
    Translation,
}

/// Finds the figures of a text. `at` is the text as written, which differs where there are escapes.
pub(crate) fn scan<'a>(text: &str, at: &'a str, side: Side, found: &mut Vec<Figure<'a>>) {
    let slice = |start: usize, end: usize| if text.len() == at.len() { at.get(start..end).unwrap_or(at) } else { at };
    let mut start = 0;
    let mut is_in_tag = false;
    while let Some(rest) = text.get(start..).filter(|rest| !rest.is_empty()) {
        let length = if rest.starts_with("http://") || rest.starts_with("https://") {
            let url = rest.split(|character: char| !is_of_url(character)).next().unwrap_or_default();
            let url = url.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'']);
            found.push(Figure::url(url, slice(start, start + url.len())));
            url.len()
        } else if let Some(length) = date_or_time(rest) {
            // A month in words may be a number in another language, so each part of a date is a figure.
            if side == Side::Translation {
                let parts = rest.get(..length).unwrap_or_default().split(|next| digit(next).is_none());
                found.extend(parts.filter_map(number).map(|part| Figure::number(part.text, None, at)));
            }
            length
        } else if let Some((text, length)) = han_number(rest).filter(|_| side == Side::Translation) {
            found.push(Figure::number(text, None, at));
            length
        } else if let Some(number) = number(rest) {
            let (before, after) = text.split_at_checked(start).unwrap_or_default();
            let after = after.get(number.length..).unwrap_or_default();
            if side == Side::Translation || !is_in_tag && is_universal(&number, before, after) {
                let may_be_words = may_be_words(&number, after) || is_alternative(before, after);
                let at = slice(start, start + number.length);
                found.push(Figure { may_be_words, ..Figure::number(number.text, number.scaled, at) });
            }
            number.length
        } else {
            is_in_tag = match rest.as_bytes() {
                [b'<', next, ..] if next.is_ascii_alphabetic() => true,
                [b'>', ..] => false,
                _ => is_in_tag,
            };
            rest.chars().next().map_or(1, char::len_utf8)
        };
        start += length.max(1);
    }
}

/// Returns whether every language writes a number of the source in digits.
fn is_universal(number: &Number, before: &str, after: &str) -> bool {
    // Small numbers are often words, and so are factors: “10x” may be “zehnmal”.
    let is_factor = after.strip_prefix(['x', '×']).is_some_and(|after| !after.starts_with(char::is_alphanumeric));
    // The minutes of a full hour, “{ $hour }:00”.
    let is_nothing = number.text.chars().all(|digit| digit == '0');
    // The end of a name, such as CRC32.
    let is_name = before.chars().rev().take_while(char::is_ascii_alphabetic).count() > 1;
    // Twelve months are a year, and “the 2000s” a decade.
    let follows = after.trim_start_matches([' ', '-', '\u{A0}']);
    let is_year = number.text == "12" && ["month", "个月", "個月"].iter().any(|month| follows.starts_with(month));
    // 270° in one direction are 90° in the other.
    let is_angle =
        matches!(number.text.as_str(), "90" | "270") && (follows.starts_with('°') || follows.starts_with("degree"));
    let is_decade = after.strip_prefix('s').is_some_and(|after| !after.starts_with(char::is_alphanumeric));
    (number.digits > 1 || is_dimension(before, after))
        && !(is_factor || is_nothing || is_name || is_year || is_angle || is_decade)
        && !is_unit(after)
}

/// Returns whether a number is one of the two in a size such as 8x8.
fn is_dimension(before: &str, after: &str) -> bool {
    const TIMES: [char; 2] = ['x', '×'];
    let is_digit = |c: char| c.is_ascii_digit();
    after.strip_prefix(TIMES).is_some_and(|after| after.starts_with(is_digit))
        || before.strip_suffix(TIMES).is_some_and(|before| before.ends_with(is_digit))
}

/// Returns whether languages may write a number in words, or in another unit: 14 days are two weeks.
fn may_be_words(number: &Number, after: &str) -> bool {
    const UNITS: [&str; 16] = [
        "second", "minute", "hour", "day", "week", "month", "year", "秒", "分钟", "小时", "天", "日", "周", "个月",
        "年", "%",
    ];
    let follows = after.trim_start_matches([' ', '-', '\u{A0}']);
    let digits = number.text.trim_end_matches('0');
    let is_round = number.digits > digits.len() && digits.len() == 1;
    let is_ordinal = ["st", "nd", "rd", "th"].iter().any(|end| after.starts_with(end));
    // The status “404” is “page not found”.
    is_round
        || is_ordinal
        || number.text == "404"
        || number.text.len() <= 2 && number.text.as_str() <= "12"
        || UNITS.iter().any(|unit| follows.starts_with(unit))
}

/// Returns whether a number is one of two that a text offers, as in “32-bit or 64-bit”: a translation may ask “which one?”.
fn is_alternative(before: &str, after: &str) -> bool {
    const NEAR: usize = 2;
    let has_digit = |word: &&str| word.starts_with(|c| digit(c).is_some());
    let is_after = |words: &mut dyn Iterator<Item = &str>| {
        let words: Vec<&str> = words.take(NEAR + 2).collect();
        let or = words.iter().position(|word| matches!(*word, "or" | "或"));
        or.is_some_and(|or| or <= NEAR && words.iter().any(has_digit))
    };
    is_after(&mut after.split_whitespace()) || is_after(&mut before.split_whitespace().rev())
}

/// Returns the length of a date or time, such as `12/31/2024`, `2024-12-31`, `31.12.2024` or `10:30`. Their format
/// depends on the language.
fn date_or_time(text: &str) -> Option<usize> {
    const SEPARATORS: [char; 5] = ['/', ':', '-', '：', '.'];
    text.chars().next().and_then(digit)?;
    let is_part = |character: &char| digit(*character).is_some() || SEPARATORS.contains(character);
    let length: usize = text.chars().take(MAX_LENGTH).take_while(is_part).map(char::len_utf8).sum();
    let run = text.get(..length)?.trim_end_matches(SEPARATORS);
    let is_dotted = || {
        let lengths: Vec<usize> =
            run.split('.').map(|part| part.chars().filter(|c| digit(*c).is_some()).count()).collect();
        matches!(lengths.as_slice(), [1..=2, 1..=2, 4] | [4, 1..=2, 1..=2])
    };
    let is_either = match run.contains('.') {
        true => is_dotted(),
        false => run.contains(['/', ':', '：']) || run.matches('-').count() == 2,
    };
    is_either.then_some(run.len())
}

fn is_of_url(character: char) -> bool {
    character.is_ascii_graphic() && !matches!(character, '"' | '<' | '>' | '`' | '{' | '}' | '\\' | '^' | '|')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str, side: Side) -> Vec<String> {
        let mut found = Vec::new();
        scan(text, text, side, &mut found);
        found.into_iter().map(|figure| figure.text).collect()
    }

    #[test]
    fn figures_of_source_are_universal() {
        for (text, expected) in [
            ("7 位成员", &[][..]),
            ("最多 100 人，１０００ 次", &["100", "1000"]),
            ("1,000 and 1 000 000 and 1.000,50", &["1000", "1000000", "1000.50"]),
            ("24 ٢٤ २४", &["24", "24", "24"]),
            ("10月 10万 12 月", &["12"]),
            ("见https://example.com/a?b=12。", &["https://example.com/a?b=12"]),
            ("(see http://example.com/).", &["http://example.com/"]),
            ("10, 20, and 10.", &["10", "20", "10"]),
            ("31.12.2024, 2024-12-31, 12/31/2024, 10:30", &[]),
            ("3.11 and 10.2.30", &["3.11", "10.2.30"]),
            ("10x as many, 10×10", &["10", "10"]),
            ("CRC32, v12 and H264", &["12", "264"]),
            (":00~:00", &[]),
            ("the last 12 months, a 12-month plan, the 1990s and the ‘90s", &[]),
            ("8x8, 4×4 and 2x", &["8", "8", "4", "4"]),
            ("<a data-name=\"page-10\">20</a> < 30", &["20", "30"]),
        ] {
            assert_eq!(texts(text, Side::Source), expected, "{text}");
        }
    }

    #[test]
    fn figures_of_translation_have_any_form() {
        for (text, expected) in [
            ("一億次，10万", &["100000000", "100000"][..]),
            ("23.11.2026", &["23", "11", "2026"]),
            ("CRC32", &["32"]),
            ("7", &["7"]),
        ] {
            assert_eq!(texts(text, Side::Translation), expected, "{text}");
        }
    }

    #[test]
    fn figures_that_may_be_words_are_known() {
        let mut found = Vec::new();
        scan("10, 12, 13, 20, 25, 100, 1000, 1234, 14 days, a 30-day trial, 25%, 15th", "", Side::Source, &mut found);
        let words = found.iter().filter(|figure| figure.may_be_words).map(|figure| figure.text.as_str());
        assert_eq!(words.collect::<Vec<_>>(), ["10", "12", "20", "100", "1000", "14", "30", "25", "15"]);
    }

    #[test]
    fn figure_is_same_year_in_other_calendar() {
        let year = |text: &str| Figure::number(text.to_owned(), None, "");
        for (other, expected) in [("2560", true), ("1396", true), ("2018", false), ("543", false)] {
            assert_eq!(year("2017").is_same(&year(other)), expected, "{other}");
            assert_eq!(year(other).is_same(&year("2017")), expected, "{other}");
        }
    }

    #[test]
    fn figures_remove_language_from_url() {
        for (url, expected) in [
            ("https://example.com/zh-CN/help/", "https://example.com/help"),
            ("https://en.example.com/help", "https://example.com/help"),
            ("https://example.com/help?lang=en_us", "https://example.com/help?lang="),
            ("https://example.com/help", "https://example.com/help"),
        ] {
            let mut figure = Figure::url(url, url);
            figure.remove_locales(["zh-CN", "en-US"]);
            assert_eq!(figure.text, expected);
        }
    }
}
