#!/usr/bin/env python3
"""Compares this library's answers with those of @fluent/bundle (JavaScript) and fluent.runtime (Python), byte for byte.

    python3 tests/conformance/run.py

Requires cargo, Python 3.11 with venv, and Node 18.17 or later with npm. Installs both runtimes into
target/conformance, at the versions in package-lock.json and requirements.txt. Then all three render every code in every
locale of locales/, with every kind of argument, with isolation marks and without; and the same for fixtures/, which has
syntax that this project's own texts do not use. All that is done for two builds of this library: the default one, and
one with the feature `numbers`.

A case is a line of JSON with `folder`, `locale`, `code`, `id`, `args` and `marks`. answers.rs, answers.mjs and
answers.py return `text`, `description` and `action`, each null if missing; or null if the locale does not have the
message. Each case names its locale: language negotiation is not compared. (answers.rs also knows `fallbacks` and
`negotiate`, for tests/exports.)

known.toml lists known differences. An entry that is no longer found is reported too. First, some fixtures are altered
for the other two runtimes, to check that each alteration is found.

Status 0: no differences. 1: differences. 2: the comparison failed.
"""

import json
import shutil
import subprocess
import sys
import traceback
from pathlib import Path

if sys.version_info < (3, 11):
    print(f"Python 3.11 or later is required; this is {sys.version.split()[0]}", file=sys.stderr)
    sys.exit(2)

# No __pycache__ beside these files.
sys.dont_write_bytecode = True

from cases import FIXTURES, HERE, ROOT, SCRATCH, fixture_cases, make_fixtures, own_cases
from compare import Known, compare

NODE = SCRATCH / "node"
VENV = SCRATCH / "python"
PEERS = {
    "@fluent/bundle": ["node", NODE / "answers.mjs"],
    "fluent.runtime": [VENV / "bin/python", HERE / "answers.py"],
}
OURS = ["cargo", "run", "--quiet", "--locked", "--example", "conformance"]
# The builds of this library that are compared, by the name that `builds` in known.toml has for each.
BUILDS = {"default": OURS, "numbers": [*OURS, "--features", "numbers"]}

# Alterations of fixtures: file, text, new text, and the message and part that then differ.
ALTERATIONS = [
    ("attributes.ftl", "What the developer is told", "What the developer was told", ("attribute-both", "description")),
    ("attributes.ftl", "A button", "A\u00a0button", ("attribute-both", "action")),
    ("characters.ftl", "one-character = a", "one-character = \u0430", ("one-character", "text")),
    ("characters.ftl", "equals =", "equal =", ("equals", "message")),
    ("selectors.ftl", "[false] no", "[false] no.", ("select-text", "text")),
    ("plurals.ftl", "[few] few", "[few] a few", ("plural-categories", "text")),
    ("texts.ftl", "The first line\n    and the second", "The first line and the second", ("lines-below", "text")),
]


class Problem(Exception):
    """Why the comparison failed, shown to the user."""


def run(command: list, fix: str, minutes: int = 5, **options) -> str:
    shown = " ".join(map(str, command))
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=minutes * 60, **options)
    except FileNotFoundError:
        raise Problem(f"`{command[0]}` is not installed; {fix}")
    except subprocess.TimeoutExpired:
        raise Problem(f"`{shown}` did not finish within {minutes} minutes; {fix}")
    if done.returncode != 0:
        raise Problem(f"`{shown}` exited with status {done.returncode}; {fix}\n{(done.stdout + done.stderr)[-3000:]}")
    return done.stdout


def install() -> None:
    """Installs both runtimes, unless an earlier run has installed them."""
    npm = "install Node 18.17 or later and npm (apt-get install nodejs npm), and check that npm can reach its registry"
    pip = "install Python's venv (apt-get install python3-venv), and check that pip can reach its index"
    lock = (HERE / "package-lock.json").read_text("utf-8")
    if not is_stamped(NODE, lock):
        shutil.rmtree(NODE, ignore_errors=True)
        NODE.mkdir(parents=True)
        for name in ["package.json", "package-lock.json"]:
            shutil.copy(HERE / name, NODE)
        run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"], npm, cwd=NODE)
        stamp(NODE, lock)
    # Node looks for packages in the folders above the importing file.
    shutil.copy(HERE / "answers.mjs", NODE)
    requirements = HERE / "requirements.txt"
    wanted = sys.version + requirements.read_text("utf-8")
    if not is_stamped(VENV, wanted):
        run([sys.executable, "-m", "venv", "--clear", VENV], pip)
        install = [VENV / "bin/pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:"]
        run([*install, "--require-hashes", "--requirement", requirements], pip)
        stamp(VENV, wanted)


