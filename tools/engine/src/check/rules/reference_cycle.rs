//! Messages or terms that refer to themselves, directly or through others.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::check::context::Context;
use crate::check::reach::PartIndex;
use crate::project::entry::{Entry, Kind};
use crate::project::facts::Reference;
use crate::project::locale::Locale;

/// Replaces the position of a node on the path, once all its references have been followed.
const DONE: usize = usize::MAX;

/// The maximum total length of the cycles that are reported. The number of cycles can be exponential.
const MAX_STEPS: usize = 5_000_000;

/// The maximum number of names in a finding.
const MAX_NAMES: usize = 12;

#[derive(Clone, Copy)]
struct Step {
    node: PartIndex,
    /// The reference to follow next. The one before it leads to the next step.
    next: usize,
}

pub(super) fn check(context: &mut Context<'_, '_>) {
    let locale = context.locale;
    let mut walked: FxHashMap<PartIndex, usize> = FxHashMap::default();
    let mut closed: FxHashSet<(PartIndex, PartIndex)> = FxHashSet::default();
    let mut path: Vec<Step> = Vec::new();
    let mut left = MAX_STEPS;
    for root in roots(locale) {
        if walked.contains_key(&root) {
            continue;
        }
        walked.insert(root, 0);
        path.push(Step { node: root, next: 0 });
        while let Some(step) = path.last_mut() {
            let node = step.node;
            let Some(reference) = references(locale, node).get(step.next) else {
                walked.insert(node, DONE);
                path.pop();
                continue;
            };
            step.next += 1;
            let Some(to) = PartIndex::find(locale, node.file(locale), reference) else { continue };
            match walked.get(&to) {
                Some(&DONE) => {}
                Some(&start) => {
                    let cycle = &path[start..];
                    if cycle.len() <= left && closed.insert((node, to)) {
                        left -= cycle.len();
                        report(context, cycle);
                    }
                }
                None if references(locale, to).is_empty() => {}
                None => {
                    walked.insert(to, path.len());
                    path.push(Step { node: to, next: 0 });
                }
            }
        }
    }
}

/// Returns the texts that refer to others, in the order of the files. Of duplicates, the runtime uses the first.
fn roots(locale: &Locale<'_>) -> impl Iterator<Item = PartIndex> {
    let refers = |entry: &Entry<'_>| entry.parts().any(|part| !part.facts.references.is_empty());
    let entries = locale.entries.iter().enumerate().filter(move |(_, entry)| refers(entry) && locale.is_first(entry));
    let nodes = entries.flat_map(|(index, entry)| (0..=entry.attributes.len()).map(move |part| (index, part)));
    nodes.map(|(entry, part)| PartIndex { entry, part }).filter(|node| !references(locale, *node).is_empty())
}

fn references<'t, 'a>(locale: &'t Locale<'a>, node: PartIndex) -> &'t [Reference<'a>] {
    node.part(locale).map_or(&[], |part| &part.facts.references)
}

/// Reports a cycle at its first message, or its first term if it has no message.
fn report(context: &mut Context<'_, '_>, cycle: &[Step]) {
    let locale = context.locale;
    let first = |index: &usize| {
        let node = cycle[*index].node;
        (locale.entries[node.entry].kind == Kind::Term, node)
    };
    let head = (0..cycle.len()).min_by_key(first).unwrap_or_default();
    let at = |index: usize| cycle[(head + index) % cycle.len()];
    let name = |index: usize| format!("`{}`", at(index).node.name(locale));
    let mut names: Vec<_> = (0..cycle.len().min(MAX_NAMES)).map(name).collect();
    if cycle.len() > MAX_NAMES {
        names.push("…".to_owned());
        names.push(name(cycle.len() - 1));
    }
    names.push(name(0));

    let followed = |step: Step| references(locale, step.node).get(step.next.wrapping_sub(1));
    let (opening, closing) = (at(0), at(cycle.len() - 1));
    let (Some(out), Some(back)) = (followed(opening), followed(closing)) else { return };
    let entry = &locale.entries[opening.node.entry];
    let closing = context.place(locale.entries[closing.node.entry].file, back.name);
    let message =
        format!("readers see a name in braces instead of {}: it refers to itself, {}", name(0), names.join(" → "));
    let finding = context.report(entry, out.name, message);
    finding.help = Some("replace one of these references with its text".to_owned());
    if cycle.len() > 1 {
        finding.related = Some((closing, "the reference that closes the cycle".to_owned()));
    }
}
