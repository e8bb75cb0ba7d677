//! An `.ftl` file as blocks with offsets, and edits that keep the rest of the file.

use std::ops::Range;

use fluent_syntax::ast::{Comment, Entry as Node, Resource};
use rustc_hash::FxHashMap;

/// A file in blocks.
pub(super) struct FtlDocument<'a> {
    /// The text that was parsed. Its offsets are those of the file.
    pub(crate) text: &'a str,
    pub(super) blocks: Vec<Block<'a>>,
    /// The index in `blocks` of the first message (`false`) or term (`true`) with each name.
    names: FxHashMap<(bool, &'a str), usize>,
}

/// A message, a term or a standalone comment.
pub(super) struct Block<'a> {
    pub(super) node: &'a Node<&'a str>,
    /// The start of its first line, which may be that of its comment.
    pub(super) start: usize,
    /// The start of the line below its comment.
    pub(super) body: usize,
    /// The end of its last line that is not blank.
    pub(super) end: usize,
}

impl<'a> FtlDocument<'a> {
    pub(crate) fn new(text: &'a str, resource: &'a Resource<&'a str>) -> Self {
        let offset = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
        let line_start =
            |offset: usize| text.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let mut blocks: Vec<Block<'a>> = (resource.body.iter())
            .filter_map(|node| {
                let (comment, name) = match node {
                    Node::Message(message) => (message.comment.as_ref(), Some(message.id.name)),
                    Node::Term(term) => (term.comment.as_ref(), Some(term.id.name)),
                    Node::Comment(comment) | Node::GroupComment(comment) | Node::ResourceComment(comment) => {
                        (Some(comment), None)
                    }
                    Node::Junk { .. } => return None,
                };
                let first = comment.and_then(|comment| comment.content.first()).map(|line| line_start(offset(line)));
                let name = name.map(|name| line_start(offset(name)));
                let start = first.or(name)?;
                Some(Block { node, start, body: name.unwrap_or(start), end: start })
            })
            .collect();
        let ends: Vec<usize> = blocks.iter().skip(1).map(|next| next.start).chain([text.len()]).collect();
        for (block, end) in blocks.iter_mut().zip(ends) {
            let own = text.get(block.start..end).unwrap_or_default();
            block.end = block.start + own.trim_end_matches([' ', '\r', '\n']).len();
        }
        let mut names = FxHashMap::default();
        for (index, block) in blocks.iter().enumerate() {
            match block.node {
                Node::Message(message) => drop(names.entry((false, message.id.name)).or_insert(index)),
                Node::Term(term) => drop(names.entry((true, term.id.name)).or_insert(index)),
                _ => {}
            }
        }
        Self { text, blocks, names }
    }

    /// Returns the text of a block with its comment.
    pub(super) fn written(&self, block: &Block<'_>) -> &'a str {
        self.text.get(block.start..block.end).unwrap_or_default()
    }

    /// Returns the text of a block without its comment.
    pub(super) fn body(&self, block: &Block<'_>) -> Option<&'a str> {
        self.text.get(block.body..block.end)
    }

    /// Returns the line that a slice of the text is in, with its line end.
    pub(crate) fn line(&self, part: &str) -> Range<usize> {
        let offset = part.as_ptr() as usize - self.text.as_ptr() as usize;
        let (before, after) = self.text.split_at_checked(offset).unwrap_or((self.text, ""));
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        start..after.find('\n').map_or(self.text.len(), |newline| offset + newline + 1)
    }

    /// Returns the end of the line that a slice of the text is in, without its line end.
    pub(super) fn line_end(&self, part: &str) -> usize {
        let line = self.line(part);
        line.start + self.text.get(line).unwrap_or_default().trim_end_matches(['\r', '\n']).len()
    }

    /// Finds the message or term that a byte is in, or in its comment, with its index.
    pub(super) fn around(&self, byte: usize) -> Option<(usize, &Block<'a>)> {
        let mut blocks = self.blocks.iter().enumerate();
        let is_entry = |block: &Block<'_>| matches!(block.node, Node::Message(_) | Node::Term(_));
        blocks.find(|(_, block)| is_entry(block) && block.start <= byte && byte <= block.end)
    }

    /// Finds the block of a message or a term. The name of a term has its hyphen.
    pub(crate) fn find(&self, name: &str) -> Option<&Block<'a>> {
        let key = name.strip_prefix('-').map_or((false, name), |term| (true, term));
        self.blocks.get(*self.names.get(&key)?)
    }
}

impl<'a> Block<'a> {
    /// Returns the `#` comment of an entry, or the standalone `#` comment.
    pub(crate) fn comment(&self) -> Option<&'a Comment<&'a str>> {
        match self.node {
            Node::Message(message) => message.comment.as_ref(),
            Node::Term(term) => term.comment.as_ref(),
            Node::Comment(comment) => Some(comment),
            _ => None,
        }
    }
}

/// Edits of a text, which must not overlap.
#[derive(Debug, Default)]
pub(super) struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    /// Replaces a range by a text with `\n` line ends. Two insertions at one offset keep their order.
    pub(super) fn replace(&mut self, range: Range<usize>, with: impl Into<String>) {
        self.0.push((range, with.into()));
    }

    /// Returns whether an offset is in a range that is replaced.
    pub(super) fn contains(&self, offset: usize) -> bool {
        self.0.iter().any(|(range, _)| range.contains(&offset))
    }

    /// Adds other edits.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Applies the edits. New lines get the line endings of the text.
    pub(super) fn apply(mut self, text: &str) -> String {
        self.0.sort_by_key(|(range, _)| (range.start, range.end));
        let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let mut changed = String::with_capacity(text.len());
        let mut done = 0;
        for (range, with) in self.0 {
            debug_assert!(done <= range.start, "overlapping edits");
            changed.push_str(text.get(done..range.start).unwrap_or_default());
            changed.push_str(&with.replace('\n', newline));
            done = range.end;
        }
        changed.push_str(text.get(done..).unwrap_or_default());
        changed
    }
}

#[cfg(test)]
mod tests {
    use fluent_syntax::parser::parse;

    use super::*;

    #[test]
    fn document_blocks_have_comments_and_attributes() {
        let text = "### File\n\n## Group\n# Alone\n\n# Of a\n#\na = {\nb }\n  \n    .c = d \n-t = T\n\n# End";
        let resource = parse(text).unwrap();
        let document = FtlDocument::new(text, &resource);
        let blocks: Vec<_> = document.blocks.iter().map(|block| document.written(block)).collect();
        let expected = ["### File", "## Group", "# Alone", "# Of a\n#\na = {\nb }\n  \n    .c = d", "-t = T", "# End"];
        assert_eq!(blocks, expected);
        let a = document.find("a").unwrap();
        assert_eq!(&text[a.body..a.end], "a = {\nb }\n  \n    .c = d");
        assert_eq!(document.written(document.find("-t").unwrap()), "-t = T");
        assert!(document.find("t").is_none());
    }

    #[test]
    fn document_edits_keep_the_rest() {
        let text = "一\r\n二\r\n三";
        let mut edits = Edits::default();
        edits.replace(text.len()..text.len(), "\n四");
        edits.replace(5..8, "2\n2½");
        edits.replace(5..5, "1½\n");
        assert_eq!(edits.apply(text), "一\r\n1½\r\n2\r\n2½\r\n三\r\n四");
        assert_eq!(Edits::default().apply(text), text);
    }
}
