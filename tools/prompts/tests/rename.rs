//! `prompts rename` changes only names, and writes nothing if a file is invalid.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser;
use prompts::{Cli, Report, Status, Styling, run};

fn folder(name: &str, codes: &[u8], texts: &[u8]) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(fs::remove_dir_all(&dir));
    fs::create_dir_all(dir.join("en")).unwrap();
    fs::write(dir.join("codes.toml"), codes).unwrap();
    fs::write(dir.join("en/a.ftl"), texts).unwrap();
    dir
}

fn rename(dir: &Path) -> Report {
    run(&Cli::parse_from(["prompts", "rename", "a", "b-c", "--dir", dir.to_str().unwrap()]), Styling::Plain)
}

#[test]
fn rename_keeps_marks_line_endings_and_spaces() {
    let codes = "\u{FEFF}source = \"en\"\r\n[codes]\r\n 1 =  \"a\" # a\r\n[codes.2]\r\nmessage = \"\"\"\\u0061\"\"\"";
    let texts = "\u{FEFF}a=A  \r\n\r\n\r\nd = {a}{  a.x  }\r\n  {a}\r\n";
    let dir = folder("rename", codes.as_bytes(), texts.as_bytes());
    assert_eq!(rename(&dir).status, Status::Clean);
    let codes = "\u{FEFF}source = \"en\"\r\n[codes]\r\n 1 =  \"b-c\" # a\r\n[codes.2]\r\nmessage = \"b-c\"";
    assert_eq!(fs::read_to_string(dir.join("codes.toml")).unwrap(), codes);
    let texts = "\u{FEFF}b-c=A  \r\n\r\n\r\nd = {b-c}{  b-c.x  }\r\n  {b-c}\r\n";
    assert_eq!(fs::read_to_string(dir.join("en/a.ftl")).unwrap(), texts);
}

#[test]
fn rename_of_unreadable_files_writes_nothing() {
    for (name, codes, texts, error) in [
        ("broken-codes", &b"[codes]\n1 = \"a\"\n2 = a"[..], &b"a = A\n"[..], "codes.toml:3:5: not valid TOML: "),
        (
            "foreign-codes",
            b"[codes]\n1 = \"a\" # \xFC",
            b"a = A\n",
            "codes.toml:2:11: this is not UTF-8; save the file as UTF-8",
        ),
        ("broken-texts", b"[codes]\n1 = \"a\"", b"a = A\nb = {\n", "en/a.ftl:2:6: "),
        (
            "foreign-texts",
            b"[codes]\n1 = \"a\"",
            b"a = \xFC\n",
            "en/a.ftl:1:5: this is not UTF-8; save the file as UTF-8",
        ),
    ] {
        let dir = folder(name, codes, texts);
        let report = rename(&dir);
        let [message] = report.messages.as_slice() else { panic!("{name}: {report:?}") };
        assert_eq!((report.status, report.output.as_str()), (Status::Failed, ""));
        let place = message.strip_prefix(&format!("error: {}/", dir.display())).unwrap();
        assert!(place.starts_with(error), "{name}: {place}");
        assert_eq!(fs::read(dir.join("codes.toml")).unwrap(), codes);
        assert_eq!(fs::read(dir.join("en/a.ftl")).unwrap(), texts);
    }
}

#[test]
fn rename_includes_untranslated_comment_above_a_message() {
    let texts = b"# A note.\n# en: A\n# a =\n#     .x =\n# A note of d.\nd = D\n";
    let dir = folder("waiting", b"source = \"en\"\n[codes]\n", texts);
    assert_eq!(rename(&dir).status, Status::Clean);
    let texts = "# A note.\n# en: A\n# b-c =\n#     .x =\n# A note of d.\nd = D\n";
    assert_eq!(fs::read_to_string(dir.join("en/a.ftl")).unwrap(), texts);

    let taken = folder("taken", b"source = \"en\"\n[codes]\n", b"a = A\n\n# b-c =\nd = D\n");
    let message = format!("error: {}/en/a.ftl:3:3: there is a `b-c` already; choose another id", taken.display());
    assert_eq!(rename(&taken).messages, [message]);
}

