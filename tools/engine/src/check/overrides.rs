//! Checks a folder of overrides: what the library reports about it, and the rules about single files and texts.

use std::path::Path;

use code_prompts::internal::is_codes_file_fault;
use code_prompts::{Catalog, Fault, FileProblem, MessageProblem, RenderProblem};
use code_prompts_reader::names::identifier_length;

use super::context::Context;
use super::engine::Options;
use super::finding::{Finding, Place};
use super::outcome::Outcome;
use super::{allow, rules};
use crate::error::Error;
use crate::project::codes::Codes;
use crate::project::entry::Kind;
use crate::project::files::no_locale;
use crate::project::input::{Input, InputLocale};
use crate::project::layout::Layout;
use crate::project::pattern::PathPattern;
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
    options.functions.iter().try_for_each(|name| settings.add_function(name))?;
    let base = &settings.with_functions(base.clone());
    let catalog = base.with_overrides(dir);
    let catalog = catalog.map_err(|error| Error::new(error.faults().iter().map(|fault| format!("{fault:#}"))))?;
    let exclude = options.exclude.iter().map(|pattern| PathPattern::parse(pattern, None)).collect::<Result<_, _>>()?;
    let mut input = Input::read(dir, &Layout { exclude, ..Layout::default() })?;
    let shown = dir.display();
    if input.locales.is_empty() && input.codes.is_none() {
        return Err(format!("{shown}: there are no .ftl files in folders of locales; nothing was checked").into());
    }
    if let Some(missing) = options.locales.iter().find(|tag| !input.locales.iter().any(|locale| locale.name == **tag)) {
        return Err(format!("{shown}: {}", no_locale(missing, &input)).into());
    }
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
            allow::apply(&tree, &mut found, is_selected);
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
    drop(nodes);
    let has_run = |rule: &Rule| {
        *rule == Rule::UnusedAllow
            || *rule == Rule::UnusedBaseline
            || RULES.contains(rule)
            || findings.iter().any(|finding: &Finding| finding.rule == *rule)
    };
    let rules = Rule::ALL.iter().copied().filter(|rule| is_selected(*rule) && has_run(rule)).collect();
    let (dir, source) = (shown.to_string(), String::new());
    let mut outcome = Outcome { input, dir, findings, locales, source, rules, since: None, baseline: None };
    options.finish(&mut outcome, Vec::new(), &settings);
    Ok(outcome)
}

