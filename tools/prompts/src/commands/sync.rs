//! `prompts sync`: brings what is new in the source into the translations.

mod marks;
mod stubs;

use fluent_syntax::ast::Resource;

use crate::cli::SyncArgs;
use crate::commands::changes::carry_out;
use crate::report::Report;
use code_prompts_engine::check::record::is_record;
use code_prompts_engine::check::tree::{Entry, Locale, Tree};
use code_prompts_engine::edit::change::Changes;
use code_prompts_engine::edit::document::{Document, Edits};
use code_prompts_engine::edit::progress::to_do;
use code_prompts_engine::edit::project::{self, Project};
use code_prompts_engine::edit::stub::{self, Stubs};
use code_prompts_engine::edit::template::template_of;
use stubs::Bringing;

/// The files of a locale, and what is to be changed in each.
type Files<'a> = [(Document<'a>, Edits)];

pub(crate) fn sync(args: &SyncArgs) -> Result<Report, Report> {
    let project = args.project.read()?;
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    let locales: Vec<&Locale<'_>> = match &args.locale {
        Some(tag) => {
            project.refuse_source(tag)?;
            vec![project::locale(&tree, tag)?]
        }
        None => tree.locales.iter().filter(|locale| locale.tag != project.source).collect(),
    };
    let tags: Vec<&str> = locales.iter().map(|locale| locale.tag).chain([project.source.as_str()]).collect();
    project.refuse_unreadable(&tags)?;

    let mut changes = Changes::default();
    let (mut messages, mut notes) = (Vec::new(), Vec::new());
    for locale in locales {
        let done = sync_locale((&project, &tree, &nodes), locale, &mut changes);
        let done = [
            (done.new, "new to translate"),
            (done.refreshed, "not yet translated and brought up to date"),
            (done.marked, "marked to look at again"),
        ];
        let done: Vec<_> =
            done.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
        if !done.is_empty() {
            messages.push(format!("{}: {}", locale.tag, done.join(", ")));
        }
        notes.extend(obsolete(&project, &tree, &nodes, locale));
    }
    if changes.is_empty() {
        messages.push("nothing to bring in".to_owned());
    }
    messages.extend(notes);
    carry_out(&changes, &args.write, messages)
}

/// Names the stubs of what the source has no longer. Someone may have written into them, so they stay.
fn obsolete(project: &Project, tree: &Tree<'_>, nodes: &[Resource<&str>], locale: &Locale<'_>) -> Vec<String> {
    let source = tree.source();
    let mut notes = Vec::new();
    for file in locale.files.clone() {
        let input = &project.input.files[file];
        let document = Document::new(input.readable(), &nodes[file]);
        for stub in stub::stubs(&document, |name| !source.has(name)) {
            // Without a record, it may be any comment with an equals sign in it.
            if stub.head.iter().any(|line| is_record(line, source.tag)) {
                let (name, path, tag) = (stub.name, &input.path, source.tag);
                notes.push(format!(
                    "note: {path}: `{name}` waits to be translated, and {tag} has it no longer; delete it"
                ));
            }
        }
    }
    notes
}

/// How many messages of a locale were touched, by how.
struct Done {
    new: usize,
    refreshed: usize,
    marked: usize,
}

fn sync_locale(
    (project, tree, nodes): (&Project, &Tree<'_>, &[Resource<&str>]),
    locale: &Locale<'_>,
    changes: &mut Changes,
) -> Done {
    let source = tree.source();
    let mut files: Vec<(Document<'_>, Edits)> = (locale.files.clone())
        .map(|file| (Document::new(project.input.files[file].readable(), &nodes[file]), Edits::default()))
        .collect();
    let stubs = Stubs { source: source.tag, plurals: locale.plurals() };
    let examples = project.fallback_locales(tree);
    let lacking = to_do(tree, locale).into_iter().filter(|progress| progress.entry.is_none());
    let lacking: Vec<&Entry<'_>> = lacking.map(|progress| progress.wanted).collect();
    let there = stubs::there(&lacking, &files);
    let is_new = |entry: &&Entry<'_>| !there.contains_key(&entry.written_name());
    let bringing = Bringing { source, stubs: &stubs, examples: &examples, there: &there };
    let mut done = Done { new: lacking.iter().copied().filter(|entry| is_new(entry)).count(), refreshed: 0, marked: 0 };
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
    (done.refreshed, done.marked) = bringing.refresh(&mut files, &lacking);
    // Last, for a mark stands right above its message.
    done.marked += marks::mark(tree, locale, &mut files);
    for (file, (_, edits)) in locale.files.clone().zip(files) {
        let input = &project.input.files[file];
        changes.rewrite(&input.on_disk, &input.text, edits.apply(&input.text));
    }
    done
}
