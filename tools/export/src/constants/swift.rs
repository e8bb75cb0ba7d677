//! Swift, for the string catalogue of `prompts export --format apple`.

use std::fmt::Write as _;

use code_prompts_engine::Error;
use code_prompts_engine::project::{Interface, Parameter, ParameterType, Project, Tree};
use code_prompts_reader::names::CODE;

use super::HEADER;
use super::names::{Naming, escape, refuse_equal, shown};
use super::platform::{Exported, Type, of_unknown, other, with_texts};
use crate::export::apple::key;
use crate::export::texts::{Case, Message, Part};
use crate::words::{camel_case, is_word_of};

/// Swift's keywords, and the members that every type has.
const KEYWORDS: &str = "\
    Any Self Type as associatedtype break case catch class continue default defer deinit do else enum extension \
    fallthrough false fileprivate for func guard if import in init inout internal is let nil operator \
    precedencegroup private protocol public repeat rethrows return self static struct subscript super switch throw \
    throws true try typealias var where while";

/// What every file has.
const NAMES: &str = "action actionLabel all bundle description format text";

const NAMING: Naming = Naming { language: "Swift", constant: name, function: name, parameter: name, action: name };

/// Prints a file. `table` is the name of the string catalogue, without its extension.
///
/// # Errors
///
/// A file has a syntax error, there are no codes, or Swift can't tell two names apart.
pub fn file(project: &Project, tree: &Tree<'_>, table: &str) -> Result<String, Error> {
    with_texts(project, tree, |interface, exported, unknown| {
        refuse_equal(interface, &NAMING)?;
        Ok(write(interface, exported, unknown, table))
    })
}

fn write(
    interface: &Interface,
    exported: &[Exported<'_, '_>],
    unknown: Option<&Message<'_, '_>>,
    table: &str,
) -> String {
    let mut file = format!(
        "{HEADER}\nimport Foundation\n\n/// The codes, by the names of their messages.\npublic enum Codes {{\n"
    );
    for code in &interface.codes {
        let _ = write!(file, "    /// `{}`\n    public static let {} = {}\n", code.id, name(&code.id), code.code);
    }
    let all: Vec<String> = interface.codes.iter().map(|code| name(&code.id)).collect();
    let _ = write!(
        file,
        "\n    /// All codes, in the order of codes.toml.\n    public static let all: [Int] = [{}]\n}}\n\n\
         /// The actions: what the app does next.\npublic enum Actions {{\n",
        all.join(", ")
    );
    for action in &interface.actions {
        let _ = writeln!(file, "    public static let {} = \"{action}\"", name(action));
    }
    file += "}\n\n/// The texts for the codes, in the user's language.\npublic enum Prompts {\n    \
             /// Returns the action of a code.\n    public static func action(_ code: Int) -> String? {\n        switch code {\n";
    for it in interface.codes.iter().filter(|code| code.action.is_some()) {
        let action = it.action.as_deref().map(name).unwrap_or_default();
        let _ = writeln!(file, "        case Codes.{}: return Actions.{action}", name(&it.id));
    }
    file += "        default: return nil\n        }\n    }\n\n";
    let label = |it: &Exported<'_, '_>| plain_call(it, it.code.action.as_ref().and(it.attribute("action"))?);
    let _ = write!(
        file,
        "    /// Returns the label of a button for the action of a code.\n    \
         public static func actionLabel(_ code: Int, bundle: Bundle = .main) -> String? {{\n        switch code {{\n{}        \
         default: return nil\n        }}\n    }}\n\n",
        cases(exported, label)
    );
    let _ = write!(
        file,
        "    /// Returns what a developer is told about a code.\n    \
         public static func description(_ code: Int, bundle: Bundle = .main) -> String {{\n        switch code {{\n{}        \
         default: return text(code, bundle: bundle)\n        }}\n    }}\n\n",
        cases(exported, |it| plain_call(it, it.attribute("description")?))
    );
    let _ = write!(
        file,
        "    /// Returns the text for a code that is known only at run time. A message with arguments has a function below; here it\n    \
         /// is shown as an unknown code.\n    \
         public static func text(_ code: Int, bundle: Bundle = .main) -> String {{\n        switch code {{\n{}        \
         default: return {}\n        }}\n    }}\n",
        cases(exported, |it| plain_call(it, it.value()?)),
        unknown_call(unknown)
    );
    exported.iter().filter(|it| it.arguments().next().is_some()).for_each(|it| file += &function(it));
    let _ = write!(
        file,
        "\n    private static func format(_ key: String, _ bundle: Bundle, _ arguments: CVarArg...) -> String {{\n        \
         let text = NSLocalizedString(key, tableName: \"{table}\", bundle: bundle, comment: \"\")\n        \
         return arguments.isEmpty ? text : String(format: text, locale: Locale.current, arguments: arguments)\n    }}\n}}\n"
    );
    file
}

