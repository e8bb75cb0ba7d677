//! The reviews of the messages of a locale.

use super::open::{self, Project};
use super::progress::{ReviewState, all};
use crate::error::Error;

/// The reviews of the messages and terms of a locale.
#[derive(Debug)]
pub struct Reviews {
    /// Those that are translated in full, in the order of the source, terms last.
    pub items: Vec<ReviewItem>,
    /// The syntax and encoding errors in the files of the source and of the locale, one line each. If there are any, messages
    /// are left out.
    pub problems: Vec<String>,
}

/// The review of a message or a term.
#[derive(Debug)]
pub struct ReviewItem {
    /// Its id, with the hyphen of a term.
    pub id: String,
    /// Whether it is reviewed.
    pub state: ReviewState,
}

impl Reviews {
    /// Reads the reviews of a locale.
    ///
    /// # Errors
    ///
    /// The locale is the source, or does not exist.
    pub fn of(project: &Project, tag: &str) -> Result<Self, Error> {
        project.refuse_source(tag)?;
        let nodes = project.parse();
        let tree = project.tree(&nodes)?;
        let locale = open::locale(&tree, tag)?;
        let translated = all(&tree, locale).filter(|progress| progress.entry.is_some() && progress.is_translated());
        let item = |progress: super::Progress<'_, '_>| ReviewItem {
            id: progress.wanted.written_name(),
            state: progress.review(),
        };
        Ok(Self { items: translated.map(item).collect(), problems: project.unreadable(&[&project.source, tag]) })
    }

    /// Returns how many are reviewed.
    #[must_use]
    pub fn reviewed(&self) -> usize {
        self.items.iter().filter(|item| matches!(item.state, ReviewState::Reviewed(_))).count()
    }

    /// Returns how many reviews have lapsed.
    #[must_use]
    pub fn lapsed(&self) -> usize {
        self.items.iter().filter(|item| matches!(item.state, ReviewState::Lapsed(_))).count()
    }
}
