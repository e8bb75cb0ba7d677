use std::collections::hash_map::Entry as Slot;
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::errors::{ReferenceKind, ResolverError};
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use fluent_syntax::ast::{Entry, Pattern};
use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

use crate::analysis::{Named, Namespace};
use crate::codes::{CodeTable, UNKNOWN_CODE};
use crate::decode::decode;
use crate::folder::LocaleFiles;
use crate::message::{Compiler, Rendered, State};
use crate::position::{Source, Sources};
use crate::prompt::{Texts, is_blank};
use crate::{Fault, resource};

type Bundle = FluentBundle<Arc<FluentResource>>;

/// Whether what an argument brings into a text is set off by U+2068 and U+2069.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Isolation {
    Marks,
    None,
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
        let namespace = name(&resources, &sources, &mut faults);
        let compiler = Compiler { locale: tag.clone(), sources, namespace, unread };
        let messages = codes.entries.iter().map(|entry| compiler.compile(&entry.id, Some(entry))).collect();
        let unknown_code = compiler.compile(&UNKNOWN_CODE.into(), None);
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

    /// Renders a message with its arguments. Without a text if it is blank.
    pub(crate) fn render(
        &self,
        message: &Rendered,
        args: &FluentArgs<'_>,
        isolation: Isolation,
        faults: &mut Vec<Fault>,
    ) -> Option<Texts> {
        let bundle = self.bundle(isolation);
        let found = bundle.get_message(&message.id)?;
        let mut errors = Vec::new();
        let mut format =
            |pattern: &Pattern<&str>| -> Box<str> { bundle.format_pattern(pattern, Some(args), &mut errors).into() };
        let text = format(found.value()?);
        let mut attribute = |name| found.get_attribute(name).map(|attribute| format(attribute.value()));
        let description = message.description.then(|| attribute("description")).flatten();
        let label = message.label.then(|| attribute("action")).flatten();
        for error in errors {
            let fault = self.fault(message, error);
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
        if is_blank(&text) {
            faults.push(Fault::BlankMessage { at: message.at.clone(), id: message.id.clone() });
            return None;
        }
        let visible = |text: Option<Box<str>>| text.filter(|text| !is_blank(text));
        Some(Texts { text, description: visible(description), label: visible(label) })
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
            bundle.add_builtins().unwrap_or_default();
            for resource in &self.resources {
                // What it reports is a second message of one name, which `name` has reported with its place.
                bundle.add_resource(resource.clone()).unwrap_or_default();
            }
            bundle
        })
    }

    fn fault(&self, message: &Rendered, error: FluentError) -> Fault {
        match error {
            FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id: name })) => {
                Fault::MissingArgument { locale: self.tag.clone(), id: message.id.clone(), name }
            }
            other => {
                Fault::BrokenMessage { at: message.at.clone(), id: message.id.clone(), problem: other.to_string() }
            }
        }
    }
}

/// Gathers the messages and terms of all files. Of two of one name the first counts.
fn name<'a>(resources: &'a [Arc<FluentResource>], sources: &Sources<'_>, faults: &mut Vec<Fault>) -> Namespace<'a> {
    let mut namespace = Namespace::default();
    for entry in resources.iter().flat_map(|resource| resource.entries()) {
        let (name, named) = match entry {
            Entry::Message(message) => (message.id.name, Named::Message(message)),
            Entry::Term(term) => (term.id.name, Named::Term(term)),
            _ => continue,
        };
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
