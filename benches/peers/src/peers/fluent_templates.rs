//! fluent-templates, whose loader negotiates at each look-up.

use std::any::Any;
use std::borrow::Cow;
use std::collections::HashMap;
use std::hint::black_box;

use fluent_bundle::FluentValue;
use fluent_templates::{ArcLoader, LanguageIdentifier, Loader};

use crate::catalogue::{ENGLISH, IDS, Ids, LOGIN, Many, REUSED, UNKNOWN_CODE, UNLISTED_ID};
use crate::peer::{Ask, Outcome, Peer, Prompts};

// The static loader `LOCALES`.
include!(concat!(env!("OUT_DIR"), "/fluent_templates.rs"));

pub struct Templates;

impl Peer for Templates {
    fn name(&self) -> &'static str {
        "fluent-templates"
    }

    fn usage(&self) -> &'static str {
        "a static loader, and for 10,000 an `ArcLoader`, which reads the folder itself"
    }

    fn packages(&self) -> &'static [&'static str] {
        &["fluent-templates"]
    }

    fn localizer(&self, requested: &str) -> Outcome<Box<dyn Ask>> {
        let language = requested.parse().map_err(|_| "no such language tag")?;
        Ok(Box::new(Language { loader: &*LOCALES, language, ids: &IDS }))
    }

    fn first(&self) -> Outcome<Box<dyn Any>> {
        let language: LanguageIdentifier = ENGLISH.parse().expect("it is a locale's name");
        Ok(Box::new(black_box(LOCALES.lookup(&language, "room-not-found"))))
    }

    fn first_again(&self) -> Outcome<()> {
        Err("static".into())
    }

    fn load(&self, many: &'static Many) -> Outcome<Box<dyn FnOnce() -> Box<dyn Ask>>> {
        Ok(Box::new(|| {
            let language: LanguageIdentifier = ENGLISH.parse().expect("it is a locale's name");
            let loader = ArcLoader::builder(&many.folder, language.clone()).build();
            Box::new(Language { loader: loader.expect("the texts are whole"), language, ids: &many.ids })
        }))
    }
}

struct Language<L> {
    loader: L,
    language: LanguageIdentifier,
    ids: &'static Ids,
}

impl<L: Loader + Send + Sync + 'static> Prompts for Language<L> {
    fn plain<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> T {
        show(&self.loader.lookup(&self.language, &self.ids[&code]))
    }

    fn login<T>(&self, is_reused: bool, show: impl FnOnce(&str) -> T) -> Option<T> {
        let value = FluentValue::from(if is_reused { "true" } else { "false" });
        let args = HashMap::from([(Cow::Borrowed(REUSED), value)]);
        Some(show(&self.loader.lookup_with_args(&self.language, LOGIN, &args)))
    }

    fn unknown<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> Option<T> {
        let args = HashMap::from([(Cow::Borrowed("code"), FluentValue::from(code.to_string()))]);
        Some(show(&self.loader.lookup_with_args(&self.language, UNKNOWN_CODE, &args)))
    }

    fn unlisted<T>(&self, show: impl FnOnce(&str) -> T) -> Outcome<T> {
        Ok(show(&self.loader.lookup(&self.language, UNLISTED_ID)))
    }

    fn login_unset<T>(&self, show: impl FnOnce(&str) -> T) -> Outcome<T> {
        Ok(show(&self.loader.lookup(&self.language, LOGIN)))
    }
}
