//! Every single change on disk, announced, so that a test can stop a command before each.

use std::io;

/// Is called before a file or a folder is made, put in its place or removed.
#[cfg(not(test))]
#[allow(clippy::unnecessary_wraps, reason = "a test may fail here")]
pub(super) fn step() -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
pub(super) use for_tests::{set, step};

#[cfg(test)]
mod for_tests {
    use super::io;
    use std::cell::RefCell;

    type Hook = Box<dyn FnMut() -> io::Result<()>>;

    thread_local! {
        static HOOK: RefCell<Option<Hook>> = const { RefCell::new(None) };
    }

    /// Has a function called before each step of this thread, which fails if the function does.
    pub(in crate::edit::write) fn set(hook: Option<Hook>) {
        HOOK.set(hook);
    }

    /// Is called before a file or a folder is made, put in its place or removed.
    pub(in crate::edit::write) fn step() -> io::Result<()> {
        // A hook may write files itself, whose steps are not of interest.
        let Some(mut hook) = HOOK.take() else { return Ok(()) };
        let done = hook();
        HOOK.set(Some(hook));
        done
    }
}
