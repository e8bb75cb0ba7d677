//! Takes candidates in turn, round after round, so that a machine that slows down slows all of them.

use std::sync::Barrier;
use std::time::Instant;

use crate::peer::{Ask, Outcome};

/// Does a thing and tells how long it took. Making ready and clearing away are its own affair.
pub type Candidate<'a> = Box<dyn FnMut() -> f64 + 'a>;

/// Gives the median of the rounds for each candidate. The first round warms up.
pub fn medians(rounds: usize, candidates: Vec<Outcome<Candidate<'_>>>) -> Vec<Outcome<f64>> {
    let mut candidates: Vec<_> =
        candidates.into_iter().map(|candidate| candidate.map(|candidate| (candidate, Vec::new()))).collect();
    for round in 0..=rounds {
        for (candidate, times) in candidates.iter_mut().flatten() {
            let time = candidate();
            if round > 0 {
                times.push(time);
            }
        }
    }
    let median = |mut times: Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    };
    candidates.into_iter().map(|candidate| candidate.map(|(_, times)| median(times))).collect()
}

/// Tells how long a thing takes, in nanoseconds, and gives what comes of it.
pub fn timed<T>(make: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let made = std::hint::black_box(make());
    (start.elapsed().as_nanos() as f64, made)
}

/// Tells how long threads take that all begin at once and ask one localizer for the same codes, in nanoseconds.
#[must_use]
pub fn shared(prompts: &dyn Ask, codes: &[i64], repeats: usize, threads: usize) -> f64 {
    let barrier = Barrier::new(threads + 1);
    let mut start = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                barrier.wait();
                (0..repeats).map(|_| prompts.plain_each(codes)).sum::<usize>()
            });
        }
        start = Instant::now();
        barrier.wait();
    });
    start.elapsed().as_nanos() as f64
}
