//! Connects libFuzzer with the targets of `properties`.

pub use libfuzzer_sys;

use properties::Target;

/// Defines a libFuzzer target for a target of `properties`.
#[macro_export]
macro_rules! target {
    ($name:ident) => {
        use $crate::libfuzzer_sys;

        libfuzzer_sys::fuzz_target!(|input: &[u8]| $crate::verify(stringify!($name), input));
        libfuzzer_sys::fuzz_mutator!(|input: &mut [u8], length: usize, most: usize, seed: u32| {
            $crate::mutate(stringify!($name), input, length, most, seed)
        });
    };
}

/// Checks the properties for an input.
pub fn verify(name: &str, input: &[u8]) {
    Target::named(name).verify(input);
}

/// Changes an input in place: by the target's lines and tokens, every fourth time by libFuzzer's own mutator.
pub fn mutate(name: &str, input: &mut [u8], length: usize, most: usize, seed: u32) -> usize {
    const GENERATE_EVERY: u32 = 50;
    if seed % 4 == 0 {
        return libfuzzer_sys::fuzzer_mutate(input, length, most);
    }
    let target = Target::named(name);
    let changed = match seed % GENERATE_EVERY {
        1 => target.generate(seed.into()),
        _ => target.mutate(&input[..length], seed.into()),
    };
    let length = changed.len().min(most);
    input[..length].copy_from_slice(&changed[..length]);
    length
}
