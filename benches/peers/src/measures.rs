//! The measurements, each for every peer.

use std::process::Command;
use std::sync::LazyLock;

use crate::catalogue::{
    ABSENT, ENGLISH, IDS, INCOMPLETE, MANY, UNLISTED, at_random, login_text, plain_codes, text, unknown_text,
};
use crate::peer::{Ask, Outcome, Peer};
use crate::peers::ALL;
use crate::peers::ours::load_with_codes;
use crate::timing::{Candidate, medians, shared, timed};

/// A figure for every peer, or why there is none.
pub type Figures = Vec<Outcome<f64>>;

/// Kinds of lookups.
#[derive(Clone, Copy, Debug)]
pub enum Lookup {
    /// In the requested locale.
    Plain,
    /// In a language without a locale.
    Absent,
    /// In a locale that lacks the messages.
    Incomplete,
    /// Among 10,000 codes.
    Many,
    /// With an argument.
    Login,
    /// With a code that is not in the table.
    Unknown,
}

impl Lookup {
    pub const ALL: [Self; 6] = [Self::Plain, Self::Absent, Self::Incomplete, Self::Many, Self::Login, Self::Unknown];

    /// Prepares a peer for many lookups. A peer with a wrong text is not measured.
    pub fn prepare(self, peer: &dyn Peer) -> Outcome<Prepared> {
        let prompts = match self {
            Self::Plain | Self::Login | Self::Unknown => peer.localizer(ENGLISH)?,
            Self::Absent => peer.localizer(ABSENT)?,
            Self::Incomplete => peer.with_gaps(INCOMPLETE)?,
            Self::Many => peer.many(&MANY)?,
        };
        let codes = match self {
            Self::Many => at_random(&MANY.codes, MANY.codes.len()),
            _ => at_random(&plain_codes(), 4_096),
        };
        let prepared = Prepared { lookup: self, prompts, codes };
        prepared.verify()?;
        Ok(prepared)
    }

    /// Returns the time of a prompt in nanoseconds.
    #[must_use]
    pub fn time(self) -> Figures {
        const ROUNDS: usize = 101;
        let prepared: Vec<_> = ALL.iter().map(|peer| self.prepare(*peer)).collect();
        let candidates = prepared.iter().map(|prepared| -> Outcome<Candidate<'_>> {
            let prepared = prepared.as_ref().map_err(Clone::clone)?;
            Ok(Box::new(|| timed(|| prepared.ask()).0 / prepared.count() as f64))
        });
        medians(ROUNDS, candidates.collect())
    }
}

/// A peer that is prepared for lookups.
pub struct Prepared {
    lookup: Lookup,
    prompts: Box<dyn Ask>,
    codes: Vec<i64>,
}

impl Prepared {
    /// Returns the number of prompts that [`ask`](Self::ask) looks up.
    #[must_use]
    pub fn count(&self) -> usize {
        match self.lookup {
            Lookup::Login | Lookup::Unknown => 1_000,
            _ => self.codes.len(),
        }
    }

    /// Looks up prompts, one after the other, and returns the sum of their lengths.
    #[must_use]
    pub fn ask(&self) -> usize {
        match self.lookup {
            Lookup::Login => self.prompts.login_each(self.count()).unwrap_or_default(),
            Lookup::Unknown => self.prompts.unknown_each(self.count()).unwrap_or_default(),
            _ => self.prompts.plain_each(&self.codes),
        }
    }

    fn verify(&self) -> Outcome<()> {
        let same = |answer: Option<String>, expected: &str| match answer {
            None => Err("".into()),
            Some(answer) if answer == expected => Ok(()),
            Some(answer) => Err(format!("answers “{answer}”").into()),
        };
        match self.lookup {
            Lookup::Login => [true, false]
                .into_iter()
                .try_for_each(|is_reused| same(self.prompts.login_text(is_reused), &login_text(is_reused))),
            Lookup::Unknown => same(self.prompts.unknown_text(UNLISTED), &unknown_text(UNLISTED)),
            Lookup::Many => (MANY.texts.iter())
                .try_for_each(|(code, expected)| same(Some(self.prompts.plain_text(*code)), expected)),
            _ => (plain_codes().iter())
                .try_for_each(|code| same(Some(self.prompts.plain_text(*code)), &text(ENGLISH, &IDS[code]))),
        }
    }
}

