//! Finds and collects what a format can't hold.

use std::collections::BTreeSet;

use code_prompts_engine::project::{Reader, ReaderText, Selector, SelectorKind};

use super::Format;
use super::loss::{Loss, LossRule};
use super::texts::{Message, Part};

/// Collects losses, one for each rule and text.
pub(crate) struct Losses {
    format: Format,
    list: Vec<Loss>,
}

impl Losses {
    pub(crate) fn new(format: Format) -> Self {
        Self { format, list: Vec::new() }
    }

    /// Adds a loss in a part of a message, in one locale or in all.
    pub(crate) fn add(
        &mut self,
        rule: LossRule,
        message: &Message<'_, '_>,
        part: &Part,
        locale: Option<&str>,
        detail: String,
    ) {
        self.push(rule, Some(&message.source.place), message.name(part), locale, Some(detail));
    }

    /// Adds a text that is missing: in a locale, or in all.
    pub(crate) fn missing(&mut self, rule: LossRule, message: &Message<'_, '_>, name: String, locale: Option<&str>) {
        self.push(rule, Some(&message.source.place), name, locale, None);
    }

    /// Adds a locale that the platform has no name for.
    pub(crate) fn unnamed(&mut self, locale: &str) {
        self.push(LossRule::UnnamedLocale, None, locale.to_owned(), None, None);
    }

    fn push(
        &mut self,
        rule: LossRule,
        place: Option<&(String, usize, usize)>,
        subject: String,
        locale: Option<&str>,
        detail: Option<String>,
    ) {
        let is_same = |known: &Loss| known.rule == rule && known.place.as_ref() == place && known.subject == subject;
        let index = self.list.iter().position(is_same).unwrap_or_else(|| {
            let (details, locales) = (BTreeSet::new(), BTreeSet::new());
            self.list.push(Loss { rule, place: place.cloned(), subject, details, locales });
            self.list.len() - 1
        });
        if let Some(known) = self.list.get_mut(index) {
            known.details.extend(detail);
            known.locales.extend(locale.map(str::to_owned));
        }
    }

    /// Returns a part of a message as a reader gets it, and reports what the format can't hold of it.
    pub(crate) fn text<'t, 'a>(
        &mut self,
        message: &Message<'_, '_>,
        part: &Part,
        reader: &Reader<'t, 'a>,
    ) -> Option<ReaderText<'t, 'a>> {
        let text = message.text(reader, part);
        match &text {
            Some(text) => self.report(message, part, reader, text),
            None if reader.message(message.source.id).is_some() => {
                self.missing(LossRule::MissingAttribute, message, message.name(part), Some(reader.locale()));
            }
            None => {}
        }
        text
    }

    fn report(&mut self, message: &Message<'_, '_>, part: &Part, reader: &Reader<'_, '_>, text: &ReaderText<'_, '_>) {
        for replaced in &text.replaced {
            let is_call = replaced.contains(['(', ' ']);
            let rule = if is_call { LossRule::FunctionCall } else { LossRule::WrittenOut };
            self.add(rule, message, part, Some(text.tag()), format!("`{replaced}`"));
        }
        let mut numbers = text.selectors.iter().filter(|selector| selector.kind.is_number());
        if numbers.any(|selector| !reader.has_plurals_of(text, selector.kind)) {
            self.add(LossRule::FallbackPlural, message, part, Some(reader.locale()), text.tag().to_owned());
        }
        for (selector, is_held) in part.selectors.iter().zip(part.held()) {
            for rule in self.losses_of(part, selector, is_held) {
                self.add(rule, message, part, None, format!("`${}`", selector.variable));
            }
        }
    }

    /// Returns what the format can't hold of a selector. `is_held` says whether a selector by texts makes cases.
    fn losses_of(&self, part: &Part, selector: &Selector, is_held: bool) -> Vec<LossRule> {
        let (is_arb, is_i18next) = (self.format == Format::Arb, self.format == Format::I18next);
        let by_texts = part.selectors.iter().filter(|selector| selector.kind == SelectorKind::Text).count();
        let is_plural = || part.plural(is_i18next).is_some_and(|(_, plural)| plural == selector);
        let losses = match selector.kind {
            // ARB nests selects and plurals.
            SelectorKind::Text if is_arb => [None, None],
            // i18next's context is one variable.
            SelectorKind::Text => [
                (!is_held).then_some(LossRule::TooManyVariants),
                (!is_i18next || by_texts > 1).then_some(LossRule::StringSelector),
            ],
            SelectorKind::Ordinal if !is_i18next => [Some(LossRule::OrdinalPlural), None],
            SelectorKind::Cardinal if is_arb => [None, None],
            SelectorKind::Cardinal | SelectorKind::Ordinal => [(!is_plural()).then_some(LossRule::SecondPlural), None],
        };
        losses.into_iter().flatten().collect()
    }

    pub(crate) fn into_list(mut self) -> Vec<Loss> {
        self.list.sort_by(|one, other| one.place.cmp(&other.place));
        self.list
    }
}
