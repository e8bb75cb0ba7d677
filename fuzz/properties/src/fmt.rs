//! `prompts fmt`: the layout changes, the meaning does not, and unreadable files stay as they are.

use fastrand::Rng;
use prompts::{Status, Styling};

use crate::command::execute;
use crate::fluent::{self, TOKENS};
use crate::folder::Folder;
use crate::meaning::{Meaning, parse};
use crate::{Target, one_of};

pub(crate) static TARGET: Target = Target { name: "fmt", verify, generate, line: fluent::entry, tokens: TOKENS };

fn lines_with_text(bytes: &[u8]) -> Vec<&[u8]> {
    let is_blank = |line: &[u8]| line.iter().all(|byte| matches!(byte, b' ' | b'\r' | b'\n'));
    bytes.split_inclusive(|byte| *byte == b'\n').filter(|line| !is_blank(line)).collect()
}

fn generate(rng: &mut Rng) -> String {
    let entries = fluent::entries(rng);
    let entries = if rng.u8(..4) == 0 { entries.replace('\n', "\r\n") } else { entries };
    let mark = one_of(rng, &["", "", "", "", "\u{FEFF}"]);
    format!("=== en-US/a.ftl ===\n{mark}{entries}")
}

fn verify(input: &[u8]) {
    let before = Folder::of(input);
    let disk = before.write();
    let check = execute(&disk, &before, &["fmt", "--check"], Styling::Plain);
    assert_eq!(disk.read(), before);
    let report = execute(&disk, &before, &["fmt"], Styling::Plain);
    let after = disk.read();
    assert!(after.files.keys().eq(before.files.keys()));
    match report.status {
        Status::Clean => {}
        _ => assert_eq!(after, before, "{report:?}"),
    }
    // `--check` does not count blank lines.
    let differs =
        before.files.iter().any(|(path, bytes)| lines_with_text(bytes) != lines_with_text(&after.files[path]));
    assert_eq!(check.status == Status::Findings, differs, "{check:?}");
    for (path, bytes) in before.files.iter().filter(|(path, bytes)| after.files[*path] != **bytes) {
        let text = std::str::from_utf8(bytes).unwrap_or_else(|_| panic!("{path} is not UTF-8, but was changed"));
        let now = std::str::from_utf8(&after.files[path]).unwrap();
        // The parser ignores a last line `#` without a line end, but it is kept too.
        let whole = if text.ends_with('#') { format!("{text}\n") } else { text.to_owned() };
        let was =
            parse(&whole).unwrap_or_else(|| panic!("{path} can't be read, but was changed:\n{text}\n=====\n{now}"));
        let is = parse(now).unwrap_or_else(|| panic!("{path} can't be read any more:\n{text}\n=====\n{now}"));
        assert_eq!(Meaning::of(&is), Meaning::of(&was), "{path}:\n{text}\n=====\n{now}");
        assert_eq!(now.starts_with('\u{FEFF}'), text.starts_with('\u{FEFF}'), "{path}");
    }
    let again = execute(&disk, &before, &["fmt"], Styling::Plain);
    assert_eq!((again.status, disk.read()), (report.status, after));
}
