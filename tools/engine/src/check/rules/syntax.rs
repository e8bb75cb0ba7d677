//! A syntax error.

use std::sync::Arc;

use code_prompts_reader::BrokenPart;
use rustc_hash::FxHashMap;

use crate::check::cause::Cause;
use crate::check::context::Context;
use crate::check::finding::Place;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let mut causes = Causes::default();
    for index in context.locale.files.clone() {
        let file = context.tree.file(index);
        if file.has_old_line_ends() {
            let message = "readers do not see the messages in this file: its lines end in CR, as in old Mac files";
            context.push(context.finding(Place::Tree(index, 0..0), message).help("save the file with LF line ends"));
            continue;
        }
        for unread in &file.unread {
            let start = floor(&file.text, unread.offset);
            let next = file.text[start..].chars().next().filter(|next| !matches!(next, '\r' | '\n'));
            let place = Place::Tree(index, start..start + next.map_or(0, char::len_utf8));
            let message = match &unread.name {
                Some(name) => format!("`{name}` can't be shown: {}", unread.problem),
                None => format!("expected a message, term or comment: {}", unread.problem),
            };
            let mut finding = context.finding(place, message);
            finding.help = unread.problem.help();
            finding.cause = Some(causes.of(context, unread));
            let begin = floor(&file.text, unread.span.start);
            if begin < start && file.text[begin..start].contains('\n') {
                finding = finding.related(Place::Tree(index, begin..begin), "it begins here");
            }
            if let Some(name) = &unread.name {
                let message = name.split('.').next().unwrap_or_default();
                finding.codes = context.tree.codes_of(message);
                finding.id = Some(name.clone());
            }
            context.push(finding);
        }
    }
}

/// The syntax errors of a locale by what is wrong. A file for another parser has one in every message.
#[derive(Default)]
struct Causes {
    /// The number of texts of the locale, with those that are not read. Counted at the first error.
    texts: Option<usize>,
    by_problem: FxHashMap<(String, String), Arc<Cause>>,
}

impl Causes {
    fn of(&mut self, context: &Context<'_, '_>, unread: &BrokenPart) -> Arc<Cause> {
        let (problem, help) = (unread.problem.to_string(), unread.problem.help().unwrap_or_default());
        let texts = *self.texts.get_or_insert_with(|| {
            let files = context.locale.files.clone();
            let broken: usize = files.map(|file| context.tree.file(file).unread.len()).sum();
            Cause::texts_of(context.locale) + broken
        });
        let cause = self.by_problem.entry((problem, help)).or_insert_with_key(|(problem, help)| {
            Cause::new(texts, format!("can't be shown: {problem}"), help.clone())
        });
        Arc::clone(cause)
    }
}

/// Returns the start of the character that an offset is in.
fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
