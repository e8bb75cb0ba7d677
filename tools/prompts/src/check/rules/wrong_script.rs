//! Characters of another script than the language's.

use super::super::context::Context;
use super::super::scripts::{Script, is_han, is_kana, simplified, traditional};
use super::super::tree::Entry;
use super::untranslated;

pub(super) const NAME: &str = "wrong-script";
pub(super) const DOCS: &str = include_str!("../../../rules/wrong-script/README.md");

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    let (from, to) = (Script::of(source.id), Script::of(locale.id));
    let is_source = source.tag == locale.tag;
    for entry in &locale.entries {
        for part in entry.parts() {
            let mut found = part.facts.texts().iter().filter_map(|text| foreign(text, to));
            let Some(foreign) = found.next() else { continue };
            let wanted = context.tree.original_part(entry, part);
            // What the source itself has in a script that is not its own, such as a language's own name, is meant.
            let is_quoted = foreign.may_be_quoted
                && (is_source && to == Script::Latin
                    || !is_source && wanted.is_some_and(|part| {
                        !belongs(foreign.text, from) && part.facts.texts().iter().any(|text| text.contains(foreign.text))
                    }));
            if is_quoted || (!is_source && untranslated::left(context.tree, entry, part, from, to).is_some()) {
                continue;
            }
            report(context, entry, &foreign);
        }
    }
}

/// What does not belong to a language's script.
struct Foreign<'a> {
    text: &'a str,
    what: &'static str,
    help: String,
    /// Whether it is fine where the source has it too.
    may_be_quoted: bool,
}

fn report<'a>(context: &mut Context<'_, 'a>, entry: &Entry<'a>, foreign: &Foreign<'a>) {
    let message = format!("readers of {} see {}: `{}`", context.locale.tag, foreign.what, foreign.text);
    context.report(entry, foreign.text, message).help = Some(foreign.help.clone());
}

/// Finds the first foreign thing in a text.
fn foreign<'a>(text: &'a str, script: Script) -> Option<Foreign<'a>> {
    let foreign = |text, what, help: String, may_be_quoted| Some(Foreign { text, what, help, may_be_quoted });
    if script == Script::Latin {
        // Most texts are ASCII, and have none.
        let han = (!text.is_ascii()).then(|| run(text, is_han)).flatten()?;
        return foreign(han, "Chinese characters", "write it in the letters of the language".to_owned(), true);
    }
    if matches!(script, Script::Other(_)) {
        return None;
    }
    if script.is_chinese() {
        if let Some(kana) = run(text, is_kana) {
            return foreign(kana, "Japanese kana", "write it in Chinese".to_owned(), true);
        }
        let other = text.char_indices().find_map(|(at, c)| match script {
            Script::Traditional => Some((at, c, traditional(c)?.to_owned(), "a Simplified character")),
            _ => Some((at, c, simplified(c)?.to_string(), "a Traditional character")),
        });
        // The two scripts' own names are written in themselves.
        let is_name = ["简体", "繁體", "正體"].iter().any(|name| text.contains(name));
        if let Some((at, c, forms, what)) = other.filter(|_| !is_name) {
            let forms: Vec<_> = forms.chars().map(|form| format!("`{form}`")).collect();
            return foreign(text.get(at..at + c.len_utf8())?, what, format!("write {}", forms.join(" or ")), false);
        }
    }
    let sentence = latin_sentence(text)?;
    foreign(sentence, "a sentence in Latin letters", "translate the sentence".to_owned(), true)
}

/// Finds the first run of some characters.
fn run(text: &str, is: impl Fn(char) -> bool) -> Option<&str> {
    let start = text.find(&is)?;
    let rest = text.get(start..)?;
    rest.get(..rest.find(|c| !is(c)).unwrap_or(rest.len()))
}

/// Finds three or more words of lower-case letters in a row, outside of tags and back quotes.
fn latin_sentence(text: &str) -> Option<&str> {
    const WORDS: usize = 3;
    let (mut words, mut start, mut at) = (0, 0, 0);
    let mut quoted = false;
    for word in text.split(' ') {
        let from = at;
        at += word.len() + 1;
        let opens = word.chars().filter(|c| *c == '`').count() % 2 == 1 || word.starts_with('<') != word.ends_with('>');
        let bare = word.trim_end_matches([',', '.', '!', '?', ';', ':']);
        if !quoted && !opens && !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_lowercase()) {
            if words == 0 {
                start = from;
            }
            words += 1;
        } else if words >= WORDS {
            return text.get(start..from.saturating_sub(1));
        } else {
            words = 0;
        }
        quoted ^= opens;
    }
    (words >= WORDS).then(|| text.get(start..).map(str::trim_end)).flatten()
}

/// Tells whether a text is in a script's own characters.
fn belongs(text: &str, script: Script) -> bool {
    match script {
        Script::Latin => text.is_ascii(),
        Script::Japanese => text.chars().all(|c| is_han(c) || is_kana(c)),
        _ => script.has_han() && text.chars().all(is_han),
    }
}
