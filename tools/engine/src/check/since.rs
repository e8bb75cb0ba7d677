//! The comparison of findings with those of an earlier revision.

use fluent_syntax::ast::Resource;
use rustc_hash::FxHashMap;

use super::finding::Finding;
use super::fingerprint::{Identity, identity};
use super::outcome::Since;
use crate::error::Error;
use crate::project::codes::Codes;
use crate::project::input::Input;
use crate::project::layout::Layout;
use crate::project::revision::Revision;
use crate::project::settings::Settings;
use crate::project::tree::{self, Tree};

/// The folder in an earlier revision.
pub(super) struct Past {
    pub(super) revision: Revision,
    pub(super) input: Input,
    pub(super) settings: Settings,
}

impl Past {
    /// Reads a folder in an earlier revision, to be checked with the settings of today: a rule that is stricter now is
    /// about new texts only.
    pub(super) fn read(revision: Revision, settings: &Settings) -> Result<Self, Error> {
        // What `codes.toml` said is checked too, so it is that of the revision. If it was broken then, the rest of it is
        // new.
        let then = Settings::read_entry(&revision.folder).unwrap_or_default();
        let layout = Layout { records: then.layout.records, ..settings.layout.clone() };
        let mut input = Input::read_entry(&revision.folder, &layout)?;
        tree::recover_all(&mut input);
        Ok(Self { revision, input, settings: settings.with_contents_of(then) })
    }

    /// Returns the tree. Returns `None` if it did not have the source locale.
    pub(super) fn tree<'a>(&'a self, nodes: &'a [Resource<&'a str>], source: &str) -> Option<Tree<'a>> {
        let codes = match Codes::read(&self.revision.folder, &self.settings) {
            Codes::Catalog(catalog) => Codes::Catalog(self.settings.with_functions(catalog)),
            codes => codes,
        };
        let mut tree = Tree::new(&self.input, nodes, source, codes)?;
        tree.named_locales.clone_from(&self.settings.named);
        Some(tree)
    }

    /// Returns what is shown about the revision. `older` is the number of findings that were there already, if there was
    /// a tree.
    pub(super) fn since(&self, older: Option<usize>) -> Since {
        Since {
            revision: self.revision.name().to_owned(),
            commit: self.revision.commit().to_owned(),
            older: older.unwrap_or_default(),
            is_all_new: older.is_none(),
        }
    }
}

/// Removes the findings that were there already, and returns their number. If the same finding is there more often than
/// before, the last ones are new.
pub(super) fn remove_older(
    findings: &mut Vec<Finding>,
    tree: &Tree<'_>,
    older: &[Finding],
    older_tree: &Tree<'_>,
) -> usize {
    let mut known: FxHashMap<Identity<'_>, usize> = FxHashMap::default();
    for finding in older {
        *known.entry(identity(finding, |finding| path(finding, older_tree))).or_default() += 1;
    }
    let before = findings.len();
    let is_new: Vec<bool> = findings
        .iter()
        .map(|finding| match known.get_mut(&identity(finding, |finding| path(finding, tree))) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        })
        .collect();
    let mut is_new = is_new.into_iter();
    findings.retain(|_| is_new.next().unwrap_or(true));
    before - findings.len()
}

fn path(finding: &Finding, tree: &Tree<'_>) -> String {
    finding.place.below(tree.input, &tree.dir().display().to_string())
}
