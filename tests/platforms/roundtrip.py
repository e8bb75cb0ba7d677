#!/usr/bin/env python3
"""Translates through the libraries of translation platforms, with the commands of the guide (docs/platforms.md).

    python3 tests/platforms/roundtrip.py

Requires cargo, git and Python 3.11 with venv. Installs moz.l10n, translate-toolkit and compare-locales into
target/platforms/roundtrip, at the versions in roundtrip.txt. For each platform, and for records in comments and in files:

1. A text of the source changes, and a message is added.
2. The platform translates both for one language, and writes the file as its code does.
3. `prompts accept --since HEAD^` runs in the platform's commit.
4. In that language, nothing is missing or stale, no text has changed otherwise, and the layout is accepted by `prompts fmt --check`.
   In another language, the same text is still stale and the same message still missing.
5. Records and the review are as they were. Pontoon removes comments: then `prompts check` must report that records are gone,
   and nothing may be gone with records in files.

Status 0: all is as expected. 1: something is lost. 2: the test failed.
"""

import json
import re
import shutil
from pathlib import Path

from common import ROOT, Loss, Problem, main_with, prompts, report, run

SCRATCH = ROOT / "target/platforms/roundtrip"
LOCALE, OTHER = "de-DE", "fr-FR"
CHANGED, ADDED = "room-not-found", "hand-raised"
TRANSLATIONS = {CHANGED: "Der Raum wurde geschlossen", ADDED: "Jemand hat sich gemeldet"}


# Platforms. Each writes translations into a file of the locale, as its code does.


def by_pontoon(source: Path, target: Path) -> None:
    """Reads the source file, puts the translations into it, and writes that, as Pontoon's sync does."""
    from moz.l10n.formats import Format
    from moz.l10n.model import Entry
    from moz.l10n.resource import parse_resource, serialize_resource

    def entries(resource) -> list:
        return [entry for section in resource.sections for entry in section.entries if isinstance(entry, Entry)]

    stored = {entry.id: entry for entry in entries(parse_resource(str(target)))}
    added = "".join(f"{id} = {text}\n" for id, text in TRANSLATIONS.items())
    stored.update({entry.id: entry for entry in entries(parse_resource(Format.fluent, added))})
    resource = parse_resource(str(source))
    for section in resource.sections:
        section.entries = [entry for entry in section.entries if not isinstance(entry, Entry) or entry.id in stored]
        for entry in section.entries:
            if isinstance(entry, Entry):
                translation = stored[entry.id]
                entry.value = translation.value
                entry.properties = {name: value for name, value in translation.properties.items() if name in entry.properties}
    resource.sections = [section for section in resource.sections if any(isinstance(entry, Entry) for entry in section.entries)]
    target.write_text("".join(serialize_resource(resource)), "utf-8")


def by_weblate(source: Path, target: Path) -> None:
    """Changes units of the translated file, and adds those that it lacks at its end."""
    from translate.storage.fluent import FluentFile

    store = FluentFile.parsefile(str(target))
    units = {unit.getid(): unit for unit in store.units if unit.getid()}
    for id, text in TRANSLATIONS.items():
        unit = units.get(id)
        if unit is None:
            unit = FluentFile.parsefile(str(source)).findid(id)
            unit.removenotes()
            store.addunit(unit)
        # In a file of one language, it is the text that is written.
        unit.source = text
    store.save()


def by_compare_locales(source: Path, target: Path) -> None:
    """Serializes the old file with new texts, by the order of the source."""
    from compare_locales import parser, serializer

    def read(file: Path) -> list:
        reader = parser.getParser(file.name)
        reader.readFile(str(file))
        return list(reader.walk())

    new = {id: f"{id} = {text}" for id, text in TRANSLATIONS.items()}
    target.write_bytes(serializer.serialize(target.name, read(source), read(target), new))


PLATFORMS = {"Pontoon (moz.l10n)": by_pontoon, "Weblate (translate-toolkit)": by_weblate, "compare-locales": by_compare_locales}


