//! `prompts check --since`: what is new, which commit it is compared with, and that nothing of a repository runs.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

mod repository;

use repository::Repository;

impl Repository {
    /// With two commits: the French text is broken in the first one, and another is missing in the second one.
    fn with_history() -> Self {
        let repository = Self::new(&[]);
        repository.write("app/i18n/en.ftl", "room-full = The room is full\n");
        repository.write("app/i18n/fr.ftl", "room-full = La salle  est pleine\n");
        repository.commit("one");
        repository.write("app/i18n/en.ftl", "room-full = The room is full\nroom-closed = The room is closed\n");
        repository.commit("two");
        repository
    }

    /// Checks `app/i18n`, and returns the rules and ids of what is new.
    fn new_since(&self, revision: &str) -> Vec<String> {
        new_findings(&self.path(), "app/i18n", revision)
    }
}

fn command(dir: &Path, folder: &str, revision: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_prompts"));
    command.args(["check", "--source", "en", "--dir", folder, &format!("--since={revision}")]);
    command.current_dir(dir);
    command
}

/// Returns the rule and id of each finding.
fn findings(output: &Output) -> Vec<String> {
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let finding = |finding: &Value| {
        format!("{} {}", finding["rule"].as_str().unwrap(), finding["id"].as_str().unwrap_or_default())
    };
    json["findings"].as_array().unwrap().iter().map(finding).collect()
}

fn new_findings(dir: &Path, folder: &str, revision: &str) -> Vec<String> {
    findings(&command(dir, folder, revision).args(["--format", "json"]).output().unwrap())
}

/// Returns the error of a check that can't be done.
fn error(dir: &Path, folder: &str, revision: &str) -> String {
    let output = command(dir, folder, revision).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{revision}: {}", String::from_utf8_lossy(&output.stdout));
    assert_eq!(output.stdout, b"", "{revision}");
    String::from_utf8(output.stderr).unwrap().trim_end().to_owned()
}

const MISSING: &str = "missing-message room-closed";

#[test]
fn older_findings_are_left_out() {
    let repository = Repository::with_history();
    assert_eq!(repository.new_since("HEAD"), [""; 0]);
    assert_eq!(repository.new_since("HEAD^"), [MISSING]);
    assert_eq!(repository.new_since("main~1"), [MISSING]);
    let json: Value = serde_json::from_slice(
        &command(&repository.path(), "app/i18n", "HEAD^").args(["--format", "json"]).output().unwrap().stdout,
    )
    .unwrap();
    let commit = repository.git(&["rev-parse", "HEAD^"]);
    assert_eq!(json["summary"]["since"], serde_json::json!({"revision": "HEAD^", "commit": commit, "older": 1}));
    // What is not committed counts too. A second finding that looks like an older one is new.
    repository.write("app/i18n/fr.ftl", "room-full = La salle  est  pleine\nroom-closed = La salle est fermée\n");
    assert_eq!(repository.new_since("HEAD"), ["double-space room-full"]);
}

/// A finding that stands for several places is not new when some of them are fixed.
#[test]
fn finding_that_is_fixed_in_part_is_not_new() {
    let repository = Repository::new(&[]);
    repository.write(
        "app/i18n/en.ftl",
        "name = App\nmenu = Menu\n    .title = Title\n    .hint = Hint\na = A\nb = B\nc = C\n",
    );
    repository.commit("zero");
    let references = "menu = Le menu\na = A { nmae }\nb = B { nmae }\nc = C { nmae }\nname = Appli\n";
    repository.write("app/i18n/fr.ftl", references);
    repository.commit("one");
    let fixed = references.replace("Le menu\n", "Le menu\n    .hint = Un indice\n").replace("a = A { nmae }", "a = A");
    repository.write("app/i18n/fr.ftl", &fixed);
    assert_eq!(repository.new_since("HEAD~1"), ["missing-attribute menu", "unknown-message b"]);
    assert_eq!(repository.new_since("HEAD"), Vec::<String>::new());
}

