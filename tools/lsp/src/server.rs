//! The server: its state, and the messages of the client.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use code_prompts_engine::Error;
use code_prompts_engine::check::Outcome;
use code_prompts_engine::project::Tree;
use code_prompts_reader::walk::Unsaved;
use crossbeam::RecvTimeoutError;
use gen_lsp_types::{
    CodeActionRequest, CompletionRequest, DefinitionRequest, DidChangeTextDocumentNotification,
    DidChangeWatchedFilesNotification, DidCloseTextDocumentNotification, DidOpenTextDocumentNotification,
    DidSaveTextDocumentNotification, DocumentFormattingRequest, DocumentSymbolRequest, FoldingRangeRequest,
    HoverRequest, InitializeParams, InlayHintRequest, LogMessageNotification, LogMessageParams, LspNotificationMethod,
    LspRequestMethod, MessageType, Notification, PrepareRenameRequest, PublishDiagnosticsNotification,
    PublishDiagnosticsParams, ReferencesRequest, RenameRequest, Request, SemanticTokensRequest, ServerInfo,
    ShowMessageNotification, ShowMessageParams, WorkspaceSymbolRequest,
};
use lsp_server::{Connection, ErrorCode, Message, Response};
use serde_json::{Value, json};

use crate::client::{self, Client};
use crate::folder::Folder;
use crate::open::{OpenFiles, path, uri};
use crate::{actions, capabilities, completion, diagnostics, edits, folding, hints, hover, navigation, tokens};

/// Where the texts are, if the client does not say it, and how fast they are checked.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder of the locales. By default, it is found for each file.
    pub dir: Option<PathBuf>,
    /// The tag of the source locale. By default, the one in `codes.toml`, or in the project's `i18n.toml` or `l10n.toml`.
    pub source: Option<String>,
    /// How long after the last change a folder is checked. By default, 120 ms: while somebody types, it waits.
    pub pause: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self { dir: None, source: None, pause: Duration::from_millis(120) }
    }
}

/// What a request reads.
pub(crate) struct Server {
    options: Options,
    pub(crate) open: OpenFiles,
    pub(crate) client: Client,
    /// The results of the last checks.
    checked: BTreeMap<Folder, Outcome>,
    /// The files that have diagnostics, by the folder.
    shown: BTreeMap<Folder, BTreeSet<PathBuf>>,
    /// The folders to check, and when.
    due: Option<(Instant, BTreeSet<Folder>)>,
    /// The problems that the client was told.
    told: BTreeSet<String>,
}

/// Why a request has no result. The client shows it.
pub(crate) type Answer<T> = Result<T, Error>;

/// Serves a client until it ends the connection.
///
/// # Errors
///
/// The client breaks the protocol, or is gone before it has ended the connection.
pub fn serve(connection: &Connection, options: &Options) -> io::Result<()> {
    let (id, params) = connection.initialize_start().map_err(io::Error::other)?;
    // A client whose parameters can't be read is served without its wishes.
    let params: InitializeParams = serde_json::from_value(params).unwrap_or_default();
    let mut server = Server::new(options, &params);
    let result = json!({
        "capabilities": capabilities::of(&server.client),
        "serverInfo": ServerInfo { name: "prompts".to_owned(), version: Some(env!("CARGO_PKG_VERSION").to_owned()) },
    });
    connection.initialize_finish(id, result).map_err(io::Error::other)?;
    if server.client.can_watch {
        watch(connection);
    }
    loop {
        let message = match server.due.as_ref().map(|(when, _)| when.saturating_duration_since(Instant::now())) {
            Some(left) if left.is_zero() => {
                server.check(connection);
                continue;
            }
            Some(left) => match connection.receiver.recv_timeout(left) {
                Ok(message) => message,
                Err(RecvTimeoutError::Timeout) => continue,
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            },
            None => match connection.receiver.recv() {
                Ok(message) => message,
                Err(_) => return Ok(()),
            },
        };
        match message {
            Message::Request(request) => {
                if connection.handle_shutdown(&request).map_err(io::Error::other)? {
                    return Ok(());
                }
                let response = server.answer(request);
                send(connection, response.into());
            }
            Message::Notification(notification) => server.notice(connection, notification),
            Message::Response(_) => {}
        }
    }
}

