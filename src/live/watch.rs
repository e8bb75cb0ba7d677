use std::fmt::{self, Write as _};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::mem::ManuallyDrop;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use code_prompts_reader::visible::one_line;
use code_prompts_reader::walk::{Entry, LocaleFolder};
use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::{LiveCatalog, ReloadReport};

/// The time without changes before a reload.
const DEBOUNCE: Duration = Duration::from_millis(100);
/// The maximum delay of a reload while changes continue.
const MAX_DELAY: Duration = Duration::from_secs(2);
/// The interval of polling, for changes that the system does not report.
const POLL_INTERVAL: Duration = Duration::from_secs(2);

impl LiveCatalog {
    /// Watches the folder, reloads when a file changes, and calls `on_reload` with the report, for logging. Requires
    /// the feature `watch`.
    ///
    /// A reload starts after 100 ms without changes, so that an edit of many files causes one reload, or after two
    /// seconds of continuous changes. A first reload starts immediately, for changes since the catalogue was read.
    /// `on_reload` is called if parts were applied or removed, or if the report differs from the last one.
    ///
    /// Watches the folders that the catalogue was read from when this is called, even if the catalogue is
    /// [replaced](Self::replace) later. Files can be written in place or renamed; folders can be added, removed or
    /// replaced, and so can the watched folder itself and links on its path. The system does not report all changes,
    /// for example on network and container file systems or behind links. Such changes are found by comparing names,
    /// sizes and times every two seconds.
    ///
    /// Starts a thread, in which `on_reload` runs, and a second one for the system's notifications. If `on_reload`
    /// panics, watching continues.
    ///
    /// ```no_run
    /// use code_prompts::{Catalog, LiveCatalog};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let live = LiveCatalog::new(Catalog::from_dir("/usr/share/player/locales")?);
    /// let watcher = live.watch(|reload| eprintln!("{reload}"))?;
    /// // … serve, with `live.localizer(…)` in each request …
    /// drop(watcher);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if:
    ///
    /// - all files of the catalogue are in memory, so that there is no folder;
    /// - the folder can't be watched, because it does not exist or the system's limit of watches is reached;
    /// - a thread can't be started.
    pub fn watch(&self, on_reload: impl FnMut(ReloadReport) + Send + 'static) -> Result<Watcher, WatchError> {
        let folders: Vec<PathBuf> = self.origin().paths().map(Path::to_owned).collect();
        if folders.is_empty() {
            return Err(WatchError(Problem::NoFolder));
        }
        let (wake, woken) = mpsc::sync_channel(1);
        let stop = Arc::new(AtomicBool::new(false));
        let (started, start) = mpsc::sync_channel(1);
        let work = {
            let (live, wake, stop) = (self.clone(), wake.clone(), stop.clone());
            move || match Notifications::new(folders, wake) {
                Ok(notifications) => {
                    let _ = started.send(Ok(()));
                    WatchThread { live, notifications, woken, stop, on_reload, last: ReloadReport::default() }.run();
                }
                Err(error) => {
                    let _ = started.send(Err(error));
                }
            }
        };
        let thread = thread::Builder::new()
            .name("code-prompts-watch".to_owned())
            .spawn(work)
            .map_err(|error| WatchError(Problem::Thread(error)))?;
        match start.recv() {
            Ok(Ok(())) => Ok(Watcher { stop, wake, thread: Some(thread) }),
            Ok(Err(problem)) => Err(WatchError(problem)),
            Err(mpsc::RecvError) => Err(WatchError(Problem::Thread(io::Error::other("it ended immediately")))),
        }
    }
}

/// Watches a folder for a [`LiveCatalog`] until it is dropped.
///
/// Dropping it stops watching, and waits for a running reload and its `on_reload`, so that `on_reload` is never called
/// afterwards. The catalogue stays usable.
#[derive(Debug)]
#[must_use = "dropping it ends the watching"]
pub struct Watcher {
    stop: Arc<AtomicBool>,
    wake: SyncSender<()>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Release);
        // If the channel is full, the thread will wake up anyway.
        let _ = self.wake.try_send(());
        if let Some(thread) = self.thread.take() {
            // If dropped in `on_reload`, the thread would wait for itself.
            if thread.thread().id() != thread::current().id() {
                let _ = thread.join();
            }
        }
    }
}

/// The state of the watching thread.
struct WatchThread<F> {
    live: LiveCatalog,
    notifications: Notifications,
    woken: Receiver<()>,
    stop: Arc<AtomicBool>,
    on_reload: F,
    last: ReloadReport,
}

impl<F: FnMut(ReloadReport)> WatchThread<F> {
    fn run(mut self) {
        let mut seen = self.notifications.fingerprint();
        self.reload();
        while !self.is_stopped() {
            let is_timeout = self.woken.recv_timeout(POLL_INTERVAL) == Err(RecvTimeoutError::Timeout);
            if is_timeout && self.notifications.fingerprint() == seen {
                continue;
            }
            self.wait_for_quiet();
            if self.is_stopped() {
                break;
            }
            // Changes from here on wake the thread again.
            self.notifications.watch_again();
            seen = self.notifications.fingerprint();
            self.reload();
        }
        self.notifications.end();
    }

