//! Updates translations after changes in the source.

mod marks;
mod renames;
mod stubs;

use fluent_syntax::ast::Resource;
use rustc_hash::FxHashSet;

use super::change::Changes;
use super::document::{Edits, FtlDocument};
use super::records::RecordsEdit;
use super::rename::refuse_interrupted;
use super::stub::{self, Stubs};
use super::sync::marks::EditedFiles;
use super::sync::renames::Followed;
use super::sync::stubs::StubWriter;
use super::template::template_of;
use crate::error::Error;
use crate::project::entry::Entry;
use crate::project::locale::Locale;
use crate::project::obsolete;
use crate::project::open::{self, Project};
use crate::project::progress::{all, to_do};
use crate::project::record::is_record;
use crate::project::tree::Tree;

pub use renames::FollowedId;

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
    /// Translations that get the id that the source has now.
    pub renamed: Vec<FollowedId>,
    /// Translations that may mean a new message or term of the source, but so may others. They are not changed.
    pub unclear: Vec<FollowedId>,
    /// Messages and terms that the source no longer has, which [`prune`](super::prune()) removes.
    pub removable: usize,
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

/// Updates a locale, or all locales, after changes in the source. A translation whose id was renamed in the source gets the
/// new one, if its record says which: the source has a new message with this text. New messages are added as stubs:
/// comments to fill in, in the source's order. Each stale translation gets the new source text in its comment. Texts of
/// translations are not changed or moved. A second run changes nothing. With records in files, no comment is added.
///
/// # Errors
///
/// The locale is the source or does not exist, a file of either has a syntax or encoding error, or a renaming was
/// interrupted.
pub fn sync(project: &Project, locale: Option<&str>) -> Result<Synced, Error> {
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    let locales = project.translations(&tree, locale)?;
    refuse_interrupted(&project.input, &nodes.0)?;

    let follow = |locale: &&Locale<'_>| renames::follow(project, (&tree, &nodes.0), locale);
    let mut followed: Vec<Followed> = locales.iter().map(follow).collect::<Result<_, _>>()?;
    let texts: Vec<(usize, String)> = followed.iter_mut().flat_map(|followed| followed.texts.drain(..)).collect();
    let mut synced = if texts.is_empty() {
        update((project, &tree, &nodes.0), &locales)
    } else {
        let tags: Vec<&str> = locales.iter().map(|locale| locale.tag).collect();
        update_renamed(project, &tags, &followed, texts)?
    };
    for (locale, Followed { renamed, unclear, .. }) in synced.locales.iter_mut().zip(followed) {
        (locale.renamed, locale.unclear) = (renamed, unclear);
    }
    Ok(synced)
}

/// Updates locales some of whose files have new texts, with other ids.
fn update_renamed(
    project: &Project,
    tags: &[&str],
    followed: &[Followed],
    texts: Vec<(usize, String)>,
) -> Result<Synced, Error> {
    let mut renamed = project.clone();
    for (tag, followed) in tags.iter().zip(followed) {
        let records = renamed.input.records.iter_mut().find(|records| records.locale == *tag);
        let Some(records) = records else { continue };
        followed.renamed.iter().for_each(|id| records.rename(&id.old, id.new.clone()));
    }
    for (file, text) in &texts {
        renamed.input.files[*file].set_text(text.clone());
    }
    let nodes = renamed.parse();
    let tree = renamed.tree(&nodes)?;
    let locales: Vec<_> = tags.iter().map(|tag| open::locale(&tree, tag)).collect::<Result<_, _>>()?;
    let Synced { changes, locales } = update((&renamed, &tree, &nodes.0), &locales);
    let earlier = texts.into_iter().map(|(file, text)| {
        let file = &project.input.files[file];
        (file.on_disk.as_path(), file.text.as_str(), text)
    });
    Ok(Synced { changes: changes.based_on(earlier), locales })
}

fn update(parsed @ (project, ..): (&Project, &Tree<'_>, &[Resource<&str>]), locales: &[&Locale<'_>]) -> Synced {
    let mut changes = Changes::new(&project.input);
    let locales = locales.iter().map(|locale| sync_locale(parsed, locale, &mut changes)).collect();
    Synced { changes, locales }
}

