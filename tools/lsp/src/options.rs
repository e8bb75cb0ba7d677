//! Where the texts are.

use std::env;
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use gen_lsp_types::{InitializeParams, WorkspaceFolders};
use serde_json::Value;

use crate::client::wish;
use crate::open::path;

/// Where the texts are, if the client does not say it, and how fast they are checked.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder of the locales. By default, it is found for each file.
    pub dir: Option<PathBuf>,
    /// The tag of the source locale, whatever the files say.
    pub source: Option<String>,
    /// The tag of the source locale where neither `codes.toml` nor the project's `i18n.toml` or `l10n.toml` names one. By
    /// default, it is English, if that is there.
    pub assumed_source: Option<String>,
    /// Whether links that lead out of the folder are followed. By default, such a link is an error.
    pub follow_links: bool,
    /// How long after the last change a folder is checked. By default, 120 ms: while somebody types, it waits.
    pub pause: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self { dir: None, source: None, assumed_source: None, follow_links: false, pause: Duration::from_millis(120) }
    }
}

impl Options {
    /// Returns these options with what the client wishes in their place.
    pub(crate) fn with_wishes(&self, params: &InitializeParams) -> Self {
        let text = |name| wish(params, name).and_then(Value::as_str).filter(|text| !text.is_empty());
        let root = roots(params).into_iter().next().or_else(|| env::current_dir().ok()).unwrap_or_default();
        let dir = text("dir").map(PathBuf::from).or_else(|| self.dir.clone());
        Self {
            dir: dir.map(|dir| normal(&root.join(dir))),
            source: self.source.clone(),
            assumed_source: text("source").map(str::to_owned).or_else(|| self.assumed_source.clone()),
            follow_links: self.follow_links,
            pause: self.pause,
        }
    }
}

/// Returns a path without `.` and `..`, which does not compare with those of the client.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => drop(normal.pop()),
            other => normal.push(other),
        }
    }
    normal
}

/// Returns the folders that the client has open.
pub(crate) fn roots(params: &InitializeParams) -> Vec<PathBuf> {
    let folders = match &params.workspace_folders_initialize_params.workspace_folders {
        Some(WorkspaceFolders::WorkspaceFolderList(folders)) => folders.as_slice(),
        _ => &[],
    };
    let folders: Vec<PathBuf> = folders.iter().filter_map(|folder| path(&folder.uri)).collect();
    #[expect(deprecated, reason = "clients send it, the newer ones too")]
    let root = params.root_uri.as_ref().and_then(path);
    if folders.is_empty() { root.into_iter().collect() } else { folders }
}
