//! Moves records from files into comments.

use rustc_hash::FxHashSet;

use super::{Conversion, head};
use crate::edit::document::{Edits, FtlDocument};
use crate::edit::stub::commented;
use crate::error::Error;
use crate::project::locale::Locale;
use crate::project::record::{Record, is_now, is_record, own_lines};
use crate::project::records::file::RecordsFile;
use crate::project::records::stored::{Allow, HEAD, StoredMessage, StoredPart};
use crate::project::records::{REVIEW, path};
use crate::project::review::is_review;

impl Conversion<'_, '_> {
    /// Moves the records of all files. Returns the number of files.
    pub(super) fn move_to_comments(&mut self) -> Result<usize, Error> {
        let (input, tree) = (&self.project.input, self.tree);
        let locale = |records: &RecordsFile| {
            let is_translation = |locale: &&Locale<'_>| locale.tag == records.locale && locale.tag != tree.source().tag;
            tree.locales.iter().find(is_translation)
        };
        let problems: Vec<String> = (input.records.iter())
            .flat_map(|records| match locale(records) {
                Some(locale) => self.not_in_comments(locale, records),
                None => vec![format!("{}: there is no such translation; delete the file", records.file.path)],
            })
            .collect();
        if !problems.is_empty() {
            return Err(Error::new(problems));
        }
        for records in &input.records {
            if let Some(locale) = locale(records) {
                self.locale_to_comments(locale, records);
            }
            self.changes.remove(&records.file.on_disk, &records.file.text);
        }
        Ok(input.records.len())
    }

    /// Returns what a file says that no comment can say.
    fn not_in_comments(&self, locale: &Locale<'_>, records: &RecordsFile) -> Vec<String> {
        let at = |offset: usize| format!("{}:{}", records.file.path, records.file.position(offset).0);
        let gone = locale.gone.iter().filter_map(|key| Some((key, records.stored.messages.get(*key)?)));
        let mut problems: Vec<String> = gone
            .map(|(key, message)| {
                format!("{}: {} has no `{key}`; run `prompts sync {}` first", at(message.at), locale.tag, locale.tag)
            })
            .collect();
        let files: FxHashSet<String> = locale.files.clone().map(|file| path(&self.project.input, file)).collect();
        for path in records.stored.files.keys().filter(|path| !files.contains(*path)) {
            problems.push(format!("{}: {} has no file `{path}`; delete its table", records.file.path, locale.tag));
        }
        problems
    }

    fn locale_to_comments(&mut self, locale: &Locale<'_>, records: &RecordsFile) {
        let (input, source) = (&self.project.input, self.tree.source());
        for file in locale.files.clone() {
            let input_file = &input.files[file];
            let document = FtlDocument::new(input_file.readable(), &self.nodes[file]);
            let mut edits = Edits::default();
            let of_file = locale.entries.iter().filter(|entry| entry.file == file);
            for (entry, message) in of_file.filter_map(|entry| Some((entry, entry.stored?))) {
                let Some(block) = document.find(&entry.written_name()) else { continue };
                // What the comment has is outdated, or an interrupted conversion has written it.
                let old = entry.comment.map(|comment| own_lines(comment, source)).unwrap_or_default();
                let new = message_lines(message, source.tag);
                let is_old = |line: &&&str| {
                    let is_of_record = is_record(line, source.tag) || is_now(line, source.tag);
                    !message.texts.is_empty() && is_of_record
                        || message.reviewed.is_some() && is_review(line)
                        || new.iter().any(|new| new == **line)
                };
                let removed: Vec<&str> = old.iter().filter(is_old).copied().collect();
                let is_there = removed == new && old.ends_with(&removed);
                if !is_there {
                    removed.iter().for_each(|line| edits.replace(document.line(line), ""));
                    edits.replace(block.body..block.body, commented(new.iter().map(String::as_str)) + "\n");
                }
            }
            let is_first = file == locale.files.start;
            let mut paragraphs = self.part_lines(records, file, is_first);
            let has_review = paragraphs.first().is_some_and(|review| !review.is_empty());
            for (of, comment) in &locale.file_comments {
                if *of == file {
                    head::remove(
                        &document,
                        comment,
                        |line| {
                            has_review
                                && line.trim().starts_with(REVIEW)
                                && !paragraphs.concat().iter().any(|new| new == line)
                        },
                        &mut edits,
                    );
                    for paragraph in &mut paragraphs {
                        paragraph.retain(|new| !comment.content.contains(&new.as_str()));
                    }
                }
            }
            head::add(&document, &paragraphs, &mut edits);
            self.changes.rewrite(&input_file.on_disk, &input_file.text, edits.apply(&input_file.text));
        }
    }

    /// Returns what the `###` comments of a file shall say, in paragraphs.
    fn part_lines(&self, records: &RecordsFile, file: usize, is_first: bool) -> [Vec<String>; 3] {
        let (of_locale, none) = (&records.stored.locale, StoredPart::default());
        let of_file = records.stored.files.get(&path(&self.project.input, file)).unwrap_or(&none);
        let review = of_file.review.as_ref().or(of_locale.review.as_ref());
        let review = review.map(|review| format!("{REVIEW} {}", one_line(review)).trim_end().to_owned());
        let mut notes = plain(&of_file.comments);
        if is_first {
            let head = records.stored.head.iter().flatten().filter(|line| *line != HEAD).cloned().collect::<Vec<_>>();
            for comments in [&head, &of_locale.comments, &records.stored.end] {
                notes.extend(plain(comments));
            }
        }
        let mut allow = allow_lines(&of_locale.allow);
        allow.extend(allow_lines(&of_file.allow));
        [review.into_iter().collect(), allow, notes]
    }
}

/// Returns the lines of a comment with what is recorded about a message.
fn message_lines(message: &StoredMessage, source: &str) -> Vec<String> {
    let mut lines = plain(&message.comments);
    lines.extend(allow_lines(&message.allow));
    lines.extend(message.reviewed.iter().map(|review| review.line()));
    let texts = message.texts.iter();
    lines.extend(texts.flat_map(|(attribute, text)| Record::stored(attribute.as_deref(), text).write(source)));
    lines
}

/// Returns the lines that allow rules. Neighbours with one reason share a line.
fn allow_lines(allow: &[Allow]) -> Vec<String> {
    let line = |same: &[Allow]| {
        let rules: Vec<&str> = same.iter().map(|allow| allow.rule.as_str()).collect();
        let reason = same.first().map(|allow| one_line(&allow.reason)).unwrap_or_default();
        let reason = if reason.is_empty() { String::new() } else { format!(": {reason}") };
        format!("allow({}){reason}", rules.join(", "))
    };
    allow.chunk_by(|one, other| one.reason == other.reason).map(line).collect()
}

/// Returns comments of TOML without their number signs.
fn plain(comments: &[String]) -> Vec<String> {
    let plain = |line: &String| line.trim_start_matches('#').trim().to_owned();
    comments.iter().map(plain).filter(|line| !line.is_empty()).collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