/// A measurement that needs a new process each time: a second run would have warm caches and a used heap.
#[derive(Clone, Copy)]
pub enum Once {
    /// From the embedded texts to the first prompt.
    First,
    /// One locale of 10,000 messages, from its text to the first prompt.
    Load,
    /// This library's folder with its table of 10,000 codes, from disk to the first prompt.
    LoadWithCodes,
}

impl Once {
    /// Returns the command-line flag that selects this measurement.
    #[must_use]
    pub fn flag(self) -> &'static str {
        match self {
            Self::First => "--first",
            Self::Load => "--load",
            Self::LoadWithCodes => "--load-with-codes",
        }
    }

    #[must_use]
    pub fn of(flag: &str) -> Option<Self> {
        [Self::First, Self::Load, Self::LoadWithCodes].into_iter().find(|once| once.flag() == flag)
    }

    /// Measures all peers, in microseconds.
    #[must_use]
    pub fn microseconds(self) -> Figures {
        const ROUNDS: usize = 51;
        let program = std::env::current_exe().expect("it runs");
        let in_process = |index: usize| {
            let output = Command::new(&program).args([self.flag(), &index.to_string()]).output().expect("it starts");
            let nanoseconds = String::from_utf8_lossy(&output.stdout).trim().parse::<f64>();
            nanoseconds.expect("it prints a time") / 1_000.0
        };
        let candidate = |(index, peer): (usize, &&dyn Peer)| -> Outcome<Candidate<'_>> {
            match self {
                Self::First => drop(peer.first()?),
                Self::Load => drop(peer.load(&MANY)?),
                Self::LoadWithCodes if index == 0 => {}
                Self::LoadWithCodes => return Err("".into()),
            }
            Ok(Box::new(move || in_process(index)))
        };
        medians(ROUNDS, ALL.iter().enumerate().map(candidate).collect())
    }

    /// Measures one peer in this process and prints the time in nanoseconds.
    pub fn in_this_process(self, index: usize) {
        if !matches!(self, Self::First) {
            LazyLock::force(&MANY);
        }
        let time = match self {
            Self::First => timed(|| ALL[index].first()).0,
            Self::Load => {
                let load = ALL[index].load(&MANY).expect("it could before");
                timed(|| first_prompt(load())).0
            }
            Self::LoadWithCodes => timed(|| first_prompt(load_with_codes(&MANY))).0,
        };
        println!("{time}");
    }
}

/// Returns the time of [`Once::First`] with warm caches, in microseconds.
#[must_use]
pub fn first_again() -> Figures {
    let candidate = |peer: &&'static dyn Peer| -> Outcome<Candidate<'static>> {
        peer.first_again()?;
        let peer = *peer;
        peer.first()?;
        Ok(Box::new(move || timed(|| peer.first()).0))
    };
    divided(medians(101, ALL.iter().map(candidate).collect()), 1_000.0)
}

#[must_use]
pub fn divided(figures: Figures, divisor: f64) -> Figures {
    figures.into_iter().map(|figure| Ok(figure? / divisor)).collect()
}

/// Looks up one prompt. Returns the prompts, so that they are dropped after the measurement.
#[must_use]
pub fn first_prompt(prompts: Box<dyn Ask>) -> Box<dyn Ask> {
    prompts.plain_each(&MANY.codes[..1]);
    prompts
}

/// Returns the number of prompts that two threads get while one thread gets one.
#[must_use]
pub fn threads() -> Figures {
    const ROUNDS: usize = 21;
    const NANOSECONDS: f64 = 5e6;
    let codes = at_random(&plain_codes(), 4_096);
    let prompts: Vec<_> = ALL.iter().map(|peer| peer.localizer(ENGLISH)).collect();
    let pairs = prompts.iter().flat_map(|prompts| [(prompts, 1), (prompts, 2)]);
    let candidates = pairs.map(|(prompts, threads)| -> Outcome<Candidate<'_>> {
        let prompts = &**prompts.as_ref().map_err(Clone::clone)?;
        let repeats = (NANOSECONDS / timed(|| prompts.plain_each(&codes)).0) as usize + 1;
        let codes = &codes;
        Ok(Box::new(move || shared(prompts, codes, repeats, threads) / repeats as f64))
    });
    medians(ROUNDS, candidates.collect())
        .chunks(2)
        .map(|pair| match pair {
            [Ok(one), Ok(two)] => Ok(2.0 * one / two),
            [Err(words), _] | [_, Err(words)] => Err(words.clone()),
            _ => Err("".into()),
        })
        .collect()
}
