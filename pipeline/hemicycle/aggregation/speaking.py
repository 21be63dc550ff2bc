"""Who speaks how much and of what: words, speeches and themes by speaker and by group.

What who presides says to lead a sitting is nobody's speech: turns of the kind ``chair`` are left
out, of the counts and of what shares are taken of.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from hemicycle.kinds.cells import plain_number
from hemicycle.kinds.tag import is_of_document
from hemicycle.tables.registry import Row

Cells = Mapping[str, str]
Who = tuple[str, str, str]
"""Dimension (`speaker` or `group`), its value, and the period."""
_CHAIR = "chair"
_DECIMALS = 4


@dataclass(slots=True)
class _Spoken:
    documents: int = 0
    speeches: int = 0
    words: int = 0
    themes: defaultdict[tuple[str, str], Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )


class Speaking:
    """Counts of speeches."""

    def __init__(self) -> None:
        self._spoken: defaultdict[Who, _Spoken] = defaultdict(_Spoken)
        self._words: Counter[str] = Counter()

    def add(
        self, period: str, persons: Mapping[str, str], speeches: list[Cells], themes: list[Cells]
    ) -> None:
        """Count the speeches of a document.

        Args:
            period: of the document, empty if it is undated.
            persons: for names of the document, the one name of the person in the corpus.
            speeches: its rows of speeches.
            themes: its rows of themes.
        """
        by_speech = of_speeches(speeches, themes)
        met: set[Who] = set()
        for row in speeches:
            if row["kind"] == _CHAIR:
                continue
            words = int(row["words"])
            self._words[period] += words
            for dimension, value in places_of(row, persons):
                spoken = self._spoken[dimension, value, period]
                met.add((dimension, value, period))
                spoken.speeches += 1
                spoken.words += words
                for theme in by_speech.get(row["speech"], ()):
                    told = spoken.themes[theme["code"], theme["theme"]]
                    told.update(speeches=1, words=words)
        for who in met:
            self._spoken[who].documents += 1

    def rows(self) -> Iterator[Row]:
        """By dimension and period; who speaks most first."""
        for who, spoken in self._ordered():
            of_words = self._words[who[2]]
            counts = [spoken.documents, spoken.speeches, spoken.words, of_words]
            yield [*who, *map(str, counts), _share(spoken.words, of_words)]

    def theme_rows(self) -> Iterator[Row]:
        """The same order; the theme with most words first."""
        for who, spoken in self._ordered():
            ranked = sorted(spoken.themes.items(), key=lambda item: (-item[1]["words"], item[0]))
            for theme, told in ranked:
                counts = [told["speeches"], told["words"], spoken.words]
                yield [*who, *theme, *map(str, counts), _share(told["words"], spoken.words)]

    def _ordered(self) -> list[tuple[Who, _Spoken]]:
        return sorted(
            self._spoken.items(),
            key=lambda item: (item[0][0], item[0][2], -item[1].words, item[0][1]),
        )


def of_speeches(speeches: list[Cells], tags: Iterable[Cells]) -> dict[str, list[Cells]]:
    """Rows of tags by the number of the speech; those of a document of one speech are its own."""
    only = speeches[0]["speech"] if len(speeches) == 1 else ""
    found: defaultdict[str, list[Cells]] = defaultdict(list)
    for row in tags:
        if number := only if is_of_document(row) else row["speech"]:
            found[number].append(row)
    return found


def places_of(speech: Cells, persons: Mapping[str, str]) -> list[tuple[str, str]]:
    """The speakers and the group of a speech, each with its dimension; none that is not named."""
    names = [name for name in speech["speaker"].split("; ") if name]
    speakers = [("speaker", persons.get(name, name)) for name in names]
    return [*speakers, *([("group", speech["group"])] if speech["group"] else [])]


def said_by(
    persons: Mapping[str, str], speeches: list[Cells], keywords: list[Cells]
) -> Iterator[tuple[list[tuple[str, str]], list[Cells]]]:
    """For each speech but the chair's, whose it is, as groups to compare, and its keywords."""
    by_speech = of_speeches(speeches, keywords)
    for row in speeches:
        own = by_speech.get(row["speech"])
        if own and row["kind"] != _CHAIR:
            yield [(f"speech {name}", value) for name, value in places_of(row, persons)], own


def _share(part: int, whole: int) -> str:
    return plain_number(round(part / whole, _DECIMALS)) if whole else ""
