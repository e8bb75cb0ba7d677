//! TypeScript, for `@fluent/bundle` or any other library that shows messages.

use std::fmt::Write as _;

use code_prompts_engine::Error;
use code_prompts_engine::project::{Interface, InterfaceCode, ParameterType};

use super::HEADER;
use super::names::{Naming, escape, refuse_equal, shown, upper};
use crate::words::{camel_case, is_word_of};

/// The largest integer that JavaScript's numbers hold exactly.
const MAX_SAFE: i64 = (1 << 53) - 1;

/// Reserved words in modules, in strict mode and in functions.
const KEYWORDS: &str = "\
    abstract arguments as async await boolean break case catch class const continue debugger default delete do else \
    enum eval export extends false finally for function if implements import in instanceof interface let new null \
    number package private protected public return static string super switch symbol this throw true try type typeof \
    undefined var void while with yield";

/// What every module has, so that no function can have its name.
const NAMES: &str = "actionOf actions all codes ids";

const NAMING: Naming = Naming {
    language: "TypeScript",
    constant: upper,
    function: function_name,
    parameter: parameter_name,
    action: upper,
};

/// Prints a module.
///
/// # Errors
///
/// TypeScript can't tell two names apart, or a code is too large for JavaScript's numbers.
pub fn module(interface: &Interface) -> Result<String, Error> {
    refuse_equal(interface, &NAMING)?;
    refuse_large(interface)?;
    let mut module = format!("{HEADER}\n/** The codes, by the names of their messages. */\nexport const codes = {{\n");
    for InterfaceCode { code, id, .. } in &interface.codes {
        let _ = write!(module, "  /** `{id}` */\n  {}: {code},\n", upper(id));
    }
    module += "} as const;\n\n/** A code of codes.toml. */\nexport type Code = (typeof codes)[keyof typeof codes];\n";
    module += "\n/** All codes, in the order of codes.toml. */\nexport const all: readonly Code[] = [\n";
    for code in &interface.codes {
        let _ = writeln!(module, "  {},", code.code);
    }
    module += "];\n\n/** The id of the message of each code. */\nexport const ids = {\n";
    for InterfaceCode { code, id, .. } in &interface.codes {
        let _ = writeln!(module, "  \"{code}\": \"{id}\",");
    }
    module += "} as const;\n\n/** The id of a message that has a code. */\nexport type MessageId = (typeof ids)[keyof typeof ids];\n";
    module += "\n/** The actions: what the app does next. */\nexport const actions = {\n";
    for action in &interface.actions {
        let _ = writeln!(module, "  {}: \"{action}\",", upper(action));
    }
    module += "} as const;\n\n/** An action of codes.toml. */\nexport type Action = (typeof actions)[keyof typeof actions];\n";
    module += "\n/** The action of each code that has one. */\nexport const actionOf: { readonly [code: string]: Action | undefined } = {\n";
    for code in &interface.codes {
        if let Some(action) = &code.action {
            let _ = writeln!(module, "  \"{}\": \"{action}\",", code.code);
        }
    }
    module += "};\n";
    if interface.codes.iter().any(|code| !code.parameters.is_empty()) {
        module += "\n/** What returns prompts: the text for a code in the user's language. */\n\
                   export interface Localizer<Prompt> {\n  \
                   prompt(code: number, args: Readonly<Record<string, string | number>>): Prompt;\n}\n";
    }
    for code in interface.codes.iter().filter(|code| !code.parameters.is_empty()) {
        module += &function(code);
    }
    Ok(module)
}

fn function(code: &InterfaceCode) -> String {
    let InterfaceCode { code, id, parameters, .. } = code;
    let mut text = format!("\n/**\n * Returns the prompt for `{code}`: `{id}`.\n");
    for parameter in parameters {
        if let Some(note) = &parameter.note {
            // Nothing in it may end the comment, or be a tag of it.
            let note = shown(note).replace("*/", "* /").replace('@', "(at)");
            let _ = writeln!(text, " * - `{}`: {note}", parameter_name(&parameter.name));
        }
    }
    let declared: Vec<String> =
        parameters.iter().map(|it| format!("{}: {}", parameter_name(&it.name), typescript_type(it.kind))).collect();
    let passed: Vec<String> = (parameters.iter())
        .map(|it| {
            let name = parameter_name(&it.name);
            let value =
                if it.kind == ParameterType::Boolean { format!("String(args.{name})") } else { format!("args.{name}") };
            format!("\"{}\": {value}", it.name)
        })
        .collect();
    let _ = write!(
        text,
        " */\nexport function {}<Prompt>(localizer: Localizer<Prompt>, args: {{ {} }}): Prompt {{\n  \
         return localizer.prompt({code}, {{ {} }});\n}}\n",
        function_name(id),
        declared.join("; "),
        passed.join(", "),
    );
    text
}

fn typescript_type(kind: ParameterType) -> &'static str {
    match kind {
        ParameterType::Boolean => "boolean",
        ParameterType::Number => "number",
        ParameterType::Text => "string",
        ParameterType::Unknown => "string | number",
    }
}

fn function_name(id: &str) -> String {
    escape(camel_case([id]), |name| is_word_of(KEYWORDS, name) || is_word_of(NAMES, name))
}

/// Returns the name of a property, which may be a keyword.
fn parameter_name(name: &str) -> String {
    camel_case([name])
}

fn refuse_large(interface: &Interface) -> Result<(), Error> {
    let large = interface.codes.iter().filter(|code| code.code.value().unsigned_abs() > MAX_SAFE.unsigned_abs());
    let errors: Vec<String> = large
        .map(|code| {
            let (place, number) = (&code.position, code.code);
            format!("{place}: the code {number} is too large for JavaScript, whose numbers are exact up to {MAX_SAFE}")
        })
        .collect();
    if errors.is_empty() { Ok(()) } else { Err(Error::from(errors)) }
}
