//! What is shown about the name under the pointer.

use code_prompts_engine::project::{Document, Known, Piece, Readers, State, Symbol, Tree};
use gen_lsp_types::{Contents, Hover, HoverParams, MarkupContent, MarkupKind};

use crate::codes::codes;
use crate::markdown::{escaped, fenced};
use crate::navigation::at;
use crate::open::path;
use crate::position::{byte, range};
use crate::server::{Answer, Server};

pub(crate) fn hover(server: &Server, params: HoverParams) -> Answer<Option<Hover>> {
    let place = params.text_document_position_params;
    let Some(path) = path(&place.text_document.uri) else { return Ok(None) };
    let about = server.read(&path, |tree| {
        if let Some(document) = Document::find(tree, &path) {
            let Some(found) = at(&document, byte(document.text(), place.position)) else { return Ok(None) };
            let range = range(document.text(), &found.range);
            return Ok(about(tree, &document, &found.symbol)?.map(|text| (text, range)));
        }
        let Some(open) = server.open.get(&path) else { return Ok(None) };
        let at = byte(&open.text, place.position);
        let is_here = |it: &std::ops::Range<usize>| it.contains(&at) || it.end == at;
        let Some(line) = codes(&open.text).into_iter().find(|line| is_here(&line.code_at) || is_here(&line.id_at))
        else {
            return Ok(None);
        };
        let bytes = if is_here(&line.code_at) { &line.code_at } else { &line.id_at };
        Ok(Some((in_every_language(tree, &line.id)?, range(&open.text, bytes))))
    })?;
    Ok(about.flatten().map(|(text, range)| {
        let kind = if server.client.has_markdown { MarkupKind::Markdown } else { MarkupKind::PlainText };
        Hover { contents: Contents::MarkupContent(MarkupContent { kind, value: text }), range: Some(range) }
    }))
}

fn about(tree: &Tree<'_>, document: &Document<'_, '_>, symbol: &Symbol<'_>) -> Answer<Option<String>> {
    match symbol {
        Symbol::Entry(name) => Ok(Some(entry(tree, document, name))),
        Symbol::Attribute(name, attribute) => Ok(Some(texts(tree, document, name, Some(attribute)))),
        Symbol::Variable(name, variable) => about_variable(tree, name, variable),
        Symbol::Function(_) => Ok(None),
    }
}

/// Returns what is known about a message or a term: its codes, limit and notes, and its texts in the source, in the fallback
/// locales and in the locale of the file.
fn entry(tree: &Tree<'_>, document: &Document<'_, '_>, name: &str) -> String {
    let (codes, limit) = tree.codes_and_limit(name);
    let mut heading = format!("**{}**", escaped(name));
    for code in codes {
        heading += &format!(" · {code}");
    }
    if let Some(limit) = limit {
        heading += &format!(" · at most {limit} characters");
    }
    let notes: String = tree.notes(name).iter().map(|note| format!("{}\n", escaped(note))).collect();
    let notes = if notes.is_empty() { notes } else { format!("\n{notes}") };
    format!("{heading}\n\n{}{notes}", texts(tree, document, name, None))
}

/// Returns the texts of a message or term, or of an attribute, and what has changed in the source.
fn texts(tree: &Tree<'_>, document: &Document<'_, '_>, name: &str, attribute: Option<&str>) -> String {
    let mut shown = String::new();
    let own = document.locale();
    let mut tags: Vec<&str> = vec![tree.source_tag()];
    tags.extend(tree.fallback_tags());
    tags.push(own);
    tags.dedup();
    for tag in tags {
        let Some(Known { entry: Some(entry), progress }) = tree.known(tag, name) else { continue };
        let Some(text) = entry.part(attribute).map(|part| part.text()) else { continue };
        shown += &format!("{}:\n{}", escaped(tag), fenced(&text));
        if let Some(State::Stale(before)) = progress.as_ref().filter(|_| tag == own).and_then(|it| it.state(attribute))
        {
            shown += &format!("It is out of date. The source was:\n{}", fenced(before));
        }
    }
    shown
}

fn about_variable(tree: &Tree<'_>, name: &str, variable: &str) -> Answer<Option<String>> {
    let readers = Readers::of(tree)?;
    let messages = readers.messages();
    let Some(message) = messages.iter().find(|message| message.id == name) else { return Ok(None) };
    let parameters = readers.parameters(message);
    let about = parameters.iter().find(|parameter| parameter.name == variable).map(|parameter| {
        let note = parameter.note.as_ref().map(|note| format!(": {}", escaped(note))).unwrap_or_default();
        format!("**${}** ({}){note}", escaped(variable), parameter.kind)
    });
    Ok(about)
}

/// Returns the prompt of a message as the reader of each locale gets it.
fn in_every_language(tree: &Tree<'_>, id: &str) -> Answer<String> {
    let readers = Readers::of(tree)?;
    let text = |tag: &str| {
        let message = readers.reader(Some(tag)).message(id)?;
        let pieces = message.texts.first()?.pieces(&|_| None).ok()?;
        let shown: String = pieces.iter().map(piece).collect();
        let from = if message.locale == tag { String::new() } else { format!(" (from {})", message.locale) };
        Some(format!("{}{}: {}\n\n", escaped(tag), escaped(&from), escaped(&shown)))
    };
    let texts: String = readers.locales().filter_map(text).collect();
    Ok(format!("**{}**\n\n{texts}", escaped(id)))
}

fn piece(piece: &Piece) -> String {
    match piece {
        Piece::Text(text) => text.clone(),
        Piece::Argument { name, .. } => format!("{{ ${name} }}"),
    }
}
