//! Settings: of a folder without codes, in the files of other tools, for paths and locales, and exclusions.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use code_prompts_engine::check::{Finding, Options, Outcome, run};
use code_prompts_engine::edit::{NewLocale, format, sync};
use code_prompts_engine::project::{Files, Project, Todo, status};
use tempfile::TempDir;

/// Creates a Git repository with files.
fn tree(files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join(".git")).unwrap();
    for (path, text) in files {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    dir
}

fn options(dir: &Path) -> Options {
    Options { dir: dir.to_owned(), ..Options::default() }
}

/// Returns the findings as `file:line: severity[rule]`, or the error.
fn found(options: &Options) -> Vec<String> {
    let root = options.dir.display().to_string();
    let plain = |text: &str| text.replace(&format!("{root}/"), "").replace(&root, "DIR");
    match run(options) {
        Ok(outcome) => outcome.findings.iter().map(|finding| plain(&line(&outcome, finding))).collect(),
        Err(error) => vec![plain(&error.to_string())],
    }
}

fn line(outcome: &Outcome, finding: &Finding) -> String {
    let at = outcome.locate(&finding.place);
    format!("{}:{}: {}[{}]", at.file, at.line, finding.severity.name(), finding.rule)
}

const EN: &str = "menu = Open the menu\nclose = Close the menu\n";
const DE: &str = "menu = Menü öffnen\nclose = Menü schließen\n";
const HALF: &str = "menu = Menü öffnen\n";

#[test]
fn codes_file_without_codes_is_valid_for_every_command() {
    let dir = tree(&[
        ("codes.toml", "source = \"en\"\nfallback = [\"fr\"]\n[check]\nallow = [\"double-space\"]\n"),
        ("en/a.ftl", EN),
        ("fr.ftl", "menu = Ouvrir  le menu\nclose = Fermer le menu\n"),
        ("de/a.ftl", HALF),
    ]);
    let dir = dir.path();
    assert_eq!(found(&options(dir)), ["de/a.ftl:2: error[missing-message]"]);
    let project = Project::read(dir, None).unwrap();
    assert_eq!(status(&project, &[]).unwrap().locales.len(), 3);
    let nodes = project.parse();
    let tree = project.tree(&nodes).unwrap();
    assert_eq!(Todo::of(&project, &tree, "de").unwrap().items[0].fallbacks[0].0, "fr");
    assert_eq!(sync(&project, None).unwrap().locales.iter().map(|locale| locale.new).sum::<usize>(), 1);
    assert_eq!(format(&Files::read(dir).unwrap(), &[]).unwrap().files().len(), 0);
}

#[test]
fn mistakes_in_codes_file_without_codes_are_reported() {
    let table: [(&str, &[&str]); 6] = [
        ("source = \"en\"\n", &[]),
        ("source = \"en\"\nsuorce = \"de\"\n", &["codes.toml:2: error[invalid-codes-file]"]),
        ("source = \"en\"\nfallback = \"de\"\n", &["codes.toml:2: error[invalid-codes-file]"]),
        ("source = \"en\"\n[check]\nallows = []\n", &["codes.toml:3: error[invalid-codes-file]"]),
        ("source = \"en\"\n[check]\nallow = [\n", &["codes.toml:3: error[invalid-codes-file]"]),
        ("source = [\"en\"]\n", &["codes.toml:1:10: this is not a language tag; write one such as \"zh-CN\""]),
    ];
    for (codes, expected) in table {
        let dir = tree(&[("codes.toml", codes), ("en/a.ftl", EN), ("de/a.ftl", DE)]);
        assert_eq!(found(&options(dir.path())), expected, "{codes}");
    }
}

