//! The language server: after any edits, it shows what a fresh check of the same texts finds, and answers everything.
//!
//! The edits are above the files, one on each line; a line that is not valid is ignored. Edits are of one line, with `⏎` for a
//! line end. Places count from 0, in UTF-16 units:
//!
//! ```text
//! open ru/a.ftl
//! edit ru/a.ftl 3 5 2 { $v     in line 3, at 5: two units are replaced by what follows
//! save ru/a.ftl
//! close ru/a.ftl
//! ```

use std::collections::BTreeMap;
use std::path::Path;
use std::thread;
use std::time::Duration;

use code_prompts_engine::check::{self, Outcome, Place};
use code_prompts_lsp::{Options, serve};
use fastrand::Rng;
use lsp_server::{Connection, Message, Notification, Request};
use serde_json::{Value, json};

use crate::folder::Folder;
use crate::{Target, fluent, one_of};

pub(crate) static TARGET: Target = Target { name: "editor", verify, generate, line, tokens: TOKENS };

const PATHS: &[&str] = &["zh-CN/a.ftl", "ru/a.ftl", "en-US/a.ftl", "codes.toml"];
const TOKENS: &[&str] = &[
    "open ",
    "edit ",
    "save ",
    "close ",
    "zh-CN/a.ftl",
    "ru/a.ftl",
    "codes.toml",
    " 0 0 0 ",
    " 1 2 0 ",
    " 2 9 4 ",
    "⏎",
    "😀",
    "房",
    "e\u{301}",
    "\u{202e}",
    "one = ",
    "{ $v }",
    "{",
    "}",
    "# zh-CN: ",
    "    .action = ",
    "-t",
    "\n",
    "1",
    "0",
];
const TYPED: &[&str] = &[
    "a",
    "{",
    "}",
    "{ $v }",
    "{ -t }",
    "房间",
    "😀",
    "⏎",
    "⏎    .action = x",
    "# ",
    "# zh-CN: 一",
    "one = ",
    "two",
    "  ",
    "\u{200b}",
    "[one] ",
    "*[other] ",
    "->",
    "e\u{301}",
    "",
    ". ",
    "9 = \"one\"",
];

fn line(rng: &mut Rng) -> String {
    let path = one_of(rng, PATHS);
    match rng.u8(..8) {
        0 => format!("open {path}\n"),
        1 => format!("{} {path}\n", one_of(rng, &["save", "close"])),
        _ => {
            let typed = one_of(rng, TYPED);
            format!("edit {path} {} {} {} {typed}\n", rng.u8(..12), rng.u8(..30), rng.u8(..4) / 2)
        }
    }
}

fn generate(rng: &mut Rng) -> String {
    let edits: String = (0..rng.usize(1..12)).map(|_| line(rng)).collect();
    edits + &fluent::folder(rng)
}

fn verify(input: &[u8]) {
    let folder = Folder::of(input);
    let disk = folder.write();
    let dir = disk.path().canonicalize().unwrap();
    let (server, client) = Connection::memory();
    let (source, dir_given) = (Some("zh-CN".to_owned()), Some(dir.clone()));
    let options = Options { source, dir: dir_given, pause: Duration::ZERO, ..Options::default() };
    let server = thread::spawn(move || serve(&server, &options).unwrap());
    let mut editor = Editor { client, dir, last: 0, open: BTreeMap::new(), shown: BTreeMap::new() };
    let capabilities =
        json!({ "workspace": { "workspaceEdit": { "documentChanges": true, "resourceOperations": ["create"] } } });
    editor.ask("initialize", json!({ "processId": null, "rootUri": null, "capabilities": capabilities })).unwrap();
    editor.tell("initialized", json!({}));
    let text = String::from_utf8_lossy(input);
    for line in text.lines().take_while(|line| !line.starts_with("=== ")) {
        editor.apply(line, &folder);
    }
    editor.ask_everything();
    let shown: BTreeMap<String, Vec<String>> = editor
        .shown
        .iter()
        .filter(|(_, found)| !found.is_empty())
        .map(|(path, found)| (path.clone(), found.clone()))
        .collect();
    let is_open = !editor.open.is_empty();
    for (path, text) in &editor.open {
        std::fs::write(editor.dir.join(path), text).unwrap();
    }
    editor.ask("shutdown", Value::Null).unwrap();
    editor.tell("exit", Value::Null);
    server.join().unwrap();
    // Nothing is checked before a file is open. Of a folder that can't be checked, what was shown may stay.
    let Some(fresh) = found(&editor.dir).filter(|_| is_open) else { return };
    for path in shown.keys().chain(fresh.keys()) {
        assert_eq!(shown.get(path), fresh.get(path), "{path}");
    }
}

