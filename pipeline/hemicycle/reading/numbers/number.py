"""What :func:`hemicycle.reading.numbers.read_numbers` gives."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from hemicycle.values import value

Form = Literal["digits", "words", "mixed"]


@value
class Number:
    """A cardinal number or a fraction, and where it stands.

    Attributes:
        start: first character, counted in code points of the text that was read, from 0.
        end: one past the last character.
        value: the number, its magnitude words included (``2,5 milliards`` is 2500000000).
        form: ``digits`` (``12 500``), ``words`` (``deux mille``) or ``mixed`` (``3 millions``).
        magnitude: what the last magnitude word multiplies by (``2,5 milliards``: 1000000000), 1
            where there is none.
        approximate: said by a noun in -aine or ``millier`` (``une centaine``).
        fraction: a part of one or of a magnitude (``un tiers``, ``trois quarts``, ``demi``).
        vague: more than one magnitude, nobody says how many (``plusieurs milliers``); ``value`` is
            then one magnitude, a lower bound.
        article: ``un`` or ``une`` alone, which is mostly no number.
    """

    start: int
    end: int
    value: Decimal
    form: Form
    magnitude: Decimal = Decimal(1)
    approximate: bool = False
    fraction: bool = False
    vague: bool = False
    article: bool = False

    @property
    def takes_of(self) -> bool:
        """Does ``de`` stand between the number and what it counts (``2 millions d'élèves``)?"""
        collective = self.approximate or self.vague or self.fraction
        return self.magnitude > 1 or collective or (self.value >= 10**6 and not self.value % 10**6)
