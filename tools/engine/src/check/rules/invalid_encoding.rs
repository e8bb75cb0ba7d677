//! A file that is not UTF-8.

use code_prompts_reader::Encoding;

use crate::check::context::Context;
use crate::check::finding::Place;
use crate::project::entry::Entry;

pub(super) fn check(context: &mut Context<'_, '_>) {
    for index in context.locale.files.clone() {
        let file = context.tree.file(index);
        let offset = match file.encoding {
            Encoding::Utf8 => continue,
            Encoding::Utf16 => {
                let message = "readers do not see the messages in this file: it is UTF-16, not UTF-8";
                context.push(context.finding(Place::Tree(index, 0..0), message).help("save the file as UTF-8"));
                continue;
            }
            Encoding::Other(offset) => offset,
        };
        // Decoding has put a replacement character there.
        let end = offset + char::REPLACEMENT_CHARACTER.len_utf8();
        let help = if file.text.contains('\0') {
            "save the file as UTF-8; it looks like a binary file"
        } else {
            "save the file as UTF-8; if the text is then garbled, restore it from an older copy"
        };
        let entry = entry_at(context, index, offset);
        let lost = entry.map_or_else(|| "the text here".to_owned(), |entry| format!("`{}`", entry.shown_name()));
        let message = format!("readers do not see {lost}: the file is not UTF-8 from this byte on");
        let mut finding = context.finding(Place::Tree(index, offset..end.min(file.text.len())), message).help(help);
        finding.id = entry.map(Entry::shown_name);
        finding.codes = entry.map(|entry| context.tree.codes_of(entry.name)).unwrap_or_default();
        context.push(finding);
    }
}

/// Finds the message or term that a byte of a file is in. Returns `None` for a comment.
fn entry_at<'t, 'a>(context: &Context<'t, 'a>, file: usize, offset: usize) -> Option<&'t Entry<'a>> {
    let before = context.tree.file(file).text.get(..offset)?;
    if before.rsplit('\n').next().is_some_and(|line| line.starts_with('#')) {
        return None;
    }
    let above = |entry: &&Entry<'_>| entry.file == file && context.tree.range(file, entry.name).start < offset;
    let locale = context.locale;
    locale.entries.iter().rfind(above)
}
