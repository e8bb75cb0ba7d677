use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use crate::arguments::given::{Argument, Given, List};
use crate::arguments::{Isolation, Request};
use crate::ftl::variable::Variable;
use crate::locale::message::Found;
use crate::locale::texts::{Attributes, Texts};
use crate::lookup::chain::Chain;
use crate::lookup::prompt::{Answer, Faults};
use crate::{Catalog, CodeEntry, ErrorCode, HasCode, Prompt};
use code_prompts_reader::names::CODE;

/// A catalogue for one user: finds the prompt for each code in the best locale for the user's list of languages.
///
/// The locales are negotiated once, when the localizer is created, so a prompt is one lookup. Creating it takes about a
/// microsecond: create one for each user or request. It can be shared between threads, and clones share everything.
///
/// ```
/// use code_prompts::Catalog;
///
/// let localizer = Catalog::embedded().localizer(["tlh", "en-AU"]);
/// assert_eq!(localizer.locales().collect::<Vec<_>>(), ["en-US", "zh-CN"]);
/// assert_eq!(localizer.prompt(1004).text(), "The room does not exist");
/// ```
#[derive(Clone)]
pub struct Localizer {
    chain: Arc<Chain>,
    isolation: Isolation,
}

impl Catalog {
    /// Returns a localizer for a user's list of languages, in order of preference.
    ///
    /// Accepts BCP 47 tags and POSIX locales such as `zh_TW.UTF-8`. Only the first 100 are used. `und`, `*` and invalid
    /// tags match no locale. [`default_localizer`](Self::default_localizer) is for an empty list.
    ///
    /// The localizer tries the matching locales first, the best match first (the script is compared before the region),
    /// then locales in related languages that the user probably reads, then the fallback locales, then the source.
    ///
    /// Parses the first of these locales if it is not parsed yet. The others are parsed when the first lacks a message.
    ///
    /// ```
    /// use code_prompts::Catalog;
    ///
    /// let catalog = Catalog::embedded();
    /// assert_eq!(catalog.localizer(["zh-SG"]).prompt(1004).text(), "房间不存在");
    /// assert_eq!(catalog.localizer(["not a tag"]).prompt(1004).locale(), "en-US");
    /// ```
    pub fn localizer<R: AsRef<str>>(&self, requested: impl IntoIterator<Item = R>) -> Localizer {
        let chain = Chain::new(self.0.clone(), self.0.chain(requested));
        Localizer { chain: Arc::new(chain), isolation: Isolation::Marks }
    }

    /// Returns the localizer for a user whose languages are not known: it tries the fallback locales, then the source.
    ///
    /// ```
    /// use code_prompts::Catalog;
    ///
    /// assert_eq!(Catalog::embedded().default_localizer().prompt(1004).locale(), "en-US");
    /// ```
    #[must_use]
    pub fn default_localizer(&self) -> Localizer {
        self.localizer([""; 0])
    }
}

