#!/usr/bin/env python3
"""Renders the exports with the libraries of their platforms, and compares the texts with this library's, byte for byte.

    python3 tests/exports/run.py [--update] [NAME]...

Requires cargo, Python 3.11, Node 18.17 or later with npm, Java 17 and Android's aapt2. Exports locales/ and fixture/, which has
what the formats differ in, and renders every code in every locale with many arguments. What a format reports as changed is not
compared; losses/ has the reports that are expected, and --update writes them. Last, a text of each export is altered, to check
that this is found. The constants for TypeScript and Kotlin are compiled and run, those for Swift are parsed.

Status 0: no differences. 1: differences. 2: the comparison failed.
"""

import shutil
import sys
from pathlib import Path

# No __pycache__ beside these files.
sys.dont_write_bytecode = True

if sys.version_info < (3, 11):
    print(f"Python 3.11 or later is required; this is {sys.version.split()[0]}", file=sys.stderr)
    sys.exit(2)

import android
import apple
import arb
import i18next
import kotlin
import swift
import typescript
from common import (
    FIXTURE,
    HERE,
    LOCALES,
    ROOT,
    SCRATCH,
    Problem,
    cases,
    compare,
    export,
    install_node,
    losses,
    ours,
    run,
)

FORMATS = {"android": android, "apple": apple, "arb": arb, "i18next": i18next, "typescript": typescript}
CONSTANTS = {"kotlin": kotlin, "swift": swift}


def main(names: list[str]) -> int:
    is_update = "--update" in names
    names = [name for name in names if name != "--update"]
    known = [*FORMATS, *CONSTANTS]
    unknown = [name for name in names if name not in known]
    if unknown:
        raise Problem(f"there is no {unknown[0]}; there are {', '.join(known)}")
    run(["cargo", "build", "--quiet", "--locked", "--package", "prompts"], cwd=ROOT)
    install_node(SCRATCH / "node", HERE)
    shutil.copy(HERE / "answers.mjs", SCRATCH / "node")
    found = [(folder, cases(folder)) for folder in [LOCALES, FIXTURE]]
    differences = []
    for name in names or known:
        if name in CONSTANTS:
            for folder, _ in found:
                differences += CONSTANTS[name].check(folder)
            continue
        for folder, requests in found:
            output = SCRATCH / name / folder.name
            shutil.rmtree(output, ignore_errors=True)
            reports = export(name, folder, output)
            differences += same_reports(HERE / f"losses/{folder.name}-{name}.txt", reports, is_update)
            answers = ours(requests, getattr(FORMATS[name], "FEATURES", ()))
            theirs = FORMATS[name].answers(output, requests)
            done, different = compare(requests, answers, theirs, losses(reports))
            print(f"{name}, {folder.name}: {done}")
            differences += [f"{name}, {folder.name}: {it}" for it in different]
        if name == "typescript":
            differences += typescript.negotiation(SCRATCH / name, [folder for folder, _ in found])
            differences += typescript.functions(SCRATCH / name)
        if not different:
            alter(output)
            if not compare(requests, answers, FORMATS[name].answers(output, requests), losses(reports))[1]:
                differences.append(f"{name}: an altered text was not found")
    for difference in differences[:20]:
        print(difference)
    if differences:
        print(f"{len(differences)} differences")
    return 1 if differences else 0


def same_reports(file: Path, reports: list[str], is_update: bool) -> list[str]:
    text = "".join(f"{line}\n" for line in reports)
    if is_update:
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    expected = file.read_text("utf-8") if file.exists() else ""
    return [] if text == expected else [f"the reports of `prompts export` are not those of {file.relative_to(ROOT)}"]


def alter(output: Path) -> None:
    """Changes a text of the fixture in all files."""
    files = [file for file in output.rglob("*") if file.is_file() and "A plain text" in file.read_text("utf-8")]
    for file in files:
        file.write_text(file.read_text("utf-8").replace("A plain text", "A plain\u00a0text"), "utf-8")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Problem as problem:
        print(problem, file=sys.stderr)
        sys.exit(2)
