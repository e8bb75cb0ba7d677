use std::fmt;
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

use code_prompts_reader::walk::{Entry, LocaleFolder};
use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::{LiveCatalog, ReloadReport};

/// How long nothing must have changed before a reload.
const QUIET: Duration = Duration::from_millis(100);
/// How long a reload is put off at most while changes go on.
const LONGEST: Duration = Duration::from_secs(2);
/// How often the watcher looks by itself, for what the system does not tell.
const LOOK: Duration = Duration::from_secs(2);

impl LiveCatalog {
    /// Reloads whenever a file changes, and hands each report to `on_reload`, for the log.
    ///
    /// A reload comes when nothing has changed for 100 ms, so that an edit of many files is one, and after two seconds
    /// of changes without a pause. `on_reload` is called if anything was applied, removed, rejected or found wrong,
    /// and was not the last time. A first reload makes up for what has changed since the catalogue was read.
    ///
    /// What is watched is the folder that the catalogue is of when this is called, even if that is
    /// [replaced](Self::replace) by one of another later. Files may be written in place or renamed, folders come and
    /// go, and the whole folder, or a link on the way to it, be replaced by another. What the system does not tell (of
    /// network and container file systems, and of links into other folders) is found by a look at names, sizes and
    /// times every two seconds.
    ///
    /// This is the one thing in the library that starts a thread (and the system's notices are waited for in another),
    /// so it is a feature that is off by default: `watch`. `on_reload` runs in that thread. Should it panic, the
    /// watching goes on.
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
    /// When the catalogue is compiled in, so that there is no folder; when the folder can't be watched: it is not
    /// there, or the system's limit of watches is reached; when a thread can't be started.
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
            move || match Notices::new(folders, wake) {
                Ok(notices) => {
                    let _ = started.send(Ok(()));
                    Work { live, notices, woken, stop, on_reload, last: ReloadReport::default() }.run();
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
            Err(mpsc::RecvError) => Err(WatchError(Problem::Thread(io::Error::other("it ended at once")))),
        }
    }
}

/// Watches a folder for a [`LiveCatalog`] as long as it is kept.
///
/// Dropping it ends the watching, and waits for a reload that is under way and its `on_reload`: when it is dropped,
/// `on_reload` is called no more. The catalogue stays as it is and can be used on.
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
        // If it is full, the thread is to wake up anyway.
        let _ = self.wake.try_send(());
        if let Some(thread) = self.thread.take() {
            // In its own `on_reload` it would wait for itself.
            if thread.thread().id() != thread::current().id() {
                let _ = thread.join();
            }
        }
    }
}

/// What the watching thread has.
struct Work<F> {
    live: LiveCatalog,
    notices: Notices,
    woken: Receiver<()>,
    stop: Arc<AtomicBool>,
    on_reload: F,
    last: ReloadReport,
}

impl<F: FnMut(ReloadReport)> Work<F> {
    fn run(mut self) {
        let mut seen = self.notices.look();
        self.reload();
        while !self.is_stopped() {
            if self.woken.recv_timeout(LOOK) == Err(RecvTimeoutError::Timeout) && self.notices.look() == seen {
                continue;
            }
            self.wait_for_quiet();
            if self.is_stopped() {
                break;
            }
            // What changes from here on wakes it again.
            self.notices.listen_anew();
            seen = self.notices.look();
            self.reload();
        }
        self.notices.end();
    }

    fn wait_for_quiet(&self) {
        let begin = Instant::now();
        let mut before = self.notices.look();
        while begin.elapsed() < LONGEST && !self.is_stopped() {
            let is_quiet = self.woken.recv_timeout(QUIET) == Err(RecvTimeoutError::Timeout);
            let now = self.notices.look();
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
            // A log that is broken is no reason to go without new texts.
            let _ = panic::catch_unwind(AssertUnwindSafe(|| (self.on_reload)(reload)));
        }
    }

    fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Acquire)
    }
}

/// What tells of changes in folders.
struct Notices {
    folders: Vec<PathBuf>,
    /// It panics when it is used or dropped after its thread has ended, so it is not dropped in a panic.
    system: ManuallyDrop<RecommendedWatcher>,
}

impl Notices {
    fn new(folders: Vec<PathBuf>, wake: SyncSender<()>) -> Result<Self, Problem> {
        let handler = move |event: notify::Result<notify::Event>| {
            // Reading the files would wake it for ever. An error means that something may have been missed.
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
        let notices = Self { folders, system };
        match watched {
            Ok(()) => Ok(notices),
            Err(problem) => {
                notices.end();
                Err(problem)
            }
        }
    }

    /// Watches what is now behind the names and links, which may have been replaced.
    ///
    /// What can't be watched at the moment, as it is not there, is found by a look later.
    fn listen_anew(&mut self) {
        for folder in &self.folders {
            let _ = self.system.unwatch(folder);
            let _ = self.system.watch(folder, RecursiveMode::Recursive);
        }
    }

    /// Gives a number for names, sizes and times, which is another when those are.
    fn look(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for folder in &self.folders {
            look_at(folder, &mut hasher);
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

/// Looks at the files that are read of a folder.
fn look_at(folder: &Path, hasher: &mut DefaultHasher) {
    let Ok(found) = LocaleFolder::walk(&Entry::on_disk(folder)) else { return };
    let locales = found.locales.iter().flat_map(|locale| locale.files.iter().chain(&locale.misnamed));
    for path in locales.chain(&found.codes).map(Entry::path) {
        let metadata = fs::metadata(path).ok();
        (path, metadata.map(|file| (file.len(), file.modified().ok()))).hash(hasher);
    }
    // Without files they are a fault.
    found.locales.iter().for_each(|locale| locale.path.hash(hasher));
    found.unreadable.iter().for_each(|unreadable| unreadable.path.hash(hasher));
}

/// Why a folder could not be watched. Its `Display` says what to do.
///
/// ```
/// use code_prompts::{Catalog, LiveCatalog};
///
/// let error = LiveCatalog::new(Catalog::embedded()).watch(|_| {}).expect_err("there is no folder");
/// assert_eq!(
///     error.to_string(),
///     "the catalogue is compiled in, so there is no folder to watch; read one with Catalog::from_dir"
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
        match &self.0 {
            Problem::NoFolder => f.write_str(
                "the catalogue is compiled in, so there is no folder to watch; read one with Catalog::from_dir",
            ),
            Problem::Folder { folder, error } => match &error.kind {
                notify::ErrorKind::PathNotFound => write!(f, "{folder}: there is no such folder; bring it back"),
                notify::ErrorKind::Io(io) if io.kind() == io::ErrorKind::NotFound => {
                    write!(f, "{folder}: there is no such folder; bring it back")
                }
                notify::ErrorKind::MaxFilesWatch => write!(
                    f,
                    "{folder}: can't be watched, since the system's limit of watches is reached; raise it (on Linux \
                     fs.inotify.max_user_watches), or call reload from time to time"
                ),
                _ => write!(f, "{folder}: can't be watched ({error}); mend that, or call reload from time to time"),
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
