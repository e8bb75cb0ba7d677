//! Commands that are killed before any step of writing, or fail at one, or from one on, as on a full disk: no file is torn,
//! nothing is lost, and the same command completes the work.
//!
//! An input has a command on its first line, and then a folder:
//!
//! ```text
//! rename one two-b
//! === en/a.ftl ===
//! one = One
//! ```

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::rc::Rc;

use code_prompts::Catalog;
use code_prompts_engine::edit::watch_steps;
use fastrand::Rng;
use prompts::{Report, Status, Styling};

use crate::command::{execute_cli, parse as parse_command};
use crate::fluent::{self, TOKENS};
use crate::folder::{Folder, OnDisk};
use crate::meaning::{Meaning, parse};
use crate::sync::assert_kept;
use crate::{Target, one_of};

pub(crate) static TARGET: Target = Target { name: "interrupts", verify, generate, line: fluent::entry, tokens: TOKENS };

const COMMANDS: &[&str] = &["fmt", "sync", "accept", "add-locale", "rename", "pseudo"];
/// The most files of a folder. A command takes some steps for each, and is interrupted at every step.
const MOST_FILES: usize = 8;
/// The end of the comment above a message that an interrupted `rename` leaves.
const INTERRUPTED: &str = "`, which was interrupted: run it again.";

fn generate(rng: &mut Rng) -> String {
    let id = |rng: &mut Rng| one_of(rng, &["one", "two", "m3", "-t", "-brand"]);
    let command = match one_of(rng, COMMANDS) {
        "accept" => format!("accept ru {}", if rng.bool() { "--unrecorded" } else { id(rng) }),
        "add-locale" => format!("add-locale {}", one_of(rng, &["fr-CA", "de", "ar"])),
        "rename" => {
            let old = id(rng);
            format!("rename {old} {}", if old.starts_with('-') { "-new-t" } else { one_of(rng, &["new-m", "three"]) })
        }
        command => command.to_owned(),
    };
    let beside = if rng.u8(..4) == 0 { format!("=== zh-CN.ftl ===\n{}", fluent::entries(rng)) } else { String::new() };
    format!("{command}\n{}{beside}", fluent::folder(rng))
}

fn verify(input: &[u8]) {
    let Some(case) = Case::of(input) else { return };
    let disk = case.before.write();
    let (report, mut states) = case.run_and_watch(&disk, |_| false);
    let after = disk.read();
    if report.status != Status::Clean || states.is_empty() {
        assert_eq!(after, case.before, "{report:?}");
        return;
    }
    case.assert_nothing_lost(&after);
    // Each input fails at one step. All others are those of other inputs.
    let stop = input.len() % states.len();
    let disk = case.before.write();
    let (report, restoring) = case.run_and_watch(&disk, move |step| step == stop);
    assert_eq!(report.status, Status::Failed, "failing at step {stop}: {report:?}");
    assert_eq!(disk.read(), case.before, "failing at step {stop}: {report:?}");
    states.extend(restoring);

    let disk = case.before.write();
    let (report, _) = case.run_and_watch(&disk, move |step| step >= stop);
    assert_eq!(report.status, Status::Failed, "failing from step {stop} on: {report:?}");
    states.push(disk.read());
    // Most states differ in temporary files alone. Those with the most of them represent the others.
    let mut distinct: BTreeMap<Folder, Folder> = BTreeMap::new();
    for state in states {
        let other = distinct.entry(visible(&state)).or_default();
        if state.files.len() >= other.files.len() {
            *other = state;
        }
    }
    distinct.iter().for_each(|(visible, state)| case.assert_completed(visible, state, &after));
}

/// A command and the folder that it is run in.
#[derive(Clone)]
struct Case {
    words: Vec<String>,
    /// The folder of locales.
    locales: Folder,
    /// The same folder, as `locales/` in a folder.
    before: Folder,
}

