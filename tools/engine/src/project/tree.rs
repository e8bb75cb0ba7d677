//! A folder of locales for the rules: syntax trees whose slices have the offsets of the files.

use std::ops::Range;
use std::path::Path;
use std::sync::OnceLock;

use fluent_syntax::ast::{Entry as Node, Resource};
use fluent_syntax::parser::{self, ParserError};
use fluent_syntax::serializer::serialize;
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use unic_langid::LanguageIdentifier;

use super::codes::Codes;
use super::entry::{Entry, Index, Kind, Part};
use super::input::{Input, InputLocale};
use super::input_file::InputFile;
use super::locale::{Locale, Original};
use super::pattern::below;
use super::records;
use super::settings::{NamedBy, NamedLocale, Settings};
use super::twins::Twins;

/// All locales of a folder, and its codes.
pub struct Tree<'a> {
    pub(crate) input: &'a Input,
    pub(crate) locales: Vec<Locale<'a>>,
    /// The index of the source locale.
    pub(crate) source: usize,
    /// The files with the same path as one of the source.
    pub(crate) twins: Twins,
    pub(crate) codes: Codes,
    /// The messages and terms that the app may load with every locale, from a file beside the folders of locales.
    shared: FxHashSet<(Kind, &'a str)>,
    /// The terms of the source that many translations refer to and lack, each with their number. The check computes them at
    /// the first use.
    pub(crate) often_lacked: OnceLock<Vec<(String, usize)>>,
    /// The locales in `codes.toml`, with their positions.
    pub(crate) named_locales: Vec<NamedLocale>,
    /// The maximum length of prompts whose codes have none of their own.
    max_length: Option<usize>,
}

/// The syntax trees of the files of a folder, in their order. A [`Tree`] borrows from it.
#[derive(Debug)]
pub struct SyntaxTrees<'a>(pub(crate) Vec<Resource<&'a str>>);

/// The syntax errors of files, with the index of the file.
pub(super) type Errors = Vec<(usize, Vec<ParserError>)>;

/// Blanks out all syntax errors of a folder, so that the parser finds none.
pub(crate) fn recover_all(input: &mut Input) {
    let errors = parse(input).1;
    recover(input, errors);
}

/// Blanks out syntax errors.
pub(crate) fn recover(input: &mut Input, errors: Errors) {
    for (file, errors) in errors {
        input.files[file].recover(errors);
    }
}

/// Parses every file. Returns the trees and the errors.
pub(crate) fn parse(input: &Input) -> (Vec<Resource<&str>>, Errors) {
    // The parser allocates space for four elements even for a text that has one, and its nodes are large. Copies have the
    // right size: without them, the check of 39 MB takes 110 MB more memory.
    let parse = |file| match fluent_syntax::parser::parse(InputFile::readable(file)) {
        Ok(resource) => (resource.clone(), Vec::new()),
        Err((resource, errors)) => (resource.clone(), errors),
    };
    let (nodes, errors): (Vec<_>, Vec<_>) = input.files.par_iter().map(parse).unzip();
    (nodes, errors.into_iter().enumerate().filter(|(_, errors)| !errors.is_empty()).collect())
}

/// Returns the names in the files beside the folders of locales. With codes, the library does not load these.
fn shared<'a>(input: &Input, nodes: &'a [Resource<&'a str>], codes: &Codes) -> FxHashSet<(Kind, &'a str)> {
    let locales = input.locales.iter().filter(|locale| locale.is_shared && matches!(codes, Codes::None));
    let nodes = locales.flat_map(|locale| locale.files.clone()).filter_map(|file| nodes.get(file));
    let names = nodes.flat_map(|resource| &resource.body).filter_map(|node| match node {
        Node::Message(message) => Some((Kind::Message, message.id.name)),
        Node::Term(term) => Some((Kind::Term, term.id.name)),
        _ => None,
    });
    names.collect()
}

