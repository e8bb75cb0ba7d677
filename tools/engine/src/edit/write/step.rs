//! A hook for tests, which stop a command before any change on disk.

use std::io;

/// Is called before a file or a folder is created, put in place or removed.
#[cfg(not(test))]
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

    /// Sets a function to be called before each step of this thread. The step fails if the function does.
    pub(in crate::edit::write) fn set(hook: Option<Hook>) {
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
}
