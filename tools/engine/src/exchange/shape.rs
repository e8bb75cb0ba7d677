//! The variants of a pattern: a tree of selects whose leaves are texts without selects.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant};

use super::text::{Text, with_pattern};
use crate::edit::stub::Stubs;
use crate::project::entry::{Entry, Part, pattern_text};
use crate::project::facts::Select;
use crate::project::selects::{variable, written_key};

/// The largest number of texts that a pattern is divided into.
const MOST_LEAVES: usize = 60;

/// The variants of a pattern. Words around a select are in each of its texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Text(Text),
    Select { selector: String, branches: Vec<Branch> },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Branch {
    pub(super) key: String,
    pub(super) is_default: bool,
    pub(super) shape: Shape,
}

/// A variant on the way to a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) selector: String,
    pub(super) key: String,
    pub(super) is_default: bool,
}

/// A text of a shape, and the way to it.
pub(super) type Leaf<'s> = (Vec<Step>, &'s Text);

impl Shape {
    /// Returns the shape of a pattern. Returns `None` if it is too unusual to be divided into texts.
    pub(super) fn of(pattern: &Pattern<&str>) -> Option<Self> {
        Expansion { plurals: None, left: MOST_LEAVES }.pattern(pattern)
    }

    /// Returns the shape of the translation of a part: with the plural forms of the target language. `example` is the
    /// entry in another locale, which may have plurals that the source does not need.
    pub(super) fn of_translation(
        stubs: &Stubs<'_>,
        wanted: &Entry<'_>,
        part: &Part<'_>,
        example: Option<&Entry<'_>>,
    ) -> Option<Self> {
        let plurals = Plurals { stubs, wanted };
        let shape = Expansion { plurals: Some(plurals), left: MOST_LEAVES }.pattern(part.pattern)?;
        let example = example.and_then(|example| example.part(part.attribute));
        match (&shape, example.map(|example| example.facts.selects.as_slice())) {
            // The source's language may have no plurals.
            (Self::Text(text), Some([select])) if plurals.is_plural(select) && uses(part, select) => {
                Some(plurals.around(select, text))
            }
            _ => Some(shape),
        }
    }

    /// Returns the shape of a pattern that is written as a text.
    pub(super) fn of_written(text: &str) -> Option<Self> {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        with_pattern(&lines, Self::of)?
    }

    /// Returns the texts, in order.
    pub(super) fn leaves(&self) -> Vec<Leaf<'_>> {
        match self {
            Self::Text(text) => vec![(Vec::new(), text)],
            Self::Select { selector, branches } => {
                let mut leaves = Vec::new();
                for Branch { key, is_default, shape } in branches {
                    let step = Step { selector: selector.clone(), key: key.clone(), is_default: *is_default };
                    for (mut steps, text) in shape.leaves() {
                        steps.insert(0, step.clone());
                        leaves.push((steps, text));
                    }
                }
                leaves
            }
        }
    }

    /// Returns the text that is shown on the way to a leaf of another shape, and whether each variant is there.
    pub(super) fn at(&self, steps: &[Step]) -> Option<(&Text, bool)> {
        match self {
            Self::Text(text) => Some((text, true)),
            Self::Select { selector, branches } => {
                let step = steps.iter().find(|step| step.selector == *selector);
                let same = step.and_then(|step| branches.iter().find(|branch| branch.key == step.key));
                let branch = same.or_else(|| branches.iter().find(|branch| branch.is_default))?;
                let (text, is_same) = branch.shape.at(steps)?;
                Some((text, is_same && same.is_some()))
            }
        }
    }

    /// Returns the selectors, without duplicates.
    pub(super) fn selectors(&self) -> Vec<String> {
        let mut selectors: Vec<String> =
            self.leaves().into_iter().flat_map(|(steps, _)| steps).map(|step| step.selector).collect();
        selectors.sort();
        selectors.dedup();
        selectors
    }

    /// Returns the same selects with other texts. `texts` are in the order of [`Shape::leaves`].
    pub(super) fn with_texts(&self, texts: &mut impl Iterator<Item = Text>) -> Option<Self> {
        Some(match self {
            Self::Text(_) => Self::Text(texts.next()?),
            Self::Select { selector, branches } => {
                let branch = |branch: &Branch| {
                    Some(Branch {
                        shape: branch.shape.with_texts(texts)?,
                        key: branch.key.clone(),
                        is_default: branch.is_default,
                    })
                };
                let branches = branches.iter().map(branch).collect::<Option<_>>()?;
                Self::Select { selector: selector.clone(), branches }
            }
        })
    }

    /// Returns the lines of its Fluent pattern, without an indent.
    pub(super) fn fluent(&self) -> Vec<String> {
        let (selector, branches) = match self {
            Self::Text(text) => return text.fluent(),
            Self::Select { selector, branches } => (selector, branches),
        };
        let mut lines = vec![format!("{{ {selector} ->")];
        for Branch { key, is_default, shape } in branches {
            let begin = format!("   {}[{key}]", if *is_default { '*' } else { ' ' });
            let below = shape.fluent();
            match below.as_slice() {
                [only] => lines.push(format!("{begin} {only}")),
                below => {
                    lines.push(begin);
                    let indented = |line: &String| match line.as_str() {
                        "" => String::new(),
                        line => format!("        {line}"),
                    };
                    lines.extend(below.iter().map(indented));
                }
            }
        }
        lines.push("}".to_owned());
        lines
    }
}

