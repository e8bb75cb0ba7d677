//! The rules, a module for each, in the order in which they are listed.

mod bidi_control;
mod byte_order_mark;
mod control_character;
mod double_space;
mod duplicate_attribute;
mod duplicate_message;
mod duplicate_variant;
mod edge_whitespace;
mod empty_text;
mod invalid_codes_file;
mod invalid_encoding;
mod invalid_locale;
mod invisible_character;
mod mismatched_number;
mod missing_attribute;
mod missing_locale;
mod missing_message;
mod missing_plural;
mod missing_source_message;
mod missing_value;
mod missing_variable;
mod missing_variant;
mod mixed_line_endings;
mod not_nfc;
mod obsolete_attribute;
mod obsolete_message;
mod punctuation;
mod reference_cycle;
mod replacement_character;
mod stale_translation;
mod syntax;
mod too_long;
mod undocumented_variable;
mod unknown_attribute;
mod unknown_function;
mod unknown_message;
mod unknown_term;
mod unknown_variable;
mod unreachable_variant;
mod unrenderable;
mod untranslated;
mod unused_message;
mod wrong_script;

use super::allow;
use super::context::Context;
use super::finding::Severity;

/// A rule of the check.
pub(crate) struct Rule {
    /// Its name, which never changes.
    pub(crate) name: &'static str,
    /// How bad its findings are, unless someone says otherwise.
    pub(crate) severity: Severity,
    /// What it says, why that is bad, an example and how to mend it: `rules/<name>/README.md`.
    pub(crate) docs: &'static str,
    pub(crate) check: Check,
}

/// What a rule looks at.
#[derive(Clone, Copy)]
pub(crate) enum Check {
    /// The tree as a whole, once.
    Tree(fn(&mut Context<'_, '_>)),
    /// Each locale by itself, the source too.
    Locale(fn(&mut Context<'_, '_>)),
    /// Each locale beside the source.
    Translation(fn(&mut Context<'_, '_>)),
    /// What all the others found: the engine does it.
    Engine,
}

macro_rules! rules {
    ($($module:ident: $severity:ident $kind:ident;)+) => {
        /// All rules.
        pub(crate) static RULES: &[Rule] = &[
            $(
                Rule {
                    name: $module::NAME,
                    severity: Severity::$severity,
                    docs: $module::DOCS,
                    check: Check::$kind($module::check),
                },
            )+
            Rule { name: allow::NAME, severity: Severity::Warning, docs: allow::DOCS, check: Check::Engine },
        ];
    };
}

