//! `accept_language`: languages are ordered by weight, and malformed parts of the header are skipped.

use fastrand::Rng;

use crate::tags::{TOKENS, tag};
use crate::{Target, one_of};

pub(crate) static TARGET: Target = Target { name: "accept_language", verify, generate, line: part, tokens: TOKENS };

fn verify(input: &[u8]) {
    let header = String::from_utf8_lossy(input);
    let ranges = code_prompts::accept_language(&header);
    assert_eq!(ranges, expected(&header), "{header:?}");
    // Parsing the result again changes nothing.
    assert_eq!(code_prompts::accept_language(&ranges.join(",")), ranges, "{header:?}");
}

/// Parses a header in a simple way: inserts each range after those of the same or a higher weight.
fn expected(header: &str) -> Vec<&str> {
    let mut ordered: Vec<(&str, f64)> = Vec::new();
    for part in header.split(',') {
        let (range, weight) = match part.find(';') {
            Some(end) => (&part[..end], weight(&part[end + 1..])),
            None => (part, Some(1.0)),
        };
        let range = range.trim();
        let Some(weight) = weight.filter(|weight| *weight > 0.0 && is_range(range)) else { continue };
        let place = ordered.iter().take_while(|(_, other)| *other >= weight).count();
        ordered.insert(place, (range, weight));
    }
    ordered.into_iter().map(|(range, _)| range).collect()
}

/// Returns whether this is a language range of RFC 4647, with digits allowed anywhere.
fn is_range(range: &str) -> bool {
    let mut length = 0;
    for character in range.chars() {
        length = match character {
            '-' if length > 0 => 0,
            _ if character.is_ascii_alphanumeric() && length < 8 => length + 1,
            _ => return range == "*",
        };
    }
    length > 0
}

/// Parses `q=` and a `qvalue` of RFC 9110: `0`, `0.5`, `0.125`, `1`, `1.000` and the like.
fn weight(text: &str) -> Option<f64> {
    let (name, value) = text.split_once('=')?;
    let value = value.trim();
    let is_weight = match value.as_bytes() {
        [b'0' | b'1'] => true,
        [b'0', b'.', decimals @ ..] => decimals.len() <= 3 && decimals.iter().all(u8::is_ascii_digit),
        [b'1', b'.', decimals @ ..] => decimals.len() <= 3 && decimals.iter().all(|digit| *digit == b'0'),
        _ => false,
    };
    let is_named = matches!(name.trim(), "q" | "Q");
    (is_weight && is_named).then(|| value.parse().ok()).flatten()
}

fn generate(rng: &mut Rng) -> String {
    let parts: Vec<String> = (0..rng.usize(..8)).map(|_| part(rng)).collect();
    parts.join(one_of(rng, &[",", ", ", " ,\t"]))
}

fn part(rng: &mut Rng) -> String {
    let weight = format!(";q=0.{}", rng.u16(..1200));
    let weight = one_of(rng, &["", "", &weight, &weight, " ; q = 0.5", ";q=1.000", ";q=0", ";q=x", ";q=0.5;q=1"]);
    format!("{}{weight}", tag(rng))
}
