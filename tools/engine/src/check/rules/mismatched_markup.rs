//! A tag, a `data-l10n-name` or a character reference of the source's text that the translation lacks, adds or does not
//! close.

mod mark;

use std::collections::BTreeMap;

use self::mark::{Lacking, Mark, shown};
use crate::check::context::Context;
use crate::check::renderings::renderings;
use crate::project::entry::{Entry, Index, Part};
use crate::project::locale::Locale;
use crate::text::entities::{entities, is_space, lost};
use crate::text::marks::Marks;
use crate::text::prose::PLACEABLE;
use crate::text::tags::{Tag, TagKind, is_html, may_be_open, tags};

pub(super) fn check(context: &mut Context<'_, '_>) {
    let locale = context.locale;
    let uses = Uses::of(context.source());
    for entry in &locale.entries {
        let Some(original) = context.tree.original(entry) else { continue };
        for part in entry.parts() {
            let Some(wanted) = original.part(part.attribute) else { continue };
            if !part.facts.marks.has(Marks::MARKUP) && !wanted.facts.marks.has(Marks::MARKUP) {
                continue;
            }
            let problem = compare(wanted, part, &uses).filter(|problem| !may_be_left_out(original, problem));
            let Some(problem) = problem else { continue };
            let others = problem.added_only().map(|added| with_markup(context, entry, part, added)).unwrap_or_default();
            if others.len() < MANY {
                report(context, entry, part, (original, wanted), problem);
                continue;
            }
            // The source had it too. One finding is enough: in the first locale that has nothing else wrong here.
            let is_first = |other: &&Locale<'_>| {
                let theirs = other.translation(entry.original?.get())?.part(part.attribute)?;
                compare(wanted, theirs, &uses)?.added_only().map(drop)
            };
            let first = others.iter().find(|other| is_first(other).is_some());
            if first.is_some_and(|first| first.tag == locale.tag) {
                report_changed(context, entry, part, (original, wanted), (&problem, others.len()));
            }
        }
    }
}

/// The number of translations that do not have the same mistake by chance.
const MANY: usize = 5;

/// What the texts of the source show about the app: whether it shows tags and character references as they are written.
struct Uses {
    /// Any text has a tag of HTML that is closed.
    tags: bool,
    /// Any text has such a tag or a character reference.
    html: bool,
}

impl Uses {
    fn of(source: &Locale<'_>) -> Self {
        let parts = source.entries.iter().flat_map(Entry::parts).filter(|part| part.facts.marks.has(Marks::MARKUP));
        let texts: Vec<&str> = parts.flat_map(all_texts).collect();
        let is_element = |tag: &Tag| is_html(&tag.name) && tag.kind == TagKind::Close;
        let tags = texts.iter().any(|text| tags(text).iter().any(is_element));
        Self { tags, html: tags || texts.iter().any(|text| entities(text).next().is_some()) }
    }
}

/// Returns the texts and the literals of a part.
fn all_texts<'a>(part: &Part<'a>) -> impl Iterator<Item = &'a str> {
    part.facts.texts.iter().chain(&part.facts.literals).copied()
}

/// What is wrong with the markup of a translation.
enum Problem {
    /// The name of a tag that is not closed.
    NotClosed(String),
    /// The name of a tag that closes nothing.
    ClosesNothing(String),
    /// What the translation lacks, and what the source does not have.
    Other { lacking: Vec<Lacking>, added: Vec<Mark> },
}

impl Problem {
    /// Returns what the source does not have, if nothing else is wrong.
    fn added_only(&self) -> Option<&[Mark]> {
        match self {
            Self::Other { lacking, added } if lacking.is_empty() => Some(added),
            _ => None,
        }
    }
}

