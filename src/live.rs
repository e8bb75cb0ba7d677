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

/// A catalogue that is reloaded while it is in use, for a server that is not restarted for each text.
///
/// [`catalog`](Self::catalog) returns the catalogue as it is now. It does not change any more: a request that gets it
/// once sees one version of every text. [`reload`](Self::reload) reads the folder again, and the next request sees
/// what was applied. Getting the catalogue is copying a pointer under a read lock: it waits for no other reader, and
/// for a reload only while that replaces the pointer.
///
/// Clones are cheap and share everything: give one to each thread.
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
/// assert_eq!(localizer.prompt(7).text(), "Battery low"); // the request that had begun before
///
/// fs::write(&file, "battery-low = { The battery\n")?; // somebody was too quick
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
/// All of a locale's files are one version of it, which is applied as a whole or not at all. A new version is
/// *rejected*, and the one before stays in use, if anything is wrong with it that was not wrong before: a file that
/// can't be read or is not UTF-8, a message that is broken, blank, given twice or without the label of its action, a
/// message of the code table that is gone. A new locale is applied if nothing is wrong with it, however much it has not
/// translated yet; one whose folder is gone is removed, unless it is the source or a fallback, or a reader would lose
/// a text.
///
/// Each file that is new or has changed must end with a line break, in new locales and overrides too: half a text is a
/// text, so a file that is empty or ends within a line is rejected as [half written](Fault::Truncated). Where a file is
/// to stay without a line break, [`replace`](Self::replace) applies it.
///
/// A `codes.toml` is rejected if [`Catalog::from_dir`] would refuse it, if a code is gone that is not in `[retired]`
/// either, or if a reader of any language would lose a text: a code that had one would be answered with `unknown-code`.
/// The locales then use the codes as they were. If the folder or its `codes.toml` is not there or can't be read,
/// everything stays.
///
/// What is rejected is tried again at each reload; the last good version stays in memory until then. Use
/// [`replace`](Self::replace) to force it. After a restart there is no last good version, so [`Catalog::from_dir`]
/// loads whatever is valid.
///
/// # Corners
///
/// - Save by renaming: write another file and rename it to the one that is read, as editors and deployment tools do. A
///   file that is written in place is half a file for a while. That is noticed but for three cases: the last message of
///   a file that ends after one of its lines; overrides of which some lines are there, since what they override answers
///   for the others; and a locale of several files of which some are written already and the others are good still. The
///   next reload puts all of them right.
/// - A folder that is replaced at once, by renaming it or a link to it (as Kubernetes does), is never seen half the old
///   and half the new: what was read counts only if it is the same when it is read again. If it is another each time,
///   everything stays, and the report says so.
/// - Replace a folder by renaming, not by deleting and copying: between the two its locales are gone.
/// - A relative path is looked up in the working directory of the moment.
/// - What is [compiled in](Catalog::embedded) does not change.
#[derive(Clone)]
pub struct LiveCatalog(Arc<Shared>);

struct Shared {
    /// Locked only to copy the pointer or to replace it.
    present: RwLock<Arc<Inner>>,
    /// Held by who reloads, and by nobody else.
    reloading: Mutex<()>,
}

impl LiveCatalog {
    /// Begins with a catalogue, and reloads from where that was read.
    #[must_use]
    pub fn new(catalog: Catalog) -> Self {
        Self(Arc::new(Shared { present: RwLock::new(catalog.0), reloading: Mutex::new(()) }))
    }

    /// Gives the catalogue as it is now. Take it once for each request, and it is the same from beginning to end.
    ///
    /// Costs two atomic operations more than cloning a [`Catalog`], and allocates nothing. As long as it is kept, so is
    /// the version that it is of.
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
        Catalog(self.present())
    }

    /// Sees the catalogue as it is now through a user's list of languages: [`Catalog::localizer`].
    pub fn localizer<R: AsRef<str>>(&self, requested: impl IntoIterator<Item = R>) -> Localizer {
        self.catalog().localizer(requested)
    }

    /// Reads all files again, and applies what is not [worse than before](Self#what-is-applied).
    ///
    /// Reads every file twice, and parses what has changed before anybody sees it. What has not changed is shared with
    /// the catalogue before. Two reloads at once come one after the other; readers go on meanwhile. It blocks: in an
    /// asynchronous program it belongs where blocking work does.
    ///
    /// There is always a catalogue afterwards, so this is no `Result`: the report says whether
    /// [anything changed](ReloadReport::is_changed), and has what was [rejected](ReloadReport::rejected), with the faults.
    pub fn reload(&self) -> ReloadReport {
        let _reloading = self.reloading();
        let present = self.present();
        match read_at_rest(&present.origin) {
            Ok(read) => {
                let (next, reload) = merge(&present, &read);
                if reload.is_changed() || next.faults != present.faults {
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

    /// Replaces the catalogue, whatever was in use before, and reloads from where the new one was read from now on.
    ///
    /// For what [`reload`](Self::reload) rejects although it is intended: a release that is rolled back together with
    /// the code that it added, a message that is removed so that another locale answers, a file without a line break at
    /// its end.
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

    fn present(&self) -> Arc<Inner> {
        self.0.present.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn publish(&self, next: Arc<Inner>) {
        let mut present = self.0.present.write().unwrap_or_else(PoisonError::into_inner);
        let old = std::mem::replace(&mut *present, next);
        drop(present);
        // Freeing it may take long, so readers are let on first.
        drop(old);
    }

    // What is behind the locks is whole whenever it is read, so a panic elsewhere has broken nothing.
    fn reloading(&self) -> MutexGuard<'_, ()> {
        self.0.reloading.lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[cfg(feature = "watch")]
    pub(crate) fn origin(&self) -> Origin {
        self.present().origin.clone()
    }
}

/// Reads a folder as it was at one moment. Each file is read twice, all of them first once and then again: if they are
/// the same, they were so together at the moment between.
fn read_at_rest(origin: &Origin) -> Result<Folder, Vec<Fault>> {
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

/// Shows the catalogue as it is now.
impl fmt::Debug for LiveCatalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("LiveCatalog").field(&self.catalog()).finish()
    }
}
