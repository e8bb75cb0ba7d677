use std::sync::Arc;

use fluent_syntax::ast::{Message, Pattern};
use rustc_hash::FxHashMap;

use crate::analysis::{Named, Namespace, Variable, analyse, attribute_of, merge};
use crate::position::Sources;
use crate::prompt::{Texts, is_blank};
use crate::quick::{Choice, Template, fixed};
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
}

impl Usable {
    /// Tells whether it has a label for an action.
    pub(crate) fn has_label(&self) -> bool {
        match &self.form {
            Form::Fixed(texts) => texts.label.is_some(),
            Form::Rendered(message) => message.label,
        }
    }
}

pub(crate) enum Form {
    /// The same whatever the arguments.
    Fixed(Arc<Texts>),
    /// It depends on the arguments.
    Rendered(Rendered),
}

/// How a text is found without Fluent's resolver, where its pattern is of a simple kind.
pub(crate) enum Quick {
    Choice(Choice),
    Template(Template),
    None,
}

pub(crate) struct Rendered {
    pub(crate) id: Arc<str>,
    pub(crate) at: Position,
    pub(crate) variables: Vec<Variable>,
    pub(crate) quick: Quick,
    /// The attributes that can be shown.
    pub(crate) description: bool,
    pub(crate) label: bool,
}

/// A locale's files as far as its messages need them.
pub(crate) struct Compiler<'a> {
    pub(crate) locale: Arc<str>,
    pub(crate) sources: Sources<'a>,
    pub(crate) namespace: Namespace<'a>,
    /// What the parser could not read, by name: `id` or `id.attribute`.
    pub(crate) unread: FxHashMap<Arc<str>, Fault>,
}

impl<'a> Compiler<'a> {
    /// Finds out what can be shown of a message. What is found broken on the way is added to `broken`.
    pub(crate) fn compile(&self, id: &Arc<str>, entry: Option<&CodeEntry>, broken: &mut Vec<Fault>) -> State {
        let Some(Named::Message(message)) = self.namespace.get(id.as_ref()) else {
            let missing = || Fault::MissingMessage { locale: self.locale.clone(), id: id.clone() };
            return State::Absent(self.unread.get(id).cloned().unwrap_or_else(missing));
        };
        let mut absent = |fault: Fault| {
            broken.push(fault.clone());
            State::Absent(fault)
        };
        let at = || self.sources.position_of(message.id.name);
        let blank = || Fault::BlankMessage { at: at(), id: id.clone() };
        let Some(text) = &message.value else { return absent(blank()) };
        let mut variables = match analyse(&self.namespace, text) {
            Ok(variables) => variables,
            Err(flaw) => return absent(Fault::BrokenMessage { at: at(), id: id.clone(), problem: flaw.to_string() }),
        };
        let fixed_text = fixed(text);
        if fixed_text.as_deref().is_some_and(is_blank) {
            return absent(blank());
        }

        let mut faults = Vec::new();
        let description = self.attribute(message, "description", &mut variables, &mut faults, broken);
        let label = self.attribute(message, "action", &mut variables, &mut faults, broken);
        if label.is_none() && faults.is_empty() && entry.is_some_and(|entry| entry.action.is_some()) {
            let missing = Fault::MissingAction { at: at(), id: id.clone() };
            broken.push(missing.clone());
            faults.push(missing);
        }

        let rendered = |quick, description, label| {
            Form::Rendered(Rendered { id: id.clone(), at: at(), variables, quick, description, label })
        };
        let form = match (fixed_text, description, label) {
            (_, description @ Some(None), label) | (_, description, label @ Some(None)) => {
                rendered(Quick::None, description.is_some(), label.is_some())
            }
            (fixed_text, description, label) => {
                let (description, label) = (description.flatten(), label.flatten());
                match fixed_text {
                    Some(text) => Form::Fixed(Arc::new(Texts { text, description, label })),
                    None => {
                        let quick = Quick::of(text, description.as_deref(), label.as_deref());
                        rendered(quick, description.is_some(), label.is_some())
                    }
                }
            }
        };
        State::Usable(Usable { form, faults })
    }

    /// Finds an attribute that can be shown, and its text if that is always the same.
    fn attribute(
        &self,
        message: &'a Message<&'a str>,
        name: &str,
        variables: &mut Vec<Variable>,
        faults: &mut Vec<Fault>,
        broken: &mut Vec<Fault>,
    ) -> Option<Option<Box<str>>> {
        let id = || Arc::<str>::from(format!("{}.{name}", message.id.name));
        let Some(attribute) = attribute_of(&message.attributes, name) else {
            if !self.unread.is_empty() {
                faults.extend(self.unread.get(&id()).cloned());
            }
            return None;
        };
        match analyse(&self.namespace, &attribute.value) {
            Ok(more) => merge(variables, more),
            Err(flaw) => {
                let at = self.sources.position_of(attribute.id.name);
                let fault = Fault::BrokenMessage { at, id: id(), problem: flaw.to_string() };
                broken.push(fault.clone());
                faults.push(fault);
                return None;
            }
        }
        Some(fixed(&attribute.value)).filter(|fixed| !fixed.as_deref().is_some_and(is_blank))
    }
}

impl Quick {
    fn of(text: &Pattern<&str>, description: Option<&str>, label: Option<&str>) -> Self {
        let choice = || Choice::of(text, description, label).map(Self::Choice);
        let template = || Template::of(text, description, label).map(Self::Template);
        choice().or_else(template).unwrap_or(Self::None)
    }
}
