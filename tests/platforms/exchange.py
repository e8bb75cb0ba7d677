#!/usr/bin/env python3
"""Sends texts to translators and imports what comes back, with the libraries of the tools that they use.

    python3 tests/platforms/exchange.py

Requires cargo and Python 3.11 with venv. Installs translate-toolkit and polib into target/platforms/exchange, at the
versions in exchange.txt. Then, for XLIFF, PO and CSV, for a new language of locales/ and for the folder exchange/:

1. `prompts todo` writes a file.
2. A library reads it, adds a mark to each text, and saves it: translate-toolkit XLIFF and PO, polib PO, Python's csv CSV.
3. `prompts import` reads it.
4. Nothing is left to do, the check finds no error, every translation is recorded, the layout is that of `prompts fmt`, and
   each text is the source text with the mark.

If gettext is installed, `msgfmt -c` reads the PO files too.

Status 0: all texts came back. 1: some did not. 2: the test failed.
"""

import csv
import functools
import json
import re
import shutil
from pathlib import Path

from common import HERE, ROOT, Loss, main_with, prompts, report, run

SCRATCH = ROOT / "target/platforms/exchange"

# What a translation has that its source has not.
MARK = " ✓"
# An element that stands for a placeable.
PLACEABLE = re.compile(r"\{[^{}]*\}")


def translated(text: str) -> str:
    return text + MARK


# Translators. Each reads a file, marks every text, and saves it as its library does.


def by_translate_toolkit_xliff(file: Path) -> None:
    from lxml import etree
    from translate.storage import xliff2
    from translate.storage.placeables import StringElem
    from translate.storage.placeables.xliff import UnknownXML

    check_xliff(etree.parse(file))
    store = xliff2.Xliff2File.parsefile(str(file))
    units = [unit for unit in store.units if unit.istranslatable()]
    if not units:
        raise Loss("translate-toolkit reads no texts")
    for unit in units:
        rich = unit.rich_source[0]
        placeables = [part for part in rich.flatten() if isinstance(part, UnknownXML)]
        if len(placeables) != len(unit.source_dom.findall("{*}ph")):
            raise Loss(f"translate-toolkit reads other placeables in {unit.getid()}")
        unit.rich_target = [StringElem([rich, MARK])]
        unit.marktranslated()
    store.save()


def check_xliff(document) -> None:
    """Asserts what the specification of XLIFF 2.0 demands beyond the syntax: ids, references and the order of elements."""
    root = document.getroot()
    space = "{urn:oasis:names:tc:xliff:document:2.0}"
    if root.tag != space + "xliff" or root.get("version") != "2.0":
        raise Loss("the root is not that of XLIFF 2.0")
    for file in root:
        ids = [unit.get("id") for unit in file.iter(space + "unit")]
        if len(ids) != len(set(ids)):
            raise Loss("a unit's id is there twice")
        for unit in file.iter(space + "unit"):
            order = [child.tag.removeprefix(space) for child in unit]
            if order != [name for name in ["notes", "originalData", "segment"] if name in order]:
                raise Loss(f"the order of elements is {order}")
            data = {data.get("id") for data in unit.iter(space + "data")}
            for text in [*unit.iter(space + "source"), *unit.iter(space + "target")]:
                places = [place.get("id") for place in text.iter(space + "ph")]
                references = {place.get("dataRef") for place in text.iter(space + "ph")}
                if len(places) != len(set(places)) or not references <= data:
                    raise Loss(f"a placeable of {unit.get('id')} has no data")


def by_translate_toolkit_po(file: Path) -> None:
    from translate.storage import pypo

    check_po(file)
    store = pypo.pofile.parsefile(str(file))
    for unit in store.units:
        if unit.istranslatable():
            unit.target = translated(str(unit.source))
            unit.markfuzzy(False)
    store.save()
    check_po(file)


