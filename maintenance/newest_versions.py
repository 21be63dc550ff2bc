"""Tries the newest versions of every library, says what changed, and can pin them.

    python maintenance/newest_versions.py            # install, compare with constraints.txt, test
    python maintenance/newest_versions.py --write    # the same, and pin them if the tests pass

The libraries are installed in a temporary environment, with nothing but the bounds of
`pyproject.toml` in force, and the whole suite runs on them. Exit code: 0 if the tests pass, else
that of pytest.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import venv
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "constraints.txt"
_HEAD = """\
# The versions that were tested together; both lines of README.md install these.
# Written by maintenance/newest_versions.py --write. What only other systems need (Windows, other
# versions of Python) is not pinned.
"""


def main() -> int:
    """Install, compare, test, and pin if asked; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="pin the versions if tests pass")
    parser.add_argument("--no-tests", action="store_true", help="only compare")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hemicycle-newest-") as folder:
        python = _environment(Path(folder))
        newest = _frozen(python)
        for line in changes(_pinned(LOCK), newest):
            print(line)
        code = 0 if arguments.no_tests else _tested(python)
    if arguments.write and code == 0:
        pins = "".join(f"{name}=={version}\n" for name, version in newest.items())
        LOCK.write_text(_HEAD + pins, encoding="utf-8")
        print(f"{LOCK.name} pins {len(newest)} versions.")
    return code


def changes(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """A line for each library that is new, gone or of another version, by name.

    Args:
        before: the pinned version of each library.
        now: the newest.
    """
    lines = []
    for name in sorted({*before, *now}):
        old, new = before.get(name, "-"), now.get(name, "-")
        if old != new:
            lines.append(f"{name}: {old} -> {new}")
    return lines or ["Nothing is newer than constraints.txt."]


def _environment(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    subprocess.run(
        [python, "-m", "pip", "install", "-q", "--upgrade", "-e", ".[dev]"], cwd=ROOT, check=True
    )
    return python


def _frozen(python: Path) -> dict[str, str]:
    done = subprocess.run(
        [python, "-m", "pip", "freeze", "--exclude-editable"],
        check=True,
        capture_output=True,
        text=True,
    )
    return _versions(done.stdout)


def _pinned(path: Path) -> dict[str, str]:
    return _versions(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _versions(listing: str) -> dict[str, str]:
    """The version of each library in a listing of `name==version`, sorted by name."""
    pins = (line.partition("==") for line in listing.lower().splitlines() if "==" in line)
    return {name.strip(): version.strip() for name, _, version in sorted(pins)}


def _tested(python: Path) -> int:
    return subprocess.run([python, "-m", "pytest"], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
