//! Overrides: with any overrides, no prompt is lost, and each is in the same locale as before.

use std::sync::OnceLock;

use code_prompts::{Catalog, LiveCatalog};
use fastrand::Rng;

use crate::Target;
use crate::fluent::{self, TOKENS};
use crate::folder::{Folder, OnDisk, assert_in};
use crate::loading::is_visible;

pub(crate) static TARGET: Target = Target { name: "overrides", verify, generate, line: fluent::entry, tokens: TOKENS };

/// The catalogue that is overridden. It uses names of the grammar.
const BASE: &[u8] = b"=== codes.toml ===
source = \"zh-CN\"
[codes]
1 = \"one\"
2 = { message = \"two\", action = \"retry\" }
3 = \"three\"
=== zh-CN/a.ftl ===
one = one of { -t }
two = { $v ->
    [x] X
   *[y] Y
 }
    .action = retry { $v }
three = three
    .description = { one }
unknown-code = unknown { $code }
-t = base
=== en/a.ftl ===
one = one
two = two { $v }
    .action = retry
three = { NUMBER($n) } { two } { three.a }
    .a = { -t1 }
unknown-code = { $code } is unknown
-t1 = base
";

/// Returns the base, which is written and loaded only once.
fn base() -> &'static (OnDisk, Catalog) {
    static BASE_ON_DISK: OnceLock<(OnDisk, Catalog)> = OnceLock::new();
    BASE_ON_DISK.get_or_init(|| {
        let disk = Folder::of(BASE).write();
        let catalog = Catalog::from_dir(disk.path()).unwrap();
        assert_eq!(catalog.faults(), []);
        (disk, catalog)
    })
}

fn generate(rng: &mut Rng) -> String {
    fluent::folder(rng)
}

fn verify(input: &[u8]) {
    let (base_disk, base) = base();
    let folder = Folder::of(input);
    let disk = folder.write();
    let catalog = base.with_overrides(disk.path()).unwrap();
    for requested in base.locales().chain(folder.locales().into_iter().take(4)) {
        let localizer = catalog.localizer([requested]);
        for code in [1, 2, 3, 4] {
            let prompt = localizer.prompt(code);
            let context = format!("{code} in {requested}: {prompt:?}");
            assert!(is_visible(prompt.text()) && is_visible(prompt.description()), "{context}");
            let label = prompt.action().map(|action| action.label());
            assert!(label.is_none_or(|label| label.is_some_and(is_visible)), "{context}");
            // Overrides may add codes.
            let had = base.entry(code).is_some() && base.locales().any(|locale| locale == requested);
            assert!(!had || prompt.locale() == requested, "{context}");
        }
    }
    let faults = catalog.faults();
    for fault in &faults {
        let shown = fault.to_string();
        let Some(at) = fault.position() else { continue };
        let base_folder = Folder::of(BASE);
        let found = disk.file(&folder, &at.file).or_else(|| base_disk.file(&base_folder, &at.file));
        let Some((_, text)) = found else { panic!("{shown}: there is no such file") };
        assert_in(&text, at.line, at.column, &shown);
    }
    let reload = LiveCatalog::new(catalog).reload();
    assert!(!reload.is_changed() && reload.rejected().is_empty(), "{reload}");
}
