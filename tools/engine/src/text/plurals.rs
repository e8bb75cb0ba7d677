//! The plural categories of a locale, as the runtime selects them.

use std::sync::OnceLock;

use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

/// The categories in CLDR's order. A set of categories is a number with one bit for each.
pub const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The number of integers that are tried, from 0. Each category of a CLDR rule has one of them.
const INTEGERS: usize = 201;

/// The plurals of a locale.
pub(crate) struct Plurals {
    cardinal: Numbers,
    ordinal: Numbers,
}

/// The categories of numbers: cardinal or ordinal.
pub(crate) struct Numbers {
    /// The category of each whole number from 0, as an index of [`CATEGORIES`].
    integers: Vec<usize>,
    /// The categories of common whole numbers, without those that newer CLDR data have removed.
    pub(crate) common: u8,
    /// The categories of all numbers, including fractions and millions, in the runtime's data or newer CLDR data.
    pub(crate) all: u8,
}

impl Plurals {
    pub(crate) fn of(locale: &LanguageIdentifier) -> Self {
        Self {
            cardinal: Numbers::of(locale, PluralRuleType::CARDINAL),
            ordinal: Numbers::of(locale, PluralRuleType::ORDINAL),
        }
    }

    /// Returns the categories of cardinal numbers: 1, 2, 3.
    pub(crate) fn cardinal(&self) -> &Numbers {
        &self.cardinal
    }

    /// Returns the categories of ordinal numbers: 1st, 2nd, 3rd.
    pub(crate) fn ordinal(&self) -> &Numbers {
        &self.ordinal
    }
}

impl Numbers {
    fn of(locale: &LanguageIdentifier, kind: PluralRuleType) -> Self {
        // The runtime's rules for Belarusian lack a remainder, so that 22 is not as 2. CLDR's are those of Russian.
        let russian = (locale.language == "be").then(|| "ru".parse().ok()).flatten();
        // For a language without data, no category is required, and none is impossible.
        let Some(rules) = rules(russian.as_ref().unwrap_or(locale), kind) else {
            return Self { integers: vec![OTHER; INTEGERS], common: 1 << OTHER, all: u8::MAX };
        };
        let integers: Vec<usize> = (0..INTEGERS).map(|number| index(rules.select(number))).collect();
        let large = [300, 1000, 1001, 10_000, 100_000];
        let common = integers.iter().copied().chain(large.map(|number: usize| index(rules.select(number))));
        let common = common.fold(0, |set, category| set | 1 << category);
        let mut all = common;
        for number in [1_000_000_usize, 1_000_001, 2_000_000, 1_000_000_000] {
            all |= 1 << index(rules.select(number));
        }
        for whole in 0..6 {
            for tenth in 0..10 {
                all |= 1 << index(rules.select(format!("{whole}.{tenth}").as_str()));
            }
        }
        let mut common = common;
        // The runtime's data are from CLDR 37; other runtimes have newer data.
        if kind == PluralRuleType::CARDINAL {
            match locale.language.as_str() {
                "ca" | "es" | "fr" | "it" | "lld" | "pt" | "scn" | "vec" => all |= 1 << MANY,
                "mt" => all |= 1 << TWO,
                // `many` was for the tens. CLDR 42 has removed it.
                "he" | "iw" => common &= !(1 << MANY),
                _ => {}
            }
        }
        Self { integers, common, all }
    }

    /// Returns the category of a whole number up to 200.
    pub(crate) fn category_of(&self, number: &str) -> Option<usize> {
        self.integers.get(number.parse::<usize>().ok()?).copied()
    }

    /// Returns the whole numbers up to 200 in a category.
    pub(crate) fn integers_of(&self, category: usize) -> impl Iterator<Item = usize> {
        (0..self.integers.len()).filter(move |number| self.integers[*number] == category)
    }
}

pub(crate) const ZERO: usize = 0;
pub(crate) const ONE: usize = 1;
pub(crate) const TWO: usize = 2;
pub(crate) const FEW: usize = 3;
const MANY: usize = 4;
pub(crate) const OTHER: usize = 5;

/// Finds the rules as the runtime does, but returns `None` where the runtime falls back to English.
fn rules(locale: &LanguageIdentifier, kind: PluralRuleType) -> Option<PluralRules> {
    static CARDINAL: OnceLock<Vec<LanguageIdentifier>> = OnceLock::new();
    static ORDINAL: OnceLock<Vec<LanguageIdentifier>> = OnceLock::new();
    let available = match kind {
        PluralRuleType::CARDINAL => &CARDINAL,
        PluralRuleType::ORDINAL => &ORDINAL,
    };
    let available = available.get_or_init(|| PluralRules::get_locales(kind));
    let english: LanguageIdentifier = "en".parse().ok()?;
    let found = negotiate_languages(&[locale], available, Some(&english), NegotiationStrategy::Lookup);
    let found = found.first().filter(|found| found.language == locale.language)?;
    PluralRules::create((*found).clone(), kind).ok()
}

fn index(category: Result<PluralCategory, &'static str>) -> usize {
    match category {
        Ok(PluralCategory::ZERO) => 0,
        Ok(PluralCategory::ONE) => 1,
        Ok(PluralCategory::TWO) => 2,
        Ok(PluralCategory::FEW) => 3,
        Ok(PluralCategory::MANY) => 4,
        Ok(PluralCategory::OTHER) | Err(_) => OTHER,
    }
}
