//! Parses numbers in any language: digits of any script, grouping, words such as “million”, and 一億.

/// A number in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// The number in ASCII digits, without grouping and without a fraction of zeros.
    pub(crate) text: String,
    /// The number multiplied by the word after it: 10000 for “10 mil”.
    pub(super) scaled: Option<String>,
    /// The number of its digits.
    pub(super) digits: usize,
    /// Its length in bytes, without the word after it.
    pub(super) length: usize,
}

/// The maximum length in characters of a date or a number in some formats, so that long texts are scanned in linear
/// time.
pub(super) const MAX_LENGTH: usize = 40;

/// Parses the number at the start of a text.
pub(super) fn number(text: &str) -> Option<Number> {
    text.chars().next().and_then(digit)?;
    let (mut number, length) = digits(text);
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let whole = number.split_once('.').filter(|(_, fraction)| fraction.chars().all(|digit| digit == '0'));
    if let Some(length) = whole.map(|(whole, _)| whole.len()) {
        number.truncate(length);
    }
    let zeros = text.get(length..).and_then(zeros_of_word).filter(|_| !number.contains('.'));
    let scaled = zeros.map(|zeros| number.clone() + &"0".repeat(zeros));
    Some(Number { text: number, scaled, digits, length })
}

/// Spaces that group digits, as entities.
const SPACES: [&str; 5] = ["&nbsp;", "&thinsp;", "&#160;", "&#8201;", "&#8239;"];

/// Parses digits with grouping. Returns the number and its length in bytes.
fn digits(text: &str) -> (String, usize) {
    if let Some(indian) = indian(text) {
        return indian;
    }
    let mut number = String::new();
    let mut end = 0;
    loop {
        let rest = text.get(end..).unwrap_or_default();
        let digits: String = rest.chars().map_while(digit).collect();
        end += rest.chars().take_while(|next| digit(*next).is_some()).map(char::len_utf8).sum::<usize>();
        number.push_str(&digits);
        let rest = text.get(end..).unwrap_or_default();
        let Some(first) = rest.chars().next() else { break };
        let entity = SPACES.iter().find(|entity| rest.starts_with(**entity));
        let (separator, length) = entity.map_or((first, first.len_utf8()), |entity| (' ', entity.len()));
        let after = rest.get(length..).unwrap_or_default();
        let more = after.chars().take_while(|next| digit(*next).is_some()).count();
        match separator {
            ',' | '.' | '\'' | '’' | ' ' | '\u{A0}' | '\u{2007}'..='\u{2009}' | '\u{202F}' | '٬' | '،' | '，'
                if more == 3 => {}
            ',' | '.' | '٫' | '．' if more > 0 => number.push('.'),
            _ => break,
        }
        end += length;
    }
    (number, end)
}

/// Parses 10,00,000: in India, all groups except the last have two digits.
fn indian(text: &str) -> Option<(String, usize)> {
    let is_part = |character: &char| *character == ',' || digit(*character).is_some();
    let length: usize = text.chars().take(MAX_LENGTH).take_while(is_part).map(char::len_utf8).sum();
    let written = text.get(..length)?.trim_end_matches(',');
    let groups: Vec<String> = written.split(',').map(|group| group.chars().filter_map(digit).collect()).collect();
    let [first, middle @ .., last] = groups.as_slice() else { return None };
    let is_indian =
        !middle.is_empty() && first.len() <= 2 && last.len() == 3 && middle.iter().all(|group| group.len() == 2);
    is_indian.then(|| (groups.concat(), written.len()))
}

/// Returns the number of zeros of the word after a number, such as 6 for “million”.
fn zeros_of_word(after: &str) -> Option<usize> {
    const WORDS: [(usize, &[&str]); 5] = [
        (9, &["billion", "miliard", "milliard", "млрд"]),
        (
            6,
            &["million", "milli", "milh", "milió", "milio", "milyon", "miljo", "mln", "млн", "мільй", "милли", "милио"],
        ),
        (6, &["juta", "triệu"]),
        (
            7,
            &[
                "crore",
                "karod",
                "करोड",
                "कोटी",
                "কোটি",
                "কোটী",
                "ਕਰੋੜ",
                "કરોડ",
                "କୋଟି",
                "கோடி",
                "కోటి",
                "కోట్ల",
                "ಕೋಟಿ",
                "കോടി",
                "کروڑ",
            ],
        ),
        (5, &["lakh", "लाख", "লাখ", "লক্ষ", "ਲੱਖ", "લાખ", "ଲକ୍ଷ", "லட்ச", "இலட்ச", "లక్ష", "ಲಕ್ಷ", "ലക്ഷ", "لاکھ"]),
    ];
    const THOUSANDS: [&str; 22] = [
        "thousand", "mil", "tausend", "tsd", "tys", "tis", "тыс", "тис", "хил", "χιλ", "bin", "ezer", "ribu", "tusen",
        "tuhat", "duizend", "nghìn", "ألف", "آلاف", "هزار", "אלף", "k",
    ];
    // The sign that joins consonants in the scripts of India is not a letter.
    const VIRAMAS: &str = "\u{94D}\u{9CD}\u{A4D}\u{ACD}\u{B4D}\u{BCD}\u{C4D}\u{CCD}\u{D4D}";
    let is_of_word = |c: &char| c.is_alphabetic() || VIRAMAS.contains(*c);
    let word: String = after.trim_start().chars().take_while(is_of_word).collect();
    let word = word.to_lowercase();
    let larger = WORDS.iter().find(|(_, stems)| stems.iter().any(|stem| word.starts_with(stem)));
    let is_thousand = || THOUSANDS.iter().any(|stem| word == *stem || stem.len() > 2 && word.starts_with(stem));
    larger.map(|(zeros, _)| *zeros).or_else(|| is_thousand().then_some(3))
}