def by_polib(file: Path) -> None:
    import polib

    messages = polib.pofile(str(file))
    for message in messages:
        message.msgstr = translated(message.msgid)
        message.flags = [flag for flag in message.flags if flag != "fuzzy"]
    messages.save()
    check_po(file)


def check_po(file: Path) -> None:
    if shutil.which("msgfmt"):
        done = run(["msgfmt", "--check", "--output-file", "/dev/null", file])
        if done.returncode != 0:
            raise Loss(f"msgfmt: {done.stderr}")


def by_csv(file: Path) -> None:
    """As Excel in a country with decimal commas, with formulas that are shown without their apostrophe."""
    with file.open(encoding="utf-8-sig", newline="") as rows:
        head, *rows = csv.reader(rows)
    source = next(at for at, name in enumerate(head) if name.startswith("source ("))
    translation = next(at for at, name in enumerate(head) if name.startswith("translation ("))
    for row in rows:
        if any(cell[:1] in ("=", "+", "-", "@") for cell in row):
            raise Loss(f"a spreadsheet takes a cell for a formula: {row}")
        row[translation] = translated(row[source])
    with file.open("w", encoding="utf-8-sig", newline="") as rows_file:
        csv.writer(rows_file, dialect="excel", delimiter=";").writerows([head, *rows])


TRANSLATORS = [
    ("xliff", "translate-toolkit", by_translate_toolkit_xliff),
    ("po", "translate-toolkit", by_translate_toolkit_po),
    ("po", "polib", by_polib),
    ("csv", "csv", by_csv),
]


def new_language(folder: Path) -> str:
    shutil.copytree(ROOT / "locales", folder)
    prompts(folder, "add-locale", "nl-NL")
    return "nl-NL"


def stale_language(folder: Path) -> str:
    shutil.copytree(HERE / "exchange/locales", folder)
    return "ru"


FOLDERS = {"locales/": new_language, "exchange/": stale_language}


def words(text: str) -> list[str]:
    """Returns the words, with placeables written in one way: white space does not count."""
    return PLACEABLE.sub(lambda found: found[0].replace(" ", ""), text).split()


def exchange(make, extension: str, translate) -> str:
    """Sends the texts of a folder, and says how many came back."""
    import polib

    scratch = SCRATCH / "work"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    folder = scratch / "locales"
    locale = make(folder)
    file = scratch / f"job.{extension.replace('xliff', 'xlf')}"
    wanted = scratch / "wanted.po"
    prompts(folder, "todo", locale, "--format", "po", "--output", wanted, status=1)
    prompts(folder, "todo", locale, "--format", extension, "--output", file, status=1)
    translate(file)
    prompts(folder, "import", file)

    prompts(folder, "todo", locale)
    prompts(folder, "check", "--locale", locale, "--deny", "unrecorded")
    prompts(folder, "fmt", "--check", "--locale", locale)
    status = json.loads(prompts(folder, "status", "--locale", locale, "--format", "json"))["locales"][0]
    if (status["translated"], status["stale"], status["unrecorded"]) != (status["messages"], 0, 0):
        raise Loss(f"not all is translated, current and recorded: {status}")
    done = scratch / "done.po"
    prompts(folder, "todo", locale, "--all", "--format", "po", "--output", done)
    texts = {message.msgctxt: message.msgstr for message in polib.pofile(str(done))}
    messages = polib.pofile(str(wanted))
    for message in messages:
        if words(texts[message.msgctxt]) != words(translated(message.msgid)):
            raise Loss(f"{message.msgctxt} is {texts[message.msgctxt]!r}, not {translated(message.msgid)!r}")
    return f"{len(messages)} texts came back"


def main() -> int:
    tests = {}
    for name, make in FOLDERS.items():
        for extension, library, translate in TRANSLATORS:
            tests[f"{name:9} {extension:5} {library}"] = functools.partial(exchange, make, extension, translate)
    return report(tests)


if __name__ == "__main__":
    main_with("exchange.txt", SCRATCH, __file__, main)
