//! The output of `status` and `todo` for other programs, and for translators with other tools, is valid.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser;
use fluent_syntax::parser::parse;
use prompts::{Cli, Report, Status, Styling, run};
use serde_json::{Value, json};

fn tool() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn report(arguments: &[&str], dir: &Path) -> Report {
    let arguments = [&["prompts"], arguments, &["--dir", dir.to_str().unwrap()]].concat();
    run(&Cli::parse_from(arguments), Styling::Plain)
}

#[test]
fn status_json_has_this_shape() {
    let report = report(&["status", "--format", "json"], &tool().join("tests/cmd/progress.in/locales"));
    let json: Value = serde_json::from_str(&report.output).unwrap();
    assert_eq!(json["schema"], 1);
    let expected = json!({
        "locale": "ja-JP", "role": "translation", "messages": 6, "translated": 4, "stale": 2, "missing": 2,
        "unrecorded": 2, "terms": { "stale": 0, "missing": 0 }, "obsolete": 0, "percent": 66.6,
        "review": { "state": "draft", "by": null, "messages": 0, "lapsed": 0 },
    });
    assert_eq!(json["locales"][2], expected);
    let of_each = |pointer: &str| -> Vec<Value> {
        json["locales"].as_array().unwrap().iter().map(|row| row.pointer(pointer).unwrap().clone()).collect()
    };
    assert_eq!(of_each("/locale"), ["zh-CN", "en-US", "ja-JP", "ru-RU"]);
    assert_eq!(of_each("/role"), ["source", "fallback", "translation", "translation"]);
    assert_eq!(of_each("/review/state"), ["source", "reviewed", "draft", "draft"]);
    assert_eq!(of_each("/review/by"), [json!(null), json!("Sam Reed, 2026-05-01"), json!(null), json!(null)]);
    for row in json["locales"].as_array().unwrap() {
        let count = |name: &str| row[name].as_u64().unwrap();
        assert_eq!(count("translated") + count("missing"), count("messages"));
        assert!(count("stale") <= count("translated"));
    }
}

/// Returns the trees of the rules and those of the sessions.
fn trees() -> Vec<PathBuf> {
    let below = |dir: PathBuf| -> Vec<PathBuf> {
        let entries = fs::read_dir(dir).into_iter().flatten();
        entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect()
    };
    let tops = [below(tool().join("../engine/rules")), below(tool().join("tests/cmd"))].concat();
    tops.into_iter().flat_map(below).collect()
}

#[test]
fn todo_ftl_is_valid_fluent_for_every_tree() {
    let mut parsed = 0;
    for dir in trees() {
        for source in ["zh-CN", "en-US", "en"] {
            for entry in fs::read_dir(&dir).unwrap() {
                let name = entry.unwrap().file_name().into_string().unwrap();
                let locale = name.strip_suffix(".ftl").unwrap_or(&name);
                let report = report(&["todo", locale, "--format", "ftl", "--source", source], &dir);
                let is_something = !report.output.is_empty();
                // If a file can't be read in full, the output may be empty or not.
                if report.status != Status::Failed {
                    assert_eq!(report.status == Status::Findings, is_something, "{}: {locale}", dir.display());
                }
                if let Err((_, errors)) = parse(report.output.as_str()) {
                    panic!("{}: {locale} from {source}: {errors:?}\n{}", dir.display(), report.output);
                }
                parsed += usize::from(is_something);
            }
        }
    }
    assert!(parsed > 20, "{parsed}");
}

/// Follows the instructions at the top of the file: removes the `# ` of the last lines, and writes every missing text.
fn fill_in(file: &str) -> String {
    let mut filled = String::new();
    let mut is_stub = false;
    for line in file.lines() {
        let rest = line.strip_prefix("# ").unwrap_or_default();
        let is_name = rest.strip_suffix(" =").is_some_and(|name| !name.contains(':'));
        is_stub = (is_stub || is_name) && !line.is_empty();
        filled += if is_stub { rest } else { line };
        filled += if is_stub && rest.ends_with(['=', ']']) { " Text\n" } else { "\n" };
    }
    filled
}

#[test]
fn todo_ftl_filled_in_leaves_nothing_missing() {
    let from = tool().join("tests/cmd/progress.in/locales");
    let to = Path::new(env!("CARGO_TARGET_TMPDIR")).join("filled-in");
    for file in ["codes.toml", "zh-CN/prompts.ftl", "en-US/prompts.ftl", "ja-JP/prompts.ftl", "ru-RU/prompts.ftl"] {
        fs::create_dir_all(to.join(file).parent().unwrap()).unwrap();
        fs::copy(from.join(file), to.join(file)).unwrap();
    }
    for (locale, expected) in [("ru-RU", "nothing to do in ru-RU\n"), ("ja-JP", "3 to do in ja-JP: 3 stale\n")] {
        let todo = report(&["todo", locale, "--format", "ftl"], &from).output;
        // Of two messages with one id, the one in the first file is used.
        fs::write(to.join(locale).join("a.ftl"), fill_in(&todo)).unwrap();
        let left = report(&["todo", locale], &to).output;
        assert!(left.ends_with(expected), "{left}");
    }
    let ja = fs::read_to_string(to.join("ja-JP/a.ftl")).unwrap();
    assert!(ja.contains("ルームを閉じました\n    .action = Text\n"), "{ja}");
}

#[test]
fn add_locale_dry_run_has_no_next_steps() {
    let report = report(&["add-locale", "it", "--dry-run"], &tool().join("tests/cmd/progress.in/locales"));
    assert_eq!(report.status, Status::Clean);
    assert!(report.messages.iter().all(|message| !message.contains("Fill it in")), "{:?}", report.messages);
    assert!(report.output.starts_with("--- /dev/null\n"), "{}", report.output);
}

#[test]
fn todo_json_has_this_shape() {
    let dir = tool().join("tests/cmd/todo.in/locales");
    let report = report(&["todo", "ja-JP", "--format", "json"], &dir);
    assert_eq!(report.status, Status::Findings);
    let json: Value = serde_json::from_str(&report.output).unwrap();
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
    assert_eq!(keys(&json), "counts items locale problems schema source");
    assert_eq!(json["schema"], 1);
    assert_eq!(json["counts"], json!({ "missing": 4, "stale": 1, "unrecorded": 0, "obsolete": 1 }));
    let item = &json["items"][0];
    assert_eq!(keys(item), "codes fallbacks file group id max_length notes parts state");
    assert_eq!(keys(&item["parts"][0]), "attribute recorded source state text");
    let fallback = json!({ "attribute": null, "state": "stale", "recorded": "房间满了", "text": "The room is full" });
    assert_eq!(item["fallbacks"][0]["parts"][0], fallback);
}
