//! Follows ids that were renamed in the source: the record of a translation says whose it is.

use fluent_syntax::ast::Resource;

use crate::edit::document::{Edits, FtlDocument};
use crate::edit::remove::Removal;
use crate::edit::rename::uses;
use crate::edit::stub::{filled_in_of, stubs};
use crate::error::Error;
use crate::project::codes::Codes;
use crate::project::entry::Entry;
use crate::project::locale::Locale;
use crate::project::obsolete::Unknown;
use crate::project::open::Project;
use crate::project::renames::{Meant, Renames};
use crate::project::tree::Tree;

/// A translation whose message or term has another id in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowedId {
    /// The path of its file, for display.
    pub path: String,
    /// The line of its id, from 1.
    pub line: usize,
    /// Its id, with the hyphen of a term.
    pub old: String,
    /// The id in the source.
    pub new: String,
}

/// The renamed ids of a locale.
#[derive(Default)]
pub(super) struct Followed {
    /// Those that are changed.
    pub(super) renamed: Vec<FollowedId>,
    /// Those that may mean a message or a term of the source, but so may others.
    pub(super) unclear: Vec<FollowedId>,
    /// The files that change, with their new texts.
    pub(super) texts: Vec<(usize, String)>,
}

/// Finds the translations of a locale whose ids were renamed in the source, and the files with the new ids.
pub(super) fn follow(
    project: &Project,
    (tree, nodes): (&Tree<'_>, &[Resource<&str>]),
    locale: &Locale<'_>,
) -> Result<Followed, Error> {
    let mut followed = Followed::default();
    let unknown = Unknown::of(tree, locale);
    // In an invalid `codes.toml`, codes may name any of them.
    if unknown.entries.is_empty() || matches!(tree.codes, Codes::Broken(_)) {
        return Ok(followed);
    }
    let renames = Renames::new(tree, locale, &unknown.entries);
    let filled = filled_in_of(tree, nodes, locale);
    let is_free = |wanted: &Entry<'_>| {
        locale.all(wanted.name).is_empty() && !filled.iter().any(|stub| stub.name == wanted.written_name())
    };
    let is_single = |entry: &Entry<'_>| locale.all(entry.name).len() == 1;
    let mut pairs = Vec::new();
    for entry in &unknown.entries {
        let (wanted, is_clear) = match renames.meant(entry) {
            Meant::Nothing => continue,
            Meant::Unclear(wanted) => (wanted, false),
            Meant::One(wanted) => (wanted, is_free(wanted) && is_single(entry)),
        };
        let file = tree.file(entry.file);
        let (line, _) = file.position(tree.range(entry.file, entry.name).start);
        let id =
            FollowedId { path: file.path.to_string(), line, old: entry.written_name(), new: wanted.written_name() };
        if is_clear {
            pairs.push((*entry, wanted));
            followed.renamed.push(id);
        } else {
            followed.unclear.push(id);
        }
    }
    if !pairs.is_empty() {
        followed.texts = texts(project, (tree, nodes), locale, &pairs)?;
    }
    Ok(followed)
}

/// Returns the files that change, with their new texts. Empty stubs of the new ids are removed.
fn texts(
    project: &Project,
    (tree, nodes): (&Tree<'_>, &[Resource<&str>]),
    locale: &Locale<'_>,
    pairs: &[(&Entry<'_>, &Entry<'_>)],
) -> Result<Vec<(usize, String)>, Error> {
    let tags: Vec<&str> = tree.locales.iter().map(|locale| locale.tag).collect();
    let mut texts = Vec::new();
    for index in locale.files.clone() {
        let (file, resource) = (&project.input.files[index], &nodes[index]);
        let document = FtlDocument::new(file.readable(), resource);
        let mut removal = Removal::new(&document);
        let is_new = |name: &str| pairs.iter().any(|(_, wanted)| wanted.written_name() == name);
        stubs(&document, is_new).iter().for_each(|stub| removal.add_stub(stub));
        let mut removed = Edits::default();
        removal.apply(&mut removed);
        let mut edits = Edits::default();
        for (entry, wanted) in pairs {
            // Most ids are used once. The search in comments takes a while.
            let uses = match file.text.matches(entry.name).count() {
                0 => continue,
                1 if entry.file == index => vec![tree.range(index, entry.name)],
                _ => uses((file, resource), &tags, (&entry.written_name(), &wanted.written_name()))?,
            };
            let left = uses.into_iter().filter(|place| !removed.contains(place.start));
            left.for_each(|place| edits.replace(place, wanted.name));
        }
        let text = edits.and(removed).apply(&file.text);
        if text != file.text {
            texts.push((index, text));
        }
    }
    Ok(texts)
}
