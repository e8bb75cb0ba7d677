//! A variable that the source shows and the translation does not, or not on its default path.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use rustc_hash::FxHashSet;

use super::super::context::Context;
use super::super::facts::Facts;
use super::super::reach::{Names, Node, Reach};
use super::super::tree::{Entry, Kind, Part};

pub(super) const NAME: &str = "missing-variable";
pub(super) const DOCS: &str = include_str!("../../../rules/missing-variable/README.md");

pub(super) fn check(context: &mut Context<'_, '_>) {
    let locale = context.locale;
    let mut reach = Reach::new(locale);
    for (wanted, entry) in context.tree.pairs(locale, Kind::Message) {
        let Some(entry) = entry else { continue };
        for original in wanted.parts().filter(|part| !part.facts.variables.is_empty()) {
            let Some(part) = entry.part(original.attribute) else { continue };
            let used = Names::new(&part.facts.variables);
            let is_used = |variable: &&str| used.contains(variable);
            if part.facts.selects.is_empty() && original.facts.variables.iter().all(is_used) {
                continue;
            }
            for (variable, missing) in missing(original, part) {
                let messages = part.facts.references.iter().filter(|reference| !reference.is_term);
                let mut targets = messages.filter_map(|reference| Node::find(locale, reference)?.part(locale));
                if targets.any(|target| reach.part_uses(target, variable)) {
                    continue;
                }
                report(context, (wanted, entry), part, variable, &missing);
            }
        }
    }
}

/// Where a variable is missing.
enum Missing<'a> {
    Everywhere,
    /// The key of the default variant without it.
    Default(&'a str),
}

/// Lists the variables that the original shows and its translation does not. What only selects need not: languages
/// differ in what they tell apart.
fn missing<'a>(original: &Part<'a>, part: &Part<'a>) -> Vec<(&'a str, Missing<'a>)> {
    let (shown, shown_by_default) = (Shown::of(original.pattern, Path::Any), Shown::of(original.pattern, Path::Default));
    let (here, here_by_default) = (Shown::of(part.pattern, Path::Any), Shown::of(part.pattern, Path::Default));
    let by_default: FxHashSet<_> = shown_by_default.variables.iter().copied().collect();
    let used: FxHashSet<_> = here.variables.iter().copied().collect();
    let used_by_default: FxHashSet<_> = here_by_default.variables.iter().copied().collect();
    let mut told = FxHashSet::default();
    let mut missing = Vec::new();
    for variable in shown.variables {
        if used_by_default.contains(variable) || here.selecting.contains(variable) || !told.insert(variable) {
            continue;
        }
        if !used.contains(variable) {
            missing.push((variable, Missing::Everywhere));
        } else if by_default.contains(variable) {
            missing.extend(here_by_default.key_without(variable).map(|key| (variable, Missing::Default(key))));
        }
    }
    missing
}

fn report<'a>(
    context: &mut Context<'_, 'a>,
    (wanted, entry): (&Entry<'a>, &Entry<'a>),
    part: &Part<'a>,
    variable: &'a str,
    missing: &Missing<'a>,
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
        Missing::Default(key) => {
            let message = format!("readers of {locale} do not see `${variable}` where `*[{key}]` is shown");
            let finding = context.report(entry, key, message);
            finding.help = Some(format!("put `{{ ${variable} }}` into `*[{key}]` too"));
            finding
        }
    };
    finding.related = Some(related);
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Path {
    /// Every variant.
    Any,
    /// The default variant of each selector.
    Default,
}

/// What a pattern shows on a path, and what it selects by there.
#[derive(Default)]
struct Shown<'a> {
    variables: Vec<&'a str>,
    selecting: FxHashSet<&'a str>,
    selects: Vec<&'a [Variant<&'a str>]>,
}

impl<'a> Shown<'a> {
    fn of(pattern: &'a Pattern<&'a str>, path: Path) -> Self {
        let mut shown = Self::default();
        shown.pattern(pattern, path);
        shown
    }

    fn pattern(&mut self, pattern: &'a Pattern<&'a str>, path: Path) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression, path);
            }
        }
    }

    fn expression(&mut self, expression: &'a Expression<&'a str>, path: Path) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, path),
            Expression::Select { selector, variants } => {
                self.selects.push(variants);
                let mut selector_only = Self::default();
                selector_only.inline(selector, path);
                self.selecting.extend(selector_only.variables);
                for variant in variants.iter().filter(|variant| path == Path::Any || variant.default) {
                    self.pattern(&variant.value, path);
                }
            }
        }
    }

    fn inline(&mut self, inline: &'a InlineExpression<&'a str>, path: Path) {
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

    /// Finds the default variant beside another that shows the variable.
    fn key_without(&self, variable: &str) -> Option<&'a str> {
        let shows = |variant: &Variant<&'a str>| Facts::of(&variant.value).variables.contains(&variable);
        let variants = self.selects.iter().find(|variants| variants.iter().any(|variant| !variant.default && shows(variant)))?;
        variants.iter().find(|variant| variant.default).map(|variant| match variant.key {
            VariantKey::Identifier { name } => name,
            VariantKey::NumberLiteral { value } => value,
        })
    }
}
