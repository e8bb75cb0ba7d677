//! A function, or an option of one, that the runtime does not have.

use code_prompts::internal::{Ignored, ignored};
use code_prompts_reader::names::NUMBER;
use fluent_syntax::ast::{CallArguments, NamedArgument};

use crate::check::context::Context;
use crate::check::options::{self, Values};
use crate::project::codes::Codes;
use crate::project::entry::Entry;
use crate::project::locale::Locale;
use crate::text::nearest::nearest;

/// The other function that Fluent defines. The runtimes in JavaScript and Python have it.
const DATETIME: &str = "DATETIME";

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (locale, source) = (context.locale, context.source());
    let is_source = locale.tag == source.tag;
    let mut unknown: Vec<Unknown<'_, '_>> = Vec::new();
    for entry in &locale.entries {
        for (name, arguments) in entry.parts().flat_map(|part| &part.facts.functions) {
            match options::of(name).filter(|_| is_known(context, name)) {
                Some(options) => check_arguments(context, (entry, name), arguments, options),
                None if is_known(context, name) => {}
                None => match unknown.iter_mut().find(|unknown| unknown.name == *name) {
                    Some(unknown) => unknown.add(entry),
                    None => unknown.push(Unknown { name, first: entry, last: entry, messages: 1 }),
                },
            }
        }
    }
    for unknown in unknown {
        let is_skipped = if is_source {
            is_the_apps(context, &unknown)
        } else {
            // A function that the source has too is reported there.
            uses(source, unknown.name)
        };
        if !is_skipped {
            report_unknown(context, &unknown);
        }
    }
}

/// A function that the runtime does not have, in one locale.
struct Unknown<'t, 'a> {
    /// Its name where it is first used.
    name: &'a str,
    first: &'t Entry<'a>,
    last: &'t Entry<'a>,
    messages: usize,
}

impl<'t, 'a> Unknown<'t, 'a> {
    fn add(&mut self, entry: &'t Entry<'a>) {
        self.messages += usize::from(!std::ptr::eq(self.last, entry));
        self.last = entry;
    }
}

fn is_known(context: &Context<'_, '_>, name: &str) -> bool {
    name == NUMBER
        || name == DATETIME && matches!(context.tree.codes, Codes::None)
        || context.settings.has_function(name)
}

fn uses(locale: &Locale<'_>, name: &str) -> bool {
    let functions = locale.entries.iter().flat_map(Entry::parts).flat_map(|part| &part.facts.functions);
    functions.into_iter().any(|(other, _)| *other == name)
}

/// Returns whether the app surely adds a function of the source: without codes the runtime is not known, and more than
/// one message or locale uses the function. Otherwise somebody would have seen the defect.
fn is_the_apps(context: &Context<'_, '_>, unknown: &Unknown<'_, '_>) -> bool {
    let is_misspelled = || nearest(unknown.name, [NUMBER, DATETIME].into_iter()).is_some();
    let others = || context.tree.locales.iter().filter(|locale| locale.tag != context.locale.tag);
    matches!(context.tree.codes, Codes::None)
        && !is_misspelled()
        && (unknown.messages > 1 || others().any(|locale| uses(locale, unknown.name)))
}

fn report_unknown<'a>(context: &mut Context<'_, 'a>, unknown: &Unknown<'_, 'a>) {
    let Unknown { name, first, messages, .. } = *unknown;
    let count = if messages > 1 { format!(" in {messages} messages") } else { String::new() };
    let message = format!("readers see `{{{name}()}}` or a wrong variant{count}: there is no function `{name}()`");
    let known = [NUMBER].into_iter().chain(matches!(context.tree.codes, Codes::None).then_some(DATETIME));
    let finding = context.report(first, name, message);
    finding.subject = Some(name.to_owned());
    let nearest = nearest(name, known);
    nearest.into_iter().for_each(|name| finding.replace(format!("Write `{name}()`"), name));
    finding.help = Some(match nearest {
        Some(near) => format!("write `{near}()`"),
        None => format!(
            "show a variable that already holds the text, or say that the app adds the function: `--function {name}`, or \
             `functions = [\"{name}\"]` under `[check]` in codes.toml"
        ),
    });
}

fn check_arguments<'a>(
    context: &mut Context<'_, 'a>,
    (entry, name): (&Entry<'a>, &'a str),
    arguments: &CallArguments<&'a str>,
    options: &[(&str, Values)],
) {
    if arguments.positional.len() != 1 {
        let message = if arguments.positional.is_empty() {
            format!("readers see `{{{name}()}}` or a wrong variant: `{name}()` is not given a value")
        } else {
            format!("readers see the first value only: `{name}()` takes one, and options such as `type: \"ordinal\"`")
        };
        context.report(entry, name, message).help = Some(format!("write `{name}($variable)`"));
    }
    for argument in &arguments.named {
        let fault = options::fault(name, options, argument).or_else(|| ignored_by_library(context, argument));
        if let Some((at, message, help)) = fault {
            context.report(entry, at, message).help = Some(help);
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
