//! Files that go to a translator and come back.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "exchange/folder.rs"]
mod folder;

use std::fs;
use std::path::{Path, PathBuf};

use code_prompts_engine::check::{self, Options};
use code_prompts_engine::exchange::{Delivery, Format, Import, Imported, Wanted};
use tempfile::TempDir;

use folder::*;

#[test]
fn imported_texts_are_complete_recorded_and_in_the_order_of_the_source() {
    let dir = folder(EN, RU);
    let imported = import_bytes(&dir, Format::Po, po(&dir).as_bytes(), Import::default()).unwrap();
    assert_eq!(imported.refused, []);
    assert_eq!((imported.translated, imported.confirmed), (3, 1));
    assert_eq!((imported.incomplete.as_slice(), imported.empty, imported.unfinished), (&[][..], 0, 0));
    imported.changes.write().unwrap();
    assert_eq!(
        text(&dir),
        "\
# A note.
# en: The room { $name } is closed
# en .action: Go home
room-closed = Комната { $name } закрыта
    .action = Домой

# Variables:
#   $count (Number) - how many.
# en: { $count ->
# en:     [one] One seat is left
# en:    *[other] { $count } seats are left
# en: }
seats =
    { $count ->
        [one] Одно место is left
        [few] { $count } местоs are left
        [many] { $count } местоs are left
       *[other] { $count } местоs are left
    }

# en: Class
-brand = Класс

# en: Welcome to { -brand }
plain = Привет to { -brand }

# en: One
# en: two
lines =
    Одно
    два
"
    );
    assert_eq!(export(&dir, Format::Po, Wanted::ToDo).matches("msgctxt").count(), 0);
    let options = Options { dir: dir.path().to_owned(), source: Some("en".to_owned()), ..Options::default() };
    let options = Options { locales: vec!["ru".to_owned()], ..options };
    let outcome = check::run(&options).unwrap();
    assert_eq!(outcome.count(check::Severity::Error), 0);
    // Again, for all texts: nothing changes.
    let all = export(&dir, Format::Po, Wanted::All);
    let again = import_bytes(&dir, Format::Po, all.as_bytes(), Import::default()).unwrap();
    assert_eq!((again.changes.is_empty(), again.unchanged), (true, 5));
}

#[test]
fn unfinished_and_empty_texts_are_left_alone() {
    let dir = folder(EN, RU);
    let job = export(&dir, Format::Po, Wanted::ToDo);
    let imported = import_bytes(&dir, Format::Po, job.as_bytes(), Import::default()).unwrap();
    assert!(imported.changes.is_empty());
    assert_eq!(imported.incomplete, ["room-closed", "seats", "plain", "lines"]);
    assert_eq!((imported.empty, imported.unfinished), (6, 1));
    // The message is imported as it is, as one that still fits.
    let imported = import_bytes(&dir, Format::Po, job.as_bytes(), Import { unfinished: true }).unwrap();
    assert_eq!((imported.confirmed, imported.translated), (1, 0));
    imported.changes.write().unwrap();
    assert!(text(&dir).contains("# en: The room { $name } is closed\n# en .action: Go home\nroom-closed"));
}

#[test]
fn text_that_does_not_fit_is_refused_and_nothing_is_written() {
    let dir = folder(EN, RU);
    let whole = po(&dir);
    let plain = "msgctxt \"plain\"\nmsgid \"Welcome to { -brand }\"\nmsgstr \"Привет to { -brand }\"\n";
    for (old, new, problem) in [
        ("msgstr \"Привет to { -brand }\"", "msgstr \"Привет\"", "`{ -brand }` of the source text is missing"),
        (
            "msgstr \"Привет to { -brand }\"",
            "msgstr \"Привет to { -brand } { $x }\"",
            "`{ $x }` is not in the source text; it has `{ -brand }`",
        ),
        (
            "msgstr \"Комната { $name } закрыта\"",
            "msgstr \"Комната { $nam } закрыта\"",
            "`{ $nam }` is not in the source text; it has `{ $name }`",
        ),
        ("msgctxt \"plain\"", "msgctxt \"plane\"", "en has no such message any more; is `plain` meant?"),
        ("msgctxt \"plain\"", "msgctxt \"plain.title\"", "the message has no attribute `.title` any more"),
        ("msgctxt \"plain\"", "msgctxt \"plain:one\"", "the message has other variants now; export it again"),
        (
            "msgid \"Welcome to { -brand }\"",
            "msgid \"Welcome\"",
            "it was made for another source text, “Welcome”; now it is “Welcome to { -brand }”; export it again",
        ),
        (plain, &format!("{plain}\n{plain}"), "the file has another text for it, on line"),
        ("msgstr \"Привет to { -brand }\"", "msgstr \"\u{202E}Привет to { -brand }\"", "bidi-control: "),
    ] {
        let found = problems(&dir, Format::Po, edited(&whole, old, new).as_bytes());
        assert_eq!(found.len(), 1, "{new}: {found:?}");
        assert!(found[0].starts_with("/job.po:") && found[0].contains(problem), "{found:?}");
        assert_eq!(text(&dir), RU);
    }
}

