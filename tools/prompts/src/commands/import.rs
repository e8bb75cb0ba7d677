//! `prompts import`: writes the translations of a file into a locale.

use code_prompts_engine::exchange::{Delivery, Format, Import, Imported, import as import_into};

use super::changes::apply;
use crate::cli::{FileFormat, ImportArgs};
use crate::format::findings::counted;
use crate::report::{Report, Status};

pub(crate) fn import(args: &ImportArgs) -> Result<Report, Report> {
    let project = args.project.read()?;
    let delivery = Delivery::read(&args.file, args.format.map(FileFormat::format))?;
    let imported = import_into(&project, &delivery, Import { unfinished: args.unfinished })?;
    if !imported.refused.is_empty() {
        let mut messages: Vec<String> = imported.refused.iter().map(|refused| format!("error: {refused}")).collect();
        messages.push(format!(
            "{}: nothing was imported, because of {}",
            delivery.locale(),
            counted(messages.len(), "error")
        ));
        return Ok(Report { output: String::new(), messages, status: Status::Findings });
    }
    apply(&imported.changes, &args.write, messages(&imported, delivery.locale(), args))
}

/// Returns what is imported, and what is left alone and why.
fn messages(imported: &Imported, tag: &str, args: &ImportArgs) -> Vec<String> {
    let Imported { translated, confirmed, unchanged, incomplete, unfinished, empty, warnings, .. } = imported;
    let done = if args.write.dry_run { "would be " } else { "" };
    let counts = [
        (*translated, format!("{done}translated")),
        (*confirmed, format!("{done}recorded without a change")),
        (*unchanged, "as in the file already".to_owned()),
        (incomplete.len(), "left alone".to_owned()),
    ];
    let counts: Vec<String> =
        counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    let counts = if counts.is_empty() { "nothing to import".to_owned() } else { counts.join(", ") };
    let mut messages = vec![format!("{tag}: {counts}")];
    if !incomplete.is_empty() {
        let what = [(*empty, "not translated"), (*unfinished, "not finished")];
        let what: Vec<String> = what
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| {
                format!("{} {} {what}", counted(*count, "text"), if *count == 1 { "is" } else { "are" })
            })
            .collect();
        let what = if what.is_empty() { "texts are not in the file".to_owned() } else { what.join(", ") };
        messages.push(format!("note: left alone: {}; {what}", incomplete.join(", ")));
    }
    if *unfinished > 0 {
        messages.push("note: --unfinished imports the texts that are not finished too".to_owned());
    }
    if *warnings > 0 {
        let warnings = counted(*warnings, "warning");
        messages.push(format!("note: the check has {warnings} about them; see `prompts check --locale {tag}`"));
    }
    messages
}

impl FileFormat {
    fn format(self) -> Format {
        match self {
            Self::Xliff => Format::Xliff,
            Self::Po => Format::Po,
            Self::Csv => Format::Csv,
        }
    }
}
