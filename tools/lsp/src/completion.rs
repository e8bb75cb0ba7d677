//! What can be typed at a place.

use std::collections::BTreeSet;

use code_prompts_engine::project::{Document, Entry, Readers, SelectorKind, Symbol, Tree};
use gen_lsp_types::{
    CompletionItem, CompletionItemKind, CompletionItemTextEdit, CompletionParams, CompletionResponse, Documentation,
    TextEdit,
};

use crate::codes::codes;
use crate::open::path;
use crate::position::{byte, range};
use crate::server::{Answer, Server};

pub(crate) fn complete(server: &Server, params: CompletionParams) -> Answer<Option<CompletionResponse>> {
    let place = params.text_document_position_params;
    let Some(path) = path(&place.text_document.uri) else { return Ok(None) };
    let items = server.read(&path, |tree| {
        let Some(open) = server.open.get(&path) else { return Ok(Vec::new()) };
        let text = open.text.as_str();
        let before = text.get(..byte(text, place.position)).unwrap_or_default();
        let (prefix, found) = match Document::find(tree, &path) {
            Some(document) => in_messages(tree, &document, before)?,
            None => in_codes(tree, text, before),
        };
        let replaced = range(text, &(before.len() - prefix.len()..before.len()));
        Ok(found.into_iter().map(|it| it.item(replaced)).collect())
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

    fn item(self, range: gen_lsp_types::Range) -> CompletionItem {
        let edit = TextEdit { range, new_text: self.text };
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

fn in_messages<'b>(tree: &Tree<'_>, document: &Document<'_, '_>, before: &'b str) -> Answer<(&'b str, Vec<Typed>)> {
    let line = before.rsplit('\n').next().unwrap_or_default();
    let is_name = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    let word =
        line.trim_start_matches(|_| false).rsplit(|character: char| !is_name(character)).next().unwrap_or_default();
    let ahead = line.strip_suffix(word).unwrap_or(line);
    if line.starts_with('#') {
        return Ok((word, Vec::new()));
    }
    let owner = owner(before);
    if ahead.is_empty() {
        return Ok((word, missing(tree, document)));
    }
    if ahead.trim() == "." {
        let attributes = owner.map(|owner| attributes(tree, document, owner)).unwrap_or_default();
        return Ok((word, attributes));
    }
    if ahead.trim_start().trim_start_matches('*') == "[" {
        return Ok((word, categories(tree, document)?));
    }
    let is_inside = before.rfind('{').is_some_and(|open| before.rfind('}').is_none_or(|close| close < open));
    if !is_inside {
        return Ok((word, Vec::new()));
    }
    if ahead.ends_with('$') {
        return Ok((word, owner.map(|owner| variables(tree, owner)).transpose()?.unwrap_or_default()));
    }
    Ok((word, references(tree, document)))
}

/// Returns the id of the message or term that is being written: that of the last line that begins with one.
fn owner(before: &str) -> Option<&str> {
    let id = |line: &'_ str| line.split_once('=').map(|(id, _)| id.trim_end().len()).unwrap_or_default();
    let line = before
        .lines()
        .rev()
        .find(|line| line.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-'))?;
    line.get(..id(line)).filter(|id| !id.is_empty())
}

/// Returns the messages of the source that the locale lacks, each with the source's texts to translate.
fn missing(tree: &Tree<'_>, document: &Document<'_, '_>) -> Vec<Typed> {
    let sources = Document::all(tree).filter(|source| source.locale() == tree.source_tag());
    let entries = sources.flat_map(|source| source.entries());
    let lacks = |name: &str| tree.known(document.locale(), name).is_none_or(|known| known.entry.is_none());
    let typed = |entry: &Entry<'_>| {
        let name = entry.written_name();
        let text = written(entry, &name);
        let documentation = Some(tree.notes(&name).join("\n")).filter(|notes| !notes.is_empty());
        let (codes, _) = tree.codes_and_limit(&name);
        let detail = codes.first().map(ToString::to_string);
        Typed { label: name, text, kind: CompletionItemKind::Snippet, detail, documentation }
    };
    entries.filter(|entry| lacks(&entry.entry.written_name())).map(|entry| typed(entry.entry)).collect()
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
    let Some(source) = tree.known(tree.source_tag(), owner).and_then(|known| known.entry) else { return Vec::new() };
    let own = tree.known(document.locale(), owner).and_then(|known| known.entry);
    let names = source.texts().filter_map(|part| part.attribute());
    let lacking = names.filter(|name| own.is_none_or(|own| own.part(Some(name)).is_none()));
    lacking.map(|name| Typed::new(format!("{name} = "), CompletionItemKind::Property)).collect()
}

fn categories(tree: &Tree<'_>, document: &Document<'_, '_>) -> Answer<Vec<Typed>> {
    let readers = Readers::of(tree)?;
    let categories = readers.reader(Some(document.locale())).categories(SelectorKind::Cardinal);
    let typed = |category: code_prompts_engine::project::Category| {
        let examples: Vec<String> = category.numbers.iter().take(5).map(ToString::to_string).collect();
        let detail = Some(examples.join(", ")).filter(|examples| !examples.is_empty());
        Typed { detail, ..Typed::new(category.name, CompletionItemKind::EnumMember) }
    };
    Ok(categories.into_iter().map(typed).collect())
}

fn variables(tree: &Tree<'_>, owner: &str) -> Answer<Vec<Typed>> {
    let readers = Readers::of(tree)?;
    let messages = readers.messages();
    let Some(message) = messages.iter().find(|message| message.id == owner) else { return Ok(Vec::new()) };
    let typed = |parameter: code_prompts_engine::project::Parameter| Typed {
        detail: Some(parameter.kind.to_string()),
        documentation: parameter.note,
        ..Typed::new(parameter.name, CompletionItemKind::Variable)
    };
    Ok(readers.parameters(message).into_iter().map(typed).collect())
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
    let used: BTreeSet<String> = codes(text).into_iter().map(|line| line.id).collect();
    let sources = Document::all(tree).filter(|source| source.locale() == tree.source_tag());
    let names = sources.flat_map(|source| source.entries()).map(|entry| entry.entry.written_name());
    let free = names.filter(|name| !name.starts_with('-') && !used.contains(name));
    (word, free.map(|name| Typed::new(name, CompletionItemKind::Reference)).collect())
}
