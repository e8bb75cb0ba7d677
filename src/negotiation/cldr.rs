//! Unicode's likely subtags and language matches, as `cldr/make.py` writes them.

use unic_langid::subtags::{Language, Region, Script};

/// The languages in Latin letters, with their likely region: `aa  ET`.
static LATIN: Table = Table { text: include_str!("cldr/likely-latin.txt"), width: 7 };
/// The other languages, with their likely script and region: `ab  Cyrl  GE`.
static OTHERS: Table = Table { text: include_str!("cldr/likely-others.txt"), width: 13 };
/// Languages with a script and its likely region, or with a region and its likely script: `az  Arab   IR`,
/// `az  IR   Arab`.
static EXCEPTIONS: Table = Table { text: include_str!("cldr/likely-exceptions.txt"), width: 14 };
/// Languages with others that their speakers read, and the script if that can be another: `gsw       de`, `am  Latn  en`.
static MATCHES: Table = Table { text: include_str!("cldr/matches.txt"), width: 13 };

/// Sorted lines of equal length, after one that says where they are from.
struct Table {
    text: &'static str,
    /// The length of a line with its end.
    width: usize,
}

impl Table {
    /// Returns the rest of each line that begins with a key.
    fn find<const N: usize>(&'static self, key: [u8; N]) -> impl Iterator<Item = &'static str> {
        let lines = self.text.split_once('\n').map_or("", |(_, lines)| lines);
        let beginning = |line: usize| lines.as_bytes().get(line * self.width..)?.first_chunk::<N>();
        let (mut first, mut end) = (0, lines.len() / self.width);
        while first < end {
            let middle = first.midpoint(end);
            if beginning(middle).is_some_and(|beginning| *beginning < key) {
                first = middle + 1;
            } else {
                end = middle;
            }
        }
        let found = (first..).take_while(move |line| beginning(*line) == Some(&key));
        found.filter_map(|line| Some(lines.get(line * self.width + N..(line + 1) * self.width)?.trim()))
    }
}

/// Returns the beginning of a line: a language, and behind three letters and a space another subtag.
fn key<const N: usize>(language: &str, subtag: &str) -> [u8; N] {
    let mut key = [b' '; N];
    key.iter_mut().zip(language.bytes()).for_each(|(cell, byte)| *cell = byte);
    key.iter_mut().skip(4).zip(subtag.bytes()).for_each(|(cell, byte)| *cell = byte);
    key
}

/// Returns the script and region of a tag, with the likely ones for those that it does not have.
pub(super) fn maximize(
    language: &str,
    script: Option<Script>,
    region: Option<Region>,
) -> (Option<Script>, Option<Region>) {
    let exception = |subtag: &str| EXCEPTIONS.find(key::<9>(language, subtag)).next();
    let likely = || {
        let key: [u8; 4] = key(language, "");
        let latin = LATIN.find(key).next().map(|region| ("Latn", region));
        latin.or_else(|| OTHERS.find(key).next()?.split_once(' ')).unwrap_or_default()
    };
    match (script, region) {
        (Some(_), Some(_)) => (script, region),
        (None, Some(known)) => (exception(known.as_str()).unwrap_or_else(|| likely().0).parse().ok(), region),
        (Some(known), None) => (script, exception(known.as_str()).unwrap_or_else(|| likely().1.trim()).parse().ok()),
        (None, None) => {
            let (script, region) = likely();
            (script.parse().ok(), region.trim().parse().ok())
        }
    }
}

/// Returns the scripts in these data.
pub(super) fn scripts() -> impl Iterator<Item = &'static str> {
    let lines = [&OTHERS, &EXCEPTIONS, &MATCHES].into_iter().flat_map(|table| table.text.lines().skip(1));
    let is_script = |subtag: &&str| subtag.len() == 4 && subtag.starts_with(|first: char| first.is_ascii_uppercase());
    lines.flat_map(str::split_whitespace).filter(is_script).chain(["Latn"])
}

