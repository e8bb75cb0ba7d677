//! A source message that a locale lacks.

use rustc_hash::FxHashMap;

use crate::check::context::Context;
use crate::check::finding::Place;
use crate::project::entry::{Entry, Kind};
use crate::project::locale::Locale;
use crate::project::record::pending;
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
    let mut above: Option<&Entry<'_>> = None;
    let mut stubs = None;
    for (wanted, entry) in context.tree.own_pairs(locale, Kind::Message) {
        if entry.is_some() {
            above = entry;
            continue;
        }
        if broken.contains(wanted.name) {
            continue;
        }
        let stub = stubs.get_or_insert_with(|| names_in_comments(context, locale)).get(wanted.name);
        let help = match stub {
            Some(_) => format!("translate `{}`: remove the `# ` from its lines, from this one on", wanted.name),
            None => format!("translate `{}`", wanted.name),
        };
        let mut finding = context
            .finding(
                stub.cloned().unwrap_or_else(|| place(context, locale, above)),
                format!("readers of {} are shown `{}` in another language", locale.tag, wanted.name),
            )
            .help(help)
            .related(context.place(wanted.file, wanted.name), format!("the message in {}", source.tag));
        finding.id = Some(wanted.name.to_owned());
        finding.codes = context.tree.codes_of(wanted.name);
        context.push(finding);
    }
}

/// Returns whether the name of a locale is reported.
fn is_reported(context: &Context<'_, '_>, locale: &Locale<'_>) -> bool {
    let (settings, rule) = (context.settings, Rule::InvalidLocale);
    let paths = settings.paths_of(locale.tag);
    settings.severity_in(&paths, rule, rule.severity(), Some(locale.tag)) != Severity::Allow
}

/// Finds the untranslated messages in comments, as `prompts add-locale` and `sync` write them.
fn names_in_comments<'a>(context: &Context<'_, 'a>, locale: &Locale<'_>) -> FxHashMap<&'a str, Place> {
    let mut names = FxHashMap::default();
    for index in locale.files.clone() {
        let lines = context.tree.file(index).readable().lines();
        let comment: Vec<&str> = lines.map(|line| line.strip_prefix("# ").unwrap_or_default()).collect();
        for name in (0..comment.len()).filter_map(|at| pending(&comment, at)) {
            names.entry(name).or_insert_with(|| context.place(index, name));
        }
    }
    names
}

/// Returns where the message belongs: at the one before it in the source, or at the start of the first file.
fn place(context: &Context<'_, '_>, locale: &Locale<'_>, above: Option<&Entry<'_>>) -> Place {
    match above {
        Some(above) => context.place(above.file, above.name),
        None => Place::Tree(locale.files.start, 0..0),
    }
}
