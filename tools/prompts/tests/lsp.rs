//! The language server, through its binary and the protocol.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

/// A client.
struct Client {
    process: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    last: i64,
    /// The diagnostics of each file, by its name: those that were published last.
    shown: std::collections::BTreeMap<String, Vec<Value>>,
    messages: Vec<String>,
    dir: PathBuf,
}

impl Client {
    fn start(dir: &Path, options: &Value) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_prompts"))
            .args(["lsp", "--stdio"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (input, output) = (process.stdin.take(), BufReader::new(process.stdout.take().unwrap()));
        let dir = dir.canonicalize().unwrap();
        let (shown, messages) = (std::collections::BTreeMap::new(), Vec::new());
        let mut client = Self { process, input, output, last: 0, shown, messages, dir };
        let capabilities = json!({ "textDocument": { "hover": { "contentFormat": ["markdown"] } } });
        let params = json!({
            "processId": null,
            "rootUri": client.uri(""),
            "capabilities": capabilities,
            "initializationOptions": options,
        });
        let result = client.ask("initialize", params).unwrap();
        assert_eq!(result["serverInfo"]["name"], "prompts");
        client.tell("initialized", json!({}));
        client
    }

    fn uri(&self, path: &str) -> String {
        url::Url::from_file_path(self.dir.join(path)).unwrap().into()
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        let input = self.input.as_mut().unwrap();
        write!(input, "Content-Length: {}\r\n\r\n{text}", text.len()).unwrap();
        input.flush().unwrap();
    }

    fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Sends a request, and returns its result, or the code of the error and the message.
    fn ask(&mut self, method: &str, params: Value) -> Result<Value, (i64, String)> {
        self.last += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.last, "method": method, "params": params }));
        loop {
            let message = self.receive();
            if message["id"] == self.last {
                return match message.get("error") {
                    Some(error) => Err((error["code"].as_i64().unwrap(), error["message"].as_str().unwrap().to_owned())),
                    None => Ok(message["result"].clone()),
                };
            }
        }
    }

    fn receive(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert_ne!(self.output.read_line(&mut line).unwrap(), 0, "the server is gone");
            match line.trim().split_once(": ") {
                Some(("Content-Length", number)) => length = number.parse().unwrap(),
                Some(_) => {}
                None => break,
            }
        }
        let mut text = vec![0; length];
        self.output.read_exact(&mut text).unwrap();
        let message: Value = serde_json::from_slice(&text).unwrap();
        match message["method"].as_str() {
            Some("textDocument/publishDiagnostics") => {
                let uri = message["params"]["uri"].as_str().unwrap();
                let path = url::Url::parse(uri).unwrap().to_file_path().unwrap();
                let name = path.strip_prefix(&self.dir).unwrap().to_str().unwrap().replace('\\', "/");
                self.shown.insert(name, message["params"]["diagnostics"].as_array().unwrap().clone());
            }
            Some("window/showMessage") => self.messages.push(message["params"]["message"].as_str().unwrap().to_owned()),
            _ => {}
        }
        message
    }

    fn open(&mut self, path: &str) -> String {
        let text = fs::read_to_string(self.dir.join(path)).unwrap();
        let document = json!({ "uri": self.uri(path), "languageId": "fluent", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
        text
    }

    /// Replaces the whole text of an open file.
    fn write(&mut self, path: &str, text: &str) {
        let document = json!({ "uri": self.uri(path), "version": 2 });
        self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [{ "text": text }] }));
    }

    /// Waits until the diagnostics of a file are as wanted: `rule line` each.
    fn wait(&mut self, path: &str, wanted: &[&str]) {
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

    fn rules(&self, path: &str) -> Vec<String> {
        let shown = self.shown.get(path).into_iter().flatten();
        shown.map(|it| format!("{} {}", it["code"].as_str().unwrap(), it["range"]["start"]["line"])).collect()
    }

    /// Asks about the place of a text in a file on disk.
    fn at(&mut self, method: &str, path: &str, text: &str, more: Value) -> Result<Value, (i64, String)> {
        let file = fs::read_to_string(self.dir.join(path)).unwrap();
        let before = &file[..file.find(text).unwrap_or_else(|| panic!("{path} has no {text}"))];
        let line = before.matches('\n').count();
        let character = before.rsplit('\n').next().unwrap().encode_utf16().count();
        let mut params = json!({ "textDocument": { "uri": self.uri(path) }, "position": { "line": line, "character": character } });
        params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        self.ask(method, params)
    }

    fn stop(mut self) {
        self.ask("shutdown", Value::Null).unwrap();
        self.tell("exit", Value::Null);
        assert!(self.process.wait().unwrap().success());
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

const SOURCE: &str = "-brand = Prism\n\n# The room is full.\nroom-full = 😀 No seats are left in { -brand }\n    .action = Go back\n\n\
                      # $count (Number): how many.\nseats = { $count ->\n    [one] One seat\n   *[other] { $count } seats\n}\n\n\
                      unknown-code = Error { $code }\n";
const FRENCH: &str = "-brand = Prisme\n\n# en: The room is full\nroom-full = 😀 Plus de places dans { -brand }\n    .action = Retour\n\n\
                      # en: { $count ->\n# en:     [one] One seat\n# en:    *[other] { $count } seats\n# en: }\n\
                      seats = { $count ->\n    [one] Une place\n   *[other] { $count } places\n}\n\nunknown-code = Erreur { $code }\n";
const CODES: &str = "source = \"en\"\n\n[codes]\n101 = { message = \"room-full\", action = \"leave\", max-length = 60 }\n102 = \"seats\"\n";

fn folder() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (path, text) in [("en/a.ftl", SOURCE), ("fr/a.ftl", FRENCH), ("codes.toml", CODES)] {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    dir
}

fn texts(value: &Value, key: &str) -> Vec<String> {
    value.as_array().unwrap().iter().map(|it| it[key].as_str().unwrap().to_owned()).collect()
}

#[test]
fn findings_follow_unsaved_text_in_every_locale() {
    let dir = folder();
    let mut client = Client::start(dir.path(), &json!({}));
    client.open("fr/a.ftl");
    client.wait("fr/a.ftl", &["stale-translation 2"]);
    let stale = &client.shown["fr/a.ftl"][0];
    assert_eq!((&stale["severity"], &stale["source"]), (&json!(2), &json!("prompts")));
    assert!(stale["message"].as_str().unwrap().contains("\nhelp: "), "{stale}");
    let related = &stale["relatedInformation"][0]["location"];
    assert!(related["uri"].as_str().unwrap().ends_with("/en/a.ftl"), "{related}");
    // A change of the source shows in the translation, and one of codes.toml too.
    client.open("en/a.ftl");
    client.write("en/a.ftl", &SOURCE.replace("No seats are left in { -brand }", "The room is full").replace("😀 ", ""));
    client.wait("fr/a.ftl", &["untranslated 3"].as_slice().get(1..).unwrap_or(&[]));
    client.open("codes.toml");
    client.write("codes.toml", &format!("{CODES}103 = \"closed\"\n"));
    client.wait("codes.toml", &["missing-source-message 5"]);
    // What was wrong is gone when the files are closed.
    for path in ["en/a.ftl", "codes.toml"] {
        let params = json!({ "textDocument": { "uri": client.uri(path) } });
        client.tell("textDocument/didClose", params);
    }
    client.wait("codes.toml", &[]);
    client.wait("fr/a.ftl", &["stale-translation 2"]);
    client.stop();
}
