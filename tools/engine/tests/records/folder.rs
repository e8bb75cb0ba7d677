//! Folders with records, and what tests ask of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use code_prompts_engine::check::{Options, run};
use code_prompts_engine::edit::convert;
use code_prompts_engine::project::{Project, RecordStorage};
use tempfile::TempDir;

pub type Tree<'t> = &'t [(&'t str, &'t str)];

pub fn folder(files: Tree<'_>) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (path, text) in files {
        write(dir.path(), path, text);
    }
    dir
}

pub fn write(dir: &Path, path: &str, text: &str) {
    let path = dir.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

pub fn text(dir: &TempDir, path: &str) -> String {
    fs::read_to_string(dir.path().join(path)).unwrap()
}

pub fn files(dir: &Path) -> BTreeMap<PathBuf, String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.insert(path.strip_prefix(dir).unwrap().to_owned(), fs::read_to_string(&path).unwrap());
            }
        }
    }
    files
}

pub fn project(dir: &Path) -> Project {
    Project::read(dir, None).unwrap()
}

pub fn move_records(dir: &Path, to: RecordStorage) {
    convert(&project(dir), to).unwrap().changes.write().unwrap();
}

/// Returns the findings as `file:line: rule`.
pub fn found(dir: &Path) -> Vec<String> {
    let outcome = run(&Options { dir: dir.to_owned(), ..Options::default() }).unwrap();
    let shown = |finding: &code_prompts_engine::check::Finding| {
        let at = outcome.locate(&finding.place);
        let file = Path::new(&*at.file).strip_prefix(dir).unwrap().display().to_string().replace('\\', "/");
        format!("{file}:{}: {}", at.line, finding.rule)
    };
    outcome.findings.iter().map(shown).collect()
}

pub const CODES: &str =
    "source = \"zh\"\nfallback = [\"en\"]\nrecords = \"file\"\n\n[check]\nallow = [\"punctuation\"]\n";
pub const ZH: &str =
    "# Shown in a room.\ngone = 房间不存在\nclosed = 房间已关闭\n    .action = 返回{ -app }\n-app = 课堂\n";
pub const EN: &str = "# Shown in a room.\ngone = The room does not exist\nclosed = The room is closed\n    .action = Back to { -app }\n-app = Classroom\n";
