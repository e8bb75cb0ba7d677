//! Application Resource Bundles of Flutter, `app_en.arb`, with ICU messages. Flutter needs a file for each language without a
//! region too. <https://github.com/google/app-resource-bundle>

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use code_prompts_engine::Error;
use code_prompts_engine::project::{Piece, Reader, ReaderText, SelectorKind};
use serde_json::{Map, Value, json};
use unic_langid::LanguageIdentifier;

use super::json::flat;
use super::names::Names;
use super::report::Losses;
use super::texts::{Case, Message, Part, Texts, category_value, exact_numbers, with};
use crate::words::{camel_case, is_word_of};

/// Dart's reserved words, and the members that every class has.
const KEYWORDS: &str = "\
    assert break case catch class const continue default do else enum extends false final finally for hashCode if in \
    is new noSuchMethod null of rethrow return runtimeType super switch this throw toString true try var void while \
    with";

/// The key of the branch for any other value.
const OTHER: &str = "other";

pub(super) fn files(texts: &Texts<'_, '_>, name: &str, losses: &mut Losses) -> Result<BTreeMap<String, String>, Error> {
    let mut names = Names::new("Flutter");
    for message in &texts.messages {
        for part in &message.parts {
            names.add(&key(message, part), message, part, &Case::new());
        }
    }
    names.finish()?;
    let default = language(texts.reader(None).locale());
    let mut files = BTreeMap::new();
    let mut tags: BTreeSet<String> = BTreeSet::new();
    for tag in &texts.locales {
        if tag.parse::<LanguageIdentifier>().is_ok_and(|id| id.variants().len() > 0) {
            losses.unnamed(tag);
        } else {
            tags.extend([(*tag).to_owned(), language(tag)]);
        }
    }
    for tag in tags {
        let locale = tag.replace('-', "_");
        let reader = texts.reader(Some(&tag));
        files.insert(format!("{name}_{locale}.arb"), file(texts, &reader, &locale, tag == default, losses));
    }
    Ok(files)
}

fn language(tag: &str) -> String {
    tag.split('-').next().unwrap_or_default().to_owned()
}

/// Returns a file. The one of the default language is the template, which documents the messages.
fn file(
    texts: &Texts<'_, '_>,
    reader: &Reader<'_, '_>,
    locale: &str,
    is_template: bool,
    losses: &mut Losses,
) -> String {
    let mut pairs = vec![("@@locale".to_owned(), json!(locale))];
    for message in &texts.messages {
        for part in &message.parts {
            let Some(text) = losses.text(message, part, reader) else { continue };
            let key = key(message, part);
            pairs.push((key.clone(), icu(part, reader, &text, 0, &vec![None; part.selectors.len()]).into()));
            if is_template {
                pairs.extend(about(message, part).map(|about| (format!("@{key}"), about)));
            }
        }
    }
    flat(&pairs)
}

/// Returns what documents a text: the notes to translators and the types of the variables.
fn about(message: &Message<'_, '_>, part: &Part) -> Option<Value> {
    let mut about = Map::new();
    if !message.source.comment.is_empty() {
        about.insert("description".to_owned(), message.source.comment.clone().into());
    }
    let is_used = part.has_arguments || !part.selectors.is_empty();
    let placeholders: Map<String, Value> = (message.parameters.iter().filter(|_| is_used))
        .map(|parameter| {
            let kind = if message.argument(&parameter.name).1 { "int" } else { "String" };
            (variable(&parameter.name), json!({ "type": kind }))
        })
        .collect();
    if !placeholders.is_empty() {
        about.insert("placeholders".to_owned(), Value::Object(placeholders));
    }
    (!about.is_empty()).then_some(Value::Object(about))
}

/// Returns the name of a text in Dart.
fn key(message: &Message<'_, '_>, part: &Part) -> String {
    let name = camel_case([message.source.id].into_iter().chain(part.attribute.as_deref()));
    if is_word_of(KEYWORDS, &name) { name + "_" } else { name }
}

fn variable(name: &str) -> String {
    camel_case([name])
}

/// Writes a text as an ICU message: a select or plural for each selector from `index`, with whole sentences in it.
fn icu(part: &Part, reader: &Reader<'_, '_>, text: &ReaderText<'_, '_>, index: usize, case: &Case) -> String {
    let Some(selector) = part.selectors.get(index) else {
        let in_plural = part.selectors.iter().any(|selector| selector.kind == SelectorKind::Cardinal);
        return pieces(&part.pieces(text, case), in_plural);
    };
    let branch = |value: Option<String>| {
        let case = value.map_or_else(|| case.clone(), |value| with(case, index, value));
        icu(part, reader, text, index + 1, &case)
    };
    let mut branches: Vec<(String, String)> = Vec::new();
    let (kind, other) = match selector.kind {
        SelectorKind::Ordinal => return branch(None),
        SelectorKind::Text => {
            let keys = selector.keys.iter().filter(|key| *key != OTHER);
            branches.extend(keys.map(|key| (key.clone(), branch(Some(key.clone())))));
            ("select", branch(None))
        }
        SelectorKind::Cardinal => {
            let exact = exact_numbers(reader, text, selector).into_iter();
            branches.extend(exact.map(|number| (format!("={number}"), branch(Some(number)))));
            let categories = reader.categories(selector.kind).into_iter();
            let value = |category| branch(Some(category_value(reader, text, selector, &category)));
            branches.extend(categories.filter(|it| it.name != OTHER).map(|it| (it.name.to_owned(), value(it))));
            ("plural", branch(Some(OTHER.to_owned())))
        }
    };
    if branches.iter().all(|(_, text)| *text == other) {
        return other;
    }
    let mut written = format!("{{{}, {kind},", variable(&selector.variable));
    // Those for a number come before its category.
    branches.retain(|(key, text)| key.starts_with('=') || *text != other);
    for (key, text) in &branches {
        let _ = write!(written, " {key} {{{text}}}");
    }
    let _ = write!(written, " {OTHER} {{{other}}}}}");
    written
}

/// Writes words and placeholders. Quotes what ICU's syntax has another meaning for.
fn pieces(pieces: &[Piece], in_plural: bool) -> String {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Argument { name, .. } => text += &format!("{{{}}}", variable(name)),
            Piece::Text(words) => {
                for character in words.chars() {
                    match character {
                        '\'' => text += "''",
                        '{' | '}' => text.extend(['\'', character, '\'']),
                        '#' if in_plural => text += "'#'",
                        _ => text.push(character),
                    }
                }
            }
        }
    }
    text
}
