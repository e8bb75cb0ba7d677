//! What the client can do, and what it wishes.

use gen_lsp_types::{InitializeParams, MarkupKind, ResourceOperationKind};
use serde_json::Value;

/// What the client has said at the start.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Client {
    /// Whether it shows Markdown in hovers.
    pub(crate) has_markdown: bool,
    /// Whether it takes changes with the versions of the files.
    pub(crate) has_document_changes: bool,
    /// Whether it can create a file.
    pub(crate) can_create: bool,
    /// Whether it asks for the edit of an action when somebody chooses it.
    pub(crate) resolves_edits: bool,
    /// Whether it can be asked to watch files.
    pub(crate) can_watch: bool,
    /// Whether it wants inlay hints.
    pub(crate) wants_hints: bool,
}

impl Client {
    pub(crate) fn of(params: &InitializeParams) -> Self {
        let capabilities = &params.capabilities;
        let hover = capabilities.text_document.as_ref().and_then(|text| text.hover.as_ref());
        let formats = hover.and_then(|hover| hover.content_format.as_ref());
        let action = capabilities.text_document.as_ref().and_then(|text| text.code_action.as_ref());
        let resolved = action.and_then(|action| action.resolve_support.as_ref());
        let has_data = action.and_then(|action| action.data_support) == Some(true);
        let workspace = capabilities.workspace.as_ref();
        let edit = workspace.and_then(|workspace| workspace.workspace_edit.as_ref());
        let operations = edit.and_then(|edit| edit.resource_operations.as_ref());
        let watched = workspace.and_then(|workspace| workspace.did_change_watched_files.as_ref());
        Self {
            has_markdown: formats.is_some_and(|formats| formats.contains(&MarkupKind::Markdown)),
            has_document_changes: edit.and_then(|edit| edit.document_changes) == Some(true),
            can_create: operations.is_some_and(|all| all.contains(&ResourceOperationKind::Create))
                && edit.and_then(|edit| edit.document_changes) == Some(true),
            resolves_edits: has_data && resolved.is_some_and(|it| it.properties.iter().any(|name| name == "edit")),
            can_watch: watched.and_then(|watched| watched.dynamic_registration) == Some(true),
            wants_hints: wish(params, "inlayHints").and_then(Value::as_bool) != Some(false),
        }
    }
}

/// Returns a value of the `initializationOptions`.
pub(crate) fn wish<'p>(params: &'p InitializeParams, name: &str) -> Option<&'p Value> {
    params.initialization_options.as_ref()?.get(name)
}
