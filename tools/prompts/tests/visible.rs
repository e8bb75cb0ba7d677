//! No name, key, text or argument acts on a terminal or on a log, in any output of any command.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]
// Windows allows no such names of files.
#![cfg(unix)]

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

use clap::Parser as _;
use prompts::{Cli, Report, Styling, run};
use tempfile::TempDir;

const CODES: &str = "source = \"en\"\n[codes]\n1 = \"a\"\n2 = { message = \"b\", action = \"go\" }\n";
const EN: &str = "a = A\nb = B\n    .action = Go\nunknown-code = U\n";
const ZH: &str = "# en: A\na = 一\n# en: Old\nb = 二\nunknown-code = 未\n";

/// The name of a file, or an argument.
const NAME: &str = "x\u{1B}[2J\n::error::x\r\u{9B}2J\u{202E}\u{2028}##[error]y";
/// The same for a text in quotes of TOML.
const TOML: &str = "x\\u001B[2J\\n::error::x\\r\\u009B2J\\u202E\\u2028##[error]y";
/// The same without the line break, for a line.
const LINE: &str = "x\r\u{1B}[2J\u{9B}2J\u{202E}\u{2028}##[error]y";
/// The same for a text of Fluent.
const TEXT: &str =
    "x\r\u{1B}[2J\u{9B}2J\u{202E}\u{2028}##[error]y\n    ::error::x\n    z { \"\\u001B\\u009B\\u202E\" }";

/// A tree of files, which may take the place of the [ordinary](CODES) ones.
type Tree = Vec<(String, String)>;

fn tree(files: &[(&str, &str)]) -> Tree {
    files.iter().map(|(path, content)| ((*path).to_owned(), (*content).to_owned())).collect()
}

fn hostile_trees() -> Vec<(&'static str, Tree)> {
    let codes = |text: String| tree(&[("codes.toml", &text)]);
    let en = |text: String| tree(&[("en/a.ftl", &text)]);
    vec![
        ("name of a folder", tree(&[(&format!("{NAME}/a.ftl"), EN)])),
        ("name of a file beside the locales", tree(&[(&format!("{NAME}.ftl"), EN)])),
        ("name of a file", tree(&[(&format!("zh-CN/{NAME}.ftl"), "a = 二\nz = {\nc=C\n"), ("zh-CN/a.ftl", "a = 一\n")])),
        ("name of a file that is ignored", tree(&[(&format!("en/{NAME}.FTL"), EN)])),
        ("name of a file in the source", tree(&[(&format!("en/{NAME}.ftl"), "d = D\nd = E\nc=C\n")])),
        ("texts of the source", en(format!("a = {TEXT}\nb = {TEXT}\n    .action = {TEXT}\n    .description = {TEXT}\nunknown-code = {TEXT}\n"))),
        ("texts of the translation", tree(&[("zh-CN/a.ftl", &format!("# en: A\na = {TEXT}\nb = {TEXT}\n"))])),
        ("comments of the source", en(format!("### {LINE}\n\n## {LINE}\n\n# {LINE}\na = A\n# {LINE}\nb = B\n    .action = {LINE}\n"))),
        (
            "comments of the translation",
            tree(&[("zh-CN/a.ftl", &format!("### Review: reviewed by {LINE}\n\n## {LINE}\n\n# {LINE}\n# en: {LINE}\na = 一\n# en: {LINE}\nb = 二\n"))]),
        ),
        ("names in syntax errors", en(format!("a = A\n{LINE} = x\nb = {{ {LINE} }}\nc = {{ -t{LINE} }}\nd = {{ {LINE}() }}\n"))),
        ("references", en("a = A { -t(x: 1, x: 2) }\nb = { $v ->\n    [::error::x] X\n   *[other] Y\n }\n::error::x\n  ::error::y\n".to_owned())),
        ("ids in codes.toml", codes(format!("{CODES}3 = \"{TOML}\"\n4 = {{ message = \"c\", action = \"{TOML}\" }}\n"))),
        ("codes", codes(format!("{CODES}\"{TOML}\" = \"c\"\n"))),
        ("keys", codes(format!("\"{TOML}\" = 1\n{CODES}3 = {{ message = \"c\", \"{TOML}\" = 1 }}\n[check]\n\"{TOML}\" = [\"z\"]\n"))),
        ("rules in codes.toml", codes(format!("{CODES}[check]\ndeny = [\"{TOML}\"]\nfunctions = [\"{TOML}\"]\n"))),
        ("source in codes.toml", codes(CODES.replace("\"en\"", &format!("\"{TOML}\"")))),
        ("fallback in codes.toml", codes(format!("fallback = [\"{TOML}\"]\n{CODES}"))),
        ("codes.toml that is not TOML", codes(format!("{CODES}{LINE}\n::error::x = \n"))),
    ]
}

/// The commands, with `LOCALE`, `ID` and `FILE` for what an argument can be.
const COMMANDS: [&str; 37] = [
    "check",
    "check --format github",
    "check --format json",
    "check --format sarif",
    "check --format junit",
    "check --format markdown",
    "check --locale LOCALE --only ID",
    "check --source LOCALE --function ID",
    "show 1 2 99 --all-locales",
    "show a --locale LOCALE --arg v=ID",
    "show ID",
    "show 1 --arg ID=1",
    "show 1 2 --format json --locale LOCALE --arg v=ID",
    "list --locale LOCALE",
    "list --locale en --format markdown",
    "list --locale LOCALE --format json",
    "status",
    "status --format json",
    "status --format markdown",
    "status --locale LOCALE",
    "todo LOCALE",
    "todo LOCALE --format ftl",
    "fmt --check",
    "fmt --dry-run",
    "sync --dry-run",
    "sync LOCALE --dry-run",
    "accept LOCALE a",
    "accept LOCALE ID",
    "accept LOCALE --unrecorded --dry-run",
    "rename a ID --dry-run",
    "rename ID c",
    "rename b c",
    "add-locale LOCALE",
    "add-locale fr --dry-run",
    "pseudo --output FILE --dry-run",
    "pseudo --output FILE",
    "constants --output FILE",
];

