//! Commands that fail, are killed or meet another writer at any step.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;
use std::{env, fs, io};

use code_prompts::Catalog;

use super::{watch_steps, write_file};
use crate::edit::{Accepted, Change, Changes, NewLocale, PseudoFolder, Renaming, accept, convert, format, prune, sync};
use crate::project::layout::Layout;
use crate::project::{Files, Project, RecordStorage};
use crate::{Error, project::input::Input};

const COMMANDS: [&str; 11] = [
    "fmt",
    "sync",
    "accept",
    "prune",
    "rename",
    "rename a term",
    "add-locale",
    "records",
    "records back",
    "pseudo",
    "constants",
];
const STOPPED: i32 = 9;

fn changes(command: &str, dir: &Path) -> Result<Changes, Error> {
    let rename = |old, new| Ok(Renaming::new(old, new)?.of(&Files::read(dir)?)?.changes);
    match command {
        "fmt" => format(&Files::read(dir)?, &[]),
        "sync" => Ok(sync(&Project::read(dir, None)?, None)?.changes),
        "accept" => Ok(accept(&Project::read(dir, None)?, Some("fr"), Accepted::Unrecorded)?.changes),
        "prune" => Ok(prune(&Project::read(dir, None)?, None)?.changes),
        "rename" => rename("closed", "was-closed"),
        "rename a term" => rename("-brand", "-product"),
        "records" => Ok(convert(&Project::read(dir, None)?, RecordStorage::File)?.changes),
        "records back" => Ok(convert(&Project::read(dir, None)?, RecordStorage::Comments)?.changes),
        "add-locale" => NewLocale::parse("pt-BR")?.files(&Project::read(dir, None)?),
        // These change nothing in the folder of the locales.
        _ => Ok(Changes::new(&Input::read(dir, &Layout::default())?)),
    }
}

/// Runs a command on the folder `locales` in a folder.
fn run(command: &str, folder: &Path) -> Result<(), Error> {
    let dir = folder.join("locales");
    match command {
        "pseudo" => {
            let pseudo = PseudoFolder::new(&Project::read(&dir, None)?, &folder.join("try"), None)?;
            if !pseudo.is_up_to_date()? {
                pseudo.refuse_non_empty()?;
                pseudo.write()?;
            }
        }
        "constants" => drop(write_file(&folder.join("constants.rs"), "// new\n")?),
        _ => drop(changes(command, &dir)?.write()?),
    }
    Ok(())
}

/// Creates a folder of a dozen files. Every command writes several of them.
fn tree() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let rooms = "# When it ends.\nclosed=Closed { full.note } by { -brand }\n    .note=N { closed.note2 }\n    .note2=N2\n\nfull=Full\n   .note=n\n";
    let names = "-brand=Brand\n\nbrand-new = New { -brand }\n";
    let seats = "taken=Taken, see { closed.note }\nfree=Free { -brand }, not { closed }\n\nunknown-code=?\n";
    let waits = "# en: Closed\n# closed =\n#     .note =\n\nfull=Plein\n";
    let files = [
        (
            "codes.toml",
            "source = \"en\"\nfallback = [\"de\"]\n[codes]\n1 = \"closed\"\n2 = \"full\"\n3 = \"taken\"\n4 = \"free\"\n[retired]\n5 = \"closed\"\n",
        ),
        ("en/rooms.ftl", rooms),
        ("en/names.ftl", names),
        ("en/deep/er/seats.ftl", seats),
        ("de/rooms.ftl", rooms),
        ("de/names.ftl", names),
        ("de/deep/er/seats.ftl", seats),
        ("fr/rooms.ftl", waits),
        ("fr/names.ftl", names),
        (
            "fr/more.ftl",
            "### French.\n###\n### Review: draft.\n\n# allow(untranslated): so\n# en: { closed }\ntaken=Occupé\n",
        ),
        ("ja.ftl", rooms),
        ("es/rooms.ftl", rooms),
        ("es/old.ftl", "gone = Ido\n\nlost = { gone }\n"),
        ("fr/old.ftl", "gone = Parti\n"),
    ];
    for (path, text) in files {
        let path = folder.path().join("locales").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    fs::write(folder.path().join("constants.rs"), "// old\n").unwrap();
    folder
}

/// Creates the folder that a command is run on.
fn tree_for(command: &str) -> tempfile::TempDir {
    let folder = tree();
    if command == "records back" {
        run("records", folder.path()).unwrap();
    }
    folder
}

/// Files, with what is in them.
type Contents = BTreeMap<PathBuf, String>;

