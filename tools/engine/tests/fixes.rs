//! The fixes of findings, and the edits that editors offer.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use code_prompts_engine::check::{Finding, Fix, Options, Outcome, Place, Rule, run};
use code_prompts_engine::edit::{Changes, Copied, accept_one, allow, copy, delete, rename_part};
use code_prompts_engine::project::{Project, Symbol};

/// Returns the trees of a kind of all rules.
fn bad_trees() -> Vec<PathBuf> {
    let mut trees = Vec::new();
    for rule in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("rules")).unwrap() {
        for tree in fs::read_dir(rule.unwrap().path()).unwrap().map(|tree| tree.unwrap().path()) {
            if tree.is_dir() && tree.file_name().unwrap().to_str().unwrap().starts_with("bad") {
                trees.push(tree);
            }
        }
    }
    trees.sort();
    trees
}

fn copied(from: &Path) -> tempfile::TempDir {
    fn copy_into(from: &Path, to: &Path) {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()) {
            let to = to.join(entry.file_name().unwrap());
            if entry.is_dir() {
                copy_into(&entry, &to);
            } else {
                fs::copy(&entry, &to).unwrap();
            }
        }
    }
    let dir = tempfile::tempdir().unwrap();
    copy_into(from, dir.path());
    dir
}

fn check(dir: &Path) -> Option<Outcome> {
    let options = Options { dir: dir.to_owned(), ..Options::default() };
    run(&options).or_else(|_| run(&Options { source: Some("en".to_owned()), dir: dir.to_owned(), ..options })).ok()
}

/// Returns the file of a finding, with the edits of its fix.
fn fixed(outcome: &Outcome, finding: &Finding, fix: &Fix) -> (PathBuf, String) {
    let (text, _) = outcome.text_at(&finding.place).expect("a fix is in a file of the tree");
    let mut edits = fix.edits.clone();
    edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut text = text.to_owned();
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    for (range, with) in edits {
        text.replace_range(range, &with.replace('\n', newline));
    }
    (PathBuf::from(&*outcome.locate(&finding.place).file), text)
}

/// The forms in which a tree may be saved.
const FORMS: [fn(String) -> String; 3] = [
    |text| text,
    |text| text.replace("\r\n", "\n").replace('\n', "\r\n"),
    |text| format!("\u{FEFF}{}", text.trim_start_matches('\u{FEFF}')),
];

fn save_as(dir: &Path, form: fn(String) -> String) {
    for path in fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            save_as(&path, form);
        } else if path.extension().is_some_and(|extension| extension == "ftl") {
            let Ok(text) = fs::read_to_string(&path) else { continue };
            fs::write(path, form(text)).unwrap();
        }
    }
}

#[test]
fn fix_removes_its_finding() {
    let mut rules = BTreeSet::new();
    for (tree, form) in bad_trees().iter().flat_map(|tree| FORMS.map(|form| (tree, form))) {
        let dir = copied(tree);
        save_as(dir.path(), form);
        let Some(outcome) = check(dir.path()) else { continue };
        for finding in &outcome.findings {
            let Some(fix) = &finding.fix else { continue };
            rules.insert(finding.rule.name());
            let (path, text) = fixed(&outcome, finding, fix);
            let before = fs::read(&path).unwrap();
            fs::write(&path, &text).unwrap();
            let after = check(dir.path()).unwrap();
            let shown = format!("{}: {} ({})\n{text}", tree.display(), finding.message, fix.title);
            let is_same = |it: &Finding| it.fingerprint == finding.fingerprint && it.message == finding.message;
            // A note still needs its text.
            if finding.rule != Rule::UndocumentedVariable {
                assert!(!after.findings.iter().any(is_same), "{shown}");
            }
            let count = |outcome: &Outcome, rule| outcome.findings.iter().filter(|it| it.rule == rule).count();
            for rule in
                [Rule::Syntax, Rule::MixedLineEndings, Rule::MismatchedMarkup, Rule::ByteOrderMark, Rule::EmptyText]
            {
                assert!(count(&after, rule) <= count(&outcome, rule), "{rule}: {shown}");
            }
            fs::write(&path, before).unwrap();
        }
    }
    let expected = [
        "bidi-control",
        "byte-order-mark",
        "control-character",
        "double-space",
        "edge-whitespace",
        "invisible-character",
        "missing-plural",
        "missing-variant",
        "not-nfc",
        "obsolete-message",
        "punctuation",
        "replacement-character",
        "undocumented-variable",
        "unknown-attribute",
        "unknown-function",
        "unknown-message",
        "unknown-term",
        "unknown-variable",
        "unreachable-variant",
    ];
    assert_eq!(rules.into_iter().collect::<Vec<_>>(), expected);
}

