//! Tries every target: with the seeds, with what has broken something before, with inputs made by grammar, and with
//! changes of all of them. The inputs are the same each time. `INPUTS=10000 cargo test -p properties` tries more of
//! them.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};

use properties::{TARGETS, Target};

/// How many inputs are made for each target, unless `INPUTS` says it.
const INPUTS: u64 = 300;

macro_rules! targets {
    ($($name:ident)+) => {
        $(
            #[test]
            fn $name() {
                hold(Target::named(stringify!($name)));
            }
        )+

        const NAMES: &[&str] = &[$(stringify!($name)),+];
    };
}

targets!(accept_language negotiation loading lookup overrides reloads check fmt sync);

#[test]
fn every_target_is_tried_here_and_by_the_fuzzer() {
    let fuzzed = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz_targets"));
    let mut names = NAMES.to_vec();
    names.sort_unstable();
    assert!(fuzzed.iter().map(|path| path.file_stem().unwrap()).eq(names), "{fuzzed:?}");
    assert_eq!(TARGETS.map(|target| target.name), NAMES);
}

fn hold(target: &Target) {
    let folder = |name: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name).join(target.name);
    let seeds: Vec<Vec<u8>> = files(&folder("seeds")).iter().map(|path| try_file(target, path)).collect();
    assert!(!seeds.is_empty(), "{} has no seeds", target.name);
    files(&folder("regressions")).iter().for_each(|path| drop(try_file(target, path)));

    let inputs = std::env::var("INPUTS").map_or(INPUTS, |inputs| inputs.parse().unwrap());
    for seed in 0..inputs {
        let place = usize::try_from(seed).unwrap() % seeds.len();
        let input = match seed % 4 {
            0 => target.make(seed),
            1 => target.mutate(&target.make(seed), seed),
            2 => target.mutate(&seeds[place], seed),
            _ => target.mutate(&target.mutate(&seeds[place], seed), seed + 1),
        };
        attempt(target, &input, &format!("input {seed}"));
    }
}

fn try_file(target: &Target, path: &Path) -> Vec<u8> {
    let input = fs::read(path).unwrap();
    attempt(target, &input, &path.display().to_string());
    input
}

/// Tries an input. One that breaks something is kept, to be looked at and moved to `regressions/`.
fn attempt(target: &Target, input: &[u8], name: &str) {
    let tried = catch_unwind(AssertUnwindSafe(|| target.hold(input)));
    tried.unwrap_or_else(|panic| {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-broken", target.name));
        fs::write(&path, input).unwrap();
        eprintln!("{}: {name} breaks something; it is in {}", target.name, path.display());
        resume_unwind(panic)
    });
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}
