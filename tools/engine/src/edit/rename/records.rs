//! Renames ids in a records file.

use std::mem::take;

use super::name::Name;
use super::snippet::references_in_text;
use crate::edit::document::Edits;
use crate::edit::records::RecordsEdit;
use crate::project::records::file::RecordsFile;

/// Returns a records file with a new id in its keys, and in the references of the recorded texts, which the source has too.
pub(super) fn renamed<'p>(records: &'p RecordsFile, (old, new): (Name<'_>, Name<'_>)) -> RecordsEdit<'p> {
    let mut edit = RecordsEdit::of_file(records);
    let (before, after) = (old.to_string(), new.to_string());
    for (key, mut message) in take(&mut edit.stored.messages) {
        for (_, text) in &mut message.texts {
            let mut edits = Edits::default();
            references_in_text(text, old).into_iter().for_each(|place| edits.replace(place, new.id));
            *text = edits.apply(text);
        }
        let file = key.strip_prefix(&before).filter(|file| file.is_empty() || file.starts_with('@'));
        let key = file.map_or_else(|| key.clone(), |file| format!("{after}{file}"));
        edit.stored.messages.insert(key, message);
    }
    edit
}
