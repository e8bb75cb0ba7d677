use std::borrow::Cow;
use std::sync::Arc;

use fluent_syntax::ast::Pattern;
use rustc_hash::FxHashMap;

use crate::arguments::{Isolation, Request};
use crate::fault::{MessageProblem, RenderProblem};
use crate::ftl::parse::Named;
use crate::ftl::scope::{Namespace, Scope, attribute_of};
use crate::ftl::validate::{Needs, Variable, analyse, analyse_plain, merge};
use crate::ftl::variants::{BrokenSelect, first_problem};
use crate::locale::precomputed::{Choice, Template, fixed};
use crate::locale::texts::{Attributes, Texts};
use crate::position::Sources;
use crate::{Fault, Position};
use code_prompts_reader::characters::is_blank;

/// What a locale has for a code.
pub(crate) enum State {
    /// A text that is the same whatever the arguments, and nothing is wrong with it.
    Fixed(Texts),
    Usable(Box<Usable>),
    /// There is no message, or none that can be shown.
    Absent(Box<Fault>),
}

/// What there is for a code, as it is looked at.
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
    /// Answers at once what depends on the arguments, if that needs no resolver and nothing is wrong with it.
    pub(crate) fn known(self, request: &Request<'_>) -> Option<Cow<'a, Texts>> {
        match self {
            Self::Usable(Usable { form: Form::Rendered(message), faults, .. }) if faults.is_empty() => {
                message.quick.answer(request).filter(|texts| texts.label().is_some() || !request.wants_label)
            }
            _ => None,
        }
    }

    /// Gives the texts, if they are the same whatever the arguments.
    pub(crate) fn fixed(self) -> Option<&'a Texts> {
        match self {
            Self::Fixed(texts) | Self::Usable(Usable { form: Form::Fixed(texts), .. }) => Some(texts),
            _ => None,
        }
    }

    /// Tells whether there is a text that can be shown.
    pub(crate) fn has_text(self) -> bool {
        !matches!(self, Self::Absent(_))
    }

    /// Tells whether there is a label for an action.
    pub(crate) fn has_label(self) -> bool {
        match self.rendered() {
            Some(message) => message.label.is_some(),
            None => self.fixed().is_some_and(|texts| texts.label().is_some()),
        }
    }

    /// Gives the message, if it depends on the arguments.
    pub(crate) fn rendered(self) -> Option<&'a Rendered> {
        match self {
            Self::Usable(Usable { form: Form::Rendered(message), .. }) => Some(message),
            _ => None,
        }
    }
}

/// A message whose text can be shown.
pub(crate) struct Usable {
    pub(crate) form: Form,
    /// What is wrong with its attributes, and with texts that override others.
    pub(crate) faults: Vec<Fault>,
    /// What it overrides, which answers where arguments make it blank or choose what is broken.
    pub(crate) below: Option<State>,
}

pub(crate) enum Form {
    /// The same whatever the arguments.
    Fixed(Texts),
    /// It depends on the arguments.
    Rendered(Box<Rendered>),
}

/// How a text is found without Fluent's resolver, where its pattern is of a simple kind.
pub(crate) enum Quick {
    Choice(Choice),
    Template(Template),
    None,
}

pub(crate) struct Rendered {
    pub(super) id: Arc<str>,
    pub(crate) variables: Vec<Variable>,
    pub(crate) quick: Quick,
    pub(crate) text: Place,
    /// The attributes that can be shown.
    pub(crate) description: Option<Place>,
    pub(crate) label: Option<Place>,
}

/// Where Fluent's resolver finds a pattern, and which variants of it must not be chosen.
pub(crate) struct Place {
    /// Where the text or the attribute begins.
    pub(super) at: Position,
    /// The layer whose message has it.
    pub(super) origin: usize,
    /// The uppermost layer that it sees.
    pub(super) scope: usize,
    pub(super) broken: Vec<BrokenSelect>,
}

/// A locale's files as far as its messages need them, layer by layer, the lowest first.
pub(super) struct Compiler<'a> {
    pub(super) locale: Arc<str>,
    pub(super) sources: Sources<'a>,
    pub(super) namespaces: Vec<Namespace<'a>>,
    /// What the parser could not read, by name: `id` or `id.attribute`.
    pub(super) unread: Vec<FxHashMap<Arc<str>, Fault>>,
}

/// What is found out on the way.
#[derive(Default)]
pub(super) struct Notes<'a> {
    /// What is broken.
    pub(crate) faults: Vec<Fault>,
    /// The messages and terms that the resolver needs, each by its name where it is defined.
    pub(super) needed: Vec<&'a str>,
}

