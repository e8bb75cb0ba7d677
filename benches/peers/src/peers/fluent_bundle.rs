//! fluent-bundle, used as in its documentation, with fluent-langneg to choose bundles.

use std::any::Any;
use std::hint::black_box;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use unic_langid::LanguageIdentifier;

use crate::catalogue::{ENGLISH, IDS, Ids, LOGIN, Many, REUSED, UNKNOWN_CODE, UNLISTED_ID, fluent, locale_names};
use crate::peer::{Ask, Outcome, Peer, Prompts};

pub struct Bundle;

impl Peer for Bundle {
    fn name(&self) -> &'static str {
        "fluent-bundle"
    }

    fn usage(&self) -> &'static str {
        "by hand: languages by fluent-langneg with `cldr`, bundles asked in turn"
    }

    fn packages(&self) -> &'static [&'static str] {
        &["fluent-bundle", "fluent-langneg"]
    }

    fn localizer(&self, requested: &str) -> Outcome<Box<dyn Ask>> {
        let parse = |tag: &str| tag.parse::<LanguageIdentifier>().map_err(|error| error.to_string());
        let available = locale_names().iter().map(|name| parse(name)).collect::<Result<Vec<_>, _>>()?;
        let (requested, default) = ([parse(requested)?], parse(ENGLISH)?);
        let chain = negotiate_languages(&requested, &available, Some(&default), NegotiationStrategy::Filtering);
        let bundles = chain.into_iter().map(|id| bundle(&id.to_string(), fluent(&id.to_string()))).collect();
        Ok(Box::new(Chain { bundles, ids: &IDS }))
    }

    fn first(&self) -> Outcome<Box<dyn Any>> {
        let text = include_str!(concat!(env!("OUT_DIR"), "/locales/en-US/prompts.ftl"));
        let bundle = bundle(ENGLISH, text.to_owned());
        let message = bundle.get_message("room-not-found").and_then(|message| message.value());
        black_box(bundle.format_pattern(message.expect("English has it"), None, &mut Vec::new()));
        Ok(Box::new(bundle))
    }

    fn load(&self, many: &'static Many) -> Outcome<Box<dyn FnOnce() -> Box<dyn Ask>>> {
        Ok(Box::new(|| Box::new(Chain { bundles: vec![bundle(ENGLISH, many.fluent.clone())], ids: &many.ids })))
    }
}

fn bundle(locale: &str, text: String) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![locale.parse().expect("it is a locale's name")]);
    let resource = FluentResource::try_new(text).expect("the texts are whole");
    bundle.add_resource(resource).expect("no message is there twice");
    bundle
}

struct Chain {
    bundles: Vec<FluentBundle<FluentResource>>,
    ids: &'static Ids,
}

impl Chain {
    fn show<T>(&self, id: &str, args: Option<&FluentArgs<'_>>, show: impl FnOnce(&str) -> T) -> T {
        for bundle in &self.bundles {
            if let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) {
                return show(&bundle.format_pattern(pattern, args, &mut Vec::new()));
            }
        }
        show(id)
    }
}

impl Prompts for Chain {
    fn plain<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> T {
        self.show(&self.ids[&code], None, show)
    }

    fn login<T>(&self, is_reused: bool, show: impl FnOnce(&str) -> T) -> Option<T> {
        let mut args = FluentArgs::with_capacity(1);
        args.set(REUSED, if is_reused { "true" } else { "false" });
        Some(self.show(LOGIN, Some(&args), show))
    }

    fn unknown<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> Option<T> {
        let mut args = FluentArgs::with_capacity(1);
        args.set("code", code.to_string());
        Some(self.show(UNKNOWN_CODE, Some(&args), show))
    }

    fn unlisted<T>(&self, show: impl FnOnce(&str) -> T) -> Outcome<T> {
        Ok(self.show(UNLISTED_ID, None, show))
    }

    fn login_unset<T>(&self, show: impl FnOnce(&str) -> T) -> Outcome<T> {
        Ok(self.show(LOGIN, None, show))
    }
}
