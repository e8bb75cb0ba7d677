//! Checks a folder of overrides: what the library reports about it, and the rules about single files and texts.

use std::path::Path;

use code_prompts::internal::is_codes_file_fault;
use code_prompts::{Catalog, Fault, FileProblem, MessageProblem, RenderProblem};

use super::context::Context;
use super::engine::Options;
use super::finding::{Finding, Place};
use super::outcome::Outcome;
use super::{allow, rules};
use crate::error::Error;
use crate::project::codes::Codes;
use crate::project::entry::Kind;
use crate::project::input::{Input, InputLocale};
use crate::project::progress::LocaleSummary;
use crate::project::settings::Settings;
use crate::project::tree::{self, Tree};
use crate::rule::{Rule, Severity};

/// The rules that need no other text. References, variables and missing texts depend on the messages below the overrides:
/// the library reports those.
const RULES: &[Rule] = &[
    Rule::InvalidEncoding,
    Rule::ByteOrderMark,
    Rule::MixedLineEndings,
    Rule::Syntax,
    Rule::DuplicateMessage,
    Rule::DuplicateAttribute,
    Rule::DuplicateVariant,
    Rule::MissingPlural,
    Rule::UnreachableVariant,
    Rule::EmptyText,
    Rule::TooLong,
    Rule::WrongScript,
    Rule::Punctuation,
    Rule::ControlCharacter,
    Rule::ReplacementCharacter,
    Rule::BidiControl,
    Rule::InvisibleCharacter,
    Rule::NotNfc,
    Rule::EdgeWhitespace,
    Rule::DoubleSpace,
];

/// Checks a folder of overrides of a catalogue. Of [`Options::dir`], the catalogue's folder, only the settings are used;
/// it is empty for the embedded catalogue.
///
/// # Errors
///
/// A file can't be read, `[check]` in `codes.toml` is invalid, there are no overrides, or one of [`Options::locales`] does
/// not exist. Invalid overrides are findings, not errors.
pub fn run_overrides(options: &Options, base: &Catalog, dir: &Path) -> Result<Outcome, Error> {
    let mut settings = Settings::default();
    if !options.dir.as_os_str().is_empty() {
        settings = Settings::read(&options.dir)?;
    }
    options.severities.iter().for_each(|(rule, severity)| settings.set(*rule, *severity));
    let mut input = Input::read(dir)?;
    let shown = dir.display();
    if input.locales.is_empty() && input.codes.is_none() {
        return Err(format!("{shown}: there are no .ftl files in folders of locales; nothing was checked").into());
    }
    if let Some(missing) = options.locales.iter().find(|tag| !input.locales.iter().any(|locale| locale.name == **tag)) {
        return Err(format!("{shown}: there is no locale `{missing}`; nothing was checked").into());
    }
    let catalog = base.with_overrides(dir);
    let catalog = catalog.map_err(|error| Error::new(error.faults().iter().map(|fault| format!("{fault:#}"))))?;
    tree::recover_all(&mut input);

    let known = base.faults();
    let faults = catalog.faults().into_iter().filter(|fault| !known.contains(fault));
    let mut reported: Vec<Finding> = faults.filter_map(|fault| finding(&fault, base, &input)).collect();
    let is_wanted = |tag: &str| options.locales.is_empty() || options.locales.iter().any(|locale| locale == tag);
    reported.retain(|finding| finding.locale.as_deref().is_none_or(is_wanted));
    let is_selected = |rule: Rule| options.only.is_empty() || options.only.contains(&rule);
    reported.retain(|finding| is_selected(finding.rule));

    let nodes = tree::parse(&input).0;
    let (mut findings, mut locales) = (Vec::new(), Vec::new());
    for locale in input.locales.iter().filter(|locale| is_wanted(&locale.name)) {
        let Some(tree) = Tree::alone(&input, &nodes, locale, Codes::Catalog(catalog.clone())) else { continue };
        let mut found = Vec::new();
        for rule in RULES.iter().copied().filter(|rule| is_selected(*rule)) {
            let mut context = Context::new(&tree, tree.source(), &settings, rule);
            rules::check(&mut context);
            found.append(&mut context.findings);
        }
        let (own, others): (Vec<_>, _) =
            reported.into_iter().partition(|finding| finding.locale.as_deref() == Some(&*locale.name));
        reported = others;
        found.extend(own);
        if is_selected(Rule::UnusedAllow) {
            allow::apply(&tree, &mut found, |_| true);
        }
        findings.append(&mut found);
        let messages = tree.source().entries.iter().filter(|entry| entry.kind == Kind::Message).count();
        let (locale, translated) = (locale.name.clone(), messages);
        locales.push(LocaleSummary { locale, messages, translated, missing: 0, stale: 0 });
    }
    findings.append(&mut reported);
    for finding in &mut findings {
        finding.severity = settings.severity(finding.rule, finding.severity, finding.locale.as_deref());
    }
    findings.retain(|finding| finding.severity > Severity::Allow);
    drop(nodes);
    let rules = RULES.iter().chain([&Rule::UnusedAllow]).copied().filter(|rule| is_selected(*rule)).collect();
    let mut outcome = Outcome { input, findings, locales, source: String::new(), rules };
    outcome.sort();
    Ok(outcome)
}

