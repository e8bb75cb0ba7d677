//! A hook for tests, which stop a command before any change on disk.

use std::io;

/// Is called before a file or a folder is created, put in place or removed.
#[cfg(not(any(test, feature = "steps")))]
pub(super) fn step() -> io::Result<()> {
    Ok(())
}

/// Returns whether a test watches the steps of this thread. It runs commands thousands of times, and can't see whether
/// files would survive a power failure.
#[cfg(not(any(test, feature = "steps")))]
pub(super) fn is_watched() -> bool {
    false
}

#[cfg(any(test, feature = "steps"))]
pub(super) use for_tests::{is_watched, step};

#[cfg(any(test, feature = "steps"))]
pub use for_tests::watch_steps;

#[cfg(any(test, feature = "steps"))]
mod for_tests {
    use super::io;
    use std::cell::RefCell;

    type Hook = Box<dyn FnMut() -> io::Result<()>>;

    thread_local! {
        static HOOK: RefCell<Option<Hook>> = const { RefCell::new(None) };
    }

    /// Calls a function before each change on disk by this thread: before a file or a folder is created, put in place or
    /// removed. The change fails if the function does. `None` ends this.
    pub fn watch_steps(hook: Option<Hook>) {
        HOOK.set(hook);
    }

    /// Is called before a file or a folder is created, put in place or removed.
    pub(in crate::edit::write) fn step() -> io::Result<()> {
        // A hook may write files itself. These steps do not count.
        let Some(mut hook) = HOOK.take() else { return Ok(()) };
        let done = hook();
        HOOK.set(Some(hook));
        done
    }

    pub(in crate::edit::write) fn is_watched() -> bool {
        cfg!(test) || HOOK.with_borrow(Option::is_some)
    }
}
