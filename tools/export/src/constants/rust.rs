//! Rust.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use code_prompts_engine::Error;
use code_prompts_engine::project::{Interface, InterfaceCode, ParameterType};

use super::HEADER;
use super::names::{Naming, escape, refuse_equal, shown, upper};
use crate::words::is_word_of;

/// The name of the list of all codes.
const ALL: &str = "ALL";
/// The parameter of every function.
const LOCALIZER: &str = "localizer";

/// Rust's keywords in all editions, in lower case, and names that are reserved for the future.
const KEYWORDS: &str = "\
    abstract as async await become box break const continue crate do dyn else enum extern false final fn for gen if \
    impl in let loop macro match mod move mut override priv pub ref return self static struct super trait true try \
    type typeof unsafe unsized use virtual where while yield";

const NAMING: Naming = Naming {
    language: "Rust",
    constant: constant_name,
    function: function_name,
    parameter: parameter_name,
    action: upper,
};

/// Prints a module.
///
/// # Errors
///
/// Rust can't tell two names apart.
pub fn module(interface: &Interface) -> Result<String, Error> {
    refuse_equal(interface, &NAMING)?;
    let mut module = format!("{HEADER}\nuse code_prompts::{};\n\n", imports(interface));
    for code in &interface.codes {
        let _ = write!(module, "{}", constant(code, "ErrorCode", ""));
    }
    let _ = write!(
        module,
        "\n/// All codes, in the order of codes.toml.\n#[allow(dead_code)]\n#[rustfmt::skip]\npub const {ALL}: &[ErrorCode] = &[\n"
    );
    for code in &interface.codes {
        let _ = writeln!(module, "    {},", constant_name(&code.id));
    }
    module += "];\n";
    if !interface.actions.is_empty() {
        module += "\n/// The actions: what the app does next.\n#[allow(dead_code)]\npub mod actions {\n";
        for action in &interface.actions {
            let _ = writeln!(module, "    pub const {}: &str = \"{action}\";", upper(action));
        }
        module += "}\n";
    }
    for code in interface.codes.iter().filter(|code| !code.parameters.is_empty()) {
        module += &function(code);
    }
    Ok(module)
}

/// Prints associated constants of `ErrorCode`.
///
/// # Errors
///
/// Rust can't tell two names apart.
pub fn associated(interface: &Interface) -> Result<String, Error> {
    refuse_equal(interface, &NAMING)?;
    let constants: String = interface.codes.iter().map(|code| constant(code, "Self", "    ")).collect();
    Ok(format!("{HEADER}\nuse super::ErrorCode;\n\nimpl ErrorCode {{\n{constants}}}\n"))
}

fn imports(interface: &Interface) -> String {
    let kinds: BTreeSet<ParameterType> =
        interface.codes.iter().flat_map(|code| &code.parameters).map(|parameter| parameter.kind).collect();
    let mut names = vec!["ErrorCode"];
    for (name, is_used) in [
        ("Localizer", !kinds.is_empty()),
        ("Number", kinds.contains(&ParameterType::Number)),
        ("Prompt", !kinds.is_empty()),
        ("Value", kinds.contains(&ParameterType::Unknown)),
    ] {
        if is_used {
            names.push(name);
        }
    }
    if names.len() == 1 { names.concat() } else { format!("{{{}}}", names.join(", ")) }
}

fn constant(code: &InterfaceCode, kind: &str, indent: &str) -> String {
    let InterfaceCode { code, id, .. } = code;
    let name = constant_name(id);
    format!("{indent}/// `{code}`: `{id}`.\n{indent}pub const {name}: {kind} = {kind}::new({code});\n")
}

fn function(code: &InterfaceCode) -> String {
    let InterfaceCode { code, id, parameters, .. } = code;
    let mut text = format!("\n/// Returns the prompt for `{code}`: `{id}`.\n");
    if parameters.iter().any(|parameter| parameter.note.is_some()) {
        text += "///\n";
    }
    for parameter in parameters {
        if let Some(note) = &parameter.note {
            let _ = writeln!(text, "/// - `{}`: {}", parameter_name(&parameter.name), documentation(note));
        }
    }
    text += "#[allow(dead_code)]\n#[must_use]\n#[rustfmt::skip]\n";
    let declared: String =
        parameters.iter().map(|it| format!(", {}: {}", parameter_name(&it.name), rust_type(it.kind))).collect();
    let has_value = parameters.iter().any(|it| it.kind == ParameterType::Unknown);
    let lifetimes = if has_value { "'l, 'v" } else { "'l" };
    let passed: Vec<_> =
        parameters.iter().map(|it| format!("(\"{}\", {}.into())", it.name, parameter_name(&it.name))).collect();
    let _ = write!(
        text,
        "pub fn {}<{lifetimes}>({LOCALIZER}: &'l Localizer{declared}) -> Prompt<'l> {{\n    \
         {LOCALIZER}.prompt_with({}, &[{}])\n}}\n",
        function_name(id),
        constant_name(id),
        passed.join(", "),
    );
    text
}

fn rust_type(kind: ParameterType) -> &'static str {
    match kind {
        ParameterType::Boolean => "bool",
        ParameterType::Number => "impl Number",
        ParameterType::Text => "&str",
        ParameterType::Unknown => "impl Into<Value<'v>>",
    }
}

fn constant_name(id: &str) -> String {
    escape(upper(id), |name| name == ALL)
}

fn function_name(id: &str) -> String {
    escape(id.replace('-', "_").to_lowercase(), |name| is_word_of(KEYWORDS, name))
}

fn parameter_name(name: &str) -> String {
    let is_reserved = |name: &str| name == LOCALIZER || is_word_of(KEYWORDS, name);
    escape(name.replace('-', "_").to_lowercase(), is_reserved)
}

/// Escapes a text for a doc comment, where rustdoc reads Markdown, and the compiler refuses some characters.
fn documentation(text: &str) -> String {
    let escape = |character| match character {
        '<' | '>' | '[' | ']' | '`' | '\\' | '*' | '_' => format!("\\{character}"),
        _ => String::from(character),
    };
    shown(text).chars().map(escape).collect()
}
