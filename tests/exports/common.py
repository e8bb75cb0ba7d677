"""What the tests of the exports have in common: the cases, this library's answers and the comparison."""

import itertools
import json
import re
import subprocess
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SCRATCH = ROOT / "target/exports"
LOCALES = ROOT / "locales"
FIXTURE = HERE / "fixture"

# The values of the variables in both folders. Each code is rendered with each combination of those that it has.
VALUES = {
    "im-reused": ["true", "false"],
    "place": ["front", "back", "left", "middle", "elsewhere"],
    "owner": ["me", "Zoë {x} %1$s 'y' <i>"],
    "big": ["true", "false"],
    # Fluent's Rust runtime has other plural forms for 103 and 111 in Arabic than CLDR.
    "count": [0, 1, 2, 3, 5, 7, 11, 21, 100, 101],
    "a": [0, 1, 2, 5, 21],
    "b": [0, 1, 2, 5, 21],
    "n": [1, 2, 3, 4, 11, 22],
    "name": ["Zoë {x} %1$s 'y' <i>"],
    "other": ["100 % # @"],
    "what": ["{{count}} $t(plain)"],
}

# The variables that select variants by their texts, in the order of the exports.
BY_TEXT = {
    "im-login-failed": ["im-reused"],
    "variants": ["place"],
    "variants-and-plural": ["place"],
    "two-selectors": ["owner", "big"],
    "same-variable-twice": ["place"],
}

# The variable that selects plural forms.
PLURAL = {
    "plural": "count",
    "plural-in-sentence": "count",
    "variants-and-plural": "count",
    "exact": "count",
    "only-in-source": "count",
    "two-plurals": "a",
    "ordinal": "n",
}

# Here the app formats the numbers, so they are texts.
FORMATTED = {"number-format"}

# Losses that change what is shown, so that such a text is not compared.
CHANGES = {
    "exact-number",
    "fallback-plural",
    "function-call",
    "missing-attribute",
    "ordinal-plural",
    "placeholder",
    "second-plural",
}

LOSS = re.compile(r"^warning\[([a-z-]+)\]: (?:\S+: )?`([^`]+)`.*?(?: \(in ([^)]*)\))?$")


class Problem(Exception):
    """Why the test failed, shown to the user."""


def run(command: list, **options) -> str:
    shown = " ".join(map(str, command))
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=1800, **options)
    except FileNotFoundError:
        raise Problem(f"`{command[0]}` is not installed")
    if done.returncode != 0:
        raise Problem(f"`{shown}` exited with status {done.returncode}\n{(done.stdout + done.stderr)[-3000:]}")
    return done.stdout


