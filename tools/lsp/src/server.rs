//! The server: the messages of the client, and the checks.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Instant;

use code_prompts_engine::check::Outcome;
use code_prompts_reader::walk::{CODES_FILE, Unsaved};
use crossbeam::RecvTimeoutError;
use gen_lsp_types::{
    Diagnostic, DidChangeTextDocumentNotification, DidChangeWatchedFilesNotification, DidCloseTextDocumentNotification,
    DidOpenTextDocumentNotification, DidSaveTextDocumentNotification, InitializeParams, LogMessageNotification,
    LogMessageParams, LspNotificationMethod, MessageType, Notification, PublishDiagnosticsNotification,
    PublishDiagnosticsParams, Range, ServerInfo, ShowMessageNotification, ShowMessageParams,
};
use lsp_server::{Connection, Message};
use serde_json::{Value, json};

use crate::capabilities;
use crate::diagnostics::{Diagnostics, of_codes};
use crate::folder::{Folder, is_ftl};
use crate::open::path;
use crate::options::Options;
use crate::requests::answer;
use crate::workspace::Workspace;

struct Server {
    workspace: Workspace,
    /// The files that have diagnostics, by the folder.
    shown: BTreeMap<Folder, BTreeSet<PathBuf>>,
    /// The keys of the problems that the client was told.
    told: BTreeSet<String>,
}

/// Serves a client until it ends the connection.
///
/// ```
/// use code_prompts_lsp::{Options, serve};
/// use lsp_server::{Connection, Message, Notification, Request};
/// use serde_json::{Value, json};
///
/// let (server, client) = Connection::memory();
/// let serving = std::thread::spawn(move || serve(&server, &Options::default()));
/// let ask = |id: i32, method: &str, params: Value| {
///     client.sender.send(Request::new(id.into(), method.to_owned(), params).into())?;
///     Ok::<_, Box<dyn std::error::Error>>(client.receiver.recv()?)
/// };
/// let Message::Response(answer) = ask(1, "initialize", json!({ "capabilities": {} }))? else { panic!("no answer") };
/// assert_eq!(answer.response_result.unwrap()["serverInfo"]["name"], "prompts");
/// client.sender.send(Notification::new("initialized".to_owned(), json!({})).into())?;
/// ask(2, "shutdown", Value::Null)?;
/// client.sender.send(Notification::new("exit".to_owned(), Value::Null).into())?;
/// serving.join().unwrap()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// The client breaks the protocol, or is gone before it has ended the connection.
pub fn serve(connection: &Connection, options: &Options) -> io::Result<()> {
    let (id, params) = connection.initialize_start().map_err(io::Error::other)?;
    // A client whose parameters can't be read is served without its wishes.
    let params: InitializeParams = serde_json::from_value(params).unwrap_or_default();
    let workspace = Workspace::new(options, &params);
    let mut server = Server { workspace, shown: BTreeMap::new(), told: BTreeSet::new() };
    let result = json!({
        "capabilities": capabilities::of(&server.workspace.client),
        "serverInfo": ServerInfo { name: "prompts".to_owned(), version: Some(env!("CARGO_PKG_VERSION").to_owned()) },
    });
    connection.initialize_finish(id, result).map_err(io::Error::other)?;
    if server.workspace.client.can_watch {
        watch(connection);
    }
    loop {
        let message =
            match server.workspace.due.as_ref().map(|(when, _)| when.saturating_duration_since(Instant::now())) {
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
                send(connection, answer(&server.workspace, request).into());
            }
            Message::Notification(notification) => server.notice(connection, notification),
            Message::Response(_) => {}
        }
    }
}

impl Server {
    fn notice(&mut self, connection: &Connection, notification: lsp_server::Notification) {
        let lsp_server::Notification { method, params } = notification;
        // A notification that can't be read changes nothing.
        let changed: Option<PathBuf> = match LspNotificationMethod::from(method.as_str()) {
            DidOpenTextDocumentNotification::METHOD => read::<DidOpenTextDocumentNotification>(params).and_then(|it| {
                let document = it.text_document;
                let path = path(&document.uri)?;
                self.workspace.open.open(path.clone(), document);
                if self.workspace.folder(&path).is_none() && is_ftl(&path) {
                    // One is enough: other files are called `.ftl` too.
                    self.tell(connection, "outside", outside(&path));
                }
                Some(path)
            }),
            DidChangeTextDocumentNotification::METHOD => {
                let params = Some(params).filter(|params| !has_invalid_range(params));
                params.and_then(read::<DidChangeTextDocumentNotification>).and_then(|it| {
                    let path = path(&it.text_document.text_document_identifier.uri)?;
                    self.workspace.open.change(&path, it.content_changes, it.text_document.version);
                    Some(path)
                })
            }
            DidCloseTextDocumentNotification::METHOD => {
                read::<DidCloseTextDocumentNotification>(params).and_then(|it| {
                    let path = path(&it.text_document.uri)?;
                    self.workspace.open.close(&path);
                    Some(path)
                })
            }
            DidSaveTextDocumentNotification::METHOD => {
                read::<DidSaveTextDocumentNotification>(params).and_then(|it| path(&it.text_document.uri))
            }
            DidChangeWatchedFilesNotification::METHOD => {
                let changes = read::<DidChangeWatchedFilesNotification>(params).map(|it| it.changes);
                let changed = changes.into_iter().flatten().filter_map(|change| path(&change.uri));
                changed.for_each(|path| self.workspace.plan(&path));
                None
            }
            _ => None,
        };
        changed.into_iter().for_each(|path| self.workspace.plan(&path));
    }

