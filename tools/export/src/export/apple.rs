//! A string catalogue of Xcode, `Localizable.xcstrings`. Its source language is the one of readers whose languages are not
//! known. <https://developer.apple.com/documentation/xcode/localizing-and-varying-text-with-a-string-catalog>

use std::collections::BTreeMap;

use code_prompts_engine::Error;
use code_prompts_engine::project::{Piece, Reader, ReaderText, Selector, TextState};
use code_prompts_reader::visible;
use serde_json::{Map, Value, json};

use super::loss::LossRule;
use super::names::{Names, chosen};
use super::report::Losses;
use super::texts::{Case, Message, Part, Texts, category_value, exact_numbers, with};
use crate::locales::apple;

pub(super) fn files(texts: &Texts<'_, '_>, name: &str, losses: &mut Losses) -> Result<BTreeMap<String, String>, Error> {
    let named = apple(&texts.locales);
    for (tag, _) in named.iter().filter(|(_, name)| name.is_none()) {
        losses.unnamed(tag);
    }
    let readers: Vec<(&str, Reader<'_, '_>)> =
        named.iter().filter_map(|(tag, name)| Some((name.as_deref()?, texts.reader(Some(tag))))).collect();
    let of_source = texts.reader(None).locale();
    let source = named.iter().find(|(tag, _)| *tag == of_source).and_then(|(_, name)| name.clone());
    let source = source.or_else(|| readers.first().map(|(name, _)| (*name).to_owned())).unwrap_or_default();
    let mut names = Names::new("Apple's platforms");
    let mut strings = Map::new();
    for message in &texts.messages {
        for part in &message.parts {
            for case in part.text_cases() {
                let key = key(message.source.id, part, &case);
                names.add(&key, message, part, &case);
                strings.insert(key, entry(message, part, &case, &readers, losses));
            }
        }
    }
    names.finish()?;
    let catalogue = json!({ "sourceLanguage": source, "strings": sorted(strings), "version": "1.0" });
    Ok(BTreeMap::from([(format!("{name}.xcstrings"), xcode(&catalogue))]))
}

fn entry(
    message: &Message<'_, '_>,
    part: &Part,
    case: &Case,
    readers: &[(&str, Reader<'_, '_>)],
    losses: &mut Losses,
) -> Value {
    let mut localizations = Map::new();
    for (name, reader) in readers {
        let Some(text) = losses.text(message, part, reader) else { continue };
        localizations.insert((*name).to_owned(), localization(message, part, case, reader, &text, losses));
    }
    let mut entry = Map::new();
    if !message.source.comment.is_empty() {
        entry.insert("comment".to_owned(), message.source.comment.clone().into());
    }
    // Xcode removes what it has not found in the code, unless it is managed by hand.
    entry.insert("extractionState".to_owned(), "manual".into());
    entry.insert("localizations".to_owned(), sorted(localizations));
    Value::Object(entry)
}

fn localization(
    message: &Message<'_, '_>,
    part: &Part,
    case: &Case,
    reader: &Reader<'_, '_>,
    text: &ReaderText<'_, '_>,
    losses: &mut Losses,
) -> Value {
    // A fallback is no translation into this language.
    let is_reviewed = matches!(text.state, TextState::Source | TextState::Reviewed);
    let is_finished = is_reviewed && reader.locale() == text.tag();
    let state = if is_finished { "translated" } else { "needs_review" };
    let unit = |value: String| json!({ "stringUnit": { "state": state, "value": value } });
    let Some((index, selector)) = part.plural(false) else {
        return unit(value(message, part, &part.pieces(text, case), None));
    };
    let is_direct = is_direct(message, part, reader, text, case, (index, selector));
    let in_form = if is_direct { None } else { Some(selector) };
    let mut forms = Map::new();
    let mut add = |form: &str, number: String| {
        let pieces = part.pieces(text, &with(case, index, number));
        forms.insert(form.to_owned(), unit(value(message, part, &pieces, in_form)));
    };
    for category in reader.categories(selector.kind) {
        if !category.numbers.is_empty() || category.name == "other" {
            add(category.name, category_value(reader, text, selector, &category));
        }
    }
    for number in exact_numbers(reader, text, selector) {
        // Every language can have a form for zero things.
        if number == "0" {
            add("zero", number);
        } else {
            losses.add(LossRule::ExactNumber, message, part, Some(text.tag()), number);
        }
    }
    let variations = json!({ "plural": sorted(forms) });
    if is_direct {
        return json!({ "variations": variations });
    }
    let (number, _) = message.argument(&selector.variable);
    let substitution = json!({ "argNum": number, "formatSpecifier": "lld", "variations": variations });
    let name = selector.variable.replace('-', "_");
    let mut unit = unit(format!("%#@{name}@"));
    if let Some(unit) = unit.as_object_mut() {
        unit.insert("substitutions".to_owned(), json!({ name: substitution }));
    }
    unit
}

