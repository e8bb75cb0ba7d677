//! Mutates inputs by the target's lines and tokens rather than by bits.

use fastrand::Rng;

use crate::{Target, one_of};

pub(crate) fn mutate(target: &Target, input: &[u8], rng: &mut Rng) -> Vec<u8> {
    let mut changed = input.to_vec();
    for _ in 0..rng.usize(1..5) {
        step(target, &mut changed, rng);
    }
    changed
}

fn step(target: &Target, text: &mut Vec<u8>, rng: &mut Rng) {
    let (from, to) = range(text.len(), rng, 12);
    let (line, next) = lines(text, rng);
    match rng.u8(..15) {
        0..=2 => insert(text, from, one_of(rng, target.tokens).as_bytes()),
        3 | 4 => replace(text, from, to, one_of(rng, target.tokens).as_bytes()),
        5 => replace(text, from, to, b""),
        6..=8 => insert(text, line, (target.line)(rng).as_bytes()),
        9 => replace(text, line, next, (target.line)(rng).as_bytes()),
        10 => replace(text, line, next, b""),
        // Copies some lines, perhaps to another place.
        11 | 12 => {
            let copy = text[line..next].to_vec();
            let (there, _) = lines(text, rng);
            let times = if rng.u8(..8) == 0 { rng.usize(2..40) } else { 1 };
            insert(text, there, &copy.repeat(times));
        }
        13 => text.truncate(from),
        _ => insert(text, from, &[rng.u8(..)]),
    }
}

/// Returns a random range of at most `most` bytes in a text of this length.
fn range(length: usize, rng: &mut Rng, most: usize) -> (usize, usize) {
    let from = rng.usize(..=length);
    (from, (from + rng.usize(..=most)).min(length))
}

/// Returns a random range of lines: the start of the first and the end of the last.
fn lines(text: &[u8], rng: &mut Rng) -> (usize, usize) {
    let mut starts = vec![0];
    starts.extend(text.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(newline, _)| newline + 1));
    let first = rng.usize(..starts.len());
    let last = (first + rng.usize(1..6)).min(starts.len() - 1);
    (starts[first], if last == first { text.len() } else { starts[last] })
}

fn insert(text: &mut Vec<u8>, at: usize, piece: &[u8]) {
    replace(text, at, at, piece);
}

fn replace(text: &mut Vec<u8>, from: usize, to: usize, piece: &[u8]) {
    text.splice(from..to, piece.iter().copied());
}
