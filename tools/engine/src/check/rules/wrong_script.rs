//! Characters that do not belong to the script of the language.

use std::borrow::Cow;
use std::sync::Arc;

use fluent_syntax::unicode::unescape_unicode_to_string;
use unicode_script::{Script as Letters, UnicodeScript};

use super::untranslated;
use crate::check::cause::Cause;
use crate::check::context::Context;
use crate::check::unused::is_unused;
use crate::check::written::written_script;
use crate::project::entry::{Kind, Part};
use crate::text::scripts::{Script, is_chinese_only, simplified, traditional};
use crate::text::words::{Foreign, LanguageScripts};

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    let (from, to) = (LanguageScripts::of(source.id), LanguageScripts::of(locale.id));
    let to = if written_script(context.tree, locale) == Script::Latin { to.or_latin() } else { to };
    let is_hong_kong = matches!(locale.id.region.as_ref().map(|region| region.as_str()), Some("HK" | "MO"))
        || locale.id.language.as_str() == "yue";
    let mut causes: Vec<(String, Arc<Cause>)> = Vec::new();
    let is_source = source.tag == locale.tag;
    for entry in &locale.entries {
        // `obsolete-message` reports what the source does not have.
        if !is_source && entry.kind == Kind::Message && entry.original.is_none() {
            continue;
        }
        for part in entry.parts() {
            // Most texts in Latin letters have no others.
            let facts = &part.facts;
            if to.script == Script::Latin && facts.literals.is_empty() && facts.texts.iter().all(|text| text.is_ascii())
            {
                continue;
            }
            let wanted = || context.tree.original_part(entry, part);
            // Foreign text in the source is intended, such as the name of a language in that language.
            let is_quoted = |text: &str| {
                !from.has(text) && wanted().is_some_and(|part| shown(part).any(|(shown, _)| shown.contains(text)))
            };
            let is_intended = |text: &str| if is_source { to.script == Script::Latin } else { is_quoted(text) };
            let found = shown(part).find_map(|(text, at)| {
                let mut wrong = wrong(&text, &to, is_hong_kong).into_iter();
                let wrong = wrong.find(|wrong| !wrong.may_be_quoted || !is_intended(wrong.text))?;
                let message = format!("readers of {} see {}: `{}`", locale.tag, wrong.what, wrong.text);
                let kind = wrong.kind;
                // A literal with escapes is reported as a whole.
                let start = wrong.text.as_ptr() as usize - text.as_ptr() as usize;
                let slice = at.get(start..start + wrong.text.len()).filter(|_| text.len() == at.len());
                Some((slice.unwrap_or(at), message, wrong.help, kind))
            });
            let Some((at, message, help, kind)) = found else { continue };
            if !is_source && context.tree.original(entry).is_some_and(is_unused) {
                continue;
            }
            // `untranslated` reports a sentence that is the source's.
            if !is_source && kind == LATIN_SENTENCES && wanted().is_some_and(|wanted| has_same_texts(part, wanted)) {
                continue;
            }
            if is_source || untranslated::find_untranslated(context.tree, entry, part, from.script, to.script).is_none()
            {
                let known = causes.iter().find(|(known, _)| *known == kind).map(|(_, cause)| cause.clone());
                let cause = known.unwrap_or_else(|| {
                    let cause = Cause::new(
                        Cause::texts_of(locale),
                        format!("have {kind}"),
                        "write them in the letters of the language",
                    );
                    causes.push((kind, cause.clone()));
                    cause
                });
                let finding = context.report(entry, at, message);
                finding.help = Some(help);
                finding.cause = Some(cause);
            }
        }
    }
}

const LATIN_SENTENCES: &str = "sentences in Latin letters";

/// Returns whether all texts of a translation are the source's, apart from spaces around them.
fn has_same_texts(part: &Part<'_>, wanted: &Part<'_>) -> bool {
    let is_same = |text: &&str| wanted.facts.texts.iter().any(|theirs| theirs.trim() == text.trim());
    part.facts.texts.iter().all(is_same)
}

/// Returns the texts of a part, each with the slice of the file. The two differ where there are escapes.
fn shown<'a>(part: &Part<'a>) -> impl Iterator<Item = (Cow<'a, str>, &'a str)> {
    let texts = part.facts.texts.iter().map(|text| (Cow::Borrowed(*text), *text));
    texts.chain(part.facts.literals.iter().map(|literal| (unescape_unicode_to_string(literal), *literal)))
}

