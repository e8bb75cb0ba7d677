//! `prompts preview`: writes a page with all texts.

use std::io::{IsTerminal, Write, stderr};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use code_prompts_engine::check::Options;
use code_prompts_preview::{Step, preview as pages};
use code_prompts_reader::visible::OneLine;

use crate::cli::PreviewArgs;
use crate::report::Report;

pub(crate) fn preview(args: &PreviewArgs) -> Result<Report, Report> {
    let options =
        Options { dir: args.project.folder.on_disk()?, source: args.project.source.clone(), ..Options::default() };
    let progress = Progress::new();
    let preview = pages(&options, &args.locale, &|step| progress.show(step));
    progress.clear();
    let preview = preview?;
    preview.write(&args.output)?;
    let paths = preview.pages.keys().map(|name| args.output.join(name));
    let output = paths.map(|path| format!("wrote {}\n", OneLine(path.display()))).collect();
    Ok(Report::clean(output))
}

/// How long nothing is shown.
const QUIET: Duration = Duration::from_millis(500);

/// Shows on a terminal what is being done, if that takes long.
struct Progress {
    began: Instant,
    is_terminal: bool,
    /// Whether a line is shown.
    is_shown: Mutex<bool>,
}

impl Progress {
    fn new() -> Self {
        Self { began: Instant::now(), is_terminal: stderr().is_terminal(), is_shown: Mutex::new(false) }
    }

    fn show(&self, step: Step) {
        if !self.is_terminal || self.began.elapsed() < QUIET {
            return;
        }
        let text = match step {
            Step::Check => "reading and checking the folder".to_owned(),
            Step::Texts(done, all) => format!("{done} of {all} messages"),
            Step::Pages => "writing the pages".to_owned(),
        };
        self.line(&text, true);
    }

    fn clear(&self) {
        if self.is_shown.lock().is_ok_and(|is_shown| *is_shown) {
            self.line("", false);
        }
    }

    /// Replaces the line. Nobody misses it if it can't be written.
    fn line(&self, text: &str, is_shown: bool) {
        let Ok(mut shown) = self.is_shown.lock() else { return };
        *shown = is_shown;
        let mut err = stderr().lock();
        let _ = write!(err, "\r\x1b[K{text}").and_then(|()| err.flush());
    }
}
