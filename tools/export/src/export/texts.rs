//! The texts to export: for each reader the same messages, attributes and variants.

use std::collections::BTreeSet;

use code_prompts_engine::Error;
use code_prompts_engine::project::{
    Parameter, ParameterType, Piece, Reader, ReaderText, Readers, Selector, SelectorKind, SourceMessage,
};

use super::Format;
use super::loss::{LossRule, Losses};

/// The attribute with the text for developers.
const DESCRIPTION: &str = "description";

/// The maximum number of variants of a text.
const MAX_CASES: usize = 200;

/// The texts to export.
pub(super) struct Texts<'t, 'a> {
    readers: &'t Readers<'t, 'a>,
    /// The tags of the locales to export.
    pub(super) locales: Vec<&'a str>,
    /// The messages of the source that a reader gets.
    pub(super) messages: Vec<Message<'a>>,
}

/// A message that some locale has.
pub(super) struct Message<'a> {
    pub(super) source: SourceMessage<'a>,
    pub(super) parameters: Vec<Parameter>,
    /// Its value and its attributes.
    pub(super) parts: Vec<Part>,
}

/// The value or an attribute of a message.
pub(super) struct Part {
    pub(super) attribute: Option<String>,
    /// The selectors of its texts in all locales, those by texts first.
    pub(super) selectors: Vec<Selector>,
    /// Whether any of its texts shows an argument.
    pub(super) has_arguments: bool,
}

/// The value of each selector of a part: a key, a category or a number, or `None` for any other value.
pub(super) type Case = Vec<Option<String>>;

impl<'t, 'a> Texts<'t, 'a> {
    pub(super) fn of(readers: &'t Readers<'t, 'a>, locales: &[String]) -> Result<Self, Error> {
        let existing: Vec<&str> = readers.locales().collect();
        if let Some(missing) = locales.iter().find(|locale| !existing.contains(&locale.as_str())) {
            return Err(format!("there is no locale `{missing}`; there are {}", existing.join(", ")).into());
        }
        let is_wanted = |locale: &&str| locales.is_empty() || locales.iter().any(|wanted| wanted == locale);
        let locales: Vec<&str> = existing.into_iter().filter(is_wanted).collect();
        let all: Vec<Reader<'_, '_>> =
            [None].into_iter().chain(locales.iter().copied().map(Some)).map(|tag| readers.reader(tag)).collect();
        let message = |source: SourceMessage<'a>| {
            let parameters = readers.parameters(&source);
            let parts = parts(&all, source.id);
            Message { source, parameters, parts }
        };
        let messages = readers.messages().into_iter().map(message).collect();
        Ok(Self { readers, locales, messages })
    }

    /// Returns a reader of a language, or one whose languages are not known.
    pub(super) fn reader(&self, language: Option<&str>) -> Reader<'t, 'a> {
        self.readers.reader(language)
    }
}

fn parts(readers: &[Reader<'_, '_>], id: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for text in readers.iter().filter_map(|reader| reader.message(id)).flat_map(|message| message.texts) {
        let attribute = text.attribute.map(str::to_owned);
        let index = parts.iter().position(|part| part.attribute == attribute).unwrap_or_else(|| {
            parts.push(Part { attribute, selectors: Vec::new(), has_arguments: false });
            parts.len() - 1
        });
        let Some(part) = parts.get_mut(index) else { continue };
        part.has_arguments |= text.has_arguments();
        for selector in text.selectors {
            let is_same = |known: &&mut Selector| known.variable == selector.variable && known.kind == selector.kind;
            match part.selectors.iter_mut().find(is_same) {
                Some(known) => {
                    let new: Vec<String> = selector.keys.into_iter().filter(|key| !known.keys.contains(key)).collect();
                    known.keys.extend(new);
                }
                None => part.selectors.push(selector),
            }
        }
    }
    parts.iter_mut().for_each(|part| part.selectors.sort_by_key(|selector| selector.kind.is_number()));
    parts
}

impl Message<'_> {
    /// Returns the name of a part, for messages to the user: `room-closed` or `room-closed.action`.
    pub(super) fn name(&self, part: &Part) -> String {
        match &part.attribute {
            Some(attribute) => format!("{}.{attribute}", self.source.id),
            None => self.source.id.to_owned(),
        }
    }

    /// Returns the number of a variable among the arguments, from 1, and whether it is a number.
    pub(super) fn argument(&self, name: &str) -> (usize, bool) {
        let index = self.parameters.iter().position(|parameter| parameter.name == name);
        let is_number =
            index.and_then(|index| self.parameters.get(index)).is_some_and(|it| it.kind == ParameterType::Number);
        (index.unwrap_or_default() + 1, is_number)
    }

    /// Returns a part of the message as a reader gets it, or reports that it is missing. The text for developers is the
    /// text for users if there is no other.
    pub(super) fn text_or_report<'t, 'a>(
        &self,
        reader: &Reader<'t, 'a>,
        part: &Part,
        losses: &mut Losses,
    ) -> Option<ReaderText<'t, 'a>> {
        let attribute = part.attribute.as_deref();
        let mut texts = reader.message(self.source.id)?.texts;
        let index = texts.iter().position(|text| text.attribute == attribute);
        let index = index.or((attribute == Some(DESCRIPTION)).then_some(0)).filter(|index| *index < texts.len());
        if index.is_none() {
            let text = format!("`{}` is missing; apps show it in another language", self.name(part));
            losses.add(LossRule::MissingAttribute, self, Some(reader.locale()), text);
        }
        index.map(|index| texts.swap_remove(index))
    }
}

