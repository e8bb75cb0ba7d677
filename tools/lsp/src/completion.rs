//! What can be typed at a place.

use std::collections::BTreeSet;

use code_prompts_engine::check::function_options;
use code_prompts_engine::project::{
    Category, Document, Entry, PLURAL_CATEGORIES, Parameter, Readers, SelectorKind, Symbol, Tree, code_lines,
};
use code_prompts_reader::names::is_identifier_char;
use gen_lsp_types::{
    CompletionItem, CompletionItemKind, CompletionItemTextEdit, CompletionParams, CompletionResponse, Documentation,
    TextEdit,
};

use crate::open::path;
use crate::position::{byte, newline, range};
use crate::workspace::{Answer, Workspace};

pub(crate) fn complete(workspace: &Workspace, params: CompletionParams) -> Answer<Option<CompletionResponse>> {
    let place = params.text_document_position_params;
    let Some(path) = path(&place.text_document.uri) else { return Ok(None) };
    let items = workspace.read(&path, |tree| {
        let Some(open) = workspace.open.get(&path) else { return Ok(Vec::new()) };
        let text = open.text.as_str();
        let before = text.get(..byte(text, place.position)).unwrap_or_default();
        let (prefix, found) = match Document::find(tree, &path) {
            Some(document) => in_messages(tree, &document, before)?,
            None => in_codes(tree, text, before),
        };
        let replaced = range(text, &(before.len() - prefix.len()..before.len()));
        let newline = newline(text);
        Ok(found.into_iter().map(|it| it.item(replaced, newline)).collect())
    })?;
    Ok(items.map(CompletionResponse::CompletionItemList))
}

/// Something to type.
struct Typed {
    text: String,
    label: String,
    kind: CompletionItemKind,
    detail: Option<String>,
    documentation: Option<String>,
}

impl Typed {
    fn new(text: impl Into<String>, kind: CompletionItemKind) -> Self {
        let text = text.into();
        Self { label: text.clone(), text, kind, detail: None, documentation: None }
    }

    fn item(self, range: gen_lsp_types::Range, newline: &str) -> CompletionItem {
        let edit = TextEdit { range, new_text: self.text.replace('\n', newline) };
        CompletionItem {
            label: self.label,
            kind: Some(self.kind),
            detail: self.detail,
            documentation: self.documentation.map(Documentation::String),
            text_edit: Some(CompletionItemTextEdit::TextEdit(edit)),
            ..CompletionItem::default()
        }
    }
}

/// Returns the word before the cursor, and what it can become.
fn in_messages<'b>(tree: &Tree<'_>, document: &Document<'_, '_>, before: &'b str) -> Answer<(&'b str, Vec<Typed>)> {
    let line = before.rsplit('\n').next().unwrap_or_default();
    let word = line.rsplit(|character: char| !is_identifier_char(character)).next().unwrap_or_default();
    let ahead = line.strip_suffix(word).unwrap_or(line);
    let message = message(before);
    let owner = message.split_once('=').map(|(name, _)| name.trim_end());
    let found = match ahead.trim() {
        _ if line.starts_with('#') => Vec::new(),
        "" if ahead.is_empty() => missing(tree, document),
        "." => owner.map(|owner| attributes(tree, document, owner)).unwrap_or_default(),
        "[" | "*[" => variants(tree, document, owner, message)?,
        _ => match placeable(message) {
            Some(inside) => in_placeable(tree, document, owner, inside.strip_suffix(word).unwrap_or(inside))?,
            None => Vec::new(),
        },
    };
    Ok((word, found))
}

/// Returns the text from the message or term on that is being written: from the last line that begins with a name.
fn message(before: &str) -> &str {
    let mut start = before.len();
    for line in before.split_inclusive('\n').rev() {
        start -= line.len();
        if line.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-') {
            return before.get(start..).unwrap_or_default();
        }
    }
    ""
}

/// Returns the text from the brace of the placeable on that the end of a message is in.
fn placeable(message: &str) -> Option<&str> {
    let open = message.rfind('{').filter(|open| message.rfind('}').is_none_or(|close| close < *open))?;
    message.get(open + 1..)
}

