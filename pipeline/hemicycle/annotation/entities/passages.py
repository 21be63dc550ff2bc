"""Documents as the recogniser reads them: cut into passages, and those laid out in rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from spacy.attrs import LOWER, ORTH, SENT_START
from spacy.tokens import Doc

from hemicycle.annotation.entities.network import MARGIN, Flags, Hashes
from hemicycle.annotation.entities.unread import read_flags

_LONGEST_SENTENCE = 500
# Enough for the matrix product to run at its best, and few enough for memory to stay flat.
_ROWS = 3000


@dataclass(frozen=True, slots=True)
class Rows:
    """Pieces of passages one below the other, one word a row, with empty rows around each passage.

    Attributes:
        words: hashes of the words, 0 for an empty row.
        closes: rows that no entity can run beyond.
        beside: rows of words that are there for those beside them alone.
        starts: the first row of each piece.
        documents: the index of its document.
        tokens: the index of its first token in the document.
    """

    words: Hashes
    closes: Flags
    beside: Flags
    starts: list[int]
    documents: list[int]
    tokens: list[int]

    def place(self, row: int) -> tuple[int, int]:
        """The document that a row is of, and what to add to the row to have its token."""
        piece = bisect_right(self.starts, row) - 1
        return self.documents[piece], self.tokens[piece] - self.starts[piece]


class _Batch:
    """Pieces of passages that are laid out together."""

    def __init__(self) -> None:
        self.size = 0
        self._words: list[Hashes] = [np.zeros(MARGIN, dtype=np.uint64)]
        self._closes: list[Flags] = [np.ones(MARGIN, dtype=np.bool_)]
        self._beside: list[Flags] = [np.ones(MARGIN, dtype=np.bool_)]
        self._starts: list[int] = []
        self._documents: list[int] = []
        self._tokens: list[int] = []

    def add(self, document: int, token: int, words: Hashes, closes: Flags, beside: Flags) -> None:
        """Add a piece below the last; arguments as for :class:`Rows`."""
        self._starts.append(MARGIN + self.size)
        self._documents.append(document)
        self._tokens.append(token)
        self._append(words, closes, beside)

    def end_passage(self) -> None:
        """Add empty rows."""
        self._append(self._words[0], self._closes[0], self._beside[0])

    def _append(self, words: Hashes, closes: Flags, beside: Flags) -> None:
        self._words.append(words)
        self._closes.append(closes)
        self._beside.append(beside)
        self.size += len(words)

    def rows(self) -> Rows:
        """All that was added."""
        return Rows(
            np.concatenate(self._words),
            np.concatenate(self._closes),
            np.concatenate(self._beside),
            self._starts,
            self._documents,
            self._tokens,
        )


def lay_out(docs: Iterable[Doc], passage_tokens: int, openers: Hashes | None) -> Iterator[Rows]:
    """The passages of documents in batches of rows.

    Of sentences that are not read, there are the words alone that those of a read one see.

    Args:
        docs: the documents.
        passage_tokens: as for :func:`passages`.
        openers: the words that open sentences and name nothing; None to read every sentence.
    """
    batch = _Batch()
    for document, doc in enumerate(docs):
        attributes: Hashes = doc.to_array([ORTH, LOWER, SENT_START]).astype(np.uint64, copy=False)
        words = np.ascontiguousarray(attributes[:, 0])
        first: Flags = attributes[:, 2] == 1
        # The last word of each sentence.
        closes: Flags = np.append(first[1:], True)
        read = (
            np.ones(len(words), dtype=np.bool_)
            if openers is None
            else read_flags(words, attributes[:, 1], first, openers)
        )
        for start, end in passages(first, passage_tokens):
            closes[end - 1] = True  # where a long sentence is cut, too
            for low, high in _pieces(read[start:end]):
                piece = slice(start + low, start + high)
                batch.add(document, piece.start, words[piece], closes[piece], ~read[piece])
            batch.end_passage()
            if batch.size >= _ROWS:
                yield batch.rows()
                batch = _Batch()
    if batch.size:
        yield batch.rows()


def _pieces(read: Flags) -> Iterator[tuple[int, int]]:
    """What has to be laid out of a passage: the words that are read, and those that they see.

    Args:
        read: for each word of the passage, whether its sentence is read.
    """
    if read.all():
        yield 0, len(read)
        return
    beyond = np.zeros(len(read) + 2, dtype=np.bool_)
    beyond[1:-1] = read
    edges = np.flatnonzero(beyond[1:] != beyond[:-1]).tolist()
    low = high = 0
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if start - MARGIN > high:
            if high:
                yield low, high
            low = start - MARGIN
        high = min(len(read), end + MARGIN)
    if high:
        yield low, high


def passages(starts: Flags, tokens: int) -> Iterator[tuple[int, int]]:
    """Token ranges that cover a document, each cut at a sentence start after ``tokens`` tokens.

    A sentence of more than 500 tokens is cut anywhere.

    Args:
        starts: for each token, whether it starts a sentence.
        tokens: the fewest tokens of a passage, but for the last.
    """
    start = 0
    longest = max(tokens, _LONGEST_SENTENCE)
    for cut in [*np.flatnonzero(starts).tolist(), len(starts)]:
        while cut - start > longest:
            yield start, start + longest
            start += longest
        if start < cut and (cut - start >= tokens or cut == len(starts)):
            yield start, cut
            start = cut
