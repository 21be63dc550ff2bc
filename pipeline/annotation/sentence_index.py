"""The sentence that a character of a document stands in."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc

from pipeline.annotation.reading import sentence_starts, text_of


class SentenceIndex:
    """Sentences of a document by place; without boundaries the document is one sentence."""

    def __init__(self, doc: Doc) -> None:
        """Read the boundaries of a document once."""
        self._text = text_of(doc)
        self._starts = sentence_starts(doc)

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
