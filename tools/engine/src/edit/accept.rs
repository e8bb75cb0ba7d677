//! Records that translations match the current source.

pub(super) mod named;
mod since;
mod single;

pub use single::accept_one;
pub(super) use single::{record_parts, remove_records};

use super::change::Changes;
use super::document::{Block, Edits, FtlDocument};
use super::records::RecordsEdit;
use super::rename::refuse_interrupted;
use super::stub::commented;
use crate::error::Error;
use crate::project::entry::Part;
use crate::project::locale::Locale;
use crate::project::open::Project;
use crate::project::progress::{Progress, State, unrecorded};
use crate::project::record::{own_lines, part_of, write};
use crate::project::tree::{SyntaxTrees, Tree};

/// The translations to accept.
#[derive(Clone, Copy, Debug)]
pub enum Accepted<'i> {
    /// Those with these ids. The id of a term has its hyphen.
    Named(&'i [String]),
    /// All complete translations that have no record and are not stale.
    Unrecorded,
    /// The texts that are new, or that have changed, since this revision of git. A name as for
    /// [`Revision::read`](crate::project::Revision::read).
    Since(&'i str),
}

/// The result of [`accept`].
#[derive(Debug)]
pub struct Acceptance {
    /// The changes to files.
    pub changes: Changes,
    /// The numbers for each locale.
    pub locales: Vec<AcceptedLocale>,
}

/// The translations of a locale that are accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcceptedLocale {
    /// The tag of the locale.
    pub tag: String,
    /// The number of translations whose record is written.
    pub count: usize,
    /// What the locale lacks of the translations to accept, one line each. With a single locale, that is an error.
    pub lacking: Vec<String>,
}

/// A translation to accept.
struct Translation<'t, 'a> {
    progress: Progress<'t, 'a>,
    /// The texts of the source that are recorded.
    parts: Vec<&'t Part<'a>>,
}

/// The translations of a locale to accept, and what it lacks of them.
type Chosen<'t, 'a> = (Vec<Translation<'t, 'a>>, Vec<String>);

/// Records the current source text of translations of a locale, or of all locales: above them, or in the records file.
///
/// With [`Accepted::Since`], a text that has not changed keeps its record, so it stays stale if its source has changed.
/// Differences in layout are no changes.
///
/// # Errors
///
/// The locale is the source or does not exist, a file of either has a syntax or encoding error, a renaming was
/// interrupted, the source does not have an id, or the locale has no translation of it. A locale among all may lack
/// translations. With [`Accepted::Since`], also the errors of [`Revision::read`](crate::project::Revision::read), and
/// that the revision does not have the source locale.
pub fn accept(project: &Project, locale: Option<&str>, accepted: Accepted<'_>) -> Result<Acceptance, Error> {
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    let locales = project.translations(&tree, locale)?;
    refuse_interrupted(&project.input, &nodes.0)?;
    let without_record = |locale| unrecorded(&tree, locale).into_iter().map(Translation::whole).collect();
    let chosen: Vec<Chosen<'_, '_>> = match accepted {
        Accepted::Unrecorded => locales.iter().map(|locale| (without_record(*locale), Vec::new())).collect(),
        Accepted::Since(revision) => since::changed(project, &tree, &locales, revision)?,
        Accepted::Named(ids) => match locales.as_slice() {
            [only] if locale.is_some() => vec![named::in_locale((&tree, &nodes.0), only, ids)?],
            all => named::in_all((&tree, &nodes.0), all, ids)?,
        },
    };

    let mut changes = Changes::new(&project.input);
    let mut done = Vec::new();
    for (locale, (translations, lacking)) in locales.into_iter().zip(chosen) {
        let count = write_records((project, &tree, &nodes), locale, &translations, &mut changes);
        done.push(AcceptedLocale { tag: locale.tag.to_owned(), count, lacking });
    }
    Ok(Acceptance { changes, locales: done })
}

/// Writes the records of translations of a locale. Returns the number of those that changed.
fn write_records(
    (project, tree, nodes): (&Project, &Tree<'_>, &SyntaxTrees<'_>),
    locale: &Locale<'_>,
    translations: &[Translation<'_, '_>],
    changes: &mut Changes,
) -> usize {
    let mut records = RecordsEdit::of(project, locale.tag);
    let mut count = 0;
    for file in locale.files.clone() {
        let input = &project.input.files[file];
        let document = FtlDocument::new(input.readable(), &nodes.0[file]);
        let mut edits = Edits::default();
        for translation in translations {
            let Some(entry) = translation.progress.entry.filter(|entry| entry.file == file) else { continue };
            let Some(block) = document.find(&entry.written_name()) else { continue };
            let stored = records
                .as_mut()
                .map(|records| records.record(tree.source(), &translation.progress, |part| translation.accepts(part)));
            let new = if stored.is_some() { Vec::new() } else { lines(tree.source(), translation, block) };
            let is_written = record(tree.source(), &new, (&document, block), &mut edits);
            count += usize::from(is_written || stored == Some(true));
        }
        changes.rewrite(&input.on_disk, &input.text, edits.apply(&input.text));
    }
    if let Some(records) = records {
        records.finish(changes);
    }
    count
}

impl<'t, 'a> Translation<'t, 'a> {
    /// Accepts all texts of a translation.
    fn whole(progress: Progress<'t, 'a>) -> Self {
        let present = progress.parts.iter().filter(|(_, state)| *state != State::Missing);
        Self { parts: present.map(|(part, _)| *part).collect(), progress }
    }

    fn accepts(&self, part: &Part<'_>) -> bool {
        self.parts.iter().any(|accepted| accepted.attribute == part.attribute)
    }
}

/// Returns the lines of a comment that are records.
fn records_in<'a>(source: &Locale<'_>, block: &Block<'a>) -> Vec<&'a str> {
    let lines = block.comment().map_or(&[][..], |comment| own_lines(comment, source));
    lines.iter().copied().filter(|line| part_of(line, source.tag).is_some()).collect()
}

/// Returns the lines of a comment that record the current source texts. Texts that are not accepted keep their lines.
fn lines(source: &Locale<'_>, translation: &Translation<'_, '_>, block: &Block<'_>) -> Vec<String> {
    let old = records_in(source, block);
    let kept = |part: &Part<'_>| {
        let of_this = old.iter().filter(|line| part_of(line, source.tag) == Some(part.attribute));
        of_this.map(|line| line.trim_end().to_owned()).collect()
    };
    let record = |part: &Part<'_>| match translation.accepts(part) {
        true => write(source.tag, part.attribute, part.pattern),
        false => kept(part),
    };
    translation.progress.parts.iter().flat_map(|(part, _)| record(part)).collect()
}

/// Writes records right above a translation, and removes older ones. Returns whether anything changed.
fn record(
    source: &Locale<'_>,
    new: &[String],
    (document, block): (&FtlDocument<'_>, &Block<'_>),
    edits: &mut Edits,
) -> bool {
    let old = records_in(source, block);
    if old.iter().map(|line| line.trim_end()).eq(new.iter().map(String::as_str)) {
        return false;
    }
    old.iter().for_each(|line| edits.replace(document.line(line), ""));
    if !new.is_empty() {
        edits.replace(block.body..block.body, commented(new.iter().map(String::as_str)) + "\n");
    }
    true
}
