//! Edits a folder of locales, for the commands for translators.
//!
//! Each function returns [`Changes`] to files. All other texts and comments in the files stay the same.

mod accept;
mod add_locale;
mod canonical;
mod change;
mod convert;
mod document;
mod pseudo;
mod records;
mod rename;
mod review;
mod stub;
mod sync;
mod template;
mod worklist;
mod write;

pub use accept::{Acceptance, Accepted, accept};
pub use add_locale::NewLocale;
pub use canonical::format;
pub use change::{Change, Changes};
pub use convert::{Converted, convert};
pub use pseudo::PseudoFolder;
pub use rename::{Mention, Renamed, Renaming};
pub use review::{ReviewedChanges, ReviewedMessages, Reviewer, review};
pub use stub::{FilledStub, filled_in};
pub use sync::{ObsoleteStub, Synced, SyncedLocale, sync};
pub use worklist::worklist;
#[cfg(feature = "steps")]
pub use write::watch_steps;
pub use write::write_file;
