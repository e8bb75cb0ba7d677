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
