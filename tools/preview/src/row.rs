//! A row of the page: a code with its message, or a message without a code, in every locale.

use code_prompts::CodeEntry;
use code_prompts_engine::check::{Finding, Rule};
use code_prompts_engine::project::{Reader, ReaderMessage, Readers, ReviewState, SourceMessage, State as Progressed};
use code_prompts_reader::names::UNKNOWN_CODE;

use crate::column::Column;
use crate::finding::Findings;
use crate::state::State;
use crate::texts::{ACTION, DESCRIPTION, Text};

/// A code with its message, or a message without a code.
pub(crate) struct Row<'r> {
    /// The fragment that links to it.
    pub(crate) anchor: String,
    pub(crate) code: Option<&'r CodeEntry>,
    pub(crate) id: &'r str,
    /// The maximum length of the prompt.
    pub(crate) max_length: Option<usize>,
    /// The notes to translators.
    pub(crate) notes: &'r str,
    /// The path of the source's file.
    pub(crate) file: &'r str,
    /// Whether other rows have its id too.
    pub(crate) is_repeated: bool,
    /// One for each locale.
    pub(crate) cells: Vec<Cell<'r>>,
}

/// A message in a locale.
pub(crate) struct Cell<'r> {
    pub(crate) state: State,
    /// The locale of the texts, and their state in it.
    pub(crate) answered_by: &'r str,
    pub(crate) state_there: State,
    pub(crate) texts: Vec<Text>,
    /// The attributes that the source has and the texts lack.
    pub(crate) lacks: Vec<&'r str>,
    /// The source texts that have changed: the attribute, as it was, and as it is.
    pub(crate) changed: Vec<(Option<&'r str>, String, String)>,
    pub(crate) review: ReviewState,
    /// Whether it is the message for unknown codes.
    pub(crate) is_unknown: bool,
    /// What the check has found in it, beyond its state.
    pub(crate) findings: Vec<&'r Finding>,
}

impl<'r> Row<'r> {
    pub(crate) fn of<'t, 'a>(
        readers: &Readers<'t, 'a>,
        people: &[Reader<'t, 'a>],
        columns: &'r [Column],
        entry: Option<&'r CodeEntry>,
        message: Option<&'r SourceMessage<'t, 'a>>,
        anchor: String,
    ) -> Self
    where
        't: 'r,
        'a: 'r,
    {
        let number = entry.map(|entry| entry.code().value());
        let cell = |(column, reader): (&'r Column, &Reader<'t, 'a>)| match message {
            Some(message) => Cell::of(readers, &column.tag, reader, message, number),
            None => Cell::unanswered(&column.tag, reader, number),
        };
        let id = message.map(|message| message.id).or(entry.map(CodeEntry::id)).unwrap_or_default();
        Self {
            anchor,
            code: entry,
            id,
            max_length: readers.max_length(id),
            notes: message.map(|message| message.comment.as_str()).unwrap_or_default(),
            file: message.map(|message| message.file.as_str()).unwrap_or_default(),
            is_repeated: false,
            cells: columns.iter().zip(people).map(cell).collect(),
        }
    }

    /// Adds the findings about each cell. Where files are loaded apart, several rows may have one id: then a finding is about the
    /// row of its file.
    pub(crate) fn add_findings(
        &mut self,
        columns: &[Column],
        findings: &Findings<'r>,
        path: impl Fn(&Finding) -> Option<String>,
    ) {
        for (cell, column) in self.cells.iter_mut().zip(columns) {
            let below = |path: &str| path.split_once('/').map(|(_, below)| below.to_owned());
            let file = below(self.file);
            let is_here =
                |finding: &Finding| !self.is_repeated || path(finding).is_none_or(|path| below(&path) == file);
            // The state of the cell says so already.
            let is_said = |finding: &Finding| match finding.rule {
                Rule::MissingMessage => cell.state == State::Missing,
                Rule::StaleTranslation => !cell.changed.is_empty(),
                _ => false,
            };
            let about = findings.about(&column.tag, self.id).iter().copied();
            cell.findings = about.filter(|finding| is_here(finding) && !is_said(finding)).collect();
        }
    }
}

impl<'r> Cell<'r> {
    fn of<'t: 'r, 'a: 'r>(
        readers: &Readers<'t, 'a>,
        tag: &'r str,
        reader: &Reader<'t, 'a>,
        message: &SourceMessage<'t, 'a>,
        code: Option<i64>,
    ) -> Self {
        let Some(answer) = reader.answer(message) else { return Self::unanswered(tag, reader, code) };
        let mut cell = Self::new(&answer, code);
        let is_left = || readers.is_left(tag, message) && language(answer.locale) == language(tag);
        if answer.locale != tag && !is_left() {
            return cell;
        }
        cell.state = cell.state_there;
        let Some(progress) = &answer.progress else { return cell };
        for (part, state) in &progress.parts {
            match state {
                Progressed::Stale(before) => cell.changed.push((part.attribute(), before.clone(), part.text())),
                Progressed::Missing => cell.lacks.extend(part.attribute()),
                Progressed::Current | Progressed::Unrecorded => {}
            }
        }
        if !cell.lacks.is_empty() {
            cell.state = State::Missing;
        }
        cell.review = progress.review();
        cell
    }

    /// Returns the cell of a code whose message no locale has: the library says that the code is unknown.
    fn unanswered<'t: 'r, 'a: 'r>(tag: &'r str, reader: &Reader<'t, 'a>, code: Option<i64>) -> Self {
        match code.and_then(|_| reader.message(UNKNOWN_CODE)) {
            Some(unknown) => Self { is_unknown: true, ..Self::new(&unknown, code) },
            None => Self { answered_by: tag, ..Self::default() },
        }
    }

    fn new<'t: 'r, 'a: 'r>(answer: &ReaderMessage<'t, 'a>, code: Option<i64>) -> Self {
        let state_there = answer.texts.iter().map(|text| State::from(text.state)).max().unwrap_or(State::Source);
        Self { answered_by: answer.locale, state_there, texts: texts(answer, code), ..Self::default() }
    }
}

impl Default for Cell<'_> {
    fn default() -> Self {
        Self {
            state: State::Missing,
            answered_by: "",
            state_there: State::Missing,
            texts: Vec::new(),
            lacks: Vec::new(),
            changed: Vec::new(),
            review: ReviewState::Open,
            is_unknown: false,
            findings: Vec::new(),
        }
    }
}

/// Returns the texts as a user sees them: the prompt, its button, and what else there is. The text for developers is last.
fn texts(message: &ReaderMessage<'_, '_>, code: Option<i64>) -> Vec<Text> {
    let mut texts: Vec<Text> = message.texts.iter().map(|text| Text::of(text, code)).collect();
    texts.sort_by_key(|text| match text.attribute.as_deref() {
        None => 0,
        Some(ACTION) => 1,
        Some(DESCRIPTION) => 3,
        Some(_) => 2,
    });
    texts
}

/// Returns the language of a tag.
fn language(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}
