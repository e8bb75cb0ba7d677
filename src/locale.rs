mod compiled;
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
use crate::locale::compiled::Compiled;
use crate::locale::message::{Found, Quick, State};
use crate::locale::texts::{Attributes, Texts};
use crate::{ErrorCode, Fault};
use code_prompts_reader::characters::is_blank;
use code_prompts_reader::names::NUMBER;

/// A locale, ready to answer.
///
/// Plain messages are read at once, without Fluent's parser, and they are most. Everything else, what is wrong with the
/// files too, is found out when it is first asked for.
pub(crate) struct Locale {
    pub(crate) tag: Arc<str>,
    codes: Arc<CodeTable>,
    files: Arc<LocaleFiles>,
    /// The texts of plain messages, by the place of the code in the table.
    plain: Box<[Option<Texts>]>,
    others: OnceLock<Compiled>,
}

impl Locale {
    /// Reads the plain messages.
    pub(crate) fn new(files: &Arc<LocaleFiles>, codes: &Arc<CodeTable>) -> Self {
        let plain = plain_texts(files, codes);
        Self { tag: files.tag.clone(), codes: codes.clone(), files: files.clone(), plain, others: OnceLock::new() }
    }

    /// Returns the texts of a code whose message is plain.
    #[inline]
    pub(crate) fn plain(&self, place: usize) -> Option<&Texts> {
        self.plain.get(place)?.as_ref()
    }

    /// Returns what there is for the code at this place of the table.
    pub(crate) fn message(&self, place: usize) -> Option<Found<'_>> {
        let other = || self.others().states.get(&place).map(State::found);
        self.plain(place).map(Found::Fixed).or_else(other)
    }

    /// Returns what there is for codes that the table does not have.
    pub(crate) fn unknown_code(&self) -> Found<'_> {
        self.others().unknown_code.found()
    }

    /// Returns what there is for each code, and last for those that the table does not have.
    pub(crate) fn messages(&self) -> impl Iterator<Item = Found<'_>> {
        (0..self.codes.entries.len()).filter_map(|place| self.message(place)).chain([self.unknown_code()])
    }

    /// Returns everything but the plain messages, and finds it out if nobody has before.
    pub(crate) fn others(&self) -> &Compiled {
        self.others.get_or_init(|| Compiled::new(&self.files, &self.codes, |place| self.plain(place).is_some()))
    }

    /// Returns whether the message of the code at this place of the table can be shown.
    pub(crate) fn is_usable(&self, place: usize) -> bool {
        self.message(place).is_some_and(Found::has_text)
    }

    /// Returns what is wrong, also what turns out only when a message is rendered.
    pub(crate) fn trial_faults(&self) -> Vec<Fault> {
        let others = self.others();
        let mut shown = Vec::new();
        let codes = self.codes.entries.iter().map(|entry| (entry.code, entry.action.is_some()));
        for ((code, wants_label), found) in codes.chain([(ErrorCode::new(0), false)]).zip(self.messages()) {
            if let Some(message) = found.rendered().filter(|message| matches!(message.quick, Quick::None)) {
                let request = Request { code, args: &[], isolation: Isolation::Marks, wants_label };
                others.resolver.render(message, &request, &mut shown);
            }
        }
        shown.retain(|fault| !matches!(fault, Fault::MissingArgument { .. }) && !others.faults.contains(fault));
        others.faults.iter().cloned().chain(shown).collect()
    }
}

/// Reads the messages of which each text is a line, and nothing is wrong with any, for whatever is wrong elsewhere does
/// not touch them. Where there are overrides, there are none.
fn plain_texts(locale: &LocaleFiles, codes: &CodeTable) -> Box<[Option<Texts>]> {
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
            let place = codes.place_of(name).filter(|_| name != NUMBER);
            let Some((place, is_seen)) = place.and_then(|place| Some((place, is_seen.get_mut(place)?))) else {
                continue;
            };
            // Of two of one name the first counts.
            let is_first = !std::mem::replace(is_seen, true);
            if let (true, Entry::Plain(plain), Some(cell)) = (is_first, entry, texts.get_mut(place)) {
                *cell = sound(&plain, codes.wants_label(place));
            }
        }
    }
    texts.into()
}

/// Gives the texts of a message, if there is nothing to say against any.
fn sound(plain: &Plain<'_>, wants_label: bool) -> Option<Texts> {
    let is_sound = |text: &str| analyse_plain(text).is_ok();
    let attribute = |name| plain.attribute(name).map(|(_, text)| text).filter(|text| !is_blank(text));
    let (description, label) = (attribute("description"), attribute("action"));
    let all_are_sound = [Some(plain.text), description, label].into_iter().flatten().all(is_sound);
    if !all_are_sound || is_blank(plain.text) || wants_label && label.is_none() {
        return None;
    }
    let attributes = Attributes { description: description.map(Into::into), label: label.map(Into::into) };
    Some(Texts::new(plain.text, attributes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::File;

    /// Whatever a file is made of, and whatever is wrong with it, a plain text is the one that would be found
    /// otherwise.
    #[test]
    fn plain_texts_are_what_compiling_finds() {
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
            let all = Compiled::new(&files, &codes, |_| false);
            let locale = Locale::new(&Arc::new(files), &codes);
            let parts = |texts: &Texts| {
                [Some(texts.text()), texts.description(), texts.label()].map(|part| part.map(str::to_owned))
            };
            for place in 0..codes.entries.len() {
                let Some(found) = locale.plain(place) else { continue };
                assert_eq!(Some(parts(found)), all.states[&place].found().fixed().map(parts), "{text:?}");
                plain += 1;
            }
            assert_eq!(locale.others().faults, all.faults, "{text:?}");
        }
        assert!(plain > texts / 10, "{plain}");
    }
}