/// Writes a source and a translation, and returns the project.
fn project(dir: &Path, source: &str, translation: &str) -> Project {
    for (path, text) in [("en/a.ftl", source), ("fr/a.ftl", translation)] {
        fs::create_dir_all(dir.join(path).parent().unwrap()).unwrap();
        fs::write(dir.join(path), text).unwrap();
    }
    Project::read(dir, Some("en")).unwrap()
}

fn after(changes: &Changes) -> Option<&str> {
    assert!(changes.files().len() < 2);
    changes.files().next().map(|change| change.after())
}

#[test]
fn fix_that_adds_variants_keeps_what_readers_see() {
    let dir = tempfile::tempdir().unwrap();
    let source = "# $n (Number): how many.\nseats = { $n ->\n    [one] One seat\n   *[other] { $n } seats\n}\n";
    for (translation, expected) in [
        (
            "seats = { $n ->\n   *[other] { $n } miejsc\n}\n",
            Some(
                "seats = { $n ->\n    [one] { $n } miejsc\n    [few] { $n } miejsc\n    [many] { $n } miejsc\n   *[other] { $n } miejsc\n}\n",
            ),
        ),
        ("seats = { $n -> *[other] { $n } miejsc\n}\n", None),
        ("seats = {$n->\n\t*[other] x\n}\n", None),
    ] {
        fs::create_dir_all(dir.path().join("en")).unwrap();
        fs::create_dir_all(dir.path().join("pl")).unwrap();
        fs::write(dir.path().join("en/a.ftl"), source).unwrap();
        fs::write(dir.path().join("pl/a.ftl"), translation).unwrap();
        let outcome = check(dir.path()).unwrap();
        let found = outcome.findings.iter().find(|it| it.rule == Rule::MissingPlural);
        let text = found.and_then(|found| Some(fixed(&outcome, found, found.fix.as_ref()?).1));
        assert_eq!(text.as_deref(), expected, "{translation}");
    }
}

#[test]
fn copy_adds_what_is_missing_and_keeps_the_rest() {
    let source = "# The room is full.\na = A { $x }\n    .x = X\n\nb = B\n-t = T\n    T\nc = { -t } { b }\n";
    for (translation, names, expected) in [
        // A folder without records gets none.
        ("b = Bé\n", &["a"][..], "# The room is full.\na = A { $x }\n    .x = X\n\nb = Bé\n"),
        ("a = À\n\nb = Bé\n", &["a"], "a = À\n    .x = X\n\nb = Bé\n"),
        ("a = À\n    .x = X\nb = Bé\n", &["-t"], "a = À\n    .x = X\nb = Bé\n\n-t =\n    T\n    T\n"),
        // A stub becomes the message.
        (
            "# en: B\nb = Bé\n\n# The room is full.\n# en: A { $x }\n# en .x: X\n# a =\n#     .x =\n",
            &["a"],
            "# en: B\nb = Bé\n\n# The room is full.\n# en: A { $x }\n# en .x: X\na = A { $x }\n    .x = X\n",
        ),
        // What a copied text refers to comes with it.
        ("", &["c"], "b = B\n\n-t =\n    T\n    T\n\nc = { -t } { b }\n"),
        // What was recorded stays, and so a stale text stays stale.
        ("# en: old\na = À\n# en: B\nb = Bé\n", &["a"], "# en: old\n# en .x: X\na = À\n    .x = X\n# en: B\nb = Bé\n"),
        ("# en: B\nb = Bé\n", &["b", "none"], ""),
    ] {
        let dir = tempfile::tempdir().unwrap();
        let project = project(dir.path(), source, translation);
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let changes = copy(&project, "fr", Copied::Named(&names)).unwrap();
        assert_eq!(after(&changes).unwrap_or_default(), expected, "{translation}");
    }
    let dir = tempfile::tempdir().unwrap();
    let project = project(dir.path(), source, "# en: A { $x }\n# a = déjà traduit\n");
    let names = ["a".to_owned()];
    assert!(
        copy(&project, "fr", Copied::Named(&names)).unwrap_err().to_string().contains("`a` is translated in a comment")
    );
    assert!(copy(&project, "en", Copied::Named(&names)).unwrap_err().to_string().contains("en is the source locale"));
}

