//! Which locales to ask for a reader's list of languages, and in which order.
//!
//! A locale answers a request when it is of the same language, the nearest first: the script counts before the
//! region, for who reads Traditional characters in Hong Kong reads Taiwan's before the mainland's. What a tag leaves
//! open is filled in by Unicode's likely subtags ([UTS #35]). Regions are told apart by the groups that CLDR's
//! language matching knows: readers of English outside the United States have more in common with each other.
//!
//! [UTS #35]: https://www.unicode.org/reports/tr35/#Likely_Subtags

pub(crate) mod accept_language;

use std::sync::OnceLock;

use code_prompts_reader::names::current_language;
use unic_langid::LanguageIdentifier;
use unic_langid::subtags::{Language, Region, Script};

/// How many requests count. Nobody reads more languages, and each costs time.
const MAX_REQUESTS: usize = 100;

/// A language tag under its language's present code, of a request or of a locale that there is. Its likely subtags are
/// looked up when it has to be told from others of its language.
#[derive(Debug)]
pub(crate) struct Tag {
    id: LanguageIdentifier,
    maximized: OnceLock<Maximized>,
}

impl Tag {
    pub(crate) fn new(mut id: LanguageIdentifier) -> Self {
        if let Some(Ok(current)) = current_language(id.language.as_str()).map(str::parse) {
            id.language = current;
        }
        Self { id, maximized: OnceLock::new() }
    }

    fn shares_language(&self, other: &Self) -> bool {
        written_language(&self.id.language) == written_language(&other.id.language)
    }

    /// Measures how far a locale of the same language is.
    fn distance(&self, locale: &Self) -> Distance {
        self.maximized().distance(locale.maximized())
    }

    fn maximized(&self) -> &Maximized {
        self.maximized.get_or_init(|| Maximized::new(&self.id))
    }
}

/// A tag with its likely script and region filled in.
#[derive(Clone, Debug)]
struct Maximized {
    id: LanguageIdentifier,
    language: Language,
    script: Option<Script>,
    region: Option<Region>,
    has_variants: bool,
}

/// How far an available locale is from a requested one, the nearest the least.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Distance {
    other_tag: bool,
    other_language: bool,
    other_script: bool,
    region: RegionDistance,
    has_variants: bool,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum RegionDistance {
    Same,
    SameGroup,
    /// The region that the language is most spoken in.
    Likely,
    Other,
}

impl Maximized {
    fn new(id: &LanguageIdentifier) -> Self {
        let mut full = id.clone();
        if let (None, Some(_), Ok(written)) = (id.script, id.region, written_language(&id.language).parse()) {
            full.language = written;
        }
        full.maximize();
        let has_variants = id.variants().len() > 0;
        Self { language: id.language, script: full.script, region: full.region, has_variants, id: id.clone() }
    }

    /// Measures how far a locale of the same language is.
    fn distance(&self, available: &Self) -> Distance {
        let region = if self.region == available.region {
            RegionDistance::Same
        } else if self.region_group().is_some_and(|group| available.region_group() == Some(group)) {
            RegionDistance::SameGroup
        } else if available.is_likely_region() {
            RegionDistance::Likely
        } else {
            RegionDistance::Other
        };
        Distance {
            other_tag: self.id != available.id,
            other_language: self.language != available.language,
            other_script: self.script != available.script,
            region,
            has_variants: available.has_variants,
        }
    }

    fn is_likely_region(&self) -> bool {
        let mut likely = LanguageIdentifier::from_parts(self.language, self.script, None, &[]);
        likely.maximize();
        likely.region == self.region
    }

    /// Tells whether the region is of the smaller of two groups that the language's regions fall into, by the
    /// match variables of CLDR's `languageInfo.xml`. Most languages have no groups.
    fn region_group(&self) -> Option<bool> {
        let script = self.script.as_ref().map(Script::as_str);
        let smaller = match (self.language.as_str(), script) {
            ("en", _) => "AS CA GU MH MP PH PR UM US VI",
            ("es" | "pt", _) => {
                "AG AI AR AW BB BL BM BO BQ BR BS BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GT GY HN HT JM KN KY \
                 LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI 003 005 013 019 021 029 419"
            }
            ("ar", _) => "DZ EH LY MA MR TN 015",
            ("zh", Some("Hant")) => "HK MO",
            _ => return None,
        };
        self.region.as_ref().map(|region| smaller.split_ascii_whitespace().any(|member| member == region.as_str()))
    }
}

