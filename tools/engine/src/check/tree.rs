//! A folder of locales as rules see it: syntax trees whose slices stand at their true positions.

use std::collections::hash_map::Entry as Slot;
use std::ops::Range;
use std::path::Path;
use std::sync::OnceLock;

use code_prompts::{Catalog, CatalogError};
use fluent_syntax::ast::{Attribute, Comment, Entry as Node, Pattern, Resource};
use fluent_syntax::parser::ParserError;
use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use unic_langid::LanguageIdentifier;

use super::facts::Facts;
use super::input::{Input, InputFile};
use super::marks::Marks;
use super::plurals::Plurals;
use super::settings::NamedLocale;

/// All locales, and the codes that they answer.
pub struct Tree<'a> {
    pub input: &'a Input,
    pub locales: Vec<Locale<'a>>,
    /// The locale that the others are translated from, by its index.
    pub source: usize,
    pub codes: Codes,
    /// The locales that `codes.toml` names, and where.
    pub named_locales: Vec<NamedLocale>,
}

/// The table of codes, for the rules that need one.
pub enum Codes {
    /// There is no `codes.toml`.
    None,
    Catalog(Catalog),
    Broken(CatalogError),
}

impl Codes {
    /// Reads the codes of a folder that has a `codes.toml`.
    pub fn read(dir: &Path) -> Self {
        if !dir.join("codes.toml").exists() {
            return Self::None;
        }
        match Catalog::from_dir(dir) {
            Ok(catalog) => Self::Catalog(catalog),
            Err(error) => Self::Broken(error),
        }
    }
}

/// One locale.
pub struct Locale<'a> {
    pub tag: &'a str,
    pub id: &'a LanguageIdentifier,
    pub files: Range<usize>,
    /// Its messages and terms in the order of its files; of two of one name both.
    pub entries: Vec<Entry<'a>>,
    /// The first entry of each name. Fluent's runtime keeps messages and terms under one name, so this does too.
    pub names: FxHashMap<&'a str, usize>,
    /// Which of its entries, by their places, translate those of the source.
    translations: Vec<Option<usize>>,
    /// What single characters may be amiss anywhere in it.
    pub marks: Marks,
    /// The `###` comments, with their files.
    pub file_comments: Vec<(usize, &'a Comment<&'a str>)>,
    plurals: OnceLock<Plurals>,
}

/// A message or a term.
pub struct Entry<'a> {
    /// Its file, by its index in [`Input::files`].
    pub file: usize,
    pub kind: Kind,
    /// Its name, a slice of its file: a term's without the hyphen.
    pub name: &'a str,
    pub comment: Option<&'a Comment<&'a str>>,
    /// The `##` comment that it stands under.
    pub group: Option<&'a Comment<&'a str>>,
    pub value: Option<Part<'a>>,
    pub attributes: Vec<Part<'a>>,
    /// The source's entry of its name, by its place in [`Locale::entries`], if this is the one that counts.
    original: Option<usize>,
    /// Where the first attribute of each name is, if there are many.
    many: Option<Box<FxHashMap<&'a str, usize>>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Message,
    Term,
}

/// The value of an entry, or one of its attributes.
pub struct Part<'a> {
    /// The attribute's name, a slice of its file.
    pub attribute: Option<&'a str>,
    pub pattern: &'a Pattern<&'a str>,
    pub facts: Facts<'a>,
}

/// What the parser could not read of a file, by the file's index.
pub type Errors = Vec<(usize, Vec<ParserError>)>;

/// Makes a folder readable for the parser, which then finds no errors any more.
pub fn settle(input: &mut Input) {
    let errors = parse(input).1;
    recover(input, errors);
}

/// Leaves out of files what the parser could not read of them.
pub fn recover(input: &mut Input, errors: Errors) {
    for (file, errors) in errors {
        input.files[file].recover(errors);
    }
}

/// Parses every file. The errors come back beside the trees.
pub fn parse(input: &Input) -> (Vec<Resource<&str>>, Errors) {
    let parse = |file| match fluent_syntax::parser::parse(InputFile::readable(file)) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let (nodes, errors): (Vec<_>, Vec<_>) = input.files.par_iter().map(parse).unzip();
    (nodes, errors.into_iter().enumerate().filter(|(_, errors)| !errors.is_empty()).collect())
}

impl<'a> Tree<'a> {
    pub fn new(input: &'a Input, nodes: &'a [Resource<&'a str>], source: &str, codes: Codes) -> Option<Self> {
        let mut locales: Vec<Locale<'a>> = (input.locales.par_iter())
            .filter_map(|locale| Some(Locale::new(&locale.name, locale.id.as_ref()?, locale.files.clone(), nodes)))
            .collect();
        let source = locales.iter().position(|locale| locale.tag == source)?;
        let originals: Vec<_> = locales[source].entries.iter().map(|entry| (entry.kind, entry.name)).collect();
        locales.par_iter_mut().for_each(|locale| locale.link(&originals));
        Some(Self { input, locales, source, codes, named_locales: Vec::new() })
    }

    pub fn source(&self) -> &Locale<'a> {
        &self.locales[self.source]
    }

