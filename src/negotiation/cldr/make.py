#!/usr/bin/env python3
"""Writes the tables in this folder from CLDR's data, the npm package cldr-core.

    python3 src/negotiation/cldr/make.py

Requires npm. For a newer CLDR, change VERSION, and read the differences: they change which locale a user gets.
"""

import json
import subprocess
import tarfile
import tempfile
from pathlib import Path

VERSION = "48.2.0"
HERE = Path(__file__).parent
# The default distance of two scripts in languageMatching.json. A match of two languages must be nearer.
FAR = 50


def likely_subtags(entries):
    """Returns the lines of three tables: languages in Latin letters with their region, the others with their script and
    region, and languages whose script depends on the region or the other way around."""
    latin, others, exceptions = [], [], []
    for tag, full in entries.items():
        language, *subtags = tag.split("-")
        _, script, region = full.split("-")
        match subtags:
            case _ if language == "und":
                pass
            case [subtag]:
                exceptions.append(f"{language:<3} {subtag:<4} {region if subtag == script else script:>4}")
            case [] if script == "Latn" and len(region) == 2:
                latin.append(f"{language:<3} {region}")
            case []:
                others.append(f"{language:<3} {script} {region:>3}")
    return latin, others, exceptions


def language_matches(entries):
    """Returns a line for each language and another that its speakers read, the nearest first, as far as both are in the
    same script, or the second in the script that is named."""
    matches, scripts = [], {}
    for entry in entries:
        desired, supported = entry["_desired"].split("-"), entry["_supported"].split("-")
        if len(desired) == 1 and entry["_distance"] < FAR:
            matches.append((desired[0], entry["_distance"], supported[0]))
            if "_oneway" not in entry:
                matches.append((supported[0], entry["_distance"], desired[0]))
        elif len(desired) == 2:
            scripts[desired[0], supported[0]] = supported[1]
    return [f"{one:<3} {scripts.get((one, other), ''):<4} {other:>3}" for one, _, other in sorted(matches)]


def write(name, lines):
    source = f"# From Unicode CLDR (cldr-core {VERSION}), by make.py; the licence is in LICENSE\n"
    (HERE / name).write_text(source + "".join(f"{line}\n" for line in lines), encoding="ascii", newline="\n")


def main():
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(["npm", "pack", "--silent", f"cldr-core@{VERSION}"], cwd=scratch, check=True)
        with tarfile.open(next(Path(scratch).glob("*.tgz"))) as package:

            def read(name):
                return package.extractfile(f"package/{name}").read()

            def data(name):
                return json.loads(read(f"supplemental/{name}.json"))["supplemental"][name]

            for name, lines in zip(["latin", "others", "exceptions"], likely_subtags(data("likelySubtags"))):
                write(f"likely-{name}.txt", sorted(lines))
            write("matches.txt", language_matches(data("languageMatching")["written-new"]["languageMatch"]))
            (HERE / "LICENSE").write_bytes(read("LICENSE"))


main()
