//! The notes to the translator of a text.

use super::job::Note;
use super::shape::{Shape, Step};
use super::text::Text;
use super::texts::{PartTexts, Texts};
use crate::project::codes::Codes;
use crate::project::entry::{Entry, Part, group_heading};
use crate::project::open::Project;
use crate::project::progress::Progress;
use crate::project::record;
use crate::text::plurals::{CATEGORIES, Numbers};

/// How many numbers are shown as an example of a plural form.
const EXAMPLES: usize = 4;

/// Returns the notes on a text: of its group, of the message, of its variant, and the texts of the fallback locales.
pub(super) fn notes(
    project: &Project,
    texts: &Texts<'_, '_>,
    (item, part): (&Progress<'_, '_>, &Part<'_>),
    (of_part, steps): (&PartTexts, &[Step]),
) -> Vec<Note> {
    let wanted = item.wanted;
    let group = wanted.group.map(group_heading);
    let group =
        group.map(|group| group.lines().map(|line| line.trim_start_matches(['#', ' '])).collect::<Vec<_>>().join("\n"));
    let of_message: Vec<&str> = record::notes(wanted, texts.tree.source().tag).collect();
    let codes: Vec<String> = texts.tree.codes_of(&wanted.written_name()).iter().map(ToString::to_string).collect();
    let max = max_length(project, texts, wanted).filter(|_| part.attribute.is_none());
    let mut notes = vec![
        ("group", group.unwrap_or_default()),
        ("note", of_message.join("\n")),
        ("codes", codes.join(", ")),
        ("max-length", max.map_or_else(String::new, |max| format!("at most {max} characters"))),
        ("variant", variant(texts, steps)),
    ];
    if of_part.is_raw {
        notes.push((
            "syntax",
            "this is Fluent syntax; translate the words outside of braces and after brackets".to_owned(),
        ));
    }
    let others = texts.others.iter().filter_map(|other| {
        let part = other.find(wanted.kind, wanted.name)?.part(part.attribute)?;
        let shape = Shape::of(part.pattern);
        let text = shape.as_ref().and_then(|shape| shape.at(steps)).map(|(text, _)| text.to_string());
        Some((other.tag, text.unwrap_or_else(|| part.text())))
    });
    let all = notes.into_iter().chain(others).filter(|(_, text)| !text.trim().is_empty());
    all.map(|(category, text)| Note { category: category.to_owned(), text: Text::words(&text).to_string() }).collect()
}

fn max_length(project: &Project, texts: &Texts<'_, '_>, wanted: &Entry<'_>) -> Option<usize> {
    let Codes::Catalog(catalog) = &texts.tree.codes else { return None };
    catalog.entry(catalog.code_named(wanted.name)?)?.max_length().or(project.settings.max_length)
}

/// Returns for which values the text of a variant is.
fn variant(texts: &Texts<'_, '_>, steps: &[Step]) -> String {
    let about = |Step { selector, key, is_default }: &Step| {
        let is_ordinal = selector.contains("type: \"ordinal\"");
        let plurals = texts.locale.plurals();
        let numbers = if is_ordinal { plurals.ordinal() } else { plurals.cardinal() };
        let or_other = if *is_default { ", or has any other value" } else { "" };
        match CATEGORIES.iter().position(|category| category == key) {
            Some(category) => format!("{selector} is of the plural form `{key}`{}", examples(numbers, category)),
            None => format!("{selector} is `{key}`{or_other}"),
        }
    };
    let about: Vec<String> = steps.iter().map(about).collect();
    if about.is_empty() { String::new() } else { format!("shown if {}", about.join(" and ")) }
}

/// Returns some numbers of a plural form.
fn examples(numbers: &Numbers, category: usize) -> String {
    let mut examples = numbers.integers_of(category);
    let shown: Vec<String> = examples.by_ref().take(EXAMPLES).map(|number| number.to_string()).collect();
    match (shown.is_empty(), examples.next()) {
        (true, _) => String::new(),
        (false, None) => format!(": {}", shown.join(", ")),
        (false, Some(_)) => format!(": {}, …", shown.join(", ")),
    }
}
