//! `prompts preview`: writes a page with all texts.

use std::io::{IsTerminal, Write, stderr};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use code_prompts_engine::check::Options;
use code_prompts_preview::{Step, preview as pages};
use code_prompts_reader::visible::OneLine;

use crate::cli::PreviewArgs;
use crate::report::{Report, Status};

pub(crate) fn preview(args: &PreviewArgs) -> Result<Report, Report> {
    let options =
        Options { dir: args.project.folder.on_disk()?, source: args.project.source.clone(), ..Options::default() };
    let progress = Progress::new();
    let preview = pages(&options, &args.locale, &|step| progress.set(step))?;
    preview.write(&args.output)?;
    drop(progress);
    let paths = preview.pages.keys().map(|name| args.output.join(name));
    let output = paths.map(|path| format!("wrote {}\n", OneLine(path.display()))).collect();
    let largest = preview.pages.values().map(String::len).max().unwrap_or_default();
    Ok(Report { output, messages: slow(largest).into_iter().collect(), status: Status::Clean })
}

/// The size of a page, in bytes, from which on browsers take long to open it: about ten seconds.
const LARGE: usize = 50_000_000;

/// Returns a note about a page that is large.
fn slow(bytes: usize) -> Option<String> {
    let megabytes = bytes / 1_000_000;
    (bytes > LARGE).then(|| {
        format!(
            "note: a page has {megabytes} MB, which browsers open slowly; --locale chooses languages for smaller ones"
        )
    })
}

/// How long nothing is shown.
const QUIET: Duration = Duration::from_millis(500);
/// How often the line changes.
const TICK: Duration = Duration::from_millis(100);

/// Shows on a terminal what is being done, if that takes long.
struct Progress {
    step: Arc<Mutex<Option<Step>>>,
    /// Ends the thread when it is dropped.
    end: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    fn new() -> Self {
        let step = Arc::new(Mutex::new(None));
        let (sender, receiver) = channel();
        let shown = Arc::clone(&step);
        let end = stderr().is_terminal().then(|| (sender, thread::spawn(move || show(&shown, &receiver))));
        Self { step, end }
    }

    fn set(&self, step: Step) {
        if let Ok(mut now) = self.step.lock() {
            *now = Some(step);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((sender, thread)) = self.end.take() {
            drop(sender);
            // It has removed its line then.
            let _ = thread.join();
        }
    }
}

/// Shows the step until the other side is dropped. Nobody misses a line that can't be written.
fn show(step: &Mutex<Option<Step>>, end: &Receiver<()>) {
    let mut wait = QUIET;
    let mut is_shown = false;
    while end.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
        let text = match step.lock().ok().and_then(|step| *step) {
            None => continue,
            Some(Step::Check) => "reading and checking the folder".to_owned(),
            Some(Step::Texts(done, all)) => format!("{done} of {all} messages"),
            Some(Step::Pages) => "writing the pages".to_owned(),
        };
        let mut err = stderr().lock();
        let _ = write!(err, "\r\x1b[K{text}").and_then(|()| err.flush());
        (wait, is_shown) = (TICK, true);
    }
    if is_shown {
        let _ = write!(stderr(), "\r\x1b[K");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_large_page_is_slow() {
        assert_eq!(slow(LARGE), None);
        assert!(slow(84_180_775).is_some_and(|note| note.starts_with("note: a page has 84 MB,")));
    }
}
