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
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from itertools import islice, pairwise

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
    each original and the places of its smallest values, some two kilobytes.
    """

    def __init__(self, least: float = NEAR_COPY) -> None:
        """Take the least share of runs in common, from 0 to 1, by which a text is a near-copy."""
        self._least = least
        self._originals: list[tuple[str, str]] = []
        self._by_hash: dict[bytes, list[int]] = {}
        self._same: dict[str, int] = {}

    def original_of(self, doc_id: str, sign: str) -> tuple[str, float]:
        """The earlier document that is most like this one.

        Returns:
            Its `doc_id`, and the share of runs of words in common, 1 for the same words; an empty
            name and 0 if none is alike.
        """
        if (same := self._same.get(sign)) is not None:
            return self._originals[same][0], 1.0
        sketch = _unpacked(sign)
        best, most = "", 0.0
        for index in self._near(sketch):
            name, other = self._originals[index]
            share = _resemblance(sketch, _unpacked(other))
            if share >= self._least and share > most:
                best, most = name, share
        if not best and sketch:
            self._keep(doc_id, sign, sketch)
        return best, most

    def _near(self, sketch: frozenset[bytes]) -> list[int]:
        """The originals that share most of the smallest values, in their order.

        Two near-copies share most of these values; a formula that opens every speech of a corpus
        gives a few to all. Looking at the closest alone keeps the time of a document constant.
        """
        shared = Counter(i for value in _keys(sketch) for i in self._by_hash.get(value, ()))
        close = heapq.nlargest(_CLOSEST, shared.items(), key=lambda item: (item[1], -item[0]))
        return sorted(index for index, _ in close)

    def _keep(self, doc_id: str, sign: str, sketch: frozenset[bytes]) -> None:
        number = len(self._originals)
        for value in _keys(sketch):
            bearers = self._by_hash.setdefault(value, [])
            if len(bearers) < _MOST_BEARERS:
                bearers.append(number)
        self._originals.append((doc_id, sign))
        self._same[sign] = number


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


def _unpacked(sign: str) -> frozenset[bytes]:
    data = base64.b64decode(sign)
    cuts = range(0, len(data) + 1, _BYTES)
    return frozenset(data[start:end] for start, end in pairwise(cuts))


def _keys(sketch: frozenset[bytes]) -> list[bytes]:
    """The values by which candidates are found: of two near-copies some of the smallest agree."""
    return sorted(sketch)[:_KEYS]


def _resemblance(one: frozenset[bytes], other: frozenset[bytes]) -> float:
    together = sorted(one | other)
    if max(len(one), len(other)) == _SIZE:
        together = together[:_SIZE]
    return sum(value in one and value in other for value in together) / len(together)
