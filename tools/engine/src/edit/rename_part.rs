//! Renames an attribute or a variable of a message or term, in all locales.

use std::ops::Range;

use code_prompts_reader::names::{CODE, is_identifier, is_identifier_char};
use fluent_syntax::ast::Entry as Node;

use super::change::Changes;
use super::document::{Block, Edits, FtlDocument};
use super::records::RecordsEdit;
use super::stub::stubs;
use crate::error::Error;
use crate::project::codes::Codes;
use crate::project::document::{Document, Symbol};
use crate::project::entry::Entry;
use crate::project::open::Project;
use crate::project::record::{is_record, part_of};
use crate::project::tree::Tree;

/// The attributes that the library reads.
const READ: [&str; 2] = ["description", "action"];

/// Renames an attribute or a variable of a message or a term, in the texts of all locales, in the records of its source text, and
/// in notes about the variable. A variable of a term is also renamed where references give it.
///
/// The app must give a variable by its new name, and read an attribute by it.
///
/// ```
/// use code_prompts_engine::edit::rename_part;
/// use code_prompts_engine::project::{Project, Symbol};
///
/// let dir = tempfile::tempdir()?;
/// std::fs::write(dir.path().join("en.ftl"), "# $n (Number) - how many\nseats = { $n } seats\n")?;
/// std::fs::write(dir.path().join("de.ftl"), "# en: { $n } seats\nseats = { $n } Plätze\n")?;
///
/// let project = Project::read(dir.path(), Some("en"))?;
/// let changes = rename_part(&project, &Symbol::Variable("seats".to_owned(), "n"), "count")?;
/// let texts: Vec<&str> = changes.files().map(|change| change.after()).collect();
/// let german = "# en: { $count } seats\nseats = { $count } Plätze\n";
/// assert_eq!(texts, [german, "# $count (Number) - how many\nseats = { $count } seats\n"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// The new name is not a Fluent identifier, or a locale has it there already; in a folder with codes, the library gives
/// `$code`, and reads `.description` and `.action`; a file has a syntax or encoding error; or the symbol is neither an
/// attribute nor a variable.
pub fn rename_part(project: &Project, symbol: &Symbol<'_>, new: &str) -> Result<Changes, Error> {
    let (owner, old, sign) = match symbol {
        Symbol::Attribute(owner, name) => (owner, *name, '.'),
        Symbol::Variable(owner, name) => (owner, *name, '$'),
        Symbol::Entry(name) => return Err(format!("`{name}` is a message or a term").into()),
        Symbol::Function(name) => return Err(format!("`{name}()` is a function of the app").into()),
    };
    if !is_identifier(new) {
        return Err(format!("`{new}` is not a name: write letters, digits, - and _, a letter first").into());
    }
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    let has_codes = !matches!(tree.codes, Codes::None);
    let is_given = if sign == '$' { old == CODE } else { READ.contains(&old) };
    if has_codes && is_given && !owner.starts_with('-') {
        return Err(format!("`{sign}{old}` is a name that the library knows; it can't have another").into());
    }
    let tags: Vec<&str> = tree.locales.iter().map(|locale| locale.tag).collect();
    project.refuse_unreadable(&tags)?;
    let renaming = PartRenaming { owner, old, new, sign };
    if let Some(locale) = tree.locales.iter().find(|locale| locale.entries.iter().any(|entry| renaming.is_taken(entry)))
    {
        return Err(format!("`{owner}` has `{sign}{new}` in {} already; choose another name", locale.tag).into());
    }

    let mut changes = Changes::new(&project.input);
    for document in Document::all(&tree) {
        let file = document.file();
        let input = &project.input.files[file];
        let mut edits = Edits::default();
        let mut ranges = renaming.in_texts(&tree, &document, symbol);
        ranges.extend(renaming.in_comments(&tree, &FtlDocument::new(input.readable(), &nodes.0[file]), file));
        ranges.sort_by_key(|range| range.start);
        ranges.dedup();
        ranges.into_iter().for_each(|range| edits.replace(range, new));
        changes.rewrite(&input.on_disk, &input.text, edits.apply(&input.text));
    }
    for records in &project.input.records {
        let mut edit = RecordsEdit::of_file(records);
        renaming.in_records(&mut edit);
        edit.finish(&mut changes);
    }
    Ok(changes)
}

struct PartRenaming<'n> {
    owner: &'n str,
    old: &'n str,
    new: &'n str,
    /// `.` for an attribute, and `$` for a variable.
    sign: char,
}

