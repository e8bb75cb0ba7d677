#!/usr/bin/env python3
"""Measures `prompts check`, `prompts preview` and other checkers of Fluent projects, as whole processes.

    python3 benches/check/run.py

Builds the command, on Linux also with musl, as it is released (needs musl-gcc). Installs compare-locales and moz.l10n from
PyPI into a virtual environment, and flynt from crates.io. Generates two trees: one without defects, which all of them
check, and a large one in many scripts, with the gaps of a product in work, which shows the cost of the rules beside that
of reading, and the memory. Runs all commands in turn, round after round, so that a slow phase of the machine affects
all. Prints medians, and their ratios. Compare only ratios between machines.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

import trees

ROUNDS = 5
PEERS = ["compare-locales==9.0.5", "moz.l10n==0.15.0"]
FLYNT = "0.5.1"
ROOT = Path(__file__).resolve().parents[2]


class Run:
    """One run of a command: seconds on the clock, seconds of processor time, and the most memory in MB."""

    def __init__(self, name: str, command: list) -> None:
        start = time.perf_counter()
        with tempfile.TemporaryFile() as errors:
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
            _, status, usage = os.wait4(process.pid, 0)
            self.seconds = time.perf_counter() - start
            if os.waitstatus_to_exitcode(status) not in (0, 1):
                errors.seek(0)
                sys.exit(f"{name} failed: {errors.read().decode()[-500:]}")
        self.processor = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024


def measure(commands: dict[str, list]) -> dict[str, list[Run]]:
    runs = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            runs[name].append(Run(name, command))
    return runs


def median(runs: list[Run], figure: str) -> float:
    return statistics.median(getattr(run, figure) for run in runs)


def size(tree: Path) -> str:
    return f"{sum(file.stat().st_size for file in tree.rglob('*.ftl')) / 1e6:.0f} MB"


def built() -> tuple[Path, Path]:
    """Builds the command. Returns the one for this system, and the one that is released for it."""
    command = ["cargo", "build", "--release", "--quiet", "--package", "prompts"]
    subprocess.run(command, cwd=ROOT, check=True)
    ours = ROOT / "target/release/prompts"
    if platform.system() != "Linux":
        return ours, ours
    musl = f"{platform.machine()}-unknown-linux-musl"
    subprocess.run(["rustup", "target", "add", musl], check=True)
    compiler = {"CC_" + musl.replace("-", "_"): "musl-gcc"}
    subprocess.run([*command, "--target", musl], cwd=ROOT, check=True, env={**os.environ, **compiler})
    return ours, ROOT / "target" / musl / "release/prompts"


def beside_peers(ours: Path, released: Path, scratch: Path) -> None:
    tree, peers, uses = scratch / "clean", scratch / "peers", scratch / "uses"
    trees.make_clean(tree)
    trees.make_uses(uses)
    venv.create(peers, with_pip=True)
    subprocess.run([peers / "bin/pip", "install", "--quiet", *PEERS], check=True)
    subprocess.run(["cargo", "install", "--quiet", "--root", peers, f"flynt@{FLYNT}"], check=True)
    runs = measure({
        "prompts check": [ours, "check", "--dir", tree, "--source", "en"],
        "prompts check, as it is released": [released, "check", "--dir", tree, "--source", "en"],
        "prompts check, this project": [ours, "check", "--dir", ROOT / "locales"],
        "prompts preview": [ours, "preview", "--dir", tree, "--source", "en", "--output", scratch / "site"],
        "compare-locales": [peers / "bin/compare-locales", tree / "l10n.toml", tree, *trees.LATIN],
        "flynt, names of messages alone": [peers / "bin/flynt", "--no-config", "--locales-dir", tree, uses],
        "moz-l10n lint, the source alone": [peers / "bin/moz-l10n-lint", tree / "l10n.toml"],
    })
    print(f"{len(trees.LATIN)} locales of {trees.MESSAGES} messages, {size(tree)}; medians of {ROUNDS} rounds")
    base = median(runs["prompts check"], "seconds")
    for name, of_name in runs.items():
        seconds = median(of_name, "seconds")
        print(f"{name:34} {seconds * 1000:9.1f} ms  ×{seconds / base:.2f}")


def of_large(ours: Path, released: Path, scratch: Path) -> None:
    tree = scratch / "large"
    trees.make_large(tree)
    check = ["check", "--dir", tree, "--source", "en", "--format", "json"]
    options = {"all rules": [], "--only syntax": ["--only", "syntax"]}
    builds = {"": ours, ", as it is released": released}
    runs = measure({
        name + build: [command, *check, *only] for build, command in builds.items() for name, only in options.items()
    })
    print(f"\n{len(list(tree.iterdir())) - 1} locales of {trees.LARGE_FILES} files, {size(tree)}; medians of {ROUNDS} rounds")
    for build in builds:
        base = median(runs["--only syntax" + build], "processor")
        for name in options:
            of_name = runs[name + build]
            processor, memory = median(of_name, "processor"), median(of_name, "memory")
            print(f"{name + build:34} {processor * 1000:9.1f} ms of processor time  ×{processor / base:.2f}  {memory:.0f} MB")


def main() -> None:
    ours, released = built()
    with tempfile.TemporaryDirectory() as scratch:
        beside_peers(ours, released, Path(scratch))
        of_large(ours, released, Path(scratch))


if __name__ == "__main__":
    os.environ.setdefault("NO_COLOR", "1")
    main()
