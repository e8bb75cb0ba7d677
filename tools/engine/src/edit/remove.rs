//! Removes entries and stubs from a file, each with the blank lines below it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use fluent_syntax::ast::Entry as Node;

use super::document::{Block, Edits, FtlDocument};
use super::stub::Stub;

/// What is removed from a document.
pub(super) struct Removal<'d, 'a> {
    document: &'d FtlDocument<'a>,
    /// The index of each block, and where its own lines start: stubs of other messages may be above them.
    blocks: BTreeMap<usize, usize>,
    /// The starts and ends of lines of stubs.
    lines: BTreeSet<(usize, usize)>,
}

impl<'d, 'a> Removal<'d, 'a> {
    pub(super) fn new(document: &'d FtlDocument<'a>) -> Self {
        Self { document, blocks: BTreeMap::new(), lines: BTreeSet::new() }
    }

    /// Removes a block from an offset on.
    pub(super) fn add_block(&mut self, index: usize, start: usize) {
        self.blocks.insert(index, start);
    }

    /// Removes a stub with its notes and its record.
    pub(super) fn add_stub(&mut self, stub: &Stub<'_, '_>) {
        let lines = stub.head.iter().chain(stub.body).map(|line| self.document.line(line));
        self.lines.extend(lines.map(|line| (line.start, line.end)));
    }

    /// Returns whether an offset is in a block that is removed.
    pub(super) fn contains(&self, offset: usize) -> bool {
        let blocks = self.blocks.iter().filter_map(|(index, start)| Some((*start, self.document.blocks.get(*index)?)));
        blocks.into_iter().any(|(start, block)| (start..block.end).contains(&offset))
    }

    pub(super) fn apply(mut self, edits: &mut Edits) {
        self.add_whole_comments();
        let removed = self.runs();
        for (start, end) in &self.lines {
            if !removed.iter().any(|(range, _)| range.contains(start)) {
                edits.replace(*start..*end, "");
            }
        }
        removed.into_iter().for_each(|(range, with)| edits.replace(range, with));
    }

    /// A comment that is removed line by line is a block that is removed.
    fn add_whole_comments(&mut self) {
        for (index, block) in self.document.blocks.iter().enumerate() {
            let Node::Comment(comment) = block.node else { continue };
            let is_removed = |line: &&str| {
                let line = self.document.line(line);
                self.lines.contains(&(line.start, line.end))
            };
            if comment.content.iter().all(is_removed) {
                self.blocks.insert(index, block.start);
            }
        }
    }

    /// Returns the ranges of blocks that are below each other, each with what takes its place.
    fn runs(&self) -> Vec<(Range<usize>, &'static str)> {
        let mut runs = Vec::new();
        let mut done = None;
        for (first, start) in &self.blocks {
            if done.is_some_and(|done| *first <= done) {
                continue;
            }
            let is_whole = |index: &usize| {
                let block = self.document.blocks.get(*index);
                block.is_some_and(|block| self.blocks.get(index) == Some(&block.start))
            };
            let last = (*first + 1..).take_while(is_whole).last().unwrap_or(*first);
            runs.extend(self.run(*start, *first, last));
            done = Some(last);
        }
        runs
    }

    fn run(&self, start: usize, first: usize, last: usize) -> Option<(Range<usize>, &'static str)> {
        let blocks = &self.document.blocks;
        let is_whole = blocks.get(first)?.start == start;
        let end = self.end(blocks.get(last)?);
        Some(match blocks.get(last + 1) {
            Some(next) if is_whole => (start..next.start, ""),
            // Without a blank line, what is left of the comment would belong to the next message.
            Some(next) if next.start == end => (start..end, "\n"),
            Some(_) => (start..end, ""),
            None => {
                let above = first.checked_sub(1).filter(|_| is_whole).and_then(|above| blocks.get(above));
                (above.map_or(start, |above| self.end(above))..self.document.text.len(), "")
            }
        })
    }

    /// Returns the end of the last line of a block.
    fn end(&self, block: &Block<'_>) -> usize {
        let below = self.document.text.get(block.end..).unwrap_or_default();
        block.end + below.find('\n').map_or(below.len(), |newline| newline + 1)
    }
}
