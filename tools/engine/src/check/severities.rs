//! The severity of each finding, by the settings of its path and its locale, and by what the locale requires.

use rustc_hash::FxHashMap;

use super::finding::{Finding, Place};
use crate::project::entry::{Entry, Kind};
use crate::project::locale::Locale;
use crate::project::pattern::below;
use crate::project::progress::LocaleSummary;
use crate::project::settings::Settings;
use crate::project::tree::Tree;
use crate::rule::{Rule, Severity};

/// Sets the severity of each finding. Removes those that are allowed, and returns them.
pub(super) fn apply(
    tree: &Tree<'_>,
    settings: &Settings,
    summaries: &[LocaleSummary],
    findings: &mut Vec<Finding>,
) -> Vec<Finding> {
    let complete = Complete::new(tree, settings, summaries);
    let mut paths = Paths { tree, settings, of_files: FxHashMap::default() };
    for finding in findings.iter_mut() {
        // The table of locales counts them.
        let is_counted_only =
            finding.rule == Rule::MissingMessage && finding.severity == Severity::Error && complete.has(finding);
        let default = if is_counted_only { Severity::Allow } else { finding.severity };
        let locale = finding.locale.as_deref();
        finding.severity = settings.severity_in(&paths.of(&finding.place), finding.rule, default, locale);
    }
    let all = std::mem::take(findings).into_iter();
    let (allowed, reported) = all.partition(|finding| finding.severity == Severity::Allow);
    *findings = reported;
    allowed
}

/// Returns whether a message has all texts of the source.
pub(super) fn is_whole(wanted: &Entry<'_>, entry: Option<&Entry<'_>>) -> bool {
    entry.is_some_and(|entry| wanted.shown_parts().all(|part| entry.part(part.attribute).is_some()))
}

/// The settings of the paths of findings.
struct Paths<'t, 'a> {
    tree: &'t Tree<'a>,
    settings: &'t Settings,
    of_files: FxHashMap<usize, Vec<usize>>,
}

impl Paths<'_, '_> {
    fn of(&mut self, place: &Place) -> Vec<usize> {
        let (tree, settings) = (self.tree, self.settings);
        match place {
            _ if settings.path_patterns().next().is_none() => Vec::new(),
            Place::Path(path, ..) => settings.paths_of(&below(tree.dir(), path.as_ref().as_ref())),
            Place::Tree(file, _) => {
                let of_file = || settings.paths_of(&tree.below(*file));
                self.of_files.entry(*file).or_insert_with(of_file).clone()
            }
        }
    }
}

/// The parts of locales that have the required percentage of translated messages. Each is a locale, and the settings of
/// paths that set the percentage for the part, if any.
struct Complete<'t, 'a> {
    tree: &'t Tree<'a>,
    settings: &'t Settings,
    parts: FxHashMap<(String, Option<usize>), bool>,
}

impl<'t, 'a> Complete<'t, 'a> {
    fn new(tree: &'t Tree<'a>, settings: &'t Settings, summaries: &[LocaleSummary]) -> Self {
        let mut complete = Self { tree, settings, parts: FxHashMap::default() };
        for summary in summaries {
            let locale = tree.locales.iter().find(|locale| locale.tag == summary.locale);
            match locale.filter(|_| settings.has_required_paths()) {
                Some(locale) => complete.count(locale),
                None => {
                    let (part, required) = settings.required(&summary.locale, None);
                    complete.parts.insert((summary.locale.clone(), part), summary.percent() >= required);
                }
            }
        }
        complete
    }

    /// Counts the messages of each part of a locale.
    fn count(&mut self, locale: &Locale<'_>) {
        let files = self.tree.source().files.clone();
        let parts: FxHashMap<usize, _> = files.map(|file| (file, self.part(locale.tag, file))).collect();
        let mut counts: FxHashMap<Option<usize>, (f64, f64, f64)> = FxHashMap::default();
        for (wanted, entry) in self.tree.own_pairs(locale, Kind::Message) {
            let Some((part, required)) = parts.get(&wanted.file).copied() else { continue };
            let (messages, translated, _) = counts.get(&part).copied().unwrap_or_default();
            let translated = translated + if is_whole(wanted, entry) { 1.0 } else { 0.0 };
            counts.insert(part, (messages + 1.0, translated, required));
        }
        for (part, (messages, translated, required)) in counts {
            self.parts.insert((locale.tag.to_owned(), part), 100.0 * translated >= required * messages);
        }
    }

    /// Returns the settings of paths, and the required percentage, for the translations of a file of the source.
    fn part(&self, locale: &str, file: usize) -> (Option<usize>, f64) {
        // The path begins with the locale: `en/menu.ftl` or `en.ftl`.
        let path = self.tree.below(file);
        let rest = path.strip_prefix(self.tree.source().tag).unwrap_or(&path);
        self.settings.required(locale, Some(&format!("{locale}{rest}")))
    }

    /// Returns whether the part of a locale that lacks a message has enough messages.
    fn has(&self, finding: &Finding) -> bool {
        let Some(locale) = finding.locale.as_deref() else { return false };
        let part = match &finding.related {
            // The message in the source.
            Some((Place::Tree(file, _), _)) if self.settings.has_required_paths() => self.part(locale, *file).0,
            _ => None,
        };
        self.parts.get(&(locale.to_owned(), part)).copied().unwrap_or_default()
    }
}
