//! What is asked of every peer.

use std::any::Any;
use std::borrow::Cow;
use std::hint::black_box;

use crate::catalogue::Many;

/// A thing, or in a few words why there is none.
pub type Outcome<T> = Result<T, Cow<'static, str>>;

/// A library as its user would use it.
pub trait Peer: Sync {
    /// Gives the name that the tables have.
    fn name(&self) -> &'static str;

    /// Says how it is used here, in a phrase.
    fn usage(&self) -> &'static str;

    /// Lists the packages whose versions are of interest.
    fn packages(&self) -> &'static [&'static str];

    /// Serves a user who reads this language, by the peer's own negotiation if it has one.
    fn localizer(&self, requested: &str) -> Outcome<Box<dyn Ask>>;

    /// Serves a user whose locale lacks messages.
    fn with_gaps(&self, requested: &str) -> Outcome<Box<dyn Ask>> {
        self.localizer(requested)
    }

    /// Goes from nothing to the English text of `room-not-found`, and gives what has to be kept. What is compiled in is
    /// used.
    fn first(&self) -> Outcome<Box<dyn Any>>;

    /// Tells whether [`first`](Self::first) begins at nothing each time.
    fn first_again(&self) -> Outcome<()> {
        Ok(())
    }

    /// Serves the catalogue of 10,000 codes.
    fn many(&self, many: &'static Many) -> Outcome<Box<dyn Ask>> {
        Ok(self.load(many)?())
    }

    /// Makes ready to load the catalogue of 10,000 codes: what is returned loads one locale of it.
    fn load(&self, many: &'static Many) -> Outcome<Box<dyn FnOnce() -> Box<dyn Ask>>>;
}

/// Prompts in one language. Those that a peer can't give are left out.
pub trait Prompts: Send + Sync + 'static {
    /// Shows the prompt of a code whose message is plain.
    fn plain<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> T;

    /// Shows the prompt of -4, which depends on an argument.
    fn login<T>(&self, _is_reused: bool, _show: impl FnOnce(&str) -> T) -> Option<T> {
        None
    }

    /// Shows the prompt of a code that is not known, with its number.
    fn unknown<T>(&self, _code: i64, _show: impl FnOnce(&str) -> T) -> Option<T> {
        None
    }

    /// Shows what comes of asking for a code that nobody has given a message.
    fn nobodys<T>(&self, _show: impl FnOnce(&str) -> T) -> Outcome<T> {
        Err("up to the app, whose `match` over the codes has no function for it".into())
    }

    /// Shows what comes of asking for -4 without its argument.
    fn login_unset<T>(&self, _show: impl FnOnce(&str) -> T) -> Outcome<T> {
        Err("does not compile: the function asks for the argument".into())
    }
}

/// [`Prompts`], many at a time, so that the call through the table of peers costs nothing.
pub trait Ask: Send + Sync {
    /// Asks for plain prompts, and adds up their lengths.
    fn plain_each(&self, codes: &[i64]) -> usize;
    fn login_each(&self, times: usize) -> Option<usize>;
    fn unknown_each(&self, times: usize) -> Option<usize>;

    fn plain_text(&self, code: i64) -> String;
    fn login_text(&self, is_reused: bool) -> Option<String>;
    fn unknown_text(&self, code: i64) -> Option<String>;
    fn nobodys_text(&self) -> Outcome<String>;
    fn login_unset_text(&self) -> Outcome<String>;
}

impl<P: Prompts> Ask for P {
    fn plain_each(&self, codes: &[i64]) -> usize {
        codes.iter().map(|code| self.plain(black_box(*code), |text| black_box(text).len())).sum()
    }

    fn login_each(&self, times: usize) -> Option<usize> {
        (0..times).map(|time| self.login(black_box(time % 2 == 0), |text| black_box(text).len())).sum()
    }

    fn unknown_each(&self, times: usize) -> Option<usize> {
        (0..times).map(|time| self.unknown(black_box(40_000 + time as i64), |text| black_box(text).len())).sum()
    }

    fn plain_text(&self, code: i64) -> String {
        self.plain(code, bare)
    }

    fn login_text(&self, is_reused: bool) -> Option<String> {
        self.login(is_reused, bare)
    }

    fn unknown_text(&self, code: i64) -> Option<String> {
        self.unknown(code, bare)
    }

    fn nobodys_text(&self) -> Outcome<String> {
        self.nobodys(bare)
    }

    fn login_unset_text(&self) -> Outcome<String> {
        self.login_unset(bare)
    }
}

/// A text without the marks that Fluent sets around arguments: not all peers do that, and it is no fault.
fn bare(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}
