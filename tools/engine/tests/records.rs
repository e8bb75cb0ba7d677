//! Records in files: every command works as with records in comments, and nothing is lost on the way there and back.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "records/folder.rs"]
mod folder;

use std::fs;
use std::path::Path;

use code_prompts_engine::edit::{
    Accepted, NewLocale, PseudoFolder, Renaming, ReviewedMessages, Reviewer, accept, convert, prune, review, sync,
    worklist,
};
use code_prompts_engine::project::{Files, Project, RecordStorage, Review, ReviewState, Reviews, Todo, status};

use folder::*;

#[test]
fn own_locales_are_the_same_there_and_back() {
    let dir = tempfile::tempdir().unwrap();
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let before = files(&locales);
    for (path, text) in &before {
        write(dir.path(), path.to_str().unwrap(), text);
    }
    let findings = found(dir.path());
    let table = || status(&project(dir.path()), &[]).unwrap();
    let states = format!("{:?}", table());
    move_records(dir.path(), RecordStorage::File);
    let moved = files(dir.path());
    assert!(moved.keys().any(|path| path.ends_with("ja-JP.toml")));
    let ja = &moved[Path::new("ja-JP/prompts.ftl")];
    assert!(!ja.contains("# zh-CN") && !ja.contains("Review:"), "{ja}");
    assert_eq!(found(dir.path()), findings);
    assert_eq!(format!("{:?}", table()), states);
    // A second time changes nothing, and neither does any command.
    assert!(convert(&project(dir.path()), RecordStorage::File).unwrap().changes.is_empty());
    assert!(sync(&project(dir.path()), None).unwrap().changes.is_empty());
    move_records(dir.path(), RecordStorage::Comments);
    assert_eq!(files(dir.path()), before);
    move_records(dir.path(), RecordStorage::File);
    assert_eq!(files(dir.path()), moved);
}

#[test]
fn every_record_moves_there_and_back() {
    const HEAD: &str = "### German.\n###\n### Review: reviewed by Ann on 2026-11-27.\n###\n### allow(punctuation): so\n###\n### A note.\n\n";
    let german = format!(
        "{HEAD}# A note.\n# allow(untranslated, double-space): the same\n# allow(not-nfc): no\n# reviewed(1a2b3c4d): Ann, 2026-11-27\n\
         # zh: 房间\n# zh:\n# zh: \"在哪里\"\n# zh: {{ $a ->\n# zh:    *[b] 一\n# zh: }}\n# zh .x-y: 一\n# zh .action: 二\ngone = A\n\n\
         # A stub.\n# zh: 旧\n# old =\n\n# zh: 房间已关闭\nclosed = B\n    .action = C\n\n# zh: 没有\nnot-in-source = D\n"
    );
    for text in [
        german.clone(),
        german.replace('\n', "\r\n"),
        german.replace(HEAD, ""),
        german.replace(HEAD, "### Review: draft.\n\n"),
    ] {
        for locale in [
            &[("de/a.ftl", text.as_str())][..],
            &[("de.ftl", &text)],
            &[("de/a.ftl", &text), ("de/b.ftl", "### B\n###\n### Review: draft\n\n# zh: 房间不存在\ngone = E\n")],
        ] {
            let codes = CODES.replace("records = \"file\"\n", "");
            let dir = folder(&[&[("codes.toml", codes.as_str()), ("zh.ftl", ZH)], locale].concat());
            let before = files(dir.path());
            move_records(dir.path(), RecordStorage::File);
            let moved = files(dir.path());
            let left: Vec<&str> = moved
                .iter()
                .filter(|(path, _)| path.starts_with("de") || path.ends_with("de.ftl"))
                .flat_map(|(_, text)| text.lines())
                .filter(|line| line.starts_with("# zh") || line.contains("allow(") || line.contains("eview"))
                .collect();
            assert_eq!(left, ["# zh: 旧", "# zh: 没有"]);
            move_records(dir.path(), RecordStorage::Comments);
            assert_eq!(files(dir.path()), before);
            move_records(dir.path(), RecordStorage::File);
            assert_eq!(files(dir.path()), moved);
        }
    }
}

