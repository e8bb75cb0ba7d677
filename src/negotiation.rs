//! Language negotiation: finds and orders the locales for a user's list of languages.
//!
//! A locale matches a request if it has the same language. The best match comes first: the script is compared before
//! the region, since readers in Hong Kong read Traditional Chinese of Taiwan more easily than Simplified Chinese.
//! Missing subtags are filled in by Unicode's likely subtags ([UTS #35]). Regions are compared by the groups of CLDR's
//! language matching: for example, American English is one group and other varieties of English are another.
//!
//! After the matches of all requests come locales in other languages that the user probably reads, by CLDR's language
//! matches: German for Swiss German, but not the other way around. [`cldr`] has these data.
//!
//! [UTS #35]: https://www.unicode.org/reports/tr35/#Likely_Subtags

pub(crate) mod accept_language;
mod cldr;
pub(crate) mod direction;

use std::sync::OnceLock;

use code_prompts_reader::names::canonicalize_language;
use unic_langid::LanguageIdentifier;
use unic_langid::subtags::{Language, Region, Script};

use crate::negotiation::cldr::{maximize, other_languages};

/// The maximum number of requests that are used, since each takes time and can come from a hostile header.
const MAX_REQUESTS: usize = 100;

/// The language tag of a request or a locale, with the current code of its language. Its likely subtags are looked up
/// only if several locales have its language.
#[derive(Clone, Debug)]
pub(crate) struct Tag {
    id: LanguageIdentifier,
    maximized: OnceLock<Maximized>,
}

impl Tag {
    pub(crate) fn new(mut id: LanguageIdentifier) -> Self {
        canonicalize_language(&mut id);
        Self { id, maximized: OnceLock::new() }
    }

    fn shares_language(&self, other: &Self) -> bool {
        written_language(&self.id.language) == written_language(&other.id.language)
    }

    /// Returns the distance to a locale of the same language.
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
    is_likely_region: OnceLock<bool>,
    has_variants: bool,
}

/// The distance of an available locale from a requested one. The smallest is the best match.
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
    /// The most likely region of the language.
    Likely,
    Other,
}

impl Maximized {
    fn new(id: &LanguageIdentifier) -> Self {
        let language = match (id.script, id.region) {
            (None, Some(_)) => written_language(&id.language),
            _ => id.language.as_str(),
        };
        let (script, region) = maximize(language, id.script, id.region);
        let has_variants = id.variants().len() > 0;
        let is_likely_region = OnceLock::new();
        Self { language: id.language, script, region, is_likely_region, has_variants, id: id.clone() }
    }

    /// Returns the distance to a locale of the same language.
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
        let likely = || maximize(self.language.as_str(), self.script, None).1;
        *self.is_likely_region.get_or_init(|| likely() == self.region)
    }

    /// Returns whether the region is in the smaller of the two groups of the language's regions, by the match variables
    /// of CLDR's `languageInfo.xml`. Returns `None` for a language without groups, as most are.
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

