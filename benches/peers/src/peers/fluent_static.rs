//! fluent-static: every message compiled into Rust.

use std::any::Any;
use std::hint::black_box;

use fluent_static::{Message, MessageBundle};

use crate::catalogue::{ENGLISH, Many};
use crate::peer::{Ask, Outcome, Peer, Prompts};

#[allow(dead_code, unused_variables, non_snake_case, clippy::all)]
mod compiled {
    include!(concat!(env!("OUT_DIR"), "/fluent_static.rs"));
}
use compiled::StaticPrompts;

include!(concat!(env!("OUT_DIR"), "/fluent_static_by_code.rs"));

/// The reason why its generator has no code for locales with gaps.
const GAPS: &str = include_str!(concat!(env!("OUT_DIR"), "/fluent_static_gaps.txt"));

pub struct Static;

impl Peer for Static {
    fn name(&self) -> &'static str {
        "fluent-static"
    }

    fn usage(&self) -> &'static str {
        "functions by a `match` over the codes; `get` and else the default language"
    }

    fn packages(&self) -> &'static [&'static str] {
        &["fluent-static"]
    }

    fn localizer(&self, requested: &str) -> Outcome<Box<dyn Ask>> {
        Ok(Box::new(StaticPrompts::get(requested).unwrap_or_default()))
    }

    fn with_gaps(&self, requested: &str) -> Outcome<Box<dyn Ask>> {
        if GAPS.is_empty() { self.localizer(requested) } else { Err(GAPS.into()) }
    }

    fn first(&self) -> Outcome<Box<dyn Any>> {
        let messages = StaticPrompts::get(ENGLISH).unwrap_or_default();
        black_box(messages.room_not_found());
        Ok(Box::new(messages))
    }

    fn many(&self, _: &'static Many) -> Outcome<Box<dyn Ask>> {
        Err("not compiled with so many".into())
    }

    fn load(&self, _: &'static Many) -> Outcome<Box<dyn FnOnce() -> Box<dyn Ask>>> {
        Err("compiled in".into())
    }
}

impl Prompts for StaticPrompts {
    fn plain<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> T {
        show(&by_code(self, code).expect("it is plain"))
    }

    fn login<T>(&self, is_reused: bool, show: impl FnOnce(&str) -> T) -> Option<T> {
        Some(show(&self.im_login_failed(if is_reused { "true" } else { "false" })))
    }

    fn unknown<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> Option<T> {
        Some(show(&self.unknown_code(code.to_string())))
    }
}
