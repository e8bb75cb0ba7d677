//! A reference to an attribute that a message or term of this locale does not have.

use crate::check::context::Context;
use crate::project::entry::Kind;
use crate::text::nearest::Guesses;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    let is_source = source.tag == locale.tag;
    let mut broken = None;
    let mut guesses = Guesses::new();
    for entry in &locale.entries {
        for reference in entry.parts().flat_map(|part| &part.facts.references) {
            let Some(attribute) = reference.attribute else { continue };
            let kind = if reference.is_term { Kind::Term } else { Kind::Message };
            let Some(found) = locale.find_from(entry.file, kind, reference.name) else { continue };
            // Where files are loaded apart, it may be meant for any of them.
            let mut all = locale.all(reference.name).iter().filter_map(|index| locale.entries.get(*index));
            if found.attribute(attribute).is_some()
                || context.tree.files_are_apart() && all.any(|entry| entry.attribute(attribute).is_some())
            {
                continue;
            }
            let full = format!("{}.{attribute}", found.shown_name());
            if broken.get_or_insert_with(|| context.broken_names(locale)).contains(full.as_str()) {
                continue;
            }
            // A fault that the translation copied is reported in the source.
            let is_copy = !is_source
                && context.tree.original(entry).is_some_and(|original| {
                    let mut references = original.parts().flat_map(|part| &part.facts.references);
                    references.any(|to| to.name == reference.name && to.attribute == Some(attribute))
                        && source.find(kind, reference.name).is_some_and(|found| found.attribute(attribute).is_none())
                });
            if is_copy && !reference.is_term {
                continue;
            }
            let owner = found.shown_name();
            let message = if reference.is_term {
                format!("`{owner}.{attribute}` never selects a variant: `{owner}` has no attribute `{attribute}`")
            } else {
                format!("readers see `{{{owner}.{attribute}}}` here: `{owner}` has no attribute `{attribute}`")
            };
            let attributes = found.attributes.iter().map(|part| part.attribute);
            let nearest = guesses.nearest_of(attribute, attributes);
            let help = match nearest {
                Some(nearest) => format!("is `{owner}.{nearest}` meant?"),
                None => format!("give `{owner}` the attribute, or remove the reference"),
            };
            let place = context.place(found.file, found.name);
            let finding = context.report(entry, attribute, message);
            finding.help = Some(help);
            finding.related = Some((place, format!("`{owner}`")));
            nearest.into_iter().for_each(|name| finding.replace(format!("Write `{owner}.{name}`"), name));
        }
    }
}
