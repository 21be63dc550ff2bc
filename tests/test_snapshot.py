"""No row of an annotated text changes unseen."""

import importlib.util
from difflib import unified_diff
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHOWN = 40


def load():
    spec = importlib.util.spec_from_file_location("snapshot", ROOT / "maintenance" / "snapshot.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_rows_are_those_of_the_snapshot():
    snapshot = load()
    before = {path.name: path.read_text("utf-8") for path in snapshot.FOLDER.glob("*.csv")}
    now = snapshot.tables()
    assert set(now) == set(before)
    changed = [
        line
        for name in sorted(now)
        for line in unified_diff(
            before[name].splitlines(), now[name].splitlines(), name, "now", lineterm="", n=0
        )
    ]
    shown = "\n".join(islice(changed, SHOWN))
    hint = "If this is what was meant, run python maintenance/snapshot.py and give the causes."
    assert not changed, f"{shown}\n{hint}"
