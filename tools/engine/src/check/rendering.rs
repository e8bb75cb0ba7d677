//! Prompts as the library itself renders them, for the rules that look at what a user is shown.

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
    /// Sees the library's catalogue through one locale, if there is a catalogue and it has the locale.
    pub(crate) fn new(context: &Context<'t, '_>) -> Option<Self> {
        let Codes::Catalog(catalog) = &context.tree.codes else { return None };
        let localizer = catalog.localizer([context.locale.tag]).without_isolation_marks();
        let is_first = localizer.locales().next() == Some(context.locale.tag);
        is_first.then_some(Self { catalog, localizer })
    }

    /// Lists the messages of the locale that codes name, with the codes, and `unknown-code` with a code that is free.
    pub(super) fn messages<'a>(&self, context: &Context<'t, 'a>) -> Vec<(i64, &'t Entry<'a>, Option<usize>)> {
        let locale = context.locale;
        let named = self
            .catalog
            .codes()
            .filter_map(|code| Some((code.code().value(), locale.find(Kind::Message, code.id())?, code.max_length())));
        let unknown = locale.find(Kind::Message, UNKNOWN_CODE).map(|entry| (self.free_code(), entry, None));
        named.chain(unknown).collect()
    }

    /// Renders a code in all the ways that its message can take.
    pub(super) fn render(&self, code: i64, mut look: impl FnMut(&Case, &Prompt<'_>)) {
        for case in cases(&self.localizer, code.into()) {
            let args: Vec<(&str, Value<'_>)> = case.iter().map(|(name, value)| (name.as_str(), value.into())).collect();
            look(&case, &self.localizer.prompt_with(code, &args));
        }
    }

    fn free_code(&self) -> i64 {
        let highest = self.catalog.codes().map(|code| code.code().value()).max().unwrap_or_default();
        highest.checked_add(1).unwrap_or(i64::MIN)
    }
}

/// Tells whether a message says the same whatever happens.
pub(super) fn is_fixed(entry: &Entry<'_>) -> bool {
    use fluent_syntax::ast::PatternElement::Placeable;
    entry.parts().all(|part| !part.pattern.elements.iter().any(|element| matches!(element, Placeable { .. })))
}