#[test]
fn source_is_in_file_of_another_tool() {
    let l10n =
        "locales = [\"de\"]\n[[paths]]\nreference = \"app/i18n/en/**/*.ftl\"\nl10n = \"app/i18n/{locale}/**/*.ftl\"\n";
    let template =
        "locales = [\"de\"]\n[[paths]]\nreference = \"app/i18n/templates/*.ftl\"\nl10n = \"app/i18n/{locale}/*.ftl\"\n";
    let missing = ["de/a.ftl:2: error[missing-message]"];
    let unknown = "DIR: the source locale is not known; give it with --source, as `source` in codes.toml, or in the \
                   project's i18n.toml or l10n.toml";
    // Where the file is, what is in it, the folder of the source, and the findings of a check of app/i18n.
    let table: [(&str, &str, &str, &[&str]); 14] = [
        ("i18n.toml", "fallback_language = \"en\"\n[fluent]\nassets_dir = \"app/i18n\"\n", "en", &missing),
        ("app/i18n.toml", "fallback_language = \"en\"\n[fluent]\nassets_dir = \"i18n/\"\n", "en", &missing),
        ("i18n.toml", "fallback_language = \"en\"\n[fluent]\nassets_dir = \"i18n\"\n", "en", &[unknown]),
        ("i18n.toml", "fallback_language = \"en\"\n[gettext]\ntarget_dir = \"app/i18n\"\n", "en", &[unknown]),
        (
            "i18n.toml",
            "fallback_language = \"en\"\n[fluent]\nassets_dir = \"app/i18n\"\n",
            "en-US",
            &["DIR: there is no source locale `en` with .ftl files; is `en-US` meant?"],
        ),
        ("l10n.toml", l10n, "en", &missing),
        ("app/l10n.toml", &format!("basepath = \"..\"\n{l10n}"), "en", &missing),
        ("l10n.toml", template, "templates", &missing),
        (
            "app/i18n/l10n.toml",
            "[env]\nl = \"{locale}/\"\n[[paths]]\nreference = \"en/*.ftl\"\nl10n = \"{l}*.ftl\"\nlocales = [\"de\"]\n",
            "en",
            &missing,
        ),
        ("l10n.toml", "[[paths]]\nreference = \"en.ftl\"\nl10n = \"{locale}.ftl\"\n", "en", &[unknown]),
        ("l10n.toml", "[[paths]]\nreference = \"src/*.ftl\"\nl10n = \"app/i18n/{locale}/*.ftl\"\n", "en", &[unknown]),
        ("l10n.toml", "locales = [\n", "en", &["../../l10n.toml:1: not valid TOML: unclosed array, expected `]`"]),
        (
            "l10n.toml",
            "locales = [1]\n[[paths]]\nreference = \"app/i18n/en/*.ftl\"\nl10n = \"app/i18n/{locale}/*.ftl\"\n",
            "en",
            &["../../l10n.toml:1: this must be a list of locales, such as [\"de\", \"fr\"]"],
        ),
        (
            "i18n.toml",
            "fallback_language = 1\n[fluent]\nassets_dir = \"app/i18n\"\n",
            "en",
            &["../../i18n.toml:1: this must be a text in quotes"],
        ),
    ];
    for (path, text, source, expected) in table {
        let mut files = vec![(path, text), ("app/i18n/de/a.ftl", HALF)];
        let file = format!("app/i18n/{source}/a.ftl");
        files.push((&file, EN));
        if path.ends_with("l10n.toml") {
            files.push(("app/i18n/notes/a.ftl", "broken\n"));
        }
        let dir = tree(&files);
        let shown = |lines: Vec<String>| {
            lines.iter().map(|line| line.replace(&format!("{}/", dir.path().display()), "../../")).collect::<Vec<_>>()
        };
        let found = shown(found(&options(&dir.path().join("app/i18n"))));
        assert_eq!(found, expected, "{path}: {text}");
    }
}

#[test]
fn file_of_another_tool_is_only_read_without_source_in_codes_file() {
    let i18n = "fallback_language = \"de\"\n[fluent]\nassets_dir = \"i18n\"\n";
    let dir = tree(&[("i18n.toml", i18n), ("i18n/en/a.ftl", EN), ("i18n/de/a.ftl", HALF)]);
    let options = options(&dir.path().join("i18n"));
    let obsolete = ["en/a.ftl:2: warning[obsolete-message]"];
    assert_eq!(found(&options), obsolete);
    let with_source = Options { source: Some("en".to_owned()), ..options };
    assert_eq!(found(&with_source), ["de/a.ftl:2: error[missing-message]"]);
    let options = Options { source: None, ..with_source };
    fs::write(dir.path().join("i18n/codes.toml"), "[check]\ndeny = [\"obsolete-message\"]\n").unwrap();
    assert_eq!(found(&options), ["en/a.ftl:2: error[obsolete-message]"]);
    fs::write(dir.path().join("i18n/codes.toml"), "source = \"en\"\n").unwrap();
    assert_eq!(found(&options), ["de/a.ftl:2: error[missing-message]"]);
    // Above the repository, a file belongs to someone else.
    fs::remove_file(dir.path().join("i18n/codes.toml")).unwrap();
    fs::create_dir(dir.path().join("i18n/.git")).unwrap();
    assert!(found(&options)[0].contains("the source locale is not known"));
}

