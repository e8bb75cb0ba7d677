//! Public types are `Send` and `Sync`, and threads share a catalogue.

use std::thread;

use code_prompts::{
    Action, Catalog, CatalogError, CodeEntry, ErrorCode, Fault, FileContents, LiveCatalog, Localizer, Position, Prompt,
    Rejection, ReloadReport, ReloadUnit, Value, Variable,
};

#[test]
fn public_types_are_send_and_sync() {
    fn is_send_and_sync<T: Send + Sync>() {}
    is_send_and_sync::<Action<'_>>();
    is_send_and_sync::<Catalog>();
    is_send_and_sync::<FileContents>();
    is_send_and_sync::<CatalogError>();
    is_send_and_sync::<CodeEntry>();
    is_send_and_sync::<ErrorCode>();
    is_send_and_sync::<Fault>();
    is_send_and_sync::<Rejection>();
    is_send_and_sync::<LiveCatalog>();
    is_send_and_sync::<Localizer>();
    is_send_and_sync::<ReloadUnit>();
    is_send_and_sync::<Position>();
    is_send_and_sync::<Prompt<'_>>();
    is_send_and_sync::<ReloadReport>();
    is_send_and_sync::<Value<'_>>();
    is_send_and_sync::<Variable>();
    #[cfg(feature = "watch")]
    is_send_and_sync::<(code_prompts::Watcher, code_prompts::WatchError)>();
}

#[test]
fn threads_share_catalog_and_localizer() {
    let catalog = Catalog::from_dir("locales").unwrap();
    let shared = catalog.localizer(["zh-CN"]);
    thread::scope(|scope| {
        for locale in ["zh-CN", "en-US", "tlh", "zh-CN"] {
            let (catalog, shared) = (catalog.clone(), &shared);
            scope.spawn(move || {
                let own = catalog.localizer([locale]);
                for code in 0..if cfg!(miri) { 20 } else { 2_000 } {
                    let unknown = own.prompt_with(code, &[("im-reused", (code % 2 == 0).into())]);
                    assert!(!unknown.text().is_empty());
                    assert_eq!(shared.prompt(1004).text(), "房间不存在");
                    assert_eq!(shared.prompt_with(-4, &[("im-reused", true.into())]).text(), "复用IM时，请先登录IM");
                }
            });
        }
    });
}

#[test]
fn catalog_works_after_its_folder_is_deleted() {
    let dir = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("outlived");
    std::fs::create_dir_all(dir.join("zh-CN")).unwrap();
    std::fs::write(dir.join("codes.toml"), "source = \"zh-CN\"\n[codes]\n1 = \"one\"\n").unwrap();
    std::fs::write(dir.join("zh-CN/a.ftl"), "one = 一\n").unwrap();
    let catalog = Catalog::from_dir(&dir).unwrap();
    std::fs::remove_dir_all(&dir).unwrap();
    assert_eq!(catalog.localizer(["zh"]).prompt(1).text(), "一");
}
