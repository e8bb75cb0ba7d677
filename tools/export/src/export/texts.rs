//! The texts to export: for each reader the same messages, attributes and variants.

use std::collections::BTreeSet;

use code_prompts_engine::project::{
    Category, Parameter, ParameterType, Piece, Reader, ReaderText, Readers, Selector, SelectorKind, SourceMessage,
};

/// The attribute with the text for developers.
const DESCRIPTION: &str = "description";

/// The maximum number of variants of a text.
const MAX_CASES: usize = 200;

/// The texts to export.
pub(crate) struct Texts<'t, 'a> {
    readers: &'t Readers<'t, 'a>,
    /// The tags of the locales to export.
    pub(crate) locales: Vec<&'a str>,
    /// The messages of the source that a reader gets.
    pub(crate) messages: Vec<Message<'t, 'a>>,
}

/// A message that some locale has.
pub(crate) struct Message<'t, 'a> {
    pub(crate) source: SourceMessage<'t, 'a>,
    pub(crate) parameters: Vec<Parameter>,
    /// The variables that a function formats in some locale.
    formatted: BTreeSet<String>,
    /// Its value and its attributes.
    pub(crate) parts: Vec<Part>,
}

/// The value or an attribute of a message.
pub(crate) struct Part {
    pub(crate) attribute: Option<String>,
    /// The selectors of its texts in all locales, those by texts first.
    pub(crate) selectors: Vec<Selector>,
    /// Whether any of its texts shows an argument.
    pub(crate) has_arguments: bool,
}

/// The value of each selector of a part: a key, a category or a number, or `None` for any other value.
pub(crate) type Case = Vec<Option<String>>;

impl<'t, 'a> Texts<'t, 'a> {
    pub(crate) fn of(readers: &'t Readers<'t, 'a>) -> Self {
        let locales: Vec<&str> = readers.locales().collect();
        let all: Vec<Reader<'_, '_>> =
            [None].into_iter().chain(locales.iter().copied().map(Some)).map(|tag| readers.reader(tag)).collect();
        let message = |source: SourceMessage<'t, 'a>| {
            let parameters = readers.parameters(&source);
            let (parts, formatted) = parts(&all, source.id);
            Message { source, parameters, formatted, parts }
        };
        let messages = readers.messages().into_iter().map(message).collect();
        Self { readers, locales, messages }
    }

    /// Returns a reader of a language, or one whose languages are not known.
    pub(crate) fn reader(&self, language: Option<&str>) -> Reader<'t, 'a> {
        self.readers.reader(language)
    }
}

