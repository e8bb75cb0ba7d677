//! A text that is the same as the source's or a fallback locale's.

use crate::check::cause::Cause;
use crate::check::context::Context;
use crate::check::names::KeptNames;
use crate::check::same::{KeptTexts, Sample, Twin, joined, same_text};
use crate::check::unused::is_unused;
use crate::check::written::written_script;
use crate::project::entry::{Entry, Kind, Part};
use crate::project::locale::Locale;
use crate::project::tree::Tree;
use crate::text::languages::are_close;
use crate::text::prose::{has_words, is_code, is_sentence, is_title, plain};
use crate::text::scripts::Script;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (tree, locale) = (context.tree, context.locale);
    let sample = Sample::of(tree);
    let references = std::iter::once(tree.source()).chain(tree.fallbacks());
    let mut references: Vec<_> = references.filter_map(|other| Reference::new(tree, locale, other, &sample)).collect();
    for (index, original) in tree.source().entries.iter().enumerate() {
        let Some(entry) = locale.translation(index) else { continue };
        for part in entry.parts().filter(|part| original.part(part.attribute).is_some()) {
            for reference in &mut references {
                if reference.compare(original, index, entry, part) {
                    break;
                }
            }
        }
    }
    references.retain(|reference| !reference.found.is_empty());
    if let Some(twin) = Twin::of(tree, locale, &sample) {
        report_twin(context, &twin);
        return;
    }
    references.into_iter().for_each(|reference| reference.report(context));
}

/// A locale whose texts must not be in a translation.
struct Reference<'t, 'a> {
    locale: &'t Locale<'a>,
    from: Script,
    to: Script,
    names: KeptNames<'t, 'a>,
    kept: KeptTexts<'t, 'a>,
    /// Whether single sentences may be the same, since the languages are close.
    is_close: bool,
    found: Vec<Same<'t, 'a>>,
}

/// A text that is the same as in a reference.
struct Same<'t, 'a> {
    entry: &'t Entry<'a>,
    text: &'a str,
    /// The index of the file of the reference's entry, and the same text there.
    original: (usize, &'a str),
}

impl<'t, 'a> Reference<'t, 'a> {
    /// Returns `None` if all texts may be the same.
    fn new(tree: &'t Tree<'a>, locale: &'t Locale<'a>, other: &'t Locale<'a>, sample: &'t Sample) -> Option<Self> {
        let (from, to) = (Script::of(other.id), written_script(tree, locale));
        let is_variant = from == to && other.id.language == locale.id.language;
        if other.tag == locale.tag || is_variant || !to.is_known() || from.is_chinese() && to.is_chinese() {
            return None;
        }
        let is_close = from == to && are_close(other.id, locale.id);
        let (names, kept) = (KeptNames::new(locale), KeptTexts::new(tree, locale, other, sample));
        Some(Self { locale: other, from, to, names, kept, is_close, found: Vec::new() })
    }

    /// Compares a part with the reference's. Returns whether it is the same.
    fn compare(&mut self, source: &Entry<'_>, index: usize, entry: &'t Entry<'a>, part: &'t Part<'a>) -> bool {
        let Some(other) = self.locale.translation(index) else { return false };
        let Some(theirs) = other.part(part.attribute) else { return false };
        let is_meant = |text: &str| self.must_differ(text, entry.kind);
        let Some((text, original)) = same_text(part.pattern, theirs.pattern, &is_meant) else { return false };
        let is_fine = || is_unused(source) || is_to_be_kept(source) || is_named(source) && is_title(text);
        if self.kept.is_name(index, part) || is_fine() {
            return false;
        }
        self.found.push(Same { entry, text, original: (other.file, original) });
        true
    }

    fn must_differ(&self, text: &str, kind: Kind) -> bool {
        let is_name = || self.from == Script::Latin && self.names.is_name(&plain(text));
        must_differ(text, kind, self.from, self.to) && (self.from == self.to || !is_name())
    }

