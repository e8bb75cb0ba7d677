//! The lower limit: a map from code to text, in one language.

use std::any::Any;
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use code_prompts::Catalog;
use rustc_hash::FxBuildHasher;

use crate::catalogue::{ENGLISH, Many, plain_codes};
use crate::peer::{Ask, Outcome, Peer, Prompts};

pub struct Std;
pub struct Fx;

macro_rules! map {
    ($map:ident, $hasher:ty, $name:literal, $packages:expr) => {
        impl Peer for $map {
            fn name(&self) -> &'static str {
                $name
            }

            fn usage(&self) -> &'static str {
                "a map from code to text, in one language"
            }

            fn packages(&self) -> &'static [&'static str] {
                $packages
            }

            fn localizer(&self, requested: &str) -> Outcome<Box<dyn Ask>> {
                if requested == ENGLISH { Ok(Box::new(english::<$hasher>())) } else { Err("".into()) }
            }

            fn first(&self) -> Outcome<Box<dyn Any>> {
                Err("".into())
            }

            fn load(&self, many: &'static Many) -> Outcome<Box<dyn FnOnce() -> Box<dyn Ask>>> {
                Ok(Box::new(|| Box::new(many.texts.iter().cloned().collect::<HashMap<_, _, $hasher>>())))
            }
        }
    };
}

map!(Std, RandomState, "`HashMap`", &[]);
map!(Fx, FxBuildHasher, "`FxHashMap`", &["rustc-hash"]);

fn english<S: BuildHasher + Default>() -> HashMap<i64, String, S> {
    let localizer = Catalog::embedded().localizer([ENGLISH]);
    plain_codes().into_iter().map(|code| (code, localizer.prompt(code).text().to_owned())).collect()
}

impl<S: BuildHasher + Send + Sync + 'static> Prompts for HashMap<i64, String, S> {
    fn plain<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> T {
        show(&self[&code])
    }
}
