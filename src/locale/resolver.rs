use std::sync::{Arc, OnceLock};

use fluent::{FluentArgs, FluentError, FluentResource};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::Scope;
use fluent_bundle::resolver::errors::{ReferenceKind, ResolverError};
use fluent_syntax::ast::Pattern;
use unic_langid::LanguageIdentifier;

use crate::arguments::{ArgumentType, Isolation, Request};
use crate::fault::{MessageProblem, RenderProblem};
use crate::ftl::number::{Stopgap, number};
use crate::ftl::variants::problem;
use crate::functions::Functions;
use crate::locale::message::{Place, Rendered};
use crate::locale::texts::{ACTION, Attributes, Texts};
use crate::{Fault, Value};
use code_prompts_reader::characters::is_blank;
use code_prompts_reader::names::CODE;
use code_prompts_reader::names::NUMBER;

type Bundle = FluentBundle<Arc<FluentResource>>;

/// Fluent's own resolver, for messages that need it.
///
/// It keeps the source of these messages, and parses it on first use.
pub(crate) struct Resolver {
    tag: Arc<str>,
    id: LanguageIdentifier,
    layers: Vec<Layer>,
    functions: Functions,
}

/// The messages of one layer: of the locale's own files, or of a folder of overrides.
struct Layer {
    source: Box<str>,
    resource: OnceLock<Arc<FluentResource>>,
    isolating: OnceLock<Bundle>,
    bare: OnceLock<Bundle>,
}

impl Resolver {
    /// Creates a resolver from the source of each layer, the lowest first.
    pub(crate) fn new(tag: Arc<str>, id: LanguageIdentifier, sources: Vec<String>, functions: Functions) -> Self {
        let layer = |source: String| Layer {
            source: source.into(),
            resource: OnceLock::new(),
            isolating: OnceLock::new(),
            bare: OnceLock::new(),
        };
        Self { tag, id, layers: sources.into_iter().map(layer).collect(), functions }
    }