/// A message to be compiled.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'w> {
    pub(super) id: &'w Arc<str>,
    /// Its place in the code table.
    pub(super) place: Option<usize>,
    pub(super) wants_label: bool,
}

/// A part of a message that can be shown.
struct Part<'n, 'a> {
    wording: Wording<'n, 'a>,
    origin: usize,
    scope: usize,
    /// The name of the message that has it.
    name: &'a str,
    /// The name that it stands behind: that, or the attribute's.
    spot: &'a str,
    needs: Needs<'a>,
    /// Its text, if it is always the same.
    fixed: Option<Cow<'n, str>>,
}

#[derive(Clone, Copy)]
enum Wording<'n, 'a> {
    Plain(&'a str),
    Pattern(&'n Pattern<&'a str>),
}

impl<'a> Compiler<'a> {
    /// Finds out what can be shown of a message.
    pub(super) fn compile(&self, wanted: Wanted<'_>, notes: &mut Notes<'a>) -> State {
        self.compile_layers(&self.namespaces, wanted, notes)
    }

    fn compile_layers(&self, layers: &[Namespace<'a>], wanted: Wanted<'_>, notes: &mut Notes<'a>) -> State {
        let Wanted { id, wants_label, .. } = wanted;
        let mut faults = Vec::new();
        let Some(text) = self.part(layers, wanted, None, &mut faults, notes) else {
            let missing = || Fault::MissingMessage { locale: self.locale.clone(), id: id.clone() };
            return State::Absent(faults.into_iter().next().unwrap_or_else(missing).into());
        };
        let description = self.part(layers, wanted, Some("description"), &mut faults, notes);
        let before = faults.len();
        let label = self.part(layers, wanted, Some("action"), &mut faults, notes);
        let at = || self.sources.position_of(text.name);
        if label.is_none() && faults.len() == before && wants_label {
            let missing = Fault::MissingAction { at: at(), id: id.clone() };
            notes.faults.push(missing.clone());
            faults.push(missing);
        }

        let attributes = [&description, &label].map(Option::as_ref);
        let attributes_are_fixed = attributes.iter().flatten().all(|part| part.fixed.is_some());
        let [about, button] = attributes.map(|part| part?.fixed.as_deref().map(Into::into));
        let fixed_attributes = Attributes { description: about, label: button };
        if let (Some(fixed), true) = (&text.fixed, attributes_are_fixed) {
            let texts = Texts::new(fixed.as_ref(), fixed_attributes);
            return if faults.is_empty() {
                State::Fixed(texts)
            } else {
                State::Usable(Usable { form: Form::Fixed(texts), faults, below: None }.into())
            };
        }

        let quick = match text.wording {
            Wording::Pattern(pattern) if attributes_are_fixed && text.needs.broken.is_empty() => {
                Quick::of(pattern, &fixed_attributes)
            }
            _ => Quick::None,
        };
        let mut variables = Vec::new();
        let mut place = |part: Part<'_, 'a>| {
            merge(&mut variables, part.needs.variables);
            notes.needed.push(part.name);
            notes.needed.extend(part.needs.references);
            let at = self.sources.position_of(part.spot);
            Place { at, origin: part.origin, scope: part.scope, broken: part.needs.broken }
        };
        let (text, description, label) = (place(text), description.map(&mut place), label.map(&mut place));
        let rendered = Rendered { id: id.clone(), variables, quick, text, description, label };
        let below = layers.split_last().filter(|(_, below)| !below.is_empty()).map(|(_, below)| {
            // What is wrong there is of no consequence, unless an argument makes this blank or chooses what is broken.
            let mut again = Notes::default();
            let below = self.compile_layers(below, wanted, &mut again);
            notes.needed.append(&mut again.needed);
            below
        });
        State::Usable(Usable { form: Form::Rendered(rendered.into()), faults, below }.into())
    }

    /// Finds the uppermost text of a message, or of one of its attributes, that can be shown.
    fn part<'n>(
        &self,
        layers: &'n [Namespace<'a>],
        wanted: Wanted<'_>,
        attribute: Option<&str>,
        faults: &mut Vec<Fault>,
        notes: &mut Notes<'a>,
    ) -> Option<Part<'n, 'a>> {
        let own_id = || match attribute {
            None => wanted.id.clone(),
            Some(name) => format!("{}.{name}", wanted.id).into(),
        };
        for (origin, namespace) in layers.iter().enumerate().rev() {
            let mut broken = |fault: Fault| {
                notes.faults.push(fault.clone());
                faults.push(fault);
            };
            let named = namespace.at(wanted.place, wanted.id);
            let found = named.and_then(|named| Some((named.name(), Wording::of(named, attribute)?)));
            let Some((name, (spot, wording))) = found else {
                let unread = self.unread.get(origin).filter(|unread| !unread.is_empty());
                match (unread.and_then(|unread| unread.get(&own_id())), named) {
                    (Some(unread), _) => faults.push(unread.clone()),
                    // An override may be of an attribute alone.
                    (None, Some(Named::Message(message))) if attribute.is_none() && origin == 0 => {
                        let at = self.sources.position_of(message.id.name);
                        broken(Fault::BlankMessage { at, id: own_id() });
                    }
                    _ => {}
                }
                continue;
            };
            let at = || self.sources.position_of(spot);
            let fixed = wording.fixed();
            let (mut overridden, mut partial) = (None, None);
            for scope in (origin..layers.len()).rev() {
                match wording.analyse(Scope(layers.get(..=scope).unwrap_or_default())) {
                    Ok(_) if fixed.as_deref().is_some_and(is_blank) => {
                        if attribute.is_none() {
                            broken(Fault::BlankMessage { at: at(), id: own_id() });
                        }
                        break;
                    }
                    Ok(needs) => {
                        let problem = first_problem(&needs.broken).cloned();
                        let part = Part { wording, origin, scope, name, spot, needs, fixed: fixed.clone() };
                        if problem.is_some() {
                            partial.get_or_insert(part);
                            overridden = problem;
                            continue;
                        }
                        if let Some(problem) = overridden {
                            broken(Fault::BrokenOverride { at: at(), id: own_id(), problem });
                        }
                        return Some(part);
                    }
                    Err(problem) if scope == origin && partial.is_none() => {
                        let problem = MessageProblem::Render(problem);
                        broken(Fault::BrokenMessage { at: at(), id: own_id(), problem });
                    }
                    Err(problem) => overridden = Some(problem),
                }
            }
            if let Some((part, problem)) = partial.zip(overridden) {
                // It is a fault of the prompts alone whose arguments choose what is broken.
                let problem = MessageProblem::Render(problem);
                notes.faults.push(Fault::BrokenMessage { at: at(), id: own_id(), problem });
                return Some(part);
            }
        }
        None
    }
}

