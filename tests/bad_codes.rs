//! Faults of `codes.toml` and missing folders: each names the position, the problem and the fix.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::error::Error;
use std::io::ErrorKind;

use code_prompts::{Catalog, Fault, FileProblem, SystemError};
use common::{folder, texts, write};

const LOCALES: [(&str, &str); 2] = [("zh-CN/a.ftl", "one = 一\nunknown-code = 未知\n"), ("en-US/a.ftl", "one = One\n")];
const HEAD: &str = "source = \"zh-CN\"\nfallback = [\"en-US\"]\n\n";

/// Returns the errors of loading a folder with this `codes.toml`.
fn errors(name: &str, codes: &str) -> Vec<String> {
    let files: Vec<_> = LOCALES.into_iter().chain([("codes.toml", codes)]).collect();
    let error = Catalog::from_dir(folder(name, &files)).expect_err(codes);
    let texts = texts(error.faults());
    assert_eq!((error.to_string().lines().count(), format!("{error:#}").lines().count()), (1, texts.len()));
    texts
}

#[test]
fn codes_toml_mistake_is_reported_with_its_place() {
    let table: &[(&str, &[&str])] = &[
        ("1 = \"one\"\n1 = \"two\"", &["6:1: `1` is given twice; delete one"]),
        ("1 = \"one\"\n2 = \"one\"", &["6:1: message id `one` is given twice, first on line 5; change one"]),
        ("1 = \"one\"\n[retired]\n1 = \"old\"", &["7:1: code 1 is given twice, first on line 5; change one"]),
        ("01 = \"one\"", &["5:1: `01` is not a code; write a whole number, such as 1004 or 0x80070005"]),
        (
            "E1001 = \"one\"",
            &[
                "5:1: `E1001` is not a code; write a number, such as 1001 for E1001, and convert the component's texts to \
               numbers in the app",
            ],
        ),
        ("26 = \"one\"\n0x1A = \"two\"", &["6:1: code 26 is given twice, first on line 5; change one"]),
        ("0x1A = \"one\"\n0x01a = \"two\"", &["6:1: code 26 is given twice, first on line 5; change one"]),
        ("0x = \"one\"", &["5:1: `0x` is not a code; write a whole number, such as 1004 or 0x80070005"]),
        ("0x-1 = \"one\"", &["5:1: `0x-1` is not a code; write a whole number, such as 1004 or 0x80070005"]),
        ("-0x1 = \"one\"", &["5:1: `-0x1` is not a code; write a whole number, such as 1004 or 0x80070005"]),
        (
            "0xFFFFFFFFFFFFFFFF = \"one\"",
            &["5:1: `0xFFFFFFFFFFFFFFFF` is not a code; write a whole number, such as 1004 or 0x80070005"],
        ),
        (
            "99999999999999999999 = \"one\"",
            &["5:1: `99999999999999999999` is not a code; write a whole number, such as 1004 or 0x80070005"],
        ),
        (
            "1 = \"room not found\"",
            &["5:5: \"room not found\" is not an id; write letters, digits and hyphens, such as \"room-not-found\""],
        ),
        ("1 = { message = 5 }", &["5:17: this is not a text; write an id in quotes, such as \"room-not-found\""]),
        ("1 = 2", &["5:5: code 1 names no message; write 1 = \"message-id\""]),
        ("1 = { action = \"retry\" }", &["5:1: code 1 names no message; add `message = \"…\"`"]),
        (
            "1 = { message = \"one\", max-length = 0 }",
            &["5:37: this is not a length; write a whole number above 0, such as 40"],
        ),
        (
            "1 = { message = \"one\", max-length = -4 }",
            &["5:37: this is not a length; write a whole number above 0, such as 40"],
        ),
        (
            "1 = { message = \"one\", max-length = \"40\" }",
            &["5:37: this is not a length; write a whole number above 0, such as 40"],
        ),
        (
            "1 = { message = \"one\", retryable = \"yes\" }",
            &["5:36: this is neither true nor false; write true or false, without quotes"],
        ),
        (
            "1 = { message = \"one\", help = \"example.com\" }",
            &["5:31: this is not the address of a page; write one such as \"https://example.com/errors/1004\""],
        ),
        (
            "1 = { message = \"one\", help = \"https://a b\" }",
            &["5:31: this is not the address of a page; write one such as \"https://example.com/errors/1004\""],
        ),
        (
            "1 = { message = \"one\", since = 1.2 }",
            &["5:32: this is not a version; write one in quotes, such as \"1.2\""],
        ),
        (
            "1 = { message = \"one\", category = \"net work\" }",
            &["5:35: \"net work\" is not an id; write letters, digits and hyphens, such as \"room-not-found\""],
        ),
        ("1 = \"unknown-code\"", &["5:1: `unknown-code` is for codes that are not here; give code 1 another id"]),
        ("1 = one", &["5:5: not valid TOML: string values must be quoted, expected literal string; correct this line"]),
        (
            "1 = \"房 间\"\n二 = \"two\"\n3 = \"three\"",
            &[
                "5:5: \"房 间\" is not an id; write letters, digits and hyphens, such as \"room-not-found\"",
                "6:1: not valid TOML: invalid unquoted key, expected letters, numbers, `-`, `_`; correct this line",
                "6:1: `二` is not a code; write a whole number, such as 1004 or 0x80070005",
            ],
        ),
    ];
    for (index, (codes, expected)) in table.iter().enumerate() {
        let name = format!("codes-{index}");
        let found = errors(&name, &format!("{HEAD}[codes]\n{codes}\n"));
        let expected: Vec<_> = expected.iter().map(|rest| format!("{name}/codes.toml:{rest}")).collect();
        assert_eq!(found, expected, "{codes}");
    }
}