/// Returns the parts of a message, and the variables that a function formats.
fn parts(readers: &[Reader<'_, '_>], id: &str) -> (Vec<Part>, BTreeSet<String>) {
    let mut formatted = BTreeSet::new();
    let mut parts: Vec<Part> = Vec::new();
    for text in readers.iter().filter_map(|reader| reader.message(id)).flat_map(|message| message.texts) {
        let attribute = text.attribute.map(str::to_owned);
        let index = parts.iter().position(|part| part.attribute == attribute).unwrap_or_else(|| {
            parts.push(Part { attribute, selectors: Vec::new(), has_arguments: false });
            parts.len() - 1
        });
        let Some(part) = parts.get_mut(index) else { continue };
        for argument in &text.arguments {
            part.has_arguments = true;
            formatted.extend(argument.is_formatted.then(|| argument.name.clone()));
        }
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
    (parts, formatted)
}

impl Message<'_, '_> {
    /// Returns the name of a part, for messages to the user: `room-closed` or `room-closed.action`.
    pub(crate) fn name(&self, part: &Part) -> String {
        match &part.attribute {
            Some(attribute) => format!("{}.{attribute}", self.source.id),
            None => self.source.id.to_owned(),
        }
    }

    /// Returns the number of a variable among the arguments, from 1, and whether it is a number.
    pub(crate) fn argument(&self, name: &str) -> (usize, bool) {
        let index = self.parameters.iter().position(|parameter| parameter.name == name);
        let parameter = index.and_then(|index| self.parameters.get(index));
        // What the app has formatted is a text.
        let is_number =
            parameter.is_some_and(|it| it.kind == ParameterType::Number) && !self.formatted.iter().any(|it| it == name);
        (index.unwrap_or_default() + 1, is_number)
    }

    /// Returns a part of the message as a reader gets it. The text for developers is the text for users if there is no
    /// other.
    pub(crate) fn text<'t, 'a>(&self, reader: &Reader<'t, 'a>, part: &Part) -> Option<ReaderText<'t, 'a>> {
        let attribute = part.attribute.as_deref();
        let mut texts = reader.message(self.source.id)?.texts;
        let index = texts.iter().position(|text| text.attribute == attribute);
        let index = index.or((attribute == Some(DESCRIPTION)).then_some(0)).filter(|index| *index < texts.len());
        index.map(|index| texts.swap_remove(index))
    }
}

impl Part {
    /// Returns the cases of the selectors by texts: one for each combination of keys, and the case of any other value last.
    /// Selectors by numbers have any other value, as have those that would make too many cases.
    pub(crate) fn text_cases(&self) -> Vec<Case> {
        let mut cases: Vec<Case> = vec![Vec::new()];
        for (selector, is_held) in self.selectors.iter().zip(self.held()) {
            let keys = selector.keys.iter().filter(|_| is_held).map(|key| Some(key.clone())).chain([None]);
            let with = |key: Option<String>| {
                cases.iter().map(|case| case.iter().cloned().chain([key.clone()]).collect()).collect::<Vec<Case>>()
            };
            cases = keys.flat_map(with).collect();
        }
        cases
    }

    /// Returns for each selector whether its keys make cases.
    pub(super) fn held(&self) -> Vec<bool> {
        let mut count = 1;
        let mut is_held = |selector: &Selector| {
            let more = count * (selector.keys.len() + 1);
            let is_held = !selector.kind.is_number() && more <= MAX_CASES;
            count = if is_held { more } else { count };
            is_held
        };
        self.selectors.iter().map(&mut is_held).collect()
    }

    /// Returns whether its texts are format strings: they show arguments, or have plural forms.
    pub(crate) fn is_format(&self) -> bool {
        self.has_arguments || self.selectors.iter().any(|selector| selector.kind.is_number())
    }

    /// Returns the selector by a number that a format with plurals can hold, with its place among the selectors.
    pub(crate) fn plural(&self, has_ordinals: bool) -> Option<(usize, &Selector)> {
        let is_held = |selector: &Selector| match selector.kind {
            SelectorKind::Cardinal => true,
            SelectorKind::Ordinal => has_ordinals,
            SelectorKind::Text => false,
        };
        self.selectors.iter().enumerate().find(|(_, selector)| is_held(selector))
    }

    /// Returns the pieces of a text in a case.
    pub(crate) fn pieces(&self, text: &ReaderText<'_, '_>, case: &Case) -> Vec<Piece> {
        let choose = |selector: &Selector| {
            let is_same = |known: &Selector| known.variable == selector.variable && known.kind == selector.kind;
            case.get(self.selectors.iter().position(is_same)?).cloned().flatten()
        };
        text.pieces(&choose).unwrap_or_default()
    }
}

/// Returns the case with another value of a selector.
pub(crate) fn with(case: &Case, index: usize, value: impl Into<String>) -> Case {
    let mut case = case.clone();
    if let Some(place) = case.get_mut(index) {
        *place = Some(value.into());
    }
    case
}

/// Returns the value of a selector for a plural category of the reader's language: the number, if it is for one alone. In a
/// text in another language, another number, since that language may put the numbers into other categories.
pub(crate) fn category_value(
    reader: &Reader<'_, '_>,
    text: &ReaderText<'_, '_>,
    plural: &Selector,
    category: &Category,
) -> String {
    if let Some(single) = category.single() {
        return single.to_string();
    }
    let keys = keys_of(text, plural);
    let is_free = |number: &&usize| !keys.iter().any(|key| is_number(key, **number));
    let numbers = || category.numbers.iter().filter(is_free);
    // Most readers see 1 more often than the other numbers of its category.
    let example = numbers().find(|number| **number == 1).or_else(|| numbers().next_back());
    match example {
        Some(number) if reader.locale() != text.tag() => number.to_string(),
        _ => category.name.to_owned(),
    }
}

/// Returns the numbers that a text has variants for and that no plural category of the reader's language is for alone.
pub(crate) fn exact_numbers(reader: &Reader<'_, '_>, text: &ReaderText<'_, '_>, plural: &Selector) -> Vec<String> {
    let categories = reader.categories(plural.kind);
    let single: Vec<usize> = categories.iter().filter_map(Category::single).collect();
    let keys = keys_of(text, plural).iter().filter(|key| key.parse::<f64>().is_ok());
    keys.filter(|key| !single.iter().any(|number| is_number(key, *number))).cloned().collect()
}

/// Returns the keys that a text has for a selector.
fn keys_of<'s>(text: &'s ReaderText<'_, '_>, plural: &Selector) -> &'s [String] {
    let own = text.selectors.iter().find(|own| own.variable == plural.variable && own.kind == plural.kind);
    own.map(|own| own.keys.as_slice()).unwrap_or_default()
}

fn is_number(key: &str, number: usize) -> bool {
    key.parse::<f64>().is_ok_and(|key| key == number as f64)
}