/// Returns the stubs that the source no longer has.
fn obsolete_stubs(
    project: &Project,
    tree: &Tree<'_>,
    nodes: &[Resource<&str>],
    locale: &Locale<'_>,
) -> Vec<ObsoleteStub> {
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
    let mut files = edited_files(project, nodes, locale);
    let stubs = Stubs { source: source.tag, plurals: locale.plurals() };
    let examples = project.fallback_locales(tree);
    let lacking = to_do(tree, locale).into_iter().filter(|progress| progress.entry.is_none());
    let lacking: Vec<&Entry<'_>> = lacking.map(|progress| progress.wanted).collect();
    let existing = stubs::existing(&lacking, &files);
    let is_new = |entry: &&Entry<'_>| !existing.contains_key(&entry.written_name());
    let writer = StubWriter { source, stubs: &stubs, examples: &examples, existing: &existing };
    let new: Vec<&Entry<'_>> = lacking.iter().copied().filter(is_new).collect();
    add_new((project, tree, nodes), (locale, &writer), &new, (&mut files, changes));
    let (refreshed, mut marked) = writer.refresh(&mut files, &lacking);
    let mut records = RecordsEdit::of(project, locale.tag);
    let forgotten = records.as_mut().map_or(0, |records| records.forget_gone(&project.input, locale));
    // Marks are last, because they are right above their message.
    marked += marks::mark(tree, locale, &mut files, records.is_none());
    rewrite(project, locale, files, changes);
    if let Some(records) = records {
        records.finish(changes);
    }
    let obsolete = obsolete_stubs(project, tree, nodes, locale);
    let removable = obsolete::count(tree, locale, &project.settings);
    let (tag, renamed, unclear) = (locale.tag.to_owned(), Vec::new(), Vec::new());
    SyncedLocale { tag, renamed, unclear, removable, new: new.len(), refreshed, marked, forgotten, obsolete }
}

/// Adds stubs for messages that a locale lacks, in its files or in new ones.
fn add_new<'a>(
    (project, tree, nodes): (&Project, &Tree<'a>, &[Resource<&str>]),
    (locale, writer): (&Locale<'a>, &StubWriter<'_, 'a>),
    new: &[&Entry<'a>],
    (files, changes): (&mut EditedFiles<'_>, &mut Changes),
) {
    let source = tree.source();
    for source_file in source.files.clone() {
        let wanted: Vec<_> = new.iter().copied().filter(|entry| entry.file == source_file).collect();
        if wanted.is_empty() {
            continue;
        }
        let path = project.path(locale.tag, &project.below(source, source_file));
        let own = locale.files.clone().position(|file| project.input.files[file].on_disk == path);
        let is_elsewhere = || {
            // A duplicate belongs to another file.
            let is_of_file = |entry: &&Entry<'_>| entry.file == source_file && source.is_first(entry);
            let mut of_file = source.entries.iter().filter(is_of_file);
            of_file.any(|entry| writer.existing.contains_key(&entry.written_name()))
        };
        match own.or_else(|| is_elsewhere().then_some(0)) {
            Some(own) => writer.add(&wanted, own, files),
            None => {
                let is_wanted = |entry: &Entry<'_>| wanted.iter().any(|wanted| wanted.name == entry.name);
                let resource = (source_file, &nodes[source_file]);
                let stubs = (locale.tag, writer.stubs);
                changes.create(path, template_of(tree, resource, stubs, writer.examples, is_wanted));
            }
        }
    }
}

/// Adds stubs to a locale for those of some messages and terms that it lacks. The names of terms have their hyphens.
pub(super) fn add_stubs(project: &Project, tag: &str, names: &[String]) -> Result<Changes, Error> {
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    let locale = open::locale(&tree, tag)?;
    let mut files: Vec<(FtlDocument<'_>, Edits)> = edited_files(project, &nodes.0, locale);
    let lacking: Vec<&Entry<'_>> =
        all(&tree, locale).filter(|progress| progress.entry.is_none()).map(|progress| progress.wanted).collect();
    // Those of others show the place.
    let existing = stubs::existing(&lacking, &files);
    let names: FxHashSet<&String> = names.iter().collect();
    let is_new = |entry: &&Entry<'_>| {
        let name = entry.written_name();
        names.contains(&name) && !existing.contains_key(&name)
    };
    let new: Vec<&Entry<'_>> = lacking.iter().copied().filter(is_new).collect();
    let stubs = Stubs { source: tree.source().tag, plurals: locale.plurals() };
    let examples = project.fallback_locales(&tree);
    let writer = StubWriter { source: tree.source(), stubs: &stubs, examples: &examples, existing: &existing };
    let mut changes = Changes::new(&project.input);
    add_new((project, &tree, &nodes.0), (locale, &writer), &new, (&mut files, &mut changes));
    rewrite(project, locale, files, &mut changes);
    Ok(changes)
}

/// Returns the files of a locale without edits.
fn edited_files<'i>(
    project: &'i Project,
    nodes: &'i [Resource<&'i str>],
    locale: &Locale<'_>,
) -> Vec<(FtlDocument<'i>, Edits)> {
    let file = |file: usize| (FtlDocument::new(project.input.files[file].readable(), &nodes[file]), Edits::default());
    locale.files.clone().map(file).collect()
}

/// Adds the edits of a locale's files to the changes.
fn rewrite(project: &Project, locale: &Locale<'_>, files: Vec<(FtlDocument<'_>, Edits)>, changes: &mut Changes) {
    for (file, (_, edits)) in locale.files.clone().zip(files) {
        let input = &project.input.files[file];
        changes.rewrite(&input.on_disk, &input.text, edits.apply(&input.text));
    }
}