/// Orders the available locales for a list of requests: those of the first request's language, the nearest first,
/// then those of the second. But for the nearest, a locale waits for the request that it is nearer to. The rest are
/// left out. A request that is no tag asks for nothing.
pub(crate) fn negotiate<R: AsRef<str>>(requested: impl IntoIterator<Item = R>, available: &[Tag]) -> Vec<usize> {
    let requests = requested.into_iter().take(MAX_REQUESTS);
    let requests: Vec<Tag> = requests.filter_map(|request| Some(Tag::new(parse_request(request.as_ref())?))).collect();
    let mut chain: Vec<usize> = Vec::new();
    for (request, later) in requests.iter().zip(1..).map(|(request, next)| (request, requests.get(next..))) {
        let matches = available.iter().enumerate().filter(|(_, locale)| request.shares_language(locale));
        let matches: Vec<(usize, &Tag)> = matches.filter(|(index, _)| !chain.contains(index)).collect();
        // Mostly there is one, and nothing to be measured.
        if let [(only, _)] = *matches {
            chain.push(only);
            continue;
        }
        let mut matches: Vec<(Distance, usize, &Tag)> =
            matches.into_iter().map(|(index, locale)| (request.distance(locale), index, locale)).collect();
        matches.sort_by(|(a, a_index, _), (b, b_index, _)| (a, a_index).cmp(&(b, b_index)));
        let is_nearer_to_later = |distance: &Distance, locale: &Tag| {
            let others = later.into_iter().flatten().filter(|later| later.shares_language(locale));
            others.into_iter().any(|later| later.distance(locale) < *distance)
        };
        for (rank, (distance, index, locale)) in matches.into_iter().enumerate() {
            if rank == 0 || !is_nearer_to_later(&distance, locale) {
                chain.push(index);
            }
        }
    }
    chain
}

/// Reads a BCP 47 tag, with extensions and extended languages too (`en-US-u-hc-h23`, `zh-cmn-Hans-CN`), or a POSIX
/// locale (`zh_TW.UTF-8`, `ca_ES@euro`).
fn parse_request(tag: &str) -> Option<LanguageIdentifier> {
    let tag = tag.trim().split(['.', '@']).next().unwrap_or_default();
    let mut subtags: Vec<&str> = tag.split(['-', '_']).collect();
    // What follows a single letter is an extension or for private use, and says nothing of the language.
    if let Some(singleton) = subtags.iter().position(|subtag| subtag.len() == 1) {
        subtags.truncate(singleton);
    }
    // BCP 47's extended language subtags stand alone in the canonical form.
    if let [_, extended, ..] = subtags.as_slice() {
        if extended.len() == 3 && extended.chars().all(|letter| letter.is_ascii_alphabetic()) {
            subtags.remove(0);
        }
    }
    let id: LanguageIdentifier = subtags.join("-").parse().ok()?;
    (!id.language.is_empty()).then_some(id)
}