/// Returns the indices of the matching locales in order: those that match the first request, the best match first, then
/// those that match the second, and so on. A locale that is not the best match for a request comes later if it matches
/// a later request better. Last come the locales that only match by [`related`] languages. An invalid request is ignored.
pub(crate) fn negotiate<R: AsRef<str>>(requested: impl IntoIterator<Item = R>, available: &[Tag]) -> Vec<usize> {
    let requests = requested.into_iter().take(MAX_REQUESTS);
    let requests: Vec<Tag> = requests.filter_map(|request| Some(Tag::new(parse_request(request.as_ref())?))).collect();
    let mut chain: Vec<usize> = Vec::new();
    for (request, later) in requests.iter().zip(1..).map(|(request, next)| (request, requests.get(next..))) {
        let matches = available.iter().enumerate().filter(|(_, locale)| request.shares_language(locale));
        let matches: Vec<(usize, &Tag)> = matches.filter(|(index, _)| !chain.contains(index)).collect();
        // The usual case, without a comparison.
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
    for request in &requests {
        let related = related(request, available);
        chain.extend(related.into_iter().filter(|index| !chain.contains(index)).collect::<Vec<_>>());
    }
    chain
}

/// How locales match single requests, so that another program can negotiate as this library does.
#[derive(Debug)]
pub struct Matcher(Vec<Tag>);

impl Matcher {
    /// Prepares the locales with these tags.
    #[must_use]
    pub fn new(tags: &[&str]) -> Self {
        Self(tags.iter().filter_map(|tag| tag.parse().ok()).map(Tag::new).collect())
    }

    /// Returns the scripts that the result may depend on, some more than once.
    pub fn scripts() -> impl Iterator<Item = &'static str> {
        cldr::scripts()
    }

    /// Returns the indices of the locales in the language of a request, each with its distance (the smallest is the best
    /// match), and then those of the locales in related languages, the best match first.
    #[must_use]
    pub fn matches(&self, request: &str) -> (Vec<(usize, u8)>, Vec<usize>) {
        let Some(request) = parse_request(request).map(Tag::new) else { return (Vec::new(), Vec::new()) };
        let own = self.0.iter().enumerate().filter(|(_, locale)| request.shares_language(locale));
        let own = own.map(|(index, locale)| (index, request.distance(locale).rank())).collect();
        (own, related(&request, &self.0))
    }
}

impl Distance {
    /// Returns a number that is compared as the distance is.
    fn rank(&self) -> u8 {
        let region = match self.region {
            RegionDistance::Same => 0,
            RegionDistance::SameGroup => 1,
            RegionDistance::Likely => 2,
            RegionDistance::Other => 3,
        };
        let bits = [self.other_tag, self.other_language, self.other_script].map(u8::from);
        bits.into_iter().fold(0, |rank, bit| rank * 2 + bit) * 8 + region * 2 + u8::from(self.has_variants)
    }
}

/// Returns the indices of the locales in other languages that readers of a language probably read, the best match first.
fn related(request: &Tag, available: &[Tag]) -> Vec<usize> {
    let mut related = Vec::new();
    for (language, other_script) in other_languages(request.id.language.as_str()) {
        let full = request.maximized();
        let script = other_script.or(full.script);
        let request = Tag::new(LanguageIdentifier::from_parts(language, script, full.region, &[]));
        let is_match = |locale: &Tag| locale.id.language == request.id.language && locale.maximized().script == script;
        let matches = available.iter().enumerate().filter(|(_, locale)| is_match(locale));
        let mut matches: Vec<_> = matches.map(|(index, locale)| (request.distance(locale), index)).collect();
        matches.sort();
        related.extend(matches.into_iter().map(|(_, index)| index));
    }
    related
}

/// Parses a BCP 47 tag, also with extensions and extended languages (`en-US-u-hc-h23`, `zh-cmn-Hans-CN`), or a POSIX
/// locale (`zh_TW.UTF-8`, `ca_ES@euro`).
fn parse_request(tag: &str) -> Option<LanguageIdentifier> {
    let tag = tag.trim().split(['.', '@']).next().unwrap_or_default();
    let mut subtags: Vec<&str> = tag.split(['-', '_']).collect();
    // A single letter begins an extension or a private-use part, which does not affect the match.
    if let Some(singleton) = subtags.iter().position(|subtag| subtag.len() == 1) {
        subtags.truncate(singleton);
    }
    // In the canonical form, an extended language subtag replaces its primary language.
    if let [_, extended, ..] = subtags.as_slice() {
        if extended.len() == 3 && extended.chars().all(|letter| letter.is_ascii_alphabetic()) {
            subtags.remove(0);
        }
    }
    let id: LanguageIdentifier = subtags.join("-").parse().ok()?;
    (!id.language.is_empty()).then_some(id)
}

