mod compiled;
mod compiler;
mod definition;
pub(crate) mod message;
pub(crate) mod precomputed;
mod resolver;
pub(crate) mod texts;

use std::sync::{Arc, OnceLock};

use crate::arguments::{Isolation, Request};
use crate::codes::CodeTable;
use crate::folder::LocaleFiles;
use crate::folder::decode::decode;
use crate::ftl::parse::{Entry, Plain, entries, name};
use crate::ftl::validate::analyse_plain;
use crate::functions::Functions;
use crate::locale::compiled::Compiled;
use crate::locale::definition::Definition;
use crate::locale::message::{FastPath, Found};
use crate::locale::texts::{ACTION, Attributes, Texts};
use crate::{Direction, ErrorCode, Fault};
use code_prompts_reader::characters::is_blank;
use code_prompts_reader::names::NUMBER;

/// The parsed messages of a locale.
///
/// Plain messages, which are most, are read when it is created, without Fluent's parser. Other messages and the faults
/// are computed on first use.
pub(crate) struct Locale {
    pub(crate) tag: Arc<str>,
    codes: Arc<CodeTable>,
    files: Arc<LocaleFiles>,
    /// The source, for a locale with overrides.
    source: Option<Arc<Locale>>,
    functions: Functions,
    /// The texts of plain messages, by the place of the code in the table.
    plain: Box<[Option<Texts>]>,
    others: OnceLock<Compiled>,
}

impl Locale {
    /// Reads the plain messages. Overrides are compared with the source, which has all messages.
    pub(crate) fn new(
        files: &Arc<LocaleFiles>,
        codes: &Arc<CodeTable>,
        functions: &Functions,
        source: Option<Arc<Self>>,
    ) -> Self {
        let plain = plain_texts(files, codes, functions);
        let (tag, codes, files, functions) = (files.tag.clone(), codes.clone(), files.clone(), functions.clone());
        Self { tag, codes, files, source, functions, plain, others: OnceLock::new() }
    }

    pub(crate) fn direction(&self) -> Direction {
        Direction::of_id(self.files.id.clone())
    }

    /// Returns the texts of a code whose message is plain.
    #[inline]
    pub(crate) fn plain(&self, place: usize) -> Option<&Texts> {
        self.plain.get(place)?.as_ref()
    }

    /// Returns the message, or the fault, for the code at this place of the table.
    pub(crate) fn message(&self, place: usize) -> Option<Found<'_>> {
        self.plain(place).map(Found::Fixed).or_else(|| self.others().message(place))
    }

    /// Returns the message for codes that are not in the table.
    pub(crate) fn unknown_code(&self) -> Found<'_> {
        self.others().unknown_code.found()
    }

    /// Returns the message for each code of the table, and last for codes that are not in the table.
    pub(crate) fn messages(&self) -> impl Iterator<Item = Found<'_>> {
        (0..self.codes.entries.len()).filter_map(|place| self.message(place)).chain([self.unknown_code()])
    }

    /// Returns everything except the plain messages, computed on first use.
    pub(crate) fn others(&self) -> &Compiled {
        self.others.get_or_init(|| {
            let is_plain = |place| self.plain(place).is_some();
            Compiled::new(&self.files, &self.codes, &self.functions, self.source.as_deref(), is_plain)
        })
    }

    /// Returns the variables of the lowest version of the message for the code at this place, or for `None`, of
    /// `unknown-code`.
    fn definition(&self, place: Option<usize>) -> Option<Definition> {
        if self.files.has_overrides() {
            return self.others().definitions.get(&place).cloned();
        }
        let found = place.map_or_else(|| Some(self.unknown_code()), |place| self.message(place))?;
        let variables = match found {
            Found::Absent(Fault::MissingMessage { .. }) => return None,
            Found::Fixed(_) => Some(Vec::new()),
            Found::Usable(usable) if usable.faults.is_empty() => {
                Some(found.rendered().map_or_else(Vec::new, |message| message.variables.clone()))
            }
            Found::Absent(_) | Found::Usable(_) => None,
        };
        Some(Definition { layer: 0, variables })
    }

    /// Returns whether the message of the code at this place of the table can be rendered.
    pub(crate) fn is_usable(&self, place: usize) -> bool {
        self.message(place).is_some_and(Found::has_text)
    }

    /// Returns the faults, including those that are found by rendering each message without arguments.
    pub(crate) fn trial_faults(&self) -> Vec<Fault> {
        let others = self.others();
        let mut shown = Vec::new();
        let codes = self.codes.entries.iter().map(|entry| (entry.code, entry.action.is_some()));
        for ((code, needs_label), found) in codes.chain([(ErrorCode::new(0), false)]).zip(self.messages()) {
            if let Some(message) = found.rendered().filter(|message| matches!(message.fast_path, FastPath::None)) {
                let request = Request { code, args: &(), isolation: Isolation::Marks, needs_label };
                others.resolver.render(message, &request, &mut shown);
            }
        }
        shown.retain(|fault| !matches!(fault, Fault::MissingArgument { .. }) && !others.faults.contains(fault));
        others.faults.iter().cloned().chain(shown).collect()
    }
}

