"""Lines with their places on a page to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from hemicycle.ingestion.cleaning.hyphenation import joined

_LIST_ITEM = re.compile(r"(?:[-–—•*◦▪]\s|\d{1,3}[.)]\s|[a-z]\)\s)")
_SENTENCE_END = re.compile(r"[.!?…:;»”)\]]$")
# In heights of a line.
_INDENT = 0.6
_SAME_EDGE = 3.0
_OTHER_SIZE = 0.2
# In distances between lines.
_GAP = 1.35


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page.

    Attributes:
        text: its words.
        left, right, bottom, top: its box, in points from the lower left corner of the page.
        broken: whether it ended in a hyphen, which `text` is without.
        cells: whether it has gaps between its words as a row of a table has.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    broken: bool = False
    cells: bool = False

    @property
    def height(self) -> float:
        """Height of its letters, in points; never 0."""
        return max(self.top - self.bottom, 1.0)


def paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """The paragraphs of lines in the order of reading.

    A paragraph ends where the next line is further below than lines are wont to be, is indented, is
    of another size, begins a list item or is another row of a table, and after a line in which the
    next word had room. It goes on over a column or a page where the last line is full and ends no
    sentence.
    """
    if not lines:
        return
    pitch = _pitch(lines)
    text = lines[0].text
    for above, line in pairwise(lines):
        if above.broken:
            text = joined(text, line.text)
        elif _goes_on(above, line, pitch, lines):
            text += line.text if text.endswith("-") else f" {line.text}"
        else:
            yield text
            text = line.text
    yield text


def _goes_on(above: Line, line: Line, pitch: float, lines: Sequence[Line]) -> bool:
    size = above.height
    if abs(line.height - size) > _OTHER_SIZE * size or _LIST_ITEM.match(line.text):
        return False
    if above.cells and line.cells:
        return False
    down = above.bottom - line.bottom
    if not 0 < down <= _GAP * pitch:
        # Another column or page, or another block.
        jumps = down <= 0 or down > 20 * pitch
        return jumps and not _SENTENCE_END.search(above.text) and not line.text[0].isupper()
    if line.left - above.left > _INDENT * size and _SENTENCE_END.search(above.text):
        return False
    if above.left - line.left > 2 * _SAME_EDGE * size:
        return False
    return not _has_room(above, line, lines)


def _has_room(above: Line, line: Line, lines: Sequence[Line]) -> bool:
    """Whether the first word of a line would have fitted into the line above."""
    word = line.text.split(" ", 1)[0]
    width = (line.right - line.left) * (len(word) + 1) / max(len(line.text), 1)
    edge = max(above.right, line.right)
    return above.right + width < edge - 0.5 * above.height


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance from a line to the next, in points."""
    steps = [
        above.bottom - line.bottom
        for above, line in pairwise(lines)
        if 0 < above.bottom - line.bottom < 3 * above.height
    ]
    return median(steps) if steps else lines[0].height * 1.2
