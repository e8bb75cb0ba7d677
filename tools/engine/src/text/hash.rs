//! A hash of texts that stays the same from release to release, unlike that of the standard library.

/// Returns the 64-bit FNV-1a hash of some texts, which are told apart: `a`, `b` is not `ab`.
#[must_use]
pub fn hash<'t>(texts: impl IntoIterator<Item = &'t str>) -> u64 {
    let bytes = texts.into_iter().flat_map(|text| text.bytes().chain([0]));
    bytes.fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}
