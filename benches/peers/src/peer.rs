//! The interface of a peer.

use std::any::Any;
use std::borrow::Cow;
use std::hint::black_box;

use crate::catalogue::Many;

/// A value, or in a few words why there is none.
pub type Outcome<T> = Result<T, Cow<'static, str>>;

/// A library, used as its documentation shows.
pub trait Peer: Sync {
    /// Returns the name in the tables.
    fn name(&self) -> &'static str;

    /// Describes in a phrase how it is used here.
    fn usage(&self) -> &'static str;

    /// Returns the packages whose versions are shown.
    fn packages(&self) -> &'static [&'static str];

    /// Returns prompts for a requested language, by the peer's own negotiation if it has one.
    fn localizer(&self, requested: &str) -> Outcome<Box<dyn Ask>>;

    /// Returns prompts for a requested language whose locale lacks messages.
    fn with_gaps(&self, requested: &str) -> Outcome<Box<dyn Ask>> {
        self.localizer(requested)
    }

    /// Loads the embedded texts and looks up the English text of `room-not-found`. Returns the loaded data, so that it
    /// is not dropped.
    fn first(&self) -> Outcome<Box<dyn Any>>;

    /// Returns an error if [`first`](Self::first) reuses data of an earlier call.
    fn first_again(&self) -> Outcome<()> {
        Ok(())
    }

    /// Returns prompts of the catalogue of 10,000 codes.
    fn many(&self, many: &'static Many) -> Outcome<Box<dyn Ask>> {
        Ok(self.load(many)?())
    }

    /// Prepares loading the catalogue of 10,000 codes. The returned function loads one locale of it.
    fn load(&self, many: &'static Many) -> Outcome<Box<dyn FnOnce() -> Box<dyn Ask>>>;
}

/// Prompts in one language. A peer implements those that it supports.
pub trait Prompts: Send + Sync + 'static {
    /// Shows the prompt of a code whose message is plain.
    fn plain<T>(&self, code: i64, show: impl FnOnce(&str) -> T) -> T;

    /// Shows the prompt of -4, which depends on an argument.
    fn login<T>(&self, _is_reused: bool, _show: impl FnOnce(&str) -> T) -> Option<T> {
        None
    }

    /// Shows the prompt of a code that is not in the table, with its number.
    fn unknown<T>(&self, _code: i64, _show: impl FnOnce(&str) -> T) -> Option<T> {
        None
    }

    /// Shows the result for the id that an unlisted code's message would have.
    fn unlisted<T>(&self, _show: impl FnOnce(&str) -> T) -> Outcome<T> {
        Err("up to the app, whose `match` over the codes has no function for it".into())
    }

    /// Shows the result for -4 without its argument.
    fn login_unset<T>(&self, _show: impl FnOnce(&str) -> T) -> Outcome<T> {
        Err("does not compile: the function asks for the argument".into())
    }
}

/// [`Prompts`], many at a time, so that dynamic dispatch does not affect the figures.
pub trait Ask: Send + Sync {
    /// Looks up plain prompts and returns the sum of their lengths.
    fn plain_each(&self, codes: &[i64]) -> usize;
    fn login_each(&self, times: usize) -> Option<usize>;
    fn unknown_each(&self, times: usize) -> Option<usize>;

    fn plain_text(&self, code: i64) -> String;
    fn login_text(&self, is_reused: bool) -> Option<String>;
    fn unknown_text(&self, code: i64) -> Option<String>;
    fn unlisted_text(&self) -> Outcome<String>;
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

    fn unlisted_text(&self) -> Outcome<String> {
        self.unlisted(bare)
    }

    fn login_unset_text(&self) -> Outcome<String> {
        self.login_unset(bare)
    }
}

/// Removes Fluent's isolation marks, which not all peers write.
fn bare(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}
