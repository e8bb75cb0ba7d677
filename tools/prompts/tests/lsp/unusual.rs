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

/// Returns the labels of the hints in a file.
fn hints(client: &mut Client, path: &str) -> Vec<String> {
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
    let params = json!({ "textDocument": { "uri": client.uri(path) }, "range": range });
    let hints = client.ask("textDocument/inlayHint", params).unwrap();
    hints.as_array().into_iter().flatten().map(|it| it["label"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn source_may_be_in_a_folder_that_is_no_language() {
    let l10n = "locales = [\"de\", \"pt_BR\"]\n[[paths]]\n    reference = \"core/templates/*.ftl\"\n    l10n = \"core/{locale}/*.ftl\"\n";
    let source = "# $n (Number) - how many.\nroom =\n    .label = Room { $n }\nhall = Hall\n";
    let dir = tree(&[
        ("l10n.toml", l10n),
        ("core/templates/a.ftl", source),
        ("core/de/a.ftl", "room =\n    .label = Raum { $n }\nhall = Saal\n"),
        ("core/pt_BR/a.ftl", "hall = Salão\n"),
        ("core/fr/a.ftl", "hall = Salle\n"),
    ]);
    fs::create_dir(dir.path().join(".git")).unwrap();
    let mut client = Client::start(dir.path(), &json!({}));
    client.open("core/de/a.ftl");
    assert_eq!(hints(&mut client, "core/de/a.ftl"), ["Room { $n }", "Hall"]);
    // The `$` belongs to the name, and so does the `.` of an attribute.
    for (text, shown) in
        [("$n", "**\\$n** (number): how many\\."), (".label", "templates:\n```fluent\n.label = Room { $n }")]
    {
        let hover = client.at("textDocument/hover", "core/de/a.ftl", text, json!({})).unwrap();
        let value = hover["contents"]["value"].as_str().unwrap();
        assert!(value.starts_with(shown), "{value}");
    }
    client.open("core/templates/a.ftl");
    let hover = client.at("textDocument/hover", "core/templates/a.ftl", "hall", json!({})).unwrap();
    assert!(!hover.is_null() && client.messages.is_empty(), "{:?}", client.messages);
    // A language that the project leaves out.
    client.open("core/fr/a.ftl");
    client.wait_for_message();
    assert!(
        client.messages[0].contains("fr/a.ftl: this file is not checked: codes.toml, i18n.toml or l10n.toml leave")
    );
    client.stop();
}

#[test]
fn source_of_the_settings_is_for_folders_that_name_none() {
    let dir = tree(&[
        ("a/codes.toml", "source = \"de\"\n"),
        ("a/de.ftl", "x = X\n"),
        ("a/fr.ftl", "x = { $y }\n"),
        ("b/fr.ftl", "x = X\n"),
        ("b/de.ftl", "x = { $y }\n"),
    ]);
    let mut client = Client::start(dir.path(), &json!({ "source": "fr" }));
    for path in ["a/fr.ftl", "b/de.ftl"] {
        client.open(path);
        client.wait(path, &["unknown-variable 0"]);
    }
    client.stop();
}

#[test]
fn what_is_missing_of_a_file_is_copied_when_it_is_chosen() {
    let dir = tree(&[
        ("en/a.ftl", "a = A\n"),
        ("en/b.ftl", "x = X { -t }\ny = Y\n"),
        ("en/t.ftl", "-t = T\n"),
        ("de/a.ftl", "a = Ä\n"),
        ("de/b.ftl", ""),
        ("fr/a.ftl", ""),
    ]);
    let resolved = json!({ "dataSupport": true, "resolveSupport": { "properties": ["edit"] } });
    let edit = json!({ "documentChanges": true, "resourceOperations": ["create"] });
    let capabilities = json!({ "textDocument": { "codeAction": resolved }, "workspace": { "workspaceEdit": edit } });
    let mut client = Client::start_with(dir.path(), &json!({ "source": "en" }), &capabilities);
    for (path, title, expected) in [
        ("de/b.ftl", "Copy the missing messages of this file from en", "x = X { -t }\n\ny = Y\n"),
        ("fr/a.ftl", "Copy all missing messages of fr from en", "a = A\n"),
    ] {
        client.open(path);
        client.wait_for(path, "missing-message");
        let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } });
        let params =
            json!({ "textDocument": { "uri": client.uri(path) }, "range": range, "context": { "diagnostics": [] } });
        let actions = client.ask("textDocument/codeAction", params).unwrap();
        let action =
            actions.as_array().unwrap().iter().find(|it| it["title"] == title).unwrap_or_else(|| panic!("{actions}"));
        assert!(action["edit"].is_null() && action["isPreferred"] == true, "{action}");
        let chosen = client.ask("codeAction/resolve", action.clone()).unwrap();
        let changes = chosen["edit"]["documentChanges"].as_array().unwrap();
        let own = changes.iter().find(|it| it["textDocument"]["uri"] == client.uri(path)).unwrap();
        assert_eq!(own["edits"][0]["newText"], expected, "{chosen}");
        // What the text refers to comes with it, in a file that did not exist.
        let is_new = |it: &Value| it["kind"] == "create" && it["uri"].as_str().unwrap().ends_with("/t.ftl");
        assert!(changes.iter().any(is_new), "{chosen}");
    }
    client.stop();
}