#[test]
fn status_depends_on_new_findings() {
    let repository = Repository::with_history();
    for (revision, status) in [("HEAD", 0), ("HEAD^", 1)] {
        let output = command(&repository.path(), "app/i18n", revision).output().unwrap();
        assert_eq!(output.status.code(), Some(status), "{revision}");
    }
}

#[test]
fn summary_says_what_is_compared() {
    let repository = Repository::with_history();
    let commit = &repository.git(&["rev-parse", "HEAD^"])[..12];
    let print = |format: &str| {
        let output = command(&repository.path(), "app/i18n", "HEAD^").args(["--format", format]).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let human = print("human");
    let expected = format!("1 error, 0 warnings, new since HEAD^ ({commit}); 1 older finding is left out\n");
    assert!(human.ends_with(&expected), "{human}");
    let markdown = print("markdown");
    let expected = format!("**1 error, 0 warnings, new since HEAD^ ({commit}); 1 older finding is left out**\n");
    assert!(markdown.contains(&expected), "{markdown}");
}

#[test]
fn outdated_translations_need_no_records() {
    let repository = Repository::with_history();
    repository.write("app/i18n/en.ftl", "room-full = Only 50 people can join\nroom-closed = The room is closed\n");
    let findings = repository.new_since("HEAD");
    assert!(findings.contains(&"stale-translation room-full".to_owned()), "{findings:?}");
    // The record that `prompts accept fr room-full` writes.
    repository.write("app/i18n/fr.ftl", "# en: Only 50 people can join\nroom-full = La salle  est pleine\n");
    let findings = repository.new_since("HEAD");
    assert!(!findings.contains(&"stale-translation room-full".to_owned()), "{findings:?}");
}

#[test]
fn changed_code_needs_a_revision() {
    let repository = Repository::with_history();
    let mut command = Command::new(env!("CARGO_BIN_EXE_prompts"));
    command.args(["check", "--source=en", "--dir=app/i18n", "--only=changed-code"]).current_dir(repository.path());
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(message, "error: `changed-code` compares the codes with a revision; give that with --since\n");
}

#[test]
fn messages_may_move_between_files() {
    let repository = Repository::with_history();
    repository.write("app/i18n/fr/moved.ftl", "\n\nroom-full = La salle  est pleine\n");
    fs::remove_file(repository.path().join("app/i18n/fr.ftl")).unwrap();
    assert_eq!(repository.new_since("HEAD"), [""; 0]);
}

#[test]
fn allowance_of_older_finding_is_used() {
    let repository = Repository::with_history();
    repository.write("app/i18n/fr.ftl", "# allow(double-space): on purpose\nroom-full = La salle  est pleine\n");
    assert_eq!(repository.new_since("HEAD"), [""; 0]);
    repository.write("app/i18n/fr.ftl", "# allow(punctuation): on purpose\nroom-full = La salle  est pleine\n");
    assert_eq!(repository.new_since("HEAD"), ["unused-allow room-full"]);
}

#[test]
fn merge_base_is_where_branches_parted() {
    let repository = Repository::with_history();
    repository.git(&["checkout", "--quiet", "-b", "branch"]);
    repository.write("app/i18n/fr.ftl", "room-full = La salle  est pleine\nroom-closed = La salle  est fermée\n");
    repository.commit("three");
    repository.git(&["checkout", "--quiet", "main"]);
    repository.write("app/i18n/fr.ftl", "room-full = La salle est pleine\n");
    repository.commit("four");
    repository.git(&["checkout", "--quiet", "branch"]);
    assert_eq!(repository.new_since("main"), ["double-space room-full", "double-space room-closed"]);
    assert_eq!(repository.new_since("main..."), ["double-space room-closed"]);
    repository.git(&["checkout", "--quiet", "--orphan", "other"]);
    repository.commit("five");
    let message = error(&repository.path(), "app/i18n", "main...");
    assert!(message.starts_with("error: app/i18n: `main` and HEAD have no common commit in this clone; "), "{message}");
}

#[test]
fn folder_may_be_any_in_the_work_tree() {
    let repository = Repository::with_history();
    let path = repository.path();
    assert_eq!(new_findings(&path.join("app"), "i18n/", "HEAD^"), [MISSING]);
    assert_eq!(new_findings(&path.join("app/i18n"), ".", "HEAD^"), [MISSING]);
    assert_eq!(new_findings(&path, path.join("app/i18n").to_str().unwrap(), "HEAD^"), [MISSING]);
    repository.git(&["worktree", "add", "--quiet", "../tree", "HEAD"]);
    assert_eq!(new_findings(&path.join("../tree"), "app/i18n", "HEAD^"), [MISSING]);
    assert_eq!(new_findings(&path, "../tree/app/i18n", "main"), [""; 0]);

    // The variables of a hook name another repository.
    let other = Repository::new(&[]);
    let output = command(&path, "app/i18n", "HEAD^")
        .args(["--format", "json"])
        .env("GIT_DIR", other.path().join(".git"))
        .env("GIT_WORK_TREE", other.path())
        .env("GIT_INDEX_FILE", other.path().join(".git/index"))
        .output()
        .unwrap();
    assert_eq!(findings(&output), [MISSING]);
}

#[test]
fn new_folder_has_only_new_findings() {
    let repository = Repository::with_history();
    repository.git(&["mv", "app/i18n", "app/locales"]);
    let dir = repository.path();
    assert_eq!(new_findings(&dir, "app/locales", "HEAD"), ["double-space room-full", MISSING]);
    // A file with the name of the folder is not a folder.
    repository.write("app/i18n", "text");
    repository.commit("three");
    fs::remove_file(dir.join("app/i18n")).unwrap();
    repository.git(&["mv", "app/locales", "app/i18n"]);
    assert_eq!(repository.new_since("HEAD"), ["double-space room-full", MISSING]);
}

#[test]
fn repository_may_have_longer_ids() {
    let repository = Repository::new(&["--object-format=sha256"]);
    repository.write("app/i18n/en.ftl", "a = A\n");
    repository.write("app/i18n/fr.ftl", "a = A  a\n");
    assert_eq!(repository.commit("one").len(), 64);
    assert_eq!(repository.new_since("HEAD"), [""; 0]);
}

#[test]
fn what_is_no_commit_is_an_error() {
    let repository = Repository::with_history();
    let path = repository.path();
    for revision in
        ["no-such", "", "-h", "--all", "--upload-pack=touch ran", "--exec=touch ran", "HEAD..main", "HEAD:app"]
    {
        let expected = format!(
            "error: app/i18n: there is no commit `{revision}` in this clone; fetch it, or give another revision"
        );
        assert_eq!(error(&path, "app/i18n", revision), expected);
    }
    assert!(!path.join("ran").exists());

    fs::create_dir_all(path.join(".git/i18n")).unwrap();
    fs::write(path.join(".git/i18n/en.ftl"), "a = A\n").unwrap();
    let message = error(&path, ".git/i18n", "HEAD");
    assert_eq!(message, "error: .git/i18n: this is not in the work tree of a git repository");

    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("en.ftl"), "a = A\n").unwrap();
    let message = error(outside.path(), ".", "HEAD");
    assert!(message.starts_with("error: .: not a git repository"), "{message}");

    let output = command(&path, "app/i18n", "HEAD").env("PATH", outside.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(message.trim_end(), "error: there is no command `git`, which reads the revision; install it");
}

#[test]
fn shallow_clone_says_how_to_get_the_rest() {
    let repository = Repository::with_history();
    let origin = url(&repository.path());
    repository.git(&["clone", "--quiet", "--depth=1", &origin, "../shallow"]);
    let shallow = repository.path().join("../shallow");
    for revision in ["HEAD^", "v1.0", "v1.0..."] {
        let message = error(&shallow, "app/i18n", revision);
        assert!(message.contains("set `fetch-depth: 0` for actions/checkout"), "{message}");
    }
    assert_eq!(new_findings(&shallow, "app/i18n", "HEAD"), [""; 0]);
    assert_eq!(new_findings(&shallow, "app/i18n", "origin/main"), [""; 0]);
}

/// A commit can have what a checkout rejects or changes.
#[test]
fn commit_is_read_as_it_is() {
    let repository = Repository::with_history();
    let text = repository.git(&["rev-parse", "HEAD:app/i18n/fr.ftl"]);
    let target = |target: &str| {
        repository.write("target", target);
        repository.git(&["hash-object", "-w", "target"])
    };
    let add = |mode: &str, object: &str, path: &str| {
        repository.git(&["update-index", "--add", "--cacheinfo", mode, object, path]);
    };
    add("120000", &target("fr.ftl"), "app/i18n/es.ftl");
    add("120000", &target("../../../../../etc/passwd"), "app/i18n/it.ftl");
    add("120000", &target("de.ftl"), "app/i18n/de.ftl");
    add("160000", &"1".repeat(40), "app/i18n/pl");
    add("100755", &text, "app/i18n/nl.ftl");
    add("100644", &text, "app/i18n/.hidden/pt.ftl");
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::ffi::OsStrExt;
        let strange = std::ffi::OsStr::from_bytes(b"app/i18n/sv/\xFF.ftl");
        fs::create_dir_all(repository.path().join("app/i18n/sv")).unwrap();
        fs::write(repository.path().join(strange), "room-full = A  b\nroom-closed = C\n").unwrap();
        repository.git(&["add", "app/i18n/sv"]);
    }
    let tree = repository.git(&["write-tree"]);
    let commit = repository.git(&["commit-tree", &tree, "-m", "strange"]);
    for locale in ["es", "it", "de", "nl"] {
        repository.write(&format!("app/i18n/{locale}.ftl"), "room-full = A  b\nroom-closed = C\n");
    }
    // Those of the commit's files and of the link within the folder were there.
    assert_eq!(repository.new_since(&commit), ["double-space room-full", "double-space room-full"]);
}

