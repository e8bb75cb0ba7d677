//! Counts allocations and bytes. Prints lines of: key, number of the peer, figure.

use std::process::Command;

use allocation_counter::measure;
use peers::catalogue::MANY;
use peers::measures::{Lookup, Once, first_prompt};
use peers::peers::{ALL, ours};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, index] = &arguments[..] {
        assert_eq!(flag, Once::First.flag());
        return first(index.parse().expect("it is a number"));
    }
    for (index, peer) in ALL.iter().enumerate() {
        for lookup in Lookup::ALL {
            let Ok(prepared) = lookup.prepare(*peer) else { continue };
            // Some peers cache results of the first run.
            let _ = prepared.ask();
            let counted = measure(|| _ = std::hint::black_box(prepared.ask()));
            println!("{lookup:?}\t{index}\t{}", counted.count_total as f64 / prepared.count() as f64);
        }
        if let Ok(load) = peer.load(&MANY) {
            let mut kept = None;
            let counted = measure(|| kept = Some(first_prompt(load())));
            println!("load\t{index}\t{}", beyond_texts(counted.bytes_current));
        }
        let output = Command::new(std::env::current_exe().expect("it runs"))
            .args([Once::First.flag(), &index.to_string()])
            .output();
        print!("{}", String::from_utf8_lossy(&output.expect("it starts").stdout));
    }
    let mut kept = None;
    let counted = measure(|| kept = Some(first_prompt(ours::load_with_codes(&MANY))));
    println!("load with codes\t0\t{}", beyond_texts(counted.bytes_current));
}

/// Prints the heap memory after the first prompt of a process.
fn first(index: usize) {
    let mut kept = None;
    let counted = measure(|| kept = ALL[index].first().ok());
    if kept.is_some() {
        println!("first\t{index}\t{}", counted.bytes_current as f64 / 1024.0);
    }
}

/// Returns the memory for a message in addition to its text.
fn beyond_texts(bytes: i64) -> f64 {
    (bytes - MANY.bytes() as i64) as f64 / MANY.codes.len() as f64
}
