//! Names in generated source code.

use std::collections::BTreeMap;

use code_prompts_engine::Error;
use code_prompts_engine::project::Interface;
use code_prompts_reader::characters::{is_bidi_control, is_invisible};

/// How a language names what is generated.
pub(super) struct Naming {
    pub(super) language: &'static str,
    pub(super) constant: fn(&str) -> String,
    pub(super) function: fn(&str) -> String,
    pub(super) parameter: fn(&str) -> String,
    pub(super) action: fn(&str) -> String,
}

/// Returns an id in upper case with underscores: `ROOM_NOT_FOUND`.
pub(crate) fn upper(id: &str) -> String {
    id.replace('-', "_").to_uppercase()
}

/// Appends an underscore to a name that is reserved. It is the same in every language; not all can quote all of their
/// keywords.
pub(super) fn escape(name: String, is_reserved: impl Fn(&str) -> bool) -> String {
    if is_reserved(&name) { name + "_" } else { name }
}

/// Returns a text for a comment, on one line and without characters that act on the lines or the order of the source.
pub(super) fn shown(text: &str) -> String {
    let is_shown = |it: char| !(it.is_control() || is_bidi_control(it) || is_invisible(it));
    text.chars().map(|character| if is_shown(character) { character } else { ' ' }).collect()
}

/// Fails if two names of `codes.toml`, or of a message, are one name in the language.
pub(super) fn refuse_equal(interface: &Interface, naming: &Naming) -> Result<(), Error> {
    let mut errors = Vec::new();
    let mut constants = Names::new(naming, "message ids", "constant");
    let mut functions = Names::new(naming, "message ids", "function");
    for code in &interface.codes {
        let place = code.position.to_string();
        // One error for each two ids is enough.
        let error = constants.add((naming.constant)(&code.id), &code.id, &place);
        let error = error.or_else(|| functions.add((naming.function)(&code.id), &code.id, &place));
        errors.extend(error);
        let mut parameters = Names::new(naming, "variables", "parameter");
        let place = format!("{place}: `{}`", code.id);
        let names = code.parameters.iter().map(|parameter| parameter.name.as_str());
        errors.extend(names.filter_map(|name| parameters.add((naming.parameter)(name), name, &place)));
    }
    let mut actions = Names::new(naming, "actions", "constant");
    errors.extend(interface.actions.iter().filter_map(|it| actions.add((naming.action)(it), it, "codes.toml")));
    if errors.is_empty() { Ok(()) } else { Err(Error::from(errors)) }
}

/// The names of one kind of item.
struct Names<'n> {
    language: &'static str,
    /// What the names of `codes.toml` are, and what those of the language are.
    kinds: (&'static str, &'static str),
    known: BTreeMap<String, &'n str>,
}

impl<'n> Names<'n> {
    fn new(naming: &Naming, written: &'static str, generated: &'static str) -> Self {
        Self { language: naming.language, kinds: (written, generated), known: BTreeMap::new() }
    }

    /// Adds a name. Returns an error if another one has the same name in the language.
    fn add(&mut self, name: String, written: &'n str, place: &str) -> Option<String> {
        let ((kinds, generated), language) = (self.kinds, self.language);
        let error = self.known.get(&name).map(|other| {
            format!(
                "{place}: the {kinds} `{other}` and `{written}` are one {generated} in {language}, `{name}`; rename one"
            )
        });
        self.known.entry(name).or_insert(written);
        error
    }
}
