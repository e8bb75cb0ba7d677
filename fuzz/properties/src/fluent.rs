//! Generates Fluent files by grammar: mostly usual ones, sometimes unusual ones.

use std::fmt::Write;

use fastrand::Rng;

use crate::one_of;

/// Tokens of Fluent files, for mutations.
pub(crate) const TOKENS: &[&str] = &[
    "one",
    "two",
    "unknown-code",
    "m3",
    "-t",
    "-t1",
    " = ",
    "=",
    "\n",
    "\n\n",
    "\n    ",
    "\r\n",
    "\r",
    " ",
    "\t",
    "{",
    "}",
    "{ ",
    " }",
    "$v",
    "$code",
    "{ $v }",
    "{ $n ->\n    [one] x\n   *[other] y\n}",
    " ->",
    "[one]",
    "*[other]",
    "[1.0]",
    "[",
    "]",
    "*",
    ".action",
    ".description",
    "    .action = ",
    ".",
    "\"",
    "{ \"",
    "\\u{",
    "\\u12",
    "\\U01F60A",
    "\\",
    "#",
    "# ",
    "##",
    "### ",
    "# zh-CN: ",
    "# zh-CN now: ",
    "# zh-CN .action: ",
    "# one =",
    "# allow(untranslated): ",
    "# Variables:\n#   $v (Number) - ",
    "(",
    ")",
    "NUMBER(",
    "NUMBER($n, minimumFractionDigits: 2)",
    "DATETIME($n)",
    "{ -t(x: 1) }",
    "{ -t.a ->",
    "{ one.action }",
    ",",
    ":",
    "-",
    "1",
    "-0",
    "12345678901234567890",
    "1.5",
    "\u{2068}",
    "\u{202E}",
    "\u{200B}",
    "\u{FEFF}",
    "\u{FFFD}",
    "\u{A0}",
    "\u{0}",
    "\u{7F}",
    "\u{2028}",
    "e\u{301}",
    "房间",
    "غرفة",
    "｛",
    "，",
];

const MESSAGES: &[&str] = &["one", "two", "three", "m3", "m4", "unknown-code"];
const TERMS: &[&str] = &["-t", "-t1", "-brand"];
const VARIABLES: &[&str] = &["$v", "$n", "$code", "$name"];
const ATTRIBUTES: &[&str] = &["action", "description", "a", "b-2"];
const WORDS: &[&str] = &[
    "Room",
    "the room is closed",
    "房间不存在",
    "（错误码）",
    "La salle est fermée.",
    "الغرفة",
    "Комната",
    "a  b",
    "it's",
    "<b>x</b>",
    "100%",
    "1 of 3",
    "…",
    "\u{200B}",
    "\u{202E}",
    "e\u{301}",
    "\u{1F600}",
    "# x",
    "x = y",
    "->",
    "[x",
];

/// Generates some entries.
pub(crate) fn entries(rng: &mut Rng) -> String {
    let mut text = String::new();
    for _ in 0..rng.usize(1..8) {
        text.push_str(&entry(rng));
        text.push_str(one_of(rng, &["", "", "\n", "\n\n", "  \n"]));
    }
    text
}

/// Generates a message, a term or a comment.
pub(crate) fn entry(rng: &mut Rng) -> String {
    let mut text = String::new();
    match rng.u8(..12) {
        0 => return format!("### {}\n", word(rng)),
        1 => return format!("## {}\n", word(rng)),
        2 => return format!("# {}\n\n", word(rng)),
        3 | 4 => text.push_str(&comment(rng)),
        _ => {}
    }
    let name = if rng.u8(..5) == 0 { one_of(rng, TERMS) } else { one_of(rng, MESSAGES) };
    write!(text, "{name}{}{}", one_of(rng, &[" =", "=", "  ="]), value(rng, 4)).unwrap();
    for _ in 0..rng.usize(..3) {
        let attribute = one_of(rng, ATTRIBUTES);
        write!(text, "    .{attribute} ={}", value(rng, 8)).unwrap();
    }
    text
}

fn comment(rng: &mut Rng) -> String {
    let name = one_of(rng, MESSAGES);
    match rng.u8(..7) {
        0 => "# Variables:\n#   $v (String) - a word\n#   $n (Number) - how many\n".to_owned(),
        1 => format!("# zh-CN: {}\n", word(rng)),
        2 => format!("# zh-CN: {}\n# zh-CN now: {}\n", word(rng), word(rng)),
        3 => format!("# zh-CN .action: {}\n", word(rng)),
        4 => format!("# zh-CN: {}\n# {name} =\n\n", word(rng)),
        5 => format!("# allow({}): so it is\n", one_of(rng, &["untranslated", "double-space", "punctuation"])),
        _ => format!("# {}\n#\n#  {}\n", word(rng), word(rng)),
    }
}

