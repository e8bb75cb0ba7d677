/// Turns an `Accept-Language` header into the list of requested locales, the most wanted first.
///
/// Reads the header as [RFC 9110, section 12.5.4](https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4) has it:
/// ranges of equal weight keep their order, a range with `q=0` is not wanted at all. What is not of that form is
/// passed over, part by part. Allocates the list only; takes time in proportion to the header's length.
///
/// ```
/// use code_prompts::{Catalog, accept_language};
///
/// let requested = accept_language("fr;q=0.3, zh-HK, en-GB;q=0.8, de;q=0");
/// assert_eq!(requested, ["zh-HK", "en-GB", "fr"]);
///
/// let localizer = Catalog::embedded().localizer(requested);
/// ```
#[must_use]
pub fn accept_language(header: &str) -> Vec<&str> {
    let mut ranges: Vec<(&str, u16)> = header.split(',').filter_map(weighted_range).collect();
    ranges.sort_by_key(|&(_, weight)| std::cmp::Reverse(weight));
    ranges.into_iter().map(|(range, _)| range).collect()
}

/// Reads `zh-HK` or `zh-HK;q=0.8`, the weight in thousandths. There is none of what is unwanted or malformed.
fn weighted_range(part: &str) -> Option<(&str, u16)> {
    let (range, weight) = match part.split_once(';') {
        None => (part, 1000),
        Some((range, weight)) => (range, thousandths(weight)?),
    };
    let range = range.trim();
    let is_range =
        range == "*" || range.split('-').all(|subtag| (1..=8).contains(&subtag.len()) && is_alphanumeric(subtag));
    (is_range && weight > 0).then_some((range, weight))
}

/// Reads `q=0.85`: a number from 0 to 1 with at most three decimals.
fn thousandths(weight: &str) -> Option<u16> {
    let (name, value) = weight.split_once('=')?;
    let (whole, decimals) = value.trim().split_once('.').unwrap_or((value.trim(), ""));
    if !name.trim().eq_ignore_ascii_case("q") || decimals.len() > 3 || !is_alphanumeric(decimals) {
        return None;
    }
    let decimals: u16 = format!("{decimals:0<3}").parse().ok()?;
    match whole {
        "0" => Some(decimals),
        "1" if decimals == 0 => Some(1000),
        _ => None,
    }
}

fn is_alphanumeric(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_become_lists() {
        let cases: [(&str, &[&str]); 16] = [
            ("", &[]),
            ("zh-HK", &["zh-HK"]),
            ("da, en-gb;q=0.8, en;q=0.7", &["da", "en-gb", "en"]),
            ("en;q=0.7,da,en-gb;q=0.8", &["da", "en-gb", "en"]),
            ("a, b;q=1, c;q=1.0, d;q=1.000", &["a", "b", "c", "d"]),
            ("en ; q = 0.5 ,\tfr ; Q=0.9", &["fr", "en"]),
            ("en;q=0.001, fr;q=0.01, de;q=0.1", &["de", "fr", "en"]),
            ("en;q=0, fr;q=0.0, de;q=0.000", &[]),
            ("*, en;q=0.5", &["*", "en"]),
            ("zh-Hant-TW-u-co-stroke, en", &["zh-Hant-TW-u-co-stroke", "en"]),
            ("en;q=2, fr;q=-1, de;q=0.1234, it;q=x, es;q=, pt;q, nl;level=1, pl;q=1.1, sv;q=0.x", &[]),
            ("e n, toolonglanguage, fr_FR, -, en-, 中文, <script>, de", &["de"]),
            (",, ,;,;q=1,=,", &[]),
            ("fr;q=0.5;q=0.9, de", &["de"]),
            ("en\r\n, fr", &["en", "fr"]),
            ("en,en;q=0.2", &["en", "en"]),
        ];
        for (header, requested) in cases {
            assert_eq!(accept_language(header), requested, "{header:?}");
        }
    }

    #[test]
    fn a_hostile_header_is_only_long() {
        let times = if cfg!(miri) { 100 } else { 100_000 };
        let header = "x-y;q=0.5,".repeat(times);
        assert_eq!(accept_language(&header).len(), times);
    }
}
