//! All rows of the page as HTML, in both languages. Each is read and written at once, in parallel, so that the texts of a
//! large folder are not kept.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};

use code_prompts::CodeEntry;
use code_prompts_engine::Error;
use code_prompts_engine::check::Finding;
use code_prompts_engine::project::{Readers, SourceMessage, Tree};
use rayon::prelude::*;

use crate::Step;
use crate::column::Column;
use crate::finding::Findings;
use crate::row::Row;
use crate::state::State;
use crate::words::Language;
use crate::writer::Writer;

/// After how many rows progress is reported.
const REPORTED: usize = 500;

/// The rows of a page.
pub(crate) struct Rows {
    /// The source, the fallback locales, and then the others.
    pub(crate) columns: Vec<Column>,
    /// The number of rows.
    pub(crate) count: usize,
    /// The HTML of the rows in each language of the interface.
    pub(crate) html: Vec<[String; Language::ALL.len()]>,
    /// The ids of all messages.
    pub(crate) ids: Vec<String>,
    /// Codes that components no longer report, with the ids of their messages.
    pub(crate) retired: Vec<(i64, String)>,
}

/// A code and its message, one of which may be missing.
type Wanted<'w, 't, 'a> = (Option<&'w CodeEntry>, Option<&'w SourceMessage<'t, 'a>>);

impl Rows {
    /// Writes all rows. `locales` are those besides the source; all, if there are none.
    pub(crate) fn of(
        tree: &Tree<'_>,
        findings: &[Finding],
        locales: &[String],
        progress: &(dyn Fn(Step) + Sync),
    ) -> Result<Self, Error> {
        let readers = Readers::of(tree)?;
        readers.refuse_unknown(locales)?;
        let messages = readers.messages();
        let catalog = tree.codes().catalog();
        let wanted = wanted(catalog.iter().flat_map(|catalog| catalog.codes()), &messages);
        let anchors = anchors(&wanted);
        let mut columns: Vec<Column> = tags(&readers, locales).into_iter().map(Column::new).collect();
        let ids: Vec<String> = wanted.iter().map(|wanted| id(wanted).to_owned()).collect();
        let findings = Findings::of(findings, &columns, &ids);
        let mut seen = BTreeSet::new();
        let repeated: BTreeSet<&str> = ids.iter().map(String::as_str).filter(|id| !seen.insert(*id)).collect();
        let has_files = messages.windows(2).any(|pair| matches!(pair, [one, other] if one.file != other.file));
        let writers = Language::ALL.map(|language| Writer::new(language, &columns, has_files));
        let people: Vec<_> = columns.iter().map(|column| readers.reader(Some(&column.tag))).collect();

        let (done, all) = (AtomicUsize::new(0), wanted.len());
        let write = |((entry, message), anchor): (&Wanted<'_, '_, '_>, String)| {
            let mut row = Row::of(&readers, &people, &columns, *entry, *message, anchor);
            row.is_repeated = repeated.contains(row.id);
            row.add_findings(&columns, &findings, |finding| tree.path_of(finding.place.file()?));
            let html = writers.each_ref().map(|writer| writer.row(&row));
            let done = done.fetch_add(1, Ordering::Relaxed) + 1;
            if done % REPORTED == 0 {
                progress(Step::Texts(done, all));
            }
            (html, row.cells.iter().map(|cell| (cell.state, cell.findings.len())).collect())
        };
        let (html, cells): (Vec<_>, Vec<Vec<(State, usize)>>) = wanted.par_iter().zip(anchors).map(write).unzip();
        drop(writers);
        for cells in cells {
            columns.iter_mut().zip(cells).for_each(|(column, (state, findings))| column.add(state, findings));
        }
        let retired = catalog.iter().flat_map(|catalog| catalog.retired());
        let retired = retired.map(|entry| (entry.code().value(), entry.id().to_owned())).collect();
        Ok(Self { columns, count: all, html, ids, retired })
    }
}

/// Returns the codes with their messages, and then the messages without a code.
fn wanted<'w, 't, 'a>(
    codes: impl Iterator<Item = &'w CodeEntry>,
    messages: &'w [SourceMessage<'t, 'a>],
) -> Vec<Wanted<'w, 't, 'a>> {
    let mut first: BTreeMap<&str, &SourceMessage<'t, 'a>> = BTreeMap::new();
    for message in messages {
        first.entry(message.id).or_insert(message);
    }
    let mut wanted: Vec<Wanted<'w, 't, 'a>> = codes.map(|entry| (Some(entry), first.remove(entry.id()))).collect();
    let others = messages.iter().filter(|message| wanted.is_empty() || first.contains_key(message.id));
    let others: Vec<Wanted<'w, 't, 'a>> = others.map(|message| (None, Some(message))).collect();
    wanted.extend(others);
    wanted
}

fn id<'w>((entry, message): &Wanted<'w, '_, '_>) -> &'w str {
    message.map(|message| message.id).or(entry.map(CodeEntry::id)).unwrap_or_default()
}

/// Returns the fragment that links to each row: the code, or the id. Files that are loaded apart may have messages with one
/// id.
fn anchors(wanted: &[Wanted<'_, '_, '_>]) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let anchor = |wanted: &Wanted<'_, '_, '_>| {
        let anchor = wanted.0.map_or_else(|| id(wanted).to_owned(), |entry| entry.code().to_string());
        let count = seen.entry(anchor.clone()).or_default();
        *count += 1;
        if *count == 1 { anchor } else { format!("{anchor}~{count}") }
    };
    wanted.iter().map(anchor).collect()
}

/// Returns the locales in their order: the source, the fallback locales, and the others by tag.
fn tags<'a>(readers: &Readers<'_, 'a>, wanted: &[String]) -> Vec<&'a str> {
    let source = readers.source();
    let fallbacks = readers.reader(None).locales().into_iter().filter(|tag| *tag != source);
    let mut tags: Vec<&str> = [source].into_iter().chain(fallbacks).collect();
    let others: Vec<&str> = readers.locales().filter(|tag| !tags.contains(tag)).collect();
    tags.extend(others);
    let is_wanted = |tag: &&str| wanted.is_empty() || *tag == source || wanted.iter().any(|wanted| wanted == tag);
    tags.retain(is_wanted);
    tags
}