impl PartRenaming<'_> {
    fn is_taken(&self, entry: &Entry<'_>) -> bool {
        entry.written_name() == self.owner
            && match self.sign {
                '.' => entry.part(Some(self.new)).is_some(),
                _ => entry.parts().any(|part| part.facts.variables.contains(&self.new)),
            }
    }

    /// Returns the places in texts, without the sign: uses, and where references to a term give the variable.
    fn in_texts(&self, tree: &Tree<'_>, document: &Document<'_, '_>, symbol: &Symbol<'_>) -> Vec<Range<usize>> {
        let uses = document.occurrences().into_iter().filter(|found| found.symbol == *symbol).map(|found| found.range);
        let mut found: Vec<Range<usize>> = uses.collect();
        if let Some(term) = self.owner.strip_prefix('-').filter(|_| self.sign == '$') {
            let entries = document.entries().into_iter();
            let references = entries.flat_map(|it| it.entry.parts()).flat_map(|part| &part.facts.references);
            let given = references.filter(|to| to.is_term && to.name == term).flat_map(|to| to.given);
            let names = given.map(|argument| argument.name.name).filter(|name| *name == self.old);
            found.extend(names.map(|name| tree.range(document.file(), name)));
        }
        found
    }

    /// Returns the places in comments.
    fn in_comments(&self, tree: &Tree<'_>, document: &FtlDocument<'_>, file: usize) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let placed = |slice: &str, places: Vec<Range<usize>>| {
            let start = tree.range(file, slice).start;
            places.into_iter().map(move |place| start + place.start..start + place.end)
        };
        let is_own = |block: &Block<'_>| match block.node {
            Node::Message(message) => message.id.name == self.owner,
            Node::Term(term) => self.owner.strip_prefix('-') == Some(term.id.name),
            _ => false,
        };
        let source = tree.source().tag;
        for block in &document.blocks {
            let lines = block.comment().map(|comment| comment.content.as_slice()).unwrap_or_default();
            for line in lines {
                if is_own(block) {
                    found.extend(placed(line, self.in_own_line(line, source)));
                }
                if is_record(line, source) {
                    found.extend(placed(line, self.given_in(line)));
                }
            }
        }
        for stub in stubs(document, |name| name == self.owner) {
            for line in stub.head.iter().chain(stub.body) {
                found.extend(placed(line, self.in_own_line(line, source)));
            }
        }
        found
    }

    /// Returns the places in a line of a comment of the message: of a note, a record or a stub.
    fn in_own_line(&self, line: &str, source: &str) -> Vec<Range<usize>> {
        if self.sign == '$' {
            return words(line, &format!("${}", self.old), 1);
        }
        let is_of_part = part_of(line, source).flatten() == Some(self.old);
        let is_in_stub = line
            .trim_start()
            .strip_prefix('.')
            .is_some_and(|rest| rest.trim_start_matches(is_identifier_char).trim() == "=");
        match is_of_part || is_in_stub {
            true => words(line, &format!(".{}", self.old), 1).into_iter().take(1).collect(),
            false => Vec::new(),
        }
    }

    fn in_records(&self, edit: &mut RecordsEdit<'_>) {
        for (key, message) in &mut edit.stored.messages {
            let is_own = key.split('@').next() == Some(self.owner);
            for (attribute, text) in &mut message.texts {
                if is_own && self.sign == '.' && attribute.as_deref() == Some(self.old) {
                    *attribute = Some(self.new.to_owned());
                }
                let mut places = self.given_in(text);
                if is_own && self.sign == '$' {
                    places.extend(words(text, &format!("${}", self.old), 1));
                }
                let mut edits = Edits::default();
                places.into_iter().for_each(|place| edits.replace(place, self.new));
                *text = edits.apply(text);
            }
        }
    }

    /// Returns the names in a text by which references to the term give the variable, or refer to the attribute.
    fn given_in(&self, text: &str) -> Vec<Range<usize>> {
        if self.sign == '.' {
            return words(text, &format!("{}.{}", self.owner, self.old), self.owner.len() + 1);
        }
        if !self.owner.starts_with('-') {
            return Vec::new();
        }
        let call = format!("{}(", self.owner);
        let mut found = Vec::new();
        for (start, _) in text.match_indices(&call) {
            let arguments = text.get(start + call.len()..).and_then(|rest| rest.split(')').next()).unwrap_or_default();
            for place in words(arguments, self.old, 0) {
                let is_name = arguments.get(place.end..).is_some_and(|rest| rest.trim_start().starts_with(':'));
                if is_name {
                    let offset = start + call.len();
                    found.push(offset + place.start..offset + place.end);
                }
            }
        }
        found
    }
}

/// Returns the places of a word in a text, without its first bytes.
fn words(text: &str, word: &str, skipped: usize) -> Vec<Range<usize>> {
    let is_end = |after: Option<&str>| !after.is_some_and(|after| after.starts_with(is_identifier_char));
    let is_start = |before: Option<&str>| !before.is_some_and(|before| before.ends_with(is_identifier_char));
    let places = text.match_indices(word).map(|(at, _)| at..at + word.len());
    // A sign is a boundary of its own.
    let begins_with_sign = word.starts_with(['$', '.', '-']);
    let is_word =
        |place: &Range<usize>| is_end(text.get(place.end..)) && (begins_with_sign || is_start(text.get(..place.start)));
    places.filter(is_word).map(|place| place.start + skipped..place.end).collect()
}