#[test]
fn rename_completes_an_interrupted_one() {
    let copy = "# Left by `prompts rename a b-c`, which was interrupted: run it again.\na = A { d }\n";
    let done = "source = \"en\"\n[codes]\n1 = \"b-c\"\n";
    for (name, codes, english, french) in [
        ("before codes.toml", done.replace("b-c", "a"), format!("{copy}b-c = A {{ d }}\n"), "a = A\n"),
        ("behind codes.toml", done.to_owned(), format!("{copy}b-c = A {{ d }}\n"), "b-c = A\n"),
        ("formatted meanwhile", done.to_owned(), format!("{copy}\nb-c = A {{ d }}\n"), "a = A\n"),
        ("a last reference", done.to_owned(), format!("{copy}b-c = A {{ d }}\n"), "b-c = A\n\n# en: { a }\n# d =\n"),
    ] {
        let dir = folder("interrupted", codes.as_bytes(), english.as_bytes());
        fs::create_dir(dir.join("fr")).unwrap();
        fs::write(dir.join("fr/a.ftl"), french).unwrap();
        let report = rename(&dir);
        let note = "note: this changes codes.toml; if you use `prompts constants`, run it again";
        assert_eq!((report.status, report.messages), (Status::Clean, vec![note.to_owned()]), "{name}");
        assert_eq!(fs::read_to_string(dir.join("codes.toml")).unwrap(), done, "{name}");
        assert_eq!(fs::read_to_string(dir.join("en/a.ftl")).unwrap(), "b-c = A { d }\n", "{name}");
        let french = french.replace("a = A", "b-c = A").replace("{ a }", "{ b-c }").replace("b-b-c", "b-c");
        assert_eq!(fs::read_to_string(dir.join("fr/a.ftl")).unwrap(), french, "{name}");
        assert_eq!(rename(&dir).status, Status::Failed, "{name}");
    }
}

#[test]
fn rename_refuses_an_interrupted_one_with_other_texts_since() {
    let copy = "# Left by `prompts rename a b-c`, which was interrupted: run it again.\na = A\n";
    let (old, new) = ("[codes]\n1 = \"a\"\n", "[codes]\n1 = \"b-c\"\n");
    let other = "this copy of `b-c` differs from the `b-c` below it; delete the wrong one and this comment";
    let exists = "there is a `b-c` already; choose another id";
    for (codes, english, error) in [
        (old, format!("{copy}b-c = B\n"), format!("en/a.ftl:1:1: {other}")),
        (old, copy.to_owned(), format!("en/a.ftl:1:1: {other}")),
        (old, format!("{copy}b-c = A\na = A\n"), format!("en/a.ftl:3:1: {exists}")),
        (&format!("{old}2 = \"b-c\"\n"), format!("{copy}b-c = A\n"), format!("codes.toml:3:5: {exists}")),
        // Two messages that happen to say the same.
        (new, "a = A\nb-c = A\n".to_owned(), format!("en/a.ftl:2:1: {exists}")),
    ] {
        let dir = folder("interrupted-otherwise", codes.as_bytes(), english.as_bytes());
        let report = rename(&dir);
        assert_eq!(report.status, Status::Failed);
        assert_eq!(report.messages[0], format!("error: {}/{error}", dir.display()), "{english}");
        assert_eq!(fs::read_to_string(dir.join("en/a.ftl")).unwrap(), english);
    }
}

/// They would take the old and the new id for two messages to translate.
#[test]
fn interrupted_rename_must_be_completed_before_sync_accept_and_add_locale() {
    let copy = "# Left by `prompts rename a b-c`, which was interrupted: run it again.\na = A\nb-c = A\n";
    let dir = folder("interrupted-first", b"source = \"en\"\n[codes]\n1 = \"a\"\n", copy.as_bytes());
    fs::create_dir(dir.join("fr")).unwrap();
    fs::write(dir.join("fr/a.ftl"), "a = A\n").unwrap();
    let error = format!(
        "error: {}: `prompts rename a b-c` was interrupted; run it again first",
        dir.join("en").join("a.ftl:1:1").display()
    );
    let commands = [&["sync"][..], &["accept", "fr", "--unrecorded"], &["add-locale", "de"]];
    let execute = |command: &[&str]| {
        let mut words = vec!["prompts"];
        words.extend(command);
        words.extend(["--dir", dir.to_str().unwrap()]);
        run(&Cli::parse_from(words), Styling::Plain)
    };
    for command in commands {
        let report = execute(command);
        assert_eq!((report.status, report.messages), (Status::Failed, vec![error.clone()]), "{command:?}");
    }
    assert_eq!(rename(&dir).status, Status::Clean);
    for command in commands {
        assert_eq!(execute(command).status, Status::Clean, "{command:?}");
    }
}

#[test]
fn rename_completes_an_interrupted_one_of_stubs_alone() {
    let dir = folder("stubs", b"source = \"en\"\n[codes]\n1 = \"a\"\n", b"# b-c =\n");
    fs::create_dir(dir.join("fr")).unwrap();
    fs::write(dir.join("fr/a.ftl"), "# a =\n").unwrap();
    assert_eq!(rename(&dir).status, Status::Clean);
    assert_eq!(fs::read_to_string(dir.join("fr/a.ftl")).unwrap(), "# b-c =\n");
    assert!(fs::read_to_string(dir.join("codes.toml")).unwrap().ends_with("1 = \"b-c\"\n"));
}
