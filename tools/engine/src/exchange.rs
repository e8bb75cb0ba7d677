//! Files for translators who work with other tools: XLIFF 2, PO and CSV.
//!
//! A [`Job`] has the texts to translate. [`Job::write`] writes it in a [`Format`], and [`Delivery::read`] reads the file
//! that comes back. [`import`] compares it with the folder as it is now, and returns the changes, or why it refuses them.
//!
//! A text has no selects: each variant of a message is a text of its own, with its placeables as Fluent writes them, such
//! as `{ $code }`.

mod csv;
mod delivery;
mod notes;
mod format;
mod import;
mod job;
mod key;
mod po;
mod refusal;
mod shape;
mod text;
mod xliff;

pub use delivery::Delivery;
pub use format::Format;
pub use import::{Import, Imported, import};
pub use job::{Job, Wanted};
pub use refusal::Refusal;
