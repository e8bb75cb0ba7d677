use crate::answer::Answer;
use code_prompts_engine::project::Case;

/// Prints a table of code, description and prompt.
pub(crate) fn table(rows: &[(Answer, Case)]) -> String {
    let mut table = String::from("| code | description | prompt |\n| ---: | --- | --- |\n");
    for (answer, _) in rows {
        table += &format!("| {} | {} | {} |\n", answer.code, cell(&answer.description), cell(&answer.text));
    }
    table
}

/// Escapes markup and line ends, so that a text stays in its cell.
fn cell(text: &str) -> String {
    let mut cell = String::new();
    for character in text.chars() {
        match character {
            '\n' => cell += "<br>",
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' => cell.extend(['\\', character]),
            other => cell.push(other),
        }
    }
    cell
}

/// Escapes a text as [`cell`] does, and `&` too. Drops control characters.
pub(super) fn escaped(text: &str) -> String {
    let seen: String = text.chars().filter(|character| *character == '\n' || !character.is_control()).collect();
    cell(&seen.replace('&', "&amp;"))
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
            ("<b> *c* _d_ `e` [f] \\", "\\<b\\> \\*c\\* \\_d\\_ \\`e\\` \\[f\\] \\\\"),
        ];
        for (text, expected) in cases {
            assert_eq!(cell(text), expected);
        }
    }

    #[test]
    fn markdown_escapes_entities_and_drops_control_characters() {
        assert_eq!(escaped("`a|b`\r\n&lt;<b>\u{1B}"), "\\`a\\|b\\`<br>&amp;lt;\\<b\\>");
    }
}
