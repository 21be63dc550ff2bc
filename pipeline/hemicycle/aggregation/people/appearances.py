"""What one document tells of each person it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby

from hemicycle.annotation.people.lexicon import lexicon
from hemicycle.annotation.people.names import Name, parse
from hemicycle.document import Document
from hemicycle.folding import fold

_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?\s+$")


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person in a document.

    Attributes:
        doc_id: the document.
        day: its date, None if unknown.
        name: the one name that the person has in this document.
        named: whether a name is given, by the text or by the gazetteer of office-holders.
        roles: the functions given to the person, folded.
        gender: ``m``, ``f``, or empty where nothing tells.
    """

    doc_id: str
    day: date | None
    name: str
    named: bool
    roles: frozenset[str]
    gender: str


def appearances(document: Document, rows: Iterable[dict[str, str]]) -> Iterator[Appearance]:
    """The people of a document from its rows of mentions."""
    by_name = groupby(sorted(rows, key=_name), key=_name)
    for name, grouped in by_name:
        mentions = list(grouped)
        genders = {gender for row in mentions if (gender := _address(row))}
        first = first_name_gender(parse(name))
        yield Appearance(
            document.doc_id,
            document.date,
            name,
            any(row["mention"] != "role" for row in mentions),
            frozenset(fold(row["role"]) for row in mentions if row["role"]),
            first or (genders.pop() if len(genders) == 1 else ""),
        )


def first_name_gender(name: Name) -> str:
    """``m``, ``f`` or empty for what the first name of a full name tells."""
    return lexicon().gender(name.tokens[0]) if name.is_full else ""


@lru_cache(maxsize=1 << 16)
def roles_agree(a: str, b: str) -> bool:
    """Whether two folded functions may be one: `ministre` and `ministre des transports`."""
    return a == b or a.startswith(b + " ") or b.startswith(a + " ")


def _name(row: dict[str, str]) -> str:
    return row["name"]


def _address(row: dict[str, str]) -> str:
    """The gender of the word of address before a mention (`Mme Sorel`), empty if none."""
    before = _WORD_BEFORE.search(row["sentence"].partition(row["text"])[0])
    return lexicon().honorifics.get(before[1].lower(), "") if before else ""
