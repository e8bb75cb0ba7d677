//! What the docs of a rule say, by their parts.

/// Gives the first sentence below the heading, on one line.
pub fn summary(docs: &str) -> String {
    let paragraph = paragraph_after(docs, "# ");
    match paragraph.split_once(". ") {
        Some((sentence, _)) => format!("{sentence}."),
        None => paragraph,
    }
}

/// Gives the first paragraph of why it is bad, on one line.
pub fn why(docs: &str) -> String {
    paragraph_after(docs, "## Why it is bad")
}

fn paragraph_after(docs: &str, heading: &str) -> String {
    let below = docs.lines().skip_while(|line| !line.starts_with(heading)).skip(1);
    let lines: Vec<&str> = below
        .skip_while(|line| line.is_empty())
        .take_while(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    lines.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rule::Rule;

    #[test]
    fn parts_are_on_one_line() {
        let docs = "# a-rule\n\nA message that\nis bad. More.\n\n## Why it is bad\n\nReaders\nwonder.\n\nMuch.\n";
        assert_eq!(summary(docs), "A message that is bad.");
        assert_eq!(why(docs), "Readers wonder.");
        assert_eq!((summary(""), why("# a-rule\n")), (String::new(), String::new()));
    }

    #[test]
    fn every_rule_has_both() {
        for rule in Rule::ALL {
            assert!(summary(rule.docs()).ends_with('.'), "{}: the first sentence", rule.name());
            assert!(!why(rule.docs()).is_empty(), "{}: why it is bad", rule.name());
        }
    }
}
