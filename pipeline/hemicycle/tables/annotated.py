"""An annotated document, with what all its tables look up."""

from __future__ import annotations

from functools import cached_property

from spacy.tokens import Doc

from hemicycle.annotation.unsaid import covers
from hemicycle.kinds.quotes import QUOTES
from hemicycle.kinds.speeches import SPEECHES
from hemicycle.reading.cache import text_of
from hemicycle.reading.sentence_index import SentenceIndex
from hemicycle.tables.utterers import Turns, Utterers


class Annotated:
    """An annotated document."""

    def __init__(self, doc: Doc) -> None:
        """Hold a document."""
        self.doc = doc
        self.text = text_of(doc)

    @cached_property
    def sentences(self) -> SentenceIndex:
        """Its sentences by place."""
        return SentenceIndex(self.doc)

    @cached_property
    def utterers(self) -> Utterers:
        """Who utters its words, by place."""
        quoted = [(q.start, q.end, q.value.speaker) for q in QUOTES.read(self.doc)]
        return Utterers(quoted, self.turns, self.doc._.speaker)

    @cached_property
    def only_speaker(self) -> str:
        """Who utters all of it, empty if several do or nobody knows."""
        return self.turns.only_speaker if self.turns else str(self.doc._.speaker)

    @cached_property
    def turns(self) -> Turns:
        """Its turns of speech, by place."""
        return Turns(
            (m.start, m.end, m.value.speech, m.value.speaker) for m in SPEECHES.read(self.doc)
        )

    def is_foreign(self, place: int) -> bool:
        """Whether a character stands in a line in another language, but not in a turn's label."""
        lines, labels = self._foreign
        return covers(lines, place) and not covers(labels, place)

    @cached_property
    def _foreign(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """The lines in another language, and the labels of turns, both in order."""
        lines = list(self.doc._.foreign)
        turns = SPEECHES.read(self.doc) if lines else ()
        return lines, [(turn.start - turn.value.label, turn.start) for turn in turns]
