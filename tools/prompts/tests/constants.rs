//! The source that `prompts constants` writes.
//!
//! This updates `data/constants/codes.rs`:
//! `cargo prompts constants --dir tools/prompts/tests/data/constants --output tools/prompts/tests/data/constants/codes.rs`
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser;
use code_prompts::{Catalog, ErrorCode};
use prompts::{Cli, Report, Status, Styling, run};

#[deny(warnings)]
#[path = "data/constants/codes.rs"]
mod codes;

/// Nothing of this module is used.
#[deny(warnings)]
mod included {
    include!("data/constants/codes.rs");
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/constants")
}

/// Runs `prompts constants` for a folder.
fn constants(dir: &Path, arguments: &[&str]) -> Report {
    let dir = dir.to_str().unwrap();
    run(&Cli::parse_from([&["prompts", "constants", "--dir", dir], arguments].concat()), Styling::Plain)
}

#[test]
fn generated_functions_return_prompts() {
    let localizer = Catalog::from_dir(folder()).unwrap().localizer(["en-US"]).without_isolation_marks();
    let prompts = [
        (codes::im_login_failed(&localizer, true), "Sign in to IM first"),
        (codes::im_login_failed(&localizer, false), "Could not sign in to IM"),
        (codes::seats_left(&localizer, 1, "Room 2"), "One seat is left in Room 2"),
        (codes::seats_left(&localizer, 0_usize, &String::from("Room 2")), "No seats are left in Room 2"),
        (codes::type_(&localizer, "a", 2), "The type is a, not 2"),
        (codes::greeting(&localizer, "morning"), "Good morning"),
    ];
    for (prompt, expected) in prompts {
        assert_eq!(prompt.text(), expected);
        assert_eq!(prompt.faults(), []);
    }
}

#[test]
fn generated_constants_have_codes_and_actions() {
    let catalog = Catalog::from_dir(folder()).unwrap();
    assert_eq!(codes::ALL, catalog.codes().map(|entry| entry.code()).collect::<Vec<_>>());
    assert_eq!(codes::IM_LOGIN_FAILED, ErrorCode::new(-4));
    assert_eq!((codes::TYPE, codes::ALL_, codes::SELF), (9.into(), 10.into(), 11.into()));
    let localizer = catalog.localizer(["en-US"]);
    let prompt = localizer.prompt(codes::BATTERY_EMPTY);
    assert!(matches!(prompt.action().unwrap().id(), codes::actions::SHUT_DOWN));
}

#[test]
fn check_compares_all_but_the_layout() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("codes.rs");
    let check = |content: Option<&str>| {
        if let Some(content) = content {
            fs::write(&file, content).unwrap();
        }
        let report = constants(&folder(), &["--check", "--output", file.to_str().unwrap()]);
        assert_eq!(content, fs::read_to_string(&file).ok().as_deref());
        report
    };
    let present = fs::read_to_string(folder().join("codes.rs")).unwrap();
    let stale = format!("{}\n", file.display());
    assert_eq!(check(None).status, Status::Findings);
    for fresh in [&*present, &present.replace('\n', "\r\n"), &present.replace("(localizer:", "(\n    localizer:")] {
        let report = check(Some(fresh));
        assert_eq!((report.status, &*report.output, report.messages), (Status::Clean, "", vec![]), "{fresh}");
    }
    for old in ["", &present.replace("(-4)", "(4)"), &present.replace("im_reused: bool", "im_reused: &str")] {
        let report = check(Some(old));
        assert_eq!((report.status, &report.output), (Status::Findings, &stale));
        let advice = format!("prompts constants --dir {} --output {}`", folder().display(), file.display());
        assert!(report.messages[0].ends_with(&advice), "{:?}", report.messages);
    }
    // Not a file.
    let report = constants(&folder(), &["--check", "--output", dir.path().to_str().unwrap()]);
    assert_eq!(report.status, Status::Failed);
}

