//! A line of `codes.toml` that can't be right.

use code_prompts::Fault;
use code_prompts::reading::folder_faults;

use super::super::context::Context;
use super::super::finding::{Finding, Place};
use super::super::tree::Codes;

pub(super) const NAME: &str = "invalid-codes-file";
pub(super) const DOCS: &str = include_str!("../../../rules/invalid-codes-file/README.md");

pub(super) fn check(context: &mut Context<'_, '_>) {
    let faults = match &context.tree.codes {
        Codes::None => return,
        Codes::Catalog(catalog) => folder_faults(catalog),
        Codes::Broken(error) => error.faults(),
    };
    for fault in faults {
        let (file, line, column) = match (fault, fault.position()) {
            (Fault::InvalidCodes { .. } | Fault::InvalidEncoding { .. }, Some(at)) => (&at.file, at.line, at.column),
            (Fault::Unreadable { path, .. } | Fault::ByteOrderMark { path, .. }, _) => (path, 1, 1),
            _ => continue,
        };
        if !file.ends_with("codes.toml") {
            continue;
        }
        let text = match fault {
            Fault::InvalidCodes { problem, .. } | Fault::Unreadable { problem, .. } => problem.clone(),
            Fault::InvalidEncoding { .. } => "the file is not UTF-8 from here on; save it as UTF-8".to_owned(),
            _ => "the file begins with a byte-order mark; save it as UTF-8 without one".to_owned(),
        };
        // The library says what is wrong, then the mend.
        let (problem, mend) = text.rsplit_once("; ").unwrap_or((&text, "mend this line"));
        context.push(Finding::new(Place::Path(file.to_string(), line, column), problem).help(mend));
    }
}
