//! What the server knows: the open files, and what the last checks of their folders found.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Instant;

use code_prompts_engine::Error;
use code_prompts_engine::check::Outcome;
use code_prompts_engine::project::Tree;
use code_prompts_reader::walk::Unsaved;
use gen_lsp_types::InitializeParams;

use crate::client::Client;
use crate::folder::{Folder, Search};
use crate::open::OpenFiles;
use crate::options::{Options, roots};

/// Why a request has no result. The client shows it.
pub(crate) type Answer<T> = Result<T, Error>;

/// What requests read.
pub(crate) struct Workspace {
    options: Options,
    /// The folders that the client has open.
    roots: Vec<PathBuf>,
    pub(crate) client: Client,
    pub(crate) open: OpenFiles,
    /// The results of the last checks.
    pub(crate) checked: BTreeMap<Folder, Outcome>,
    /// The folders to check, and when.
    pub(crate) due: Option<(Instant, BTreeSet<Folder>)>,
}

impl Workspace {
    pub(crate) fn new(options: &Options, params: &InitializeParams) -> Self {
        Self {
            options: options.with_wishes(params),
            roots: roots(params),
            client: Client::of(params),
            open: OpenFiles::default(),
            checked: BTreeMap::new(),
            due: None,
        }
    }

    /// Returns the folder of a file.
    pub(crate) fn folder(&self, path: &Path) -> Option<Folder> {
        let options = &self.options;
        let search = Search {
            dir: options.dir.as_deref(),
            source: options.source.as_deref(),
            assumed: options.assumed_source.as_deref(),
            follow_links: options.follow_links,
            roots: &self.roots,
        };
        Folder::of(path, &search)
    }

    /// Returns the folders of all open files.
    pub(crate) fn folders(&self) -> BTreeSet<Folder> {
        self.open.paths().filter_map(|path| self.folder(path)).collect()
    }

    pub(crate) fn unsaved(&self, folder: &Folder) -> Unsaved {
        self.open.below(&folder.dir)
    }

    /// Calls a function with what is in the folder of a file. Returns `None` for a file outside of every folder, and for a
    /// folder that can't be read, which the check tells the client.
    pub(crate) fn read<T>(&self, path: &Path, view: impl FnOnce(&Tree<'_>) -> Answer<T>) -> Answer<Option<T>> {
        let Some(folder) = self.folder(path) else { return Ok(None) };
        Ok(folder.read(self.unsaved(&folder), view).ok())
    }

    /// Returns the result of the last check of a folder, unless something has changed since.
    pub(crate) fn latest(&self, folder: &Folder) -> Option<&Outcome> {
        let is_due = self.due.as_ref().is_some_and(|(_, folders)| folders.contains(folder));
        self.checked.get(folder).filter(|_| !is_due)
    }

    /// Plans a check of the folder of a file.
    pub(crate) fn plan(&mut self, path: &Path) {
        let Some(folder) = self.folder(path) else { return };
        let (when, folders) = self.due.get_or_insert_with(|| (Instant::now(), BTreeSet::new()));
        *when = Instant::now() + self.options.pause;
        folders.insert(folder);
    }
}