/// Returns the cases of a `switch` for the codes that have a text.
fn cases(exported: &[Exported<'_, '_>], call: impl Fn(&Exported<'_, '_>) -> Option<String>) -> String {
    let case =
        |it: &Exported<'_, '_>| Some(format!("        case Codes.{}: return {}\n", name(&it.code.id), call(it)?));
    exported.iter().filter_map(case).collect()
}

/// Returns the call for a text that needs no argument of the app.
fn plain_call(it: &Exported<'_, '_>, part: &Part) -> Option<String> {
    it.is_plain(part).then(|| call(it.message, &format!("\"{}\"", it.code.code), part, &other(part)))
}

fn unknown_call(unknown: Option<&Message<'_, '_>>) -> String {
    of_unknown(unknown).map_or_else(
        || "String(code)".to_owned(),
        |(message, part)| self::call(message, "String(code)", part, &other(part)),
    )
}

/// Returns the call that gets a text from the catalogue. Arguments are in the order in which the export numbers them.
fn call(message: &Message<'_, '_>, code: &str, part: &Part, case: &Case) -> String {
    let argument = |name: &str| if name == CODE { code.to_owned() } else { self::name(name) };
    let arguments = message.parameters.iter().filter(|_| part.is_format());
    let passed = |it: &Parameter| match it.kind {
        ParameterType::Boolean | ParameterType::Unknown if it.name != CODE => {
            format!(", String(describing: {})", argument(&it.name))
        }
        _ => format!(", {}", argument(&it.name)),
    };
    let arguments: String = arguments.map(passed).collect();
    format!("format(\"{}\", bundle{arguments})", key(message.source.id, part, case))
}

fn function(it: &Exported<'_, '_>) -> String {
    let Some(part) = it.value() else { return String::new() };
    let (code, id) = (it.code.code, &it.code.id);
    let mut text = format!("\n    /// Returns the text for `{code}`: `{id}`.\n");
    for parameter in it.arguments() {
        if let Some(note) = &parameter.note {
            let _ = writeln!(text, "    /// - Parameter {}: {}", name(&parameter.name), shown(note));
        }
    }
    let declared = |parameter| {
        let kind = match it.type_of(parameter) {
            Type::Boolean => "Bool",
            Type::Integer => "Int",
            Type::Text => "String",
            Type::Any => "Any",
        };
        format!("{}: {kind}, ", name(&parameter.name))
    };
    let declared: String = it.arguments().map(declared).collect();
    let _ = writeln!(text, "    public static func {}({declared}bundle: Bundle = .main) -> String {{", name(id));
    for case in &part.text_cases() {
        let call = call(it.message, &format!("\"{code}\""), part, case);
        let _ = match it.condition(part, case, name, |variable| format!("String(describing: {variable})")) {
            None => writeln!(text, "        return {call}"),
            Some(condition) => writeln!(text, "        if {condition} {{ return {call} }}"),
        };
    }
    text + "    }\n"
}

fn name(id: &str) -> String {
    escape(camel_case([id]), |name| is_word_of(KEYWORDS, name) || is_word_of(NAMES, name))
}
