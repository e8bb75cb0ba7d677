//! The JSON of prompts, codes, faults and positions.
#![cfg(feature = "embedded")]

mod common;

use std::collections::BTreeMap;

use code_prompts::{Catalog, Direction, ErrorCode, Position};
use common::catalog;
use serde_json::{Value, from_str, json, to_string, to_value};

#[test]
fn prompt_is_an_object_with_all_its_parts() {
    let localizer = Catalog::embedded().localizer(["en-US"]);
    let prompt = localizer.prompt(ErrorCode::SIGNED_IN_ELSEWHERE);
    let expected = json!({
        "code": 30206,
        "known": true,
        "id": "signed-in-elsewhere",
        "locale": "en-US",
        "direction": "ltr",
        "text": "Your account is being used on another device",
        "description": prompt.description(),
        "action": { "id": "return-to-login", "label": "Back to sign-in" },
        "attributes": { "description": prompt.description(), "action": "Back to sign-in" },
        "faults": [],
    });
    assert_eq!(to_value(&prompt).unwrap(), expected);
    assert_eq!(to_value(prompt.into_owned()).unwrap(), expected);
}

#[test]
fn prompt_without_action_label_and_attributes_has_null_and_an_empty_object() {
    let catalog = catalog("serde-null", &[("zh-CN/a.ftl", "one = 一\ntwo = 二\n")]);
    let [one, two] = [1, 2].map(|code| to_value(catalog.localizer(["zh"]).prompt(code)).unwrap());
    assert_eq!((&one["action"], &one["attributes"], &one["description"]), (&Value::Null, &json!({}), &json!("一")));
    assert_eq!(two["action"], json!({ "id": "retry", "label": null }));
}

#[test]
fn fault_has_kind_place_problem_and_help() {
    let catalog =
        catalog("serde-fault", &[("zh-CN/a.ftl", "two = 二\n    .action = 重试 { $name }\n"), ("zh_CN/b.ftl", "")]);
    let faults = |code: i64| to_value(catalog.localizer(["zh"]).prompt(code).faults()).unwrap();
    let [two] = catalog.localizer(["zh"]).prompt(2).faults().to_vec().try_into().unwrap();
    assert_eq!(
        faults(2),
        json!([{
            "kind": "missing-argument",
            "file": two.path(),
            "line": 1,
            "column": 1,
            "problem": "message `two` uses `$name`, and no such argument was given",
            "help": "pass it or correct the name",
        }])
    );
    assert_eq!(faults(1)[0]["kind"], "missing-message");
    assert_eq!((&faults(1)[0]["file"], &faults(1)[0]["line"]), (&Value::Null, &Value::Null));
    let folder = to_value(catalog.faults()).unwrap();
    let misnamed = folder.as_array().unwrap().iter().find(|fault| fault["kind"] == "invalid-locale").unwrap();
    assert!(misnamed["file"].as_str().unwrap().ends_with("zh_CN"), "{misnamed}");
    assert_eq!((&misnamed["line"], &misnamed["help"]), (&Value::Null, &json!("rename it to `zh-CN`")));
}

#[test]
fn position_has_file_line_and_column() {
    let catalog = Catalog::embedded();
    let position: &Position = catalog.entry(ErrorCode::ROOM_NOT_FOUND).unwrap().position();
    assert_eq!(
        to_value(position).unwrap(),
        json!({ "file": "locales/codes.toml", "line": position.line, "column": 1 })
    );
    assert_eq!(to_string(&[Direction::LeftToRight, Direction::RightToLeft]).unwrap(), r#"["ltr","rtl"]"#);
}

#[test]
fn code_is_its_number_as_a_value_and_as_a_key() {
    let codes = BTreeMap::from([(ErrorCode::IM_LOGIN_FAILED, ErrorCode::ROOM_NOT_FOUND)]);
    let text = to_string(&codes).unwrap();
    assert_eq!(text, r#"{"-4":1004}"#);
    assert_eq!(from_str::<BTreeMap<ErrorCode, ErrorCode>>(&text).unwrap(), codes);
}

#[test]
fn code_that_is_not_a_whole_number_of_64_bits_is_refused() {
    for (text, problem) in [
        ("9223372036854775808", "invalid value: integer `9223372036854775808`, expected i64"),
        ("1.5", "invalid type: floating point `1.5`, expected i64"),
        ("\"1004\"", "invalid type: string \"1004\", expected i64"),
        ("null", "invalid type: null, expected i64"),
    ] {
        let error = from_str::<ErrorCode>(text).unwrap_err().to_string();
        assert!(error.starts_with(problem), "{error}");
    }
}
