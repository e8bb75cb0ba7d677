"""What the tests with the libraries of translators' tools have in common."""

import subprocess
import sys
import traceback
from pathlib import Path

if sys.version_info < (3, 11):
    print(f"Python 3.11 or later is required; this is {sys.version.split()[0]}", file=sys.stderr)
    sys.exit(2)

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROMPTS = ROOT / "target/debug/prompts"


class Problem(Exception):
    """Why the test failed, shown to the user."""


class Loss(Exception):
    """What did not come back."""


def run(command: list, **options) -> subprocess.CompletedProcess:
    try:
        return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=1800, **options)
    except FileNotFoundError:
        raise Problem(f"`{command[0]}` is not installed")


def install(environment: Path, requirements: Path) -> None:
    """Installs the libraries, unless an earlier run has installed them, and builds the command."""
    wanted = sys.version + requirements.read_text("utf-8")
    stamp = environment / "installed"
    if not stamp.exists() or stamp.read_text("utf-8") != wanted:
        pip = [environment / "bin/pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:"]
        for command in [
            [sys.executable, "-m", "venv", "--clear", environment],
            [*pip, "--require-hashes", "--requirement", requirements],
        ]:
            done = run(command)
            if done.returncode != 0:
                raise Problem(f"can't install the libraries:\n{done.stdout}{done.stderr}")
        stamp.write_text(wanted, "utf-8")
    done = run(["cargo", "build", "--quiet", "--locked", "--package", "prompts"], cwd=ROOT)
    if done.returncode != 0:
        raise Problem(f"can't build prompts:\n{done.stderr[-3000:]}")


def prompts(folder: Path, *arguments, status: int = 0) -> str:
    done = run([PROMPTS, *arguments, "--dir", folder], cwd=ROOT)
    if done.returncode != status:
        shown = " ".join(map(str, arguments))
        raise Loss(f"`prompts {shown}` exited with {done.returncode}, not {status}:\n{done.stdout}{done.stderr}")
    return done.stdout


def report(tests: dict) -> int:
    """Runs tests, each of which returns what it has to say, and returns the exit status."""
    losses = 0
    for name, test in tests.items():
        try:
            print(f"{name}: {test()}")
        except Loss as loss:
            print(f"{name}: {loss}")
            losses += 1
    return 1 if losses else 0


def main_with(libraries: str, scratch: Path, script: str, main) -> None:
    """Runs a function in an environment with the libraries of a requirements file, and exits with its status."""
    environment = scratch / "python"
    try:
        if Path(sys.prefix) == environment:
            sys.exit(main())
        scratch.mkdir(parents=True, exist_ok=True)
        install(environment, HERE / libraries)
        sys.exit(subprocess.run([environment / "bin/python", "-B", script]).returncode)
    except Problem as problem:
        print(problem, file=sys.stderr)
    except Exception:
        traceback.print_exc()
    sys.exit(2)