/// Returns what can follow in a placeable.
fn in_placeable(tree: &Tree<'_>, document: &Document<'_, '_>, owner: Option<&str>, inside: &str) -> Answer<Vec<Typed>> {
    let is_in_quotes = inside.matches('"').count() % 2 == 1;
    if is_in_quotes && !inside.contains(':') {
        return Ok(Vec::new());
    }
    if inside.ends_with('$') {
        return Ok(owner.map(|owner| variables(tree, owner)).transpose()?.unwrap_or_default());
    }
    if let Some(name) = inside.strip_suffix('.').and_then(|inside| inside.split_whitespace().last()) {
        let entry = tree.known(document.locale(), name, Some(document)).and_then(|known| known.entry);
        let names = entry.into_iter().flat_map(|entry| entry.texts()).filter_map(|part| part.attribute());
        return Ok(names.map(|name| Typed::new(name, CompletionItemKind::Property)).collect());
    }
    if let Some((call, argument)) = inside.rsplit_once('(').filter(|(_, rest)| !rest.contains(')')) {
        let function = call.split_whitespace().last().unwrap_or_default();
        let argument = argument.rsplit(',').next().unwrap_or_default();
        let options = function_options(function);
        if let Some((option, _)) = argument.split_once(':') {
            let values = options.iter().find(|(name, _)| *name == option.trim()).map(|(_, values)| *values);
            let is_quoted = argument.ends_with('"');
            let value = |value: &&str| if is_quoted { (*value).to_owned() } else { format!("\"{value}\"") };
            let values = values.into_iter().flatten().map(value);
            return Ok(values.map(|value| Typed::new(value, CompletionItemKind::EnumMember)).collect());
        }
        if argument.trim().is_empty() && inside.contains(',') {
            let names = options.iter().map(|(name, _)| format!("{name}: "));
            return Ok(names.map(|name| Typed::new(name, CompletionItemKind::Property)).collect());
        }
    }
    let mut found = owner.map(|owner| variables(tree, owner)).transpose()?.unwrap_or_default();
    for variable in &mut found {
        let written = format!("${}", variable.label);
        (variable.label, variable.text) = (written.clone(), written);
    }
    found.extend(references(tree, document));
    Ok(found)
}

/// Returns the messages of the source that the locale lacks, each with the source's texts to translate.
fn missing(tree: &Tree<'_>, document: &Document<'_, '_>) -> Vec<Typed> {
    // Those of the file that this one translates. A file of its own may have any.
    let source = document.source();
    let is_source = |other: &Document<'_, '_>| match source {
        Some(source) => source.path() == other.path(),
        None => other.locale() == tree.source_tag(),
    };
    let entries = Document::all(tree).filter(is_source).flat_map(|source| source.entries());
    let lacks =
        |name: &str| tree.known(document.locale(), name, Some(document)).is_none_or(|known| known.entry.is_none());
    let typed = |entry: &Entry<'_>| {
        let name = entry.written_name();
        let text = written(entry, &name);
        let documentation = Some(tree.notes(&name, Some(document)).join("\n")).filter(|notes| !notes.is_empty());
        let (codes, _) = tree.codes_and_limit(&name);
        let detail = codes.first().map(ToString::to_string);
        Typed { label: name, text, kind: CompletionItemKind::Snippet, detail, documentation }
    };
    // Where several files have a message of this name, it is the one of the same file.
    let is_meant = |entry: &Entry<'_>| {
        let known = tree.known(tree.source_tag(), &entry.written_name(), Some(document));
        known.and_then(|known| known.entry).is_some_and(|meant| std::ptr::eq(meant, entry))
    };
    let entries = entries.filter(|entry| lacks(&entry.entry.written_name()) && is_meant(entry.entry));
    entries.map(|entry| typed(entry.entry)).collect()
}

/// Writes a message with the texts of an entry.
fn written(entry: &Entry<'_>, name: &str) -> String {
    let indented = |text: String, by: &str| text.replace('\n', &format!("\n{by}"));
    let mut text = format!("{name} =");
    for part in entry.texts() {
        match part.attribute() {
            None => text += &format!(" {}", indented(part.text(), "    ")),
            Some(attribute) => text += &format!("\n    .{attribute} = {}", indented(part.text(), "        ")),
        }
    }
    text
}

fn attributes(tree: &Tree<'_>, document: &Document<'_, '_>, owner: &str) -> Vec<Typed> {
    let Some(source) = tree.known(tree.source_tag(), owner, Some(document)).and_then(|known| known.entry) else {
        return Vec::new();
    };
    let own = tree.known(document.locale(), owner, Some(document)).and_then(|known| known.entry);
    let names = source.texts().filter_map(|part| part.attribute());
    let lacking = names.filter(|name| own.is_none_or(|own| own.part(Some(name)).is_none()));
    lacking.map(|name| Typed::new(format!("{name} = "), CompletionItemKind::Property)).collect()
}

