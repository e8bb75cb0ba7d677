//! A function, or an option of one, that the runtime does not have.

use fluent_syntax::ast::{InlineExpression, NamedArgument};

use code_prompts_reader::names::NUMBER;

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
                if let Some((at, message, help)) = fault(argument) {
                    context.report(entry, at, message).help = Some(help);
                }
            }
        }
    }
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
