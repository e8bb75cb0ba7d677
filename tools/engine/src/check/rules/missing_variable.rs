//! A variable that the source shows and the translation does not, or not in its default variants.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::check::context::Context;
use crate::check::reach::{PartIndex, Reach};
use crate::check::unused::is_unused;
use crate::project::entry::{Entry, Kind, Part};
use crate::project::selects::{category, numbers_of, variable, written_key};
use crate::text::plurals::{CATEGORIES, Plurals};

pub(super) fn check(context: &mut Context<'_, '_>) {
    let locale = context.locale;
    let mut reach = Reach::new(locale);
    for (wanted, entry) in context.tree.pairs(locale, Kind::Message) {
        let Some(entry) = entry else { continue };
        for original in wanted.parts().filter(|part| !part.facts.variables.is_empty()) {
            let Some(part) = entry.part(original.attribute) else { continue };
            // The usual cases, without a comparison of the rest.
            let has_same = part.facts.selects.is_empty() && part.facts.variables == original.facts.variables;
            if has_same || only_selects(original) {
                continue;
            }
            let used: FxHashSet<&str> = part.facts.variables.iter().copied().collect();
            let is_used = |variable: &&str| used.contains(*variable);
            if part.facts.selects.is_empty() && original.facts.variables.iter().all(is_used) {
                continue;
            }
            // A variable that the source does not have is the missing one, misspelled: `unknown-variable` reports it.
            let unknown = used.iter().filter(|variable| !original_has(wanted, variable)).count();
            for (variable, missing) in missing(original, part, locale.plurals()).into_iter().skip(unknown) {
                let messages = part.facts.references.iter().filter(|reference| !reference.is_term);
                let mut targets = messages.filter_map(|reference| PartIndex::find(locale, entry.file, reference));
                if targets.any(|target| {
                    let file = target.file(locale);
                    target.part(locale).is_some_and(|part| reach.part_uses(file, part, variable))
                }) {
                    continue;
                }
                if is_unused(wanted) {
                    continue;
                }
                report(context, (wanted, entry), part, variable, missing);
            }
        }
    }
}

/// Returns whether a part uses its variables only as selectors, and shows none.
fn only_selects(part: &Part<'_>) -> bool {
    let selectors = part.facts.selects.iter().filter(|select| variable(select.selector).is_some());
    selectors.count() == part.facts.variables.len()
}

/// Returns whether an entry of the source, or one that it refers to, may have a variable.
fn original_has(wanted: &Entry<'_>, variable: &str) -> bool {
    wanted.parts().any(|part| part.facts.variables.contains(&variable) || !part.facts.references.is_empty())
}

/// Where a variable is missing.
enum Missing<'p, 'a> {
    Everywhere,
    In(&'p Variant<&'a str>),
}

/// Returns the variables that the original shows and its translation does not. A variable that only some variants of
/// the original show is not missing if the translation selects on it: languages need different variants.
fn missing<'p, 'a>(original: &Part<'a>, part: &'p Part<'a>, plurals: &Plurals) -> Vec<(&'a str, Missing<'p, 'a>)> {
    let shown = Shown::of(original.pattern, Path::Any).variables;
    if shown.is_empty() {
        return Vec::new();
    }
    let by_default = Shown::of(original.pattern, Path::Default).variables.into_iter().collect::<FxHashSet<_>>();
    let here = Shown::of(part.pattern, Path::Any);
    let used: FxHashSet<_> = here.variables.iter().copied().collect();
    let always = always(part.pattern, plurals);
    let mut without = None;
    let mut seen = FxHashSet::default();
    let mut missing = Vec::new();
    for variable in shown {
        if always.contains(variable) || !seen.insert(variable) {
            continue;
        }
        if by_default.contains(variable) {
            let without = without.get_or_insert_with(|| variants_without(part.pattern, plurals));
            let variant = without.get(variable).copied();
            missing.push((variable, variant.map_or(Missing::Everywhere, Missing::In)));
        } else if !used.contains(variable) && !here.selecting.contains(variable) {
            missing.push((variable, Missing::Everywhere));
        }
    }
    missing
}

fn report<'a>(
    context: &mut Context<'_, 'a>,
    (wanted, entry): (&Entry<'a>, &Entry<'a>),
    part: &Part<'a>,
    variable: &'a str,
    missing: Missing<'_, 'a>,
) {
    let (source, locale) = (context.source().tag, context.locale.tag);
    let related = (context.place(wanted.file, variable), format!("the variable in {source}"));
    let finding = match missing {
        Missing::Everywhere => {
            let at = part.attribute.unwrap_or(entry.name);
            let message = format!("readers of {locale} never see `${variable}`, which {source} shows");
            let finding = context.report(entry, at, message);
            finding.help = Some(format!("put `{{ ${variable} }}` into the text"));
            finding
        }
        Missing::In(variant) => {
            let key = written_key(variant);
            let star = if variant.default { "*" } else { "" };
            let message = format!("readers of {locale} do not see `${variable}` where `{star}[{key}]` is shown");
            let finding = context.report(entry, key, message);
            finding.help = Some(format!("put `{{ ${variable} }}` into `{star}[{key}]` too"));
            finding
        }
    };
    finding.related = Some(related);
}

