"""The typed values of mentions and of whole documents, as the output tables show them.

The meaning of each field is the meaning of the column of the same name in :mod:`pipeline.tables`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Self

from pipeline.annotation.mentions import MentionKind
from pipeline.annotation.tags import TagKind


@dataclass(frozen=True, slots=True)
class _Packed:
    """Packing for values whose fields are all plain."""

    def pack(self) -> list[Any]:
        """The fields, in order."""
        return [getattr(self, name) for name in self.__dataclass_fields__]

    @classmethod
    def unpack(cls, packed: list[Any]) -> Self:
        """The value whose fields these are."""
        return cls(*packed)


@dataclass(frozen=True, slots=True)
class Person(_Packed):
    """A person named, or meant by a function.

    Attributes:
        name: the canonical name, the same for every mention of the person in the document.
        role: the function that the text gives with this mention, empty if none.
        mention: ``name``, or ``role`` where a function alone stands for the person.
    """

    name: str
    role: str = ""
    mention: str = "name"


@dataclass(frozen=True, slots=True)
class Timex(_Packed):
    """A temporal expression by TIMEX3 (ISO-TimeML).

    Attributes:
        type: ``DATE``, ``TIME``, ``DURATION`` or ``SET``.
        value: the TIMEX3 value.
        mod: the TIMEX3 mod, empty if none.
        begin: first ISO day covered, empty if unknown or not a date.
        end: last ISO day covered, empty if unknown or not a date.
    """

    type: str
    value: str
    mod: str = ""
    begin: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity with its unit.

    Attributes:
        kind: ``money``, ``percent``, ``count`` or ``measure``.
        value: the stated number, or the lower bound of a range.
        low: lower bound, None when open.
        high: upper bound, None when open.
        unit: ISO 4217 code, ``%``, ``pp``, unit symbol, or lemma of what is counted.
        per: what it is per, empty if nothing.
        modifier: ``approx``, ``more_than``, ``less_than`` or empty.
        change: ``up``, ``down`` or empty.
        measure: the noun phrase that is quantified, empty if not found.
        date: TIMEX3 value of the date it goes with, empty if not found.
    """

    kind: str
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    unit: str
    per: str = ""
    modifier: str = ""
    change: str = ""
    measure: str = ""
    date: str = ""

    def pack(self) -> list[Any]:
        """The fields, in order, numbers as decimal strings."""
        packed = [getattr(self, name) for name in self.__dataclass_fields__]
        return [str(field) if isinstance(field, Decimal) else field for field in packed]

    @classmethod
    def unpack(cls, packed: list[Any]) -> Self:
        """The value whose fields these are."""
        kind, value, low, high, *rest = packed
        return cls(
            kind,
            Decimal(value),
            None if low is None else Decimal(low),
            None if high is None else Decimal(high),
            *rest,
        )


@dataclass(frozen=True, slots=True)
class Sector(_Packed):
    """A branch of the economy by NAF rév. 2.

    Attributes:
        section: NAF section letter.
        division: two digits, or empty where the text is not that precise.
        sector: official French label of the division, or of the section.
        term: lemma or phrase of the lexicon that was found.
    """

    section: str
    division: str
    sector: str
    term: str


@dataclass(frozen=True, slots=True)
class Theme(_Packed):
    """A policy topic that a document is tagged with (major topic of the CAP code book).

    Attributes:
        code: CAP major topic code.
        theme: French label.
        score: between 0 and 1.
        rank: 1 for the strongest theme of the document.
        evidence: the terms that weighed most, strongest first.
    """

    code: str
    theme: str
    score: float
    rank: int
    evidence: list[str]


@dataclass(frozen=True, slots=True)
class Keyword(_Packed):
    """A word or phrase that tells what a document is about.

    Attributes:
        keyword: the form shown to the reader.
        score: between 0 and 1.
        rank: 1 for the best keyword.
        count: how often it stands in the document, all its forms together.
    """

    keyword: str
    score: float
    rank: int
    count: int


PEOPLE = MentionKind("people", "person", Person)
DATES = MentionKind("dates", "timex", Timex)
AMOUNTS = MentionKind("amounts", "amount", Amount)
SECTORS = MentionKind("sectors", "sector", Sector)
THEMES = TagKind("themes", Theme)
KEYWORDS = TagKind("keywords", Keyword)
