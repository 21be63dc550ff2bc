"""A mapping that may be larger than memory: what is too much is sorted away to a temporary file."""

from __future__ import annotations

import heapq
import pickle
import tempfile
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import IO, Generic, TypeVar

from hemicycle.batches import batched

Key = tuple[str, ...]
_Value = TypeVar("_Value")
_MOST_IN_MEMORY = 10_000
_CHUNK = 256


class SpillingMap(Generic[_Value]):
    """Values by key, changed while the key is at hand, and read once, in the order of the keys."""

    def __init__(
        self,
        make: Callable[[], _Value],
        merge: Callable[[_Value, _Value], None],
        most: int = _MOST_IN_MEMORY,
    ) -> None:
        """Describe the values.

        Args:
            make: a new value.
            merge: takes the second value into the first.
            most: how many values stay in memory.
        """
        self._make = make
        self._merge = merge
        self._most = most
        self._values: dict[Key, _Value] = {}
        self._file: IO[bytes] | None = None
        self._runs: list[list[int]] = []

    def add(self, key: Key, value: _Value) -> None:
        """Take a value into that of its key."""
        known = self._values.get(key)
        if known is None:
            if len(self._values) >= self._most:
                self._spill()
            known = self._values[key] = self._make()
        self._merge(known, value)

    def sorted_items(self) -> Iterator[tuple[Key, _Value]]:
        """Every key once with its value, in the order of the keys."""
        runs = [self._read(offsets) for offsets in self._runs]
        everything = heapq.merge(*runs, self._sorted(), key=_key_of)
        for key, same in groupby(everything, key=_key_of):
            whole = self._make()
            for _, value in same:
                self._merge(whole, value)
            yield key, whole

    def _sorted(self) -> list[tuple[Key, _Value]]:
        return sorted(self._values.items(), key=_key_of)

    def _spill(self) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile()  # noqa: SIM115  (lives as long as the map)
        self._file.seek(0, 2)
        offsets = []
        for chunk in batched(self._sorted(), _CHUNK):
            offsets.append(self._file.tell())
            pickle.dump(chunk, self._file, pickle.HIGHEST_PROTOCOL)
        self._runs.append(offsets)
        self._values.clear()

    def _read(self, offsets: list[int]) -> Iterator[tuple[Key, _Value]]:
        assert self._file is not None
        for offset in offsets:
            self._file.seek(offset)
            yield from pickle.load(self._file)


def _key_of(item: tuple[Key, _Value]) -> Key:
    return item[0]
