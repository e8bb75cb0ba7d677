//! Changes what is recorded about the translations of a locale in its records file.

use std::path::{Path, PathBuf};

use code_prompts_reader::characters::BYTE_ORDER_MARK;
use code_prompts_reader::walk::RECORDS_FOLDER;

use super::change::Changes;
use crate::project::entry::{Part, pattern_text};
use crate::project::input::Input;
use crate::project::layout::RecordStorage;
use crate::project::locale::Locale;
use crate::project::open::Project;
use crate::project::progress::{Progress, State};
use crate::project::record::Record;
use crate::project::records;
use crate::project::records::file::RecordsFile;
use crate::project::records::stored::{Stored, StoredMessage};

/// The records file of a locale, to be changed.
pub(super) struct RecordsEdit<'p> {
    path: PathBuf,
    /// The file as it is, if there is one.
    file: Option<&'p RecordsFile>,
    pub(super) stored: Stored,
}

impl<'p> RecordsEdit<'p> {
    /// Returns the file of a locale, which may not exist. Returns `None` if records are in comments.
    pub(super) fn of(project: &'p Project, tag: &str) -> Option<Self> {
        let is_in_file = project.input.layout.records == RecordStorage::File;
        is_in_file.then(|| Self::new(&project.dir, &project.input, tag))
    }

    /// Returns the file of a locale, which may not exist.
    pub(super) fn new(dir: &Path, input: &'p Input, tag: &str) -> Self {
        match input.records.iter().find(|records| records.locale == tag) {
            Some(records) => Self::of_file(records),
            None => Self { path: path(dir, tag), file: None, stored: Stored::default() },
        }
    }

    /// Returns a file that exists.
    pub(super) fn of_file(records: &'p RecordsFile) -> Self {
        Self { path: records.file.on_disk.clone(), file: Some(records), stored: records.stored.clone() }
    }

    /// Records the current source texts of a translation, of those that are accepted. The others keep theirs, which may be
    /// in a comment. Returns whether anything changed.
    pub(super) fn record(
        &mut self,
        source: &Locale<'_>,
        progress: &Progress<'_, '_>,
        accepts: impl Fn(&Part<'_>) -> bool,
    ) -> bool {
        let old = progress.entry.map(|entry| records::of(entry, source)).unwrap_or_default();
        let text = |part: &Part<'_>| match accepts(part) {
            true => Some(pattern_text(part.pattern)),
            false => old.iter().find(|record| record.attribute == part.attribute).map(Record::text),
        };
        let parts = progress.parts.iter().filter(|(_, state)| *state != State::Missing);
        let texts = parts.filter_map(|(part, _)| Some((part.attribute.map(str::to_owned), text(part)?))).collect();
        let message = self.message(progress.wanted.written_name());
        let is_new = message.texts != texts;
        message.texts = texts;
        is_new
    }

    /// Removes what is said about a message or a term that is removed.
    pub(super) fn forget(&mut self, name: &str) {
        self.stored.messages.remove(name);
    }

    /// Returns what it says about a message, by its key.
    pub(super) fn message(&mut self, key: String) -> &mut StoredMessage {
        self.stored.messages.entry(key).or_default()
    }

    /// Removes the records of the messages that a locale does not have. Returns their number.
    pub(super) fn forget_gone(&mut self, input: &Input, locale: &Locale<'_>) -> usize {
        // An excluded file may have them.
        if input.excludes(locale.tag) {
            return 0;
        }
        locale.gone.iter().filter(|key| self.stored.messages.remove(**key).is_some()).count()
    }

    /// Adds the change, if there is one. A file that says the same is not written again, however it is laid out.
    pub(super) fn finish(self, changes: &mut Changes) {
        let Some(records) = self.file else {
            if !self.stored.is_empty() {
                changes.create(self.path, self.stored.print("\n"));
            }
            return;
        };
        if records.is_edited || self.stored.print("\n") != records.stored.print("\n") {
            let before = &records.file.text;
            let mark = if before.starts_with(BYTE_ORDER_MARK) { "\u{FEFF}" } else { "" };
            let after = format!("{mark}{}", self.stored.print(records.newline()));
            changes.rewrite(self.path, before, after);
        }
    }
}

/// Returns the path of the records file of a locale.
pub(super) fn path(dir: &Path, tag: &str) -> PathBuf {
    dir.join(RECORDS_FOLDER).join(format!("{tag}.toml"))
}
