"""Swift constants, parsed by tree-sitter's grammar of Swift: there is no compiler for it here."""

import sys

from common import HERE, ROOT, SCRATCH, run

VENV = SCRATCH / "python"

# Prints the places of what the grammar does not know.
PARSE = """
import sys
import tree_sitter_swift
from tree_sitter import Language, Parser

source = open(sys.argv[1], "rb").read()
tree = Parser(Language(tree_sitter_swift.language())).parse(source)
left, functions = [tree.root_node], 0
while left:
    node = left.pop()
    functions += node.type == "function_declaration"
    if node.is_error or node.is_missing:
        line, column = node.start_point
        print(f"{line + 1}:{column + 1}: {node.type}")
    left.extend(node.children)
print(functions)
"""


def install():
    wanted = sys.version + (HERE / "requirements.txt").read_text("utf-8")
    stamp = VENV / "installed"
    if not stamp.exists() or stamp.read_text("utf-8") != wanted:
        run([sys.executable, "-m", "venv", "--clear", VENV])
        pip = [VENV / "bin/pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:"]
        run([*pip, "--require-hashes", "--requirement", HERE / "requirements.txt"])
        stamp.write_text(wanted, "utf-8")


def parse(file):
    """Returns the errors, and the number of functions."""
    *errors, functions = run([VENV / "bin/python", "-c", PARSE, file]).splitlines()
    return errors, int(functions)


def check(folder):
    """Returns what can't be parsed."""
    install()
    file = SCRATCH / f"{folder.name}.swift"
    run([ROOT / "target/debug/prompts", "constants", "--language", "swift", "--dir", folder, "--output", file])
    errors, functions = parse(file)
    broken = SCRATCH / f"{folder.name}-broken.swift"
    broken.write_text(file.read_text("utf-8").replace("-> String {", "-> {", 1), "utf-8")
    if not parse(broken)[0]:
        errors.append("an error in the file was not found")
    print(f"swift, {folder.name}: {functions} functions are parsed")
    return [f"swift, {folder.name}: {error}" for error in errors]
