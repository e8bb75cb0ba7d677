//! rust-i18n: keys and texts in JSON, embedded, without selectors.

use std::any::Any;
use std::borrow::Cow;
use std::hint::black_box;

use rust_i18n::{Backend, SimpleBackend, t, try_load_locales};

use crate::catalogue::{ENGLISH, IDS, Many, UNLISTED_ID, folder};
use crate::peer::{Ask, Outcome, Peer, Prompts};

include!(concat!(env!("OUT_DIR"), "/rust_i18n.rs"));

pub struct RustI18n;

impl Peer for RustI18n {
    fn name(&self) -> &'static str {
        "rust-i18n"
    }

    fn usage(&self) -> &'static str {
        "`t!` with the user's locale; -4 as two keys; for 10,000 a `SimpleBackend` of `try_load_locales`, which reads the \
         file"
    }

    fn packages(&self) -> &'static [&'static str] {
        &["rust-i18n"]
    }

    fn localizer(&self, requested: &str) -> Outcome<Box<dyn Ask>> {
        Ok(Box::new(Language(requested.to_owned())))
    }

    fn first(&self) -> Outcome<Box<dyn Any>> {
        Ok(Box::new(black_box(t!(black_box("room-not-found"), locale = ENGLISH))))
    }

    fn first_again(&self) -> Outcome<()> {
        Err("static".into())
    }

    fn load(&self, many: &'static Many) -> Outcome<Box<dyn FnOnce() -> Box<dyn Ask>>> {
        Ok(Box::new(move || {
            let path = folder("rust-i18n-many");
            let locales = try_load_locales(&path.to_string_lossy(), |_| false, true).expect("it has been written");
            let mut backend = SimpleBackend::new();
            for (locale, texts) in locales {
                let texts = texts.into_iter().map(|(key, text)| (Cow::Owned(key), Cow::Owned(text))).collect();
                backend.add_translations(locale.into(), texts);
            }
            Box::new(Loaded { backend, many })
        }))
    }
}

struct Language(String);

impl Prompts for Language {
    fn plain<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> T {
        let id = IDS[&code].as_str();
        show(&t!(id, locale = &self.0))
    }

    fn login<T>(&self, is_reused: bool, show: impl FnOnce(&str) -> T) -> Option<T> {
        let key = if is_reused { "im-login-failed-true" } else { "im-login-failed-false" };
        Some(show(&t!(key, locale = &self.0)))
    }

    fn unknown<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> Option<T> {
        Some(show(&t!("unknown-code", locale = &self.0, code = code)))
    }

    fn unlisted<T>(&self, show: impl FnOnce(&str) -> T) -> Outcome<T> {
        Ok(show(&t!(UNLISTED_ID, locale = &self.0)))
    }

    fn login_unset<T>(&self, _: impl FnOnce(&str) -> T) -> Outcome<T> {
        Err("no selectors: the app chooses between two keys".into())
    }
}

struct Loaded {
    backend: SimpleBackend,
    many: &'static Many,
}

impl Prompts for Loaded {
    fn plain<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> T {
        show(&self.backend.translate(ENGLISH, &self.many.ids[&code]).expect("it is there"))
    }
}
