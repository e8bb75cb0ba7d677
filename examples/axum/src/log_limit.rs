//! A limit on what clients can have written into the log.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// How many failures are logged in each second.
const MAX_PER_SECOND: u32 = 100;

/// Counts the failures of the present second.
#[derive(Debug, Default)]
pub struct LogLimit(Mutex<Option<Window>>);

/// A second, from its first failure on.
#[derive(Debug)]
struct Window {
    start: Instant,
    logged: u32,
    suppressed: u64,
}

impl LogLimit {
    /// Returns whether another failure may be logged. Reports how many were not logged in the window before.
    pub fn admit(&self) -> bool {
        let now = Instant::now();
        let mut window = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let current = match &mut *window {
            Some(current) if now.duration_since(current.start) < Duration::from_secs(1) => current,
            before => {
                let suppressed = before.as_ref().map_or(0, |before| before.suppressed);
                if suppressed > 0 {
                    tracing::warn!(suppressed, "more failures were not logged");
                }
                before.insert(Window { start: now, logged: 0, suppressed: 0 })
            }
        };
        if current.logged == MAX_PER_SECOND {
            current.suppressed += 1;
            return false;
        }
        current.logged += 1;
        true
    }
}
