use std::io::{self, Write};

use rustc_hash::{FxHashMap, FxHashSet};

use code_prompts_engine::check::{Finding, Located, Outcome, Rule, Scope, Severity};
use code_prompts_reader::visible::Lines;

/// The name of the suite for findings without a locale.
const TREE: &str = "all locales";

/// Prints a test suite for each locale, with a test case for each rule that ran. A finding of the severity `limit` or a
/// higher one is a failure, and any other only output.
pub(crate) fn print(outcome: &Outcome, limit: Severity, out: &mut dyn Write) -> io::Result<()> {
    let suites = suites(outcome, limit);
    let tests: usize = suites.iter().map(Suite::tests).sum();
    let failures: usize = suites.iter().map(Suite::failures).sum();
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<testsuites name=\"prompts\" tests=\"{tests}\" failures=\"{failures}\">")?;
    for suite in &suites {
        suite.print(outcome, out)?;
    }
    writeln!(out, "</testsuites>")
}

struct Suite<'o> {
    name: &'o str,
    cases: Vec<Case<'o>>,
}

/// A rule that ran, and what it found.
struct Case<'o> {
    rule: Rule,
    failures: Vec<&'o Finding>,
    others: Vec<&'o Finding>,
}

fn suites(outcome: &Outcome, limit: Severity) -> Vec<Suite<'_>> {
    let tags = || outcome.locales.iter().map(|summary| summary.locale.as_str());
    let checked: FxHashSet<&str> = tags().collect();
    let mut found: FxHashMap<_, Vec<&Finding>> = FxHashMap::default();
    for finding in &outcome.findings {
        let locale = finding.locale.as_deref().filter(|locale| checked.contains(locale));
        found.entry((locale, finding.rule)).or_default().push(finding);
    }
    let suite = |locale| {
        let case = |rule: &Rule| {
            let findings = found.remove(&(locale, *rule)).unwrap_or_default();
            let is_shown = !findings.is_empty() || applies_to(*rule, locale, &outcome.source);
            let (failures, others) = findings.into_iter().partition(|finding| finding.severity >= limit);
            is_shown.then_some(Case { rule: *rule, failures, others })
        };
        Suite { name: locale.unwrap_or(TREE), cases: outcome.rules.iter().filter_map(case).collect() }
    };
    std::iter::once(None).chain(tags().map(Some)).map(suite).collect()
}

impl Suite<'_> {
    fn tests(&self) -> usize {
        self.cases.len()
    }

    fn failures(&self) -> usize {
        self.cases.iter().filter(|case| !case.failures.is_empty()).count()
    }

    fn print(&self, outcome: &Outcome, out: &mut dyn Write) -> io::Result<()> {
        let (name, tests, failures) = (escaped(self.name), self.tests(), self.failures());
        writeln!(out, "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\">")?;
        for Case { rule, failures, others } in &self.cases {
            let rule = escaped(rule.name());
            write!(out, "    <testcase classname=\"{name}\" name=\"{rule}\"")?;
            let Some(first) = failures.iter().chain(others).next() else {
                writeln!(out, "/>")?;
                continue;
            };
            let Located { file, line, .. } = outcome.locate(&first.place);
            writeln!(out, " file=\"{}\" line=\"{line}\">", escaped(&file))?;
            if !failures.is_empty() {
                let message = match failures.len() {
                    1 => first.message.clone(),
                    count => format!("{} (and {} more)", first.message, count - 1),
                };
                write!(out, "      <failure type=\"{rule}\" message=\"{}\">", escaped(&message))?;
                print_lines(outcome, failures, out)?;
                writeln!(out, "</failure>")?;
            }
            if !others.is_empty() {
                write!(out, "      <system-out>")?;
                print_lines(outcome, others, out)?;
                writeln!(out, "</system-out>")?;
            }
            writeln!(out, "    </testcase>")?;
        }
        writeln!(out, "  </testsuite>")
    }
}

fn applies_to(rule: Rule, locale: Option<&str>, source: &str) -> bool {
    match (rule.scope(), locale) {
        (Scope::Tree, locale) => locale.is_none(),
        (Scope::Locale | Scope::Findings, locale) => locale.is_some(),
        (Scope::Translation, locale) => locale.is_some_and(|locale| locale != source),
    }
}

fn print_lines(outcome: &Outcome, findings: &[&Finding], out: &mut dyn Write) -> io::Result<()> {
    for finding in findings {
        let Located { file, line, column, .. } = outcome.locate(&finding.place);
        let help = finding.help.iter().map(|help| format!("\n  help: {help}"));
        let text = format!("{file}:{line}:{column}: {}{}\n", finding.message, help.collect::<String>());
        out.write_all(escaped(&text).as_bytes())?;
    }
    Ok(())
}

/// Escapes a text for an element or an attribute. XML does not allow control characters, nor the two that are dropped.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in Lines(text).to_string().chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped += &format!("&#{};", u32::from(character)),
            '\u{FFFE}' | '\u{FFFF}' => {}
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn junit_escapes_text() {
        let text = "a<b>&\"c\"\u{0}\u{1B}\u{85}\u{FFFF}\r\n]]>房";
        let xml = format!("<a b=\"{0}\">{0}</a>", escaped(text));
        let document = roxmltree::Document::parse(&xml).unwrap();
        let expected = "a<b>&\"c\"␀␛\\u{85}\r\n]]>房";
        assert_eq!(document.root_element().attribute("b"), Some(expected));
        assert_eq!(document.root_element().text(), Some(expected));
    }
}