    /// Renders a message with its arguments. Returns `None` if the text is blank.
    pub(crate) fn render(&self, message: &Rendered, request: &Request<'_>, faults: &mut Vec<Fault>) -> Option<Texts> {
        let mut add = |fault: Fault| {
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        };
        // FluentArgs keeps them sorted, and would move others for one that is not. The last of one name still counts.
        let mut sorted = request.args.pairs();
        sorted.sort_by_key(|(name, _)| *name);
        let mut args = FluentArgs::with_capacity(sorted.len() + 1);
        args.set(CODE, request.code.to_string());
        for (name, value) in sorted {
            args.set(name, Value::from(value).into_fluent());
        }
        // The resolver shows the name of a missing variable, but in a call of NUMBER() the name of the function.
        for variable in message.variables.iter().filter(|variable| variable.is_passed) {
            if args.get(variable.name.as_str()).is_none() {
                args.set(variable.name.as_str(), Stopgap::of(format!("{{${}}}", variable.name)));
                add(self.missing_argument(message, &variable.name));
            }
        }
        for variable in &message.variables {
            let expected = ArgumentType::of(variable.keys());
            if let (Some(expected), Some(value)) = (expected, request.args.get(variable.name())) {
                if !expected.admits(value) {
                    let (at, locale, id) = (message.text.at.clone(), self.tag.clone(), message.id.clone());
                    add(Fault::InvalidArgument { at, locale, id, name: variable.name.clone(), expected });
                }
            }
        }
        let mut missing_arguments = Vec::new();
        // The error is the fault, or `None` if the text is blank.
        let mut format = |place: &Place, attribute: Option<&str>| {
            let bundle = self.bundle(place.scope, request.isolation).ok_or(None)?;
            if let Some(problem) = problem(&place.broken, &args, &Scope::new(bundle, None, None)) {
                let id = attribute.map_or(message.id.clone(), |name| format!("{}.{name}", message.id).into());
                let problem = MessageProblem::Render(problem.clone());
                return Err(Some(Fault::BrokenMessage { at: place.at.clone(), id, problem }));
            }
            let pattern = self.pattern(place, message, attribute, request.isolation).ok_or(None)?;
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(&args), &mut errors);
            for fault in errors.into_iter().filter_map(|error| self.fault(message, error)) {
                if matches!(fault, Fault::BrokenMessage { .. }) {
                    return Err(Some(fault));
                }
                missing_arguments.push(fault);
            }
            if is_blank(&text) { Err(None) } else { Ok(text) }
        };
        let text = format(&message.text, None);
        let rendered: Vec<_> =
            message.attributes.iter().map(|(name, place)| (&**name, format(place, Some(name)))).collect();
        missing_arguments.into_iter().for_each(&mut add);
        let blank = || Fault::BlankMessage { at: message.text.at.clone(), id: message.id.clone() };
        let missing = || {
            request.needs_label.then(|| Fault::MissingAction { at: message.text.at.clone(), id: message.id.clone() })
        };
        let text = text.map_err(|broken| add(broken.unwrap_or_else(blank))).ok();
        let mut attributes = Attributes::default();
        for (name, text) in rendered {
            match text {
                Ok(text) => attributes.add(name, text),
                Err(None) if name == ACTION => missing().into_iter().for_each(&mut add),
                Err(broken) => broken.into_iter().for_each(&mut add),
            }
        }
        Some(Texts::new(text?, attributes))
    }

    fn pattern(
        &self,
        place: &Place,
        message: &Rendered,
        attribute: Option<&str>,
        isolation: Isolation,
    ) -> Option<&Pattern<&str>> {
        let message = self.bundle(place.origin, isolation)?.get_message(&message.id)?;
        match attribute {
            None => message.value(),
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
        }
    }

    /// Returns a Fluent bundle of a layer and all lower ones.
    fn bundle(&self, layer: usize, isolation: Isolation) -> Option<&Bundle> {
        let top = self.layers.get(layer)?;
        let (cell, isolating) = match isolation {
            Isolation::Marks => (&top.isolating, true),
            Isolation::None => (&top.bare, false),
        };
        Some(cell.get_or_init(|| {
            let mut bundle = Bundle::new_concurrent(vec![self.id.clone()]);
            bundle.set_use_isolating(isolating);
            // Fails only if the name exists already.
            bundle.add_function(NUMBER, number).unwrap_or_default();
            for (name, function) in self.functions.iter() {
                let function = function.clone();
                bundle
                    .add_function(name, move |positional, named| function.call(positional, named))
                    .unwrap_or_default();
            }
            #[cfg(feature = "numbers")]
            bundle.set_formatter(Some(crate::ftl::decimal::format));
            for layer in self.layers.iter().take(layer + 1).rev() {
                // Its errors are names that a higher layer has overridden.
                bundle.add_resource(layer.resource().clone()).unwrap_or_default();
            }
            bundle
        }))
    }

    /// Converts an error of the resolver. Other errors can't occur here.
    fn fault(&self, message: &Rendered, error: FluentError) -> Option<Fault> {
        let FluentError::ResolverError(error) = error else { return None };
        let problem = match error {
            ResolverError::Reference(ReferenceKind::Variable { id: name }) => {
                return Some(self.missing_argument(message, &name));
            }
            ResolverError::Reference(reference) => RenderProblem::UnknownReference { name: written(reference).into() },
            ResolverError::NoValue(id) => RenderProblem::NoValue { id: id.into() },
            ResolverError::MissingDefault => RenderProblem::MissingDefault,
            ResolverError::Cyclic => RenderProblem::Cycle,
            ResolverError::TooManyPlaceables => RenderProblem::TooLarge,
        };
        let problem = MessageProblem::Render(problem);
        Some(Fault::BrokenMessage { at: message.text.at.clone(), id: message.id.clone(), problem })
    }

    fn missing_argument(&self, message: &Rendered, name: &str) -> Fault {
        let (locale, id) = (self.tag.clone(), message.id.clone());
        Fault::MissingArgument { at: message.text.at.clone(), locale, id, name: name.to_owned() }
    }
}

impl Layer {
    fn resource(&self) -> &Arc<FluentResource> {
        self.resource.get_or_init(|| {
            // Syntax errors have been reported already, and no message here needs the broken parts.
            let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(self.source.to_string());
            Arc::new(resource)
        })
    }
}

/// Returns a reference as Fluent writes it.
fn written(reference: ReferenceKind) -> String {
    match reference {
        ReferenceKind::Function { id } => format!("{id}()"),
        ReferenceKind::Message { id, attribute: None } => id,
        ReferenceKind::Message { id, attribute: Some(attribute) } => format!("{id}.{attribute}"),
        ReferenceKind::Term { id, attribute: None } => format!("-{id}"),
        ReferenceKind::Term { id, attribute: Some(attribute) } => format!("-{id}.{attribute}"),
        ReferenceKind::Variable { id } => format!("${id}"),
    }
}
