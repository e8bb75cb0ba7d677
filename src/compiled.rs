use std::borrow::Cow;
use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use crate::Fault;
use crate::analysis::NUMBER;
use crate::codes::{CodeTable, UNKNOWN_CODE};
use crate::decode::decode;
use crate::folder::LocaleFiles;
use crate::message::{Compiler, Notes, State, Wanted};
use crate::namespace::Namespace;
use crate::position::{Source, Sources};
use crate::resolver::Resolver;
use crate::resource::mend;
use crate::scan::{Named, entry_length, parse, read};

/// What a locale says for the codes whose texts are not [plain](crate::locale), and what is wrong with its files.
pub(crate) struct Compiled {
    pub(crate) faults: Vec<Fault>,
    /// By the place of the code in the table.
    pub(crate) states: FxHashMap<usize, State>,
    pub(crate) unknown_code: State,
    pub(crate) resolver: Resolver,
}

impl Compiled {
    /// Reads a locale's files, layer by layer: those at the bottom, then those that override them.
    pub(crate) fn new(locale: &LocaleFiles, codes: &CodeTable, is_plain: impl Fn(usize) -> bool) -> Self {
        let (tag, layers) = (&locale.tag, &locale.layers);
        let mut notes = Notes::default();
        let files = || layers.iter().enumerate().flat_map(|(layer, files)| files.iter().map(move |file| (layer, file)));
        let decoded: Vec<(Cow<'_, str>, Vec<Fault>)> = files().map(|(_, file)| decode(file)).collect();
        let mended: Vec<OnceCell<String>> = files().map(|_| OnceCell::new()).collect();

        let mut sources = Vec::new();
        let mut unread: Vec<_> = layers.iter().map(|_| FxHashMap::default()).collect();
        let mut all = Vec::new();
        for (((layer, file), (text, decoding)), mended) in files().zip(&decoded).zip(&mended) {
            notes.faults.extend_from_slice(decoding);
            let mut text = text.as_ref();
            let found = read(text).unwrap_or_else(|| {
                let (rest, unreadable) = mend(&file.path, text);
                for fault in &unreadable {
                    if let (Fault::BrokenMessage { id, .. }, Some(unread)) = (fault, unread.get_mut(layer)) {
                        unread.insert(id.clone(), fault.clone());
                    }
                }
                notes.faults.extend(unreadable);
                text = mended.get_or_init(|| rest);
                parse(text)
            });
            sources.push((layer, Source::new(&file.path, text)));
            all.push((layer, found));
        }

        let sources = Sources(sources);
        let mut namespaces: Vec<_> = layers.iter().map(|_| Namespace::new(codes)).collect();
        for (layer, named) in all {
            if let Some(namespace) = namespaces.get_mut(layer) {
                gather(named, namespace, &sources, &mut notes.faults);
            }
        }
        let compiler = Compiler { locale: tag.clone(), sources, namespaces, unread };
        let others = codes.entries.iter().enumerate().filter(|(place, _)| !is_plain(*place));
        let states = others.map(|(place, entry)| {
            let wanted = Wanted { id: &entry.id, place: Some(place), wants_label: entry.action.is_some() };
            (place, compiler.compile(wanted, &mut notes))
        });
        let states = states.collect();
        let unknown_code = Wanted { id: &UNKNOWN_CODE.into(), place: None, wants_label: false };
        let unknown_code = compiler.compile(unknown_code, &mut notes);
        let Notes { mut faults, mut needed } = notes;
        needed.sort_unstable_by_key(|name| name.as_ptr());
        needed.dedup_by_key(|name| name.as_ptr());
        faults.extend(unknown_overrides(&compiler, &needed));
        let resolver =
            Resolver::new(tag.clone(), locale.id.clone(), excerpts(&compiler.sources, layers.len(), &needed));
        Self { faults, states, unknown_code, resolver }
    }
}

/// Adds the messages and terms of a file. Of two of one name the first counts.
fn gather<'a>(found: Vec<Named<'a>>, namespace: &mut Namespace<'a>, sources: &Sources<'_>, faults: &mut Vec<Fault>) {
    for named in found {
        let name = named.name();
        if name == NUMBER {
            let problem = "a function has this name; rename it".to_owned();
            faults.push(Fault::BrokenMessage { at: sources.position_of(name), id: name.into(), problem });
        } else if let Some(first) = namespace.insert(named) {
            let (at, first) = (sources.position_of(name), sources.position_of(first));
            faults.push(Fault::DuplicateMessage { at, first, id: name.into() });
        }
    }
}

/// Copies what the resolver may be asked for out of the files of each layer.
fn excerpts(sources: &Sources<'_>, layers: usize, needed: &[&str]) -> Vec<String> {
    let mut excerpts = vec![String::new(); layers];
    for (layer, rest) in needed.iter().filter_map(|name| sources.line_of(name)) {
        if let (Some(excerpt), Some(entry)) = (excerpts.get_mut(layer), rest.get(..entry_length(rest))) {
            // Nothing is added to the last: a line break would make a carriage return at its end a part of that.
            if !excerpt.is_empty() && !excerpt.ends_with('\n') {
                excerpt.push('\n');
            }
            excerpt.push_str(entry);
        }
    }
    excerpts
}

/// Finds what overrides nothing: no code's message, nothing below, and nothing refers to it.
fn unknown_overrides(compiler: &Compiler<'_>, needed: &[&str]) -> Vec<Fault> {
    let mut unknown = Vec::new();
    for (layer, namespace) in compiler.namespaces.iter().enumerate().skip(1) {
        let below = compiler.namespaces.get(..layer).unwrap_or_default();
        for named in namespace.others() {
            let name = named.name();
            let is_needed = needed.binary_search_by_key(&name.as_ptr(), |needed| needed.as_ptr()).is_ok();
            if name != UNKNOWN_CODE && !is_needed && !below.iter().any(|below| below.get(name).is_some()) {
                let hyphen = if matches!(named, Named::Term(_)) { "-" } else { "" };
                let id = format!("{hyphen}{name}").into();
                unknown.push(Fault::UnknownMessage { at: compiler.sources.position_of(name), id });
            }
        }
    }
    unknown.sort_by_cached_key(ToString::to_string);
    unknown
}