rules! {
    // Files and codes.toml.
    invalid_encoding: Error Locale;
    byte_order_mark: Error Locale;
    mixed_line_endings: Warning Locale;
    syntax: Error Locale;
    missing_locale: Error Tree;
    invalid_locale: Error Tree;
    invalid_codes_file: Error Tree;
    missing_source_message: Error Tree;
    unused_message: Warning Tree;

    // Messages and attributes.
    missing_message: Error Translation;
    obsolete_message: Warning Translation;
    missing_value: Error Translation;
    missing_attribute: Error Translation;
    obsolete_attribute: Warning Translation;
    duplicate_message: Error Locale;
    duplicate_attribute: Error Locale;
    duplicate_variant: Error Locale;

    // References and variables.
    unknown_message: Error Locale;
    unknown_term: Error Locale;
    unknown_attribute: Error Locale;
    unknown_function: Error Locale;
    reference_cycle: Error Locale;
    unknown_variable: Error Locale;
    missing_variable: Warning Translation;
    undocumented_variable: Warning Locale;

    // Variants.
    missing_plural: Warning Locale;
    unreachable_variant: Warning Locale;
    missing_variant: Warning Translation;

    // Texts.
    empty_text: Error Locale;
    too_long: Warning Locale;
    mismatched_number: Warning Translation;
    unrenderable: Error Locale;
    stale_translation: Warning Translation;
    untranslated: Warning Translation;
    wrong_script: Warning Locale;
    punctuation: Warning Locale;

    // Characters.
    control_character: Error Locale;
    replacement_character: Error Locale;
    bidi_control: Error Locale;
    invisible_character: Warning Locale;
    not_nfc: Warning Locale;
    edge_whitespace: Warning Locale;
    double_space: Warning Locale;
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;
    use std::fs;
    use std::path::{Path, PathBuf};

    use clap::Parser;

    use super::*;
    use crate::check::{Outcome, run};
    use crate::cli::{Cli, Command};

    fn folder(rule: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("rules").join(rule)
    }

    /// Checks a case with all rules. Without a `codes.toml` its source is `en`.
    fn outcome(dir: &Path) -> Outcome {
        let mut arguments = vec!["prompts", "check", "--dir", dir.to_str().unwrap()];
        if !dir.join("codes.toml").exists() {
            arguments.extend(["--source", "en"]);
        }
        let Command::Check(args) = Cli::parse_from(arguments).command else { panic!("not a check") };
        run(&args).unwrap_or_else(|error| panic!("{error}"))
    }

    /// Writes findings out as `bad.txt` has them.
    fn written(dir: &Path, outcome: &Outcome) -> String {
        let root = format!("{}/", dir.display());
        let mut text = String::new();
        for finding in &outcome.findings {
            let at = outcome.locate(&finding.place);
            let file = at.file.replace(&root, "");
            let end = if at.end_line == at.line { String::new() } else { format!("{}:", at.end_line) };
            let (line, column, end_column) = (at.line, at.column, at.end_column);
            let (severity, rule) = (finding.severity.name(), finding.rule);
            writeln!(text, "{file}:{line}:{column}-{end}{end_column}: {severity}[{rule}]: {}", finding.message)
                .unwrap();
            if let Some(help) = &finding.help {
                writeln!(text, "    help: {help}").unwrap();
            }
            if let Some((place, message)) = &finding.related {
                let at = outcome.locate(place);
                let file = at.file.replace(&root, "");
                writeln!(text, "    {file}:{}:{}: {message}", at.line, at.column).unwrap();
            }
        }
        text
    }

    /// `CASES=overwrite cargo test -p prompts` writes each `bad.txt` anew. Read what it wrote.
    #[test]
    fn bad_cases_are_found_and_good_ones_are_not() {
        for rule in RULES {
            let folder = folder(rule.name);
            let cases = fs::read_dir(&folder).unwrap().map(|case| case.unwrap().path());
            for good in cases.filter(|case| case.file_name().unwrap().to_str().unwrap().starts_with("good")) {
                assert_eq!(written(&good, &outcome(&good)), "", "{}", good.display());
            }

            let bad = folder.join("bad");
            let found = outcome(&bad);
            assert!(found.findings.iter().any(|finding| finding.rule == rule.name), "{}: nothing found", rule.name);
            let found = written(&bad, &found);
            let expected = folder.join("bad.txt");
            if std::env::var("CASES").is_ok_and(|value| value == "overwrite") {
                fs::write(&expected, &found).unwrap();
            }
            assert_eq!(found, fs::read_to_string(&expected).unwrap_or_default(), "{}: the bad case", rule.name);
        }
    }

    #[test]
    fn every_rule_has_one_name_and_its_docs() {
        for (index, rule) in RULES.iter().enumerate() {
            assert!(RULES[..index].iter().all(|other| other.name != rule.name), "{} is there twice", rule.name);
            assert!(
                rule.docs.starts_with(&format!("# {}\n", rule.name)),
                "{}: the docs begin with its name",
                rule.name
            );
            for heading in ["## Why it is bad", "## Example", "## How to mend it"] {
                assert!(rule.docs.contains(heading), "{}: the docs lack `{heading}`", rule.name);
            }
        }
        let folders = fs::read_dir(folder("")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let stray: Vec<_> = folders.filter(|name| RULES.iter().all(|rule| rule.name != name)).collect();
        assert_eq!(stray, Vec::<String>::new(), "folders of no rule");
    }
}
