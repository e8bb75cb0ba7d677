//! Generates language tags.

use fastrand::Rng;

use crate::one_of;

/// Parts of language tags and headers, for mutations.
pub(crate) const TOKENS: &[&str] = &[
    "zh",
    "en",
    "pt",
    "sr",
    "yue",
    "cmn",
    "nb",
    "no",
    "iw",
    "und",
    "*",
    "-",
    "_",
    "-Hant",
    "-Hans",
    "-Latn",
    "-TW",
    "-HK",
    "-CN",
    "-US",
    "-419",
    "-valencia",
    "-u-hc-h23",
    "-x-a",
    ".UTF-8",
    "@euro",
    " ",
    "\n",
    ",",
    ";",
    "q",
    "=",
    ";q=0.5",
    ";q=1",
    ";q=0",
    ";q=0.001",
    ";q=1.0",
    "q=2",
    ".",
    "0",
    "9",
    "\t",
    "\r",
    "\u{0}",
    "中",
    "requested: ",
    "available: ",
];

/// Generates a tag, mostly a canonical one.
pub(crate) fn tag(rng: &mut Rng) -> String {
    const LANGUAGES: &[&str] = &["zh", "en", "es", "pt", "sr", "yue", "nan", "nb", "nn", "no", "fr", "ar", "iw", "he"];
    const SCRIPTS: &[&str] = &["", "", "", "-Hant", "-Hans", "-Latn", "-Cyrl"];
    const REGIONS: &[&str] = &["", "-CN", "-TW", "-HK", "-US", "-GB", "-MX", "-BR", "-ME", "-419", "-001"];
    const REST: &[&str] = &["", "", "", "", "", "", "-valencia", "-u-co-pinyin", ".UTF-8"];
    if rng.u8(..12) == 0 {
        return one_of(rng, &["", "*", "und", "C", "x-y", "toolonglanguage", "-", "中文", "en--US"]).to_owned();
    }
    let mut tag = format!("{}{}", one_of(rng, LANGUAGES), one_of(rng, SCRIPTS));
    tag.push_str(one_of(rng, REGIONS));
    tag.push_str(one_of(rng, REST));
    match rng.u8(..8) {
        0 => tag.to_lowercase(),
        1 => tag.replace('-', "_"),
        _ => tag,
    }
}
