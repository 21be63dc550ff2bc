"""The phrases of a document by their key, and those of its speeches, counted in one walk."""

from __future__ import annotations

from collections.abc import Iterable

from hemicycle.annotation.keywords.adjectives import describes
from hemicycle.annotation.keywords.candidates import CandidateFinder, Unit, follows
from hemicycle.annotation.keywords.occurrences import Key, Occurrences, Writing
from hemicycle.annotation.keywords.of_speeches import OF_TOPIC, TALLIES, SaidInSpeeches
from hemicycle.annotation.keywords.topical import Topical
from hemicycle.knowledge.grammar import OF
from hemicycle.knowledge.patterns import Pattern

# What a complement begins with, whichever blank stands before it.
_OF = Pattern(r"[ \u00a0\u202f]<of~>", of=OF, space=" ")


class Phrases:
    """The phrases of a document by their key, collected run after run in the order of the text."""

    def __init__(
        self,
        text: str,
        finder: CandidateFinder,
        *,
        title: int,
        heading: int,
        topical: Topical,
        listed: set[int],
    ) -> None:
        """Know what tells phrases apart.

        Args:
            text: the text.
            finder: finds the phrases of a run.
            title: one past the last character of the title.
            heading: one past the last character of what stands before its colon.
            topical: the terms of sectors and topics.
            listed: where persons start that stand in a list.
        """
        self.found: dict[Key, Occurrences] = {}
        self._text = text
        self._writing = Writing(text)
        self._finder = finder
        self._title, self._heading = title, heading
        self._topical, self._listed = topical, listed

    def add(self, runs: Iterable[list[Unit]], speeches: SaidInSpeeches) -> None:
        """Take in the phrases of some runs, those of speeches there too."""
        main, listed = self._topical.main, self._listed
        about = self._topical.starts
        for run in runs:
            said = speeches.at(run[0].start)
            keys = tuple([unit.key for unit in run])
            size = len(run)
            told = [unit.start in about for unit in run] if said is not None else []
            is_told = True in told
            for start, stop in self._finder.phrases(run):
                first, last = run[start], run[stop - 1]
                key = keys[start:stop]
                seen = self.found.get(key)
                if seen is None:
                    empty = self._finder.is_empty(run[start:stop])
                    seen = self.found[key] = self._new(len(self.found), first, last, empty)
                seen.places.append((first, last))
                edges = (start == 0) + (stop == size)
                seen.edges += edges
                if (first.start, last.end) in main:
                    seen.topical = True
                if not follows(run, start) and not (
                    start + 1 == stop
                    and not first.name
                    and describes(self._text, first.start, first.end)
                ):
                    seen.leads += 1
                if start + 1 == stop < size and _OF.match(self._text, first.end):
                    seen.trails += 1
                if first.start in listed:
                    seen.listed += 1
                if said is not None:
                    number = seen.number
                    tally = said.get(number, 0) + TALLIES[edges]
                    said[number] = (
                        tally | OF_TOPIC if is_told and True in told[start:stop] else tally
                    )

    def _new(self, number: int, first: Unit, last: Unit, empty: bool) -> Occurrences:
        # Whatever stands in the title or its heading stands there at its first place.
        return Occurrences(
            self._writing,
            first.start,
            in_title=first.start < self._title,
            in_heading=last.end <= self._heading,
            name=first is last and first.name,
            person=first.person,
            number=number,
            vague=first is last
            and (self._finder.is_vague(first.key) or self._finder.is_participle(first.key)),
            empty=empty,
            leads=0,
        )
