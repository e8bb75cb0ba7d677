//! Negotiation: which locales are used for a list of languages, and in which order.

use code_prompts::Catalog;
use fastrand::Rng;
use unic_langid::LanguageIdentifier;

use crate::folder::Folder;
use crate::tags::{TOKENS, tag};
use crate::{Target, one_of};

pub(crate) static TARGET: Target = Target { name: "negotiation", verify, generate, line, tokens: TOKENS };

/// The input is a list of lines `available: TAG`, `fallback: TAG` and `requested: TAG`. The first available locale is
/// the source.
fn verify(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let lines_of = |key: &str| -> Vec<&str> { text.lines().filter_map(|line| line.strip_prefix(key)).collect() };
    let (mut available, requested) = (lines_of("available: "), lines_of("requested: "));
    available.retain(|tag| !tag.contains('/'));
    available.truncate(20);
    let fallback: Vec<_> = lines_of("fallback: ").into_iter().filter(|tag| is_canonical(tag)).collect();
    let Some(source) = available.iter().find(|tag| is_canonical(tag)) else { return };
    let codes = format!("source = {source:?}\nfallback = {fallback:?}\n[codes]\n1 = \"one\"\n");
    let mut folder = Folder::default();
    folder.add("codes.toml", codes.as_bytes());
    for tag in &available {
        folder.add(&format!("{tag}/a.ftl"), format!("one = {tag}\n").as_bytes());
    }
    let disk = folder.write();
    let catalog = Catalog::from_dir(disk.path()).unwrap();

    let there: Vec<&str> = catalog.locales().collect();
    assert!(there.is_sorted() && there.iter().all(|tag| available.contains(tag) && is_canonical(tag)), "{text}");
    let canonical = available.iter().filter(|tag| is_canonical(tag));
    assert!(canonical.into_iter().all(|tag| there.contains(tag)), "{text}\n{there:?}");

    let localizer = catalog.localizer(&requested);
    let chain: Vec<&str> = localizer.locales().collect();
    assert!(chain.iter().all(|tag| there.contains(tag)), "{text}\n{chain:?}");
    assert!(chain.iter().enumerate().all(|(index, tag)| !chain[..index].contains(tag)), "{text}\n{chain:?}");

    // After the matches come the fallback locales and the source, in this order.
    let matches: Vec<Vec<&str>> = requested.iter().map(|tag| catalog.locales_for(tag).collect()).collect();
    let is_asked_for = |tag: &str| matches.iter().take(100).flatten().any(|other| *other == tag);
    let mut last: Vec<&str> = Vec::new();
    for tag in fallback.iter().chain([source]) {
        if there.contains(tag) && !is_asked_for(tag) && !last.contains(tag) {
            last.push(tag);
        }
    }
    let (first, behind) = chain.split_at(chain.iter().take_while(|tag| is_asked_for(tag)).count());
    assert_eq!(behind, last, "{text}\n{chain:?}");
    let wanted = there.iter().filter(|tag| is_asked_for(tag)).count();
    assert_eq!(first.len(), wanted, "{text}\n{chain:?}");

    // The best match of one of the languages comes first: of the first one, unless it only has related languages.
    let mut nearest = matches.iter().take(100).filter_map(|found| found.first()).peekable();
    assert!(nearest.peek().is_some() || chain.first() == last.first(), "{text}\n{chain:?}");
    assert!(nearest.peek().is_none() || nearest.any(|tag| chain.first() == Some(tag)), "{text}\n{chain:?}");
    for (tag, found) in requested.iter().zip(&matches) {
        assert_nearest(&catalog, tag, found);
    }
    // A tag without a match changes nothing.
    let asked = requested.iter().flat_map(|tag| ["*", tag, "x-y", ""]);
    if requested.len() <= 25 {
        assert!(catalog.localizer(asked).locales().eq(chain.iter().copied()), "{text}\n{chain:?}");
    }
    assert_eq!(localizer.prompt(1).text(), chain[0], "{text}");
}

/// Checks the locales for one requested tag, as far as the subtags show which are right.
fn assert_nearest(catalog: &Catalog, tag: &str, found: &[&str]) {
    let there: Vec<&str> = catalog.locales().collect();
    let subtags = |tag: &str| tag.parse::<LanguageIdentifier>().unwrap();
    if there.contains(&tag) {
        for written in [tag, &tag.replace('-', "_"), &tag.to_uppercase(), &format!(" {tag}.UTF-8 ")] {
            let nearest = catalog.locales_for(written).next();
            assert!(nearest == Some(tag) || !is_current(tag) && nearest.is_some(), "{written:?}: {nearest:?}");
        }
    }
    // Unicode's parser treats other characters as a variant, the library as a charset.
    let is_plain = tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let Ok(request) = tag.parse::<LanguageIdentifier>() else { return };
    if !is_plain || !is_current(tag) {
        return;
    }
    let of_language: Vec<_> = there.iter().filter(|other| subtags(other).language == request.language).collect();
    assert!(of_language.iter().all(|tag| found.contains(tag)), "{tag}: {found:?}");
    // The script counts before the region.
    let Some(script) = request.script else { return };
    let scripts: Vec<_> = found.iter().map(|tag| subtags(tag)).filter(|id| id.language == request.language).collect();
    let other = scripts.iter().position(|id| id.script.is_some_and(|other| other != script));
    let same = scripts.iter().rposition(|id| id.script == Some(script));
    assert!(other.is_none() || same.is_none() || same < other, "{tag}: {found:?}");
}

/// Returns whether a tag's language code is current.
fn is_current(tag: &str) -> bool {
    let language = tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
    !["cmn", "in", "iw", "ji", "mo", "sh", "tl", "und", ""].contains(&language.as_str())
}

/// Returns whether a tag may be the name of a locale's folder.
fn is_canonical(tag: &str) -> bool {
    tag.parse::<LanguageIdentifier>().is_ok_and(|id| id == tag && matches!(id.language.as_str().len(), 2 | 3))
        && tag.len() < 40
        // The parser accepts other characters in a variant.
        && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !tag.starts_with("und")
}

fn generate(rng: &mut Rng) -> String {
    (0..rng.usize(2..12)).map(|_| line(rng)).collect()
}

fn line(rng: &mut Rng) -> String {
    let key = one_of(rng, &["available", "available", "requested", "requested", "fallback"]);
    format!("{key}: {}\n", tag(rng))
}
