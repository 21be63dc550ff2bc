"""Streams in batches (``itertools.batched`` is not there before Python 3.12)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of ``size``, the last one shorter."""
    stream = iter(items)
    while batch := list(islice(stream, size)):
        yield batch
