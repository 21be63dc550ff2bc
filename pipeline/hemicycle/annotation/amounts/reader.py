"""Text, numbers, dates and sentences of a document to its amounts, step by step."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from hemicycle.annotation.amounts import (
    counts,
    dating,
    listed,
    measure,
    percents,
    prices,
    ranges,
    rates,
    shares,
    sizes,
    trust,
    understood,
)
from hemicycle.annotation.amounts.bounds import bounds
from hemicycle.annotation.amounts.days import Day
from hemicycle.annotation.amounts.grammar import Numbers, read
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.resolution import Resolution
from hemicycle.annotation.amounts.sentence import cut, without_times
from hemicycle.annotation.amounts.written import written
from hemicycle.kinds.amounts import Amount
from hemicycle.kinds.mention import Mention
from hemicycle.knowledge.made import per_knowledge
from hemicycle.reading.numbers import Number, read_numbers
from hemicycle.reading.reading import Reading

# Every module that declares rules; importing it is what makes them known.
PHENOMENA = (counts, percents, prices, shares, sizes)
# The same of variants of understood units.
UNDERSTOOD = (understood, listed)
# How far around its amounts a sentence is read, where it is a page without a full stop.
_BEFORE, _BEHIND = 400, 200


class AmountReader:
    """Reads the amounts of a document."""

    def __init__(self) -> None:
        self._bounds = bounds()

    def read(self, text: str | Reading, **surroundings: Any) -> list[Mention[Amount]]:
        """The amounts of a text, in order; arguments as for :meth:`quantities`."""
        reading = Reading.of(text)
        mentions = list(map(_mention, self.quantities(reading, **surroundings)))
        return sorted(mentions + shares.multiples(reading.text), key=lambda mention: mention.start)

    def quantities(
        self,
        text: str | Reading,
        *,
        country: str = "",
        dates: Sequence[Day] = (),
        taken: Sequence[tuple[int, int]] = (),
        times: Sequence[tuple[int, int]] = (),
        sentences: Sequence[int] = (0,),
        every: bool = False,
    ) -> list[Quantity]:
        """The amounts of a text with what they were read from, in order.

        Args:
            text: the document, or its reading.
            country: ISO 3166-1 alpha-2 code, empty if unknown.
            dates: its dates, in order, for the column ``date``.
            taken: places where no amount may stand (dates, durations), in order.
            times: places of its dates and lengths of time, in order.
            sentences: where its sentences begin, in order.
            every: weigh all that an amount may measure, also where the first is sure, and leave
                dates that are likelier wrong than right.
        """
        reading = Reading.of(text)
        text = reading.text
        numbers = Numbers(text, written(text, _free(read_numbers(reading), taken)))
        quantities = ranges.refine(numbers, read(numbers))
        currencies = Resolution(reading, country, quantities)
        quantities = understood.refine(numbers, quantities, sentences, currencies)
        quantities = prices.join_cents(text, quantities)
        currencies.refine(quantities)
        stated: Quantity | None = None
        for begin, end, group in _by_sentence(text, quantities, sentences):
            self._bounds.refine(text, begin, group)
            low, high = max(begin, group[0].start - _BEFORE), min(end, group[-1].end + _BEHIND)
            whole = cut(text, low, high)
            spans = times[bisect_left(times, (begin,)) : bisect_left(times, (end,))]
            near = stated if stated is not None and _is_near(text, stated, begin) else None
            measure.refine(whole, without_times(whole, spans), group, near, every=every)
            for quantity in group:
                rates.refine(text, quantity)
            measure.share(whole, group)
            days = dates[bisect_left(dates, (begin,)) : bisect_left(dates, (end,))]
            dating.refine(text, group, days)
            trust.refine(text, begin, group, every=every)
            stated = group[-1]
        return quantities


def _free(numbers: list[Number], taken: Sequence[tuple[int, int]]) -> list[Number]:
    """The numbers that no taken place touches."""
    if not taken:
        return numbers
    free: list[Number] = []
    at = 0
    for number in numbers:
        while at < len(taken) and taken[at][1] <= number.start:
            at += 1
        if at == len(taken) or taken[at][0] >= number.end:
            free.append(number)
    return free


def _by_sentence(
    text: str, quantities: list[Quantity], sentences: Sequence[int]
) -> Iterator[tuple[int, int, list[Quantity]]]:
    """The quantities of each sentence that has any, with where it begins and ends."""
    at = 0
    while at < len(quantities):
        index = bisect_right(sentences, quantities[at].start)
        begin = sentences[index - 1] if index else 0
        end = sentences[index] if index < len(sentences) else len(text)
        last = at + 1
        while last < len(quantities) and quantities[last].start < end:
            last += 1
        yield begin, end, quantities[at:last]
        at = last


def _is_near(text: str, stated: Quantity, begin: int) -> bool:
    """May a sentence take up the last amount of the one before it?"""
    return begin - stated.end <= _BEFORE and "\n" not in text[stated.end : begin]


def _mention(quantity: Quantity) -> Mention[Amount]:
    low, high = quantity.low, quantity.high
    if low == high:
        if quantity.modifier == "more_than":
            high = None
        elif quantity.modifier == "less_than":
            low = None
    amount = Amount(
        quantity.kind,
        plain(quantity.value),
        None if low is None else plain(low),
        None if high is None else plain(high),
        quantity.unit,
        quantity.per,
        quantity.modifier,
        quantity.change,
        quantity.measure,
        quantity.base,
        quantity.date,
        quantity.date_role,
        quantity.confidence,
        quantity.per_start,
        quantity.measure_start,
        quantity.date_start,
    )
    return Mention(quantity.start, quantity.end, quantity.kind, amount)


def plain(value: Decimal) -> Decimal:
    """The number without trailing zeros and without an exponent."""
    whole = int(value)
    return Decimal(whole) if value == whole else value.normalize()


@per_knowledge
def reader() -> AmountReader:
    """The reader, made once per process."""
    return AmountReader()
