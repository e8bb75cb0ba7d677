use std::env;
use std::path::{Path, PathBuf};

use crate::cli::{FolderArgs, ProjectArgs};
use crate::report::Report;
use code_prompts::Catalog;
use code_prompts_engine::project::{Files, Project, refuse_links_out, with_functions};

impl FolderArgs {
    /// Loads the folder with overrides, and returns the faults as warnings.
    pub(crate) fn load(&self, overrides: &[PathBuf]) -> Result<(Catalog, Vec<String>), Report> {
        let catalog = self.catalog(overrides)?;
        let warnings = catalog.faults().iter().map(|fault| format!("warning: {fault:#}")).collect();
        Ok((catalog, warnings))
    }

    /// Loads the folder with overrides, and with stand-ins for the functions of its app.
    pub(crate) fn catalog(&self, overrides: &[PathBuf]) -> Result<Catalog, Report> {
        let from_dir = |dir: PathBuf| Ok(with_functions(Catalog::from_dir(&dir)?, &dir));
        let base = self.dir_or_nearest()?.map_or_else(|| Ok(Catalog::embedded()), from_dir);
        overrides.iter().try_for_each(|dir| self.check_links(dir))?;
        let catalog = overrides.iter().fold(base, |below, dir| below?.with_overrides(dir));
        catalog.map_err(|error| Report::failed(error.faults()))
    }

    /// Returns the path of the folder, which must be on disk.
    pub(crate) fn on_disk(&self) -> Result<PathBuf, Report> {
        let error =
            "there is no locales/codes.toml here or in a folder above; give the folder of the locales with --dir";
        self.dir_or_nearest()?.ok_or_else(|| Report::failed([error]))
    }

    /// Reads the files of the folder.
    pub(crate) fn files(&self) -> Result<Files, Report> {
        Ok(Files::read(&self.on_disk()?)?)
    }

    /// Returns the path of the folder, `None` for the embedded texts.
    pub(crate) fn dir_or_nearest(&self) -> Result<Option<PathBuf>, Report> {
        let dir = self.dir.clone().or_else(nearest);
        dir.iter().try_for_each(|dir| self.check_links(dir))?;
        Ok(dir)
    }

    /// Fails if a link below a folder leads out of it, unless such links are allowed.
    pub(crate) fn check_links(&self, dir: &Path) -> Result<(), Report> {
        if self.follow_links { Ok(()) } else { Ok(refuse_links_out(dir)?) }
    }
}

impl ProjectArgs {
    /// Reads the project in the folder.
    pub(crate) fn read(&self) -> Result<Project, Report> {
        Ok(Project::read(&self.folder.on_disk()?, self.source.as_deref())?)
    }
}

/// Finds `locales/` in the current folder or those above it.
fn nearest() -> Option<PathBuf> {
    let depth = env::current_dir().ok()?.ancestors().count();
    let above = (0..depth).map(|steps| std::iter::repeat_n("..", steps).collect::<PathBuf>().join("locales"));
    above.into_iter().find(|locales| locales.join("codes.toml").is_file())
}
