//! Reloads under load. Files are edited, validly and invalidly, while several threads read and another reloads: each
//! request sees one version of each locale, versions only go forward, and no text is in another language.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]
#![cfg(unix)] // for links

mod common;

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use code_prompts::{Catalog, LiveCatalog, Localizer, Prompt};
use common::{folder, write};

const EDITS: usize = 300;
const READERS: usize = 4;
const LANGUAGES: [&str; 3] = ["zh-CN", "en-US", "fr-FR"];
const CODES: &str = "source = \"zh-CN\"\nfallback = [\"en-US\"]\n[codes]\n1 = \"one\"\n\
                     2 = { message = \"two\", action = \"retry\" }\n3 = \"three\"\n4 = \"four\"\n";

/// Returns a locale's files. Every text has its language and version. A truncated file lacks or breaks a message.
fn files(language: &str, version: usize) -> [(String, String); 2] {
    let text = format!("{language} {version}");
    let first = format!("one = {text}\ntwo = {text}\n    .description = {text}\n    .action = {text}\n");
    let second = format!(
        "three = {{ $count ->\n    [one] {text}\n   *[other] {text}\n}}\nfour = {text} {{ $name }}\n\
         unknown-code = {{ $code ->\n   *[other] {text}\n}}\n"
    );
    [(format!("{language}/a.ftl"), first), (format!("{language}/b.ftl"), second)]
}

/// Returns the same as one file.
fn file(language: &str, version: usize) -> String {
    files(language, version).map(|(_, content)| content).concat()
}

/// Creates a folder as Kubernetes mounts it: `..data` links to the current version. English and French are plain files.
fn mount(root: &Path, versions: [usize; 3]) {
    fs::create_dir_all(root).unwrap();
    write(root, "codes.toml", CODES.as_bytes());
    let [zh, en, fr] = versions;
    publish(root, zh);
    symlink("..data/zh-CN", root.join("zh-CN")).unwrap();
    write(root, "en-US/a.ftl", file("en-US", en).as_bytes());
    write(root, "fr-FR/a.ftl", file("fr-FR", fr).as_bytes());
}

/// Replaces both Chinese files atomically.
fn publish(root: &Path, version: usize) {
    for (path, content) in files("zh-CN", version) {
        write(&root.join(format!("..{version}")), &path, content.as_bytes());
    }
    symlink(format!("..{version}"), root.join("..new")).unwrap();
    let before = fs::read_link(root.join("..data"));
    fs::rename(root.join("..new"), root.join("..data")).unwrap();
    if let Ok(before) = before {
        fs::remove_dir_all(root.join(before)).unwrap();
    }
}

fn save_by_renaming(path: &Path, content: &str) {
    let new = path.with_extension("new");
    fs::write(&new, content).unwrap();
    fs::rename(new, path).unwrap();
}

fn save_in_pieces(path: &Path, content: &str, pieces: usize) {
    let mut file = File::create(path).unwrap();
    for piece in content.as_bytes().chunks(content.len().div_ceil(pieces)) {
        file.write_all(piece).unwrap();
        thread::yield_now();
    }
}

/// Reads every text of a language and returns their version.
fn version(localizer: &Localizer, language: &str) -> usize {
    let args = [("count", 1.into()), ("name", "x".into())];
    let mut versions = Vec::new();
    let mut see = |text: &str| {
        let (tag, rest) = text.split_once(' ').unwrap_or_else(|| panic!("{text:?}"));
        assert_eq!(tag, language, "{text}");
        versions.push(rest.split(' ').next().unwrap().parse::<usize>().unwrap());
    };
    let prompts: Vec<Prompt<'_>> = [1, 2, 3, 4, 99].map(|code| localizer.prompt_with(code, &args)).into();
    for prompt in &prompts {
        see(prompt.text());
        see(prompt.description());
        prompt.action().and_then(|action| action.label()).into_iter().for_each(&mut see);
    }
    assert!(versions.len() >= 7, "{versions:?}");
    assert!(versions.iter().all(|version| *version == versions[0]), "{versions:?}");
    versions[0]
}

fn versions(catalog: &Catalog) -> [usize; 3] {
    LANGUAGES.map(|language| version(&catalog.localizer([language]), language))
}

