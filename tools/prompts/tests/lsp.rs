//! The language server, through its binary and the protocol.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "lsp/actions.rs"]
mod actions;
#[path = "lsp/unusual.rs"]
mod unusual;
#[path = "lsp/client.rs"]
mod client;

use std::fs;

use client::Client;
use serde_json::{Value, json};
use tempfile::TempDir;

const SOURCE: &str = "-brand = Prism\n\n# The room is full.\nroom-full = 😀 No seats are left in { -brand }\n    .action = Go back\n\n\
                      # $count (Number): how many.\nseats = { $count ->\n    [one] One seat\n   *[other] { $count } seats\n}\n\n\
                      unknown-code = Error { $code }\n";
const FRENCH: &str = "# en: Prism\n-brand = Prisme\n\n# en: The room is full\n# en .action: Go back\nroom-full = 😀 Plus de places dans { -brand }\n    .action = Retour\n\n\
                      # en: { $count ->\n# en:     [one] One seat\n# en:    *[other] { $count } seats\n# en: }\n\
                      seats = { $count ->\n    [one] Une place\n   *[other] { $count } places\n}\n\n# en: Error { $code }\nunknown-code = Erreur { $code }\n";
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
    client.wait("fr/a.ftl", &["stale-translation 3"]);
    let stale = &client.shown["fr/a.ftl"][0];
    assert_eq!((&stale["severity"], &stale["source"]), (&json!(2), &json!("prompts")));
    assert!(stale["message"].as_str().unwrap().contains("\nhelp: "), "{stale}");
    let related = &stale["relatedInformation"][0]["location"];
    assert!(related["uri"].as_str().unwrap().ends_with("/en/a.ftl"), "{related}");
    // A change of the source shows in the translation, and one of codes.toml too.
    client.open("en/a.ftl");
    client.write("en/a.ftl", &SOURCE.replace("No seats are left in { -brand }", "The room is full").replace("😀 ", ""));
    client.wait("fr/a.ftl", &[]);
    client.open("codes.toml");
    client.write("codes.toml", &format!("{CODES}103 = \"closed\"\n"));
    client.wait("codes.toml", &["missing-source-message 5"]);
    // What was wrong is gone when the files are closed.
    for path in ["en/a.ftl", "codes.toml"] {
        let params = json!({ "textDocument": { "uri": client.uri(path) } });
        client.tell("textDocument/didClose", params);
    }
    client.wait("codes.toml", &[]);
    client.wait("fr/a.ftl", &["stale-translation 3"]);
    client.stop();
}

