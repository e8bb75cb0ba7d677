//! Renders cases with this library: one line of JSON in, one line of JSON out. `run.py` describes the format.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::HashMap;
use std::io::{BufWriter, Write, stdin, stdout};

use code_prompts::{Catalog, ErrorCode, Fault, Localizer, Value};
use serde_json::{Value as Json, json};

/// The folder of the embedded catalogue, which is not read from disk.
const LOCALES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/locales");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut localizers = HashMap::new();
    let mut out = BufWriter::new(stdout().lock());
    for line in stdin().lines() {
        let request: Json = serde_json::from_str(&line?)?;
        if let Some(requested) = request["negotiate"].as_array() {
            let mut catalog = load(request["folder"].as_str().ok_or("folder is not a text")?)?;
            if let Some(offered) = request["offered"].as_array() {
                catalog = catalog.with_locales(offered.iter().filter_map(Json::as_str))?;
            }
            let localizer = catalog.localizer(requested.iter().filter_map(Json::as_str));
            writeln!(out, "{}", json!(localizer.locales().collect::<Vec<_>>()))?;
            continue;
        }
        let text = |name: &str| request[name].as_str().ok_or(format!("{name} is not a text: {request}"));
        let (folder, locale, code) = (text("folder")?, text("locale")?, text("code")?.parse()?);
        let marks = request["marks"] == true;
        let localizer = match localizers.entry((folder.to_owned(), locale.to_owned(), marks)) {
            std::collections::hash_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::hash_map::Entry::Vacant(new) => new.insert(localizer(folder, locale, marks)?),
        };
        let args = request["args"].as_object().ok_or("args is not an object")?;
        let args: Vec<(&str, Value<'_>)> = args.iter().map(|(name, value)| (name.as_str(), argument(value))).collect();
        writeln!(out, "{}", answer(localizer, (locale, request["fallbacks"] == true), code, &args))?;
    }
    Ok(out.flush()?)
}

fn localizer(folder: &str, locale: &str, marks: bool) -> Result<Localizer, Box<dyn std::error::Error>> {
    let localizer = load(folder)?.localizer([locale]);
    Ok(if marks { localizer } else { localizer.without_isolation_marks() })
}

fn load(folder: &str) -> Result<Catalog, Box<dyn std::error::Error>> {
    Ok(if folder == LOCALES { Catalog::embedded() } else { Catalog::from_dir(folder)? })
}

fn argument(value: &Json) -> Value<'_> {
    match value {
        Json::String(text) => text.as_str().into(),
        number => number.as_i64().map(Value::from).or(number.as_f64().map(Value::from)).expect("texts and numbers"),
    }
}

/// Returns the prompt for a code. Without fallbacks, it is `null` if it comes from another locale.
fn answer(
    localizer: &Localizer,
    (locale, has_fallbacks): (&str, bool),
    code: ErrorCode,
    args: &[(&str, Value<'_>)],
) -> Json {
    let prompt = localizer.prompt_with(code, args);
    let is_unanswered = prompt.faults().iter().any(|fault| matches!(fault, Fault::UnansweredCode { .. }));
    if (prompt.locale() != locale || is_unanswered) && !has_fallbacks {
        return Json::Null;
    }
    let action = prompt.action().and_then(|action| action.label().map(str::to_owned));
    let mut answer = json!({ "text": prompt.text(), "description": prompt.description(), "action": action });
    if has_fallbacks {
        answer["locale"] = prompt.locale().into();
    }
    answer
}
