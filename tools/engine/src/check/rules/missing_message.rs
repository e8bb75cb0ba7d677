//! A source message that a locale lacks.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::check::context::Context;
use crate::check::finding::Place;
use crate::project::codes::Codes;
use crate::project::entry::{Entry, Kind};
use crate::project::locale::Locale;
use crate::project::record::pending;
use crate::project::twins::path_in;
use crate::rule::{Rule, Severity};

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    // `invalid-locale` reports a folder with an invalid name, unless that rule is allowed.
    let is_misnamed = *locale.id != locale.tag;
    if is_misnamed && is_reported(context, locale) {
        return;
    }
    // `syntax` reports broken messages.
    let broken = context.broken_names(locale);
    let mut places = Places::new(context);
    // The messages of each missing file.
    let mut files: BTreeMap<usize, (Place, Vec<&Entry<'_>>)> = BTreeMap::new();
    for (wanted, entry) in context.tree.own_pairs(locale, Kind::Message) {
        if let Some(entry) = entry {
            places.above = Some((wanted.file, entry.file));
            continue;
        }
        if broken.contains(wanted.name) {
            continue;
        }
        let (place, help) = match places.waiting(context, wanted) {
            Some(place) => {
                (place, format!("translate `{}`: remove the `# ` from its lines, from this one on", wanted.name))
            }
            None => (places.of(context, wanted), format!("translate `{}`", wanted.name)),
        };
        // A missing file is one finding. Codes are missed one by one.
        if matches!((&place, &context.tree.codes), (Place::Path(..), Codes::None)) {
            files.entry(wanted.file).or_insert_with(|| (place, Vec::new())).1.push(wanted);
            continue;
        }
        report(context, wanted, place, help);
    }
    for (file, (place, messages)) in files {
        match messages.as_slice() {
            [wanted] => report(context, wanted, place, format!("translate `{}`", wanted.name)),
            all => {
                let message = format!(
                    "readers of {} are shown {} messages in another language: this file is missing",
                    locale.tag,
                    all.len()
                );
                let related = Place::Tree(file, 0..0);
                let finding = context.finding(place, message).help("translate the file");
                context.push(finding.related(related, format!("the file in {}", source.tag)));
            }
        }
    }
}

fn report<'a>(context: &mut Context<'_, 'a>, wanted: &Entry<'a>, place: Place, help: String) {
    let (source, locale) = (context.source().tag, context.locale.tag);
    let mut finding = context
        .finding(place, format!("readers of {locale} are shown `{}` in another language", wanted.name))
        .help(help)
        .related(context.place(wanted.file, wanted.name), format!("the message in {source}"));
    finding.id = Some(wanted.name.to_owned());
    finding.codes = context.tree.codes_of(wanted.name);
    context.push(finding);
}

/// Returns whether the name of a locale is reported.
fn is_reported(context: &Context<'_, '_>, locale: &Locale<'_>) -> bool {
    let (settings, rule) = (context.settings, Rule::InvalidLocale);
    let paths = settings.paths_of(locale.tag);
    settings.severity_in(&paths, rule, rule.severity(), Some(locale.tag)) != Severity::Allow
}

/// Finds the places where translations belong.
struct Places<'a> {
    /// The locale's files by the source's file that each translates.
    files: FxHashMap<usize, usize>,
    /// The places of untranslated messages in comments, each also with the source's file if files are loaded apart. They
    /// are found at the first use.
    waiting: Option<FxHashMap<(Option<usize>, &'a str), Place>>,
    /// The file of the last message of the source that is translated, and the file of the translation.
    above: Option<(usize, usize)>,
}

impl<'a> Places<'a> {
    fn new(context: &Context<'_, 'a>) -> Self {
        Self { files: context.tree.twins.files_of(context.locale), waiting: None, above: None }
    }

    /// Returns the place of the comment that waits to be translated, as `prompts add-locale` and `sync` write it.
    fn waiting(&mut self, context: &Context<'_, 'a>, wanted: &Entry<'a>) -> Option<Place> {
        let file = context.tree.files_are_apart().then_some(wanted.file);
        self.waiting.get_or_insert_with(|| names_in_comments(context)).get(&(file, wanted.name)).cloned()
    }

    /// Returns the place where a message can be added: the end of the file that has the source's path, or else of the one
    /// that has the message above it. If there is none, it is the path of the file to create.
    fn of(&self, context: &Context<'_, '_>, wanted: &Entry<'_>) -> Place {
        let (tree, locale) = (context.tree, context.locale);
        let is_beside = |(source, _): &(usize, usize)| *source == wanted.file && !tree.files_are_apart();
        let file = self.files.get(&wanted.file).copied().or(self.above.filter(is_beside).map(|(_, file)| file));
        let to_create = || path_in(tree.input, locale.tag, context.source().tag, wanted.file);
        match (file, file.is_none().then(to_create).flatten()) {
            (None, Some(path)) => Place::Path(path.into(), 1, 1),
            (file, _) => {
                let file = file.unwrap_or(locale.files.start);
                let end = tree.file(file).text.len();
                Place::Tree(file, end..end)
            }
        }
    }
}

/// Finds the untranslated messages in comments, as `prompts add-locale` and `sync` write them.
fn names_in_comments<'a>(context: &Context<'_, 'a>) -> FxHashMap<(Option<usize>, &'a str), Place> {
    let (tree, mut names) = (context.tree, FxHashMap::default());
    for index in context.locale.files.clone() {
        let lines = tree.file(index).readable().lines();
        let comment: Vec<&str> = lines.map(|line| line.strip_prefix("# ").unwrap_or_default()).collect();
        let source_file = tree.twins.source_file(index).filter(|_| tree.files_are_apart());
        for name in (0..comment.len()).filter_map(|at| pending(&comment, at)) {
            names.entry((source_file, name)).or_insert_with(|| context.place(index, name));
        }
    }
    names
}
