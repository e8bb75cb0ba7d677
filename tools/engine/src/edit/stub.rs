//! Stubs: untranslated messages in comments, so that no user sees them.
//!
//! ```fluent
//! # No room with this number is open.
//! # zh-CN: 房间不存在
//! # room-not-found =
//! ```
//!
//! The translator removes the `# ` from the last lines and writes the text after each `=` and each key.

use std::fmt;

use code_prompts_reader::names::is_identifier_char;
use fluent_syntax::ast::{Expression, Pattern, PatternElement, Resource, Variant, VariantKey};

use super::document::{Block, FtlDocument};
use crate::project::entry::{Entry, Part, pattern_text};
use crate::project::facts::Select;
use crate::project::locale::Locale;
use crate::project::record::{notes, pending, write};
use crate::project::selects::{category, has_number_keys, is_text, numbers_of, variable};
use crate::project::todo::Todo;
use crate::project::tree::{SyntaxTrees, Tree};
use crate::text::plurals::{CATEGORIES, Plurals};

/// Writes stubs for a locale.
pub(crate) struct Stubs<'s> {
    /// The tag of the source locale.
    pub(crate) source: &'s str,
    /// The plurals of the target language.
    pub(crate) plurals: &'s Plurals,
}

impl Stubs<'_> {
    /// Returns the stub of a message or a term of the source, without a line end. `example` is its entry in another
    /// locale, which may have plurals that the source does not need.
    pub(crate) fn write(&self, wanted: &Entry<'_>, example: Option<&Entry<'_>>) -> String {
        self.write_with(wanted, example, &[])
    }

    /// Returns the same with more lines between the source texts and the lines to fill in.
    pub(super) fn write_with(&self, wanted: &Entry<'_>, example: Option<&Entry<'_>>, more: &[String]) -> String {
        let mut lines: Vec<String> = notes(wanted, self.source).map(note).collect();
        lines.extend(wanted.shown_parts().flat_map(|part| write(self.source, part.attribute, part.pattern)));
        lines.extend_from_slice(more);
        lines.extend(self.body(wanted, example));
        commented(lines.iter().map(String::as_str))
    }

    /// Returns the lines to fill in.
    pub(super) fn body(&self, wanted: &Entry<'_>, example: Option<&Entry<'_>>) -> Vec<String> {
        let mut lines = vec![format!("{} =", wanted.written_name())];
        lines.extend(wanted.shown_parts().flat_map(|part| self.part(wanted, part, example)));
        lines
    }

    /// Returns the lines to fill in for one text, below the name of its message.
    pub(super) fn part(&self, wanted: &Entry<'_>, part: &Part<'_>, example: Option<&Entry<'_>>) -> Vec<String> {
        let example = example.and_then(|example| example.part(part.attribute));
        let variants = self.variants(wanted, part, example);
        match part.attribute {
            None => variants.iter().map(|line| format!("    {line}")).collect(),
            Some(name) => {
                let variants = variants.iter().map(|line| format!("        {line}"));
                std::iter::once(format!("    .{name} =")).chain(variants).collect()
            }
        }
    }

    /// Returns the lines of a select without texts, if the text needs one.
    fn variants(&self, wanted: &Entry<'_>, part: &Part<'_>, example: Option<&Part<'_>>) -> Vec<String> {
        let select = match part.facts.selects.as_slice() {
            [select] => select,
            // The source's language may have no plurals.
            [] => match example.map(|example| example.facts.selects.as_slice()) {
                Some([select]) if self.is_plural(select, wanted) && uses(part, select) => select,
                _ => return Vec::new(),
            },
            _ => return Vec::new(),
        };
        let variants = if self.is_plural(select, wanted) { self.plurals_of(select) } else { emptied(select.variants) };
        let select = Expression::Select { selector: select.selector.clone(), variants };
        let pattern = Pattern { elements: vec![PatternElement::Placeable { expression: select }] };
        pattern_text(&pattern).lines().map(|line| line.trim_end().to_owned()).collect()
    }

    /// Returns whether a select is on a plural form.
    pub(crate) fn is_plural(&self, select: &Select<'_>, wanted: &Entry<'_>) -> bool {
        let has_category = select.variants.iter().any(|variant| category(&variant.key).is_some());
        has_category
            && has_number_keys(select)
            && variable(select.selector).is_some_and(|variable| !is_text(variable, Some(wanted)))
    }

    /// Returns variants for the number keys of a select, and then for the plural categories of the language.
    pub(crate) fn plurals_of<'a>(&self, select: &Select<'a>) -> Vec<Variant<&'a str>> {
        let is_number = |variant: &&Variant<&str>| matches!(variant.key, VariantKey::NumberLiteral { .. });
        let numbers: Vec<_> = select.variants.iter().filter(is_number).cloned().collect();
        let common = numbers_of(self.plurals, select.selector).common;
        let last = CATEGORIES.len() - 1;
        let categories = (0..CATEGORIES.len()).filter(|index| *index == last || common & (1 << index) != 0);
        let mut variants = emptied(&numbers);
        variants.iter_mut().for_each(|variant| variant.default = false);
        variants.extend(categories.map(|index| Variant {
            key: VariantKey::Identifier { name: CATEGORIES[index] },
            value: Pattern { elements: Vec::new() },
            default: index == last,
        }));
        variants
    }
}

