//! Runs every target with its seeds, with inputs that failed once, with generated inputs and with mutated ones. The
//! inputs are the same each time. `INPUTS=10000 cargo test -p properties` runs more.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};

use properties::{TARGETS, Target};

/// The number of generated inputs for each target, unless `INPUTS` is set.
const INPUTS: u64 = 300;

macro_rules! targets {
    ($($name:ident)+) => {
        $(
            #[test]
            fn $name() {
                verify(Target::named(stringify!($name)));
            }
        )+

        const NAMES: &[&str] = &[$(stringify!($name)),+];
    };
}

targets!(accept_language negotiation loading lookup overrides reloads check fmt sync interrupts editor);

#[test]
fn targets_are_all_tested_and_fuzzed() {
    let fuzzed = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz_targets"));
    let mut names = NAMES.to_vec();
    names.sort_unstable();
    assert!(fuzzed.iter().map(|path| path.file_stem().unwrap()).eq(names), "{fuzzed:?}");
    assert_eq!(TARGETS.map(|target| target.name), NAMES);
}

fn verify(target: &Target) {
    let folder = |name: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name).join(target.name);
    let seeds: Vec<Vec<u8>> = files(&folder("seeds")).iter().map(|path| verify_file(target, path)).collect();
    assert!(!seeds.is_empty(), "{} has no seeds", target.name);
    files(&folder("regressions")).iter().for_each(|path| drop(verify_file(target, path)));

    let inputs = std::env::var("INPUTS").map_or(INPUTS, |inputs| inputs.parse().unwrap());
    for seed in 0..inputs {
        let place = usize::try_from(seed).unwrap() % seeds.len();
        let input = match seed % 4 {
            0 => target.generate(seed),
            1 => target.mutate(&target.generate(seed), seed),
            2 => target.mutate(&seeds[place], seed),
            _ => target.mutate(&target.mutate(&seeds[place], seed), seed + 1),
        };
        verify_input(target, &input, &format!("input {seed}"));
    }
}

fn verify_file(target: &Target, path: &Path) -> Vec<u8> {
    let input = fs::read(path).unwrap();
    verify_input(target, &input, &path.display().to_string());
    input
}

/// Verifies an input. A failing input is written to a file, to be reduced and moved to `regressions/`.
fn verify_input(target: &Target, input: &[u8], name: &str) {
    let result = catch_unwind(AssertUnwindSafe(|| target.verify(input)));
    result.unwrap_or_else(|panic| {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-failed", target.name));
        fs::write(&path, input).unwrap();
        eprintln!("{}: {name} fails; it is in {}", target.name, path.display());
        resume_unwind(panic)
    });
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}
