//! Prompts that are rendered without Fluent's resolver equal the resolver's output, byte for byte: every embedded
//! message, and thousands of generated ones.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::fmt::Write;

use code_prompts::{Catalog, Fault, Localizer, Value};
use common::folder;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

const GENERATED: usize = 5_000;
const LOCALES: [&str; 4] = ["en-US", "zh-CN", "ru-RU", "ar"];

/// An argument for the library and for the resolver.
#[derive(Clone, Debug)]
enum Argument {
    Text(&'static str),
    Number(f64),
}

const ARGUMENTS: &[Argument] = &[
    Argument::Text("true"),
    Argument::Text("other"),
    Argument::Text("one"),
    Argument::Text("1"),
    Argument::Text(""),
    Argument::Text("x\u{202E}y\n{ $z }"),
    Argument::Number(0.0),
    Argument::Number(1.0),
    Argument::Number(2.0),
    Argument::Number(1.5),
    Argument::Number(-1_000_000.0),
    Argument::Number(1e21),
];

#[test]
fn resolver_agrees_on_generated_messages() {
    let mut random = Random(1);
    for locale in LOCALES {
        let mut codes = format!("source = \"{locale}\"\n[codes]\n");
        let mut texts = String::new();
        for number in 0..GENERATED / LOCALES.len() {
            writeln!(codes, "{number} = \"m{number}\"").unwrap();
            writeln!(texts, "m{number} ={}", pattern(&mut random)).unwrap();
        }
        texts.push_str("unknown-code = ? { $code }\n");
        let dir = folder("differential", &[("codes.toml", &codes), (&format!("{locale}/a.ftl"), &texts)]);
        let catalog = Catalog::from_dir(dir).unwrap();
        let localizer = catalog.localizer([locale]);
        let bundles = [bundle(locale, &texts, true), bundle(locale, &texts, false)];
        let bare = localizer.clone().without_isolation_marks();
        for number in 0..GENERATED / LOCALES.len() {
            for argument in ARGUMENTS {
                for (localizer, bundle) in [&localizer, &bare].into_iter().zip(&bundles) {
                    compare(localizer, bundle, number as i64, &format!("m{number}"), argument);
                }
            }
        }
    }
}

#[cfg(feature = "embedded")]
#[test]
fn resolver_agrees_on_every_embedded_message() {
    let catalog = Catalog::embedded();
    for locale in catalog.locales() {
        let path = format!("{}/locales/{locale}/prompts.ftl", env!("CARGO_MANIFEST_DIR"));
        let texts = std::fs::read_to_string(path).unwrap();
        let (marks, bare) = (bundle(locale, &texts, true), bundle(locale, &texts, false));
        let localizer = catalog.localizer([locale]);
        let without = localizer.clone().without_isolation_marks();
        for entry in catalog.codes() {
            for argument in ARGUMENTS {
                compare(&localizer, &marks, entry.code().value(), entry.id(), argument);
                compare(&without, &bare, entry.code().value(), entry.id(), argument);
            }
        }
        for code in [0, 7, -99, i64::MIN, i64::MAX] {
            compare(&localizer, &marks, code, "unknown-code", &Argument::Text(""));
            compare(&without, &bare, code, "unknown-code", &Argument::Text(""));
        }
    }
}

/// Compares a prompt with the resolver's text. All variables but `$code` have the same argument.
fn compare(localizer: &Localizer, bundle: &FluentBundle<FluentResource>, code: i64, id: &str, argument: &Argument) {
    let mut args = FluentArgs::new();
    args.set("code", code.to_string());
    let mut given: Vec<(&str, Value<'_>)> = Vec::new();
    for name in ["v", "w", "im-reused"] {
        match argument {
            Argument::Text(text) => {
                args.set(name, *text);
                given.push((name, (*text).into()));
            }
            Argument::Number(number) => {
                args.set(name, FluentValue::from(*number));
                given.push((name, (*number).into()));
            }
        }
    }
    let message = bundle.get_message(id).unwrap();
    let mut errors = Vec::new();
    let expected = bundle.format_pattern(message.value().unwrap(), Some(&args), &mut errors);
    let prompt = localizer.prompt_with(code, &given);
    // All arguments are given, so an error is an unknown reference in a selected variant.
    let is_broken = prompt.faults().iter().any(|fault| matches!(fault, Fault::BrokenMessage { .. }));
    assert_eq!(is_broken, !errors.is_empty(), "{id} {argument:?}: {prompt:?}");
    if is_broken || expected.contains("NUMBER()") {
        assert!(!prompt.text().contains("nope") && !prompt.text().contains("NUMBER"), "{id} {argument:?}: {prompt:?}");
        return;
    }
    // Where the resolver's text is blank, the library falls back.
    if expected.chars().any(|c| !c.is_whitespace() && !matches!(c, '\u{2068}' | '\u{2069}')) {
        assert_eq!(prompt.text(), expected, "{id} {argument:?}");
    }
}

fn bundle(locale: &str, texts: &str, isolating: bool) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![locale.parse().unwrap()]);
    bundle.set_use_isolating(isolating);
    bundle.add_builtins().unwrap();
    bundle.add_resource(FluentResource::try_new(texts.to_owned()).unwrap()).unwrap();
    bundle
}

fn pattern(random: &mut Random) -> String {
    let variants = |random: &mut Random| {
        const KEYS: [&str; 9] = ["true", "false", "one", "few", "many", "1", "1.0", "0", "x"];
        let mut text = String::new();
        for _ in 0..random.below(4) {
            let key = KEYS[random.below(KEYS.len())];
            write!(text, "\n    [{key}] {}", variant(random)).unwrap();
        }
        let default = ["other", "true", "0", "one"][random.below(4)];
        write!(text, "\n   *[{default}] {}\n", variant(random)).unwrap();
        text
    };
    match random.below(7) {
        6 => {
            let digits = 1 + random.below(2);
            format!(" 前{{ NUMBER($v, minimumFractionDigits: {digits}) ->{} }}", variants(random))
        }
        0 | 1 => format!(" {{ ${} ->{} }}", ["v", "code"][random.below(2)], variants(random)),
        2 => format!(" 前{{ $v ->{} }}後", variants(random)),
        3 => format!(" {}{{ $v }}{}{{ $code }}", ["", "a "][random.below(2)], ["", "，"][random.below(2)]),
        4 => format!("\n    first {}{{ $v }}\n      second\n\n    {{ $w }}third", ["", "x"][random.below(2)]),
        _ => format!(" {}", variant(random)),
    }
}

fn variant(random: &mut Random) -> String {
    let texts = [
        "text",
        "文字",
        "two\n        lines",
        "{ $v }",
        "a { $code } b",
        "{ \"q\" }",
        "{ $w }{ $v }",
        "{ NUMBER($v, minimumFractionDigits: 2) }",
        "a { nope }",
    ];
    texts[random.below(texts.len())].to_owned()
}

struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}
