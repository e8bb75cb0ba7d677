//! What readers of a locale get, for outputs without Fluent's means: fallbacks are worked out, references are replaced by
//! what they show, and each select is a choice.

mod chain;
mod render;
mod selectors;
#[cfg(test)]
mod tests;
mod text;

use std::collections::BTreeSet;

use code_prompts_reader::names::CODE;

use super::codes::Codes;
use super::entry::{Entry, Kind};
use super::interface::{Parameter, ParameterType, parameter_type};
use super::locale::Locale;
use super::notes::Note;
use super::open::{self, Project};
use super::tree::Tree;
use crate::error::Error;
use crate::text::plurals::{CATEGORIES, Numbers, OTHER};
use chain::Negotiator;
pub use render::{Piece, Unrenderable, length};
pub use selectors::{Selector, SelectorKind};
pub use text::{ReaderMessage, ReaderText, ShownArgument, TextState};
use text::{answer, attributes};

/// The texts of a folder, as its readers get them.
pub struct Readers<'t, 'a> {
    tree: &'t Tree<'a>,
    negotiator: Negotiator,
}

/// A reader, by the locales that are tried for each message: the first one that has it answers.
pub struct Reader<'t, 'a> {
    tree: &'t Tree<'a>,
    locales: Vec<&'t Locale<'a>>,
}

/// A message of the source.
#[derive(Clone)]
pub struct SourceMessage<'t, 'a> {
    /// Its id.
    pub id: &'a str,
    /// The notes to translators above it.
    pub comment: String,
    /// The place of its id: path, line and column.
    pub place: (String, usize, usize),
    /// The path of its file below the folder, with slashes.
    pub file: String,
    entry: &'t Entry<'a>,
}

impl<'t, 'a> Readers<'t, 'a> {
    /// Prepares the texts of a folder.
    ///
    /// # Errors
    ///
    /// A file has a syntax or encoding error, or `codes.toml` is invalid.
    pub fn new(project: &Project, tree: &'t Tree<'a>) -> Result<Self, Error> {
        let all: Vec<&str> = tree.locales.iter().map(|locale| locale.tag).collect();
        project.refuse_unreadable(&all)?;
        Self::of(tree)
    }

    /// Prepares the texts of a folder, also if some can't be read: as the library does, readers get those of other locales.
    ///
    /// # Errors
    ///
    /// `codes.toml` is invalid.
    pub fn of(tree: &'t Tree<'a>) -> Result<Self, Error> {
        Ok(Self { tree, negotiator: Negotiator::of(tree)? })
    }

    /// Prepares the same also if `codes.toml` is invalid, for editors, in which it is just being written: the codes are left
    /// out then.
    ///
    /// # Errors
    ///
    /// The library takes the name of a locale for none.
    pub fn without_broken_codes(tree: &'t Tree<'a>) -> Result<Self, Error> {
        let negotiator = match &tree.codes {
            Codes::Broken(_) => Negotiator::without_codes(tree)?,
            _ => Negotiator::of(tree)?,
        };
        Ok(Self { tree, negotiator })
    }

    /// Returns the same texts for readers of some locales only: the languages of an app. The others answer only as
    /// fallbacks, after those. If `locales` is empty, all are offered.
    ///
    /// # Errors
    ///
    /// A locale does not exist.
    pub fn offering(self, locales: &[String]) -> Result<Self, Error> {
        self.refuse_unknown(locales)?;
        if locales.is_empty() {
            return Ok(self);
        }
        Ok(Self { tree: self.tree, negotiator: self.negotiator.offering(locales)? })
    }

    /// Fails if one of the locales does not exist.
    ///
    /// # Errors
    ///
    /// A locale does not exist.
    pub fn refuse_unknown(&self, locales: &[String]) -> Result<(), Error> {
        locales.iter().try_for_each(|tag| open::locale(self.tree, tag).map(drop))
    }