/// Returns what a check finds in each file: where it starts, the rule and the message.
fn found(dir: &Path) -> Option<BTreeMap<String, Vec<String>>> {
    let options = check::Options { dir: dir.to_owned(), source: Some("zh-CN".to_owned()), ..check::Options::default() };
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let outcome = check::run(&options).ok()?;
    for finding in &outcome.findings {
        let at = outcome.locate(&finding.place);
        let help = finding.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
        let path = Path::new(&*at.file).strip_prefix(dir).unwrap().to_str().unwrap().replace('\\', "/");
        let line = format!("{} {}: {}{help}", place(&outcome, &finding.place), finding.rule, finding.message);
        found.entry(path).or_default().push(line);
    }
    Some(found)
}

/// Returns where a finding starts. The check counts lines and characters from 1.
fn place(outcome: &Outcome, place: &Place) -> String {
    let mut at = outcome.locate(place);
    let found = outcome.text_at(place);
    let text = found.as_ref().map(|(text, _)| *text);
    // The end of a file is shown at the end of its last line.
    if let Some((text, _)) = found.filter(|(text, bytes)| bytes.start == text.len()) {
        let last = text.trim_end();
        at.line = last.split('\n').count();
        at.column = last.split('\n').next_back().unwrap_or_default().chars().count() + 1;
    }
    let line = text.and_then(|text| text.split('\n').nth(at.line - 1)).unwrap_or_default();
    let units: usize = line.chars().take(at.column - 1).map(char::len_utf16).sum();
    format!("{}:{units}", at.line - 1)
}

/// A client.
struct Editor {
    client: Connection,
    dir: std::path::PathBuf,
    last: i32,
    /// The texts of the open files.
    open: BTreeMap<String, String>,
    /// What the server has shown last.
    shown: BTreeMap<String, Vec<String>>,
}

impl Editor {
    fn uri(&self, path: &str) -> String {
        url::Url::from_file_path(self.dir.join(path)).unwrap().into()
    }

    fn tell(&self, method: &str, params: Value) {
        self.client.sender.send(Notification::new(method.to_owned(), params).into()).unwrap();
    }

    /// Sends a request, and returns its result, or the error's code.
    fn ask(&mut self, method: &str, params: Value) -> Result<Value, i32> {
        self.last += 1;
        let id = self.last.into();
        self.client.sender.send(Request::new(id, method.to_owned(), params).into()).unwrap();
        loop {
            match self.client.receiver.recv().expect("the server answers") {
                Message::Response(response) if response.id == self.last.into() => {
                    return response.response_result.map_err(|error| error.code);
                }
                Message::Notification(it) if it.method == "textDocument/publishDiagnostics" => self.show(&it.params),
                _ => {}
            }
        }
    }

    fn show(&mut self, params: &Value) {
        let path = url::Url::parse(params["uri"].as_str().unwrap()).unwrap().to_file_path().unwrap();
        let path = path.strip_prefix(&self.dir).unwrap().to_str().unwrap().replace('\\', "/");
        let line = |it: &Value| {
            let start = &it["range"]["start"];
            let (rule, message) = (it["code"].as_str().unwrap(), it["message"].as_str().unwrap());
            format!("{}:{} {rule}: {message}", start["line"], start["character"])
        };
        let found = params["diagnostics"].as_array().unwrap().iter().map(line).collect();
        self.shown.insert(path, found);
    }