#[test]
fn commands_write_records_to_the_file() {
    let dir = folder(&[("codes.toml", CODES), ("zh.ftl", ZH), ("en.ftl", EN)]);
    let count = accept(&project(dir.path()), Some("en"), Accepted::Unrecorded).unwrap();
    assert_eq!(count.locales[0].count, 3);
    count.changes.write().unwrap();
    assert_eq!(text(&dir, "en.ftl"), EN);
    let records = "# Written by `prompts`: for which source text each translation was made, and who has reviewed it.\n\n\
        [messages.-app]\nsource = \"课堂\"\n\n[messages.closed]\nsource = \"房间已关闭\"\nattributes.action = \"返回{ -app }\"\n\n\
        [messages.gone]\nsource = \"房间不存在\"\n";
    assert_eq!(text(&dir, "records/en.toml"), records);
    assert!(accept(&project(dir.path()), Some("en"), Accepted::Unrecorded).unwrap().changes.is_empty());
    assert_eq!(found(dir.path()), [""; 0]);

    // The platform writes the file again, and a source text changes.
    write(dir.path(), "zh.ftl", &ZH.replace("不存在", "不见了"));
    assert_eq!(found(dir.path()), ["en.ftl:2: stale-translation"]);
    let synced = sync(&project(dir.path()), None).unwrap();
    assert!(synced.changes.is_empty());
    let read = project(dir.path());
    let nodes = read.parse();
    let tree = read.tree(&nodes).unwrap();
    let todo = Todo::of(&read, &tree, "en").unwrap();
    let list = worklist(&todo, &nodes);
    assert!(
        list.ends_with("# Shown in a room.\n# zh: 房间不存在\n# zh now: 房间不见了\ngone = The room does not exist\n"),
        "{list}"
    );

    // A comment that was pasted is outdated, and is removed.
    write(dir.path(), "en.ftl", &EN.replace("gone =", "# zh: 旧\n# zh now: 新\ngone ="));
    accept(&project(dir.path()), Some("en"), Accepted::Named(&["gone".to_owned()])).unwrap().changes.write().unwrap();
    assert_eq!(text(&dir, "en.ftl"), EN);
    assert_eq!(text(&dir, "records/en.toml"), records.replace("不存在", "不见了"));

    let renamed = Renaming::new("-app", "-product").unwrap().of(&Files::read(dir.path()).unwrap()).unwrap();
    renamed.changes.write().unwrap();
    let renamed = Renaming::new("gone", "absent").unwrap().of(&Files::read(dir.path()).unwrap()).unwrap();
    renamed.changes.write().unwrap();
    let product = text(&dir, "records/en.toml");
    assert!(
        product.contains("[messages.-product]")
            && product.contains("\"返回{ -product }\"")
            && product.contains("[messages.absent]")
    );
    assert!(!product.contains("-app") && !product.contains("gone"));
    assert_eq!(found(dir.path()), [""; 0]);

    // What is gone from the translation is reported, and removed.
    write(dir.path(), "en.ftl", &text(&dir, "en.ftl").replace("absent = The room does not exist\n", ""));
    assert_eq!(found(dir.path()), ["en.ftl:5: missing-message", "records/en.toml:6: obsolete-message"]);
    let synced = sync(&project(dir.path()), Some("en")).unwrap();
    assert_eq!((synced.locales[0].forgotten, synced.locales[0].new), (1, 1));
    synced.changes.write().unwrap();
    assert!(!text(&dir, "records/en.toml").contains("absent"));
    assert!(sync(&project(dir.path()), None).unwrap().changes.is_empty());
}

#[test]
fn new_locales_have_their_review_in_the_file() {
    let dir = folder(&[("codes.toml", CODES), ("zh.ftl", ZH), ("en.ftl", EN)]);
    NewLocale::parse("fr").unwrap().files(&project(dir.path())).unwrap().write().unwrap();
    assert!(!text(&dir, "fr.ftl").contains("Review"));
    let records = text(&dir, "records/fr.toml");
    assert!(records.ends_with("[locale]\nreview = \"draft. No native speaker has reviewed this translation yet.\"\n"));
    write(dir.path(), "records/fr.toml", "[locale]\nreview = \"Reviewed by Ann, 2026-11-27.\"\n");
    write(dir.path(), "fr.ftl", "### Review: draft\n\ngone = A\n");
    let locales = status(&project(dir.path()), &["fr".to_owned()]).unwrap().locales;
    assert_eq!(locales[0].review, Some(Review::Reviewed("Reviewed by Ann, 2026-11-27.".to_owned())));
}

