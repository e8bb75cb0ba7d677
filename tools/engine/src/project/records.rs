//! What is known about translations beside their texts: the source text that each was made from, who has reviewed it, and
//! the findings that are allowed. It is in comments of the `.ftl` files, or in a file for each locale, `records/TAG.toml`.
//!
//! All other modules ask here, and do not know which. Where the file says nothing, a comment is used: translators may paste
//! one.

mod comments;
pub(crate) mod file;
mod read;
pub(crate) mod stored;

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::entry::{Entry, pattern_text};
use super::input::Input;
use super::locale::Locale;
use super::pattern::below;
use super::record::{self, Record};
use super::review::{MessageReview, ReviewedText, read_line};
use crate::rule::Rule;
use file::RecordsFile;
use stored::{Allow, StoredPart};

/// Begins the line about the review of a file: `### Review: draft.`
pub(crate) const REVIEW: &str = "Review:";

/// An allowed rule: `# allow(untranslated): the brand` above a message, `### allow(…)` for a file, or the same in the records
/// file.
pub(crate) struct Allowance<'a> {
    /// The tag of the locale.
    pub(crate) locale: &'a str,
    /// The files that it is about.
    pub(crate) files: Range<usize>,
    /// The message or term that it is about, for display. `None`: all of these files.
    pub(crate) id: Option<String>,
    /// The name of the rule.
    pub(crate) rule: &'a str,
    /// The reason, if there is one.
    pub(crate) reason: Option<&'a str>,
    pub(crate) at: RecordPlace<'a>,
}

/// Where something is recorded.
#[derive(Clone, Copy)]
pub(crate) enum RecordPlace<'a> {
    /// A slice of an `.ftl` file, by the index of the file.
    Comment(usize, &'a str),
    /// An offset in the records file.
    File(&'a RecordsFile, usize),
}

/// Returns the records of an entry.
pub(crate) fn of<'a>(entry: &Entry<'a>, source: &Locale<'_>) -> Vec<Record<'a>> {
    if let Some(stored) = entry.stored.filter(|stored| !stored.texts.is_empty()) {
        return stored.texts.iter().map(|(attribute, text)| Record::stored(attribute.as_deref(), text)).collect();
    }
    match entry.comment {
        // Most comments have no record.
        Some(comment) if comment.content.iter().any(|line| line.starts_with(source.tag)) => {
            record::read(comment, source)
        }
        _ => Vec::new(),
    }
}

/// Returns the allowances of a locale.
pub(crate) fn allowances<'a>(locale: &Locale<'a>) -> Vec<Allowance<'a>> {
    let mut allowances = Vec::new();
    for entry in &locale.entries {
        let (id, file) = (|| Some(entry.shown_name()), entry.file);
        for line in entry.comment.iter().flat_map(|comment| &comment.content) {
            allowances.extend(in_comment(locale.tag, file, id, line));
        }
        if let Some((stored, records)) = entry.stored.zip(locale.records) {
            allowances.extend(in_file(records, file..file + 1, id, &stored.allow));
        }
    }
    for (file, comment) in &locale.file_comments {
        comment.content.iter().for_each(|line| allowances.extend(in_comment(locale.tag, *file, || None, line)));
    }
    if let Some(records) = locale.records {
        for (files, part) in parts(locale, records) {
            allowances.extend(in_file(records, files, || None, &part.allow));
        }
    }
    allowances
}

/// Returns whether the findings of a rule are allowed for an entry, with a reason.
pub(crate) fn allows(locale: &Locale<'_>, entry: &Entry<'_>, rule: Rule) -> bool {
    let of_file = locale.file_comments.iter().filter(|(file, _)| *file == entry.file).map(|(_, comment)| *comment);
    let mut lines = entry.comment.into_iter().chain(of_file).flat_map(|comment| &comment.content);
    let mut is_in_comment = || {
        let mut allowed = lines.by_ref().filter_map(|line| allowed(line)).filter(|(_, reason)| reason.is_some());
        allowed.any(|(mut rules, _)| rules.any(|name| name == rule.name()))
    };
    let of_parts = locale.records.into_iter().flat_map(|records| parts(locale, records));
    let of_parts = of_parts.filter(|(files, _)| files.contains(&entry.file)).flat_map(|(_, part)| &part.allow);
    let mut stored = entry.stored.into_iter().flat_map(|stored| &stored.allow).chain(of_parts);
    is_in_comment() || stored.any(|allow| allow.rule == rule.name() && !allow.reason.trim().is_empty())
}

fn in_comment<'a>(locale: &'a str, file: usize, id: impl Fn() -> Option<String>, line: &'a str) -> Vec<Allowance<'a>> {
    let Some((rules, reason)) = allowed(line) else { return Vec::new() };
    let allowance = |rule| Allowance {
        locale,
        files: file..file + 1,
        id: id(),
        rule,
        reason,
        at: RecordPlace::Comment(file, rule),
    };
    rules.map(allowance).collect()
}

