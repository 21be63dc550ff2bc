"""Which thing a name means: its canonical name, kind, country and id.

What decides between homonyms (the PS of France and of Belgium, `la Chambre`): what the text itself
says of an acronym, the country of the document, the countries that it names, and what was named
before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from hemicycle.annotation.bodies.candidates import LOC, ORG, Candidate
from hemicycle.annotation.bodies.gazetteer import (
    ANY,
    Entry,
    Gazetteer,
    key_of,
    organisation_id,
    place_id,
)
from hemicycle.annotation.bodies.kinds_told import kind_told
from hemicycle.annotation.bodies.lexicon import BodyWords
from hemicycle.knowledge.grammar import OF, THE, THE_ELIDED, THE_MASCULINE, WITH_THE_ONE
from hemicycle.knowledge.lists import listed
from hemicycle.reading.words import Words
from hemicycle.values import value

_UNIONS = frozenset({"EU"})
_UNION, _EUROPEAN_UNION = "union", "union europeenne"
_COMMITTEES = listed("bodies", "telling", "committees")
_MIDDLE = 5000
_LARGE = 100  # thousands of inhabitants of a town that tells its country anywhere
# Kinds of places that have the name of a river or of mountains.
_LIKE_RIVERS = frozenset({"department", "country", "region"})
_LITTLE = OF | THE
_REGIONS = listed("bodies", "places", "regions")
_DEPARTMENTS = listed("bodies", "places", "departments")
_KINDS = {
    kind: listed("bodies", "place_kinds", kind) for kind in ("region", "department", "commune")
}
_NO_COUNTRIES = listed("bodies", "places", "no_countries")
_ONE = WITH_THE_ONE | THE_MASCULINE


@value
class Identity:
    """What a name means.

    Attributes:
        name: canonical.
        kind: as in the column ``kind``.
        country: ISO 3166-1 alpha-2, `EU`, or empty.
        entity_id: stable.
    """

    name: str
    kind: str
    country: str
    entity_id: str


class Identities:
    """Tells what the names of one document mean."""

    def __init__(
        self, words: Words, known: Gazetteer, lexicon: BodyWords, country: str, year: int
    ) -> None:
        """Tell what decides.

        Args:
            words: the text's words.
            known: the gazetteer.
            lexicon: words of bodies.
            country: that of the document, empty if unknown.
            year: that of the document, 0 if unknown.
        """
        self._words = words
        self._known = known
        self._lexicon = lexicon
        self._country = country
        self._year = year
        self._kinds: dict[str, str] = {}

    def tell(
        self, candidates: list[Candidate], explained: Iterable[tuple[int, int, int]]
    ) -> list[Identity]:
        """What each candidate means, in their order.

        Args:
            candidates: those that were chosen, in order.
            explained: acronyms with the places of their full names, by words.
        """
        named = self._countries(candidates)
        country = self._country
        full = self._full_names(candidates, explained)
        before: dict[str, Identity] = {}
        surfaces = self._surfaces(candidates)
        self._kinds = self._kinds_told(candidates)
        told: list[Identity] = []
        kept: dict[tuple[str, str, bool], Identity] = {}
        for candidate in candidates:
            label = candidate.label
            alone = "head_alone" in candidate.found
            known = bool(candidate.entries)
            identity = None if alone else kept.get((candidate.key, label, known))
            if identity is None:
                if label == LOC:
                    identity = self._place(candidate, country, named, surfaces)
                else:
                    identity = self._body(candidate, country, named, surfaces, before, full)
                kept[candidate.key, label, known] = identity
            if label == ORG and not alone:
                # By its full name too: `l'UEMOA …, l'Union`.
                for name in (candidate.key, key_of(identity.name)):
                    before[name.partition(" ")[0]] = identity
            told.append(identity)
        return told

    def _countries(self, candidates: list[Candidate]) -> Counter[str]:
        """How often each country is named, by itself, its towns or its bodies."""
        named: Counter[str] = Counter()
        for candidate in candidates:
            if "head_alone" in candidate.found:
                continue
            entries = [e for e in candidate.entries if e.label == candidate.label]
            countries = {e.country for e in entries}
            if len(countries) == 1:
                (country,) = countries
                if country and country != ANY:
                    named[country] += 2 if candidate.label == ORG else 1
        counts = Counter(self._words.lower)
        for lower in self._lexicon.peoples.keys() & counts.keys():
            named[self._lexicon.peoples[lower]] += counts[lower]
        return named

    def _kinds_told(self, candidates: list[Candidate]) -> dict[str, str]:
        """The kind that the words of each name, or most often those before it, tell."""
        told: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for c in candidates:
            if kind := c.kind or kind_told(self._words, self._lexicon, c.first):
                told[c.key][kind] += 1
        return {key: kinds.most_common(1)[0][0] for key, kinds in told.items()}

    def _surfaces(self, candidates: list[Candidate]) -> dict[str, str]:
        """How each name is written most often, on one line."""
        written: defaultdict[str, Counter[str]] = defaultdict(Counter)
        text = self._words.text
        for c in candidates:
            written[c.key][" ".join(text[c.start : c.end].split())] += 1
        return {key: counts.most_common(1)[0][0] for key, counts in written.items()}

    def _full_names(
        self, candidates: list[Candidate], explained: Iterable[tuple[int, int, int]]
    ) -> dict[str, Candidate]:
        """The candidate that gives the full name of each acronym, by its key."""
        by_place = {(c.first, c.stop): c for c in candidates}
        by_first = {c.first: c for c in candidates}
        found: dict[str, Candidate] = {}
        for acronym, first, stop in explained:
            short, whole = by_first.get(acronym), by_place.get((first, stop))
            if short is not None and whole is not None:
                found[short.key] = whole
        return found

    def _body(
        self,
        candidate: Candidate,
        country: str,
        named: Counter[str],
        surfaces: dict[str, str],
        before: dict[str, Identity],
        full: dict[str, Candidate],
    ) -> Identity:
        whole = full.get(candidate.key)
        if whole is not None and whole is not candidate and whole.label == ORG:
            return self._body(whole, country, named, surfaces, before, {})
        alone = "head_alone" in candidate.found
        entries = [e for e in candidate.entries if e.label == ORG]
        if alone and candidate.key == _UNION and (country in self._lexicon.union or named["EU"]):
            entries += self._known.of(_EUROPEAN_UNION, ORG) if self._is_elided(candidate) else ()
        entry = self._entry(entries, country, named, alone=alone)
        if alone and (entry is None or entry.country != country):
            earlier = before.get(candidate.key)
            if earlier is not None:
                return earlier
        if entry is not None:
            return _identity(entry, country)
        return self._unknown(candidate, country, surfaces[candidate.key])

    def _entry(
        self, entries: list[Entry], country: str, named: Counter[str], *, alone: bool
    ) -> Entry | None:
        """The one that is meant, None if nobody can tell."""
        best, most = None, 0.0
        countries = {e.country for e in entries}
        for entry in entries:
            score = 0.5
            if country and entry.country == country:
                score += 4
            elif entry.country == ANY:
                score += 1.5
            elif not entry.country:
                score += 2
            elif entry.country in _UNIONS:
                score += 1 if country and country not in _UNIONS else 1.5
            elif len(countries) > 1 or alone:
                score -= 1
            score += min(named[entry.country], 6) / 4 if entry.country not in {ANY, ""} else 0
            if alone and not country and entry.country in _UNIONS and not named[entry.country]:
                continue  # `la Commission` in a judgment that names no other body of the Union
            if self._year and not entry.since <= self._year <= entry.until:
                score -= 0.5
            if score > most:
                best, most = entry, score
        return best

    def _place(
        self, candidate: Candidate, country: str, named: Counter[str], surfaces: dict[str, str]
    ) -> Identity:
        entries = [e for e in candidate.entries if e.label == LOC]
        unit = "place_before" in candidate.found
        before = " ".join(self._words.lower[max(0, candidate.first - 3) : candidate.first]).split()
        at = "leading" in candidate.found
        best, most = None, -1.0
        for entry in entries:
            score = 0.0
            if entry.kind == "country":
                score += 5
            if country and entry.country == country:
                score += 2.5
            score += min(named[entry.country], 6) / 4
            score += min(entry.size, _MIDDLE) ** 0.5 / 30
            if entry.kind == "other" and not entry.country:
                score += 1.5  # `Sahel`, rather than the region of one country
            if entry.kind == "commune" and (at or not unit):
                score += 1
            if entry.kind == "region" and not _REGIONS.isdisjoint(before):
                score += 3
            town = any(e.kind == "commune" and e.country == entry.country for e in entries)
            if town and entry.kind == "region" and before and before[-1] in _ONE:
                score += 3  # `au Québec`, not `à Québec`
            if entry.kind == "department" and not _DEPARTMENTS.isdisjoint(before):
                score += 3
            if entry.kind == "country" and not _NO_COUNTRIES.isdisjoint(before):
                score -= 6
            if score > most:
                best, most = entry, score
        name = surfaces[candidate.key]
        if best is not None and best.kind in _LIKE_RIVERS and self._is_nature(before):
            return Identity(name, "other", "", place_id("", name))
        if best is not None:
            return _identity(best, country)
        kind = _kind_before(before)
        if kind == "other" and candidate.found & {"leading", "dateline"}:
            kind = "commune"
        return Identity(name, kind, "", place_id("", name))

    def _is_elided(self, candidate: Candidate) -> bool:
        """Whether `l'` stands before a name (`l'Union`, unlike `(Union)`)."""
        return candidate.first > 0 and self._words.lower[candidate.first - 1] in THE_ELIDED

    def _is_nature(self, before: list[str]) -> bool:
        """Whether the words before a name say that it is a river, a valley, mountains."""
        noun = next((word for word in reversed(before) if word not in _LITTLE), "")
        return noun in self._lexicon.nature

    def _unknown(self, candidate: Candidate, country: str, name: str) -> Identity:
        """A body that the gazetteer does not have: its head and its complement tell of it."""
        kind = self._kinds.get(candidate.key) or "other"
        if candidate.key == _UNION and self._is_elided(candidate):
            kind, country = "international", ""
        if kind == "agency" and candidate.key.startswith(tuple(_COMMITTEES)):
            kind = "parliament"  # `commission des Finances`, unlike `Commission nationale …`
        own, whole = self._own_country(candidate)
        if whole and (entry := self._of_country(candidate, own)):
            return _identity(entry, own)
        if not own and kind != "international":
            own = country
        if candidate.kind == "ministry" and name[1:2].islower():
            name = name[0].lower() + name[1:]
        return Identity(name, kind, own, organisation_id(own, name))

    def _of_country(self, candidate: Candidate, country: str) -> Entry | None:
        """The known body that a name begins with, in the country that it ends with."""
        words = candidate.key.split(" ")
        for stop in range(len(words) - 1, 0, -1):
            entries = self._known.of(" ".join(words[:stop]), ORG)
            for wanted in (country, ANY):
                for entry in entries:
                    if entry.country == wanted:
                        return entry
        return None

    def _own_country(self, candidate: Candidate) -> tuple[str, bool]:
        """The country that a name tells, and whether the body is of all of it:
        `Assemblée nationale du Bénin`, `armée malienne`, but `Parlement de Catalogne`."""
        words = self._words
        for k in range(candidate.first, candidate.stop):
            people = self._lexicon.peoples.get(words.lower[k])
            if people:
                return people, True
            if words.capital[k] and k > candidate.first:
                stop = candidate.stop
                key = " ".join(candidate.key.split(" ")[k - candidate.first : stop])
                for entry in sorted(self._known.of(key, LOC), key=_is_part):
                    large = not _is_part(entry) or entry.kind == "region" or entry.size >= _LARGE
                    if large or entry.country == self._country:
                        return entry.country, not _is_part(entry)
        return "", False


def _is_part(entry: Entry) -> bool:
    """Whether a place is a part of a country."""
    return entry.kind != "country"


def _kind_before(before: list[str]) -> str:
    for kind, nouns in _KINDS.items():
        if not nouns.isdisjoint(before):
            return kind
    return "other"


def _identity(entry: Entry, country: str) -> Identity:
    if entry.country == ANY:
        entry = replace(entry, country=country, id=organisation_id(country, entry.name))
    own = "" if entry.country in _UNIONS else entry.country
    return Identity(entry.name, entry.kind, own, entry.id)
