//! A message as a reader of one locale gets it.

use std::collections::BTreeSet;

use fluent_syntax::ast::Pattern;

use super::render::{Piece, Render, Unrenderable};
use super::selectors::Selector;
use crate::project::entry::{Entry, Part};
use crate::project::locale::Locale;
use crate::project::progress::{Progress, ReviewState, State, is_reviewed_locale};
use crate::project::selects::is_text;
use crate::project::tree::Tree;

/// A message as a reader gets it: all of its texts are in one locale.
pub struct ReaderMessage<'t, 'a> {
    /// The tag of the locale.
    pub locale: &'a str,
    /// Its value, and its attributes in the order of the source.
    pub texts: Vec<ReaderText<'t, 'a>>,
    /// The progress of the translation. `None` for the source.
    pub progress: Option<Progress<'t, 'a>>,
}

/// The value of a message, or an attribute.
pub struct ReaderText<'t, 'a> {
    /// The name of the attribute, or `None` for the value.
    pub attribute: Option<&'a str>,
    /// What its variants depend on, in the order of the text.
    pub selectors: Vec<Selector>,
    /// The arguments that its variants show. One that is shown twice is there twice.
    pub arguments: Vec<ShownArgument>,
    /// The messages and terms that are written out in it, and the calls that are left to the app.
    pub replaced: BTreeSet<String>,
    /// Its state.
    pub state: TextState,
    /// Its variables in the order of the text.
    variables: Vec<String>,
    locale: &'t Locale<'a>,
    file: usize,
    pattern: &'t Pattern<&'a str>,
}

/// What is known about a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextState {
    /// It is a text of the source.
    Source,
    /// A native speaker has reviewed the translation.
    Reviewed,
    /// No native speaker has reviewed the translation.
    Draft,
    /// The source text has changed since it was translated.
    Stale,
}

/// An argument that a text shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownArgument {
    /// The name of the variable.
    pub name: String,
    /// Whether a function formats its value.
    pub is_formatted: bool,
}

/// Returns the message of a locale, if it can be shown. `wanted` is the source's.
pub(super) fn answer<'t, 'a>(
    tree: &Tree<'a>,
    locale: &'t Locale<'a>,
    wanted: &'t Entry<'a>,
) -> Option<ReaderMessage<'t, 'a>> {
    let entry = locale.translation_of(wanted)?;
    let value = ReaderText::of(locale, entry.file, entry.value.as_ref()?, wanted).ok()?;
    let mut attributes = attributes(locale, wanted);
    let order = |name: &str| wanted.attribute_index(name).unwrap_or(usize::MAX);
    attributes.sort_by_key(|text| text.attribute.map(order));
    let mut texts = vec![value];
    texts.append(&mut attributes);
    let progress = (locale.tag != tree.source().tag).then(|| Progress::of(tree, wanted, Some(entry)));
    if let Some(progress) = &progress {
        let is_reviewed = is_reviewed_locale(locale) || matches!(progress.review(), ReviewState::Reviewed(_));
        for text in &mut texts {
            text.state = match progress.state(text.attribute) {
                Some(State::Stale(_)) => TextState::Stale,
                _ if is_reviewed => TextState::Reviewed,
                _ => TextState::Draft,
            };
        }
    }
    Some(ReaderMessage { locale: locale.tag, texts, progress })
}

/// Returns the attributes of a message of a locale that can be shown.
pub(super) fn attributes<'t, 'a>(locale: &'t Locale<'a>, wanted: &Entry<'a>) -> Vec<ReaderText<'t, 'a>> {
    let Some(entry) = locale.translation_of(wanted) else { return Vec::new() };
    let attributes = entry.shown_parts().filter(|part| part.attribute.is_some());
    attributes.filter_map(|part| ReaderText::of(locale, entry.file, part, wanted).ok()).collect()
}

impl<'t, 'a> ReaderText<'t, 'a> {
    /// Reads a text of the source, or one like it. Fails if a variant can't be shown, or if the text is blank.
    fn of(locale: &'t Locale<'a>, file: usize, part: &Part<'a>, wanted: &Entry<'_>) -> Result<Self, Unrenderable> {
        let pattern = part.pattern;
        let mut render = Render::new(locale, None);
        render.text(file, pattern)?;
        let Render { pieces, mut selectors, variables, replaced, .. } = render;
        selectors.iter_mut().for_each(|selector| selector.settle(is_text(&selector.variable, Some(wanted))));
        let argument = |piece| match piece {
            Piece::Argument { name, call } => Some(ShownArgument { name, is_formatted: call.is_some() }),
            Piece::Text(_) => None,
        };
        let arguments = pieces.into_iter().filter_map(argument).collect();
        let (attribute, state) = (part.attribute, TextState::Source);
        let text = Self { attribute, selectors, arguments, replaced, state, variables, locale, file, pattern };
        text.pieces(&|_| None)?;
        Ok(text)
    }

    /// Returns the text in one case. `choose` returns the value of a selector: a key, a plural category or a number, or
    /// `None` for any other value.
    ///
    /// # Errors
    ///
    /// The text is blank in this case.
    pub fn pieces(&self, choose: &dyn Fn(&Selector) -> Option<String>) -> Result<Vec<Piece>, Unrenderable> {
        let mut render = Render::new(self.locale, Some((&self.selectors, choose)));
        render.text(self.file, self.pattern)?;
        let is_blank = |piece: &Piece| matches!(piece, Piece::Text(text) if text.trim().is_empty());
        if render.pieces.iter().all(is_blank) { Err(Unrenderable) } else { Ok(render.pieces) }
    }

    /// Returns the tag of its locale.
    #[must_use]
    pub fn tag(&self) -> &str {
        self.locale.tag
    }

    pub(super) fn locale(&self) -> &Locale<'a> {
        self.locale
    }

    /// Returns the variables in the order of the text, each with the keys that it selects.
    pub(super) fn variables(&self) -> impl Iterator<Item = (&str, impl Iterator<Item = &str>)> {
        self.variables.iter().map(|name| {
            let selectors = self.selectors.iter().filter(move |selector| selector.variable == *name);
            let keys = selectors.flat_map(|selector| selector.keys.iter().chain(&selector.default_keys));
            (name.as_str(), keys.map(String::as_str))
        })
    }
}