/// The plural forms of the target language for a message of the source.
#[derive(Clone, Copy)]
struct Plurals<'p, 'a> {
    stubs: &'p Stubs<'p>,
    wanted: &'p Entry<'a>,
}

impl Plurals<'_, '_> {
    fn is_plural(self, select: &Select<'_>) -> bool {
        self.stubs.is_plural(select, self.wanted)
    }

    /// Returns a select with a text in each form, or the text alone if the language has one form.
    fn around(self, select: &Select<'_>, text: &Text) -> Shape {
        let forms = self.stubs.plurals_of(select);
        if forms.len() == 1 {
            return Shape::Text(text.clone());
        }
        let branch = |form: &Variant<&str>| Branch {
            key: written_key(form).to_owned(),
            is_default: form.default,
            shape: Shape::Text(text.clone()),
        };
        Shape::Select { selector: written(select.selector), branches: forms.iter().map(branch).collect() }
    }
}

/// The division of a pattern into texts.
struct Expansion<'p, 'a> {
    /// The plural forms to divide it by, if not those of the pattern.
    plurals: Option<Plurals<'p, 'a>>,
    /// How many more texts there may be.
    left: usize,
}

/// A selector, and the key of the variant that is in the text.
type Chosen = Vec<(String, String)>;

impl Expansion<'_, '_> {
    fn pattern(&mut self, pattern: &Pattern<&str>) -> Option<Shape> {
        let elements: Vec<&PatternElement<&str>> = pattern.elements.iter().collect();
        self.expand(Text::default(), &elements, &mut Vec::new())
    }

    /// Returns the shape of some elements behind a text.
    fn expand(&mut self, mut text: Text, elements: &[&PatternElement<&str>], chosen: &mut Chosen) -> Option<Shape> {
        for (at, element) in elements.iter().enumerate() {
            match element {
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    let rest = elements.get(at + 1..).unwrap_or_default();
                    return self.select(&text, &Select { selector, variants }, rest, chosen);
                }
                PatternElement::Placeable { expression: Expression::Inline(InlineExpression::Placeable { .. }) } => {
                    // There may be a select in it.
                    return None;
                }
                element => text.push(element),
            }
        }
        self.left = self.left.checked_sub(1)?;
        Some(Shape::Text(text))
    }

    fn select(
        &mut self,
        text: &Text,
        select: &Select<'_>,
        rest: &[&PatternElement<&str>],
        chosen: &mut Chosen,
    ) -> Option<Shape> {
        let selector = written(select.selector);
        // Another select on it is around this one.
        if let Some((_, key)) = chosen.iter().find(|(other, _)| *other == selector) {
            let variant = select.variants.iter().find(|variant| written_key(variant) == key)?;
            let elements: Vec<_> = variant.value.elements.iter().chain(rest.iter().copied()).collect();
            return self.expand(text.clone(), &elements, chosen);
        }
        let plurals = self.plurals.filter(|plurals| plurals.is_plural(select));
        let forms = plurals.map(|plurals| plurals.stubs.plurals_of(select));
        let keys = forms.as_deref().unwrap_or(select.variants);
        let mut branches = Vec::new();
        for form in keys {
            let key = written_key(form).to_owned();
            let is_same = |variant: &&Variant<&str>| written_key(variant) == key;
            let variant = select.variants.iter().find(is_same);
            let variant = variant.or_else(|| select.variants.iter().find(|variant| variant.default))?;
            let elements: Vec<_> = variant.value.elements.iter().chain(rest.iter().copied()).collect();
            chosen.push((selector.clone(), key.clone()));
            let shape = self.expand(text.clone(), &elements, chosen)?;
            chosen.pop();
            branches.push(Branch { key, is_default: form.default, shape });
        }
        match branches.as_slice() {
            // The language has one form.
            [only] if plurals.is_some() => Some(only.shape.clone()),
            _ => Some(Shape::Select { selector, branches }),
        }
    }
}

