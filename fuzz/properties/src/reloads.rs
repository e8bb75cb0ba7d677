//! Reloads: after any edits of a folder, no reader loses a text or gets half of one.
//!
//! An input has an edit on each line; a line that is not valid or fails is ignored. The first `reload` loads the
//! folder, and the others reload it. Files are below `base/`, and overrides below `over/`:
//!
//! ```text
//! write base/en/a.ftl one.p1 two.a1   messages by their ids, each with its shape and a number, which make its text
//! codes en fr,de 1=one 2=two! ~3=one  base/codes.toml: source, fallbacks, codes, `!` with an action, `~` retired
//! half 20 write …                     no more than the first 20 bytes of what follows; so with `codes`
//! delete base/fr
//! move base/fr base/fr-CA
//! link base/de base/fr                a link at the second path to the first
//! ```

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use code_prompts::{Catalog, Fault, LiveCatalog, Prompt};
use fastrand::Rng;

use crate::folder::{Folder, OnDisk, is_path};
use crate::loading::is_visible;
use crate::{Target, one_of};

pub(crate) static TARGET: Target = Target { name: "reloads", verify, generate, line, tokens: TOKENS };

/// What each folder begins with.
const BASE: &str = "\
codes en - 1=one 2=two!
write base/en/a.ftl one.p1 two.a1 unknown-code.p1
write base/fr/a.ftl one.p2
write over/fr/b.ftl two.p1
";

const PATHS: &[&str] = &[
    "base/en/a.ftl",
    "base/en/b.ftl",
    "base/fr/a.ftl",
    "base/fr/b.ftl",
    "base/fr-CA/a.ftl",
    "base/de.ftl",
    "base/ar/a.ftl",
    "over/en/a.ftl",
    "over/fr/a.ftl",
    "over/ar/a.ftl",
    "base/en",
    "base/fr",
    "base/fr-CA",
    "base/de",
    "base/ar",
    "base/codes.toml",
    "base",
    "over",
];
const MESSAGES: &[&str] = &["one", "two", "three", "four", "unknown-code"];
const TOKENS: &[&str] = &[
    "reload\n",
    "write ",
    "half 30 ",
    "codes ",
    "delete ",
    "move ",
    "link ",
    "base/",
    "over/",
    "en",
    "fr",
    "fr-CA",
    "de",
    "ar",
    "/a.ftl",
    ".ftl",
    "codes.toml",
    " one.p5",
    " two.a5",
    " three.p5",
    " unknown-code.p5",
    " one.b",
    " two.c5",
    " three.s5",
    " 1=one",
    " 1=two",
    " 2=two!",
    " 3=three",
    " ~1=one",
    " -",
    " ",
    "\n",
    "1",
    "0",
    ".",
    "=",
];
/// The languages of the readers. Nobody has a locale for the last.
const READERS: [&[&str]; 7] = [&["en"], &["fr-CA"], &["fr"], &["de"], &["ar"], &["ar", "fr"], &["ja"]];

fn verify(input: &[u8]) {
    let input = String::from_utf8_lossy(input);
    let mut edits = Edits { disk: Folder::default().write(), whole: HashSet::new() };
    BASE.lines().for_each(|line| edits.apply(line));
    let mut lines = input.lines();
    // What is there at the beginning is loaded as it is, so it is whole.
    let is_whole = |line: &&str| !line.starts_with("half ");
    lines.by_ref().take_while(|line| *line != "reload").filter(is_whole).for_each(|line| edits.apply(line));
    let [base, over] = ["base", "over"].map(|name| edits.disk.path().join(name));
    let Ok(catalog) = Catalog::from_dir(base).and_then(|base| base.with_overrides(over)) else { return };
    let live = LiveCatalog::new(catalog);
    for line in lines.chain(["reload"]) {
        if line == "reload" {
            // A part that is rejected may be applied once another part is.
            let is_at_rest = (0..4).any(|_| !is_changed_by_reload(&live, &edits.whole));
            assert!(is_at_rest, "each reload changes something: {live:?}");
        } else {
            edits.apply(line);
        }
    }
}