def install_node(folder: Path, package: Path) -> None:
    """Installs the npm packages of a folder of tests, unless an earlier run has installed them."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = (package / "package-lock.json").read_text("utf-8")
    stamp = folder / "installed"
    if not stamp.exists() or stamp.read_text("utf-8") != lock:
        for name in ["package.json", "package-lock.json"]:
            (folder / name).write_bytes((package / name).read_bytes())
        run(["npm", "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder)
        stamp.write_text(lock, "utf-8")


def export(format: str, folder: Path, output: Path, *options: str) -> list[str]:
    """Exports a folder, and returns the reports of losses, one line each."""
    command = [ROOT / "target/debug/prompts", "export", "--format", format, "--dir", folder.relative_to(ROOT)]
    done = subprocess.run([*command, "--output", output, *options], capture_output=True, encoding="utf-8", cwd=ROOT)
    if done.returncode != 0:
        raise Problem(f"`prompts export` exited with status {done.returncode}\n{done.stderr}")
    return done.stderr.splitlines()


def losses(reports: list[str]) -> list[tuple[str, set[str]]]:
    """Returns the texts that are reported as changed, each with the locales."""
    found = []
    for line in reports:
        match = LOSS.match(line)
        if not match:
            raise Problem(f"an unexpected message of `prompts export`: {line}")
        rule, subject, locales = match.groups()
        if rule in CHANGES:
            found.append((subject, set((locales or "").split(", ")) - {""}))
    return found


def cases(folder: Path) -> list[dict]:
    """Every code and the message for unknown codes, in every locale, with all values of its variables."""
    table = tomllib.loads((folder / "codes.toml").read_text("utf-8"))["codes"]
    codes = {code: entry if isinstance(entry, dict) else {"message": entry} for code, entry in table.items()}
    codes["-77"] = {"message": "unknown-code"}
    source = tomllib.loads((folder / "codes.toml").read_text("utf-8"))["source"]
    texts = [file.read_text("utf-8") for file in sorted(folder.rglob("*.ftl"), key=lambda it: it.parent.name != source)]
    found = []
    for code, entry in codes.items():
        id = entry["message"]
        entries = [re.search(rf"^{id} *=.*?(?=^[a-zA-Z#-]|\Z)", text, re.MULTILINE | re.DOTALL) for text in texts]
        variables = {name for it in entries if it for name in re.findall(r"\$([a-zA-Z][\w-]*)", it.group())}
        names = [name for name in VALUES if name in variables]
        order = list(dict.fromkeys(name for it in entries if it for name in re.findall(r"\$([a-zA-Z][\w-]*)", it.group())))
        for values in itertools.product(*(VALUES[name] for name in names)):
            for locale in sorted(path.name for path in folder.iterdir() if path.is_dir()):
                args = dict(zip(names, values))
                found.append(
                    {"folder": str(folder), "locale": locale, "code": code, "id": id, "args": args, "marks": False}
                    | {"fallbacks": True, "action": entry.get("action"), "order": order}
                )
    return found


def categories(requests: list[dict]) -> dict[tuple[str, int], str]:
    """Returns the plural category of each number that selects a form, by locale and number."""
    pairs = {(it["locale"], it["args"][PLURAL[it["id"]]]) for it in requests if PLURAL.get(it["id"]) in it["args"]}
    script = "for (const [l, n] of JSON.parse(process.argv[1])) console.log(new Intl.PluralRules(l).select(n))"
    ordered = sorted(pairs)
    return dict(zip(ordered, run(["node", "--eval", script, json.dumps(ordered)]).split()))


def variant(request: dict, base: str, names: list[str], write) -> str:
    """Returns the name of a text with the variants that exist, as a generated function chooses it."""
    name = base
    for variable in BY_TEXT.get(request["id"], []):
        part = write(variable, str(request["args"].get(variable)))
        if any(known.startswith(base + part[0]) and part in known for known in names):
            name += part
    return name


def answered(requests: list[dict], texts: list) -> list[dict]:
    """Returns the answers to requests from three texts of each: the text, the description and the label of the action."""
    found = []
    for request, text, description, action in zip(requests, texts[::3], texts[1::3], texts[2::3], strict=True):
        action = action if request["action"] else None
        found.append({"text": text, "description": text if description is None else description, "action": action})
    return found


def lines(requests: list[dict]) -> str:
    return "".join(json.dumps(request) + "\n" for request in requests)


def ours(requests: list[dict], features: tuple[str, ...] = ()) -> list:
    """Returns the library's answers, with features of the library."""
    command = ["cargo", "run", "--quiet", "--locked", "--example", "conformance"]
    if features:
        command += ["--features", ",".join(features)]
    return [json.loads(line) for line in run(command, cwd=ROOT, input=lines(requests)).splitlines()]


def compare(requests: list, answers: list, theirs: list, lost: list) -> tuple[str, list[str]]:
    """Compares all answers, except texts that are reported as changed. Returns what was compared, and the differences."""
    if len(answers) != len(theirs):
        raise Problem(f"{len(theirs)} answers to {len(answers)} cases")
    compared, skipped, differences = 0, 0, []
    for request, mine, other in zip(requests, answers, theirs):
        for part, attribute in [("text", ""), ("description", ".description"), ("action", ".action")]:
            # A message without a description is described by its text.
            names = {request["id"] + attribute} | ({request["id"]} if part == "description" else set())
            locales = {request["locale"], mine["locale"]}
            if any(subject in names and (not where or where & locales) for subject, where in lost):
                skipped += 1
            elif mine[part] == other[part]:
                compared += 1
            else:
                differences.append(f"{json.dumps(request)}: {part}\n  ours   {mine[part]!r}\n  theirs {other[part]!r}")
    if skipped > compared:
        raise Problem(f"only {compared} texts of {compared + skipped} can be compared")
    return f"{compared} texts are compared, {skipped} are reported as changed", differences
