//! The texts of a message as a reader gets them, with all variants.

use std::collections::BTreeMap;

use code_prompts_engine::project::{Piece, ReaderText, Selector, SelectorKind, length};
use code_prompts_reader::names::CODE;

/// The attribute with the label of the button for a code's action.
pub(crate) const ACTION: &str = "action";

/// The attribute with the text for developers.
pub(crate) const DESCRIPTION: &str = "description";

/// The maximum number of variants of a text that are shown.
const MAX_VARIANTS: usize = 60;

/// The maximum number of variants whose lengths are compared.
const MAX_MEASURED: usize = 2_000;

/// The value of a message, or an attribute.
pub(crate) struct Text {
    pub(crate) attribute: Option<String>,
    /// Those that differ, the default one last.
    pub(crate) variants: Vec<Variant>,
    /// The number of variants that are left out.
    pub(crate) left_out: usize,
    /// The length of the longest variant in grapheme clusters. A variable counts as its name.
    pub(crate) length: usize,
}

/// A text for some values of its variables.
pub(crate) struct Variant {
    pub(crate) condition: Vec<Condition>,
    pub(crate) pieces: Vec<Piece>,
}

/// What a variable has to be.
pub(crate) struct Condition {
    pub(crate) variable: String,
    /// Whether the number is an ordinal: 1st, 2nd, 3rd.
    pub(crate) is_ordinal: bool,
    /// The key that is selected, or `None` for any other value.
    pub(crate) key: Option<String>,
}

/// The key that each selector selects, or `None` for any other value.
type Case = Vec<Option<String>>;

impl Text {
    /// Reads a text. `code` is the number that is shown for `$code`, which the library sets.
    pub(crate) fn of(text: &ReaderText<'_, '_>, code: Option<i64>) -> Self {
        let (cases, count) = cases(&text.selectors);
        let with_pieces = |case: Case| {
            let pieces = pieces(text, &case, code);
            (case, pieces)
        };
        let all: Vec<(Case, Vec<Piece>)> = cases.into_iter().map(with_pieces).collect();
        let length = all.iter().map(|(_, pieces)| length(pieces)).max().unwrap_or_default();
        let measured = all.len();
        let mut all = differing(all);
        let same = measured - all.len();
        if all.len() > MAX_VARIANTS {
            let default = all.pop();
            all.truncate(MAX_VARIANTS - 1);
            all.extend(default);
        }
        let left_out = count - same - all.len();
        let variant = |(case, pieces): (Case, Vec<Piece>)| {
            let condition = text.selectors.iter().zip(case).map(|(selector, key)| Condition {
                variable: selector.variable.clone(),
                is_ordinal: selector.kind == SelectorKind::Ordinal,
                key,
            });
            Variant { condition: condition.collect(), pieces }
        };
        let variants = all.into_iter().map(variant).collect();
        Self { attribute: text.attribute.map(str::to_owned), variants, left_out, length }
    }
}

/// Returns the cases whose texts differ from those for any other value of a variable.
fn differing(all: Vec<(Case, Vec<Piece>)>) -> Vec<(Case, Vec<Piece>)> {
    if all.len() < 2 {
        return all;
    }
    let known: BTreeMap<&Case, &Vec<Piece>> = all.iter().map(|(case, pieces)| (case, pieces)).collect();
    let is_same = |case: &Case, own: &Vec<Piece>, without: usize| {
        let other: Case = case.iter().enumerate().map(|(at, key)| key.clone().filter(|_| at != without)).collect();
        known.get(&other).is_some_and(|other| *other == own)
    };
    let is_needed = |(case, own): &(Case, Vec<Piece>)| {
        let chosen = case.iter().enumerate().filter(|(_, key)| key.is_some());
        !chosen.map(|(index, _)| index).any(|index| is_same(case, own, index))
    };
    let needed: Vec<bool> = all.iter().map(is_needed).collect();
    all.into_iter().zip(needed).filter_map(|(case, is_needed)| is_needed.then_some(case)).collect()
}

fn pieces(text: &ReaderText<'_, '_>, case: &Case, code: Option<i64>) -> Vec<Piece> {
    let choose = |selector: &Selector| {
        let is_same = |own: &Selector| own.variable == selector.variable && own.kind == selector.kind;
        case.get(text.selectors.iter().position(is_same)?).cloned().flatten()
    };
    let pieces = text.pieces(&choose).unwrap_or_default();
    pieces.into_iter().map(|piece| with_code(piece, code)).collect()
}

/// Returns the cases of some selectors, the default one last, up to the maximum, and how many there are.
fn cases(selectors: &[Selector]) -> (Vec<Case>, usize) {
    let mut cases: Vec<Case> = vec![Vec::new()];
    let mut count = 1_usize;
    for selector in selectors {
        count = count.saturating_mul(selector.keys.len() + 1);
        let keys = || selector.keys.iter().cloned().map(Some).chain([None]);
        let with = |case: &Case| keys().map(|key| case.iter().cloned().chain([key]).collect()).collect::<Vec<Case>>();
        cases = cases.iter().flat_map(with).collect();
        if cases.len() > MAX_MEASURED {
            let default = cases.pop();
            cases.truncate(MAX_MEASURED - 1);
            cases.extend(default);
        }
    }
    (cases, count)
}

fn with_code(piece: Piece, code: Option<i64>) -> Piece {
    match (piece, code) {
        (Piece::Argument { name, .. }, Some(code)) if name == CODE => Piece::Text(code.to_string()),
        (piece, _) => piece,
    }
}
