"""Documents as the recogniser reads them: cut into passages, and those laid out in rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from spacy.attrs import ORTH, SENT_START
from spacy.tokens import Doc

from hemicycle.annotation.entities.network import MARGIN, Flags, Hashes

_LONGEST_SENTENCE = 500
# Enough for the matrix product to run at its best, and few enough for memory to stay flat.
_ROWS = 3000


@dataclass(frozen=True, slots=True)
class Rows:
    """Passages one below the other, one word a row, with empty rows around each.

    Attributes:
        words: hashes of the words, 0 for an empty row.
        closes: rows that no entity can run beyond.
        starts: the first row of each passage.
        documents: the index of its document.
        tokens: the index of its first token in the document.
    """

    words: Hashes
    closes: Flags
    starts: list[int]
    documents: list[int]
    tokens: list[int]

    def place(self, row: int) -> tuple[int, int]:
        """The document that a row is of, and what to add to the row to have its token."""
        passage = bisect_right(self.starts, row) - 1
        return self.documents[passage], self.tokens[passage] - self.starts[passage]


def lay_out(docs: Iterable[Doc], passage_tokens: int) -> Iterator[Rows]:
    """The passages of documents in batches of rows; arguments as for :func:`passages`."""
    batch: list[tuple[int, int, Hashes, Flags]] = []
    size = 0
    for document, doc in enumerate(docs):
        words: Hashes = doc.to_array(ORTH).astype(np.uint64, copy=False)
        first: Flags = doc.to_array(SENT_START) == 1
        # The last word of each sentence.
        closes: Flags = np.append(first[1:], True)
        for start, end in passages(first, passage_tokens):
            batch.append((document, start, words[start:end], closes[start:end]))
            size += end - start
            if size >= _ROWS:
                yield _stacked(batch)
                batch, size = [], 0
    if batch:
        yield _stacked(batch)


def _stacked(batch: list[tuple[int, int, Hashes, Flags]]) -> Rows:
    size = MARGIN + sum(len(words) + MARGIN for _, _, words, _ in batch)
    words = np.zeros(size, dtype=np.uint64)
    closes = np.ones(size, dtype=np.bool_)
    starts = []
    row = MARGIN
    for _, _, passage, closing in batch:
        starts.append(row)
        words[row : row + len(passage)] = passage
        closes[row : row + len(passage) - 1] = closing[:-1]
        row += len(passage) + MARGIN
    return Rows(words, closes, starts, [b[0] for b in batch], [b[1] for b in batch])


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
