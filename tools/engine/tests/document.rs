//! What an editor asks the engine: findings for unsaved texts, and which name is where.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use code_prompts_engine::check::{Options, Rule, run, run_with};
use code_prompts_engine::project::{Document, Files};

const SOURCE: &str = "-brand = Prism\n\nroom = Room { $name } of { -brand }\n    .action = Go to { lobby.action }\n\n\
                      lobby = Lobby\n    .action = { NUMBER($count) } { $name ->\n        [a] { room }\n       *[b] B\n    }\n";

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    dir
}

fn options(dir: &Path, unsaved: &[(&str, &str)]) -> Options {
    let unsaved = unsaved.iter().map(|(path, text)| (dir.join(path), text.as_bytes().to_vec())).collect();
    Options { dir: dir.to_owned(), source: Some("en".to_owned()), unsaved: Arc::new(unsaved), ..Options::default() }
}

#[test]
fn unsaved_texts_are_checked_in_place_of_those_on_disk() {
    let codes = "source = \"en\"\n[codes]\n1 = \"a\"\n";
    let dir = folder(&[
        ("codes.toml", codes),
        ("en/a.ftl", "a = A\nunknown-code = E\n"),
        ("fr/a.ftl", "a = À\nunknown-code = É\n"),
    ]);
    let rules = |unsaved: &[(&str, &str)]| -> Vec<Rule> {
        run(&options(dir.path(), unsaved)).unwrap().findings.iter().map(|finding| finding.rule).collect()
    };
    assert_eq!(rules(&[]), []);
    assert_eq!(rules(&[("en/a.ftl", "a = A\nb = B\nunknown-code = E\n")]), [Rule::UnusedMessage, Rule::MissingMessage]);
    assert_eq!(rules(&[("fr/a.ftl", "a = {\nunknown-code = É\n")]), [Rule::Syntax]);
    let other = "source = \"en\"\n[codes]\n1 = \"gone\"\n";
    assert!(rules(&[("codes.toml", other)]).contains(&Rule::MissingSourceMessage));
    // Nothing was written.
    assert_eq!(fs::read_to_string(dir.path().join("codes.toml")).unwrap(), codes);
    let files = Files::with_unsaved(dir.path(), options(dir.path(), &[("fr/a.ftl", "a =   À\n")]).unsaved).unwrap();
    let changes = code_prompts_engine::edit::format(&files, &["fr".to_owned()]).unwrap();
    assert_eq!(changes.files().map(|change| change.after()).collect::<Vec<_>>(), ["a = À\n"]);
}

#[test]
fn names_are_found_where_they_are() {
    let dir = folder(&[("en/a.ftl", SOURCE), ("fr/a.ftl", "")]);
    run_with(&options(dir.path(), &[]), |tree, _| {
        let document = Document::find(tree, &dir.path().join("en/a.ftl")).unwrap();
        assert_eq!((document.locale(), document.text()), ("en", SOURCE));
        let shown: Vec<String> = (document.occurrences().into_iter())
            .map(|it| {
                let mark = if it.is_definition { "*" } else { "" };
                let written = &SOURCE[it.range];
                format!("{mark}{written} {:?}", it.symbol)
            })
            .collect();
        assert_eq!(
            shown,
            [
                "*-brand Entry(\"-brand\")",
                "*room Entry(\"room\")",
                "name Variable(\"room\", \"name\")",
                "-brand Entry(\"-brand\")",
                "*action Attribute(\"room\", \"action\")",
                "lobby Entry(\"lobby\")",
                "action Attribute(\"lobby\", \"action\")",
                "*lobby Entry(\"lobby\")",
                "*action Attribute(\"lobby\", \"action\")",
                "NUMBER Function(\"NUMBER\")",
                "count Variable(\"lobby\", \"count\")",
                "name Variable(\"lobby\", \"name\")",
                "room Entry(\"room\")",
            ]
        );
        let entries: Vec<&str> = document.entries().iter().map(|entry| &SOURCE[entry.range.clone()]).collect();
        assert_eq!(entries[0], "-brand = Prism");
        assert!(entries[2].starts_with("lobby = ") && entries[2].ends_with('}'), "{entries:?}");
        assert!(Document::find(tree, Path::new("elsewhere.ftl")).is_none());
        Ok(())
    })
    .unwrap();
}
