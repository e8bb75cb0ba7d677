//! The page of a folder with every state of a text, and of folders that are unlike it. tests/preview/ opens it in a browser.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use code_prompts_engine::check::Options;
use code_prompts_preview::{Preview, Step, preview};
use tempfile::TempDir;

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/preview/fixture")
}

fn pages(dir: &Path, source: Option<&str>, locales: &[&str]) -> Result<Preview, String> {
    let options = Options { dir: dir.to_owned(), source: source.map(str::to_owned), ..Options::default() };
    let locales: Vec<String> = locales.iter().map(|tag| (*tag).to_owned()).collect();
    preview(&options, &locales, &|_| ()).map_err(|error| error.to_string())
}

fn english(dir: &Path, source: Option<&str>) -> String {
    pages(dir, source, &[]).unwrap().pages.remove("index.html").unwrap()
}

/// Creates a folder with files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    dir
}

/// Returns a cell.
fn cell<'h>(html: &'h str, id: &str) -> &'h str {
    let start = html.find(&format!("<section id=\"{id}\"")).unwrap_or_else(|| panic!("there is no {id}"));
    html[start..].split_once("</section>").unwrap().0
}

/// Returns the words of HTML, without its elements.
fn words(html: &str) -> String {
    let texts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    texts.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

fn footer(html: &str) -> String {
    words(html.split("<footer>").nth(1).unwrap().split("</footer>").next().unwrap())
}

fn all(html: &str, id: &str) -> String {
    words(cell(html, id)).split_once(' ').unwrap().1.to_owned()
}

#[test]
fn each_cell_says_what_its_reader_gets_and_in_which_state_it_is() {
    let html = english(&fixture(), None);
    for (id, expected) in [
        ("-4:en", "Source Could not sign in For developers The server has refused the password"),
        ("-4:fr", "Draft La connexion a échoué For developers Le serveur a refusé le mot de passe"),
        ("101:en", "Source No seats are left in the room 29 of at most 30 characters"),
        (
            "101:fr",
            "Stale La salle est pleine 19 of at most 30 characters The source has changed since this was translated: \
             Was The room is full Is No seats are left in the room",
        ),
        (
            "101:ja",
            "Missing Readers get the text of de (Reviewed) Im Raum ist kein einziger Platz mehr frei 41 of at most 30 characters",
        ),
        ("102:de", "Reviewed $role = teacher Deine Lehrkraft ist da: $name $role otherwise $name ist da Liste öffnen"),
        ("103:en", "Source $count = one $count seat is left $count otherwise $count seats are left"),
    ] {
        assert_eq!(all(&html, id).replace(" .", "."), expected, "{id}");
    }
    let joined = all(&html, "102:fr");
    assert!(joined.starts_with("Missing $role = teacher Votre professeur est là : $name"), "{joined}");
    assert!(joined.contains("This text is missing: .action Error missing-attribute readers of fr"), "{joined}");
    let too_long = all(&html, "101:de");
    assert!(too_long.contains("41 of at most 30 characters Warning too-long `room-full` is 41"), "{too_long}");
    // What belongs to the code is beside its texts.
    let row = words(html.split("<article id=\"102\">").nth(1).unwrap().split("</header>").next().unwrap());
    assert_eq!(
        row,
        "102 joined The app must do: open-list Category: room Trying again does not help Since 1.4 About this code \
         en/prompts.ftl $role (String): \"teacher\" or anything else. $name (String): the name of the user."
            .replace('"', "&quot;")
    );
    assert!(html.contains(r#"<li id="99">99 <code>old-message</code></li>"#));
}

#[test]
fn texts_have_the_language_and_direction_of_the_locale_that_answers() {
    let html = english(&fixture(), None);
    assert!(cell(&html, "101:ar").contains(r#"<p lang="ar" dir="rtl">الغرفة ممتلئة</p>"#));
    assert!(cell(&html, "101:ja").contains(r#"<p lang="de" dir="ltr">Im Raum"#));
    assert!(cell(&html, "102:ar").contains(r#"<span class="button" lang="ar" dir="rtl">فتح القائمة</span>"#));
    assert!(cell(&html, "103:ar").contains(r#"بقيت <var dir="ltr">$count</var> مقاعد"#));
    // The number of the code stands for its variable.
    let missing = folder(&[
        ("codes.toml", "source = \"en\"\n[codes]\n7 = \"gone\"\n"),
        ("en/a.ftl", "unknown-code = Error { $code }\n"),
    ]);
    let html = english(missing.path(), None);
    assert_eq!(
        all(&html, "7:en"),
        "Missing No language has this message: readers get the one for unknown codes Error 7"
    );
}

#[test]
fn hostile_texts_are_text() {
    let html = english(&fixture(), None);
    assert_eq!(html.matches("<script").count(), 1);
    assert_eq!(html.matches("<style").count(), 1);
    assert!(!html.contains("<img") && !html.contains('\u{7}'));
    assert!(cell(&html, "666:ar").contains("bell ␇"));
    let policy = html.split("http-equiv=\"Content-Security-Policy\" content=\"").nth(1).unwrap();
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy:.200}");
}

#[test]
fn a_stale_term_and_a_broken_regional_text_are_not_hidden() {
    let dir = folder(&[
        ("en/a.ftl", "-brand = New Brand\nhi = Hello { -brand }\n"),
        ("fr/a.ftl", "# en: Old Brand\n-brand = La Marque\n# en: Hello { -brand }\nhi = Bonjour { -brand }\n"),
        ("es/a.ftl", "hi = { -gone } hola\n"),
        ("es-MX/a.ftl", ""),
    ]);
    let html = english(dir.path(), Some("en"));
    assert!(footer(&html).contains("Warning stale-translation readers of fr"));
    assert_eq!(all(&html, "hi:es-MX"), "Missing Readers get the text of en (Source) Hello New Brand");
}

#[test]
fn control_characters_of_a_codes_file_are_pictures() {
    let codes = "source = \"en\"\n[codes]\n1 = { message = \"a\", since = \"1\\u00072\\u202e\" }\n";
    let dir = folder(&[("codes.toml", codes), ("en/a.ftl", "a = A\nunknown-code = Error\n")]);
    assert!(english(dir.path(), None).contains("Since 1␇2\\u{202e}"));
}

#[test]
fn both_languages_have_all_texts_of_the_interface() {
    // A missing one fails in the page itself.
    let pages = pages(&fixture(), None, &[]).unwrap().pages;
    assert_eq!(pages.keys().copied().collect::<Vec<_>>(), ["index.html", "index.zh-CN.html"]);
    let chinese = &pages["index.zh-CN.html"];
    assert!(chinese.contains("<html lang=\"zh-CN\" dir=\"ltr\">"));
    assert!(all(chinese, "101:fr").starts_with("已过期 La salle est pleine 19 个字符，最多 30 个"));
    let ids = |text: &str| {
        let ids = text.lines().filter_map(|line| Some(line.split_once(" =")?.0.to_owned()));
        ids.filter(|id| !id.starts_with([' ', '#'])).collect::<BTreeSet<_>>()
    };
    let interface = |tag: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("interface").join(tag).join("page.ftl");
        ids(&fs::read_to_string(path).unwrap())
    };
    assert_eq!(interface("en"), interface("zh-CN"));
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let source: String =
        fs::read_dir(source).unwrap().map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).collect();
    let unused: Vec<String> = interface("en")
        .into_iter()
        .filter(|id| !source.contains(&format!("\"{id}\"")) && !id.ends_with("-means"))
        .collect();
    assert_eq!(unused, [""; 0]);
}

#[test]
fn folders_without_codes_with_errors_and_with_files_apart_are_shown() {
    let dir = folder(&[
        ("en/one.ftl", "title = One\nbroken = {\nother = Other\n"),
        ("en/two.ftl", "title = Two\n"),
        ("es/one.ftl", "title = Uno\n"),
        ("es/two.ftl", "title = Dos\n"),
        ("es-MX/one.ftl", ""),
    ]);
    let html = english(dir.path(), Some("en"));
    assert_eq!(all(&html, "title:es"), "Draft Uno");
    assert_eq!(all(&html, "title~2:es"), "Draft Dos");
    // A regional locale may leave a message to its language: it is not missing.
    assert!(all(&html, "title~2:es-MX").starts_with("Draft Readers get the text of es (Draft) Dos"));
    // Each finding is at the text of its own file.
    let files = [
        ("en/one.ftl", "title = One { $x }\n"),
        ("en/two.ftl", "title = Two\n"),
        ("es/one.ftl", "title = Uno { $x } { $y }\n"),
        ("es/two.ftl", "title = Dos\n"),
    ];
    let apart = english(folder(&files).path(), Some("en"));
    assert!(all(&apart, "title:es").contains("unknown-variable"));
    assert!(!all(&apart, "title~2:es").contains("unknown-variable"));
    let found = footer(&html);
    assert!(found.contains("Findings about no text") && found.contains("en/one.ftl:2"), "{found}");
}

#[test]
fn some_locales_are_shown_beside_the_source() {
    let html = pages(&fixture(), None, &["ja"]).unwrap().pages.remove("index.html").unwrap();
    let tags: Vec<&str> =
        html.split("<th scope=\"row\" data-l=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
    assert_eq!(tags, ["en", "ja"]);
    // Nor what is found in the others.
    let found = footer(&html);
    assert_eq!(found, "Retired codes 99 old-message");
    let error = pages(&fixture(), None, &["jp"]).unwrap_err();
    assert!(error.contains("there is no locale `jp`; there are ar, de, en, fr, ja"), "{error}");
}

#[test]
fn variants_that_are_too_many_are_counted() {
    let numbers: String = (0..100).map(|number| format!("    [{number}] n{number}\n")).collect();
    let dir = folder(&[("en.ftl", &format!("many = {{ $n ->\n{numbers}   *[other] more\n}}\n")), ("fr.ftl", "")]);
    let html = english(dir.path(), Some("en"));
    assert_eq!(cell(&html, "many:en").matches("<dt>").count(), 60);
    assert!(all(&html, "many:en").contains("$n = 58 n58 $n otherwise more And 41 more"), "{}", all(&html, "many:en"));
    // Also those that are not shown count for the length, and a variant that is the same for any other value is not shown.
    let keys: String = (0..80).map(|number| format!("        [k{number}] short\n")).collect();
    let text = format!(
        "long = {{ $n ->\n{keys}        [last] a text that is much longer\n       *[other] {{ $m ->\n            [x] x\n           *[other] short\n        }}\n    }}\n"
    );
    let codes = "source = \"en\"\n[codes]\n1 = { message = \"long\", max-length = 20 }\n";
    let dir = folder(&[("codes.toml", codes), ("en/a.ftl", &(text + "unknown-code = Error\n"))]);
    let shown = all(&english(dir.path(), None), "1:en");
    let expected =
        "$n = last $m otherwise a text that is much longer $n otherwise $m = x x $n otherwise $m otherwise short";
    assert!(shown.contains(expected) && shown.contains("26 of at most 20 characters"), "{shown}");
}

#[test]
fn only_pages_of_the_command_are_replaced() {
    let pages = pages(&fixture(), None, &[]).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let site = dir.path().join("a/b");
    pages.write(&site).unwrap();
    pages.write(&site).unwrap();
    assert_eq!(fs::read_to_string(site.join("index.html")).unwrap(), pages.pages["index.html"]);
    for other in ["<!DOCTYPE html><title>Mine</title> and more of it, so that it is long enough", ""] {
        fs::write(site.join("index.zh-CN.html"), other).unwrap();
        fs::remove_file(site.join("index.html")).unwrap();
        let error = pages.write(&site).unwrap_err().to_string();
        assert!(error.contains("index.zh-CN.html: is another file"), "{error}");
        assert!(!site.join("index.html").exists(), "nothing is written in part");
        fs::write(site.join("index.html"), &pages.pages["index.html"]).unwrap();
    }
}

#[test]
fn progress_is_reported() {
    let messages: String = (0..1_200).map(|number| format!("m{number} = Text\n")).collect();
    let dir = folder(&[("en.ftl", &messages)]);
    let options = Options { dir: dir.path().to_owned(), source: Some("en".to_owned()), ..Options::default() };
    let steps = Mutex::new(Vec::new());
    preview(&options, &[], &|step| steps.lock().unwrap().push(step)).unwrap();
    let steps = steps.into_inner().unwrap();
    assert_eq!(steps.first(), Some(&Step::Check));
    assert!(steps.contains(&Step::Texts(500, 1_200)) && steps.contains(&Step::Texts(1_000, 1_200)), "{steps:?}");
    assert_eq!(steps.last(), Some(&Step::Pages));
}