#[test]
fn copy_of_a_file_or_of_all_needs_no_names() {
    let dir = tempfile::tempdir().unwrap();
    for (path, text) in [
        ("en/a.ftl", "a = A { -t }\n"),
        ("en/b.ftl", "b = B\nc = C\n"),
        ("en/t.ftl", "-t = T\n"),
        ("fr/t.ftl", "-t = T\n"),
        ("fr/b.ftl", "c = Ç\n"),
    ] {
        fs::create_dir_all(dir.path().join(path).parent().unwrap()).unwrap();
        fs::write(dir.path().join(path), text).unwrap();
    }
    let project = Project::read(dir.path(), Some("en")).unwrap();
    let copied = |copied: Copied<'_>| {
        let changes = copy(&project, "fr", copied).unwrap();
        let text = |change: &code_prompts_engine::edit::Change| {
            let path = change.path().strip_prefix(dir.path()).unwrap().display().to_string().replace('\\', "/");
            let text = change.after().lines().filter(|line| !line.starts_with("###") && !line.is_empty());
            format!("{path}: {}", text.collect::<Vec<_>>().join(" / "))
        };
        changes.files().map(text).collect::<Vec<_>>()
    };
    assert_eq!(copied(Copied::File(&dir.path().join("en/b.ftl"))), ["fr/b.ftl: b = B / c = Ç"]);
    assert_eq!(copied(Copied::All), ["fr/a.ftl: a = A { -t }", "fr/b.ftl: b = B / c = Ç"]);
}

#[test]
fn allow_and_delete_change_the_message_at_their_place() {
    let text = "# Note\na = A\n    .x = X\n\n# Of b\nb = B\n";
    let dir = tempfile::tempdir().unwrap();
    let project = project(dir.path(), text, text);
    let path = dir.path().join("fr/a.ftl");
    let at = |part: &str| text.find(part);
    let allowed = |byte| allow(&project, &path, byte, Rule::Untranslated);
    for (byte, expected) in [
        (at("X\n"), text.replace("a = A", "# allow(untranslated): \na = A")),
        (at("b = B"), text.replace("b = B", "# allow(untranslated): \nb = B")),
        (None, format!("### allow(untranslated): \n\n{text}")),
    ] {
        assert_eq!(after(&allowed(byte)), Some(&*expected));
    }
    assert_eq!(after(&allowed(at("# Note"))), Some(&*text.replace("a = A", "# allow(untranslated): \na = A")));
    let deleted = |path: &Path, part| after(&delete(&project, path, at(part).unwrap())).map(str::to_owned);
    assert_eq!(deleted(&path, "x = X").as_deref(), Some("# Of b\nb = B\n"));
    assert_eq!(deleted(&path, "b = B").as_deref(), Some("# Note\na = A\n    .x = X\n"));
    assert_eq!(deleted(&path, "Of b").as_deref(), Some("# Note\na = A\n    .x = X\n"));
    assert_eq!(deleted(&dir.path().join("none.ftl"), "b = B"), None);
}

#[test]
fn fix_of_a_cause_is_for_all_its_places_in_the_file() {
    let dir = tempfile::tempdir().unwrap();
    let text: String = (0..12).map(|index| format!("m{index} = a\u{200B}b\n")).collect();
    project(dir.path(), &text.replace('\u{200B}', ""), &text);
    let outcome = check(dir.path()).unwrap();
    let found: Vec<_> = outcome.findings.iter().filter(|it| it.rule == Rule::InvisibleCharacter).collect();
    assert_eq!(found.len(), 1);
    assert!(matches!(found[0].place, Place::Tree(..)));
    assert_eq!(fixed(&outcome, found[0], found[0].fix.as_ref().unwrap()).1, text.replace('\u{200B}', ""));
}

#[test]
fn misspelt_id_of_a_code_becomes_the_one_that_is_meant() {
    let dir = tempfile::tempdir().unwrap();
    let codes = "source = \"en\"\n[codes]\n7 = { action = \"retry\", message = \"romo-full\" }\n";
    fs::write(dir.path().join("codes.toml"), codes).unwrap();
    fs::write(dir.path().join("en.ftl"), "room-full = Full\n    .action = A\nunknown-code = E\n").unwrap();
    let outcome = check(dir.path()).unwrap();
    let found = outcome.findings.iter().find(|it| it.rule == Rule::MissingSourceMessage).unwrap();
    let (path, text) = fixed(&outcome, found, found.fix.as_ref().unwrap());
    assert_eq!((path, text), (dir.path().join("codes.toml"), codes.replace("romo-full", "room-full")));
}

