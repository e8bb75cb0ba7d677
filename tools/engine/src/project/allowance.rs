//! Comments that allow findings, with a reason: `# allow(untranslated): the brand is the same everywhere` above a
//! message, `### allow(punctuation): …` for a file.

use super::entry::Entry;
use super::locale::Locale;
use crate::rule::Rule;

/// Reads `allow(rule, rule): reason`. Returns the names of the rules, and whether there is a reason.
pub(crate) fn read(line: &str) -> Option<(impl Iterator<Item = &str>, bool)> {
    let (rules, rest) = line.trim().strip_prefix("allow(")?.split_once(')')?;
    let has_reason = rest.trim_start().strip_prefix(':').is_some_and(|reason| !reason.trim().is_empty());
    Some((rules.split(',').map(str::trim), has_reason))
}

/// Returns whether a comment above an entry, or one for its file, allows the findings of a rule.
pub(crate) fn allows(locale: &Locale<'_>, entry: &Entry<'_>, rule: Rule) -> bool {
    let of_file = locale.file_comments.iter().filter(|(file, _)| *file == entry.file).map(|(_, comment)| *comment);
    let lines = entry.comment.into_iter().chain(of_file).flat_map(|comment| &comment.content);
    lines
        .filter_map(|line| read(line))
        .any(|(mut rules, has_reason)| has_reason && rules.any(|name| name == rule.name()))
}