fn uses(part: &Part<'_>, select: &Select<'_>) -> bool {
    variable(select.selector).is_some_and(|variable| part.facts.variables.contains(&variable))
}

fn emptied<'a>(variants: &[Variant<&'a str>]) -> Vec<Variant<&'a str>> {
    variants.iter().map(|variant| Variant { value: Pattern { elements: Vec::new() }, ..variant.clone() }).collect()
}

/// Converts lines to a comment, without a line end.
pub(super) fn commented<'l>(lines: impl Iterator<Item = &'l str>) -> String {
    let lines: Vec<_> = lines.map(|line| if line.is_empty() { "#".to_owned() } else { format!("# {line}") }).collect();
    lines.join("\n")
}

/// An untranslated message or term in a comment.
pub(super) struct Stub<'d, 'a> {
    /// Its name, with the hyphen of a term.
    pub(crate) name: &'a str,
    pub(super) block: &'d Block<'a>,
    /// Whether it is the first in its comment.
    pub(crate) is_first: bool,
    /// The lines of the notes and the record.
    pub(super) head: &'a [&'a str],
    /// The lines to fill in: the one with the name, and the indented ones below it.
    pub(super) body: &'a [&'a str],
}

/// A stub that a translator has filled in, but not uncommented.
///
/// `Display` writes where it is and how to fix it.
pub struct FilledStub<'a> {
    /// Its name, with the hyphen of a term.
    pub(crate) name: &'a str,
    path: &'a str,
    line: usize,
}

impl fmt::Display for FilledStub<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, path, line } = self;
        write!(
            f,
            "{path}:{line}: `{name}` is translated in a comment; remove the `# ` from its lines, from this one on"
        )
    }
}

/// Returns the stubs of a locale that are filled in, but still comments. `nodes` are the syntax trees that `todo` was
/// made from.
pub fn filled_in<'a>(todo: &Todo<'_, 'a>, nodes: &'a SyntaxTrees<'a>) -> Vec<FilledStub<'a>> {
    filled_in_of(todo.tree, &nodes.0, todo.locale)
}

/// Returns the stubs of a locale that are filled in and exist in the source.
pub(super) fn filled_in_of<'a>(
    tree: &Tree<'a>,
    nodes: &'a [Resource<&'a str>],
    locale: &Locale<'a>,
) -> Vec<FilledStub<'a>> {
    let mut filled = Vec::new();
    for index in locale.files.clone() {
        let file = tree.file(index);
        let document = FtlDocument::new(file.readable(), &nodes[index]);
        let stubs = stubs(&document, |name| tree.source().has(name) && !locale.has(name));
        for stub in stubs.iter().filter(|stub| !stub.is_empty()) {
            let start = stub.body.first().map_or(stub.block.start, |line| document.line(line).start);
            filled.push(FilledStub { name: stub.name, path: &file.path, line: file.position(start).0 });
        }
    }
    filled
}

/// Returns the stubs of a document. A comment may have several. A stub may also be in the comment of a message, if the
/// blank line between them was deleted.
pub(super) fn stubs<'d, 'a>(document: &'d FtlDocument<'a>, is_wanted: impl Fn(&str) -> bool) -> Vec<Stub<'d, 'a>> {
    let mut stubs = Vec::new();
    for (block, comment) in document.blocks.iter().filter_map(|block| Some((block, block.comment()?))) {
        let lines = comment.content.as_slice();
        let mut done = 0;
        while let Some((at, name)) = (done..lines.len()).find_map(|at| Some((at, pending(lines, at)?))) {
            let indented = lines.iter().skip(at + 1).take_while(|line| line.starts_with(' ')).count();
            let end = at + 1 + indented;
            if let (true, Some(head), Some(body)) = (is_wanted(name), lines.get(done..at), lines.get(at..end)) {
                stubs.push(Stub { name, block, head, body, is_first: done == 0 });
            }
            done = end;
        }
    }
    stubs
}

impl Stub<'_, '_> {
    /// Returns whether nothing has been filled in: each line is as in a new stub.
    pub(super) fn is_empty(&self) -> bool {
        let is_empty = |line: &&str| {
            let line = line.trim();
            let is_name =
                |name: &str| name.strip_prefix('.').unwrap_or(name).trim_end().chars().all(is_identifier_char);
            line.strip_suffix('=').is_some_and(is_name)
                || line.starts_with('{') && line.ends_with("->")
                || line == "}"
                || line.trim_start_matches('*').starts_with('[') && line.find(']') == Some(line.len() - 1)
        };
        self.body.iter().all(is_empty)
    }
}

/// Returns a note of the source. One that looks like a stub is indented, so that it is not read as one.
pub(super) fn note(line: &str) -> String {
    if line.split_once('=').is_some_and(|(name, _)| !name.trim().contains(' ')) {
        format!(" {line}")
    } else {
        line.to_owned()
    }
}
