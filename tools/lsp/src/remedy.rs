//! What the commands for translators do about a finding.

use std::path::{Path, PathBuf};

use code_prompts_engine::Error;
use code_prompts_engine::check::{Finding, Outcome, Rule};
use code_prompts_engine::edit::{Accepted, Changes, Copied, accept, accept_one, copy};
use code_prompts_engine::project::Project;
use serde::{Deserialize, Serialize};

/// A remedy. It is sent to the client and back, if that asks for the changes later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Remedy {
    /// The file of the finding.
    pub(crate) path: PathBuf,
    /// The locale to change.
    locale: String,
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Kind {
    /// Copies what is missing of messages.
    Copy(Vec<String>),
    /// Copies what is missing of a file of the source.
    CopyFile(PathBuf),
    /// Copies all that is missing.
    CopyAll,
    /// Accepts a stale text.
    Accept(String),
    /// Records the source texts of all translations that have no record.
    Record,
}

impl Remedy {
    /// Returns the remedy of a finding in a file, with a title.
    pub(crate) fn of(outcome: &Outcome, path: &Path, finding: &Finding) -> Option<(String, Self)> {
        let source = &outcome.source;
        let locale = finding.locale.as_deref()?;
        let (title, kind) = match (finding.rule, &finding.id) {
            (Rule::MissingMessage, Some(id)) => {
                (format!("Copy `{id}` from {source}, to translate it"), Kind::Copy(vec![id.clone()]))
            }
            (Rule::MissingMessage, None) => match &finding.related {
                Some((file, _)) => {
                    let file = PathBuf::from(&*outcome.locate(file).file);
                    (format!("Copy the missing messages of this file from {source}"), Kind::CopyFile(file))
                }
                None => (format!("Copy all missing messages of {locale} from {source}"), Kind::CopyAll),
            },
            (Rule::MissingAttribute, Some(id)) => {
                let title = format!("Copy the attributes of `{id}` from {source}, to translate it");
                (title, Kind::Copy(vec![id.clone()]))
            }
            (Rule::StaleTranslation, Some(id)) => {
                (format!("Accept `{id}`: its text fits the new source text"), Kind::Accept(id.clone()))
            }
            (Rule::Unrecorded, _) => {
                (format!("Record that all texts of {locale} fit their source texts"), Kind::Record)
            }
            _ => return None,
        };
        Some((title, Self { path: path.to_owned(), locale: locale.to_owned(), kind }))
    }

    /// Returns the remedy of all findings of a rule in a file, with a title.
    pub(crate) fn of_all(outcome: &Outcome, path: &Path, rule: Rule, same: &[&Finding]) -> Option<(String, Self)> {
        let names: Vec<String> = same.iter().filter_map(|finding| finding.id.clone()).collect();
        let locale = same.first()?.locale.as_deref()?;
        let (count, source) = (names.len(), &outcome.source);
        let title = match rule {
            _ if count < 2 => return None,
            Rule::MissingMessage => format!("Copy all {count} missing messages from {source}"),
            Rule::MissingAttribute => format!("Copy the missing attributes of {count} messages from {source}"),
            _ => return None,
        };
        Some((title, Self { path: path.to_owned(), locale: locale.to_owned(), kind: Kind::Copy(names) }))
    }

    /// Returns whether the result is right without a look at it. Whether a text fits is for somebody to decide.
    pub(crate) fn is_safe(&self) -> bool {
        matches!(self.kind, Kind::Copy(_) | Kind::CopyFile(_) | Kind::CopyAll)
    }

    /// Returns the changes.
    pub(crate) fn changes(&self, project: &Project) -> Result<Changes, Error> {
        let locale = self.locale.as_str();
        match &self.kind {
            Kind::Copy(names) => copy(project, locale, Copied::Named(names)),
            Kind::CopyFile(path) => copy(project, locale, Copied::File(path)),
            Kind::CopyAll => copy(project, locale, Copied::All),
            Kind::Accept(id) => accept_one(project, locale, id),
            Kind::Record => accept(project, Some(locale), Accepted::Unrecorded).map(|accepted| accepted.changes),
        }
    }
}
