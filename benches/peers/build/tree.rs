//! Writes the locales for all peers.

use std::fs;
use std::path::Path;

use crate::{Outcome, write};

/// A locale's name and its Fluent text.
pub type Locale = (String, String);

/// The message that two locales lack. The first falls back to English, the second to simplified Chinese.
const LACKING: &str = "room-not-found";
const LACKED_BY: [&str; 2] = ["de-DE", "zh-TW"];

/// An incomplete locale, which has only the message for unknown codes.
const INCOMPLETE: (&str, &str) = ("eo", "unknown-code = Okazis nekonata eraro (kodo { $code })\n");

/// The number of codes in the generated catalogue.
const MANY: usize = 10_000;

/// Returns the codes of a folder and the ids of their messages.
pub fn codes(folder: &Path) -> Outcome<Vec<(i64, String)>> {
    let table: toml::Table = fs::read_to_string(folder.join("codes.toml"))?.parse()?;
    let codes = table["codes"].as_table().ok_or("codes.toml has no [codes]")?;
    codes
        .iter()
        .map(|(code, value)| {
            let id = value.get("message").unwrap_or(value).as_str().ok_or("a code without a message")?;
            Ok((code.parse()?, id.to_owned()))
        })
        .collect()
}

/// Copies this project's locales except for two messages, and adds an incomplete locale.
pub fn copy_with_gaps(from: &Path, to: &Path) -> Outcome<Vec<Locale>> {
    write(&to.join("codes.toml"), fs::read(from.join("codes.toml"))?)?;
    let mut locales = vec![(INCOMPLETE.0.to_owned(), INCOMPLETE.1.to_owned())];
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let Some(name) = path.is_dir().then(|| path.file_name()).flatten() else { continue };
        let name = name.to_string_lossy().into_owned();
        let mut text = fs::read_to_string(path.join("prompts.ftl"))?;
        if LACKED_BY.contains(&&*name) {
            text = without(&text, LACKING)?;
        }
        locales.push((name, text));
    }
    locales.sort();
    for old in fs::read_dir(to)? {
        let old = old?.path();
        if old.is_dir() && !locales.iter().any(|(name, _)| old.ends_with(name)) {
            fs::remove_dir_all(old)?;
        }
    }
    for (name, text) in &locales {
        write(&to.join(name).join("prompts.ftl"), text)?;
    }
    Ok(locales)
}

/// Removes a one-line message from a Fluent text.
fn without(text: &str, id: &str) -> Outcome<String> {
    let start = format!("{id} = ");
    let kept: Vec<&str> = text.lines().filter(|line| !line.starts_with(&start)).collect();
    if kept.len() + 1 != text.lines().count() {
        return Err(format!("{id} is not there, or there twice").into());
    }
    Ok(kept.join("\n") + "\n")
}

/// Generates plain prompts with codes and ids, about as long as the real ones.
pub fn many() -> Vec<(i64, String, String)> {
    let words: Vec<&str> = "the room seat member role class teacher student screen sound light board page book door \
                            window is not found could be opened has been closed already exists here"
        .split(' ')
        .collect();
    let mut state = 1_u64;
    let mut word = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        words[(state >> 33) as usize % words.len()]
    };
    (0..MANY)
        .map(|number| {
            let text: Vec<&str> = (0..5).map(|_| word()).collect();
            (1_000 + 3 * number as i64, format!("message-{number}"), format!("Prompt {number}: {}", text.join(" ")))
        })
        .collect()
}

/// Writes a folder for this library: one locale and the table of codes.
pub fn write_many(many: &[(i64, String, String)], to: &Path) -> Outcome {
    let codes: String = many.iter().map(|(code, id, _)| format!("{code} = \"{id}\"\n")).collect();
    write(&to.join("codes.toml"), format!("source = \"en-US\"\n\n[codes]\n{codes}"))?;
    let messages: String = many.iter().map(|(_, id, text)| format!("{id} = {text}\n")).collect();
    write(&to.join("en-US/prompts.ftl"), messages + "unknown-code = Something went wrong (code { $code })\n")
}
