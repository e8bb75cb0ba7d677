//! Counts the placeables that the runtime resolves for a text. The runtime stops at a hundred, so that nested
//! references can't grow exponentially ("billion laughs").

use code_prompts_reader::MAX_PLACEABLES;
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use rustc_hash::FxHashMap;

use super::reach::PartIndex;
use crate::project::entry::{Entry, Part};
use crate::project::facts::Reference;
use crate::project::locale::Locale;

/// Returns the texts with more placeables than the runtime resolves, except those that only refer to such a text.
pub(super) fn too_many<'t, 'a>(locale: &'t Locale<'a>) -> Vec<(&'t Entry<'a>, &'t Part<'a>)> {
    let mut counts = Counts { locale, file: locale.files.start, known: FxHashMap::default() };
    let mut found = Vec::new();
    let may_have_many_at_all = |entry: &Entry<'_>| entry.parts().any(may_have_many);
    for (index, entry) in locale.entries.iter().enumerate().filter(|(_, entry)| may_have_many_at_all(entry)) {
        if !locale.is_first(entry) {
            continue;
        }
        let value = entry.value.as_ref().map(|part| (0, part));
        let attributes = entry.attributes.iter().enumerate().map(|(attribute, part)| (attribute + 1, part));
        for (number, part) in value.into_iter().chain(attributes).filter(|(_, part)| may_have_many(part)) {
            let is_more = |count: Option<usize>| count > Some(MAX_PLACEABLES);
            let is_too_many = is_more(counts.of(PartIndex { entry: index, part: number }));
            let is_theirs = || part.facts.references.iter().any(|to| is_more(counts.of_reference(to)));
            if is_too_many && !is_theirs() {
                found.push((entry, part));
            }
        }
    }
    found
}

/// Returns whether a text may have too many placeables. This is a quick test before counting.
fn may_have_many(part: &Part<'_>) -> bool {
    let facts = &part.facts;
    // Without references, each placeable is in the text: one for a variable, a literal, a function or a select.
    let written = [facts.variables.len(), facts.literals.len(), facts.functions.len(), facts.selects.len()];
    !facts.references.is_empty() || part.pattern.elements.len().max(written.iter().sum()) > MAX_PLACEABLES
}

struct Counts<'t, 'a> {
    locale: &'t Locale<'a>,
    /// The count of each text. `None` while it is being counted, and for a text in a cycle: `reference-cycle` reports
    /// those.
    known: FxHashMap<PartIndex, Option<usize>>,
    /// The file of the text that is being counted.
    file: usize,
}

impl<'a> Counts<'_, 'a> {
    /// Counts the referenced texts first, without recursion: a chain of references may overflow the stack.
    fn of(&mut self, root: PartIndex) -> Option<usize> {
        let mut left = vec![(root, 0)];
        while let Some((node, next)) = left.last_mut() {
            let Some(part) = node.part(self.locale) else {
                left.pop();
                continue;
            };
            if *next == 0 && self.known.contains_key(node) {
                left.pop();
                continue;
            }
            self.known.entry(*node).or_insert(None);
            if let Some(reference) = part.facts.references.get(*next) {
                *next += 1;
                let to = PartIndex::find(self.locale, node.file(self.locale), reference);
                let to = to.filter(|to| !self.known.contains_key(to));
                left.extend(to.map(|to| (to, 0)));
                continue;
            }
            let node = *node;
            self.file = node.file(self.locale);
            let count = self.pattern(part.pattern);
            self.known.insert(node, count);
            left.pop();
        }
        self.known.get(&root).copied().flatten()
    }

    fn of_reference(&self, reference: &Reference<'a>) -> Option<usize> {
        let Some(node) = PartIndex::find(self.locale, self.file, reference) else { return Some(0) };
        self.known.get(&node).copied().flatten()
    }

    fn pattern(&self, pattern: &Pattern<&'a str>) -> Option<usize> {
        sum(pattern.elements.iter().map(|element| match element {
            PatternElement::TextElement { .. } => Some(0),
            PatternElement::Placeable { expression } => self.expression(expression)?.checked_add(1),
        }))
    }

    fn expression(&self, expression: &Expression<&'a str>) -> Option<usize> {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                let counts: Option<Vec<_>> = variants.iter().map(|variant| self.pattern(&variant.value)).collect();
                sum([self.inline(selector), counts?.into_iter().max()].into_iter())
            }
        }
    }

    fn inline(&self, inline: &InlineExpression<&'a str>) -> Option<usize> {
        let (is_term, id, attribute, arguments) = match inline {
            InlineExpression::Placeable { expression } => return self.expression(expression),
            InlineExpression::MessageReference { id, attribute } => (false, id, attribute, None),
            InlineExpression::TermReference { id, attribute, arguments } => (true, id, attribute, arguments.as_ref()),
            InlineExpression::FunctionReference { arguments, .. } => return self.all(&arguments.positional),
            _ => return Some(0),
        };
        let attribute = attribute.as_ref().map(|attribute| attribute.name);
        let reference = Reference { is_term, name: id.name, attribute, given: &[] };
        let given = arguments.map_or(Some(0), |arguments| self.all(&arguments.positional));
        sum([self.of_reference(&reference), given].into_iter())
    }

    fn all(&self, inlines: &[InlineExpression<&'a str>]) -> Option<usize> {
        sum(inlines.iter().map(|inline| self.inline(inline)))
    }
}

/// Adds counts, up to a maximum that can't overflow.
fn sum(mut counts: impl Iterator<Item = Option<usize>>) -> Option<usize> {
    const ENOUGH: usize = usize::MAX / 2;
    counts.try_fold(0, |sum: usize, count| Some(sum.saturating_add(count?).min(ENOUGH)))
}
