//! JSON for i18next, version 4: `en-US/prompts.json`, with plural suffixes and contexts.
//! <https://www.i18next.com/misc/json-format>

use std::collections::BTreeMap;

use code_prompts_engine::Error;
use code_prompts_engine::project::{Piece, Reader, ReaderText, Selector, SelectorKind};
use serde_json::Value;

use super::json::flat;
use super::loss::LossRule;
use super::names::{Names, chosen};
use super::report::Losses;
use super::texts::{Case, Message, Part, Texts, category_value, exact_numbers, with};

/// The variable that selects plural forms in i18next.
const COUNT: &str = "count";

pub(super) fn files(texts: &Texts<'_, '_>, name: &str, losses: &mut Losses) -> Result<BTreeMap<String, String>, Error> {
    let mut files = BTreeMap::new();
    for tag in &texts.locales {
        let pairs = pairs(texts, &texts.reader(Some(tag)), losses)?;
        files.insert(format!("{tag}/{name}.json"), flat(&pairs));
    }
    Ok(files)
}

fn pairs(texts: &Texts<'_, '_>, reader: &Reader<'_, '_>, losses: &mut Losses) -> Result<Vec<(String, Value)>, Error> {
    let mut names = Names::new("i18next");
    let mut pairs = Vec::new();
    for message in &texts.messages {
        for part in &message.parts {
            let Some(text) = losses.text(message, part, reader) else { continue };
            let plural = part.plural(true);
            for case in part.text_cases() {
                for (key, value) in keys(message, part, reader, &text, &case, plural, losses) {
                    names.add(&key, message, part, &case);
                    pairs.push((key, value.into()));
                }
            }
        }
    }
    names.finish()?;
    Ok(pairs)
}

/// Returns the keys of a text in a case of its selectors by texts, with their values.
fn keys(
    message: &Message<'_, '_>,
    part: &Part,
    reader: &Reader<'_, '_>,
    text: &ReaderText<'_, '_>,
    case: &Case,
    plural: Option<(usize, &Selector)>,
    losses: &mut Losses,
) -> Vec<(String, String)> {
    let key = key(message.source.id, part, case);
    let Some((index, selector)) = plural else {
        return vec![(key, value(message, part, &part.pieces(text, case), None, losses))];
    };
    if selector.variable != COUNT {
        losses.add(LossRule::RenamedVariable, message, part, None, format!("`${}`", selector.variable));
    }
    let suffix = if selector.kind == SelectorKind::Ordinal { "_ordinal" } else { "" };
    let mut keys = Vec::new();
    let mut add = |form: &str, number: String, losses: &mut Losses| {
        let pieces = part.pieces(text, &with(case, index, number));
        keys.push((format!("{key}{suffix}_{form}"), value(message, part, &pieces, Some(selector), losses)));
    };
    for category in reader.categories(selector.kind) {
        add(category.name, category_value(reader, text, selector, &category), losses);
    }
    for number in exact_numbers(reader, text, selector) {
        // Every language has a form for the number zero.
        if number == "0" && suffix.is_empty() {
            add("zero", number, losses);
        } else {
            losses.add(LossRule::ExactNumber, message, part, Some(text.tag()), number);
        }
    }
    keys
}

/// Returns the key of a text: the id, the attribute behind a period, and the context.
fn key(id: &str, part: &Part, case: &Case) -> String {
    let attribute = part.attribute.iter().map(|attribute| format!(".{attribute}"));
    let context = chosen(part, case).map(|(_, key)| format!("_{key}"));
    [id.to_owned()].into_iter().chain(attribute).chain(context).collect()
}

fn value(
    message: &Message<'_, '_>,
    part: &Part,
    pieces: &[Piece],
    plural: Option<&Selector>,
    losses: &mut Losses,
) -> String {
    let mut value = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => {
                for syntax in ["{{", "$t("].into_iter().filter(|syntax| text.contains(syntax)) {
                    losses.add(LossRule::Placeholder, message, part, None, format!("`{syntax}`"));
                }
                value += text;
            }
            Piece::Argument { name, .. } => {
                let is_count = plural.is_some_and(|plural| plural.variable == *name);
                value += &format!("{{{{{}}}}}", if is_count { COUNT } else { name });
            }
        }
    }
    value
}
