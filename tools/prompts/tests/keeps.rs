//! Commands that write lose and move nothing: no message, attribute, text or comment.
//!
//! The test creates random trees, with every kind of entry, spacing and line ending, and runs the commands on them in
//! random order. `SEED=17 cargo test -p prompts --test keeps` repeats one of them.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser;
use fastrand::Rng;
use fluent_syntax::ast::{Comment, Entry, Identifier, Message, Pattern, Resource};
use fluent_syntax::{parser, serializer};
use prompts::{Cli, Status, Styling, run};

const TREES: u64 = 150;
const COMMANDS: usize = 6;

#[test]
fn random_commands_keep_all_entries_and_comments() {
    let seeds = match std::env::var("SEED") {
        Ok(seed) => seed.parse().unwrap()..=seed.parse().unwrap(),
        Err(_) => 1..=TREES,
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("keeps");
    let mut done = BTreeMap::new();
    for seed in seeds {
        let mut random = Rng::with_seed(seed);
        drop(fs::remove_dir_all(&folder));
        write_tree(&folder, &mut random);
        for step in 0..COMMANDS {
            let command = command(&mut random, step);
            let before = read(&folder);
            let report = execute(&folder, &command);
            let after = read(&folder);
            let context = format!("seed {seed}: {command:?}: {:?}", report.messages);
            match report.status {
                Status::Clean => {
                    *done.entry(command[0].clone()).or_insert(0) += 1;
                    assert_kept(&before, &after, &command, &context);
                    execute(&folder, &command);
                    assert_same(&after, &read(&folder), &format!("{context}: the second time"));
                }
                _ => assert_same(&before, &after, &context),
            }
        }
    }
    if std::env::var("SEED").is_err() {
        for command in ["sync", "accept", "add-locale", "fmt", "rename"] {
            assert!(done.get(command).is_some_and(|count| *count > 20), "{command} was hardly ever tried: {done:?}");
        }
    }
}

fn command(random: &mut Rng, step: usize) -> Vec<String> {
    let words: Vec<String> = match random.usize(..6) {
        0 | 1 => vec!["sync".to_owned()],
        2 => ["accept", "fr", "--unrecorded"].map(str::to_owned).to_vec(),
        3 => vec!["accept".to_owned(), "fr".to_owned(), format!("m{}x", random.usize(..12))],
        4 => vec!["fmt".to_owned()],
        _ if random.usize(..2) == 0 => {
            vec!["rename".to_owned(), format!("m{}x", random.usize(..12)), format!("new{step}y")]
        }
        _ => vec!["add-locale".to_owned(), ["ru", "ja-JP", "ar"][random.usize(..3)].to_owned()],
    };
    words
}

fn execute(folder: &Path, command: &[String]) -> prompts::Report {
    let mut arguments = vec!["prompts".to_owned()];
    arguments.extend(command.iter().cloned());
    arguments.extend(["--dir".to_owned(), folder.display().to_string()]);
    if !matches!(command[0].as_str(), "fmt" | "rename") {
        arguments.extend(["--source".to_owned(), "zh-CN".to_owned()]);
    }
    run(&Cli::parse_from(arguments), Styling::Plain)
}

fn assert_same(before: &BTreeMap<PathBuf, String>, after: &BTreeMap<PathBuf, String>, context: &str) {
    assert!(before.keys().eq(after.keys()), "{context}: other files");
    for (path, text) in before {
        let lines = text.lines().zip(after[path].lines()).take_while(|(before, after)| before == after).count();
        let from = |text: &str| text.lines().skip(lines.saturating_sub(8)).take(20).collect::<Vec<_>>().join("\n");
        assert!(*text == after[path], "{context}: {}:\n{}\n=====\n{}", path.display(), from(text), from(&after[path]));
    }
}

/// The content of a file that every command must keep.
struct Kept {
    /// Each message and term in order, with its texts.
    entries: Vec<String>,
    /// Each line of a comment that no command maintains.
    comments: Vec<String>,
}

/// Asserts that all entries and comments are still there, in their order, under the new name after a rename.
fn assert_kept(
    before: &BTreeMap<PathBuf, String>,
    after: &BTreeMap<PathBuf, String>,
    command: &[String],
    context: &str,
) {
    let renamed = |texts: Vec<String>| -> Vec<String> {
        match command {
            // A note may name the old id or the new one.
            [name, old, new] if name == "rename" => texts.iter().map(|text| text.replace(old.as_str(), new)).collect(),
            _ => texts,
        }
    };
    for (path, text) in before {
        let (before, now) = (inventory(text), inventory(&after[path]));
        let entries = renamed(before.entries);
        let still: Vec<_> = now.entries.into_iter().filter(|entry| entries.contains(entry)).collect();
        assert_eq!(entries, still, "{context}: {}:\n{text}\n=====\n{}", path.display(), after[path]);
        let mut comments = renamed(now.comments);
        for line in renamed(before.comments) {
            let there = comments.iter().position(|other| *other == line);
            let there = there.unwrap_or_else(|| {
                panic!("{context}: {}: {line} is lost:\n{text}\n=====\n{}", path.display(), after[path])
            });
            comments.swap_remove(there);
        }
    }
}

fn inventory(text: &str) -> Kept {
    // The parser reads the byte-order mark as a part of the first line.
    let resource =
        parser::parse(text.trim_start_matches('\u{FEFF}')).unwrap_or_else(|(_, errors)| panic!("{errors:?}\n{text}"));
    let mut kept = Kept { entries: Vec::new(), comments: Vec::new() };
    let mut comment = |comment: Option<&Comment<&str>>, prefix: &str| {
        for line in comment.into_iter().flat_map(|comment| &comment.content) {
            let line = line.trim_end();
            if !line.is_empty() && !is_owned(line) {
                kept.comments.push(format!("{prefix} {line}"));
            }
        }
    };
    for entry in &resource.body {
        let (name, of, value, attributes) = match entry {
            Entry::Message(message) => {
                (message.id.name.to_owned(), &message.comment, message.value.as_ref(), &message.attributes)
            }
            Entry::Term(term) => (format!("-{}", term.id.name), &term.comment, Some(&term.value), &term.attributes),
            Entry::Comment(alone) => {
                comment(Some(alone), "#");
                continue;
            }
            Entry::GroupComment(group) => {
                comment(Some(group), "##");
                continue;
            }
            Entry::ResourceComment(file) => {
                comment(Some(file), "###");
                continue;
            }
            Entry::Junk { .. } => panic!("junk in {text}"),
        };
        comment(of.as_ref(), "#");
        let mut written = format!("{name}: {:?}", value.map(print));
        for attribute in attributes {
            write!(written, " .{} {:?}", attribute.id.name, print(&attribute.value)).unwrap();
        }
        kept.entries.push(written);
    }
    kept
}

/// Returns whether the commands maintain a line of a comment: of a record, or of a stub without a translation.
fn is_owned(line: &str) -> bool {
    let line = line.trim();
    let is_name = |name: &str| name.trim_end().chars().all(|part| part.is_ascii_alphanumeric() || "-_.".contains(part));
    line.starts_with("zh-CN")
        || line.strip_suffix('=').is_some_and(is_name)
        || (line.starts_with("{ $") && line.ends_with(" ->"))
        || line == "}"
        || ["[one]", "[true]", "[few]", "[many]", "[zero]", "[two]", "*[other]", "*[false]"].contains(&line)
}

fn print(pattern: &Pattern<&str>) -> String {
    let message =
        Message { id: Identifier { name: "x" }, value: Some(pattern.clone()), attributes: Vec::new(), comment: None };
    serializer::serialize(&Resource { body: vec![Entry::Message(message)] }).replace("\r\n", "\n")
}

fn read(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut files = BTreeMap::new();
    let mut left = vec![folder.to_owned()];
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            assert_eq!(path.extension().unwrap(), "ftl", "{} was left behind", path.display());
            files.insert(path.strip_prefix(folder).unwrap().to_owned(), fs::read_to_string(&path).unwrap());
        }
    }
    files
}

