//! The texts of a message as a reader gets them, with all variants.

use code_prompts_engine::project::{Piece, ReaderText, Selector, SelectorKind};
use code_prompts_reader::names::CODE;

/// The attribute with the label of the button for a code's action.
pub(crate) const ACTION: &str = "action";

/// The attribute with the text for developers.
pub(crate) const DESCRIPTION: &str = "description";

/// The maximum number of variants of a text that are shown.
const MAX_VARIANTS: usize = 60;

/// The value of a message, or an attribute.
pub(crate) struct Text {
    pub(crate) attribute: Option<String>,
    pub(crate) variants: Vec<Variant>,
    /// The number of variants that are left out.
    pub(crate) left_out: usize,
}

/// A text for some values of its variables.
pub(crate) struct Variant {
    /// Each variable with the key that is selected, or `None` for any other value.
    pub(crate) condition: Vec<(String, Option<String>)>,
    pub(crate) pieces: Vec<Piece>,
}

impl Text {
    /// Reads a text. `code` is the number that is shown for `$code`, which the library sets.
    pub(crate) fn of(text: &ReaderText<'_, '_>, code: Option<i64>) -> Self {
        let conditions = conditions(&text.selectors);
        let left_out = conditions.1;
        let variant = |condition: Vec<Option<String>>| {
            let choose = |selector: &Selector| {
                let is_same = |own: &Selector| own.variable == selector.variable && own.kind == selector.kind;
                condition.get(text.selectors.iter().position(is_same)?).cloned().flatten()
            };
            let pieces = text.pieces(&choose).unwrap_or_default();
            let pieces = pieces.into_iter().map(|piece| with_code(piece, code)).collect();
            let names = text.selectors.iter().map(|selector| match selector.kind {
                SelectorKind::Ordinal => format!("{}, ordinal", selector.variable),
                SelectorKind::Cardinal | SelectorKind::Text => selector.variable.clone(),
            });
            Variant { condition: names.zip(condition.clone()).collect(), pieces }
        };
        let variants = conditions.0.into_iter().map(variant).collect();
        Self { attribute: text.attribute.map(str::to_owned), variants, left_out }
    }

    /// Returns the length of the longest variant in grapheme clusters. A variable counts as its name.
    pub(crate) fn length(&self) -> usize {
        self.variants
            .iter()
            .map(|variant| code_prompts_engine::project::length(&variant.pieces))
            .max()
            .unwrap_or_default()
    }
}

/// Returns the values of the selectors in each case, up to the maximum, and how many cases there are beyond it.
fn conditions(selectors: &[Selector]) -> (Vec<Vec<Option<String>>>, usize) {
    let mut cases: Vec<Vec<Option<String>>> = vec![Vec::new()];
    let mut count = 1_usize;
    for selector in selectors {
        count = count.saturating_mul(selector.keys.len() + 1);
        let keys = || selector.keys.iter().cloned().map(Some).chain([None]);
        let with = |case: &Vec<Option<String>>| {
            let case = case.clone();
            keys().map(move |key| case.iter().cloned().chain([key]).collect::<Vec<_>>()).collect::<Vec<_>>()
        };
        cases = cases.iter().flat_map(with).take(MAX_VARIANTS).collect();
    }
    let left_out = count - cases.len();
    (cases, left_out)
}

fn with_code(piece: Piece, code: Option<i64>) -> Piece {
    match (piece, code) {
        (Piece::Argument { name, .. }, Some(code)) if name == CODE => Piece::Text(code.to_string()),
        (piece, _) => piece,
    }
}
