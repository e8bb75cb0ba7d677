use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use crate::arguments::{Isolation, Request};
use crate::ftl::validate::Variable;
use crate::locale::message::Found;
use crate::locale::texts::{Attributes, Texts};
use crate::lookup::chain::Chain;
use crate::lookup::prompt::{Answer, Faults};
use crate::{Catalog, ErrorCode, Prompt, Value};
use code_prompts_reader::names::CODE;

/// BCP 47's tag for text of no particular language.
const UNDETERMINED: &str = "und";

/// A catalogue as one user sees it: for every code the message that answers, in the nearest of the user's languages
/// that has it.
///
/// Which locales to ask is worked out when it is made, and which of them answers once it is needed, so a prompt is one
/// lookup. Making one takes about a microsecond: make one for each user or request, and share it between threads as you
/// like. Clones share everything.
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
    /// Sees the catalogue through a user's list of languages, the most wanted first.
    ///
    /// Each is a BCP 47 tag; `zh_TW.UTF-8` and the like are understood as well. The locales that match are asked in
    /// order, the script counting before the region, then the fallback locales, then the source. `und`, `*` and what
    /// is no tag at all match nothing. An empty list, [`[""; 0]`](array), leaves the fallbacks. A hundred requests
    /// count, and no more.
    ///
    /// Parses the first of the locales, if no one has before, and the others when it lacks something.
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
}

impl Localizer {
    /// Gives the prompt for a code, whatever the code. The message's variables stay unset, but for `$code`.
    ///
    /// One lookup, without an allocation, where the message has no placeables. One allocation where it holds `$code`
    /// and nothing else.
    #[must_use]
    #[inline]
    pub fn prompt(&self, code: impl Into<ErrorCode>) -> Prompt<'_> {
        self.answer(code.into(), &[])
    }

    /// Gives the prompt for a code, with arguments for the message's variables. `$code` is set to the code's
    /// digits, unless an argument sets it.
    ///
    /// A variable that no argument sets shows as its name in braces, or makes a selector take its default, and is
    /// reported as a [fault](Prompt::faults). An argument that the message does not use is passed over.
    ///
    /// Without an allocation where the whole text is one selector over an argument, and its variants plain texts.
    ///
    /// ```
    /// use code_prompts::Catalog;
    ///
    /// let localizer = Catalog::embedded().localizer(["en-US"]);
    /// assert_eq!(localizer.prompt_with(-4, &[("im-reused", "false".into())]).text(), "Could not sign in to IM");
    /// ```
    #[must_use]
    pub fn prompt_with(&self, code: impl Into<ErrorCode>, args: &[(&str, Value<'_>)]) -> Prompt<'_> {
        self.answer(code.into(), args)
    }

    /// Answers at once what is worked out beforehand, and leaves the rest to [`make`](Self::make).
    ///
    /// Called out of line, it would cost twice as much: the prompt has to be written to memory then, and looked at
    /// again to be dropped.
    #[inline(always)]
    fn answer(&self, code: ErrorCode, args: &[(&str, Value<'_>)]) -> Prompt<'_> {
        let chain = &*self.chain;
        let place = chain.codes.index_of(code);
        match place.and_then(|place| chain.plain(place)) {
            Some((texts, locale)) => Prompt { code, chain, place, answer: Answer::Fixed { texts, locale } },
            None => self.make(code, place, args),
        }
    }

    #[inline(never)]
    fn make(&self, code: ErrorCode, place: Option<usize>, args: &[(&str, Value<'_>)]) -> Prompt<'_> {
        let chain = &*self.chain;
        let codes = &chain.codes;
        let Some((index, entry)) = place.and_then(|place| Some((place, codes.entries.get(place)?))) else {
            return self.unknown(code, None, Faults::One(codes.unknown(code)));
        };
        let wants_label = entry.action.is_some();
        let request = Request { code, args, isolation: self.isolation, wants_label };
        let fixed = |texts, locale| Prompt { code, chain, place, answer: Answer::Fixed { texts, locale } };
        match chain.first(index) {
            Some((Found::Fixed(texts), locale)) => return fixed(texts, locale),
            Some((found, locale)) if found.rendered().is_some() => {
                if let Some(texts) = found.known(&request) {
                    let answer = Answer::Made { texts, locale: &locale.tag, faults: Faults::Many(Vec::new()) };
                    return Prompt { code, chain, place, answer };
                }
            }
            _ => {
                if let Some((texts, locale)) = chain.fixed(index) {
                    return fixed(texts, locale);
                }
            }
        }
        let mut faults = Vec::new();
        match chain.ask(|locale| locale.message(index), &request, &mut faults) {
            Some((texts, locale)) => {
                let answer = Answer::Made { texts, locale, faults: Faults::Many(faults) };
                Prompt { code, chain, place, answer }
            }
            None => {
                faults.push(entry.unanswered());
                self.unknown(code, place, Faults::Many(faults))
            }
        }
    }

    /// Lists the locales in the order in which they are asked.
    pub fn locales(&self) -> impl Iterator<Item = &str> {
        self.chain.indices.iter().filter_map(|index| self.chain.catalog.tag(*index))
    }

    /// Lists the variables of the message that answers for a code: the arguments that
    /// [`prompt_with`](Self::prompt_with) takes for it. `$code` is not among them.
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
        let wants_label = place.is_some_and(|place| codes.wants_label(place));
        let found =
            || place.into_iter().flat_map(|place| self.chain.locales().filter_map(move |locale| locale.message(place)));
        let whole = found().find(|found| found.has_text() && (found.has_label() || !wants_label));
        let message = whole.or_else(|| found().find(|found| found.has_text())).and_then(Found::rendered);
        message.map_or(&[][..], |message| &message.variables).iter().filter(|variable| variable.name != CODE)
    }

    /// Leaves out the invisible marks around arguments.
    ///
    /// U+2068 and U+2069 keep what an argument brings into a text from disturbing the order of the text around it,
    /// as Unicode advises for text that is shown in a user interface ([UAX #9]). Terminals and logs are better off
    /// without them.
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

    /// Answers with the `unknown-code` message, or where that is missing too, with the number alone.
    fn unknown(&self, code: ErrorCode, place: Option<usize>, why: Faults) -> Prompt<'_> {
        let request = Request { code, args: &[], isolation: self.isolation, wants_label: false };
        let first = self.chain.first_locale();
        let known = first.and_then(|first| Some((first.unknown_code().known(&request)?, &*first.tag)));
        let mut more = Vec::new();
        let (texts, locale) = known
            .or_else(|| self.chain.ask(|locale| Some(locale.unknown_code()), &request, &mut more))
            .unwrap_or_else(|| (Cow::Owned(Texts::new(code.to_string(), Attributes::default())), UNDETERMINED));
        let answer = Answer::Made { texts, locale, faults: why.and(more) };
        Prompt { code, chain: &self.chain, place, answer }
    }
}

/// Shows the locales, in the order in which they are asked.
impl fmt::Debug for Localizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let locales: Vec<&str> = self.locales().collect();
        f.debug_struct("Localizer")
            .field("locales", &locales)
            .field("isolation", &self.isolation)
            .finish_non_exhaustive()
    }
}
