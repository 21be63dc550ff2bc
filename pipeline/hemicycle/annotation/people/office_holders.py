"""Who held an office on the day of a document: `le président de la République` in a dated text.

A function alone that a document gives to nobody may mean who held the office on its day. The terms
are in ``models/gazetteers/office_holders.csv``, the titles in ``models/lexicons/people/
offices.toml``. The country is the one named with the office, else the document's, if it is sure. A
sentence about another time or about the office itself means nobody, nor does a function in a
document that names another of its holders, or a day near the end of a term.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from hemicycle.annotation.document_country import DocumentCountry, genitives
from hemicycle.annotation.people.role_words import is_former
from hemicycle.annotation.peoples import people_forms
from hemicycle.folding import fold
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_csv, load_toml

# Of 81 such rows in sittings, questions to ministers and communiqués of two countries, 80 were
# right when they were read (the wrong one stands in a law).
CONFIDENCE = 0.95
_MARGIN = timedelta(days=14)  # on either side of a change of holder
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_ARTICLE = re.compile(
    r"^\W{0,4}Art(?:icle|\.) ?(?:premier|unique|\d)", re.MULTILINE | re.IGNORECASE
)
_FEWEST_ARTICLES = 3  # lines that open with one
_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"[.!?…](?=\s)|\n")
_FURTHEST = 600  # characters of a sentence on either side


@dataclass(frozen=True, slots=True)
class Term:
    """A person in an office.

    Attributes:
        person: the full name.
        since: the first day.
        until: the last one.
    """

    person: str
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is known of a document beside its text.

    Attributes:
        day: its date, None if unknown.
        country: its country.
    """

    day: date | None
    country: DocumentCountry


UNKNOWN = Occasion(None, DocumentCountry())


class OfficeHolders:
    """Who held which office when, and by which words an office is meant."""

    def __init__(self) -> None:
        """Read the terms and the titles in use."""
        data = load_toml("lexicons", "people", "offices.toml")
        reading = data.pop("reading")
        self._countries = dict(_countries(data.pop("countries")))
        self._alone = {fold(t): office for office, told in data.items() for t in told["alone"]}
        named = {fold(t): office for office, told in data.items() for t in told["named"]}
        self._titles = sorted({**named, **self._alone}.items(), key=lambda one: -len(one[0]))
        self._named_only = frozenset(reading["named_only"])
        self._refused = frozenset(map(fold, (*reading["elsewhen"], *reading["office"])))
        self._terms: dict[tuple[str, str], list[Term]] = {}
        for row in load_csv("gazetteers", "office_holders.csv"):
            term = Term(row["person"], _first(row["from"]), _last(row["until"]))
            self._terms.setdefault((row["office"], row["country"]), []).append(term)

    def meant(self, role: str, country: DocumentCountry) -> tuple[str, str]:
        """The office and the country that a function means; both empty if it is none or unsure.

        Args:
            role: the function, folded.
            country: that of the document.
        """
        if is_former(role):
            return "", ""
        for title, office in self._titles:
            if role != title and not role.startswith(title + " "):
                continue
            rest = role[len(title) :].strip()
            if rest:
                code = self._countries.get(rest, "")
                return (office, code) if code else ("", "")
            own = country.code if country.sure and country.code not in self._named_only else ""
            return (office, own) if own and title in self._alone else ("", "")
        return "", ""

    def holder(self, office: str, country: str, day: date) -> str:
        """Who held an office on a day and some time around it, empty if nobody is known."""
        for term in self._terms.get((office, country), ()):
            if term.since + _MARGIN <= day <= term.until - _MARGIN:
                return term.person
        return ""

    def named(self, role: str, day: date, names: Iterable[str]) -> str:
        """Who of those whom a document names held an office that a function alone means
        (``le chef de l'État``), in whatever country; empty if nobody or several did.

        Args:
            role: the function, folded.
            day: that of the document.
            names: the full names of the people of the document.
        """
        office, known = self._alone.get(role, ""), {fold(name): name for name in names}
        found = {
            known[name]
            for (held, country), _ in self._terms.items()
            if held == office and (name := fold(self.holder(office, country, day))) in known
        }
        return found.pop() if len(found) == 1 else ""

    def office(self, role: str) -> str:
        """The office that a function alone means, in whatever country; empty if it is none."""
        return self._alone.get(role, "")

    def ever_held(self, role: str, person: str) -> bool:
        """Whether a person of that full name held the office that a function alone means, at any
        time and in whatever country.

        Args:
            role: the function, folded.
            person: the full name.
        """
        office, name = self._alone.get(role, ""), fold(person)
        return bool(office) and any(
            fold(term.person) == name
            for (held, _), terms in self._terms.items()
            if held == office
            for term in terms
        )

    def others(self, office: str, country: str, holder: str) -> frozenset[str]:
        """The folded surnames of all who ever held an office but one of them."""
        terms = self._terms.get((office, country), ())
        return frozenset(_surname(t.person) for t in terms if t.person != holder)

    def speaks_of_now(self, text: str, start: int, end: int, day: date) -> bool:
        """Whether the sentence around a function speaks neither of another time nor of the office.

        Args:
            text: the document.
            start: the function's first character, from 0.
            end: one past its last.
            day: that of the document.
        """
        low = max(0, start - _FURTHEST)
        for found in _END.finditer(text, low, start):
            low = found.end()
        closed = _END.search(text, end, end + _FURTHEST)
        high = closed.start() if closed is not None else min(len(text), end + _FURTHEST)
        around = text[low:start] + " " + text[end:high]
        if any(year != str(day.year) for year in _YEAR.findall(around)):
            return False
        return self._refused.isdisjoint(fold(word) for word in _WORD.findall(around))


@per_knowledge
def office_holders() -> OfficeHolders:
    """Those of the knowledge in use."""
    return OfficeHolders()


def is_law(text: str) -> bool:
    """Whether a text is one of rules, which speaks of offices and not of who holds them."""
    articles = islice(_ARTICLE.finditer(text), _FEWEST_ARTICLES)
    return sum(1 for _ in articles) == _FEWEST_ARTICLES


def named_as(holder: str, names: Iterable[str]) -> str:
    """The canonical name that a document gives the holder of an office, his full one if none."""
    surname = _surname(holder)
    return next((name for name in names if _surname(name) == surname), holder)


def surnames(names: Iterable[str]) -> frozenset[str]:
    """The folded last words of some names."""
    return frozenset(map(_surname, names))


def _surname(name: str) -> str:
    return fold(name).rpartition(" ")[2]


def _countries(further: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """What stands behind a title, folded, to the country it tells."""
    codes: dict[str, set[str]] = {}
    for form, code in people_forms():
        codes.setdefault(fold(form), set()).add(code)
    for row in load_csv("lexicons", "countries.csv"):
        for genitive in genitives(row["name"]):
            codes.setdefault(fold(genitive), set()).add(row["code"])
    for code, forms in further.items():
        for form in forms:
            codes.setdefault(fold(form), set()).add(code)
    for form, found in codes.items():
        if len(found) == 1:
            yield form, min(found)


def _first(cell: str) -> date:
    """The first sure day of a term; where the month alone is known, the margin begins behind it."""
    return date.fromisoformat(cell) if len(cell) > len("2020-01") else _month(cell, 28)


def _last(cell: str) -> date:
    return date.fromisoformat(cell) if len(cell) > len("2020-01") else _month(cell, 1)


def _month(cell: str, day: int) -> date:
    year, month = map(int, cell.split("-"))
    return date(year, month, day)
