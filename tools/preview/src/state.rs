//! The state of a message in a locale.

use code_prompts_engine::project::TextState;

/// From the best to the worst: a message has the worst of those of its texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum State {
    Source,
    Reviewed,
    Draft,
    Stale,
    Missing,
}

impl From<TextState> for State {
    fn from(state: TextState) -> Self {
        match state {
            TextState::Source => Self::Source,
            TextState::Reviewed => Self::Reviewed,
            TextState::Draft => Self::Draft,
            TextState::Stale => Self::Stale,
        }
    }
}

impl State {
    pub(crate) const ALL: [Self; 5] = [Self::Source, Self::Reviewed, Self::Draft, Self::Stale, Self::Missing];

    /// Returns its name in classes, in the script and in the interface's texts.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Reviewed => "reviewed",
            Self::Draft => "draft",
            Self::Stale => "stale",
            Self::Missing => "missing",
        }
    }
}
