"""Returns the cases that all three runtimes render: for this project's own texts and for the fixtures."""

import re
import shutil
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SCRATCH = ROOT / "target/conformance"
LOCALES = ROOT / "locales"
FIXTURES = HERE / "fixtures"

UNKNOWN_CODES = [0, 7, -99, -(2**63), 2**63 - 1]
VALUES = ["true", "false", "another text", "", 0, 1, 2, 5, 1.5]

NUMBERS = [0, 1, 2, 5, 11, 21, 1.5, -1, 100, 1000000, 1234.5]
TEXTS = ["true", "false", "masculine", "two-words", "one", "other", "1", "", "שלום \u202e{ $x }\n"]
ARGUMENTS = [
    *({"n": number, "text": "true"} for number in NUMBERS),
    *({"n": 1, "text": text} for text in TEXTS),
    {"n": 1, "text": 5},
]
FIXTURE_LOCALES = ["en", "ru", "ar", "ja"]
# Plurals are also rendered in every locale of locales/, and in some locales with special rules.
PLURALS = [*FIXTURE_LOCALES, "cs", "cy", "ga", "he", "lt", "lv", "pl", "sl"]
# Decimals have rules of their own in these too.
DECIMAL_LOCALES = [*PLURALS, "br", "da", "fa", "fil", "hi", "is", "mk", "si"]
DECIMALS = [{"n": number, "text": "true"} for number in [0.1, 0.5, 1.1, 1.5, 2.25, 10.1, 21.1, -0.5]]

MESSAGE = re.compile(r"^([a-zA-Z][\w-]*) *=(.*?)(?=^[a-zA-Z-]|\Z)", re.MULTILINE | re.DOTALL)


def folders(path: Path) -> list[str]:
    return sorted(folder.name for folder in path.iterdir() if folder.is_dir())


def own_cases() -> list[dict]:
    """Every code in every locale of locales/, with every variant key as the argument, and other values."""
    codes = tomllib.loads((LOCALES / "codes.toml").read_text("utf-8"))["codes"]
    ids = {code: entry if isinstance(entry, str) else entry["message"] for code, entry in codes.items()}
    ids |= {str(code): "unknown-code" for code in UNKNOWN_CODES}
    texts = "".join(file.read_text("utf-8") for file in LOCALES.rglob("*.ftl"))
    # Comments are searched as well, so some of these do not exist. An unused argument does no harm.
    variables = set(re.findall(r"\$([a-zA-Z][\w-]*)", texts)) - {"code"}
    values = dict.fromkeys([*VALUES, *re.findall(r"\[([a-zA-Z][\w-]*)\]", texts)])
    arguments = [{}, *({name: value for name in sorted(variables)} for value in values)]
    return [
        case(LOCALES, locale, code, id, args, marks)
        for locale in folders(LOCALES)
        for code, id in ids.items()
        for args in arguments
        for marks in (True, False)
    ]


def make_fixtures(folder: Path, line_end: bytes = b"\n") -> None:
    """Creates a folder like locales/ from the files in fixtures/, with a code for each message."""
    shutil.rmtree(folder, ignore_errors=True)
    rows = ['source = "en"', "[codes]"]
    for file in sorted(FIXTURES.glob("*.ftl")):
        for locale in locales_of(file):
            (folder / locale).mkdir(parents=True, exist_ok=True)
            (folder / locale / file.name).write_bytes(file.read_bytes().replace(b"\n", line_end))
        for id, body in messages(file):
            action = ', action = "act"' if ".action" in body else ""
            rows.append(f'{len(rows)} = {{ message = "{id}"{action} }}')
    (folder / "codes.toml").write_text("\n".join(rows) + "\n", "utf-8")


def fixture_cases(folder: Path) -> list[dict]:
    codes = tomllib.loads((folder / "codes.toml").read_text("utf-8"))["codes"]
    ids = {entry["message"]: code for code, entry in codes.items()}
    return [
        case(folder, locale, ids[id], id, args, marks)
        for file in sorted(FIXTURES.glob("*.ftl"))
        for id, _ in messages(file)
        for locale in locales_of(file)
        for args in (DECIMALS if file.name == "decimals.ftl" else ARGUMENTS)
        for marks in (True, False)
    ]


def locales_of(file: Path) -> list[str]:
    more = {"plurals.ftl": PLURALS, "decimals.ftl": DECIMAL_LOCALES}.get(file.name)
    return sorted({*more, *folders(LOCALES)}) if more else FIXTURE_LOCALES


def messages(file: Path) -> list[tuple[str, str]]:
    return MESSAGE.findall(file.read_bytes().decode("utf-8"))


def case(folder: Path, locale: str, code: str, id: str, args: dict, marks: bool) -> dict:
    return {"folder": str(folder), "locale": locale, "code": code, "id": id, "args": args, "marks": marks}