/// A text that does not belong to the script of a language.
struct WrongText<'t> {
    text: &'t str,
    what: String,
    /// What it has in common with other texts of the locale.
    kind: String,
    help: String,
    /// Whether it is allowed if the source has it too.
    may_be_quoted: bool,
}

/// Finds the foreign parts of a text.
fn wrong<'t>(text: &'t str, own: &LanguageScripts, is_hong_kong: bool) -> Vec<WrongText<'t>> {
    let script = own.script;
    let mut found: Vec<_> = own.foreign(text).into_iter().map(|foreign| described(foreign, script)).collect();
    found.extend(wrong_form(text, script, is_hong_kong));
    if !matches!(script, Script::Latin | Script::Other(_)) {
        let sentence = latin_sentence(text).map(|text| WrongText {
            text,
            what: "a sentence in Latin letters".to_owned(),
            kind: LATIN_SENTENCES.to_owned(),
            help: "translate the sentence".to_owned(),
            may_be_quoted: true,
        });
        found.extend(sentence);
    }
    found
}

fn described(foreign: Foreign<'_>, script: Script) -> WrongText<'_> {
    match foreign {
        Foreign::Word(text, letters) => {
            let what = match letters {
                Letters::Han => "Chinese characters".to_owned(),
                Letters::Hiragana | Letters::Katakana => "Japanese kana".to_owned(),
                other => format!("{} letters", other.full_name()),
            };
            let own = if script.is_chinese() { "in Chinese" } else { "in the letters of the language" };
            WrongText { text, kind: what.clone(), what, help: format!("write it {own}"), may_be_quoted: true }
        }
        Foreign::LookAlike(text, letter, letters, twin) => {
            let what = format!("a look-alike {} `{letter}` in a word", letters.full_name());
            let script = twin.script().full_name();
            let help = format!("write the {script} `{twin}`: search and screen readers do not recognize the word");
            WrongText {
                text,
                what,
                kind: "look-alike letters of another script".to_owned(),
                help,
                may_be_quoted: false,
            }
        }
    }
}

/// Finds the first Chinese character that belongs to the other Chinese script, or is not used in Japanese.
fn wrong_form(text: &str, script: Script, is_hong_kong: bool) -> Option<WrongText<'_>> {
    // These names are often in lists of languages.
    if !script.has_han() || ["简体", "繁體", "正體", "日本語"].iter().any(|name| text.contains(name)) {
        return None;
    }
    text.char_indices().find_map(|(at, c)| {
        let (what, help) = match script {
            Script::Traditional if is_hong_kong && HONG_KONG.contains(c) => return None,
            Script::Traditional => {
                let forms: Vec<_> = traditional(c)?.chars().map(|form| format!("`{form}`")).collect();
                ("a Simplified character", format!("write {}", forms.join(" or ")))
            }
            Script::Japanese if !is_chinese_only(c) => return None,
            Script::Japanese => ("a Simplified Chinese character", "write the Japanese form".to_owned()),
            _ => ("a Traditional character", format!("write `{}`", simplified(c)?)),
        };
        let text = text.get(at..at + c.len_utf8())?;
        let kind = match script {
            Script::Traditional => "Simplified characters",
            Script::Japanese => "Simplified Chinese characters",
            _ => "Traditional characters",
        };
        Some(WrongText { text, what: what.to_owned(), kind: kind.to_owned(), help, may_be_quoted: false })
    })
}

/// Forms that Hong Kong and Macau share with Simplified Chinese.
const HONG_KONG: &str = "兑册剥却呐户脱悦税温卧蜕虚";

/// Finds three or more successive lower-case words, outside of tags and back quotes.
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
            // Between commas are items of a list, such as “bak, tmp, log”.
            if word.ends_with(',') && words < WORDS {
                words = 0;
            }
        } else if words >= WORDS {
            return text.get(start..from.saturating_sub(1));
        } else {
            words = 0;
        }
        quoted ^= opens;
    }
    (words >= WORDS).then(|| text.get(start..).map(str::trim_end)).flatten()
}
