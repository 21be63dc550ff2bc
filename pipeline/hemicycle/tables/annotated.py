"""An annotated document, with what all its tables look up."""

from __future__ import annotations

from spacy.tokens import Doc

from hemicycle.annotation.unsaid import covers
from hemicycle.kinds.context import told
from hemicycle.kinds.quotes import QUOTES
from hemicycle.kinds.speeches import SPEECHES
from hemicycle.reading.cache import text_of
from hemicycle.reading.sentence_index import SentenceIndex
from hemicycle.tables.utterers import Turns, Utterers
from hemicycle.values import Lazy


class Annotated:
    """An annotated document."""

    def __init__(self, doc: Doc) -> None:
        """Hold a document."""
        self.doc = doc
        self.text = text_of(doc)

    @Lazy
    def sentences(self) -> SentenceIndex:
        """Its sentences by place."""
        return SentenceIndex(self.doc)

    @Lazy
    def utterers(self) -> Utterers:
        """Who utters its words, by place."""
        quoted = [(q.start, q.end, q.value.speaker) for q in QUOTES.read(self.doc)]
        return Utterers(quoted, self.turns, told(self.doc, "speaker"))

    @Lazy
    def only_speaker(self) -> str:
        """Who utters all of it, empty if several do or nobody knows."""
        return self.turns.only_speaker if self.turns else str(told(self.doc, "speaker"))

    @Lazy
    def turns(self) -> Turns:
        """Its turns of speech, by place."""
        return Turns(
            (m.start, m.end, m.value.speech, m.value.speaker) for m in SPEECHES.read(self.doc)
        )

    def is_foreign(self, place: int) -> bool:
        """Whether a character stands in a line in another language, but not in a turn's label."""
        lines, labels = self._foreign
        return covers(lines, place) and not covers(labels, place)

    @Lazy
    def _foreign(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """The lines in another language, and the labels of turns, both in order."""
        lines = list(told(self.doc, "foreign"))
        turns = SPEECHES.read(self.doc) if lines else ()
        return lines, [(turn.start - turn.value.label, turn.start) for turn in turns]
