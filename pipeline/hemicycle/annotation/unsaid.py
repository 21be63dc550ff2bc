"""What of a sitting's text nobody says: the labels of turns, and stage directions."""

from __future__ import annotations

from spacy.tokens import Doc

from hemicycle.kinds.reactions import REACTIONS
from hemicycle.kinds.speeches import SPEECHES


def labels_in(doc: Doc, spans_key: str = "") -> list[tuple[int, int]]:
    """The places of the labels that open turns, in order.

    Args:
        doc: the document.
        spans_key: where its turns are in ``doc.spans``, the kind's name by default.
    """
    turns = SPEECHES.read(doc, spans_key)
    return [(turn.start - turn.value.label, turn.start) for turn in turns if turn.value.label]


def reactions_in(doc: Doc, spans_key: str = "") -> list[tuple[int, int]]:
    """The places of the stage directions, in order.

    Args:
        doc: the document.
        spans_key: where they are in ``doc.spans``, the kind's name by default.
    """
    return [(note.start, note.end) for note in REACTIONS.read(doc, spans_key)]
