//! The canonical form of an `.ftl` file: entries as `fluent-syntax` prints them, with a blank line between blocks.

use fluent_syntax::ast::{Comment, Entry as Node, Resource};
use fluent_syntax::parser::parse;
use fluent_syntax::serializer::serialize;
use rayon::prelude::*;

use super::change::{Change, Changes};
use super::document::{Block, FtlDocument};
use crate::error::Error;
use crate::project::files::Files;
use code_prompts_reader::characters::BYTE_ORDER_MARK;

/// Returns the changes that convert the files of some locales, or of all if `locales` is empty, to the canonical form.
///
/// Only spaces, indents and blank lines change. A file or an entry whose meaning would change is not formatted.
/// Formatting is idempotent.
///
/// # Errors
///
/// A locale does not exist, or a file of it has a syntax or encoding error.
pub fn format(folder: &Files, locales: &[String]) -> Result<Changes, Error> {
    let files = folder.of(locales)?;
    let texts: Vec<String> = files.par_iter().map(|file| canonical(&file.text)).collect();
    let mut changes = Changes::new(&folder.input);
    for (file, text) in files.iter().zip(texts) {
        changes.rewrite(&file.on_disk, &file.text, text);
    }
    Ok(changes)
}

/// Returns the changes of [`format()`] that change more than blank lines. The serializers of translators' platforms write
/// no blank line between messages, and two between comments. A commit of theirs is not badly formatted.
pub fn unformatted(changes: &Changes) -> impl Iterator<Item = &Change> {
    changes.files().filter(|change| {
        let before = change.before().unwrap_or_default();
        !lines_with_text(before).eq(lines_with_text(change.after()))
    })
}

fn lines_with_text(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive('\n').filter(|line| !line.trim_matches([' ', '\r', '\n']).is_empty())
}

/// Returns the canonical form of a text without syntax errors. A byte-order mark is kept. All lines get the line ending
/// of most lines.
fn canonical(text: &str) -> String {
    let unmarked = text.trim_start_matches(BYTE_ORDER_MARK);
    let mark = text.strip_suffix(unmarked).unwrap_or_default();
    let lines = with_line_feeds(unmarked);
    // What is left was `\r\r\n`: the first carriage return belongs to a text.
    if lines.contains("\r\n") {
        return text.to_owned();
    }
    let Some(mut formatted) = format_lines(&lines) else { return text.to_owned() };
    let crlf = unmarked.matches("\r\n").count();
    if crlf * 2 > unmarked.matches('\n').count() {
        let lines = std::mem::take(&mut formatted);
        formatted = lines.replace('\n', "\r\n");
        if with_line_feeds(&formatted) != lines {
            return text.to_owned();
        }
    }
    format!("{mark}{formatted}")
}

/// Converts every line ending to `\n`. The parser ignores the spaces of a blank line that ends in `\r\n`, while those
/// before `\n` may be text.
fn with_line_feeds(text: &str) -> String {
    let lines = text.split_inclusive('\n').map(|line| match line.strip_suffix("\r\n") {
        Some(line) if line.trim_matches(' ').is_empty() => "\n".to_owned(),
        Some(line) => format!("{line}\n"),
        None => line.to_owned(),
    });
    lines.collect()
}

/// Formats a text whose lines end in `\n`. Returns `None` if its meaning would change.
fn format_lines(text: &str) -> Option<String> {
    // The parser does not read a last line `#` without a line end as a comment.
    let text = if text.ends_with('#') { format!("{text}\n") } else { text.to_owned() };
    let resource = parse(text.as_str()).ok()?;
    let document = FtlDocument::new(&text, &resource);
    let mut formatted = String::new();
    let mut above: Option<&Block<'_>> = None;
    for block in &document.blocks {
        if above.is_some_and(|above| !are_adjacent(&text, above, block)) {
            formatted.push('\n');
        }
        let (comment, prefix) = match block.node {
            Node::GroupComment(comment) => (Some(comment), "##"),
            Node::ResourceComment(comment) => (Some(comment), "###"),
            _ => (block.comment(), "#"),
        };
        for line in comment.iter().flat_map(|comment| &comment.content) {
            formatted.push_str(format!("{prefix} {}", trimmed(line)).trim_end_matches(' '));
            formatted.push('\n');
        }
        if is_entry(block) {
            let written = text.get(block.body..block.end).unwrap_or_default();
            formatted.push_str(&print(block.node, written));
        }
        above = Some(block);
    }
    let is_same = parse(formatted.as_str()).is_ok_and(|now| now.body == with_trimmed_comments(&resource).body);
    is_same.then_some(formatted)
}

/// Returns whether two blocks are entries without a blank line between them, which is kept.
fn are_adjacent(text: &str, above: &Block<'_>, block: &Block<'_>) -> bool {
    let between = text.get(above.end..block.start).unwrap_or_default();
    between.matches('\n').count() == 1 && is_entry(above) && is_entry(block) && block.comment().is_none()
}

fn is_entry(block: &Block<'_>) -> bool {
    matches!(block.node, Node::Message(_) | Node::Term(_))
}

/// Prints a message or a term without its comment. If the meaning would change, returns the entry as written: the
/// serializer does not escape characters that a line can't begin with.
fn print(node: &Node<&str>, written: &str) -> String {
    let entry = without_comment(node);
    let resource = Resource { body: vec![entry] };
    let printed = serialize(&resource);
    // The serializer indents blank lines too. In some texts, those spaces are significant.
    let lines: Vec<_> = printed.split('\n').map(|line| if trimmed(line).is_empty() { "" } else { line }).collect();
    let is_same = |text: &String| parse(text.as_str()).is_ok_and(|now| now == resource);
    [lines.join("\n"), printed].into_iter().find(is_same).unwrap_or_else(|| format!("{written}\n"))
}

fn without_comment<'a>(node: &Node<&'a str>) -> Node<&'a str> {
    let mut entry = node.clone();
    match &mut entry {
        Node::Message(message) => message.comment = None,
        Node::Term(term) => term.comment = None,
        _ => {}
    }
    entry
}

fn with_trimmed_comments<'a>(resource: &Resource<&'a str>) -> Resource<&'a str> {
    let trim =
        |comment: &Comment<&'a str>| Comment { content: comment.content.iter().map(|line| trimmed(line)).collect() };
    let entry = |node: &Node<&'a str>| match node.clone() {
        Node::Message(mut message) => {
            message.comment = message.comment.as_ref().map(trim);
            Node::Message(message)
        }
        Node::Term(mut term) => {
            term.comment = term.comment.as_ref().map(trim);
            Node::Term(term)
        }
        Node::Comment(comment) => Node::Comment(trim(&comment)),
        Node::GroupComment(comment) => Node::GroupComment(trim(&comment)),
        Node::ResourceComment(comment) => Node::ResourceComment(trim(&comment)),
        junk @ Node::Junk { .. } => junk,
    };
    Resource { body: resource.body.iter().map(entry).collect() }
}

fn trimmed(line: &str) -> &str {
    line.trim_end_matches([' ', '\t', '\r'])
}

#[cfg(test)]
mod tests;
