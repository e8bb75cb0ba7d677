use std::fs;

use super::*;
use crate::project::Project;

/// Calls a function with the readers of a folder with these files.
fn with<T>(files: &[(&str, &str)], test: impl FnOnce(&Readers<'_, '_>) -> T) -> T {
    let dir = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let project = Project::read(dir.path(), Some("en")).unwrap();
    let nodes = project.parse();
    let tree = project.tree(&nodes).unwrap();
    test(&Readers::new(&project, &tree).unwrap())
}

/// Returns the texts of a message in English, with the value that each selector has.
fn english(text: &str, choose: &[(&str, &str)]) -> Option<String> {
    with(&[("en/a.ftl", text)], |readers| {
        let message = readers.reader(Some("en")).message("m")?;
        let choice = |selector: &Selector| {
            let chosen = choose.iter().find(|(variable, _)| *variable == selector.variable);
            chosen.map(|(_, value)| (*value).to_owned())
        };
        let pieces = message.texts[0].pieces(&choice).ok()?;
        Some(pieces.into_iter().map(written).collect())
    })
}

fn written(piece: Piece) -> String {
    match piece {
        Piece::Text(text) => text,
        Piece::Argument { name, call } => format!("<{}>", call.unwrap_or(name)),
    }
}

#[test]
fn texts_have_references_written_out() {
    let shown = |text: &str| english(text, &[]);
    assert_eq!(shown("m = A { $x }{ \"{\" } { 5 }"), Some("A <x>{ 5".to_owned()));
    assert_eq!(shown("m = A { n } { n.b }\nn = N { $x }\n    .b = B"), Some("A N <x> B".to_owned()));
    assert_eq!(shown("m = { -t(x: \"y\") }\n-t = T { $x }"), Some("T y".to_owned()));
    assert_eq!(
        shown("m = { NUMBER($x) } { NUMBER($x, minimumFractionDigits: 1) }"),
        Some("<x> <NUMBER($x, minimumFractionDigits: 1)>".to_owned())
    );
    let gender = "m = { -t.gender ->\n    [f] she\n   *[m] he\n }\n-t = T\n    .gender = f";
    assert_eq!(shown(gender), Some("she".to_owned()));
    let count = "m = { -t(n: 1) } { -t(n: 2) } { -t }\n-t = { $n ->\n    [one] one\n   *[other] many\n }";
    assert_eq!(shown(count), Some("one many many".to_owned()));
}

#[test]
fn texts_that_cannot_be_shown_are_none() {
    for text in
        ["m = { n }", "m = { m }", "m = { -t }\n-t = { $x }", "m = { \"\" }", "m =\n    .a = A", "m = { n.a }\nn = N"]
    {
        assert_eq!(english(text, &[]), None, "{text}");
    }
}

#[test]
fn selectors_choose_variants() {
    let text = "m = { $n ->\n    [0] no seat\n    [one] a seat\n   *[other] { $n } seats\n } { $who ->\n    [me] of mine\n   *[you] of yours\n }";
    let shown = |n: &str, who: &str| english(text, &[("n", n), ("who", who)]).unwrap();
    assert_eq!(shown("0", "me"), "no seat of mine");
    assert_eq!(shown("one", "you"), "a seat of yours");
    assert_eq!(shown("1", "they"), "a seat of yours");
    assert_eq!(shown("7", "me"), "<n> seats of mine");
    with(&[("en/a.ftl", text)], |readers| {
        let message = &readers.reader(None).message("m").unwrap().texts[0];
        let kinds: Vec<_> =
            message.selectors.iter().map(|it| (it.variable.as_str(), it.kind, it.keys.join(" "))).collect();
        assert_eq!(
            kinds,
            [("n", SelectorKind::Cardinal, "0 one".to_owned()), ("who", SelectorKind::Text, "me".to_owned())]
        );
    });
}