fn url(path: &Path) -> String {
    let path = path.to_str().unwrap().replace('\\', "/");
    format!("file://{}{path}", if path.starts_with('/') { "" } else { "/" })
}

/// Hooks that git may run without being asked.
const HOOKS: &[&str] =
    &["fsmonitor-watchman", "post-checkout", "post-index-change", "pre-auto-gc", "reference-transaction"];

#[test]
fn nothing_of_a_hostile_repository_runs() {
    let repository = Repository::with_history();
    let path = repository.path();
    let missing = repository.git(&["rev-parse", "HEAD^:app/i18n/en.ftl"]);
    repository.write(".gitattributes", "*.ftl filter=evil diff=evil merge=evil ident\n");
    repository.write(".git/info/attributes", "*.ftl filter=evil diff=evil merge=evil\n");
    repository.commit("three");

    let marks = path.join("marks");
    fs::create_dir(&marks).unwrap();
    // Writes a file with its name, and fails.
    let program =
        |name: &str| format!("echo ran >> '{}/{name}'; false #", marks.display().to_string().replace('\\', "/"));
    for folder in [".git/hooks", "hooks"] {
        for hook in HOOKS {
            repository.write(&format!("{folder}/{hook}"), &format!("#!/bin/sh\n{}\n", program(hook)));
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt;
                let hook = path.join(folder).join(hook);
                fs::set_permissions(hook, fs::Permissions::from_mode(0o755)).unwrap();
            }
        }
    }
    for key in [
        "core.fsmonitor",
        "core.pager",
        "core.editor",
        "core.askPass",
        "core.sshCommand",
        "core.gitProxy",
        "core.alternateRefsCommand",
        "credential.helper",
        "diff.external",
        "diff.evil.command",
        "diff.evil.textconv",
        "filter.evil.clean",
        "filter.evil.smudge",
        "filter.evil.process",
        "gpg.program",
        "interactive.diffFilter",
        "merge.evil.driver",
        "pager.cat-file",
        "pager.ls-tree",
        "pager.rev-parse",
        "remote.origin.uploadpack",
        "uploadpack.packObjectsHook",
    ] {
        repository.git(&["config", key, &program(key)]);
    }
    for command in ["cat-file", "ls-tree", "merge-base", "rev-parse"] {
        repository.git(&["config", &format!("alias.{command}"), &format!("!{}", program(command))]);
    }
    for (key, value) in [
        ("core.hooksPath", "hooks"),
        ("core.repositoryFormatVersion", "1"),
        ("extensions.partialClone", "origin"),
        ("log.showSignature", "true"),
        ("protocol.ext.allow", "always"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", &format!("ext::sh -c {}", program("ext").replace(' ', "% "))),
    ] {
        repository.git(&["config", key, value]);
    }
    // Git would fetch it.
    fs::remove_file(path.join(".git/objects").join(&missing[..2]).join(&missing[2..])).unwrap();

    let ran = || fs::read_dir(&marks).unwrap().map(|mark| mark.unwrap().file_name()).collect::<Vec<_>>();
    fs::read_dir(&marks).unwrap().for_each(|mark| fs::remove_file(mark.unwrap().path()).unwrap());
    assert_eq!(repository.new_since("HEAD"), [""; 0]);
    assert_eq!(repository.new_since("main..."), [""; 0]);
    let message = error(&path, "app/i18n", "HEAD~2");
    assert!(message.contains("clone the repository without a filter"), "{message}");
    assert_eq!(ran(), [""; 0]);

    // The same repository does run programs with other commands.
    repository.write("app/i18n/fr.ftl", "room-full = Plus de place\n");
    for arguments in [&["status"][..], &["add", "."], &["cat-file", "-p", &missing]] {
        let _ = Command::new("git").args(arguments).current_dir(&path).output().unwrap();
    }
    for mark in ["core.fsmonitor", "filter.evil.process", "ext"] {
        assert!(ran().iter().any(|ran| ran == mark), "{mark} did not run: {:?}", ran());
    }
}