/// Returns the language whose texts the speakers of a language read, by CLDR's language matching.
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
    fn ranks_are_ordered_as_distances_are() {
        let regions =
            || [RegionDistance::Same, RegionDistance::SameGroup, RegionDistance::Likely, RegionDistance::Other];
        let flags = || [false, true];
        let mut distances = Vec::new();
        for (other_tag, other_language) in flags().into_iter().flat_map(|one| flags().map(|other| (one, other))) {
            for (other_script, has_variants) in flags().into_iter().flat_map(|one| flags().map(|other| (one, other))) {
                let with = |region| Distance { other_tag, other_language, other_script, region, has_variants };
                distances.extend(regions().map(with));
            }
        }
        distances.sort();
        let ranks: Vec<u8> = distances.iter().map(Distance::rank).collect();
        assert_eq!(ranks.len(), 64);
        assert!(ranks.windows(2).all(|pair| pair[0] < pair[1]), "{distances:?}");
    }

    #[test]
    fn negotiation_orders_locales_by_distance() {
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
            ("sh", &["hr", "sr", "sr-Latn"], &["sr-Latn", "sr"]),
            ("sh", &["sr"], &["sr"]),
            ("sr-Latn", &["sh"], &["sh"]),
        ];
        for (requested, available, expected) in table {
            assert_eq!(chain(&[requested], available), *expected, "{requested} in {available:?}");
        }
    }

    #[test]
    fn negotiation_keeps_request_order_without_duplicates() {
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
    fn negotiation_adds_related_languages_after_all_requests() {
        let table: &[(&[&str], &[&str], &[&str])] = &[
            (&["gsw"], &["de-AT", "de-CH", "de-DE", "fr"], &["de-CH", "de-DE", "de-AT"]),
            (&["de", "de-CH"], &["gsw"], &[]),
            (&["lb"], &["de-DE", "fr-FR"], &["de-DE"]),
            (&["ca-ES-valencia"], &["es-419", "es-ES"], &["es-ES", "es-419"]),
            (&["gl"], &["es", "pt-PT"], &["es"]),
            (&["eu"], &["es"], &["es"]),
            (&["es"], &["ca", "eu", "gl"], &[]),
            (&["ms-MY"], &["id-ID"], &["id-ID"]),
            (&["id"], &["ms"], &["ms"]),
            (&["jv", "su"], &["id"], &["id"]),
            // Those of the other requests come first.
            (&["ca", "fr"], &["es", "fr"], &["fr", "es"]),
            (&["ca", "gsw", "ca-AD"], &["ca", "de", "es"], &["ca", "es", "de"]),
            (&["ca", "es-MX"], &["es-419", "es-ES"], &["es-419", "es-ES"]),
            // Both ways, the nearest first.
            (&["bs"], &["hr", "sr", "sr-Latn"], &["hr", "sr-Latn"]),
            (&["hr"], &["bs"], &["bs"]),
            (&["da"], &["nb", "nn"], &["nb"]),
            // Another script only if CLDR names it.
            (&["ug"], &["zh-CN", "zh-TW"], &[]),
            (&["bo"], &["zh-CN", "zh-TW"], &["zh-CN"]),
            (&["kk"], &["ru"], &["ru"]),
            (&["kk-Latn"], &["ru"], &[]),
            (&["az"], &["ru"], &["ru"]),
            (&["arz"], &["ar-AE", "ar-EG"], &["ar-EG", "ar-AE"]),
            (&["zh"], &["yue"], &["yue"]),
        ];
        for (requested, available, expected) in table {
            assert_eq!(chain(requested, available), *expected, "{requested:?} in {available:?}");
        }
    }

    #[test]
    fn negotiation_ignores_invalid_tags() {
        for request in
            ["", " ", "*", "und", "und-TW", "C", "x-klingon", "en-", "1", "中文", "a-b-c", "toolonglanguage", "en--US"]
        {
            assert_eq!(chain(&[request], &["en-US", "zh-TW"]), Vec::<&str>::new(), "{request:?}");
        }
    }
}