fn compare(source: &Part<'_>, part: &Part<'_>, uses: &Uses) -> Option<Problem> {
    let originals = renderings(source.pattern);
    let source: Vec<Markup> = originals.iter().map(|text| Markup::of(text)).collect();
    let known = Known::of(&source);
    let own = renderings(part.pattern);
    let placeables = |text: &String| text.chars().filter(|c| *c == PLACEABLE).count();
    let most = own.iter().map(placeables).max().unwrap_or_default();
    // A text without letters is another rule's, or refers to another message.
    let is_text = |text: &&String| text.chars().any(|c| !c.is_whitespace() && c != PLACEABLE);
    own.iter().filter(is_text).find_map(|text| {
        // A variant with the number in words has no tag around the number.
        let may_lack = placeables(text) < most;
        known.problem_of(&Markup::of(text), may_lack, uses.tags).or_else(|| problem_of_entities(&originals, text, uses))
    })
}

/// Returns what is wrong with the character references of one rendering of a text.
fn problem_of_entities(originals: &[String], own: &str, uses: &Uses) -> Option<Problem> {
    let mark = |name: &str| Mark::Entity(name.to_owned());
    let of_all = |name: &&str| originals.iter().all(|text| entities(text).any(|other| other == *name));
    let first = originals.first().map(|text| lost(text, own)).unwrap_or_default();
    let lacking: Vec<_> =
        first.into_iter().filter(of_all).map(|name| Lacking { mark: mark(name), number: None }).collect();
    // A space as a reference is there on purpose.
    let mut letters = entities(own).filter(|name| !uses.html && !name.starts_with('#') && !is_space(name));
    let added: Vec<_> = letters.next().map(mark).into_iter().collect();
    (!lacking.is_empty() || !added.is_empty()).then_some(Problem::Other { lacking, added })
}

/// Returns the locales whose translation of a text has some markup.
fn with_markup<'t, 'a>(
    context: &Context<'t, 'a>,
    entry: &Entry<'_>,
    part: &Part<'_>,
    added: &[Mark],
) -> Vec<&'t Locale<'a>> {
    let Some(original) = entry.original.map(Index::get) else { return Vec::new() };
    let has_it = |text: &str| added.iter().all(|mark| mark.is_in(text));
    let has_all = |part: &Part<'_>| part.facts.texts.iter().any(|text| has_it(text));
    let others = context.tree.locales.iter().filter(|other| other.tag != context.source().tag);
    others
        .filter(|other| other.translation(original).and_then(|entry| entry.part(part.attribute)).is_some_and(has_all))
        .collect()
}

/// Reports that a text of the source has changed, since many translations have markup that it lacks.
fn report_changed<'a>(
    context: &mut Context<'_, 'a>,
    entry: &Entry<'a>,
    part: &Part<'a>,
    (original, wanted): (&Entry<'a>, &Part<'a>),
    (problem, translations): (&Problem, usize),
) {
    let source = context.source().tag;
    let related = context.place(original.file, wanted.attribute.unwrap_or(original.name));
    let message = format!(
        "{translations} translations have {}, and {source} does not: its text has probably changed since",
        shown(problem.added_only().unwrap_or_default())
    );
    let finding = context.report(entry, part.attribute.unwrap_or(entry.name), message);
    finding.help = Some(format!("translate the text of {source} again, in all of them"));
    finding.related = Some((related, format!("the text in {source}")));
}

/// Returns whether a comment of the source permits to leave out what a translation lacks: “omit the strong tags”.
fn may_be_left_out(original: &Entry<'_>, problem: &Problem) -> bool {
    const PHRASES: [&str; 4] = ["omit", "leave out", "remove the", "don't need the"];
    let Problem::Other { lacking, added } = problem else { return false };
    let lines = original.comment.into_iter().flat_map(|comment| &comment.content);
    let says_so = |line: &str| PHRASES.iter().any(|phrase| line.contains(phrase));
    let is_named = |line: &str| lacking.iter().any(|lacking| line.contains(lacking.mark.name()));
    added.is_empty() && lines.map(|line| line.to_lowercase()).any(|line| says_so(&line) && is_named(&line))
}

