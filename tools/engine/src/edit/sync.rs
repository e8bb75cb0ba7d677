//! Updates translations after changes in the source.

mod marks;
mod stubs;

use fluent_syntax::ast::Resource;

use super::change::Changes;
use super::document::{Edits, FtlDocument};
use super::records::RecordsEdit;
use super::rename::refuse_interrupted;
use super::stub::{self, Stubs};
use super::sync::stubs::StubWriter;
use super::template::template_of;
use crate::error::Error;
use crate::project::entry::Entry;
use crate::project::locale::Locale;
use crate::project::open;
use crate::project::open::Project;
use crate::project::progress::to_do;
use crate::project::record::is_record;
use crate::project::tree::Tree;

/// The result of [`sync`].
#[derive(Debug)]
pub struct Synced {
    /// The changes to files.
    pub changes: Changes,
    /// The counts for each locale.
    pub locales: Vec<SyncedLocale>,
}

/// The numbers of messages and terms of a locale that a synchronization changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyncedLocale {
    /// The tag of the locale.
    pub tag: String,
    /// New stubs.
    pub new: usize,
    /// Stubs that are updated to the current source.
    pub refreshed: usize,
    /// Stale translations that get the new source text in their comment.
    pub marked: usize,
    /// Records of messages that the locale no longer has, which are removed from its records file.
    pub forgotten: usize,
    /// Stubs that the source no longer has. They are kept, because a translator may have filled them in.
    pub obsolete: Vec<ObsoleteStub>,
}

/// A stub of a message or a term that the source no longer has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObsoleteStub {
    /// The path of its file, for display.
    pub path: String,
    /// Its id, with the hyphen of a term.
    pub name: String,
}

/// Updates a locale, or all locales, after changes in the source. New messages are added as stubs: comments to fill in,
/// in the source's order. Each stale translation gets the new source text in its comment, unless records are in files. Translations are not changed
/// or moved. A second run changes nothing.
///
/// # Errors
///
/// The locale is the source or does not exist, a file of either has a syntax or encoding error, or a renaming was
/// interrupted.
pub fn sync(project: &Project, locale: Option<&str>) -> Result<Synced, Error> {
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    let locales: Vec<&Locale<'_>> = match locale {
        Some(tag) => {
            project.refuse_source(tag)?;
            vec![open::locale(&tree, tag)?]
        }
        None => tree.locales.iter().filter(|locale| locale.tag != project.source).collect(),
    };
    let tags: Vec<&str> = locales.iter().map(|locale| locale.tag).chain([project.source.as_str()]).collect();
    project.refuse_unreadable(&tags)?;
    refuse_interrupted(&project.input, &nodes.0)?;

    let mut changes = Changes::new(&project.input);
    let sync = |locale: &Locale<'_>| sync_locale((project, &tree, &nodes.0), locale, &mut changes);
    let locales = locales.into_iter().map(sync).collect();
    Ok(Synced { changes, locales })
}

/// Returns the stubs that the source no longer has.
fn obsolete(project: &Project, tree: &Tree<'_>, nodes: &[Resource<&str>], locale: &Locale<'_>) -> Vec<ObsoleteStub> {
    let source = tree.source();
    let mut found = Vec::new();
    for file in locale.files.clone() {
        let input = &project.input.files[file];
        let document = FtlDocument::new(input.readable(), &nodes[file]);
        for stub in stub::stubs(&document, |name| !source.has(name)) {
            // Without a record, it may be any comment with an equals sign.
            if stub.head.iter().any(|line| is_record(line, source.tag)) {
                found.push(ObsoleteStub { path: input.path.to_string(), name: stub.name.to_owned() });
            }
        }
    }
    found
}

fn sync_locale(
    (project, tree, nodes): (&Project, &Tree<'_>, &[Resource<&str>]),
    locale: &Locale<'_>,
    changes: &mut Changes,
) -> SyncedLocale {
    let source = tree.source();
    let mut files: Vec<(FtlDocument<'_>, Edits)> = (locale.files.clone())
        .map(|file| (FtlDocument::new(project.input.files[file].readable(), &nodes[file]), Edits::default()))
        .collect();
    let stubs = Stubs { source: source.tag, plurals: locale.plurals() };
    let examples = project.fallback_locales(tree);
    let lacking = to_do(tree, locale).into_iter().filter(|progress| progress.entry.is_none());
    let lacking: Vec<&Entry<'_>> = lacking.map(|progress| progress.wanted).collect();
    let existing = stubs::existing(&lacking, &files);
    let is_new = |entry: &&Entry<'_>| !existing.contains_key(&entry.written_name());
    let writer = StubWriter { source, stubs: &stubs, examples: &examples, existing: &existing };
    let new = lacking.iter().copied().filter(|entry| is_new(entry)).count();
    for source_file in source.files.clone() {
        let wanted: Vec<_> =
            lacking.iter().copied().filter(|entry| entry.file == source_file && is_new(entry)).collect();
        if wanted.is_empty() {
            continue;
        }
        let path = project.path(locale.tag, &project.below(source, source_file));
        let own = locale.files.clone().position(|file| project.input.files[file].on_disk == path);
        let is_elsewhere = || {
            // A duplicate belongs to another file.
            let is_of_file = |entry: &&Entry<'_>| entry.file == source_file && source.is_first(entry);
            let mut of_file = source.entries.iter().filter(is_of_file);
            of_file.any(|entry| existing.contains_key(&entry.written_name()))
        };
        match own.or_else(|| is_elsewhere().then_some(0)) {
            Some(own) => writer.add(&wanted, own, &mut files),
            None => {
                let is_wanted = |entry: &Entry<'_>| wanted.iter().any(|wanted| wanted.name == entry.name);
                let resource = (source_file, &nodes[source_file]);
                changes.create(path, template_of(tree, resource, (locale.tag, &stubs), &examples, is_wanted));
            }
        }
    }
    let (refreshed, mut marked) = writer.refresh(&mut files, &lacking);
    let mut records = RecordsEdit::of(project, locale.tag);
    let forgotten = records.as_mut().map_or(0, |records| records.forget_gone(&project.input, locale));
    // Marks are last, because they are right above their message.
    marked += marks::mark(tree, locale, &mut files, records.is_none());
    for (file, (_, edits)) in locale.files.clone().zip(files) {
        let input = &project.input.files[file];
        changes.rewrite(&input.on_disk, &input.text, edits.apply(&input.text));
    }
    if let Some(records) = records {
        records.finish(changes);
    }
    let obsolete = obsolete(project, tree, nodes, locale);
    SyncedLocale { tag: locale.tag.to_owned(), new, refreshed, marked, forgotten, obsolete }
}
