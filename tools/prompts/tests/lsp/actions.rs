//! What is offered for findings, and what it changes.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Value, json};

use crate::client::Client;
use crate::{CODES, FRENCH, SOURCE};

/// Returns the actions at the first diagnostic of a rule.
fn actions(client: &mut Client, path: &str, rule: &str) -> Vec<Value> {
    let found = client.shown.get(path).into_iter().flatten().find(|it| it["code"] == rule);
    let range = found.unwrap_or_else(|| panic!("{path} has no {rule}: {:?}", client.rules(path)))["range"].clone();
    let params =
        json!({ "textDocument": { "uri": client.uri(path) }, "range": range, "context": { "diagnostics": [] } });
    client.ask("textDocument/codeAction", params).unwrap().as_array().unwrap().clone()
}

/// Applies an edit to the files on disk, and returns their texts.
fn applied(client: &Client, edit: &Value, texts: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut texts = texts.clone();
    let edits: Vec<(String, &Value)> = match edit["changes"].as_object() {
        Some(changes) => changes.iter().map(|(uri, edits)| (uri.clone(), edits)).collect(),
        None => {
            let steps = edit["documentChanges"].as_array().unwrap().iter();
            let edits = steps.filter(|step| step["kind"].is_null());
            edits.map(|step| (step["textDocument"]["uri"].as_str().unwrap().to_owned(), &step["edits"])).collect()
        }
    };
    for (uri, edits) in edits {
        let path = client.path(&uri);
        let text = texts.entry(path).or_default();
        let mut edits: Vec<&Value> = edits.as_array().unwrap().iter().collect();
        edits.sort_by_key(|edit| {
            (edit["range"]["start"]["line"].as_u64(), edit["range"]["start"]["character"].as_u64())
        });
        for edit in edits.iter().rev() {
            let byte = |place: &Value| crate::client::byte(text, place);
            let range = byte(&edit["range"]["start"])..byte(&edit["range"]["end"]);
            text.replace_range(range, edit["newText"].as_str().unwrap());
        }
    }
    texts
}

/// The files of a case: those of the folder, with changes.
fn case(changes: &[(&str, String)]) -> (tempfile::TempDir, BTreeMap<String, String>) {
    let dir = crate::folder();
    let files = [("en/a.ftl", SOURCE), ("fr/a.ftl", FRENCH), ("codes.toml", CODES)];
    let mut texts: BTreeMap<String, String> = files.map(|(path, text)| (path.to_owned(), text.to_owned())).into();
    for (path, text) in changes {
        fs::create_dir_all(dir.path().join(path).parent().unwrap()).unwrap();
        fs::write(dir.path().join(path), text).unwrap();
        texts.insert((*path).to_owned(), text.clone());
    }
    (dir, texts)
}

