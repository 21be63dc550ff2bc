"""Counts of the rows of a table, for several ways of grouping the documents at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from hemicycle.aggregation.bases import Base, Bases
from hemicycle.aggregation.spilling import Key, SpillingMap
from hemicycle.aggregation.together import Person
from hemicycle.document import Document
from hemicycle.tables.registry import DOCUMENT, Grouping, Row, Summary, plain_number

Where = tuple[str, str]
"""A group of documents, and a period."""

_ADD_UP = frozenset({"exact", "approximate"})
_NAMED_WITH = 10


@dataclass(slots=True)
class _Group:
    """What is counted of the rows that share a key."""

    mentions: int = 0
    documents: int = 0
    first_date: str = ""
    last_date: str = ""
    roles: Counter[str] | None = None  # most groups have none, and there are millions of groups
    named_with: Counter[str] | None = None
    total: Decimal | None = None
    lowest: Decimal | None = None
    highest: Decimal | None = None

    def take(self, row: Mapping[str, str], summary: Summary) -> None:
        """Count a row of a document."""
        self.mentions += 1
        if summary.roles and row["role"]:
            self.roles = _added(self.roles, {row["role"]: 1})
        if summary.numbers:
            value = Decimal(row["value"])
            if row["form"] in _ADD_UP and row["kind"] != "percent" and not row["per"]:
                self.total = value + (self.total or 0)
            self._bounds(Decimal(row["low"] or value), Decimal(row["high"] or value))

    def merge(self, one: _Group) -> None:
        """Count what was counted of one document."""
        self.mentions += one.mentions
        self.documents += one.documents
        if one.first_date:
            self.first_date = min(self.first_date or one.first_date, one.first_date)
            self.last_date = max(self.last_date, one.last_date)
        if one.roles or one.named_with:
            self.roles = _added(self.roles, one.roles)
            self.named_with = _added(self.named_with, one.named_with)
        if one.total is not None:
            self.total = one.total + (self.total or 0)
        if one.lowest is not None and one.highest is not None:
            self._bounds(one.lowest, one.highest)

    def _bounds(self, low: Decimal, high: Decimal) -> None:
        self.lowest = low if self.lowest is None else min(self.lowest, low)
        self.highest = high if self.highest is None else max(self.highest, high)

    def cells(self, summary: Summary, mentions: int, base: Base) -> Row:
        """The cells after the key, as :attr:`Summary.table` names them.

        Args:
            summary: what is counted.
            mentions: of all that is counted in the group.
            base: what the group is made of.
        """
        share = plain_number(round(self.mentions / mentions, 4))
        row = [str(self.mentions), share, str(self.documents), *base.cells()]
        row += [self.first_date, self.last_date]
        if summary.roles:
            row += [_listed(self.roles), _listed(self.named_with, _NAMED_WITH)]
        if summary.numbers:
            row += [plain_number(n) for n in (self.total, self.lowest, self.highest)]
        return row


class Counts:
    """The counts of one summary."""

    def __init__(self, summary: Summary, groupings: Sequence[Grouping]) -> None:
        """Count for these groupings."""
        self.summary = summary
        self._groupings = groupings
        self._groups = [SpillingMap(_Group, _Group.merge) for _ in groupings]
        self._mentions = [Counter[Where]() for _ in groupings]

    def add(
        self,
        document: Document,
        places: Iterable[Where],
        rows: Iterable[Mapping[str, str]],
        companions: Mapping[Person, Counter[str]],
        base: Base,
    ) -> list[Row]:
        """Count the rows of a document.

        Args:
            document: the document.
            places: where it stands in each of the groupings.
            rows: its rows of the table of the corpus.
            companions: by person, who else the same sentences name.
            base: what the document is made of.

        Returns:
            Its rows of the group that is the document, most mentioned first.
        """
        day = document.date.isoformat() if document.date else ""
        found: dict[Key, _Group] = {}
        for row in rows:
            key = tuple(row[name] for name in self.summary.keys)
            group = found.get(key)
            if group is None:
                group = found[key] = _Group(documents=1, first_date=day, last_date=day)
            group.take(row, self.summary)
        if self.summary.roles:
            for (person_id, person), others in companions.items():
                found[person_id, person].named_with = others
        mentions = sum(group.mentions for group in found.values())
        for where, groups, all_mentions in zip(places, self._groups, self._mentions, strict=True):
            all_mentions[where] += mentions
            for key, group in found.items():
                groups.add((*where, *key), group)
        return [
            [DOCUMENT, document.doc_id, "", *key, *group.cells(self.summary, mentions, base)]
            for key, group in _most_first(found.items())
        ]

    def rows(self, bases: Bases) -> Iterator[Row]:
        """The rows of each grouping: by group and period, most mentioned first, then by name."""
        counted = zip(self._groupings, self._groups, self._mentions, strict=True)
        for grouping, groups, mentions in counted:
            for where, together in groupby(groups.sorted_items(), key=_where):
                base = bases.of(grouping, where)
                for key, group in _most_first(together):
                    cells = group.cells(self.summary, mentions[where], base)
                    yield [grouping.dimension, *key, *cells]


def _where(item: tuple[Key, _Group]) -> Where:
    return item[0][0], item[0][1]


def _most_first(groups: Iterable[tuple[Key, _Group]]) -> list[tuple[Key, _Group]]:
    return sorted(groups, key=lambda item: (-item[1].mentions, item[0]))


def _added(known: Counter[str] | None, more: Mapping[str, int] | None) -> Counter[str] | None:
    if not more:
        return known
    known = Counter() if known is None else known
    known.update(more)
    return known


def _listed(counts: Counter[str] | None, limit: int | None = None) -> str:
    ranked = sorted((counts or {}).items(), key=lambda item: (-item[1], item[0]))
    return "; ".join(f"{name} ({number})" for name, number in ranked[:limit])