#[test]
fn codes_toml_with_bad_top_level_key_is_rejected() {
    let table: &[(&str, &[&str])] = &[
        (
            "",
            &[
                "1:1: `source` is missing; add `source = \"zh-CN\"`",
                "1:1: `codes` is missing; add `[codes]`; only translations can be checked without it",
            ],
        ),
        (
            "source = \"ja-JP\"\n[codes]\n",
            &["1:10: there is no folder `ja-JP` with .ftl files beside codes.toml; add it"],
        ),
        ("source = \"zh_cn\"\n[codes]\n", &["1:10: `zh_cn` is not a canonical language tag; write `zh-CN`"]),
        ("source = \"\"\n[codes]\n", &["1:10: this is not a language tag; write one such as \"zh-CN\""]),
        ("source = 1\n[codes]\n", &["1:10: this is not a language tag; write one such as \"zh-CN\""]),
        (
            "source = \"zh-CN\"\ncodes = 1\n",
            &["2:9: this is a table of codes; write `1004 = \"room-not-found\"` below it"],
        ),
        (
            "source = \"zh-CN\"\nfallback = \"en-US\"\n[codes]\n",
            &["2:12: `fallback` is a list of language tags; write a list, such as [\"en-US\"]"],
        ),
    ];
    for (index, (codes, expected)) in table.iter().enumerate() {
        let name = format!("locales-{index}");
        let expected: Vec<_> = expected.iter().map(|rest| format!("{name}/codes.toml:{rest}")).collect();
        assert_eq!(errors(&name, codes), expected, "{codes}");
    }
}

#[test]
fn codes_toml_unknown_key_is_ignored_and_reported() {
    let codes = "source = \"zh-CN\"\nplatforms = [\"ios\"]\n\n[codes]\n\
                 1 = { message = \"one\", acton = \"retry\" }\n\n[labels]\n1 = \"x\"\n";
    let files: Vec<_> = LOCALES.into_iter().chain([("codes.toml", codes)]).collect();
    let catalog = Catalog::from_dir(folder("unknown-keys", &files)).unwrap();
    assert_eq!(catalog.localizer(["zh"]).prompt(1).text(), "一");
    let known = "the keys here are `source`, `fallback`, `codes`, `retired`, `records`, `check`";
    assert_eq!(
        texts(&catalog.faults()),
        [
            format!("unknown-keys/codes.toml:2:1: unknown key `platforms`, which is ignored; {known}"),
            "unknown-keys/codes.toml:5:24: unknown key `acton`, which is ignored; the keys here are `message`, `action`, \
             `max-length`, `category`, `retryable`, `help`, `since`"
                .to_owned(),
            format!("unknown-keys/codes.toml:7:2: unknown key `labels`, which is ignored; {known}"),
        ]
    );
    let keys = catalog.faults().into_iter().map(|fault| match fault {
        Fault::UnknownKey { key, .. } => key.to_string(),
        other => panic!("{other}"),
    });
    assert_eq!(keys.collect::<Vec<_>>(), ["platforms", "acton", "labels"]);
}

#[test]
fn catalog_error_is_one_line_with_system_error_as_source() {
    let two = "source = \"zh-CN\"\n[codes]\n1 = 1\n2 = 2\n3 = 3\n";
    let files: Vec<_> = LOCALES.into_iter().chain([("codes.toml", two)]).collect();
    let error = Catalog::from_dir(folder("three-faults", &files)).unwrap_err();
    let tests = format!("{}/", env!("CARGO_TARGET_TMPDIR"));
    let line = error.to_string().replace(&tests, "");
    assert_eq!(line, "three-faults/codes.toml:3:5: code 1 names no message (and 2 more faults)");
    assert!(error.source().is_none());

    let missing = Catalog::from_dir("no/such/folder").unwrap_err();
    assert_eq!(missing.to_string(), "no/such/folder: there is no such folder");
    let source = missing.source().and_then(|source| source.downcast_ref::<SystemError>()).unwrap();
    assert_eq!(source.kind(), ErrorKind::NotFound);
    let Fault::Unreadable { problem: FileProblem::System { error, .. }, .. } = &missing.faults()[0] else {
        panic!("{missing}");
    };
    assert_eq!(error, source);
}