/// Reads all files below a folder, hidden ones too.
fn files(folder: &Path) -> Contents {
    let mut files = Contents::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.insert(path.strip_prefix(folder).unwrap().to_owned(), fs::read_to_string(&path).unwrap());
            }
        }
    }
    files
}

fn is_temporary(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str().to_string_lossy().starts_with(super::staged::PREFIX))
}

/// Returns the text of each code in each locale that has one of its own.
fn texts(folder: &Path) -> BTreeMap<(String, i64), String> {
    let catalog = Catalog::from_dir(folder.join("locales")).unwrap();
    let mut texts = BTreeMap::new();
    for tag in catalog.locales() {
        let localizer = catalog.localizer([tag]);
        for entry in catalog.codes() {
            let prompt = localizer.prompt(entry.code());
            if prompt.locale() == tag {
                texts.insert((tag.to_owned(), entry.code().value()), prompt.text().to_owned());
            }
        }
    }
    texts
}

/// Calls a function before one step of this thread, from 0. Returns the number of steps so far.
fn before_step(stop: usize, mut then: impl FnMut() -> io::Result<()> + 'static) -> Rc<Cell<usize>> {
    let steps = Rc::new(Cell::new(0));
    let counted = Rc::clone(&steps);
    watch_steps(Some(Box::new(move || {
        let at = counted.replace(counted.get() + 1);
        if at == stop { then() } else { Ok(()) }
    })));
    steps
}

/// The tree before and after an uninterrupted command, and the texts that files may hold meanwhile.
struct Expected {
    before: Contents,
    after: Contents,
    meanwhile: BTreeMap<PathBuf, String>,
    texts: BTreeMap<(String, i64), String>,
}

impl Expected {
    fn of(command: &str) -> Self {
        let folder = tree_for(command);
        let changes = changes(command, &folder.path().join("locales")).unwrap();
        let meanwhile = |change: &Change| {
            Some((change.path.strip_prefix(folder.path()).unwrap().to_owned(), change.meanwhile.clone()?))
        };
        let meanwhile = changes.files().filter_map(meanwhile).collect();
        let (before, texts) = (files(folder.path()), texts(folder.path()));
        run(command, folder.path()).unwrap();
        let after = files(folder.path());
        assert_ne!(before, after, "{command}");
        Self { before, after, meanwhile, texts }
    }

    /// Asserts that no file is torn, and that every code has its text.
    fn assert_whole(&self, folder: &Path, context: &str) {
        for (path, text) in files(folder).into_iter().filter(|(path, _)| !is_temporary(path)) {
            let may_be = [self.before.get(&path), self.meanwhile.get(&path), self.after.get(&path)];
            assert!(may_be.contains(&Some(&text)), "{context}: {}:\n{text}", path.display());
        }
        let now = texts(folder);
        for (key, text) in &self.texts {
            assert_eq!(now.get(key), Some(text), "{context}: {key:?}");
        }
    }
}

#[test]
#[ignore = "a process that the next test starts, and that ends itself"]
fn stopped() {
    let variable = |name: &str| env::var(name).unwrap();
    before_step(variable("STOP").parse().unwrap(), || std::process::exit(STOPPED));
    run(&variable("COMMAND"), Path::new(&variable("FOLDER"))).unwrap();
}

#[test]
fn commands_killed_at_any_step_are_completed_by_running_them_again() {
    for command in COMMANDS {
        let expected = Expected::of(command);
        for stop in 0.. {
            let folder = tree_for(command);
            let context = format!("{command} stopped before step {stop}");
            let status = Command::new(env::current_exe().unwrap())
                .args(["--exact", "edit::write::tests::stopped", "--ignored", "--quiet"])
                .envs([("STOP", stop.to_string().as_str()), ("COMMAND", command)])
                .env("FOLDER", folder.path())
                .stdout(std::process::Stdio::null())
                .status()
                .unwrap();
            if status.success() {
                assert!(stop > 1, "{command} has no steps");
                break;
            }
            assert_eq!(status.code(), Some(STOPPED), "{context}");
            expected.assert_whole(folder.path(), &context);
            run(command, folder.path()).unwrap_or_else(|error| panic!("{context}: {error}"));
            assert_eq!(files(folder.path()), expected.after, "{context}");
        }
    }
}

#[test]
fn commands_failing_at_any_step_write_nothing() {
    for command in COMMANDS {
        let expected = Expected::of(command);
        for stop in 0.. {
            let folder = tree_for(command);
            let context = format!("{command} failing at step {stop}");
            let steps = before_step(stop, || Err(io::ErrorKind::StorageFull.into()));
            let done = run(command, folder.path());
            watch_steps(None);
            if steps.get() <= stop {
                done.unwrap();
                break;
            }
            let error = done.unwrap_err().to_string();
            let is_expected = error.contains(": can't be written (");
            let says_so = error.ends_with("; nothing was written") || ["pseudo", "constants"].contains(&command);
            assert!(is_expected && says_so, "{context}: {error}");
            assert_eq!(files(folder.path()), expected.before, "{context}");
        }
    }
}

