//! Changes that the client makes: formatting and renaming.

use std::collections::HashMap;

use code_prompts_engine::Error;
use code_prompts_engine::edit::{Change, Changes, Renaming, format as canonical};
use code_prompts_engine::project::{Files, Symbol};
use code_prompts_reader::names::is_identifier;
use gen_lsp_types::{
    CreateFile, DocumentChange, DocumentFormattingParams, Edit, OptionalVersionedTextDocumentIdentifier,
    PrepareRenameParams, PrepareRenameResult, RenameParams, TextDocumentEdit, TextDocumentIdentifier, TextEdit,
    WorkspaceEdit,
};

use crate::navigation::{locations, with_symbol};
use crate::open::{path, uri};
use crate::position::range;
use crate::workspace::{Answer, Workspace};

/// Formats a file. One with syntax errors stays as it is.
pub(crate) fn format(workspace: &Workspace, params: DocumentFormattingParams) -> Answer<Option<Vec<TextEdit>>> {
    let Some(path) = path(&params.text_document.uri) else { return Ok(None) };
    let Some(folder) = workspace.folder(&path) else { return Ok(None) };
    let Some(locale) = workspace
        .read(&path, |tree| {
            Ok(code_prompts_engine::project::Document::find(tree, &path).map(|document| document.locale().to_owned()))
        })?
        .flatten()
    else {
        return Ok(None);
    };
    let Ok(files) = Files::with_unsaved(&folder.dir, workspace.unsaved(&folder)) else { return Ok(None) };
    let Ok(changes) = canonical(&files, &[locale]) else { return Ok(None) };
    let change = changes.files().find(|change| change.path() == path);
    Ok(change.map(|change| vec![edit(change.before().unwrap_or_default(), change.after())]))
}

pub(crate) fn prepare_rename(
    workspace: &Workspace,
    params: PrepareRenameParams,
) -> Answer<Option<PrepareRenameResult>> {
    let place = params.text_document_position_params;
    let range = with_symbol(workspace, &place, |_, found| match found.symbol {
        Symbol::Function(_) => None,
        _ => Some(found.range),
    })?;
    Ok(range.flatten().map(PrepareRenameResult::Range))
}

/// Renames a message or a term as `prompts rename` does, or an attribute or a variable of a message in all languages.
pub(crate) fn rename(workspace: &Workspace, params: RenameParams) -> Answer<Option<WorkspaceEdit>> {
    let (place, new) = (params.text_document_position_params, params.new_name);
    let Some(path) = path(&place.text_document.uri) else { return Ok(None) };
    enum Planned {
        Entry(String),
        Edits(HashMap<gen_lsp_types::Uri, Vec<TextEdit>>),
    }
    let planned = with_symbol(workspace, &place, |tree, found| match &found.symbol {
        Symbol::Function(name) => Err(Error::from(format!("{name} is a function of the app"))),
        Symbol::Entry(name) => Ok(Planned::Entry(name.clone())),
        Symbol::Attribute(..) | Symbol::Variable(..) => {
            let new = new.trim_start_matches(['$', '.']);
            if !is_identifier(new) {
                return Err(format!("`{new}` is not a name: write letters, digits, - and _, a letter first").into());
            }
            let mut edits: HashMap<_, Vec<TextEdit>> = HashMap::new();
            for location in locations(tree, |_, it| it.symbol == found.symbol) {
                let edit = TextEdit { range: location.range, new_text: new.to_owned() };
                edits.entry(location.uri).or_default().push(edit);
            }
            Ok(Planned::Edits(edits))
        }
    })?;
    match planned.transpose()? {
        None => Ok(None),
        Some(Planned::Edits(changes)) => Ok(Some(WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() })),
        Some(Planned::Entry(old)) => {
            let Some(folder) = workspace.folder(&path) else { return Ok(None) };
            // The hyphen of a term is not part of what people type.
            let hyphen = if old.starts_with('-') && !new.starts_with('-') { "-" } else { "" };
            let new = format!("{hyphen}{new}");
            let files = Files::with_unsaved(&folder.dir, workspace.unsaved(&folder))?;
            let renamed = Renaming::new(&old, &new)?.of(&files)?;
            Ok(workspace_edit(workspace, &renamed.changes))
        }
    }
}

/// Returns changes as the client makes them, or `None` if they create a file and the client can't.
pub(crate) fn workspace_edit(workspace: &Workspace, changes: &Changes) -> Option<WorkspaceEdit> {
    let edit_of = |change: &Change| edit(change.before().unwrap_or_default(), change.after());
    if changes.files().all(|change| change.before().is_some()) {
        let edits = changes.files().filter_map(|change| Some((uri(change.path())?, vec![edit_of(change)])));
        return Some(WorkspaceEdit { changes: Some(edits.collect()), ..WorkspaceEdit::default() });
    }
    if !workspace.client.can_create {
        return None;
    }
    let mut steps = Vec::new();
    for change in changes.files() {
        let uri = uri(change.path())?;
        if change.before().is_none() {
            steps.push(DocumentChange::CreateFile(CreateFile { uri: uri.clone(), options: None, annotation_id: None }));
        }
        let version = workspace.open.get(change.path()).map(|open| open.version);
        let text_document = OptionalVersionedTextDocumentIdentifier {
            version,
            text_document_identifier: TextDocumentIdentifier { uri },
        };
        let edits = vec![Edit::TextEdit(edit_of(change))];
        steps.push(DocumentChange::TextDocumentEdit(TextDocumentEdit { text_document, edits }));
    }
    Some(WorkspaceEdit { document_changes: Some(steps), ..WorkspaceEdit::default() })
}

/// Returns the edit between the first and the last byte that differ, so that the cursor stays where it is.
fn edit(before: &str, after: &str) -> TextEdit {
    let mut start = before.bytes().zip(after.bytes()).take_while(|(one, other)| one == other).count();
    while !(before.is_char_boundary(start) && after.is_char_boundary(start)) {
        start -= 1;
    }
    let (rest_before, rest_after) = (before.get(start..).unwrap_or_default(), after.get(start..).unwrap_or_default());
    let mut same =
        rest_before.bytes().rev().zip(rest_after.bytes().rev()).take_while(|(one, other)| one == other).count();
    while !(rest_before.is_char_boundary(rest_before.len() - same)
        && rest_after.is_char_boundary(rest_after.len() - same))
    {
        same -= 1;
    }
    let new_text = rest_after.get(..rest_after.len() - same).unwrap_or_default().to_owned();
    TextEdit { range: range(before, &(start..before.len() - same)), new_text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::position::byte;

    #[test]
    fn edit_is_as_small_as_it_can_be() {
        for (before, after, text) in [
            ("a = b\n", "a = c\n", "c"),
            ("a = 房间\n", "a = 房门\n", "门"),
            ("aa", "aaa", "a"),
            ("same", "same", ""),
            ("", "new", "new"),
            ("é", "è", "è"),
        ] {
            let edit = edit(before, after);
            assert_eq!(edit.new_text, text, "{before:?}");
            let (start, end) = (byte(before, edit.range.start), byte(before, edit.range.end));
            assert_eq!(format!("{}{}{}", &before[..start], edit.new_text, &before[end..]), after);
        }
    }
}