/// Reloads, and asserts that no reader loses a text. Returns whether anything has changed.
fn is_changed_by_reload(live: &LiveCatalog, whole: &HashSet<String>) -> bool {
    let snapshot = live.catalog();
    let before = answers(&snapshot, whole);
    let reload = live.reload();
    let catalog = live.catalog();
    let after = answers(&catalog, whole);
    let table: HashSet<i64> = catalog.codes().map(|entry| entry.code().value()).collect();
    for ((reader, code), text) in &before {
        let is_lost = text.is_some() && after.get(&(reader, *code)).is_some_and(Option::is_none);
        assert!(!table.contains(code) || !is_lost, "{reader:?} has lost {text:?} for {code}: {reload}");
    }
    assert_eq!(answers(&snapshot, whole), before, "what was there before has changed: {reload}");
    reload.is_changed()
}

/// The text of each code of the table for each reader, or nothing if `unknown-code` answers.
type Answers = BTreeMap<(&'static [&'static str], i64), Option<String>>;

fn answers(catalog: &Catalog, whole: &HashSet<String>) -> Answers {
    let mut answers = Answers::new();
    for reader in READERS {
        let localizer = catalog.localizer(reader);
        for code in catalog.codes().map(|entry| entry.code().value()).chain([99]) {
            let prompt = localizer.prompt(code);
            assert_whole(&prompt, whole);
            let is_unanswered =
                |fault: &Fault| matches!(fault, Fault::UnansweredCode { .. } | Fault::UnknownCode { .. });
            let has_text = !prompt.faults().iter().any(is_unanswered);
            answers.insert((reader, code), has_text.then(|| prompt.text().to_owned()));
        }
    }
    answers
}

/// Asserts that a prompt shows only texts that were written completely.
fn assert_whole(prompt: &Prompt<'_>, whole: &HashSet<String>) {
    assert!(is_visible(prompt.text()), "{prompt:?}");
    let is_number = prompt.locale() == "und" && prompt.text() == prompt.code().to_string();
    assert!(is_number || whole.contains(prompt.text()), "{prompt:?}");
    let label = prompt.action().and_then(|action| action.label().map(str::to_owned));
    assert!(label.is_none_or(|label| whole.contains(&label)), "{prompt:?}");
}

/// A folder on disk, and the texts that have been written to it to their ends.
struct Edits {
    disk: OnDisk,
    whole: HashSet<String>,
}

impl Edits {
    /// Does what a line says, or nothing if that can't be done.
    fn apply(&mut self, line: &str) {
        let _ = self.try_to(line);
    }

    fn try_to(&mut self, line: &str) -> Option<()> {
        let (command, rest) = line.split_once(' ')?;
        match command {
            "half" => {
                let (most, line) = rest.split_once(' ')?;
                self.write(line, most.parse().ok()?)
            }
            "delete" => delete(&self.path(rest)?),
            "move" => {
                let (from, to) = rest.split_once(' ')?;
                fs::rename(self.path(from)?, self.path(to)?).ok()
            }
            "link" => {
                let (target, link) = rest.split_once(' ')?;
                link_to(&self.path(target)?, &self.path(link)?)
            }
            _ => self.write(line, usize::MAX),
        }
    }

    /// Writes a file, or its beginning.
    fn write(&mut self, line: &str, most: usize) -> Option<()> {
        let (command, rest) = line.split_once(' ')?;
        let (path, content, texts) = match command {
            "write" => {
                let (path, messages) = rest.split_once(' ').unwrap_or((rest, ""));
                let (content, texts) = fluent(messages);
                (path, content, texts)
            }
            "codes" => ("base/codes.toml", codes(rest)?, Vec::new()),
            _ => return None,
        };
        let path = self.path(path)?;
        fs::create_dir_all(path.parent()?).ok()?;
        let written = content.as_bytes().get(..most).unwrap_or(content.as_bytes());
        fs::write(path, written).ok()?;
        // What ends after a line is taken for a file that was written to its end.
        let lines = written.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        let lines = String::from_utf8_lossy(&written[..lines]);
        self.whole.extend(texts.into_iter().filter(|text| lines.contains(text)));
        Some(())
    }

    /// Returns where a path is, if it is one of the two folders or in one.
    fn path(&self, path: &str) -> Option<PathBuf> {
        let is_ours = ["base", "over"].contains(&path.split('/').next()?);
        (is_ours && is_path(path)).then(|| self.disk.path().join(path))
    }
}

fn delete(path: &Path) -> Option<()> {
    if path.is_dir() && !path.is_symlink() { fs::remove_dir_all(path).ok() } else { fs::remove_file(path).ok() }
}

#[cfg(unix)]
fn link_to(target: &Path, link: &Path) -> Option<()> {
    std::os::unix::fs::symlink(target, link).ok()
}

