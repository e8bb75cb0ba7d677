pub(crate) mod report;
mod update;
#[cfg(feature = "watch")]
pub(crate) mod watch;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use crate::catalog::Inner;
use crate::folder::{Folder, Origin};
use crate::live::report::{ReloadReport, ReloadUnit};
use crate::live::update::merge;
use crate::{Catalog, Fault, FileProblem, Localizer};

/// A catalogue that can be reloaded while it is in use, for servers that apply new texts without a restart.
///
/// [`catalog`](Self::catalog) returns an immutable snapshot: a request that uses one snapshot sees one version of every
/// text. [`reload`](Self::reload) reads the folder again, and later snapshots have the changes that it applied. Taking
/// a snapshot copies a pointer under a read lock: it never waits for other readers, and waits for a reload only while
/// that replaces the pointer.
///
/// Cloning is cheap, and clones share everything: give one to each thread.
///
/// ```
/// use std::fs;
/// use code_prompts::{Catalog, LiveCatalog};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let dir = std::env::temp_dir().join(format!("code-prompts-live-{}", std::process::id()));
/// # fs::create_dir_all(dir.join("en-US"))?;
/// # fs::write(dir.join("codes.toml"), "source = \"en-US\"\n\n[codes]\n7 = \"battery-low\"\n")?;
/// # let file = dir.join("en-US/prompts.ftl");
/// # fs::write(&file, "battery-low = Battery low\nunknown-code = Error { $code }\n")?;
/// let live = LiveCatalog::new(Catalog::from_dir(&dir)?);
/// let localizer = live.localizer(["en"]); // in each request
/// assert_eq!(localizer.prompt(7).text(), "Battery low");
///
/// fs::write(&file, "battery-low = The battery is low\nunknown-code = Error { $code }\n")?;
/// let reload = live.reload();
/// assert_eq!(reload.to_string(), "en-US applied");
/// assert_eq!(live.localizer(["en"]).prompt(7).text(), "The battery is low");
/// assert_eq!(localizer.prompt(7).text(), "Battery low"); // a request that began before the reload
///
/// fs::write(&file, "battery-low = { The battery\n")?; // a syntax error
/// let reload = live.reload();
/// eprintln!("{reload}"); // for the log: what was rejected, where and why
/// assert_eq!(reload.rejected().len(), 1);
/// assert_eq!(live.localizer(["en"]).prompt(7).text(), "The battery is low");
/// # fs::remove_dir_all(&dir)?;
/// # Ok(())
/// # }
/// ```
///
/// # What is applied
///
/// The files of a locale are applied all together or not at all. A new version of a locale is *rejected*, and the
/// previous one stays in use, if it has a fault that the previous one did not have: a file that can't be read or is not
/// UTF-8, a message that is broken, blank, duplicate or without a needed label, a missing message that was there
/// before. A new locale is applied if it has no faults; missing translations are allowed. A locale whose folder was
/// deleted is removed, unless it is the source or a fallback, or a reader would lose a text.
///
/// Each file that is new or has changed, overrides included, must end with a line break. One that is empty or ends
/// within a line is rejected as [partly written](Fault::Truncated), since the beginning of a text is a valid text too.
/// [`replace`](Self::replace) applies a file that never ends with a line break.
///
/// A new `codes.toml` is rejected if [`Catalog::from_dir`] would not load it, if a code was removed without being moved
/// to `[retired]`, or if a reader of any locale would lose the text of a code and get `unknown-code`. The locales then
/// use the previous codes. So is a new `codes.toml` of overrides with a mistake that it did not have, or that can no longer be
/// read. If the folder or its `codes.toml` is missing or can't be read, nothing changes.
///
/// A rejected version is retried at each reload; the last good version stays in memory until then. Use
/// [`replace`](Self::replace) to force it. After a restart there is no last good version, so [`Catalog::from_dir`]
/// loads all valid messages.
///
/// # Limits
///
/// - Save files by renaming: write a temporary file and rename it, as editors and deployment tools do. A file that is
///   written in place is incomplete for a moment. A reload detects that except in three cases: the last message of the
///   file ends after one of its lines; in overrides some messages are missing, so the base messages are used; in a
///   locale of several files some are new and some are old, and all are valid. The next reload corrects these cases.
/// - A folder that is replaced atomically, by renaming it or a link to it (as Kubernetes does), is never read as a mix
///   of old and new files: a reload reads the folder until it is the same twice in a row. If it keeps changing, nothing
///   is applied, and the report says so.
/// - Replace a folder by renaming. If you delete it and copy another, its locales are missing for a moment.
/// - A relative path is resolved in the current working directory at each reload.
/// - Files in memory, such as those of [`Catalog::embedded`], never change.
#[derive(Clone)]
pub struct LiveCatalog(Arc<Shared>);