/// Returns the finding for a fault of the library, unless a rule about single files and texts has it.
fn finding(fault: &Fault, catalog: &Catalog, input: &Input) -> Option<Finding> {
    let rule = rule(fault)?;
    let path = fault.path().unwrap_or_default();
    let (line, column) = fault.position().map_or((1, 1), |at| (at.line, at.column));
    let file = input.files.iter().position(|file| file.path == path);
    let place = match file.and_then(|file| Some((file, input.files.get(file)?))) {
        Some((index, file)) => Place::Tree(index, file.character(line, column)),
        None => Place::Path(path.to_owned(), line, column),
    };
    let mut finding = Finding::new(rule, place, fault.problem().to_string());
    // A reader sees the text below it, so it is not a warning here.
    finding.severity = Severity::Error;
    finding.help = fault.help();
    let is_in = |locale: &&InputLocale| file.is_some_and(|file| locale.files.contains(&file));
    finding.locale = input.locales.iter().find(is_in).map(|locale| locale.name.clone());
    if let Fault::BrokenMessage { id, .. }
    | Fault::BrokenOverride { id, .. }
    | Fault::UnknownMessage { id, .. }
    | Fault::MissingAction { id, .. } = fault
    {
        let message = id.split('.').next().unwrap_or_default();
        finding.id = Some(message.to_owned());
        finding.codes = catalog.code_named(message).map(|code| code.value()).into_iter().collect();
    }
    Some(finding)
}

/// Returns the rule that is about the same mistake as a fault.
fn rule(fault: &Fault) -> Option<Rule> {
    if is_codes_file_fault(fault) {
        return Some(Rule::InvalidCodesFile);
    }
    match fault {
        Fault::UnansweredCode { .. } => Some(Rule::MissingSourceMessage),
        Fault::MissingAction { .. } => Some(Rule::MissingAttribute),
        Fault::UnknownMessage { .. } => Some(Rule::ObsoleteMessage),
        Fault::InvalidLocale { .. }
        | Fault::Unreadable { problem: FileProblem::Misnamed | FileProblem::NoMessages, .. } => {
            Some(Rule::InvalidLocale)
        }
        Fault::BrokenMessage { problem: MessageProblem::Render(problem), .. }
        | Fault::BrokenOverride { problem, .. } => rule_of_text(problem),
        _ => None,
    }
}

fn rule_of_text(problem: &RenderProblem) -> Option<Rule> {
    match problem {
        RenderProblem::UnknownReference { name, .. } if name.starts_with('-') => Some(Rule::UnknownTerm),
        RenderProblem::UnknownReference { name, .. } if name.ends_with("()") => Some(Rule::UnknownFunction),
        RenderProblem::UnknownReference { .. } => Some(Rule::UnknownMessage),
        RenderProblem::UnknownVariable { .. } => Some(Rule::UnknownVariable),
        RenderProblem::LostVariants { .. } => Some(Rule::MissingVariant),
        RenderProblem::Cycle => Some(Rule::ReferenceCycle),
        // `replacement-character` and `invalid-encoding` have it.
        RenderProblem::LostCharacter => None,
        _ => Some(Rule::Unrenderable),
    }
}