impl Server {
    fn new(options: &Options, params: &InitializeParams) -> Self {
        Self {
            options: client::options(options, params),
            client: Client::of(params),
            checked: BTreeMap::new(),
            open: OpenFiles::default(),
            shown: BTreeMap::new(),
            due: None,
            told: BTreeSet::new(),
        }
    }

    /// Returns the folder of a file.
    pub(crate) fn folder(&self, path: &Path) -> Option<Folder> {
        Folder::of(path, self.options.dir.as_deref(), self.options.source.as_deref())
    }

    /// Returns the folders of all open files.
    pub(crate) fn folders(&self) -> BTreeSet<Folder> {
        self.open.paths().filter_map(|path| self.folder(path)).collect()
    }

    pub(crate) fn unsaved(&self, folder: &Folder) -> Unsaved {
        self.open.below(&folder.dir)
    }

    /// Calls a function with what is in the folder of a file. Returns `None` for a file outside of every folder, and for a
    /// folder that can't be read, which the check tells the client.
    pub(crate) fn read<T>(&self, path: &Path, view: impl FnOnce(&Tree<'_>) -> Answer<T>) -> Answer<Option<T>> {
        let Some(folder) = self.folder(path) else { return Ok(None) };
        Ok(folder.read(self.unsaved(&folder), view).ok())
    }

    /// Returns the result of the last check of a folder, unless something has changed since.
    pub(crate) fn latest(&self, folder: &Folder) -> Option<&Outcome> {
        let is_due = self.due.as_ref().is_some_and(|(_, folders)| folders.contains(folder));
        self.checked.get(folder).filter(|_| !is_due)
    }

    fn answer(&self, request: lsp_server::Request) -> Response {
        let lsp_server::Request { id, method, params } = request;
        let call = Call { server: self, params };
        let result = match LspRequestMethod::from(method.as_str()) {
            HoverRequest::METHOD => call.of::<HoverRequest>(hover::hover),
            CompletionRequest::METHOD => call.of::<CompletionRequest>(completion::complete),
            DefinitionRequest::METHOD => call.of::<DefinitionRequest>(navigation::definition),
            ReferencesRequest::METHOD => call.of::<ReferencesRequest>(navigation::references),
            DocumentSymbolRequest::METHOD => call.of::<DocumentSymbolRequest>(navigation::document_symbols),
            WorkspaceSymbolRequest::METHOD => call.of::<WorkspaceSymbolRequest>(navigation::workspace_symbols),
            DocumentFormattingRequest::METHOD => call.of::<DocumentFormattingRequest>(edits::format),
            CodeActionRequest::METHOD => call.of::<CodeActionRequest>(actions::code_actions),
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

    fn notice(&mut self, connection: &Connection, notification: lsp_server::Notification) {
        let lsp_server::Notification { method, params } = notification;
        // A notification that can't be read changes nothing.
        let changed: Option<PathBuf> = match LspNotificationMethod::from(method.as_str()) {
            DidOpenTextDocumentNotification::METHOD => read::<DidOpenTextDocumentNotification>(params).and_then(|it| {
                let document = it.text_document;
                let path = path(&document.uri)?;
                self.open.open(path.clone(), document.text, document.version);
                if self.folder(&path).is_none() && path.extension().is_some_and(|extension| extension == "ftl") {
                    self.tell(connection, outside(&path));
                }
                Some(path)
            }),
            DidChangeTextDocumentNotification::METHOD => {
                read::<DidChangeTextDocumentNotification>(params).and_then(|it| {
                    let path = path(&it.text_document.text_document_identifier.uri)?;
                    self.open.change(&path, it.content_changes, it.text_document.version);
                    Some(path)
                })
            }
            DidCloseTextDocumentNotification::METHOD => {
                read::<DidCloseTextDocumentNotification>(params).and_then(|it| {
                    let path = path(&it.text_document.uri)?;
                    // Its folder, before it is forgotten.
                    self.plan(&path);
                    self.open.close(&path);
                    Some(path)
                })
            }
            DidSaveTextDocumentNotification::METHOD => {
                read::<DidSaveTextDocumentNotification>(params).and_then(|it| path(&it.text_document.uri))
            }
            DidChangeWatchedFilesNotification::METHOD => {
                let changes = read::<DidChangeWatchedFilesNotification>(params).map(|it| it.changes);
                changes.into_iter().flatten().filter_map(|change| path(&change.uri)).for_each(|path| self.plan(&path));
                None
            }
            _ => None,
        };
        changed.into_iter().for_each(|path| self.plan(&path));
    }

    /// Plans a check of the folder of a file.
    fn plan(&mut self, path: &Path) {
        let Some(folder) = self.folder(path) else { return };
        let (when, folders) = self.due.get_or_insert_with(|| (Instant::now(), BTreeSet::new()));
        *when = Instant::now() + self.options.pause;
        folders.insert(folder);
    }

    /// Checks the folders that are due, and publishes what was found.
    fn check(&mut self, connection: &Connection) {
        let Some((_, folders)) = self.due.take() else { return };
        for folder in folders {
            self.checked.remove(&folder);
            let found = match folder.check(self.unsaved(&folder)) {
                Ok(outcome) => {
                    let found = diagnostics::diagnostics(&outcome);
                    self.checked.insert(folder.clone(), outcome);
                    found
                }
                Err(error) => {
                    // What was shown is of another text.
                    self.tell(connection, error.to_string());
                    BTreeMap::new()
                }
            };
            let before = self.shown.remove(&folder).unwrap_or_default();
            let files: BTreeSet<PathBuf> = found.keys().cloned().collect();
            for file in before.difference(&files) {
                self.publish(connection, file, Vec::new());
            }
            for (file, diagnostics) in found {
                self.publish(connection, &file, diagnostics);
            }
            self.shown.insert(folder, files);
        }
    }

    fn publish(&self, connection: &Connection, file: &Path, diagnostics: Vec<gen_lsp_types::Diagnostic>) {
        let Some(uri) = uri(file) else { return };
        let version = self.open.get(file).map(|open| open.version);
        notify::<PublishDiagnosticsNotification>(connection, PublishDiagnosticsParams { uri, version, diagnostics });
    }

    /// Shows a problem once.
    fn tell(&mut self, connection: &Connection, message: String) {
        if self.told.insert(message.clone()) {
            notify::<ShowMessageNotification>(connection, ShowMessageParams { kind: MessageType::Warning, message });
        } else {
            notify::<LogMessageNotification>(connection, LogMessageParams { kind: MessageType::Warning, message });
        }
    }
}

/// Says why a file is not checked.
fn outside(path: &Path) -> String {
    format!(
        "{}: this file is not checked: neither it nor a folder above it is named for a language, such as fr or pt-BR",
        path.display()
    )
}

/// Asks the client to tell of changes to files that are not open.
fn watch(connection: &Connection) {
    let watchers = ["**/*.ftl", "**/codes.toml", "**/records/*.toml"].map(|pattern| json!({ "globPattern": pattern }));
    let params = json!({ "registrations": [{
        "id": "files",
        "method": "workspace/didChangeWatchedFiles",
        "registerOptions": { "watchers": watchers },
    }] });
    send(
        connection,
        lsp_server::Request::new("files".to_owned().into(), "client/registerCapability".to_owned(), params).into(),
    );
}

/// A request whose parameters are not read yet.
struct Call<'s> {
    server: &'s Server,
    params: Value,
}

impl Call<'_> {
    fn of<R: Request>(self, answer: fn(&Server, R::Params) -> Answer<R::Result>) -> Result<Value, (ErrorCode, String)> {
        let params =
            serde_json::from_value(self.params).map_err(|error| (ErrorCode::InvalidParams, error.to_string()))?;
        let result = answer(self.server, params).map_err(|error| (ErrorCode::RequestFailed, error.to_string()))?;
        serde_json::to_value(result).map_err(|error| (ErrorCode::InternalError, error.to_string()))
    }
}

fn read<N: Notification>(params: Value) -> Option<N::Params> {
    serde_json::from_value(params).ok()
}

fn notify<N: Notification>(connection: &Connection, params: N::Params) {
    let method = serde_json::to_value(N::METHOD).unwrap_or_default();
    let method = method.as_str().unwrap_or_default().to_owned();
    send(connection, lsp_server::Notification::new(method, params).into());
}

/// Sends a message. That the client is gone shows when the next one is received.
fn send(connection: &Connection, message: Message) {
    let _ = connection.sender.send(message);
}
