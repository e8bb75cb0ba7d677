//! What all fuzz targets have in common.

pub use libfuzzer_sys;

use properties::Target;

/// Makes a target of `properties` one of libFuzzer's.
#[macro_export]
macro_rules! target {
    ($name:ident) => {
        use $crate::libfuzzer_sys;

        libfuzzer_sys::fuzz_target!(|input: &[u8]| $crate::hold(stringify!($name), input));
        libfuzzer_sys::fuzz_mutator!(|input: &mut [u8], length: usize, most: usize, seed: u32| {
            $crate::mutate(stringify!($name), input, length, most, seed)
        });
    };
}

/// Tries an input.
pub fn hold(name: &str, input: &[u8]) {
    Target::named(name).hold(input);
}

/// Changes an input in place: mostly by what the target reads, and every fourth time as libFuzzer does.
pub fn mutate(name: &str, input: &mut [u8], length: usize, most: usize, seed: u32) -> usize {
    const MAKE: u32 = 50;
    if seed % 4 == 0 {
        return libfuzzer_sys::fuzzer_mutate(input, length, most);
    }
    let target = Target::named(name);
    let changed = match seed % MAKE {
        1 => target.make(seed.into()),
        _ => target.mutate(&input[..length], seed.into()),
    };
    let length = changed.len().min(most);
    input[..length].copy_from_slice(&changed[..length]);
    length
}