struct Shared {
    /// Locked only to copy or replace the pointer.
    current: RwLock<Arc<Inner>>,
    /// Locked during a reload or replacement. Readers do not use it.
    reloading: Mutex<()>,
}

impl LiveCatalog {
    /// Creates a live catalogue that starts with this version, and reloads from the same folders.
    #[must_use]
    pub fn new(catalog: Catalog) -> Self {
        Self(Arc::new(Shared { current: RwLock::new(catalog.0), reloading: Mutex::new(()) }))
    }

    /// Returns a snapshot of the current catalogue. Call it once for each request, so that the request sees one
    /// version.
    ///
    /// Does not allocate, and takes two atomic operations more than cloning a [`Catalog`]. The snapshot keeps its
    /// version in memory until it is dropped.
    ///
    /// ```
    /// use code_prompts::{Catalog, LiveCatalog};
    ///
    /// let live = LiveCatalog::new(Catalog::embedded());
    /// let catalog = live.catalog();
    /// assert_eq!(catalog.localizer(["en"]).prompt(1004).text(), "The room does not exist");
    /// ```
    #[must_use]
    pub fn catalog(&self) -> Catalog {
        Catalog(self.current())
    }

    /// Returns a localizer for the current catalogue, as [`Catalog::localizer`] does.
    pub fn localizer<R: AsRef<str>>(&self, requested: impl IntoIterator<Item = R>) -> Localizer {
        self.catalog().localizer(requested)
    }

    /// Reads all files again, and applies the changes that have [no new faults](Self#what-is-applied).
    ///
    /// Reads every file at least twice, and parses changed locales before they are used. Unchanged locales are shared
    /// with the previous version. Concurrent reloads run one after the other; readers are not blocked. This method
    /// blocks, so an asynchronous program should call it on a thread for blocking work.
    ///
    /// There is always a usable catalogue afterwards, so this does not return a `Result`. The report says whether
    /// [anything changed](ReloadReport::is_changed) and which parts were [rejected](ReloadReport::rejected).
    pub fn reload(&self) -> ReloadReport {
        let _reloading = self.reloading();
        let current = self.current();
        match read_consistently(&current.origin) {
            Ok(read) => {
                let (next, reload) = merge(&current, &read);
                if reload.is_changed() || next.faults != current.faults {
                    self.publish(Arc::new(next));
                }
                reload
            }
            Err(faults) => {
                let mut reload = ReloadReport::default();
                reload.reject(ReloadUnit::Folder, faults);
                reload
            }
        }
    }

    /// Replaces the catalogue without comparing it with the current one. Later reloads read the folders of the new one.
    ///
    /// Use this for changes that [`reload`](Self::reload) rejects although they are intended: a rollback that removes a
    /// code, a removed message that another locale has, or a file without a line break at its end.
    ///
    /// ```no_run
    /// # use code_prompts::{Catalog, CatalogError, LiveCatalog};
    /// # fn roll_back(live: &LiveCatalog) -> Result<(), CatalogError> {
    /// live.replace(Catalog::from_dir("/usr/share/player/locales")?);
    /// # Ok(())
    /// # }
    /// ```
    pub fn replace(&self, catalog: Catalog) {
        let _reloading = self.reloading();
        self.publish(catalog.0);
    }

    fn current(&self) -> Arc<Inner> {
        self.0.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn publish(&self, next: Arc<Inner>) {
        let mut current = self.0.current.write().unwrap_or_else(PoisonError::into_inner);
        let old = std::mem::replace(&mut *current, next);
        drop(current);
        // Freeing it may take long, so the lock is released first.
        drop(old);
    }

    // A poisoned lock is safe to use: its value is consistent at every moment.
    fn reloading(&self) -> MutexGuard<'_, ()> {
        self.0.reloading.lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[cfg(feature = "watch")]
    pub(crate) fn origin(&self) -> Origin {
        self.current().origin.clone()
    }
}

/// Reads a consistent version of a folder. Reads all files once, and then all files again: if nothing differs, this was
/// the state of the folder at the moment between.
fn read_consistently(origin: &Origin) -> Result<Folder, Vec<Fault>> {
    const ATTEMPTS: usize = 20;
    let mut before = origin.read().map_err(|error| error.0)?;
    for _ in 0..ATTEMPTS {
        let now = origin.read().map_err(|error| error.0)?;
        if now == before {
            return Ok(now);
        }
        before = now;
    }
    let path = before.origin.paths().next().map(|path| path.display().to_string()).unwrap_or_default();
    Err(vec![Fault::Unreadable { path: path.into(), problem: FileProblem::Unstable }])
}

impl From<Catalog> for LiveCatalog {
    fn from(catalog: Catalog) -> Self {
        Self::new(catalog)
    }
}

/// Shows the current catalogue.
impl fmt::Debug for LiveCatalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("LiveCatalog").field(&self.catalog()).finish()
    }
}
