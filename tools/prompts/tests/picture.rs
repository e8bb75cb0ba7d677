//! docs/images/check.svg, the picture of the check's output in a terminal. With `PICTURE=overwrite` this writes it.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;
use std::{env, fs};

use anstyle_svg::Term;
use clap::Parser;
use prompts::{Cli, Styling, run};

#[test]
fn picture_is_that_of_the_output() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/picture");
    let dir = tests.to_str().unwrap();
    let output = run(&Cli::parse_from(["prompts", "check", "--dir", dir, "--source", "en"]), Styling::Ansi).output;
    let output = output.replace(&format!("{dir}{}", std::path::MAIN_SEPARATOR), "i18n/").replace('\\', "/");
    let output = format!("$ prompts check --dir i18n --source en\n{output}");
    let picture = Term::new().render_svg(&output);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/images/check.svg");
    if env::var_os("PICTURE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &picture).unwrap();
    }
    let is_same = fs::read_to_string(&path).is_ok_and(|old| old.replace("\r\n", "\n") == picture);
    assert!(is_same, "run this with PICTURE=overwrite");
}