/// Returns the variants that the source has for the selected variable, or the plural categories of the language.
fn variants(tree: &Tree<'_>, document: &Document<'_, '_>, owner: Option<&str>, before: &str) -> Answer<Vec<Typed>> {
    let selector = before.rsplit_once("->").map(|(selector, _)| selector).unwrap_or_default();
    let selector = selector.rsplit('{').next().unwrap_or_default();
    let is_end = |character: char| !is_identifier_char(character);
    let variable = selector.split_once('$').map(|(_, name)| name.split(is_end).next().unwrap_or_default());
    // What an attribute of a term is, only its locale knows.
    if variable.is_none() && !selector.trim().is_empty() {
        return Ok(Vec::new());
    }
    let keys = owner
        .zip(variable)
        .map(|(owner, variable)| tree.variants_of(owner, variable, Some(document)))
        .unwrap_or_default();
    let kind = if selector.contains("\"ordinal\"") { SelectorKind::Ordinal } else { SelectorKind::Cardinal };
    let categories = Readers::without_broken_codes(tree)?.reader(Some(document.locale())).categories(kind);
    let is_category =
        |key: &&&str| PLURAL_CATEGORIES.contains(*key) || key.starts_with(|first: char| first.is_ascii_digit());
    let (numbers, names): (Vec<&str>, Vec<&str>) = keys.iter().partition(|key| is_category(key));
    if !names.is_empty() {
        return Ok(keys.into_iter().map(|key| Typed::new(key, CompletionItemKind::EnumMember)).collect());
    }
    let numbers = numbers.into_iter().filter(|key| !PLURAL_CATEGORIES.contains(key));
    let numbers = numbers.map(|key| Typed::new(key, CompletionItemKind::EnumMember));
    let category = |category: Category| {
        let examples: Vec<String> = category.numbers.iter().take(5).map(ToString::to_string).collect();
        let detail = Some(examples.join(", ")).filter(|examples| !examples.is_empty());
        Typed { detail, ..Typed::new(category.name, CompletionItemKind::EnumMember) }
    };
    Ok(categories.into_iter().map(category).chain(numbers).collect())
}

fn variables(tree: &Tree<'_>, owner: &str) -> Answer<Vec<Typed>> {
    let readers = Readers::without_broken_codes(tree)?;
    let Some(message) = readers.source_message(owner) else { return Ok(variables_of_term(tree, owner)) };
    let typed = |parameter: Parameter| Typed {
        detail: Some(parameter.kind.to_string()),
        documentation: parameter.note,
        ..Typed::new(parameter.name, CompletionItemKind::Variable)
    };
    Ok(readers.parameters(&message).into_iter().map(typed).collect())
}

fn variables_of_term(tree: &Tree<'_>, owner: &str) -> Vec<Typed> {
    let sources = Document::all(tree).filter(|source| source.locale() == tree.source_tag());
    let names = sources.flat_map(|source| source.occurrences()).filter_map(|found| match found.symbol {
        Symbol::Variable(of, name) if of == owner => Some(name),
        _ => None,
    });
    let names: BTreeSet<&str> = names.collect();
    names.into_iter().map(|name| Typed::new(name, CompletionItemKind::Variable)).collect()
}

/// Returns the messages and terms of the source and of the locale, and the functions that any text calls.
fn references(tree: &Tree<'_>, document: &Document<'_, '_>) -> Vec<Typed> {
    let mut names: BTreeSet<(String, bool)> = BTreeSet::from([("NUMBER".to_owned(), true)]);
    let of_locales = Document::all(tree).filter(|it| [tree.source_tag(), document.locale()].contains(&it.locale()));
    for occurrence in of_locales.flat_map(|document| document.occurrences()) {
        match occurrence.symbol {
            Symbol::Entry(name) if occurrence.is_definition => drop(names.insert((name, false))),
            Symbol::Function(name) => drop(names.insert((name.to_owned(), true))),
            _ => {}
        }
    }
    let typed = |(name, is_function): (String, bool)| {
        let kind = if is_function { CompletionItemKind::Function } else { CompletionItemKind::Reference };
        Typed::new(name, kind)
    };
    names.into_iter().map(typed).collect()
}

/// Returns what `codes.toml` can name: messages of the source without a code, and actions.
fn in_codes<'b>(tree: &Tree<'_>, text: &str, before: &'b str) -> (&'b str, Vec<Typed>) {
    let line = before.rsplit('\n').next().unwrap_or_default();
    let Some((ahead, word)) = line.rsplit_once('"').filter(|(ahead, _)| ahead.matches('"').count() % 2 == 0) else {
        return ("", Vec::new());
    };
    let key = ahead.trim_end().trim_end_matches('=').trim_end();
    if key.ends_with("action") {
        let actions: BTreeSet<&str> = tree
            .codes()
            .catalog()
            .iter()
            .flat_map(|catalog| catalog.codes())
            .filter_map(|code| code.action())
            .collect();
        return (word, actions.into_iter().map(|it| Typed::new(it, CompletionItemKind::EnumMember)).collect());
    }
    let used: BTreeSet<String> = code_lines(text).into_iter().map(|line| line.id).collect();
    let sources = Document::all(tree).filter(|source| source.locale() == tree.source_tag());
    let names = sources.flat_map(|source| source.entries()).map(|entry| entry.entry.written_name());
    let free = names.filter(|name| !name.starts_with('-') && !used.contains(name));
    (word, free.map(|name| Typed::new(name, CompletionItemKind::Reference)).collect())
}