/// As on a full disk: nothing can be restored either.
#[test]
fn commands_failing_from_any_step_on_are_completed_later() {
    for command in COMMANDS {
        let expected = Expected::of(command);
        for stop in 0.. {
            let folder = tree_for(command);
            let context = format!("{command} failing from step {stop} on");
            let steps = Rc::new(Cell::new(0));
            let counted = Rc::clone(&steps);
            watch_steps(Some(Box::new(move || {
                let at = counted.replace(counted.get() + 1);
                if at >= stop { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
            })));
            let done = run(command, folder.path());
            watch_steps(None);
            if steps.get() <= stop {
                done.unwrap();
                break;
            }
            expected.assert_whole(folder.path(), &context);
            let is_changed = files(folder.path()) != expected.before;
            let error = done.unwrap_err().to_string();
            assert_eq!(error.contains("; can't restore "), is_changed, "{context}: {error}");
            run(command, folder.path()).unwrap_or_else(|error| panic!("{context}: {error}"));
            assert_eq!(files(folder.path()), expected.after, "{context}");
        }
    }
}

#[test]
fn editor_saves_at_any_step_are_kept() {
    const TEXT: &str = "# Saved.\nsaved = Saved\n";
    for command in ["fmt", "sync", "accept", "rename", "rename a term", "add-locale"] {
        for saved in ["en/rooms.ftl", "de/names.ftl", "fr/more.ftl", "fr/new.ftl", "codes.toml"] {
            for stop in 0..steps_of(command) {
                let folder = tree();
                let path = folder.path().join("locales").join(saved);
                let target = path.clone();
                before_step(stop, move || fs::write(&target, TEXT));
                let done = run(command, folder.path());
                watch_steps(None);
                let context = format!("{saved} saved before step {stop} of {command}: {done:?}");
                assert_eq!(fs::read_to_string(&path).unwrap(), TEXT, "{context}");
                let is_told =
                    |error: Error| error.to_string().contains(": it was changed meanwhile; run the command again");
                assert!(done.err().is_none_or(is_told), "{context}");
            }
        }
    }
}

#[test]
fn new_folder_that_exists_meanwhile_is_kept() {
    for stop in 0..steps_of("add-locale") {
        let folder = tree();
        let made = folder.path().join("locales/pt-BR");
        let target = made.clone();
        before_step(stop, move || fs::create_dir(&target).and_then(|()| fs::write(target.join("a.ftl"), "a = A\n")));
        let error = run("add-locale", folder.path()).unwrap_err().to_string();
        watch_steps(None);
        assert!(error.ends_with("; nothing was written"), "{error}");
        assert_eq!(files(&made), Contents::from([("a.ftl".into(), "a = A\n".to_owned())]));
    }
}

fn steps_of(command: &str) -> usize {
    let folder = tree();
    let steps = before_step(usize::MAX, || Ok(()));
    run(command, folder.path()).unwrap();
    watch_steps(None);
    steps.get()
}

#[test]
fn changes_since_reading_are_refused() {
    for (path, text) in [
        ("en/rooms.ftl", Some("closed = Shut\n")),
        ("fr/more.ftl", None),
        ("codes.toml", Some("source = \"de\"\n")),
        ("de/new.ftl", Some("new = Neu\n")),
    ] {
        let folder = tree();
        let dir = folder.path().join("locales");
        let changes = changes("rename a term", &dir).unwrap();
        let path = dir.join(path);
        match text {
            Some(text) => fs::write(&path, text).unwrap(),
            None => fs::remove_file(&path).unwrap(),
        }
        let before = files(folder.path());
        let error = changes.write().unwrap_err().to_string();
        let expected =
            format!("{}: it was changed meanwhile; run the command again; nothing was written", path.display());
        assert_eq!(error, expected);
        assert_eq!(files(folder.path()), before);
    }
}

#[cfg(unix)]
#[test]
fn second_writer_is_refused() {
    let expected = Expected::of("fmt");
    for stop in 0..steps_of("fmt") {
        let folder = tree();
        let path = folder.path().to_owned();
        before_step(stop, move || {
            let error = run("rename", &path).unwrap_err().to_string();
            let there = path.join("locales");
            let expected = format!(
                "{}: another command is writing there; run this one again when that has finished; nothing was written",
                there.display()
            );
            assert_eq!(error, expected);
            Ok(())
        });
        run("fmt", folder.path()).unwrap();
        watch_steps(None);
        assert_eq!(files(folder.path()), expected.after, "{stop}");
    }
}

#[cfg(unix)]
#[test]
fn temporary_files_of_interrupted_commands_are_removed() {
    let folder = tree();
    let dir = folder.path().join("locales");
    let strays = [".prompts-a.tmp", "en/deep/er/.prompts-Zz09.tmp", "fr/.prompts-1.tmp"].map(|stray| dir.join(stray));
    let kept = [".prompts-a", "fr/prompts-a.tmp", "fr/.a.tmp"].map(|kept| dir.join(kept));
    strays.iter().chain(&kept).for_each(|path| fs::write(path, "").unwrap());
    let half = dir.join(".prompts-half.tmp");
    fs::create_dir(&half).unwrap();
    fs::write(half.join("a.ftl"), "").unwrap();
    let mut removed = changes("fmt", &dir).unwrap().write().unwrap();
    removed.sort();
    let mut expected = strays.to_vec();
    expected.push(half);
    expected.sort();
    assert_eq!(removed, expected);
    assert!(removed.iter().all(|stray| !stray.exists()) && kept.iter().all(|path| path.exists()));
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder_are_refused() {
    use std::os::unix::fs::symlink;
    for is_folder in [false, true] {
        let (folder, elsewhere) = (tree(), tree());
        let dir = folder.path().join("locales");
        let outside = elsewhere.path().join("locales/de");
        let link = if is_folder {
            symlink(&outside, dir.join("de-AT")).unwrap();
            dir.join("de-AT")
        } else {
            symlink(outside.join("names.ftl"), dir.join("es/names.ftl")).unwrap();
            dir.join("es/names.ftl")
        };
        let before = (files(&dir), files(&outside));
        for command in ["fmt", "rename a term"] {
            let error = changes(command, &dir).unwrap().write().unwrap_err().to_string();
            let is_told = error.contains(": a link leads to ") && error.ends_with("; nothing was written");
            assert!(error.starts_with(&*link.to_string_lossy()) && is_told, "{error}");
            assert_eq!((files(&dir), files(&outside)), before);
        }
    }
}

#[cfg(unix)]
#[test]
fn new_files_behind_links_out_of_the_folder_are_refused() {
    let (folder, elsewhere) = (tree(), tempfile::tempdir().unwrap());
    let dir = folder.path().join("locales");
    fs::write(elsewhere.path().join("a.ftl"), "a = A\n").unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), dir.join("it")).unwrap();
    let error = changes("sync", &dir).unwrap().write().unwrap_err().to_string();
    assert!(error.contains(": a link leads to "), "{error}");
    assert_eq!(files(elsewhere.path()).len(), 1);
}

