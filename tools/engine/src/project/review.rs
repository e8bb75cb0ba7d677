//! Reviews: who has read a translation and compared it with its source, and when.
//!
//! The review of a message is a line of its comment, `# reviewed(1a2b3c4d): Tanaka Yui, 2026-11-27`, which `prompts review`
//! writes, or in the records file. The digits are a hash of the translation and its source text: with another text, the
//! review has lapsed.

use std::fmt;
use std::str::FromStr;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::text::hash::hash;

/// Begins the line of a comment with the review of a message, in lower case.
const KEY: &str = "reviewed";

/// The review of a message or a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageReview {
    /// The name of the reviewer.
    pub by: String,
    /// The day.
    pub on: Date,
    /// What was reviewed.
    pub of: ReviewedText,
}

/// A day that exists, in the calendar of ISO 8601.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// A hash of a translation and its source text, without white space: eight hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReviewedText(u32);

impl Date {
    /// Returns the present day in UTC.
    #[must_use]
    pub fn today() -> Self {
        let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        Self::of_day(seconds / 86_400)
    }

    /// Returns the day after some days since 1970-01-01.
    fn of_day(mut days: u64) -> Self {
        let mut date = Self { year: 1970, month: 1, day: 1 };
        loop {
            let length = u64::from(days_in_month(date.year, date.month));
            if days < length {
                return Self { day: u8::try_from(days + 1).unwrap_or(1), ..date };
            }
            days -= length;
            date = match date.month {
                12 => Self { year: date.year.saturating_add(1), month: 1, day: 1 },
                month => Self { month: month + 1, ..date },
            };
        }
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = ();

    /// Parses `2026-11-27`. Fails if there is no such day.
    fn from_str(text: &str) -> Result<Self, ()> {
        let number = |range: std::ops::Range<usize>| {
            let digits = text.get(range).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
            digits.and_then(|digits| digits.parse::<u16>().ok()).ok_or(())
        };
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        let (month, day) = (u8::try_from(month).map_err(drop)?, u8::try_from(day).map_err(drop)?);
        let exists = (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day) && year > 0;
        let date = Self { year, month, day };
        if exists && date.to_string() == text { Ok(date) } else { Err(()) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, month, day } = self;
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl ReviewedText {
    /// Returns the hash of some texts. Differences in white space are ignored.
    pub(crate) fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let texts: Vec<String> = texts.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        let hash = hash(texts.iter().map(String::as_str));
        Self((hash >> 32) as u32 ^ hash as u32)
    }
}

impl FromStr for ReviewedText {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let hash = Self(u32::from_str_radix(text, 16).map_err(drop)?);
        // Only as it is written: no signs, capitals or fewer digits.
        if hash.to_string() == text { Ok(hash) } else { Err(()) }
    }
}

impl fmt::Display for ReviewedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

impl MessageReview {
    /// Returns the line of a comment, without the `# `.
    pub(crate) fn line(&self) -> String {
        let Self { by, on, of } = self;
        format!("{KEY}({of}): {by}, {on}")
    }
}

/// Reads the review in a line of a comment. Returns `None` if the line is about something else, and the problem if it can't
/// be read.
pub(crate) fn read_line(line: &str) -> Option<Result<MessageReview, &'static str>> {
    let line = line.trim();
    let rest = after_key(line)?;
    let Some((of, rest)) = rest.strip_prefix('(').and_then(|rest| rest.split_once("):")) else {
        return rest.starts_with([':', '(']).then_some(Err("it does not say which text was reviewed"));
    };
    Some(parse(of, rest.rsplit_once(',').unwrap_or((rest, ""))))
}

/// Returns the rest of a line that begins with the key, in any case.
fn after_key(line: &str) -> Option<&str> {
    let (key, rest) = line.split_at_checked(KEY.len())?;
    key.eq_ignore_ascii_case(KEY).then_some(rest)
}

fn parse(of: &str, (by, on): (&str, &str)) -> Result<MessageReview, &'static str> {
    let of = of.parse().map_err(|()| "it does not say which text was reviewed")?;
    let on = on.trim().parse().map_err(|()| "its date does not exist")?;
    let by = reviewer(by)?;
    Ok(MessageReview { by, on, of })
}

/// Returns whether a line of a comment has a review, which may be damaged. A note that begins in the same way has none.
pub(crate) fn is_review(line: &str) -> bool {
    after_key(line.trim()).is_some_and(|rest| rest.starts_with('('))
}