/// The markup of one rendering of a text.
struct Markup {
    tags: Vec<Tag>,
}

impl Markup {
    fn of(text: &str) -> Self {
        Self { tags: tags(text) }
    }

    fn count(&self, name: &str) -> usize {
        self.tags.iter().filter(|tag| tag.name == name && tag.kind != TagKind::Close).count()
    }

    fn has_l10n_name(&self, name: &str) -> bool {
        self.tags.iter().any(|tag| tag.l10n_name.as_deref() == Some(name))
    }

    fn l10n_names(&self) -> impl Iterator<Item = &str> {
        self.tags.iter().filter_map(|tag| tag.l10n_name.as_deref())
    }

    /// Returns the balance of a tag: how many are left open, or `None` if one closes nothing.
    fn open(&self, name: &str) -> Option<usize> {
        let mut open: usize = 0;
        for tag in self.tags.iter().filter(|tag| tag.name == name) {
            match tag.kind {
                TagKind::Open => open += 1,
                TagKind::Close => open = open.checked_sub(1)?,
                TagKind::Empty => {}
            }
        }
        Some(open)
    }
}

/// The tags of the source: for each name the minimum number in one rendering, and whether all of them are closed.
struct Known<'s> {
    source: &'s [Markup],
    tags: BTreeMap<&'s str, (usize, bool)>,
}

impl<'s> Known<'s> {
    fn of(source: &'s [Markup]) -> Self {
        let mut tags = BTreeMap::new();
        for tag in source.iter().flat_map(|markup| &markup.tags) {
            let name = tag.name.as_str();
            // In “<file>”, the angle brackets are marks.
            let is_closed_somewhere = || {
                source.iter().any(|markup| markup.tags.iter().any(|tag| tag.name == name && tag.kind != TagKind::Open))
            };
            if is_html(name) || is_closed_somewhere() {
                let least = source.iter().map(|markup| markup.count(name)).min().unwrap_or_default();
                tags.insert(name, (least, source.iter().all(|markup| markup.open(name) == Some(0))));
            }
        }
        Self { source, tags }
    }

    fn problem_of(&self, own: &Markup, may_lack: bool, uses_markup: bool) -> Option<Problem> {
        for name in own.tags.iter().map(|tag| tag.name.as_str()) {
            let is_paired = match self.tags.get(name) {
                Some((_, is_paired)) => *is_paired,
                None => is_html(name) && !may_be_open(name),
            };
            if !is_paired {
                continue;
            }
            match own.open(name) {
                Some(0) => {}
                Some(_) => return Some(Problem::NotClosed(name.to_owned())),
                None => return Some(Problem::ClosesNothing(name.to_owned())),
            }
        }
        let mut lacking = Vec::new();
        for (name, (least, _)) in &self.tags {
            let found = own.count(name);
            // A line may be broken elsewhere, or not at all. Two links may not become one.
            let is_lacking = match *name {
                _ if may_lack => false,
                // Emphasis is shown by other means in many scripts, and by other elements.
                "br" | "wbr" | "em" | "i" => false,
                name if is_format(name) => *least > 0 && !own.tags.iter().any(|tag| is_format(&tag.name)),
                name if is_counted(name) => found < *least,
                _ => found == 0 && *least > 0,
            };
            if is_lacking {
                let number = (found > 0).then(|| least - found);
                lacking.push(Lacking { mark: Mark::Tag((*name).to_owned()), number });
            }
        }
        let mut added = Vec::new();
        for name in own.tags.iter().map(|tag| tag.name.as_str()) {
            let tag = Mark::Tag(name.to_owned());
            // Foreign words may be in italics, if the app shows tags at all.
            let may_add = is_own_style(name) || is_format(name) && uses_markup;
            if is_html(name) && !self.tags.contains_key(name) && !may_add && !added.contains(&tag) {
                added.push(tag);
            }
        }
        let of_all = |name: &&str| self.source.iter().all(|markup| markup.has_l10n_name(name));
        let first = self.source.first().into_iter().flat_map(Markup::l10n_names).filter(of_all);
        let mark = |name: &str| Mark::L10nName(name.to_owned());
        let lost = first.filter(|name| !own.has_l10n_name(name));
        lacking.extend(lost.map(|name| Lacking { mark: mark(name), number: None }));
        let is_new = |name: &&str| !self.source.iter().any(|markup| markup.has_l10n_name(name));
        added.extend(own.l10n_names().filter(is_new).map(mark));
        (!lacking.is_empty() || !added.is_empty()).then_some(Problem::Other { lacking, added })
    }
}

