//! Files that nobody writes by hand: each ends in findings, in a moment.

use std::fs;
use std::path::PathBuf;

use clap::Parser;

use super::{Outcome, run};
use crate::cli::{Cli, Command};

/// The rule, the line and the column of a finding.
type At = (&'static str, usize, usize);

const RULES: &str = "invalid-encoding,byte-order-mark,mixed-line-endings,syntax,missing-message,duplicate-message";

/// A folder with `a = A` in English and a file of bytes in Chinese, which is deleted at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let dir = std::env::temp_dir().join(format!("prompts-{}-{name}", std::process::id()));
        for (locale, bytes) in [("en", "a = A\n".as_bytes()), ("zh-CN", bytes)] {
            fs::create_dir_all(dir.join(locale)).unwrap();
            fs::write(dir.join(locale).join("a.ftl"), bytes).unwrap();
        }
        Self(dir)
    }

    fn check(&self) -> Outcome {
        let dir = self.0.to_str().unwrap();
        let cli = Cli::parse_from(["prompts", "check", "--dir", dir, "--source", "en", "--only", RULES]);
        let Command::Check(args) = cli.command else { panic!("not a check") };
        run(&args).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// Checks a file, and gives the rule, line and column of each finding.
fn found(name: &str, bytes: &[u8]) -> Vec<At> {
    let outcome = Folder::new(name, bytes).check();
    let at = |finding: &super::Finding| {
        let at = outcome.locate(&finding.place);
        (finding.rule, at.line, at.column)
    };
    outcome.findings.iter().map(at).collect()
}

#[test]
fn what_is_no_message_is_said_where_it_is() {
    let long = format!("# {}\na = 一", "文".repeat(350_000));
    let unclosed = format!("a = {}{{ $x", "文".repeat(350_000));
    let cases: [(&str, &[u8], &[At]); 9] = [
        ("empty", b"", &[("missing-message", 1, 1)]),
        ("newline", b"\r\n", &[("missing-message", 1, 1)]),
        ("mark", b"\xEF\xBB\xBF", &[("byte-order-mark", 1, 1), ("missing-message", 1, 1)]),
        ("mark-and-message", "\u{FEFF}a = 一".as_bytes(), &[("byte-order-mark", 1, 1)]),
        ("mark-and-broken", "\u{FEFF}a ＝ 一".as_bytes(), &[("byte-order-mark", 1, 1), ("syntax", 1, 3)]),
        ("not-utf8", b"# \xE6\x88\xBF\na = \xB7\xBF\n", &[("invalid-encoding", 2, 5)]),
        ("cut-short", b"a = \xE6\x88", &[("invalid-encoding", 1, 5)]),
        ("long", long.as_bytes(), &[]),
        ("unclosed", unclosed.as_bytes(), &[("syntax", 1, 350_009)]),
    ];
    for (name, bytes, expected) in cases {
        assert_eq!(found(name, bytes), expected, "{name}");
    }
}

#[test]
fn a_binary_file_ends_in_findings() {
    let mut seed = 1_u32;
    let mut byte = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed.to_be_bytes()[0]
    };
    let bytes: Vec<u8> = (0..64 * 1024).map(|_| byte()).collect();
    let found = found("binary", &bytes);
    for rule in ["invalid-encoding", "syntax", "missing-message"] {
        assert!(found.iter().any(|(name, ..)| *name == rule), "{rule}");
    }
}

#[test]
fn zero_bytes_are_no_message() {
    let found = found("zero", &vec![0; 1 << 20]);
    assert_eq!(found, [("missing-message", 1, 1), ("syntax", 1, 1)]);
}
