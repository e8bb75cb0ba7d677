//! The table by which TypeScript negotiates languages as the library does: what the locales of a folder are to each tag.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use code_prompts::internal::Matcher;
use unic_langid::LanguageIdentifier;

/// A script that the table does not list.
const OTHER_SCRIPT: &str = "Zzzz";
/// Its key.
const OTHER: &str = "?";

/// The key of all regions that are not listed.
const ANY: &str = "*";

/// The locales that match a tag: those in its language with their distances, and those in related languages.
type Matches = (Vec<(usize, u8)>, Vec<usize>);

/// The matches of each language: of the language alone, and of its tags with a script or a region that differ from it.
pub(super) struct Table {
    values: Vec<Matches>,
    languages: BTreeMap<String, BTreeMap<String, usize>>,
    scripts: BTreeSet<String>,
    regions: Vec<String>,
}

impl Table {
    pub(super) fn of(locales: &[&str]) -> Self {
        let mut table = Self {
            values: Vec::new(),
            languages: BTreeMap::new(),
            scripts: BTreeSet::new(),
            regions: regions(locales),
        };
        let matcher = Matcher::new(locales);
        let written = |id: LanguageIdentifier| {
            let mut id = id;
            id.maximize();
            id.script.map(|script| script.to_string())
        };
        let own: BTreeSet<String> = locales.iter().filter_map(|tag| written(tag.parse().ok()?)).collect();
        table.scripts.clone_from(&own);
        let known: BTreeSet<&str> = Matcher::scripts().collect();
        for language in languages() {
            let whole = matches(&matcher, &language);
            if whole == Matches::default() {
                continue;
            }
            let add = |table: &mut Self, key: &str, tag: &str, fallback: usize| {
                let value = table.value(matches(&matcher, tag));
                if value != fallback {
                    table.languages.entry(language.clone()).or_default().insert(key.to_owned(), value);
                }
                value
            };
            let whole = table.value(whole);
            table.languages.entry(language.clone()).or_default().insert(String::new(), whole);
            let other = add(&mut table, OTHER, &format!("{language}-{OTHER_SCRIPT}"), whole);
            for script in known.iter().copied().chain(own.iter().map(String::as_str)) {
                if add(&mut table, script, &format!("{language}-{script}"), other) != other {
                    table.scripts.insert(script.to_owned());
                }
            }
            table.add_regions(&matcher, &language, "", &language, whole);
        }
        // With the script, the region only orders the locales.
        let has_order = |of: &BTreeMap<String, usize>, values: &[Matches]| {
            of.values().filter_map(|value| values.get(*value)).any(|(own, related)| own.len() + related.len() > 1)
        };
        let ordered = table.languages.iter().filter(|(_, of)| has_order(of, &table.values));
        for language in ordered.map(|(language, _)| language.clone()).collect::<Vec<_>>() {
            for script in table.scripts.clone().iter().map(String::as_str).chain([OTHER]) {
                let written = if script == OTHER { OTHER_SCRIPT } else { script };
                let of = table.languages.get(&language);
                let alone = of.and_then(|of| [script, OTHER, ""].iter().find_map(|key| of.get(*key))).copied();
                let tag = format!("{language}-{written}");
                table.add_regions(&matcher, &language, &format!("{script}-"), &tag, alone.unwrap_or_default());
            }
        }
        table
    }

    /// Adds the regions of a tag: what most of them have, if that is not what the tag has without a region, and the others.
    fn add_regions(&mut self, matcher: &Matcher, language: &str, key: &str, tag: &str, without: usize) {
        let values: Vec<(String, usize)> = (self.regions.clone().into_iter())
            .map(|region| {
                let value = self.value(matches(matcher, &format!("{tag}-{region}")));
                (region, value)
            })
            .collect();
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        values.iter().for_each(|(_, value)| *counts.entry(*value).or_default() += 1);
        let most = counts.into_iter().max_by_key(|(_, count)| *count).map_or(without, |(value, _)| value);
        let of = self.languages.entry(language.to_owned()).or_default();
        if most != without {
            of.insert(format!("{key}{ANY}"), most);
        }
        of.extend(
            values
                .into_iter()
                .filter(|(_, value)| *value != most)
                .map(|(region, value)| (format!("{key}{region}"), value)),
        );
    }