#[test]
fn pseudo_locales_have_records() {
    let dir = folder(&[("codes.toml", CODES), ("zh.ftl", ZH), ("en.ftl", EN)]);
    accept(&project(dir.path()), Some("en"), Accepted::Unrecorded).unwrap().changes.write().unwrap();
    let out = tempfile::tempdir().unwrap();
    PseudoFolder::new(&project(dir.path()), &out.path().join("try"), None).unwrap().write().unwrap();
    let locales = status(&project(&out.path().join("try")), &[]).unwrap().locales;
    let unrecorded: Vec<_> = locales.iter().map(|locale| (locale.summary.locale.as_str(), locale.unrecorded)).collect();
    assert_eq!(unrecorded, [("zh", 0), ("ar-XB", 0), ("en", 0), ("en-XA", 0)]);
    assert_eq!(text(&dir, "records/en.toml"), fs::read_to_string(out.path().join("try/records/en.toml")).unwrap());
}

#[test]
fn damaged_records_are_not_written_over() {
    let dir = folder(&[
        ("codes.toml", CODES),
        ("zh.ftl", ZH),
        ("en.ftl", EN),
        ("records/en.toml", "[messages.gone]\nsorce = \"房间\"\n"),
    ]);
    let file = dir.path().join("records/en.toml").display().to_string();
    let expected = format!("{file}:2:1: unknown key `sorce`; is `source` meant?");
    let read = project(dir.path());
    let errors = [
        accept(&read, Some("en"), Accepted::Unrecorded).err(),
        sync(&read, None).err(),
        convert(&read, RecordStorage::Comments).err(),
        Renaming::new("gone", "absent").unwrap().of(&Files::read(dir.path()).unwrap()).err(),
    ];
    for error in errors {
        assert_eq!(error.unwrap().to_string(), expected);
    }
    assert_eq!(status(&read, &[]).unwrap().problems, [expected]);
}

#[test]
fn records_that_no_comment_can_have_stay_in_the_file() {
    for (path, records, expected) in [
        ("records/en.toml", "[messages.old]\nsource = \"旧\"\n", ":1: en has no `old`; run `prompts sync en` first"),
        (
            "records/en.toml",
            "[files.\"en/b.ftl\"]\nreview = \"draft\"\n",
            ": en has no file `en/b.ftl`; delete its table",
        ),
        ("records/fr.toml", "[locale]\nreview = \"draft\"\n", ": there is no such translation; delete the file"),
    ] {
        let dir = folder(&[("codes.toml", CODES), ("zh.ftl", ZH), ("en.ftl", EN), (path, records)]);
        let error = convert(&project(dir.path()), RecordStorage::Comments).unwrap_err().to_string();
        assert_eq!(error, format!("{}{expected}", dir.path().join(path).display()));
    }
    let codes = CODES.replace("records = \"file\"\n", "");
    let dir = folder(&[("codes.toml", &codes), ("zh.ftl", ZH), ("en.ftl", EN), ("records/en.toml", "")]);
    let error = convert(&project(dir.path()), RecordStorage::File).unwrap_err().to_string();
    assert!(error.ends_with("en.toml: it exists already; delete it, or move it away"), "{error}");
}

#[test]
fn comments_of_a_records_file_become_comments() {
    let records = "# By hand.\n\n# Ask Ann.\n[locale]\nreview = \"draft\"\n\n# Short.\n[messages.gone]\nsource = \"房间不存在\" # as it is\n\n# End.\n";
    let dir = folder(&[("codes.toml", CODES), ("zh.ftl", ZH), ("en.ftl", EN), ("records/en.toml", records)]);
    move_records(dir.path(), RecordStorage::Comments);
    let head = "### Review: draft\n###\n### By hand.\n### Ask Ann.\n### End.\n\n# Shown in a room.\n# Short.\n# as it is\n# zh: 房间不存在\ngone =";
    assert!(text(&dir, "en.ftl").starts_with(head), "{}", text(&dir, "en.ftl"));
    assert!(!dir.path().join("records").exists());
    assert_eq!(text(&dir, "codes.toml"), CODES.replace("records = \"file\"\n", ""));
}

#[test]
fn codes_file_is_created_and_removed() {
    let dir = folder(&[("zh.ftl", ZH), ("en.ftl", &EN.replace("gone =", "# zh: 房间不存在\ngone ="))]);
    let before = files(dir.path());
    let given = Project::read(dir.path(), Some("zh")).unwrap();
    convert(&given, RecordStorage::File).unwrap().changes.write().unwrap();
    assert_eq!(text(&dir, "codes.toml"), "source = \"zh\"\nrecords = \"file\"\n");
    move_records(dir.path(), RecordStorage::Comments);
    assert_eq!(text(&dir, "codes.toml"), "source = \"zh\"\n");
    fs::remove_file(dir.path().join("codes.toml")).unwrap();
    assert_eq!(files(dir.path()), before);
}

