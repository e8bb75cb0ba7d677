//! Findings about whole files, and findings that hide others.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;

use code_prompts_engine::check::{Options, run};

/// Checks a tree, and returns each finding: path, line, rule and message.
fn found(files: &[(&str, &str)]) -> Vec<String> {
    let dir = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let options = Options { dir: dir.path().to_owned(), source: Some("en".to_owned()), ..Options::default() };
    let outcome = run(&options).unwrap();
    let root = format!("{}/", dir.path().display());
    let line = |finding: &code_prompts_engine::check::Finding| {
        let at = outcome.locate(&finding.place);
        let path = at.file.replace('\\', "/").replace(&root.replace('\\', "/"), "");
        format!("{path}:{}: {}: {}", at.line, finding.rule, finding.message)
    };
    outcome.findings.iter().map(line).collect()
}

#[test]
fn missing_file_is_one_finding() {
    let source =
        [("en/a.ftl", "one = One\n"), ("en/b.ftl", "two = Two\nthree = Three\n"), ("en/c.ftl", "four = Four\n")];
    let mut files = source.to_vec();
    files.push(("de/a.ftl", "one = Eins\n"));
    assert_eq!(
        found(&files),
        [
            "de/b.ftl:1: missing-message: readers of de are shown 2 messages in another language: this file is missing",
            "de/c.ftl:1: missing-message: readers of de are shown `four` in another language",
        ]
    );
    // A locale may have its messages in other files.
    files.push(("de/all.ftl", "two = Zwei\nfour = Vier\n"));
    assert_eq!(found(&files), ["de/all.ftl:3: missing-message: readers of de are shown `three` in another language"]);
}

#[test]
fn unreadable_file_hides_what_it_would_hold() {
    let text = "title = Title\nlabel = Label\n";
    let old_mac = "title = Titel\rlabel = { title }\r";
    assert_eq!(
        found(&[("en/a.ftl", text), ("de/a.ftl", old_mac), ("en/b.ftl", "other = Other\n"), ("de/b.ftl", "")]),
        [
            "de/a.ftl:1: syntax: readers do not see the messages in this file: its lines end in CR, as in old Mac files",
            "de/b.ftl:1: missing-message: readers of de are shown `other` in another language",
        ]
    );
    assert_eq!(
        found(&[("en/a.ftl", old_mac), ("de/a.ftl", text)]),
        ["en/a.ftl:1: syntax: readers do not see the messages in this file: its lines end in CR, as in old Mac files"]
    );
}

#[test]
fn files_that_are_loaded_apart_need_their_own_translations() {
    let files = [
        ("en/chat.ftl", "status = Connected\n"),
        ("en/mail.ftl", "status = { $count } letters\n"),
        ("de/chat.ftl", "status = Verbunden\n"),
        ("de/mail.ftl", "# A comment\n"),
    ];
    let found = found(&files);
    assert_eq!(
        found.iter().filter(|finding| !finding.contains("undocumented-variable")).collect::<Vec<_>>(),
        ["de/mail.ftl:2: missing-message: readers of de are shown `status` in another language"]
    );
}
