//! A code whose message the source locale lacks.

use crate::check::context::Context;
use crate::check::finding::Place;
use crate::check::fix::Fix;
use code_prompts_reader::names::UNKNOWN_CODE;

use crate::project::codes::Codes;
use crate::project::entry::Kind;
use crate::text::nearest::nearest;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (tree, source) = (context.tree, context.source());
    let Codes::Catalog(catalog) = &tree.codes else { return };
    // `syntax` reports messages that can't be parsed.
    let broken = context.broken_names(source);
    let exists = |name: &str| source.find(Kind::Message, name).is_some() || broken.contains(name);
    let names = || source.entries.iter().filter(|entry| entry.kind == Kind::Message).map(|entry| entry.name);
    for entry in catalog.codes().filter(|entry| !exists(entry.id())) {
        let at = entry.position();
        let message =
            format!("{} has no text for code {}: there is no message `{}`", source.tag, entry.code(), entry.id());
        let nearest = nearest(entry.id(), names());
        let help = match nearest {
            Some(name) => format!("write `{}` in {}, or `{name}` here, if that is meant", entry.id(), source.tag),
            None => format!("write `{}` in {}, or fix the name here", entry.id(), source.tag),
        };
        let fix = nearest.and_then(|name| renaming(context, (at.line, at.column), entry.id(), name));
        let finding =
            context.push(context.finding(Place::Path(at.file.clone(), at.line, at.column), message).help(help));
        finding.id = Some(entry.id().to_owned());
        finding.codes = vec![entry.code().value()];
        finding.fix = fix;
    }
    if !exists(UNKNOWN_CODE) {
        let message = format!(
            "users see only a number for a code that is not in codes.toml: {} has no `{UNKNOWN_CODE}`",
            source.tag
        );
        let help = format!("write a message `{UNKNOWN_CODE}` in {}", source.tag);
        context.push(context.finding(Place::Tree(source.files.start, 0..0), message).help(help)).id =
            Some(UNKNOWN_CODE.to_owned());
    }
}

/// Returns a fix that writes another id in `codes.toml`, in the line of a code.
fn renaming(context: &Context<'_, '_>, (line, column): (usize, usize), id: &str, name: &str) -> Option<Fix> {
    let codes = context.tree.input.codes.as_ref()?;
    let start = codes.character(line, column).start;
    let at = codes.text.get(start..)?.lines().next()?.find(&format!("\"{id}\""))? + 1;
    Some(Fix::new(format!("Write `{name}`"), start + at..start + at + id.len(), name))
}
