//! A message that the source does not have.

use rustc_hash::FxHashMap;

use crate::check::context::{Context, place};
use crate::check::finding::Place;
use crate::project::codes::Codes;
use crate::project::entry::{Entry, Kind};
use crate::project::obsolete::Unknown;
use crate::project::records::RecordPlace;
use crate::project::renames::{Meant, Renames};
use crate::rule::Severity;

pub(super) fn check(context: &mut Context<'_, '_>) {
    report_gone(context);
    let (source, locale) = (context.source(), context.locale);
    let has_codes = !matches!(context.tree.codes, Codes::None);
    let unknown = Unknown::of(context.tree, locale);
    let messages: Vec<_> = unknown.entries.iter().copied().filter(|entry| entry.kind == Kind::Message).collect();
    if messages.is_empty() {
        return;
    }
    let mut renames = Renames::new(context.tree, locale, &unknown.entries);
    let unknown_files = unknown_files(context, &messages);
    for entry in messages {
        let meant = renames.meant(entry);
        if let Meant::One(wanted) = meant {
            let message = format!(
                "readers of {} are shown `{}` in another language: this translation of it is named `{}`",
                locale.tag, wanted.name, entry.name
            );
            let related = (context.place(wanted.file, wanted.name), format!("the message in {}", source.tag));
            let codes = context.tree.codes_of(wanted.name);
            let finding = context.report(entry, entry.name, message);
            finding.severity = Severity::Error;
            finding.codes = codes;
            finding.help = Some(format!("rename it to `{}`: the source text above it is that message's", wanted.name));
            finding.related = Some(related);
            finding.replace(format!("Rename it to `{}`", wanted.name), wanted.name);
            continue;
        }
        if unknown_files.contains_key(&entry.file) || !unknown.is_obsolete(entry) {
            continue;
        }
        let unless = if has_codes { "" } else { ", unless the app makes up its name" };
        let alike = match meant {
            Meant::Unclear(wanted) => Some(wanted.name),
            _ => renames.alike(entry),
        };
        let help = match alike {
            Some(name) => format!("rename it, if `{name}` is meant, or delete it"),
            None if renames.may_be_renamed(entry) => {
                format!("rename it, if it translates a message that is missing here, or delete it{unless}")
            }
            None => format!("delete it{unless}"),
        };
        let is_shown = if has_codes { "is never shown" } else { "is probably never shown" };
        let message = format!("`{}` {is_shown}: {} has no such message", entry.name, source.tag);
        context.report(entry, entry.name, message).help = Some(help);
    }
    for (file, count) in unknown_files {
        let message = format!("none of the {count} messages in this file is shown: {} has no such file", source.tag);
        let help = "delete it, or if it was moved, give it the path that it has in the source";
        context.push(context.finding(Place::Tree(file, 0..0), message).help(help));
    }
}

/// Returns the files without a counterpart in the source and with at least two messages, all of them obsolete, each with
/// the number of its messages.
fn unknown_files(context: &Context<'_, '_>, obsolete: &[&Entry<'_>]) -> FxHashMap<usize, usize> {
    let mut counts: FxHashMap<usize, usize> = FxHashMap::default();
    for entry in obsolete.iter().filter(|entry| context.tree.twins.source_file(entry.file).is_none()) {
        *counts.entry(entry.file).or_default() += 1;
    }
    for entry in context.locale.entries.iter().filter(|entry| entry.kind == Kind::Message) {
        if context.source().find(Kind::Message, entry.name).is_some() {
            counts.remove(&entry.file);
        }
    }
    counts.retain(|_, count| *count > 1);
    counts
}

/// Reports the records of messages that the locale does not have.
fn report_gone(context: &mut Context<'_, '_>) {
    let (tree, locale) = (context.tree, context.locale);
    let Some(records) = locale.records else { return };
    let broken = context.broken_names(locale);
    let is_unread = locale.files.clone().any(|file| tree.file(file).is_unreadable()) || tree.input.excludes(locale.tag);
    let is_gone = |key: &&&str| !is_unread && !broken.contains(key.split('@').next().unwrap_or_default());
    let gone: Vec<&str> = locale.gone.iter().filter(is_gone).copied().collect();
    let Some(first) = gone.first().and_then(|key| records.stored.messages.get(*key)) else { return };
    let message = match gone.as_slice() {
        [only] => format!("this record is for nothing: {} has no `{only}`", locale.tag),
        all => format!("{} records, such as this one, are for nothing: {} has no such messages", all.len(), locale.tag),
    };
    let help = format!("run `prompts sync {}`, which removes them, or restore the messages", locale.tag);
    context.push(context.finding(place(tree, RecordPlace::File(records, first.at)), message).help(help));
}
