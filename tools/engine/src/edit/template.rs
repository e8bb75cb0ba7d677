//! The initial file of a translation: the source's file with every message as a stub.

use fluent_syntax::ast::{Comment, Entry as Node, Resource};

use super::stub::{Stubs, commented, note};
use crate::project::entry::{Entry, Kind, group_heading};
use crate::project::layout::RecordStorage;
use crate::project::locale::Locale;
use crate::project::records::REVIEW;
use crate::project::tree::Tree;

/// What the `Review:` line of a new translation says.
pub(super) const DRAFT: &str = "draft. No native speaker has reviewed this translation yet.";

/// Returns the file of a translation for a file of the source. `examples` are other locales; the first one with a
/// message shows whether it needs plurals.
pub(super) fn template(
    tree: &Tree<'_>,
    (file, resource): (usize, &Resource<&str>),
    (tag, stubs): (&str, &Stubs<'_>),
    examples: &[&Locale<'_>],
) -> String {
    template_of(tree, (file, resource), (tag, stubs), examples, |_| true)
}

/// Returns the same with only some of the messages and terms.
pub(super) fn template_of(
    tree: &Tree<'_>,
    (file, resource): (usize, &Resource<&str>),
    (tag, stubs): (&str, &Stubs<'_>),
    examples: &[&Locale<'_>],
    is_wanted: impl Fn(&Entry<'_>) -> bool,
) -> String {
    let heading: Vec<&Comment<&str>> = (resource.body.iter())
        .filter_map(|node| match node {
            Node::ResourceComment(comment) => Some(comment),
            _ => None,
        })
        .collect();
    let mut blocks = vec![head(tag, stubs.source, tree.input.layout.records, &heading)];
    let entry = |kind, name: &str| {
        // Duplicates are skipped.
        let wanted = tree.source().find(kind, name).filter(|wanted| std::ptr::eq(wanted.name, name))?;
        if wanted.file != file || !is_wanted(wanted) {
            return None;
        }
        Some(stubs.write(wanted, example(examples, wanted)))
    };
    for node in &resource.body {
        blocks.extend(match node {
            Node::Message(message) => entry(Kind::Message, message.id.name),
            Node::Term(term) => entry(Kind::Term, term.id.name),
            Node::GroupComment(comment) => Some(group_heading(comment)),
            Node::Comment(comment) => {
                let lines: Vec<String> = comment.content.iter().map(|line| note(line)).collect();
                Some(commented(lines.iter().map(String::as_str)))
            }
            Node::ResourceComment(_) | Node::Junk { .. } => None,
        });
    }
    blocks.join("\n\n") + "\n"
}

/// Returns the first entry for a message or term in other locales.
pub(crate) fn example<'l, 'a>(examples: &[&'l Locale<'a>], wanted: &Entry<'_>) -> Option<&'l Entry<'a>> {
    examples.iter().find_map(|locale| locale.find(wanted.kind, wanted.name))
}

fn head(tag: &str, source: &str, records: RecordStorage, heading: &[&Comment<&str>]) -> String {
    let mut lines = vec![format!("{tag}, translated from {source}."), String::new()];
    if records == RecordStorage::Comments {
        lines.extend([format!("{REVIEW} {DRAFT}"), String::new()]);
    }
    lines.extend([
        "Untranslated messages are in comments. To translate one, remove the `# ` from its last lines, from its name on, and"
            .to_owned(),
        format!(
            "write the text after each `=` and each key in brackets. Keep the lines that begin with `# {source}`: they"
        ),
        "record the source text.".to_owned(),
    ]);
    if !heading.is_empty() {
        lines.push(String::new());
        lines.push(format!("Comments in the {source} file:"));
        for comment in heading {
            lines.push(String::new());
            lines.extend(comment.content.iter().map(|line| format!("  {line}")));
        }
    }
    let lines: Vec<_> = lines.iter().map(|line| format!("### {line}").trim_end().to_owned()).collect();
    lines.join("\n")
}
