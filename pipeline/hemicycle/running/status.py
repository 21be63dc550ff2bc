"""What stands in an output folder, and what is still to be done there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from hemicycle.messages import tell
from hemicycle.outputs import OutputError, OutputFolder
from hemicycle.outputs.remote.opening import reading
from hemicycle.tables.registry import STAGES

STATES = ("done", "stale", "missing", "failed")
_SHOWN = 5


@dataclass(slots=True)
class Status:
    """The documents of an output folder by their state.

    Attributes:
        done: with every table, made by this version with the models in use.
        stale: with every table, made by another version or other models.
        missing: with a table that is not there, or damaged.
        failed: sources and documents that ``failures.csv`` lists.
        aggregated: whether ``corpus/`` and ``summary/`` hold all of them.
    """

    done: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    aggregated: bool = False

    def counts(self) -> dict[str, int]:
        """How many documents are in each state."""
        return {state: len(getattr(self, state)) for state in STATES}

    def unfinished(self) -> Iterator[str]:
        """The first few that are not done, each with its state."""
        for state in STATES[1:]:
            yield from (f"{tell(state)}: {name}" for name in islice(getattr(self, state), _SHOWN))
        if not self.aggregated:
            yield tell("corpus/ and summary/ are older than the documents: run or aggregate again")

    def to_json(self) -> dict[str, Any]:
        """The state as plain data."""
        names = {state: getattr(self, state) for state in self.counts()}
        return {**names, "aggregated": self.aggregated}


def status_of(outputs: str | Path) -> Status:
    """The state of an output folder; nothing is written.

    Args:
        outputs: the folder.

    Raises:
        OutputError: it is no output folder.
        RemoteError: it is remote and cannot be reached.
    """
    root = reading(outputs).root
    folder = OutputFolder(root)
    names = folder.ids()
    if not names and not (root / "failures.csv").is_file():
        raise OutputError(
            tell(
                "{outputs} holds no outputs; name the folder that a run wrote to.", outputs=outputs
            )
        )
    status, recipes = Status(aggregated=folder.state.read() is not None), folder.recipes()
    for name in names:
        marks = folder.marks(name)
        if marks is None or set(marks.recipes) != set(STAGES):
            status.missing.append(name)
        elif marks.recipes == folder.corrections.recipes(name, recipes):
            status.done.append(name)
        else:
            status.stale.append(name)
    status.failed = [
        f"{failure.path} {failure.record}".strip() for failure in folder.read_failures()
    ]
    return status
