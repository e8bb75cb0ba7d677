//! What is shown about the name under the pointer.

use std::ops::Range;

use code_prompts_engine::check::function_options;
use code_prompts_engine::project::{Document, Known, Readers, State, Symbol, Tree, code_lines, length};
use gen_lsp_types::{Contents, Hover, HoverParams, MarkupContent, MarkupKind};

use crate::navigation::at;
use crate::open::path;
use crate::position::{byte, range};
use crate::shown::shown;
use crate::style::Style;
use crate::workspace::{Answer, Workspace};

pub(crate) fn hover(workspace: &Workspace, params: HoverParams) -> Answer<Option<Hover>> {
    let place = params.text_document_position_params;
    let Some(path) = path(&place.text_document.uri) else { return Ok(None) };
    let style = if workspace.client.has_markdown { Style::Markdown } else { Style::Plain };
    let about = workspace.read(&path, |tree| {
        if let Some(document) = Document::find(tree, &path) {
            let Some(found) = at(&document, byte(document.text(), place.position)) else { return Ok(None) };
            let range = range(document.text(), &found.range);
            return Ok(About { style, tree, document: &document }.symbol(&found.symbol)?.map(|text| (text, range)));
        }
        let Some(open) = workspace.open.get(&path) else { return Ok(None) };
        let at = byte(&open.text, place.position);
        let is_here = |it: &Range<usize>| it.start <= at && at <= it.end;
        let lines = code_lines(&open.text).into_iter();
        let mut places =
            lines.flat_map(|line| [line.code_at.clone(), line.name_at(&open.text)].map(|it| (it, line.id.clone())));
        let Some((bytes, id)) = places.find(|(it, _)| is_here(it)) else { return Ok(None) };
        Ok(Some((in_every_language(style, tree, &id)?, range(&open.text, &bytes))))
    })?;
    Ok(about.flatten().map(|(text, range)| {
        let kind = match style {
            Style::Markdown => MarkupKind::Markdown,
            Style::Plain => MarkupKind::PlainText,
        };
        Hover { contents: Contents::MarkupContent(MarkupContent { kind, value: text }), range: Some(range) }
    }))
}

/// What is known about a name in a file.
struct About<'t, 'a> {
    style: Style,
    tree: &'t Tree<'a>,
    document: &'t Document<'t, 'a>,
}

impl About<'_, '_> {
    fn symbol(&self, symbol: &Symbol<'_>) -> Answer<Option<String>> {
        match symbol {
            Symbol::Entry(name) => self.entry(name).map(Some),
            Symbol::Attribute(name, attribute) => Ok(Some(self.texts(name, Some(attribute)))),
            Symbol::Variable(name, variable) => self.variable(name, variable),
            Symbol::Function(name) => Ok(Some(function(self.style, name))),
        }
    }

    /// Returns what is known about a message or a term: its codes, limit and notes, and its texts.
    fn entry(&self, name: &str) -> Answer<String> {
        let mut heading = heading(self.style, self.tree, name);
        if let (_, Some(limit)) = self.tree.codes_and_limit(name) {
            heading += &match length_of(self.tree, self.document.locale(), name)? {
                Some(length) => format!(" · {length} of at most {limit} characters"),
                None => format!(" · at most {limit} characters"),
            };
        }
        let notes: String = self
            .tree
            .notes(name, Some(self.document))
            .iter()
            .map(|note| format!("{}\n", self.style.text(note)))
            .collect();
        let notes = if notes.is_empty() { notes } else { format!("\n{notes}") };
        Ok(format!("{heading}\n\n{}{notes}", self.texts(name, None)))
    }

