//! The message of a locale for a code, compiled.

use std::borrow::Cow;
use std::sync::Arc;

use fluent_syntax::ast::Pattern;

use crate::arguments::{Isolation, Request};
use crate::ftl::variable::Variable;
use crate::ftl::variants::BrokenSelect;
use crate::locale::precomputed::{Choice, Template};
use crate::locale::texts::{ACTION, Attributes, Texts};
use crate::{Fault, Position};

/// The message of a locale for a code.
pub(crate) enum State {
    /// Without faults, and the same for all arguments.
    Fixed(Texts),
    Usable(Box<Usable>),
    /// There is no message, or it can't be rendered.
    Absent(Box<Fault>),
}

/// A borrowed [`State`].
#[derive(Clone, Copy)]
pub(crate) enum Found<'a> {
    Fixed(&'a Texts),
    Usable(&'a Usable),
    Absent(&'a Fault),
}

impl State {
    pub(crate) fn found(&self) -> Found<'_> {
        match self {
            Self::Fixed(texts) => Found::Fixed(texts),
            Self::Usable(usable) => Found::Usable(usable),
            Self::Absent(fault) => Found::Absent(fault),
        }
    }
}

impl<'a> Found<'a> {
    /// Returns the texts of a message that depends on the arguments, if it has no faults and needs no resolver.
    pub(crate) fn fast(self, request: &Request<'_>) -> Option<Cow<'a, Texts>> {
        match self {
            Self::Usable(Usable { form: Form::Rendered(message), faults, .. }) if faults.is_empty() => {
                message.fast_path.render(request).filter(|texts| texts.label().is_some() || !request.needs_label)
            }
            _ => None,
        }
    }

    /// Returns the texts, if they are the same for all arguments.
    pub(crate) fn fixed(self) -> Option<&'a Texts> {
        match self {
            Self::Fixed(texts) | Self::Usable(Usable { form: Form::Fixed(texts), .. }) => Some(texts),
            _ => None,
        }
    }

    /// Returns whether there is a text that can be rendered.
    pub(crate) fn has_text(self) -> bool {
        !matches!(self, Self::Absent(_))
    }

    /// Returns whether there is a label for an action.
    pub(crate) fn has_label(self) -> bool {
        match self.rendered() {
            Some(message) => message.attributes.iter().any(|(name, _)| **name == *ACTION),
            None => self.fixed().is_some_and(|texts| texts.label().is_some()),
        }
    }

    /// Returns the message, if it depends on the arguments.
    pub(crate) fn rendered(self) -> Option<&'a Rendered> {
        match self {
            Self::Usable(Usable { form: Form::Rendered(message), .. }) => Some(message),
            _ => None,
        }
    }
}

/// A message whose text can be rendered.
pub(crate) struct Usable {
    pub(crate) form: Form,
    /// The faults of its attributes and of overrides that are ignored.
    pub(crate) faults: Vec<Fault>,
    /// The message that it overrides, which is used if arguments make this one blank or select a broken variant.
    pub(crate) below: Option<State>,
}

pub(crate) enum Form {
    /// The same for all arguments.
    Fixed(Texts),
    /// Depends on the arguments.
    Rendered(Box<Rendered>),
}

/// A simple pattern that is rendered without Fluent's resolver.
pub(crate) enum FastPath {
    Choice(Choice),
    Template(Template),
    None,
}

pub(crate) struct Rendered {
    pub(super) id: Arc<str>,
    pub(crate) variables: Vec<Variable>,
    pub(crate) fast_path: FastPath,
    pub(crate) text: Place,
    /// The attributes that can be rendered, by their names.
    pub(crate) attributes: Vec<(Box<str>, Place)>,
}

/// The layers from which Fluent's resolver renders a pattern, and the variants that it can't render.
pub(crate) struct Place {
    /// The position of the message or attribute.
    pub(super) at: Position,
    /// The layer that has the pattern.
    pub(super) origin: usize,
    /// The highest layer in which its references are looked up.
    pub(super) scope: usize,
    pub(super) broken: Vec<BrokenSelect>,
}

impl FastPath {
    /// Renders the message, or returns `None` if the resolver is needed.
    pub(crate) fn render(&self, request: &Request<'_>) -> Option<Cow<'_, Texts>> {
        match self {
            Self::Choice(choice) => choice.choose(request.args).map(Cow::Borrowed),
            Self::Template(template) => {
                let is_isolating = request.isolation == Isolation::Marks;
                template.fill(request.code, request.args, is_isolating).map(Cow::Owned)
            }
            Self::None => None,
        }
    }

    pub(super) fn of(text: &Pattern<&str>, attributes: &Attributes) -> Self {
        let choice = || Choice::of(text, attributes).map(Self::Choice);
        let template = || Template::of(text, attributes).map(Self::Template);
        choice().or_else(template).unwrap_or(Self::None)
    }
}
