"""How alike two texts are, told from a small signature of each.

The signature of a text is a bottom-k sketch: of the hashes of all runs of three words, the smallest
64. The share of values that two sketches have in common estimates the share of runs that the texts
have in common (A. Broder, "On the resemblance and containment of documents", 1997). It does not
depend on the machine, the run, or the other texts.
"""

from __future__ import annotations

import base64
import hashlib
import heapq
import re
import struct
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from heapq import nsmallest
from itertools import islice

# From this share of runs on, one text is a near-copy of another.
NEAR_COPY = 0.7

_WORD = re.compile(r"\w+")
_RUN = 3
_SIZE = 64
_BYTES = 6
_PIECE = 10_000
# How many of the smallest values originals are found by, and how many of those found are compared.
_KEYS, _CLOSEST = 8, 20
# A value that more originals share than this tells nothing.
_MOST_BEARERS = 200


def signature(text: str) -> str:
    """The signature of a text, as ASCII letters; accents count, capitals and marks do not."""
    smallest: list[bytes] = []
    hashes = _hashes(text)
    while piece := set(islice(hashes, _PIECE)):
        smallest = nsmallest(_SIZE, piece.union(smallest))
    return base64.b64encode(b"".join(smallest)).decode("ascii")


class Duplicates:
    """Finds for each document an earlier one that says the same.

    Documents are shown in the order of `doc_id`, so the first of them is the original. A document
    that was found to be a copy is no original of others. What stays in memory is the signature of
    each original and the places of its smallest values, less than a kilobyte.
    """

    def __init__(self, least: float = NEAR_COPY) -> None:
        """Take the least share of runs in common, from 0 to 1, by which a text is a near-copy."""
        self._least = least
        self._names: list[str] = []
        self._sketches: list[bytes] = []
        # Most values have one bearer, which is then kept without a list.
        self._by_hash: dict[int, int | list[int]] = {}

    def original_of(self, doc_id: str, sign: str) -> tuple[str, float]:
        """The earlier document that is most like this one.

        Returns:
            Its `doc_id`, and the share of runs of words in common, 1 for the same words; an empty
            name and 0 if none is alike.
        """
        data = base64.b64decode(sign)
        sketch = _values(data)
        best, most = "", 0.0
        for index in self._near(sketch):
            share = _resemblance(sketch, _values(self._sketches[index]), self._least)
            if share >= self._least and share > most:
                best, most = self._names[index], share
        if not best and sketch:
            self._keep(doc_id, data, sketch)
        return best, most

    def _near(self, sketch: frozenset[bytes]) -> list[int]:
        """The originals that share most of the smallest values, in their order.

        Two near-copies share most of these values; a formula that opens every speech of a corpus
        gives a few to all. Looking at the closest alone keeps the time of a document constant.
        """
        shared = Counter(i for value in _keys(sketch) for i in self._bearers(value))
        close = heapq.nlargest(_CLOSEST, shared.items(), key=lambda item: (item[1], -item[0]))
        return sorted(index for index, _ in close)

    def _bearers(self, value: int) -> Sequence[int]:
        found = self._by_hash.get(value, ())
        return (found,) if isinstance(found, int) else found

    def _keep(self, doc_id: str, data: bytes, sketch: frozenset[bytes]) -> None:
        number = len(self._names)
        for value in _keys(sketch):
            bearers = self._bearers(value)
            if not bearers:
                self._by_hash[value] = number
            elif len(bearers) < _MOST_BEARERS:
                self._by_hash[value] = [*bearers, number]
        self._names.append(doc_id)
        self._sketches.append(data)


def _hashes(text: str) -> Iterator[bytes]:
    run: deque[str] = deque(maxlen=_RUN)
    for number, match in enumerate(_WORD.finditer(text), start=1):
        run.append(match[0].casefold())
        if number >= _RUN:
            yield _hash(run)
    if 0 < len(run) < _RUN:
        yield _hash(run)


def _hash(words: Iterable[str]) -> bytes:
    run = " ".join(words).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(run, digest_size=_BYTES).digest()


def _values(data: bytes) -> frozenset[bytes]:
    """The values of an unpacked signature; their bytes have the order of the numbers they are."""
    return frozenset(_cut(len(data) // _BYTES)(data))


@cache
def _cut(values: int) -> Callable[[bytes], tuple[bytes, ...]]:
    """What takes a signature of so many values apart."""
    return struct.Struct(f"{_BYTES}s" * values).unpack


def _keys(sketch: frozenset[bytes]) -> list[int]:
    """The values by which candidates are found: of two near-copies some of the smallest agree.

    As numbers, which take less memory.
    """
    return [int.from_bytes(value) for value in sorted(sketch)[:_KEYS]]


def _resemblance(one: frozenset[bytes], other: frozenset[bytes], least: float) -> float:
    """The share of values in common; 0 where few enough agree to tell that it is below the least.

    Nearly all that are compared are no copies, and are told so without sorting.
    """
    common = one & other
    if max(len(one), len(other)) < _SIZE:
        return len(common) / len(one | other)
    if len(common) < least * _SIZE:
        return 0.0
    together = sorted(one | other)[:_SIZE]
    return sum(value in common for value in together) / _SIZE
