//! What apps on other platforms get from a folder of locales: its texts in their formats, its codes as constants in their
//! languages, and a registry of both. The command `prompts` adds arguments and printing to it.
//!
//! ```
//! use code_prompts_engine::project::Project;
//! use code_prompts_export::export::{Format, Options, changes, export};
//! use code_prompts_export::{diff, registry};
//!
//! let dir = tempfile::tempdir()?;
//! std::fs::create_dir_all(dir.path().join("en"))?;
//! std::fs::write(dir.path().join("en/a.ftl"), "room-full = No seats left in { $room }\n")?;
//! std::fs::write(dir.path().join("codes.toml"), "source = \"en\"\n[codes]\n3001 = \"room-full\"\n")?;
//!
//! let project = Project::read(dir.path(), None)?;
//! let nodes = project.parse();
//! let tree = project.tree(&nodes)?;
//!
//! let exported = export(&project, &tree, Format::I18next, &Options::default())?;
//! assert!(exported.losses.is_empty());
//! assert_eq!(exported.files["en/prompts.json"], "{\n  \"room-full\": \"No seats left in {{room}}\"\n}\n");
//! changes(&dir.path().join("public"), Format::I18next.name(), &exported.files)?.write()?;
//!
//! let before = registry::registry(&project, &tree)?;
//! let mut after = before.clone();
//! after.codes.clear();
//! let changed = diff::diff(&before, &after);
//! assert_eq!((changed[0].rule, changed[0].rule.is_breaking()), (diff::ChangeRule::RemovedCode, true));
//! assert_eq!(changed[0].message, "3001 `room-full` is gone; move it to [retired]");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Everything here reads a folder through `code-prompts-engine` and returns files as texts. Nothing here prints, and
//! nothing writes.

#![deny(missing_docs)]

pub mod constants;
pub mod diff;
pub mod export;
mod locales;
pub mod registry;
mod rules;
mod words;
