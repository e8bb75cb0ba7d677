mod marks;
mod stubs;

use crate::check::plurals::Plurals;
use crate::check::tree::{Locale, Tree};
use crate::cli::SyncArgs;
use crate::edit::change::Changes;
use crate::edit::document::{Document, Edits};
use crate::edit::project::{self, Project};
use crate::edit::stub::Stubs;
use crate::edit::template::template;
use crate::report::Report;

use fluent_syntax::ast::Resource;

pub(crate) fn sync(args: &SyncArgs) -> Result<Report, Report> {
    let project = Project::read(&args.project)?;
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
    let mut messages = Vec::new();
    for locale in locales {
        let (new, marked) = sync_locale((&project, &tree, &nodes), locale, &mut changes);
        let done = [(new, "new to translate"), (marked, "marked to look at again")];
        let done: Vec<_> =
            done.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
        if !done.is_empty() {
            messages.push(format!("{}: {}", locale.tag, done.join(", ")));
        }
    }
    if changes.is_empty() {
        messages.push("nothing to bring in".to_owned());
    }
    changes.carry_out(args.write.mode(), messages)
}

/// Brings a locale up to the source, and counts what comes in and what is marked.
fn sync_locale(
    (project, tree, nodes): (&Project, &Tree<'_>, &[Resource<&str>]),
    locale: &Locale<'_>,
    changes: &mut Changes,
) -> (usize, usize) {
    let first = locale.files.start;
    let mut files: Vec<(Document<'_>, Edits)> = (locale.files.clone())
        .map(|file| (Document::new(project.input.files[file].readable(), &nodes[file]), Edits::default()))
        .collect();
    let plurals = Plurals::of(locale.id);
    let stubs = Stubs { source: tree.source().tag, plurals: &plurals };
    let examples = project.fallback_locales(tree);
    let mut new = 0;
    for source_file in tree.source().files.clone() {
        let path = project.path(locale.tag, &project.below(tree.source(), source_file));
        let own = locale.files.clone().find(|file| std::path::Path::new(&project.input.files[*file].path) == path);
        let wanted = stubs::missing(tree, locale, source_file);
        match own.or_else(|| stubs::is_anywhere(tree, locale, source_file, &files).then_some(first)) {
            Some(file) => new += stubs::bring(tree, &stubs, (&wanted, &examples), file - first, &mut files),
            None if wanted.is_empty() => {}
            None => {
                new += wanted.len();
                let resource = (source_file, &nodes[source_file]);
                changes.create(path, template(tree, resource, (locale.tag, &stubs), &examples));
            }
        }
    }
    // Last, for a mark stands right above its message.
    let marked = marks::mark(tree, locale, &mut files);
    for (file, (_, edits)) in locale.files.clone().zip(files) {
        let input = &project.input.files[file];
        changes.rewrite(&input.path, &input.text, edits.apply(&input.text));
    }
    (new, marked)
}
