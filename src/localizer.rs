use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use fluent_bundle::FluentArgs;

use crate::analysis::Variable;
use crate::catalog::Inner;
use crate::locale::{Isolation, Locale};
use crate::message::{Form, Rendered, State, Usable};
use crate::prompt::Texts;
use crate::{Catalog, CodeEntry, ErrorCode, Fault, Prompt, Value};

/// The variable that every message may show without being given it.
const CODE: &str = "code";
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
/// let localizer = Catalog::embedded().localizer(["fr", "en-AU"]);
/// assert_eq!(localizer.locales().collect::<Vec<_>>(), ["en-US", "zh-CN"]);
/// assert_eq!(localizer.prompt(1004).text(), "The room does not exist");
/// ```
#[derive(Clone)]
pub struct Localizer {
    catalog: Arc<Inner>,
    chain: Vec<usize>,
    /// What answers each code, in the order of the table.
    slots: Vec<Slot>,
    unknown_code: Slot,
    isolation: Isolation,
}

/// What answers a code.
#[derive(Clone)]
struct Slot {
    answer: Answer,
    /// What went wrong before it was found.
    faults: Vec<Fault>,
}

#[derive(Clone)]
enum Answer {
    Fixed {
        texts: Arc<Texts>,
        tag: Arc<str>,
    },
    Rendered {
        message: Arc<Rendered>,
        locale: Arc<Locale>,
    },
    /// No locale has a message.
    None,
}

impl Catalog {
    /// Sees the catalogue through a user's list of languages, the most wanted first.
    ///
    /// Each is a BCP 47 tag; `zh_TW.UTF-8` and the like are understood as well. The locales that match are asked in
    /// order, the script counting before the region, then the fallback locales, then the source. `und`, `*` and what
    /// is no tag at all match nothing. An empty list, [`[""; 0]`](array), leaves the fallbacks.
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
        let codes = catalog.codes.entries.iter().enumerate();
        let slots = codes
            .map(|(index, entry)| {
                let mut slot = Slot::find(&catalog, &chain, |locale| locale.messages.get(index));
                if matches!(slot.answer, Answer::None) {
                    slot.faults.push(entry.unanswered());
                }
                slot
            })
            .collect();
        let unknown_code = Slot::find(&catalog, &chain, |locale| Some(&locale.unknown_code));
        Localizer { catalog, chain, slots, unknown_code, isolation: Isolation::Marks }
    }
}