#[test]
fn names_are_explained_and_followed_between_all_files() {
    let dir = folder();
    let mut client = Client::start(dir.path(), &json!({}));
    client.open("fr/a.ftl");
    let hover = client.at("textDocument/hover", "fr/a.ftl", "room-full = ", json!({})).unwrap();
    let shown = hover["contents"]["value"].as_str().unwrap();
    for part in [
        "**room\\-full** · 101 (leave) · 28 of at most 60 characters",
        "en:\n```fluent\n😀 No seats",
        "It is out of date. The source was:\n```fluent\nThe room is full",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    assert_eq!(hover["range"]["start"], json!({ "line": 5, "character": 0 }));
    let hover = client.at("textDocument/hover", "fr/a.ftl", "count } places", json!({})).unwrap();
    assert_eq!(hover["contents"]["value"], "**\\$count** (number): how many\\.");
    // A number in codes.toml has its prompt in every language.
    client.open("codes.toml");
    let hover = client.at("textDocument/hover", "codes.toml", "102", json!({})).unwrap();
    let shown = hover["contents"]["value"].as_str().unwrap();
    assert!(shown.contains("fr: \\{ \\$count \\} places"), "{shown}");

    let place = |it: &Value| {
        let name = it["uri"].as_str().unwrap().rsplit('/').take(2).collect::<Vec<_>>().join("<");
        let start = &it["range"]["start"];
        format!("{name} {}:{}", start["line"], start["character"])
    };
    // From a translation to the source, from there to its code, and from a reference to the term.
    for (path, text, expected) in [
        ("fr/a.ftl", "room-full = ", "a.ftl<en 3:0"),
        ("en/a.ftl", "room-full = ", "codes.toml"),
        ("fr/a.ftl", "-brand }", "a.ftl<fr 1:0"),
        ("codes.toml", "seats", "a.ftl<en 7:0"),
        ("fr/a.ftl", "count } places", "a.ftl<en 7:11"),
    ] {
        let found = client.at("textDocument/definition", path, text, json!({})).unwrap();
        assert!(place(&found[0]).starts_with(expected), "{path} {text}: {found}");
    }
    let context = json!({ "context": { "includeDeclaration": true } });
    let found = client.at("textDocument/references", "en/a.ftl", "-brand }", context).unwrap();
    let found: Vec<String> = found.as_array().unwrap().iter().map(place).collect();
    // In UTF-16, the emoji has two units.
    assert_eq!(found, ["a.ftl<en 0:0", "a.ftl<en 3:38", "a.ftl<fr 1:0", "a.ftl<fr 5:37"]);

    let params = json!({ "textDocument": { "uri": client.uri("en/a.ftl") } });
    let symbols = client.ask("textDocument/documentSymbol", params).unwrap();
    assert_eq!(texts(&symbols, "name"), ["-brand", "room-full", "seats", "unknown-code"]);
    let symbols = client.ask("workspace/symbol", json!({ "query": "102" })).unwrap();
    assert_eq!(texts(&symbols, "name"), ["seats"]);
    client.stop();
}

#[test]
fn what_fits_is_offered_while_typing() {
    let dir = folder();
    fs::write(dir.path().join("fr/a.ftl"), FRENCH.split("# en: { $count").next().unwrap()).unwrap();
    let mut client = Client::start(dir.path(), &json!({}));
    let text = client.open("fr/a.ftl");
    // Each is what is typed at the end of the file, and some of what is offered.
    for (typed, expected) in [
        ("s", vec!["seats", "unknown-code"]),
        ("x = { ", vec!["-brand", "NUMBER", "room-full", "seats", "unknown-code"]),
        ("seats = { $", vec!["count"]),
        ("seats = { $count ->\n    [", vec!["one", "many", "other"]),
        ("seats = { NUMBER($count, type: \"ordinal\") ->\n   *[", vec!["one", "other"]),
        ("seats = { NUMBER($count, sty", vec!["type: ", "style: ", "currency: "]),
        ("seats = { NUMBER($count, style: ", vec!["\"decimal\"", "\"currency\"", "\"percent\"", "\"unit\""]),
        ("seats = { room-full.", vec!["action"]),
        ("room-full = x\n    .", vec![]),
        ("# comment s", vec![]),
    ] {
        let whole = format!("{text}{typed}");
        client.write("fr/a.ftl", &whole);
        let line = whole.matches('\n').count();
        let character = whole.rsplit('\n').next().unwrap().len();
        let position = json!({ "line": line, "character": character });
        let params = json!({ "textDocument": { "uri": client.uri("fr/a.ftl") }, "position": position });
        let offered = client.ask("textDocument/completion", params).unwrap();
        let labels = texts(&offered, "label");
        assert_eq!(labels[..expected.len()], expected, "{typed}: {labels:?}");
        assert_eq!(labels.is_empty(), expected.is_empty(), "{typed}: {labels:?}");
    }
    client.stop();
}

#[test]
fn a_rename_changes_all_files_and_a_format_only_its_own() {
    let dir = folder();
    let mut client = Client::start(dir.path(), &json!({}));
    client.open("fr/a.ftl");
    let name = |new: &str| json!({ "newName": new });
    let edit = client.at("textDocument/rename", "fr/a.ftl", "room-full = ", name("room-closed")).unwrap();
    let files: Vec<&String> = edit["changes"].as_object().unwrap().keys().collect();
    assert_eq!(files.len(), 3, "{edit}");
    let edit = client.at("textDocument/rename", "fr/a.ftl", "count } places", name("$number")).unwrap();
    let edits: usize = edit["changes"].as_object().unwrap().values().map(|edits| edits.as_array().unwrap().len()).sum();
    // With the note and the records.
    assert_eq!(edits, 7, "{edit}");
    for (new, problem) in [("seats", "there is a `seats` already"), ("a b", "`a b` is not an id"), ("", "is not an id")]
    {
        let (code, message) = client.at("textDocument/rename", "fr/a.ftl", "room-full = ", name(new)).unwrap_err();
        assert!(code == -32803 && message.contains(problem), "{new}: {code} {message}");
    }
    // A code that is not saved yet is renamed too.
    client.open("codes.toml");
    client.write("codes.toml", &CODES.replace("102", "103"));
    let edit = client.at("textDocument/rename", "fr/a.ftl", "seats = ", name("places")).unwrap();
    let of_codes = &edit["changes"][&client.uri("codes.toml")][0];
    assert_eq!((&of_codes["newText"], &of_codes["range"]["start"]["line"]), (&json!("place"), &json!(4)), "{edit}");
    client.write("fr/a.ftl", "a  =   b\n");
    let params =
        json!({ "textDocument": { "uri": client.uri("fr/a.ftl") }, "options": { "tabSize": 4, "insertSpaces": true } });
    let edits = client.ask("textDocument/formatting", params).unwrap();
    assert_eq!(edits[0]["newText"], "=");
    client.stop();
}

#[test]
fn nonsense_and_files_elsewhere_change_nothing() {
    let dir = folder();
    fs::write(dir.path().join("notes.txt"), "notes").unwrap();
    let mut client = Client::start(dir.path(), &json!({}));
    assert_eq!(client.ask("no/such/method", json!({})).unwrap_err().0, -32601);
    assert_eq!(client.ask("textDocument/hover", json!({ "position": 1 })).unwrap_err().0, -32602);
    client.tell("textDocument/didChange", json!({ "textDocument": 7 }));
    client.tell("no/such/notification", json!([1, 2]));
    client.open("notes.txt");
    for (path, text) in [("notes.txt", "notes"), ("fr/a.ftl", "Plus")] {
        assert_eq!(client.at("textDocument/hover", path, text, json!({})).unwrap(), Value::Null);
    }
    // Positions beyond the text.
    client.open("fr/a.ftl");
    for (line, character) in [(0, 9_999), (9_999, 0), (u32::MAX, u32::MAX)] {
        let params = json!({ "textDocument": { "uri": client.uri("fr/a.ftl") }, "position": { "line": line, "character": character } });
        for method in ["hover", "definition", "completion"] {
            client.ask(&format!("textDocument/{method}"), params.clone()).unwrap();
        }
    }
    // The folder disappears, and the client dies.
    fs::remove_dir_all(dir.path().join("fr")).unwrap();
    fs::remove_file(dir.path().join("codes.toml")).unwrap();
    client.write("fr/a.ftl", "a = b\n");
    let _ = client.at("textDocument/hover", "en/a.ftl", "brand", json!({}));
    client.input = None;
    assert!(client.process.wait().unwrap().code().is_some());
}

#[test]
fn hundreds_of_edits_end_with_the_findings_of_the_last_text() {
    let dir = folder();
    let mut client = Client::start(dir.path(), &json!({}));
    client.open("fr/a.ftl");
    let mut text = FRENCH.to_owned();
    let mut seed = 7_usize;
    for version in 2..400 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let characters: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let at = characters[(seed >> 33) % characters.len()];
        let typed = ["{", "}", "é", "😀", "\n", " = ", "$x", "#", "\u{202e}"][(seed >> 20) % 9];
        let line = text[..at].matches('\n').count();
        let character = text[..at].rsplit('\n').next().unwrap().encode_utf16().count();
        let place = json!({ "line": line, "character": character });
        let change = json!({ "range": { "start": place, "end": place }, "text": typed });
        let document = json!({ "uri": client.uri("fr/a.ftl"), "version": version });
        client.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [change] }));
        text.insert_str(at, typed);
    }
    fs::write(dir.path().join("fr/a.ftl"), &text).unwrap();
    let unsaved = code_prompts_engine::check::Options { dir: client.dir.clone(), ..Default::default() };
    let outcome = code_prompts_engine::check::run(&unsaved).unwrap();
    let wanted: Vec<String> = (outcome.findings.iter())
        .filter_map(|finding| {
            let at = outcome.locate(&finding.place);
            // What belongs at the end of the file is shown in its last line.
            let line = at.line.min(text.trim_end().split('\n').count()) - 1;
            at.file.ends_with("fr/a.ftl").then(|| format!("{} {line}", finding.rule.name()))
        })
        .collect();
    client.tell("textDocument/didSave", json!({ "textDocument": { "uri": client.uri("fr/a.ftl") } }));
    let of_french: Vec<&str> = wanted.iter().map(String::as_str).collect();
    client.wait("fr/a.ftl", &of_french);
    client.stop();
}

