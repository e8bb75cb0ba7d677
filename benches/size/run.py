#!/usr/bin/env python3
"""Measures how much a program grows by this library and by others, and which parts that is.

    python3 benches/size/run.py

Builds small programs in release mode, with Cargo's default settings, with link-time optimization, and with settings for
small programs, and strips them. Each has its texts in the program itself: `code-prompts` this project's 14 locales, the
peer three of them.
Needs `nm` and `strip` of binutils. Versions of peers are those of `benches/peers/Cargo.lock`.
"""

import collections
import os
import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "target" / "size"
PEER_LOCALES = ["de-DE", "en-US", "zh-CN"]

OWN = """
use code_prompts::Catalog;
fn main() {
    let files = [
        ("codes.toml", "source = 'en-US'\\n[codes]\\n7 = 'battery-low'\\n"),
        ("en-US.ftl", "battery-low = The battery is low\\nunknown-code = Error { $code }\\n"),
    ];
    let catalog = Catalog::from_files("i18n", files).unwrap();
    println!("{}", catalog.localizer(std::env::args()).prompt(7));
}
"""

# The name, the dependencies and `main.rs` of each program. The first is what the others are compared with.
PROGRAMS = [
    ("hello", "", 'fn main() { println!("{}", std::env::args().count()); }'),
    (
        "code-prompts",
        f'code-prompts = {{ path = "{ROOT}" }}',
        'fn main() { println!("{}", code_prompts::Catalog::embedded().localizer(std::env::args()).prompt(30206)); }',
    ),
    ("code-prompts, own files", f'code-prompts = {{ path = "{ROOT}", default-features = false }}', OWN),
    (
        "fluent-templates",
        'fluent-templates = "0.15"',
        """
use fluent_templates::{Loader, static_loader};
static_loader! { static LOCALES = { locales: "./locales", fallback_language: "en-US" }; }
fn main() {
    let tag = std::env::args().nth(1).unwrap_or_default().parse().unwrap_or_default();
    println!("{}", LOCALES.lookup(&tag, "signed-in-elsewhere"));
}
""",
    ),
]


PROFILES = {
    "release": "",
    "lto": '[profile.lto]\ninherits = "release"\nlto = true\ncodegen-units = 1\n',
    "small": '[profile.small]\ninherits = "release"\nopt-level = "z"\nlto = true\ncodegen-units = 1\npanic = "abort"\n',
}


def build(index: int, profile: str) -> tuple[int, collections.Counter[str]]:
    """Builds a program. Returns its stripped size and the sizes of its symbols."""
    _, dependencies, main = PROGRAMS[index]
    folder = WORK / f"program{index}"
    (folder / "src").mkdir(parents=True, exist_ok=True)
    (folder / "src" / "main.rs").write_text(main, encoding="utf-8")
    (folder / "Cargo.toml").write_text(
        f'[package]\nname = "program{index}"\nedition = "2024"\n\n[dependencies]\n{dependencies}\n\n[workspace]\n\n{PROFILES[profile]}',
        encoding="utf-8",
    )
    shutil.copy(ROOT / "benches/peers/Cargo.lock", folder / "Cargo.lock")
    for locale in PEER_LOCALES:
        shutil.copytree(ROOT / "locales" / locale, folder / "locales" / locale, dirs_exist_ok=True)
    environment = {**os.environ, "CARGO_TARGET_DIR": str(WORK / "target")}
    subprocess.run(["cargo", "build", "--profile", profile, "--quiet"], cwd=folder, env=environment, check=True)
    program = WORK / "target" / profile / f"program{index}"
    stripped = program.with_suffix(".stripped")
    subprocess.run(["strip", "-o", stripped, program], check=True)
    return stripped.stat().st_size, symbols(program)


def symbols(program: Path) -> collections.Counter[str]:
    listed = subprocess.run(["nm", "-S", "-C", program], check=True, capture_output=True, text=True).stdout
    sizes = collections.Counter()
    for size, name in re.findall(r"^\S+ ([0-9a-f]+) \w (.*)$", listed, re.MULTILINE):
        sizes[name] += int(size, 16)
    return sizes


def part(symbol: str) -> str:
    """Returns the crate of a symbol, and the module where one explains much."""
    if "likelysubtags::tables" in symbol:
        return "unic_langid_impl, the table of likely subtags"
    if "drop_in_place" in symbol:
        return "core, freeing values"
    if "slice::sort" in symbol:
        return "core, sorting"
    name = re.match(r"[<&(\[* ]*(?:mut |dyn |const )*(\w+)", symbol)
    return name[1] if name else "other"


def main() -> None:
    built = {profile: [build(index, profile) for index in range(len(PROGRAMS))] for profile in PROFILES}
    hello = {profile: results[0][0] for profile, results in built.items()}
    print("| KB more than an empty program | default settings | link-time optimization | settings for small programs |\n| --- | ---: | ---: | ---: |")
    for index, (name, _, _) in enumerate(PROGRAMS):
        if index > 0:
            more = [f"{(results[index][0] - hello[profile]) / 1000:.0f}" for profile, results in built.items()]
            print(f"| {name} | {' | '.join(more)} |")

    (_, base), (size, ours) = built["release"][:2]
    parts = collections.Counter()
    for symbol, more in (ours - base).items():
        parts[part(symbol)] += more
    largest = parts.most_common(10)
    print("\n| part of code-prompts, default settings | KB |\n| --- | ---: |")
    for name, more in largest:
        print(f"| {name} | {more / 1000:.0f} |")
    rest = size - hello["release"] - sum(more for _, more in largest)
    print(f"| the rest: texts, unwinding, relocation, smaller crates | {rest / 1000:.0f} |")


if __name__ == "__main__":
    main()