/// Writes a source, and a partial translation that people have edited.
fn write_tree(folder: &Path, random: &mut Rng) {
    let names: Vec<usize> = (0..12).collect();
    let (first, second) = names.split_at(4 + random.usize(..8));
    for (file, names) in [("a.ftl", first), ("b/c.ftl", second)] {
        let source = source(names, random);
        put(&folder.join("zh-CN").join(file), &source, random);
        if random.usize(..5) > 0 {
            let translation = translation(&source, names, random);
            put(&folder.join("fr").join(file), &translation, random);
        }
    }
    if !folder.join("fr").exists() {
        let other =
            ["m0x = tout\n", "", "\u{FEFF}", "# rien\n", "\n\n", "m0x = a\nm5x = b\nm9x = c\n"][random.usize(..6)];
        put(&folder.join("fr/other.ftl"), other, random);
    }
}

fn put(path: &Path, text: &str, random: &mut Rng) {
    let mut text = text.to_owned();
    if random.usize(..4) == 0 {
        text = text.trim_end().to_owned();
    }
    if random.usize(..4) == 0 {
        text = text.replace('\n', "\r\n");
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn source(names: &[usize], random: &mut Rng) -> String {
    let mut text = String::new();
    for name in names {
        match random.usize(..8) {
            0 => writeln!(text, "### File {name}\n").unwrap(),
            1 | 2 => writeln!(text, "## Group {name}\n").unwrap(),
            3 => writeln!(text, "# Alone {name}\n").unwrap(),
            4 => writeln!(text, "-term{name}z = 品牌\n    .case = {name}").unwrap(),
            _ => {}
        }
        for line in 0..random.usize(..3) {
            writeln!(text, "# Note {line} of {name}").unwrap();
        }
        if random.usize(..8) == 0 {
            writeln!(text, "# m{}x = like a message", random.usize(..12)).unwrap();
        }
        write!(text, "m{name}x =").unwrap();
        text.push_str(&value("文", *name, random));
        for attribute in 0..random.usize(..3) {
            write!(text, "    .a{attribute} ={}", value("属", *name, random)).unwrap();
        }
        text.push_str(["", "\n", "\n", "\n\n", "  \n"][random.usize(..5)]);
    }
    text
}

fn value(word: &str, name: usize, random: &mut Rng) -> String {
    let number = random.usize(..100);
    match random.usize(..8) {
        0 => format!("\n        {word}{number}\n          {word}\n\n        {word}\n"),
        1 => format!(" {{ $n ->\n        [one] {word}{number}\n       *[other] {word} {{ $n }}\n    }}\n"),
        2 => format!("{word} {{ $v ->\n [true] {word}\n*[false]   {{ m{}x }}\n}} {word}\n", random.usize(..12)),
        3 => format!(" {{ -term{name}z }} {{ m{}x.a0 }} {{\"\\u0041 }}\"}}\n", random.usize(..12)),
        4 => format!("   {word}{{$n}}{number}  \n"),
        5 => format!(" {{ NUMBER($n, minimumFractionDigits: 2) }}{{ \"\" }}\n       [{word}\n").replace('[', "（"),
        _ => format!(" {word}{number}\n"),
    }
}

/// Translates some of the messages, without a record or with a current or old one, and adds its own entries.
fn translation(source: &str, names: &[usize], random: &mut Rng) -> String {
    let resource = parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{errors:?}\n{source}"));
    let mut text = String::from(["", "### En français\n\n", "# seul\n\n"][random.usize(..3)]);
    for entry in &resource.body {
        match entry {
            Entry::GroupComment(group) if random.usize(..4) > 0 => {
                let own = if random.usize(..3) == 0 { "Groupe" } else { group.content[0] };
                writeln!(text, "## {own}\n").unwrap();
            }
            Entry::Message(message) if random.usize(..3) > 0 => {
                if random.usize(..4) == 0 {
                    text.push_str(&stub(message.id.name, random));
                    continue;
                }
                for line in 0..random.usize(..2) {
                    writeln!(text, "# à noter {line}").unwrap();
                }
                if random.usize(..6) == 0 {
                    writeln!(text, "# {} = une note", ["mode", "m3x", "x y"][random.usize(..3)]).unwrap();
                }
                match random.usize(..4) {
                    0 => text.push_str("# zh-CN: 旧\n"),
                    1 => text.push_str("# zh-CN: 旧\n# zh-CN now: 旧2\n# zh-CN .a0: 旧\n"),
                    _ => {}
                }
                write!(text, "{} ={}", message.id.name, value("mot", names[0], random)).unwrap();
                for attribute in &message.attributes {
                    if random.usize(..4) == 0 {
                        continue;
                    }
                    write!(text, "    .{} = attribut\n{}", attribute.id.name, ["", "\n"][random.usize(..2)]).unwrap();
                }
                text.push_str(["", "\n", "\n\n"][random.usize(..3)]);
            }
            Entry::Term(_) if random.usize(..2) == 0 => text.push_str("-local = marque\n"),
            _ => {}
        }
    }
    if random.usize(..3) == 0 {
        text.push_str("obsolete = à jeter\n");
    }
    // The check reports two terms of one name.
    let seen = text.matches("-local =").count();
    if seen > 1 { text.replacen("-local = marque\n", "", seen - 1) } else { text }
}

/// Returns a stub of a message, unchanged or edited, with or without a blank line below it.
fn stub(name: &str, random: &mut Rng) -> String {
    let record = ["# zh-CN: 旧\n", "# une note\n# zh-CN: 旧\n", "", "# désactivé :\n"][random.usize(..4)];
    let text = ["", "", " brouillon", " voir [1]", " Encore { $code }", " <b>"][random.usize(..6)];
    let more =
        ["", "#     .a0 =\n", "#     .a0 = Appuyez sur <OK>\n", "#     { $n ->\n#        *[other] { $n }\n#     }\n"]
            [random.usize(..4)];
    format!("{record}# {name} ={text}\n{more}{}", ["\n", "\n", ""][random.usize(..3)])
}
