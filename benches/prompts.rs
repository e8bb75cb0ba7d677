//! Measures prompts, and the same with fluent-bundle and a hash map: `cargo bench`.
//!
//! All are measured in turn, round after round, so that a slow phase of the machine affects all of them. A figure is
//! the median of the rounds. Compare only ratios between machines.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use std::collections::HashMap;
use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use code_prompts::{Catalog, ErrorCode, LiveCatalog};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

const LOCALES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/locales");
const COLD: &str = "--cold-start";

fn main() {
    if std::env::args().any(|argument| argument == COLD) {
        let start = Instant::now();
        black_box(Catalog::embedded().localizer(["en-US"]).prompt(1004).text());
        println!("{}", start.elapsed().as_nanos());
        return;
    }
    println!("{:42} {:>10} {:>14} {:>14}", "median", "ours", "fluent-bundle", "hash map");
    lookups();
    loading();
    large_locale();
    cold_start();
}

/// Measures one prompt, in nanoseconds.
fn lookups() {
    let catalog = Catalog::embedded();
    // There is no Klingon locale, so that each lookup falls back.
    let (english, klingon) = (catalog.localizer(["en-US"]), catalog.localizer(["tlh"]));
    let plain: Vec<ErrorCode> =
        catalog.codes().map(|entry| entry.code()).filter(|code| *code != ErrorCode::IM_LOGIN_FAILED).collect();
    // In an order that a branch predictor can't learn.
    let mut state = 1_u64;
    let codes: Vec<ErrorCode> = (0..4096)
        .map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            plain[(state >> 33) as usize % plain.len()]
        })
        .collect();

    let bundle = bundle("en-US");
    let ids: HashMap<i64, String> =
        catalog.codes().map(|entry| (entry.code().value(), entry.id().to_owned())).collect();
    let direct = |code: ErrorCode, args: Option<&FluentArgs<'_>>| {
        let message = bundle.get_message(&ids[&code.value()]).unwrap();
        bundle.format_pattern(message.value().unwrap(), args, &mut Vec::new()).len()
    };
    let map: HashMap<i64, String> =
        codes.iter().map(|code| (code.value(), english.prompt(*code).text().to_owned())).collect();

    row(
        "plain prompt, random codes (ns)",
        codes.len(),
        &[
            &|| each(&codes, |code| english.prompt(code).text().len()),
            &|| each(&codes, |code| direct(code, None)),
            &|| each(&codes, |code| map[&code.value()].len()),
        ],
    );
    row(
        "the same from a fallback locale (ns)",
        codes.len(),
        &[&|| each(&codes, |code| klingon.prompt(code).text().len())],
    );

    let times = 1_000;
    let repeat = |prompt: &dyn Fn() -> usize| (0..times).map(|_| prompt()).sum::<usize>();
    let login = ErrorCode::IM_LOGIN_FAILED;
    row(
        "-4 by its argument (ns)",
        times,
        &[&|| repeat(&|| english.prompt_with(black_box(login), &[("im-reused", true.into())]).text().len()), &|| {
            repeat(&|| {
                let mut args = FluentArgs::with_capacity(1);
                args.set("im-reused", "true");
                direct(black_box(login), Some(&args))
            })
        }],
    );
    row(
        "unknown-code with its number (ns)",
        times,
        &[&|| repeat(&|| english.prompt(black_box(4711)).text().len()), &|| {
            repeat(&|| {
                let mut args = FluentArgs::with_capacity(1);
                args.set("code", black_box(4711).to_string());
                let message = bundle.get_message("unknown-code").unwrap();
                bundle.format_pattern(message.value().unwrap(), Some(&args), &mut Vec::new()).len()
            })
        }],
    );
    row(
        "localizer, locales parsed (ns)",
        100,
        &[&|| (0..100).map(|_| catalog.localizer(["zh-HK", "fr"]).locales().count()).sum()],
    );
    // The additional time per request of a catalogue that can be reloaded.
    let live = LiveCatalog::new(catalog.clone());
    row("live: catalogue (ns)", times, &[&|| repeat(&|| black_box(live.catalog()).codes().len())]);
    row("live: localizer and a prompt (ns)", 100, &[&|| (0..100).map(|_| request(|| live.catalog())).sum()]);
    row("the same of a plain catalogue (ns)", 100, &[&|| (0..100).map(|_| request(|| catalog.clone())).sum()]);
}

fn request(catalog: impl Fn() -> Catalog) -> usize {
    catalog().localizer(["en-US"]).prompt(black_box(1004)).text().len()
}

/// Looks up each code in turn, inlined.
#[inline]
fn each(codes: &[ErrorCode], prompt: impl Fn(ErrorCode) -> usize) -> usize {
    codes.iter().map(|code| prompt(black_box(*code))).sum()
}

