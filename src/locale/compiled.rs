use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::Fault;
use crate::codes::CodeTable;
use crate::fault::{MessageProblem, RenderProblem};
use crate::folder::LocaleFiles;
use crate::folder::decode::decode;
use crate::ftl::parse::{Named, parse, parse_lossy};
use crate::ftl::recover::{Called, blank_broken_parts};
use crate::ftl::scope::Namespace;
use crate::functions::Functions;
use crate::locale::Locale;
use crate::locale::compiler::{Compiler, Notes, Target};
use crate::locale::definition::Definition;
use crate::locale::message::{Found, State};
use crate::locale::resolver::Resolver;
use crate::position::{Source, Sources};
use code_prompts_reader::names::{NUMBER, UNKNOWN_CODE, entry_length};

/// The messages of a locale that are not [plain](crate::locale), and the faults of its files.
pub(crate) struct Compiled {
    pub(crate) faults: Vec<Fault>,
    /// By the place of the code in the table, `None` for plain messages.
    states: Box<[Option<State>]>,
    pub(crate) unknown_code: State,
    /// By the place of the code, `None` for `unknown-code`. Only those of a locale with overrides.
    pub(super) definitions: FxHashMap<Option<usize>, Definition>,
    pub(crate) resolver: Resolver,
}

impl Compiled {
    /// Compiles the files of a locale, the lowest layer first. Overrides are compared with the source, too.
    pub(crate) fn new(
        locale: &LocaleFiles,
        codes: &CodeTable,
        functions: &Functions,
        source: Option<&Locale>,
        is_plain: impl Fn(usize) -> bool,
    ) -> Self {
        let (tag, layers) = (&locale.tag, &locale.layers);
        let mut notes = Notes::default();
        let files = || layers.iter().enumerate().flat_map(|(layer, files)| files.iter().map(move |file| (layer, file)));
        let decoded: Vec<(Cow<'_, str>, Vec<Fault>)> = files().map(|(_, file)| decode(file)).collect();
        let called: Vec<OnceCell<Called>> = files().map(|_| OnceCell::new()).collect();
        let recovered: Vec<OnceCell<String>> = files().map(|_| OnceCell::new()).collect();

        let mut sources = Vec::new();
        let mut broken: Vec<_> = layers.iter().map(|_| BTreeMap::new()).collect();
        let mut all = Vec::new();
        for ((((layer, file), (text, decoding)), called), recovered) in
            files().zip(&decoded).zip(&called).zip(&recovered)
        {
            notes.faults.extend_from_slice(decoding);
            let text = text.as_ref();
            let mut source = Source::new(&file.path, text);
            let found = parse(text).unwrap_or_else(|| {
                let Called { text: called, insertions } = called.get_or_init(|| Called::new(text));
                let called = Source::with_insertions(&file.path, called, text, insertions);
                let (rest, syntax_faults) = blank_broken_parts(&called);
                for fault in &syntax_faults {
                    if let (Fault::BrokenMessage { id, .. }, Some(broken)) = (fault, broken.get_mut(layer)) {
                        broken.insert(id.clone(), fault.clone());
                    }
                }
                notes.faults.extend(syntax_faults);
                let recovered = recovered.get_or_init(|| rest);
                source = Source::with_insertions(&file.path, recovered, text, insertions);
                parse_lossy(recovered)
            });
            sources.push((layer, source));
            all.push((layer, found));
        }

        let sources = Sources(sources);
        let mut namespaces: Vec<_> = layers.iter().map(|_| Namespace::new(codes)).collect();
        for (layer, named) in all {
            if let Some(namespace) = namespaces.get_mut(layer) {
                add_all(named, namespace, functions, &sources, &mut notes.faults);
            }
        }
        let compiler = Compiler { locale: tag.clone(), sources, namespaces, broken, functions };
        let mut definitions = FxHashMap::default();
        let mut compile = |id: &Arc<str>, place, needs_label| {
            let target = Target { id, place, needs_label, definition: None };
            if layers.len() == 1 {
                return compiler.compile(target, &mut notes);
            }
            let own = compiler.definition(target);
            definitions.extend(own.clone().map(|own| (place, own)));
            let definition = Definition::merged(own, source.and_then(|source| source.definition(place)));
            compiler.compile(Target { definition: definition.as_ref(), ..target }, &mut notes)
        };
        let states =
            codes.entries.iter().enumerate().map(|(place, entry)| {
                (!is_plain(place)).then(|| compile(&entry.id, Some(place), entry.action.is_some()))
            });
        let states = states.collect();
        let unknown_code = compile(&UNKNOWN_CODE.into(), None, false);
        let Notes { mut faults, mut needed } = notes;
        needed.sort_unstable_by_key(|name| name.as_ptr());
        needed.dedup_by_key(|name| name.as_ptr());
        faults.extend(unknown_overrides(&compiler, &needed));
        let resolver = Resolver::new(tag.clone(), locale.id.clone(), excerpts(&compiler, &needed), functions.clone());
        Self { faults, states, unknown_code, definitions, resolver }
    }

    /// Returns the message for the code at this place of the table, if it is not plain.
    pub(super) fn message(&self, place: usize) -> Option<Found<'_>> {
        self.states.get(place)?.as_ref().map(State::found)
    }
}

