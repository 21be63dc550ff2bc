"""One file to read, wherever it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from hemicycle.addresses import AnyPath


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read.

    Attributes:
        path: where it is.
        inside: its path inside the corpus, which names its document.
        named: whether the user named this very file.
        address: where it was fetched from, empty if it was read where it is.
    """

    path: AnyPath
    inside: PurePosixPath
    named: bool = False
    address: str = ""

    @property
    def folders(self) -> tuple[AnyPath, ...]:
        """The folder it lies in and those above, up to the one that the user named."""
        if self.address:
            return ()
        folders: Iterable[AnyPath] = self.path.parents
        return tuple(folders)[: len(self.inside.parts)]
