//! The codes, locales and texts that are measured.

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use code_prompts::{Catalog, ErrorCode};
use rustc_hash::FxHashMap;

/// The locale that is measured, and the fallback of all peers.
pub const ENGLISH: &str = "en-US";
/// A language without a locale.
pub const ABSENT: &str = "tlh";
/// A locale without plain messages.
pub const INCOMPLETE: &str = "eo";

/// The code of `room-not-found`, which de-DE and zh-TW lack.
pub const ROOM_NOT_FOUND: i64 = 1004;
/// A code that every locale has except the incomplete one.
pub const SEATS_FULL: i64 = 1009;
/// A code that is not in the table.
pub const UNLISTED: i64 = 4711;
/// The id that the message of [`UNLISTED`] would have.
pub const UNLISTED_ID: &str = "code-4711";
pub const UNKNOWN_CODE: &str = "unknown-code";
pub const LOGIN: &str = "im-login-failed";
pub const REUSED: &str = "im-reused";

/// Message ids by code, for peers that know messages by id. This is a fast map.
pub type Ids = FxHashMap<i64, String>;

pub static IDS: LazyLock<Ids> =
    LazyLock::new(|| Catalog::embedded().codes().map(|entry| (entry.code().value(), entry.id().to_owned())).collect());

/// Returns the path of a folder that the build script has written.
#[must_use]
pub fn folder(name: &str) -> PathBuf {
    PathBuf::from(concat!(env!("OUT_DIR"), "/")).join(name)
}

/// Returns the path of this project's locales, with gaps.
#[must_use]
pub fn locales() -> PathBuf {
    folder("locales")
}

/// Reads the Fluent text of a locale.
#[must_use]
pub fn fluent(locale: &str) -> String {
    let path = locales().join(locale).join("prompts.ftl");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Returns the text of a one-line message in a locale, read from the file: the right text for every peer.
#[must_use]
pub fn text(locale: &str, id: &str) -> String {
    let fluent = fluent(locale);
    let text = fluent.lines().find_map(|line| line.strip_prefix(id)?.strip_prefix(" = "));
    text.unwrap_or_else(|| panic!("{locale} has no {id} in one line")).to_owned()
}

/// Returns the English text of -4, by its argument.
#[must_use]
pub fn login_text(is_reused: bool) -> String {
    let fluent = fluent(ENGLISH);
    let key = if is_reused { "[true] " } else { "*[false] " };
    let text = fluent.lines().find_map(|line| line.trim_start().strip_prefix(key));
    text.unwrap_or_else(|| panic!("{LOGIN} has no {key}")).to_owned()
}

/// Returns the English text of a code that is not in the table.
#[must_use]
pub fn unknown_text(code: i64) -> String {
    text(ENGLISH, UNKNOWN_CODE).replace("{ $code }", &code.to_string())
}

/// Returns the names of the locales, sorted.
#[must_use]
pub fn locale_names() -> Vec<String> {
    let entries = fs::read_dir(locales()).expect("the build script has written it");
    let folders = entries.filter_map(Result::ok).filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Returns the codes whose message has no arguments.
#[must_use]
pub fn plain_codes() -> Vec<i64> {
    let mut codes: Vec<i64> = IDS.keys().copied().filter(|code| *code != ErrorCode::IM_LOGIN_FAILED.value()).collect();
    codes.sort_unstable();
    codes
}

/// Returns `count` codes in an order that a branch predictor can't learn.
#[must_use]
pub fn at_random(codes: &[i64], count: usize) -> Vec<i64> {
    let mut state = 1_u64;
    let mut below = |limit: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 33) as usize % limit
    };
    (0..count).map(|_| codes[below(codes.len())]).collect()
}

/// A catalogue of 10,000 codes with plain messages in one locale, as text.
pub struct Many {
    pub folder: PathBuf,
    pub ids: Ids,
    pub codes: Vec<i64>,
    pub fluent: String,
    pub texts: Vec<(i64, String)>,
}

pub static MANY: LazyLock<Many> = LazyLock::new(|| {
    let folder = folder("many");
    let catalog = Catalog::from_dir(&folder).expect("the build script has written it");
    let codes: Vec<i64> = catalog.codes().map(|entry| entry.code().value()).collect();
    let ids: Ids = catalog.codes().map(|entry| (entry.code().value(), entry.id().to_owned())).collect();
    let fluent = fs::read_to_string(folder.join("en-US/prompts.ftl")).expect("the build script has written it");
    let text_of: FxHashMap<&str, &str> = fluent.lines().filter_map(|line| line.split_once(" = ")).collect();
    let texts = codes.iter().map(|code| (*code, text_of[&*ids[code]].to_owned())).collect();
    Many { folder, ids, codes, texts, fluent: fluent.clone() }
});

impl Many {
    /// Returns the size of the messages' texts in bytes, without their ids.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.texts.iter().map(|(_, text)| text.len()).sum()
    }
}
