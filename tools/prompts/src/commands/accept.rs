//! `prompts accept`: records that translations have been looked at beside today's source.

use code_prompts::CodeEntry;

use crate::cli::AcceptArgs;
use crate::commands::changes::carry_out;
use crate::report::Report;
use code_prompts_engine::check::nearest::nearest;
use code_prompts_engine::check::record::{is_now, is_record, own, write};
use code_prompts_engine::check::tree::{Codes, Entry, Locale, Tree};
use code_prompts_engine::edit::change::Changes;
use code_prompts_engine::edit::document::{Block, Document, Edits};
use code_prompts_engine::edit::progress::{Progress, State, all, unrecorded};
use code_prompts_engine::edit::project;
use code_prompts_engine::edit::stub::{self, Waiting, commented};

pub(crate) fn accept(args: &AcceptArgs) -> Result<Report, Report> {
    let project = args.project.read()?;
    project.refuse_source(&args.locale)?;
    project.refuse_unreadable(&[&project.source, &args.locale])?;
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    let locale = project::locale(&tree, &args.locale)?;
    let accepted = if args.unrecorded {
        unrecorded(&tree, locale)
    } else {
        let waiting = stub::filled_in(&tree, &nodes, locale);
        named(&tree, locale, &waiting, &args.ids)?
    };

    let mut changes = Changes::default();
    for file in locale.files.clone() {
        let input = &project.input.files[file];
        let document = Document::new(input.readable(), &nodes[file]);
        let mut edits = Edits::default();
        for progress in &accepted {
            let Some(entry) = progress.entry.filter(|entry| entry.file == file) else { continue };
            let Some(block) = document.find(&entry.written_name()) else { continue };
            record(tree.source(), progress, (&document, block), &mut edits);
        }
        changes.rewrite(&input.on_disk, &input.text, edits.apply(&input.text));
    }
    let (count, tag) = (accepted.len(), locale.tag);
    let done = if args.write.dry_run { "would be accepted" } else { "accepted" };
    let message = match count {
        _ if changes.is_empty() => format!("{tag}: nothing to record"),
        1 => format!("{tag}: 1 translation {done}"),
        _ => format!("{tag}: {count} translations {done}"),
    };
    carry_out(&changes, &args.write, vec![message])
}

fn named<'t, 'a>(
    tree: &'t Tree<'a>,
    locale: &'t Locale<'a>,
    waiting: &[Waiting<'a>],
    ids: &[String],
) -> Result<Vec<Progress<'t, 'a>>, Report> {
    let is_named = |progress: &Progress<'_, '_>| ids.contains(&progress.wanted.written_name());
    let accepted: Vec<_> = all(tree, locale).filter(is_named).collect();
    let (source, tag) = (tree.source(), locale.tag);
    let errors: Vec<String> = (ids.iter())
        .filter_map(|id| {
            let lacks = |part: &str| Some(format!("{tag} has no translation of {part} yet"));
            let Some(progress) = accepted.iter().find(|progress| progress.wanted.written_name() == *id) else {
                return if source.has(id) { lacks(&format!("`{id}`")) } else { Some(unknown(tree, id)) };
            };
            if let Some(waiting) = waiting.iter().find(|waiting| progress.entry.is_none() && waiting.name == id) {
                return Some(waiting.to_string());
            }
            let (part, _) = progress.parts.iter().find(|(_, state)| *state == State::Missing)?;
            match part.attribute.filter(|_| progress.entry.is_some()) {
                Some(attribute) => lacks(&format!("`.{attribute}` of `{id}`")),
                None => lacks(&format!("`{id}`")),
            }
        })
        .collect();
    if errors.is_empty() { Ok(accepted) } else { Err(Report::failed(errors)) }
}

/// Says that the source has no such message, and which may be meant: a code is not an id.
fn unknown(tree: &Tree<'_>, id: &str) -> String {
    let of_code = match &tree.codes {
        Codes::Catalog(catalog) => catalog.codes().find(|entry| entry.code().to_string() == id),
        Codes::None | Codes::Broken(_) => None,
    };
    let source = tree.source();
    let names: Vec<String> = source.entries.iter().map(Entry::written_name).collect();
    match of_code.map(CodeEntry::id).or_else(|| nearest(id, names.iter().map(String::as_str))) {
        Some(meant) => format!("{} has no message `{id}`; is `{meant}` meant?", source.tag),
        None => format!("{} has no message `{id}`", source.tag),
    }
}

/// Writes what the source says today right above a translation, in the place of any older record.
fn record(
    source: &Locale<'_>,
    progress: &Progress<'_, '_>,
    (document, block): (&Document<'_>, &Block<'_>),
    edits: &mut Edits,
) {
    let is_old = |line: &&&str| is_record(line, source.tag) || is_now(line, source.tag);
    let old: Vec<&str> =
        block.comment().into_iter().flat_map(|comment| own(comment, source)).filter(is_old).copied().collect();
    let parts = progress.parts.iter().filter(|(_, state)| *state != State::Missing);
    let new: Vec<String> = parts.flat_map(|(part, _)| write(source.tag, part.attribute, part.pattern)).collect();
    if old.iter().map(|line| line.trim_end()).eq(new.iter().map(String::as_str)) {
        return;
    }
    old.iter().for_each(|line| edits.replace(document.line(line), ""));
    edits.replace(block.body..block.body, commented(new.iter().map(String::as_str)) + "\n");
}
