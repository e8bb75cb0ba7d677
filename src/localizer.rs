use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use crate::analysis::Variable;
use crate::catalog::Inner;
use crate::locale::{Isolation, Locale, Request};
use crate::message::{Form, Quick, State, Usable};
use crate::prompt::{Answer, Faults, Fixed, Texts};
use crate::quick::CODE;
use crate::{Catalog, CodeEntry, ErrorCode, Fault, Prompt, Value};

/// BCP 47's tag for text of no particular language.
const UNDETERMINED: &str = "und";

/// A catalogue as one user sees it: for every code the message that answers, in the nearest of the user's languages
/// that has it.
///
/// All fallbacks are worked out when it is made, so a prompt is one lookup. Make one for each user or request, or
/// for each list of languages, and share it between threads as you like.
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
    catalog: Arc<Inner>,
    chain: Vec<usize>,
    /// What answers each code, in the order of the table.
    slots: Vec<Slot>,
    isolation: Isolation,
}

/// What answers a code.
#[derive(Clone)]
enum Slot {
    Fixed(Fixed),
    /// It depends on the arguments: the chain has to be asked each time.
    Rendered,
}

impl Catalog {
    /// Sees the catalogue through a user's list of languages, the most wanted first.
    ///
    /// Each is a BCP 47 tag; `zh_TW.UTF-8` and the like are understood as well. The locales that match are asked in
    /// order, the script counting before the region, then the fallback locales, then the source. `und`, `*` and what
    /// is no tag at all match nothing. An empty list, [`[""; 0]`](array), leaves the fallbacks. A hundred requests
    /// count, and no more.
    ///
    /// Parses the locales that are needed, if no one has before, and allocates a slot for each code.
    ///
    /// ```
    /// use code_prompts::Catalog;
    ///
    /// let catalog = Catalog::embedded();
    /// assert_eq!(catalog.localizer(["zh-SG"]).prompt(1004).text(), "房间不存在");
    /// assert_eq!(catalog.localizer(["not a tag"]).prompt(1004).locale(), "en-US");
    /// ```
    pub fn localizer<R: AsRef<str>>(&self, requested: impl IntoIterator<Item = R>) -> Localizer {
        let catalog = self.0.clone();
        let chain = catalog.chain(requested);
        let entries = catalog.codes.entries.iter().enumerate();
        let slots = entries.map(|(index, entry)| Slot::find(&catalog, &chain, index, entry)).collect();
        Localizer { catalog, chain, slots, isolation: Isolation::Marks }
    }
}

