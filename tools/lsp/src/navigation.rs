//! Definitions, references and lists of names.

use std::fs;
use std::ops::Range as Bytes;
use std::path::Path;

use code_prompts_engine::project::{CodeLine, Document, Occurrence, Symbol, Tree, code_lines};
use code_prompts_reader::walk::CODES_FILE;
use gen_lsp_types::{
    Definition, DefinitionParams, DefinitionResponse, Location, ReferenceParams, TextDocumentPositionParams, Uri,
};

use crate::open::path;
use crate::position::{Lines, byte, range};
use crate::workspace::{Answer, Workspace};

/// Returns the name at a byte of a file. The innermost one of several is the last that begins before it.
pub(crate) fn at<'a>(document: &Document<'_, 'a>, at: usize) -> Option<Occurrence<'a>> {
    let is_here = |found: &Occurrence<'_>| {
        // The `$` of a variable, and the `.` of an attribute.
        let sign = usize::from(matches!(found.symbol, Symbol::Variable(..) | Symbol::Attribute(..)));
        found.range.start <= at + sign && at <= found.range.end
    };
    document.occurrences().into_iter().rfind(is_here)
}

pub(crate) fn definition(workspace: &Workspace, params: DefinitionParams) -> Answer<Option<DefinitionResponse>> {
    let place = params.text_document_position_params;
    let found = with_symbol(workspace, &place, |tree, found| {
        let own =
            |tag: &str| locations(workspace, tree, &found, |document, it| it.is_definition && document.locale() == tag);
        let source = tree.source_tag();
        if let Symbol::Variable(..) = found.symbol {
            // It comes from the app. Its first use in the source has the note above it.
            let mut uses = locations(workspace, tree, &found, |document, _| document.locale() == source);
            uses.truncate(1);
            return uses;
        }
        match (found.document.map(|document| document.locale()), found.is_definition) {
            // From a translation to its source, and from there to the code.
            (Some(tag), true) if tag == source => in_codes(workspace, &place.text_document.uri, &found.symbol),
            (Some(tag), false) => {
                [own(tag), own(source)].into_iter().find(|found| !found.is_empty()).unwrap_or_default()
            }
            _ => own(source),
        }
    })?;
    Ok(found.map(|found| DefinitionResponse::Definition(Definition::LocationList(found))))
}

pub(crate) fn references(workspace: &Workspace, params: ReferenceParams) -> Answer<Option<Vec<Location>>> {
    let (place, has_definitions) = (params.text_document_position_params, params.context.include_declaration);
    with_symbol(workspace, &place, |tree, found| {
        let mut all = locations(workspace, tree, &found, |_, it| has_definitions || !it.is_definition);
        all.extend(in_codes(workspace, &place.text_document.uri, &found.symbol));
        all
    })
}

/// The name at a place.
pub(crate) struct Found<'t, 'a> {
    pub(crate) symbol: Symbol<'a>,
    is_definition: bool,
    /// The file. `None` for `codes.toml`.
    document: Option<Document<'t, 'a>>,
    /// Where it is.
    pub(crate) range: gen_lsp_types::Range,
}

/// Calls a function with the name at a place, in a file of messages or in `codes.toml`.
pub(crate) fn with_symbol<T>(
    workspace: &Workspace,
    place: &TextDocumentPositionParams,
    answer: impl FnOnce(&Tree<'_>, Found<'_, '_>) -> T,
) -> Answer<Option<T>> {
    let Some(path) = path(&place.text_document.uri) else { return Ok(None) };
    let answered = workspace.read(&path, |tree| {
        if let Some(document) = Document::find(tree, &path) {
            let text = document.text();
            let found = at(&document, byte(text, place.position)).map(|found| Found {
                range: range(text, &found.range),
                symbol: found.symbol,
                is_definition: found.is_definition,
                document: Some(document),
            });
            return Ok(found.map(|found| answer(tree, found)));
        }
        let text = codes_text(workspace, &path);
        let at = byte(&text, place.position);
        let is_here = |bytes: &Bytes<usize>| bytes.start <= at && at <= bytes.end;
        let line = code_lines(&text).into_iter().find(|line| is_here(&line.code_at) || is_here(&line.id_at));
        let found = line.map(|line: CodeLine| Found {
            range: range(&text, &line.name_at(&text)),
            symbol: Symbol::Entry(line.id),
            is_definition: false,
            document: None,
        });
        Ok(found.map(|found| answer(tree, found)))
    })?;
    Ok(answered.flatten())
}

/// Returns the text of a `codes.toml`, as the client has it. It is empty for another file, or if it can't be read.
pub(crate) fn codes_text(workspace: &Workspace, path: &Path) -> String {
    if path.file_name().is_none_or(|name| name != CODES_FILE) {
        return String::new();
    }
    let open = workspace.open.get(path).map(|open| open.text.clone());
    open.or_else(|| fs::read_to_string(path).ok()).unwrap_or_default()
}

/// Returns the places of a name that are wanted, in all files in which it means the same.
fn locations<'a>(
    workspace: &Workspace,
    tree: &Tree<'a>,
    name: &Found<'_, 'a>,
    is_wanted: impl Fn(&Document<'_, 'a>, &Occurrence<'a>) -> bool,
) -> Vec<Location> {
    let is_near = |document: &Document<'_, 'a>| match (&name.symbol, name.document) {
        (Symbol::Entry(id) | Symbol::Attribute(id, _) | Symbol::Variable(id, _), Some(near)) => {
            !tree.is_in_several_files(id) || document.is_loaded_with(&near)
        }
        _ => true,
    };
    let mut found = Vec::new();
    for document in Document::all(tree).filter(is_near) {
        let same = document.occurrences().into_iter().filter(|it| it.symbol == name.symbol);
        let wanted: Vec<_> = same.filter(|it| is_wanted(&document, it)).collect();
        let Some(uri) = workspace.open.uri(document.path()).filter(|_| !wanted.is_empty()) else { continue };
        let lines = Lines::new(document.text());
        found.extend(wanted.iter().map(|it| Location { uri: uri.clone(), range: lines.range(&it.range) }));
    }
    found
}

/// Returns the place of a message's id in `codes.toml`.
fn in_codes(workspace: &Workspace, uri: &Uri, symbol: &Symbol<'_>) -> Vec<Location> {
    let (Some(path), Symbol::Entry(name)) = (path(uri), symbol) else { return Vec::new() };
    let Some(file) = workspace.folder(&path).map(|folder| folder.dir.join(CODES_FILE)) else { return Vec::new() };
    let text = codes_text(workspace, &file);
    let lines = code_lines(&text).into_iter().filter(|line| line.id == *name);
    let location =
        |line: CodeLine| Some(Location { uri: workspace.open.uri(&file)?, range: range(&text, &line.name_at(&text)) });
    lines.filter_map(location).collect()
}
