"""How a source says that it cannot be read."""

from __future__ import annotations

from hemicycle.document import Failure


class UnreadableError(Exception):
    """A whole file cannot be read.

    Attributes:
        error: short name of the kind of error, as in ``failures.csv``.
    """

    def __init__(self, error: str, message: str) -> None:
        """Say what is wrong, in a short name and in one sentence."""
        super().__init__(message)
        self.error = error


def failure(error: str, message: str, record: str = "") -> Failure:
    """The failure of one record of a file, or of the file; whoever opened it adds its path."""
    return Failure("", record, "ingest", error, message)
