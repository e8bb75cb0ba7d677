//! Compiles the messages of a locale, with its overrides in layers.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

use code_prompts_reader::characters::is_blank;
use fluent_syntax::ast::Pattern;

use crate::Fault;
use crate::fault::{MessageProblem, RenderProblem};
use crate::ftl::options::Ignored;
use crate::ftl::parse::Named;
use crate::ftl::scope::{Namespace, Scope, attribute_of};
use crate::ftl::validate::{Needs, analyse, analyse_plain};
use crate::ftl::variable::merge;
use crate::ftl::variants::first_problem;
use crate::functions::Functions;
use crate::locale::definition::Definition;
use crate::locale::message::{FastPath, Form, Place, Rendered, State, Usable};
use crate::locale::precomputed::fixed;
use crate::locale::texts::{ACTION, Attributes, DESCRIPTION, Texts};
use crate::position::Sources;

/// The parsed files of a locale, the lowest layer first.
pub(super) struct Compiler<'a> {
    pub(super) locale: Arc<str>,
    pub(super) sources: Sources<'a>,
    pub(super) namespaces: Vec<Namespace<'a>>,
    /// The syntax faults of each layer by name: `id` or `id.attribute`.
    pub(super) broken: Vec<BTreeMap<Arc<str>, Fault>>,
    pub(super) functions: &'a Functions,
}

/// The findings of a compilation.
#[derive(Default)]
pub(super) struct Notes<'a> {
    pub(crate) faults: Vec<Fault>,
    /// The names of the messages and terms that the resolver needs, as slices of the files that define them.
    pub(super) needed: Vec<&'a str>,
}

/// A message to be compiled.
#[derive(Clone, Copy)]
pub(super) struct Target<'w> {
    pub(super) id: &'w Arc<str>,
    /// Its place in the code table.
    pub(super) place: Option<usize>,
    pub(super) needs_label: bool,
    /// The version that overrides are compared with.
    pub(super) definition: Option<&'w Definition>,
}

/// The text or an attribute of a message, if it can be rendered.
struct Part<'n, 'a> {
    wording: Wording<'n, 'a>,
    origin: usize,
    scope: usize,
    /// The name of the message, as a slice of its file.
    name: &'a str,
    /// The name of the message or attribute, as a slice of its file.
    spot: &'a str,
    needs: Needs<'a>,
    /// The text, if it is the same for all arguments.
    fixed: Option<Cow<'n, str>>,
}

#[derive(Clone, Copy)]
pub(super) enum Wording<'n, 'a> {
    Plain(&'a str),
    Pattern(&'n Pattern<&'a str>),
}

impl<'a> Compiler<'a> {
    /// Compiles a message, and adds its faults and references to `notes`.
    pub(super) fn compile(&self, target: Target<'_>, notes: &mut Notes<'a>) -> State {
        self.compile_layers(&self.namespaces, target, notes)
    }

    fn compile_layers(&self, layers: &[Namespace<'a>], target: Target<'_>, notes: &mut Notes<'a>) -> State {
        let Target { id, needs_label, .. } = target;
        let mut faults = Vec::new();
        let Some(text) = self.part(layers, target, None, &mut faults, notes) else {
            let missing = || Fault::MissingMessage { locale: self.locale.clone(), id: id.clone() };
            return State::Absent(faults.into_iter().next().unwrap_or_else(missing).into());
        };
        let mut attributes = Vec::new();
        for name in self.attribute_names(layers, target) {
            let before = faults.len();
            let part = self.part(layers, target, Some(name), &mut faults, notes);
            if part.is_none() && faults.len() == before && name == ACTION && needs_label {
                let missing = Fault::MissingAction { at: self.sources.position_of(text.name), id: id.clone() };
                notes.faults.push(missing.clone());
                faults.push(missing);
            }
            attributes.extend(part.map(|part| (name, part)));
        }

        let mut fixed_attributes = Attributes::default();
        for (name, part) in &attributes {
            if let Some(fixed) = &part.fixed {
                fixed_attributes.add(name, fixed.as_ref());
            }
        }
        let attributes_are_fixed = attributes.iter().all(|(_, part)| part.fixed.is_some());
        if let (Some(fixed), true) = (&text.fixed, attributes_are_fixed) {
            let texts = Texts::new(fixed.as_ref(), fixed_attributes);
            return if faults.is_empty() {
                State::Fixed(texts)
            } else {
                State::Usable(Usable { form: Form::Fixed(texts), faults, below: None }.into())
            };
        }

        let fast_path = match text.wording {
            Wording::Pattern(pattern) if attributes_are_fixed && text.needs.broken.is_empty() => {
                FastPath::of(pattern, &fixed_attributes)
            }
            _ => FastPath::None,
        };
        let mut variables = Vec::new();
        let mut place = |part: Part<'_, 'a>| {
            merge(&mut variables, part.needs.variables);
            notes.needed.push(part.name);
            notes.needed.extend(part.needs.references);
            let at = self.sources.position_of(part.spot);
            Place { at, origin: part.origin, scope: part.scope, broken: part.needs.broken }
        };
        let text = place(text);
        let attributes = attributes.into_iter().map(|(name, part)| (name.into(), place(part))).collect();
        let rendered = Rendered { id: id.clone(), variables, fast_path, text, attributes };
        let below = layers.split_last().filter(|(_, below)| !below.is_empty()).map(|(_, below)| {
            // Faults in lower layers matter only if arguments make this message blank or select a broken variant, so
            // they are not reported now.
            let mut again = Notes::default();
            let below = self.compile_layers(below, target, &mut again);
            notes.needed.append(&mut again.needed);
            below
        });
        State::Usable(Usable { form: Form::Rendered(rendered.into()), faults, below }.into())
    }

    /// Returns what the references of a text are looked up in, up to this layer.
    pub(super) fn scope<'n>(&'n self, layers: &'n [Namespace<'a>], top: usize) -> Scope<'n, 'a> {
        Scope { layers: layers.get(..=top).unwrap_or_default(), functions: self.functions }
    }