/// Returns the variables that a pattern shows in every variant that must show them.
fn always<'a>(pattern: &Pattern<&'a str>, plurals: &Plurals) -> FxHashSet<&'a str> {
    let mut shown = FxHashSet::default();
    for expression in placeables(pattern) {
        let Expression::Select { selector, variants } = expression else {
            let mut inline = Shown::default();
            inline.expression(expression, Path::Default);
            shown.extend(inline.variables);
            continue;
        };
        let selected = variable(selector);
        let is_general = general(selector, variants, plurals);
        let mut is_selected_shown = selected.is_some();
        for variant in variants {
            let is_general = is_general(variant);
            let is_needed = variant.default || (is_general && selected.is_some());
            if !is_needed {
                continue;
            }
            let here = always(&variant.value, plurals);
            is_selected_shown &= !is_general || selected.is_some_and(|selected| here.contains(selected));
            if variant.default {
                shown.extend(here.into_iter().filter(|variable| Some(*variable) != selected));
            }
        }
        shown.extend(selected.filter(|_| is_selected_shown));
    }
    shown
}

/// Finds for each variable the variant that must show it and does not: the default next to a variant that shows it, or
/// a variant of a select on it.
fn variants_without<'p, 'a>(
    pattern: &'p Pattern<&'a str>,
    plurals: &Plurals,
) -> FxHashMap<&'a str, &'p Variant<&'a str>> {
    let mut found = FxHashMap::default();
    for expression in placeables(pattern) {
        let Expression::Select { selector, variants } = expression else { continue };
        let selected = variable(selector);
        let is_general = general(selector, variants, plurals);
        for variant in variants {
            let is_selecting = selected.is_some() && is_general(variant);
            if !variant.default && !is_selecting {
                continue;
            }
            for (name, deeper) in variants_without(&variant.value, plurals) {
                let is_needed = if Some(name) == selected { is_selecting } else { variant.default };
                if is_needed {
                    found.entry(name).or_insert(deeper);
                }
            }
            let here = always(&variant.value, plurals);
            let lacks = |name: &&str| !here.contains(name);
            if let Some(name) = selected.filter(lacks).filter(|_| is_selecting) {
                found.entry(name).or_insert(variant);
            }
            let others = variants.iter().filter(|other| variant.default && !other.default);
            let shown = others.flat_map(|other| Shown::of(&other.value, Path::Any).variables);
            for name in shown.filter(lacks).filter(|name| Some(*name) != selected) {
                found.entry(name).or_insert(variant);
            }
        }
    }
    found
}

/// Returns a test for variants that match many values, so that their texts must show the value. A category with only
/// one number, such as `few` in Welsh, may write it in words, and so may `one`, even where 21 is `one`.
fn general<'p>(
    selector: &InlineExpression<&str>,
    variants: &[Variant<&str>],
    plurals: &'p Plurals,
) -> impl Fn(&Variant<&str>) -> bool + use<'p> {
    const TWO: usize = 2;
    let numbers = numbers_of(plurals, selector);
    let is_named = |other: usize| variants.iter().any(|variant| category(&variant.key) == Some(other));
    let is_for_many = move |category: usize| numbers.integers_of(category).nth(1).is_some();
    // The default matches everything without a variant. In Polish, that may be no whole number.
    let is_default_for_many = (0..CATEGORIES.len()).any(|category| !is_named(category) && is_for_many(category));
    move |variant| match category(&variant.key) {
        Some(category) => category > TWO && (is_for_many(category) || (variant.default && is_default_for_many)),
        None => variant.default && matches!(variant.key, VariantKey::Identifier { .. }),
    }
}

/// Returns the placeables of a pattern, without nested braces.
fn placeables<'p, 'a>(pattern: &'p Pattern<&'a str>) -> impl Iterator<Item = &'p Expression<&'a str>> {
    pattern.elements.iter().filter_map(|element| {
        let PatternElement::Placeable { expression } = element else { return None };
        let mut expression = expression;
        while let Expression::Inline(InlineExpression::Placeable { expression: inner }) = expression {
            expression = inner;
        }
        Some(expression)
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Path {
    /// Every variant.
    Any,
    /// The default variant of each selector.
    Default,
}

/// The variables that a pattern shows on a path, and those that it selects on.
#[derive(Default)]
struct Shown<'a> {
    variables: Vec<&'a str>,
    selecting: FxHashSet<&'a str>,
}

impl<'a> Shown<'a> {
    fn of(pattern: &Pattern<&'a str>, path: Path) -> Self {
        let mut shown = Self::default();
        shown.pattern(pattern, path);
        shown
    }

    fn pattern(&mut self, pattern: &Pattern<&'a str>, path: Path) {
        placeables(pattern).for_each(|expression| self.expression(expression, path));
    }

    fn expression(&mut self, expression: &Expression<&'a str>, path: Path) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, path),
            Expression::Select { selector, variants } => {
                let mut selector_only = Self::default();
                selector_only.inline(selector, path);
                self.selecting.extend(selector_only.variables);
                for variant in variants.iter().filter(|variant| path == Path::Any || variant.default) {
                    self.pattern(&variant.value, path);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&'a str>, path: Path) {
        match inline {
            InlineExpression::VariableReference { id } => self.variables.push(id.name),
            InlineExpression::Placeable { expression } => self.expression(expression, path),
            InlineExpression::FunctionReference { arguments, .. }
            | InlineExpression::TermReference { arguments: Some(arguments), .. } => {
                arguments.positional.iter().for_each(|argument| self.inline(argument, path));
            }
            _ => {}
        }
    }
}