    fn wait_for_quiet(&self) {
        let begin = Instant::now();
        let mut before = self.notifications.fingerprint();
        while begin.elapsed() < MAX_DELAY && !self.is_stopped() {
            let is_quiet = self.woken.recv_timeout(DEBOUNCE) == Err(RecvTimeoutError::Timeout);
            let now = self.notifications.fingerprint();
            if is_quiet && now == before {
                break;
            }
            before = now;
        }
    }

    fn reload(&mut self) {
        let reload = self.live.reload();
        if reload.is_changed() || reload != self.last {
            self.last = reload.clone();
            // A panic in a logger must not stop updates.
            let _ = panic::catch_unwind(AssertUnwindSafe(|| (self.on_reload)(reload)));
        }
    }

    fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Acquire)
    }
}

/// The system's notifications of changes in folders.
struct Notifications {
    folders: Vec<PathBuf>,
    /// Panics if it is used or dropped after its thread has ended, so it is not dropped in a panic.
    system: ManuallyDrop<RecommendedWatcher>,
}

impl Notifications {
    fn new(folders: Vec<PathBuf>, wake: SyncSender<()>) -> Result<Self, Problem> {
        let handler = move |event: notify::Result<notify::Event>| {
            // Reads are ignored, since a reload would cause another one. An error means that changes may have been
            // missed.
            if event.map_or(true, |event| is_change(event.kind)) {
                let _ = wake.try_send(());
            }
        };
        let failed = |folder: &Path| {
            let folder = folder.display().to_string();
            move |error| Problem::Folder { folder, error }
        };
        let first = folders.first().cloned().unwrap_or_default();
        let mut system = ManuallyDrop::new(notify::recommended_watcher(handler).map_err(failed(&first))?);
        let watched = folders
            .iter()
            .try_for_each(|folder| system.watch(folder, RecursiveMode::Recursive).map_err(failed(folder)));
        let notifications = Self { folders, system };
        match watched {
            Ok(()) => Ok(notifications),
            Err(problem) => {
                notifications.end();
                Err(problem)
            }
        }
    }

    /// Watches the folders again, since a folder or a link to it may have been replaced.
    ///
    /// A folder that is missing at the moment is found by polling later.
    fn watch_again(&mut self) {
        for folder in &self.folders {
            let _ = self.system.unwatch(folder);
            let _ = self.system.watch(folder, RecursiveMode::Recursive);
        }
    }

    /// Returns a hash of the names, sizes and times of all files.
    fn fingerprint(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for folder in &self.folders {
            hash_files(folder, &mut hasher);
        }
        hasher.finish()
    }

    fn end(self) {
        drop(ManuallyDrop::into_inner(self.system));
    }
}

fn is_change(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write))
}

/// Hashes the names, sizes and times of the files in a folder that a catalogue reads.
fn hash_files(folder: &Path, hasher: &mut DefaultHasher) {
    let Ok(found) = LocaleFolder::walk(&Entry::on_disk(folder)) else { return };
    let locales = found.locales.iter().flat_map(|locale| locale.files.iter().chain(&locale.misnamed));
    for path in locales.chain(&found.codes).map(Entry::path) {
        let metadata = fs::metadata(path).ok();
        (path, metadata.map(|file| (file.len(), file.modified().ok()))).hash(hasher);
    }
    // A locale without files is a fault, so its path counts too.
    found.locales.iter().for_each(|locale| locale.path.hash(hasher));
    found.unreadable.iter().for_each(|unreadable| unreadable.path.hash(hasher));
}

/// The error if a folder can't be watched. Its `Display` says how to fix it.
///
/// ```
/// use code_prompts::{Catalog, LiveCatalog};
///
/// let error = LiveCatalog::new(Catalog::embedded()).watch(|_| {}).expect_err("there is no folder");
/// assert_eq!(
///     error.to_string(),
///     "the catalogue is in memory, so there is no folder to watch; read one with Catalog::from_dir"
/// );
/// ```
#[derive(Debug)]
pub struct WatchError(Problem);

#[derive(Debug)]
enum Problem {
    NoFolder,
    Folder { folder: String, error: notify::Error },
    Thread(io::Error),
}

impl fmt::Display for WatchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut one_line(f);
        match &self.0 {
            Problem::NoFolder => f.write_str(
                "the catalogue is in memory, so there is no folder to watch; read one with Catalog::from_dir",
            ),
            Problem::Folder { folder, error } => match &error.kind {
                notify::ErrorKind::PathNotFound => write!(f, "{folder}: there is no such folder; restore it"),
                notify::ErrorKind::Io(io) if io.kind() == io::ErrorKind::NotFound => {
                    write!(f, "{folder}: there is no such folder; restore it")
                }
                notify::ErrorKind::MaxFilesWatch => write!(
                    f,
                    "{folder}: can't be watched, since the system's limit of watches is reached; raise it (on Linux \
                     fs.inotify.max_user_watches), or call reload from time to time"
                ),
                _ => write!(f, "{folder}: can't be watched ({error}); fix that, or call reload from time to time"),
            },
            Problem::Thread(error) => {
                write!(f, "no thread could be started to watch ({error}); call reload from time to time")
            }
        }
    }
}

impl std::error::Error for WatchError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0 {
            Problem::NoFolder => None,
            Problem::Folder { error, .. } => Some(error),
            Problem::Thread(error) => Some(error),
        }
    }
}
