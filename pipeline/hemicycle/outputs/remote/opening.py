"""Output folders by path or address, as folders of this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from hemicycle.addresses.places import is_remote


class Readable(Protocol):
    """A folder whose files may have to be fetched.

    Attributes:
        root: where they are then.
    """

    root: Path

    def fetch(self, *wanted: str) -> None:
        """Fetch some files; see :meth:`hemicycle.outputs.remote.working_copy.WorkingCopy.fetch`."""
        ...


class _Here:
    def __init__(self, root: Path) -> None:
        self.root = root

    def fetch(self, *wanted: str) -> None:
        """Nothing need be fetched."""


def reading(place: str | Path, *wanted: str) -> Readable:
    """An output folder to read from.

    Args:
        place: its path or address.
        wanted: what of it is to be there at once, everything if not said.

    Raises:
        RemoteError: it is remote and cannot be reached.
    """
    if not is_remote(place):
        return _Here(Path(place))
    from hemicycle.outputs.remote.working_copy import WorkingCopy

    copy = WorkingCopy(str(place), "read")
    copy.fetch(*wanted)
    return copy


@contextmanager
def writing(place: str | Path) -> Iterator[tuple[Path, Callable[[], None]]]:
    """An output folder to write to, and what is to be called when something was written.

    Raises:
        OutputError: it is remote, and another run writes to it.
        RemoteError: it is remote and cannot be reached.
    """
    if not is_remote(place):
        yield Path(place), lambda: None
        return
    from hemicycle.outputs.remote.working_copy import WorkingCopy

    copy = WorkingCopy(str(place), "write")
    with copy.locked():
        copy.fetch()
        try:
            yield copy.root, copy.send_if_due
        finally:
            copy.send()
