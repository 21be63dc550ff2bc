"""What of a sitting's text tells no topic: labels of turns, stage directions, and procedure.

So do lines in another language, of which a parliament may speak two.

Procedure (:mod:`.formalities`) is looked for in what who presides says, and outside turns. A text
in which nobody presides has none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from spacy.tokens import Doc

from hemicycle.annotation.formalities import formalities
from hemicycle.kinds.context import told
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.reactions import REACTIONS, Reaction
from hemicycle.kinds.speeches import SPEECHES, Speech
from hemicycle.reading.cache import Kept, sentence_starts, text_of
from hemicycle.reading.foreign import foreign_lines
from hemicycle.reading.reading import reading_of

Place: TypeAlias = tuple[int, int]
_Turns: TypeAlias = tuple[Mention[Speech], ...]

_CHAIR = "chair"
# Three components ask one after the other.
_kept: Kept[list[Place]] = Kept()


def unsaid_in(doc: Doc, speeches_key: str = "", reactions_key: str = "") -> list[Place]:
    """The places of all that tells no topic, in order, none over another.

    Args:
        doc: the document.
        speeches_key: where its turns are in ``doc.spans``, the kind's name by default.
        reactions_key: where its stage directions are.
    """
    turns = SPEECHES.read(doc, speeches_key)
    reactions = REACTIONS.read(doc, reactions_key)
    return _kept.of(doc, (turns, reactions), lambda: _unsaid(doc, turns, reactions))


def _unsaid(doc: Doc, turns: _Turns, reactions: Iterable[Mention[Reaction]]) -> list[Place]:
    labels = ((turn.start - turn.value.label, turn.start) for turn in turns if turn.value.label)
    noted = ((note.start, note.end) for note in reactions)
    foreign = told(doc, "foreign") or (
        reading_of(doc).once(foreign_lines) if len(turns) > 1 else ()
    )
    return _joined([*labels, *noted, *foreign, *_formalities(doc, turns)])


def reactions_in(doc: Doc, spans_key: str = "") -> list[Place]:
    """The places of the stage directions, in order.

    Args:
        doc: the document.
        spans_key: where they are in ``doc.spans``, the kind's name by default.
    """
    return [(note.start, note.end) for note in REACTIONS.read(doc, spans_key)]


def covers(places: list[Place], start: int) -> bool:
    """Whether a character stands in one of some places that are in order, none over another."""
    index = bisect_right(places, start, key=_start) - 1
    return index >= 0 and start < places[index][1]


def _formalities(doc: Doc, turns: _Turns) -> Iterator[Place]:
    presiding = {_who(turn) for turn in turns if turn.value.kind == _CHAIR}
    if not presiding:
        return
    text, starts = text_of(doc), sentence_starts(doc)
    # Who presides may lead the sitting in a turn that is a speech for the most part.
    led = ((turn.start, turn.end) for turn in turns if _who(turn) in presiding)
    for start, end in (*led, *_outside(turns, len(text))):
        yield from formalities(text, starts, start, end)


def _who(turn: Mention[Speech]) -> tuple[str, str]:
    return turn.value.speaker, turn.value.role


def _outside(turns: _Turns, length: int) -> Iterator[Place]:
    """What stands between the turns, before the first and behind the last."""
    reached = 0
    for turn in turns:
        start = turn.start - turn.value.label
        if start > reached:
            yield reached, start
        reached = max(reached, turn.end)
    if reached < length:
        yield reached, length


def _joined(places: Iterable[Place]) -> list[Place]:
    joined: list[Place] = []
    for start, end in sorted(places):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _start(place: Place) -> int:
    return place[0]
