//! The embedded zh-CN texts equal those of the table that the component's vendor published.
#![cfg(feature = "embedded")]
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use code_prompts::{Catalog, Value};

const TABLE: &str = include_str!("fixtures/component-error-codes.tsv");

/// Returns the rows of the table: code, condition, description, prompt.
fn rows() -> Vec<[&'static str; 4]> {
    let rows = TABLE.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [code, _bold, when, description, prompt] = cells[..] else { panic!("not five cells: {line}") };
        [code, when, description, prompt]
    });
    rows.collect()
}

#[test]
fn source_table_texts_equal_the_embedded_texts() {
    let localizer = Catalog::embedded().localizer(["zh-CN"]);
    for [code, when, description, text] in rows() {
        let args: &[(&str, Value<'_>)] = match when {
            "" => &[],
            "IM reused" => &[("im-reused", true.into())],
            "IM not reused" => &[("im-reused", false.into())],
            other => panic!("the test does not know the case {other:?}"),
        };
        let prompt = localizer.prompt_with(code.parse::<i64>().unwrap(), args);
        assert!(prompt.is_known(), "{code}");
        assert_eq!(prompt.locale(), "zh-CN", "{code}");
        assert_eq!(prompt.text(), text, "{code}");
        assert_eq!(prompt.description(), description, "{code}");
        assert_eq!(prompt.faults(), [], "{code}");
    }
}

#[test]
fn source_table_order_is_kept_by_embedded_codes() {
    let mut in_table: Vec<&str> = rows().into_iter().map(|[code, ..]| code).collect();
    in_table.dedup();
    assert_eq!(in_table.len(), 32);
    let catalog = Catalog::embedded();
    let in_bundle: Vec<String> = catalog.codes().map(|entry| entry.code().to_string()).collect();
    let kept: Vec<&str> = in_bundle.iter().map(String::as_str).filter(|code| in_table.contains(code)).collect();
    assert_eq!(kept, in_table);
}

#[test]
fn source_table_code_minus_4_defaults_to_not_reused() {
    let localizer = Catalog::embedded().localizer(["zh-CN"]);
    assert_eq!(localizer.prompt(-4).text(), "IM登录失败");
    assert_eq!(localizer.prompt_with(-4, &[("im-reused", "perhaps".into())]).text(), "IM登录失败");
}

#[test]
fn source_table_has_an_action_only_for_30206() {
    let catalog = Catalog::embedded();
    let localizer = catalog.localizer(["zh-CN"]);
    let in_table = |code: i64| rows().iter().any(|[row, ..]| *row == code.to_string());
    let entries = catalog.codes().filter(|entry| in_table(entry.code().value()));
    let actions: Vec<_> = entries.filter_map(|entry| Some((entry.code().value(), entry.action()?))).collect();
    assert_eq!(actions, [(30206, "return-to-login")]);

    let prompt = localizer.prompt(30206);
    assert_eq!(prompt.action().unwrap().label(), Some("返回登录页"));
}
