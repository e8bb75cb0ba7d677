//! Runs the rules on a folder, and sorts and counts the findings.

use std::path::PathBuf;
use std::sync::Arc;

use code_prompts_reader::walk;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::allow;
use super::cause;
use super::consequences;
use super::context::Context;
use super::finding::Finding;
use super::outcome::Outcome;
use super::{rules, severities};
use crate::error::Error;
use crate::project::codes::Codes;
use crate::project::entry::Kind;
use crate::project::files::{no_locale, no_source};
use crate::project::input::Input;
use crate::project::locale::Locale;
use crate::project::pattern::PathPattern;
use crate::project::progress::LocaleSummary;
use crate::project::settings::Settings;
use crate::project::tree::{self, Tree};
use crate::rule::{Rule, Scope, Severity};

/// The input of [`run`].
#[derive(Debug, Default)]
pub struct Options {
    /// The folder of the locales.
    pub dir: PathBuf,
    /// The source locale. By default, the one in `codes.toml`, or in the project's `i18n.toml` or `l10n.toml`.
    pub source: Option<String>,
    /// The locales to check. If empty, all.
    pub locales: Vec<String>,
    /// Patterns for files and locales that are not read, besides those in `codes.toml`.
    pub exclude: Vec<String>,
    /// The rules to run. If empty, all.
    pub only: Vec<Rule>,
    /// The severities of some rules, which override those in `codes.toml`. The last one for a rule is used.
    pub severities: Vec<(Rule, Severity)>,
    /// Functions that the app adds to the runtime, besides those in `codes.toml`.
    pub functions: Vec<String>,
}

/// Checks a folder.
///
/// # Errors
///
/// A file can't be read, `[check]` in `codes.toml` is invalid, there are no locales, the source or one of
/// [`Options::locales`] does not exist, or no file matches one of [`Options::exclude`]. Invalid messages are findings, not
/// errors.
pub fn run(options: &Options) -> Result<Outcome, Error> {
    let dir = &options.dir;
    let mut settings = Settings::read(dir)?;
    options.severities.iter().for_each(|(rule, severity)| settings.set(*rule, *severity));
    options.functions.iter().try_for_each(|name| settings.add_function(name))?;
    for pattern in &options.exclude {
        settings.layout.exclude.push(PathPattern::parse(pattern, None)?);
    }
    let source = settings.choose_source(options.source.as_deref(), dir)?;
    let mut input = Input::read(dir, &settings.layout)?;
    refuse_unused(&input)?;
    let shown = dir.display();
    if input.locales.is_empty() {
        return Err(format!("{shown}: there are no .ftl files in folders of locales; nothing was checked").into());
    }
    let codes = match Codes::read(&walk::Entry::on_disk(dir), &settings) {
        Codes::Catalog(catalog) => Codes::Catalog(settings.with_functions(catalog)),
        codes => codes,
    };

    let (nodes, errors) = tree::parse(&input);
    let nodes = if errors.is_empty() {
        nodes
    } else {
        drop(nodes);
        tree::recover(&mut input, errors);
        tree::parse(&input).0
    };
    let mut tree = Tree::new(&input, &nodes, &source, codes).ok_or_else(|| no_source(dir, &source, &input))?;
    tree.named_locales = std::mem::take(&mut settings.named);
    let wanted = |tag: &str| options.locales.is_empty() || options.locales.iter().any(|locale| locale == tag);
    if let Some(missing) = options.locales.iter().find(|locale| !tree.locales.iter().any(|found| found.tag == **locale))
    {
        return Err(format!("{shown}: {}", no_locale(missing, &input)).into());
    }

    let is_selected = |rule: &Rule| options.only.is_empty() || options.only.contains(rule);
    let rules: Vec<Rule> = Rule::ALL.iter().copied().filter(is_selected).collect();
    let check_locale = |index: usize| {
        let locale = &tree.locales[index];
        let is_source = index == tree.source;
        let applies = |rule: &&Rule| match rule.scope() {
            Scope::Tree => is_source,
            Scope::Locale => wanted(locale.tag),
            Scope::Translation => !is_source && wanted(locale.tag),
            Scope::Findings => false,
        };
        let mut findings = Vec::new();
        for rule in rules.iter().filter(applies) {
            let mut context = Context::new(&tree, locale, &settings, *rule);
            rules::check(&mut context);
            findings.append(&mut context.findings);
        }
        findings
    };
    let mut findings: Vec<Finding> = (0..tree.locales.len()).into_par_iter().flat_map_iter(check_locale).collect();
    if rules.contains(&Rule::UnusedAllow) {
        allow::apply(&tree, &mut findings, |rule| rules.contains(&rule));
        findings.extend(allow::unused_patterns(&tree, &settings));
    }
    let mut stale: FxHashMap<Arc<str>, usize> = FxHashMap::default();
    for finding in findings.iter().filter(|finding| finding.rule == Rule::StaleTranslation) {
        finding.locale.iter().for_each(|locale| *stale.entry(locale.clone()).or_default() += 1);
    }
    let locales: Vec<LocaleSummary> = tree
        .locales
        .iter()
        .filter(|locale| wanted(locale.tag))
        .map(|locale| summary(&tree, locale, stale.get(locale.tag).copied().unwrap_or_default()))
        .collect();
    severities::apply(&tree, &settings, &locales, &mut findings);
    consequences::hide(&tree, &mut findings);
    cause::merge(&mut findings);
    // Dropping the trees in parallel is faster: 206 ms instead of 221 ms for the check of 50 locales with 1,000
    // messages each, on two cores.
    tree.locales.into_par_iter().for_each(drop);
    nodes.into_par_iter().for_each(drop);
    let mut outcome = Outcome { input, findings, locales, source, rules };
    outcome.sort();
    Ok(outcome)
}

fn summary(tree: &Tree<'_>, locale: &Locale<'_>, stale: usize) -> LocaleSummary {
    // As in `prompts status`, a message without one of its texts is not translated.
    let (messages, translated) = (tree.own_pairs(locale, Kind::Message))
        .map(|(wanted, entry)| usize::from(severities::is_whole(wanted, entry)))
        .fold((0, 0), |(messages, translated), is_translated| (messages + 1, translated + is_translated));
    LocaleSummary { locale: locale.tag.to_owned(), messages, translated, missing: messages - translated, stale }
}

/// Fails if no file matches a pattern of the command line. The rule `unused-allow` reports those of `codes.toml`.
fn refuse_unused(input: &Input) -> Result<(), Error> {
    let given = input.layout.exclude.iter().filter(|pattern| pattern.at.is_none());
    match given.into_iter().find(|pattern| !input.excluded.iter().any(|path| pattern.matches(path))) {
        Some(unused) => Err(format!(
            "--exclude {}: no file matches; write a path below {}",
            unused.text,
            input.snapshot.dir().display()
        )
        .into()),
        None => Ok(()),
    }
}