/// Returns the finding for a fault of the library, unless a rule about single files and texts has it.
fn finding(fault: &Fault, catalog: &Catalog, input: &Input) -> Option<Finding> {
    let rule = rule(fault)?;
    let path = fault.path().unwrap_or_default();
    let (line, column) = fault.position().map_or((1, 1), |at| (at.line, at.column));
    let file = input.files.iter().position(|file| *file.path == *path);
    let place = match file.and_then(|file| Some((file, input.files.get(file)?))) {
        Some((index, file)) => {
            let range = file.character(line, column);
            let name = file.text.get(range.start..).map_or(0, identifier_length);
            Place::Tree(index, range.start..range.end.max(range.start + name))
        }
        None => Place::Path(path.into(), line, column),
    };
    let mut finding = Finding::new(rule, place, fault.problem().to_string());
    // A reader sees the text below it, so it is not a warning here.
    finding.severity = Severity::Error;
    finding.help = fault.help();
    let is_in = |locale: &&InputLocale| file.is_some_and(|file| locale.files.contains(&file));
    finding.locale = input.locales.iter().find(is_in).map(|locale| locale.name.as_str().into());
    if let Fault::BrokenMessage { id, .. }
    | Fault::BrokenOverride { id, .. }
    | Fault::UnknownMessage { id, .. }
    | Fault::MissingAction { id, .. }
    | Fault::IgnoredOption { id, .. } = fault
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
        // The app may have the feature.
        Fault::IgnoredOption { needs_feature: false, .. } => Some(Rule::UnknownFunction),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn found(options: &Options, base: &Catalog, dir: &Path) -> Vec<String> {
        let outcome = run_overrides(options, base, dir).unwrap();
        let shown = |finding: &Finding| {
            let at = outcome.locate(&finding.place);
            let file = Path::new(&*at.file).strip_prefix(dir).unwrap_or(Path::new(&*at.file)).display().to_string();
            let severity = finding.severity.name();
            format!("{file}:{}:{}-{}: {severity}[{}]", at.line, at.column, at.end_column, finding.rule)
        };
        outcome.findings.iter().map(shown).collect()
    }

    /// Each text is an override of one locale of the embedded catalogue.
    #[test]
    fn overrides_have_findings_of_rules_and_of_the_library() {
        let table: [(&str, &str, &[&str]); 17] = [
            ("en-US.ftl", "room-not-found = There is no such classroom\n", &[]),
            ("en-US.ftl", "im-login-failed = { $im-reused ->\n    [true] A\n   *[false] B\n }\n", &[]),
            ("en-US.ftl", "unknown-code = Oops ({ $code })\n", &[]),
            ("en-US.ftl", "room-not-found = { $x }\n", &["en-US.ftl:1:1-15: error[unknown-variable]"]),
            ("en-US.ftl", "room-not-found = { -x }\n", &["en-US.ftl:1:1-15: error[unknown-term]"]),
            ("en-US.ftl", "room-not-found = { x }\n", &["en-US.ftl:1:1-15: error[unknown-message]"]),
            ("en-US.ftl", "room-not-found = { X() }\n", &["en-US.ftl:1:1-15: error[unknown-function]"]),
            ("en-US.ftl", "room-not-found = { NUMBER(\"x\") }\n", &["en-US.ftl:1:1-15: error[unrenderable]"]),
            ("en-US.ftl", "room-not-found = { room-not-found }\n", &["en-US.ftl:1:1-15: error[reference-cycle]"]),
            (
                "en-US.ftl",
                "im-login-failed = { $im-reused ->\n    [ture] A\n   *[false] B\n }\n",
                &["en-US.ftl:1:1-16: error[missing-variant]"],
            ),
            ("en-US.ftl", "room-not-fuond = No\n", &["en-US.ftl:1:1-15: error[obsolete-message]"]),
            ("en-US.ftl", "room-not-found = No {\n", &["en-US.ftl:1:22-22: error[syntax]"]),
            ("en-US.ftl", "room-not-found = { \"\" }\n", &["en-US.ftl:1:20-22: error[empty-text]"]),
            ("en-US.ftl", "room-not-found = No\u{FFFD}\n", &["en-US.ftl:1:20-21: error[replacement-character]"]),
            ("en_US.ftl", "room-not-found = No\n", &["en_US.ftl:1:1-15: error[invalid-locale]"]),
            (
                "codes.toml",
                "[codes]\n1004 = \"no-room\"\n16 = \"seat-locked\"\n",
                &["codes.toml:2:1-1: error[invalid-codes-file]", "codes.toml:3:1-1: error[missing-source-message]"],
            ),
            (
                "en-US.ftl",
                "# allow(unknown-variable): the app of this product passes it\nroom-not-found = { $x }\n\
                 # allow(unknown-term): none\nroom-closed = Closed\n",
                &["en-US.ftl:3:9-21: warning[unused-allow]"],
            ),
        ];
        for (file, text, expected) in table {
            let dir = tempfile::tempdir().unwrap();
            std::fs::write(dir.path().join(file), text).unwrap();
            assert_eq!(found(&Options::default(), &Catalog::embedded(), dir.path()), expected, "{text}");
        }
    }

    #[test]
    fn overrides_may_call_functions_of_the_app() {
        let dir = tempfile::tempdir().unwrap();
        let text = "room-not-found = { UPPER(\"no\") }\nroom-closed = { LOWER(\"NO\") }\n";
        std::fs::write(dir.path().join("en-US.ftl"), text).unwrap();
        let options = Options { functions: vec!["UPPER".to_owned()], ..Options::default() };
        let expected = ["en-US.ftl:2:1-12: error[unknown-function]"];
        assert_eq!(found(&options, &Catalog::embedded(), dir.path()), expected);
    }

    /// The library reports an option with each message that has it.
    #[test]
    fn overrides_with_ignored_options_have_findings() {
        let table: [(&str, &[&str]); 3] = [
            ("style: \"percent\"", &["en-US.ftl:1:1-13: error[unknown-function]"]),
            ("maximumFractionDigits: 1", &[]), // the app may have the feature `numbers`
            ("minimumFractionDigits: 1", &[]),
        ];
        for (option, expected) in table {
            let dir = tempfile::tempdir().unwrap();
            let text = format!("unknown-code = No {{ NUMBER(1, {option}) }} in {{ $code }}\n");
            std::fs::write(dir.path().join("en-US.ftl"), text).unwrap();
            assert_eq!(found(&Options::default(), &Catalog::embedded(), dir.path()), expected, "{option}");
        }
    }

    #[test]
    fn overrides_of_overrides_are_compared_with_both() {
        let (below, dir) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::fs::write(below.path().join("codes.toml"), "[codes]\n16 = \"seat-locked\"\n").unwrap();
        std::fs::write(below.path().join("en-US.ftl"), "seat-locked = Seat { $seat } is locked\nbad = Bad\n").unwrap();
        std::fs::write(dir.path().join("en-US.ftl"), "seat-locked = Not { $row }\n").unwrap();
        let base = Catalog::embedded().with_overrides(below.path()).unwrap();
        let expected = ["en-US.ftl:1:1-12: error[unknown-variable]"];
        assert_eq!(found(&Options::default(), &base, dir.path()), expected);
        let only = Options { only: vec![Rule::DoubleSpace], ..Options::default() };
        assert_eq!(found(&only, &base, dir.path()), [""; 0]);
        // The formats list these rules.
        let rules = run_overrides(&Options::default(), &base, dir.path()).unwrap().rules;
        let has = [Rule::UnknownVariable, Rule::DoubleSpace, Rule::MissingMessage].map(|rule| rules.contains(&rule));
        assert_eq!(has, [true, true, false]);
        let locale = Options { locales: vec!["ja-JP".to_owned()], ..Options::default() };
        assert!(run_overrides(&locale, &base, dir.path()).is_err());
    }
}
