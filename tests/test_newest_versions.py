"""The lock file pins what the project requires, within its bounds, and changes are told."""

import importlib.util
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent


def load():
    path = ROOT / "maintenance" / "newest_versions.py"
    spec = importlib.util.spec_from_file_location("newest_versions", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_lock_pins_every_requirement_within_its_bounds():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    named = [*project["dependencies"], *(line for name in extras for line in extras[name])]
    pinned = {
        canonicalize_name(line.partition("==")[0]): line.partition("==")[2]
        for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    }
    # Only users of stores of objects install it.
    left_out = {"hemicycle", "s3fs"}
    for requirement in map(Requirement, named):
        name = canonicalize_name(requirement.name)
        if name not in left_out:
            assert requirement.specifier.contains(pinned[name]), requirement


def test_changes_are_told_by_name():
    before = {"a": "1", "b": "1", "c": "1"}
    assert load().changes(before, {"a": "1", "b": "2", "d": "1"}) == [
        "b: 1 -> 2",
        "c: 1 -> -",
        "d: - -> 1",
    ]
    assert load().changes(before, before) == ["Nothing is newer than constraints.txt."]