/// Returns whether each element of a kind does something of its own, such as a link.
fn is_counted(name: &str) -> bool {
    !is_html(name) || matches!(name, "a" | "button" | "img" | "input" | "label")
}

/// Returns whether an element only changes how its text looks.
fn is_format(name: &str) -> bool {
    matches!(name, "b" | "big" | "cite" | "code" | "em" | "i" | "kbd" | "small" | "strong" | "sub" | "sup" | "u")
}

/// Returns whether a language may need an element where the source does not: a line break, or another direction.
fn is_own_style(name: &str) -> bool {
    matches!(name, "bdi" | "bdo" | "br" | "q" | "ruby" | "wbr")
}

fn report<'a>(
    context: &mut Context<'_, 'a>,
    entry: &Entry<'a>,
    part: &Part<'a>,
    (original, wanted): (&Entry<'a>, &Part<'a>),
    problem: Problem,
) {
    let source = context.source().tag;
    let (message, help, name) = match problem {
        Problem::NotClosed(name) => (
            format!("`<{name}>` is not closed: it applies to everything after it"),
            format!("write `</{name}>` where it ends"),
            name,
        ),
        Problem::ClosesNothing(name) => (
            format!("`</{name}>` closes nothing: readers see the text without its format, or the tag itself"),
            format!("write `<{name}>` where it begins, as in {source}"),
            name,
        ),
        Problem::Other { lacking, added } => {
            let name = added.first().map(Mark::name).unwrap_or_default().to_owned();
            let (message, help) = match (lacking.as_slice(), added.as_slice()) {
                (lacking, []) => (
                    format!("the text lacks {} of {source}: readers miss {}", shown(lacking), missed(lacking)),
                    format!("write {} as in {source}", shown(lacking)),
                ),
                ([], added) => (
                    format!("the text has {}, which is not in {source}", shown(added)),
                    "delete it, or write it as in the source".to_owned(),
                ),
                (lacking, added) => (
                    format!("the text has {} where {source} has {}", shown(added), shown(lacking)),
                    format!("write {}", shown(lacking)),
                ),
            };
            (message, help, name)
        }
    };
    let tag = [format!("<{name}"), format!("</{name}"), format!("&{name};")];
    let texts = || part.facts.texts.iter().copied();
    let at = texts().find(|text| !name.is_empty() && tag.iter().any(|tag| text.contains(tag.as_str())));
    let at = at.map_or(part.attribute.unwrap_or(entry.name), str::trim);
    let first = wanted.facts.texts.iter().find(|text| text.contains(['<', '&'])).copied();
    let first = first.map_or(wanted.attribute.unwrap_or(original.name), str::trim);
    let related = (context.place(original.file, first), format!("the text in {source}"));
    let finding = context.report(entry, at, message);
    finding.help = Some(help);
    finding.related = Some(related);
}

/// Returns what readers miss without some markup.
fn missed(lacking: &[Lacking]) -> &'static str {
    let is_character = |lacking: &Lacking| matches!(lacking.mark, Mark::Entity(_));
    if lacking.iter().all(is_character) { "a character" } else { "a link or a format" }
}
