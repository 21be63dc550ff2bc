"""What is read of a text once and shared by all components: its words, and what they make of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from spacy.tokens import Doc

from hemicycle.reading.cache import made_of, text_of
from hemicycle.reading.words import Words

T = TypeVar("T")


class Reading:
    """A text that is read once.

    Attributes:
        text: the text.
        words: its words and tokens.
    """

    __slots__ = ("_made", "text", "words")

    def __init__(self, text: str) -> None:
        """Cut a text."""
        self.text = text
        self.words = Words(text)
        self._made: dict[Callable[[Reading], Any], Any] = {}

    @classmethod
    def of(cls, text: str | Reading) -> Reading:
        """The reading of a text; a reading is its own."""
        return text if isinstance(text, Reading) else cls(text)

    def once(self, make: Callable[[Reading], T]) -> T:
        """What a function makes of this reading, made when it is first asked for.

        Args:
            make: a function of the reading alone; a module's, so that all who ask have the same.
        """
        try:
            made: T = self._made[make]
        except KeyError:
            made = self._made[make] = make(self)
        return made


def reading_of(doc: Doc) -> Reading:
    """The reading of a document, which all components of a pipeline share."""
    made = made_of(doc)
    reading: Reading | None = made.get(Reading)
    if reading is None:
        reading = Reading(text_of(doc))
        if reading.text:
            made[Reading] = reading
    return reading
