//! The numbers and addresses that a text tells its reader, whatever digits and separators its language writes.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::characters::Marks;
use super::tree::{Kind, Locale, Part};

/// A number of two or more digits, or an address.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Figure<'a> {
    /// The number in ASCII digits without its grouping, or the address.
    pub(crate) text: String,
    /// Where it is written.
    pub(crate) at: &'a str,
    pub(crate) is_url: bool,
}

impl Figure<'_> {
    /// Leaves out of an address which language it is for, since each may have a page of its own.
    pub(crate) fn leave_out(&mut self, locale: &str) {
        if self.is_url {
            let language = locale.split('-').next().unwrap_or(locale);
            let is_locale = |part: &str| {
                let part = part.replace('_', "-");
                part.eq_ignore_ascii_case(locale) || part.eq_ignore_ascii_case(language)
            };
            let parts = self
                .text
                .split_inclusive(['/', '.', '?', '=', '&'])
                .filter(|part| !is_locale(part.trim_end_matches(['/', '.', '?', '=', '&'])));
            self.text = parts.collect::<String>().trim_end_matches('/').to_owned();
        }
    }
}

/// How much is looked at: references may lead to references without end.
const MAX_STEPS: usize = 500;
const MAX_DEPTH: usize = 16;

/// Tells cheaply whether a text may hold a figure.
pub(crate) fn has_any(part: &Part<'_>) -> bool {
    part.facts.marks.has(Marks::FIGURE) || has_number(part.pattern)
}

fn has_number(pattern: &Pattern<&str>) -> bool {
    pattern.elements.iter().any(|element| {
        let PatternElement::Placeable { expression } = element else { return false };
        matches!(expression, Expression::Inline(InlineExpression::NumberLiteral { .. }))
    })
}

/// Lists what a pattern tells on its default path, if it can be followed to its end. References are followed if
/// `follow` says so.
pub(crate) fn figures<'a>(locale: &Locale<'a>, pattern: &Pattern<&'a str>, follow: bool) -> Option<Vec<Figure<'a>>> {
    let mut walk = Walk { locale, follow, steps: 0, found: Vec::new() };
    walk.pattern(pattern, 0)?;
    Some(walk.found)
}

struct Walk<'w, 'a> {
    locale: &'w Locale<'a>,
    follow: bool,
    steps: usize,
    found: Vec<Figure<'a>>,
}

impl<'a> Walk<'_, 'a> {
    fn pattern(&mut self, pattern: &Pattern<&'a str>, depth: usize) -> Option<()> {
        for element in &pattern.elements {
            self.steps += 1;
            if self.steps > MAX_STEPS || depth > MAX_DEPTH {
                return None;
            }
            match element {
                PatternElement::TextElement { value } => scan(value, value, &mut self.found),
                PatternElement::Placeable { expression } => self.expression(expression, depth + 1)?,
            }
        }
        Some(())
    }

    fn expression(&mut self, expression: &Expression<&'a str>, depth: usize) -> Option<()> {
        if depth > MAX_DEPTH {
            return None;
        }
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { variants, .. } => {
                let default = variants.iter().find(|variant| variant.default)?;
                return self.pattern(&default.value, depth + 1);
            }
        };
        let (kind, id, attribute) = match inline {
            InlineExpression::StringLiteral { value } if value.contains('\\') => {
                scan(&unescape_unicode_to_string(value), value, &mut self.found);
                return Some(());
            }
            InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
                scan(value, value, &mut self.found);
                return Some(());
            }
            InlineExpression::Placeable { expression } => return self.expression(expression, depth + 1),
            InlineExpression::MessageReference { id, attribute } => (Kind::Message, id, attribute),
            InlineExpression::TermReference { id, attribute, .. } => (Kind::Term, id, attribute),
            InlineExpression::VariableReference { .. } | InlineExpression::FunctionReference { .. } => return Some(()),
        };
        if !self.follow {
            return Some(());
        }
        let Some(entry) = self.locale.find(kind, id.name) else { return Some(()) };
        let part = match attribute {
            Some(attribute) => entry.attribute(attribute.name),
            None => entry.value.as_ref(),
        };
        part.map_or(Some(()), |part| self.pattern(part.pattern, depth + 1))
    }
}

