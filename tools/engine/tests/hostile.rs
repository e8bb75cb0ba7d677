//! Hostile and broken files: the check must find their faults fast, and fail on unreadable files.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use code_prompts_engine::Error;
use code_prompts_engine::check::{Finding, Options, Outcome, Rule, run};
use tempfile::TempDir;

/// The rule, the line and the column of a finding.
type At = (&'static str, usize, usize);

const RULES: &[Rule] = &[
    Rule::InvalidEncoding,
    Rule::ByteOrderMark,
    Rule::MixedLineEndings,
    Rule::Syntax,
    Rule::MissingMessage,
    Rule::DuplicateMessage,
    Rule::ReferenceCycle,
    Rule::Unrenderable,
];

/// A folder with `a = A` in English and a file of bytes in Chinese.
struct Folder(TempDir);

impl Folder {
    fn new(bytes: &[u8]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for (locale, bytes) in [("en", "a = A\n".as_bytes()), ("zh-CN", bytes)] {
            fs::create_dir_all(folder.path().join(locale)).unwrap();
            fs::write(folder.path().join(locale).join("a.ftl"), bytes).unwrap();
        }
        folder
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn try_check(&self, rules: &[Rule]) -> Result<Outcome, Error> {
        let (dir, source) = (self.path().to_owned(), Some("en".to_owned()));
        run(&Options { dir, source, only: rules.to_vec(), ..Options::default() })
    }

    fn check(&self, rules: &[Rule]) -> Outcome {
        self.try_check(rules).unwrap()
    }

    /// Asserts that the check fails, and that the error names a file.
    #[cfg(unix)]
    fn fails(&self, named: &str) {
        let Err(error) = self.try_check(RULES) else { panic!("{named}: no error") };
        let named = format!("{}: ", self.path().join(named).display());
        assert!(error.to_string().contains(&named), "{named}: {error}");
    }
}

/// Checks a file, and returns the rule, line and column of each finding.
fn found(bytes: &[u8]) -> Vec<At> {
    let outcome = Folder::new(bytes).check(RULES);
    let at = |finding: &Finding| {
        let at = outcome.locate(&finding.place);
        (finding.rule.name(), at.line, at.column)
    };
    outcome.findings.iter().map(at).collect()
}

#[test]
fn broken_file_has_findings_with_positions() {
    let long = format!("# {}\na = 一", "文".repeat(350_000));
    let unclosed = format!("a = {}{{ $x", "文".repeat(350_000));
    let cases: [(&str, &[u8], &[At]); 11] = [
        ("empty", b"", &[("missing-message", 1, 1)]),
        ("newline", b"\r\n", &[("missing-message", 2, 1)]),
        ("mark", b"\xEF\xBB\xBF", &[("byte-order-mark", 1, 1), ("missing-message", 1, 1)]),
        ("mark-and-message", "\u{FEFF}a = 一".as_bytes(), &[("byte-order-mark", 1, 1)]),
        ("mark-and-broken", "\u{FEFF}a ＝ 一".as_bytes(), &[("byte-order-mark", 1, 1), ("syntax", 1, 3)]),
        ("not-utf8", b"# \xE6\x88\xBF\na = \xB7\xBF\n", &[("invalid-encoding", 2, 5)]),
        ("cut-short", b"a = \xE6\x88", &[("invalid-encoding", 1, 5)]),
        ("utf16", b"\xFF\xFEa\0=\0b\0", &[("invalid-encoding", 1, 1)]),
        ("old-mac", b"# A comment\rb = \xE4\xB8\x80\r", &[("syntax", 1, 1)]),
        ("long", long.as_bytes(), &[]),
        ("unclosed", unclosed.as_bytes(), &[("syntax", 1, 350_009)]),
    ];
    for (name, bytes, expected) in cases {
        assert_eq!(found(bytes), expected, "{name}");
    }
}

#[test]
fn binary_file_has_findings() {
    let mut random = fastrand::Rng::with_seed(3);
    let bytes: Vec<u8> = (0..64 * 1024).map(|_| random.u8(..)).collect();
    let found = found(&bytes);
    for rule in ["invalid-encoding", "syntax"] {
        assert!(found.iter().any(|(name, ..)| *name == rule), "{rule}");
    }
}

#[test]
fn zero_bytes_are_one_syntax_error() {
    let found = found(&vec![0; 1 << 20]);
    assert_eq!(found, [("syntax", 1, 1)]);
}

#[test]
fn deep_nesting_is_one_syntax_error() {
    for open in ["{", "{ $x ->\n   *[a] ", "{ NUMBER(", "{ -t("] {
        let found = found(format!("a = {}", open.repeat(200_000)).as_bytes());
        let rules: Vec<_> = found.iter().map(|(rule, ..)| *rule).collect();
        assert_eq!(rules, ["syntax"], "{open:?}");
    }
}

#[test]
fn deep_nesting_in_record_is_handled() {
    let folder = Folder::new(format!("# en: {}\na = 一\n", "{".repeat(200_000)).as_bytes());
    fs::write(folder.path().join("en").join("a.ftl"), "a = { $x }\n").unwrap();
    assert_eq!(folder.check(&[Rule::StaleTranslation]).findings.len(), 1);
}

#[test]
fn thousands_of_syntax_errors_are_one_finding() {
    let broken: String = (0..20_000).map(|line| format!("broken{line} = {{\n")).collect();
    let found = found((broken + "a = 一\n").as_bytes());
    assert_eq!(found, [("syntax", 1, 12)]);
}

#[test]
fn many_findings_in_one_line_have_columns() {
    const MANY: usize = 200_000;
    let folder = Folder::new(b"a = A\n");
    // 10 MB in one line.
    let text: String = (0..MANY).map(|number| format!("{}{{b{number:06}}}", "é".repeat(24))).collect();
    let text = format!("a = {text}");
    fs::write(folder.path().join("en").join("a.ftl"), text).unwrap();
    let outcome = folder.check(&[Rule::UnknownMessage]);
    assert_eq!(outcome.findings.len(), MANY);
    let last = outcome.locate(&outcome.findings[MANY - 1].place);
    assert_eq!((last.line, last.column), (1, MANY * 33 - 3));
}

#[test]
fn long_reference_cycle_is_one_finding() {
    const LINKS: usize = 50_000;
    let cycle: String = (0..LINKS).map(|link| format!("a{link} = {{ a{} }}\n", (link + 1) % LINKS)).collect();
    let found = found(format!("a = 一\n{cycle}").as_bytes());
    assert_eq!(found, [("reference-cycle", 2, 8)]);
}

#[cfg(unix)]
#[test]
fn cyclic_links_are_not_followed() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new("a = 一".as_bytes());
    symlink("..", folder.path().join("zh-CN").join("up")).unwrap();
    assert_eq!(folder.check(RULES).findings.len(), 0);
    symlink("self.ftl", folder.path().join("zh-CN").join("self.ftl")).unwrap();
    folder.fails("zh-CN/self.ftl");
}

#[test]
fn file_in_deep_folder_is_checked() {
    let folder = Folder::new("a = 一".as_bytes());
    let deep = folder.path().join("zh-CN").join("d/".repeat(100));
    fs::create_dir_all(&deep).unwrap();
    fs::write(deep.join("b.ftl"), "b = {\n").unwrap();
    assert_eq!(folder.check(&[Rule::Syntax]).findings.len(), 1);
}

/// Reading a named pipe never returns, and a device may have no end.
#[cfg(unix)]
#[test]
fn codes_file_that_is_not_regular_is_not_read() {
    use std::os::unix::fs::symlink;
    for device in ["/dev/zero", "/dev/null"] {
        let folder = Folder::new("a = 一".as_bytes());
        let codes = folder.path().join("codes.toml");
        symlink(device, codes).unwrap();
        let findings = folder.check(&[Rule::InvalidCodesFile]).findings;
        assert_eq!(findings.len(), 1, "{findings:#?}");
        assert!(findings[0].message.contains("not a regular file"), "{findings:#?}");
    }
}

#[cfg(unix)]
#[test]
fn unreadable_file_is_named_in_error() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let broken_link = Folder::new("a = 一".as_bytes());
    symlink("nowhere", broken_link.path().join("zh-CN").join("b.ftl")).unwrap();
    broken_link.fails("zh-CN/b.ftl");

    for path in ["zh-CN/a.ftl", "zh-CN"] {
        let folder = Folder::new("a = 一".as_bytes());
        let allow = |mode| fs::set_permissions(folder.path().join(path), fs::Permissions::from_mode(mode)).unwrap();
        allow(0);
        // A superuser may read everything.
        if fs::File::open(folder.path().join(path)).is_err() {
            folder.fails(path);
        }
        allow(0o700);
    }
}

#[test]
fn exponential_and_long_references_are_found() {
    let mut laughs = "a0 = lol\n".to_owned();
    for level in 1..60 {
        laughs += &format!("a{level} = {}\n", format!("{{ a{} }}", level - 1).repeat(10));
    }
    let chain: String = (0..50_000).map(|link| format!("b{link} = {{ b{} }}\n", link + 1)).collect();
    let texts = format!("a = {{ -c }}\n{laughs}{chain}b50000 = end\n-c = {}\n", "{ $x }".repeat(101));
    assert_eq!(
        found(texts.as_bytes()),
        [("unrenderable", 4, 1), ("unrenderable", 49_961, 1), ("unrenderable", 50_063, 2)]
    );
}
