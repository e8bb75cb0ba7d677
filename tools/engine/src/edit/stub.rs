//! Messages that wait for their translation: all in comments, so that nothing untranslated is shown as a translation.
//!
//! ```fluent
//! # No room with this number is open.
//! # zh-CN: 房间不存在
//! # room-not-found =
//! ```
//!
//! The translator takes the `# ` off the last lines and writes the text after each `=`, and after each key.

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

/// What stubs are written for.
pub(super) struct Stubs<'s> {
    /// The tag of the source locale.
    pub(crate) source: &'s str,
    /// The plurals of the language that they are to be translated into.
    pub(crate) plurals: &'s Plurals,
}

impl Stubs<'_> {
    /// Writes a message or a term of the source as a comment, without a line end. `example` is the same in another
    /// locale: a source without plurals may have a translation that shows where they are needed.
    pub(crate) fn write(&self, wanted: &Entry<'_>, example: Option<&Entry<'_>>) -> String {
        self.write_with(wanted, example, &[])
    }

    /// The same, with more lines between the source's texts and those that the translator fills in.
    pub(super) fn write_with(&self, wanted: &Entry<'_>, example: Option<&Entry<'_>>, more: &[String]) -> String {
        let mut lines: Vec<String> = notes(wanted, self.source).map(note).collect();
        lines.extend(wanted.shown_parts().flat_map(|part| write(self.source, part.attribute, part.pattern)));
        lines.extend_from_slice(more);
        lines.extend(self.body(wanted, example));
        commented(lines.iter().map(String::as_str))
    }

    /// Writes what the translator fills in, a line each.
    pub(super) fn body(&self, wanted: &Entry<'_>, example: Option<&Entry<'_>>) -> Vec<String> {
        let mut lines = vec![format!("{} =", wanted.written_name())];
        lines.extend(wanted.shown_parts().flat_map(|part| self.part(wanted, part, example)));
        lines
    }

    /// Writes what is filled in of one text, below the name of its message.
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

    /// Prepares the variants of a text that has some.
    fn variants(&self, wanted: &Entry<'_>, part: &Part<'_>, example: Option<&Part<'_>>) -> Vec<String> {
        let select = match part.facts.selects.as_slice() {
            [select] => select,
            // Languages like the source's tell no numbers apart.
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

    fn is_plural(&self, select: &Select<'_>, wanted: &Entry<'_>) -> bool {
        let has_category = select.variants.iter().any(|variant| category(&variant.key).is_some());
        has_category
            && has_number_keys(select)
            && variable(select.selector).is_some_and(|variable| !is_text(variable, Some(wanted)))
    }

    /// Lists the numbers that a select has by themselves, and then the categories of the language.
    fn plurals_of<'a>(&self, select: &Select<'a>) -> Vec<Variant<&'a str>> {
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

/// Writes lines as a comment, without a line end.
pub(super) fn commented<'l>(lines: impl Iterator<Item = &'l str>) -> String {
    let lines: Vec<_> = lines.map(|line| if line.is_empty() { "#".to_owned() } else { format!("# {line}") }).collect();
    lines.join("\n")
}

/// A message or a term that waits in a comment.
pub(super) struct Stub<'d, 'a> {
    /// Its name, a term's with the hyphen.
    pub(crate) name: &'a str,
    pub(super) block: &'d Block<'a>,
    /// Whether no other stands above it in the same comment.
    pub(crate) is_first: bool,
    /// The notes and the record.
    pub(super) head: &'a [&'a str],
    /// What the translator fills in: from the name on, as far as lines are indented.
    pub(super) body: &'a [&'a str],
}

/// A translation that someone has written into a comment, where nobody is shown it.
pub struct Waiting<'a> {
    /// Its name, a term's with the hyphen.
    pub(crate) name: &'a str,
    path: &'a str,
    line: usize,
}

impl fmt::Display for Waiting<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, path, line } = self;
        write!(f, "{path}:{line}: `{name}` is translated in a comment; take the `# ` off its lines, from this one on")
    }
}

/// Finds what is translated in the comments of a locale that has things to do, and not in its messages. `nodes` are those
/// that the tree was made of.
pub fn filled_in<'a>(todo: &Todo<'_, 'a>, nodes: &'a SyntaxTrees<'a>) -> Vec<Waiting<'a>> {
    filled_in_of(todo.tree, &nodes.0, todo.locale)
}

/// Finds what is translated in a locale's comments, and not in its messages. The source has all of it.
pub(super) fn filled_in_of<'a>(
    tree: &Tree<'a>,
    nodes: &'a [Resource<&'a str>],
    locale: &Locale<'a>,
) -> Vec<Waiting<'a>> {
    let mut waiting = Vec::new();
    for index in locale.files.clone() {
        let file = tree.file(index);
        let document = FtlDocument::new(file.readable(), &nodes[index]);
        let stubs = stubs(&document, |name| tree.source().has(name) && !locale.has(name));
        for stub in stubs.iter().filter(|stub| !stub.is_empty()) {
            let start = stub.body.first().map_or(stub.block.start, |line| document.line(line).start);
            waiting.push(Waiting { name: stub.name, path: &file.path, line: file.position(start).0 });
        }
    }
    waiting
}

/// Finds the stubs of a document. A comment may hold several, and one that has lost the blank line below it stands
/// right above a message.
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
    /// Tells whether nothing has been filled in: every line is one that a stub begins with.
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

/// Copies a note of the source. One that looks like a stub is set in, so that it is not taken for one.
pub(super) fn note(line: &str) -> String {
    if line.split_once('=').is_some_and(|(name, _)| !name.trim().contains(' ')) {
        format!(" {line}")
    } else {
        line.to_owned()
    }
}
