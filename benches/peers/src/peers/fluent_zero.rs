//! fluent-zero: plain messages compiled into perfect hash tables, the others as Fluent.

use std::any::Any;
use std::hint::black_box;

use fluent_zero::{LocaleState, t_in};

use crate::catalogue::{ENGLISH, IDS, LOGIN, Many, REUSED, UNKNOWN_CODE, UNLISTED_ID};
use crate::peer::{Ask, Outcome, Peer, Prompts};

#[allow(dead_code)]
pub(crate) mod compiled {
    include!(concat!(env!("OUT_DIR"), "/fluent_zero.rs"));
}

#[allow(dead_code)]
mod many {
    include!(concat!(env!("OUT_DIR"), "/fluent_zero_many.rs"));
}

pub struct Zero;

impl Peer for Zero {
    fn name(&self) -> &'static str {
        "fluent-zero"
    }

    fn usage(&self) -> &'static str {
        "`t_in!` with a `LocaleState` for each user"
    }

    fn packages(&self) -> &'static [&'static str] {
        &["fluent-zero"]
    }

    fn localizer(&self, requested: &str) -> Outcome<Box<dyn Ask>> {
        Ok(Box::new(Language(state(requested)?)))
    }

    fn first(&self) -> Outcome<Box<dyn Any>> {
        let state = state(ENGLISH).expect("it is a locale's name");
        black_box(t_in!(&state, black_box("room-not-found")));
        Ok(Box::new(state))
    }

    fn many(&self, _: &'static Many) -> Outcome<Box<dyn Ask>> {
        Ok(Box::new(ManyPrompts(state(ENGLISH)?)))
    }

    fn load(&self, _: &'static Many) -> Outcome<Box<dyn FnOnce() -> Box<dyn Ask>>> {
        Err("compiled in".into())
    }
}

fn state(requested: &str) -> Outcome<LocaleState> {
    Ok(LocaleState::new(requested.parse().map_err(|_| "no such language tag")?))
}

struct Language(LocaleState);

impl Prompts for Language {
    fn plain<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> T {
        show(&t_in!(&self.0, &*IDS[&code]))
    }

    fn login<T>(&self, is_reused: bool, show: impl FnOnce(&str) -> T) -> Option<T> {
        Some(show(&t_in!(&self.0, LOGIN, { REUSED => if is_reused { "true" } else { "false" } })))
    }

    fn unknown<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> Option<T> {
        Some(show(&t_in!(&self.0, UNKNOWN_CODE, { "code" => code.to_string() })))
    }

    fn unlisted<T>(&self, show: impl FnOnce(&str) -> T) -> Outcome<T> {
        Ok(show(&t_in!(&self.0, UNLISTED_ID)))
    }

    fn login_unset<T>(&self, show: impl FnOnce(&str) -> T) -> Outcome<T> {
        Ok(show(&t_in!(&self.0, LOGIN)))
    }
}

struct ManyPrompts(LocaleState);

impl Prompts for ManyPrompts {
    fn plain<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> T {
        // The same as `t_in!`, which supports one catalogue in a crate.
        let id = &crate::catalogue::MANY.ids[&code];
        show(&fluent_zero::__private::lookup_static_in(&self.0, &many::CATALOG, &many::CATALOG, id))
    }
}
