use code_prompts_engine::check::{Finding, Located, Outcome, Rule, Scope, Severity};
use code_prompts_reader::visible::Lines;

/// The name of the suite for findings without a locale.
const TREE: &str = "all locales";

/// Prints a test suite for each locale, with a test case for each rule that ran. An error is a failure, a warning only
/// output.
pub(crate) fn print(outcome: &Outcome) -> String {
    let mut suites = vec![suite(outcome, None)];
    suites.extend(outcome.locales.iter().map(|locale| suite(outcome, Some(&locale.locale))));
    let count = |part: fn(&Suite) -> usize| suites.iter().map(part).sum::<usize>();
    let (tests, failures) = (count(|suite| suite.tests), count(|suite| suite.failures));
    let cases: String = suites.into_iter().map(|suite| suite.text).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <testsuites name=\"prompts\" tests=\"{tests}\" failures=\"{failures}\">\n{cases}</testsuites>\n"
    )
}

struct Suite {
    tests: usize,
    failures: usize,
    text: String,
}

fn suite(outcome: &Outcome, locale: Option<&str>) -> Suite {
    let name = locale.unwrap_or(TREE);
    let mut suite = Suite { tests: 0, failures: 0, text: String::new() };
    for rule in &outcome.rules {
        let is_ours = |finding: &&Finding| finding.rule == *rule && suite_of(outcome, finding) == locale;
        let findings: Vec<&Finding> = outcome.findings.iter().filter(is_ours).collect();
        if findings.is_empty() && !applies_to(*rule, locale, &outcome.source) {
            continue;
        }
        suite.tests += 1;
        let (errors, warnings): (Vec<&Finding>, Vec<&Finding>) =
            findings.into_iter().partition(|finding| finding.severity == Severity::Error);
        let start = format!("    <testcase classname=\"{}\" name=\"{}\"", escaped(name), escaped(rule.name()));
        if errors.is_empty() && warnings.is_empty() {
            suite.text += &format!("{start}/>\n");
            continue;
        }
        suite.text += &format!("{start}>\n");
        if let Some(first) = errors.first() {
            suite.failures += 1;
            let message = match errors.len() {
                1 => first.message.clone(),
                count => format!("{} (and {} more)", first.message, count - 1),
            };
            let (kind, message) = (escaped(rule.name()), escaped(&message));
            let lines = lines(outcome, &errors);
            suite.text += &format!("      <failure type=\"{kind}\" message=\"{message}\">{lines}</failure>\n");
        }
        if !warnings.is_empty() {
            suite.text += &format!("      <system-out>{}</system-out>\n", lines(outcome, &warnings));
        }
        suite.text += "    </testcase>\n";
    }
    let Suite { tests, failures, text } = &suite;
    let start = format!("  <testsuite name=\"{}\" tests=\"{tests}\" failures=\"{failures}\">", escaped(name));
    suite.text = format!("{start}\n{text}  </testsuite>\n");
    suite
}

/// Returns the locale whose suite has a finding.
fn suite_of<'o>(outcome: &'o Outcome, finding: &Finding) -> Option<&'o str> {
    let locale = finding.locale.as_deref()?;
    outcome.locales.iter().map(|summary| summary.locale.as_str()).find(|tag| *tag == locale)
}

fn applies_to(rule: Rule, locale: Option<&str>, source: &str) -> bool {
    match (rule.scope(), locale) {
        (Scope::Tree, locale) => locale.is_none(),
        (Scope::Locale | Scope::Findings, locale) => locale.is_some(),
        (Scope::Translation, locale) => locale.is_some_and(|locale| locale != source),
    }
}

fn lines(outcome: &Outcome, findings: &[&Finding]) -> String {
    let line = |finding: &&Finding| {
        let Located { file, line, column, .. } = outcome.locate(&finding.place);
        let help = finding.help.iter().map(|help| format!("\n  help: {help}"));
        escaped(&format!("{file}:{line}:{column}: {}{}\n", finding.message, help.collect::<String>()))
    };
    findings.iter().map(line).collect()
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
