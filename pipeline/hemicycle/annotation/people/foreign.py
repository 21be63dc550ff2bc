"""Names in lines of another language, of which the recogniser takes any word with a capital for a
person: `Bovendien tikt de klok`.
"""

from __future__ import annotations

from bisect import bisect_right

from hemicycle.annotation.people.candidates import Candidate
from hemicycle.folding import fold
from hemicycle.reading.foreign import foreign_lines
from hemicycle.reading.reading import Reading


def without_foreign_words(reading: Reading, names: list[Candidate]) -> list[Candidate]:
    """The names without those in lines of another language that nothing but the recogniser shows:
    neither a first name, a function or an address, nor the same surname elsewhere.

    Args:
        reading: the text.
        names: those of persons, in order.
    """
    lines = reading.once(foreign_lines)
    if not lines:
        return names
    words = reading.words
    starts = [start for start, _ in lines]
    surnames = {fold(words.forms[name.end - 1]) for name in names if name.strong}

    def is_read(name: Candidate) -> bool:
        at = words.starts[name.start]
        line = bisect_right(starts, at) - 1
        if name.strong or line < 0 or at >= lines[line][1]:
            return True
        return fold(words.forms[name.end - 1]) in surnames

    return [name for name in names if is_read(name)]