impl<'n, 'a> Wording<'n, 'a> {
    /// Finds a text, and the name that stands before it.
    fn of(named: &'n Named<'a>, attribute: Option<&str>) -> Option<(&'a str, Self)> {
        match (named, attribute) {
            (Named::Plain(plain), None) => Some((plain.name, Self::Plain(plain.text))),
            (Named::Plain(plain), Some(name)) => plain.attribute(name).map(|(name, text)| (name, Self::Plain(text))),
            (Named::Message(message), None) => Some((message.id.name, Self::Pattern(message.value.as_ref()?))),
            (Named::Message(message), Some(name)) => {
                let attribute = attribute_of(&message.attributes, name)?;
                Some((attribute.id.name, Self::Pattern(&attribute.value)))
            }
            _ => None,
        }
    }

    fn fixed(self) -> Option<Cow<'n, str>> {
        match self {
            Self::Plain(text) => Some(Cow::Borrowed(text)),
            Self::Pattern(pattern) => fixed(pattern),
        }
    }

    fn analyse(self, scope: Scope<'_, 'a>) -> Result<Needs<'a>, RenderProblem> {
        match self {
            Self::Plain(text) => analyse_plain(text).map(|()| Needs::default()),
            Self::Pattern(pattern) => analyse(scope, pattern),
        }
    }
}

impl Quick {
    /// Answers what does not need the resolver.
    pub(crate) fn answer(&self, request: &Request<'_>) -> Option<Cow<'_, Texts>> {
        match self {
            Self::Choice(choice) => choice.choose(request.args).map(Cow::Borrowed),
            Self::Template(template) => {
                let is_isolating = request.isolation == Isolation::Marks;
                template.fill(request.code, request.args, is_isolating).map(Cow::Owned)
            }
            Self::None => None,
        }
    }

    fn of(text: &Pattern<&str>, attributes: &Attributes) -> Self {
        let choice = || Choice::of(text, attributes).map(Self::Choice);
        let template = || Template::of(text, attributes).map(Self::Template);
        choice().or_else(template).unwrap_or(Self::None)
    }
}