/// Elsewhere not everyone may make one.
#[cfg(not(unix))]
fn link_to(_: &Path, _: &Path) -> Option<()> {
    None
}

/// Writes messages, and returns their texts too. None of these is the beginning of another.
fn fluent(messages: &str) -> (String, Vec<String>) {
    let (mut content, mut texts) = (String::new(), Vec::new());
    for (id, shape, number) in messages.split(' ').filter_map(message) {
        let (text, label) = (format!("<{id} {number}>"), format!("<{id} label {number}>"));
        let written = match shape {
            'a' => format!("{id} = {text}\n    .action = {label}\n"),
            's' => format!("{id} = {{ $n ->\n    [one] {text}\n   *[other] {text}\n }}\n"),
            'c' => format!("# {text}\n{id} = {text}\r\n"),
            'b' => format!("{id} = {{ {text}\n"),
            _ => format!("{id} = {text}\n"),
        };
        content.push_str(&written);
        texts.extend([text, label]);
    }
    (content, texts)
}

/// Reads the id of a message, its shape and its number.
fn message(message: &str) -> Option<(&str, char, u16)> {
    let (id, rest) = message.split_once('.')?;
    let shape = rest.chars().next().filter(char::is_ascii)?;
    Some((id, shape, rest.get(1..)?.parse().ok()?)).filter(|_| MESSAGES.contains(&id))
}

/// Writes a `codes.toml`.
fn codes(line: &str) -> Option<String> {
    let mut words = line.split(' ');
    let source = words.next()?;
    let fallback = words.next()?.split(',').filter(|tag| *tag != "-");
    let mut text = format!("source = {source:?}\nfallback = {:?}\n", fallback.collect::<Vec<_>>());
    let (retired, codes): (Vec<_>, Vec<_>) = words.partition(|word| word.starts_with('~'));
    for (table, words) in [("codes", codes), ("retired", retired)] {
        writeln!(text, "[{table}]").unwrap();
        for (code, id) in words.iter().filter_map(|word| word.trim_start_matches('~').split_once('=')) {
            match id.strip_suffix('!') {
                Some(id) => writeln!(text, "{code} = {{ message = {id:?}, action = \"retry\" }}").unwrap(),
                None => writeln!(text, "{code} = {id:?}").unwrap(),
            }
        }
    }
    Some(text)
}

fn generate(rng: &mut Rng) -> String {
    let mut text = String::new();
    for _ in 0..rng.usize(1..6) {
        (0..rng.usize(..5)).for_each(|_| text.push_str(&line(rng)));
        text.push_str("reload\n");
    }
    text
}

/// Generates an edit.
fn line(rng: &mut Rng) -> String {
    let (path, other) = (one_of(rng, PATHS), one_of(rng, PATHS));
    match rng.u8(..16) {
        0 => format!("delete {path}\n"),
        1 => format!("move {path} {other}\n"),
        2 => format!("link {path} {other}\n"),
        3..=5 => table(rng),
        6 => format!("half {} {}", rng.u8(..90), table(rng)),
        7..=9 => format!("half {} {}", rng.u8(..90), file(rng)),
        10 => "reload\n".to_owned(),
        _ => file(rng),
    }
}

fn file(rng: &mut Rng) -> String {
    let mut line = format!("write {}", one_of(rng, &PATHS[..10]));
    for id in MESSAGES.iter().filter(|_| rng.bool()).collect::<Vec<_>>() {
        let shape = one_of(rng, &["p", "p", "p", "a", "a", "s", "c", "b"]);
        write!(line, " {id}.{shape}{}", rng.u8(..30)).unwrap();
    }
    line + "\n"
}

fn table(rng: &mut Rng) -> String {
    let source = one_of(rng, &["en", "en", "en", "fr", "de"]);
    let mut line = format!("codes {source} {}", one_of(rng, &["-", "-", "fr", "de,ar", "ja"]));
    for code in 1..5 {
        let id = one_of(rng, &MESSAGES[..4]);
        let id = if rng.u8(..3) == 0 { id } else { MESSAGES[code - 1] };
        match rng.u8(..8) {
            0 => write!(line, " ~{code}={id}").unwrap(),
            1 => {}
            2 => write!(line, " {code}={id}!").unwrap(),
            _ => write!(line, " {code}={id}").unwrap(),
        }
    }
    line + "\n"
}
