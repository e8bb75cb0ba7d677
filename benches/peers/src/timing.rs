//! Measures candidates in turn, round after round, so that a slow phase of the machine affects all of them.

use std::sync::Barrier;
use std::time::Instant;

use crate::peer::{Ask, Outcome};

/// Measures one operation and returns its time, without setup and cleanup.
pub type Candidate<'a> = Box<dyn FnMut() -> f64 + 'a>;

/// Returns each candidate's median of the rounds. The first round is a warm-up.
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

/// Returns the time of a call in nanoseconds, and its result.
pub fn timed<T>(call: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let result = std::hint::black_box(call());
    (start.elapsed().as_nanos() as f64, result)
}

/// Returns the time in which threads, started together, look up the same codes in one localizer, in nanoseconds.
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
