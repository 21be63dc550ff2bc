"""The topics of the headings that stand above the sentences of a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from hemicycle.kinds.mention import Mention
from hemicycle.kinds.speeches import Speech


class Sections:
    """Knows the topics of the title and of the heading of the agenda above a place."""

    def __init__(
        self,
        turns: Sequence[Mention[Speech]],
        title: frozenset[str],
        said_in: Callable[[str], frozenset[str]],
    ) -> None:
        """Read the headings, each once.

        Args:
            turns: the turns of the text, in order.
            title: the topics of the title.
            said_in: tells the topics of a heading.
        """
        sections = {turn.value.section for turn in turns}
        topics = {section: said_in(section) for section in sections if section}
        self._starts = [turn.start for turn in turns]
        self._topics = [topics.get(turn.value.section, title) for turn in turns]
        self._title = title

    def at(self, start: int) -> frozenset[str]:
        """The topics of the heading above a place, of the title if there is none."""
        index = bisect_right(self._starts, start) - 1
        return self._topics[index] if index >= 0 else self._title
