//! The names in a file, and those of the workspace.

use std::path::Path;

use code_prompts_engine::project::{CodeLine, Document, DocumentEntry, code_lines};
use gen_lsp_types::{
    BaseSymbolInformation, DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, Location, SymbolInformation,
    SymbolKind, WorkspaceSymbolParams, WorkspaceSymbolResponse,
};

use crate::navigation::codes_text;
use crate::open::path;
use crate::position::Lines;
use crate::workspace::{Answer, Workspace};

/// How many symbols of a workspace are listed.
const MAX_SYMBOLS: usize = 500;

#[expect(deprecated, reason = "the protocol has the field, which is not set")]
pub(crate) fn document_symbols(
    workspace: &Workspace,
    params: DocumentSymbolParams,
) -> Answer<Option<DocumentSymbolResponse>> {
    let Some(path) = path(&params.text_document.uri) else { return Ok(None) };
    let symbols = workspace.read(&path, |tree| {
        let Some(document) = Document::find(tree, &path) else { return Ok(codes_symbols(workspace, &path)) };
        let lines = Lines::new(document.text());
        let symbol = |entry: DocumentEntry<'_, '_>| {
            let name = entry.entry.written_name();
            let (codes, _) = tree.codes_and_limit(&name);
            let detail = codes.first().map(ToString::to_string);
            let kind = if name.starts_with('-') { SymbolKind::Constant } else { SymbolKind::String };
            let (range, selection_range) = (lines.range(&entry.range), lines.range(&entry.name));
            DocumentSymbol { name, detail, kind, tags: None, deprecated: None, range, selection_range, children: None }
        };
        Ok(Some(document.entries().into_iter().map(symbol).collect::<Vec<_>>()))
    })?;
    Ok(symbols.flatten().map(DocumentSymbolResponse::DocumentSymbolList))
}

/// Returns the codes of a `codes.toml`.
#[expect(deprecated, reason = "the protocol has the field, which is not set")]
fn codes_symbols(workspace: &Workspace, path: &Path) -> Option<Vec<DocumentSymbol>> {
    let text = codes_text(workspace, path);
    let lines = Lines::new(&text);
    let symbol = |line: CodeLine| DocumentSymbol {
        name: text.get(line.code_at.clone()).unwrap_or_default().to_owned(),
        detail: Some(line.id),
        kind: SymbolKind::Number,
        tags: None,
        deprecated: None,
        range: lines.range(&(line.code_at.start..line.id_at.end)),
        selection_range: lines.range(&line.code_at),
        children: None,
    };
    let symbols: Vec<_> = code_lines(&text).into_iter().map(symbol).collect();
    (!symbols.is_empty()).then_some(symbols)
}

/// Returns the messages and terms of the sources whose id or code has the query.
#[expect(deprecated, reason = "the protocol has the field, which is not set")]
pub(crate) fn workspace_symbols(
    workspace: &Workspace,
    params: WorkspaceSymbolParams,
) -> Answer<Option<WorkspaceSymbolResponse>> {
    let query = params.query.to_lowercase();
    let mut symbols = Vec::new();
    for folder in workspace.folders() {
        // The check tells the client of a folder that can't be read.
        let _ = folder.read(workspace.unsaved(&folder), |tree| {
            for document in Document::all(tree).filter(|document| document.locale() == tree.source_tag()) {
                let Some(uri) = workspace.open.uri(document.path()) else { continue };
                let lines = Lines::new(document.text());
                for entry in document.entries() {
                    let name = entry.entry.written_name();
                    let (codes, _) = tree.codes_and_limit(&name);
                    let code = codes.first().map(ToString::to_string);
                    let is_wanted =
                        name.to_lowercase().contains(&query) || code.as_ref().is_some_and(|code| code.contains(&query));
                    if is_wanted && symbols.len() < MAX_SYMBOLS {
                        let location = Location { uri: uri.clone(), range: lines.range(&entry.name) };
                        let base_symbol_information =
                            BaseSymbolInformation { name, kind: SymbolKind::String, tags: None, container_name: code };
                        symbols.push(SymbolInformation { deprecated: None, location, base_symbol_information });
                    }
                }
            }
            Ok(())
        });
    }
    Ok(Some(WorkspaceSymbolResponse::SymbolInformationList(symbols)))
}
