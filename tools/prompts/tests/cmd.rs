//! What the command prints, session by session: `cmd/*.md`, and the examples of the guides.
//!
//! `TRYCMD=overwrite cargo test -p prompts --test cmd` writes the sessions anew. Read what it wrote.

use std::path::Path;
use std::process::Command;

#[test]
fn sessions() {
    trycmd::TestCases::new()
        .env("LANGUAGE", "zh_HK:en")
        .env("LC_ALL", "C.UTF-8")
        .env("LC_MESSAGES", "")
        .env("LANG", "")
        .env("COLUMNS", "100")
        .case("tests/cmd/*.md");
}

#[test]
fn examples_of_the_guides() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for guide in ["README.md", "README.zh-CN.md", "locales/README.md", "CONTRIBUTING.md"] {
        let text = std::fs::read_to_string(root.join(guide)).unwrap();
        for session in text.split("```console\n").skip(1) {
            let session = session.split("```").next().unwrap();
            for example in session.split("$ cargo prompts ").skip(1) {
                let (arguments, expected) = example.split_once('\n').unwrap();
                let output = Command::new(env!("CARGO_BIN_EXE_prompts"))
                    .args(arguments.split_whitespace())
                    .current_dir(&root)
                    .output()
                    .unwrap();
                let printed = String::from_utf8(output.stdout).unwrap();
                assert_eq!(printed.trim_end(), expected.trim_end(), "{guide}: {arguments}");
            }
        }
    }
}