impl Localizer {
    /// Returns the prompt for any code, without arguments. Only the variable `$code` is set, to the digits of the code.
    ///
    /// Needs one lookup and no allocation if the message has no placeables, and one allocation if `$code` is its only
    /// placeable.
    #[must_use]
    #[inline]
    pub fn prompt(&self, code: impl Into<ErrorCode>) -> Prompt<'_> {
        self.find(code.into(), || ())
    }

    /// Returns the prompt for any code, with arguments for the message's variables. `$code` is set to the digits of the
    /// code, unless an argument sets it.
    ///
    /// A variable without an argument shows its name in braces, or selects the default variant, and is reported as a
    /// [fault](Prompt::faults). An argument that the message does not use is ignored.
    ///
    /// Does not allocate if there are at most four arguments, the whole text is one selector over a text argument, and its
    /// variants have no placeables.
    ///
    /// ```
    /// use code_prompts::Catalog;
    ///
    /// let localizer = Catalog::embedded().localizer(["en-US"]);
    /// assert_eq!(localizer.prompt_with(-4, [("im-reused", "false".into())]).text(), "Could not sign in to IM");
    /// ```
    #[must_use]
    pub fn prompt_with<A: Argument>(
        &self,
        code: impl Into<ErrorCode>,
        args: impl IntoIterator<Item = A>,
    ) -> Prompt<'_> {
        self.find(code.into(), || List::collect(args))
    }

    /// Returns the prompt for an error, with the code and the arguments that it has.
    ///
    /// [`HasCode`] has an example.
    #[must_use]
    pub fn prompt_for(&self, error: &(impl HasCode + ?Sized)) -> Prompt<'_> {
        self.prompt_with(error.code(), error.args())
    }

    /// Returns a prompt without placeables directly, and leaves the others to [`compute`](Self::compute).
    ///
    /// Inlined, since a call takes twice as long: the prompt has to be written to memory, and checked again when it is
    /// dropped.
    #[inline(always)]
    fn find<G: Given>(&self, code: ErrorCode, args: impl FnOnce() -> G) -> Prompt<'_> {
        let chain = &*self.chain;
        let place = chain.codes.index_of(code);
        match place.and_then(|place| Some((chain.plain(place)?, place))) {
            Some(((texts, locale), place)) => Prompt { code, answer: Answer::Fixed { texts, locale, chain, place } },
            None => self.compute(code, place, &args()),
        }
    }

    #[inline(never)]
    fn compute(&self, code: ErrorCode, place: Option<usize>, args: &dyn Given) -> Prompt<'_> {
        let chain = &*self.chain;
        let codes = &chain.codes;
        let Some((place, entry)) = place.and_then(|place| Some((place, codes.entries.get(place)?))) else {
            return self.unknown(code, None, Faults::One(codes.unknown(code)));
        };
        let needs_label = entry.action.is_some();
        let request = Request { code, args, isolation: self.isolation, needs_label };
        let fixed = |texts, locale| Prompt { code, answer: Answer::Fixed { texts, locale, chain, place } };
        let computed = |texts, locale, faults| {
            let (locale, entry, faults) = (Some(locale), Some(entry), Faults::Many(faults));
            Prompt { code, answer: Answer::Computed { texts, locale, entry, faults } }
        };
        match chain.first(place) {
            Some((Found::Fixed(texts), locale)) => return fixed(texts, locale),
            Some((found, locale)) if found.rendered().is_some() => {
                if let Some(texts) = found.fast(&request) {
                    return computed(texts, locale, Vec::new());
                }
            }
            _ => {
                if let Some((texts, locale)) = chain.fixed(place) {
                    return fixed(texts, locale);
                }
            }
        }
        let mut faults = Vec::new();
        match chain.render(|locale| locale.message(place), &request, &mut faults) {
            Some((texts, locale)) => computed(texts, locale, faults),
            None => {
                faults.push(entry.unanswered());
                self.unknown(code, Some(entry), Faults::Many(faults))
            }
        }
    }

    /// Returns the BCP 47 tags of the locales, in the order in which they are tried.
    pub fn locales(&self) -> impl Iterator<Item = &str> {
        self.chain.indices.iter().filter_map(|index| self.chain.catalog.tag(*index))
    }

    /// Returns the variables of a code's message: the arguments that [`prompt_with`](Self::prompt_with) accepts for it,
    /// without `$code`.
    ///
    /// ```
    /// use code_prompts::{Catalog, ErrorCode};
    ///
    /// let localizer = Catalog::embedded().localizer(["zh-CN"]);
    /// let variable = localizer.variables(ErrorCode::IM_LOGIN_FAILED).next().expect("one is documented");
    /// assert_eq!(variable.name(), "im-reused");
    /// assert_eq!(variable.keys().collect::<Vec<_>>(), ["true"]);
    /// ```
    pub fn variables(&self, code: impl Into<ErrorCode>) -> impl Iterator<Item = &Variable> {
        let codes = &self.chain.codes;
        let place = codes.index_of(code.into());
        let needs_label = place.is_some_and(|place| codes.needs_label(place));
        let found =
            || place.into_iter().flat_map(|place| self.chain.locales().filter_map(move |locale| locale.message(place)));
        let whole = found().find(|found| found.has_text() && (found.has_label() || !needs_label));
        let message = whole.or_else(|| found().find(|found| found.has_text())).and_then(Found::rendered);
        message.map_or(&[][..], |message| &message.variables).iter().filter(|variable| variable.name != CODE)
    }

    /// Returns a localizer whose prompts have no isolation marks around arguments.
    ///
    /// The invisible marks U+2068 and U+2069 prevent an argument in another writing direction from changing the order
    /// of the text around it, as Unicode recommends for user interfaces ([UAX #9]). Terminals and logs often don't
    /// support them.
    ///
    /// ```
    /// use code_prompts::Catalog;
    ///
    /// let localizer = Catalog::embedded().localizer(["en-US"]);
    /// assert_eq!(localizer.prompt(7).text(), "An unknown error occurred (code \u{2068}7\u{2069})");
    /// assert_eq!(localizer.without_isolation_marks().prompt(7).text(), "An unknown error occurred (code 7)");
    /// ```
    ///
    /// [UAX #9]: https://www.unicode.org/reports/tr9/
    #[must_use]
    pub fn without_isolation_marks(mut self) -> Self {
        self.isolation = Isolation::None;
        self
    }

    /// Returns a prompt with the `unknown-code` message, or if no locale has it, with the number alone.
    fn unknown<'a>(&'a self, code: ErrorCode, entry: Option<&'a CodeEntry>, why: Faults) -> Prompt<'a> {
        let request = Request { code, args: &(), isolation: self.isolation, needs_label: false };
        let first = self.chain.first_locale();
        let fast = first.and_then(|first| Some((first.unknown_code().fast(&request)?, first)));
        let mut more = Vec::new();
        let found = fast.or_else(|| self.chain.render(|locale| Some(locale.unknown_code()), &request, &mut more));
        let (texts, locale) = match found {
            Some((texts, locale)) => (texts, Some(locale)),
            None => (Cow::Owned(Texts::new(code.to_string(), Attributes::default())), None),
        };
        Prompt { code, answer: Answer::Computed { texts, locale, entry, faults: why.and(more) } }
    }
}

/// Shows the locales, in the order in which they are tried.
impl fmt::Debug for Localizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let locales: Vec<&str> = self.locales().collect();
        f.debug_struct("Localizer")
            .field("locales", &locales)
            .field("isolation", &self.isolation)
            .finish_non_exhaustive()
    }
}