def git(repository: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
    done = run(["git", *who, *arguments], cwd=repository)
    if done.returncode != 0:
        raise Problem(f"git {arguments[0]}: {done.stderr}")


def commit(repository: Path, message: str) -> None:
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", message)


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    if old not in text:
        raise Problem(f"{file} has no {old!r}")
    file.write_text(text.replace(old, new, 1), "utf-8")


def status(folder: Path, locale: str) -> dict:
    return json.loads(prompts(folder, "status", "--locale", locale, "--format", "json"))["locales"][0]


def texts(folder: Path) -> dict[str, str]:
    """Returns the texts of the locale, by its messages."""
    from fluent.syntax import FluentParser, FluentSerializer, ast

    resource = FluentParser().parse((folder / LOCALE / "prompts.ftl").read_text("utf-8"))
    found = {}
    for entry in resource.body:
        if isinstance(entry, ast.Message):
            entry.comment = None
            # moz.l10n sorts attributes.
            entry.attributes.sort(key=lambda attribute: attribute.id.name)
            found[entry.id.name] = FluentSerializer().serialize_entry(entry)
    return found


def equal(what: str, found, expected) -> None:
    if found != expected:
        if isinstance(found, dict):
            keys = sorted(key for key in {*found, *expected} if found.get(key) != expected.get(key))
            found, expected = ({key: texts.get(key) for key in keys} for texts in (found, expected))
        raise Loss(f"{what}: {found}, not {expected}")


def start(records: str) -> Path:
    """Makes a repository with locales whose source has changed in the last commit."""
    repository = SCRATCH / "work"
    shutil.rmtree(repository, ignore_errors=True)
    folder = repository / "locales"
    shutil.copytree(ROOT / "locales", folder)
    shutil.copy(ROOT / "l10n.toml", repository)
    git(repository, "init", "--quiet")
    if records == "file":
        prompts(folder, "records", "--to", "file")
    commit(repository, "start")
    source = folder / "zh-CN/prompts.ftl"
    text = re.search(rf"^{CHANGED} = .*$", source.read_text("utf-8"), re.MULTILINE)[0]
    replace(source, text, f"{CHANGED} = 房间已关闭，请换一个")
    source.write_text(source.read_text("utf-8") + f"\n# Someone wants to speak.\n{ADDED} = 有人举手\n", "utf-8")
    replace(folder / "codes.toml", "[codes]\n", f'[codes]\n9001 = "{ADDED}"\n')
    commit(repository, "the source changes")
    return folder


def roundtrip(records: str, write) -> str:
    folder = start(records)
    before = status(folder, LOCALE)
    old = texts(folder)
    equal("stale and missing before", (before["stale"], before["missing"]), (1, 1))
    write(folder / "zh-CN/prompts.ftl", folder / LOCALE / "prompts.ftl")
    commit(folder.parent, "the platform")
    prompts(folder, "fmt", "--check", "--locale", LOCALE)
    prompts(folder, "accept", "--since", "HEAD^")

    after, other = status(folder, LOCALE), status(folder, OTHER)
    equal("translated, stale and missing", (after["translated"], after["stale"], after["missing"]), (after["messages"], 0, 0))
    equal(f"stale and missing in {OTHER}", (other["stale"], other["missing"]), (1, 1))
    new = texts(folder)
    kept = {id: text for id, text in old.items() if id != CHANGED}
    equal("texts that nobody translated", {id: text for id, text in new.items() if id in kept}, kept)
    removes_records = records == "comments" and write is by_pontoon
    if removes_records:
        # Only what was translated is recorded. The check says so.
        equal("unrecorded", after["unrecorded"], after["messages"] - len(TRANSLATIONS))
        found = json.loads(prompts(folder, "check", "--locale", LOCALE, "--format", "json", "--allow", "missing-message"))
        if not any(finding["rule"] == "unrecorded" for finding in found["findings"]):
            raise Loss("the check does not report that records are gone")
        return "records are gone, and the check says so"
    equal("unrecorded", after["unrecorded"], 0)
    equal("review", after["review"]["state"], before["review"]["state"])
    prompts(folder, "check", "--locale", LOCALE, "--deny", "unrecorded,stale-translation", "--allow", "undocumented-variable")
    return "nothing is lost"


def finds_source() -> str:
    """Asserts that the configuration names the source."""
    from moz.l10n.paths import L10nConfigPaths

    folder = start("comments")
    paths = [Path(path) for path in L10nConfigPaths(str(folder.parent / "l10n.toml")).ref_paths]
    equal("the source", [path.relative_to(folder.parent).as_posix() for path in paths], ["locales/zh-CN/prompts.ftl"])
    return "it does"


def main() -> int:
    tests = {"l10n.toml names the source": finds_source}
    for name, write in PLATFORMS.items():
        for records in ["comments", "file"]:
            tests[f"{name}, records in {records}"] = lambda records=records, write=write: roundtrip(records, write)
    return report(tests)


if __name__ == "__main__":
    main_with("roundtrip.txt", SCRATCH, __file__, main)
