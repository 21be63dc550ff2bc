"""What a user knows of people: aliases that merge or part them, and who held which office when.

Both are CSV files (comma or semicolon, UTF-8). Aliases have the columns ``name`` and ``person``,
and ``doc_id`` where only one document is meant:

    name,person,doc_id
    Sorel,Agathe Sorel-Dumas,
    Martin,Martin (boulanger),discours-12

A gazetteer has ``name``, and any of ``id`` (a Wikidata QID, say), ``role``, ``from`` and ``to``
(ISO days, empty for open); a person has a line for each office.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hemicycle.folding import fold
from hemicycle.messages import tell
from hemicycle.own_files import rows_of
from hemicycle.settings import SettingsError


@dataclass(frozen=True, slots=True)
class Aliases:
    """Names that a user has led to persons.

    Attributes:
        persons: the person by folded name and document; the document is empty for all of them.
    """

    persons: dict[tuple[str, str], str]

    def person(self, name: str, doc_id: str) -> str:
        """The person that a name of a document is led to, empty if it follows the rules."""
        folded = fold(name)
        return self.persons.get((folded, doc_id)) or self.persons.get((folded, ""), "")


@dataclass(frozen=True, slots=True)
class Holder:
    """A person of a gazetteer, in one office.

    Attributes:
        name: the full name.
        person_id: the id, empty if the file gives none.
        role: the office, folded, empty if the file gives none.
        since: first day in office, None if open.
        until: last day in office, None if open.
    """

    name: str
    person_id: str
    role: str
    since: date | None
    until: date | None

    def in_office(self, day: date | None) -> bool:
        """Whether the office was held on a day; an unknown day is in no closed term."""
        if day is None:
            return self.since is None and self.until is None
        return (self.since or day) <= day <= (self.until or day)


def read_aliases(path: Path | None) -> Aliases:
    """The aliases of a file, none without a file.

    Raises:
        SettingsError: the file cannot be read, or lacks a column.
    """
    rows = rows_of(path, ("name", "person"))
    return Aliases({(fold(r["name"]), r.get("doc_id", "")): r["person"] for _, r in rows})


def read_gazetteer(path: Path | None) -> list[Holder]:
    """The offices of a gazetteer, none without a file.

    Raises:
        SettingsError: the file cannot be read, lacks a column, or has a date that is none.
    """
    return [
        Holder(
            row["name"],
            row.get("id", ""),
            fold(row.get("role", "")),
            _day(row.get("from", ""), place),
            _day(row.get("to", ""), place),
        )
        for place, row in rows_of(path, ("name",))
    ]


def _day(cell: str, place: str) -> date | None:
    try:
        return date.fromisoformat(cell) if cell else None
    except ValueError:
        raise SettingsError(
            tell("{place}: {cell!r} is not a day such as 2024-07-01.", place=place, cell=cell)
        ) from None
