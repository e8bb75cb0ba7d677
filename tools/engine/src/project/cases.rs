//! The arguments that select each variant of a message.

use code_prompts::{ErrorCode, Localizer, Variable};

use crate::text::plurals::{CATEGORIES, Plurals};

/// The arguments of one case, each with name and value. A variable without an argument selects the default variant.
pub type Case = Vec<(String, String)>;

/// The maximum number of cases of a message. Further variables keep their default.
const MAX_CASES: usize = 256;

/// Returns one case for each combination of variants of a code's message, in the order of the variants: at most 256
/// cases. A message without selectors has one empty case.
#[must_use]
pub fn cases(localizer: &Localizer, code: ErrorCode) -> Vec<Case> {
    let mut cases = vec![Case::new()];
    for variable in localizer.variables(code) {
        if cases.len() * (variable.keys().count() + 1) > MAX_CASES {
            continue;
        }
        let (values, default) = values(variable, localizer.prompt(code).locale());
        let mut more = Vec::new();
        let mut add = |value: &str| {
            for case in &cases {
                let argument = (variable.name().to_owned(), value.to_owned());
                more.push(case.iter().cloned().chain([argument]).collect());
            }
        };
        values.iter().for_each(|value| add(value));
        match default {
            Some(value) => add(&value),
            None => more.append(&mut cases),
        }
        cases = more;
    }
    cases
}

/// Returns a value for each variant of a variable, and for plurals a number that selects the default variant. Without
/// such a number, the key itself selects the variant, and the default is selected by leaving out the argument.
fn values(variable: &Variable, locale: &str) -> (Vec<String>, Option<String>) {
    let keys: Vec<&str> = variable.keys().collect();
    let category = |key: &&str| CATEGORIES.iter().position(|category| category == key);
    let is_number = |key: &&str| category(key).is_some() || key.parse::<f64>().is_ok();
    let plurals =
        locale.parse().ok().filter(|_| keys.iter().any(|key| category(key).is_some())).map(|id| Plurals::of(&id));
    let Some(plurals) = plurals.filter(|_| keys.iter().all(is_number)) else {
        return (keys.into_iter().map(str::to_owned).collect(), None);
    };
    let is_key = |number: &usize| keys.contains(&number.to_string().as_str());
    // A number that is a key itself may select that variant instead.
    let number = |key: &&str| {
        let category = category(key)?;
        // A category that cardinal numbers lack is one of ordinal numbers: `[two]` in English.
        let kinds = [plurals.cardinal(), plurals.ordinal()];
        let mut numbers =
            kinds.into_iter().find(|kind| kind.integers_of(category).next().is_some())?.integers_of(category);
        numbers.find(|number| !is_key(number))
    };
    let values = keys.iter().map(|key| number(key).map_or_else(|| (*key).to_owned(), |number| number.to_string()));
    let is_selected = |number: &usize| {
        let is_of = |index: usize| plurals.cardinal().integers_of(index).any(|other| other == *number);
        is_key(number) || keys.iter().any(|key| category(key).is_some_and(is_of))
    };
    (values.collect(), (0..200).find(|number| !is_selected(number)).map(|number| number.to_string()))
}
