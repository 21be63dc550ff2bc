"""An amount while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from hemicycle.reading.numbers import Number


class Offer(NamedTuple):
    """A phrase that was weighed for what an amount measures.

    Attributes:
        measure: its words.
        start: its first character in the text, from 0; None if unknown.
        seen: the features that hold of it.
        odds: the logarithm of its odds.
    """

    measure: str
    start: int | None
    seen: tuple[str, ...]
    odds: float


@dataclass(slots=True)
class Quantity:
    """A number with its unit; the fields of the same name are those of ``values.Amount``.

    Attributes:
        number: the number that it was read from.
        start: first character in the text, from 0.
        end: one past the last character.
        left: where the words that modify it begin (``plus de``), or its own beginning.
        kind: ``money``, ``percent``, ``count`` or ``measure``.
        value: the number in the unit.
        unit: as the tables show it.
        factor: by what the unit multiplies the figure (``M€``: a million), 1 mostly.
        hundredth: is the unit a hundredth of a currency, not yet converted?
        unit_end: one past the unit; further words of the phrase (``par an``) come behind it.
        phrase_end: for counts, one past the noun phrase that is counted.
        agreement: which pronoun the measure may be taken up by: ``m``, ``f``, ``s`` (singular, of
            unknown gender), ``p`` (plural) or empty.
        source: the amount whose unit it takes up with ``en`` (``on en comptait 1 461``).
        base: what a share is of, where it is not what is measured (``% du PIB``).
        date_role: how the date stands to the amount, as the table says it.
        confidence: how likely the row is right in what it fills, 0 to 1.
        facts: what told of ``measure``, with numbers (:mod:`hemicycle.annotation.amounts.trust`).
        date_facts: the same of ``date``, names alone; also where it was refused.
        phrase_odds: the logarithm of the odds of the likeliest phrase by itself, None where
            nothing was weighed.
        odds: the same of ``measure`` in its row, None where it is not known yet.
        offers: what was weighed for ``measure`` (:mod:`hemicycle.annotation.amounts.choice`).
        per_start: first character of the words that ``per`` was read from, None if there are none.
        measure_start: the same of ``measure``.
        date_start: the same of ``date``.
        date_paired: is the date dealt out to it by order (``respectivement``, ``de A à B entre
            2016 et 2022``)?
    """

    number: Number
    start: int
    end: int
    kind: str
    value: Decimal
    unit: str
    factor: int = 1
    hundredth: bool = False
    left: int = 0
    unit_end: int = 0
    phrase_end: int = 0
    low: Decimal | None = None
    high: Decimal | None = None
    per: str = ""
    modifier: str = ""
    change: str = ""
    measure: str = ""
    agreement: str = ""
    source: Quantity | None = None
    base: str = ""
    date: str = ""
    date_role: str = ""
    confidence: float = 1.0
    facts: dict[str, float] = field(default_factory=dict)
    date_facts: tuple[str, ...] = ()
    phrase_odds: float | None = None
    odds: float | None = None
    offers: tuple[Offer, ...] = ()
    per_start: int | None = None
    measure_start: int | None = None
    date_start: int | None = None
    date_paired: bool = False

    def __post_init__(self) -> None:
        self.left = self.start
        self.unit_end = self.unit_end or self.end
        self.low = self.high = self.value

    def measure_as(self, other: Quantity) -> None:
        """Take over what another amount measures, with its place."""
        self.measure, self.measure_start = other.measure, other.measure_start
