//! Prompts as the library renders them, for the rules that check rendered text.

use code_prompts::{Catalog, Localizer, Prompt, Value};
use code_prompts_reader::names::UNKNOWN_CODE;

use super::context::Context;
use crate::project::cases::{Case, cases};
use crate::project::codes::Codes;
use crate::project::entry::{Entry, Kind};

/// The prompts of one locale.
pub(super) struct Rendering<'t> {
    pub(super) catalog: &'t Catalog,
    localizer: Localizer,
}

impl<'t> Rendering<'t> {
    /// Returns the prompts of the context's locale, if the folder has a catalog with this locale.
    pub(crate) fn new(context: &Context<'t, '_>) -> Option<Self> {
        let Codes::Catalog(catalog) = &context.tree.codes else { return None };
        let localizer = catalog.localizer([context.locale.tag]).without_isolation_marks();
        let is_first = localizer.locales().next() == Some(context.locale.tag);
        is_first.then_some(Self { catalog, localizer })
    }

    /// Returns the locale's messages of codes: code, message, and the maximum length of the code. `unknown-code` comes
    /// with an unused code.
    pub(super) fn messages<'a>(&self, context: &Context<'t, 'a>) -> Vec<(i64, &'t Entry<'a>, Option<usize>)> {
        let locale = context.locale;
        let named = self
            .catalog
            .codes()
            .filter_map(|code| Some((code.code().value(), locale.find(Kind::Message, code.id())?, code.max_length())));
        let unknown = locale.find(Kind::Message, UNKNOWN_CODE).map(|entry| (self.free_code(), entry, None));
        named.chain(unknown).collect()
    }

    /// Renders a code once for each case of its message, and calls `check` with each prompt.
    pub(super) fn render(&self, code: i64, mut check: impl FnMut(&Case, &Prompt<'_>)) {
        for case in cases(&self.localizer, code.into()) {
            let args: Vec<(&str, Value<'_>)> = case.iter().map(|(name, value)| (name.as_str(), value.into())).collect();
            check(&case, &self.localizer.prompt_with(code, &args));
        }
    }

    fn free_code(&self) -> i64 {
        let highest = self.catalog.codes().map(|code| code.code().value()).max().unwrap_or_default();
        highest.checked_add(1).unwrap_or(i64::MIN)
    }
}

/// Returns whether a message has no placeables.
pub(super) fn is_fixed(entry: &Entry<'_>) -> bool {
    use fluent_syntax::ast::PatternElement::Placeable;
    entry.parts().all(|part| !part.pattern.elements.iter().any(|element| matches!(element, Placeable { .. })))
}