impl<'a> Tree<'a> {
    pub(crate) fn new(input: &'a Input, nodes: &'a [Resource<&'a str>], source: &str, codes: Codes) -> Option<Self> {
        let mut locales: Vec<Locale<'a>> = (input.locales.par_iter())
            .filter_map(|locale| Some(Locale::new(&locale.name, locale.id.as_ref()?, locale.files.clone(), nodes)))
            .collect();
        let source = locales.iter().position(|locale| locale.tag == source)?;
        let originals = Original::all(&locales[source]);
        let twins = Twins::new(input, &locales[source], &codes);
        locales.par_iter_mut().for_each(|locale| {
            locale.link(&originals, &twins);
            records::attach(locale, input);
        });
        let shared = shared(input, nodes, &codes);
        Some(Self {
            input,
            locales,
            source,
            twins,
            codes,
            shared,
            often_lacked: OnceLock::new(),
            named_locales: Vec::new(),
            max_length: None,
        })
    }

    /// Creates the tree of a single locale, which is its own source. Returns `None` if its name is not a canonical tag.
    pub(crate) fn alone(
        input: &'a Input,
        nodes: &'a [Resource<&'a str>],
        locale: &'a InputLocale,
        codes: Codes,
    ) -> Option<Self> {
        let id = locale.id.as_ref().filter(|id| **id == locale.name.as_str())?;
        let mut locale = Locale::new(&locale.name, id, locale.files.clone(), nodes);
        let twins = Twins::new(input, &locale, &codes);
        locale.link(&Original::all(&locale), &twins);
        let shared = FxHashSet::default();
        Some(Self {
            input,
            locales: vec![locale],
            source: 0,
            twins,
            codes,
            shared,
            often_lacked: OnceLock::new(),
            named_locales: Vec::new(),
            max_length: None,
        })
    }

    /// Adds what the settings say about its texts.
    pub(crate) fn with_settings(mut self, settings: &Settings) -> Self {
        self.named_locales.clone_from(&settings.named);
        self.max_length = settings.max_length;
        self
    }

    /// Returns the maximum length of the prompt of a message in grapheme clusters, if there is one. A variable counts as its
    /// name.
    pub(crate) fn max_length(&self, id: &str) -> Option<usize> {
        self.codes.max_length(id, self.max_length)
    }

    /// Returns the table of codes.
    #[must_use]
    pub fn codes(&self) -> &Codes {
        &self.codes
    }

