"""How often something holds of a term of a lexicon in texts, beside all terms of its code.

Of the words of a topic or a branch, those that are its own stand together, and those that have
another sense (`presse`, `carrière`) stand anywhere (Yarowsky, "Unsupervised word sense
disambiguation rivaling supervised methods", 1995: one sense per discourse).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import Protocol

from hemicycle.knowledge.use import load_csv

Counts = Mapping[tuple[str, str], tuple[int, int]]
# How near is near, in characters on either side: about three sentences.
NEAR = 400
# Terms seen less often are not written.
_LEAST_SEEN = 5
# What is thought of a term before it is seen weighs as much as this many places, or texts.
_BELIEVED, _BELIEVED_FILED = 5.0, 8.0


class Term(Protocol):
    """A term at a place of a text."""

    @property
    def start(self) -> int:
        """Its first character, from 0."""

    @property
    def end(self) -> int:
        """One past its last."""

    @property
    def term(self) -> str:
        """As the lexicon writes it."""

    @property
    def code(self) -> str:
        """What it speaks for."""


class TermRates:
    """How often what is counted holds of each term, beside all terms of its code or of all."""

    def __init__(self, counts: Counts, believed: float, *, by_code: bool = True) -> None:
        """Compare each term with the others.

        Args:
            counts: by code and term, how often it was seen, and how often of these it held.
            believed: what is thought of a term before it is seen weighs as much as so many.
            by_code: whether with those of its own code only.
        """
        all_seen: Counter[str] = Counter()
        all_held: Counter[str] = Counter()
        for (code, _), (seen, held) in counts.items():
            all_seen[code if by_code else ""] += seen
            all_held[code if by_code else ""] += held
        self._of: dict[tuple[str, str], float] = {}
        for (code, term), (seen, held) in counts.items():
            group = code if by_code else ""
            usual = (all_held[group] + 1) / (all_seen[group] + 2)
            rate = (held + believed * usual) / (seen + believed)
            self._of[code, term] = _log_odds(rate) - _log_odds(usual)

    @classmethod
    def of_company(cls, counts: Counts, *, by_code: bool = True) -> TermRates:
        """By the places where a term stands near others of its code."""
        return cls(counts, _BELIEVED, by_code=by_code)

    @classmethod
    def of_filed(cls, counts: Counts) -> TermRates:
        """By how texts are filed."""
        return cls(counts, _BELIEVED_FILED)

    def of(self, code: str, term: str) -> float:
        """How much likelier than usual it holds of the term.

        The difference of the logarithms of the odds; below 0 for ambiguous terms, 0 for terms that
        were not counted.
        """
        return self._of.get((code, term), 0.0)


def read_counts(file: tuple[str, ...], held: str) -> Counts:
    """The counts of a file under ``models/``.

    Args:
        file: its path; its columns are ``term``, ``code``, ``seen`` and what is counted.
        held: the column of what is counted.

    Raises:
        ResourceError: the file is absent.
    """
    return {
        (row["code"], row["term"]): (int(row["seen"]), int(row[held])) for row in load_csv(*file)
    }


def company_table(texts: Iterable[Sequence[Term]]) -> str:
    """How often each term stands near others of its code in some texts, as a table.

    Args:
        texts: of each text its terms, in order.
    """
    counts: dict[tuple[str, str], list[int]] = {}
    for terms in texts:
        count_company(terms, counts)
    lines = [
        f"{term},{code},{seen},{near}"
        for (code, term), (seen, near) in sorted(counts.items(), key=lambda one: one[0][::-1])
        if seen >= _LEAST_SEEN
    ]
    return "\n".join(("term,code,seen,near", *lines, ""))


def count_company(terms: Sequence[Term], counts: dict[tuple[str, str], list[int]]) -> None:
    """Count the places of the terms of one text, and those near another term of their code.

    Args:
        terms: the terms in the text, in order.
        counts: by code and term, places seen, places near; they are added to.
    """
    places: defaultdict[str, list[Term]] = defaultdict(list)
    for one in terms:
        places[one.code].append(one)
    for code, found in places.items():
        for one in found:
            first = bisect_left(found, one.start - NEAR, key=_start)
            stop = bisect_left(found, one.end + NEAR, key=_start)
            tally = counts.setdefault((code, one.term), [0, 0])
            tally[0] += 1
            tally[1] += any(other.term != one.term for other in found[first:stop])


def _start(one: Term) -> int:
    return one.start


def _log_odds(rate: float) -> float:
    return log(rate / (1 - rate))