    /// Returns the index of a value.
    fn value(&mut self, value: Matches) -> usize {
        self.values.iter().position(|known| *known == value).unwrap_or_else(|| {
            self.values.push(value);
            self.values.len() - 1
        })
    }

    /// Writes the table as TypeScript.
    pub(super) fn write(&self) -> String {
        let mut text = String::from(
            "/** The scripts that the table tells apart. */\nexport const scripts: ReadonlySet<string> = new Set([",
        );
        let quoted: Vec<String> = self.scripts.iter().map(|script| format!("\"{script}\"")).collect();
        text += &quoted.join(", ");
        text += "]);\n\n/** Locales in the language of a tag, each with its distance from it, and locales in related languages. */\n\
                 export type Matches = readonly [own: readonly (readonly [number, number])[], related: readonly number[]];\n\n\
                 export const values: readonly Matches[] = [\n";
        for (own, related) in &self.values {
            let own: Vec<String> = own.iter().map(|(index, distance)| format!("[{index}, {distance}]")).collect();
            let related: Vec<String> = related.iter().map(ToString::to_string).collect();
            let _ = writeln!(text, "  [[{}], [{}]],", own.join(", "), related.join(", "));
        }
        // Most languages have the row of another one.
        let mut rows: Vec<&BTreeMap<String, usize>> = Vec::new();
        let mut languages = String::new();
        for (language, row) in &self.languages {
            let index = rows.iter().position(|known| *known == row).unwrap_or_else(|| {
                rows.push(row);
                rows.len() - 1
            });
            let _ = writeln!(languages, "  {language}: {index},");
        }
        text += "];\n\n/** The index of the matches by the script and the region. */\n\
                 export const rows: readonly { readonly [subtags: string]: number }[] = [\n";
        for row in rows {
            let pairs: Vec<String> = row.iter().map(|(key, value)| format!("\"{key}\": {value}")).collect();
            let _ = writeln!(text, "  {{ {} }},", pairs.join(", "));
        }
        text += "];\n\n/** The index of the row of each language. */\n\
                 export const languages: { readonly [language: string]: number | undefined } = {\n";
        text + &languages + "};\n"
    }
}

/// Returns the matches of a tag. The distance of a single locale is compared with no other.
fn matches(matcher: &Matcher, tag: &str) -> Matches {
    let (mut own, related) = matcher.matches(tag);
    if let [(_, distance)] = own.as_mut_slice() {
        *distance = 0;
    }
    (own, related)
}

/// Returns all codes of two and three letters.
fn languages() -> impl Iterator<Item = String> {
    let letters = || 'a'..='z';
    let pairs = move || letters().flat_map(move |first| letters().map(move |second| format!("{first}{second}")));
    pairs().chain(pairs().flat_map(move |pair| letters().map(move |third| format!("{pair}{third}"))))
}

/// Returns the codes of regions that can count: all of two letters, the groups of regions in CLDR's language matching, and
/// those of the locales.
fn regions(locales: &[&str]) -> Vec<String> {
    let pairs = ('A'..='Z').flat_map(|first| ('A'..='Z').map(move |second| format!("{first}{second}")));
    let own = locales.iter().filter_map(|tag| tag.parse::<LanguageIdentifier>().ok()?.region).map(|it| it.to_string());
    let groups = ["003", "005", "013", "015", "019", "021", "029", "419"].map(str::to_owned);
    let all: BTreeSet<String> = pairs.chain(own).chain(groups).collect();
    all.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_is_small_and_has_related_languages() {
        let table = Table::of(&["en-GB", "en-US", "zh-CN", "zh-TW"]).write();
        assert!(table.len() < 15_000, "{}", table.len());
        let line = |language: &str| {
            table.lines().find(|line| line.starts_with(&format!("  {language}: "))).unwrap_or_default()
        };
        assert!(!line("zh").is_empty() && !line("yue").is_empty() && table.contains("\"HK\":"), "{table}");
        assert_eq!(line("qqq"), "");
        // No locale is in German, and Swiss Germans read it.
        assert_eq!(line("gsw"), "");
        assert!(Table::of(&["de-DE"]).write().contains("\n  gsw: "));
    }
}
