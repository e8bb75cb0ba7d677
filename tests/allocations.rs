//! Counts heap allocations: a prompt without placeables allocates nothing, in the first locale or in a fallback locale.
#![cfg(feature = "embedded")]

mod common;

use std::hint::black_box;

use allocation_counter::measure;
use code_prompts::{Catalog, ErrorCode, Localizer, Value};

fn allocations(localizer: &Localizer, code: ErrorCode) -> u64 {
    allocations_with(localizer, code, &[])
}

fn allocations_with(localizer: &Localizer, code: ErrorCode, args: &[(&str, Value<'_>)]) -> u64 {
    // The first call may parse a locale, which is not counted.
    drop(localizer.prompt_with(code, args));
    let counted = measure(|| {
        let prompt = black_box(localizer).prompt_with(code, args);
        black_box((
            prompt.text(),
            prompt.description(),
            prompt.action(),
            prompt.locale(),
            prompt.id(),
            prompt.faults(),
        ));
    });
    counted.count_total
}

#[test]
fn allocations_of_plain_prompt_are_zero() {
    let catalog = Catalog::embedded();
    for locale in ["zh-CN", "en-US", "tlh"] {
        let localizer = catalog.localizer([locale]);
        for code in [ErrorCode::ROOM_NOT_FOUND, ErrorCode::SIGNED_IN_ELSEWHERE, ErrorCode::RTC_DISCONNECTED] {
            assert_eq!(allocations(&localizer, code), 0, "{locale} {code}");
        }
    }
}

#[test]
fn allocations_of_fallback_prompt_are_zero() {
    let files = [("en-US/a.ftl", "x = y\n"), ("zh-CN/a.ftl", "one = 一\ntwo = 二\n    .action = 重试\n")];
    let localizer = common::catalog("allocations", &files).localizer(["en-US"]);
    for code in [1, 2] {
        assert_eq!(localizer.prompt(code).locale(), "zh-CN");
        assert_eq!(localizer.prompt(code).faults().len(), 1);
        assert_eq!(allocations(&localizer, code.into()), 0);
    }
}

#[test]
fn allocations_of_prompt_selected_by_argument_are_zero() {
    let localizer = Catalog::embedded().localizer(["ja"]);
    for argument in ["true", "false", "neither"] {
        assert_eq!(allocations_with(&localizer, ErrorCode::IM_LOGIN_FAILED, &[("im-reused", argument.into())]), 0);
    }
}

#[test]
fn allocations_of_unknown_code_prompt_are_one() {
    let localizer = Catalog::embedded().localizer(["ja"]);
    assert_eq!(allocations(&localizer, ErrorCode::from(4711)), 1);
}

#[test]
fn memory_beyond_texts_is_at_most_60_bytes_per_message() {
    const MESSAGES: usize = 10_000;
    const MAX_BEYOND_TEXT: usize = 60;
    let text = |number| format!("The text of message {number}");
    let codes: String = (0..MESSAGES).map(|number| format!("{number} = \"message-{number}\"\n")).collect();
    let texts: String = (0..MESSAGES).map(|number| format!("message-{number} = {}\n", text(number))).collect();
    let files = [("codes.toml", &*format!("source = \"en\"\n[codes]\n{codes}")), ("en/a.ftl", &texts)];
    let catalog = Catalog::from_dir(common::folder("large-locale", &files)).unwrap();
    let mut localizer = None;
    let kept = measure(|| localizer = Some(catalog.localizer(["en"]))).bytes_current;
    let last = MESSAGES - 1;
    assert_eq!(localizer.unwrap().prompt(last as i64).text(), text(last));
    let length: usize = (0..MESSAGES).map(|number| text(number).len()).sum();
    let beyond = (kept - length as i64) / MESSAGES as i64;
    assert!(beyond <= MAX_BEYOND_TEXT as i64, "{beyond} bytes a message");
    println!("{beyond} bytes a message");
}

#[test]
fn allocations_are_counted() {
    let localizer = Catalog::embedded().localizer(["en-US"]);
    assert!(allocations(&localizer, ErrorCode::from(4711)) > 0);
}
