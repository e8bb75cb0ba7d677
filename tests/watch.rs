//! A watcher reloads automatically when files change on disk.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]
#![cfg(feature = "watch")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use code_prompts::{Catalog, LiveCatalog, ReloadReport, Watcher};
use common::{CODES, folder, write};

/// The time limit for a slow machine. Normally a test waits a fraction of a second.
const TIMEOUT: Duration = Duration::from_secs(60);

const ZH: &str = "one = 一\ntwo = 二\n    .action = 重试\nunknown-code = 未知 { $code }\n";

struct Watched {
    dir: PathBuf,
    live: LiveCatalog,
    watcher: Watcher,
    reloads: Receiver<ReloadReport>,
}

/// Watches a folder in which the English text of code 1 is `One`.
fn watched(name: &str) -> Watched {
    watch(folder(name, &[("codes.toml", CODES), ("zh-CN/a.ftl", ZH), ("en-US/a.ftl", "one = One\n")]))
}

fn watch(dir: PathBuf) -> Watched {
    let live = LiveCatalog::new(Catalog::from_dir(&dir).unwrap());
    let (sender, reloads) = mpsc::channel();
    let watcher = live.watch(move |reload| sender.send(reload).unwrap()).unwrap();
    assert_eq!(one(&live, "en"), "One");
    Watched { dir, live, watcher, reloads }
}

fn one(live: &LiveCatalog, locale: &str) -> String {
    live.localizer([locale]).prompt(1).text().to_owned()
}

