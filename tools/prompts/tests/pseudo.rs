//! Pseudo-locales, loaded as an app loads them.

use std::fs;
use std::path::Path;

use clap::Parser;
use code_prompts::Catalog;
use prompts::{Cli, Status, Styling, run};

#[test]
fn pseudo_locales_answer_every_code() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pseudo");
    drop(fs::remove_dir_all(&dir));
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let (output, from) = (dir.to_str().unwrap(), locales.to_str().unwrap());
    let report = run(&Cli::parse_from(["prompts", "pseudo", "--dir", from, "--output", output]), Styling::Plain);
    assert_eq!(report.status, Status::Clean, "{report:?}");

    let catalog = Catalog::from_dir(&dir).unwrap();
    assert_eq!(catalog.faults(), []);
    let (english, accented, right_to_left) =
        (catalog.localizer(["en-US"]), catalog.localizer(["en-XA"]), catalog.localizer(["ar-XB"]));
    let (mut before, mut after) = (0, 0);
    for entry in catalog.codes() {
        let prompt = accented.prompt(entry.code());
        assert_eq!(prompt.locale(), "en-XA");
        let text = prompt.text().strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap();
        assert!(!text.contains(|letter: char| letter.is_ascii_alphabetic()), "{text}");
        before += english.prompt(entry.code()).text().chars().count();
        after += text.chars().count();

        let prompt = right_to_left.prompt(entry.code());
        assert_eq!(prompt.locale(), "ar-XB");
        assert!(prompt.text().starts_with("\u{200F}\u{202E}") && prompt.text().ends_with("\u{202C}\u{200F}"));
    }
    assert!((130..=140).contains(&(after * 100 / before)), "{before} {after}");
    assert_eq!(accented.prompt(4711).text(), "[Åñ ûûñķñööŵñ ééŕŕööŕ ööççûûŕŕééð (çööðéé \u{2068}4711\u{2069})~]");
}
