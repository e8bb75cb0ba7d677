//! XLIFF 2.0 files (OASIS), which tools of agencies read.
//!
//! ```xml
//! <unit id="unknown-code" canResegment="no">
//!   <notes>
//!     <note category="codes">500</note>
//!   </notes>
//!   <originalData>
//!     <data id="d1">{ $code }</data>
//!   </originalData>
//!   <segment>
//!     <source>未知错误 <ph id="1" dataRef="d1" disp="{ $code }" canDelete="no"/></source>
//!   </segment>
//! </unit>
//! ```
//!
//! A stale translation has the state `initial` and the subState `prompts:stale`. A missing one has no state, because not
//! every tool sets it: the reader leaves alone a text that is `initial`, and imports one without a state.

mod reader;

use std::fmt::Write as _;

use super::job::{Job, Note, Unit, UnitState};
use super::text::{Piece, Text};
pub(super) use reader::read;

/// The namespace of XLIFF 2.0 and 2.1. That of later versions begins in the same way.
const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:2.0";
/// What the namespaces of all versions 2 begin with.
const NAMESPACES: &str = "urn:oasis:names:tc:xliff:document:2.";

/// Writes an XLIFF file, with a `<file>` for each file of the source.
pub(super) fn write(job: &Job) -> String {
    let (source, target) = (attribute(&job.source), attribute(&job.target));
    let mut file = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    file += &format!("<xliff xmlns=\"{NAMESPACE}\" version=\"2.0\" srcLang=\"{source}\" trgLang=\"{target}\">\n");
    for (index, units) in job.units.chunk_by(|one, next| one.place.0 == next.place.0).enumerate() {
        let original = units.first().map(|unit| attribute(&unit.place.0)).unwrap_or_default();
        file += &format!("  <file id=\"f{}\" original=\"{original}\" xml:space=\"preserve\">\n", index + 1);
        units.iter().for_each(|unit| write_unit(unit, &mut file));
        file += "  </file>\n";
    }
    file + "</xliff>\n"
}

fn write_unit(unit: &Unit, file: &mut String) {
    // Fluent's names and the keys of variants are tokens of XML.
    let key = attribute(&unit.key.to_string());
    let _ = writeln!(file, "    <unit id=\"{key}\" canResegment=\"no\">");
    write_notes(unit, file);
    let mut codes = Codes::default();
    let source = codes.written(&unit.source, &unit.needed);
    let translation = unit.translation.as_ref().map(|translation| codes.written(translation, &unit.needed));
    if !codes.placeables.is_empty() {
        file.push_str("      <originalData>\n");
        for (index, placeable) in codes.placeables.iter().enumerate() {
            let _ = writeln!(file, "        <data id=\"d{}\">{}</data>", index + 1, content(placeable));
        }
        file.push_str("      </originalData>\n");
    }
    let state = match unit.state {
        UnitState::Missing => "",
        UnitState::Stale => " state=\"initial\" subState=\"prompts:stale\"",
        UnitState::Translated => " state=\"translated\"",
    };
    let _ = writeln!(file, "      <segment{state}>\n        <source>{source}</source>");
    if let Some(translation) = translation {
        let _ = writeln!(file, "        <target>{translation}</target>");
    }
    file.push_str("      </segment>\n    </unit>\n");
}

fn write_notes(unit: &Unit, file: &mut String) {
    let previous = unit.previous.as_ref();
    let previous = previous.map(|text| Note { category: "previous-source".to_owned(), text: text.to_string() });
    let notes: Vec<&Note> = unit.notes.iter().chain(&previous).collect();
    if notes.is_empty() {
        return;
    }
    file.push_str("      <notes>\n");
    for Note { category, text } in notes {
        let _ = writeln!(file, "        <note category=\"{}\">{}</note>", attribute(category), content(text));
    }
    file.push_str("      </notes>\n");
}

/// The placeables of a unit. Their places are the numbers of their data.
#[derive(Default)]
struct Codes {
    placeables: Vec<String>,
}

impl Codes {
    /// Returns a text with `<ph>` for its placeables. A placeable that is in a text twice has two numbers. One of a
    /// translation has that of the source.
    fn written(&mut self, text: &Text, needed: &[String]) -> String {
        let mut written = String::new();
        let mut used = Vec::new();
        for piece in &text.0 {
            let placeable = match piece {
                Piece::Words(words) => {
                    written.push_str(&content(words));
                    continue;
                }
                Piece::Placeable(placeable) => placeable,
            };
            let mut places = (1..).zip(&self.placeables);
            let known = places.find(|(number, known)| *known == placeable && !used.contains(number));
            let number = known.map(|(number, _)| number).unwrap_or_else(|| {
                self.placeables.push(placeable.clone());
                self.placeables.len()
            });
            used.push(number);
            let kept = if needed.contains(placeable) { " canDelete=\"no\"" } else { "" };
            let shown = attribute(placeable);
            let _ = write!(written, "<ph id=\"{number}\" dataRef=\"d{number}\" disp=\"{shown}\"{kept}/>");
        }
        written
    }
}

/// Escapes the content of an element. Line breaks are references, so that no line begins in a text.
fn content(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    escaped.replace('\n', "&#10;")
}

/// Escapes the value of an attribute.
fn attribute(text: &str) -> String {
    content(text).replace('"', "&quot;").replace('\t', "&#9;")
}