#[test]
fn partial_clone_fetches_nothing() {
    let repository = Repository::with_history();
    repository.git(&["config", "uploadpack.allowFilter", "true"]);
    let origin = url(&repository.path());
    repository.git(&["clone", "--quiet", "--filter=blob:none", &origin, "../partial"]);
    let partial = repository.path().join("../partial");
    assert_eq!(new_findings(&partial, "app/i18n", "HEAD"), [""; 0]);
    let message = error(&partial, "app/i18n", "HEAD^");
    assert!(message.contains("clone the repository without a filter such as blob:none"), "{message}");
}

#[test]
fn records_are_those_of_the_revision() {
    let repository = Repository::new(&[]);
    repository.write("app/i18n/codes.toml", "source = \"en\"\nrecords = \"file\"\n");
    repository.write("app/i18n/en.ftl", "room-full = The room is full\nroom-closed = The room is closed\n");
    repository.write("app/i18n/fr.ftl", "room-full = La salle est pleine\nroom-closed = La salle est fermée\n");
    let records =
        "[messages.room-closed]\nsource = \"The room is closed\"\n\n[messages.room-full]\nsource = \"Full\"\n";
    repository.write("app/i18n/records/fr.toml", records);
    repository.commit("one");
    // One was stale already.
    repository.write("app/i18n/en.ftl", "room-full = The room is full\nroom-closed = The room was closed\n");
    assert_eq!(repository.new_since("HEAD"), ["stale-translation room-closed"]);
    // Where records are, makes no difference.
    repository.commit("two");
    let folder = repository.path().join("app/i18n");
    let mut command = Command::new(env!("CARGO_BIN_EXE_prompts"));
    assert!(command.args(["records", "--to", "comments", "--dir"]).arg(&folder).output().unwrap().status.success());
    assert!(!folder.join("records").exists());
    assert_eq!(repository.new_since("HEAD"), [""; 0]);
}
