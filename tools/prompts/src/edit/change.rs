//! Changes of files: shown as a difference, or written, all or none.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;
use similar::TextDiff;

use crate::cli::WriteArgs;
use crate::report::{Report, Status};

/// What a command is about to make of a folder.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    files: Vec<Change>,
}

#[derive(Debug)]
struct Change {
    path: PathBuf,
    /// What the file holds now. Nothing, if it is yet to be made.
    before: Option<String>,
    after: String,
}

/// What is done with changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Write,
    /// Print the difference, and leave the files alone.
    DryRun,
}

impl WriteArgs {
    pub(crate) fn mode(&self) -> Mode {
        if self.dry_run { Mode::DryRun } else { Mode::Write }
    }
}

impl Changes {
    /// Makes a file of a text that it may hold already.
    pub(crate) fn rewrite(&mut self, path: impl Into<PathBuf>, before: &str, after: String) {
        if before != after {
            self.files.push(Change { path: path.into(), before: Some(before.to_owned()), after });
        }
    }

    /// Makes a file that is not there.
    pub(crate) fn create(&mut self, path: impl Into<PathBuf>, after: String) {
        self.files.push(Change { path: path.into(), before: None, after });
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Lists the files that change.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(|change| change.path.as_path())
    }

    /// Writes all files or none, or shows what would be written. `messages` tell people about it.
    pub(crate) fn carry_out(self, mode: Mode, messages: Vec<String>) -> Result<Report, Report> {
        let mut output = String::new();
        match mode {
            Mode::DryRun => self.files.iter().for_each(|change| output.push_str(&change.difference())),
            Mode::Write => {
                write_all(&self.files).map_err(|error| Report::failed([error]))?;
                for change in &self.files {
                    let done = if change.before.is_some() { "changed" } else { "made" };
                    let _ = writeln!(output, "{done} {}", change.path.display());
                }
            }
        }
        Ok(Report { output, messages, status: Status::Clean })
    }
}

impl Change {
    fn difference(&self) -> String {
        let path = self.path.display().to_string();
        let (before, old) = match &self.before {
            Some(before) => (before.as_str(), path.as_str()),
            None => ("", "/dev/null"),
        };
        TextDiff::from_lines(before, &self.after).unified_diff().context_radius(3).header(old, &path).to_string()
    }
}

/// Writes a whole file or nothing.
pub(crate) fn write(path: &Path, content: &str) -> Result<(), String> {
    let beside = prepare(path, content)?;
    put(&beside, path)
}

/// Writes everything beside the files first, and only then puts it in their places.
fn write_all(changes: &[Change]) -> Result<(), String> {
    let mut prepared = Vec::new();
    let mut texts: FxHashMap<PathBuf, &str> = FxHashMap::default();
    for change in changes {
        // Two locales may be links to one file.
        let done = match texts.insert(change.target(), &change.after) {
            Some(other) if other == change.after => continue,
            Some(_) => Err(format!("{}: a link to a file that is changed in another way", change.path.display())),
            None => change.prepare(),
        };
        match done {
            Ok(beside) => prepared.push((beside, change.target())),
            Err(error) => {
                prepared.iter().for_each(|(beside, _)| drop(fs::remove_file(beside)));
                return Err(error);
            }
        }
    }
    prepared.iter().try_for_each(|(beside, path)| put(beside, path))
}

impl Change {
    /// The file itself, where the path is a link to it.
    fn target(&self) -> PathBuf {
        fs::canonicalize(&self.path).unwrap_or_else(|_| self.path.clone())
    }

    fn prepare(&self) -> Result<PathBuf, String> {
        let shown = self.path.display();
        let now = fs::read(&self.path);
        match (&self.before, now) {
            (Some(before), Ok(now)) if now == before.as_bytes() => {}
            (None, Err(error)) if error.kind() == io::ErrorKind::NotFound => {
                let folder = self.path.parent().unwrap_or(Path::new("."));
                fs::create_dir_all(folder).map_err(|error| cannot_write(folder, &error))?;
            }
            (None, Ok(_)) => return Err(format!("{shown}: it is there already; nothing was written")),
            _ => return Err(format!("{shown}: someone has changed it meanwhile; nothing was written; try again")),
        }
        prepare(&self.target(), &self.after)
    }
}

/// Writes a text beside the file that it is for, with that file's permissions.
fn prepare(path: &Path, content: &str) -> Result<PathBuf, String> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.tmp", std::process::id()));
    let beside = PathBuf::from(beside);
    let written = fs::write(&beside, content).and_then(|()| match fs::metadata(path) {
        Ok(metadata) => fs::set_permissions(&beside, metadata.permissions()),
        Err(_) => Ok(()),
    });
    written.map_err(|error| {
        drop(fs::remove_file(&beside));
        cannot_write(path, &error)
    })?;
    Ok(beside)
}

fn put(beside: &Path, path: &Path) -> Result<(), String> {
    fs::rename(beside, path).map_err(|error| {
        drop(fs::remove_file(beside));
        cannot_write(path, &error)
    })
}

fn cannot_write(path: &Path, error: &io::Error) -> String {
    format!("{}: can't be written ({error})", path.display())
}
