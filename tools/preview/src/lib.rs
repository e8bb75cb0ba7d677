//! A page with all texts of a folder of locales: codes by locales, with the state of each translation. The command
//! `prompts preview` adds arguments and printing to it.
//!
//! [`preview`] reads and checks a folder through `code-prompts-engine`, and returns pages that need no other file, no
//! network and no script. [`Preview::write`] writes them.
//!
//! ```
//! use code_prompts_engine::check::Options;
//! use code_prompts_preview::preview;
//!
//! let dir = tempfile::tempdir()?;
//! std::fs::write(dir.path().join("en.ftl"), "room-full = No seats left\n")?;
//! std::fs::write(dir.path().join("fr.ftl"), "room-full = Plus de places\n")?;
//!
//! let options = Options { dir: dir.path().to_owned(), source: Some("en".to_owned()), ..Options::default() };
//! let preview = preview(&options, &[], &|_| ())?;
//! assert!(preview.pages["index.html"].contains(r#"<p lang="fr" dir="ltr">Plus de places</p>"#));
//! preview.write(&dir.path().join("site"))?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![deny(missing_docs)]

mod column;
mod diff;
mod finding;
mod page;
mod policy;
mod row;
mod rows;
mod state;
mod texts;
mod words;
mod write;
mod writer;

use std::collections::BTreeMap;

use code_prompts_engine::Error;
use code_prompts_engine::check::{Options, run_with};

use page::Page;
use rows::Rows;
use words::Language;

/// The pages of a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The HTML of each page by its name: `index.html` in English, and `index.zh-CN.html` in Chinese.
    pub pages: BTreeMap<&'static str, String>,
}

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The folder is read and checked.
    Check,
    /// The texts of this many messages, of all, are prepared.
    Texts(usize, usize),
    /// The pages are put together.
    Pages,
}

/// Returns the pages for a folder. `locales` are those to show beside the source; all, if there are none. Calls `progress`
/// now and then, also from other threads.
///
/// # Errors
///
/// Those of [`code_prompts_engine::check::run`], an invalid `codes.toml`, and a locale that does not exist. Invalid messages
/// are shown with their findings.
pub fn preview(options: &Options, locales: &[String], progress: &(dyn Fn(Step) + Sync)) -> Result<Preview, Error> {
    progress(Step::Check);
    let (outcome, rows) = run_with(options, |tree, findings| Rows::of(tree, findings, locales, progress))?;
    progress(Step::Pages);
    let page = Page::new(&outcome, &rows);
    let pages = Language::ALL.iter().map(|language| (language.file(), page.html(*language)));
    Ok(Preview { pages: pages.collect() })
}
