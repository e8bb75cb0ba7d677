//! The languages that a request prefers.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use code_prompts::{Catalog, Localizer, accept_language};

/// The maximum of bytes that are read from the header. Browsers send less than a hundred.
const MAX_LENGTH: usize = 1000;

/// The `Accept-Language` header of a request, cut at `MAX_LENGTH`.
pub struct Languages(String);

impl Languages {
    /// Reads all lines of the header, which are one list by RFC 9110. Bytes that are not UTF-8 affect only the language
    /// that they are in.
    pub fn of(headers: &HeaderMap) -> Self {
        let mut list = String::new();
        for line in headers.get_all(ACCEPT_LANGUAGE) {
            let line = line.as_bytes();
            let rest = MAX_LENGTH.saturating_sub(list.len());
            match line.get(..rest) {
                None => list.push_str(&String::from_utf8_lossy(line)),
                Some(beginning) => {
                    // Drops the last language, which may be incomplete.
                    let whole = beginning.iter().rposition(|byte| *byte == b',').unwrap_or(0);
                    list.push_str(&String::from_utf8_lossy(&beginning[..whole]));
                    break;
                }
            }
            list.push(',');
        }
        Self(list)
    }

    /// Returns a localizer for these languages. It takes microseconds, so it is created for each failure. Clients could
    /// fill a cache.
    pub fn localizer(&self, catalog: &Catalog) -> Localizer {
        catalog.localizer(accept_language(&self.0))
    }
}
