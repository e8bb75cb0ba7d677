#!/usr/bin/env python3
"""Measures `prompts lsp` on a tree of 50 locales with 1,000 messages, beside `prompts check` on the same tree.

    python3 benches/check/editor.py

Builds the command, opens a file as an editor does, and types into it. Prints the median time of each answer, its ratio to a
whole check, and the memory. For findings, it is the time from a key to the findings, without the pause in which the server
waits for the next key. Compare only ratios between machines.
"""

import itertools
import json
import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

import trees

ROUNDS = 15
ROOT = Path(__file__).resolve().parents[2]
# How long the server waits after a key: the default of `code_prompts_lsp::Options::pause`.
PAUSE = 0.120


class Editor:
    """A client of the server."""

    def __init__(self, ours: Path) -> None:
        self.server = subprocess.Popen([ours, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.ids = itertools.count(1)

    def send(self, message: dict) -> None:
        text = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(text), text))
        self.server.stdin.flush()

    def receive(self) -> dict:
        length = 0
        while (line := self.server.stdout.readline().strip()) != b"":
            if line.startswith(b"Content-Length: "):
                length = int(line.split()[1])
        return json.loads(self.server.stdout.read(length))

    def ask(self, method: str, params: dict | None) -> dict:
        number = next(self.ids)
        self.send({"id": number, "method": method, "params": params})
        while (message := self.receive()).get("id") != number:
            pass
        assert "error" not in message, message
        return message["result"]

    def tell(self, method: str, params: dict) -> None:
        self.send({"method": method, "params": params})

    def findings(self, uri: str) -> list:
        """Waits for the findings of a file."""
        while (message := self.receive()).get("params", {}).get("uri") != uri:
            pass
        return message["params"]["diagnostics"]

    def memory(self) -> float:
        status = Path(f"/proc/{self.server.pid}/status").read_text(encoding="ascii")
        return int(status.split("VmRSS:")[1].split()[0]) / 1024


def seconds(work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure(ours: Path, tree: Path) -> None:
    path = tree / "fr" / "messages.ftl"
    uri, text = path.as_uri(), path.read_text(encoding="utf-8")
    editor = Editor(ours)
    editor.ask("initialize", {"processId": None, "rootUri": tree.as_uri(), "capabilities": {}, "initializationOptions": {"source": "en"}})
    editor.tell("initialized", {})
    document = {"uri": uri, "languageId": "fluent", "version": 1, "text": text}
    editor.tell("textDocument/didOpen", {"textDocument": document})
    line = next(at for at, line in enumerate(text.splitlines()) if line.startswith("message-500 "))
    place = {"line": line, "character": 0}
    here = {"textDocument": {"uri": uri}, "position": place}
    whole = {"textDocument": {"uri": uri}, "range": {"start": {"line": 0, "character": 0}, "end": {"line": 80, "character": 0}}}
    near = {**whole, "range": {"start": place, "end": place}, "context": {"diagnostics": []}}
    is_wrong = itertools.cycle([True, False])

    def key() -> None:
        """Types a space before the message, which makes it a part of the one above, and deletes it again."""
        wrong = next(is_wrong)
        change = {"range": {"start": place, "end": {**place, "character": 0 if wrong else 1}}, "text": " " if wrong else ""}
        editor.tell("textDocument/didChange", {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [change]})

    def findings() -> None:
        key()
        editor.findings(uri)

    # Findings of the file are shown before the first one is taken away.
    key()
    editor.findings(uri)
    answers = {
        "findings after a key": findings,
        "hover": lambda: editor.ask("textDocument/hover", here),
        "completion": lambda: editor.ask("textDocument/completion", {**here, "context": {"triggerKind": 1}}),
        "definition": lambda: editor.ask("textDocument/definition", here),
        "references": lambda: editor.ask("textDocument/references", {**here, "context": {"includeDeclaration": True}}),
        "code actions": lambda: editor.ask("textDocument/codeAction", near),
        "inlay hints": lambda: editor.ask("textDocument/inlayHint", whole),
        "document symbols": lambda: editor.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}}),
        "semantic tokens": lambda: editor.ask("textDocument/semanticTokens/full", {"textDocument": {"uri": uri}}),
    }
    times = {name: [] for name in ["prompts check", *answers]}
    for _ in range(ROUNDS):
        check = [ours, "check", "--dir", tree, "--source", "en"]
        times["prompts check"].append(seconds(lambda: subprocess.run(check, stdout=subprocess.DEVNULL, check=False)))
        for name, answer in answers.items():
            times[name].append(seconds(answer) - (PAUSE if answer is findings else 0))
    base = statistics.median(times["prompts check"])
    print(f"{len(trees.LATIN)} locales of {trees.MESSAGES} messages; medians of {ROUNDS} rounds")
    for name, of_name in times.items():
        median = statistics.median(of_name)
        print(f"{name:24} {median * 1000:9.1f} ms  ×{median / base:.2f}")
    print(f"{'memory of the server':24} {editor.memory():9.0f} MB")
    editor.ask("shutdown", None)
    editor.tell("exit", {})
    editor.server.wait()


def main() -> None:
    subprocess.run(["cargo", "build", "--release", "--quiet", "--package", "prompts"], cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory() as scratch:
        tree = Path(scratch) / "clean"
        trees.make_clean(tree)
        measure(ROOT / "target/release/prompts", tree)


if __name__ == "__main__":
    os.environ.setdefault("NO_COLOR", "1")
    main()
