//! The baseline: a file of known findings, which are not reported.
//!
//! It has a line for each finding, in the order of `LC_ALL=C sort`, so that branches can be merged and differences can be
//! read. Its fingerprint identifies a finding. The rule and the locale say whether a check would have found it, and the
//! file and the message id are for people.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use code_prompts_reader::visible::OneLine;
use rustc_hash::FxHashMap;

use super::finding::{Finding, Place};
use super::fingerprint::{self, Fingerprint};
use super::outcome::{Compared, Outcome};
use crate::error::Error;
use crate::rule::{Rule, Severity};

/// The start of the first line. The version follows it.
const TITLE: &str = "# prompts baseline ";
const VERSION: &str = "1";
const EXPLANATION: &str =
    "# Findings that `prompts check --baseline` does not report. To merge, keep the lines of both sides.\n";
/// Stands for a locale or a message id that a finding does not have.
const NONE: &str = "-";
/// How many lines a finding names.
const NAMED: usize = 5;

/// A baseline that has been read.
#[derive(Debug)]
pub struct Baseline {
    path: Arc<str>,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    /// The number of its line.
    line: usize,
    text: String,
    locale: String,
    rule: String,
    fingerprint: Fingerprint,
}

impl Baseline {
    /// Creates a baseline without findings. The file need not exist.
    #[must_use]
    pub fn new(path: &Path) -> Self {
        Self { path: path.display().to_string().into(), entries: Vec::new() }
    }

    /// Reads a baseline.
    ///
    /// # Errors
    ///
    /// The file can't be read, is of another version, or has an invalid line.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let baseline = Self::new(path);
        let shown = &baseline.path;
        let bytes = fs::read(path).map_err(|error| {
            format!("{shown}: the baseline can't be read ({error}); `--write-baseline` creates one")
        })?;
        let text = String::from_utf8(bytes).map_err(|_| format!("{shown}: the baseline is not UTF-8; restore it"))?;
        let entries = entries(&text).map_err(|(line, problem)| format!("{shown}:{line}: {problem}"))?;
        Ok(Self { entries, ..baseline })
    }

    /// Removes the findings that are in the baseline, and adds one about lines that no finding needs. `is_covered` returns
    /// whether the check would have found what a rule finds in a locale (`None`: in the whole folder).
    pub(super) fn apply(
        &self,
        outcome: &mut Outcome,
        severity: Severity,
        is_covered: impl Fn(Option<Rule>, Option<&str>) -> bool,
    ) {
        let mut used: FxHashMap<Fingerprint, bool> =
            self.entries.iter().map(|entry| (entry.fingerprint, false)).collect();
        let mut compared = Compared::default();
        let (known, mut new): (Vec<Finding>, Vec<Finding>) = std::mem::take(&mut outcome.findings)
            .into_iter()
            .partition(|finding| used.get_mut(&finding.fingerprint).map(|is_used| *is_used = true).is_some());
        for finding in known {
            compared.known += usize::from(finding.severity > Severity::Allow);
            compared.needed.insert(line(outcome, &finding));
        }
        let mut unneeded = Vec::new();
        for entry in self.entries.iter().filter(|entry| !used.get(&entry.fingerprint).is_some_and(|is_used| *is_used)) {
            let locale = Some(entry.locale.as_str()).filter(|locale| *locale != NONE);
            if is_covered(Rule::named(&entry.rule).ok(), locale) {
                unneeded.push(entry.line);
            } else {
                compared.needed.insert(entry.text.clone());
            }
        }
        if let Some(finding) = self.unneeded(&unneeded) {
            let at = new.partition_point(|other| outcome.locate(&other.place).file < self.path);
            new.insert(at, Finding { severity, ..finding });
        }
        outcome.findings = new;
        outcome.baseline = Some(compared);
    }

    /// Returns the finding about lines that no finding needs.
    fn unneeded(&self, lines: &[usize]) -> Option<Finding> {
        let first = *lines.first()?;
        let (message, help) = match lines.len() {
            1 => ("this finding of the baseline no longer exists".to_owned(), "delete the line"),
            count => {
                let named: Vec<String> = lines.iter().take(NAMED).map(usize::to_string).collect();
                let more = if count > NAMED { ", …" } else { "" };
                let named = named.join(", ");
                (format!("{count} findings of the baseline no longer exist: lines {named}{more}"), "delete the lines")
            }
        };
        let help = format!("{help}, or let `--prune-baseline` do it");
        let mut finding =
            Finding::new(Rule::UnusedBaseline, Place::Path(self.path.clone(), first, 1), message).help(help);
        fingerprint::assign(std::slice::from_mut(&mut finding), |_| self.path.to_string());
        Some(finding)
    }
}