#[test]
fn hints_colours_and_folds_are_of_the_open_text() {
    let dir = folder();
    let mut client = Client::start(dir.path(), &json!({}));
    client.open("fr/a.ftl");
    client.open("en/a.ftl");
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
    let hints = |path: &str, client: &mut Client| -> Vec<String> {
        let params = json!({ "textDocument": { "uri": client.uri(path) }, "range": range });
        let hints = client.ask("textDocument/inlayHint", params).unwrap();
        let hint = |it: &Value| {
            let place = &it["position"];
            format!("{}:{} {}", place["line"], place["character"], it["label"].as_str().unwrap())
        };
        hints.as_array().unwrap().iter().map(hint).collect()
    };
    let expected = [
        "1:15 Prism",
        "5:45 101 · 😀 No seats are left in Prism",
        "12:19 102 · { $count } seats",
        "18:31 Error { $code }",
    ];
    assert_eq!(hints("fr/a.ftl", &mut client), expected);
    // The source has its codes, and a hint follows what is typed.
    assert_eq!(hints("en/a.ftl", &mut client), ["3:46 101", "7:19 102"]);
    client.write("en/a.ftl", "-brand = A name of which there is more than what a hint has room for, by far\n");
    let cut = "1:15 A name of which there is more than what a hint has room for,…";
    assert_eq!(hints("fr/a.ftl", &mut client)[0], cut);

    client.write("fr/a.ftl", "# 😀\na = { $x }\n    .b = { \"c\" }\n");
    let document = json!({ "textDocument": { "uri": client.uri("fr/a.ftl") } });
    let tokens = client.ask("textDocument/semanticTokens/full", document.clone()).unwrap();
    // Line, character, length, kind and modifiers, each place relative to the one before.
    let expected = [[0, 0, 4, 0, 0], [1, 0, 1, 1, 1], [0, 6, 2, 4, 0], [1, 5, 1, 3, 1], [0, 7, 1, 7, 0]];
    assert_eq!(tokens["data"], json!(expected.concat()));
    let folds = client.ask("textDocument/foldingRange", document).unwrap();
    assert_eq!(folds, json!([{ "startLine": 1, "endLine": 2 }]));
    client.stop();

    let mut client = Client::start(dir.path(), &json!({ "inlayHints": false }));
    client.open("fr/a.ftl");
    assert_eq!(client.capabilities["inlayHintProvider"], Value::Null);
    client.stop();
}