/// Reads the plain messages without faults. Faults elsewhere in a file do not affect them. A locale with overrides has
/// none.
fn plain_texts(locale: &LocaleFiles, codes: &CodeTable, functions: &Functions) -> Box<[Option<Texts>]> {
    let mut texts: Vec<Option<Texts>> = codes.entries.iter().map(|_| None).collect();
    let mut is_seen = vec![false; texts.len()];
    let [files] = &*locale.layers else { return texts.into() };
    for file in files {
        let (text, _) = decode(file);
        for entry in entries(&text) {
            let name = match &entry {
                Entry::Plain(plain) => plain.name,
                Entry::Other(entry) => name(entry),
            };
            let place = codes.place_of(name).filter(|_| name != NUMBER && !functions.has(name));
            let Some((place, is_seen)) = place.and_then(|place| Some((place, is_seen.get_mut(place)?))) else {
                continue;
            };
            // Of duplicates the first is used.
            let is_first = !std::mem::replace(is_seen, true);
            if let (true, Entry::Plain(plain), Some(cell)) = (is_first, entry, texts.get_mut(place)) {
                *cell = valid_texts(&plain, codes.needs_label(place));
            }
        }
    }
    texts.into()
}

/// Returns the texts of a message if it has no faults.
fn valid_texts(plain: &Plain<'_>, needs_label: bool) -> Option<Texts> {
    let is_valid = |text: &str| analyse_plain(text).is_ok();
    if !is_valid(plain.text) || is_blank(plain.text) {
        return None;
    }
    let mut attributes = Attributes::default();
    for (name, text) in plain.attributes() {
        if !is_valid(text) {
            return None;
        }
        if !is_blank(text) {
            attributes.add(name, text);
        }
    }
    (!needs_label || attributes.get(ACTION).is_some()).then(|| Texts::new(plain.text, attributes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::File;

    /// Compares the plain messages of random files, valid or not, with the compiled ones.
    #[test]
    fn plain_texts_agree_with_compiled_ones() {
        const PIECES: [&str; 48] = [
            "a",
            "b-c",
            "d",
            " = ",
            "=",
            " ",
            "    ",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "\t",
            "房间",
            "x",
            ".description = ",
            "\n    ",
            "\na = ",
            "\nb-c = ",
            "\nd = X\n",
            "\n-t = ",
            "\n-a = ",
            "\n# ",
            "{ $v }",
            "{",
            "}",
            "{ $v ->\n",
            "    [a] A\n",
            "   *[b] B\n",
            "[",
            "{ -t }",
            "{ a }",
            "{ \"q\" }",
            "{ \"\\",
            "{ \"\\u12",
            "\n    .action = f",
            "\n.description = D",
            "\n.action = L",
            "\n\n    .description = E",
            "\n .x",
            "\u{FFFD}",
            "\u{AD}",
            "\u{FEFF}",
            "\n}",
            "\n*",
            "\nfoo",
            "\n{ $v }",
            "}\n }\n",
            "\n\t.description = y",
        ];
        const BEGINNINGS: [&str; 5] = ["a = x", "b-c = x\n    .action = y", "", "a = {", "a = x\n"];
        let table = "source = \"en\"\n[codes]\n1 = \"a\"\n2 = { message = \"b-c\", action = \"x\" }\n3 = \"d\"\n";
        let (codes, faults) = CodeTable::parse(&"codes.toml".into(), table);
        let codes = Arc::new(codes);
        assert_eq!(faults, []);
        let mut random = fastrand::Rng::with_seed(1);
        let texts = if cfg!(miri) { 100 } else { 20_000 };
        let mut plain = 0;
        for _ in 0..texts {
            let begin = random.choice(BEGINNINGS).unwrap().to_owned();
            let pieces = 0..random.usize(..14);
            let text = pieces.fold(begin, |text, _| text + random.choice(PIECES).unwrap());
            let file = File { path: "a.ftl".into(), bytes: text.clone().into_bytes().into() };
            let files = LocaleFiles { tag: "en".into(), id: "en".parse().unwrap(), layers: vec![vec![file]] };
            let all = Compiled::new(&files, &codes, &Functions::default(), None, |_| false);
            let locale = Locale::new(&Arc::new(files), &codes, &Functions::default(), None);
            let parts = |texts: &Texts| {
                let attributes = texts.attributes().iter().map(|(name, text)| (name.to_owned(), text.to_owned()));
                (texts.text().to_owned(), attributes.collect::<Vec<_>>())
            };
            for place in 0..codes.entries.len() {
                let Some(found) = locale.plain(place) else { continue };
                assert_eq!(Some(parts(found)), all.message(place).and_then(Found::fixed).map(parts), "{text:?}");
                plain += 1;
            }
            assert_eq!(locale.others().faults, all.faults, "{text:?}");
        }
        assert!(plain > texts / 10, "{plain}");
    }
}
