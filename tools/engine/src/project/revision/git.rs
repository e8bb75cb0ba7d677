//! Reads a git repository with the command `git`, so that nothing of the repository runs.
//!
//! The repository may come from a stranger: its settings can name programs, and so can files in it. The commands here are
//! those that only read objects (`rev-parse`, `merge-base`, `ls-tree`, `cat-file`). They run no hook, filter or diff
//! driver, and git ignores aliases for them. The options below switch off what else a setting could start.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::error::Error;

/// The variables by which git finds a repository and its parts. A hook has them, for the repository it belongs to.
const REPOSITORY: &[&str] = &[
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_GRAFT_FILE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
];

/// Settings that override those of the repository. The user's own settings stay, such as `safe.directory`.
const SETTINGS: &[&str] = &["core.fsmonitor=false", "core.hooksPath=/dev/null", "safe.bareRepository=explicit"];

const VARIABLES: &[(&str, &str)] = &[
    // A partial clone would fetch missing files with the programs in its settings. Old versions of git do not know the
    // first variable; the second allows no way of fetching.
    ("GIT_NO_LAZY_FETCH", "1"),
    ("GIT_ALLOW_PROTOCOL", "none"),
    ("GIT_TERMINAL_PROMPT", "0"),
    ("LC_ALL", "C"),
];

/// A git repository, seen from a folder in it.
pub(super) struct Git {
    dir: PathBuf,
}

/// A file, a link or a submodule in a commit.
pub(super) struct TreeEntry {
    pub(super) mode: String,
    pub(super) object: String,
    /// The path in the folder, with U+FFFD for invalid UTF-8.
    pub(super) path: String,
}

impl Git {
    pub(super) fn in_repository_of(dir: &Path) -> Result<Self, Error> {
        let git = Self { dir: dir.to_owned() };
        // In the repository's own folder `.git`, `ls-tree` would list the whole commit.
        match git.run(["rev-parse", "--is-inside-work-tree"])? {
            Ok(answer) if answer.trim_ascii() == b"true" => Ok(git),
            Ok(_) => Err(git.problem("this is not in the work tree of a git repository")),
            Err(problem) => Err(git.problem(&problem)),
        }
    }