impl Localizer {
    /// Gives the prompt for a code, whatever the code. The message's variables stay unset, but for `$code`.
    ///
    /// One lookup, without an allocation where the message has no variables.
    #[must_use]
    pub fn prompt(&self, code: impl Into<ErrorCode>) -> Prompt<'_> {
        self.prompt_with(code, &[])
    }

    /// Gives the prompt for a code, with arguments for the message's variables. `$code` is set to the code's
    /// digits, unless an argument sets it.
    ///
    /// A variable that no argument sets shows as its name in braces, or makes a selector take its default, and is
    /// reported as a [fault](Prompt::faults). An argument that the message does not use is passed over.
    ///
    /// ```
    /// use code_prompts::Catalog;
    ///
    /// let localizer = Catalog::embedded().localizer(["en-US"]);
    /// assert_eq!(localizer.prompt_with(-4, &[("im-reused", "false".into())]).text(), "Could not sign in to IM");
    /// ```
    #[must_use]
    pub fn prompt_with(&self, code: impl Into<ErrorCode>, args: &[(&str, Value<'_>)]) -> Prompt<'_> {
        let code = code.into();
        let Some((index, entry, slot)) = self.find(code) else {
            return self.unknown(code, None, vec![Fault::UnknownCode { code }]);
        };
        if let Answer::Fixed { texts, tag } = &slot.answer {
            let (texts, faults) = (Cow::Borrowed(texts.as_ref()), Cow::Borrowed(slot.faults.as_slice()));
            return Prompt { code, entry: Some(entry), locale: tag, texts, faults };
        }
        let mut faults = slot.faults.clone();
        match self.render(code, slot, |locale| locale.messages.get(index), args, &mut faults) {
            Some((texts, locale)) => Prompt { code, entry: Some(entry), locale, texts, faults: Cow::Owned(faults) },
            None => self.unknown(code, Some(entry), faults),
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
        let message = match self.find(code.into()).map(|(_, _, slot)| &slot.answer) {
            Some(Answer::Rendered { message, .. }) => Some(message),
            _ => None,
        };
        message.into_iter().flat_map(|message| &message.variables).filter(|variable| variable.name != CODE)
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

    fn find(&self, code: ErrorCode) -> Option<(usize, &CodeEntry, &Slot)> {
        let index = self.catalog.codes.index_of(code)?;
        Some((index, self.catalog.codes.entries.get(index)?, self.slots.get(index)?))
    }

    /// Answers with the `unknown-code` message, or where that is missing too, with the number alone.
    fn unknown<'a>(&'a self, code: ErrorCode, entry: Option<&'a CodeEntry>, mut faults: Vec<Fault>) -> Prompt<'a> {
        faults.extend_from_slice(&self.unknown_code.faults);
        let answer = self.render(code, &self.unknown_code, |locale| Some(&locale.unknown_code), &[], &mut faults);
        let number = || Cow::Owned(Texts { text: code.to_string().into(), description: None, label: None });
        let (texts, locale) = answer.unwrap_or_else(|| (number(), UNDETERMINED));
        Prompt { code, entry, locale, texts, faults: Cow::Owned(faults) }
    }

    /// Gives the texts of a slot, and the locale that they are from. If they turn out blank with these arguments,
    /// those of a later locale.
    fn render<'a>(
        &'a self,
        code: ErrorCode,
        slot: &'a Slot,
        state: impl Fn(&'a Locale) -> Option<&'a State>,
        args: &[(&str, Value<'_>)],
        faults: &mut Vec<Fault>,
    ) -> Option<(Cow<'a, Texts>, &'a str)> {
        let (message, locale) = match &slot.answer {
            Answer::Fixed { texts, tag } => return Some((Cow::Borrowed(texts), tag)),
            Answer::Rendered { message, locale } => (message, locale),
            Answer::None => return None,
        };
        let mut fluent_args = FluentArgs::with_capacity(args.len() + 1);
        fluent_args.set(CODE, code.to_string());
        for (name, value) in args {
            fluent_args.set(*name, value.to_fluent());
        }
        if let Some(texts) = locale.render(message, &fluent_args, self.isolation, faults) {
            return Some((Cow::Owned(texts), &locale.tag));
        }
        let chain = self.chain.iter().filter_map(|index| self.catalog.locale(*index));
        for later in chain.skip_while(|earlier| !Arc::ptr_eq(earlier, locale)).skip(1) {
            let texts = match state(later)? {
                State::Usable(Usable { form: Form::Fixed(texts), .. }) => Some(Cow::Borrowed(texts.as_ref())),
                State::Usable(Usable { form: Form::Rendered(message), .. }) => {
                    later.render(message, &fluent_args, self.isolation, faults).map(Cow::Owned)
                }
                State::Absent(fault) => {
                    faults.push(fault.clone());
                    None
                }
            };
            if let Some(texts) = texts {
                return Some((texts, &later.tag));
            }
        }
        None
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
    /// Asks one locale after another, until one has all that the code asks for. If none has, the first that has a
    /// text answers.
    fn find<'c>(catalog: &'c Inner, chain: &[usize], message: impl Fn(&'c Locale) -> Option<&'c State>) -> Self {
        let mut faults = Vec::new();
        let mut incomplete = Answer::None;
        for locale in chain.iter().filter_map(|index| catalog.locale(*index)) {
            match message(locale) {
                Some(State::Usable(usable)) => {
                    faults.extend_from_slice(&usable.faults);
                    if usable.complete {
                        return Self { answer: Answer::new(usable, locale), faults };
                    }
                    if matches!(incomplete, Answer::None) {
                        incomplete = Answer::new(usable, locale);
                    }
                }
                Some(State::Absent(fault)) => faults.push(fault.clone()),
                None => {}
            }
        }
        Self { answer: incomplete, faults }
    }
}

impl Answer {
    fn new(usable: &Usable, locale: &Arc<Locale>) -> Self {
        match &usable.form {
            Form::Fixed(texts) => Self::Fixed { texts: texts.clone(), tag: locale.tag.clone() },
            Form::Rendered(message) => Self::Rendered { message: message.clone(), locale: locale.clone() },
        }
    }
}