/// Measures loading a folder, up to its first prompt, in microseconds.
fn loading() {
    let thousandths = |label, candidates: &[&dyn Fn() -> usize]| row(label, 1_000, candidates);
    thousandths(
        "embedded, first prompt, warm (µs)",
        &[&|| code_prompts::internal::load_embedded().localizer(["en-US"]).prompt(1004).text().len()],
    );
    thousandths(
        "folder loaded, first prompt (µs)",
        &[&|| Catalog::from_dir(LOCALES).unwrap().localizer(["en-US"]).prompt(1004).text().len(), &|| {
            let bundle = bundle("en-US");
            let message = bundle.get_message("room-not-found").unwrap();
            bundle.format_pattern(message.value().unwrap(), None, &mut Vec::new()).len()
        }],
    );
    let live = LiveCatalog::new(Catalog::from_dir(LOCALES).unwrap());
    thousandths("live: reload, nothing changed (µs)", &[&|| usize::from(live.reload().is_changed())]);
}

/// Measures one locale of 10,000 plain messages, from its files in memory to its prompts, in milliseconds.
fn large_locale() {
    const MESSAGES: usize = 10_000;
    let texts: String =
        (0..MESSAGES).map(|number| format!("message-{number} = The text of message {number}\n")).collect();
    let codes: String = (0..MESSAGES).map(|number| format!("{number} = \"message-{number}\"\n")).collect();
    let dir = std::env::temp_dir().join(format!("code-prompts-{}", std::process::id()));
    for locale in ["en", "de"] {
        std::fs::create_dir_all(dir.join(locale)).unwrap();
        std::fs::write(dir.join(locale).join("a.ftl"), &texts).unwrap();
    }
    std::fs::write(dir.join("codes.toml"), format!("source = \"en\"\n[codes]\n{codes}")).unwrap();
    let mut rounds = [Vec::new(), Vec::new(), Vec::new()];
    for _ in 0..51 {
        let start = Instant::now();
        let catalog = Catalog::from_dir(&dir).unwrap();
        rounds[0].push(start.elapsed().as_secs_f64() * 1_000.0);
        let start = Instant::now();
        black_box(catalog.localizer(["de"]).prompt(MESSAGES as i64 - 1).text().len());
        rounds[1].push(start.elapsed().as_secs_f64() * 1_000.0);
        let start = Instant::now();
        let mut bundle = FluentBundle::new_concurrent(vec!["de".parse().unwrap()]);
        bundle.add_resource(FluentResource::try_new(texts.clone()).unwrap()).unwrap();
        rounds[2].push(start.elapsed().as_secs_f64() * 1_000.0);
    }
    std::fs::remove_dir_all(&dir).unwrap();
    let [codes, ours, bundle] = rounds.map(|mut rounds| {
        rounds.sort_by(f64::total_cmp);
        rounds[rounds.len() / 2]
    });
    println!("{:42} {ours:10.2} {bundle:7.2} (×{:.1})", "a locale of 10,000 messages (ms)", bundle / ours);
    println!("{:42} {codes:10.2}", "its files read, and 10,000 codes (ms)");
}

/// Measures the first prompt of the embedded catalogue in a new process, in microseconds.
fn cold_start() {
    let program = std::env::current_exe().unwrap();
    let mut rounds: Vec<f64> = (0..51)
        .map(|_| {
            let output = Command::new(&program).arg(COLD).output().unwrap().stdout;
            String::from_utf8(output).unwrap().trim().parse::<f64>().unwrap() / 1_000.0
        })
        .collect();
    rounds.sort_by(f64::total_cmp);
    println!("{:42} {:>10.1}", "embedded, first prompt of a process (µs)", rounds[rounds.len() / 2]);
}

fn bundle(locale: &str) -> FluentBundle<FluentResource> {
    let text = std::fs::read_to_string(format!("{LOCALES}/{locale}/prompts.ftl")).unwrap();
    let mut bundle = FluentBundle::new_concurrent(vec![locale.parse().unwrap()]);
    bundle.add_resource(FluentResource::try_new(text).unwrap()).unwrap();
    bundle
}

/// Measures candidates in turn. Prints the median for one of `count` operations, and the ratios to the first.
fn row(label: &str, count: usize, candidates: &[&dyn Fn() -> usize]) {
    const ROUNDS: usize = 301;
    let mut rounds = vec![Vec::with_capacity(ROUNDS); candidates.len()];
    for _ in 0..ROUNDS {
        for (candidate, rounds) in candidates.iter().zip(&mut rounds) {
            let start = Instant::now();
            black_box(candidate());
            rounds.push(start.elapsed().as_nanos() as f64 / count as f64);
        }
    }
    let medians: Vec<f64> = rounds
        .iter_mut()
        .map(|rounds| {
            rounds.sort_by(f64::total_cmp);
            rounds[ROUNDS / 2]
        })
        .collect();
    let peers: String =
        medians[1..].iter().map(|median| format!(" {median:7.1} (×{:.1})", median / medians[0])).collect();
    println!("{label:42} {:10.1}{peers}", medians[0]);
}