    pub(crate) fn source(&self) -> &Locale<'a> {
        &self.locales[self.source]
    }

    /// Returns the fallback locales that exist.
    pub(crate) fn fallbacks(&self) -> impl Iterator<Item = &Locale<'a>> {
        let named = self.named_locales.iter().filter(|named| named.named_by == NamedBy::Fallback);
        named.filter_map(|named| self.locales.iter().find(|locale| locale.tag == named.tag))
    }

    pub(crate) fn file(&self, index: usize) -> &'a InputFile {
        &self.input.files[index]
    }

    /// Returns the texts of the files of a locale, in their canonical form and without comments.
    #[must_use]
    pub fn sources_of(&self, tag: &str) -> Vec<String> {
        let files =
            self.input.locales.iter().filter(|locale| locale.name == tag).flat_map(|locale| locale.files.clone());
        let source = |file: usize| {
            let (Ok(mut resource) | Err((mut resource, _))) = parser::parse(self.file(file).readable());
            resource.body.retain(|node| matches!(node, Node::Message(_) | Node::Term(_)));
            for node in &mut resource.body {
                match node {
                    Node::Message(message) => message.comment = None,
                    Node::Term(term) => term.comment = None,
                    _ => {}
                }
            }
            serialize(&resource)
        };
        files.map(source).collect()
    }

    /// Returns the folder of the locales.
    pub(crate) fn dir(&self) -> &'a Path {
        self.input.snapshot.dir()
    }

    /// Returns the path of a file below the folder of the locales, with slashes.
    pub(crate) fn below(&self, file: usize) -> String {
        below(self.dir(), &self.file(file).on_disk)
    }

    /// Returns the codes of a message.
    pub(crate) fn codes_of(&self, name: &str) -> Vec<i64> {
        let Codes::Catalog(catalog) = &self.codes else { return Vec::new() };
        catalog.code_named(name).map(|code| code.value()).into_iter().collect()
    }

    /// Returns the names of the entries of a locale with a syntax error: `message`, `-term` or `message.attribute`.
    pub(crate) fn broken_names(&self, locale: &Locale<'_>) -> FxHashSet<&'a str> {
        let unread = locale.files.clone().flat_map(|file| &self.file(file).unread);
        unread.filter_map(|unread| unread.name.as_deref()).collect()
    }

    /// Returns the source's entry that an entry translates. Returns `None` for a duplicate, or if there is none.
    pub(crate) fn original(&self, entry: &Entry<'a>) -> Option<&Entry<'a>> {
        self.source().entries.get(entry.original?.get())
    }

    /// Returns the source's part that a part of an entry translates.
    pub(crate) fn original_part(&self, entry: &Entry<'a>, part: &Part<'a>) -> Option<&Part<'a>> {
        self.original(entry)?.part(part.attribute)
    }

    /// Returns the entries of the source of one kind, without duplicates, each with its translation.
    pub(crate) fn pairs<'t>(
        &'t self,
        locale: &'t Locale<'a>,
        kind: Kind,
    ) -> impl Iterator<Item = (&'t Entry<'a>, Option<&'t Entry<'a>>)> {
        let source = self.source();
        let pairs = source.entries.iter().zip(&locale.translations).enumerate();
        pairs
            .filter(move |(index, (wanted, _))| wanted.kind == kind && wanted.original == Index::new(*index))
            .map(|(_, (wanted, translation))| (wanted, translation.and_then(|place| locale.entries.get(place.get()))))
    }

    /// Returns whether the app may load a message or a term with every locale.
    pub(crate) fn is_shared(&self, kind: Kind, name: &str) -> bool {
        self.shared.contains(&(kind, name))
    }

    /// Returns whether the app loads the files of a locale apart, so that a name may be in each of them.
    pub(crate) fn files_are_apart(&self) -> bool {
        self.twins.is_apart
    }

    /// Returns whether a regional locale may leave out a message because another locale of the same language and script
    /// has it: en-GB and en, es-MX and es. zh-TW and zh-CN have different scripts.
    pub(super) fn inherits(&self, locale: &Locale<'_>, original: Option<Index>) -> bool {
        let written = |id: &LanguageIdentifier| {
            let mut full = id.clone();
            full.maximize();
            (full.language, full.script)
        };
        locale.id.region.is_some()
            && self.locales.iter().any(|other| {
                (other.tag == self.source().tag || other.id.region.is_none())
                    && other.id.language == locale.id.language
                    && other.tag != locale.tag
                    && written(other.id) == written(locale.id)
                    && original.and_then(|original| *other.translations.get(original.get())?).is_some()
            })
    }

    /// Returns the same, without messages that the locale lacks and inherits from another locale.
    pub(crate) fn own_pairs<'t>(
        &'t self,
        locale: &'t Locale<'a>,
        kind: Kind,
    ) -> impl Iterator<Item = (&'t Entry<'a>, Option<&'t Entry<'a>>)> {
        let is_own = move |wanted: &Entry<'_>| kind == Kind::Term || !self.inherits(locale, wanted.original);
        self.pairs(locale, kind).filter(move |(wanted, entry)| entry.is_some() || is_own(wanted))
    }

    /// Returns the start of the line that a slice of a file is in.
    pub(crate) fn line_of(&self, file: usize, part: &str) -> usize {
        let before = self.file(file).readable().get(..self.range(file, part).start);
        before.and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
    }

    /// Returns the range of a slice in its file.
    pub(crate) fn range(&self, file: usize, part: &str) -> Range<usize> {
        let start = (part.as_ptr() as usize).wrapping_sub(self.file(file).readable().as_ptr() as usize);
        start..start + part.len()
    }
}
