use crate::check::record::{is_now, is_record, own, write};
use crate::check::tree::{Kind, Locale, Tree};
use crate::cli::AcceptArgs;
use crate::edit::change::Changes;
use crate::edit::document::{Block, Document, Edits};
use crate::edit::progress::{Progress, State, progress_of};
use crate::edit::project::{self, Project};
use crate::edit::stub::commented;
use crate::report::Report;

pub(crate) fn accept(args: &AcceptArgs) -> Result<Report, Report> {
    let project = Project::read(&args.project)?;
    project.refuse_source(&args.locale)?;
    project.refuse_unreadable(&[&project.source, &args.locale])?;
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    let locale = project::locale(&tree, &args.locale)?;
    let accepted = if args.unrecorded { unrecorded(&tree, locale) } else { named(&tree, locale, &args.ids)? };

    let mut changes = Changes::default();
    for file in locale.files.clone() {
        let input = &project.input.files[file];
        let document = Document::new(input.readable(), &nodes[file]);
        let mut edits = Edits::default();
        for progress in &accepted {
            let Some(entry) = progress.entry.filter(|entry| entry.file == file) else { continue };
            let Some(block) = document.find(&entry.written_name()) else { continue };
            record(tree.source().tag, progress, (&document, block), &mut edits);
        }
        changes.rewrite(&input.path, &input.text, edits.apply(&input.text));
    }
    let tag = locale.tag;
    let message = match (accepted.len(), changes.is_empty()) {
        (0, _) | (_, true) => format!("{tag}: all of this was recorded already"),
        (1, _) => format!("{tag}: 1 translation accepted"),
        (count, _) => format!("{tag}: {count} translations accepted"),
    };
    changes.carry_out(args.write.mode(), vec![message])
}

/// Lists whole translations without a record. A stale one has to be looked at.
fn unrecorded<'t, 'a>(tree: &'t Tree<'a>, locale: &'t Locale<'a>) -> Vec<Progress<'t, 'a>> {
    let all = [Kind::Message, Kind::Term].into_iter().flat_map(|kind| progress_of(kind, tree, locale));
    all.filter(|progress| progress.is_unrecorded() && progress.is_translated() && !progress.is_stale()).collect()
}

fn named<'t, 'a>(tree: &'t Tree<'a>, locale: &'t Locale<'a>, ids: &[String]) -> Result<Vec<Progress<'t, 'a>>, Report> {
    let (mut accepted, mut errors) = (Vec::new(), Vec::new());
    let mut all: Vec<_> =
        [Kind::Message, Kind::Term].into_iter().flat_map(|kind| progress_of(kind, tree, locale)).collect();
    for id in ids {
        match all.iter().position(|progress| progress.wanted.written_name() == *id) {
            None if accepted.iter().any(|progress: &Progress<'_, '_>| progress.wanted.written_name() == *id) => {}
            None => errors.push(format!("{} has no message `{id}`", tree.source().tag)),
            Some(index) => {
                let progress = all.swap_remove(index);
                if progress.is_translated() {
                    accepted.push(progress);
                } else {
                    let lacks = progress.parts.iter().find(|(_, state)| *state == State::Missing);
                    let part = match lacks.and_then(|(part, _)| part.attribute).filter(|_| progress.entry.is_some()) {
                        Some(attribute) => format!("`.{attribute}` of `{id}`"),
                        None => format!("`{id}`"),
                    };
                    errors.push(format!("{} has no translation of {part} yet", locale.tag));
                }
            }
        }
    }
    if errors.is_empty() { Ok(accepted) } else { Err(Report::failed(errors)) }
}

/// Writes what the source says today right above a translation, in the place of any older record.
fn record(
    source: &str,
    progress: &Progress<'_, '_>,
    (document, block): (&Document<'_>, &Block<'_>),
    edits: &mut Edits,
) {
    let is_old = |line: &&&str| is_record(line, source) || is_now(line, source);
    let old: Vec<&str> = block.comment().into_iter().flat_map(own).filter(is_old).copied().collect();
    let parts = progress.parts.iter().filter(|(_, state)| *state != State::Missing);
    let new: Vec<String> = parts.flat_map(|(part, _)| write(source, part.attribute, part.pattern)).collect();
    if old.iter().map(|line| line.trim_end()).eq(new.iter().map(String::as_str)) {
        return;
    }
    old.iter().for_each(|line| edits.replace(document.line(line), ""));
    edits.replace(block.body..block.body, commented(new.iter().map(String::as_str)) + "\n");
}
