//! Writes the pages.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use code_prompts_engine::Error;
use code_prompts_engine::edit::write_file;

use crate::Preview;
use crate::page::MARK;

impl Preview {
    /// Writes the pages into a folder, which is created if it does not exist. Each is replaced at once. Returns the paths
    /// of the temporary files of earlier, interrupted commands, which it has removed.
    ///
    /// # Errors
    ///
    /// A file of the same name was not written by this function, or a file can't be written.
    pub fn write(&self, dir: &Path) -> Result<Vec<std::path::PathBuf>, Error> {
        for name in self.pages.keys() {
            refuse_other(&dir.join(name))?;
        }
        fs::create_dir_all(dir)
            .map_err(|error| Error::from(format!("{}: can't be created ({error})", dir.display())))?;
        let mut removed = Vec::new();
        for (name, html) in &self.pages {
            removed.extend(write_file(&dir.join(name), html)?);
        }
        Ok(removed)
    }
}

/// Fails if there is a file that is no such page.
fn refuse_other(path: &Path) -> Result<(), Error> {
    let mut start = vec![0; MARK.len()];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut start));
    let shown = path.display();
    let is_other = match read {
        Ok(()) => start != MARK.as_bytes(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        // It is shorter.
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => true,
        Err(error) => return Err(format!("{shown}: can't be read ({error})").into()),
    };
    if is_other {
        return Err(format!("{shown}: is another file, which is not replaced; write into another folder").into());
    }
    Ok(())
}
