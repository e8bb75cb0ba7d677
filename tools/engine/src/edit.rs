//! Edits a folder of locales, for the commands for translators.
//!
//! Each function returns [`Changes`] to files. All other texts and comments in the files stay the same.

mod accept;
mod add_locale;
mod canonical;
mod change;
mod convert;
mod copy;
mod document;
pub(crate) mod fill;
mod place;
mod preview;
mod prune;
mod pseudo;
mod records;
mod remove;
mod rename;
mod rename_part;
mod review;
pub(crate) mod stub;
mod sync;
pub(crate) mod template;
mod worklist;
mod write;

pub use accept::{Acceptance, Accepted, AcceptedLocale, accept, accept_one};
pub use add_locale::NewLocale;
pub use canonical::{format, unformatted};
pub use change::{Change, Changes};
pub use convert::{Converted, convert};
pub use copy::{Copied, copy};
pub use place::{allow, delete};
pub use prune::{KeptEntry, Pruned, PrunedLocale, RemovedEntry, prune};
pub use pseudo::PseudoFolder;
pub use rename::{Mention, Renamed, Renaming};
pub use rename_part::rename_part;
pub use review::{ReviewedChanges, ReviewedMessages, Reviewer, review};
pub use stub::{FilledStub, filled_in};
pub use sync::{FollowedId, ObsoleteStub, Synced, SyncedLocale, sync};
pub use worklist::worklist;
#[cfg(feature = "steps")]
pub use write::watch_steps;
pub use write::write_file;