    /// Checks the folders that are due, and publishes what was found.
    fn check(&mut self, connection: &Connection) {
        let Some((_, folders)) = self.workspace.due.take() else { return };
        for folder in folders {
            self.workspace.checked.remove(&folder);
            let unsaved = self.workspace.unsaved(&folder);
            match folder.check(unsaved.clone()) {
                Ok(outcome) => {
                    let dir = folder.dir.display().to_string();
                    if let Some(tag) = folder.guess(&unsaved).filter(|_| !self.told.contains(&dir)) {
                        self.tell(connection, &dir, assumed(&dir, &tag));
                    }
                    self.tell_of_unread(connection, &folder, &outcome);
                    let found = Diagnostics::new(&outcome, &self.workspace.open).of_files();
                    self.workspace.checked.insert(folder.clone(), outcome);
                    self.show(connection, folder, found);
                }
                Err(error) => self.fail(connection, folder, &unsaved, &error.to_string()),
            }
        }
    }

    /// Says which open files the settings leave out.
    fn tell_of_unread(&mut self, connection: &Connection, folder: &Folder, outcome: &Outcome) {
        let is_unread = |path: &&Path| {
            path.starts_with(&folder.dir)
                && is_ftl(path)
                && !outcome.has_file(path)
                && self.workspace.folder(path).as_ref() == Some(folder)
        };
        let unread: Vec<PathBuf> = self.workspace.open.paths().filter(is_unread).map(Path::to_owned).collect();
        for path in unread {
            let shown = path.display().to_string();
            if !self.told.contains(&shown) {
                self.tell(connection, &shown, left_out(&shown));
            }
        }
    }

    /// Publishes the findings of a folder, and removes those of files that have none any more.
    fn show(&mut self, connection: &Connection, folder: Folder, found: BTreeMap<PathBuf, Vec<Diagnostic>>) {
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

    /// Says why a folder can't be checked. While its `codes.toml` is being written, that is shown there, and the findings of
    /// the other files stay.
    fn fail(&mut self, connection: &Connection, folder: Folder, unsaved: &Unsaved, error: &str) {
        let codes = folder.dir.join(CODES_FILE);
        if unsaved.contains_key(&codes) {
            self.publish(connection, &codes, vec![of_codes(&codes, error)]);
            self.shown.entry(folder).or_default().insert(codes);
            return;
        }
        let dir = folder.dir.display().to_string();
        let message = if folder.is_without_source(unsaved) { without_source(&dir) } else { error.to_owned() };
        self.tell(connection, error, message);
        // What was shown is of another text.
        self.show(connection, folder, BTreeMap::new());
    }

    fn publish(&self, connection: &Connection, file: &Path, diagnostics: Vec<Diagnostic>) {
        let Some(uri) = self.workspace.open.uri(file) else { return };
        let version = self.workspace.open.get(file).map(|open| open.version);
        notify::<PublishDiagnosticsNotification>(connection, PublishDiagnosticsParams { uri, version, diagnostics });
    }

    /// Shows a problem once. Later ones with the same key go into the log.
    fn tell(&mut self, connection: &Connection, key: &str, message: String) {
        if self.told.insert(key.to_owned()) {
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

/// Says that the settings leave a file out.
fn left_out(path: &str) -> String {
    format!(
        "{path}: this file is not checked: codes.toml, i18n.toml or l10n.toml leave its locale out, or it is in no folder of a locale"
    )
}

/// Says that the source locale is not known.
fn without_source(dir: &str) -> String {
    format!(
        "{dir}: nothing names the source locale, the one that the others are translated from; write `source = \"TAG\"` into \
         codes.toml there, or into the settings of the server"
    )
}

/// Says that the source locale is a guess.
fn assumed(dir: &str, tag: &str) -> String {
    format!(
        "{dir}: nothing names the source locale, so {tag} is assumed; write `source = \"{tag}\"` into codes.toml, or into the \
         settings of the server"
    )
}

/// Asks the client to tell of changes to files that are not open.
fn watch(connection: &Connection) {
    let watchers = ["**/*.ftl", "**/codes.toml", "**/records/*.toml", "**/i18n.toml", "**/l10n.toml"]
        .map(|pattern| json!({ "globPattern": pattern }));
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

/// Returns whether a change has an invalid range. It would be read as a change of the whole text.
fn has_invalid_range(params: &Value) -> bool {
    let changes = params.get("contentChanges").and_then(Value::as_array);
    let ranges = changes.into_iter().flatten().filter_map(|change| change.get("range"));
    let mut given = ranges.filter(|range| !range.is_null());
    given.any(|range| serde_json::from_value::<Range>(range.clone()).is_err())
}

fn read<N: Notification>(params: Value) -> Option<N::Params> {
    serde_json::from_value(params).ok()
}

fn notify<N: Notification>(connection: &Connection, params: N::Params) {
    send(connection, lsp_server::Notification::new(N::METHOD.as_str().to_owned(), params).into());
}

/// Sends a message. That the client is gone shows when the next one is received.
fn send(connection: &Connection, message: Message) {
    let _ = connection.sender.send(message);
}
