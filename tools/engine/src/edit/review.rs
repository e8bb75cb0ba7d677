//! Records that a native speaker has reviewed translations.

use super::accept::named::unknown;
use super::change::Changes;
use super::document::{Block, Edits, FtlDocument};
use super::records::RecordsEdit;
use super::rename::refuse_interrupted;
use super::stub::commented;
use crate::error::Error;
use crate::project::locale::Locale;
use crate::project::open::{self, Project};
use crate::project::progress::{Progress, ReviewState, all};
use crate::project::record::{is_now, is_record, own_lines};
use crate::project::records::reviewed_text;
use crate::project::review::{Date, MessageReview, is_review, reviewer};
use crate::project::tree::Tree;

/// The translations that were reviewed.
#[derive(Clone, Copy, Debug)]
pub enum ReviewedMessages<'i> {
    /// Those with these ids. The id of a term has its hyphen.
    Named(&'i [String]),
    /// All that are complete and not stale, and whose review has lapsed or is missing.
    All,
}

/// Who has reviewed translations, and when.
#[derive(Clone, Copy, Debug)]
pub struct Reviewer<'n> {
    /// The name, on one line.
    pub by: &'n str,
    /// The day.
    pub on: Date,
}

/// The result of [`review`].
#[derive(Debug)]
pub struct ReviewedChanges {
    /// The changes to files.
    pub changes: Changes,
    /// The number of translations that are reviewed.
    pub count: usize,
}

/// Records the review of translations of a locale as they are now: above them, or in the records file. It lapses as soon as
/// a translation or its source text changes.
///
/// # Errors
///
/// The name is empty, the locale is the source or does not exist, a file of either has a syntax or encoding error, a renaming
/// was interrupted, or an id has no translation or one that is stale.
pub fn review(
    project: &Project,
    tag: &str,
    messages: ReviewedMessages<'_>,
    Reviewer { by, on }: Reviewer<'_>,
) -> Result<ReviewedChanges, Error> {
    let by = reviewer(by).map_err(|_| "write the name of the reviewer, on one line".to_owned())?;
    project.refuse_source(tag)?;
    project.refuse_unreadable(&[&project.source, tag])?;
    let nodes = project.parse();
    refuse_interrupted(&project.input, &nodes.0)?;
    let tree = project.tree(&nodes)?;
    let locale = open::locale(&tree, tag)?;
    let reviewed = match messages {
        ReviewedMessages::Named(ids) => named(&tree, locale, ids)?,
        ReviewedMessages::All => all(&tree, locale)
            .filter(|progress| progress.entry.is_some() && progress.is_translated() && !progress.is_stale())
            .filter(|progress| !matches!(progress.review(), ReviewState::Reviewed(_)))
            .collect(),
    };

    let mut changes = Changes::new(&project.input);
    let mut records = RecordsEdit::of(project, tag);
    for file in locale.files.clone() {
        let input = &project.input.files[file];
        let document = FtlDocument::new(input.readable(), &nodes.0[file]);
        let mut edits = Edits::default();
        for progress in &reviewed {
            let Some(entry) = progress.entry.filter(|entry| entry.file == file) else { continue };
            let Some(block) = document.find(&entry.written_name()) else { continue };
            let review = MessageReview { by: by.clone(), on, of: reviewed_text(entry, progress.wanted) };
            let line = match &mut records {
                Some(records) => {
                    records.message(entry.written_name()).reviewed = Some(review);
                    None
                }
                None => Some(review.line()),
            };
            write(tree.source(), line, (&document, block), &mut edits);
        }
        changes.rewrite(&input.on_disk, &input.text, edits.apply(&input.text));
    }
    if let Some(records) = records {
        records.finish(&mut changes);
    }
    Ok(ReviewedChanges { changes, count: reviewed.len() })
}

fn named<'t, 'a>(tree: &'t Tree<'a>, locale: &'t Locale<'a>, ids: &[String]) -> Result<Vec<Progress<'t, 'a>>, Error> {
    let named: Vec<_> = all(tree, locale).filter(|progress| ids.contains(&progress.wanted.written_name())).collect();
    let tag = locale.tag;
    let problem = |id: &String| {
        match named.iter().find(|progress| progress.wanted.written_name() == *id) {
        None if !tree.source().has(id) => unknown(tree, id),
        Some(progress) if progress.entry.is_some() && progress.is_translated() => progress.is_stale().then(|| {
            format!("`{id}` is stale in {tag}; translate the new source text, run `prompts accept {tag} {id}`, then review it")
        }),
        _ => Some(format!("{tag} has no complete translation of `{id}` yet")),
    }
    };
    let problems: Vec<String> = ids.iter().filter_map(problem).collect();
    if problems.is_empty() { Ok(named) } else { Err(Error::new(problems)) }
}

/// Writes the line of a review above the records of a translation, and removes older ones. `None`: it is elsewhere.
fn write(
    source: &Locale<'_>,
    line: Option<String>,
    (document, block): (&FtlDocument<'_>, &Block<'_>),
    edits: &mut Edits,
) {
    let lines = block.comment().map(|comment| own_lines(comment, source)).unwrap_or_default();
    let old: Vec<&str> = lines.iter().copied().filter(|line| is_review(line)).collect();
    if line.as_deref().is_some_and(|line| old == [line]) {
        return;
    }
    old.iter().for_each(|line| edits.replace(document.line(line), ""));
    if let Some(line) = line {
        let record = lines.iter().find(|line| is_record(line, source.tag) || is_now(line, source.tag));
        let at = record.map_or(block.body, |record| document.line(record).start);
        edits.replace(at..at, commented(std::iter::once(line.as_str())) + "\n");
    }
}
