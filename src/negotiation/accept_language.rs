/// Parses an `Accept-Language` header into a list of languages, in order of preference.
///
/// Follows [RFC 9110, section 12.5.4](https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4): languages of equal weight
/// keep their order, and languages with `q=0` are left out. Invalid parts between commas are ignored. Allocates only
/// the list. The time is at most O(n log n) in the length of the header.
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

/// Parses `zh-HK` or `zh-HK;q=0.8`, with the weight in thousandths. Returns `None` for `q=0` and for invalid parts.
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

/// Parses `q=0.85`: a number from 0 to 1 with at most three decimals.
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
    fn accept_language_parses_headers() {
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
    fn accept_language_accepts_very_long_headers() {
        let times = if cfg!(miri) { 100 } else { 100_000 };
        let header = "x-y;q=0.5,".repeat(times);
        assert_eq!(accept_language(&header).len(), times);
    }
}