fn in_file<'a>(
    records: &'a RecordsFile,
    files: Range<usize>,
    id: impl Fn() -> Option<String>,
    allow: &'a [Allow],
) -> impl Iterator<Item = Allowance<'a>> {
    allow.iter().map(move |Allow { rule, reason, at }| Allowance {
        locale: &records.locale,
        files: files.clone(),
        id: id(),
        rule,
        reason: Some(reason.trim()).filter(|reason| !reason.is_empty()),
        at: RecordPlace::File(records, *at),
    })
}

/// Reads a line `allow(rule, rule): reason`. Returns the rules, and the reason if there is one.
pub(crate) fn allowed(line: &str) -> Option<(impl Iterator<Item = &str>, Option<&str>)> {
    let (rules, rest) = line.trim().strip_prefix("allow(")?.split_once(')')?;
    let reason = rest.trim_start().strip_prefix(':').map(str::trim).filter(|reason| !reason.is_empty());
    Some((rules.split(',').map(str::trim), reason))
}

/// Returns what a records file says about the locale and about single files, each with the files that it is about.
fn parts<'a>(locale: &Locale<'a>, records: &'a RecordsFile) -> impl Iterator<Item = (Range<usize>, &'a StoredPart)> {
    let of_files = locale.files.clone().zip(&locale.paths);
    let of_files = of_files.filter_map(|(file, path)| Some((file..file + 1, records.stored.files.get(path)?)));
    std::iter::once((locale.files.clone(), &records.stored.locale)).chain(of_files)
}

/// Returns what the `Review:` line of a file says, and where.
pub(crate) fn review_line<'a>(locale: &Locale<'a>, file: usize) -> Option<(&'a str, RecordPlace<'a>)> {
    let stored = locale.records.and_then(|records| {
        let about = parts(locale, records).filter(|(files, _)| files.contains(&file));
        let review = |(_, part): (_, &'a StoredPart)| {
            Some((part.review.as_deref()?.lines().next()?.trim(), RecordPlace::File(records, part.review_at)))
        };
        about.filter_map(review).last()
    });
    let comments = locale.file_comments.iter().filter(|(of, _)| *of == file);
    let mut lines = comments.flat_map(|(_, comment)| &comment.content);
    let in_comment =
        |line: &&'a str| Some((line.trim().strip_prefix(REVIEW)?.trim(), RecordPlace::Comment(file, line)));
    stored.or_else(|| lines.find_map(in_comment))
}

/// Returns the review of an entry, if there is one that can be read.
pub(crate) fn review(entry: &Entry<'_>) -> Option<MessageReview> {
    let stored = entry.stored.and_then(|stored| stored.reviewed.clone());
    let mut lines = entry.comment.into_iter().flat_map(|comment| &comment.content);
    stored.or_else(|| lines.find_map(|line| read_line(line)?.ok()))
}

/// Returns what a review of a translation is about: its texts, and those of its source.
pub(crate) fn reviewed_text(entry: &Entry<'_>, source: &Entry<'_>) -> ReviewedText {
    let mut texts = Vec::new();
    for part in source.shown_parts().chain(entry.shown_parts()) {
        texts.push(part.attribute.unwrap_or_default().to_owned());
        texts.push(pattern_text(part.pattern));
    }
    ReviewedText::of(texts.iter().map(String::as_str))
}

/// Finds what the records file of a locale says about each of its entries, and the keys that are about none.
pub(super) fn attach<'a>(locale: &mut Locale<'a>, input: &'a Input) {
    let Some(records) = input.records.iter().find(|records| records.locale == locale.tag) else { return };
    locale.records = Some(records);
    locale.paths = locale.files.clone().map(|file| path(input, file)).collect();
    let keys = keys(locale, input);
    for (entry, key) in locale.entries.iter_mut().zip(&keys) {
        entry.stored = records.stored.messages.get(key);
    }
    let found: FxHashSet<&String> = keys.iter().collect();
    locale.gone = records.stored.messages.keys().filter(|key| !found.contains(key)).map(String::as_str).collect();
}

/// Returns the key of each entry of a locale: its id, and if that is not the first entry with it, its file.
pub(crate) fn keys<'a>(locale: &Locale<'a>, input: &Input) -> Vec<String> {
    let mut seen = FxHashSet::default();
    let key = |entry: &Entry<'a>| {
        let is_first = seen.insert((entry.kind, entry.name));
        let path = (!is_first).then(|| path(input, entry.file));
        stored::key(&entry.written_name(), path.as_deref())
    };
    locale.entries.iter().map(key).collect()
}

/// Returns the path of a file below the folder of the locales, by which a records file names it.
pub(crate) fn path(input: &Input, file: usize) -> String {
    below(input.snapshot.dir(), &input.files[file].on_disk)
}
