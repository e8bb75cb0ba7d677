//! Reads XLIFF 2 files. `roxmltree` refuses a DTD, and with it all entities.

use roxmltree::{Document, Error as XmlError, Node, ParsingOptions};

use super::NAMESPACES;
use crate::exchange::delivery::{Damage, Delivered, DeliveredUnit, Finished};
use crate::exchange::key::Key;
use crate::exchange::text::{Piece, Text};

/// The most elements and texts that a file may have.
const MOST_NODES: u32 = 5_000_000;

/// How many elements may be in each other in a text.
const DEEPEST: usize = 20;

/// Reads a file.
pub(in crate::exchange) fn read(text: &str) -> Result<Delivered, Damage> {
    refuse_encoding(text)?;
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| damage(&error, text))?;
    let root = document.root_element();
    let version = root.attribute("version").unwrap_or_default();
    let reader = Reader { document: &document };
    if root.tag_name().name() != "xliff" {
        return Err((1, "this is not an XLIFF file".to_owned()));
    }
    if !is_ours(root, "xliff") {
        let problem = format!("this is XLIFF {version}; import XLIFF 2, as `prompts todo --format xliff` writes it");
        return Err((reader.line(root), problem));
    }
    let (Some(source), Some(target)) = (root.attribute("srcLang"), root.attribute("trgLang")) else {
        return Err((reader.line(root), "the file does not name its languages in srcLang and trgLang".to_owned()));
    };
    let units = root.descendants().filter(|node| is_ours(*node, "unit"));
    let units = units.map(|unit| reader.unit(unit)).collect::<Result<_, _>>()?;
    Ok(Delivered { source: source.to_owned(), target: target.to_owned(), units })
}

/// Returns whether a node is an element of XLIFF 2 with a name.
fn is_ours(node: Node<'_, '_>, name: &str) -> bool {
    let namespace = node.tag_name().namespace().unwrap_or_default();
    node.is_element() && node.tag_name().name() == name && namespace.starts_with(NAMESPACES)
}

fn damage(error: &XmlError, text: &str) -> Damage {
    let line = error.pos().row as usize;
    match error {
        XmlError::UnexpectedEndOfStream | XmlError::UnclosedRootNode => {
            (text.lines().count().max(1), "the XML is damaged: the file ends in the middle".to_owned())
        }
        XmlError::DtdDetected => (1, "the file has a DTD, which XLIFF has not; it is not read".to_owned()),
        XmlError::NodesLimitReached => (line, "the file has too many elements".to_owned()),
        error => (line, format!("the XML is damaged: {error}")),
    }
}

/// Refuses a file that says that it is in another encoding.
fn refuse_encoding(text: &str) -> Result<(), Damage> {
    let declaration = text.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")).map(|(inside, _)| inside);
    let value = declaration.and_then(|inside| inside.split_once("encoding")).map(|(_, value)| value);
    let encoding = value.and_then(|value| value.split(['"', '\'']).nth(1)).unwrap_or("UTF-8");
    if encoding.eq_ignore_ascii_case("UTF-8") || encoding.eq_ignore_ascii_case("US-ASCII") {
        return Ok(());
    }
    Err((1, format!("the file says that it is in {encoding}; save it as UTF-8")))
}

struct Reader<'d, 'i> {
    document: &'d Document<'i>,
}

impl Reader<'_, '_> {
    fn line(&self, node: Node<'_, '_>) -> usize {
        self.document.text_pos_at(node.range().start).row as usize
    }

    fn unit(&self, unit: Node<'_, '_>) -> Result<DeliveredUnit, Damage> {
        let line = self.line(unit);
        let Some(key) = unit.attribute("id").and_then(|id| id.parse::<Key>().ok()) else {
            let problem = "the unit has no id of a message, so it is not from `prompts todo --format xliff`";
            return Err((line, problem.to_owned()));
        };
        let (mut source, mut translation) = (Text::default(), Text::default());
        let mut finished = Finished::Yes;
        // A tool may have divided the text into several segments.
        for segment in unit.children() {
            let is_segment = is_ours(segment, "segment");
            if !is_segment && !is_ours(segment, "ignorable") {
                continue;
            }
            let child = |name| segment.children().find(|child| is_ours(*child, name));
            let Some(of_source) = child("source") else {
                return Err((self.line(segment), format!("`{key}`: the segment has no source text")));
            };
            self.text(unit, of_source, &mut source, DEEPEST)?;
            match child("target") {
                Some(target) => self.text(unit, target, &mut translation, DEEPEST)?,
                // Without a target, an ignorable part is the same in both languages.
                None if !is_segment => self.text(unit, of_source, &mut translation, DEEPEST)?,
                None => finished = Finished::No,
            }
            if segment.attribute("state") == Some("initial") {
                finished = Finished::No;
            }
        }
        if translation.is_empty() {
            finished = Finished::Yes;
        }
        Ok(DeliveredUnit { key, line, source, translation, finished })
    }

