"""The turns of speech that say enough for tags of their own."""

from __future__ import annotations

from spacy.tokens import Doc

from hemicycle.kinds.mention import Mention
from hemicycle.kinds.speeches import SPEECHES, Speech


def long_turns(doc: Doc, fewest_words: int, spans_key: str = "") -> list[Mention[Speech]]:
    """The turns of at least so many words, in order.

    None where the text has one turn only: what is said of it is said of the document.

    Args:
        doc: the document.
        fewest_words: how many words a turn has at least.
        spans_key: where its turns are in ``doc.spans``, the kind's name by default.
    """
    turns = SPEECHES.read(doc, spans_key)
    if len(turns) < 2:
        return []
    return [turn for turn in turns if turn.value.words >= fewest_words]
