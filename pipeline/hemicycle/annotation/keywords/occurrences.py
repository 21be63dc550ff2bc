"""Where the phrases of a document stand, and how they are written there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from hemicycle.annotation.keywords.candidates import CandidateFinder, Unit
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
        vague: whether it is one noun that tells little alone.
        topical: whether it is a term of a sector or of a main theme.
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
    topical: bool = False
    edges: int = 0
    listed: int = 0
    places: list[tuple[Unit, Unit]] = field(default_factory=list)
    _form: str | None = None

    @property
    def count(self) -> int:
        """How often the phrase stands in the document."""
        return len(self.places)

    @property
    def best_form(self) -> str:
        """The form that stands most often; of equals, the one in lower case."""
        if self._form is None:
            forms = Counter([self.writing(first, last) for first, last in self.places])
            best = max(forms.items(), key=lambda item: (item[1], item[0].islower(), item[0]))
            self._form = best[0]
        return self._form


class Phrases:
    """The phrases of a document by their key, collected run after run in the order of the text."""

    def __init__(
        self,
        text: str,
        finder: CandidateFinder,
        *,
        title: int,
        heading: int,
        topical: set[tuple[int, int]],
        listed: set[int],
    ) -> None:
        """Know what tells phrases apart.

        Args:
            text: the text.
            finder: finds the phrases of a run.
            title: one past the last character of the title.
            heading: one past the last character of what stands before its colon.
            topical: start and end of each term of a sector or of a main theme.
            listed: where persons start that stand in a list.
        """
        self.found: dict[Key, Occurrences] = {}
        self._writing = Writing(text)
        self._finder = finder
        self._title, self._heading = title, heading
        self._topical, self._listed = topical, listed

    def add(self, runs: Iterable[list[Unit]]) -> None:
        """Take in the phrases of some runs."""
        topical, listed = self._topical, self._listed
        for run in runs:
            keys = tuple([unit.key for unit in run])
            size = len(run)
            for start, stop in self._finder.phrases(run):
                first, last = run[start], run[stop - 1]
                key = keys[start:stop]
                seen = self.found.get(key)
                if seen is None:
                    seen = self.found[key] = self._new(first, last)
                seen.places.append((first, last))
                seen.edges += (start == 0) + (stop == size)
                if (first.start, last.end) in topical:
                    seen.topical = True
                if first.start in listed:
                    seen.listed += 1

    def _new(self, first: Unit, last: Unit) -> Occurrences:
        # Whatever stands in the title or its heading stands there at its first place.
        return Occurrences(
            self._writing,
            first.start,
            in_title=first.start < self._title,
            in_heading=last.end <= self._heading,
            name=first is last and first.name,
            vague=first is last and self._finder.is_vague(first.key),
        )
