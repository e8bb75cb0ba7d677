//! Folders, files and clients that are not the usual ones.

use std::fs;

use serde_json::{Value, json};

use crate::client::Client;
use crate::{CODES, FRENCH, SOURCE};

fn tree(files: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    dir
}

#[test]
fn nesting_without_end_and_a_byte_order_mark_are_read() {
    let deep = format!("room = {}\n", "{".repeat(10_000));
    let marked = "\u{FEFF}# Note\n# on it\nroom = Raum\n";
    let dir = tree(&[("en/a.ftl", "room = Room\n"), ("de/a.ftl", &deep), ("fr/a.ftl", marked)]);
    let mut client = Client::start(dir.path(), &json!({}));
    client.open("de/a.ftl");
    client.wait_for("de/a.ftl", "syntax");
    client.open("fr/a.ftl");
    for path in ["de/a.ftl", "fr/a.ftl"] {
        let document = json!({ "textDocument": { "uri": client.uri(path) } });
        let tokens = client.ask("textDocument/semanticTokens/full", document.clone()).unwrap();
        let folds = client.ask("textDocument/foldingRange", document).unwrap();
        if path == "fr/a.ftl" {
            assert_eq!(tokens["data"].as_array().unwrap().len(), 3 * 5, "{tokens}");
            assert_eq!(folds, json!([{ "startLine": 0, "endLine": 1, "kind": "comment" }]));
        }
    }
    client.stop();
}

#[test]
fn what_is_no_file_changes_no_file() {
    let dir = tree(&[("en/a.ftl", "a = A\n"), ("de/a.ftl", "a = { $x }\n")]);
    let mut client = Client::start(dir.path(), &json!({ "source": "en" }));
    client.open("de/a.ftl");
    client.wait("de/a.ftl", &["unknown-variable 0"]);
    // As a view of changes opens the file as it was.
    let uri = client.uri("de/a.ftl").replace("file:", "git:");
    let document = json!({ "uri": uri, "languageId": "fluent", "version": 1, "text": "a = {\n" });
    client.tell("textDocument/didOpen", json!({ "textDocument": document }));
    client.tell("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    client.write("de/a.ftl", "a = Ä\n");
    client.wait("de/a.ftl", &[]);
    assert!(client.messages.is_empty(), "{:?}", client.messages);
    client.stop();
}

#[test]
fn folder_is_named_from_the_root() {
    let dir = tree(&[("texts/en/a.ftl", "a = A\n"), ("texts/de/b.ftl", "a = {\n"), ("x/README", "")]);
    for named in ["texts", "./texts", "x/../texts"] {
        let mut client = Client::start(dir.path(), &json!({ "dir": named, "source": "en" }));
        client.open("texts/de/b.ftl");
        client.wait_for("texts/de/b.ftl", "syntax");
        client.stop();
    }
}

#[test]
fn findings_stay_while_codes_are_being_written() {
    let dir = crate::folder();
    let mut client = Client::start(dir.path(), &json!({}));
    client.open("fr/a.ftl");
    client.wait("fr/a.ftl", &["stale-translation 3"]);
    client.open("codes.toml");
    for (text, line) in [
        ("source = \n", 0),
        ("source = \"e\"\n[codes]\n", 0),
        ("source = \"en\"\n\n[check]\nmax-length = \"x\"\n[codes]\n", 3),
    ] {
        client.write("codes.toml", text);
        client.wait_until("codes.toml", |found| found.iter().any(|it| it["range"]["start"]["line"] == line));
        assert_eq!(client.rules("fr/a.ftl"), ["stale-translation 3"], "{text}");
    }
    client.write("codes.toml", CODES);
    client.wait("codes.toml", &[]);
    assert!(client.messages.is_empty(), "{:?}", client.messages);
    client.stop();
}

#[test]
fn files_that_are_loaded_apart_have_their_own_messages() {
    let dir = tree(&[
        ("en/a.ftl", "room = Room A { $a }\n"),
        ("en/b.ftl", "room = Room B { $b }\n"),
        ("de/a.ftl", "room = Raum A { $a }\n"),
        ("de/b.ftl", "room = Raum B { $b }\n"),
    ]);
    let mut client = Client::start(dir.path(), &json!({ "source": "en" }));
    client.open("de/b.ftl");
    let hover = client.at("textDocument/hover", "de/b.ftl", "room", json!({})).unwrap();
    let shown = hover["contents"]["value"].as_str().unwrap();
    assert!(shown.contains("Room B") && shown.contains("Raum B") && !shown.contains(" A "), "{shown}");
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 9, "character": 0 } });
    let params = json!({ "textDocument": { "uri": client.uri("de/b.ftl") }, "range": range });
    let hints = client.ask("textDocument/inlayHint", params).unwrap();
    assert_eq!(hints[0]["label"], "Room B { $b }");
    let (_, error) = client.at("textDocument/rename", "de/b.ftl", "room", json!({ "newName": "hall" })).unwrap_err();
    assert!(error.contains("several files have a `room` of their own"), "{error}");
    client.write("de/b.ftl", "r");
    let position = json!({ "line": 0, "character": 1 });
    let params = json!({ "textDocument": { "uri": client.uri("de/b.ftl") }, "position": position });
    let offered = client.ask("textDocument/completion", params).unwrap();
    assert_eq!(offered[0]["textEdit"]["newText"], "room = Room B { $b }", "{offered}");
    client.stop();
}

