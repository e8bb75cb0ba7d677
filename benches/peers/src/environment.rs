//! Describes the machine and the versions of the peers.

use std::fs;
use std::thread::available_parallelism;

use crate::peers::ALL;

const LOCK: &str = include_str!("../Cargo.lock");

/// Returns the processor, its cores, the system, the compiler and the current load.
#[must_use]
pub fn machine() -> String {
    let information = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = information.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let processor = model.map_or(std::env::consts::ARCH, |(_, model)| model.trim());
    let cores = available_parallelism().map_or(1, usize::from);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().filter(|load| !load.is_empty()).unwrap_or("unknown");
    format!(
        "{processor}, {cores} cores, {}, {}. Load average before: {load}.\n",
        std::env::consts::OS,
        env!("PEERS_RUSTC")
    )
}

/// Returns a table of the peers: versions from the lock file, and how they are used.
#[must_use]
pub fn peers() -> String {
    let lock: toml::Table = LOCK.parse().expect("cargo has written it");
    let packages: Vec<&toml::Value> = lock["package"].as_array().expect("it is a list").iter().collect();
    let version = |name: &str| {
        let of = |field: &str| packages.iter().find(|package| package["name"].as_str() == Some(name))?[field].as_str();
        // If the lock file has two versions of a package, our dependency names the one that is used.
        let ours = packages.iter().find(|package| package["name"].as_str() == Some(env!("CARGO_PKG_NAME")));
        let dependencies = ours.and_then(|ours| ours["dependencies"].as_array()).into_iter().flatten();
        let named =
            dependencies.filter_map(|dependency| dependency.as_str()?.strip_prefix(name)?.strip_prefix(' ')).next();
        format!("{name} {}", named.or_else(|| of("version")).unwrap_or("?"))
    };
    let mut table = "| | version | used here |\n| --- | --- | --- |\n".to_owned();
    for peer in ALL {
        let versions: Vec<String> = peer.packages().iter().map(|name| version(name)).collect();
        let versions = if versions.is_empty() { "std".to_owned() } else { versions.join(", ") };
        table.push_str(&format!("| {} | {versions} | {} |\n", peer.name(), peer.usage()));
    }
    table
}
