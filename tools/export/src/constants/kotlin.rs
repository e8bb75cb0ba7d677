//! Kotlin, for the resources of `prompts export --format android`.

use std::fmt::Write as _;

use code_prompts_engine::Error;
use code_prompts_engine::project::{Interface, Project, Tree};
use code_prompts_reader::names::CODE;

use super::HEADER;
use super::names::{Naming, escape, refuse_equal, shown, upper};
use super::platform::{Exported, Type, of_unknown, other, with_texts};
use crate::export::android::key;
use crate::export::texts::{Case, Message, Part};
use crate::words::{camel_case, is_word_of};

/// Kotlin's hard keywords.
const KEYWORDS: &str = "\
    as break class continue do else false for fun if in interface is null object package return super this throw \
    true try typealias typeof val var when while";

/// The functions that every file has, and the parameter of each.
const NAMES: &str = "action actionLabel description resources text";

const NAMING: Naming =
    Naming { language: "Kotlin", constant: constant_name, function: name, parameter: name, action: upper };

/// Prints a file. `package` is that of the app's `R`.
///
/// # Errors
///
/// A file has a syntax error, there are no codes, or Kotlin can't tell two names apart.
pub fn file(project: &Project, tree: &Tree<'_>, package: &str) -> Result<String, Error> {
    with_texts(project, tree, |interface, exported, unknown| {
        refuse_equal(interface, &NAMING)?;
        Ok(write(interface, exported, unknown, package))
    })
}

fn write(
    interface: &Interface,
    exported: &[Exported<'_, '_>],
    unknown: Option<&Message<'_, '_>>,
    package: &str,
) -> String {
    let is_int = interface.codes.iter().all(|code| i32::try_from(code.code.value()).is_ok());
    let (kind, suffix) = if is_int { ("Int", "") } else { ("Long", "L") };
    let mut file = format!(
        "{HEADER}\npackage {package}\n\nimport android.content.res.Resources\n\n\
         /** The codes, by the names of their messages. */\nobject Codes {{\n"
    );
    for code in &interface.codes {
        // The digits of the smallest number are too large without its sign.
        let number = match code.code.value() {
            i64::MIN => "Long.MIN_VALUE".to_owned(),
            number => format!("{number}{suffix}"),
        };
        let name = constant_name(&code.id);
        let _ = write!(file, "    /** `{}` */\n    const val {name}: {kind} = {number}\n", code.id);
    }
    let all: Vec<String> = interface.codes.iter().map(|code| constant_name(&code.id)).collect();
    let _ = write!(
        file,
        "\n    /** All codes, in the order of codes.toml. */\n    val ALL: List<{kind}> = listOf({})\n}}\n\n\
         /** The actions: what the app does next. */\nobject Actions {{\n",
        all.join(", ")
    );
    for action in &interface.actions {
        let _ = writeln!(file, "    const val {}: String = \"{action}\"", upper(action));
    }
    let _ = write!(
        file,
        "}}\n\n/** The texts for the codes, in the language of the resources. */\nobject Prompts {{\n    \
         /** Returns the action of a code, or `null`. */\n    fun action(code: {kind}): String? = when (code) {{\n"
    );
    for it in interface.codes.iter().filter(|code| code.action.is_some()) {
        let action = it.action.as_deref().map(upper).unwrap_or_default();
        let _ = writeln!(file, "        Codes.{} -> Actions.{action}", constant_name(&it.id));
    }
    file += "        else -> null\n    }\n\n";
    let label = |it: &Exported<'_, '_>| plain_call(it, it.code.action.as_ref().and(it.attribute("action"))?);
    let _ = write!(
        file,
        "    /** Returns the label of a button for the action of a code, or `null`. */\n    \
         fun actionLabel(resources: Resources, code: {kind}): String? = when (code) {{\n{}        else -> null\n    }}\n\n",
        cases(exported, label)
    );
    let _ = write!(
        file,
        "    /** Returns what a developer is told about a code. */\n    \
         fun description(resources: Resources, code: {kind}): String = when (code) {{\n{}        \
         else -> text(resources, code)\n    }}\n\n",
        cases(exported, |it| plain_call(it, it.attribute("description")?))
    );
    let _ = write!(
        file,
        "    /**\n     * Returns the text for a code that is known only at run time. A message with arguments has a function below; here\n     \
         * it is shown as an unknown code.\n     */\n    \
         fun text(resources: Resources, code: {kind}): String = when (code) {{\n{}        else -> {}\n    }}\n",
        cases(exported, |it| plain_call(it, it.value()?)),
        unknown_call(unknown)
    );
    exported.iter().filter(|it| it.arguments().next().is_some()).for_each(|it| file += &function(it));
    file + "}\n"
}

