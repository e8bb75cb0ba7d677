"""Finds differences between answers, and which of them are known."""

import itertools
import tomllib
from dataclasses import dataclass
from pathlib import Path

PARTS = ["text", "description", "action"]
# The text in known.toml for a missing answer.
NO_ANSWER = "(no answer)"
ISOLATION = str.maketrans("", "", "\u2068\u2069")
# Thousands separators and decimal points of the fixtures' locales.
SEPARATORS = {"en": ",", "ja": ",", "ar": ",\u200e", "ru": "\u00a0"}
POINTS = {"ru": ","}


@dataclass(frozen=True)
class Difference:
    peer: str
    case: dict
    # One of PARTS, or `message` if only one of the two has an answer.
    part: str
    ours: str | None
    theirs: str | None

    def __str__(self) -> str:
        case = self.case
        args = ", ".join(f"{name}={value!a}" for name, value in case["args"].items()) or "no arguments"
        marks = "marks" if case["marks"] else "no marks"
        where = f"{case['code']} {case['id']} ({case['locale']}, {args}, {marks}) {self.part}"
        return f"{where}: ours {self.ours!a}, {self.peer} {self.theirs!a}"


def compare(cases: list[dict], ours: list, peer: str, theirs: list) -> tuple[int, list[Difference]]:
    """Returns the number of compared parts, and the differences."""
    count, differences = 0, []
    for case, our, their in zip(cases, ours, theirs, strict=True):
        if our is None and their is None:
            continue
        if our is None or their is None:
            count += 1
            differences.append(Difference(peer, case, "message", our and our["text"], their and their["text"]))
            continue
        # The text is also the description of a message without one.
        expected = {**their, "description": our["text"] if their["description"] is None else their["description"]}
        for part in PARTS:
            count += our[part] is not None or expected[part] is not None
            if our[part] != expected[part]:
                differences.append(Difference(peer, case, part, our[part], expected[part]))
    return count, differences


class Known:
    """The differences that known.toml lists. Every combination that an entry lists has to be found."""

    def __init__(self, entries: list[dict]):
        self.entries = entries
        self.unneeded = {
            (index, *combination) for index, entry in enumerate(entries) for combination in combinations(entry)
        }

    @classmethod
    def read(cls, file: Path, build: str) -> "Known":
        """Reads the entries for a build of this library."""
        entries = tomllib.loads(file.read_text("utf-8"))["known"]
        return cls([entry for entry in entries if build in entry.get("builds", [build])])

    def has(self, difference: Difference) -> bool:
        return any(self.matches(index, entry, difference) for index, entry in enumerate(self.entries))

    def matches(self, index: int, entry: dict, difference: Difference) -> bool:
        case = difference.case
        ours, theirs = (same(entry, case, text) for text in (difference.ours, difference.theirs))
        if "texts" not in entry and ours != theirs:
            return False
        locale = case["locale"] if "locales" in entry else None
        n = case["args"].get("n") if "n" in entry else None
        pair = (ours, theirs) if "texts" in entry else None
        combination = (difference.peer, case["id"], locale, n, pair)
        if combination not in combinations(entry):
            return False
        self.unneeded.discard((index, *combination))
        return True

    def unneeded_lines(self) -> list[str]:
        return [
            "no longer needed in known.toml: "
            + ", ".join(ascii(part) for part in combination if part is not None)
            + f": {self.entries[index]['why']}"
            for index, *combination in sorted(self.unneeded, key=str)
        ]


def combinations(entry: dict) -> set[tuple]:
    pairs = [(ours, their) for ours, theirs in entry.get("texts", {}).items() for their in theirs]
    optional = [entry.get("locales", [None]), entry.get("n", [None]), pairs or [None]]
    return set(itertools.product(entry["peers"], entry["messages"], *optional))


def same(entry: dict, case: dict, text: str | None) -> str:
    """Removes from a text the parts that an entry ignores."""
    ignored = entry.get("ignore", [])
    if text is None:
        return NO_ANSWER
    if "marks" in ignored and case["marks"]:
        text = text.translate(ISOLATION)
    if "numbers" in ignored:
        for separator in SEPARATORS.get(case["locale"], ""):
            text = text.replace(separator, "")
        text = text.replace(POINTS.get(case["locale"], "."), ".")
    return text
