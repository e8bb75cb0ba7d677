//! `prompts check`: finds what would reach a user's eyes wrong.
//!
//! A folder is read ([`input`]), parsed ([`tree`], [`facts`]), looked at by every rule ([`rules`]), and what they
//! found is sorted and counted here. Formats print it; rules know nothing of them.

pub(crate) mod docs;
pub(crate) mod facts;
pub(crate) mod finding;
pub(crate) mod input;
pub(crate) mod nearest;
pub(crate) mod plurals;
pub(crate) mod record;
pub(crate) mod rendering;
pub(crate) mod rules;
pub(crate) mod settings;
pub(crate) mod tree;

mod allow;
mod calls;
mod characters;
mod context;
mod ends;
mod figures;
mod lines;
mod mojibake;
mod names;
mod numerals;
mod placeables;
mod reach;
mod scripts;
mod twice;
mod words;

#[cfg(test)]
mod hostile;

use std::path::Path;

use code_prompts::Catalog;
use rayon::prelude::*;

use crate::cli::{CheckArgs, CheckFormat, FailOn};
use crate::format;
use crate::report::{Report, Status, Styling};
use context::Context;
use finding::{Finding, Place, Severity};
use input::Input;
use rules::{Check, RULES, Rule};
use settings::Settings;
use tree::{Codes, Entry, Kind, Locale, Tree};

/// What a check found, to be printed.
pub(crate) struct Outcome {
    pub(crate) input: Input,
    /// In the order of paths, lines and columns, and then of rules.
    pub(crate) findings: Vec<Finding>,
    pub(crate) locales: Vec<LocaleSummary>,
    /// The tag of the source locale.
    pub(crate) source: String,
    /// The rules that looked.
    pub(crate) rules: Vec<&'static Rule>,
}

/// How far a locale is.
pub(crate) struct LocaleSummary {
    pub(crate) locale: String,
    /// The messages of the source.
    pub(crate) messages: usize,
    pub(crate) translated: usize,
    pub(crate) missing: usize,
    pub(crate) stale: usize,
}

pub(crate) fn check(args: &CheckArgs, styling: Styling) -> Result<Report, Report> {
    let outcome = run(args).map_err(|error| Report::failed([error]))?;
    let output = match args.format {
        CheckFormat::Human => format::findings::human::print(&outcome, styling),
        CheckFormat::Json => format::findings::json::print(&outcome),
        CheckFormat::Sarif => format::findings::sarif::print(&outcome),
        CheckFormat::Github => format::findings::github::print(&outcome),
        CheckFormat::Junit => format::findings::junit::print(&outcome),
        CheckFormat::Markdown => format::findings::markdown::print(&outcome),
    };
    let worst = outcome.findings.iter().map(|finding| finding.severity).max();
    let limit = match args.fail_on {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
    };
    let status = if worst >= Some(limit) { Status::Findings } else { Status::Clean };
    Ok(Report { output, messages: Vec::new(), status })
}

/// Looks at a folder with every rule that is asked for.
pub(crate) fn run(args: &CheckArgs) -> Result<Outcome, String> {
    let dir = args.folder.on_disk()?;
    let mut settings = Settings::read(&dir)?;
    for (rules, severity) in
        [(&args.deny, Severity::Error), (&args.warn, Severity::Warning), (&args.allow, Severity::Allow)]
    {
        rules.iter().try_for_each(|rule| settings.set(rule, severity))?;
    }
    args.function.iter().try_for_each(|name| settings.add_function(name))?;
    if let Some(unknown) = args.only.iter().find(|rule| settings::known(rule).is_none()) {
        return Err(settings::unknown(unknown));
    }
    let codes = read_codes(&dir);
    let mut input = Input::read(&dir)?;
    let shown = dir.display();
    if input.locales.is_empty() {
        return Err(format!("{shown}: there are no .ftl files in folders of locales; nothing was checked"));
    }
    let Some(source) = args.source.clone().or_else(|| settings.source.clone()) else {
        return Err(format!("{shown}: no codes.toml names the source locale; give it with --source"));
    };

    let (nodes, errors) = tree::parse(&input);
    let nodes = if errors.is_empty() {
        nodes
    } else {
        drop(nodes);
        recover(&mut input, errors);
        tree::parse(&input).0
    };
    let mut tree = Tree::new(&input, &nodes, &source, codes)
        .ok_or_else(|| format!("{shown}: there is no source locale `{source}` with .ftl files; nothing was checked"))?;
    tree.named_locales = std::mem::take(&mut settings.named);
    let wanted = |tag: &str| args.locale.is_empty() || args.locale.iter().any(|locale| locale == tag);
    if let Some(missing) = args.locale.iter().find(|locale| !tree.locales.iter().any(|found| found.tag == **locale)) {
        return Err(format!("{shown}: there is no locale `{missing}`; nothing was checked"));
    }

    let rules = RULES.iter().filter(|rule| args.only.is_empty() || args.only.iter().any(|only| only == rule.name));
    let rules: Vec<_> = rules.collect();
    let look = |index: usize| {
        let locale = &tree.locales[index];
        let mut context = Context { tree: &tree, locale, settings: &settings, findings: Vec::new() };
        for rule in &rules {
            let applies = match rule.check {
                Check::Tree(check) => (index == tree.source).then_some(check),
                Check::Locale(check) => wanted(locale.tag).then_some(check),
                Check::Engine => None,
                Check::Translation(check) => (index != tree.source && wanted(locale.tag)).then_some(check),
            };
            let Some(check) = applies else { continue };
            let first = context.findings.len();
            check(&mut context);
            for finding in &mut context.findings[first..] {
                finding.rule = rule.name;
                finding.severity = rule.severity;
                if !matches!(rule.check, Check::Tree(_)) {
                    finding.locale = Some(locale.tag.to_owned());
                }
            }
        }
        context.findings
    };
    let mut findings: Vec<Finding> = (0..tree.locales.len()).into_par_iter().flat_map_iter(look).collect();
    let ran = |name: &str| rules.iter().any(|rule| rule.name == name);
    if args.only.is_empty() || args.only.iter().any(|only| only == allow::NAME) {
        allow::apply(&tree, &mut findings, ran);
    }
    let locales: Vec<LocaleSummary> = tree
        .locales
        .iter()
        .filter(|locale| wanted(locale.tag))
        .map(|locale| summary(&tree, locale, &findings))
        .collect();
    for finding in &mut findings {
        let locale = finding.locale.as_deref();
        let summary = locales.iter().find(|summary| Some(summary.locale.as_str()) == locale);
        let is_far_enough = summary.is_some_and(|summary| summary.percent() >= settings.required(&summary.locale));
        let default = match finding.rule {
            "missing-message" if is_far_enough && finding.severity == Severity::Error => Severity::Warning,
            _ => finding.severity,
        };
        finding.severity = settings.severity(finding.rule, default, locale);
    }
    findings.retain(|finding| finding.severity > Severity::Allow);
    // There is so much of them that dropping takes all cores too.
    tree.locales.into_par_iter().for_each(drop);
    nodes.into_par_iter().for_each(drop);
    let mut outcome = Outcome { input, findings, locales, source, rules };
    outcome.sort();
    Ok(outcome)
}

