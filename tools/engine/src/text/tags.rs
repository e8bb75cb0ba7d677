//! The tags in a text: those of HTML, and those that an app replaces by its own elements.

use super::prose::PLACEABLE;

/// A tag.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tag {
    /// Its name in lower case.
    pub(crate) name: String,
    pub(crate) kind: TagKind,
    /// The value of `data-l10n-name`.
    pub(crate) l10n_name: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TagKind {
    /// `<a>`
    Open,
    /// `</a>`
    Close,
    /// `<br>` or `<x/>`
    Empty,
}

/// Finds the tags of a text. A `<` before anything else than a name is a character.
pub(crate) fn tags(text: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        rest = rest.get(start + 1..).unwrap_or_default();
        let Some((tag, length)) = tag(rest) else { continue };
        found.push(tag);
        rest = rest.get(length..).unwrap_or_default();
    }
    found
}

/// Parses a tag after its `<`. Returns it with its length.
fn tag(text: &str) -> Option<(Tag, usize)> {
    let (is_close, from) = match text.strip_prefix('/') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let name =
        from.split(|c| !is_of_name(c)).next().filter(|name| name.starts_with(|c: char| c.is_ascii_alphanumeric()))?;
    let after = from.get(name.len()..)?;
    if !after.starts_with(|c: char| c.is_whitespace() || matches!(c, '>' | '/')) {
        return None;
    }
    let end = end(after)?;
    let attributes = after.get(..end)?;
    let name = name.to_ascii_lowercase();
    let kind = match attributes.ends_with('/') {
        // `<br>` has no end, and browsers read `</br>` as `<br>`.
        _ if is_void(&name) => TagKind::Empty,
        _ if is_close => TagKind::Close,
        true => TagKind::Empty,
        false => TagKind::Open,
    };
    // `/<path>`-like texts such as `<file/name>` are no tags.
    if attributes.trim_start().strip_prefix('/').is_some_and(|rest| !rest.is_empty()) {
        return None;
    }
    let tag = Tag { name, kind, l10n_name: l10n_name(attributes) };
    Some((tag, text.len() - after.len() + end + 1))
}

/// Returns the place of the `>` that ends a tag, outside of quotes.
fn end(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match c {
            '"' | '\'' if quote.is_none() => quote = Some(c),
            _ if quote == Some(c) => quote = None,
            '>' if quote.is_none() => return Some(at),
            _ => {}
        }
    }
    // A quote is not closed.
    text.find('>')
}

fn l10n_name(attributes: &str) -> Option<String> {
    let (_, rest) = attributes.split_once("data-l10n-name")?;
    let value = rest.trim_start().strip_prefix('=')?.trim_start();
    let value = match value.chars().next()? {
        quote @ ('"' | '\'') => value.get(1..)?.split(quote).next()?,
        _ => value.split(|c: char| c.is_whitespace() || c == '/').next()?,
    };
    (!value.contains(PLACEABLE)).then(|| value.trim().to_owned())
}

/// Returns whether a name is one of HTML's elements for text.
pub(crate) fn is_html(name: &str) -> bool {
    const ELEMENTS: [&str; 62] = [
        "a",
        "abbr",
        "article",
        "b",
        "bdi",
        "bdo",
        "big",
        "blockquote",
        "br",
        "button",
        "center",
        "cite",
        "code",
        "dd",
        "del",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "font",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "li",
        "mark",
        "nav",
        "ol",
        "p",
        "pre",
        "q",
        "ruby",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "table",
        "td",
        "th",
        "tr",
        "tt",
        "u",
        "ul",
        "var",
        "wbr",
    ];
    ELEMENTS.contains(&name)
}

/// Returns whether an element of HTML has no end.
fn is_void(name: &str) -> bool {
    matches!(name, "br" | "hr" | "img" | "input" | "wbr")
}

/// Returns whether an element may be left unclosed in HTML.
pub(crate) fn may_be_open(name: &str) -> bool {
    is_void(name) || matches!(name, "dd" | "dt" | "li" | "p" | "td" | "th" | "tr")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found() {
        let shown = |text: &str| -> Vec<String> {
            let shown = tags(text).into_iter().map(|tag| match tag.kind {
                TagKind::Open => tag.name + &tag.l10n_name.map(|name| format!(" {name}")).unwrap_or_default(),
                TagKind::Close => format!("/{}", tag.name),
                TagKind::Empty => format!("{}/", tag.name),
            });
            shown.collect()
        };
        for (text, expected) in [
            ("<a href=\"\u{FFFC}\">here</a>", &["a", "/a"][..]),
            ("<A data-l10n-name=\"link\" title='a > b'>", &["a link"]),
            ("<label data-l10n-name = link />", &["label/"]),
            ("a < b, <3, <!-- x -->, <\u{FFFC}>, <name@example.com>, <a b", &[]),
            ("<br> <br/> <br /> </br>", &["br/", "br/", "br/", "br/"]),
            ("<0>one</0> <learn-more>two</learn-more>", &["0", "/0", "learn-more", "/learn-more"]),
            ("<file/name>", &[]),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