/// Returns whether the plural forms can be a text's own: Xcode takes the number from the text, so it must be shown, and be
/// the only one. Otherwise the forms are those of a substitution.
fn is_direct(
    message: &Message<'_, '_>,
    part: &Part,
    reader: &Reader<'_, '_>,
    text: &ReaderText<'_, '_>,
    case: &Case,
    (index, selector): (usize, &Selector),
) -> bool {
    let numbers = message.parameters.iter().filter(|parameter| message.argument(&parameter.name).1).count();
    let mut categories = reader.categories(selector.kind).into_iter().filter(|category| category.name == "other");
    let is_shown = |piece: &Piece| matches!(piece, Piece::Argument { name, .. } if *name == selector.variable);
    let shows = |category| {
        part.pieces(text, &with(case, index, category_value(reader, text, selector, &category))).iter().any(is_shown)
    };
    numbers == 1 && categories.any(shows)
}

/// Returns the key of a text, in the notation of Fluent: `room-closed`, `room-closed.action`, `seats-left[kind=front]`.
pub(crate) fn key(id: &str, part: &Part, case: &Case) -> String {
    let attribute = part.attribute.iter().map(|attribute| format!(".{attribute}"));
    let variants = chosen(part, case).map(|(variable, key)| format!("[{variable}={key}]"));
    [id.to_owned()].into_iter().chain(attribute).chain(variants).collect()
}

/// Writes a text as a format string, if it has arguments in any case. In a substitution, `%arg` is its number.
fn value(message: &Message<'_, '_>, part: &Part, pieces: &[Piece], plural: Option<&Selector>) -> String {
    let is_format = part.is_format();
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) if is_format => text.replace('%', "%%"),
        Piece::Text(text) => text.clone(),
        Piece::Argument { name, .. } if plural.is_some_and(|plural| plural.variable == *name) => "%arg".to_owned(),
        Piece::Argument { name, .. } => match message.argument(name) {
            (number, true) => format!("%{number}$lld"),
            (number, false) => format!("%{number}$@"),
        },
    };
    pieces.iter().map(piece).collect()
}

/// Returns an object with its keys sorted, as Xcode writes them.
fn sorted(map: Map<String, Value>) -> Value {
    let sorted: BTreeMap<String, Value> = map.into_iter().collect();
    Value::Object(sorted.into_iter().collect())
}

/// Writes JSON as Xcode does, with a space before each colon. Characters that can't be seen are escaped.
fn xcode(value: &Value) -> String {
    let mut text = String::new();
    write(value, 0, &mut text);
    visible::json(&(text + "\n"))
}

fn write(value: &Value, depth: usize, text: &mut String) {
    match value {
        Value::Object(map) => {
            let indent = "  ".repeat(depth + 1);
            let mut separator = "{\n";
            for (key, value) in map {
                *text += separator;
                *text += &format!("{indent}{} : ", Value::String(key.clone()));
                write(value, depth + 1, text);
                separator = ",\n";
            }
            *text += if map.is_empty() { "{\n\n" } else { "\n" };
            *text += &"  ".repeat(depth);
            text.push('}');
        }
        other => *text += &other.to_string(),
    }
}
