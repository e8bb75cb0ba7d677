//! `prompts prune`: removes messages and terms that the source no longer has.

use super::changes::apply;
use crate::cli::PruneArgs;
use crate::report::Report;
use code_prompts_engine::edit::{KeptEntry, Pruned, PrunedLocale, RemovedEntry, prune as prune_in};
use code_prompts_reader::visible::{Lines, OneLine};

pub(crate) fn prune(args: &PruneArgs) -> Result<Report, Report> {
    let project = args.project.read()?;
    let Pruned { changes, locales } = prune_in(&project, args.locale.as_deref())?;
    let done = if args.write.dry_run { "would be removed" } else { "removed" };
    let counts = locales.iter().filter(|locale| !locale.removed.is_empty());
    let mut messages: Vec<String> =
        counts.map(|PrunedLocale { tag, removed, .. }| format!("{tag}: {} {done}", removed.len())).collect();
    if messages.is_empty() {
        messages.push("nothing to remove".to_owned());
    }
    for PrunedLocale { tag, kept, emptied, .. } in &locales {
        messages.extend(kept.iter().map(|kept| note(kept, tag)));
        messages.extend(emptied.iter().map(|path| format!("note: {path}: no message is left in it; delete the file")));
    }
    let mut report = apply(&changes, &args.write, messages)?;
    // The diff of a dry run shows the same.
    if !args.write.dry_run {
        let texts: String = locales.iter().flat_map(|locale| &locale.removed).map(text).collect();
        report.output.insert_str(0, &texts);
    }
    Ok(report)
}

/// Returns a note about messages and terms of a locale that `prune` removes.
pub(super) fn removable(count: usize, tag: &str, source: &str) -> Option<String> {
    let (are, them) = match count {
        0 => return None,
        1 => ("message or term is", "it"),
        _ => ("messages or terms are", "them"),
    };
    Some(format!("note: {tag}: {count} {are} not in {source}; `prompts prune {tag}` removes {them}"))
}

fn note(kept: &KeptEntry, tag: &str) -> String {
    let KeptEntry { path, line, name, meant } = kept;
    format!(
        "note: {path}:{line}: `{name}` is kept: it may be the translation of `{meant}`, which {tag} lacks; rename it, or \
         delete it"
    )
}

/// Returns what is removed, so that it can be found again.
fn text(removed: &RemovedEntry) -> String {
    let RemovedEntry { path, line, name, text } = removed;
    let text: String = text.lines().map(|line| format!("    {line}\n")).collect();
    format!("{} removed\n{}", OneLine(format!("{path}:{line}: {name}")), Lines(&text))
}
