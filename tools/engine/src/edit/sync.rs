//! Brings what is new in the source into the translations.

mod marks;
mod stubs;

use fluent_syntax::ast::Resource;

use super::change::Changes;
use super::document::{Edits, FtlDocument};
use super::stub::{self, Stubs};
use super::sync::stubs::Bringing;
use super::template::template_of;
use crate::error::Error;
use crate::project::entry::Entry;
use crate::project::locale::Locale;
use crate::project::open;
use crate::project::open::Project;
use crate::project::progress::to_do;
use crate::project::record::is_record;
use crate::project::tree::Tree;

/// What a synchronization changes.
#[derive(Debug)]
pub struct Synced {
    /// The files to be written.
    pub changes: Changes,
    /// What was done in each locale that was looked at.
    pub locales: Vec<SyncedLocale>,
}

/// How many messages and terms of a locale were touched, by how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyncedLocale {
    /// The locale.
    pub tag: String,
    /// Those that came in as comments.
    pub new: usize,
    /// Those that waited for their translation, and were brought up to today's source.
    pub refreshed: usize,
    /// Those that are translated, and were marked with what the source says now.
    pub marked: usize,
    /// Those that wait for their translation though the source has them no longer. Someone may have written into them,
    /// so they stay.
    pub obsolete: Vec<ObsoleteStub>,
}

/// A message or a term that waits for its translation though the source has it no longer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObsoleteStub {
    /// The path of its file, as it is shown.
    pub path: String,
    /// Its id, a term's with the hyphen.
    pub name: String,
}

/// Brings what is new in the source into a locale, or into every one: new messages as comments, in the source's order,
/// ready to be filled in, and what the source says now above each translation that is stale. Nothing that is translated
/// is moved or changed; run twice, it changes nothing the second time.
///
/// # Errors
///
/// The locale is the source or is not there, or a file of either can't be read in full.
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

    let mut changes = Changes::new(&project.input);
    let sync = |locale: &Locale<'_>| sync_locale((project, &tree, &nodes.0), locale, &mut changes);
    let locales = locales.into_iter().map(sync).collect();
    Ok(Synced { changes, locales })
}

/// Lists the stubs of what the source has no longer.
fn obsolete(project: &Project, tree: &Tree<'_>, nodes: &[Resource<&str>], locale: &Locale<'_>) -> Vec<ObsoleteStub> {
    let source = tree.source();
    let mut found = Vec::new();
    for file in locale.files.clone() {
        let input = &project.input.files[file];
        let document = FtlDocument::new(input.readable(), &nodes[file]);
        for stub in stub::stubs(&document, |name| !source.has(name)) {
            // Without a record, it may be any comment with an equals sign in it.
            if stub.head.iter().any(|line| is_record(line, source.tag)) {
                found.push(ObsoleteStub { path: input.path.clone(), name: stub.name.to_owned() });
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
    let there = stubs::there(&lacking, &files);
    let is_new = |entry: &&Entry<'_>| !there.contains_key(&entry.written_name());
    let bringing = Bringing { source, stubs: &stubs, examples: &examples, there: &there };
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
            let mut of_file = source.entries.iter().filter(|entry| entry.file == source_file);
            of_file.any(|entry| there.contains_key(&entry.written_name()))
        };
        match own.or_else(|| is_elsewhere().then_some(0)) {
            Some(own) => bringing.bring(&wanted, own, &mut files),
            None => {
                let is_wanted = |entry: &Entry<'_>| wanted.iter().any(|wanted| wanted.name == entry.name);
                let resource = (source_file, &nodes[source_file]);
                changes.create(path, template_of(tree, resource, (locale.tag, &stubs), &examples, is_wanted));
            }
        }
    }
    let (refreshed, mut marked) = bringing.refresh(&mut files, &lacking);
    // Last, for a mark stands right above its message.
    marked += marks::mark(tree, locale, &mut files);
    for (file, (_, edits)) in locale.files.clone().zip(files) {
        let input = &project.input.files[file];
        changes.rewrite(&input.on_disk, &input.text, edits.apply(&input.text));
    }
    let obsolete = obsolete(project, tree, nodes, locale);
    SyncedLocale { tag: locale.tag.to_owned(), new, refreshed, marked, obsolete }
}
