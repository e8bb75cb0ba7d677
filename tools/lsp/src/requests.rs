//! The answers to requests.

use gen_lsp_types::{
    CodeActionRequest, CodeActionResolveRequest, CompletionRequest, DefinitionRequest, DocumentFormattingRequest,
    DocumentSymbolRequest, FoldingRangeRequest, HoverRequest, InlayHintRequest, LspRequestMethod, PrepareRenameRequest,
    ReferencesRequest, RenameRequest, Request, SemanticTokensRequest, WorkspaceSymbolRequest,
};
use lsp_server::{ErrorCode, Response};
use serde_json::Value;

use crate::workspace::{Answer, Workspace};
use crate::{actions, completion, edits, folding, hints, hover, navigation, symbols, tokens};

/// Answers a request.
pub(crate) fn answer(workspace: &Workspace, request: lsp_server::Request) -> Response {
    let lsp_server::Request { id, method, params } = request;
    let call = Call { workspace, params };
    let result = match LspRequestMethod::from(method.as_str()) {
        HoverRequest::METHOD => call.of::<HoverRequest>(hover::hover),
        CompletionRequest::METHOD => call.of::<CompletionRequest>(completion::complete),
        DefinitionRequest::METHOD => call.of::<DefinitionRequest>(navigation::definition),
        ReferencesRequest::METHOD => call.of::<ReferencesRequest>(navigation::references),
        DocumentSymbolRequest::METHOD => call.of::<DocumentSymbolRequest>(symbols::document_symbols),
        WorkspaceSymbolRequest::METHOD => call.of::<WorkspaceSymbolRequest>(symbols::workspace_symbols),
        DocumentFormattingRequest::METHOD => call.of::<DocumentFormattingRequest>(edits::format),
        CodeActionRequest::METHOD => call.of::<CodeActionRequest>(actions::code_actions),
        CodeActionResolveRequest::METHOD => call.of::<CodeActionResolveRequest>(actions::resolve),
        InlayHintRequest::METHOD => call.of::<InlayHintRequest>(hints::inlay_hints),
        SemanticTokensRequest::METHOD => call.of::<SemanticTokensRequest>(tokens::semantic_tokens),
        FoldingRangeRequest::METHOD => call.of::<FoldingRangeRequest>(folding::folding_ranges),
        PrepareRenameRequest::METHOD => call.of::<PrepareRenameRequest>(edits::prepare_rename),
        RenameRequest::METHOD => call.of::<RenameRequest>(edits::rename),
        _ => Err((ErrorCode::MethodNotFound, format!("there is no method {method}"))),
    };
    match result {
        Ok(result) => Response::new_ok(id, result),
        Err((code, message)) => Response::new_err(id, code as i32, message),
    }
}

/// A request whose parameters are not read yet.
struct Call<'s> {
    workspace: &'s Workspace,
    params: Value,
}

impl Call<'_> {
    fn of<R: Request>(
        self,
        answer: fn(&Workspace, R::Params) -> Answer<R::Result>,
    ) -> Result<Value, (ErrorCode, String)> {
        let params =
            serde_json::from_value(self.params).map_err(|error| (ErrorCode::InvalidParams, error.to_string()))?;
        let result = answer(self.workspace, params).map_err(|error| (ErrorCode::RequestFailed, error.to_string()))?;
        serde_json::to_value(result).map_err(|error| (ErrorCode::InternalError, error.to_string()))
    }
}