fn uses(part: &Part<'_>, select: &Select<'_>) -> bool {
    variable(select.selector).is_some_and(|variable| part.facts.variables.contains(&variable))
}

/// Returns a selector in Fluent's canonical form, without braces.
fn written(selector: &InlineExpression<&str>) -> String {
    let expression = Expression::Inline(selector.clone());
    let text = pattern_text(&Pattern { elements: vec![PatternElement::Placeable { expression }] });
    text.trim_start_matches("{ ").trim_end_matches(" }").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaves(text: &str) -> Vec<String> {
        let shape = Shape::of_written(text).unwrap();
        let leaf = |(steps, text): &Leaf<'_>| {
            let keys: Vec<&str> = steps.iter().map(|step| step.key.as_str()).collect();
            format!("{}: {text}", keys.join(" "))
        };
        shape.leaves().iter().map(leaf).collect()
    }

    const SELECT: &str = "{ $n ->\n    [one] one room\n   *[other] { $n } rooms\n}";

    #[test]
    fn shape_has_whole_sentences() {
        assert_eq!(leaves("A { $b }\nc"), [": A { $b }\nc"]);
        assert_eq!(leaves(SELECT), ["one: one room", "other: { $n } rooms"]);
        assert_eq!(
            leaves(&format!("You have {SELECT} here")),
            ["one: You have one room here", "other: You have { $n } rooms here"]
        );
        // The same number twice.
        assert_eq!(
            leaves(&format!("{SELECT} and {SELECT}")),
            ["one: one room and one room", "other: { $n } rooms and { $n } rooms"]
        );
        let nested =
            "{ $a ->\n    [x] X\n   *[y]\n        { $n ->\n            [one] Y1\n           *[other] Yn\n        }\n}";
        assert_eq!(leaves(nested), ["x: X", "y one: Y1", "y other: Yn"]);
    }

    #[test]
    fn shape_is_written_as_it_was() {
        let nested = "{ $a ->\n    [x] X\n   *[y]\n        { $n ->\n            [0] Y0\n           *[other]\n                Y\n                n\n        }\n}";
        for text in ["A { $b } c", "a\nb", SELECT, nested] {
            let shape = Shape::of_written(text).unwrap();
            assert_eq!(shape.fluent().join("\n"), text);
        }
    }

    #[test]
    fn unusual_patterns_have_no_shape() {
        let many = "{ $a ->\n    [x] X\n   *[y] Y\n}";
        let many: Vec<String> = (0..6).map(|index| many.replace("$a", &format!("$a{index}"))).collect();
        assert_eq!(Shape::of_written(&many.join(" ")), None);
        assert_eq!(Shape::of_written("{ { $a ->\n   *[y] Y\n} }"), None);
        assert_eq!(Shape::of_written("{ $a"), None);
    }

    #[test]
    fn text_of_other_shape_is_found_by_its_variants() {
        let shape = Shape::of_written(SELECT).unwrap();
        let at = |key: &str, selector: &str| {
            let step = Step { selector: selector.to_owned(), key: key.to_owned(), is_default: false };
            shape.at(&[step]).map(|(text, is_same)| (text.to_string(), is_same)).unwrap()
        };
        assert_eq!(at("one", "$n"), ("one room".to_owned(), true));
        assert_eq!(at("few", "$n"), ("{ $n } rooms".to_owned(), false));
        assert_eq!(at("one", "$m"), ("{ $n } rooms".to_owned(), false));
    }
}
