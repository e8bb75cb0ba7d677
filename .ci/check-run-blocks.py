"""Checks the shell in workflows and actions with shellcheck: check-run-blocks.py FILE…. Needs PyYAML.

An expression in a `run` block is a finding, since it would insert untrusted text into a program. Use `env` instead.
"""

import subprocess
import sys
from pathlib import Path

import yaml


def steps(document: dict):
    yield from document.get("runs", {}).get("steps", [])
    for job in document.get("jobs", {}).values():
        yield from job.get("steps", [])


blocks = findings = 0
for path in sys.argv[1:]:
    for step in steps(yaml.safe_load(Path(path).read_text("utf-8"))):
        if "run" not in step:
            continue
        blocks += 1
        problems = []
        if "${{" in step["run"]:
            problems.append("an expression is inserted into the shell's text; set a variable in `env` to it\n")
        # Without -u, as GitHub runs `shell: bash`.
        command = ["shellcheck", "--shell=bash", "--format=gcc", "-"]
        done = subprocess.run(command, input=step["run"], capture_output=True, encoding="utf-8")
        problems.append(done.stdout + done.stderr)
        for problem in filter(None, problems):
            findings += 1
            print(f"{path}: {step.get('name', step['run'].splitlines()[0])}:\n{problem}", end="")
print(f"run blocks: {blocks}, with findings: {findings}")
sys.exit(0 if blocks and not findings else 1)
