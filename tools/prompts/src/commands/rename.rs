//! `prompts rename`: gives a message or a term another id, wherever it is named.

use super::changes::carry_out;
use crate::cli::RenameArgs;
use crate::report::Report;
use code_prompts_engine::edit::{Mention, Renaming};

pub(crate) fn rename(args: &RenameArgs) -> Result<Report, Report> {
    let renaming = Renaming::new(&args.old, &args.new)?;
    let renamed = renaming.of(&args.folder.files()?)?;
    let note = |mention: &Mention| {
        let Mention { path, line, column } = mention;
        let old = &args.old;
        format!("note: {path}:{line}:{column}: this comment speaks of `{old}`; change it if it means the same")
    };
    let mut messages: Vec<String> = renamed.mentions.iter().map(note).collect();
    if renamed.has_code {
        messages
            .push("note: constants that `prompts constants` has made of codes.toml are to be made again".to_owned());
    }
    carry_out(&renamed.changes, &args.write, messages)
}
