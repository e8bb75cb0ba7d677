//! Catalogues and overrides from memory.

mod common;

use std::borrow::Cow;
use std::fs;

use code_prompts::{Catalog, CatalogError, FileContents, LiveCatalog, embedded_files};
use common::{CODES, catalog, folder, texts};
use include_dir::{Dir, include_dir};

const ZH: &str = "one = 一\ntwo = 二\n    .action = 重试\nunknown-code = { $code }\n";

fn from_files(files: &[(&str, &'static str)]) -> Result<Catalog, CatalogError> {
    Catalog::from_files("i18n", files.iter().copied())
}

fn text(catalog: &Catalog, tag: &str, code: i64) -> String {
    catalog.localizer([tag]).prompt(code).text().to_owned()
}

#[test]
fn from_files_reads_the_same_catalogue_as_from_dir() {
    let files = [
        ("zh-CN/a.ftl", "one = 一\none = 二\n"),
        ("zh-CN/deep/er/b.ftl", "two = 二\nunknown-code = { $code }\n"),
        ("zh-CN.ftl", "two = x {\n"),
        ("en-US.ftl", "one = One\n"),
        ("en-US/notes.txt", "not read"),
        ("en-US/.a.ftl", "two = A backup\n"),
        ("en_GB/a.ftl", "one = One\n"),
        ("de-DE/a.FTL", "one = Eins\n"),
        ("README.md", "not read"),
    ];
    let on_disk = catalog("same", &files);
    let all: Vec<_> = [("codes.toml", CODES)].into_iter().chain(files).collect();
    let in_memory = Catalog::from_files("same", all).unwrap();
    assert_eq!(texts(&in_memory.faults()), texts(&on_disk.faults()));
    assert_eq!(in_memory.faults().len(), 5);
    assert_eq!(in_memory.locales().collect::<Vec<_>>(), ["en-US", "zh-CN"]);
    for code in [1, 2, 3] {
        assert_eq!(text(&in_memory, "en", code), text(&on_disk, "en", code));
    }
}

#[test]
fn from_files_names_files_by_the_folder_in_faults() {
    let files = [("codes.toml", CODES), ("zh-CN/a.ftl", "one = 一\ntwo = {\n")];
    for (folder, place) in
        [("i18n", "i18n/zh-CN/a.ftl:2:8: "), ("", "zh-CN/a.ftl:2:8: "), ("/a/b", "/a/b/zh-CN/a.ftl:2:8: ")]
    {
        let faults = texts(&Catalog::from_files(folder, files).unwrap().faults());
        assert!(faults.iter().any(|fault| fault.starts_with(place)), "{faults:#?}");
    }
}

#[test]
fn from_files_takes_texts_and_bytes() {
    let contents: [FileContents; 5] = [
        ZH.into(),
        ZH.to_owned().into(),
        ZH.as_bytes().into(),
        ZH.as_bytes().to_vec().into(),
        Cow::Borrowed(ZH.as_bytes()).into(),
    ];
    for contents in contents {
        let files = [("codes.toml".to_owned(), FileContents::from(CODES)), ("zh-CN.ftl".to_owned(), contents)];
        assert_eq!(text(&Catalog::from_files("", files).unwrap(), "zh", 1), "一");
    }
}

#[test]
fn from_files_rejects_unusable_files() {
    let zh = ("zh-CN/a.ftl", ZH);
    let codes = ("codes.toml", CODES);
    let table: [(&[(&str, &str)], &str); 5] = [
        (&[], "i18n/codes.toml: there is no such file; add it"),
        (&[zh, ("i18n/codes.toml", CODES)], "i18n/codes.toml: there is no such file; add it"),
        (&[codes], "i18n/codes.toml:1:10: there is no folder `zh-CN` with .ftl files beside codes.toml; add it"),
        (&[codes, zh, zh], "i18n/zh-CN/a.ftl: there are two files with this path; give each file once"),
        (
            &[codes, zh, ("", ""), ("../x", ""), ("/etc/x", ""), ("en-US\\a.ftl", "")],
            "i18n/: this is not the path of a file in the folder; give it relative to the folder, with slashes: \
             `en-US/prompts.ftl`\n\
             i18n/../x: this is not the path of a file in the folder; give it relative to the folder, with slashes: \
             `en-US/prompts.ftl`\n\
             i18n//etc/x: this is not the path of a file in the folder; give it relative to the folder, with slashes: \
             `en-US/prompts.ftl`\n\
             i18n/en-US\\a.ftl: this is not the path of a file in the folder; give it relative to the folder, with \
             slashes: `en-US/prompts.ftl`",
        ),
    ];
    for (files, expected) in table {
        let files: Vec<(&str, String)> = files.iter().map(|(path, text)| (*path, (*text).to_owned())).collect();
        let error = Catalog::from_files("i18n", files).unwrap_err();
        let shown: Vec<String> = error.faults().iter().map(|fault| format!("{fault:#}")).collect();
        assert!(shown.join("\n").starts_with(expected), "{shown:#?}");
    }
}

#[test]
fn from_files_reads_every_file_that_include_dir_embeds() {
    static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");
    let embedded = Catalog::from_files("locales", embedded_files(&LOCALES)).unwrap();
    let on_disk = Catalog::from_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/locales")).unwrap();
    assert!(embedded.locales().eq(on_disk.locales()));
    for locale in on_disk.locales() {
        for entry in on_disk.codes() {
            assert_eq!(text(&embedded, locale, entry.code().value()), text(&on_disk, locale, entry.code().value()));
        }
    }
    assert_eq!(embedded.faults(), []);
}

#[test]
fn overrides_from_memory_and_disk_combine() {
    let base = from_files(&[("codes.toml", CODES), ("zh-CN/a.ftl", ZH)]).unwrap();
    let dir = folder("over-memory", &[("zh-CN/a.ftl", "one = 壹\n"), ("de.ftl", "one = Eins\n")]);
    let first = [("zh-CN/b.ftl", "one = First\ntwo = 贰\n")];

    let memory_last = base.with_overrides(&dir).unwrap().with_override_files("over", first).unwrap();
    assert_eq!(
        [text(&memory_last, "zh", 1), text(&memory_last, "zh", 2), text(&memory_last, "de", 1)],
        ["First", "贰", "Eins"]
    );
    let disk_last = base.with_override_files("over", first).unwrap().with_overrides(&dir).unwrap();
    assert_eq!([text(&disk_last, "zh", 1), text(&disk_last, "zh", 2)], ["壹", "贰"]);
    assert_eq!(text(&base, "zh", 1), "一");

    let invalid = base.with_override_files("over", [("zh-CN/b.ftl", "three = 3\n")]).unwrap();
    assert_eq!(
        texts(&invalid.faults())[1..],
        ["over/zh-CN/b.ftl:1:1: there is no message or term `three` to override; correct the name or delete it"]
    );
    let error = base.with_override_files("over", [("../a.ftl", "")]).unwrap_err();
    assert_eq!(error.to_string(), "over/../a.ftl: this is not the path of a file in the folder");
}

#[test]
fn folder_that_is_gone_is_an_error_and_reloads_keep_its_texts() {
    let dir = folder("gone", &[("codes.toml", CODES), ("zh-CN/a.ftl", ZH)]);
    let over = folder("gone-over", &[("zh-CN/a.ftl", "one = 壹\n")]);
    let on_disk =
        Catalog::from_dir(&dir).unwrap().with_override_files("memory", [("zh-CN/m.ftl", "two = 贰\n")]).unwrap();
    let in_memory = from_files(&[("codes.toml", CODES), ("zh-CN/a.ftl", ZH)]).unwrap().with_overrides(&over).unwrap();
    fs::remove_dir_all(&dir).unwrap();
    fs::remove_dir_all(&over).unwrap();

    let missing = "gone: there is no such folder; give one that holds codes.toml";
    let error = on_disk.with_override_files("more", [("zh-CN/x.ftl", "one = 1\n")]).unwrap_err();
    assert_eq!(texts(error.faults()), [missing]);
    let live = LiveCatalog::new(on_disk);
    assert_eq!(texts(live.reload().rejected()[0].faults()), [missing]);
    assert_eq!([text(&live.catalog(), "zh", 1), text(&live.catalog(), "zh", 2)], ["一", "贰"]);

    let missing = "gone-over: there is no such folder; give one with a folder for each locale";
    assert_eq!(texts(in_memory.with_overrides(&over).unwrap_err().faults()), [missing]);
    let live = LiveCatalog::new(in_memory);
    assert_eq!(texts(live.reload().rejected()[0].faults()), [missing]);
    assert_eq!(text(&live.catalog(), "zh", 1), "壹");
}

#[test]
fn reload_of_memory_changes_nothing_and_of_overrides_on_disk_their_texts() {
    let memory = from_files(&[("codes.toml", CODES), ("zh-CN/a.ftl", ZH)]).unwrap();
    let live = LiveCatalog::new(memory.clone());
    assert_eq!(live.reload().to_string(), "nothing has changed");

    let over = folder("reload-over", &[("zh-CN/a.ftl", "one = 壹\n")]);
    let live = LiveCatalog::new(memory.with_overrides(&over).unwrap());
    common::write(&over, "zh-CN/a.ftl", "one = 壱\n".as_bytes());
    assert_eq!(live.reload().to_string(), "zh-CN applied");
    assert_eq!(text(&live.catalog(), "zh", 1), "壱");
}