#[test]
fn allowed_rule_stands_after_a_byte_order_mark() {
    let dir = tempfile::tempdir().unwrap();
    let project = project(dir.path(), "a = A\n", "\u{FEFF}a = A\n");
    let changes = allow(&project, &dir.path().join("fr/a.ftl"), None, Rule::ByteOrderMark);
    assert_eq!(after(&changes), Some("\u{FEFF}### allow(byte-order-mark): \n\na = A\n"));
}

#[test]
fn one_text_is_accepted_beside_syntax_errors() {
    let dir = tempfile::tempdir().unwrap();
    let project = project(dir.path(), "a = New\n    .x = X\nb = B\n", "# en: Old\na = À\nb = {\n");
    let changes = accept_one(&project, "fr", "a").unwrap();
    assert_eq!(after(&changes), Some("# en: New\na = À\nb = {\n"));
    assert_eq!(after(&accept_one(&project, "fr", "b").unwrap()), None);
}

#[test]
fn part_is_renamed_with_its_records_notes_and_calls() {
    let source = "-t = { $case ->\n   *[a] T\n    [b] U\n}\n# $n (Number) - how many. Not $name.\nm = { $n } { -t(case: \"b\") } case:\n    .x = X { $name }\n\
                  o = { m.x } { $n }\n";
    let french = "# en: { $case ->\n# en:    *[a] T\n# en:     [b] U\n# en: }\n-t = { $case ->\n   *[a] Té\n    [b] Ué\n}\n\
                  # en: { $n } { -t(case: \"b\") } case:\n# en .x: X { $name }\nm = { $n } { -t(case: \"b\") }\n    .x = X { $name }\n\
                  # en: { m.x } { $n }\n# o =\n";
    for (symbol, new, expected) in [
        (
            Symbol::Variable("m".to_owned(), "n"),
            "count",
            [
                source.replace("# $n", "# $count").replace("m = { $n", "m = { $count"),
                french.replace("m = { $n", "m = { $count").replace("# en: { $n }", "# en: { $count }"),
            ],
        ),
        (
            Symbol::Variable("-t".to_owned(), "case"),
            "form",
            [
                source.replace("$case", "$form").replace("(case:", "(form:"),
                french.replace("$case", "$form").replace("(case:", "(form:"),
            ],
        ),
        (Symbol::Attribute("m".to_owned(), "x"), "tip", [source.replace(".x", ".tip"), french.replace(".x", ".tip")]),
    ] {
        let dir = tempfile::tempdir().unwrap();
        let project = project(dir.path(), source, french);
        let changes = rename_part(&project, &symbol, new).unwrap();
        let texts: Vec<&str> = changes.files().map(|change| change.after()).collect();
        assert_eq!(texts, expected, "{symbol:?}");
    }
    let dir = tempfile::tempdir().unwrap();
    let codes = "source = \"en\"\nrecords = \"file\"\n[codes]\n1 = \"m\"\n";
    fs::write(dir.path().join("codes.toml"), codes).unwrap();
    fs::create_dir_all(dir.path().join("records")).unwrap();
    let records = "[messages.m]\nsource = \"M { $n } { $code }\"\nattributes.x = \"X\"\n";
    fs::write(dir.path().join("records/fr.toml"), records).unwrap();
    let text = "m = M { $n } { $code }\n    .x = X\n    .action = A\nunknown-code = E { $y }\n";
    let project = project(dir.path(), text, text);
    let renamed = |symbol: &Symbol<'_>, new: &str| {
        let changes = rename_part(&project, symbol, new).map_err(|error| error.to_string())?;
        let records = changes.files().find(|change| change.path().ends_with("fr.toml")).map(|change| change.after());
        Ok::<_, String>(records.unwrap_or_default().to_owned())
    };
    let variable = |name: &'static str| Symbol::Variable("m".to_owned(), name);
    assert!(renamed(&variable("n"), "count").unwrap().contains("M { $count } { $code }"));
    assert!(renamed(&Symbol::Attribute("m".to_owned(), "x"), "tip").unwrap().contains("attributes.tip = "));
    for (symbol, new, problem) in [
        (variable("code"), "c", "`$code` is a name that the library knows"),
        (Symbol::Attribute("m".to_owned(), "action"), "c", "`.action` is a name that the library knows"),
        (variable("n"), "code", "`m` has `$code` in en already"),
        (Symbol::Attribute("m".to_owned(), "x"), "action", "`m` has `.action` in en already"),
        (variable("n"), "a b", "`a b` is not a name"),
        (Symbol::Function("F"), "G", "`F()` is a function of the app"),
        (Symbol::Entry("m".to_owned()), "n", "`m` is a message or a term"),
    ] {
        let error = renamed(&symbol, new).unwrap_err();
        assert!(error.contains(problem), "{error}");
    }
}
