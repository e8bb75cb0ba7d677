//! What is where in the files of a folder, for editors.

use std::ops::Range;
use std::path::Path;

use super::entry::{Entry, Kind, Part};
use super::locale::Locale;
use super::progress::Progress;
use super::record;
use super::selects::{selects_on, written_key};
use super::tree::Tree;

/// A file of a locale.
///
/// ```
/// use code_prompts_engine::project::{Document, Project, Symbol};
///
/// let dir = tempfile::tempdir()?;
/// std::fs::write(dir.path().join("en.ftl"), "-brand = Prism\nwelcome = Welcome to { -brand }\n")?;
///
/// let project = Project::read(dir.path(), Some("en"))?;
/// let nodes = project.parse();
/// let tree = project.tree(&nodes)?;
/// let document = Document::find(&tree, &dir.path().join("en.ftl")).expect("it is there");
/// let used = document.occurrences().into_iter().find(|occurrence| !occurrence.is_definition).expect("it is there");
/// assert_eq!((used.symbol, used.range), (Symbol::Entry("-brand".to_owned()), 38..44));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Document<'t, 'a> {
    tree: &'t Tree<'a>,
    locale: &'t Locale<'a>,
    file: usize,
}

/// A name in a file. Its range is in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence<'a> {
    /// Where it is.
    pub range: Range<usize>,
    /// What it names.
    pub symbol: Symbol<'a>,
    /// Whether it is where the symbol is defined, and not a reference.
    pub is_definition: bool,
}

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Symbol<'a> {
    /// A message by its id, or a term by its id with the hyphen.
    Entry(String),
    /// An attribute of such an entry.
    Attribute(String, &'a str),
    /// A variable in such an entry.
    Variable(String, &'a str),
    /// A function.
    Function(&'a str),
}

/// A message or a term of a file.
pub struct DocumentEntry<'t, 'a> {
    /// The range from its name to the end of its text, in bytes.
    pub range: Range<usize>,
    /// The range of its name, with the hyphen of a term.
    pub name: Range<usize>,
    /// The entry.
    pub entry: &'t Entry<'a>,
}

impl<'t, 'a> Document<'t, 'a> {
    /// Returns the files of all locales.
    pub fn all(tree: &'t Tree<'a>) -> impl Iterator<Item = Self> {
        tree.locales.iter().flat_map(move |locale| locale.files.clone().map(move |file| Self { tree, locale, file }))
    }

    /// Finds a file by its path, which begins with that of the folder.
    #[must_use]
    pub fn find(tree: &'t Tree<'a>, path: &Path) -> Option<Self> {
        Self::all(tree).find(|document| document.path() == path)
    }

    /// Returns the path.
    #[must_use]
    pub fn path(&self) -> &'a Path {
        &self.tree.file(self.file).on_disk
    }

    /// Returns the text.
    #[must_use]
    pub fn text(&self) -> &'a str {
        &self.tree.file(self.file).text
    }

    /// Returns its index in the tree.
    pub(crate) fn file(&self) -> usize {
        self.file
    }

    /// Returns the tag of its locale.
    #[must_use]
    pub fn locale(&self) -> &'a str {
        self.locale.tag
    }

    /// Returns the file of the source that it translates: the one with the same path. The source's files are their own.
    #[must_use]
    pub fn source(&self) -> Option<Self> {
        let file = self.tree.twins.source_file(self.file)?;
        Some(Self { tree: self.tree, locale: self.tree.source(), file })
    }

    /// Returns whether a name means the same in another file: unless files are loaded apart, and these two are not the same
    /// file in two locales.
    #[must_use]
    pub fn is_loaded_with(&self, other: &Document<'_, 'a>) -> bool {
        let file = |document: &Document<'_, '_>| document.tree.twins.source_file(document.file);
        !self.tree.files_are_apart() || file(self) == file(other)
    }

    /// Returns the messages and terms, in order.
    #[must_use]
    pub fn entries(&self) -> Vec<DocumentEntry<'t, 'a>> {
        let text = self.text();
        let own = self.locale.entries.iter().filter(|entry| entry.file == self.file);
        let starts: Vec<(Range<usize>, &Entry<'a>)> = own.map(|entry| (self.name(entry), entry)).collect();
        let ends = starts.iter().skip(1).map(|(name, _)| name.start).chain([text.len()]);
        let entry = |((name, entry), end): (&(Range<usize>, &'t Entry<'a>), usize)| {
            // The lines up to the next entry, without comments and blank lines.
            let lines = text.get(name.start..end).unwrap_or_default().split_inclusive('\n');
            let is_own = |line: &&str| !line.starts_with('#');
            let length = lines.take_while(is_own).collect::<String>().trim_end().len();
            DocumentEntry { range: name.start..name.start + length, name: name.clone(), entry }
        };
        starts.iter().zip(ends).map(entry).collect()
    }

    /// Returns all names in the file, in order.
    #[must_use]
    pub fn occurrences(&self) -> Vec<Occurrence<'a>> {
        let mut found = Vec::new();
        for entry in self.locale.entries.iter().filter(|entry| entry.file == self.file) {
            let owner = entry.written_name();
            let definition = Symbol::Entry(owner.clone());
            found.push(Occurrence { range: self.name(entry), symbol: definition, is_definition: true });
            for part in entry.parts() {
                self.of_part(&owner, part, &mut found);
            }
        }
        found.sort_by_key(|occurrence| occurrence.range.start);
        found
    }

    fn of_part(&self, owner: &str, part: &Part<'a>, found: &mut Vec<Occurrence<'a>>) {
        let range = |name: &str| self.tree.range(self.file, name);
        let reference = |range, symbol| Occurrence { range, symbol, is_definition: false };
        if let Some(name) = part.attribute {
            let symbol = Symbol::Attribute(owner.to_owned(), name);
            found.push(Occurrence { range: range(name), symbol, is_definition: true });
        }
        let facts = &part.facts;
        found.extend(
            facts.variables.iter().map(|name| reference(range(name), Symbol::Variable(owner.to_owned(), name))),
        );
        found.extend(facts.functions.iter().map(|(name, _)| reference(range(name), Symbol::Function(name))));
        for target in &facts.references {
            // A hyphen belongs to the name of a term.
            let (hyphen, at) = if target.is_term { ("-", 1) } else { ("", 0) };
            let (name, place) = (format!("{hyphen}{}", target.name), range(target.name));
            found.extend(
                target
                    .attribute
                    .map(|attribute| reference(range(attribute), Symbol::Attribute(name.clone(), attribute))),
            );
            found.push(reference(place.start - at..place.end, Symbol::Entry(name)));
        }
    }

    fn name(&self, entry: &Entry<'a>) -> Range<usize> {
        let range = self.tree.range(self.file, entry.name);
        if entry.kind == Kind::Term { range.start - 1..range.end } else { range }
    }
}