    /// Adds the content of a source or a target to a text.
    fn text(&self, unit: Node<'_, '_>, of: Node<'_, '_>, text: &mut Text, depth: usize) -> Result<(), Damage> {
        let Some(depth) = depth.checked_sub(1) else {
            return Err((self.line(of), "elements are too deep in each other".to_owned()));
        };
        for node in of.children() {
            if let Some(words) = node.text().filter(|_| node.is_text()) {
                text.push_words(words);
                continue;
            }
            if !node.is_element() {
                continue;
            }
            let problem = match node.tag_name().name() {
                "ph" => match placeable(unit, node) {
                    Some(placeable) => {
                        text.0.push(Piece::Placeable(placeable));
                        continue;
                    }
                    None => "the placeable has no data in the unit".to_owned(),
                },
                "mrk" => {
                    self.text(unit, node, text, depth)?;
                    continue;
                }
                "sm" | "em" => continue,
                "cp" => {
                    let hex = node.attribute("hex").and_then(|hex| u32::from_str_radix(hex, 16).ok());
                    text.push_words(&hex.and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER).to_string());
                    continue;
                }
                other => format!("a text has the element <{other}>, which is not in the source"),
            };
            return Err((self.line(node), problem));
        }
        Ok(())
    }
}

/// Returns what a `<ph>` stands for: its data in the unit.
fn placeable(unit: Node<'_, '_>, ph: Node<'_, '_>) -> Option<String> {
    let reference = ph.attribute("dataRef")?;
    let all = unit.children().find(|child| is_ours(*child, "originalData"))?;
    let data = all.children().find(|data| is_ours(*data, "data") && data.attribute("id") == Some(reference))?;
    let text: String = data.children().filter_map(|child| child.text()).collect();
    // Spaces may have changed.
    let written = Text::words(&text).with_placeables();
    let mut found = written.placeables().map(str::to_owned);
    found.next().filter(|_| found.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(unit: &str) -> String {
        format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" \
             srcLang=\"en\" trgLang=\"de\"><file id=\"f1\">\n{unit}\n</file></xliff>"
        )
    }

    fn unit(inside: &str) -> String {
        file(&format!(
            "<unit id=\"a.b:one\"><originalData><data id=\"d1\">{{ $n }}</data></originalData>\n{inside}</unit>"
        ))
    }

    #[test]
    fn xliff_is_read_as_tools_write_it() {
        let ph = "<ph id=\"1\" dataRef=\"d1\"/>";
        for (inside, expected) in [
            (
                format!("<segment><source>A {ph}</source><target>B {ph}</target></segment>"),
                ("A { $n }", "B { $n }", Finished::Yes),
            ),
            (
                format!(
                    "<segment state=\"final\"><source>A.</source><target>B.</target></segment><ignorable><source> </source></ignorable>\
                     <segment><source>{ph}</source><target><mrk id=\"m1\"><![CDATA[<]]>{ph}</mrk></target></segment>"
                ),
                ("A. { $n }", "B. <{ $n }", Finished::Yes),
            ),
            (
                "<segment state=\"initial\"><source>A</source><target>B</target></segment>".to_owned(),
                ("A", "B", Finished::No),
            ),
            ("<segment state=\"initial\"><source>A</source></segment>".to_owned(), ("A", "", Finished::Yes)),
            ("<segment><source>A&#10;&amp;</source><target/></segment>".to_owned(), ("A\n&", "", Finished::Yes)),
            (
                "<segment><source>A.</source><target>B.</target></segment><segment><source>C</source></segment>"
                    .to_owned(),
                ("A.C", "B.", Finished::No),
            ),
            ("<segment><source>A<cp hex=\"001b\"/></source></segment>".to_owned(), ("A␛", "", Finished::Yes)),
        ] {
            let delivered = read(&unit(&inside)).unwrap();
            let found = &delivered.units[0];
            let (source, translation, finished) = expected;
            assert_eq!((delivered.source.as_str(), delivered.target.as_str()), ("en", "de"));
            assert_eq!((found.key.to_string().as_str(), found.line), ("a.b:one", 3));
            assert_eq!(
                (found.source.to_string().as_str(), found.translation.to_string().as_str()),
                (source, translation)
            );
            assert_eq!(found.finished, finished, "{inside}");
        }
    }

    #[test]
    fn damaged_xliff_is_refused_at_its_line() {
        let whole = unit("<segment><source>A</source></segment>");
        let entities = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n<x>&b;</x>";
        let deep = |depth: usize| format!("{}{}", "<mrk id=\"m\">".repeat(depth), "</mrk>".repeat(depth));
        for (text, line, problem) in [
            ("", 1, "damaged"),
            (whole.get(..whole.len() - 20).unwrap(), 4, "damaged"),
            ("id;source;target\n", 1, "damaged"),
            (entities, 1, "has a DTD"),
            ("<tmx/>", 1, "not an XLIFF file"),
            ("\n<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"/>", 2, "this is XLIFF 1.2"),
            ("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" srcLang=\"en\"/>", 1, "srcLang and trgLang"),
            (&whole.replace("utf-8", "ISO-8859-1"), 1, "it is in ISO-8859-1"),
            (&whole.replace("a.b:one", "u 1"), 3, "no id of a message"),
            (&unit("<segment><target>B</target></segment>"), 4, "no source text"),
            (
                &unit("<segment><source>A</source><target><ph id=\"2\" dataRef=\"d2\"/></target></segment>"),
                4,
                "no data",
            ),
            (&unit("<segment><source>A</source><target><pc id=\"2\">B</pc></target></segment>"), 4, "<pc>"),
            (&unit(&format!("<segment><source>{}</source></segment>", deep(30))), 4, "too deep"),
            (&unit(&format!("<segment><source>{}</source></segment>", deep(100_000))), 4, "too deep"),
        ] {
            let (at, found) = read(text).unwrap_err();
            let shown = text.get(..200).unwrap_or(text);
            assert!(at == line && found.contains(problem), "{at}: {found}\n{shown}");
        }
    }
}