#[test]
fn file_for_another_folder_is_an_error() {
    let dir = folder(EN, RU);
    let whole = po(&dir);
    let locale = "X-Prompts-Locale: ru";
    for (old, new, problem) in [
        (locale, "X-Prompts-Locale: fr", "/job.po: there is no locale `fr`; there are de, en, ru"),
        (locale, "X-Prompts-Locale: en", "/job.po: en is the source locale; name a translation of it"),
        (
            "X-Prompts-Source: en",
            "X-Prompts-Source: de",
            "/job.po: it was made for the source locale de, but the source is en",
        ),
    ] {
        assert_eq!(problems(&dir, Format::Po, edited(&whole, old, new).as_bytes()), [problem]);
    }
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(whole.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(problems(&dir, Format::Po, &utf16), ["/job.po:1: this is UTF-16; save the file as UTF-8"]);
    let latin = edited(&whole, "msgstr \"Домой\"", "msgstr \"?\"").into_bytes();
    let latin: Vec<u8> = latin.into_iter().map(|byte| if byte == b'?' { 0xE9 } else { byte }).collect();
    let found = problems(&dir, Format::Po, &latin);
    assert!(found[0].ends_with(": this is not UTF-8; save the file as UTF-8"), "{found:?}");
    assert_eq!(text(&dir), RU);
}

#[test]
fn stub_that_is_filled_in_is_not_lost() {
    let dir = folder(EN, &format!("{RU}\n# en: Welcome to {{ -brand }}\n# plain = Здравствуйте\n"));
    assert_eq!(
        problems(&dir, Format::Po, po(&dir).as_bytes()),
        [format!(
            "/job.po: {}:11: `plain` is translated in a comment; remove the `# ` from its lines, from this one on, or delete them",
            dir.path().join("ru/a.ftl").display()
        )]
    );
}

#[test]
fn stubs_are_filled_in_place_and_line_ends_stay() {
    let stubs = "# en: Class\n# -brand =\n# en: Welcome to { -brand }\n# plain =\n\n# en: One\n# en: two\n# lines =\n";
    let dir = folder(
        "-brand = Class\nplain = Welcome to { -brand }\nlines =\n    One\n    two\n",
        &stubs.replace('\n', "\r\n"),
    );
    let job = edited(
        &(export(&dir, Format::Po, Wanted::ToDo) + "\n"),
        "msgid \"Class\"\nmsgstr \"\"",
        "msgid \"Class\"\nmsgstr \"Класс\"",
    );
    let imported = import_bytes(&dir, Format::Po, translated_po(&job).as_bytes(), Import::default()).unwrap();
    assert_eq!(imported.refused, []);
    imported.changes.write().unwrap();
    let expected = "# en: Class\n-brand = Класс\n\n# en: Welcome to { -brand }\nplain = Привет to { -brand }\n\n# en: One\n# en: two\nlines =\n    Одно\n    два\n";
    assert_eq!(text(&dir), expected.replace('\n', "\r\n"));
}

#[test]
fn file_that_does_not_exist_is_an_error() {
    let missing = PathBuf::from("missing.po");
    let error = Delivery::read(&missing, None).unwrap_err().to_string();
    assert!(error.starts_with("missing.po: can't be read ("), "{error}");
    let dir = tempfile::tempdir().unwrap();
    let unknown = dir.path().join("a.txt");
    fs::write(&unknown, "a = b\n").unwrap();
    let error = Delivery::read(Path::new(&unknown), None).unwrap_err().to_string();
    assert!(error.ends_with("a.txt: the format is not known; give it with --format"), "{error}");
    let large = dir.path().join("a.csv");
    fs::File::create(&large).unwrap().set_len((64 << 20) + 1).unwrap();
    let error = Delivery::read(&large, None).unwrap_err().to_string();
    assert!(error.ends_with("a.csv: it is larger than 64 MiB"), "{error}");
}

/// Translates the texts of an XLIFF file: those of the source, with their placeables.
fn xliff(dir: &TempDir) -> String {
    let job = export(dir, Format::Xliff, Wanted::ToDo);
    let mut translated = String::new();
    for segment in job.split_inclusive("</segment>") {
        let source = segment.split("<source>").nth(1).and_then(|rest| rest.split("</source>").next());
        let Some(source) = source.filter(|_| !segment.contains("<target>")) else {
            translated += segment;
            continue;
        };
        let target =
            source.replace("One", "Одно").replace("seat", "место").replace("Welcome", "Привет").replace("two", "два");
        translated += &segment.replace("</source>", &format!("</source><target>{target}</target>"));
    }
    edited(&translated, " state=\"initial\" subState=\"prompts:stale\"", " state=\"reviewed\"")
}

#[test]
fn xliff_has_placeables_and_is_imported_as_po_is() {
    let dir = folder(EN, RU);
    let by_po = import_bytes(&dir, Format::Po, po(&dir).as_bytes(), Import::default()).unwrap();
    let whole = xliff(&dir);
    assert!(
        whole
            .contains("<source>Welcome to <ph id=\"1\" dataRef=\"d1\" disp=\"{ -brand }\" canDelete=\"no\"/></source>")
    );
    assert!(whole.contains("<data id=\"d1\">{ -brand }</data>"));
    let by_xliff = import_bytes(&dir, Format::Xliff, whole.as_bytes(), Import::default()).unwrap();
    assert_eq!(by_xliff.refused, []);
    let texts = |imported: &Imported| -> Vec<String> {
        imported.changes.files().map(|change| change.after().to_owned()).collect()
    };
    assert_eq!(texts(&by_xliff), texts(&by_po));
    assert_eq!(texts(&by_xliff).len(), 1);
}

#[test]
fn xliff_text_that_does_not_fit_is_refused() {
    let dir = folder(EN, RU);
    let whole = xliff(&dir);
    let ph = "<target>Привет to <ph id=\"1\" dataRef=\"d1\" disp=\"{ -brand }\" canDelete=\"no\"/></target>";
    for (old, new, problem) in [
        (ph, "<target>Привет</target>", "`plain`: `{ -brand }` of the source text is missing"),
        (ph, "<target>Привет <ph id=\"9\" dataRef=\"d9\"/></target>", "the placeable has no data in the unit"),
        (ph, "<target><pc id=\"9\">Привет</pc></target>", "a text has the element <pc>, which is not in the source"),
        (
            "<data id=\"d1\">{ -brand }</data>",
            "<data id=\"d1\">{ -band }</data>",
            "it was made for another source text",
        ),
        ("trgLang=\"ru\"", "trgLang=\"ru-RU\"", "there is no locale `ru-RU`; is `ru` meant?"),
        ("<unit id=\"plain\"", "<unit id=\"lines\"", "the file has another text for it, on line"),
    ] {
        let found = problems(&dir, Format::Xliff, edited(&whole, old, new).as_bytes());
        assert!(found.iter().any(|found| found.starts_with("/job.xlf:") && found.contains(problem)), "{found:?}");
        assert_eq!(text(&dir), RU);
    }
    // A placeable may also be written.
    let written = edited(&whole, ph, "<target>Привет {-brand}</target>");
    assert_eq!(problems(&dir, Format::Xliff, written.as_bytes()), [""; 0]);
}

/// Translates the texts of a CSV file, as a spreadsheet that writes semicolons.
fn csv(dir: &TempDir) -> String {
    let job = export(dir, Format::Csv, Wanted::ToDo);
    let mut reader = csv::Reader::from_reader(job.trim_start_matches('\u{FEFF}').as_bytes());
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    writer.write_record(reader.headers().unwrap()).unwrap();
    for row in reader.records() {
        let mut cells: Vec<String> = row.unwrap().iter().map(str::to_owned).collect();
        if cells[7].is_empty() {
            cells[7] = cells[6]
                .replace("One", "Одно")
                .replace("seat", "место")
                .replace("Welcome", "Привет")
                .replace("two", "два");
        } else if cells[3] == "stale" {
            cells[3] = "translated".to_owned();
        }
        writer.write_record(&cells).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

#[test]
fn csv_is_imported_as_po_is() {
    let dir = folder(EN, RU);
    let by_po = import_bytes(&dir, Format::Po, po(&dir).as_bytes(), Import::default()).unwrap();
    let by_csv = import_bytes(&dir, Format::Csv, csv(&dir).as_bytes(), Import::default()).unwrap();
    assert_eq!(by_csv.refused, []);
    let texts = |imported: &Imported| -> Vec<String> {
        imported.changes.files().map(|change| change.after().to_owned()).collect()
    };
    assert_eq!(texts(&by_csv), texts(&by_po));
    // As it went out, the stale text is not finished.
    let job = export(&dir, Format::Csv, Wanted::ToDo);
    assert!(
        job.starts_with("\u{FEFF}id,attribute,variant,state,notes,previous source,source (en),translation (ru)\r\n")
    );
    let imported = import_bytes(&dir, Format::Csv, job.as_bytes(), Import::default()).unwrap();
    assert_eq!((imported.empty, imported.unfinished, imported.changes.is_empty()), (6, 1, true));
}

#[test]
fn csv_text_that_does_not_fit_is_refused() {
    let dir = folder(EN, RU);
    let whole = csv(&dir);
    for (old, new, problem) in [
        ("Привет to { -brand }", "Привет", "/job.csv:22: `plain`: `{ -brand }` of the source text is missing"),
        ("Привет to { -brand }", "Привет to { -brand } { $x }", "`{ $x }` is not in the source text"),
        ("translation (ru)", "translation (xx)", "/job.csv: there is no locale `xx`"),
        ("Welcome to { -brand }", "Welcome", "it was made for another source text"),
    ] {
        let found = problems(&dir, Format::Csv, edited(&whole, old, new).as_bytes());
        assert!(found.len() == 1 && found[0].contains(problem), "{found:?}\n{whole}");
        assert_eq!(text(&dir), RU);
    }
}
