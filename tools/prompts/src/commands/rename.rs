//! `prompts rename`: renames a message or a term everywhere.

use super::changes::apply;
use crate::cli::RenameArgs;
use crate::report::Report;
use code_prompts_engine::edit::{Mention, Renaming};

pub(crate) fn rename(args: &RenameArgs) -> Result<Report, Report> {
    let renaming = Renaming::new(&args.old, &args.new)?;
    let renamed = renaming.of(&args.folder.files()?)?;
    let note = |mention: &Mention| {
        let Mention { path, line, column } = mention;
        let old = &args.old;
        format!("note: {path}:{line}:{column}: this comment mentions `{old}`; change it if needed")
    };
    let mut messages: Vec<String> = renamed.mentions.iter().map(note).collect();
    if renamed.has_code {
        messages.push("note: this changes codes.toml; if you use `prompts constants`, run it again".to_owned());
    }
    apply(&renamed.changes, &args.write, messages)
}
