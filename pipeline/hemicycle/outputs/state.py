"""What the last complete run left behind, by which the next one knows that nothing is to be done.

The file is removed before the first change to the folder and written after the last, so that it is
there only when everything else is complete.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from hemicycle.output_marks import LAST_RUN
from hemicycle.outputs.atomic import json_bytes, write_bytes


@dataclass(frozen=True, slots=True)
class LastRun:
    """A run that went to its end.

    Attributes:
        recipe: hash of the settings, versions and models that it ran with.
        corpus: the same of what only ``corpus/`` and ``summary/`` are made with.
        sources: hash of the names, sizes and times of its sources, empty if they must be read to
            be known (standard input) or something in them is to be tried again.
        documents: how many documents the sources held.
        gone: how many documents the folder holds beside them.
    """

    recipe: str
    corpus: str
    sources: str
    documents: int = 0
    gone: int = 0

    def same_reading(self, other: LastRun) -> bool:
        """Whether both read the same sources in the same way."""
        return bool(self.sources) and (self.recipe, self.sources) == (other.recipe, other.sources)


class RunState:
    """The state of one output folder."""

    def __init__(self, root: Path) -> None:
        """Name the folder."""
        self._path = root / LAST_RUN
        self._forgotten = False

    def read(self) -> LastRun | None:
        """The last complete run, None if something was changed since."""
        try:
            return LastRun(**json.loads(self._path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def forget(self) -> None:
        """The folder is about to change.

        Raises:
            OSError: the folder cannot be written.
        """
        if not self._forgotten:
            self._path.unlink(missing_ok=True)
            self._forgotten = True

    def write(self, run: LastRun) -> None:
        """The folder is complete.

        Raises:
            OSError: the folder cannot be written.
        """
        write_bytes(self._path, json_bytes(asdict(run)))
        self._forgotten = False
