"""A number without a unit of its own, and what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hemicycle.annotation.amounts.grammar import Numbers
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.resolution import Resolution
from hemicycle.reading.numbers import Number

# How far back what ties a number to the one before it may begin.
_CLOSE = 20
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DENOMINATORS = (100, 1_000, 10_000, 100_000, 1_000_000)
_DENOMINATOR = r"(?<!\w)<denominators><_>\Z"
# What may follow a number that has no noun of its own.
_ALONE = r"<_>(?:<alone>|(?:<few>|[0-9]+)<_><times>)\b|<_>[(–—]|[,.;:!?)»](?!\d)|\s*\Z"


@dataclass(slots=True)
class Bare:
    """A number that no quantity holds, and what stands before it; one after the other of a text.

    Attributes:
        tokens: the numbers of the text.
        currencies: those of the document.
        announced: does the text hold a noun that announces numbers at all?
        listed: does the text hold a line that says the unit of a list?
        earlier: the quantities before the number, in order.
        index: which one it is.
        sentence: where its sentence begins.
    """

    tokens: Numbers
    currencies: Resolution
    announced: bool
    listed: bool
    earlier: list[Quantity]
    index: int = 0
    sentence: int = 0

    @property
    def text(self) -> str:
        """The document."""
        return self.tokens.text

    @property
    def number(self) -> Number:
        """The number."""
        return self.tokens.numbers[self.index]

    @property
    def words(self) -> Any:
        """The section of the lexicon."""
        return self.tokens.known.understood

    @property
    def last(self) -> Quantity | None:
        """The quantity before it; not the denominator of a rate (``412 cas pour 100 000``)."""
        if not self.earlier:
            return None
        last = self.earlier[-1]
        if len(self.earlier) > 1 and last.value in _DENOMINATORS:
            place = max(0, last.start - _CLOSE)
            if self.words.pattern(_DENOMINATOR).search(self.text, place, last.start):
                return self.earlier[-2]
        return last

    def before(self, template: str, reach: int = _CLOSE) -> re.Match[str] | None:
        """What a pattern finds in the text that ends with the number's beginning."""
        start = self.number.start
        found: re.Match[str] | None = self.words.pattern(template).search(
            self.text, max(0, start - reach), start
        )
        return found

    def behind(self, template: str) -> re.Match[str] | None:
        """What a pattern finds right behind the number."""
        found: re.Match[str] | None = self.words.pattern(template).match(self.text, self.number.end)
        return found

    def stands_alone(self, number: Number | None = None) -> bool:
        """Does no noun of its own follow (the number, or another)?"""
        end = (number or self.number).end
        return self.words.pattern(_ALONE).match(self.text, end) is not None

    def is_year(self) -> bool:
        """Four figures that are more likely a year."""
        return _YEAR.fullmatch(self.text, self.number.start, self.number.end) is not None

    def of(self, source: Quantity, value: Decimal) -> Quantity:
        """The number as a quantity of what another is of."""
        number = self.number
        made = Quantity(number, number.start, number.end, source.kind, value, source.unit)
        made.source = source
        return made
