//! Sets `records` in `codes.toml`.

use code_prompts_reader::characters::BYTE_ORDER_MARK;
use code_prompts_reader::document;
use code_prompts_reader::keys::Key;
use code_prompts_reader::walk::CODES_FILE;

use crate::edit::change::Changes;
use crate::edit::document::Edits;
use crate::edit::rename::codes::CodesFile;
use crate::error::Error;
use crate::project::layout::RecordStorage;
use crate::project::open::Project;

/// Sets where records are. Creates the file if there is none, and removes it if nothing is left in it.
pub(super) fn set(project: &Project, to: RecordStorage, changes: &mut Changes) -> Result<(), Error> {
    if project.input.layout.records == to {
        return Ok(());
    }
    match (CodesFile::read(&project.folder)?, to) {
        (None, RecordStorage::Comments) => {}
        (None, RecordStorage::File) => {
            // An i18n.toml or l10n.toml names the source, and is read only as long as this file does not.
            let source = match project.settings.source {
                Some(_) => String::new(),
                None => format!("{} = \"{}\"\n", Key::Source.name(), project.source),
            };
            changes.create(project.dir.join(CODES_FILE), format!("{source}{}", line()));
        }
        (Some(codes), _) => {
            let after = with(&codes.text, to);
            if after.trim().is_empty() {
                changes.remove(codes.path, &codes.text);
            } else {
                match to {
                    RecordStorage::File => changes.rewrite(codes.path, &codes.text, after),
                    RecordStorage::Comments => changes.rewrite_last(codes.path, &codes.text, after),
                }
            }
        }
    }
    Ok(())
}

fn line() -> String {
    format!("{} = \"file\"\n", Key::Records.name())
}

fn with(text: &str, to: RecordStorage) -> String {
    let unmarked = text.trim_start_matches(BYTE_ORDER_MARK);
    let mark = text.len() - unmarked.len();
    let line_end = |offset: usize| {
        let below = text.get(offset..).and_then(|rest| rest.find('\n'));
        below.map_or(text.len(), |newline| offset + newline + 1)
    };
    let line_start = |offset: usize| text.get(..offset).and_then(|above| above.rfind('\n')).map_or(mark, |at| at + 1);
    let (rows, _) = document::parse(unmarked);
    let row = |key: Key| rows.iter().find(|row| row.key == key.name());
    let mut edits = Edits::default();
    match (row(Key::Records), to) {
        (Some(row), RecordStorage::Comments) => {
            let range = line_start(row.span.start + mark)..line_end(row.item.span.end + mark);
            let is_alone = text.get(row.item.span.end + mark..range.end).is_some_and(|rest| rest.trim().is_empty());
            if is_alone {
                edits.replace(range, "");
            } else {
                // A comment follows.
                edits.replace(row.item.span.start + mark..row.item.span.end + mark, "\"comments\"");
            }
        }
        (Some(row), RecordStorage::File) => {
            edits.replace(row.item.span.start + mark..row.item.span.end + mark, "\"file\"");
        }
        (None, RecordStorage::Comments) => {}
        (None, RecordStorage::File) => {
            // Below the last key of these, which are above all tables.
            let last = [Key::Source, Key::Fallback].into_iter().filter_map(row).map(|row| row.item.span.end).max();
            let at = last.map_or(mark, |end| line_end(end + mark));
            let is_whole = text.get(..at).is_none_or(|above| at == mark || above.ends_with('\n'));
            edits.replace(at..at, if is_whole { line() } else { format!("\n{}", line()) });
        }
    }
    edits.apply(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn key_is_set_and_removed_again() {
        for (before, after) in [
            ("source = \"a\"\n", "source = \"a\"\nrecords = \"file\"\n"),
            (
                "# A\nsource = \"a\" # a\r\nfallback = [\n\"b\",\n]\n[codes]\n",
                "# A\nsource = \"a\" # a\r\nfallback = [\n\"b\",\n]\nrecords = \"file\"\r\n[codes]\n",
            ),
            ("\u{FEFF}[check]\n", "\u{FEFF}records = \"file\"\n[check]\n"),
            ("", "records = \"file\"\n"),
        ] {
            assert_eq!(with(before, RecordStorage::File), after);
            assert_eq!(with(after, RecordStorage::Comments), before);
        }
        assert_eq!(with("source = \"a\"", RecordStorage::File), "source = \"a\"\nrecords = \"file\"\n");
        assert_eq!(with("records = \"comments\" # so\n", RecordStorage::File), "records = \"file\" # so\n");
        assert_eq!(with("records = \"file\" # so\n", RecordStorage::Comments), "records = \"comments\" # so\n");
    }
}
