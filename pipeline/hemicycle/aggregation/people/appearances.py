"""What one document tells of each person it names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from hemicycle.annotation.people.lexicon import lexicon
from hemicycle.annotation.people.names import Name, parse
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


def appearance(
    doc_id: str,
    day: date | None,
    name: str,
    named: bool,
    roles: Iterable[str],
    before: Iterable[str],
) -> Appearance:
    """A person of a document, from what all mentions of one name tell together.

    Args:
        doc_id: the document.
        day: its date.
        name: the one name.
        named: whether a mention gives it.
        roles: the functions given with it.
        before: the ends of what stands before each mention in its sentence.
    """
    genders = {gender for words in before if (gender := _address(words))}
    first = first_name_gender(parse(name))
    folded = frozenset(map(fold, roles))
    gender = first or (genders.pop() if len(genders) == 1 else "")
    return Appearance(doc_id, day, name, named, folded, gender)


def first_name_gender(name: Name) -> str:
    """``m``, ``f`` or empty for what the first name of a full name tells."""
    return lexicon().gender(name.tokens[0]) if name.is_full else ""


@lru_cache(maxsize=1 << 16)
def roles_agree(a: str, b: str) -> bool:
    """Whether two folded functions may be one: `ministre` and `ministre des transports`."""
    return a == b or a.startswith(b + " ") or b.startswith(a + " ")


def _address(before: str) -> str:
    """The gender of the word of address that words end with (`Mme `), empty if none."""
    found = _WORD_BEFORE.search(before)
    return lexicon().honorifics.get(found[1].lower(), "") if found else ""
