//! Moves records from comments into files.

use fluent_syntax::ast::Entry as Node;
use rustc_hash::FxHashSet;

use super::{Conversion, head};
use crate::edit::document::{Edits, FtlDocument};
use crate::edit::records::{RecordsEdit, path as records_path};
use crate::error::Error;
use crate::project::entry::Entry;
use crate::project::layout::RecordStorage;
use crate::project::locale::Locale;
use crate::project::record::{is_now, is_record, own_lines, read_lines};
use crate::project::records::stored::{Allow, StoredMessage, StoredPart};
use crate::project::records::{REVIEW, allowed, keys, path};
use crate::project::review::read_line;

impl Conversion<'_, '_> {
    /// Moves the records of all translations. Returns the number of locales that have some.
    pub(super) fn move_to_file(&mut self) -> Result<usize, Error> {
        let tree = self.tree;
        let translations = || tree.locales.iter().filter(|locale| locale.tag != tree.source().tag);
        if self.project.input.layout.records == RecordStorage::Comments {
            let paths = translations().map(|locale| records_path(&self.project.dir, locale.tag));
            let existing = paths.filter(|path| path.exists());
            let problems: Vec<String> = existing
                .map(|path| format!("{}: it exists already; delete it, or move it away", path.display()))
                .collect();
            if !problems.is_empty() {
                return Err(Error::new(problems));
            }
        }
        Ok(translations().filter(|locale| self.locale_to_file(locale)).count())
    }

    fn locale_to_file(&mut self, locale: &Locale<'_>) -> bool {
        let input = &self.project.input;
        let mut records = RecordsEdit::new(&self.project.dir, input, locale.tag);
        let keys = keys(locale, input);
        let before = self.changes.files.len();
        let mut written = Vec::new();
        for file in locale.files.clone() {
            let input_file = &input.files[file];
            let document = FtlDocument::new(input_file.readable(), &self.nodes[file]);
            let mut edits = Edits::default();
            let mut seen = FxHashSet::default();
            for (entry, key) in locale.entries.iter().zip(&keys).filter(|(entry, _)| entry.file == file) {
                // What looks like a record above a message that the source does not have may be a note.
                let is_known = self.tree.source().find(entry.kind, entry.name).is_some();
                if is_known && seen.insert((entry.kind, entry.name)) {
                    self.entry_to_file((&document, &mut edits), entry, key, &mut records);
                }
            }
            let part = match locale.files.len() {
                1 => &mut records.stored.locale,
                _ => records.stored.files.entry(path(input, file)).or_default(),
            };
            part_to_file(&document, part, &mut edits);
            written.push((input_file, edits.apply(&input_file.text)));
        }
        records.finish(&mut self.changes);
        // Until the records are in their file, the comments have them.
        for (file, after) in written {
            self.changes.rewrite_last(&file.on_disk, &file.text, after);
        }
        self.changes.files.len() > before
    }

    fn entry_to_file(
        &self,
        (document, edits): (&FtlDocument<'_>, &mut Edits),
        entry: &Entry<'_>,
        key: &str,
        records: &mut RecordsEdit<'_>,
    ) {
        let source = self.tree.source();
        let lines = entry.comment.map(|comment| own_lines(comment, source)).unwrap_or_default();
        let mut message = records.stored.messages.get(key).cloned().unwrap_or_default();
        let texts = read_lines(lines, source.tag);
        let mut texts: Vec<_> =
            texts.iter().map(|record| (record.attribute.map(str::to_owned), record.text())).collect();
        texts.sort_by_key(|(attribute, _)| attribute.is_some());
        // An interrupted conversion has moved them already.
        let has_texts = !texts.is_empty() && (message.texts.is_empty() || message.texts == texts);
        if has_texts {
            message.texts = texts;
        }
        let mut is_moved = false;
        for line in lines {
            let moves = if is_record(line, source.tag) || is_now(line, source.tag) {
                has_texts
            } else {
                move_allowance(line, &mut message.allow) || move_review(line, &mut message)
            };
            if moves {
                edits.replace(document.line(line), "");
                is_moved = true;
            }
        }
        if is_moved {
            records.stored.messages.insert(key.to_owned(), message);
        }
    }
}

/// Moves what the `###` comments of a file say.
fn part_to_file(document: &FtlDocument<'_>, part: &mut StoredPart, edits: &mut Edits) {
    for block in &document.blocks {
        let Node::ResourceComment(comment) = block.node else { continue };
        let mut moved: Vec<*const u8> = Vec::new();
        for line in &comment.content {
            let review = line.trim().strip_prefix(REVIEW).map(str::trim);
            let review = review.filter(|review| part.review.as_ref().is_none_or(|there| there == review));
            if let Some(review) = review {
                part.review = Some(review.to_owned());
            }
            if review.is_some() || move_allowance(line, &mut part.allow) {
                moved.push(line.as_ptr());
            }
        }
        head::remove(document, comment, |line| moved.contains(&line.as_ptr()), edits);
    }
}

/// Adds the rules that a line allows. Returns `false` if it allows none, or one that is there for another reason.
fn move_allowance(line: &str, allow: &mut Vec<Allow>) -> bool {
    let Some((rules, reason)) = allowed(line) else { return false };
    let rules: Vec<&str> = rules.collect();
    let reason = reason.unwrap_or_default();
    let other = |rule: &&str| allow.iter().any(|there| there.rule == **rule && there.reason != reason);
    let is_repeated = rules.iter().enumerate().any(|(at, rule)| rules.iter().skip(at + 1).any(|other| other == rule));
    if is_repeated || rules.iter().any(other) {
        return false;
    }
    for rule in rules {
        if !allow.iter().any(|there| there.rule == rule) {
            allow.push(Allow { rule: rule.to_owned(), reason: reason.to_owned(), at: 0 });
        }
    }
    true
}

/// Moves the review in a line. One that can't be read stays, and the check reports it.
fn move_review(line: &str, message: &mut StoredMessage) -> bool {
    match read_line(line) {
        Some(Ok(review)) if message.reviewed.as_ref().is_none_or(|there| *there == review) => {
            message.reviewed = Some(review);
            true
        }
        _ => false,
    }
}
