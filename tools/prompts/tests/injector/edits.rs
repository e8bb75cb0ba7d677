//! Random changes of a tree in memory.

use fastrand::Rng;

use super::{EN, Files, ZH};

/// Returns the lines of a file, and the indexes of those that are a message of one line without placeables.
pub fn simple_messages(files: &Files, file: &str) -> (Vec<String>, Vec<usize>) {
    let text = String::from_utf8(files[file].clone()).unwrap();
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let is_simple = |line: &str| {
        let Some((id, text)) = line.split_once(" = ") else { return false };
        let is_id = id.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-');
        is_id && !id.starts_with('-') && id != "unknown-code" && !text.contains('{') && id != "room-not-found"
    };
    let is_alone = |index: usize| !lines.get(index + 1).is_some_and(|next| next.starts_with(' '));
    let simple = (0..lines.len()).filter(|index| is_simple(&lines[*index]) && is_alone(*index)).collect();
    (lines, simple)
}

/// Changes a message of one line, and returns its line number.
pub fn edit(files: &mut Files, file: &str, random: &mut Rng, change: impl Fn(&str) -> String) -> Option<usize> {
    let (mut lines, simple) = simple_messages(files, file);
    let index = simple[random.usize(..simple.len())];
    lines[index] = change(&lines[index]);
    files.insert(file.to_owned(), (lines.join("\n") + "\n").into_bytes());
    Some(index + 1)
}

pub fn append(files: &mut Files, file: &str, random: &mut Rng, text: &str) -> Option<usize> {
    edit(files, file, random, |line| format!("{line}{text}"))
}

pub fn delete(files: &mut Files, file: &str, random: &mut Rng) {
    edit(files, file, random, |_| String::new());
}

/// Inserts an entry before a message of one line.
pub fn insert(files: &mut Files, file: &str, random: &mut Rng, entry: &str) -> Option<usize> {
    let (mut lines, simple) = simple_messages(files, file);
    let mut index = simple[random.usize(..simple.len())];
    while index > 0 && lines[index - 1].starts_with('#') {
        index -= 1;
    }
    lines.insert(index, entry.to_owned());
    files.insert(file.to_owned(), (lines.join("\n") + "\n").into_bytes());
    Some(index + 1)
}

/// Removes one of the lines that begin with a text.
pub fn remove_line(files: &mut Files, file: &str, random: &mut Rng, begin: &str) -> Option<usize> {
    let text = String::from_utf8(files[file].clone()).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    let found: Vec<usize> = (0..lines.len()).filter(|index| lines[*index].starts_with(begin)).collect();
    lines.remove(found[random.usize(..found.len())]);
    files.insert(file.to_owned(), (lines.join("\n") + "\n").into_bytes());
    None
}

/// Replaces a text, and returns its line number.
pub fn replace(files: &mut Files, file: &str, from: &str, to: &str) -> Option<usize> {
    let text = String::from_utf8(files[file].clone()).unwrap();
    let at = text.find(from).unwrap_or_else(|| panic!("{file} has no {from:?}"));
    let line = text[..at].matches('\n').count() + 1;
    files.insert(file.to_owned(), text.replacen(from, to, 1).into_bytes());
    Some(line)
}

/// Copies an English message to the source.
pub fn same_in_source(files: &mut Files, line: usize) -> Option<usize> {
    let english = String::from_utf8(files[EN].clone()).unwrap();
    let message = english.lines().nth(line - 1).unwrap();
    let id = message.split(" = ").next().unwrap();
    let source = String::from_utf8(files[ZH].clone()).unwrap();
    let old = source.lines().find(|line| line.starts_with(&format!("{id} = "))).unwrap();
    files.insert(ZH.to_owned(), source.replace(old, message).into_bytes());
    Some(line)
}

/// Appends a text to the source's message of an English line.
pub fn in_source(files: &mut Files, line: usize, text: &str) -> Option<usize> {
    let english = String::from_utf8(files[EN].clone()).unwrap();
    let id = english.lines().nth(line - 1).unwrap().split(" = ").next().unwrap().to_owned();
    let source = String::from_utf8(files[ZH].clone()).unwrap();
    let lines = source.lines().map(|line| match line.starts_with(&format!("{id} = ")) {
        true => format!("{line}{text}\n"),
        false => format!("{line}\n"),
    });
    files.insert(ZH.to_owned(), lines.collect::<String>().into_bytes());
    Some(line)
}