/// Returns the name of a reviewer, which is on one line.
pub(crate) fn reviewer(name: &str) -> Result<String, &'static str> {
    let name = name.trim();
    if name.is_empty() || name.contains(char::is_control) {
        return Err("it has no name of a reviewer");
    }
    Ok(name.to_owned())
}

/// Returns whether a `Review:` line says that the locale is reviewed: `reviewed by NAME on 2026-11-27`. Fails if it says so
/// without a name or a date that exists.
pub(crate) fn is_reviewed(line: &str) -> Result<bool, &'static str> {
    let Some(rest) = after_key(line) else { return Ok(false) };
    let words = || {
        rest.split([' ', ',', ';', '(', ')'])
            .map(|word| word.trim_end_matches(['.', ':']))
            .filter(|word| !word.is_empty())
    };
    if !words().any(|word| word.parse::<Date>().is_ok()) {
        let is_date = |word: &str| word.contains('-') && word.starts_with(|first: char| first.is_ascii_digit());
        return Err(if words().any(is_date) { "its date does not exist" } else { "it has no date" });
    }
    let is_name = |word: &str| !matches!(word, "by" | "on") && word.chars().any(char::is_alphabetic);
    if words().any(is_name) { Ok(true) } else { Err("it has no name of a reviewer") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_exists() {
        for date in ["2026-11-27", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(date.parse::<Date>().map(|date| date.to_string()), Ok(date.to_owned()));
        }
        for date in [
            "",
            "2026-13-45",
            "2026-02-29",
            "1900-02-29",
            "2026-04-31",
            "2026-00-01",
            "2026-01-00",
            "0000-01-01",
            "26-1-1",
            "2026-1-01",
            "2026/01/01",
            "2026-01-01 ",
            "+026-01-01",
            "2026-01-0１",
            "２026-01-01",
            "2026-01-011",
        ] {
            assert_eq!(date.parse::<Date>(), Err(()), "{date}");
        }
        for (day, date) in
            [(0, "1970-01-01"), (31, "1970-02-01"), (789, "1972-02-29"), (790, "1972-03-01"), (20_784, "2026-11-27")]
        {
            assert_eq!(Date::of_day(day).to_string(), date);
        }
    }

    #[test]
    fn review_is_read_as_it_is_written() {
        let review =
            |by: &str| MessageReview { by: by.to_owned(), on: "2026-11-27".parse().unwrap(), of: ReviewedText(0x1A) };
        for by in ["田中 結衣", "Jansen, Jan", "a (b): c"] {
            assert_eq!(read_line(&review(by).line()), Some(Ok(review(by))));
        }
        let name = Err("it has no name of a reviewer");
        let date = Err("its date does not exist");
        let text = Err("it does not say which text was reviewed");
        for (line, read) in [
            ("Reviewed(0000001a):Ann,2026-11-27", Ok(review("Ann"))),
            ("reviewed(0000001a): , 2026-11-27", name.clone()),
            ("reviewed(0000001a): Ann, 2026-13-45", date.clone()),
            ("reviewed(0000001a): Ann", date),
            ("reviewed(1a): Ann, 2026-11-27", text.clone()),
            ("reviewed(0000001A): Ann, 2026-11-27", text.clone()),
            ("reviewed(", text.clone()),
            ("Reviewed: Ann, 2026-11-27", text),
        ] {
            assert_eq!(read_line(line), Some(read), "{line}");
        }
        for line in ["Reviewed by Ann.", "reviewed", "review(a): b", "审校", ""] {
            assert_eq!(read_line(line), None, "{line}");
        }
    }

    #[test]
    fn locale_is_reviewed_with_name_and_date() {
        let (no_date, bad_date, no_name) =
            (Err("it has no date"), Err("its date does not exist"), Err("it has no name of a reviewer"));
        for (line, expected) in [
            ("reviewed by Jan Jansen on 2026-11-24.", Ok(true)),
            ("Reviewed by 田中, 2026-11-24", Ok(true)),
            ("REVIEWED (2026-11-24): Ann; all of it", Ok(true)),
            ("draft. To be reviewed by Ann on 2026-11-24.", Ok(false)),
            ("", Ok(false)),
            ("reviewed by Jan Jansen on 2026-13-45.", bad_date),
            ("reviewed by Jan Jansen on 24-11-2026.", bad_date),
            ("reviewed by Jan Jansen", no_date),
            ("reviewed", no_date),
            ("reviewed on 2026-11-24", no_name),
        ] {
            assert_eq!(is_reviewed(line), expected, "{line}");
        }
    }
}
