//! `prompts pseudo`: creates pseudo-locales, to test an interface before it is translated.

use code_prompts_engine::edit::PseudoFolder;
use code_prompts_reader::visible::OneLine;

use super::changes::removed;
use crate::cli::PseudoArgs;
use crate::report::Report;

pub(crate) fn pseudo(args: &PseudoArgs) -> Result<Report, Report> {
    let folder = PseudoFolder::new(&args.project.read()?, &args.output, args.from.as_deref())?;
    if folder.is_up_to_date()? {
        let message = format!("{folder}: it exists already, with the same content");
        return Ok(Report { messages: vec![message], ..Report::clean(String::new()) });
    }
    folder.refuse_non_empty()?;
    if args.write.dry_run {
        return Ok(Report::clean(folder.paths().map(|path| format!("{}\n", OneLine(path.display()))).collect()));
    }
    let messages = removed(&folder.write()?);
    let locales: Vec<&str> = folder.locales().collect();
    Ok(Report { messages, ..Report::clean(format!("created {} with {}\n", OneLine(&folder), locales.join(", "))) })
}
