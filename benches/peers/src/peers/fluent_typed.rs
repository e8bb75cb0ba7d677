//! fluent-typed: a function for each message, over a bundle that is parsed when it is loaded.

use std::any::Any;
use std::hint::black_box;

use fluent_typed::prelude::L10nBundle;

use crate::catalogue::{ENGLISH, Ids, Many};
use crate::peer::{Ask, Outcome, Peer, Prompts};

#[allow(dead_code, unused_imports, clippy::all)]
mod compiled {
    include!(concat!(env!("OUT_DIR"), "/fluent_typed.rs"));
}
use compiled::{L10n, L10nLanguage};

include!(concat!(env!("OUT_DIR"), "/fluent_typed_by_code.rs"));

/// The reason why its generator has no code for locales with gaps.
const GAPS: &str = include_str!(concat!(env!("OUT_DIR"), "/fluent_typed_gaps.txt"));

pub struct Typed;

impl Peer for Typed {
    fn name(&self) -> &'static str {
        "fluent-typed"
    }

    fn usage(&self) -> &'static str {
        "functions by a `match` over the codes, with `langneg`; for 10,000 an `L10nBundle`, which they call"
    }

    fn packages(&self) -> &'static [&'static str] {
        &["fluent-typed"]
    }

    fn localizer(&self, requested: &str) -> Outcome<Box<dyn Ask>> {
        Ok(Box::new(Language(L10n::langneg(requested).load())))
    }

    fn with_gaps(&self, requested: &str) -> Outcome<Box<dyn Ask>> {
        if GAPS.is_empty() { self.localizer(requested) } else { Err(GAPS.into()) }
    }

    fn first(&self) -> Outcome<Box<dyn Any>> {
        let language = L10n::EnUS.load();
        black_box(language.msg_room_not_found());
        Ok(Box::new(language))
    }

    fn load(&self, many: &'static Many) -> Outcome<Box<dyn FnOnce() -> Box<dyn Ask>>> {
        Ok(Box::new(|| {
            let bundle = L10nBundle::new(ENGLISH, many.fluent.as_bytes()).expect("the texts are whole");
            Box::new(Bundle { bundle, ids: &many.ids })
        }))
    }
}

struct Language(L10nLanguage);

impl Prompts for Language {
    fn plain<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> T {
        show(&by_code(&self.0, code).expect("it is plain"))
    }

    fn login<T>(&self, is_reused: bool, show: impl FnOnce(&str) -> T) -> Option<T> {
        Some(show(&self.0.msg_im_login_failed(if is_reused { "true" } else { "false" })))
    }

    fn unknown<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> Option<T> {
        Some(show(&self.0.msg_unknown_code(code.to_string())))
    }
}

struct Bundle {
    bundle: L10nBundle,
    ids: &'static Ids,
}

impl Prompts for Bundle {
    fn plain<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> T {
        show(&self.bundle.msg(&self.ids[&code], None).expect("it is there"))
    }
}