/// Adds the messages and terms of a file. Of duplicates the first is used.
fn add_all<'a>(
    found: Vec<Named<'a>>,
    namespace: &mut Namespace<'a>,
    functions: &Functions,
    sources: &Sources<'_>,
    faults: &mut Vec<Fault>,
) {
    for named in found {
        let name = named.name();
        if name == NUMBER || functions.has(name) {
            let problem = MessageProblem::Render(RenderProblem::FunctionName);
            faults.push(Fault::BrokenMessage { at: sources.position_of(name), id: name.into(), problem });
        } else if let Some(first) = namespace.insert(named) {
            let (at, first) = (sources.position_of(name), sources.position_of(first));
            faults.push(Fault::DuplicateMessage { at, first, id: name.into() });
        }
    }
}

/// Copies the messages and terms that the resolver needs out of the files of each layer. The resolver replaces whole
/// messages, so an override gets the parts that it does not have from the lower layers.
fn excerpts(compiler: &Compiler<'_>, needed: &[&str]) -> Vec<String> {
    let mut excerpts = vec![String::new(); compiler.namespaces.len()];
    for name in needed {
        let Some((layer, _)) = compiler.sources.line_of(name) else { continue };
        let layers = compiler.namespaces.get(..=layer).unwrap_or_default().iter().rev();
        let mut versions = layers.filter_map(|namespace| namespace.get(name));
        let (Some(top), Some(excerpt)) = (versions.next(), excerpts.get_mut(layer)) else { continue };
        // Not added after the last one: with a line break, a carriage return at its end would no longer be part of its
        // text.
        if !excerpt.is_empty() && !excerpt.ends_with('\n') {
            excerpt.push('\n');
        }
        let below: Vec<&Named<'_>> = versions.filter(|named| named.is_term() == top.is_term()).collect();
        if below.is_empty() {
            excerpt.push_str(entry(&compiler.sources, top.name()));
            continue;
        }
        let all: Vec<&Named<'_>> = std::iter::once(top).chain(below).collect();
        let with_text = all.iter().find(|named| named.has(None)).unwrap_or(&top);
        excerpt.push_str(head(&compiler.sources, with_text));
        let mut written: Vec<&str> = Vec::new();
        for (named, attribute) in
            all.iter().flat_map(|named| named.attributes().map(move |attribute| (named, attribute)))
        {
            if !written.contains(&attribute) {
                written.push(attribute);
                excerpt.push('\n');
                excerpt.push_str(attribute_text(&compiler.sources, named, attribute));
            }
        }
    }
    excerpts
}

/// Returns the source of a message or term.
fn entry<'a>(sources: &Sources<'a>, name: &str) -> &'a str {
    let (_, rest) = sources.line_of(name).unwrap_or_default();
    rest.get(..entry_length(rest)).unwrap_or_default()
}

/// Returns the source of a message or term up to its first attribute.
fn head<'a>(sources: &Sources<'a>, named: &Named<'a>) -> &'a str {
    let entry = entry(sources, named.name());
    let rest = named.attributes().next().and_then(|first| sources.line_of(first)).map_or(0, |(_, rest)| rest.len());
    up_to(sources, named.name(), entry, rest)
}

/// Returns the source of an attribute, up to the next one.
fn attribute_text<'a>(sources: &Sources<'a>, named: &Named<'a>, attribute: &'a str) -> &'a str {
    let next = named.attributes().skip_while(|other| !std::ptr::eq(*other, attribute)).nth(1);
    let rest = next.and_then(|next| sources.line_of(next)).map_or(0, |(_, rest)| rest.len());
    up_to(sources, attribute, entry(sources, attribute), rest)
}

/// Returns the part of an entry behind which `rest` bytes of its file follow.
fn up_to<'a>(sources: &Sources<'a>, name: &str, entry: &'a str, rest: usize) -> &'a str {
    let length = sources.line_of(name).map_or(0, |(_, text)| text.len());
    if rest == 0 { entry } else { entry.get(..length.saturating_sub(rest)).unwrap_or(entry) }
}

/// Returns a fault for each override without effect: it is no code's message, is in no lower layer, and is not referred
/// to.
fn unknown_overrides(compiler: &Compiler<'_>, needed: &[&str]) -> Vec<Fault> {
    let mut unknown = Vec::new();
    for (layer, namespace) in compiler.namespaces.iter().enumerate().skip(1) {
        let below = compiler.namespaces.get(..layer).unwrap_or_default();
        for named in namespace.others() {
            let name = named.name();
            let is_needed = needed.binary_search_by_key(&name.as_ptr(), |needed| needed.as_ptr()).is_ok();
            if name != UNKNOWN_CODE && !is_needed && !below.iter().any(|below| below.get(name).is_some()) {
                let hyphen = if named.is_term() { "-" } else { "" };
                let id = format!("{hyphen}{name}").into();
                unknown.push(Fault::UnknownMessage { at: compiler.sources.position_of(name), id });
            }
        }
    }
    unknown.sort_by_cached_key(ToString::to_string);
    unknown
}