#[test]
fn records_file_in_another_encoding_is_a_finding() {
    for bytes in [&b"[locale]\nreview = \"relu par Andr\xe9\"\n"[..], b"\xff\xfe[\0l\0"] {
        let dir = folder(&[("codes.toml", CODES), ("zh.ftl", ZH), ("en.ftl", EN)]);
        fs::create_dir(dir.path().join("records")).unwrap();
        fs::write(dir.path().join("records/en.toml"), bytes).unwrap();
        let line = if bytes.starts_with(b"[") { 2 } else { 1 };
        assert_eq!(found(dir.path()), [format!("records/en.toml:{line}: invalid-record")]);
        assert!(accept(&project(dir.path()), Some("en"), Accepted::Unrecorded).is_err());
    }
}

/// Reviews messages of en. Returns the number of those that are reviewed, and the error if there is one.
fn review_in(dir: &Path, messages: ReviewedMessages<'_>, by: &str) -> Result<usize, String> {
    let reviewer = Reviewer { by, on: "2026-11-27".parse().unwrap() };
    let reviewed = review(&project(dir), "en", messages, reviewer).map_err(|error| error.to_string())?;
    reviewed.changes.write().unwrap();
    Ok(reviewed.count)
}

/// Returns the ids of the translations of en in each state: not reviewed, reviewed, lapsed.
fn states(dir: &Path) -> [Vec<String>; 3] {
    let reviews = Reviews::of(&project(dir), "en").unwrap();
    let mut states = [const { Vec::new() }; 3];
    for item in reviews.items {
        let index = match item.state {
            ReviewState::Open => 0,
            ReviewState::Reviewed(review) => {
                assert_eq!((review.by.as_str(), review.on.to_string().as_str()), ("田中 結衣", "2026-11-27"));
                1
            }
            ReviewState::Lapsed(_) => 2,
        };
        states[index].push(item.id);
    }
    states
}

#[test]
fn review_lapses_when_a_text_or_its_source_changes() {
    let (tanaka, all) = ("田中 結衣", ["gone", "closed", "-app"].map(str::to_owned));
    for in_file in [true, false] {
        let codes = if in_file { CODES.to_owned() } else { CODES.replace("records = \"file\"\n", "") };
        let dir = folder(&[("codes.toml", &codes), ("zh.ftl", ZH), ("en.ftl", EN)]);
        let dir = dir.path();
        let write_en = |from: &str, to: &str| {
            let text = fs::read_to_string(dir.join("en.ftl")).unwrap();
            assert!(text.contains(from));
            write(dir, "en.ftl", &text.replace(from, to));
        };
        assert_eq!(states(dir)[0], all);
        assert_eq!(review_in(dir, ReviewedMessages::Named(&["gone".to_owned()]), tanaka), Ok(1));
        assert_eq!(review_in(dir, ReviewedMessages::All, tanaka), Ok(2));
        assert_eq!(review_in(dir, ReviewedMessages::All, tanaka), Ok(0));
        assert_eq!(states(dir)[1], all);
        assert_eq!(fs::read_to_string(dir.join("en.ftl")).unwrap().contains("# reviewed("), !in_file);
        let text = fs::read_to_string(dir.join(if in_file { "records/en.toml" } else { "en.ftl" })).unwrap();
        assert_eq!(text.matches("fd0a923d").count(), 1, "the hash stays the same from release to release: {text}");
        // A record, white space and another message change nothing.
        accept(&project(dir), Some("en"), Accepted::Unrecorded).unwrap().changes.write().unwrap();
        write_en("The room does not exist", "\n    The room\n    does not exist");
        write_en("Classroom", "Class");
        assert_eq!(states(dir), [vec![], all[..2].to_vec(), all[2..].to_vec()]);
        // Another attribute does, and so does the source.
        write_en("Back to", "Return to");
        write(dir, "zh.ftl", &ZH.replace("不存在", "不见了"));
        assert_eq!(states(dir), [vec![], vec![], all.to_vec()]);
        let stale =
            "`gone` is stale in en; translate the new source text, run `prompts accept en gone`, then review it";
        assert_eq!(review_in(dir, ReviewedMessages::Named(&["gone".to_owned()]), tanaka), Err(stale.to_owned()));
        assert_eq!(review_in(dir, ReviewedMessages::All, tanaka), Ok(2));
        accept(&project(dir), Some("en"), Accepted::Named(&all[..1])).unwrap().changes.write().unwrap();
        assert_eq!(states(dir)[2], all[..1]);
        assert_eq!(review_in(dir, ReviewedMessages::Named(&all), tanaka), Ok(3));
        let table = status(&project(dir), &["en".to_owned()]).unwrap();
        assert_eq!((table.locales[0].reviewed, table.locales[0].lapsed), (2, 0));
        assert_eq!(found(dir), [""; 0]);
        // Moved and back, the reviews are the same.
        let before = files(dir);
        let to = [RecordStorage::File, RecordStorage::Comments];
        for to in if in_file { [to[1], to[0]] } else { to } {
            move_records(dir, to);
            assert_eq!(states(dir)[1], all);
        }
        assert_eq!(files(dir), before);
    }
}