/// Parses 一億, 10万 or 100만. Returns the number and its length in bytes, or `None` without a unit such as 万.
pub(super) fn han_number(text: &str) -> Option<(String, usize)> {
    let (mut total, mut section, mut current) = (0_u64, 0_u64, None);
    let (mut end, mut has_unit) = (0, false);
    while let Some(next) = text.get(end..)?.chars().next() {
        if next == ' ' && end > 0 && begins_with_unit(text.get(end + 1..)?, current.is_none()) {
            end += 1;
            continue;
        }
        if digit(next).is_some() {
            let number = number(text.get(end..)?)?;
            current = Some(number.text.parse().ok()?);
            end += number.length;
            continue;
        }
        if let Some(digit) = "〇一二三四五六七八九".chars().position(|digit| digit == next).or(match next {
            '零' | '영' => Some(0),
            '两' | '兩' => Some(2),
            _ => None,
        }) {
            current = Some(current.unwrap_or(0_u64).checked_mul(10)?.checked_add(digit as u64)?);
        } else if let Some(unit) = unit(next) {
            has_unit = true;
            if unit < 10_000 {
                section = section.checked_add(current.take().unwrap_or(1).checked_mul(unit)?)?;
            } else {
                let sum = section.checked_add(current.take().unwrap_or(0))?.max(1);
                total = total.checked_add(sum.checked_mul(unit)?)?;
                section = 0;
            }
        } else {
            break;
        }
        end += next.len_utf8();
        if end > MAX_LENGTH * '一'.len_utf8() {
            return None;
        }
    }
    let value = total.checked_add(section)?.checked_add(current.unwrap_or(0))?;
    has_unit.then(|| (value.to_string(), end))
}

/// Returns whether a text begins with a unit such as 万, possibly after digits: in “25 萬 9 千”, spaces are in the number.
fn begins_with_unit(text: &str, may_have_digits: bool) -> bool {
    let after = text.trim_start_matches(|next| may_have_digits && digit(next).is_some());
    let after = if after.len() < text.len() { after.trim_start_matches(' ') } else { after };
    after.chars().next().is_some_and(|next| unit(next).is_some())
}

fn unit(character: char) -> Option<u64> {
    match character {
        '十' | '십' => Some(10),
        '百' | '백' => Some(100),
        '千' | '천' => Some(1_000),
        '万' | '萬' | '만' => Some(10_000),
        '亿' | '億' | '억' => Some(100_000_000),
        _ => None,
    }
}

/// Returns whether the text after a number begins with a unit that changes it: a month, or tens of thousands. Other
/// languages write those in words or with more zeros.
pub(super) fn is_unit(after: &str) -> bool {
    after.chars().next().is_some_and(|next| matches!(next, '月' | '월') || unit(next).is_some())
}

/// Returns the ASCII digit for a digit of any script in modern use.
pub(super) fn digit(character: char) -> Option<char> {
    if character.is_ascii_digit() {
        return Some(character);
    }
    if character.is_ascii() {
        return None;
    }
    const ZEROS: [u32; 20] = [
        0xFF10, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50,
        0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810,
    ];
    let code = u32::from(character);
    let value = ZEROS.iter().find_map(|zero| code.checked_sub(*zero).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_is_parsed_in_any_format() {
        for (text, expected, scaled) in [
            ("1,000 people", "1000", None),
            ("10&thinsp;000", "10000", None),
            ("10،000", "10000", None),
            ("1 000 000 и", "1000000", None),
            ("1.000,50", "1000.50", None),
            ("10,00,000 रुपये", "1000000", None),
            ("12.0 is", "12", None),
            ("2.0.0", "2.0.0", None),
            ("१२", "12", None),
            ("10 mil estilos", "10", Some("10000")),
            ("10 members", "10", None),
            ("100 million", "100", Some("100000000")),
            ("10 करोड़ बार", "10", Some("100000000")),
            ("5 тыс.", "5", Some("5000")),
            ("64k", "64", Some("64000")),
            ("64 km", "64", None),
        ] {
            let number = number(text).unwrap();
            assert_eq!((number.text.as_str(), number.scaled.as_deref()), (expected, scaled), "{text}");
        }
        assert_eq!(number("ten"), None);
    }

    #[test]
    fn number_in_chinese_is_parsed() {
        for (text, expected) in [
            ("一億次", Some(("100000000", 6))),
            ("10万", Some(("100000", 5))),
            ("100만 이상", Some(("1000000", 6))),
            ("一百万的", Some(("1000000", 9))),
            ("两万五千", Some(("25000", 12))),
            ("25 萬 9 千 人", Some(("259000", 12))),
            ("10万 20", Some(("100000", 5))),
            ("十二", Some(("12", 6))),
            ("10 人", None),
            ("二〇二六", None),
            ("99999999999999999999万", None),
        ] {
            assert_eq!(han_number(text), expected.map(|(text, length)| (text.to_owned(), length)), "{text}");
        }
    }
}
