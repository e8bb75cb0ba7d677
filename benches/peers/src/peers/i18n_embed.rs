//! i18n-embed's loader for Fluent, with texts embedded by rust-embed.

use std::any::Any;
use std::hint::black_box;

use fluent_bundle::FluentArgs;
use i18n_embed::fluent::FluentLanguageLoader;
use i18n_embed::unic_langid::LanguageIdentifier;
use i18n_embed::{FileSystemAssets, I18nAssets, select};

use crate::catalogue::{ENGLISH, IDS, Ids, LOGIN, Many, REUSED, UNKNOWN_CODE, UNLISTED_ID};
use crate::peer::{Ask, Outcome, Peer, Prompts};

// The assets `Embedded`.
include!(concat!(env!("OUT_DIR"), "/i18n_embed.rs"));

pub struct Embed;

impl Peer for Embed {
    fn name(&self) -> &'static str {
        "i18n-embed"
    }

    fn usage(&self) -> &'static str {
        "a `FluentLanguageLoader` for each user, with `select`, and fluent-langneg with `cldr`; for 10,000 with \
         `FileSystemAssets`, which read the file"
    }

    fn packages(&self) -> &'static [&'static str] {
        &["i18n-embed", "rust-embed", "fluent-langneg"]
    }

    fn localizer(&self, requested: &str) -> Outcome<Box<dyn Ask>> {
        Ok(Box::new(Language { loader: loader(&Embedded, requested)?, ids: &IDS }))
    }

    fn first(&self) -> Outcome<Box<dyn Any>> {
        let loader = loader(&Embedded, ENGLISH).expect("English is there");
        black_box(loader.get("room-not-found"));
        Ok(Box::new(loader))
    }

    fn load(&self, many: &'static Many) -> Outcome<Box<dyn FnOnce() -> Box<dyn Ask>>> {
        Ok(Box::new(|| {
            let assets = FileSystemAssets::try_new(&many.folder).expect("the build script has written it");
            Box::new(Language { loader: loader(&assets, ENGLISH).expect("English is there"), ids: &many.ids })
        }))
    }
}

fn loader(assets: &dyn I18nAssets, requested: &str) -> Outcome<FluentLanguageLoader> {
    let parse = |tag: &str| tag.parse::<LanguageIdentifier>().map_err(|error| error.to_string());
    let loader = FluentLanguageLoader::new("prompts", parse(ENGLISH)?);
    select(&loader, assets, &[parse(requested)?]).map_err(|error| error.to_string())?;
    Ok(loader)
}

struct Language {
    loader: FluentLanguageLoader,
    ids: &'static Ids,
}

impl Prompts for Language {
    fn plain<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> T {
        show(&self.loader.get(&self.ids[&code]))
    }

    fn login<T>(&self, is_reused: bool, show: impl FnOnce(&str) -> T) -> Option<T> {
        let mut args = FluentArgs::with_capacity(1);
        args.set(REUSED, if is_reused { "true" } else { "false" });
        Some(show(&self.loader.get_args_fluent(LOGIN, Some(&args))))
    }

    fn unknown<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> Option<T> {
        let mut args = FluentArgs::with_capacity(1);
        args.set("code", code.to_string());
        Some(show(&self.loader.get_args_fluent(UNKNOWN_CODE, Some(&args))))
    }

    fn unlisted<T>(&self, show: impl FnOnce(&str) -> T) -> Outcome<T> {
        Ok(show(&self.loader.get(UNLISTED_ID)))
    }

    fn login_unset<T>(&self, show: impl FnOnce(&str) -> T) -> Outcome<T> {
        Ok(show(&self.loader.get(LOGIN)))
    }
}