impl Outcome {
    /// Moves all findings to the baseline. Returns the text of its file, which keeps the lines that are still needed.
    pub fn move_to_baseline(&mut self) -> String {
        let mut baseline = self.baseline.take().unwrap_or_default();
        let findings = std::mem::take(&mut self.findings);
        for finding in findings.iter().filter(|finding| finding.rule != Rule::UnusedBaseline) {
            baseline.known += 1;
            baseline.needed.insert(line(self, finding));
        }
        text(self.baseline.insert(baseline))
    }

    /// Returns the text of the baseline without the lines that no finding needs, and removes the finding about them.
    pub fn prune_baseline(&mut self) -> String {
        self.findings.retain(|finding| finding.rule != Rule::UnusedBaseline);
        text(self.baseline.get_or_insert_default())
    }
}

fn text(baseline: &Compared) -> String {
    let lines = baseline.needed.iter().flat_map(|line| [line, "\n"]);
    [TITLE, VERSION, "\n", EXPLANATION].into_iter().chain(lines).collect()
}

/// Returns the line of a finding: locale, rule, file, message id and fingerprint.
fn line(outcome: &Outcome, finding: &Finding) -> String {
    let file = outcome.below(&finding.place);
    let [locale, id] = [&finding.locale.as_deref(), &finding.id.as_deref()].map(|text| word(text.unwrap_or_default()));
    format!("{locale} {} {} {id} {}", finding.rule, word(&file), finding.fingerprint)
}

/// Returns a text as a field of a line: visible, and without spaces.
pub(super) fn word(text: &str) -> String {
    let word = OneLine(text).to_string().replace(char::is_whitespace, "_");
    if word.is_empty() { NONE.to_owned() } else { word }
}

/// Reads the lines. An error has the number of its line.
fn entries(text: &str) -> Result<Vec<Entry>, (usize, String)> {
    let lines = || text.trim_start_matches('\u{FEFF}').lines().zip(1..);
    let is_mark = |line: &str| ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].iter().any(|mark| line.starts_with(mark));
    if let Some((_, number)) = lines().find(|(line, _)| is_mark(line)) {
        return Err((number, "a merge conflict; keep the lines of both sides, and delete the marks".to_owned()));
    }
    let version = lines().next().and_then(|(line, _)| line.strip_prefix(TITLE));
    if version.map(str::trim_end) != Some(VERSION) {
        let found = version.map_or_else(
            || format!("it does not begin with `{TITLE}{VERSION}`"),
            |version| format!("its version is `{}`, and not {VERSION}", version.trim_end()),
        );
        return Err((
            1,
            format!("this is no baseline of this version of prompts: {found}; delete it and write it again"),
        ));
    }
    let is_entry = |line: &str| !line.trim().is_empty() && !line.starts_with('#');
    lines().filter(|(line, _)| is_entry(line)).map(|(line, number)| entry(line, number)).collect()
}

fn entry(line: &str, number: usize) -> Result<Entry, (usize, String)> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let fields = match words[..] {
        [locale, rule, _, _, fingerprint] => fingerprint.parse().ok().map(|fingerprint| (locale, rule, fingerprint)),
        _ => None,
    };
    let Some((locale, rule, fingerprint)) = fields else {
        let form = "LOCALE RULE FILE ID FINGERPRINT";
        return Err((number, format!("a damaged line, which should be `{form}`; restore it, or delete it")));
    };
    let (locale, rule) = (locale.to_owned(), rule.to_owned());
    Ok(Entry { line: number, text: words.join(" "), locale, rule, fingerprint })
}
