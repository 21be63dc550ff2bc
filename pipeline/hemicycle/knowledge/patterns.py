"""Regular expressions with words of ``models/`` in them, as constants of the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hemicycle.knowledge.made import WordSet, per_knowledge

SPACE = r"[ \u00a0\u202f\u2009\n]"
_PLACE = re.compile(r"<(\w+)(~?)>")


def any_of(phrases: Iterable[str], space: str = SPACE) -> str:
    """A pattern for any of some phrases, the longest first; spaces and apostrophes of every kind
    are alike."""
    longest_first = sorted(sorted(phrases), key=len, reverse=True)
    return "|".join(
        re.escape(phrase).replace(r"\ ", space).replace("'", "['’]") for phrase in longest_first
    )


def before_a_word(words: Iterable[str], space: str = SPACE) -> str:
    """A pattern for any of some words and the space behind it; none is behind an elided one."""
    longest_first = sorted(sorted(words), key=len, reverse=True)
    return "|".join(any_of([w], space) + ("" if w[-1] == "'" else space) for w in longest_first)


class Pattern:
    """A regular expression with words in it: it holds none, and asks the knowledge in use."""

    __slots__ = ("_compiled",)

    def __init__(
        self, template: str, flags: int = 0, *, space: str = SPACE, **words: WordSet
    ) -> None:
        """Tell how the expression is made; no word is read yet.

        Args:
            template: a regular expression in which ``<name>`` stands for any of the words of that
                name, ``<name~>`` for one and the space behind it (none where it is elided).
            flags: those of the expression.
            space: a regular expression for what stands behind a word that is not elided.
            words: the words by their names.
        """

        def filled(place: re.Match[str]) -> str:
            told = words[place[1]].words()
            return f"(?:{before_a_word(told, space) if place[2] else any_of(told)})"

        self._compiled = per_knowledge(lambda: re.compile(_PLACE.sub(filled, template), flags))

    def match(self, text: str, *bounds: int) -> re.Match[str] | None:
        """As :meth:`re.Pattern.match`."""
        return self._compiled().match(text, *bounds)

    def fullmatch(self, text: str, *bounds: int) -> re.Match[str] | None:
        """As :meth:`re.Pattern.fullmatch`."""
        return self._compiled().fullmatch(text, *bounds)

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        """As :meth:`re.Pattern.search`."""
        return self._compiled().search(text, *bounds)

    def finditer(self, text: str, *bounds: int) -> Iterator[re.Match[str]]:
        """As :meth:`re.Pattern.finditer`."""
        return self._compiled().finditer(text, *bounds)

    def sub(self, by: str, text: str, count: int = 0) -> str:
        """As :meth:`re.Pattern.sub`."""
        return self._compiled().sub(by, text, count)

    def split(self, text: str) -> list[str]:
        """As :meth:`re.Pattern.split`; the parts are texts."""
        return self._compiled().split(text)
