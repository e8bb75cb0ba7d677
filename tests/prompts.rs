//! What a prompt has beside its text, and prompts that borrow nothing.
#![cfg(feature = "embedded")]

mod common;

use std::sync::mpsc;
use std::thread;

use code_prompts::{Catalog, Direction, ErrorCode, Prompt};
use common::{CODES, catalog, folder, texts};

const ZH: &str = "one = 一\n    .title = 标题\n    .hint = { $name }\n    .title = 第二个\n    .blank = { \"\" }\n\
                  two = 二\n    .action = 重试\n    .description = 说明\n";

#[test]
fn attributes_are_those_of_the_message() {
    let catalog = catalog("attributes", &[("zh-CN/a.ftl", ZH)]);
    let localizer = catalog.localizer(["zh"]).without_isolation_marks();
    let one = localizer.prompt_with(1, &[("name", "李".into())]);
    let attributes = |prompt: &Prompt<'_>| -> Vec<(String, String)> {
        prompt.attributes().map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
    };
    let pairs =
        |pairs: &[(&str, &str)]| pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect::<Vec<_>>();
    assert_eq!(attributes(&one), pairs(&[("title", "标题"), ("hint", "李")]));
    assert_eq!((one.attribute("hint"), one.attribute("blank"), one.attribute("none")), (Some("李"), None, None));
    assert_eq!((one.faults(), localizer.prompt(1).faults().len()), (&[][..], 1));
    let names: Vec<&str> = localizer.variables(1).map(|variable| variable.name()).collect();
    assert_eq!(names, ["name"]);

    assert_eq!(attributes(&localizer.prompt(2)), pairs(&[("description", "说明"), ("action", "重试")]));
    assert_eq!(localizer.prompt(9).attributes().count(), 0);
}

#[test]
fn description_is_the_text_if_there_is_no_attribute() {
    let catalog = catalog("no-description", &[("zh-CN/a.ftl", ZH)]);
    let localizer = catalog.localizer(["zh"]);
    let descriptions = [1, 2].map(|code| {
        let prompt = localizer.prompt(code);
        (prompt.description().to_owned(), prompt.attribute("description").map(str::to_owned))
    });
    assert_eq!(descriptions, [("一".into(), None), ("说明".into(), Some("说明".into()))]);
}

#[test]
fn attribute_that_is_broken_is_reported_and_the_others_are_used() {
    let zh = "one = 一\n    .title = { missing }\n    .hint = 提示\ntwo = 二\n    .action = 重试\n    .title = { $\n";
    let localizer = catalog("broken-attributes", &[("zh-CN/a.ftl", zh)]).localizer(["zh"]);
    let (one, two) = (localizer.prompt(1), localizer.prompt(2));
    assert_eq!((one.text(), one.attribute("hint"), one.attribute("title")), ("一", Some("提示"), None));
    assert_eq!(
        texts(one.faults()),
        [
            "broken-attributes/zh-CN/a.ftl:2:6: message `one.title` is ignored: it refers to `missing`, which this locale does \
          not have; add that or correct the name"
        ]
    );
    assert_eq!((two.text(), two.attribute("title"), two.faults().len()), ("二", None, 1));
    assert!(texts(two.faults())[0].starts_with("broken-attributes/zh-CN/a.ftl:6:"), "{:?}", two.faults());
}

#[test]
fn attributes_are_overridden_one_by_one() {
    let base = catalog("attributes-below", &[("zh-CN/a.ftl", ZH)]);
    let overrides = folder("attributes-above", &[("zh-CN/a.ftl", "one =\n    .title = 新标题\n    .more = 更多\n")]);
    let localizer = base.with_overrides(overrides).unwrap().localizer(["zh"]).without_isolation_marks();
    let prompt = localizer.prompt_with(1, &[("name", "李".into())]);
    assert_eq!(prompt.text(), "一");
    assert_eq!(
        ["title", "more", "hint"].map(|name| prompt.attribute(name)),
        [Some("新标题"), Some("更多"), Some("李")]
    );
    assert_eq!(prompt.faults(), []);
}

/// Each form of an answer: borrowed, of a fallback locale, computed, unknown, and without any locale.
#[test]
fn owned_prompt_equals_the_borrowed_one() {
    let files = [("codes.toml", CODES), ("zh-CN/a.ftl", ZH), ("ar/a.ftl", "one = واحد\n")];
    let localizer = Catalog::from_dir(folder("owned", &files)).unwrap().localizer(["ar"]);
    for code in [1, 2, 7] {
        let borrowed = localizer.prompt_with(code, &[("name", "李".into())]);
        let owned = borrowed.clone().into_owned();
        let again = owned.clone().into_owned();
        for owned in [owned, again] {
            assert_eq!(format!("{owned:?}"), format!("{borrowed:?}"));
            assert_eq!((owned.is_known(), owned.direction()), (borrowed.is_known(), borrowed.direction()));
            assert_eq!(owned.into_text(), borrowed.text());
        }
    }
    assert_eq!([1, 2, 7].map(|code| localizer.prompt(code).locale().to_owned()), ["ar", "zh-CN", "und"]);
    assert_eq!(localizer.prompt(1).direction(), Direction::RightToLeft);
    assert_eq!(localizer.prompt(7).direction(), Direction::LeftToRight);
}

#[test]
fn owned_prompt_outlives_its_catalogue_and_goes_to_another_thread() {
    let (sender, receiver) = mpsc::channel::<Prompt<'static>>();
    let listener = thread::spawn(move || receiver.iter().map(|prompt| prompt.to_string()).collect::<Vec<_>>());
    for language in ["en-US", "zh-CN"] {
        sender.send(Catalog::embedded().localizer([language]).prompt(ErrorCode::ROOM_CLOSED).into_owned()).unwrap();
    }
    drop(sender);
    assert_eq!(listener.join().unwrap(), ["The room has been closed", "房间已关闭"]);
}
