//! A file to fill in, with the missing and stale texts of a translation.

use super::document::FtlDocument;
use super::stub::{Stubs, commented};
use crate::project::entry::{Entry, Part};
use crate::project::past::on_one_line;
use crate::project::progress::State;
use crate::project::record::{Record, is_now, is_record, write, write_now};
use crate::project::records;
use crate::project::todo::{Todo, TodoItem};
use crate::project::tree::SyntaxTrees;

/// Returns a file with a stub for each missing message or term, and with each stale one and its new source text. If
/// nothing is missing or stale, it is empty. `nodes` are the syntax trees that `todo` was made from.
pub fn worklist(todo: &Todo<'_, '_>, nodes: &SyntaxTrees<'_>) -> String {
    if todo.items.is_empty() {
        return String::new();
    }
    let stubs = Stubs { source: todo.tree.source().tag, plurals: todo.locale.plurals() };
    let files = todo.locale.files.clone();
    let documents: Vec<_> =
        files.map(|file| FtlDocument::new(todo.tree.file(file).readable(), &nodes.0[file])).collect();

    let mut blocks = vec![head(todo)];
    for (heading, item) in todo.grouped() {
        blocks.extend(heading);
        blocks.push(match item.progress.entry {
            None => missing(todo, &stubs, item),
            Some(entry) => {
                let document = documents.get(entry.file - todo.locale.files.start);
                let body = document.and_then(|document| document.body(document.find(&entry.written_name())?));
                present(todo, &stubs, (item, entry), body.unwrap_or_default())
            }
        });
    }
    blocks.join("\n\n") + "\n"
}

fn head(todo: &Todo<'_, '_>) -> String {
    let (locale, source) = (todo.locale.tag, todo.tree.source().tag);
    format!(
        "\
### What is missing or stale in {locale}, as `prompts todo` found it.
###
### Missing messages are comments. Remove the `# ` from the last lines, from `name =` on, and write a text after each
### `=` and each `]`. A missing attribute, such as `.action =`, is a comment below its message.
### Stale texts have lines with `{source} now` above them: translate that text.
###
### Then copy the messages into the files of {locale}, replacing those that exist, and run `prompts accept {locale}`
### with the ids of the stale ones."
    )
}

fn missing(todo: &Todo<'_, '_>, stubs: &Stubs<'_>, item: &TodoItem<'_, '_>) -> String {
    let texts = item.progress.parts.iter().flat_map(|(part, _)| fallback_texts(todo, item, part));
    let texts: Vec<String> = limit(item).into_iter().chain(texts).collect();
    stubs.write_with(item.progress.wanted, example(item), &texts)
}

/// Returns an existing message with the source texts that are new or missing in it.
fn present(
    todo: &Todo<'_, '_>,
    stubs: &Stubs<'_>,
    (item, entry): (&TodoItem<'_, '_>, &Entry<'_>),
    body: &str,
) -> String {
    let mut lines = comment(todo, stubs, item, entry);
    // It is there already where someone has copied it.
    let limit = limit(item).filter(|limit| !lines.contains(limit));
    lines.splice(0..0, limit);
    let mut below: Vec<String> = Vec::new();
    for (part, _) in item.progress.parts.iter().filter(|(_, state)| *state == State::Missing) {
        lines.extend(write(stubs.source, part.attribute, part.pattern));
        lines.extend(fallback_texts(todo, item, part));
        // A missing value needs no stub: its `=` is in the message.
        if part.attribute.is_some() {
            below.extend(stubs.part(item.progress.wanted, part, example(item)));
        }
    }
    let comment = commented(lines.iter().map(String::as_str));
    let below = commented(below.iter().map(String::as_str));
    let body = body.replace("\r\n", "\n");
    [comment, body, below].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Returns the lines of a message's comment, with the new source text below each stale record.
fn comment(todo: &Todo<'_, '_>, stubs: &Stubs<'_>, item: &TodoItem<'_, '_>, entry: &Entry<'_>) -> Vec<String> {
    let records = records::of(entry, todo.tree.source());
    // A record in the comment is outdated then.
    let is_in_file = records.iter().any(|record| record.lines.is_empty());
    let of_record =
        |record: &Record<'_>| item.progress.parts.iter().find(|(part, _)| part.attribute == record.attribute);
    let mut lines = Vec::new();
    for line in entry.comment.iter().flat_map(|comment| &comment.content) {
        let is_this = |of_record: &&str| std::ptr::eq(of_record.as_ptr(), line.as_ptr());
        let record = records.iter().find(|record| record.lines.iter().any(is_this));
        match record.and_then(of_record) {
            // The source text of a missing part, and each new source text, is written elsewhere.
            Some((_, State::Missing)) => {}
            None if is_now(line, stubs.source) || is_in_file && is_record(line, stubs.source) => {}
            Some((part, State::Stale(_))) if record.and_then(|record| record.lines.last()).is_some_and(is_this) => {
                lines.push((*line).to_owned());
                lines.extend(write_now(stubs.source, part.attribute, part.pattern));
            }
            _ => lines.push((*line).to_owned()),
        }
    }
    for record in records.iter().filter(|record| record.lines.is_empty()) {
        if let Some((part, State::Stale(_))) = of_record(record) {
            lines.extend(record.write(stubs.source));
            lines.extend(write_now(stubs.source, part.attribute, part.pattern));
        }
    }
    lines
}

/// Returns the maximum length of a prompt, as a line of a comment.
fn limit(item: &TodoItem<'_, '_>) -> Option<String> {
    item.max_length.map(|max| format!("At most {max} characters."))
}

/// Returns the translations of a text in the fallback locales, as lines of a comment. A note above a stale one says what it
/// was made from.
fn fallback_texts(todo: &Todo<'_, '_>, item: &TodoItem<'_, '_>, part: &Part<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for (tag, entry) in &item.fallbacks {
        let Some(text) = entry.part(part.attribute) else { continue };
        let progress = todo.fallback(item, entry);
        if let Some(State::Stale(then)) = progress.state(part.attribute) {
            lines.push(format!("This {tag} text is stale: {} was “{}”.", todo.source(), on_one_line(then)));
        }
        lines.extend(write(tag, part.attribute, text.pattern));
    }
    lines
}

fn example<'t, 'a>(item: &TodoItem<'t, 'a>) -> Option<&'t Entry<'a>> {
    item.fallbacks.first().map(|(_, entry)| *entry)
}
