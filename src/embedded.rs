use std::sync::{Arc, LazyLock};

use code_prompts_reader::memory::MemoryFolder;
use code_prompts_reader::walk::Entry;
use include_dir::{Dir, include_dir};

use crate::Catalog;
use crate::catalog::Inner;
use crate::folder::memory::{embedded_files, in_memory};
use crate::folder::{Folder, Origin};

/// This package's `locales/`, as copied by build.rs.
static LOCALES: Dir<'static> = include_dir!("$OUT_DIR/locales");

static EMBEDDED: LazyLock<Catalog> = LazyLock::new(load_embedded);

impl Catalog {
    /// Returns the catalogue that is embedded in the library: this project's `locales/`. Requires the feature
    /// `embedded`, which is on by default.
    ///
    /// The first call in a process parses the code table. No call reads a file.
    #[must_use]
    pub fn embedded() -> Self {
        EMBEDDED.clone()
    }
}

/// Builds the embedded catalogue again, as the first use in a process does.
#[must_use]
pub fn load_embedded() -> Catalog {
    let (mut inner, fatal) = Inner::new(read());
    // Always empty, as a test checks. If it were not, every code would still have a prompt.
    inner.faults.extend(fatal);
    Catalog(Arc::new(inner))
}

fn read() -> Folder {
    let read = in_memory("locales", embedded_files(&LOCALES)).and_then(|locales| Origin::new(locales).read());
    // Never fails, as tests check.
    read.unwrap_or_else(|error| Folder {
        origin: Origin::new(Entry::in_memory("locales", MemoryFolder::default())),
        codes: Vec::new(),
        locales: Vec::new(),
        faults: error.0,
    })
}
