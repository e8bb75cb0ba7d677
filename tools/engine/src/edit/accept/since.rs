//! Translations that have changed since a revision.

use super::{Chosen, Translation};
use crate::error::Error;
use crate::project::entry::{Entry, Part};
use crate::project::locale::Locale;
use crate::project::open::Project;
use crate::project::past::{Past, PastEntries, is_same_text};
use crate::project::progress::{Progress, all};
use crate::project::revision::Revision;
use crate::project::tree::{self, Tree};

/// Finds the texts of some locales that are new, or that have changed, since a revision.
pub(super) fn changed<'t, 'a>(
    project: &Project,
    tree: &'t Tree<'a>,
    locales: &[&'t Locale<'a>],
    revision: &str,
) -> Result<Vec<Chosen<'t, 'a>>, Error> {
    let past = Past::read(Revision::read(&project.dir, revision)?, &project.settings)?;
    let nodes = tree::parse(&past.input).0;
    let Some(past_tree) = past.tree(&nodes, &project.source) else {
        return Err(format!(
            "`{revision}` has no {} in {}; give a revision that has it",
            project.source,
            project.dir.display()
        )
        .into());
    };
    let changed_in = |locale: &&'t Locale<'a>| {
        let past_locale = past_tree.locales.iter().find(|past| past.tag == locale.tag);
        let entries = past_locale.map(|locale| PastEntries::new(&past_tree, locale));
        let translations = all(tree, locale).filter_map(|progress| {
            let then = entries.as_ref().and_then(|entries| entries.of(tree, progress.entry?));
            changed_parts(progress, then)
        });
        (translations.collect(), Vec::new())
    };
    Ok(locales.iter().map(changed_in).collect())
}

/// Returns the texts of a translation that are not those of then.
fn changed_parts<'t, 'a>(progress: Progress<'t, 'a>, then: Option<&Entry<'_>>) -> Option<Translation<'t, 'a>> {
    let entry = progress.entry?;
    let has_changed = |part: &Part<'_>| {
        let now = entry.part(part.attribute)?;
        let then = then.and_then(|then| then.part(part.attribute));
        Some(!then.is_some_and(|then| is_same_text(then.pattern, now.pattern)))
    };
    let parts: Vec<&Part<'_>> = progress.parts.iter().map(|(part, _)| *part).collect();
    let parts: Vec<_> = parts.into_iter().filter(|part| has_changed(part) == Some(true)).collect();
    (!parts.is_empty()).then_some(Translation { progress, parts })
}