#[test]
fn review_needs_a_name_and_a_translation() {
    let dir = folder(&[("codes.toml", CODES), ("zh.ftl", ZH), ("en.ftl", "closed = The room is closed\n")]);
    let ids = |id: &str| vec![id.to_owned()];
    for (id, by, expected) in [
        ("closed", "Ann", "en has no complete translation of `closed` yet"),
        ("gone", "Ann", "en has no complete translation of `gone` yet"),
        ("clsed", "Ann", "zh has no message `clsed`; is `closed` meant?"),
        ("closed", " ", "write the name of the reviewer, on one line"),
        ("closed", "Ann\nclosed = A", "write the name of the reviewer, on one line"),
    ] {
        assert_eq!(review_in(dir.path(), ReviewedMessages::Named(&ids(id)), by), Err(expected.to_owned()));
    }
    assert_eq!(review_in(dir.path(), ReviewedMessages::All, "Ann"), Ok(0));
    assert!(!dir.path().join("records").exists());
    assert!(Reviews::of(&project(dir.path()), "zh").is_err());
    assert!(Reviews::of(&project(dir.path()), "fr").is_err());
}

#[test]
fn sync_gives_a_record_in_a_file_the_new_id() {
    let dir = folder(&[
        ("codes.toml", "source = \"en\"\nrecords = \"file\"\n"),
        ("en.ftl", "room-shut = The room is closed\nkept = Kept\n"),
        ("fr.ftl", "room-closed = La salle est fermée\nkept = Gardé\n"),
        (
            "records/fr.toml",
            "[messages.kept]\nsource = \"Kept\"\n\n[messages.room-closed]\nsource = \"The room is closed\"\n",
        ),
    ]);
    let synced = sync(&project(dir.path()), None).unwrap();
    assert_eq!((synced.locales[0].renamed.len(), synced.locales[0].forgotten, synced.locales[0].new), (1, 0, 0));
    synced.changes.write().unwrap();
    assert_eq!(text(&dir, "fr.ftl"), "room-shut = La salle est fermée\nkept = Gardé\n");
    assert!(text(&dir, "records/fr.toml").contains("[messages.room-shut]\nsource = \"The room is closed\"\n"));
    assert!(!text(&dir, "records/fr.toml").contains("room-closed"));
    assert_eq!(found(dir.path()), [""; 0]);
    assert!(sync(&project(dir.path()), None).unwrap().changes.is_empty());
}

#[test]
fn prune_removes_the_record_in_a_file_too() {
    let dir = folder(&[
        ("codes.toml", "source = \"en\"\nrecords = \"file\"\n"),
        ("en.ftl", "kept = Kept\n"),
        ("fr.ftl", "kept = Gardé\nold = Vieux\nallowed = Permis\n"),
        (
            "records/fr.toml",
            "[messages.allowed]\nallow.obsolete-message = \"a test needs it\"\n\n[messages.kept]\nsource = \"Kept\"\n\n\
             [messages.old]\nsource = \"Old\"\n",
        ),
    ]);
    prune(&project(dir.path()), None).unwrap().changes.write().unwrap();
    assert_eq!(text(&dir, "fr.ftl"), "kept = Gardé\nallowed = Permis\n");
    assert!(!text(&dir, "records/fr.toml").contains("old"), "{}", text(&dir, "records/fr.toml"));
    assert_eq!(found(dir.path()), [""; 0]);
    assert!(prune(&project(dir.path()), None).unwrap().changes.is_empty());
}
