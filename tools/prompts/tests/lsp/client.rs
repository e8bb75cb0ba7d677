//! A client of the server, for tests.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

/// How long a test waits for a message.
const PATIENCE: Duration = Duration::from_secs(10);

/// A client.
pub struct Client {
    pub process: Child,
    pub input: Option<ChildStdin>,
    /// What the server sends.
    received: Receiver<Value>,
    last: i64,
    /// The diagnostics of each file, by its name: those that were published last.
    pub shown: BTreeMap<String, Vec<Value>>,
    /// The messages that the server showed.
    pub messages: Vec<String>,
    pub dir: PathBuf,
    /// What the server can do.
    pub capabilities: Value,
}

impl Client {
    pub fn start(dir: &Path, options: &Value) -> Self {
        Self::start_with(dir, options, &json!({ "textDocument": { "hover": { "contentFormat": ["markdown"] } } }))
    }

    pub fn start_with(dir: &Path, options: &Value, capabilities: &Value) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_prompts"))
            .args(["lsp", "--stdio"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (input, mut output) = (process.stdin.take(), BufReader::new(process.stdout.take().unwrap()));
        let (sender, received) = channel();
        thread::spawn(move || {
            while let Some(message) = read(&mut output) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        let dir = dir.canonicalize().unwrap();
        let (shown, messages) = (BTreeMap::new(), Vec::new());
        let mut client = Self { process, input, received, last: 0, shown, messages, dir, capabilities: Value::Null };
        let params = json!({
            "processId": null,
            "rootUri": client.uri(""),
            "capabilities": capabilities,
            "initializationOptions": options,
        });
        let result = client.ask("initialize", params).unwrap();
        assert_eq!(result["serverInfo"]["name"], "prompts");
        client.capabilities = result["capabilities"].clone();
        client.tell("initialized", json!({}));
        client
    }

    pub fn uri(&self, path: &str) -> String {
        url::Url::from_file_path(self.dir.join(path)).unwrap().into()
    }

    /// Returns the path below the folder, with slashes.
    pub fn path(&self, uri: &str) -> String {
        let path = url::Url::parse(uri).unwrap().to_file_path().unwrap();
        path.strip_prefix(&self.dir).unwrap().to_str().unwrap().replace('\\', "/")
    }

    pub fn send(&mut self, message: &Value) {
        let text = message.to_string();
        let input = self.input.as_mut().unwrap();
        write!(input, "Content-Length: {}\r\n\r\n{text}", text.len()).unwrap();
        input.flush().unwrap();
    }

    pub fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Sends a request, and returns its result, or the code of the error and the message.
    pub fn ask(&mut self, method: &str, params: Value) -> Result<Value, (i64, String)> {
        self.last += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.last, "method": method, "params": params }));
        loop {
            let message = self.receive();
            if message["id"] == self.last {
                return match message.get("error") {
                    Some(error) => {
                        Err((error["code"].as_i64().unwrap(), error["message"].as_str().unwrap().to_owned()))
                    }
                    None => Ok(message["result"].clone()),
                };
            }
        }
    }

    pub fn receive(&mut self) -> Value {
        let message = self.received.recv_timeout(PATIENCE);
        let message = message.unwrap_or_else(|_| panic!("the server sends nothing more: {:?}", self.shown));
        match message["method"].as_str() {
            Some("textDocument/publishDiagnostics") => {
                let uri = message["params"]["uri"].as_str().unwrap();
                self.shown.insert(self.path(uri), message["params"]["diagnostics"].as_array().unwrap().clone());
            }
            Some("window/showMessage") => self.messages.push(message["params"]["message"].as_str().unwrap().to_owned()),
            _ => {}
        }
        message
    }

    pub fn open(&mut self, path: &str) -> String {
        let text = fs::read_to_string(self.dir.join(path)).unwrap();
        let document = json!({ "uri": self.uri(path), "languageId": "fluent", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
        text
    }

    /// Replaces the whole text of an open file.
    pub fn write(&mut self, path: &str, text: &str) {
        let document = json!({ "uri": self.uri(path), "version": 2 });
        self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [{ "text": text }] }));
    }

    /// Waits until the diagnostics of a file are as wanted: `rule line` each.
    pub fn wait(&mut self, path: &str, wanted: &[&str]) {
        for _ in 0..50 {
            let found = self.rules(path);
            if found == wanted {
                return;
            }
            if self.receive()["method"] == "window/showMessage" {
                panic!("{:?}", self.messages);
            }
        }
        panic!("{path}: {:?}", self.rules(path));
    }

    /// Waits until the server shows a message.
    pub fn wait_for_message(&mut self) {
        while self.receive()["method"] != "window/showMessage" {}
    }

    /// Waits until the diagnostics of a file are as wanted.
    pub fn wait_until(&mut self, path: &str, is_wanted: impl Fn(&[Value]) -> bool) {
        while !self.shown.get(path).is_some_and(|found| is_wanted(found)) {
            self.receive();
        }
    }

    /// Waits until a file has a finding of a rule.
    pub fn wait_for(&mut self, path: &str, rule: &str) {
        for _ in 0..50 {
            if self.shown.get(path).into_iter().flatten().any(|it| it["code"] == rule) {
                return;
            }
            self.receive();
        }
        panic!("{path}: {:?}", self.rules(path));
    }

    pub fn rules(&self, path: &str) -> Vec<String> {
        let shown = self.shown.get(path).into_iter().flatten();
        shown.map(|it| format!("{} {}", it["code"].as_str().unwrap(), it["range"]["start"]["line"])).collect()
    }

    /// Asks about the place of a text in a file on disk.
    pub fn at(&mut self, method: &str, path: &str, text: &str, more: Value) -> Result<Value, (i64, String)> {
        let file = fs::read_to_string(self.dir.join(path)).unwrap();
        let before = &file[..file.find(text).unwrap_or_else(|| panic!("{path} has no {text}"))];
        let line = before.matches('\n').count();
        let character = before.rsplit('\n').next().unwrap().encode_utf16().count();
        let mut params =
            json!({ "textDocument": { "uri": self.uri(path) }, "position": { "line": line, "character": character } });
        params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        self.ask(method, params)
    }

    pub fn stop(mut self) {
        self.ask("shutdown", Value::Null).unwrap();
        self.tell("exit", Value::Null);
        assert!(self.process.wait().unwrap().success());
    }
}

/// Reads a message, or returns `None` at the end of the stream.
fn read(output: &mut BufReader<ChildStdout>) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim().split_once(": ") {
            Some(("Content-Length", number)) => length = number.parse().unwrap(),
            Some(_) => {}
            None => break,
        }
    }
    let mut text = vec![0; length];
    output.read_exact(&mut text).ok()?;
    serde_json::from_slice(&text).ok()
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Returns the byte at a position, which is in UTF-16 units.
pub fn byte(text: &str, place: &Value) -> usize {
    let (line, mut character) =
        (place["line"].as_u64().unwrap() as usize, place["character"].as_u64().unwrap() as usize);
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let mut at = start;
    for next in text[start..].chars() {
        if character == 0 {
            break;
        }
        character -= next.len_utf16();
        at += next.len_utf8();
    }
    at
}
