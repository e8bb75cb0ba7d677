#!/usr/bin/env python3
"""Times `prompts check` as a whole process, beside the checkers that a Fluent project would use without it.

    python3 benches/check/run.py

makes a tree of 50 locales with 1,000 messages each, builds the command, brings compare-locales and moz.l10n from PyPI
into a virtual environment of their own and flynt from crates.io, and runs all of them in turn, round after round, so
that a machine that slows down slows all. It prints the medians, and the ratios to ours, which is what can be compared
between machines.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROUNDS = 5
MESSAGES = 1000
PEERS = ["compare-locales==9.0.5", "moz.l10n==0.15.0"]
FLYNT = "0.5.1"
ROOT = Path(__file__).resolve().parents[2]
# All in Latin letters, as the made texts are.
LANGUAGES = (
    "af ast az bs ca cs cy da de es et eu fi fo fr ga gl hr hu id is it lt lv ms mt nb nl nn pl pt ro sk sl sq sv sw tr uz vi "
    "de-AT de-CH en-AU en-GB es-AR es-MX fr-CA it-CH nl-BE pt-PT"
).split()


def make_tree(root: Path) -> None:
    """Writes `en` and 50 locales. Each text is the locale's own, so that there is nothing to find."""
    words = "room seat member role class teacher student screen sound light board page book door window".split()
    chance = random.Random(1)
    for locale in ["en", *LANGUAGES]:
        lines = ["### Made by a benchmark.\n"]
        chance.seed(1)
        for index in range(MESSAGES):
            text = " ".join(chance.choice(words) for _ in range(2))
            kind = index % 5
            if kind == 0:
                lines.append(f"# Variables:\n#   $name (String): who.\nmessage-{index} = {text} {{ $name }}")
            elif kind == 1:
                lines.append(f"message-{index} = {text}\n    .description = {text} {locale}")
            elif kind == 2:
                lines.append(f"# $kind (String): which.\nmessage-{index} =\n    {{ $kind ->\n        [a] {text}\n       *[b] {text} {locale}\n    }}")
            else:
                lines.append(f"# A {words[index % len(words)]}.\nmessage-{index} = {text} {locale}")
        folder = root / locale
        folder.mkdir(parents=True)
        (folder / "messages.ftl").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    tags = ", ".join(f'"{locale}"' for locale in LANGUAGES)
    (root / "l10n.toml").write_text(
        f'basepath = "."\nlocales = [{tags}]\n\n[[paths]]\n'
        '    reference = "en/**/*.ftl"\n    l10n = "{locale}/**/*.ftl"\n',
        encoding="utf-8",
    )


def make_uses(root: Path) -> None:
    """Writes a program that uses every message, which is what flynt compares the messages with."""
    uses = "".join(f'    loc("message-{index}");\n' for index in range(MESSAGES))
    (root / "src").mkdir(parents=True)
    (root / "Cargo.toml").write_text('[package]\nname = "uses"\n', encoding="utf-8")
    (root / "src/uses.rs").write_text(f"fn uses() {{\n{uses}}}\n", encoding="utf-8")


def main() -> None:
    subprocess.run(["cargo", "build", "--release", "--quiet", "--package", "prompts"], cwd=ROOT, check=True)
    ours = ROOT / "target/release/prompts"
    with tempfile.TemporaryDirectory() as scratch:
        tree = Path(scratch) / "tree"
        make_tree(tree)
        size = sum(file.stat().st_size for file in tree.rglob("*.ftl"))
        print(f"{len(LANGUAGES)} locales of {MESSAGES} messages, {size / 1e6:.1f} MB; medians of {ROUNDS} rounds, whole processes")
        peers = Path(scratch) / "peers"
        venv.create(peers, with_pip=True)
        subprocess.run([peers / "bin/pip", "install", "--quiet", *PEERS], check=True)
        subprocess.run(["cargo", "install", "--quiet", "--root", peers, f"flynt@{FLYNT}"], check=True)
        uses = Path(scratch) / "uses"
        make_uses(uses)
        flynt = [peers / "bin/flynt", "--no-config", "--locales-dir", tree, uses]
        commands = {
            "prompts check": [ours, "check", "--dir", tree, "--source", "en"],
            "prompts check, this project": [ours, "check", "--dir", ROOT / "locales"],
            "compare-locales": [peers / "bin/compare-locales", tree / "l10n.toml", tree, *LANGUAGES],
            "flynt, names of messages alone": flynt,
            "moz-l10n lint, the source alone": [peers / "bin/moz-l10n-lint", tree / "l10n.toml"],
        }
        times = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                start = time.perf_counter()
                done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                times[name].append(time.perf_counter() - start)
                if done.returncode not in (0, 1):
                    sys.exit(f"{name} left with {done.returncode}: {done.stderr.decode()[-500:]}")
        base = statistics.median(times["prompts check"])
        for name, rounds in times.items():
            median = statistics.median(rounds)
            print(f"{name:34} {median * 1000:9.1f} ms  ×{median / base:.2f}")


if __name__ == "__main__":
    os.environ.setdefault("NO_COLOR", "1")
    main()
