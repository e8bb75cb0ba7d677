//! Renders texts of a string catalogue: lines of JSON in, a text in JSON for each out. langcodec reads the catalogue, and
//! formatjs_apple_printf_parser the format strings.
//!
//!     apple FILE.xcstrings

use std::error::Error;
use std::io::stdin;

use formatjs_apple_printf_parser::parse_specifier;
use langcodec::formats::xcstrings::Format;
use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("give the catalogue")?;
    let text = std::fs::read_to_string(path)?;
    let catalogue: Format = serde_json::from_str(&text)?;
    // langcodec does not know substitutions.
    let raw: Value = serde_json::from_str(&text)?;
    for line in stdin().lines() {
        let request: Value = serde_json::from_str(&line?)?;
        let field = |name: &str| request[name].as_str().ok_or(format!("no {name}: {request}"));
        let (key, language) = (field("key")?, field("language")?);
        let item = catalogue.strings.get(key).and_then(|item| item.localizations.get(language));
        let Some(localization) = item else {
            println!("null");
            continue;
        };
        let of_raw = &raw["strings"][key]["localizations"][language];
        let substitution = of_raw["substitutions"].as_object().and_then(|all| all.iter().next());
        let value = match (&localization.string_unit, &localization.variations, substitution) {
            (Some(unit), None, Some((name, substitution))) => {
                assert_eq!(unit.value, format!("%#@{name}@"));
                assert_eq!(substitution["formatSpecifier"], "lld");
                let number = substitution["argNum"].as_u64().ok_or("no argNum")?;
                let forms = &substitution["variations"]["plural"];
                let form = form(&request, |category| forms[category]["stringUnit"]["value"].as_str())?;
                form.replace("%arg", &format!("%{number}$lld"))
            }
            (Some(unit), None, None) => unit.value.clone(),
            (None, Some(variations), None) => {
                let forms = variations.plural.as_ref().ok_or("variations without plural forms")?;
                let find = |wanted: &str| {
                    let (_, form) =
                        forms.iter().find(|(category, _)| format!("{category:?}").to_lowercase() == wanted)?;
                    form.string_unit.as_ref().map(|unit| unit.value.as_str())
                };
                form(&request, find)?.to_owned()
            }
            other => return Err(format!("{key}, {language}: {other:?}").into()),
        };
        let text = if request["is-format"] == true { format_text(&value, &request["arguments"])? } else { value };
        println!("{}", Value::String(text));
    }
    Ok(())
}

/// Returns the form for a number: the one for zero things, that of the number's category, or the general one.
fn form<'f>(request: &Value, find: impl Fn(&str) -> Option<&'f str>) -> Result<&'f str, Box<dyn Error>> {
    let zero = if request["number"] == 0 { find("zero") } else { None };
    let category = request["category"].as_str().ok_or("no category")?;
    Ok(zero.or_else(|| find(category)).or_else(|| find("other")).ok_or("no form `other`")?)
}

/// Formats as `String(format:)` does.
fn format_text(format: &str, arguments: &Value) -> Result<String, Box<dyn Error>> {
    let mut text = String::new();
    let mut rest = format;
    while let Some(at) = rest.find('%') {
        text += &rest[..at];
        rest = &rest[at..];
        let specifier = parse_specifier(rest, 1).map_err(|error| format!("{format}: {error:?}"))?;
        rest = &rest[specifier.raw.len()..];
        match (specifier.conversion_character, specifier.argument) {
            ('%', _) => text.push('%'),
            (character, Some(argument)) => {
                let value = &arguments[argument.index as usize - 1];
                match (character, value) {
                    ('@', Value::String(value)) => text += value,
                    ('d', Value::Number(value)) => text += &value.to_string(),
                    _ => return Err(format!("{format}: {value} for {}", specifier.raw).into()),
                }
            }
            _ => return Err(format!("{format}: {}", specifier.raw).into()),
        }
    }
    Ok(text + rest)
}