/// The language that a language's speakers read, where CLDR's language matching has them read another.
fn written_language(language: &Language) -> &str {
    match language.as_str() {
        "gan" | "hak" | "hsn" | "nan" | "wuu" | "yue" => "zh",
        "nb" | "nn" => "no",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain<'a>(requested: &[&str], available: &[&'a str]) -> Vec<&'a str> {
        let locales: Vec<_> = available.iter().map(|tag| Tag::new(tag.parse().unwrap())).collect();
        negotiate(requested, &locales).into_iter().map(|index| available[index]).collect()
    }

    #[test]
    fn the_nearest_locale_comes_first() {
        let table: &[(&str, &[&str], &[&str])] = &[
            ("zh-HK", &["en-US", "zh-CN", "zh-TW"], &["zh-TW", "zh-CN"]),
            ("zh-MO", &["zh-CN", "zh-HK", "zh-TW"], &["zh-HK", "zh-TW", "zh-CN"]),
            ("zh-TW", &["zh-CN", "zh-HK"], &["zh-HK", "zh-CN"]),
            ("zh-SG", &["zh-CN", "zh-TW"], &["zh-CN", "zh-TW"]),
            ("zh-Latn", &["zh-CN"], &["zh-CN"]),
            ("zh-Hant", &["zh-Hans", "zh-Hant"], &["zh-Hant", "zh-Hans"]),
            ("yue", &["zh-CN", "zh-TW"], &["zh-TW", "zh-CN"]),
            ("yue-CN", &["zh-CN", "zh-TW"], &["zh-CN", "zh-TW"]),
            ("yue-HK", &["zh-TW", "yue-HK"], &["yue-HK", "zh-TW"]),
            ("zh-cmn-Hant-TW", &["zh-CN", "zh-TW"], &["zh-TW", "zh-CN"]),
            ("en-AU", &["en-US"], &["en-US"]),
            ("en-AU", &["en-GB", "en-US"], &["en-GB", "en-US"]),
            ("en-CA", &["en-GB", "en-US"], &["en-US", "en-GB"]),
            ("en", &["en-GB", "en-US"], &["en-US", "en-GB"]),
            ("en-IN", &["en", "en-GB"], &["en-GB", "en"]),
            ("es-MX", &["es-AR", "es-ES"], &["es-AR", "es-ES"]),
            ("es-MX", &["es-419", "es-ES"], &["es-419", "es-ES"]),
            ("es-GQ", &["es-419", "es-ES"], &["es-ES", "es-419"]),
            ("pt-AO", &["pt-BR", "pt-PT"], &["pt-PT", "pt-BR"]),
            ("pt", &["pt-BR", "pt-PT"], &["pt-BR", "pt-PT"]),
            ("de-AT", &["de-CH", "de-DE"], &["de-DE", "de-CH"]),
            ("sr-Latn", &["sr", "sr-Latn"], &["sr-Latn", "sr"]),
            ("sr-ME", &["sr", "sr-Latn"], &["sr-Latn", "sr"]),
            ("in-ID", &["id-ID"], &["id-ID"]),
            ("iw", &["he"], &["he"]),
            ("he-IL", &["iw"], &["iw"]),
            ("iw", &["iw"], &["iw"]),
            ("nn", &["nb", "nn"], &["nn", "nb"]),
            ("no", &["nb"], &["nb"]),
            ("ca-ES-valencia", &["ca-ES"], &["ca-ES"]),
            ("ca", &["ca-ES", "ca-ES-valencia"], &["ca-ES", "ca-ES-valencia"]),
            ("ja_JP.UTF-8", &["ja-JP"], &["ja-JP"]),
            ("ca_ES@euro", &["ca-ES"], &["ca-ES"]),
            ("en-US", &["en", "en-US"], &["en-US", "en"]),
            ("zh", &["zh-CN", "zh"], &["zh", "zh-CN"]),
            ("zh-TW", &["zh", "zh-CN", "zh-TW"], &["zh-TW", "zh", "zh-CN"]),
            ("nan-TW", &["zh-CN", "zh-TW"], &["zh-TW", "zh-CN"]),
            ("EN-us-U-HC-H23", &["en-US"], &["en-US"]),
            ("zh-Hant-HK-x-private", &["zh-CN", "zh-TW"], &["zh-TW", "zh-CN"]),
            ("fr", &["en-US"], &[]),
            ("uk", &["ru"], &[]),
        ];
        for (requested, available, expected) in table {
            assert_eq!(chain(&[requested], available), *expected, "{requested} in {available:?}");
        }
    }

    #[test]
    fn requests_keep_their_order_and_nothing_comes_twice() {
        let available = ["de", "en-GB", "en-US", "zh-CN"];
        let table: [(&[&str], &[&str]); 5] = [
            (&["fr", "zh-HK", "en"], &["zh-CN", "en-US", "en-GB"]),
            (&["en-GB", "de", "en-US"], &["en-GB", "de", "en-US"]),
            (&["en-AU", "de", "en"], &["en-GB", "de", "en-US"]),
            (&["en-CA", "de", "en-US"], &["en-US", "en-GB", "de"]),
            (&["de", "de", "de-AT"], &["de"]),
        ];
        for (requested, expected) in table {
            assert_eq!(chain(requested, &available), expected, "{requested:?}");
        }
    }

    #[test]
    fn what_is_no_tag_asks_for_nothing() {
        for request in
            ["", " ", "*", "und", "und-TW", "C", "x-klingon", "en-", "1", "中文", "a-b-c", "toolonglanguage", "en--US"]
        {
            assert_eq!(chain(&[request], &["en-US", "zh-TW"]), Vec::<&str>::new(), "{request:?}");
        }
    }
}