    pub fn file(&self, index: usize) -> &'a InputFile {
        &self.input.files[index]
    }

    /// The codes that a message answers.
    pub fn codes_of(&self, name: &str) -> Vec<i64> {
        let Codes::Catalog(catalog) = &self.codes else { return Vec::new() };
        catalog.code_named(name).map(|code| code.value()).into_iter().collect()
    }

    /// Finds the source's entry that an entry of a locale translates, if it is the one of its name that counts.
    pub fn original(&self, entry: &Entry<'a>) -> Option<&Entry<'a>> {
        self.source().entries.get(entry.original?)
    }

    /// Finds the part of the source that a part of an entry translates.
    pub fn original_part(&self, entry: &Entry<'a>, part: &Part<'a>) -> Option<&Part<'a>> {
        self.original(entry)?.part(part.attribute)
    }

    /// Lists the entries of a kind in the source that count, each with its translation in a locale.
    pub fn pairs<'t>(
        &'t self,
        locale: &'t Locale<'a>,
        kind: Kind,
    ) -> impl Iterator<Item = (&'t Entry<'a>, Option<&'t Entry<'a>>)> {
        let source = self.source();
        let pairs = source.entries.iter().zip(&locale.translations).enumerate();
        pairs
            .filter(move |(index, (wanted, _))| wanted.kind == kind && wanted.original == Some(*index))
            .map(|(_, (wanted, translation))| (wanted, translation.and_then(|place| locale.entries.get(place))))
    }

    /// Tells whether a locale of the same language and script has a message, and this is a regional one that may leave
    /// to it what is the same: en-GB beside en, es-MX beside es. zh-TW beside zh-CN is another script.
    pub fn inherits(&self, locale: &Locale<'_>, name: &str) -> bool {
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
                    && other.find(Kind::Message, name).is_some()
            })
    }

    /// Lists the same, but for what a locale leaves to another and lacks on purpose.
    pub fn own_pairs<'t>(
        &'t self,
        locale: &'t Locale<'a>,
        kind: Kind,
    ) -> impl Iterator<Item = (&'t Entry<'a>, Option<&'t Entry<'a>>)> {
        self.pairs(locale, kind).filter(|(wanted, entry)| entry.is_some() || !self.inherits(locale, wanted.name))
    }

    /// Tells where in its file a slice stands.
    pub fn range(&self, file: usize, part: &str) -> Range<usize> {
        let start = (part.as_ptr() as usize).wrapping_sub(self.file(file).readable().as_ptr() as usize);
        start..start + part.len()
    }
}

impl<'a> Locale<'a> {
    fn new(tag: &'a str, id: &'a LanguageIdentifier, files: Range<usize>, nodes: &'a [Resource<&'a str>]) -> Self {
        let most = files.clone().map(|file| nodes[file].body.len()).sum();
        let mut locale = Self {
            tag,
            id,
            files: files.clone(),
            entries: Vec::with_capacity(most),
            names: FxHashMap::with_capacity_and_hasher(most, FxBuildHasher),
            translations: Vec::new(),
            marks: Marks::default(),
            file_comments: Vec::new(),
            plurals: OnceLock::new(),
        };
        for file in files {
            let mut group = None;
            for node in &nodes[file].body {
                let (kind, name, comment, value, attributes) = match node {
                    Node::Message(message) => {
                        (Kind::Message, message.id.name, &message.comment, message.value.as_ref(), &message.attributes)
                    }
                    Node::Term(term) => (Kind::Term, term.id.name, &term.comment, Some(&term.value), &term.attributes),
                    Node::ResourceComment(comment) => {
                        locale.file_comments.push((file, comment));
                        continue;
                    }
                    Node::GroupComment(comment) => {
                        group = Some(comment);
                        continue;
                    }
                    Node::Comment(_) | Node::Junk { .. } => continue,
                };
                if let Slot::Vacant(vacant) = locale.names.entry(name) {
                    vacant.insert(locale.entries.len());
                }
                let value = value.map(|pattern| Part::new(None, pattern));
                let attributes: Vec<_> = attributes.iter().map(Part::attribute).collect();
                value.iter().chain(&attributes).for_each(|part| locale.marks.add(part.facts.marks));
                let many = index_many(&attributes);
                let comment = comment.as_ref();
                locale.entries.push(Entry {
                    file,
                    kind,
                    name,
                    comment,
                    group,
                    value,
                    attributes,
                    original: None,
                    many,
                });
            }
        }
        locale
    }

    /// Finds what translates each entry of the source.
    fn link(&mut self, originals: &[(Kind, &str)]) {
        self.translations.reserve(originals.len());
        for (index, (kind, name)) in originals.iter().enumerate() {
            let found = self.names.get(name).copied();
            let found = found.and_then(|index| Some((index, self.entries.get_mut(index)?)));
            let found = found.filter(|(_, entry)| entry.kind == *kind);
            self.translations.push(found.map(|(place, entry)| {
                entry.original.get_or_insert(index);
                place
            }));
        }
    }

    /// Tells whether it has a message, or a term by its name with the hyphen.
    pub fn has(&self, name: &str) -> bool {
        match name.strip_prefix('-') {
            Some(term) => self.find(Kind::Term, term).is_some(),
            None => self.find(Kind::Message, name).is_some(),
        }
    }

    /// Finds the message or term that counts of those with a name.
    pub fn first(&self, name: &str) -> Option<&Entry<'a>> {
        self.entries.get(*self.names.get(name)?)
    }

    /// Tells whether an entry is the one of its name that counts.
    pub fn is_first(&self, entry: &Entry<'a>) -> bool {
        self.first(entry.name).is_some_and(|first| std::ptr::eq(first, entry))
    }

    /// Gives the plural categories of the locale, worked out when they are first needed.
    pub fn plurals(&self) -> &Plurals {
        self.plurals.get_or_init(|| Plurals::of(self.id))
    }

    /// Finds a message, or a term, as the runtime does: the first of its name, if that is of the kind.
    pub fn find(&self, kind: Kind, name: &str) -> Option<&Entry<'a>> {
        let entry = &self.entries[*self.names.get(name)?];
        (entry.kind == kind).then_some(entry)
    }
}