    /// Returns the number of texts that should differ.
    fn texts(&self, tree: &Tree<'_>, locale: &Locale<'_>) -> usize {
        let pairs = (0..tree.source().entries.len())
            .filter_map(|index| Some((self.locale.translation(index)?, locale.translation(index)?)));
        let texts = pairs.flat_map(|(theirs, own)| {
            theirs.parts().filter(|part| own.part(part.attribute).is_some()).map(|part| (theirs.kind, part))
        });
        texts.filter(|(kind, part)| must_differ(&joined(part.pattern), *kind, self.from, self.to)).count()
    }

    fn report(self, context: &mut Context<'_, 'a>) {
        const FEW: usize = 10;
        let (tag, reference) = (context.locale.tag, self.locale.tag);
        let texts = self.texts(context.tree, context.locale);
        if self.is_close && (self.found.len() < FEW || self.found.len() * 2 < texts) {
            return;
        }
        let cause = Cause::new(texts, format!("are the same as in {reference}"), "translate them");
        for Same { entry, text, original: (file, original) } in self.found {
            let related = (context.place(file, original), format!("the text in {reference}"));
            let message = format!("readers of {tag} see a text in the language of {reference}");
            let finding = context.report(entry, text, message);
            finding.help = Some("translate the text".to_owned());
            finding.related = Some(related);
            finding.cause = Some(cause.clone());
        }
    }
}

/// Returns whether a comment calls a message the name of something that has one name in all languages. “The name of the
/// button” is translated.
fn is_named(original: &Entry<'_>) -> bool {
    const NAMED: [&str; 8] =
        ["newsletter", "product", "brand", "company", "organization", "project", "magazine", "program"];
    const NEAR: usize = 3;
    let comments = original.comment.into_iter().chain(original.group).flat_map(|comment| &comment.content);
    comments.map(|line| line.to_lowercase()).any(|line| {
        let after = ["name of ", "title of "].iter().filter_map(|of| Some(line.split_once(of)?.1));
        let mut words = after.flat_map(|after| after.split_whitespace().take(NEAR));
        words.any(|word| NAMED.contains(&word.trim_matches(|c: char| !c.is_alphanumeric())))
    })
}

/// Returns whether a comment asks to keep the text of the source, in some cases: “please keep the English version”.
fn is_to_be_kept(original: &Entry<'_>) -> bool {
    const VERBS: [&str; 3] = ["keep", "leave", "stay"];
    const WHAT: [&str; 3] = ["english", "as is", "untranslated"];
    let comments = original.comment.into_iter().chain(original.group).flat_map(|comment| &comment.content);
    comments.map(|line| line.to_lowercase()).any(|line| {
        VERBS
            .iter()
            .filter_map(|verb| line.find(verb))
            .any(|at| WHAT.iter().any(|what| line.get(at..).is_some_and(|rest| rest.contains(what))))
    })
}

/// Returns whether a text that is not a name must differ between two scripts, or between two languages in one script.
fn must_differ(text: &str, kind: Kind, from: Script, to: Script) -> bool {
    // A term is mostly a brand. In Latin letters, brands and words look alike.
    let has_text = match from == to {
        true => is_sentence(text, from),
        false => !(kind == Kind::Term && from == Script::Latin) && has_words(text, from, to),
    };
    has_text && !is_code(text)
}

/// Finds the first text of a part that is not translated, and the same text in the source, in another script. Names
/// count too.
pub(super) fn find_untranslated<'a>(
    tree: &Tree<'a>,
    entry: &Entry<'a>,
    part: &Part<'a>,
    from: Script,
    to: Script,
) -> Option<(&'a str, &'a str)> {
    if from == to || !to.is_known() || from.is_chinese() && to.is_chinese() {
        return None;
    }
    let is_meant = |text: &str| must_differ(text, entry.kind, from, to);
    same_text(part.pattern, tree.original_part(entry, part)?.pattern, &is_meant)
}

/// Reports a locale whose texts are mostly those of another one, which is not its source.
fn report_twin<'a>(context: &mut Context<'_, 'a>, twin: &Twin<'_, 'a>) {
    let (entry, text) = twin.first;
    let (tag, other) = (context.locale.tag, twin.locale.tag);
    let message =
        format!("{} of {} texts are the same as in {other}, a locale of another language", twin.same, twin.both);
    let mut finding = context.finding(context.place(entry.file, text), message);
    finding.help = Some(format!("find out whether {tag} or {other} is a copy, and translate it"));
    context.push(finding);
}
