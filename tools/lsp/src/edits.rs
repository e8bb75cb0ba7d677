//! Changes that the client makes: formatting and renaming.

use std::path::Path;

use code_prompts_engine::Error;
use code_prompts_engine::edit::{Change, Changes, Renaming, format as canonical, rename_part};
use code_prompts_engine::project::{Document, Files, Project, Symbol};
use gen_lsp_types::{
    CreateFile, DocumentChange, DocumentFormattingParams, Edit, OptionalVersionedTextDocumentIdentifier,
    PrepareRenameParams, PrepareRenameResult, RenameParams, TextDocumentEdit, TextDocumentIdentifier, TextEdit,
    WorkspaceEdit,
};

use crate::navigation::with_symbol;
use crate::open::path;
use crate::position::range;
use crate::workspace::{Answer, Workspace};

/// Formats a file. One with syntax errors stays as it is.
pub(crate) fn format(workspace: &Workspace, params: DocumentFormattingParams) -> Answer<Option<Vec<TextEdit>>> {
    let Some(path) = path(&params.text_document.uri) else { return Ok(None) };
    let Some(folder) = workspace.folder(&path) else { return Ok(None) };
    let locale = workspace.read(&path, |tree| Ok(Document::find(tree, &path).map(|it| it.locale().to_owned())))?;
    let Some(locale) = locale.flatten() else { return Ok(None) };
    let Ok(files) = Files::with_unsaved(&folder.dir, workspace.unsaved(&folder)) else { return Ok(None) };
    let Ok(changes) = canonical(&files, &[locale]) else { return Ok(None) };
    let change = changes.files().find(|change| change.path() == path);
    Ok(change.map(|change| edits(change.before().unwrap_or_default(), change.after())))
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

/// Renames a message or a term as `prompts rename` does, or an attribute or a variable of one, in all languages.
pub(crate) fn rename(workspace: &Workspace, params: RenameParams) -> Answer<Option<WorkspaceEdit>> {
    let (place, new) = (params.text_document_position_params, params.new_name);
    let Some(path) = path(&place.text_document.uri) else { return Ok(None) };
    let Some(folder) = workspace.folder(&path) else { return Ok(None) };
    let renamed = with_symbol(workspace, &place, |tree, found| {
        let unsaved = workspace.unsaved(&folder);
        let (Symbol::Entry(name) | Symbol::Attribute(name, _) | Symbol::Variable(name, _)) = &found.symbol else {
            return Err(Error::from("this is a function of the app".to_owned()));
        };
        if tree.is_in_several_files(name) {
            return Err(format!("several files have a `{name}` of their own; rename it in each of them").into());
        }
        if let Symbol::Entry(old) = &found.symbol {
            // The hyphen of a term is not part of what people type.
            let hyphen = if old.starts_with('-') && !new.starts_with('-') { "-" } else { "" };
            let new = format!("{hyphen}{new}");
            let files = Files::with_unsaved(&folder.dir, unsaved)?;
            return Ok(Renaming::new(old, &new)?.of(&files)?.changes);
        }
        let source = folder.source(&unsaved);
        let project = Project::with_unsaved(&folder.dir, source.as_deref(), unsaved)?;
        rename_part(&project, &found.symbol, new.trim_start_matches(['$', '.']))
    })?;
    Ok(renamed.transpose()?.and_then(|changes| workspace_edit(workspace, &changes)))
}

/// The edits of a file.
pub(crate) struct FileEdit<'p> {
    pub(crate) path: &'p Path,
    /// Whether it must be created.
    pub(crate) is_new: bool,
    pub(crate) edits: Vec<TextEdit>,
}

/// Returns changes as the client makes them, or `None` if they create a file and the client can't.
pub(crate) fn workspace_edit(workspace: &Workspace, changes: &Changes) -> Option<WorkspaceEdit> {
    let file = |change| FileEdit {
        path: Change::path(change),
        is_new: change.before().is_none(),
        edits: edits(change.before().unwrap_or_default(), change.after()),
    };
    let files: Vec<FileEdit<'_>> = changes.files().map(file).collect();
    let can_make = workspace.client.can_create || !files.iter().any(|file| file.is_new);
    can_make.then(|| edit_of_files(workspace, files))
}

/// Returns edits as the client makes them. If it can, it refuses those of a file that has changed since.
pub(crate) fn edit_of_files(workspace: &Workspace, files: Vec<FileEdit<'_>>) -> WorkspaceEdit {
    let with_uri = files.into_iter().filter_map(|file| Some((workspace.open.uri(file.path)?, file)));
    if !workspace.client.has_document_changes {
        let changes = with_uri.map(|(uri, file)| (uri, file.edits)).collect();
        return WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() };
    }
    let mut steps = Vec::new();
    for (uri, file) in with_uri {
        if file.is_new {
            steps.push(DocumentChange::CreateFile(CreateFile { uri: uri.clone(), options: None, annotation_id: None }));
        }
        let version = workspace.open.get(file.path).map(|open| open.version);
        let text_document_identifier = TextDocumentIdentifier { uri };
        let text_document = OptionalVersionedTextDocumentIdentifier { version, text_document_identifier };
        let edits = file.edits.into_iter().map(Edit::TextEdit).collect();
        steps.push(DocumentChange::TextDocumentEdit(TextDocumentEdit { text_document, edits }));
    }
    WorkspaceEdit { document_changes: Some(steps), ..WorkspaceEdit::default() }
}

/// Returns the edits that change a text. If no line is added or removed, there is one for each line that differs, so that the
/// cursor and marks stay where they are.
fn edits(before: &str, after: &str) -> Vec<TextEdit> {
    if before.matches('\n').count() != after.matches('\n').count() {
        return vec![edit(before, after)];
    }
    let lines = before.split('\n').zip(after.split('\n')).zip(0..);
    let different = lines.filter(|((before, after), _)| before != after);
    let edit = |((before, after), line): ((&str, &str), u32)| {
        let mut edit = edit(before, after);
        (edit.range.start.line, edit.range.end.line) = (line, line);
        edit
    };
    different.map(edit).collect()
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

    #[test]
    fn edits_are_in_the_lines_that_differ() {
        let shown: Vec<_> = (edits("a = b\nc = { a }\nd\n", "x = b\nc = { x }\nd\n").into_iter())
            .map(|edit| (edit.range.start.line, edit.range.start.character, edit.range.end.character, edit.new_text))
            .collect();
        assert_eq!(shown, [(0, 0, 1, "x".to_owned()), (1, 6, 7, "x".to_owned())]);
        assert_eq!(edits("a\n", "a\nb\n").len(), 1);
        assert_eq!(edits("a\n", "a\n"), []);
    }
}
