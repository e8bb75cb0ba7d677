use std::collections::hash_map::Entry as Slot;
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::errors::{ReferenceKind, ResolverError};
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Pattern};
use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

use crate::analysis::{NUMBER, Named, Namespace};
use crate::codes::{CodeTable, UNKNOWN_CODE};
use crate::decode::decode;
use crate::folder::LocaleFiles;
use crate::message::{Compiler, Rendered, State, Usable};
use crate::position::{Source, Sources};
use crate::prompt::{Texts, is_blank};
use crate::quick::CODE;
use crate::{ErrorCode, Fault, Value, resource};

type Bundle = FluentBundle<Arc<FluentResource>>;

/// Whether what an argument brings into a text is set off by U+2068 and U+2069.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Isolation {
    Marks,
    None,
}

/// What a prompt is asked for.
pub(crate) struct Request<'r> {
    pub(crate) code: ErrorCode,
    pub(crate) args: &'r [(&'r str, Value<'r>)],
    pub(crate) isolation: Isolation,
    /// Whether the code has an action, which wants a label.
    pub(crate) wants_label: bool,
}

/// A locale, parsed.
pub(crate) struct Locale {
    pub(crate) tag: Arc<str>,
    /// What is wrong with its files.
    pub(crate) faults: Vec<Fault>,
    /// A message for each entry of the code table.
    pub(crate) messages: Vec<State>,
    pub(crate) unknown_code: State,
    id: LanguageIdentifier,
    resources: Vec<Arc<FluentResource>>,
    isolating: OnceLock<Bundle>,
    bare: OnceLock<Bundle>,
}

impl Locale {
    pub(crate) fn parse(locale: &LocaleFiles, codes: &CodeTable) -> Self {
        let tag: Arc<str> = locale.id.to_string().into();
        let mut faults = Vec::new();
        let mut unread = FxHashMap::default();
        let mut resources = Vec::new();
        for file in &locale.files {
            let (text, decoding) = decode(file);
            faults.extend(decoding);
            let (resource, unreadable) = resource::parse(&file.path, text.into_owned());
            for fault in &unreadable {
                if let Fault::BrokenMessage { id, .. } = fault {
                    unread.insert(id.clone(), fault.clone());
                }
            }
            faults.extend(unreadable);
            resources.push(Arc::new(resource));
        }

        let files = locale.files.iter().zip(&resources);
        let sources = Sources(files.map(|(file, resource)| Source::new(&file.path, resource.source())).collect());
        let namespace = gather(&resources, &sources, &mut faults);
        let compiler = Compiler { locale: tag.clone(), sources, namespace, unread };
        let entries = codes.entries.iter();
        let messages = entries.map(|entry| compiler.compile(&entry.id, Some(entry), &mut faults)).collect();
        let unknown_code = compiler.compile(&UNKNOWN_CODE.into(), None, &mut faults);
        Self {
            tag,
            faults,
            messages,
            unknown_code,
            id: locale.id.clone(),
            resources,
            isolating: OnceLock::new(),
            bare: OnceLock::new(),
        }
    }

    /// Gives the message of the code at this place of the table, if it can be shown.
    pub(crate) fn usable(&self, index: usize) -> Option<&Usable> {
        match self.messages.get(index)? {
            State::Usable(usable) => Some(usable),
            State::Absent(_) => None,
        }
    }