#[test]
fn locale_in_progress_is_clean_above_required() {
    let table: [(&str, &[&str]); 7] = [
        ("", &["de/a.ftl:2: error[missing-message]"]),
        ("required = 50\n", &[]),
        ("required = 51\n", &["de/a.ftl:2: error[missing-message]"]),
        ("required = 90\n[check.locale.de]\nrequired = 0\n", &[]),
        ("[check.path.\"*/a.ftl\"]\nrequired = 50\n", &[]),
        ("required = 10\n[check.path.\"de\"]\nrequired = 60\n", &["de/a.ftl:2: error[missing-message]"]),
        ("required = 10\nwarn = [\"missing-message\"]\n", &["de/a.ftl:2: warning[missing-message]"]),
    ];
    for (check, expected) in table {
        let codes = format!("source = \"en\"\n[check]\n{check}");
        let dir = tree(&[("codes.toml", &codes), ("en/a.ftl", EN), ("de/a.ftl", HALF)]);
        assert_eq!(found(&options(dir.path())), expected, "{check}");
        let outcome = run(&options(dir.path())).unwrap();
        let de = outcome.locales.iter().find(|locale| locale.locale == "de").unwrap();
        assert_eq!((de.messages, de.translated, de.missing), (2, 1, 1), "{check}");
    }
}

#[test]
fn required_of_path_counts_its_messages() {
    let codes = "source = \"en\"\n[check.path.\"*/new.ftl\"]\nrequired = 30\n";
    let files = [
        ("codes.toml", codes),
        ("en/new.ftl", "one = The first\ntwo = The second\nthree = The third\n"),
        ("en/old.ftl", "four = The fourth\nfive = The fifth\n"),
        ("de/new.ftl", "one = Der erste\n"),
        ("de/old.ftl", "four = Der vierte\n"),
        ("fr/new.ftl", "# nothing\n"),
        ("fr/old.ftl", "four = La quatrième\nfive = La cinquième\n"),
    ];
    let dir = tree(&files);
    let outcome = run(&options(dir.path())).unwrap();
    let found: Vec<_> =
        outcome.findings.iter().map(|finding| (finding.locale.as_deref().unwrap(), finding.id.as_deref())).collect();
    // The file without messages is one finding.
    assert_eq!(found, [("de", Some("five")), ("fr", None)]);
}

#[test]
fn severity_of_path_counts_at_place_of_finding() {
    let check = "source = \"en\"\n[check.path.\"*/legal\"]\ndeny = [\"double-space\"]\n\
                 [check.path.\"Fr\"]\nallow = [\"invalid-locale\"]\n";
    let dir = tree(&[
        ("codes.toml", check),
        ("en/a.ftl", "menu = Open the  menu\n"),
        ("en/legal/b.ftl", "terms = The  terms\n"),
        ("Fr/a.ftl", "menu = Ouvrir le menu\n"),
    ]);
    let expected = [
        "Fr/legal/b.ftl:1: error[missing-message]",
        "en/a.ftl:1: warning[double-space]",
        "en/legal/b.ftl:1: error[double-space]",
    ];
    assert_eq!(found(&options(dir.path())), expected);
}