impl Case {
    fn of(input: &[u8]) -> Option<Self> {
        let line = input.split(|byte| *byte == b'\n').next()?;
        let words: Vec<String> = std::str::from_utf8(line).ok()?.split_whitespace().map(str::to_owned).collect();
        let locales = Folder::of(input);
        let is_run = COMMANDS.contains(&words.first()?.as_str()) && words.iter().all(|word| is_word(word));
        if !is_run || locales.files.len() > MOST_FILES {
            return None;
        }
        let files = locales.files.iter().map(|(path, bytes)| (format!("locales/{path}"), bytes.clone()));
        let case = Self { words, before: Folder { files: files.collect() }, locales };
        case.parse(Path::new("")).is_ok().then_some(case)
    }

    fn parse(&self, folder: &Path) -> Result<prompts::Cli, clap::Error> {
        let mut words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let output = format!("--output={}", folder.join("try").display());
        if words[0] == "pseudo" {
            words.push(&output);
        }
        parse_command(&folder.join("locales"), &self.locales, &words)
    }

    /// Runs the command. Steps for which `fails` returns true fail. Returns the state of the folder before each step.
    fn run_and_watch(&self, disk: &OnDisk, fails: impl Fn(usize) -> bool + 'static) -> (Report, Vec<Folder>) {
        let states = Rc::new(RefCell::new(Vec::new()));
        let (seen, folder) = (Rc::clone(&states), disk.path().to_owned());
        watch_steps(Some(Box::new(move || {
            let step = seen.borrow().len();
            seen.borrow_mut().push(Folder::read(&folder));
            if fails(step) { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
        })));
        let report = execute_cli(&self.parse(disk.path()).unwrap(), Styling::Plain);
        watch_steps(None);
        (report, states.take())
    }

    /// Asserts that the uninterrupted command keeps all messages and comments. The targets `fmt` and `sync` have more.
    fn assert_nothing_lost(&self, after: &Folder) {
        let texts = |folder: &Folder| texts(folder.write().path());
        self.assert_same_texts(&texts(&self.before), &texts(after), "uninterrupted");
        match self.words[0].as_str() {
            "rename" => {
                let (old, new) = (&self.words[1], &self.words[2]);
                let bare = new.trim_start_matches('-').as_bytes();
                let has_new = |bytes: &Vec<u8>| bytes.windows(bare.len()).any(|window| window == bare);
                // A reference to a message that does not exist would be renamed too.
                if !self.before.files.values().any(has_new) {
                    let back = Self { words: ["rename", new, old].map(str::to_owned).to_vec(), ..self.clone() };
                    let disk = after.write();
                    let (report, _) = back.run_and_watch(&disk, |_| false);
                    assert_eq!(disk.read(), self.before, "renamed back: {report:?}");
                }
            }
            "accept" => {
                for (path, was) in self.before.files.iter().filter(|(path, was)| after.files[*path] != **was) {
                    assert_kept(path, utf8(was), utf8(&after.files[path]));
                }
            }
            "add-locale" | "pseudo" => {
                assert!(self.before.files.iter().all(|(path, was)| after.files.get(path) == Some(was)));
            }
            _ => {}
        }
    }

    /// Asserts that nothing is torn in the state that an interrupted command leaves, and that the same command completes
    /// it.
    fn assert_completed(&self, visible_state: &Folder, state: &Folder, after: &Folder) {
        let disk = torn(state).write();
        for (path, bytes) in &visible_state.files {
            let (was, is) = (self.before.files.get(path), after.files.get(path));
            let is_whole = was == Some(bytes) || is == Some(bytes);
            let is_between = || was.zip(is).is_some_and(|(_, is)| self.is_between(utf8(bytes), utf8(is)));
            assert!(is_whole || is_between(), "{path}:\n{}", utf8_lossy(bytes));
        }
        let now = texts(disk.path());
        self.assert_same_texts(&texts(self.before.write().path()), &now, "interrupted");
        let locales = [&self.before, after].map(|folder| texts(folder.write().path()).locales).concat();
        assert!(now.locales.iter().all(|locale| locales.contains(locale)), "{:?}", now.locales);

        if visible_state.files.values().any(|bytes| utf8_lossy(bytes).contains(INTERRUPTED)) {
            let sync = Self { words: vec!["sync".to_owned()], ..self.clone() };
            let (report, steps) = sync.run_and_watch(&disk, |_| false);
            assert_eq!((report.status, steps.len()), (Status::Failed, 0), "sync before {:?}: {report:?}", self.words);
        }
        let (report, _) = self.run_and_watch(&disk, |_| false);
        let completed = disk.read();
        if visible_state == after {
            assert_eq!(visible(&completed), *after, "{report:?}");
        } else {
            assert_eq!(report.status, Status::Clean, "{report:?}");
            // Without locks for folders, temporary files may belong to a running command.
            assert_eq!(if cfg!(unix) { completed } else { visible(&completed) }, *after, "{report:?}");
        }
    }

    /// Returns whether a file has the final messages and comments, and copies of some below the old name.
    fn is_between(&self, state: &str, after: &str) -> bool {
        let [command, old, new] = self.words.as_slice() else { return false };
        let comment = format!("Left by `prompts rename {old} {new}{INTERRUPTED}");
        let [Some(state), Some(after)] = [state, after].map(|text| parse(text).map(|found| Meaning::of(&found))) else {
            return false;
        };
        let copies = state.entries.iter().filter(|entry| !entry.starts_with(&format!("{old} = ")));
        let comments = |meaning: &Meaning| -> Vec<(String, usize)> {
            let comments = meaning.comments.iter().filter(|(lines, ..)| *lines != comment);
            comments.map(|(lines, hashes, _)| (lines.clone(), *hashes)).collect()
        };
        command == "rename" && copies.eq(&after.entries) && comments(&state) == comments(&after)
    }

    fn assert_same_texts(&self, before: &Texts, now: &Texts, context: &str) {
        for (key, text) in &before.texts {
            assert_eq!(now.texts.get(key), Some(text), "{context} {:?}: {key:?}", self.words);
        }
    }
}

/// The locales of a catalogue, and the texts of their codes.
#[derive(Default)]
struct Texts {
    locales: Vec<String>,
    /// Texts without faults, each from its own locale.
    texts: BTreeMap<(String, i64), String>,
}

fn texts(dir: &Path) -> Texts {
    let Ok(catalog) = Catalog::from_dir(dir.join("locales")) else { return Texts::default() };
    let mut found = Texts { locales: catalog.locales().map(str::to_owned).collect(), ..Texts::default() };
    for tag in catalog.locales() {
        let localizer = catalog.localizer([tag]);
        for entry in catalog.codes() {
            let prompt = localizer.prompt(entry.code());
            if prompt.locale() == tag && prompt.faults().is_empty() {
                found.texts.insert((tag.to_owned(), entry.code().value()), prompt.text().to_owned());
            }
        }
    }
    found
}

/// Returns whether this can be a word of a command: no option that names a folder.
fn is_word(word: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    word == "--unrecorded" || (!word.starts_with("--") && word.bytes().all(is_part))
}

fn is_temporary(path: &str) -> bool {
    path.split('/').any(|name| name.starts_with('.'))
}

/// Returns the files that are not temporary.
fn visible(folder: &Folder) -> Folder {
    let files = folder.files.iter().filter(|(path, _)| !is_temporary(path));
    Folder { files: files.map(|(path, bytes)| (path.clone(), bytes.clone())).collect() }
}

/// Returns the folder as if the command had been stopped while it wrote the temporary files.
fn torn(folder: &Folder) -> Folder {
    let mut torn = folder.clone();
    for (_, bytes) in torn.files.iter_mut().filter(|(path, _)| is_temporary(path)) {
        bytes.truncate(bytes.len() / 2);
    }
    torn
}

fn utf8(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn utf8_lossy(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}
