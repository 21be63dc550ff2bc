"""The sentence that a character of a document stands in."""

from __future__ import annotations

from bisect import bisect_right

import numpy as np
from spacy.attrs import SENT_START
from spacy.tokens import Doc


class SentenceIndex:
    """Sentences of a document by place; without boundaries the document is one sentence."""

    def __init__(self, doc: Doc) -> None:
        """Read the boundaries of a document once."""
        self._text = doc.text
        self._starts = [0]
        if len(doc) and doc.has_annotation("SENT_START"):
            # One look at an array costs a tenth of a walk through ``doc.sents``.
            first = np.flatnonzero(doc.to_array([SENT_START]) == 1)
            self._starts = [doc[int(index)].idx for index in first] or [0]

    def bounds(self, place: int) -> tuple[int, int]:
        """First and one-past-last character of the sentence at a character, from 0."""
        index = max(0, bisect_right(self._starts, place) - 1)
        last = index + 1 == len(self._starts)
        return self._starts[index], len(self._text) if last else self._starts[index + 1]

    def on_one_line(self, place: int) -> str:
        """The sentence at a character, its line breaks as spaces."""
        start, end = self.bounds(place)
        lines = self._text[start:end].splitlines()
        return " ".join(line.strip() for line in lines if line.strip())
