//! A function, or an option of one, that the runtime does not have.

use code_prompts::internal::{Ignored, ignored};
use code_prompts_reader::names::NUMBER;
use fluent_syntax::ast::{InlineExpression, NamedArgument};

use crate::check::context::Context;
use crate::project::codes::Codes;
use crate::project::entry::Entry;
use crate::text::nearest::nearest;

/// The other function that Fluent defines. The runtimes in JavaScript and Python have it.
const DATETIME: &str = "DATETIME";

/// The options of `NUMBER`, each with its possible values. Empty: any value.
const OPTIONS: &[(&str, &[&str])] = &[
    ("type", &["cardinal", "ordinal"]),
    ("style", &["decimal", "currency", "percent"]),
    ("currency", &[]),
    ("currencyDisplay", &["symbol", "code", "name"]),
    ("useGrouping", &[]),
    ("minimumIntegerDigits", &[]),
    ("minimumFractionDigits", &[]),
    ("maximumFractionDigits", &[]),
    ("minimumSignificantDigits", &[]),
    ("maximumSignificantDigits", &[]),
];

pub(super) fn check(context: &mut Context<'_, '_>) {
    let is_source = context.locale.tag == context.source().tag;
    for entry in &context.locale.entries {
        for (name, arguments) in entry.parts().flat_map(|part| &part.facts.functions) {
            if *name == DATETIME && matches!(context.tree.codes, Codes::None) || context.settings.has_function(name) {
                continue;
            }
            // A function that the source has too is reported there.
            let is_from_source = |original: &Entry<'_>| {
                original.parts().any(|part| part.facts.functions.iter().any(|(other, _)| other == name))
            };
            if *name != NUMBER && !is_source && context.tree.original(entry).is_some_and(is_from_source) {
                continue;
            }
            if *name != NUMBER {
                let message = format!("readers see `{{{name}()}}` or a wrong variant: there is no function `{name}()`");
                context.report(entry, name, message).help = Some(match nearest(name, [NUMBER].into_iter()) {
                    Some(_) => format!("write `{NUMBER}()`"),
                    None => format!(
                        "show a variable that already holds the text, or say that the app adds it: `--function {name}`"
                    ),
                });
                continue;
            }
            for argument in &arguments.named {
                if let Some((at, message, help)) = fault(argument).or_else(|| ignored_by_library(context, argument)) {
                    context.report(entry, at, message).help = Some(help);
                }
            }
        }
    }
}

/// Finds the fault of an option that other runtimes have, in a folder with codes. The app may have the library's feature
/// `numbers`, so an option of that has no fault.
fn ignored_by_library<'a>(
    context: &Context<'_, '_>,
    argument: &NamedArgument<&'a str>,
) -> Option<(&'a str, String, String)> {
    if matches!(context.tree.codes, Codes::None) {
        return None;
    }
    let Ignored { option, .. } = ignored(argument).filter(|ignored| !ignored.needs_feature)?;
    let message = format!("users see the number as if `{option}` were not there: the library ignores it");
    Some((argument.name.name, message, "show a text that the app has formatted, or remove the option".to_owned()))
}

/// Finds the fault of an option: its place, the message and the help.
fn fault<'a>(argument: &NamedArgument<&'a str>) -> Option<(&'a str, String, String)> {
    let name = argument.name.name;
    let Some((_, values)) = OPTIONS.iter().find(|(option, _)| *option == name) else {
        let message = format!("readers see the number as if `{name}` were not there: `{NUMBER}()` has no such option");
        let help = match nearest(name, OPTIONS.iter().map(|(option, _)| *option)) {
            Some(nearest) => format!("is `{nearest}` meant?"),
            None => "remove the option".to_owned(),
        };
        return Some((name, message, help));
    };
    let InlineExpression::StringLiteral { value } = argument.value else { return None };
    if values.is_empty() || values.contains(&value) {
        return None;
    }
    let message = format!("readers see the number as if `{name}` were not there: it can't be `{value}`");
    let values: Vec<_> = values.iter().map(|value| format!("`\"{value}\"`")).collect();
    Some((value, message, format!("write one of {}", values.join(", "))))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::check::engine::{Options, run};
    use crate::rule::Rule;

    const CODES: &str = "source = \"en\"\n[codes]\n1 = \"one\"\n";

    /// Returns the columns and messages of the findings for a text of a folder with codes, which the rule reports.
    fn found(text: &str) -> Vec<String> {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("codes.toml"), CODES).unwrap();
        fs::write(dir.path().join("en.ftl"), format!("one = {text}\nunknown-code = Unknown\n")).unwrap();
        let options = Options { dir: dir.path().to_owned(), only: vec![Rule::UnknownFunction], ..Options::default() };
        let outcome = run(&options).unwrap();
        let finding = |finding: &crate::check::finding::Finding| {
            format!("{}: {}", outcome.locate(&finding.place).column, finding.message)
        };
        outcome.findings.iter().map(finding).collect()
    }

    #[test]
    fn options_that_the_library_ignores_are_findings_in_a_folder_with_codes() {
        let ignored =
            |option: &str| format!("20: users see the number as if `{option}` were not there: the library ignores it");
        for option in [
            "style: \"percent\"",
            "currency: \"EUR\"",
            "currencyDisplay: \"code\"",
            "useGrouping: \"always\"",
            "minimumIntegerDigits: 0",
            "minimumFractionDigits: \"2\"",
        ] {
            assert_eq!(found(&format!("{{ NUMBER($n, {option}) }}")), [ignored(option)]);
        }
        for option in
            ["style: \"decimal\"", "type: \"ordinal\"", "useGrouping: \"true\"", "maximumSignificantDigits: 2"]
        {
            assert_eq!(found(&format!("{{ NUMBER($n, {option}) }}")), [""; 0]);
        }
    }

    #[test]
    fn datetime_is_a_finding_in_a_folder_with_codes() {
        let message = "readers see `{DATETIME()}` or a wrong variant: there is no function `DATETIME()`";
        assert_eq!(found("{ DATETIME($n) }"), [format!("9: {message}")]);
    }
}