#[test]
fn excluded_files_are_not_read() {
    let codes = |exclude: &str| format!("source = \"en\"\nfallback = [\"nn\"]\n[check]\nexclude = {exclude}\n");
    let files = [
        ("en/a.ftl", EN),
        ("de/a.ftl", DE),
        ("ja-JP-mac/a.ftl", "menu = {\n"),
        ("nn.ftl", "menu = {\n"),
        ("de/old/b.ftl", "gone = Weg \n"),
        ("de/old/c.FTL", ""),
    ];
    let check = |exclude: &str, options: &dyn Fn(&Path) -> Options| {
        let codes = codes(exclude);
        let dir = tree(&[&[("codes.toml", codes.as_str())], &files[..]].concat());
        found(&options(dir.path()))
    };
    assert_eq!(check("[\"ja-JP-mac\", \"*/old/*\", \"nn\"]", &options), [""; 0]);
    let given =
        |dir: &Path| Options { exclude: ["ja-JP-mac", "*/old", "nn"].map(str::to_owned).to_vec(), ..options(dir) };
    assert_eq!(check("[]", &given), [""; 0]);

    // A pattern that matches nothing.
    let stale = "[\"ja-JP-mac\", \"*/old\", \"nn.ftl\", \"*/odl\"]";
    assert_eq!(check(stale, &options), ["codes.toml:4: warning[unused-allow]"]);
    let given = |dir: &Path| Options { exclude: vec!["sr".to_owned()], ..options(dir) };
    assert_eq!(check("[]", &given), ["--exclude sr: no file matches; write a path below DIR"]);
    let given = |dir: &Path| Options { exclude: vec!["[".to_owned()], ..options(dir) };
    assert!(check("[]", &given)[0].contains("is not a pattern"));

    // What is excluded is not there.
    assert_eq!(
        check("[\"en\"]", &options),
        ["DIR: there is no source locale `en` with .ftl files; its files are excluded"]
    );
    let locale = |dir: &Path| Options { locales: vec!["de".to_owned()], ..options(dir) };
    assert_eq!(check("[\"de\"]", &locale), ["DIR: there is no locale `de`; its files are excluded"]);
}

#[test]
fn setting_of_path_without_files_is_reported() {
    let codes = "source = \"en\"\n[check.path.\"sr\"]\nallow = [\"wrong-script\"]\n[check.locale.sr]\nrequired = 3\n";
    let dir = tree(&[("codes.toml", codes), ("en/a.ftl", EN), ("de/a.ftl", DE)]);
    let expected = ["codes.toml:2: warning[unused-allow]", "codes.toml:4: error[missing-locale]"];
    assert_eq!(found(&options(dir.path())), expected);
}

#[test]
fn commands_neither_read_nor_write_excluded_files() {
    let dir = tree(&[
        ("codes.toml", "source = \"en\"\n[check]\nexclude = [\"ja-*\", \"*/old\"]\n"),
        ("en/a.ftl", EN),
        ("en/old/b.ftl", "gone =   Gone\n"),
        ("de/a.ftl", HALF),
        ("ja-JP-mac/a.ftl", "menu = {\n"),
    ]);
    let dir = dir.path();
    let project = Project::read(dir, None).unwrap();
    let locales: Vec<_> = status(&project, &[]).unwrap().locales.into_iter().map(|row| row.summary.locale).collect();
    assert_eq!(locales, ["en", "de"]);
    let synced = sync(&project, None).unwrap();
    assert_eq!(synced.changes.files().map(|file| file.path().to_owned()).collect::<Vec<_>>(), [dir.join("de/a.ftl")]);
    synced.changes.write().unwrap();
    assert!(format(&Files::read(dir).unwrap(), &["en".to_owned()]).unwrap().is_empty());
    let error = NewLocale::parse("ja-JP").unwrap().files(&project).map(drop).unwrap_err();
    assert_eq!(error.to_string(), "ja-JP: `exclude` in codes.toml matches this locale");
}

#[test]
fn similar_locale_is_suggested() {
    let table = [
        ("en", "there is no locale `en`; there are en-GB, en-US"),
        ("fr", "there is no locale `fr`; is `fr-FR` meant?"),
        ("en_us", "there is no locale `en_us`; is `en-US` meant?"),
        ("fr-CA", "there is no locale `fr-CA`; is `fr-FR` meant?"),
        ("nl", "there is no locale `nl`; there are en-GB, en-US, fr-FR"),
    ];
    let dir = tree(&[("en-US/a.ftl", EN), ("en-GB/a.ftl", EN), ("fr-FR/a.ftl", EN)]);
    for (locale, expected) in table {
        let locales = vec![locale.to_owned()];
        let options = Options { source: Some("en-US".to_owned()), locales, ..options(dir.path()) };
        assert_eq!(found(&options), [format!("DIR: {expected}")], "{locale}");
    }
}
