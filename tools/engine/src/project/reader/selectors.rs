//! What the variants of a text depend on.

use fluent_syntax::ast::{InlineExpression, Variant};

use crate::project::selects::{is_ordinal, variable, written_key};
use crate::text::plurals::CATEGORIES;

/// A variable that selects variants of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selector {
    /// The name of the variable.
    pub variable: String,
    /// How its value selects a variant.
    pub kind: SelectorKind,
    /// The keys of the variants that are not the default one, in the order of the text.
    pub keys: Vec<String>,
    /// The keys of the default variants.
    pub(super) default_keys: Vec<String>,
    /// Whether it is a call of `NUMBER()`.
    is_call: bool,
}

/// How a value selects a variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SelectorKind {
    /// By a text.
    Text,
    /// By a number, or by its plural category: 1, 2, 3.
    Cardinal,
    /// By a number, or by its ordinal category: 1st, 2nd, 3rd.
    Ordinal,
}

impl SelectorKind {
    /// Returns whether it is a number that selects.
    #[must_use]
    pub fn is_number(self) -> bool {
        self != Self::Text
    }
}

impl Selector {
    /// Returns the selector of a select, or `None` if it is no variable.
    pub(super) fn new(selector: &InlineExpression<&str>, variants: &[Variant<&str>]) -> Option<Self> {
        let variable = variable(selector)?.to_owned();
        let is_call = matches!(selector, InlineExpression::FunctionReference { .. });
        let kind = if is_ordinal(selector) { SelectorKind::Ordinal } else { SelectorKind::Cardinal };
        let mut new = Self { variable, kind, keys: Vec::new(), default_keys: Vec::new(), is_call };
        for variant in variants {
            let keys = if variant.default { &mut new.default_keys } else { &mut new.keys };
            keys.push(written_key(variant).to_owned());
        }
        Some(new)
    }

    /// Returns whether it is the same selector in another select.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.variable == other.variable && (self.kind == SelectorKind::Ordinal) == (other.kind == SelectorKind::Ordinal)
    }

    /// Adds the keys of another select.
    pub(super) fn add(&mut self, other: Self) {
        let is_new = |known: &[String], key: &String| !known.contains(key);
        let (keys, default_keys) = (other.keys, other.default_keys);
        self.keys.extend(keys.into_iter().filter(|key| is_new(&self.keys, key)).collect::<Vec<_>>());
        self.default_keys
            .extend(default_keys.into_iter().filter(|key| is_new(&self.default_keys, key)).collect::<Vec<_>>());
        self.is_call |= other.is_call;
    }

    /// Decides, with all keys, whether a text or a number selects. `is_text`: the source's comment says that it is a text.
    pub(super) fn settle(&mut self, is_text: bool) {
        let is_number = |key: &String| CATEGORIES.contains(&key.as_str()) || key.parse::<f64>().is_ok();
        let mut keys = self.keys.iter().chain(&self.default_keys);
        if !self.is_call && (is_text || !keys.all(is_number)) {
            self.kind = SelectorKind::Text;
        }
    }
}
