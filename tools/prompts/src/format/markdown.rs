use crate::answer::Answer;
use code_prompts_engine::project::Case;
use code_prompts_reader::visible::Lines;

/// Prints a table of code, description and prompt.
pub(crate) fn table(rows: &[(Answer, Case)]) -> String {
    let mut table = String::from("| code | description | prompt |\n| ---: | --- | --- |\n");
    for (answer, _) in rows {
        table += &format!("| {} | {} | {} |\n", answer.code, cell(&answer.description), cell(&answer.text));
    }
    table
}

/// Escapes markup, line ends and control characters, so that a text stays in its cell.
pub(super) fn cell(text: &str) -> String {
    let mut cell = String::new();
    for character in Lines(text).to_string().chars() {
        match character {
            '\n' => cell += "<br>",
            '\r' => {}
            '&' => cell += "&amp;",
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' => cell.extend(['\\', character]),
            other => cell.push(other),
        }
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_cell_escapes_markup() {
        let cases = [
            ("房间不存在", "房间不存在"),
            ("{$count} seats (1)", "{$count} seats (1)"),
            ("a|b", "a\\|b"),
            ("one\ntwo", "one<br>two"),
            ("Q&A &lt;", "Q&amp;A &amp;lt;"),
            ("one\r\ntwo\rthree\u{1B}[2J\u{202E}", "one<br>two␍three␛\\[2J\\\\u{202e}"),
            ("<b> *c* _d_ `e` [f] \\", "\\<b\\> \\*c\\* \\_d\\_ \\`e\\` \\[f\\] \\\\"),
        ];
        for (text, expected) in cases {
            assert_eq!(cell(text), expected);
        }
    }
}
