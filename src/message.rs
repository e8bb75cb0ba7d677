use std::sync::Arc;

use fluent_syntax::ast::{Message, Pattern, PatternElement};
use rustc_hash::FxHashMap;

use crate::analysis::{Named, Namespace, Variable, analyse, attribute_of};
use crate::position::Sources;
use crate::prompt::{Texts, is_blank};
use crate::{CodeEntry, Fault, Position};

/// What a locale has for a code.
pub(crate) enum State {
    Usable(Usable),
    /// There is no message, or none that can be shown.
    Absent(Fault),
}

/// A message whose text can be shown.
pub(crate) struct Usable {
    pub(crate) form: Form,
    /// What is wrong with its attributes.
    pub(crate) faults: Vec<Fault>,
    /// Whether all is there that its code asks for.
    pub(crate) complete: bool,
}

pub(crate) enum Form {
    /// The same whatever the arguments.
    Fixed(Arc<Texts>),
    /// For Fluent's resolver, each time.
    Rendered(Arc<Rendered>),
}

pub(crate) struct Rendered {
    pub(crate) id: Arc<str>,
    pub(crate) at: Position,
    pub(crate) variables: Vec<Variable>,
    /// The attributes that can be shown.
    pub(crate) description: bool,
    pub(crate) label: bool,
}

/// A locale's files as far as its messages need them.
pub(crate) struct Compiler<'a> {
    pub(crate) locale: Arc<str>,
    pub(crate) sources: Sources<'a>,
    pub(crate) namespace: Namespace<'a>,
    /// What the parser could not read, by the name that it begins with.
    pub(crate) unread: FxHashMap<Arc<str>, Fault>,
}

impl<'a> Compiler<'a> {
    /// Finds out what can be shown of the message that a code names.
    pub(crate) fn compile(&self, id: &Arc<str>, entry: Option<&CodeEntry>) -> State {
        let Some(Named::Message(message)) = self.namespace.get(id.as_ref()) else {
            let missing = || Fault::MissingMessage { locale: self.locale.clone(), id: id.clone() };
            return State::Absent(self.unread.get(id).cloned().unwrap_or_else(missing));
        };
        let at = self.sources.position_of(message.id.name);
        let mut faults = Vec::new();
        let mut variables = Vec::new();

        let Some(text) = &message.value else { return State::Absent(Fault::BlankMessage { at, id: id.clone() }) };
        if let Err(flaw) = analyse(&self.namespace, text, &mut variables) {
            return State::Absent(Fault::BrokenMessage { at, id: id.clone(), problem: flaw.to_string() });
        }
        let description = self.attribute(message, "description", &mut variables, &mut faults);
        let label = self.attribute(message, "action", &mut variables, &mut faults);
        let complete = label.is_some() || entry.is_none_or(|entry| entry.action.is_none());
        if !complete {
            faults.push(Fault::MissingAction { at: at.clone(), id: id.clone() });
        }

        let form = if [Some(text), description, label].into_iter().flatten().all(is_fixed) {
            let text = concatenate(text);
            if is_blank(&text) {
                return State::Absent(Fault::BlankMessage { at, id: id.clone() });
            }
            let (description, label) = (description.map(concatenate), label.map(concatenate));
            Form::Fixed(Arc::new(Texts { text, description, label }))
        } else {
            let (description, label) = (description.is_some(), label.is_some());
            Form::Rendered(Arc::new(Rendered { id: id.clone(), at, variables, description, label }))
        };
        State::Usable(Usable { form, faults, complete })
    }

    /// Finds an attribute that can be shown.
    fn attribute(
        &self,
        message: &'a Message<&'a str>,
        name: &str,
        variables: &mut Vec<Variable>,
        faults: &mut Vec<Fault>,
    ) -> Option<&'a Pattern<&'a str>> {
        let pattern = attribute_of(&message.attributes, name)?;
        match analyse(&self.namespace, pattern, variables) {
            Ok(()) => Some(pattern).filter(|pattern| !is_fixed(pattern) || !is_blank(&concatenate(pattern))),
            Err(flaw) => {
                let (id, at) = (message.id.name, self.sources.position_of(message.id.name));
                faults.push(Fault::BrokenMessage { at, id: format!("{id}.{name}").into(), problem: flaw.to_string() });
                None
            }
        }
    }
}

fn is_fixed(pattern: &Pattern<&str>) -> bool {
    pattern.elements.iter().all(|element| matches!(element, PatternElement::TextElement { .. }))
}

/// Joins the lines of a fixed pattern.
fn concatenate(pattern: &Pattern<&str>) -> Box<str> {
    let text = |element| match element {
        &PatternElement::TextElement { value } => value,
        PatternElement::Placeable { .. } => "",
    };
    pattern.elements.iter().map(text).collect()
}