#[test]
fn clients_and_folders_are_served_as_far_as_it_goes() {
    // An old client, which shows no Markdown.
    let dir = folder();
    let mut client = Client::start_with(dir.path(), &json!({}), &json!({}));
    client.open("fr/a.ftl");
    let hover = client.at("textDocument/hover", "fr/a.ftl", "room-full = ", json!({})).unwrap();
    let value = hover["contents"]["value"].as_str().unwrap();
    assert!(hover["contents"]["kind"] == "plaintext" && value.starts_with("room-full · 101"), "{hover}");
    client.stop();

    // Two trees in a workspace: one with codes, and one whose source only the client knows.
    let dir = tempfile::tempdir().unwrap();
    for (path, text) in [
        ("one/codes.toml", "source = \"en\"\n[codes]\n"),
        ("one/en.ftl", "a = A\nunknown-code = E\n"),
        ("one/fr.ftl", "unknown-code = É\n"),
        ("two/src/i18n/en/app.ftl", "b = B\n"),
        ("two/src/i18n/de/app.ftl", "b = {\n"),
        ("three/l10n/fr.ftl", "b = B\n"),
        ("three/l10n/de.ftl", "b = {\n"),
        ("notes.ftl", "c = C\n"),
    ] {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let mut client = Client::start(dir.path(), &json!({}));
    client.open("one/fr.ftl");
    client.wait_for("one/fr.ftl", "missing-message");
    client.open("two/src/i18n/de/app.ftl");
    client.wait_for("two/src/i18n/de/app.ftl", "syntax");
    client.open("three/l10n/de.ftl");
    client.wait_for_message();
    assert!(client.at("textDocument/hover", "three/l10n/de.ftl", "b", json!({})).unwrap().is_null());
    client.open("notes.ftl");
    client.wait_for_message();
    for (message, expected) in client.messages.iter().zip([
        "two/src/i18n: nothing names the source locale, so en is assumed; write `source = \"en\"` into codes.toml",
        "three/l10n: nothing names the source locale, the one that the others are translated from; write",
        "notes.ftl: this file is not checked",
    ]) {
        assert!(message.contains(expected), "{message}");
    }
    assert_eq!(client.messages.len(), 3);
    let document = json!({ "textDocument": { "uri": client.uri("notes.ftl") } });
    let tokens = client.ask("textDocument/semanticTokens/full", document).unwrap();
    assert_eq!(tokens["data"], json!([0, 0, 1, 1, 1]));
    client.write("notes.ftl", "d = D\n");
    client.stop();

    let mut client = Client::start(dir.path(), &json!({ "source": "en" }));
    client.open("two/src/i18n/de/app.ftl");
    client.wait_for("two/src/i18n/de/app.ftl", "syntax");
    client.stop();
}

#[test]
fn input_that_is_not_the_protocol_ends_the_server_with_an_error() {
    use std::io::Write;
    use std::process::{Command, Stdio};
    for input in ["nonsense\n\n", "Content-Length: 3\r\n\r\n{}}", "Content-Length: 99999\r\n\r\n{}", ""] {
        let mut server = Command::new(env!("CARGO_BIN_EXE_prompts"))
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        server.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = server.wait_with_output().unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{input:?}: {error}");
        assert!(error.starts_with("error: ") && error.trim().lines().count() == 1, "{input:?}: {error}");
    }
}
