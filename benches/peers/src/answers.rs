//! Compares the peers' texts in difficult cases with the right texts.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::catalogue::{ENGLISH, ROOM_NOT_FOUND, SEATS_FULL, UNLISTED, login_text, text, unknown_text};
use crate::peer::{Outcome, Peer};
use crate::peers::ALL;

/// A case for every peer, with the right text.
pub struct Question {
    pub title: &'static str,
    pub expected: String,
    ask: Box<Asking>,
}

type Asking = dyn Fn(&dyn Peer) -> Outcome<String>;

/// A peer's result.
pub enum Answer {
    Right,
    Wrong(String),
    /// The case does not apply to the peer, and why.
    None(String),
}

/// Returns the questions. The expected texts are read from the locales' files.
#[must_use]
pub fn questions() -> Vec<Question> {
    let language = |title: &'static str, locale: &str| Question {
        title,
        expected: text(locale, "seats-full"),
        ask: Box::new(move |peer| Ok(peer.localizer(title)?.plain_text(SEATS_FULL))),
    };
    let lacking = |title: &'static str, lacking: &'static str, locale: &str| Question {
        title,
        expected: text(locale, "room-not-found"),
        ask: Box::new(move |peer| Ok(peer.with_gaps(lacking)?.plain_text(ROOM_NOT_FOUND))),
    };
    vec![
        language("en-AU", ENGLISH),
        language("zh", "zh-CN"),
        language("zh-HK", "zh-TW"),
        language("zh-MO", "zh-TW"),
        lacking("de-DE lacks it", "de-DE", ENGLISH),
        lacking("zh-TW lacks it", "zh-TW", "zh-CN"),
        Question {
            title: "unknown code",
            expected: unknown_text(UNLISTED),
            ask: Box::new(|peer| peer.localizer(ENGLISH)?.unlisted_text()),
        },
        Question {
            title: "no argument",
            expected: login_text(false),
            ask: Box::new(|peer| peer.localizer(ENGLISH)?.login_unset_text()),
        },
    ]
}

impl Question {
    /// Asks a peer. A panic is a wrong answer.
    #[must_use]
    pub fn ask(&self, peer: &dyn Peer) -> Answer {
        match catch_unwind(AssertUnwindSafe(|| (self.ask)(peer))) {
            Err(_) => Answer::Wrong("(panics)".to_owned()),
            Ok(Err(words)) => Answer::None(words.into_owned()),
            Ok(Ok(text)) if text == self.expected => Answer::Right,
            Ok(Ok(text)) => Answer::Wrong(text),
        }
    }
}

/// Returns the peers that can be asked. A map has only one language and no arguments.
pub fn asked() -> impl Iterator<Item = &'static dyn Peer> {
    ALL.iter().copied().filter(|peer| peer.first().is_ok())
}
