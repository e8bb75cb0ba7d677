//! The contents of a records file, and how it is written: sorted, so that changes of two people rarely meet in one place.
//!
//! ```toml
//! [locale]
//! review = "draft"
//! allow.punctuation = "headings have no full stop"
//!
//! [files."ja-JP/menu.ftl"]
//! review = "reviewed by 田中 on 2026-11-27"
//!
//! [messages.room-not-found]
//! source = "房间不存在"
//! attributes.action = "返回登录页"
//! reviewed = { by = "田中", on = 2026-11-27, text = "1a2b3c4d" }
//! allow.untranslated = "the same in both"
//! ```
//!
//! The key of a term has its hyphen. If a locale has an id in several files, the plain key is that of the first one, and the
//! others have their file: `[messages."room-not-found@ja-JP/menu.ftl"]`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use toml_writer::{ToTomlKey as _, ToTomlValue as _};

use crate::project::review::MessageReview;

/// The comment at the top of a new file.
pub(crate) const HEAD: &str =
    "# Written by `prompts`: for which source text each translation was made, and who has reviewed it.";

/// The contents of a records file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stored {
    /// The comments at the top. `None`: a new file.
    pub(crate) head: Option<Vec<String>>,
    /// What it says about the locale.
    pub(crate) locale: StoredPart,
    /// What it says about single files, by their paths below the folder of the locales.
    pub(crate) files: BTreeMap<String, StoredPart>,
    /// What it says about messages and terms, by [`key`].
    pub(crate) messages: BTreeMap<String, StoredMessage>,
    /// The comments at the end.
    pub(crate) end: Vec<String>,
}

/// What a records file says about a locale or one of its files.
#[derive(Clone, Debug, Default)]
pub(crate) struct StoredPart {
    /// What the `Review:` line says otherwise.
    pub(crate) review: Option<String>,
    /// The offset of that.
    pub(crate) review_at: usize,
    pub(crate) allow: Vec<Allow>,
    /// The comments above it and in it.
    pub(crate) comments: Vec<String>,
}

/// What a records file says about a message or a term.
#[derive(Clone, Debug, Default)]
pub(crate) struct StoredMessage {
    /// The recorded source texts: of the value (`None`), and of attributes.
    pub(crate) texts: Vec<(Option<String>, String)>,
    pub(crate) reviewed: Option<MessageReview>,
    pub(crate) allow: Vec<Allow>,
    /// The comments above it and in it.
    pub(crate) comments: Vec<String>,
    /// The offset of its key.
    pub(crate) at: usize,
}

/// An allowed rule.
#[derive(Clone, Debug)]
pub(crate) struct Allow {
    pub(crate) rule: String,
    /// Why. It may be empty, which is a finding.
    pub(crate) reason: String,
    /// The offset of the rule.
    pub(crate) at: usize,
}

/// A part of a records file that can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RecordProblem {
    /// Where it is.
    pub(crate) at: usize,
    pub(crate) message: String,
    pub(crate) help: String,
}

/// Returns the key of a message or a term. `path` is that of its file, if it is not the first with its name.
pub(crate) fn key(name: &str, path: Option<&str>) -> String {
    path.map_or_else(|| name.to_owned(), |path| format!("{name}@{path}"))
}

impl Stored {
    /// Returns whether it says nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.print("\n").lines().all(|line| line.starts_with('#'))
    }

    /// Returns the file. `newline` is its line end.
    pub(crate) fn print(&self, newline: &str) -> String {
        let new = [HEAD.to_owned()];
        let mut blocks = vec![lines(self.head.as_deref().unwrap_or(&new))];
        blocks.push(self.locale.print("[locale]"));
        blocks.extend(self.files.iter().map(|(path, part)| part.print(&format!("[files.{}]", path.to_toml_key()))));
        blocks.extend(self.messages.iter().map(|(key, message)| message.print(key)));
        blocks.push(lines(&self.end));
        blocks.retain(|block| !block.is_empty());
        blocks.join("\n").replace('\n', newline)
    }
}

impl StoredPart {
    fn print(&self, header: &str) -> String {
        let mut text = String::new();
        if let Some(review) = &self.review {
            let _ = writeln!(text, "review = {}", review.to_toml_value());
        }
        text += &allow(&self.allow);
        // A table without contents says nothing.
        if text.is_empty() { lines(&self.comments) } else { format!("{}{header}\n{text}", lines(&self.comments)) }
    }
}

impl StoredMessage {
    fn print(&self, key: &str) -> String {
        let mut text = format!("{}[messages.{}]\n", lines(&self.comments), key.to_toml_key());
        for (attribute, recorded) in &self.texts {
            let recorded = recorded.to_toml_value();
            let _ = match attribute {
                None => writeln!(text, "source = {recorded}"),
                Some(attribute) => writeln!(text, "attributes.{} = {recorded}", attribute.to_toml_key()),
            };
        }
        if let Some(MessageReview { by, on, of }) = &self.reviewed {
            let _ = writeln!(text, "reviewed = {{ by = {}, on = {on}, text = \"{of}\" }}", by.to_toml_value());
        }
        text + &allow(&self.allow)
    }
}

fn allow(allow: &[Allow]) -> String {
    let line =
        |Allow { rule, reason, .. }: &Allow| format!("allow.{} = {}\n", rule.to_toml_key(), reason.to_toml_value());
    allow.iter().map(line).collect()
}

fn lines(lines: &[String]) -> String {
    lines.iter().map(|line| format!("{line}\n")).collect()
}
