//! Whether the meaning of a text may have changed since an earlier revision.

use code_prompts_reader::names::identifier_length;
use fluent_syntax::ast::Pattern;

use crate::project::entry::pattern_text;

/// Words without which an English text says the same.
const ARTICLES: &[&str] = &["a", "an", "the"];

/// Returns whether two texts differ only in what a translation of them does not depend on: layout, capitals, English
/// articles, the shape of quotation marks and dashes, a full stop at the end, or the names of variables.
pub(super) fn has_same_meaning(then: &Pattern<&str>, now: &Pattern<&str>) -> bool {
    let [then, now] = [then, now].map(|pattern| plain(&pattern_text(pattern)));
    then == now || {
        let [(then, mut old), (now, mut new)] = [then, now].map(|text| without_names(&text));
        old.sort_unstable();
        new.sort_unstable();
        // If the same variables have changed places, the meaning has changed.
        then == now && old != new
    }
}

fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '‘' | '’' | 'ʼ' => plain.push('\''),
            '“' | '”' | '„' => plain.push('"'),
            '–' | '—' => plain.push('-'),
            '…' => plain.push_str("..."),
            other => plain.extend(other.to_lowercase()),
        }
    }
    let words: Vec<&str> = plain.split_whitespace().filter(|word| !ARTICLES.contains(word)).collect();
    words.join(" ").trim_end_matches(['.', '。']).to_owned()
}

/// Replaces the names of variables by their numbers, and returns the names too.
fn without_names(text: &str) -> (String, Vec<String>) {
    let mut names: Vec<String> = Vec::new();
    let mut parts = text.split('$');
    let mut replaced = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_variable = part.starts_with(|first: char| first.is_ascii_alphabetic());
        let (name, rest) = part.split_at(identifier_length(part));
        if !is_variable {
            replaced += &format!("${part}");
            continue;
        }
        let index = names.iter().position(|known| known == name).unwrap_or_else(|| {
            names.push(name.to_owned());
            names.len() - 1
        });
        replaced += &format!("${index}{rest}");
    }
    (replaced, names)
}

#[cfg(test)]
mod tests {
    use fluent_syntax::ast::{Entry as Node, Message, Resource};
    use fluent_syntax::parser::parse;

    use super::*;
    use crate::project::past::is_same_text;

    fn value<'a>(resource: &'a Resource<&'a str>) -> &'a Pattern<&'a str> {
        let Node::Message(Message { value: Some(value), .. }) = &resource.body[0] else { panic!("no value") };
        value
    }

    #[test]
    fn meaning_is_the_same_after_small_changes() {
        for (then, now, is_same, has_same) in [
            ("The room is closed", "The  room is\n    closed", true, true),
            ("{$a} left", "{ $a } left", true, true),
            ("The room is closed", "The room is closed.", false, true),
            ("Sign In", "Sign in", false, true),
            ("Leave room", "Leave the room", false, true),
            ("Don't wait…", "Don’t wait...", false, true),
            ("{ $user } left", "{ $name } left", false, true),
            ("{ $a } calls { $b } ({ $a })", "{ $x } calls { $y } ({ $x })", false, true),
            ("{ $a } calls { $b }", "{ $b } calls { $a }", false, false),
            ("{ $a } calls { $b }", "{ $a } calls { $a }", false, false),
            ("{ $a } left", "{ -a } left", false, false),
            ("It costs $5", "It costs $6", false, false),
            ("Close the room?", "Close the room", false, false),
            ("The room is closed", "The room is full", false, false),
            ("房间已关闭", "房间已满", false, false),
            ("房间已关闭", "房间已关闭。", false, true),
        ] {
            let texts = [then, now].map(|text| format!("x = {text}\n"));
            let [first, second] = texts.each_ref().map(|text| parse(text.as_str()).unwrap());
            let (first, second) = (value(&first), value(&second));
            assert_eq!(is_same_text(first, second), is_same, "{then} {now}");
            assert_eq!(has_same_meaning(first, second), has_same, "{then} {now}");
        }
    }
}
