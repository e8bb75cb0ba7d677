use unicode_width::UnicodeWidthStr;

use crate::answer::Answer;
use code_prompts_engine::project::Case;
use code_prompts_reader::visible::Lines;

/// Prints a block for each answer.
pub(crate) fn answers(answers: &[Answer]) -> String {
    Lines(&answers.iter().map(block).collect::<Vec<_>>().join("\n")).to_string()
}

fn block(answer: &Answer) -> String {
    let mut block = format!("{} {} ({})\n", answer.code, answer.id, answer.locale);
    let mut line = |name: &str, text: &str| {
        let text = text.replace('\n', &format!("\n{:15}", ""));
        block += &format!("  {name:<13}{text}\n");
    };
    line("prompt", &answer.text);
    line("description", &answer.description);
    match &answer.action {
        None => line("action", "none"),
        Some(action) => match &action.label {
            Some(label) => line("action", &format!("{} ({label})", action.id)),
            None => line("action", &action.id),
        },
    }
    for fault in &answer.faults {
        line("fault", fault);
    }
    block
}

/// Prints a table. Its columns line up where Chinese characters are two columns wide.
pub(crate) fn table(rows: &[(Answer, Case)]) -> String {
    let header = ["code", "message", "locale", "prompt", "description"].map(str::to_owned);
    let table: Vec<[String; 5]> = std::iter::once(header).chain(rows.iter().map(row)).collect();
    let width = |column: usize| table.iter().map(|row| row[column].width()).max().unwrap_or_default();
    let widths: [usize; 5] = std::array::from_fn(width);
    let mut text = String::new();
    for row in &table {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
            let padding = " ".repeat(width - cell.width());
            match column {
                0 => line += &format!("{padding}{cell}"),
                _ => line += &format!("  {cell}{padding}"),
            }
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}

fn row((answer, case): &(Answer, Case)) -> [String; 5] {
    let arguments: Vec<String> = case.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let message = if case.is_empty() { answer.id.clone() } else { format!("{} [{}]", answer.id, arguments.join(" ")) };
    let description = if answer.description == answer.text { String::new() } else { one_line(&answer.description) };
    [answer.code.to_string(), message, answer.locale.clone(), one_line(&answer.text), description]
}

fn one_line(text: &str) -> String {
    Lines(&text.replace(['\n', '\t'], " ")).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_in_a_table_is_one_line() {
        assert_eq!(one_line("a\nb\tc\r\u{1B}[31m\u{9B}房"), "a b c␍␛[31m\\u{9b}房");
    }
}