def is_stamped(folder: Path, text: str) -> bool:
    file = folder / "installed"
    return file.exists() and file.read_text("utf-8") == text


def stamp(folder: Path, text: str) -> None:
    (folder / "installed").write_text(text, "utf-8")


def answers(command: list, cases: list[dict]) -> list:
    lines = "".join(json.dumps(case) + "\n" for case in cases)
    output = run(command, "install it, or fix the file that it reads", minutes=30, input=lines, cwd=ROOT)
    results = [json.loads(line) for line in output.removesuffix("\n").split("\n")]
    if len(results) != len(cases):
        raise Problem(f"`{command[0]}` returned {len(results)} answers for {len(cases)} cases")
    return results


def differences(ours: list, cases: list[dict], peers: dict[str, list]) -> tuple[int, list]:
    """Compares our answers with those of the others."""
    count, found = 0, []
    for peer, theirs in peers.items():
        compared, different = compare(cases, ours, peer, theirs)
        count += compared
        found += different
    return count, found


def peer_answers(cases: list[dict]) -> dict[str, list]:
    return {peer: answers(command, cases) for peer, command in PEERS.items()}


def check_that_alterations_are_found(fixtures: Path) -> None:
    altered = SCRATCH / "altered"
    shutil.rmtree(altered, ignore_errors=True)
    shutil.copytree(fixtures, altered)
    for file, text, other, _ in ALTERATIONS:
        if text not in (FIXTURES / file).read_text("utf-8"):
            raise Problem(f"run.py can't alter fixtures/{file}, which no longer contains {text!a}; choose another text")
        for path in altered.glob(f"*/{file}"):
            path.write_text(path.read_text("utf-8").replace(text, other, 1), "utf-8")
    expected = {(peer, *what) for *_, what in ALTERATIONS for peer in PEERS}
    ids = {id for _, id, _ in expected}
    cases = [case for case in fixture_cases(fixtures) if case["id"] in ids and case["locale"] == "ru"]
    theirs = peer_answers([{**case, "folder": str(altered)} for case in cases])
    _, found = differences(answers(OURS, cases), cases, theirs)
    seen = {(difference.peer, difference.case["id"], difference.part) for difference in found}
    if seen != expected:
        raise Problem(f"alterations that were not found, or other differences: {sorted(seen ^ expected)}")
    entry = {"why": "nothing", "peers": list(PEERS), "messages": ["equals", "tab"], "texts": {"a = b = c": ["a"]}}
    known = Known([entry])
    if any(known.has(difference) for difference in found) or len(known.unneeded_lines()) != 2 * len(PEERS):
        raise Problem("an unneeded entry of known.toml would not be reported")


def main() -> int:
    install()
    fixtures, windows = SCRATCH / "fixtures", SCRATCH / "fixtures-crlf"
    make_fixtures(fixtures)
    make_fixtures(windows, b"\r\n")
    check_that_alterations_are_found(fixtures)
    findings = 0
    groups = {"locales/": own_cases(), "fixtures/": [*fixture_cases(fixtures), *fixture_cases(windows)]}
    theirs = {name: peer_answers(cases) for name, cases in groups.items()}
    for build, command in BUILDS.items():
        known = Known.read(HERE / "known.toml", build)
        for name, cases in groups.items():
            count, found = differences(answers(command, cases), cases, theirs[name])
            if count == 0:
                raise Problem(f"nothing was compared for {name}: no runtime returned an answer")
            unknown = [difference for difference in found if not known.has(difference)]
            for difference in unknown:
                print(difference)
            numbers = f"{count:,}; known differences: {len(found) - len(unknown):,}; differences: {len(unknown):,}"
            print(f"{build:7} {name:9} comparisons: {numbers}")
            findings += len(unknown)
        for line in known.unneeded_lines():
            print(f"{build}: {line}")
            findings += 1
    return 1 if findings else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Problem as problem:
        print(problem, file=sys.stderr)
    except Exception:
        traceback.print_exc()
    sys.exit(2)