impl<'a> Entry<'a> {
    /// Gives the name as one writes it: a term's with its hyphen.
    pub fn written_name(&self) -> String {
        match self.kind {
            Kind::Message => self.name.to_owned(),
            Kind::Term => format!("-{}", self.name),
        }
    }

    pub fn attribute(&self, name: &str) -> Option<&Part<'a>> {
        self.attributes.get(self.attribute_index(name)?)
    }

    /// Gives the value, or an attribute.
    pub fn part(&self, attribute: Option<&str>) -> Option<&Part<'a>> {
        match attribute {
            Some(attribute) => self.attribute(attribute),
            None => self.value.as_ref(),
        }
    }

    /// Finds where the first attribute of a name is.
    pub fn attribute_index(&self, name: &str) -> Option<usize> {
        match &self.many {
            None => self.attributes.iter().position(|part| part.attribute == Some(name)),
            Some(many) => many.get(name).copied(),
        }
    }

    /// Lists the attributes that this has and another entry lacks.
    pub fn attributes_not_in(&self, other: &Entry<'_>) -> Vec<&'a str> {
        let names = self.attributes.iter().filter_map(|part| part.attribute);
        // A set costs more than it saves where there are few, and there nearly always are.
        if self.attributes.len().min(other.attributes.len()) < 16 {
            return names.filter(|name| other.attribute(name).is_none()).collect();
        }
        let others: FxHashSet<&str> = other.attributes.iter().filter_map(|part| part.attribute).collect();
        names.filter(|name| !others.contains(name)).collect()
    }

    /// Lists the parts that are shown: of two attributes of one name the first.
    pub fn shown_parts(&self) -> impl Iterator<Item = &Part<'a>> {
        self.parts().filter(|part| self.part(part.attribute).is_some_and(|first| std::ptr::eq(first, *part)))
    }

    /// Lists the value, if there is one, and the attributes.
    pub fn parts(&self) -> impl Iterator<Item = &Part<'a>> {
        self.value.iter().chain(&self.attributes)
    }
}

/// Tells whether Fluent's names may hold a character.
pub fn is_part_of_name(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_')
}

/// Indexes attributes that are too many to look through each time.
fn index_many<'a>(attributes: &[Part<'a>]) -> Option<Box<FxHashMap<&'a str, usize>>> {
    const FEW: usize = 32;
    if attributes.len() <= FEW {
        return None;
    }
    let mut index = FxHashMap::default();
    for (at, name) in attributes.iter().enumerate().filter_map(|(at, part)| Some((at, part.attribute?))) {
        index.entry(name).or_insert(at);
    }
    Some(Box::new(index))
}

impl<'a> Part<'a> {
    fn new(attribute: Option<&'a str>, pattern: &'a Pattern<&'a str>) -> Self {
        Self { attribute, pattern, facts: Facts::of(pattern) }
    }

    fn attribute(attribute: &'a Attribute<&'a str>) -> Self {
        Self::new(Some(attribute.id.name), &attribute.value)
    }
}
