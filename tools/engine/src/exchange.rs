//! Files for translators who work with other tools: XLIFF 2, PO and CSV.
//!
//! A [`Job`] has the texts to translate. [`Job::write`] writes it in a [`Format`], and [`Delivery::read`] reads the file
//! that comes back. [`import()`] compares it with the folder as it is now, and returns the changes, or why it refuses them.
//!
//! A text has no selects: each variant of a message is a text of its own, with its placeables as Fluent writes them, such
//! as `{ $code }`.
//!
//! ```
//! use code_prompts_engine::exchange::{Delivery, Format, Import, Job, Wanted, import};
//! use code_prompts_engine::project::Project;
//!
//! let dir = tempfile::tempdir()?;
//! std::fs::write(dir.path().join("en.ftl"), "room-full = The room is full\n")?;
//! std::fs::write(dir.path().join("fr.ftl"), "")?;
//! let project = Project::read(dir.path(), Some("en"))?;
//! let nodes = project.parse();
//! let job = Job::of(&project, &project.tree(&nodes)?, "fr", Wanted::ToDo)?.write(Format::Po);
//! assert!(job.ends_with("msgctxt \"room-full\"\nmsgid \"The room is full\"\nmsgstr \"\"\n"));
//!
//! let file = tempfile::NamedTempFile::new()?;
//! std::fs::write(file.path(), job.replace("full\"\nmsgstr \"\"", "full\"\nmsgstr \"La salle est pleine\""))?;
//! let imported = import(&project, &Delivery::read(file.path(), Some(Format::Po))?, Import::default())?;
//! assert!(imported.refused.is_empty());
//! imported.changes.write()?;
//! let text = std::fs::read_to_string(dir.path().join("fr.ftl"))?;
//! assert_eq!(text, "# en: The room is full\nroom-full = La salle est pleine\n");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod collect;
mod csv;
mod delivery;
mod format;
mod import;
mod job;
mod key;
mod notes;
mod po;
mod refusal;
mod shape;
mod text;
mod texts;
mod xliff;

pub use collect::Wanted;
pub use delivery::Delivery;
pub use format::Format;
pub use import::{Import, Imported, import};
pub use job::Job;
pub use refusal::Refusal;
