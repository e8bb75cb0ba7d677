//! The gettext crate: a `.mo` file for each language, without placeholders or selectors.
//!
//! It is old, but i18n-embed still uses it. gettext-rs is better maintained, but binds the C library, which has one
//! language for the process: it can't have a localizer for each user, which is compared here.

use std::any::Any;
use std::fs;
use std::hint::black_box;

use gettext::Catalog;

use crate::catalogue::{ENGLISH, IDS, Ids, Many, UNKNOWN_CODE, UNLISTED_ID, folder};
use crate::peer::{Ask, Outcome, Peer, Prompts};

// The files `FILES`, by locale.
include!(concat!(env!("OUT_DIR"), "/gettext.rs"));

pub struct Gettext;

impl Peer for Gettext {
    fn name(&self) -> &'static str {
        "gettext"
    }

    fn usage(&self) -> &'static str {
        "by hand: the file that is named as the request is, then the English one; -4 as two keys, `{code}` replaced"
    }

    fn packages(&self) -> &'static [&'static str] {
        &["gettext"]
    }

    fn localizer(&self, requested: &str) -> Outcome<Box<dyn Ask>> {
        let mut chain = vec![requested];
        if requested != ENGLISH {
            chain.push(ENGLISH);
        }
        Ok(Box::new(Chain { catalogs: chain.into_iter().filter_map(catalog).collect(), ids: &IDS }))
    }

    fn first(&self) -> Outcome<Box<dyn Any>> {
        let catalog = catalog(ENGLISH).expect("English is there");
        black_box(catalog.gettext("room-not-found"));
        Ok(Box::new(catalog))
    }

    fn load(&self, many: &'static Many) -> Outcome<Box<dyn FnOnce() -> Box<dyn Ask>>> {
        let file = fs::read(folder("gettext-many/en-US.mo")).map_err(|error| error.to_string())?;
        Ok(Box::new(move || {
            let catalog = Catalog::parse(&*file).expect("the texts are whole");
            Box::new(Chain { catalogs: vec![catalog], ids: &many.ids })
        }))
    }
}

fn catalog(locale: &str) -> Option<Catalog> {
    let (_, file) = FILES.iter().find(|(name, _)| *name == locale)?;
    Some(Catalog::parse(*file).expect("the texts are whole"))
}

struct Chain {
    catalogs: Vec<Catalog>,
    ids: &'static Ids,
}

impl Chain {
    fn text<'a>(&'a self, id: &'a str) -> &'a str {
        // For a missing message it returns the id.
        self.catalogs.iter().map(|catalog| catalog.gettext(id)).find(|text| *text != id).unwrap_or(id)
    }
}

impl Prompts for Chain {
    fn plain<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> T {
        show(self.text(&self.ids[&code]))
    }

    fn login<T>(&self, is_reused: bool, show: impl FnOnce(&str) -> T) -> Option<T> {
        Some(show(self.text(if is_reused { "im-login-failed-true" } else { "im-login-failed-false" })))
    }

    fn unknown<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> Option<T> {
        Some(show(&self.text(UNKNOWN_CODE).replace("{code}", &code.to_string())))
    }

    fn unlisted<T>(&self, show: impl FnOnce(&str) -> T) -> Outcome<T> {
        Ok(show(self.text(UNLISTED_ID)))
    }

    fn login_unset<T>(&self, _: impl FnOnce(&str) -> T) -> Outcome<T> {
        Err("no selectors: the app chooses between two keys".into())
    }
}