#[test]
fn folder_missing_is_an_error() {
    let missing = Catalog::from_dir("no/such/folder").unwrap_err();
    assert_eq!(texts(missing.faults()), ["no/such/folder: there is no such folder; give one that holds codes.toml"]);

    let file = folder("not-a-folder", &[("file", "")]).join("file");
    let error = Catalog::from_dir(file).unwrap_err();
    assert_eq!(texts(error.faults()), ["not-a-folder/file: this is not a folder; give one that holds codes.toml"]);
}

#[test]
fn codes_toml_missing_is_an_error() {
    let error = Catalog::from_dir(folder("no-codes", &LOCALES)).unwrap_err();
    assert_eq!(texts(error.faults()), ["no-codes/codes.toml: there is no such file; add it"]);

    let dir = folder("codes-folder", &[("codes.toml/a.ftl", "a = b")]);
    let error = Catalog::from_dir(dir).unwrap_err();
    assert_eq!(texts(error.faults()), ["codes-folder/codes.toml: this is not a regular file; replace it by one"]);
}

#[test]
fn codes_toml_not_utf_8_is_an_error() {
    let dir = folder("codes-latin1", &LOCALES);
    write(&dir, "codes.toml", b"source = \"zh-CN\" # d\xE9j\xE0\n[codes]\n1 = \"one\"\n");
    let error = Catalog::from_dir(dir).unwrap_err();
    assert_eq!(
        texts(error.faults()),
        ["codes-latin1/codes.toml:1:21: the file is not UTF-8 from here on; save it as UTF-8"]
    );
}

#[test]
fn codes_toml_byte_order_mark_is_ignored_and_reported() {
    let codes = format!("\u{FEFF}{HEAD}[codes]\n1 = \"one\"\n");
    let files: Vec<_> = LOCALES.into_iter().chain([("codes.toml", codes.as_str())]).collect();
    let catalog = Catalog::from_dir(folder("codes-mark", &files)).unwrap();
    assert_eq!(
        texts(&catalog.faults()),
        ["codes-mark/codes.toml: the file begins with a byte-order mark; save it as UTF-8 without one"]
    );
    assert_eq!(catalog.localizer(["zh"]).prompt(1).text(), "一");
}

#[test]
fn fallback_locale_missing_is_skipped_and_reported() {
    let codes = "source = \"zh-CN\"\nfallback = [\"fr-FR\", \"en-US\"]\n[codes]\n1 = \"one\"\n";
    let files: Vec<_> = LOCALES.into_iter().chain([("codes.toml", codes)]).collect();
    let catalog = Catalog::from_dir(folder("no-fallback", &files)).unwrap();
    assert_eq!(
        texts(&catalog.faults()),
        ["no-fallback/codes.toml:2:13: there is no folder `fr-FR` with .ftl files beside codes.toml; add it"]
    );
    assert_eq!(catalog.localizer(["ja"]).prompt(1).text(), "One");
}

#[test]
fn retired_code_is_answered_as_unknown() {
    let codes = format!("{HEAD}[codes]\n1 = \"one\"\n\n[retired]\n7 = \"seven\"\n8 = \"one\"\n");
    let files: Vec<_> = LOCALES.into_iter().chain([("codes.toml", codes.as_str())]).collect();
    let localizer = Catalog::from_dir(folder("retired", &files)).unwrap().localizer(["zh"]);
    let prompt = localizer.prompt(7);
    assert_eq!((prompt.text(), prompt.is_known()), ("未知", false));
    assert_eq!(
        texts(prompt.faults()),
        ["retired/codes.toml:8:1: code 7 is retired; if it is raised, move it to [codes]"]
    );
}

#[test]
fn max_length_is_read_from_codes_toml() {
    let codes = format!("{HEAD}[codes]\n1 = {{ message = \"one\", max-length = 20 }}\n2 = \"two\"\n");
    let files: Vec<_> = LOCALES.into_iter().chain([("codes.toml", codes.as_str())]).collect();
    let catalog = Catalog::from_dir(folder("max-length", &files)).unwrap();
    let lengths: Vec<_> = catalog.codes().map(|entry| (entry.code().value(), entry.max_length())).collect();
    assert_eq!(lengths, [(1, Some(20)), (2, None)]);
}
