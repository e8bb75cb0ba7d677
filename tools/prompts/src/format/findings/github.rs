use std::io::{self, Write};

use super::Shown;
use code_prompts_engine::check::{Finding, Outcome};
use code_prompts_reader::visible::Lines;

/// Prints a command for each of at most `max` findings, which GitHub shows beside its line.
pub(crate) fn print(outcome: &Outcome, max: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    let shown = Shown::of(outcome, max);
    for finding in &shown.findings {
        out.write_all(command(outcome, finding).as_bytes())?;
    }
    match shown.note() {
        Some(note) => writeln!(out, "::notice title=prompts::{}", data(&note)),
        None => Ok(()),
    }
}

fn command(outcome: &Outcome, finding: &Finding) -> String {
    let at = outcome.locate(&finding.place);
    let mut message = finding.message.clone();
    if let Some(help) = &finding.help {
        message += &format!("\nhelp: {help}");
    }
    if let Some((place, said)) = &finding.related {
        let at = outcome.locate(place);
        message += &format!("\n{}:{}:{}: {said}", at.file, at.line, at.column);
    }
    format!(
        "::{} file={},line={},col={},endLine={},endColumn={},title={}::{}\n",
        finding.severity.name(),
        property(&at.file),
        at.line,
        at.column,
        at.end_line,
        at.end_column,
        property(finding.rule.name()),
        data(&message)
    )
}

/// Escapes a text, so that it cannot end its command or write control characters to the log.
fn data(text: &str) -> String {
    let one_line = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    Lines(&one_line).to_string()
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn github_command_escapes_text() {
        let text = "100%: a,b\r\n::error::x\u{1B}[0m\u{202E}";
        assert_eq!(data(text), "100%25: a,b%0D%0A::error::x␛[0m\\u{202e}");
        assert_eq!(property(text), "100%25%3A a%2Cb%0D%0A%3A%3Aerror%3A%3Ax␛[0m\\u{202e}");
    }
}