/// Finds the figures of a text. `at` is how it is written: the same text, but for escapes.
fn scan<'a>(text: &str, at: &'a str, found: &mut Vec<Figure<'a>>) {
    let slice = |start: usize, end: usize| if text.len() == at.len() { at.get(start..end).unwrap_or(at) } else { at };
    let mut start = 0;
    while let Some(rest) = text.get(start..).filter(|rest| !rest.is_empty()) {
        let length = if rest.starts_with("http://") || rest.starts_with("https://") {
            let url = rest.split(|character: char| !is_of_url(character)).next().unwrap_or_default();
            let url = url.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'']);
            found.push(Figure { text: url.to_owned(), at: slice(start, start + url.len()), is_url: true });
            url.len()
        } else if let Some(length) = date_or_time(rest) {
            length
        } else if rest.starts_with(|first| digit(first).is_some()) {
            let (number, length) = number(rest);
            let after = rest.get(length..).and_then(|after| after.chars().next());
            if number.chars().filter(char::is_ascii_digit).count() > 1 && !after.is_some_and(is_unit) {
                found.push(Figure { text: number, at: slice(start, start + length), is_url: false });
            }
            length
        } else {
            rest.chars().next().map_or(1, char::len_utf8)
        };
        start += length.max(1);
    }
}

/// Measures `12/31/2024`, `2024-12-31` or `10:30`, which every language writes in its own way.
fn date_or_time(text: &str) -> Option<usize> {
    let is_part = |character: &char| digit(*character).is_some() || matches!(character, '/' | ':' | '-' | '：');
    let length: usize = text.chars().take_while(is_part).map(char::len_utf8).sum();
    let run = text.get(..length)?.trim_end_matches(['/', ':', '-', '：']);
    let starts = run.starts_with(|first| digit(first).is_some());
    let is_either = run.contains(['/', ':', '：']) || run.matches('-').count() == 2;
    (starts && is_either).then_some(run.len())
}

/// Reads a number, and how long it is as it is written.
fn number(text: &str) -> (String, usize) {
    let mut number = String::new();
    let mut end = 0;
    loop {
        let rest = text.get(end..).unwrap_or_default();
        let digits: String = rest.chars().map_while(digit).collect();
        end += rest.chars().take_while(|next| digit(*next).is_some()).map(char::len_utf8).sum::<usize>();
        number.push_str(&digits);
        let rest = text.get(end..).unwrap_or_default();
        let Some(separator) = rest.chars().next() else { break };
        let after = rest.get(separator.len_utf8()..).unwrap_or_default();
        let more = after.chars().take_while(|next| digit(*next).is_some()).count();
        match separator {
            ',' | '.' | '\'' | '’' | ' ' | '\u{A0}' | '\u{2009}' | '\u{202F}' | '٬' | '，' if more == 3 => {}
            ',' | '.' | '٫' | '．' if more > 0 => number.push('.'),
            _ => break,
        }
        end += separator.len_utf8();
    }
    (number, end)
}

/// Months and ten thousands, that other languages write in words or with more zeros.
fn is_unit(character: char) -> bool {
    matches!(character, '月' | '월' | '十' | '百' | '千' | '万' | '萬' | '亿' | '億' | '만' | '억')
}

fn is_of_url(character: char) -> bool {
    character.is_ascii_graphic() && !matches!(character, '"' | '<' | '>' | '`' | '{' | '}' | '\\' | '^' | '|')
}

/// Reads a digit of any script that modern languages count in.
fn digit(character: char) -> Option<char> {
    if character.is_ascii_digit() {
        return Some(character);
    }
    if character.is_ascii() {
        return None;
    }
    const ZEROS: [u32; 15] = [
        0xFF10, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0E50, 0x1040,
        0x17E0,
    ];
    let code = u32::from(character);
    let value = ZEROS.iter().find_map(|zero| code.checked_sub(*zero).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_told_from_other_text() {
        for (text, expected) in [
            ("7 位成员", &[][..]),
            ("最多 100 人，１０００ 次", &["100", "1000"]),
            ("1,000 and 1 000 000 and 1.000,50", &["1000", "1000000", "1000.50"]),
            ("24 ٢٤ २४", &["24", "24", "24"]),
            ("10月 10万 12 月", &["12"]),
            ("见https://example.com/a?b=12。", &["https://example.com/a?b=12"]),
            ("(see http://example.com/).", &["http://example.com/"]),
            ("10, 20, and 10.", &["10", "20", "10"]),
        ] {
            let mut found = Vec::new();
            scan(text, text, &mut found);
            assert_eq!(found.iter().map(|figure| figure.text.as_str()).collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn the_language_of_an_address_does_not_count() {
        for (url, locale, expected) in [
            ("https://example.com/zh-CN/help/", "zh-CN", "https://example.com/help"),
            ("https://en.example.com/help", "en-US", "https://example.com/help"),
            ("https://example.com/help?lang=en_us", "en-US", "https://example.com/help?lang="),
            ("https://example.com/help", "en-US", "https://example.com/help"),
        ] {
            let mut figure = Figure { text: url.to_owned(), at: url, is_url: true };
            figure.leave_out(locale);
            assert_eq!(figure.text, expected);
        }
    }
}
