"""The people of a corpus: one row a person, under all forms of the name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from hemicycle.kinds.column import Row
from hemicycle.tables.table import Table

_MOST = 20  # aliases, functions, groups


@dataclass(slots=True)
class _Counted:
    """What is counted of one person."""

    name: str = ""
    forms: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    groups: Counter[str] = field(default_factory=Counter)
    mentions: int = 0
    documents: int = 0
    speeches: int = 0


class PeopleIndex:
    """Counts the people of a corpus by their ids."""

    def __init__(self) -> None:
        """Start with none."""
        self._people: dict[str, _Counted] = {}

    def add(
        self, people: Iterable[Mapping[str, str]], speeches: Iterable[Mapping[str, str]]
    ) -> None:
        """Count the rows of one document.

        Args:
            people: its rows of people, with `person` and `person_id`.
            speeches: its turns.
        """
        here: dict[str, str] = {}
        for row in people:
            if not row["person_id"]:
                continue
            counted = self._people.setdefault(row["person_id"], _Counted())
            counted.name = row["person"]
            counted.mentions += 1
            if row["mention"] == "name":
                counted.forms[" ".join(row["text"].split())] += 1
            counted.roles.update([row["role"]] if row["role"] else [])
            counted.groups.update([row["group"]] if row["group"] else [])
            here[row["name"]] = row["person_id"]
        for person_id in set(here.values()):
            self._people[person_id].documents += 1
        for turn in speeches:
            if person_id := here.get(turn["speaker"], ""):
                counted = self._people[person_id]
                counted.speeches += 1
                counted.groups.update([turn["group"]] if turn["group"] else [])

    def rows(self, table: Table, genders: Mapping[str, str]) -> Iterator[Row]:
        """The index: a row a person, most mentioned first.

        Args:
            table: the index, whose columns are filled.
            genders: ``m`` or ``f`` by id, empty where nothing tells.
        """
        ranked = sorted(self._people.items(), key=lambda item: (-item[1].mentions, item[0]))
        for person_id, counted in ranked:
            cells = {
                "person_id": person_id,
                "name": counted.name,
                "aliases": _listed(counted.forms, counted.name),
                "roles": _listed(counted.roles),
                "groups": _listed(counted.groups),
                "gender": genders.get(person_id, ""),
                "documents": str(counted.documents),
                "mentions": str(counted.mentions),
                "speeches": str(counted.speeches),
            }
            yield [cells[column] for column in table.header]


def _listed(counted: Counter[str], but: str = "") -> str:
    """The most frequent first, those as frequent by the alphabet."""
    ranked = sorted(counted, key=lambda form: (-counted[form], form))
    return "; ".join([form for form in ranked if form != but][:_MOST])
