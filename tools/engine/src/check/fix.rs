//! How a finding is fixed by replacing parts of its file.

use std::ops::Range;

/// Replacements in the file of a finding that fix it. They are a proposal: somebody must look at the text afterwards.
///
/// ```
/// use code_prompts_engine::check::{Options, run};
///
/// let dir = tempfile::tempdir()?;
/// std::fs::write(dir.path().join("en.ftl"), "full = Room { $number } is full\n")?;
/// std::fs::write(dir.path().join("de.ftl"), "full = Raum { $nunber } ist voll\n")?;
///
/// let options = Options { dir: dir.path().to_owned(), source: Some("en".to_owned()), ..Options::default() };
/// let outcome = run(&options)?;
/// let fix = outcome.findings.iter().find_map(|finding| finding.fix.as_ref()).expect("it is misspelt");
/// assert_eq!(fix.title, "Write `$number`");
/// assert_eq!(fix.edits, [(15..21, "number".to_owned())]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, such as ``Write `$count` ``.
    pub title: String,
    /// The ranges to replace, in bytes, each with the new text. They do not overlap.
    pub edits: Vec<(Range<usize>, String)>,
}

impl Fix {
    pub(crate) fn new(title: impl Into<String>, range: Range<usize>, with: impl Into<String>) -> Self {
        Self { title: title.into(), edits: vec![(range, with.into())] }
    }
}
