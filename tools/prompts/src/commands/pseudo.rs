//! `prompts pseudo`: makes pseudo-locales, to try an interface before it is translated.

use code_prompts_engine::edit::PseudoFolder;

use super::changes::removed;
use crate::cli::PseudoArgs;
use crate::report::Report;

pub(crate) fn pseudo(args: &PseudoArgs) -> Result<Report, Report> {
    let folder = PseudoFolder::new(&args.project.read()?, &args.output, args.from.as_deref())?;
    if folder.is_there()? {
        let message = format!("{folder}: it is there already, and would be made the same");
        return Ok(Report { messages: vec![message], ..Report::clean(String::new()) });
    }
    folder.refuse_taken()?;
    if args.write.dry_run {
        return Ok(Report::clean(folder.paths().map(|path| path.display().to_string() + "\n").collect()));
    }
    let messages = removed(&folder.write()?);
    let locales: Vec<&str> = folder.locales().collect();
    Ok(Report { messages, ..Report::clean(format!("made {folder} with {}\n", locales.join(", "))) })
}
