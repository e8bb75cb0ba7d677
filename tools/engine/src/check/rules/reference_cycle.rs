//! Messages or terms that refer to each other in a ring.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::check::context::Context;
use crate::check::reach::PartIndex;
use crate::project::entry::{Entry, Kind};
use crate::project::facts::Reference;
use crate::project::locale::Locale;

/// Where a node is on the path, if it is done with.
const DONE: usize = usize::MAX;

/// How many steps of rings are looked at. Rings that share their steps can be many more than those.
const MAX_STEPS: usize = 5_000_000;

/// How many names of a ring are written out.
const MAX_NAMES: usize = 12;

#[derive(Clone, Copy)]
struct Step {
    node: PartIndex,
    /// The reference to follow next. The one before it leads on.
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
            let Some(to) = PartIndex::find(locale, reference) else { continue };
            match walked.get(&to) {
                Some(&DONE) => {}
                Some(&start) => {
                    let ring = &path[start..];
                    if ring.len() <= left && closed.insert((node, to)) {
                        left -= ring.len();
                        report(context, ring);
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

/// Lists the texts that refer to others, in the order of the files. Of two of one name the runtime knows the first.
fn roots(locale: &Locale<'_>) -> impl Iterator<Item = PartIndex> {
    let is_known = |index: usize| locale.names.get(locale.entries[index].name) == Some(&index);
    let refers = |entry: &Entry<'_>| entry.parts().any(|part| !part.facts.references.is_empty());
    let entries = locale.entries.iter().enumerate().filter(move |(index, entry)| refers(entry) && is_known(*index));
    let nodes = entries.flat_map(|(index, entry)| (0..=entry.attributes.len()).map(move |part| (index, part)));
    nodes.map(|(entry, part)| PartIndex { entry, part }).filter(|node| !references(locale, *node).is_empty())
}

fn references<'t, 'a>(locale: &'t Locale<'a>, node: PartIndex) -> &'t [Reference<'a>] {
    node.part(locale).map_or(&[], |part| &part.facts.references)
}

/// Reports a ring at its first message, or its first term if it has no message.
fn report(context: &mut Context<'_, '_>, ring: &[Step]) {
    let locale = context.locale;
    let first = |index: &usize| {
        let node = ring[*index].node;
        (locale.entries[node.entry].kind == Kind::Term, node)
    };
    let head = (0..ring.len()).min_by_key(first).unwrap_or_default();
    let at = |index: usize| ring[(head + index) % ring.len()];
    let name = |index: usize| format!("`{}`", at(index).node.name(locale));
    let mut names: Vec<_> = (0..ring.len().min(MAX_NAMES)).map(name).collect();
    if ring.len() > MAX_NAMES {
        names.push("…".to_owned());
        names.push(name(ring.len() - 1));
    }
    names.push(name(0));

    let taken = |step: Step| references(locale, step.node).get(step.next.wrapping_sub(1));
    let (opening, closing) = (at(0), at(ring.len() - 1));
    let (Some(out), Some(back)) = (taken(opening), taken(closing)) else { return };
    let entry = &locale.entries[opening.node.entry];
    let closing = context.place(locale.entries[closing.node.entry].file, back.name);
    let message =
        format!("readers see a name in braces instead of {}: it leads back to itself, {}", name(0), names.join(" → "));
    let finding = context.report(entry, out.name, message);
    finding.help = Some("take one of these references out, and write its text there".to_owned());
    if ring.len() > 1 {
        finding.related = Some((closing, "the reference that closes the ring".to_owned()));
    }
}