impl Part {
    /// Returns the cases of the selectors by texts: one for each combination of keys, and the case of any other value last.
    /// Selectors by numbers have any other value.
    pub(super) fn text_cases(&self, message: &Message<'_>, losses: &mut Losses) -> Vec<Case> {
        let mut cases: Vec<Case> = vec![Vec::new()];
        for selector in &self.selectors {
            let keys = selector.keys.iter().map(|key| Some(key.clone())).chain([None]);
            let keys: Vec<_> = if selector.kind.is_number() { vec![None] } else { keys.collect() };
            if cases.len() * keys.len() > MAX_CASES {
                let text = format!(
                    "`{}` has more than {MAX_CASES} variants; those of `${}` are left out",
                    message.name(self),
                    selector.variable
                );
                losses.add(LossRule::TooManyVariants, message, None, text);
                cases.iter_mut().for_each(|case| case.push(None));
                continue;
            }
            let with = |key: &Option<String>| {
                cases.iter().map(|case| case.iter().cloned().chain([key.clone()]).collect::<Case>()).collect::<Vec<_>>()
            };
            cases = keys.iter().flat_map(with).collect();
        }
        cases
    }

    /// Returns the selector by a number that a format with plurals can hold, with its place among the selectors. Reports
    /// the others.
    pub(super) fn plural(
        &self,
        message: &Message<'_>,
        has_ordinals: bool,
        losses: &mut Losses,
    ) -> Option<(usize, &Selector)> {
        let mut numbers = self.selectors.iter().enumerate().filter(|(_, selector)| selector.kind.is_number());
        let is_held = |(_, selector): &(usize, &Selector)| has_ordinals || selector.kind != SelectorKind::Ordinal;
        let all: Vec<_> = numbers.by_ref().collect();
        let held = all.iter().copied().find(is_held);
        for (index, selector) in all {
            if Some(index) == held.map(|(index, _)| index) {
                continue;
            }
            let (name, variable) = (message.name(self), &selector.variable);
            let is_ordinal = !is_held(&(index, selector));
            let (rule, what) = match is_ordinal {
                true => (LossRule::OrdinalPlural, "ordinal variants"),
                false => (LossRule::SecondPlural, "variants for a second number"),
            };
            let text = format!(
                "`{name}`: {} has no {what}; only the default one for `${variable}` is written",
                losses.format().name()
            );
            losses.add(rule, message, None, text);
        }
        held
    }

    /// Returns the pieces of a text in a case.
    pub(super) fn pieces(&self, text: &ReaderText<'_, '_>, case: &Case) -> Vec<Piece> {
        let choose = |selector: &Selector| {
            let is_same = |known: &Selector| known.variable == selector.variable && known.kind == selector.kind;
            case.get(self.selectors.iter().position(is_same)?).cloned().flatten()
        };
        text.pieces(&choose).unwrap_or_default()
    }
}

/// Returns the case with another value of a selector.
pub(super) fn with(case: &Case, index: usize, value: impl Into<String>) -> Case {
    let mut case = case.clone();
    if let Some(place) = case.get_mut(index) {
        *place = Some(value.into());
    }
    case
}

/// Returns the value of a selector for a plural category of the reader's language: another language may put the numbers
/// of this category into another one.
pub(super) fn category_value(
    reader: &Reader<'_, '_>,
    text: &ReaderText<'_, '_>,
    category: (&str, Option<usize>),
) -> String {
    match category {
        (_, Some(number)) if reader.locale() != text.locale() => number.to_string(),
        (category, _) => category.to_owned(),
    }
}

/// Reports what is lost in a text in every format without Fluent's references and functions.
pub(super) fn report(
    losses: &mut Losses,
    message: &Message<'_>,
    part: &Part,
    reader: &Reader<'_, '_>,
    text: &ReaderText<'_, '_>,
) {
    let name = message.name(part);
    let is_call = |replaced: &&String| replaced.contains('(') || replaced.contains(' ');
    let (calls, references): (BTreeSet<_>, BTreeSet<_>) = text.replaced.iter().partition(is_call);
    for call in calls {
        let message_text = format!("`{name}`: the app has to format the value of `{call}`");
        losses.add(LossRule::FunctionCall, message, Some(text.locale()), message_text);
    }
    for reference in references {
        let message_text = format!("`{name}`: `{reference}` is written out");
        losses.add(LossRule::WrittenOut, message, Some(text.locale()), message_text);
    }
    if reader.locale() != text.locale() && text.selectors.iter().any(|selector| selector.kind.is_number()) {
        let message_text =
            format!("`{name}`: readers get the text of {}, with the plural forms of their own language", text.locale());
        losses.add(LossRule::FallbackPlural, message, Some(reader.locale()), message_text);
    }
    if losses.format() != Format::I18next && losses.format() != Format::Arb {
        for selector in part.selectors.iter().filter(|selector| !selector.kind.is_number()) {
            let message_text = format!("`{name}`: each variant of `${}` has a key of its own", selector.variable);
            losses.add(LossRule::StringSelector, message, None, message_text);
        }
    }
}