#[test]
fn edits_have_the_line_ends_of_the_file() {
    let text = FRENCH.replace("    [one] Une place\n", "").replace('\n', "\r\n");
    let dir = tree(&[("en/a.ftl", SOURCE), ("fr/a.ftl", &text), ("codes.toml", CODES)]);
    let mut client = Client::start(dir.path(), &json!({}));
    client.open("fr/a.ftl");
    client.wait_for("fr/a.ftl", "missing-plural");
    let found = client.shown["fr/a.ftl"].iter().find(|it| it["code"] == "missing-plural").unwrap();
    let range = found["range"].clone();
    let params =
        json!({ "textDocument": { "uri": client.uri("fr/a.ftl") }, "range": range, "context": { "diagnostics": [] } });
    let actions = client.ask("textDocument/codeAction", params).unwrap();
    let edit = &actions[0]["edit"]["changes"][client.uri("fr/a.ftl")][0];
    assert_eq!(edit["newText"], "    [one] { $count } places\r\n", "{actions}");
    client.stop();
}

#[test]
fn file_that_was_never_saved_is_checked() {
    let dir = crate::folder();
    let mut client = Client::start(dir.path(), &json!({}));
    let document = json!({ "uri": client.uri("fr/new.ftl"), "languageId": "fluent", "version": 1, "text": "x = {\n" });
    client.tell("textDocument/didOpen", json!({ "textDocument": document }));
    client.wait_for("fr/new.ftl", "syntax");
    assert_eq!(client.ask("textDocument/hover", json!({})).unwrap_err().0, -32602);
    client.tell("textDocument/didClose", json!({ "textDocument": { "uri": client.uri("fr/new.ftl") } }));
    client.wait("fr/new.ftl", &[]);
    client.stop();
}

#[test]
fn a_client_with_versions_gets_them() {
    let dir = crate::folder();
    let edit = json!({ "documentChanges": true });
    let mut client = Client::start_with(dir.path(), &json!({}), &json!({ "workspace": { "workspaceEdit": edit } }));
    client.open("fr/a.ftl");
    let renamed =
        client.at("textDocument/rename", "fr/a.ftl", "room-full = ", json!({ "newName": "no-seats" })).unwrap();
    let versions: Vec<&Value> = (renamed["documentChanges"].as_array().unwrap().iter())
        .map(|change| &change["textDocument"]["version"])
        .collect();
    assert_eq!(versions, [&Value::Null, &json!(1), &Value::Null], "{renamed}");
    client.stop();
}

#[cfg(unix)]
#[test]
fn link_that_leads_out_of_the_folder_is_not_followed() {
    let secret = tree(&[("b.ftl", "secret = S\n")]);
    let dir = crate::folder();
    std::os::unix::fs::symlink(secret.path(), dir.path().join("de")).unwrap();
    let mut client = Client::start(dir.path(), &json!({}));
    client.open("fr/a.ftl");
    client.wait_for_message();
    assert!(client.messages[0].contains("this link leads out of the folder"), "{:?}", client.messages);
    client.stop();
}
