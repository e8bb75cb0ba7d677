//! The editing of a folder: what the commands for translators do.
//!
//! Each gives [`Changes`] of files, which leave every text and comment that they are not about as it is.

mod accept;
mod add_locale;
mod canonical;
mod change;
mod document;
mod pseudo;
mod rename;
mod stub;
mod sync;
mod template;
mod worklist;
mod write;

pub use accept::{Acceptance, Accepted, accept};
pub use add_locale::NewLocale;
pub use canonical::format;
pub use change::{Change, Changes};
pub use pseudo::PseudoFolder;
pub use rename::{Mention, Renamed, Renaming};
pub use stub::{Waiting, filled_in};
pub use sync::{ObsoleteStub, Synced, SyncedLocale, sync};
pub use worklist::worklist;
pub use write::write_file;