/// Writes a tree to `locales/` in a new folder.
fn written(files: &Tree) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let ordinary = tree(&[("codes.toml", CODES), ("en/a.ftl", EN), ("zh-CN/a.ftl", ZH)]);
    for (path, content) in ordinary.iter().chain(files) {
        let path = dir.path().join("locales").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    dir
}

/// Returns a command line with `locale`, `id` and `file` in its places.
fn arguments(command: &str, [locale, id, file]: [&str; 3]) -> Vec<String> {
    let argument = |word: &str| word.replace("LOCALE", locale).replace("ID", id).replace("FILE", file);
    command.split(' ').map(argument).collect()
}

/// Runs a command for a folder of locales. Its output and its messages must be harmless. Returns whether they show the
/// escape character.
fn shows_escape(locales: &Path, command: &str, words: [&str; 3]) -> bool {
    let arguments = [vec!["prompts".to_owned()], arguments(command, words)].concat();
    let folder = ["--dir".into(), locales.into()];
    let cli = Cli::try_parse_from(arguments.into_iter().map(OsString::from).chain(folder)).unwrap();
    let Report { output, messages, .. } = run(&cli, Styling::Plain);
    for message in &messages {
        assert!(!message.contains('\n'), "{command}: {message:?}");
        assert_harmless(message, command);
    }
    // The format for GitHub has a command for a finding, and three around the lines of those that have none.
    let file = format!(" file={}/", locales.display());
    let is_finding = |line: &&str| command.contains("github") && line.starts_with("::") && line.contains(&file);
    let (findings, others): (Vec<&str>, Vec<&str>) = output.split_inclusive('\n').partition(is_finding);
    let is_ours = |line: &&str| {
        ["::notice title=prompts::", "::group::", "::endgroup::"].iter().any(|start| line.starts_with(start))
    };
    let others: String = others.into_iter().filter(|line| !command.contains("github") || !is_ours(line)).collect();
    assert_harmless(&others, command);
    findings.iter().for_each(|finding| assert_harmless(finding.trim_start_matches(':'), command));
    is_escape_shown(&output) || messages.iter().any(|message| is_escape_shown(message))
}

/// Asserts that a text has no control characters, and no commands for the log of GitHub Actions.
fn assert_harmless(text: &str, command: &str) {
    let is_active = |character: char| {
        let is_control = character.is_control() && !matches!(character, '\n' | '\t');
        is_control || matches!(character, '\u{2028}'..='\u{202E}' | '\u{2066}' | '\u{2067}')
    };
    assert_eq!(text.chars().find(|character| is_active(*character)), None, "{command}: {text:?}");
    // The check writes `::: ` before the path of a second place. That is no command, whatever follows.
    let is_command_at_start = |line: &str| line.starts_with("::") && !line.starts_with("::: /");
    let is_command = |line: &&str| is_command_at_start(line.trim_start()) || line.contains("##[");
    assert_eq!(text.lines().find(is_command), None, "{command}: {text}");
}

/// Whether an output shows the escape character in one of the ways in which the formats escape it.
fn is_escape_shown(output: &str) -> bool {
    ["␛", "\\u001b", "\\u{1b}", "%1B"].iter().any(|escape| output.contains(escape))
}

#[test]
fn hostile_tree_is_harmless_in_every_output() {
    let mut unseen = Vec::new();
    for (name, files) in hostile_trees() {
        let is_shown = |command: &&str| {
            let dir = written(&files);
            let file = dir.path().join("new");
            shows_escape(&dir.path().join("locales"), command, ["zh-CN", "a", file.to_str().unwrap()])
        };
        if COMMANDS.into_iter().filter(is_shown).count() == 0 {
            unseen.push(name);
        }
    }
    // Both are reported without the name.
    assert_eq!(unseen, ["references", "fallback in codes.toml"]);
}

#[test]
fn link_to_nowhere_is_harmless_in_every_output() {
    let is_shown = |command: &&str| {
        let dir = written(&Vec::new());
        let (locales, file) = (dir.path().join("locales"), dir.path().join("new"));
        std::os::unix::fs::symlink("nowhere", locales.join("en").join(format!("{NAME}.ftl"))).unwrap();
        shows_escape(&locales, command, ["zh-CN", "a", file.to_str().unwrap()])
    };
    assert!(COMMANDS.into_iter().filter(is_shown).count() > COMMANDS.len() / 2);
}

#[test]
fn hostile_argument_is_harmless_in_every_output() {
    let is_shown = |command: &&str| {
        let dir = written(&Vec::new());
        let file = dir.path().join(NAME);
        let words = [NAME, NAME, file.to_str().unwrap()];
        // A folder that does not exist is named by each command.
        assert!(shows_escape(&file, command, words), "{command}");
        shows_escape(&dir.path().join("locales"), command, words)
    };
    assert!(COMMANDS.into_iter().filter(is_shown).count() > COMMANDS.len() / 3);
}

#[test]
fn hostile_argument_is_harmless_in_errors_about_arguments() {
    for command in ["ID", "--ID", "check --ID", "check --format ID", "show 1 --arg ID", "explain a ID", "explain ID"] {
        let output = Command::new(env!("CARGO_BIN_EXE_prompts")).args(arguments(command, [NAME; 3])).output().unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{command}");
        assert_harmless(&error, command);
        assert!(is_escape_shown(&error), "{command}: {error}");
    }
}