#[test]
fn a_key_fixes_what_is_wrong() {
    let fresh = FRENCH
        .replace("# en: The room is full\n# en .action", "# en: 😀 No seats are left in { -brand }\n# en .action");
    for (rule, text, title, expected) in [
        (
            "stale-translation",
            FRENCH.to_owned(),
            "Accept `room-full`: its text fits the new source text",
            fresh.clone(),
        ),
        (
            "missing-message",
            fresh.replace("\n# en: Error { $code }\nunknown-code = Erreur { $code }\n", ""),
            "Copy `unknown-code` from en, to translate it",
            fresh.replace("Erreur {", "Error {"),
        ),
        (
            "missing-attribute",
            fresh.replace("# en .action: Go back\n", "").replace("    .action = Retour\n", ""),
            "Copy the attributes of `room-full` from en, to translate it",
            fresh.replace("Retour", "Go back"),
        ),
        (
            "missing-plural",
            fresh.replace("    [one] Une place\n", ""),
            "Add `[one]` with the default's text",
            fresh.replace("Une place", "{ $count } places"),
        ),
        (
            "unknown-variable",
            fresh.replace("{ $count } places\n", "{ $cuont } places\n"),
            "Write `$count`",
            fresh.clone(),
        ),
        ("obsolete-message", format!("{fresh}\nold = Vieux\n"), "Delete `old`", fresh.clone()),
        ("double-space", fresh.replace("Une place", "Une  place"), "Keep one space", fresh.clone()),
        (
            "untranslated",
            fresh.replace("Plus de places dans", "No seats are left in"),
            "Allow `untranslated` for `room-full` (then write the reason)",
            fresh
                .replace("Plus de places dans", "No seats are left in")
                .replace("room-full =", "# allow(untranslated): \nroom-full ="),
        ),
    ] {
        let (dir, texts) = case(&[("fr/a.ftl", text)]);
        let mut client = Client::start(dir.path(), &json!({}));
        client.open("fr/a.ftl");
        client.wait_for("fr/a.ftl", rule);
        let actions = actions(&mut client, "fr/a.ftl", rule);
        let titles: Vec<&str> = actions.iter().map(|it| it["title"].as_str().unwrap()).collect();
        let action = actions.iter().find(|it| it["title"] == title);
        let action = action.unwrap_or_else(|| panic!("{rule}: {titles:?}"));
        assert_eq!((&action["kind"], &action["diagnostics"][0]["code"]), (&json!("quickfix"), &json!(rule)));
        let after = applied(&client, &action["edit"], &texts);
        assert_eq!(after["fr/a.ftl"], expected, "{rule}");
        assert_eq!((&after["en/a.ftl"], &after["codes.toml"]), (&SOURCE.to_owned(), &CODES.to_owned()));
        client.stop();
    }
}

#[test]
fn all_of_a_rule_in_a_file_are_fixed_at_once() {
    let text = FRENCH.replace("Une place", "Une  place").replace("Erreur {", "Erreur  fatale {");
    let (dir, texts) = case(&[("fr/a.ftl", text.clone())]);
    let mut client = Client::start(dir.path(), &json!({}));
    client.open("fr/a.ftl");
    client.wait_for("fr/a.ftl", "double-space");
    let found = actions(&mut client, "fr/a.ftl", "double-space");
    let all = found.iter().find(|it| it["title"] == "Fix all 2 `double-space` in this file").unwrap();
    assert_eq!(
        applied(&client, &all["edit"], &texts)["fr/a.ftl"],
        text.replace("Une  ", "Une ").replace("Erreur  ", "Erreur ")
    );
    client.stop();
}

#[test]
fn a_missing_file_is_created_where_the_client_can() {
    let source = "more = More { -brand }\nlast = Last\n";
    let codes = format!("{CODES}201 = \"more\"\n202 = \"last\"\n");
    let (dir, texts) = case(&[("en/b.ftl", source.to_owned()), ("codes.toml", codes)]);
    for can_create in [true, false] {
        let edit =
            json!({ "documentChanges": true, "resourceOperations": if can_create { vec!["create"] } else { vec![] } });
        let mut client = Client::start_with(dir.path(), &json!({}), &json!({ "workspace": { "workspaceEdit": edit } }));
        client.open("en/b.ftl");
        client.wait_for("fr/b.ftl", "missing-message");
        let found = actions(&mut client, "fr/b.ftl", "missing-message");
        let copy = found.iter().find(|it| it["title"] == "Copy all 2 missing messages from en");
        assert_eq!(copy.is_some(), can_create, "{found:?}");
        if let Some(copy) = copy {
            assert_eq!(copy["edit"]["documentChanges"][0]["kind"], "create");
            let expected = "# en: More { -brand }\nmore = More { -brand }\n\n# en: Last\nlast = Last\n";
            let text = &applied(&client, &copy["edit"], &texts)["fr/b.ftl"];
            assert!(text.contains("\n### Review: draft.") && text.ends_with(expected), "{text}");
        }
        client.stop();
    }
}
