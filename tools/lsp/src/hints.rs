//! What is shown behind the name of each message: its code, and its text in the source.

use code_prompts_engine::project::{Document, Reader, Readers, Tree};
use gen_lsp_types::{InlayHint, InlayHintParams, Label, Tooltip};

use crate::open::path;
use crate::position::Lines;
use crate::shown::shown;
use crate::workspace::{Answer, Workspace};

/// The maximum number of characters of a text in a hint. The whole text is in its tooltip.
const LENGTH: usize = 60;

pub(crate) fn inlay_hints(workspace: &Workspace, params: InlayHintParams) -> Answer<Option<Vec<InlayHint>>> {
    let Some(path) = path(&params.text_document.uri).filter(|_| workspace.client.wants_hints) else { return Ok(None) };
    let hints = workspace.read(&path, |tree| {
        let Some(document) = Document::find(tree, &path) else { return Ok(Vec::new()) };
        let lines = Lines::new(document.text());
        let readers = Readers::without_broken_codes(tree)?;
        let source = readers.reader(Some(tree.source_tag()));
        let mut hints = Vec::new();
        for entry in document.entries() {
            let line = document.text().get(entry.name.start..).and_then(|rest| rest.lines().next());
            let end = lines.position(entry.name.start + line.unwrap_or_default().len());
            if end < params.range.start || params.range.end < end {
                continue;
            }
            let Some((label, tooltip)) = label(tree, &document, &source, &entry.entry.written_name()) else { continue };
            hints.push(InlayHint {
                position: end,
                label: Label::String(label),
                kind: None,
                text_edits: None,
                tooltip: tooltip.map(Tooltip::String),
                padding_left: Some(true),
                padding_right: None,
                data: None,
            });
        }
        Ok(hints)
    })?;
    Ok(hints)
}

/// Returns the label of a message or term, and its whole text in the source if the label has a part of it.
fn label(
    tree: &Tree<'_>,
    document: &Document<'_, '_>,
    source: &Reader<'_, '_>,
    name: &str,
) -> Option<(String, Option<String>)> {
    let (codes, _) = tree.codes_and_limit(name);
    let codes =
        Some(codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")).filter(|codes| !codes.is_empty());
    let text = || {
        // Of a term, what is written.
        let is_clear = !tree.is_in_several_files(name);
        let prompt = is_clear.then(|| source.message(name)).flatten().and_then(|message| shown(message.texts.first()?));
        let entry = || tree.known(tree.source_tag(), name, Some(document)).and_then(|known| known.entry);
        prompt.or_else(|| entry().and_then(|entry| entry.texts().next()).map(|part| part.text()))
    };
    let text = if document.locale() == tree.source_tag() { None } else { text() };
    let line = text.as_ref().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    let is_long = line.as_ref().is_some_and(|line| line.chars().count() > LENGTH);
    let short = line.map(|line| if is_long { line.chars().take(LENGTH).chain(['…']).collect() } else { line });
    let shown: Vec<String> = [codes, short].into_iter().flatten().collect();
    (!shown.is_empty()).then(|| (shown.join(" · "), text.filter(|_| is_long)))
}