/// Leaves out of files what the parser could not read of them.
fn recover(input: &mut Input, errors: tree::Errors) {
    for (file, errors) in errors {
        input.files[file].recover(errors);
    }
}

/// Makes a folder readable for the parser, which then finds no errors any more.
pub(crate) fn settle(input: &mut Input) {
    let errors = tree::parse(input).1;
    recover(input, errors);
}

/// Reads the codes of a folder that has a `codes.toml`.
pub(crate) fn read_codes(dir: &Path) -> Codes {
    if !dir.join("codes.toml").exists() {
        return Codes::None;
    }
    match Catalog::from_dir(dir) {
        Ok(catalog) => Codes::Catalog(catalog),
        Err(error) => Codes::Broken(error),
    }
}

fn summary(tree: &Tree<'_>, locale: &Locale<'_>, findings: &[Finding]) -> LocaleSummary {
    // As `prompts status` counts: half a message is none.
    let is_whole =
        |wanted: &Entry<'_>, entry: &Entry<'_>| wanted.shown_parts().all(|part| entry.part(part.attribute).is_some());
    let (messages, translated) = (tree.own_pairs(locale, Kind::Message))
        .map(|(wanted, entry)| usize::from(entry.is_some_and(|entry| is_whole(wanted, entry))))
        .fold((0, 0), |(messages, translated), is_translated| (messages + 1, translated + is_translated));
    let is_stale =
        |finding: &&Finding| finding.rule == "stale-translation" && finding.locale.as_deref() == Some(locale.tag);
    let stale = findings.iter().filter(is_stale).count();
    LocaleSummary { locale: locale.tag.to_owned(), messages, translated, missing: messages - translated, stale }
}

/// Where a finding is, in lines and columns from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Located {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) end_line: usize,
    pub(crate) end_column: usize,
}

impl Outcome {
    fn sort(&mut self) {
        let mut findings = std::mem::take(&mut self.findings);
        findings.sort_by_cached_key(|finding| {
            let at = self.locate(&finding.place);
            (at.file, at.line, at.column, finding.rule)
        });
        self.findings = findings;
    }

    /// Counts the findings of a severity.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// Tells where a place is.
    pub(crate) fn locate(&self, place: &Place) -> Located {
        match place {
            Place::Path(path, line, column) => {
                let (line, column) = ((*line).max(1), (*column).max(1));
                Located { file: path.clone(), line, column, end_line: line, end_column: column }
            }
            Place::Tree(file, range) => {
                let file = &self.input.files[*file];
                let ((line, column), (end_line, end_column)) = (file.position(range.start), file.position(range.end));
                Located { file: file.path.clone(), line, column, end_line, end_column }
            }
        }
    }
}

impl LocaleSummary {
    /// How many of a hundred messages are translated.
    pub(crate) fn percent(&self) -> f64 {
        if self.messages == 0 { 100.0 } else { 100.0 * self.translated as f64 / self.messages as f64 }
    }
    /// The same in tenths of a percent, rounded down: only all are 1000.
    pub(crate) fn permille(&self) -> usize {
        (self.translated * 1000).checked_div(self.messages).unwrap_or(1000)
    }
}