impl Localizer {
    /// Gives the prompt for a code, whatever the code. The message's variables stay unset, but for `$code`.
    ///
    /// One lookup, without an allocation, where the message has no placeables. One allocation where it holds `$code` and
    /// nothing else.
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
    #[inline]
    fn answer(&self, code: ErrorCode, args: &[(&str, Value<'_>)]) -> Prompt<'_> {
        let codes = &self.catalog.codes;
        let place = codes.index_of(code);
        match place.and_then(|place| self.slots.get(place)) {
            Some(Slot::Fixed(fixed)) => Prompt { code, codes, place, answer: Answer::Fixed(fixed) },
            _ => self.make(code, place, args),
        }
    }

    #[inline(never)]
    fn make(&self, code: ErrorCode, place: Option<usize>, args: &[(&str, Value<'_>)]) -> Prompt<'_> {
        let codes = &self.catalog.codes;
        let Some((index, entry)) = place.and_then(|place| Some((place, codes.entries.get(place)?))) else {
            return self.unknown(code, None, Faults::One(self.catalog.codes.unknown(code)));
        };
        let mut faults = Vec::new();
        let request = Request { code, args, isolation: self.isolation, wants_label: entry.action.is_some() };
        match self.ask(|locale| locale.messages.get(index), &request, &mut faults) {
            Some((texts, locale)) => {
                let answer = Answer::Made { texts, locale, faults: Faults::Many(faults) };
                Prompt { code, codes, place, answer }
            }
            None => {
                faults.push(entry.unanswered());
                self.unknown(code, place, Faults::Many(faults))
            }
        }
    }

    /// Lists the locales in the order in which they are asked.
    pub fn locales(&self) -> impl Iterator<Item = &str> {
        self.chain.iter().filter_map(|index| self.catalog.tag(*index))
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
        let index = self.catalog.codes.index_of(code.into());
        let wants_label =
            index.and_then(|index| self.catalog.codes.entries.get(index)).is_some_and(|entry| entry.action.is_some());
        let usable = || index.into_iter().flat_map(|index| self.chain().filter_map(move |locale| locale.usable(index)));
        let whole = usable().find(|usable| usable.has_label() || !wants_label);
        let variables = match whole.or_else(|| usable().next()).map(|usable| &usable.form) {
            Some(Form::Rendered(message)) => message.variables.as_slice(),
            _ => &[],
        };
        variables.iter().filter(|variable| variable.name != CODE)
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

    fn chain(&self) -> impl Iterator<Item = &Arc<Locale>> {
        self.chain.iter().filter_map(|index| self.catalog.locale(*index))
    }

    /// Answers with the `unknown-code` message, or where that is missing too, with the number alone.
    fn unknown(&self, code: ErrorCode, place: Option<usize>, why: Faults) -> Prompt<'_> {
        let request = Request { code, args: &[], isolation: self.isolation, wants_label: false };
        let mut more = Vec::new();
        let answer = self.ask(|locale| Some(&locale.unknown_code), &request, &mut more);
        let (text, description, locale) = match answer {
            Some((texts, locale)) => {
                let texts = texts.into_owned();
                (texts.text, texts.description, locale)
            }
            None => (code.to_string().into(), None, UNDETERMINED),
        };
        let texts = Cow::Owned(Texts { text, description, label: None });
        let answer = Answer::Made { texts, locale, faults: why.and(more) };
        Prompt { code, codes: &self.catalog.codes, place, answer }
    }

    /// Asks one locale after another for its texts, until one has all that is wanted. If none has a label, the first
    /// that has a text answers.
    fn ask<'a>(
        &'a self,
        message: impl Fn(&'a Locale) -> Option<&'a State>,
        request: &Request<'_>,
        faults: &mut Vec<Fault>,
    ) -> Option<(Cow<'a, Texts>, &'a str)> {
        let mut incomplete = None;
        for locale in self.chain() {
            let usable = match message(locale)? {
                State::Usable(usable) => usable,
                State::Absent(fault) => {
                    faults.push(fault.clone());
                    continue;
                }
            };
            faults.extend_from_slice(&usable.faults);
            let texts = match &usable.form {
                Form::Fixed(texts) => Some(Cow::Borrowed(texts.as_ref())),
                Form::Rendered(message) => match &message.quick {
                    Quick::Choice(choice) => choice.choose(request.args).map(Cow::Borrowed),
                    Quick::Template(template) => {
                        let is_isolating = request.isolation == Isolation::Marks;
                        let text = template.fill(request.code, request.args, is_isolating);
                        let (description, label) = (template.description.clone(), template.label.clone());
                        text.map(|text| Cow::Owned(Texts { text, description, label }))
                    }
                    Quick::None => None,
                }
                .or_else(|| locale.render(message, request, faults).map(Cow::Owned)),
            };
            match texts {
                Some(texts) if texts.label.is_some() || !request.wants_label => return Some((texts, &locale.tag)),
                Some(texts) => incomplete = incomplete.or(Some((texts, locale.tag.as_ref()))),
                None => {}
            }
        }
        incomplete
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

impl Slot {
    /// Finds out whether the answer for a code is the same for all arguments, by asking as
    /// [`ask`](Localizer::ask) does.
    fn find(catalog: &Inner, chain: &[usize], index: usize, entry: &CodeEntry) -> Self {
        let mut faults = Vec::new();
        let mut incomplete = None;
        for locale in chain.iter().filter_map(|index| catalog.locale(*index)) {
            match locale.messages.get(index) {
                Some(State::Usable(Usable { form: Form::Fixed(texts), faults: more })) => {
                    faults.extend_from_slice(more);
                    if texts.label.is_some() || entry.action.is_none() {
                        return Self::Fixed(Fixed { texts: texts.clone(), tag: locale.tag.clone(), faults });
                    }
                    incomplete = incomplete.or(Some((texts, &locale.tag)));
                }
                Some(State::Absent(fault)) => faults.push(fault.clone()),
                _ => return Self::Rendered,
            }
        }
        match incomplete {
            Some((texts, tag)) => Self::Fixed(Fixed { texts: texts.clone(), tag: tag.clone(), faults }),
            None => Self::Rendered,
        }
    }
}