/// What is known about a message or a term, in one locale.
pub struct Known<'t, 'a> {
    /// The entry of the locale.
    pub entry: Option<&'t Entry<'a>>,
    /// Its progress, if the source has it and the locale is not the source.
    pub progress: Option<Progress<'t, 'a>>,
}

impl<'a> Tree<'a> {
    /// Returns the path of a file below the folder, with slashes, by its index.
    #[must_use]
    pub fn path_of(&self, file: usize) -> Option<String> {
        self.input.files.get(file).map(|_| self.below(file))
    }

    /// Returns the tag of the source locale.
    #[must_use]
    pub fn source_tag(&self) -> &'a str {
        self.source().tag
    }

    /// Returns the tags of all locales.
    pub fn tags(&self) -> impl Iterator<Item = &'a str> {
        self.locales.iter().map(|locale| locale.tag)
    }

    /// Returns the tags of the fallback locales that exist.
    pub fn fallback_tags(&self) -> impl Iterator<Item = &'a str> {
        self.fallbacks().map(|locale| locale.tag)
    }

    /// Returns what a locale has of a message or a term, which is given by its name with a term's hyphen. Where several files
    /// have it, it is the one that `near` has, or that is translated there.
    #[must_use]
    pub fn known(&self, tag: &str, name: &str, near: Option<&Document<'_, 'a>>) -> Option<Known<'_, 'a>> {
        let locale = self.locales.iter().find(|locale| locale.tag == tag)?;
        let wanted = self.wanted(name, near);
        let (kind, id) = kind_of(name);
        let is_own = |entry: &&Entry<'_>| near.is_some_and(|near| near.file == entry.file) && entry.kind == kind;
        let own = locale.all(id).iter().filter_map(|index| locale.entries.get(*index)).find(is_own);
        let entry = own.or_else(|| match wanted {
            Some(wanted) => locale.translation_of(wanted),
            None => locale.find(kind, id),
        });
        let wanted = wanted.filter(|_| tag != self.source().tag);
        Some(Known { entry, progress: wanted.map(|wanted| Progress::of(self, wanted, entry)) })
    }

    /// Returns the source's message or term with a name: the one that `near` has or translates, or the first one.
    fn wanted(&self, name: &str, near: Option<&Document<'_, 'a>>) -> Option<&Entry<'a>> {
        let (kind, id) = kind_of(name);
        let source = self.source();
        let file = near.and_then(|near| self.twins.source_file(near.file));
        let of_twin = file.and_then(|file| {
            let all = source.all(id).iter().filter_map(|index| source.entries.get(*index));
            all.into_iter().find(|entry| entry.file == file && entry.kind == kind)
        });
        of_twin.or_else(|| source.find(kind, id))
    }

    /// Returns whether several files have a message or a term, each one of its own.
    #[must_use]
    pub fn is_in_several_files(&self, name: &str) -> bool {
        self.files_are_apart() && self.source().all(kind_of(name).1).len() > 1
    }

    /// Returns the notes to translators in the source's comment above a message or a term.
    #[must_use]
    pub fn notes(&self, name: &str, near: Option<&Document<'_, 'a>>) -> Vec<&'a str> {
        let source = self.source();
        self.wanted(name, near).map(|entry| record::notes(entry, source.tag).collect()).unwrap_or_default()
    }

    /// Returns the names of the variants that the source's message or term has for a variable, in order.
    #[must_use]
    pub fn variants_of(&self, name: &str, variable: &str, near: Option<&Document<'_, 'a>>) -> Vec<&'a str> {
        let selects = self.wanted(name, near).into_iter().flat_map(|entry| selects_on(entry, variable));
        let mut keys: Vec<&str> = Vec::new();
        for key in selects.flat_map(|select| select.variants).map(written_key) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }

    /// Returns the codes of a message, and the maximum length of its prompt.
    #[must_use]
    pub fn codes_and_limit(&self, name: &str) -> (Vec<i64>, Option<usize>) {
        (self.codes_of(name), self.max_length(name))
    }
}

fn kind_of(name: &str) -> (Kind, &str) {
    name.strip_prefix('-').map_or((Kind::Message, name), |term| (Kind::Term, term))
}