#[test]
fn read_only_files_are_refused() {
    let folder = tree();
    let (locale, constants) = (folder.path().join("locales/fr/names.ftl"), folder.path().join("constants.rs"));
    for path in [&locale, &constants] {
        let mut permissions = fs::metadata(path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(path, permissions).unwrap();
    }
    let before = files(folder.path());
    let expected = |path: &Path| format!("{}: this file is read-only; make it writable first", path.display());
    assert_eq!(run("fmt", folder.path()).unwrap_err().to_string(), expected(&locale) + "; nothing was written");
    assert_eq!(run("constants", folder.path()).unwrap_err().to_string(), expected(&constants));
    assert_eq!(files(folder.path()), before);
}

#[cfg(unix)]
#[test]
fn permissions_owner_and_group_are_kept() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    let folder = tree();
    let dir = folder.path().join("locales");
    let [rooms, names, other] = ["fr/rooms.ftl", "fr/names.ftl", "es/deep/er/seats.ftl"].map(|path| dir.join(path));
    fs::set_permissions(&rooms, fs::Permissions::from_mode(0o640)).unwrap();
    // Only root can.
    let is_given = chown(&names, Some(12345), Some(23456)).is_ok();
    let of = |path: &Path| fs::metadata(path).map(|it| (it.mode() & 0o777, it.uid(), it.gid())).unwrap();
    let (old_rooms, old_names) = (of(&rooms), of(&names));
    run("fmt", folder.path()).unwrap();
    run("sync", folder.path()).unwrap();
    assert_eq!((of(&rooms), of(&names)), (old_rooms, old_names));
    assert!(!is_given || (old_names.1, old_names.2) == (12345, 23456));
    let new = folder.path().join("new");
    fs::write(&new, "").unwrap();
    assert_eq!(of(&other), of(&new));
    let made = folder.path().join("made");
    fs::create_dir(&made).unwrap();
    assert_eq!(of(&dir.join("es/deep")), of(&made));
}
