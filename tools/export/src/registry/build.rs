//! Builds the registry of a folder.

use std::collections::BTreeMap;

use code_prompts::{Catalog, CodeEntry, Direction, Localizer, Prompt, Value};
use code_prompts_engine::Error;
use code_prompts_engine::project::{Case, Interface, ParameterType, Project, Reader, Readers, TextState, Tree, cases};

use super::{
    CodeState, Registry, RegistryArgument, RegistryCode, RegistryLocale, RegistryText, RegistryVariant, Shown, VERSION,
};
use crate::constants::names::upper;

/// Returns the registry of a folder.
///
/// # Errors
///
/// A file has a syntax error, or there are no codes.
pub fn registry(project: &Project, tree: &Tree<'_>) -> Result<Registry, Error> {
    let readers = Readers::new(project, tree)?;
    let Some(catalog) = tree.codes().catalog() else {
        return Err(format!("{}: there is no codes.toml with codes", project.dir().display()).into());
    };
    let tags: Vec<&str> = readers.locales().collect();
    let locale = |tag: &&str| RegistryLocale { locale: (*tag).to_owned(), direction: Direction::of(tag).to_string() };
    let interface = Interface::new(catalog, std::slice::from_ref(tree));
    let people: Vec<(Reader<'_, '_>, Localizer)> = (tags.iter())
        .map(|tag| (readers.reader(Some(tag)), catalog.localizer([tag]).without_isolation_marks()))
        .collect();
    let mut codes = active(catalog, &interface, &people);
    codes.extend(catalog.retired().map(|entry| code(entry, CodeState::Retired)));
    codes.sort_by_key(|code| code.code);
    let fallbacks = readers.reader(None).locales();
    let fallback = fallbacks.into_iter().filter(|tag| *tag != project.source()).map(str::to_owned).collect();
    Ok(Registry {
        version: VERSION,
        source: project.source().to_owned(),
        fallback,
        locales: tags.iter().map(locale).collect(),
        codes,
    })
}

fn active(catalog: &Catalog, interface: &Interface, people: &[(Reader<'_, '_>, Localizer)]) -> Vec<RegistryCode> {
    let with_texts = |(entry, of_interface): (&CodeEntry, &code_prompts_engine::project::InterfaceCode)| {
        let argument = |parameter: &code_prompts_engine::project::Parameter| RegistryArgument {
            name: parameter.name.clone(),
            kind: match parameter.kind {
                ParameterType::Boolean => "boolean",
                ParameterType::Number => "number",
                ParameterType::Text => "text",
                ParameterType::Unknown => "any",
            }
            .to_owned(),
            note: parameter.note.clone(),
        };
        let texts =
            people.iter().map(|(reader, localizer)| (reader.locale().to_owned(), text(entry, reader, localizer)));
        RegistryCode {
            arguments: of_interface.parameters.iter().map(argument).collect(),
            texts: texts.collect(),
            ..code(entry, CodeState::Active)
        }
    };
    catalog.codes().zip(&interface.codes).map(with_texts).collect()
}

fn code(entry: &CodeEntry, state: CodeState) -> RegistryCode {
    RegistryCode {
        code: entry.code().value(),
        name: upper(entry.id()),
        id: entry.id().to_owned(),
        state,
        action: entry.action().map(str::to_owned),
        category: entry.category().map(str::to_owned),
        retryable: entry.is_retryable(),
        help: entry.help().map(str::to_owned),
        since: entry.since().map(str::to_owned),
        max_length: entry.max_length(),
        arguments: Vec::new(),
        texts: BTreeMap::new(),
    }
}

fn text(entry: &CodeEntry, reader: &Reader<'_, '_>, localizer: &Localizer) -> RegistryText {
    let prompt = localizer.prompt(entry.code());
    let is_own = prompt.locale() == reader.locale();
    let own = reader.message(entry.id()).filter(|_| is_own);
    let states: Vec<TextState> = own.into_iter().flat_map(|message| message.texts).map(|text| text.state).collect();
    let state = match states.first() {
        None => "missing",
        Some(_) if states.contains(&TextState::Stale) => "stale",
        Some(TextState::Source) => "source",
        Some(TextState::Reviewed) => "reviewed",
        Some(TextState::Draft | TextState::Stale) => "draft",
    };
    let variant = |case: Case| {
        let value = |text: &str| text.parse::<f64>().map_or_else(|_| Value::from(text.to_owned()), Value::from);
        let arguments: Vec<(&str, Value<'_>)> = case.iter().map(|(name, text)| (name.as_str(), value(text))).collect();
        let shown = shown(&localizer.prompt_with(entry.code(), &arguments));
        RegistryVariant { arguments: case.into_iter().collect(), shown }
    };
    let cases = cases(localizer, entry.code());
    let cases = if cases.len() > 1 { cases } else { Vec::new() };
    RegistryText {
        state: state.to_owned(),
        locale: (!is_own).then(|| prompt.locale().to_owned()),
        shown: shown(&prompt),
        variants: cases.into_iter().map(variant).collect(),
    }
}

fn shown(prompt: &Prompt<'_>) -> Shown {
    let description = Some(prompt.description()).filter(|description| *description != prompt.text());
    let label = prompt.action().and_then(|action| action.label().map(str::to_owned));
    Shown { text: prompt.text().to_owned(), description: description.map(str::to_owned), label }
}
