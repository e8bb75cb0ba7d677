//! This project's library.

use std::any::Any;
use std::hint::black_box;
use std::sync::LazyLock;

use code_prompts::{Catalog, ErrorCode, Localizer};

use crate::catalogue::{ENGLISH, Many, REUSED, ROOM_NOT_FOUND, UNLISTED, locales};
use crate::peer::{Ask, Outcome, Peer, Prompts};

pub struct CodePrompts;

static CATALOG: LazyLock<Catalog> =
    LazyLock::new(|| Catalog::from_dir(locales()).expect("the build script has written it"));

impl Peer for CodePrompts {
    fn name(&self) -> &'static str {
        "code-prompts"
    }

    fn usage(&self) -> &'static str {
        "a localizer for each user"
    }

    fn packages(&self) -> &'static [&'static str] {
        &["code-prompts"]
    }

    fn localizer(&self, requested: &str) -> Outcome<Box<dyn Ask>> {
        Ok(Box::new(CATALOG.localizer([requested])))
    }

    fn first(&self) -> Outcome<Box<dyn Any>> {
        let localizer = code_prompts::internal::load_embedded().localizer([ENGLISH]);
        black_box(localizer.prompt(ROOM_NOT_FOUND).text());
        Ok(Box::new(localizer))
    }

    fn load(&self, many: &'static Many) -> Outcome<Box<dyn FnOnce() -> Box<dyn Ask>>> {
        // Reads the table of codes and the bytes of the locale. The locale is parsed on first use.
        let catalog = Catalog::from_dir(&many.folder).map_err(|error| error.to_string())?;
        Ok(Box::new(move || Box::new(catalog.localizer([ENGLISH]))))
    }
}

/// Loads the folder with its table of 10,000 codes. No peer has such a table.
#[must_use]
pub fn load_with_codes(many: &Many) -> Box<dyn Ask> {
    Box::new(Catalog::from_dir(&many.folder).expect("it has been read before").localizer([ENGLISH]))
}

impl Prompts for Localizer {
    fn plain<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> T {
        show(self.prompt(code).text())
    }

    fn login<T>(&self, is_reused: bool, show: impl FnOnce(&str) -> T) -> Option<T> {
        Some(show(self.prompt_with(ErrorCode::IM_LOGIN_FAILED, &[(REUSED, is_reused.into())]).text()))
    }

    fn unknown<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> Option<T> {
        Some(show(self.prompt(code).text()))
    }

    fn unlisted<T>(&self, show: impl FnOnce(&str) -> T) -> Outcome<T> {
        Ok(show(self.prompt(UNLISTED).text()))
    }

    fn login_unset<T>(&self, show: impl FnOnce(&str) -> T) -> Outcome<T> {
        Ok(show(self.prompt(ErrorCode::IM_LOGIN_FAILED).text()))
    }
}