#[test]
fn messages_come_whole_from_the_first_locale_that_has_them() {
    let files = [
        ("codes.toml", "source = \"en\"\nfallback = [\"fr\"]\n[codes]\n1 = \"m\"\n2 = \"n\"\n"),
        ("en/a.ftl", "m = M\n    .action = Go\nn = N\nunknown-code = E\n"),
        ("fr/a.ftl", "n = N-fr\n"),
        ("zh-TW/a.ftl", "m = M-tw\nn = { gone }\n"),
    ];
    with(&files, |readers| {
        let who = |language: Option<&str>, id: &str| readers.reader(language).message(id).unwrap().locale.to_owned();
        assert_eq!(
            [who(Some("zh-HK"), "m"), who(Some("zh-HK"), "n"), who(None, "m"), who(None, "n")],
            ["zh-TW", "fr", "en", "fr"]
        );
        let message = readers.reader(Some("zh-TW")).message("m").unwrap();
        assert_eq!(message.texts.iter().map(|text| text.attribute).collect::<Vec<_>>(), [None]);
        assert!(readers.reader(None).message("o").is_none());
    });
}

#[test]
fn plural_categories_of_readers_and_texts_are_compared() {
    let text = "m = { $n ->\n    [one] one\n   *[other] many\n }\n";
    let files = [
        ("en/a.ftl", text),
        ("de/a.ftl", "x = X\n"),
        ("ja/a.ftl", "x = X\n"),
        ("ru/a.ftl", "x = X\n"),
        ("ar/a.ftl", "x = X\n"),
    ];
    with(&files, |readers| {
        let is_held = |locale: &str| {
            let reader = readers.reader(Some(locale));
            let message = reader.message("m").unwrap();
            reader.has_plurals_of(&message.texts[0], SelectorKind::Cardinal)
        };
        assert_eq!(["en", "de", "ja", "ru", "ar"].map(is_held), [true, true, false, false, true]);
        let categories = |locale: &str| {
            let categories = readers.reader(Some(locale)).categories(SelectorKind::Cardinal);
            categories.iter().map(|it| format!("{} {:?}", it.name, it.single())).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(categories("en"), "one Some(1), other None");
        assert_eq!(categories("ja"), "other None");
        assert_eq!(categories("ru"), "one None, few None, many None, other None");
    });
}

#[test]
fn folders_need_not_be_named_by_canonical_tags() {
    let dir = tempfile::tempdir().unwrap();
    for (path, text) in [
        ("templates/a.ftl", "room = Room\nonly = Only\n"),
        ("de_DE/a.ftl", "room = Raum\n"),
        ("pt-BR/a.ftl", "room = Sala\n"),
    ] {
        let path = dir.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let project = Project::read(dir.path(), Some("templates")).unwrap();
    let nodes = project.parse();
    let tree = project.tree(&nodes).unwrap();
    let readers = Readers::new(&project, &tree).unwrap();
    let locales = |language: &str| readers.reader(Some(language)).locales();
    assert_eq!(locales("de_DE"), ["de_DE", "templates"]);
    assert_eq!(locales("de-AT"), ["de_DE", "templates"]);
    assert_eq!(locales("pt-BR"), ["pt-BR", "templates"]);
    assert_eq!(locales("templates"), ["templates"]);
    let answer = readers.reader(Some("de_DE")).message("only").unwrap();
    assert_eq!(answer.locale, "templates");
    let offered = readers.offering(&["de_DE".to_owned()]).unwrap();
    assert_eq!(offered.locales().collect::<Vec<_>>(), ["de_DE"]);
}

#[test]
fn codes_that_are_being_written_are_left_out_for_editors() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("codes.toml"), "source = \"en\"\n[codes]\n1 = \"a\"\n2=\n").unwrap();
    std::fs::write(dir.path().join("en.ftl"), "a = A\n").unwrap();
    let project = Project::read(dir.path(), Some("en")).unwrap();
    let nodes = project.parse();
    let tree = project.tree(&nodes).unwrap();
    assert!(Readers::of(&tree).is_err());
    let readers = Readers::without_broken_codes(&tree).unwrap();
    assert_eq!(readers.reader(Some("en")).message("a").unwrap().locale, "en");
}
