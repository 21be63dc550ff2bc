"""What is known of organisations and places: the files of ``models/gazetteers/``.

A form is looked up by its words, folded and cut as :class:`~hemicycle.reading.words.Words` cuts a
text, so that case, accents and typographic variants make no difference.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hemicycle.folding import fold
from hemicycle.knowledge.grammar import THE
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import current
from hemicycle.reading.phrases import Phrases

FOLDER = "gazetteers/"
# In the column `country`: what many countries have under one name.
ANY = "*"
_CUT = re.compile(r"(?:[cdjlst]|qu)'(?=[^\W_])|[^\W_]+(?:(?:[-']|(?<=[0-9])\.(?=[0-9]))[^\W_]+)*")
_LONGEST_ARTICLED = 7  # words
# What the name of a file of places holds; all others are of organisations.
_PLACES = "places"
_PEOPLE = f"{FOLDER}office_holders.csv"  # who held which office, no thing


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing of a gazetteer.

    Attributes:
        label: ``ORG`` or ``LOC``.
        name: its canonical name.
        kind: as in the column ``kind`` of organisations or places.
        country: ISO 3166-1 alpha-2; :data:`ANY` for what each country has its own; empty if none.
        id: its stable id; for :data:`ANY` the part behind the country.
        acronym: empty if none.
        size: thousands of inhabitants, 0 if unknown.
        since: first year of the name, 0 if open.
        until: its last year, 9999 if open.
        wikidata: its QID, empty if the file gives none.
    """

    label: str
    name: str
    kind: str
    country: str
    id: str
    acronym: str = ""
    size: int = 0
    since: int = 0
    until: int = 9999
    wikidata: str = ""


Entries = tuple[Entry, ...]


def key_of(form: str) -> str:
    """A form as it is looked up: its folded words with one blank between.

    Examples:
        >>> key_of("Côte d’Ivoire")
        "cote d' ivoire"
    """
    return " ".join(_CUT.findall(fold(form)))


def slug(name: str) -> str:
    """A name as a part of an id: folded, hyphens between its words.

    Examples:
        >>> slug("Cour des comptes de l’État")
        'cour-des-comptes-de-l-etat'
    """
    return "-".join(re.findall(r"[^\W_]+", fold(name)))


def organisation_id(country: str, name: str) -> str:
    """The id of an organisation: its country, if it has one, and its folded name."""
    return f"{country.lower()}:{slug(name)}" if country else slug(name)


def place_id(country: str, name: str) -> str:
    """The id of a place that has no code."""
    return f"place:{organisation_id(country, name)}"


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All things that are known, by their forms.

    Attributes:
        entries: those that have a form, by its key.
        phrases: the forms, to be found among folded words.
        by_id: each thing by its id.
        shouted: keys of places that are written in capitals (`USA`).
        small: names of one word that are written without a capital (`bpost`).
    """

    entries: Mapping[str, Entries]
    phrases: Phrases[Entries]
    by_id: Mapping[str, Entry]
    small: frozenset[str]
    shouted: frozenset[str]

    def at(self, words: Sequence[str], index: int) -> Iterator[tuple[int, Entries]]:
        """The forms that begin at a folded word, the longest first: each one's end and its things.

        Hundreds of forms begin with an article: those are looked up by their words.
        """
        if words[index] not in THE:
            yield from self.phrases.at(words, index)
            return
        for stop in range(min(len(words), index + _LONGEST_ARTICLED), index + 1, -1):
            if found := self.entries.get(" ".join(words[index:stop])):
                yield stop, found

    def of(self, key: str, label: str = "") -> Entries:
        """Those that have a form, of one label if it is given."""
        found = self.entries.get(key, ())
        return tuple(e for e in found if e.label == label) if label else found


def are_places(entries: Entries) -> bool:
    """Whether the gazetteer has a form, and as the name of places alone."""
    return bool(entries) and all(entry.label == "LOC" for entry in entries)


@per_knowledge
def gazetteer() -> Gazetteer:
    """The gazetteer of the knowledge in use: all files of ``models/gazetteers/``."""
    known: dict[str, list[Entry]] = {}
    by_id: dict[str, Entry] = {}
    small: set[str] = set()
    shouted: set[str] = set()
    for name, text in current().files.items():
        if name.startswith(FOLDER) and name.endswith(".csv") and name != _PEOPLE:
            places = _PLACES in name.removeprefix(FOLDER)
            for entry, forms in _read(text, places):
                by_id.setdefault(entry.id, entry)
                if places:
                    shouted.update(key_of(form) for form in forms if form.isupper())
                small.update(form for form in forms if form.islower() and form.isalpha())
                for key in dict.fromkeys(map(key_of, forms)):
                    if key:
                        known.setdefault(key, []).append(entry)
    entries = {key: tuple(found) for key, found in known.items()}
    phrases = Phrases((key.split(" "), found) for key, found in entries.items())
    return Gazetteer(entries, phrases, by_id, frozenset(small), frozenset(shouted))


def _read(text: str, places: bool) -> Iterator[tuple[Entry, list[str]]]:
    """Each thing of a file with its forms; lines that begin with ``#`` are comments."""
    rows = csv.DictReader(line for line in text.splitlines() if line[:1] != "#")
    for row in rows:
        entry = entry_of(row, places)
        aliases = (row.get("aliases") or "").split("|")
        yield entry, [form for form in (entry.name, entry.acronym, *aliases) if form]


def entry_of(row: Mapping[str, str], place: bool) -> Entry:
    """What a row of a gazetteer says.

    Args:
        row: its cells by column.
        place: whether it is a place.
    """
    name, country = row["name"], row.get("country") or ""
    own = row.get("id") or ""
    if country == ANY:
        own = own or slug(name)
    elif place and not own:
        own = place_id(country, name)
    return Entry(
        "LOC" if place else "ORG",
        name,
        row.get("kind") or "other",
        country,
        own or organisation_id(country, name),
        row.get("acronym") or "",
        int(row.get("size") or 0),
        int(row.get("from") or 0),
        int(row.get("until") or 9999),
        row.get("wikidata") or "",
    )