    /// Returns the id of a commit.
    pub(super) fn commit(&self, name: &str) -> Result<String, Error> {
        let commit = format!("{name}^{{commit}}");
        // Old versions of git do not know `--end-of-options`. No name of a revision begins with a hyphen.
        let found = if name.starts_with('-') {
            Err(String::new())
        } else {
            self.run(["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])?
        };
        match found {
            Ok(id) => Ok(String::from_utf8_lossy(id.trim_ascii()).into_owned()),
            Err(_) => Err(self.not_in_clone(&format!("there is no commit `{name}` in this clone"))),
        }
    }

    /// Returns the commit where another one and the current one parted.
    pub(super) fn merge_base_with_head(&self, commit: &str, name: &str) -> Result<String, Error> {
        match self.run(["merge-base", commit, "HEAD"])? {
            Ok(id) => Ok(String::from_utf8_lossy(id.trim_ascii()).into_owned()),
            Err(_) => Err(self.not_in_clone(&format!("`{name}` and HEAD have no common commit in this clone"))),
        }
    }

    /// Returns what a commit has in the folder.
    pub(super) fn list(&self, commit: &str) -> Result<Vec<TreeEntry>, Error> {
        let listed = self.run(["ls-tree", "-r", "-z", commit])?.map_err(|problem| self.problem(&problem))?;
        // `<mode> SP <type> SP <object> TAB <path>`.
        let entry = |line: &[u8]| {
            let line = String::from_utf8_lossy(line);
            let (about, path) = line.split_once('\t')?;
            let mut about = about.split(' ');
            let (mode, object) = (about.next()?.to_owned(), about.nth(1)?.to_owned());
            Some(TreeEntry { mode, object, path: path.to_owned() })
        };
        Ok(listed.split(|byte| *byte == 0).filter_map(entry).collect())
    }

    /// Reads the contents of files, in their order.
    pub(super) fn read<'o>(&self, objects: impl Iterator<Item = &'o str>) -> Result<Vec<Vec<u8>>, Error> {
        let mut objects = objects.peekable();
        if objects.peek().is_none() {
            return Ok(Vec::new());
        }
        let mut command = self.command(["cat-file", "--batch"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(|error| self.cannot_run(&error))?;
        let (Some(to), Some(from)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(self.problem("git can't be used"));
        };
        let read = self.read_each(objects, to, &mut BufReader::new(from));
        // It ends, since its input has ended.
        let ended = child.wait();
        let texts = read?;
        match ended {
            Ok(status) if status.success() => Ok(texts),
            Ok(_) => Err(self.problem("git could not read all files")),
            Err(error) => Err(self.cannot_run(&error)),
        }
    }

    fn read_each<'o>(
        &self,
        objects: impl Iterator<Item = &'o str>,
        mut to: impl Write,
        from: &mut impl BufRead,
    ) -> Result<Vec<Vec<u8>>, Error> {
        let cannot_run = |error: io::Error| self.cannot_run(&error);
        let mut texts = Vec::new();
        for object in objects {
            writeln!(to, "{object}").and_then(|()| to.flush()).map_err(cannot_run)?;
            let mut about = String::new();
            from.read_line(&mut about).map_err(cannot_run)?;
            // `<object> SP <type> SP <size>`, or `<object> SP missing`.
            let size = about.trim_end().rsplit_once(" blob ").and_then(|(_, size)| size.parse::<u64>().ok());
            let Some(size) = size else {
                return Err(self.problem(
                    "the files of that commit are not all in this clone; clone the repository without a filter such as \
                     blob:none",
                ));
            };
            let mut text = Vec::new();
            // A line end follows.
            from.by_ref().take(size.saturating_add(1)).read_to_end(&mut text).map_err(cannot_run)?;
            if text.pop() != Some(b'\n') {
                return Err(self.problem("git could not read all files"));
            }
            texts.push(text);
        }
        Ok(texts)
    }

    /// Runs git and returns its output, or what it says if it fails.
    fn run<const N: usize>(&self, arguments: [&str; N]) -> Result<Result<Vec<u8>, String>, Error> {
        let output = self.command(arguments).stdin(Stdio::null()).output();
        let Output { status, stdout, stderr } = output.map_err(|error| self.cannot_run(&error))?;
        if status.success() {
            return Ok(Ok(stdout));
        }
        let stderr = String::from_utf8_lossy(&stderr);
        let lines: Vec<&str> = stderr.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        Ok(Err(lines.join(" ").trim_start_matches("fatal: ").to_owned()))
    }

    fn command<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new("git");
        for name in REPOSITORY {
            command.env_remove(name);
        }
        command.envs(VARIABLES.iter().copied());
        command.arg("-C").arg(&self.dir).args(["--no-pager", "--no-optional-locks", "--no-replace-objects"]);
        for setting in SETTINGS {
            command.args(["-c", setting]);
        }
        command.args(arguments);
        command
    }

    /// Returns the error for what is missing, which may be because the clone has only a part of the history.
    fn not_in_clone(&self, problem: &str) -> Error {
        let is_shallow = self.run(["rev-parse", "--is-shallow-repository"]);
        let help = match is_shallow {
            Ok(Ok(answer)) if answer.trim_ascii() == b"true" => {
                "it has only a part of the history; set `fetch-depth: 0` for actions/checkout, or run `git fetch --unshallow`"
            }
            _ => "fetch it, or give another revision",
        };
        self.problem(&format!("{problem}; {help}"))
    }

    fn cannot_run(&self, error: &io::Error) -> Error {
        match error.kind() {
            io::ErrorKind::NotFound => {
                "there is no command `git`, which reads the revision; install it".to_owned().into()
            }
            _ => self.problem(&format!("git can't be run ({error})")),
        }
    }

    fn problem(&self, problem: &str) -> Error {
        format!("{}: {problem}", self.dir.display()).into()
    }
}
