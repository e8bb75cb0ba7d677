//! The server: its state, and the messages of the client.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use code_prompts_engine::Error;
use code_prompts_engine::project::Tree;
use code_prompts_reader::walk::Unsaved;
use crossbeam::RecvTimeoutError;
use gen_lsp_types::{
    ClientCapabilities, CompletionOptions, CompletionRequest, DefinitionProvider, DefinitionRequest,
    DidChangeTextDocumentNotification, DidChangeWatchedFilesNotification, DidCloseTextDocumentNotification,
    DidOpenTextDocumentNotification, DidSaveTextDocumentNotification, DocumentFormattingProvider,
    DocumentFormattingRequest, DocumentSymbolProvider, DocumentSymbolRequest, HoverProvider, HoverRequest,
    InitializeParams, LogMessageNotification, LogMessageParams, LspNotificationMethod, LspRequestMethod, MarkupKind,
    MessageType, Notification, PrepareRenameRequest, PublishDiagnosticsNotification, PublishDiagnosticsParams,
    ReferencesProvider, ReferencesRequest, RenameOptions, RenameProvider, RenameRequest, Request, ServerCapabilities,
    ServerInfo, ShowMessageNotification, ShowMessageParams, TextDocumentSync, TextDocumentSyncKind,
    TextDocumentSyncOptions, WorkspaceSymbolProvider, WorkspaceSymbolRequest,
};
use lsp_server::{Connection, ErrorCode, Message, Response};
use serde_json::{Value, json};

use crate::folder::Folder;
use crate::open::{OpenFiles, path, uri};
use crate::{completion, diagnostics, edits, hover, navigation};

/// How long after the last change the folder is checked.
const PAUSE: Duration = Duration::from_millis(120);

/// Where the texts are, if the client does not say it.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The folder of the locales. By default, it is found for each file.
    pub dir: Option<PathBuf>,
    /// The tag of the source locale. By default, the one in `codes.toml`, or in the project's `i18n.toml` or `l10n.toml`.
    pub source: Option<String>,
}

/// What a request reads.
pub(crate) struct Server {
    options: Options,
    pub(crate) open: OpenFiles,
    /// Whether the client shows Markdown in hovers.
    pub(crate) has_markdown: bool,
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
    let result = json!({
        "capabilities": capabilities(),
        "serverInfo": ServerInfo { name: "prompts".to_owned(), version: Some(env!("CARGO_PKG_VERSION").to_owned()) },
    });
    let (id, params) = connection.initialize_start().map_err(io::Error::other)?;
    connection.initialize_finish(id, result).map_err(io::Error::other)?;
    // A client whose parameters can't be read is served without its wishes.
    let params: InitializeParams = serde_json::from_value(params).unwrap_or_default();
    let mut server = Server::new(options, &params);
    loop {
        let message = match server.due.as_ref().map(|(when, _)| when.saturating_duration_since(Instant::now())) {
            Some(left) => match connection.receiver.recv_timeout(left) {
                Ok(message) => message,
                Err(RecvTimeoutError::Timeout) => {
                    server.check(connection);
                    continue;
                }
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
            Message::Notification(notification) => server.notice(notification),
            Message::Response(_) => {}
        }
    }
}

fn capabilities() -> ServerCapabilities {
    ServerCapabilities {
        text_document_sync: Some(TextDocumentSync::Options(TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::Incremental),
            save: Some(true.into()),
            ..TextDocumentSyncOptions::default()
        })),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some(["{", "$", "-", ".", "[", "\""].map(str::to_owned).to_vec()),
            ..CompletionOptions::default()
        }),
        hover_provider: Some(HoverProvider::Bool(true)),
        definition_provider: Some(DefinitionProvider::Bool(true)),
        references_provider: Some(ReferencesProvider::Bool(true)),
        document_symbol_provider: Some(DocumentSymbolProvider::Bool(true)),
        workspace_symbol_provider: Some(WorkspaceSymbolProvider::Bool(true)),
        document_formatting_provider: Some(DocumentFormattingProvider::Bool(true)),
        rename_provider: Some(RenameProvider::RenameOptions(RenameOptions {
            prepare_provider: Some(true),
            ..RenameOptions::default()
        })),
        ..ServerCapabilities::default()
    }
}

impl Server {
    fn new(options: &Options, params: &InitializeParams) -> Self {
        let wishes = params.initialization_options.as_ref();
        let wish = |name: &str| wishes.and_then(|wishes| wishes.get(name)).and_then(Value::as_str);
        #[expect(deprecated, reason = "clients send it, the newer ones too")]
        let root = params.root_uri.as_ref().and_then(path);
        let dir = wish("dir").map(|dir| root.as_ref().map_or_else(|| PathBuf::from(dir), |root| root.join(dir)));
        Self {
            options: Options {
                dir: dir.or_else(|| options.dir.clone()),
                source: wish("source").map(str::to_owned).or_else(|| options.source.clone()),
            },
            open: OpenFiles::default(),
            has_markdown: has_markdown(&params.capabilities),
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

    /// Calls a function with what is in the folder of a file. Returns `None` for a file outside of every folder.
    pub(crate) fn read<T>(&self, path: &Path, view: impl FnOnce(&Tree<'_>) -> Answer<T>) -> Answer<Option<T>> {
        let Some(folder) = self.folder(path) else { return Ok(None) };
        folder.read(self.unsaved(&folder), view).map(Some)
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
            PrepareRenameRequest::METHOD => call.of::<PrepareRenameRequest>(edits::prepare_rename),
            RenameRequest::METHOD => call.of::<RenameRequest>(edits::rename),
            _ => Err((ErrorCode::MethodNotFound, format!("there is no method {method}"))),
        };
        match result {
            Ok(result) => Response::new_ok(id, result),
            Err((code, message)) => Response::new_err(id, code as i32, message),
        }
    }

    fn notice(&mut self, notification: lsp_server::Notification) {
        let lsp_server::Notification { method, params } = notification;
        // A notification that can't be read changes nothing.
        let changed: Option<PathBuf> = match LspNotificationMethod::from(method.as_str()) {
            DidOpenTextDocumentNotification::METHOD => read::<DidOpenTextDocumentNotification>(params).and_then(|it| {
                let document = it.text_document;
                let path = path(&document.uri)?;
                self.open.open(path.clone(), document.text, document.version);
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
        *when = Instant::now() + PAUSE;
        folders.insert(folder);
    }

    /// Checks the folders that are due, and publishes what was found.
    fn check(&mut self, connection: &Connection) {
        let Some((_, folders)) = self.due.take() else { return };
        for folder in folders {
            let found = match folder.check(self.unsaved(&folder)) {
                Ok(outcome) => diagnostics::diagnostics(&outcome),
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

fn has_markdown(capabilities: &ClientCapabilities) -> bool {
    let hover = capabilities.text_document.as_ref().and_then(|text| text.hover.as_ref());
    let formats = hover.and_then(|hover| hover.content_format.as_ref());
    formats.is_some_and(|formats| formats.contains(&MarkupKind::Markdown))
}
