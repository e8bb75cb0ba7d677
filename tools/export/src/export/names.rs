//! The names of texts in a format.

use std::collections::BTreeMap;

use code_prompts_engine::Error;

use super::texts::{Case, Message, Part};

/// The names that an export has used, to find those that two texts have.
pub(super) struct Names {
    /// The name of the platform, for errors.
    platform: &'static str,
    used: BTreeMap<String, String>,
    problems: Vec<String>,
}

impl Names {
    pub(super) fn new(platform: &'static str) -> Self {
        Self { platform, used: BTreeMap::new(), problems: Vec::new() }
    }

    /// Adds the name of a text.
    pub(super) fn add(&mut self, name: &str, message: &Message<'_, '_>, part: &Part, case: &Case) {
        let text = format!("`{}`{}", message.name(part), shown(part, case));
        let Some(other) = self.used.insert(name.to_owned(), text.clone()) else { return };
        let (path, line, column) = &message.source.place;
        self.problems.push(format!(
            "{path}:{line}:{column}: {other} and {text} have one name on {}, `{name}`; rename one",
            self.platform
        ));
    }

    /// Fails if two texts have one name.
    pub(super) fn finish(self) -> Result<(), Error> {
        if self.problems.is_empty() { Ok(()) } else { Err(Error::from(self.problems)) }
    }
}

/// Returns the variables of a case with their values, for messages to the user.
fn shown(part: &Part, case: &Case) -> String {
    let chosen = chosen(part, case).map(|(variable, key)| format!(" for ${variable} = {key}"));
    chosen.collect()
}

/// Returns the selectors by texts whose value is a key in a case.
pub(crate) fn chosen<'p>(part: &'p Part, case: &'p Case) -> impl Iterator<Item = (&'p str, &'p str)> {
    let pairs = part.selectors.iter().zip(case).filter(|(selector, _)| !selector.kind.is_number());
    pairs.filter_map(|(selector, key)| Some((selector.variable.as_str(), key.as_deref()?)))
}