/// Returns the branches of a `when` for the codes that have a text.
fn cases(exported: &[Exported<'_, '_>], call: impl Fn(&Exported<'_, '_>) -> Option<String>) -> String {
    let branch =
        |it: &Exported<'_, '_>| Some(format!("        Codes.{} -> {}\n", constant_name(&it.code.id), call(it)?));
    exported.iter().filter_map(branch).collect()
}

/// Returns the call for a text that needs no argument of the app.
fn plain_call(it: &Exported<'_, '_>, part: &Part) -> Option<String> {
    it.is_plain(part).then(|| call(it.message, &it.code.code.to_string(), part, &other(part)))
}

fn unknown_call(unknown: Option<&Message<'_, '_>>) -> String {
    match of_unknown(unknown) {
        Some((message, part)) => {
            let arguments = if part.is_format() { ", code.toString()" } else { "" };
            format!("resources.getString(R.string.{}{arguments})", key(message.source.id, part, &other(part)))
        }
        None => "code.toString()".to_owned(),
    }
}

/// Returns the call that gets a text from the resources. Arguments are in the order in which the export numbers them.
fn call(message: &Message<'_, '_>, code: &str, part: &Part, case: &Case) -> String {
    let key = key(message.source.id, part, case);
    let argument = |name: &str| if name == CODE { format!("\"{code}\"") } else { self::name(name) };
    let arguments: String = message.parameters.iter().map(|it| format!(", {}", argument(&it.name))).collect();
    match part.plural(false) {
        Some((_, plural)) => {
            format!("resources.getQuantityString(R.plurals.{key}, {}{arguments})", argument(&plural.variable))
        }
        None if part.is_format() => format!("resources.getString(R.string.{key}{arguments})"),
        None => format!("resources.getString(R.string.{key})"),
    }
}

fn function(it: &Exported<'_, '_>) -> String {
    let Some(part) = it.value() else { return String::new() };
    let (code, id) = (it.code.code, &it.code.id);
    let mut text = format!("\n    /**\n     * Returns the text for `{code}`: `{id}`.\n");
    for parameter in it.arguments() {
        if let Some(note) = &parameter.note {
            let note = shown(note).replace("*/", "* /").replace("/*", "/ *");
            let _ = writeln!(text, "     * @param {} {note}", name(&parameter.name));
        }
    }
    let declared = |parameter| {
        let kind = match it.type_of(parameter) {
            Type::Boolean => "Boolean",
            Type::Integer => "Int",
            Type::Text => "String",
            Type::Any => "Any",
        };
        format!(", {}: {kind}", name(&parameter.name))
    };
    let declared: String = it.arguments().map(declared).collect();
    let _ = write!(text, "     */\n    fun {}(resources: Resources{declared}): String = ", name(id));
    let cases = part.text_cases();
    let call = |case: &Case| call(it.message, &code.to_string(), part, case);
    if let [only] = cases.as_slice() {
        return text + &call(only) + "\n";
    }
    text += "when {\n";
    for case in &cases {
        let condition = it.condition(part, case, name, |variable| format!("{variable}.toString()"));
        let condition = condition.unwrap_or_else(|| "else".to_owned());
        let _ = writeln!(text, "        {condition} -> {}", call(case));
    }
    text + "    }\n"
}

fn constant_name(id: &str) -> String {
    escape(upper(id), |name| name == "ALL")
}

fn name(id: &str) -> String {
    escape(camel_case([id]), |name| is_word_of(KEYWORDS, name) || is_word_of(NAMES, name))
}