    /// Renders a message with its arguments. Without a text if it is blank.
    pub(crate) fn render(&self, message: &Rendered, request: &Request<'_>, faults: &mut Vec<Fault>) -> Option<Texts> {
        let mut add = |fault: Fault| {
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        };
        let mut args = FluentArgs::with_capacity(request.args.len() + 1);
        args.set(CODE, request.code.to_string());
        for (name, value) in request.args {
            args.set(*name, value.to_fluent());
        }
        // The resolver shows the name of a variable that is missing, but in a call the name of the function.
        for variable in message.variables.iter().filter(|variable| variable.is_number) {
            if args.get(variable.name.as_str()).is_none() {
                args.set(variable.name.as_str(), format!("{{${}}}", variable.name));
                add(self.missing_argument(message, &variable.name));
            }
        }
        let bundle = self.bundle(request.isolation);
        let found = bundle.get_message(&message.id)?;
        let mut errors = Vec::new();
        let mut format = |pattern: &Pattern<&str>| -> Option<Box<str>> {
            let text = bundle.format_pattern(pattern, Some(&args), &mut errors);
            (!is_blank(&text)).then(|| text.into())
        };
        let text = found.value().and_then(&mut format);
        let mut attribute = |name| found.get_attribute(name).and_then(|attribute| format(attribute.value()));
        let description = if message.description { attribute("description") } else { None };
        let label = if message.label { attribute("action") } else { None };
        errors.into_iter().for_each(|error| add(self.fault(message, error)));
        if text.is_none() {
            add(Fault::BlankMessage { at: message.at.clone(), id: message.id.clone() });
        }
        if request.wants_label && message.label && label.is_none() {
            add(Fault::MissingAction { at: message.at.clone(), id: message.id.clone() });
        }
        Some(Texts { text: text?, description, label })
    }

    fn bundle(&self, isolation: Isolation) -> &Bundle {
        let (cell, isolating) = match isolation {
            Isolation::Marks => (&self.isolating, true),
            Isolation::None => (&self.bare, false),
        };
        cell.get_or_init(|| {
            let mut bundle = Bundle::new_concurrent(vec![self.id.clone()]);
            bundle.set_use_isolating(isolating);
            // Fails on a name that is taken, and none is yet.
            bundle.add_function(NUMBER, number).unwrap_or_default();
            for resource in &self.resources {
                // What it reports is a second message of one name, which `gather` has reported with its place.
                bundle.add_resource(resource.clone()).unwrap_or_default();
            }
            bundle
        })
    }

    fn fault(&self, message: &Rendered, error: FluentError) -> Fault {
        match error {
            FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id: name })) => {
                self.missing_argument(message, &name)
            }
            other => {
                Fault::BrokenMessage { at: message.at.clone(), id: message.id.clone(), problem: other.to_string() }
            }
        }
    }

    fn missing_argument(&self, message: &Rendered, name: &str) -> Fault {
        let (locale, id) = (self.tag.clone(), message.id.clone());
        Fault::MissingArgument { at: message.at.clone(), locale, id, name: name.to_owned() }
    }
}

/// Fluent's `NUMBER()`, but that it shows a text as it is instead of its own name.
fn number<'a>(positional: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    match positional.first() {
        Some(FluentValue::Number(value)) => {
            let mut value = value.clone();
            value.options.merge(named);
            FluentValue::Number(value)
        }
        Some(FluentValue::String(text)) => FluentValue::String(text.clone()),
        _ => FluentValue::Error,
    }
}

/// Gathers the messages and terms of all files. Of two of one name the first counts.
fn gather<'a>(resources: &'a [Arc<FluentResource>], sources: &Sources<'_>, faults: &mut Vec<Fault>) -> Namespace<'a> {
    let mut namespace = Namespace::default();
    for entry in resources.iter().flat_map(|resource| resource.entries()) {
        let (name, named) = match entry {
            Entry::Message(message) => (message.id.name, Named::Message(message)),
            Entry::Term(term) => (term.id.name, Named::Term(term)),
            _ => continue,
        };
        if name == NUMBER {
            let problem = "a function has this name; rename it".to_owned();
            faults.push(Fault::BrokenMessage { at: sources.position_of(name), id: name.into(), problem });
            continue;
        }
        match namespace.entry(name) {
            Slot::Vacant(vacant) => {
                vacant.insert(named);
            }
            Slot::Occupied(first) => faults.push(Fault::DuplicateMessage {
                at: sources.position_of(name),
                first: sources.position_of(first.key()),
                id: name.into(),
            }),
        }
    }
    namespace
}
