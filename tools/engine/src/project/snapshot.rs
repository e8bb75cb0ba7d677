//! The state of a folder of locales when it was read, to notice changes since.

use std::collections::BTreeMap;
use std::hash::Hasher;
use std::io;
use std::path::{Path, PathBuf};

use code_prompts_reader::walk::Entry;
use rayon::prelude::*;
use rustc_hash::FxHasher;

use super::layout::Layout;

/// The files of a folder of locales, `codes.toml` too, each with the digest of its bytes.
#[derive(Clone, Debug)]
pub(crate) struct Snapshot {
    dir: PathBuf,
    layout: Layout,
    files: BTreeMap<PathBuf, u64>,
}

impl Snapshot {
    pub(super) fn new(dir: &Path, layout: &Layout, files: BTreeMap<PathBuf, u64>) -> Self {
        Self { dir: dir.to_owned(), layout: layout.clone(), files }
    }

    /// Returns the folder of the locales.
    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    /// Returns the folders that files were read from, some more than once.
    pub(crate) fn folders(&self) -> impl Iterator<Item = &Path> {
        self.files.keys().filter_map(|path| path.parent())
    }

    /// Reads the folder again, and returns the first file that has changed, is new or no longer exists.
    pub(crate) fn changed(&self) -> io::Result<Option<PathBuf>> {
        let folder = self.layout.walk(&Entry::on_disk(&self.dir))?.0;
        let records = self.layout.records_of(&folder).to_vec();
        let files = folder.locales.into_iter().flat_map(|locale| locale.files);
        let entries: Vec<Entry> = files.chain(folder.codes).chain(records).collect();
        let read = |entry: &Entry| Some((entry.path().to_owned(), digest(&entry.read().ok()?)));
        let now: BTreeMap<PathBuf, u64> = entries.par_iter().filter_map(read).collect();
        let paths = self.files.keys().chain(now.keys());
        Ok(paths.filter(|path| self.files.get(*path) != now.get(*path)).min().cloned())
    }
}

/// Returns a hash of a file's content.
pub(super) fn digest(bytes: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(bytes);
    hasher.finish()
}