/// Generates the value of a message or an attribute, with its line end.
fn value(rng: &mut Rng, indent: usize) -> String {
    let blank = " ".repeat(indent);
    match rng.u8(..8) {
        0 => format!("\n{blank}{}\n{blank}  {}\n\n{blank}{}\n", pattern(rng, 2), word(rng), pattern(rng, 2)),
        1 | 2 => format!(" {{ {} ->{}{blank}}}\n", selector(rng), variants(rng, indent + 2, 2)),
        3 => format!("\n{blank}{}\n", pattern(rng, 3)),
        _ => format!(" {}\n", pattern(rng, 3)),
    }
}

/// Generates texts and placeables in one line, nested at most `depth` deep.
fn pattern(rng: &mut Rng, depth: usize) -> String {
    let mut text = String::new();
    for _ in 0..rng.usize(1..4) {
        match rng.u8(..5) {
            0 | 1 if depth > 0 => {
                let blank = one_of(rng, &["", " "]);
                write!(text, "{{{blank}{}{blank}}}", expression(rng, depth - 1)).unwrap();
            }
            _ => text.push_str(&word(rng)),
        }
        text.push_str(one_of(rng, &["", " ", ""]));
    }
    text
}

fn expression(rng: &mut Rng, depth: usize) -> String {
    match rng.u8(..14) {
        0 | 1 => inline(rng, depth),
        2 if depth > 0 => format!("{{ {} }}", expression(rng, depth - 1)),
        3 if depth > 0 => format!("{} ->{}", selector(rng), variants(rng, 8, depth - 1)),
        _ => one_of(rng, VARIABLES).to_owned(),
    }
}

fn inline(rng: &mut Rng, depth: usize) -> String {
    let variable = one_of(rng, VARIABLES);
    match rng.u8(..10) {
        0 => one_of(rng, MESSAGES).to_owned(),
        1 => format!("{}.{}", one_of(rng, MESSAGES), one_of(rng, ATTRIBUTES)),
        2 => one_of(rng, TERMS).to_owned(),
        3 => format!("{}(x: {}, case: \"a\")", one_of(rng, TERMS), number(rng)),
        4 => number(rng),
        5 | 6 => format!("\"{}\"", one_of(rng, &["", " ", "x", "}", "{", "\\\"", "\\u0041", "\\U01F600", "\\\\"])),
        7 => format!("NUMBER({variable}, minimumFractionDigits: {})", rng.u8(..4)),
        8 if depth > 0 => format!("NUMBER({})", inline(rng, depth - 1)),
        _ => format!("{}({variable})", one_of(rng, &["NUMBER", "DATETIME", "PLATFORM"])),
    }
}

fn selector(rng: &mut Rng) -> String {
    match rng.u8(..8) {
        0 => format!("NUMBER({}, type: \"ordinal\")", one_of(rng, VARIABLES)),
        1 => format!("{}.{}", one_of(rng, TERMS), one_of(rng, ATTRIBUTES)),
        2 => inline(rng, 0),
        _ => one_of(rng, VARIABLES).to_owned(),
    }
}

fn variants(rng: &mut Rng, indent: usize, depth: usize) -> String {
    const KEYS: &[&str] = &["one", "few", "many", "zero", "true", "false", "0", "1", "1.0", "x"];
    let mut text = String::from("\n");
    let blank = " ".repeat(indent);
    for _ in 0..rng.usize(..4) {
        writeln!(text, "{blank}[{}] {}", one_of(rng, KEYS), pattern(rng, depth)).unwrap();
    }
    let default = one_of(rng, &["other", "other", "true", "one", "0"]);
    writeln!(text, "{}*[{default}] {}", &blank[1..], pattern(rng, depth)).unwrap();
    text
}

fn word(rng: &mut Rng) -> String {
    one_of(rng, WORDS).to_owned()
}

fn number(rng: &mut Rng) -> String {
    one_of(rng, &["0", "1", "-1", "1.50", "00", "123456789012345678901234567890", "0.1"]).to_owned()
}

/// Generates a folder: a table of codes, a source and two translations.
pub(crate) fn folder(rng: &mut Rng) -> String {
    let mut text = String::new();
    if rng.u8(..8) > 0 {
        write!(text, "=== codes.toml ===\n{CODES}").unwrap();
    }
    for locale in ["zh-CN", "en-US", "ru"] {
        if rng.u8(..8) > 0 {
            write!(text, "=== {locale}/a.ftl ===\n{}", entries(rng)).unwrap();
        }
        if rng.u8(..5) == 0 {
            write!(text, "=== {locale}/{} ===\n{}", one_of(rng, &["b.ftl", "c/d.ftl"]), entries(rng)).unwrap();
        }
    }
    text
}

const CODES: &str = r#"source = "zh-CN"
fallback = ["en-US"]

[codes]
1 = "one"
-2 = { message = "two", action = "retry" }
3 = "m3"
4 = { message = "m4", max-length = 9 }

[retired]
5 = "three"
"#;