#[test]
fn a_new_language_is_checked_before_its_folder_is_there() {
    let dir = tree(&[("en/a.ftl", "a = A\n"), ("de/a.ftl", "a = Ä\n")]);
    let mut client = Client::start(dir.path(), &json!({ "source": "en" }));
    let document =
        json!({ "uri": client.uri("fr/a.ftl"), "languageId": "fluent", "version": 1, "text": "a = { $x }\n" });
    client.tell("textDocument/didOpen", json!({ "textDocument": document }));
    client.wait("fr/a.ftl", &["unknown-variable 0"]);
    client.stop();
}

#[test]
fn names_in_files_that_are_loaded_apart_are_their_own() {
    let dir = tree(&[
        ("en/a.ftl", "t = A\nu = { t }\n"),
        ("en/b.ftl", "t = B\nv = { t }\n"),
        ("de/a.ftl", "t = A\nu = { t }\n"),
        ("de/b.ftl", "t = B\nv = { t }\n"),
    ]);
    let mut client = Client::start(dir.path(), &json!({ "source": "en" }));
    client.open("de/b.ftl");
    let context = json!({ "context": { "includeDeclaration": true } });
    for (method, expected) in [("definition", 1), ("references", 4)] {
        let found = client.at(&format!("textDocument/{method}"), "de/b.ftl", "t }", context.clone()).unwrap();
        let found = found.as_array().unwrap();
        assert_eq!(found.len(), expected, "{method}: {found:?}");
        assert!(found.iter().all(|it| it["uri"].as_str().unwrap().ends_with("/b.ftl")), "{method}: {found:?}");
    }
    // What is typed at the start of a line is a message of this file.
    client.write("de/b.ftl", "");
    let position = json!({ "line": 0, "character": 0 });
    let params = json!({ "textDocument": { "uri": client.uri("de/b.ftl") }, "position": position });
    let offered = client.ask("textDocument/completion", params).unwrap();
    assert_eq!(crate::texts(&offered, "label"), ["t", "v"]);
    client.stop();
}

#[test]
fn hints_stay_while_a_code_is_being_written() {
    let dir = crate::folder();
    let mut client = Client::start(dir.path(), &json!({}));
    client.open("fr/a.ftl");
    client.open("codes.toml");
    client.write("codes.toml", &format!("{CODES}103="));
    assert_eq!(hints(&mut client, "fr/a.ftl").len(), 4);
    client.stop();
}

#[test]
fn change_without_a_valid_range_is_ignored() {
    let dir = crate::folder();
    let mut client = Client::start(dir.path(), &json!({}));
    client.open("fr/a.ftl");
    client.wait("fr/a.ftl", &["stale-translation 3"]);
    let document = json!({ "uri": client.uri("fr/a.ftl"), "version": 2 });
    let range = json!({ "start": { "line": -1, "character": 0 }, "end": { "line": 0, "character": 0 } });
    let params = json!({ "textDocument": document, "contentChanges": [{ "range": range, "text": "x" }] });
    client.tell("textDocument/didChange", params);
    assert_eq!(hints(&mut client, "fr/a.ftl").len(), 4);
    client.stop();
}

#[cfg(unix)]
#[test]
fn file_that_cannot_be_read_is_told_and_forgotten_when_it_is_gone() {
    let dir = crate::folder();
    let link = dir.path().join("fr/loop.ftl");
    std::os::unix::fs::symlink(&link, &link).unwrap();
    let mut client = Client::start(dir.path(), &json!({}));
    client.open("fr/a.ftl");
    client.wait_for_message();
    assert!(client.messages[0].contains("loop.ftl: can't be read"), "{:?}", client.messages);
    assert!(client.at("textDocument/hover", "fr/a.ftl", "room-full = ", json!({})).unwrap().is_null());
    fs::remove_file(&link).unwrap();
    let changes = json!([{ "uri": client.uri("fr/loop.ftl"), "type": 3 }]);
    client.tell("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
    client.wait("fr/a.ftl", &["stale-translation 3"]);
    client.stop();
}
