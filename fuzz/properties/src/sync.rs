//! `prompts sync`: adds new entries as comments, and loses, moves and changes nothing that a person has written.

use fastrand::Rng;
use prompts::{Status, Styling};

use crate::Target;
use crate::command::execute;
use crate::fluent::{self, TOKENS};
use crate::folder::Folder;
use crate::meaning::{Meaning, parse};

pub(crate) static TARGET: Target = Target { name: "sync", verify, generate, line: fluent::entry, tokens: TOKENS };

fn generate(rng: &mut Rng) -> String {
    fluent::folder(rng)
}

fn verify(input: &[u8]) {
    let before = Folder::of(input);
    let disk = before.write();
    let sync = |words: &[&str]| execute(&disk, &before, words, Styling::Plain);
    let shown = sync(&["sync", "--dry-run"]);
    assert_eq!(disk.read(), before);
    let report = sync(&["sync"]);
    assert_eq!(shown.status, report.status, "{shown:?}\n{report:?}");
    let after = disk.read();
    if report.status != Status::Clean {
        assert_eq!(after, before, "{report:?}");
        return;
    }
    assert_eq!(shown.output.is_empty(), after == before, "{shown:?}");
    for (path, bytes) in &after.files {
        let now = std::str::from_utf8(bytes);
        match before.files.get(path) {
            Some(was) if was == bytes => {}
            Some(was) => assert_kept(path, std::str::from_utf8(was).unwrap(), now.unwrap()),
            None => {
                let made = parse(now.unwrap()).unwrap_or_else(|| panic!("{path} can't be read: {now:?}"));
                assert_eq!(Meaning::of(&made).entries, Vec::<String>::new(), "{path}: {now:?}");
            }
        }
    }
    assert!(before.files.keys().all(|path| after.has(path)));
    let again = sync(&["sync"]);
    let changed = disk.read();
    for (path, bytes) in &after.files {
        let [was, now] = [bytes, &changed.files[path]].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        assert_eq!(was, now, "{path}: the second time: {again:?}");
    }
    assert_eq!((again.status, changed.files.len()), (Status::Clean, after.files.len()));
}

/// Asserts that a file has the same messages and terms in the same order, and that no comment line is lost, except
/// lines that the command writes.
pub(crate) fn assert_kept(path: &str, was: &str, now: &str) {
    let read = |text: &str| parse(text).map(|resource| Meaning::of(&resource));
    let before = read(was).unwrap_or_else(|| panic!("{path} can't be read, but was changed:\n{was}\n=====\n{now}"));
    let after = read(now).unwrap_or_else(|| panic!("{path} can't be read any more:\n{was}\n=====\n{now}"));
    assert_eq!(before.entries, after.entries, "{path}:\n{was}\n=====\n{now}");
    let lines = |meaning: &Meaning| -> Vec<String> {
        let comments = meaning.comments.iter();
        comments.flat_map(|(lines, hashes, _)| lines.lines().map(move |line| format!("{hashes} {line}"))).collect()
    };
    let mut remaining = lines(&after);
    for line in lines(&before).iter().filter(|line| !is_owned(line)) {
        let Some(place) = remaining.iter().position(|other| other == line) else {
            panic!("{path}: {line:?} is lost:\n{was}\n=====\n{now}");
        };
        remaining.swap_remove(place);
    }
}

/// Returns whether the command writes this comment line: in a record or in a stub.
fn is_owned(line: &str) -> bool {
    let line = line.trim_start_matches("1 ").trim();
    let is_part = |part: char| part.is_ascii_alphanumeric() || "-_. ".contains(part);
    line.is_empty()
        || line.split([':', ' ']).next().is_some_and(|tag| ["zh-CN", "en-US", "ru"].contains(&tag))
        || line.strip_suffix('=').is_some_and(|name| name.chars().all(is_part))
        || (line.starts_with('{') && line.ends_with("->"))
        || line == "}"
        || (line.trim_start_matches('*').starts_with('[') && line.ends_with(']'))
}