    /// Returns the tag of the source locale.
    #[must_use]
    pub fn source(&self) -> &'a str {
        self.tree.source().tag
    }

    /// Returns the tags of the locales that are offered.
    pub fn locales(&self) -> impl Iterator<Item = &'a str> {
        self.negotiator.locales().filter_map(|tag| self.locale(tag)).map(|locale| locale.tag)
    }

    fn locale(&self, tag: &str) -> Option<&'t Locale<'a>> {
        self.tree.locales.iter().find(|locale| locale.tag == tag)
    }

    /// Returns the messages of the source that have a text, in its order.
    #[must_use]
    pub fn messages(&self) -> Vec<SourceMessage<'t, 'a>> {
        let entries = self.tree.pairs(self.tree.source(), Kind::Message).map(|(entry, _)| entry);
        entries.filter(|entry| entry.value.is_some()).map(|entry| self.of_source(entry)).collect()
    }

    fn of_source(&self, entry: &'t Entry<'a>) -> SourceMessage<'t, 'a> {
        let file = self.tree.file(entry.file);
        let (line, column) = file.position(self.tree.range(entry.file, entry.name).start);
        SourceMessage {
            id: entry.name,
            comment: super::record::notes(entry, self.tree.source().tag).collect::<Vec<_>>().join("\n"),
            place: (file.path.to_string(), line, column),
            file: self.tree.below(entry.file),
            entry,
        }
    }

    /// Returns a message of the source by its id, also if it has only attributes.
    #[must_use]
    pub fn source_message(&self, id: &str) -> Option<SourceMessage<'t, 'a>> {
        self.tree.source().find(Kind::Message, id).map(|entry| self.of_source(entry))
    }

    /// Returns whether a locale leaves a message to another one of its language, as es-MX may to es.
    #[must_use]
    pub fn is_left(&self, tag: &str, message: &SourceMessage<'_, '_>) -> bool {
        let is_left = |locale: &Locale<'_>| {
            locale.translation_of(message.entry).is_none() && self.tree.inherits(locale, message.entry.original)
        };
        self.locale(tag).is_some_and(is_left)
    }

    /// Returns the maximum length of the prompt of a message in grapheme clusters, if there is one. A variable counts as its
    /// name.
    #[must_use]
    pub fn max_length(&self, id: &str) -> Option<usize> {
        self.tree.max_length(id)
    }

    /// Returns a reader who asks for a language, or one whose languages are not known.
    #[must_use]
    pub fn reader(&self, language: Option<&str>) -> Reader<'t, 'a> {
        let chain = self.negotiator.chain(language);
        Reader { tree: self.tree, locales: chain.into_iter().filter_map(|name| self.locale(name)).collect() }
    }

    /// Returns the variables that the texts of a message have in any locale, in the order of the source's text. `code` is
    /// a text, which the library sets.
    #[must_use]
    pub fn parameters(&self, message: &SourceMessage<'_, '_>) -> Vec<Parameter> {
        let (source, wanted) = (self.tree.source(), message.entry);
        let mut found: Vec<(String, BTreeSet<String>)> = Vec::new();
        for locale in [source].into_iter().chain(&self.tree.locales) {
            // Nobody is shown a message without a text, but the app may show its attributes.
            let texts = match wanted.value {
                Some(_) => answer(self.tree, locale, wanted).map(|message| message.texts).unwrap_or_default(),
                None => attributes(locale, wanted),
            };
            for (name, keys) in texts.iter().flat_map(ReaderText::variables) {
                let keys = keys.map(str::to_owned);
                match found.iter_mut().find(|(known, _)| known == name) {
                    Some((_, known)) => known.extend(keys),
                    None => found.push((name.to_owned(), keys.collect())),
                }
            }
        }
        let of_file = source.file_comments.iter().filter(|(file, _)| *file == wanted.file).map(|(_, comment)| *comment);
        let comments: Vec<_> = wanted.comment.into_iter().chain(wanted.group).chain(of_file).collect();
        let parameter = |(name, keys): (String, BTreeSet<String>)| {
            let note = comments.iter().find_map(|comment| Note::on(&name, comment));
            let kind = parameter_type(
                &keys.iter().map(String::as_str).collect::<Vec<_>>(),
                note.as_ref().and_then(|note| note.type_name),
            );
            let kind = if name == CODE { ParameterType::Text } else { kind };
            Parameter { name, kind, note: note.map(|note| note.text).filter(|text| !text.is_empty()) }
        };
        found.into_iter().map(parameter).collect()
    }
}

impl<'t, 'a> Reader<'t, 'a> {
    /// Returns the tags of the locales in the order in which they are tried.
    #[must_use]
    pub fn locales(&self) -> Vec<&'a str> {
        self.locales.iter().map(|locale| locale.tag).collect()
    }

    /// Returns the tag of the locale that is tried first.
    #[must_use]
    pub fn locale(&self) -> &'a str {
        self.locales.first().map_or(self.tree.source().tag, |locale| locale.tag)
    }

    /// Returns a message, or `None` if no locale has one that can be shown.
    #[must_use]
    pub fn message(&self, id: &str) -> Option<ReaderMessage<'t, 'a>> {
        self.answer_to(self.tree.source().find(Kind::Message, id)?)
    }

    /// Returns the same for a message of the source. Where files are loaded apart, several may have its id.
    #[must_use]
    pub fn answer(&self, message: &SourceMessage<'t, 'a>) -> Option<ReaderMessage<'t, 'a>> {
        self.answer_to(message.entry)
    }

    fn answer_to(&self, wanted: &'t Entry<'a>) -> Option<ReaderMessage<'t, 'a>> {
        self.locales.iter().find_map(|locale| answer(self.tree, locale, wanted))
    }

    /// Returns the plural categories of the reader's language, in CLDR's order.
    #[must_use]
    pub fn categories(&self, kind: SelectorKind) -> Vec<Category> {
        let Some(numbers) = self.locales.first().map(|locale| numbers(locale, kind)) else { return Vec::new() };
        let categories = CATEGORIES.into_iter().enumerate();
        let known =
            categories.filter(|(index, _)| numbers.all != u8::MAX && numbers.all & 1 << index != 0 || *index == OTHER);
        let category = |(index, name)| Category { name, numbers: numbers.integers_of(index).collect() };
        known.map(category).collect()
    }

    /// Returns whether the numbers of each of the reader's plural categories are in one category of a text's language, so
    /// that the reader's categories select the right variants.
    #[must_use]
    pub fn has_plurals_of(&self, text: &ReaderText<'_, '_>, kind: SelectorKind) -> bool {
        let Some(own) = self.locales.first().map(|locale| numbers(locale, kind)) else { return true };
        let theirs = numbers(text.locale(), kind);
        (0..CATEGORIES.len()).all(|index| {
            let mut of_text = own.integers_of(index).map(|number| theirs.category_of(&number.to_string()));
            let first = of_text.next();
            of_text.all(|category| Some(category) == first)
        })
    }
}

/// A plural category of a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Its name in CLDR.
    pub name: &'static str,
    /// The whole numbers in it, up to 200.
    pub numbers: Vec<usize>,
}

impl Category {
    /// Returns its only whole number, if it has no other: 1 in English, but not in Russian, where 21 is in the same one.
    #[must_use]
    pub fn single(&self) -> Option<usize> {
        match self.numbers.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }
}

fn numbers<'l>(locale: &'l Locale<'_>, kind: SelectorKind) -> &'l Numbers {
    match kind {
        SelectorKind::Ordinal => locale.plurals().ordinal(),
        _ => locale.plurals().cardinal(),
    }
}