#[test]
fn reload_under_load_shows_whole_versions_in_order() {
    let parent = folder("reload-load", &[]);
    let root = parent.join("locales");
    mount(&root, [1; 3]);
    let live = LiveCatalog::new(Catalog::from_dir(&root).unwrap());
    let first = live.catalog();
    let is_over = AtomicBool::new(false);
    let reads = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..READERS {
            scope.spawn(|| {
                let mut last = [0; 3];
                let mut other = 0;
                while !is_over.load(Ordering::SeqCst) {
                    let catalog = live.catalog();
                    let now = versions(&catalog);
                    assert!(now.iter().zip(&last).all(|(now, last)| now >= last), "{now:?} after {last:?}");
                    assert_eq!(versions(&catalog), now);
                    other += usize::from(now != last);
                    last = now;
                    reads.fetch_add(1, Ordering::SeqCst);
                }
                assert!(other > 20, "too few versions to tell: {other}");
            });
        }
        scope.spawn(|| {
            while !is_over.load(Ordering::SeqCst) {
                let reload = live.reload();
                assert_eq!(reload.removed().len(), 0, "{reload}");
                // Without a pause, the editing thread would hardly ever get the lock.
                thread::sleep(Duration::from_micros(500));
            }
        });
        let _stop = StopOnDrop(&is_over);
        let edits = Edits { live: &live, parent: &parent, root: root.clone(), good: [1; 3] };
        let good = edits.run();
        assert_eq!(versions(&live.catalog()), good);
    });
    assert_eq!(versions(&first), [1; 3]);
    assert!(reads.load(Ordering::SeqCst) > EDITS);
}

/// Stops the other threads, also when the test fails.
struct StopOnDrop<'t>(&'t AtomicBool);

impl Drop for StopOnDrop<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

struct Edits<'t> {
    live: &'t LiveCatalog,
    parent: &'t Path,
    root: PathBuf,
    /// The last good version of each language.
    good: [usize; 3],
}

impl Edits<'_> {
    fn run(mut self) -> [usize; 3] {
        for version in 2..EDITS {
            let (at, language) = if version % 2 == 0 { (1, "en-US") } else { (2, "fr-FR") };
            let path = self.root.join(language).join("a.ftl");
            let content = file(language, version);
            let broken = [
                content.replace("four = ", "four "),
                content.replacen("\n}", "\n", 1),
                content.replace("    .action", "    .other"),
                content.replace("two", "three"),
                content[..content.len() / 2].to_owned(),
                content.trim_end().to_owned(),
                String::new(),
            ];
            match version % 10 {
                0 | 1 => save_by_renaming(&path, &content),
                2 | 3 => save_in_pieces(&path, &content, version % 23 + 2),
                // Broken, then fixed.
                4 | 5 => {
                    save_by_renaming(&path, &broken[version / 10 % broken.len()]);
                    self.check();
                    save_in_pieces(&path, &content, 3);
                }
                6 => publish(&self.root, version),
                // The whole folder, with every language.
                7 => {
                    let (next, old) = (self.parent.join("next"), self.parent.join("old"));
                    mount(&next, [version; 3]);
                    fs::rename(&self.root, &old).unwrap();
                    fs::rename(&next, &self.root).unwrap();
                    fs::remove_dir_all(old).unwrap();
                }
                8 => {
                    fs::remove_file(&path).unwrap();
                    self.check();
                    fs::write(&path, &content).unwrap();
                }
                // A truncated codes.toml for a moment.
                _ => {
                    write(&self.root, "codes.toml", &CODES.as_bytes()[..version % CODES.len()]);
                    save_by_renaming(&path, &content);
                    write(&self.root, "codes.toml", CODES.as_bytes());
                }
            }
            match version % 10 {
                6 => self.good[0] = version,
                7 => self.good = [version; 3],
                _ => self.good[at] = version,
            }
            self.check();
        }
        self.good
    }

    /// Reloads and checks that the last good versions are in use.
    fn check(&self) {
        let reload = self.live.reload();
        assert_eq!(versions(&self.live.catalog()), self.good, "{reload}");
    }
}

#[test]
fn reload_of_swapped_folder_never_mixes_versions() {
    const FILES: usize = 12;
    const SWAPS: usize = 150;
    let root = folder("reload-swapped", &[]);
    let put = |version: usize| {
        for file in 0..FILES {
            let content = format!("m{file} = {version}\n");
            write(&root, &format!("..{}/zh-CN/{file}.ftl", version % 2), content.as_bytes());
        }
        symlink(format!("..{}", version % 2), root.join("..new")).unwrap();
        fs::rename(root.join("..new"), root.join("..data")).unwrap();
    };
    let codes: String = (0..FILES).map(|file| format!("{file} = \"m{file}\"\n")).collect();
    write(&root, "codes.toml", format!("source = \"zh-CN\"\n[codes]\n{codes}").as_bytes());
    put(0);
    symlink("..data/zh-CN", root.join("zh-CN")).unwrap();
    let live = LiveCatalog::new(Catalog::from_dir(&root).unwrap());
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let _stop = StopOnDrop(&is_over);
            for version in 1..=SWAPS {
                put(version);
                thread::sleep(Duration::from_micros(300));
            }
        });
        while !is_over.load(Ordering::SeqCst) {
            let _ = live.reload();
            let localizer = live.localizer(["zh"]);
            let texts: Vec<_> = (0..FILES).map(|code| localizer.prompt(code as i64).text().to_owned()).collect();
            assert!(texts.iter().all(|text| *text == texts[0]), "{texts:?}");
        }
    });
    assert!(live.reload().rejected().is_empty());
    assert_eq!(live.localizer(["zh"]).prompt(0).text(), SWAPS.to_string());
}
