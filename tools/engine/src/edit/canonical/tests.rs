use std::fs;
use std::path::{Path, PathBuf};

use super::*;

/// Texts, each with its canonical form.
const CASES: &[(&str, &str)] = &[
    ("", ""),
    ("\n \n\n", ""),
    ("a=A", "a = A\n"),
    ("\n\n a-line-of-spaces-above\n", "\n\n a-line-of-spaces-above\n"), // a syntax error
    ("a   =   A  \n\n\n\nb = B \n \n", "a = A\n\nb = B\n"),
    ("a = A\nb = B\n-c = C\n", "a = A\nb = B\n-c = C\n"),
    ("a = A\n# Of b\nb = B\n", "a = A\n\n# Of b\nb = B\n"),
    (
        "### File  \n## Group\n# Alone\n\n# Of a \t\n#\n#   $x\na = A\n#",
        "### File\n\n## Group\n\n# Alone\n\n# Of a\n#\n#   $x\na = A\n\n#\n",
    ),
    ("# a =\n#     .b =\n\n\n# c =\n", "# a =\n#     .b =\n\n# c =\n"),
    ("# \u{3000}全角\u{3000}\na = 全角\u{3000}\n", "# \u{3000}全角\u{3000}\na = 全角\u{3000}\n"),
    ("a =\n\n  One line\n", "a = One line\n"),
    ("a = One\n  two\n", "a =\n    One\n    two\n"),
    ("a =\n  One\n    two\n\n \n  three\n", "a =\n    One\n      two\n\n\n    three\n"),
    ("a =\n  .b=B\n  .c  =\n    C\n", "a =\n    .b = B\n    .c = C\n"),
    ("a = A\n\n .b = B\n", "a = A\n    .b = B\n"),
    (
        "a = {$x ->\n[one] {  $x} seat\n *[other]{$x} seats\n}\n",
        "a =\n    { $x ->\n        [one] { $x } seat\n       *[other] { $x } seats\n    }\n",
    ),
    ("a = {-t( b:1,c :\"C\" )}{ F($x,{$y}) }\n", "a = { -t(b: 1, c: \"C\") }{ F($x, {$y}) }\n"),
    ("a = {{ $x }}{ { $x ->\n*[a] b\n}}\n", "a =\n    {{ $x }}{{ $x ->\n       *[a] b\n     }}\n"),
    // Significant white space and special characters.
    ("a = {\"\"}  A {\"\"}\n", "a = { \"\" }  A { \"\" }\n"),
    ("a = {\"\"}\n    {\" \"}A  \n    {\"[\"}B\n", "a =\n    { \"\" }\n    { \" \" }A  \n    { \"[\" }B\n"),
    ("a=  [A\n", "a = [A\n"),
    ("a=.b = B\n", "a = .b = B\n"),
    ("a = A\tB\rC\n", "a = A\tB\rC\n"),
    // The serializer would change the meaning of these.
    ("a=[A\n  B  \n\n\nb=B", "a=[A\n  B\n\nb = B\n"),
    ("a=*A\n  B\n", "a=*A\n  B\n"),
    ("a=.A\n  B\n", "a=.A\n  B\n"),
    // Line endings.
    ("a=A\r\n\r\n\r\n# B \r\nb =\r\n  B\r\n  C\r\n", "a = A\r\n\r\n# B\r\nb =\r\n    B\r\n    C\r\n"),
    ("a=A\nb=B\r\nc=C\n", "a = A\nb = B\nc = C\n"),
    ("a=A\r\nb=B\nc=C\r\n", "a = A\r\nb = B\r\nc = C\r\n"),
    ("a=A\r\n     \r\n  B\r\n", "a =\r\n    A\r\n\r\n    B\r\n"),
    ("a=A\r\r\n  B\r\n", "a=A\r\r\n  B\r\n"),
    ("\u{FEFF}\na=A\n", "\u{FEFF}a = A\n"),
];

#[test]
fn format_is_canonical_and_idempotent() {
    for (text, expected) in CASES {
        let formatted = canonical(text);
        assert_eq!(formatted, *expected, "{text:?}");
        assert_eq!(canonical(&formatted), formatted, "again: {text:?}");
    }
}

#[test]
fn format_of_own_locales_is_canonical() {
    for file in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales")) {
        let text = fs::read_to_string(&file).unwrap();
        assert_eq!(canonical(&text), text, "{}", file.display());
    }
}

/// Formats all examples of the rules, good and bad.
#[test]
fn format_keeps_meaning_of_rule_cases() {
    let mut count = 0;
    for file in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("rules")) {
        let Ok(text) = fs::read_to_string(&file) else { continue };
        let text = text.trim_start_matches(BYTE_ORDER_MARK).replace("\r\n", "\n");
        let Ok(before) = parse(text.as_str()) else { continue };
        let formatted = canonical(&text);
        let after = parse(formatted.as_str()).unwrap();
        assert_eq!(after, with_trimmed_comments(&before), "{}", file.display());
        assert_eq!(canonical(&formatted), formatted, "{}", file.display());
        count += 1;
    }
    assert!(count > 100, "{count}");
}

fn files(dir: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    let of = |path: PathBuf| match path.extension() {
        _ if path.is_dir() => files(&path),
        Some(extension) if extension == "ftl" => vec![path],
        _ => Vec::new(),
    };
    entries.flat_map(of).collect()
}

#[test]
fn blank_lines_alone_are_not_unformatted() {
    for (text, expected) in [
        ("### File\n\n\n## Group\n\n# Of a\na = A\n# Of b\nb = B\n", false),
        ("a =\n    One\n    \n    two\n", false),
        ("a = A\r\n# Of b\r\nb = B\r\n", false),
        ("a = A\n# Of b\nb =  B\n", true),
        ("a = A\n# Of b \nb = B\n", true),
        ("a = A\n# Of b\nb = B", true),
    ] {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("en.ftl"), text).unwrap();
        let changes = format(&Files::read(dir.path()).unwrap(), &[]).unwrap();
        assert!(!changes.is_empty(), "{text}");
        assert_eq!(unformatted(&changes).count() == 1, expected, "{text}");
    }
}
