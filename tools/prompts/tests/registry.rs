//! The registry and its JSON Schema.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use boon::{Compiler, SchemaIndex, Schemas};
use clap::Parser;
use code_prompts::Catalog;
use code_prompts_export::diff::ChangeRule;
use code_prompts_export::export::LossRule;
use prompts::{Cli, Status, Styling, run};
use serde_json::{Value, json};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Returns the registry of a folder.
fn registry(dir: &Path) -> Value {
    let report = run(&Cli::parse_from(["prompts", "registry", "--dir", dir.to_str().unwrap()]), Styling::Plain);
    assert_eq!((report.status, report.messages), (Status::Clean, vec![]));
    serde_json::from_str(&report.output).unwrap()
}

fn schema() -> (Schemas, SchemaIndex) {
    let text = fs::read_to_string(root().join("docs/registry.schema.json")).unwrap();
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("registry.json", serde_json::from_str(&text).unwrap()).unwrap();
    let index = compiler.compile("registry.json", &mut schemas).unwrap();
    (schemas, index)
}

#[test]
fn registries_are_valid_by_their_schema() {
    let (schemas, index) = schema();
    for dir in
        ["locales", "examples/component/i18n", "tools/prompts/tests/cmd/registry.in/i18n", "tests/exports/fixture"]
    {
        let registry = registry(&root().join(dir));
        schemas.validate(&registry, index).unwrap_or_else(|error| panic!("{dir}: {error:#}"));
    }
}

#[test]
fn schema_refuses_other_documents() {
    let (schemas, index) = schema();
    let good = registry(&root().join("tools/prompts/tests/cmd/registry.in/i18n"));
    let changes: [(&str, Value); 8] = [
        ("/version", json!(2)),
        ("/source", json!("en US")),
        ("/locales/0/direction", json!("up")),
        ("/codes/1/state", json!("gone")),
        ("/codes/1/code", json!("7")),
        ("/codes/1/texts", json!({ "en": { "state": "source", "text": "" } })),
        ("/codes/1/texts/en", json!({ "state": "missing", "text": "A" })),
        ("/codes/2/arguments/0/type", json!("Number")),
    ];
    for (place, value) in changes {
        let mut bad = good.clone();
        *bad.pointer_mut(place).expect(place) = value;
        assert!(schemas.validate(&bad, index).is_err(), "{place}");
    }
}

#[test]
fn guides_list_all_rules() {
    let documented = |guide: &str| {
        let text = fs::read_to_string(root().join(guide)).unwrap();
        let rows: Vec<String> =
            text.lines().filter_map(|line| Some(line.strip_prefix("| `")?.split('`').next()?.to_owned())).collect();
        rows
    };
    let exports = documented("docs/exports.md");
    assert!(LossRule::ALL.iter().all(|rule| exports.iter().any(|row| row == rule.name())), "{exports:?}");
    let changes: Vec<&str> = ChangeRule::ALL.iter().map(|rule| rule.name()).collect();
    assert_eq!(documented("docs/registry.md"), changes);
}

/// CI compares the file with what the command writes.
#[test]
fn own_registry_has_every_code() {
    let text = fs::read_to_string(root().join("registry.json")).unwrap();
    let own: Value = serde_json::from_str(&text).unwrap();
    let codes = own["codes"].as_array().unwrap();
    assert_eq!(codes.len(), Catalog::embedded().codes().len());
    assert!(
        codes.iter().all(|code| code["texts"].as_object().unwrap().len() == own["locales"].as_array().unwrap().len())
    );
}