impl Watched {
    /// Waits until code 1 has this text in a locale.
    fn expect(&self, locale: &str, text: &str) {
        let begin = Instant::now();
        while one(&self.live, locale) != text {
            assert!(begin.elapsed() < TIMEOUT, "the text is still {:?}, not {text:?}", one(&self.live, locale));
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Waits for a report.
    fn report(&self) -> String {
        let report = self.reloads.recv_timeout(TIMEOUT).unwrap().to_string();
        report.replace(&format!("{}/", self.dir.display()), "")
    }
}

fn rename_over(dir: &Path, path: &str, content: &str) {
    write(dir, "en-US/.new", content.as_bytes());
    fs::rename(dir.join("en-US/.new"), dir.join(path)).unwrap();
}

#[test]
fn watch_applies_saved_files_and_reports_broken_ones() {
    let watched = watched("watch-save");
    let dir = &watched.dir;
    rename_over(dir, "en-US/a.ftl", "one = 1\n");
    watched.expect("en", "1");
    assert_eq!(watched.report(), "en-US applied");
    write(dir, "en-US/a.ftl", b"one = 2\n");
    watched.expect("en", "2");
    assert_eq!(watched.report(), "en-US applied");
    write(dir, "en-US/a.ftl", b"one = {\n");
    let report = "en-US rejected: en-US/a.ftl:1:8: message `one` is ignored: a variable, a name or a text in \
                  quotes is expected here";
    assert_eq!(watched.report(), report);
    assert_eq!(one(&watched.live, "en"), "2");
    rename_over(dir, "en-US/a.ftl", "one = 3\n");
    watched.expect("en", "3");
}

#[test]
fn watch_applies_added_and_removed_locales() {
    let watched = watched("watch-locales");
    let dir = &watched.dir;
    write(dir, "fr-FR/a.ftl", b"one = Un\n");
    watched.expect("fr", "Un");
    // A change in the new folder.
    write(dir, "fr-FR/a.ftl", b"one = 1\n");
    watched.expect("fr", "1");
    write(dir, "fr-FR/below/b.ftl", b"two = Deux\n    .action = Bis\n");
    while watched.live.localizer(["fr"]).prompt(2).text() != "Deux" {
        watched.report();
    }
    fs::remove_dir_all(dir.join("fr-FR")).unwrap();
    watched.expect("fr", "One");
}

#[test]
fn watch_reports_deleted_file() {
    let watched = watched("watch-deleted");
    fs::remove_file(watched.dir.join("en-US/a.ftl")).unwrap();
    let report = "en-US rejected: en-US: there is no .ftl file in this folder; add one or delete the folder";
    assert_eq!(watched.report(), report);
    assert_eq!(one(&watched.live, "en"), "One");
    write(&watched.dir, "en-US/other.ftl", b"one = 1\n");
    watched.expect("en", "1");
}

#[test]
fn watch_follows_a_folder_that_is_replaced() {
    let watched = watched("watch-replaced");
    let dir = &watched.dir;
    for round in ["1", "2", "3"] {
        let next = folder("watch-replaced-next", &[("codes.toml", CODES), ("zh-CN/a.ftl", ZH)]);
        write(&next, "en-US/a.ftl", format!("one = {round}\n").as_bytes());
        let old = folder("watch-replaced-old", &[]);
        fs::rename(dir, old.join("old")).unwrap();
        fs::rename(next, dir).unwrap();
        watched.expect("en", round);
    }
    // The last folder is the one that is watched.
    write(dir, "en-US/a.ftl", b"one = 4\n");
    watched.expect("en", "4");
}

#[cfg(unix)]
#[test]
fn watch_follows_swapped_symbolic_links() {
    use std::os::unix::fs::symlink;
    let parent = folder("watch-links", &[]);
    let release = |name: &str, text: &str| {
        let dir = parent.join(name);
        write(&dir, "..1/zh-CN/a.ftl", ZH.as_bytes());
        write(&dir, "..1/codes.toml", CODES.as_bytes());
        write(&dir, "..1/en-US/a.ftl", format!("one = {text}\n").as_bytes());
        symlink("..1", dir.join("..data")).unwrap();
        for thing in ["codes.toml", "zh-CN", "en-US"] {
            symlink(format!("..data/{thing}"), dir.join(thing)).unwrap();
        }
    };
    let swap = |to: &str, link: &str| {
        symlink(to, parent.join("new")).unwrap();
        fs::rename(parent.join("new"), parent.join(link)).unwrap();
    };
    release("first", "One");
    swap("first", "current");
    let watched = watch(parent.join("current"));

    // A link in the folder is swapped, as Kubernetes does.
    write(&parent, "first/..2/zh-CN/a.ftl", ZH.as_bytes());
    write(&parent, "first/..2/codes.toml", CODES.as_bytes());
    write(&parent, "first/..2/en-US/a.ftl", b"one = 2\n");
    swap("..2", "first/..data");
    fs::remove_dir_all(parent.join("first/..1")).unwrap();
    watched.expect("en", "2");
    write(&parent, "first/..2/en-US/a.ftl", b"one = 2a\n");
    watched.expect("en", "2a");

    // The link to the folder is swapped, as in deployments.
    release("second", "3");
    swap("second", "current");
    watched.expect("en", "3");
    write(&parent, "second/..1/en-US/a.ftl", b"one = 4\n");
    watched.expect("en", "4");
}

#[test]
fn watch_reloads_during_continuous_changes() {
    let watched = watched("watch-stream");
    let begin = Instant::now();
    let mut number = 0;
    while one(&watched.live, "en") == "One" {
        assert!(begin.elapsed() < TIMEOUT);
        number += 1;
        rename_over(&watched.dir, "en-US/a.ftl", &format!("one = {number}\n"));
        thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn watch_applies_changes_made_before_it_started() {
    let dir = folder("watch-before", &[("codes.toml", CODES), ("zh-CN/a.ftl", ZH), ("en-US/a.ftl", "one = One\n")]);
    let live = LiveCatalog::new(Catalog::from_dir(&dir).unwrap());
    write(&dir, "en-US/a.ftl", b"one = 1\n");
    let (sender, reloads) = mpsc::channel();
    let _watcher = live.watch(move |reload| sender.send(reload).unwrap()).unwrap();
    assert_eq!(reloads.recv_timeout(TIMEOUT).unwrap().to_string(), "en-US applied");
}

#[test]
fn watch_callback_is_not_called_after_drop() {
    let Watched { dir, live, watcher, reloads } = watched("watch-dropped");
    write(&dir, "en-US/a.ftl", b"one = 1\n");
    drop(watcher);
    // The channel is closed when the callback is dropped.
    while reloads.try_recv() != Err(mpsc::TryRecvError::Disconnected) {}
    write(&dir, "en-US/a.ftl", b"one = 2\n");
    assert!(live.reload().is_changed());
    assert_eq!(one(&live, "en"), "2");
}

#[test]
fn watch_callback_may_panic_or_drop_the_watcher() {
    let dir = folder("watch-panic", &[("codes.toml", CODES), ("zh-CN/a.ftl", ZH), ("en-US/a.ftl", "one = One\n")]);
    let live = LiveCatalog::new(Catalog::from_dir(&dir).unwrap());
    let (watcher_sender, watcher_receiver) = mpsc::channel::<Watcher>();
    let (sender, reloads) = mpsc::channel();
    let mut number = 0;
    let watcher = live.watch(move |_| {
        number += 1;
        sender.send(number).unwrap();
        match number {
            1 => panic!("on purpose"),
            2 => drop(watcher_receiver.recv().unwrap()),
            _ => {}
        }
    });
    watcher_sender.send(watcher.unwrap()).unwrap();
    for number in [1, 2] {
        write(&dir, "en-US/a.ftl", format!("one = {number}\n").as_bytes());
        assert_eq!(reloads.recv_timeout(TIMEOUT), Ok(number));
    }
    assert_eq!(reloads.recv_timeout(TIMEOUT), Err(mpsc::RecvTimeoutError::Disconnected));
}

#[test]
fn watch_of_missing_folder_is_an_error() {
    let dir = folder("watch-gone", &[("codes.toml", CODES), ("zh-CN/a.ftl", ZH)]);
    let live = LiveCatalog::new(Catalog::from_dir(&dir).unwrap());
    fs::remove_dir_all(&dir).unwrap();
    let error = live.watch(|_| {}).unwrap_err().to_string();
    assert_eq!(error, format!("{}: there is no such folder; restore it", dir.display()));
}