/// Returns the other languages that readers of a language probably read, the nearest first: as far as their texts are in
/// the same script, or in the one that is named.
pub(super) fn other_languages(language: &str) -> impl Iterator<Item = (Language, Option<Script>)> {
    MATCHES.find(key::<4>(language, "")).filter_map(|other| {
        let (script, language) = other.split_once(' ').unwrap_or(("", other));
        Some((language.trim().parse().ok()?, script.parse().ok()))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use unic_langid::LanguageIdentifier;

    use super::*;

    /// The languages of unic-langid's CLDR 44 whose likely subtags have changed since.
    const CHANGED: &str = "ku pi sr adi ahk ajp anu aot apd arc azb bap bht blr brb bru bsq caj cfm clk cmo dek dho evn gom gon \
        grc hak hif hnj ili isk ium jdt jeh jge jra jrb kaw kdr kgm kgy kjp kns ksa kwy lbc lbf lbo len lus \
        lzh lzz man mey mfv mjt mki mku mlq msc mwt nan nom nte nue ola pce plj pnt pra prp puq qwm rml rmn \
        rom rup rut sga sgh slq sss sxu szd tcn tmk twm udi wbl xom xss yej yol zhd zhx zkb zlm zne zua";

    /// The other table is private, so it is asked for all combinations of subtags.
    #[test]
    #[cfg_attr(miri, ignore = "too slow")]
    fn likely_subtags_agree_with_unic_langid() {
        let lines = [&LATIN, &OTHERS, &EXCEPTIONS].into_iter().flat_map(|table| table.text.lines().skip(1));
        let subtags: BTreeSet<&str> = lines.flat_map(str::split_whitespace).collect();
        let scripts: Vec<Script> = subtags.iter().filter_map(|subtag| subtag.parse().ok()).collect();
        let is_region = |subtag: &&&str| !subtag.starts_with(|first: char| first.is_ascii_lowercase());
        let regions: Vec<Region> = subtags.iter().filter(is_region).filter_map(|subtag| subtag.parse().ok()).collect();
        let pairs = || (b'a'..=b'z').flat_map(|first| (b'a'..=b'z').map(move |second| vec![first, second]));
        let triples = pairs().flat_map(|pair| (b'a'..=b'z').map(move |third| [pair.as_slice(), &[third]].concat()));

        let mut changed = Vec::new();
        for language in pairs().chain(triples).filter_map(|code| Language::from_bytes(&code).ok()) {
            let agrees = |script, region| {
                let mut id = LanguageIdentifier::from_parts(language, script, region, &[]);
                let is_known = id.maximize();
                !is_known
                    || language.is_empty()
                    || maximize(language.as_str(), script, region) == (id.script, id.region)
            };
            let all_agree = agrees(None, None)
                && scripts.iter().all(|script| agrees(Some(*script), None))
                && regions.iter().all(|region| agrees(None, Some(*region)));
            if !all_agree {
                changed.push(language.to_string());
            }
        }
        assert_eq!(changed.join(" "), CHANGED);
    }

    #[test]
    #[cfg_attr(miri, ignore = "too slow")]
    fn tables_are_sorted_and_found_from_first_to_last() {
        for table in [&LATIN, &OTHERS, &EXCEPTIONS, &MATCHES] {
            let (_, lines) = table.text.split_once('\n').unwrap();
            let keys: Vec<&str> = lines.lines().map(|line| line.split_at(3).0).collect();
            assert!(keys.is_sorted(), "{lines}");
            assert!(lines.lines().all(|line| line.len() + 1 == table.width), "{lines}");
            assert!(
                lines
                    .lines()
                    .all(|line| table.find(key::<4>(line.split_at(3).0, "")).any(|value| line.ends_with(value)))
            );
            assert_eq!(table.find(key::<4>("zzzz", "")).next(), None);
        }
    }
}
