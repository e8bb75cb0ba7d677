//! Folders and files that the user may not read. A superuser may read everything, so a superuser's test runs the command as another
//! user, by `setpriv` of util-linux, and fails where there is none.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::{Command, Output};

/// Runs `prompts check --source en` on a folder, as a user who is not the superuser.
fn check(root: &Path) -> Output {
    // The program may be in a folder that only its owner may enter.
    let program = root.join("prompts");
    fs::copy(env!("CARGO_BIN_EXE_prompts"), &program).unwrap();
    let is_superuser = fs::metadata(root).unwrap().uid() == 0;
    let mut command = if is_superuser {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&program);
        command
    } else {
        Command::new(&program)
    };
    command.args(["check", "--source", "en", "--dir", "locales"]).current_dir(root).output().unwrap()
}

#[test]
fn unreadable_folder_or_file_ends_the_check_with_status_2() {
    // The path, its mode, and the path that is named.
    let table = [
        ("locales/fr", 0o444, "locales/fr/sub"),
        ("locales/fr", 0o111, "locales/fr"),
        ("locales/fr", 0o000, "locales/fr"),
        ("locales/fr/sub", 0o444, "locales/fr/sub/a.ftl"),
        ("locales/fr/sub/a.ftl", 0o000, "locales/fr/sub/a.ftl"),
        ("locales", 0o111, "locales"),
    ];
    for (path, mode, named) in table {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let set_mode = |path: &str, mode| {
            fs::set_permissions(root.join(path), fs::Permissions::from_mode(mode)).unwrap();
        };
        set_mode("", 0o755);
        fs::create_dir_all(root.join("locales/en")).unwrap();
        fs::create_dir_all(root.join("locales/fr/sub")).unwrap();
        fs::write(root.join("locales/en/a.ftl"), "a = A\n").unwrap();
        fs::write(root.join("locales/fr/sub/a.ftl"), "a = {\n").unwrap();
        set_mode(path, mode);
        let output = check(root);
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{path} {mode:o}: {stderr}");
        assert!(stderr.contains(&format!("error: {named}: can't be read")), "{path} {mode:o}: {stderr}");
        set_mode(path, 0o755);
    }
}