#[test]
fn overrides_add_codes_and_notes() {
    let dir = tempfile::tempdir().unwrap();
    let wording = |name: &str| dir.path().join(name).display().to_string();
    for (path, text) in [
        ("base/codes.toml", "source = \"en\"\n[codes]\n7 = \"seats-left\"\n"),
        (
            "base/en/a.ftl",
            "# $count (Number) - how many\nseats-left = { $count } seats are left\nunknown-code = Error\n",
        ),
        ("one/codes.toml", "[codes]\n8 = \"seat-locked\"\n9 = \"room-locked\"\n"),
        (
            "one/en/a.ftl",
            "# $seat (String) - its name\nseat-locked = { $seat } is locked\nroom-locked = { $room } is locked\n",
        ),
        (
            "two/en.ftl",
            "# $room (Number) - the number on the door\nroom-locked = Room { $room }\nseats-left = { $count } left\n",
        ),
        // Without the source locale.
        ("three/de.ftl", "seats-left = { $count } frei\n"),
    ] {
        let file = dir.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    let overrides = ["one", "two", "three"].map(|name| format!("--overrides={}", wording(name)));
    let arguments = [&*overrides[0], &*overrides[1], &*overrides[2]];
    let report = constants(&dir.path().join("base"), &arguments);
    assert_eq!((report.status, report.messages), (Status::Clean, vec![]));
    for expected in [
        "pub const SEAT_LOCKED: ErrorCode = ErrorCode::new(8);",
        "pub fn seats_left<'l>(localizer: &'l Localizer, count: impl Number)",
        "pub fn seat_locked<'l>(localizer: &'l Localizer, seat: &str)",
        "pub fn room_locked<'l>(localizer: &'l Localizer, room: impl Number)",
        "/// - `room`: the number on the door",
    ] {
        assert!(report.output.contains(expected), "{expected} is not in {}", report.output);
    }

    let file = wording("codes.rs");
    let report = constants(&dir.path().join("base"), &[&arguments[..], &["--check", "--output", &file]].concat());
    assert_eq!(report.status, Status::Findings);
    let advice =
        format!(" --overrides {} --overrides {} --overrides {}", wording("one"), wording("two"), wording("three"));
    assert!(report.messages[0].contains(&advice), "{:?}", report.messages);

    let report = constants(&dir.path().join("base"), &["--overrides", &wording("missing")]);
    assert_eq!(report.status, Status::Failed);
}

#[test]
fn module_of_the_fixture_is_up_to_date() {
    let report = constants(&folder(), &["--check", "--output", folder().join("codes.rs").to_str().unwrap()]);
    assert_eq!(report.messages, Vec::<String>::new());
}

#[test]
fn names_that_are_equal_in_rust_are_errors() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("en")).unwrap();
    let errors = |codes: &str, text: &str| {
        fs::write(dir.path().join("codes.toml"), format!("source = \"en\"\n[codes]\n{codes}")).unwrap();
        fs::write(dir.path().join("en/a.ftl"), text).unwrap();
        let report = constants(dir.path(), &[]);
        assert_eq!((report.status, &*report.output), (Status::Failed, ""));
        let place = format!("error: {}/codes.toml:", dir.path().display());
        report.messages.iter().map(|message| message.replace(&place, "")).collect::<Vec<_>>()
    };
    let cases = [
        (
            "1 = \"room-closed\"\n2 = \"room_closed\"\n3 = \"Room-Closed\"\n",
            "",
            vec![
                "4:1: the message ids `room-closed` and `room_closed` are one constant in Rust, `ROOM_CLOSED`; rename one",
                "5:1: the message ids `room-closed` and `Room-Closed` are one constant in Rust, `ROOM_CLOSED`; rename one",
            ],
        ),
        (
            "1 = \"type\"\n2 = \"type-\"\n",
            "",
            vec!["4:1: the message ids `type` and `type-` are one function in Rust, `type_`; rename one"],
        ),
        (
            "1 = \"all\"\n2 = \"all-\"\n",
            "",
            vec!["4:1: the message ids `all` and `all-` are one constant in Rust, `ALL_`; rename one"],
        ),
        (
            "1 = \"a\"\n",
            "a = { $user-name } { $user_name }",
            vec![
                "3:1: `a`: the variables `user-name` and `user_name` are one parameter in Rust, `user_name`; rename one",
            ],
        ),
        (
            "1 = { message = \"a\", action = \"go-on\" }\n2 = { message = \"b\", action = \"go_on\" }\n",
            "",
            vec!["error: codes.toml: the actions `go-on` and `go_on` are one constant in Rust, `GO_ON`; rename one"],
        ),
        // Names of Fluent begin with a letter.
        (
            "1 = \"2-seats\"\n",
            "",
            vec!["3:5: \"2-seats\" is not an id; write letters, digits and hyphens, such as \"room-not-found\""],
        ),
    ];
    for (codes, text, expected) in cases {
        assert_eq!(errors(codes, text), expected, "{codes}");
    }
}
