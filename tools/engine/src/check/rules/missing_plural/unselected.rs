//! A text without variants, where the source or a fallback locale has texts for different numbers.

use super::{are_alike, keys, text_of};
use crate::check::context::Context;
use crate::check::finding::list_with;
use crate::check::originals::{Original, has_plurals, number_before_word};
use crate::project::entry::{Entry, Kind, Part};
use crate::project::facts::Select;
use crate::project::locale::Locale;
use crate::project::selects::{is_number, variable};
use crate::text::forms::is_verbal_genitive;
use crate::text::nouns::is_plural_noun;
use crate::text::plurals::CATEGORIES;

/// Returns a variable without a select, which the original selects on and the text shows before a word.
pub(super) fn unselected<'t, 'a>(
    locale: &Locale<'a>,
    (entry, part): (&Entry<'a>, &Part<'a>),
    originals: &[Original<'t, 'a>],
) -> Option<(&'a str, Original<'t, 'a>)> {
    if entry.kind == Kind::Term {
        return None;
    }
    let source = originals.first()?.entry;
    // `unknown-variable` reports a select on a misspelled variable, which is the one that lacks its select.
    let is_known = |name| source.parts().any(|part| part.facts.variables.contains(&name));
    let mut selectors = part.facts.selects.iter().filter_map(|select| variable(select.selector));
    if selectors.any(|selector| !is_known(selector)) {
        return None;
    }
    let is_selected = |name| part.facts.selects.iter().any(|select| variable(select.selector) == Some(name));
    let mut seen: Vec<&str> = Vec::new();
    for &name in &part.facts.variables {
        if seen.contains(&name) || is_selected(name) {
            continue;
        }
        seen.push(name);
        let asks = |original: &&Original<'t, 'a>| asks_for_forms(**original, part.attribute, name, source);
        let Some(original) = originals.iter().find(asks) else { continue };
        let found = number_before_word(part.pattern, name);
        let language = locale.id.language.as_str();
        let is_form =
            |word| is_plural_noun(word, language) && !is_verbal_genitive(&text_of(part.pattern, name), word, language);
        if let Some((shown, _)) = found.filter(|(_, word)| is_form(word)) {
            return Some((shown, *original));
        }
    }
    None
}

/// Returns whether an original has different texts for different numbers, or is documented to need them elsewhere.
fn asks_for_forms(original: Original<'_, '_>, attribute: Option<&str>, name: &str, source: &Entry<'_>) -> bool {
    let Some(part) = original.entry.part(attribute) else { return false };
    let is_on = |select: &&Select<'_>| variable(select.selector) == Some(name);
    let has_forms =
        |select: &Select<'_>| has_plurals(original.locale, select, Some(source)) && !are_alike(select.variants);
    part.facts.selects.iter().filter(is_on).any(has_forms) || documents_number(original, attribute, name, source)
}

/// Returns whether an original in a language with one form shows a variable without a select, and the source's comment
/// says that it is a number.
pub(super) fn documents_number(
    original: Original<'_, '_>,
    attribute: Option<&str>,
    name: &str,
    source: &Entry<'_>,
) -> bool {
    let Some(part) = original.entry.part(attribute) else { return false };
    original.locale.plurals().cardinal().common.count_ones() == 1
        && part.facts.variables.contains(&name)
        && part.facts.selects.iter().all(|select| variable(select.selector) != Some(name))
        && is_number(name, source)
}

pub(super) fn report<'a>(context: &mut Context<'_, 'a>, entry: &Entry<'a>, variable: &str, original: Original<'_, 'a>) {
    let locale = context.locale;
    let forms = locale.plurals().cardinal().common;
    let keys = keys((0..CATEGORIES.len()).filter(|category| forms & 1 << category != 0));
    let message = format!("readers of {} see the same words for any number `${variable}`", locale.tag);
    let place = context.place(original.entry.file, original.entry.name);
    let finding = context.report(entry, variable, message);
    finding.help = Some(format!(
        "write `{{ ${variable} -> … }}` with a text for each of {}, if they differ",
        list_with(&keys, "and")
    ));
    finding.related = Some((place, format!("the message in {}", original.locale.tag)));
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::check::engine::{Options, run};
    use crate::rule::Rule;

    /// Returns the messages of the findings for Polish, in a folder with a Chinese source.
    fn found(comment: &str, fallback: &str, text: &str) -> Vec<String> {
        let dir = tempfile::tempdir().unwrap();
        let unknown = "unknown-code = ?\n";
        let write = |file: &str, text: String| fs::write(dir.path().join(file), text).unwrap();
        write("codes.toml", "source = \"zh-CN\"\nfallback = [\"en\"]\n[codes]\n1 = \"seats\"\n".to_owned());
        write("zh-CN.ftl", format!("{comment}\nseats = 还剩 {{ $count }} 个座位\n{unknown}"));
        write("en.ftl", format!("seats = {fallback}\n{unknown}"));
        write("pl.ftl", format!("seats = {text}\n{unknown}"));
        let (only, locales) = (vec![Rule::MissingPlural], vec!["pl".to_owned()]);
        let options = Options { dir: dir.path().to_owned(), only, locales, ..Options::default() };
        run(&options).unwrap().findings.into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn text_without_variants_is_found_by_a_fallback_locale_or_a_documented_number() {
        let (string, number) = ("# $count (String) - seats", "# $count (Number) - seats");
        let (one_form, forms) =
            ("Seats: { $count }", "{ $count ->\n    [one] One seat\n   *[other] { $count } seats\n  }");
        let text = "Zostało { $count } miejsc";
        let finding = "readers of pl see the same words for any number `$count`";
        assert_eq!(found("# Seats", forms, text), [finding]);
        assert_eq!(found(number, one_form, text), [finding]);
        for (comment, fallback, text) in [
            (string, one_form, text),
            ("# Seats", one_form, text),
            (number, forms, "Wolne miejsca: { $count }"),
            (number, forms, "Zostało { $count } z { $count }"),
        ] {
            assert_eq!(found(comment, fallback, text), [""; 0], "{comment}, {fallback}, {text}");
        }
    }
}
