//! The rules, one module for each.

mod bidi_control;
mod byte_order_mark;
mod changed_code;
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
mod invalid_record;
mod invisible_character;
mod mismatched_markup;
mod mismatched_number;
mod missing_attribute;
mod missing_locale;
mod missing_message;
mod missing_plural;
mod missing_reference;
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
mod unrecorded;
mod unrenderable;
mod untranslated;
mod unused_message;
mod wrong_script;

use super::context::Context;
use crate::rule::Rule;

/// Runs the rule of the context.
pub(super) fn check(context: &mut Context<'_, '_>) {
    match context.rule {
        Rule::InvalidEncoding => invalid_encoding::check(context),
        Rule::ByteOrderMark => byte_order_mark::check(context),
        Rule::MixedLineEndings => mixed_line_endings::check(context),
        Rule::Syntax => syntax::check(context),
        Rule::MissingLocale => missing_locale::check(context),
        Rule::InvalidLocale => invalid_locale::check(context),
        Rule::InvalidCodesFile => invalid_codes_file::check(context),
        Rule::InvalidRecord => invalid_record::check(context),
        Rule::MissingSourceMessage => missing_source_message::check(context),
        Rule::UnusedMessage => unused_message::check(context),
        Rule::ChangedCode => changed_code::check(context),
        Rule::MissingMessage => missing_message::check(context),
        Rule::ObsoleteMessage => obsolete_message::check(context),
        Rule::MissingValue => missing_value::check(context),
        Rule::MissingAttribute => missing_attribute::check(context),
        Rule::ObsoleteAttribute => obsolete_attribute::check(context),
        Rule::DuplicateMessage => duplicate_message::check(context),
        Rule::DuplicateAttribute => duplicate_attribute::check(context),
        Rule::DuplicateVariant => duplicate_variant::check(context),
        Rule::UnknownMessage => unknown_message::check(context),
        Rule::UnknownTerm => unknown_term::check(context),
        Rule::UnknownAttribute => unknown_attribute::check(context),
        Rule::UnknownFunction => unknown_function::check(context),
        Rule::ReferenceCycle => reference_cycle::check(context),
        Rule::UnknownVariable => unknown_variable::check(context),
        Rule::MissingReference => missing_reference::check(context),
        Rule::MissingVariable => missing_variable::check(context),
        Rule::UndocumentedVariable => undocumented_variable::check(context),
        Rule::MissingPlural => missing_plural::check(context),
        Rule::UnreachableVariant => unreachable_variant::check(context),
        Rule::MissingVariant => missing_variant::check(context),
        Rule::EmptyText => empty_text::check(context),
        Rule::TooLong => too_long::check(context),
        Rule::MismatchedMarkup => mismatched_markup::check(context),
        Rule::MismatchedNumber => mismatched_number::check(context),
        Rule::Unrenderable => unrenderable::check(context),
        Rule::StaleTranslation => stale_translation::check(context),
        Rule::Unrecorded => unrecorded::check(context),
        Rule::Untranslated => untranslated::check(context),
        Rule::WrongScript => wrong_script::check(context),
        Rule::Punctuation => punctuation::check(context),
        Rule::ControlCharacter => control_character::check(context),
        Rule::ReplacementCharacter => replacement_character::check(context),
        Rule::BidiControl => bidi_control::check(context),
        Rule::InvisibleCharacter => invisible_character::check(context),
        Rule::NotNfc => not_nfc::check(context),
        Rule::EdgeWhitespace => edge_whitespace::check(context),
        Rule::DoubleSpace => double_space::check(context),
        // The engine does this with the findings of the other rules.
        Rule::UnusedAllow | Rule::UnusedBaseline => {}
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;
    use std::fs;
    use std::path::{Path, PathBuf};

    use code_prompts_reader::memory::MemoryFolder;
    use code_prompts_reader::walk::{Entry, LocaleFolder};

    use super::*;
    use crate::check::baseline::Baseline;
    use crate::check::engine::{Options, run_since};
    use crate::check::outcome::Outcome;
    use crate::project::revision::Revision;

    /// At the end of the name of a case's earlier revision.
    const BEFORE: &str = "-before";

    fn folder(rule: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("rules").join(rule)
    }

    /// Checks a case with all rules. Without a `codes.toml` its source is `en`. If there is a folder with the same name
    /// and `-before`, the case is compared with that, as with a revision.
    fn outcome(dir: &Path) -> Outcome {
        let source = (!dir.join("codes.toml").exists()).then(|| "en".to_owned());
        let baseline = dir.join("baseline.txt");
        let baseline = baseline.exists().then(|| Baseline::read(&baseline).unwrap());
        let options = Options { dir: dir.to_owned(), source, baseline, ..Options::default() };
        run_since(&options, revision(dir)).unwrap_or_else(|error| panic!("{error}"))
    }

    fn revision(dir: &Path) -> Option<Revision> {
        let before = PathBuf::from(format!("{}{BEFORE}", dir.display()));
        let files = LocaleFolder::walk(&Entry::on_disk(&before)).ok()?;
        let mut folder = MemoryFolder::default();
        for file in files.locales.into_iter().flat_map(|locale| locale.files).chain(files.codes).chain(files.records) {
            let path = file.path().strip_prefix(&before).unwrap().to_str().unwrap().replace('\\', "/");
            folder.add(&path, file.read().unwrap()).unwrap();
        }
        Some(Revision::of_folder(Entry::in_memory(dir, folder)))
    }

    /// Writes findings in the format of `bad.txt`.
    fn format_findings(dir: &Path, outcome: &Outcome) -> String {
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

    /// `CASES=overwrite cargo test -p code-prompts-engine --lib` writes each `bad.txt` again. Check the diff.
    #[test]
    fn cases_bad_have_findings_and_good_have_none() {
        for rule in Rule::ALL {
            let folder = folder(rule.name());
            let cases = fs::read_dir(&folder).unwrap().map(|case| case.unwrap().path()).filter(|case| case.is_dir());
            let name = |case: &Path| case.file_name().unwrap().to_str().unwrap().to_owned();
            for case in cases.filter(|case| !name(case).ends_with(BEFORE)) {
                let found = outcome(&case);
                let text = format_findings(&case, &found);
                if name(&case).starts_with("good") {
                    assert_eq!(text, "", "{}", case.display());
                    continue;
                }
                let is_found = found.findings.iter().any(|finding| finding.rule == *rule);
                assert!(is_found, "{}: nothing found", case.display());
                let expected = case.with_extension("txt");
                if std::env::var("CASES").is_ok_and(|value| value == "overwrite") {
                    fs::write(&expected, &text).unwrap();
                }
                assert_eq!(text, fs::read_to_string(&expected).unwrap_or_default(), "{}", case.display());
            }
            assert!(folder.join("bad").is_dir(), "{}: there is no bad case", rule.name());
        }
    }

    #[test]
    fn docs_of_every_rule_have_name_and_headings() {
        for (index, rule) in Rule::ALL.iter().enumerate() {
            assert!(
                Rule::ALL[..index].iter().all(|other| other.name() != rule.name()),
                "two rules have the name {}",
                rule.name()
            );
            assert!(
                rule.docs().starts_with(&format!("# {}\n", rule.name())),
                "{}: the docs don't begin with its name",
                rule.name()
            );
            for heading in ["## Why it is bad", "## Example", "## How to fix it"] {
                assert!(rule.docs().contains(heading), "{}: the docs lack `{heading}`", rule.name());
            }
        }
        let folders = fs::read_dir(folder("")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let stray: Vec<_> = folders.filter(|name| Rule::ALL.iter().all(|rule| rule.name() != name)).collect();
        assert_eq!(stray, Vec::<String>::new(), "folders without a rule");
    }
}
