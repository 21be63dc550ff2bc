"""Who presides and speaks: a mayor who presents the budget, a president who welcomes a guest.

What the chair says to lead a sitting is of the kind ``chair`` and nobody's speech. A turn in which
enough is said beside procedure is one, as whoever else says it.
"""

from __future__ import annotations

from bisect import bisect_left

from hemicycle.annotation.formalities import formalities
from hemicycle.annotation.speeches.draft import Draft
from hemicycle.reading.foreign import foreign_lines
from hemicycle.reading.reading import Reading

# As many as a turn needs for keywords of its own; fewer are a remark while leading.
_FEWEST_WORDS = 80


def speak_from_the_chair(reading: Reading, sentence_starts: list[int], drafts: list[Draft]) -> None:
    """Make a speech, or an answer, of each turn of the chair that says much beside procedure.

    Comes last: who had the floor, and whom a question was put to, is told by who presides.

    Args:
        reading: the text.
        sentence_starts: the first character of each sentence, from 0.
        drafts: its turns, with their words and kinds.
    """
    before = None
    for draft in drafts:
        if draft.kind == "chair" and _said(reading, sentence_starts, draft) >= _FEWEST_WORDS:
            # Where ministers answer, nobody asks the chair.
            asked = before is not None and before.kind == "question" and not draft.asked
            draft.kind = "answer" if asked else "speech"
        before = draft


def _said(reading: Reading, sentence_starts: list[int], draft: Draft) -> int:
    """How many words of a turn are no procedure; a count of all where they are too few.

    What is procedure in another language nobody can tell: its lines count for nothing.
    """
    if draft.words < _FEWEST_WORDS:
        return draft.words
    led = [*formalities(reading.text, sentence_starts, draft.start, draft.end)]
    lines = reading.once(foreign_lines)
    first = max(0, bisect_left(lines, (draft.start, 0)) - 1)
    foreign = (
        (max(start, draft.start), min(end, draft.end))
        for start, end in lines[first : bisect_left(lines, (draft.end, 0))]
        if end > draft.start
    )
    return draft.words - sum(reading.words.within(*place) for place in (*led, *foreign))
