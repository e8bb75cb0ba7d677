//! What the constants for Kotlin and Swift have in common: calls of the platform's own functions for texts, which is where
//! an export has put them.

use code_prompts_engine::Error;
use code_prompts_engine::project::{Interface, InterfaceCode, Parameter, ParameterType, Project, Readers, Tree};
use code_prompts_reader::names::{CODE, UNKNOWN_CODE};

use crate::export::names::chosen;
use crate::export::texts::{Case, Message, Part, Texts};

/// A code with its message as it is exported.
pub(super) struct Exported<'m, 'a> {
    pub(super) code: &'m InterfaceCode,
    pub(super) message: &'m Message<'a, 'a>,
}

/// The type of an argument in the generated function.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    Boolean,
    Integer,
    Text,
    Any,
}

/// Calls a function with the codes of a folder and the texts that are exported.
pub(super) fn with_texts<T>(
    project: &Project,
    tree: &Tree<'_>,
    write: impl FnOnce(&Interface, &[Exported<'_, '_>], Option<&Message<'_, '_>>) -> Result<T, Error>,
) -> Result<T, Error> {
    let readers = Readers::new(project, tree)?;
    let texts = Texts::of(&readers);
    let Some(catalog) = tree.codes().catalog() else {
        return Err(format!("{}: there is no codes.toml with codes", project.dir().display()).into());
    };
    let interface = Interface::new(catalog, std::slice::from_ref(tree));
    let find = |id: &str| texts.messages.iter().find(|message| message.source.id == id);
    let exported: Vec<_> =
        interface.codes.iter().filter_map(|code| Some(Exported { code, message: find(&code.id)? })).collect();
    write(&interface, &exported, find(UNKNOWN_CODE))
}

impl Exported<'_, '_> {
    /// Returns the arguments of the function: all but the code itself.
    pub(super) fn arguments(&self) -> impl Iterator<Item = &Parameter> {
        self.message.parameters.iter().filter(|parameter| parameter.name != CODE)
    }

    pub(super) fn type_of(&self, parameter: &Parameter) -> Type {
        match (self.message.argument(&parameter.name), parameter.kind) {
            ((_, true), _) => Type::Integer,
            (_, ParameterType::Boolean) => Type::Boolean,
            (_, ParameterType::Unknown) => Type::Any,
            _ => Type::Text,
        }
    }

    pub(super) fn value(&self) -> Option<&Part> {
        self.message.parts.iter().find(|part| part.attribute.is_none())
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&Part> {
        self.message.parts.iter().find(|part| part.attribute.as_deref() == Some(name))
    }

    /// Returns the condition of a case, in the syntax that both languages have; `None` for any other value. `name` returns
    /// the name of a variable, and `as_text` a variable as a text.
    pub(super) fn condition(
        &self,
        part: &Part,
        case: &Case,
        name: fn(&str) -> String,
        as_text: fn(&str) -> String,
    ) -> Option<String> {
        let condition = |(variable, key): (&str, &str)| {
            let parameter = self.arguments().find(|parameter| parameter.name == variable);
            match (parameter.map(|parameter| self.type_of(parameter)), key) {
                (Some(Type::Boolean), "true") => name(variable),
                (Some(Type::Boolean), _) => format!("!{}", name(variable)),
                (Some(Type::Text), key) => format!("{} == \"{key}\"", name(variable)),
                (_, key) => format!("{} == \"{key}\"", as_text(&name(variable))),
            }
        };
        let conditions: Vec<String> = chosen(part, case).map(condition).collect();
        (!conditions.is_empty()).then(|| conditions.join(" && "))
    }

    /// Returns whether a part needs no argument of the app.
    pub(super) fn is_plain(&self, part: &Part) -> bool {
        !part.is_format() || (self.arguments().next().is_none() && part.plural(false).is_none())
    }
}

/// Returns the text of the message for unknown codes, unless it needs more than the code.
pub(super) fn of_unknown<'m, 'a>(unknown: Option<&'m Message<'a, 'a>>) -> Option<(&'m Message<'a, 'a>, &'m Part)> {
    let message = unknown.filter(|message| message.parameters.iter().all(|parameter| parameter.name == CODE))?;
    Some((message, message.parts.iter().find(|part| part.attribute.is_none())?))
}

/// Returns the case of any other value of each selector.
pub(super) fn other(part: &Part) -> Case {
    vec![None; part.selectors.len()]
}
