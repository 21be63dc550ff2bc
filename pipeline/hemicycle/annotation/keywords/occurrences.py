"""Where a phrase of a document stands, and how it is written there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from hemicycle.annotation.keywords.candidates import Unit
from hemicycle.annotation.keywords.title import (
    capital_lines,
    in_small_letters,
    is_shouted,
    stands_in,
)

Key = tuple[str, ...]


class Writing:
    """How a document writes phrases: in small letters, but for names."""

    def __init__(self, text: str) -> None:
        """Find the lines in capitals of a text."""
        self._text = text
        self._headings = capital_lines(text)

    def __call__(self, first: Unit, last: Unit) -> str:
        """A phrase on one line, as a keyword shows it.

        Args:
            first: its first unit.
            last: its last, which may be the first.
        """
        shown = first.shown if first is last else self._text[first.start : last.end]
        named = first.name or last.name
        if not named and (stands_in(self._headings, first.start) or is_shouted(shown)):
            shown = in_small_letters(shown)
        return " ".join(shown.split())


@dataclass(slots=True)
class Occurrences:
    """Where and how a phrase stands in a document.

    Attributes:
        writing: how the document writes it at a place.
        first: its first character at its first place.
        in_title: whether the title holds it.
        in_heading: whether it stands before the colon of the title.
        name: whether all of it is one name.
        person: whether a person bears it.
        number: of the phrase in the order in which they are found, from 0.
        vague: whether it is one noun that tells little alone.
        topical: whether it is a term of a sector or of a main theme.
        empty: whether every text has its words, which tell nothing together.
        leads: how often it stands without a noun right before it, which it would describe.
        trails: how often one word stands with a complement (`usage` of `usage des bassines`).
        edges: how often one of its ends is the end of its run of words, both ends counted.
        listed: how often it stands in a list of persons.
        places: first and last unit of each.
    """

    writing: Callable[[Unit, Unit], str]
    first: int
    in_title: bool
    in_heading: bool
    name: bool
    vague: bool
    person: bool = False
    number: int = 0
    topical: bool = False
    empty: bool = False
    leads: int = 1
    edges: int = 0
    trails: int = 0
    listed: int = 0
    places: list[tuple[Unit, Unit]] = field(default_factory=list)
    _form: str | None = None

    @property
    def count(self) -> int:
        """How often the phrase stands in the document."""
        return len(self.places)

    @property
    def is_name(self) -> bool:
        """Whether all of it is one name."""
        return self.name

    @property
    def best_form(self) -> str:
        """The form in small letters that stands most often; if there is none, the most frequent."""
        if self._form is None:
            forms = [self.writing(first, last) for first, last in self.places]
            if len(forms) == 1:
                [self._form] = forms
            else:
                counted = Counter(forms).items()
                best = max(counted, key=lambda item: (item[0].islower(), item[1], item[0]))
                self._form = best[0]
        return self._form