    /// Returns the names of the attributes that a message has in any layer, valid or not, and first of those that have a
    /// meaning.
    fn attribute_names<'n>(&'n self, layers: &[Namespace<'a>], target: Target<'n>) -> Vec<&'n str>
    where
        'a: 'n,
    {
        let mut names = vec![DESCRIPTION, ACTION];
        let mut add = |name| {
            if !names.contains(&name) {
                names.push(name);
            }
        };
        let versions = layers.iter().rev().filter_map(|layer| layer.at(target.place, target.id));
        versions.flat_map(Named::attributes).for_each(&mut add);
        let broken = self.broken.iter().take(layers.len());
        broken.flat_map(|broken| broken_attributes(broken, target.id)).for_each(add);
        names
    }

    /// Finds the highest layer in which the text or an attribute of a message can be rendered.
    fn part<'n>(
        &self,
        layers: &'n [Namespace<'a>],
        target: Target<'_>,
        attribute: Option<&str>,
        faults: &mut Vec<Fault>,
        notes: &mut Notes<'a>,
    ) -> Option<Part<'n, 'a>> {
        let own_id = || match attribute {
            None => target.id.clone(),
            Some(name) => format!("{}.{name}", target.id).into(),
        };
        for (origin, namespace) in layers.iter().enumerate().rev() {
            let mut broken = |fault: Fault| {
                if !faults.contains(&fault) {
                    notes.faults.push(fault.clone());
                    faults.push(fault);
                }
            };
            let named = namespace.at(target.place, target.id);
            let found = named.and_then(|named| Some((named.name(), Wording::of(named, attribute)?)));
            let Some((name, (spot, wording))) = found else {
                let broken_here = self.broken.get(origin).filter(|broken| !broken.is_empty());
                match (broken_here.and_then(|broken| broken.get(&own_id())), named) {
                    (Some(syntax), _) => faults.push(syntax.clone()),
                    // An override can have only attributes.
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
                let definition = target.definition.filter(|definition| definition.layer < scope);
                let allowed = |needs: Needs<'a>| {
                    definition.and_then(|definition| definition.misuse(&needs.variables)).map_or(Ok(needs), Err)
                };
                match wording.analyse(self.scope(layers, scope)).and_then(allowed) {
                    Ok(_) if fixed.as_deref().is_some_and(is_blank) => {
                        if attribute.is_none() {
                            broken(Fault::BlankMessage { at: at(), id: own_id() });
                        }
                        break;
                    }
                    Ok(needs) => {
                        for Ignored { option, needs_feature } in needs.ignored.iter().cloned() {
                            let option = option.into();
                            let fault = Fault::IgnoredOption { at: at(), id: own_id(), option, needs_feature };
                            broken(fault);
                        }
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
                // Of the prompts, only those whose arguments select a broken variant have this fault.
                let problem = MessageProblem::Render(problem);
                notes.faults.push(Fault::BrokenMessage { at: at(), id: own_id(), problem });
                return Some(part);
            }
        }
        None
    }

    /// Returns the lowest version of a message in this locale.
    pub(super) fn definition(&self, target: Target<'_>) -> Option<Definition> {
        self.namespaces.iter().zip(&self.broken).enumerate().find_map(|(layer, (namespace, broken))| {
            let named = namespace.at(target.place, target.id);
            if broken.contains_key(target.id) || broken_attributes(broken, target.id).next().is_some() {
                return Some(Definition { layer, variables: None });
            }
            let named = named?;
            let scope = self.scope(&self.namespaces, layer);
            let attributes = named.attributes().map(Some);
            let mut variables = Some(Vec::new());
            for wording in [None].into_iter().chain(attributes).filter_map(|attribute| Wording::of(named, attribute)) {
                match (wording.1.analyse(scope), &mut variables) {
                    (Ok(needs), Some(variables)) if needs.broken.is_empty() => merge(variables, needs.variables),
                    _ => variables = None,
                }
            }
            Some(Definition { layer, variables })
        })
    }
}

/// Returns the names of the attributes of a message that have syntax faults in a layer.
fn broken_attributes<'n>(broken: &'n BTreeMap<Arc<str>, Fault>, id: &str) -> impl Iterator<Item = &'n str> {
    let start = format!("{id}.");
    let names = broken.range::<str, _>((Bound::Included(start.as_str()), Bound::Unbounded));
    names.map_while(move |(name, _)| name.strip_prefix(start.as_str()))
}

impl<'n, 'a> Wording<'n, 'a> {
    /// Returns a text, and the name before it as a slice of its file.
    pub(super) fn of(named: &'n Named<'a>, attribute: Option<&str>) -> Option<(&'a str, Self)> {
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

    pub(super) fn analyse(self, scope: Scope<'_, 'a>) -> Result<Needs<'a>, RenderProblem> {
        match self {
            Self::Plain(text) => analyse_plain(text).map(|()| Needs::default()),
            Self::Pattern(pattern) => analyse(scope, pattern),
        }
    }
}