    /// Returns the texts of a message or term, or of one attribute, in the source, in the fallback locales, in English if it is none
    /// of them, and in the locale of the file, and what has changed in the source.
    fn texts(&self, name: &str, attribute: Option<&str>) -> String {
        let Self { style, tree, document } = *self;
        let own = document.locale();
        let mut tags: Vec<&str> = Vec::new();
        let is_english = |tag: &&str| *tag == "en" || tag.starts_with("en-");
        let has_english = tree.fallback_tags().chain([tree.source_tag()]).any(|tag| is_english(&tag));
        let english = tree.tags().find(is_english).filter(|_| !has_english);
        for tag in [tree.source_tag()].into_iter().chain(tree.fallback_tags()).chain(english).chain([own]) {
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        let mut shown = String::new();
        for tag in tags {
            let Some(Known { entry: Some(entry), progress }) = tree.known(tag, name, Some(document)) else { continue };
            let parts: Vec<_> =
                entry.texts().filter(|part| attribute.is_none() || part.attribute() == attribute).collect();
            let written = |attribute: Option<&str>, text: &str| match attribute {
                Some(name) => format!(".{name} = {text}"),
                None => text.to_owned(),
            };
            let lines: Vec<String> = parts.iter().map(|part| written(part.attribute(), &part.text())).collect();
            if lines.is_empty() {
                continue;
            }
            shown += &format!("{}:\n{}", style.text(tag), style.block(&lines.join("\n")));
            let progress = progress.filter(|_| tag == own);
            for part in parts {
                if let Some(State::Stale(then)) = progress.as_ref().and_then(|it| it.state(part.attribute())) {
                    let then = written(part.attribute(), then);
                    shown += &format!("It is out of date. The source was:\n{}", style.block(&then));
                }
            }
        }
        shown
    }

    fn variable(&self, name: &str, variable: &str) -> Answer<Option<String>> {
        let readers = Readers::without_broken_codes(self.tree)?;
        let Some(message) = readers.source_message(name) else {
            let is_term = name.starts_with('-');
            let about = format!("{}: given where `{name}` is used", self.style.bold(&format!("${variable}")));
            return Ok(is_term.then_some(about));
        };
        let parameters = readers.parameters(&message);
        let about = parameters.iter().find(|parameter| parameter.name == variable).map(|parameter| {
            let note = parameter.note.as_ref().map(|note| format!(": {}", self.style.text(note))).unwrap_or_default();
            format!("{} ({}){note}", self.style.bold(&format!("${variable}")), parameter.kind)
        });
        Ok(about)
    }
}

fn function(style: Style, name: &str) -> String {
    let options: Vec<String> = function_options(name).iter().map(|(option, _)| (*option).to_owned()).collect();
    match options.as_slice() {
        [] => format!("{}: a function of the app", style.bold(&format!("{name}()"))),
        options => format!(
            "{}: a function of Fluent, with the options {}",
            style.bold(&format!("{name}()")),
            options.join(", ")
        ),
    }
}

/// Returns the name of a message or term, with its codes and their actions.
fn heading(style: Style, tree: &Tree<'_>, name: &str) -> String {
    let mut heading = style.bold(name);
    let catalog = tree.codes().catalog();
    let codes = catalog.iter().flat_map(|catalog| catalog.codes()).filter(|entry| entry.id() == name);
    for entry in codes {
        let action = entry.action().map(|action| format!(" ({})", style.text(action))).unwrap_or_default();
        heading += &format!(" · {}{action}", entry.code());
    }
    heading
}

/// Returns the length of a prompt in a locale: of its default variants, in grapheme clusters.
fn length_of(tree: &Tree<'_>, tag: &str, name: &str) -> Answer<Option<usize>> {
    let readers = Readers::without_broken_codes(tree)?;
    let message = readers.reader(Some(tag)).message(name).filter(|message| message.locale == tag);
    let text = message.as_ref().and_then(|message| message.texts.iter().find(|text| text.attribute.is_none()));
    Ok(text.and_then(|text| text.pieces(&|_| None).ok()).map(|pieces| length(&pieces)))
}

/// Returns the prompt of a message as the reader of each locale gets it.
fn in_every_language(style: Style, tree: &Tree<'_>, id: &str) -> Answer<String> {
    let readers = Readers::without_broken_codes(tree)?;
    let text = |tag: &str| {
        let message = readers.reader(Some(tag)).message(id)?;
        let shown = shown(message.texts.first()?)?;
        let from = if message.locale == tag { String::new() } else { format!(" (from {})", message.locale) };
        Some(format!("{}{}: {}\n\n", style.text(tag), style.text(&from), style.text(&shown)))
    };
    let texts: String = readers.locales().filter_map(text).collect();
    Ok(format!("{}\n\n{texts}", heading(style, tree, id)))
}
