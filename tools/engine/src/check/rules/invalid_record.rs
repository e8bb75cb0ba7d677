//! A record or a review that can't be read, in a records file or in a comment.

use std::path::PathBuf;

use crate::check::context::{Context, place};
use crate::check::finding::Place;
use crate::project::records::{RecordPlace, review_line};
use crate::project::review::{is_reviewed, read_line};

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (tree, locale) = (context.tree, context.locale);
    let is_of_locale = |path: &&PathBuf| path.file_stem().is_some_and(|stem| stem == locale.tag);
    for path in tree.input.ignored_records.iter().filter(is_of_locale) {
        let message =
            format!("the records of {} are ignored: codes.toml does not say `records = \"file\"`", locale.tag);
        let place = Place::Path(path.display().to_string().into(), 1, 1);
        context.push(context.finding(place, message).help("set it there, or delete the file"));
    }
    if let Some(records) = locale.records {
        for problem in &records.problems {
            let place = place(tree, RecordPlace::File(records, problem.at));
            context.push(context.finding(place, problem.message.clone()).help(problem.help.clone()));
        }
    }
    for file in locale.files.clone() {
        let Some((line, at)) = review_line(locale, file) else { continue };
        if let Err(problem) = is_reviewed(line) {
            let message = format!("this review of {} does not count: {problem}", locale.tag);
            let help = "write it as `reviewed by NAME on 2026-11-27`";
            context.push(context.finding(place(tree, at), message).help(help));
        }
    }
    for entry in &locale.entries {
        for line in entry.comment.iter().flat_map(|comment| &comment.content) {
            if let Some(Err(problem)) = read_line(line) {
                let name = entry.shown_name();
                let message = format!("this review of `{name}` does not count: {problem}");
                let help = format!("delete it, and run `prompts review {} {name} --by NAME`", locale.tag);
                context.report(entry, line, message).help = Some(help);
            }
        }
    }
}
