//! A project with changes that are not written yet.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::PathBuf;

use code_prompts_reader::memory::MemoryFolder;
use code_prompts_reader::walk::Entry;

use super::change::{Change, Changes};
use crate::error::Error;
use crate::project::input::Input;
use crate::project::open::Project;
use crate::project::pattern::below;
use crate::project::tree::recover_all;

impl Changes {
    /// Returns the folder with the changes, in memory.
    pub(crate) fn folder(&self, project: &Project) -> Result<Entry, Error> {
        let files = project.input.files.iter().chain(&project.input.codes);
        let files = files.chain(project.input.records.iter().map(|records| &records.file));
        let mut texts: BTreeMap<String, &str> =
            files.map(|file| (below(&project.dir, &file.on_disk), file.text.as_str())).collect();
        texts.extend(self.files.iter().map(|change| (below(&project.dir, &change.path), change.after.as_str())));
        let mut folder = MemoryFolder::default();
        for (path, text) in texts {
            if folder.add(&path, Cow::Owned(text.as_bytes().to_vec())).is_err() {
                return Err(format!("{path}: a file can't have this name; rename it").into());
            }
        }
        Ok(Entry::in_memory(&project.dir, folder))
    }

    /// Returns the project with the changes.
    pub(crate) fn preview(&self, project: &Project) -> Result<Project, Error> {
        let mut input = Input::read_entry(&self.folder(project)?, &project.settings.layout)?;
        recover_all(&mut input);
        Ok(Project {
            dir: project.dir.clone(),
            folder: project.folder.clone(),
            source: project.source.clone(),
            fallback: project.fallback.clone(),
            settings: project.settings.clone(),
            input,
        })
    }

    /// Returns these changes with later ones, which were made from a preview of them.
    pub(crate) fn then(self, later: Self) -> Self {
        let mut files: BTreeMap<PathBuf, Change> =
            self.files.into_iter().map(|change| (change.path.clone(), change)).collect();
        for change in later.files {
            match files.get_mut(&change.path) {
                Some(earlier) => earlier.after = change.after,
                None => drop(files.insert(change.path.clone(), change)),
            }
        }
        let files = files.into_values().filter(|change| change.before.as_ref() != Some(&change.after)).collect();
        Self { dir: self.dir, read: self.read, files }
    }
}
