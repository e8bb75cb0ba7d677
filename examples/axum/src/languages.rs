//! The languages that a request asks for.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use code_prompts::{Catalog, Localizer, accept_language};

/// How many bytes of the header count. Browsers send fewer than a hundred.
const MAX_LENGTH: usize = 1000;

/// What the `Accept-Language` of a request says, or the beginning of it.
pub struct Languages(String);

impl Languages {
    /// Reads all lines of the header, since RFC 9110 makes them one list. Bytes that are not UTF-8 spoil no more than
    /// the language that they are in.
    pub fn of(headers: &HeaderMap) -> Self {
        let mut list = String::new();
        for line in headers.get_all(ACCEPT_LANGUAGE) {
            let line = line.as_bytes();
            let rest = MAX_LENGTH.saturating_sub(list.len());
            match line.get(..rest) {
                None => list.push_str(&String::from_utf8_lossy(line)),
                Some(beginning) => {
                    // The last language may not be whole.
                    let whole = beginning.iter().rposition(|byte| *byte == b',').unwrap_or(0);
                    list.push_str(&String::from_utf8_lossy(&beginning[..whole]));
                    break;
                }
            }
            list.push(',');
        }
        Self(list)
    }

    /// Sees a catalogue as who sent the request wants to. Takes microseconds: made for each failure, it needs no cache,
    /// which strangers could fill.
    pub fn localizer(&self, catalog: &Catalog) -> Localizer {
        catalog.localizer(accept_language(&self.0))
    }
}