    fn apply(&mut self, line: &str, folder: &Folder) {
        let mut words = line.splitn(3, ' ');
        let (Some(verb), Some(path)) = (words.next(), words.next()) else { return };
        let Some(text) = folder.files.get(path).and_then(|text| std::str::from_utf8(text).ok()) else { return };
        let document = json!({ "uri": self.uri(path), "version": self.last });
        let method = match verb {
            "open" if !self.open.contains_key(path) => {
                self.open.insert(path.to_owned(), text.to_owned());
                let document = json!({ "uri": self.uri(path), "languageId": "fluent", "version": 0, "text": text });
                return self.tell("textDocument/didOpen", json!({ "textDocument": document }));
            }
            "edit" => {
                let Some(change) = words.next().and_then(|rest| self.edit(path, rest)) else { return };
                let params = json!({ "textDocument": document, "contentChanges": [change] });
                return self.tell("textDocument/didChange", params);
            }
            "save" if self.open.contains_key(path) => {
                std::fs::write(self.dir.join(path), &self.open[path]).unwrap();
                "textDocument/didSave"
            }
            // What is on disk counts then. A file without any that is open is not checked again.
            "close" if self.open.len() > 1 && self.open.remove(path).is_some() => "textDocument/didClose",
            _ => return,
        };
        self.tell(method, json!({ "textDocument": document }));
    }

    /// Changes the text of an open file, and returns the change for the server.
    fn edit(&mut self, path: &str, rest: &str) -> Option<Value> {
        let text = self.open.get_mut(path)?;
        let mut words = rest.splitn(4, ' ');
        let mut number = || words.next()?.parse::<usize>().ok();
        let (line, from, count) = (number()?, number()?, number()?);
        let typed = words.next()?.replace('⏎', "\n");
        let to = from.saturating_add(count);
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        let own = text[start..].split('\n').next().unwrap_or_default();
        let own = own.strip_suffix('\r').unwrap_or(own);
        // In the middle of a character is before it.
        let byte = |units: usize| {
            let mut seen = 0;
            let fits = own.chars().take_while(|c| {
                seen += c.len_utf16();
                seen <= units
            });
            start + fits.map(char::len_utf8).sum::<usize>()
        };
        let range = byte(from)..byte(to);
        text.replace_range(range, &typed);
        let place = |character: usize| json!({ "line": line, "character": character });
        Some(json!({ "range": { "start": place(from), "end": place(to) }, "text": typed }))
    }

    /// Asks for everything in every open file. All answers are for its text.
    fn ask_everything(&mut self) {
        for (path, text) in self.open.clone() {
            let document = json!({ "uri": self.uri(&path) });
            let lines = text.matches('\n').count() + 1;
            let whole = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": lines, "character": 0 } });
            let of_file = json!({ "textDocument": document, "range": whole, "context": { "diagnostics": [] }, "options": { "tabSize": 4, "insertSpaces": true } });
            for method in
                ["documentSymbol", "semanticTokens/full", "foldingRange", "inlayHint", "formatting", "codeAction"]
            {
                let answer = self.ask(&format!("textDocument/{method}"), of_file.clone()).unwrap();
                assert_in_text(&answer, lines, method);
            }
            for (line, character) in [(0, 2), (1, 5), (lines / 2, 6), (lines, 0)] {
                let place = json!({ "textDocument": document, "position": { "line": line, "character": character }, "context": { "includeDeclaration": true, "triggerKind": 1 }, "newName": "renamed" });
                for method in ["hover", "completion", "definition", "references", "prepareRename", "rename"] {
                    let answer = self.ask(&format!("textDocument/{method}"), place.clone());
                    // A name that can't be changed is refused.
                    let is_refused = method == "rename" && answer == Err(-32803);
                    assert!(is_refused || answer.is_ok(), "{method} at {line}:{character}: {answer:?}");
                }
            }
        }
        self.ask("workspace/symbol", json!({ "query": "o" })).unwrap();
    }
}

/// Asserts that a range ends within the text, in answers about one file.
fn assert_in_text(answer: &Value, lines: usize, method: &str) {
    let ranges = answer.as_array().into_iter().flatten().filter_map(|it| it["range"]["end"]["line"].as_u64());
    ranges.for_each(|line| assert!((line as usize) < lines, "{method}: line {line} of {lines}"));
}
