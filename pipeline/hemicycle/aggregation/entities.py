"""Organisations and places over a corpus: one row a thing, under all its names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from hemicycle.annotation.bodies.gazetteer import Entry, gazetteer
from hemicycle.kinds.column import Row
from hemicycle.tables.table import Table

_MOST_ALIASES = 20
_SCHEMES = ("insee", "geonames")


@dataclass(slots=True)
class _Thing:
    """What is counted of one thing."""

    told: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    documents: int = 0


class Entities:
    """The things of one table of a corpus, by their ids."""

    def __init__(self) -> None:
        """Start with none."""
        self._things: dict[str, _Thing] = {}

    def add(self, rows: Iterable[Mapping[str, str]]) -> None:
        """Count the rows of one document."""
        here = set()
        for row in rows:
            thing = self._things.setdefault(row["entity_id"], _Thing())
            thing.told[row["name"], row["kind"], row["country"]] += 1
            thing.forms[" ".join(row["text"].split())] += 1
            here.add(row["entity_id"])
        for entity_id in here:
            self._things[entity_id].documents += 1

    def name(self, row: dict[str, str]) -> None:
        """Give a row the name, kind and country that most rows of its thing have."""
        row["name"], row["kind"], row["country"] = self._told(row["entity_id"])

    def rows(self, table: Table) -> Iterator[Row]:
        """The index: a row a thing, most mentioned first.

        Args:
            table: the index, whose columns are filled.
        """
        known = gazetteer().by_id
        ranked = sorted(self._things.items(), key=lambda item: (-item[1].forms.total(), item[0]))
        for entity_id, thing in ranked:
            name, kind, country = self._told(entity_id)
            aliases = [form for form, _ in thing.forms.most_common() if form != name]
            cells = {
                "entity_id": entity_id,
                "name": name,
                "aliases": "; ".join(aliases[:_MOST_ALIASES]),
                "kind": kind,
                "country": country,
                **_codes(entity_id, known.get(entity_id)),
                "mentions": str(thing.forms.total()),
                "documents": str(thing.documents),
            }
            yield [cells[column] for column in table.header]

    def _told(self, entity_id: str) -> tuple[str, str, str]:
        told = self._things[entity_id].told
        return min(told, key=lambda name: (-told[name], name))


def _codes(entity_id: str, entry: Entry | None) -> dict[str, str]:
    """The acronym and the codes of a thing that the gazetteer knows."""
    scheme, colon, number = entity_id.partition(":")
    codes = {name: number if colon and scheme == name else "" for name in _SCHEMES}
    return {
        "acronym": entry.acronym if entry is not None else "",
        "wikidata": entry.wikidata if entry is not None else "",
        **codes,
    }
