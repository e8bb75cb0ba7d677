//! The texts of the page's own interface, from `interface/`.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    Chinese,
}

/// The texts in one language.
pub(crate) struct Words(FluentBundle<FluentResource>);

impl Language {
    pub(crate) const ALL: [Self; 2] = [Self::English, Self::Chinese];

    /// Returns its BCP 47 tag.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-CN",
        }
    }

    /// Returns its own name for itself.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Chinese => "中文",
        }
    }

    /// Returns the name of its page.
    pub(crate) fn file(self) -> &'static str {
        match self {
            Self::English => "index.html",
            Self::Chinese => "index.zh-CN.html",
        }
    }

    /// Returns what there is for it in an array with something for each language.
    pub(crate) fn of<T>(self, each: &[T; Self::ALL.len()]) -> &T {
        let [english, chinese] = each;
        match self {
            Self::English => english,
            Self::Chinese => chinese,
        }
    }

    fn source(self) -> &'static str {
        match self {
            Self::English => include_str!("../interface/en/page.ftl"),
            Self::Chinese => include_str!("../interface/zh-CN/page.ftl"),
        }
    }
}

impl Words {
    pub(crate) fn of(language: Language) -> Self {
        let id: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Who passes a name that may be in another direction isolates it.
        bundle.set_use_isolating(false);
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(language.source().to_owned());
        bundle.add_resource_overriding(resource);
        Self(bundle)
    }

    pub(crate) fn get(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// Returns a text with arguments.
    pub(crate) fn with(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let pattern = self.0.get_message(id).and_then(|message| message.value());
        debug_assert!(pattern.is_some(), "the interface has no text `{id}`");
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        let text = pattern.map(|pattern| self.0.format_pattern(pattern, Some(&args), &mut errors).into_owned());
        debug_assert!(errors.is_empty(), "`{id}`: {errors:?}");
        text.unwrap_or_default()
    }
}
