"""Text, numbers, dates and sentences of a document to its amounts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from decimal import Decimal

from hemicycle.annotation.amounts.announced_counts import carry_announced
from hemicycle.annotation.amounts.bounds import Bounds, bounds
from hemicycle.annotation.amounts.carried_counts import carry_counts
from hemicycle.annotation.amounts.counts import Counts, counts
from hemicycle.annotation.amounts.dating import Day, nearest, paired
from hemicycle.annotation.amounts.measure import Measures, measures
from hemicycle.annotation.amounts.nounphrases import Token, tokens
from hemicycle.annotation.amounts.pronoun_counts import STANDS_ALONE, carry_pronouns
from hemicycle.annotation.amounts.quantity import Quantity, merged
from hemicycle.annotation.amounts.ranges import among, join, share
from hemicycle.annotation.amounts.ratios import multiples, ratio
from hemicycle.annotation.amounts.recognition import Recognition, recognition
from hemicycle.annotation.amounts.resolution import Resolution
from hemicycle.annotation.amounts.times import without_times
from hemicycle.kinds.amounts import Amount
from hemicycle.kinds.mention import Mention
from hemicycle.knowledge.made import per_knowledge
from hemicycle.reading.numbers import Number, read_numbers

_CENTS_GAP = re.compile(r"(?:[ \u00a0]et)?[ \u00a0]", re.IGNORECASE)
_NOUN_BEHIND = re.compile(
    r"[ \u00a0\n](?:de[ \u00a0\n](?!trop\b|plus\b|moins\b|mieux\b)|d['’](?!ici\b))([^\W\d_]+)",
    re.IGNORECASE,
)
_AND = (",", "et", "ou", "à", "des", "de", "sur")
_MOVER = re.compile(r"([^\W\d_]+)[ \u00a0\n](?:de[ \u00a0\n]|d['’])\Z", re.IGNORECASE)
_MILLION = 1_000_000
_BEING = re.compile(
    r"\b(?:sont|étaient|seront|sommes|étions|serons|êtes)[ \u00a0](?:\w+[ \u00a0])?\Z",
    re.IGNORECASE,
)
_CONVERSION = re.compile(r",? (?:soit|ou)\b|,? \(", re.IGNORECASE)
_CONVERTED = 40
_REACH = 400
_NEIGHBOURS = 8


class AmountReader:
    """Reads the amounts of a document."""

    def __init__(self) -> None:
        self._recognition: Recognition = recognition()
        self._bounds: Bounds = bounds()
        self._counts: Counts = counts()
        self._measures: Measures = measures()

    def read(
        self,
        text: str,
        *,
        country: str = "",
        dates: Sequence[Day] = (),
        taken: Sequence[tuple[int, int]] = (),
        times: Sequence[tuple[int, int]] = (),
        sentences: Sequence[int] = (0,),
    ) -> list[Mention[Amount]]:
        """The amounts of a text, in order.

        Args:
            text: the document.
            country: ISO 3166-1 alpha-2 code, empty if unknown.
            dates: its dates, in order, for the column ``date``.
            taken: places where no amount may stand (dates, durations), in order.
            times: places of its dates and lengths of time, in order.
            sentences: where its sentences begin, in order.
        """
        numbers = _free(read_numbers(text), taken)
        quantities = self._quantities(text, numbers)
        quantities = carry_announced(text, numbers, quantities)
        resolution = Resolution(text, country, quantities)
        quantities = self._carry(text, numbers, quantities, sentences, resolution)
        quantities = carry_counts(text, numbers, quantities, sentences)
        quantities = carry_pronouns(text, numbers, quantities)
        quantities = _with_hundredths(text, quantities)
        for quantity in quantities:
            if quantity.kind == "money":
                resolution.settle(quantity)
        return self._describe(text, quantities, dates, times, sentences)

    def _quantities(self, text: str, numbers: list[Number]) -> list[Quantity]:
        """Numbers with units, from the last to the first so that each can share the next's."""
        found: list[Quantity] = []
        chained = False
        index = len(numbers) - 1
        while index >= 0:
            number = numbers[index]
            share_of = ratio(text, numbers[index - 1], number) if index else None
            if share_of is not None:
                found.append(share_of)
                index -= 2
                continue
            own = self._recognition.read(text, number)
            right = found[-1] if found and found[-1].start - number.end < 60 else None
            joined = join(text, number, own, right) if right is not None else None
            if right is not None and joined is not None:
                found[-1] = joined
                chained = " ou " in text[number.end : right.start]
            elif own is not None:
                if right is not None and own.end > right.start:
                    found.pop()
                found.append(own)
                chained = False
            elif right is not None:
                shared = share(text, number, right, chained=chained)
                shared = shared or among(text, number, right)
                chained = shared is not None
                if shared is not None:
                    found.append(shared)
            index -= 1
        found.reverse()
        return found

    def _carry(
        self,
        text: str,
        numbers: list[Number],
        quantities: list[Quantity],
        sentences: Sequence[int],
        resolution: Resolution,
    ) -> list[Quantity]:
        """Millions and milliards without a unit take the one said before in the sentence, or are
        money in the document's currency (``et 2,4 milliards sur l'énergie``)."""
        bare = [n for n in numbers if n.magnitude >= _MILLION and not n.fraction and not n.vague]
        if not bare:
            return quantities
        known = {q.number.end for q in quantities}
        starts = [q.start for q in quantities]
        carried: list[Quantity] = []
        position = {number.end: index for index, number in enumerate(numbers)}
        for number in bare:
            place = bisect_right(starts, number.start)
            if number.end in known or (place and quantities[place - 1].end > number.start):
                continue
            if self._counts.is_reference(text, number) or _is_people(text, number):
                continue
            noun = _NOUN_BEHIND.match(text, number.end)
            if noun is not None and not self._recognition.is_money_noun(noun[1]):
                continue
            last = _running(text, quantities, place - 1) if place else None
            same = last is not None and bisect_right(sentences, last.start) == bisect_right(
                sentences, number.start
            )
            near = last is not None and last.kind == "money" and number.start - last.end < 300
            if last is not None and (near or (same and _counts_bulk(last) and noun is None)):
                kind, unit = last.kind, last.unit
            elif (
                noun is not None
                or number.magnitude > _MILLION
                or self._recognition.is_about_money(text, number)
                or (resolution.in_bulk and STANDS_ALONE.match(text, number.end))
            ):
                kind, unit = "money", resolution.national()
            else:
                continue
            if not unit or kind == "percent":
                continue
            quantity = Quantity(number, number.start, number.end, kind, number.value, unit)
            index = position[number.end]
            joined = join(text, numbers[index - 1], None, quantity) if index else None
            carried.append(joined or quantity)
            before = numbers[index - 1] if index and joined is None else None
            if before is not None and before.end not in known:
                shared = share(text, before, quantity, chained=False)
                carried += [shared] if shared is not None else []
        return merged(quantities, carried)

    def _describe(
        self,
        text: str,
        quantities: list[Quantity],
        dates: Sequence[Day],
        times: Sequence[tuple[int, int]],
        sentences: Sequence[int],
    ) -> list[Mention[Amount]]:
        """Fill in what stands around the quantities, sentence by sentence."""
        mentions: list[Mention[Amount]] = []
        at = 0
        day_starts = [day.start for day in dates]
        stated: Quantity | None = None
        time_starts = [start for start, _ in times]
        while at < len(quantities):
            index = bisect_right(sentences, quantities[at].start)
            begin = sentences[index - 1] if index else 0
            end = sentences[index] if index < len(sentences) else len(text)
            last = at
            while last < len(quantities) and quantities[last].start < max(end, begin + 1):
                last += 1
            group = quantities[at : max(last, at + 1)]
            near = dates[bisect_right(day_starts, begin - 1) : bisect_right(day_starts, end - 1)]
            spans = times[bisect_left(time_starts, begin) : bisect_left(time_starts, end)]
            low, high = max(begin, group[0].start - _REACH), min(end, group[-1].end + 200)
            words = tokens(text, low, high)
            self._describe_sentence(text, begin, words, spans, group, near, stated)
            stated = group[-1]
            mentions += [_mention(quantity) for quantity in group]
            at = max(last, at + 1)
        mentions += multiples(text)
        return sorted(mentions, key=lambda mention: mention.start)

    def _describe_sentence(
        self,
        text: str,
        begin: int,
        whole: list[Token],
        times: Sequence[tuple[int, int]],
        group: list[Quantity],
        near: Sequence[Day],
        stated: Quantity | None,
    ) -> None:
        if stated is not None and (begin - stated.end > _REACH or "\n" in text[stated.end : begin]):
            stated = None
        words = without_times(whole, times)
        places = [(quantity.start, quantity.end) for quantity in group]
        starts = [day.start for day in near]
        previous: Quantity | None = None
        for index, quantity in enumerate(group):
            floor = previous.end if previous is not None else begin
            modifier, change, left = self._bounds.left(text, quantity.start, floor)
            if change == "" and quantity.unit in ("%", "pp", "bp") and quantity.kind == "percent":
                change = _signed(text, quantity)
            if quantity.kind == "percent" or quantity.unit == "point":
                change = change or self._bounds.gained(text, left)
            after, changed, _ = self._bounds.right(text, quantity.end)
            own = _own_modifier(quantity)
            if modifier == "approx" and quantity.kind == "count" and _inside(text, left):
                modifier = ""
            quantity.modifier = own if quantity.number.vague else modifier or after or own
            quantity.change = change or changed
            if previous is not None and (way := self._moved(text, begin, previous, quantity)):
                # What rises or falls is told of the level that is reached.
                previous.change, quantity.change = "", way
            if quantity.source is not None:
                quantity.measure_as(quantity.source)
            elif not quantity.measure:
                self._measures.find(text, words, quantity, left, previous, stated, whole)
            quantity.per, quantity.per_start = self._bounds.rate(text, quantity)
            if quantity.source is not None:
                quantity.per = quantity.per or quantity.source.per
            if near:
                # A window, so that a page without a full stop takes no longer than its length.
                first = bisect_left(starts, quantity.start - _REACH)
                last = bisect_right(starts, quantity.end + _REACH)
                others = places[max(0, index - _NEIGHBOURS) : index]
                others += places[index + 1 : index + 1 + _NEIGHBOURS]
                day = nearest(text, quantity.start, quantity.end, near[first:last], others)
                if day is not None:
                    quantity.date, quantity.date_start = day.value, day.start
            if previous is not None and near:
                pair = paired(text, (previous.start, previous.end), places[index], near)
                if pair is not None:
                    previous.date, quantity.date = pair.value.split("/")
                    previous.date_start = quantity.date_start = pair.start
            previous = quantity
        for quantity, following in zip(group[-2::-1], group[:0:-1], strict=True):
            if not quantity.measure and quantity.unit == following.unit:
                gap = text[quantity.end : following.start].split()
                if gap and len(gap) < 4 and gap[0] in _AND:
                    quantity.measure_as(following)

    def _moved(self, text: str, begin: int, start: Quantity, end: Quantity) -> str:
        """The direction of ``relevé de 29 à 31 milliards``, empty if it is no such move."""
        gap = text[start.end : end.start]
        if gap.strip() != "à" or start.unit != end.unit:
            return ""
        verb = _MOVER.search(text, max(begin, start.start - 40), start.start)
        if verb is None:
            return ""
        way = self._bounds.direction(verb[1].lower(), "de")
        return way or self._bounds.direction(verb[1].lower(), "à")


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


def _with_hundredths(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """``trois euros et cinquante centimes`` is one amount of 3.50."""
    merged: list[Quantity] = []
    for quantity in quantities:
        last = merged[-1] if merged else None
        if (
            last is not None
            and quantity.kind == last.kind == "money"
            and quantity.hundredth
            and not last.hundredth
            and _CENTS_GAP.fullmatch(text, last.end, quantity.start)
        ):
            last.value += quantity.value / 100
            last.low = last.high = last.value
            last.end = last.unit_end = quantity.end
        else:
            merged.append(quantity)
    return merged


def _is_people(text: str, number: Number) -> bool:
    """``Ils sont 3 millions``."""
    return _BEING.search(text, max(0, number.start - 20), number.start) is not None


def _running(text: str, quantities: Sequence[Quantity], index: int) -> Quantity:
    """The amount whose unit goes on: not the one that only converts it (``15 000 milliards de
    francs, soit 24 milliards d'euros``)."""
    while index and quantities[index].kind == "money" and quantities[index].value < _MILLION:
        index -= 1  # `calculées sur un baril à 60 dollars`
    last, before = quantities[index], quantities[max(index - 1, 0)]
    other = last.kind == before.kind == "money" and last.unit != before.unit
    gap = text[before.end : last.start] if last.start - before.end < _CONVERTED else ""
    return before if other and _CONVERSION.match(gap) else last


def _counts_bulk(quantity: Quantity) -> bool:
    """Is it a count in millions, which the next millions may be of too?"""
    return quantity.kind == "count" and quantity.number.magnitude >= _MILLION


def _signed(text: str, quantity: Quantity) -> str:
    """``+3 %`` and ``-3 %`` are changes where the sign is written."""
    if (
        text[quantity.start - 1 : quantity.start] == "+"
        or text[quantity.start - 2 : quantity.start] == "+ "
    ):
        return "up"
    return "down" if quantity.value < 0 else ""


def _inside(text: str, place: int) -> bool:
    """``dans les 14 communes`` says where; ``dans les 300 euros`` how much about."""
    return text[place : place + len("dans les")].lower() == "dans les"


def _own_modifier(quantity: Quantity) -> str:
    if quantity.number.vague:
        return "more_than"
    return "approx" if quantity.number.approximate else ""


def _mention(quantity: Quantity) -> Mention[Amount]:
    low, high = quantity.low, quantity.high
    value = quantity.value
    if low == high:
        if quantity.modifier == "more_than":
            high = None
        elif quantity.modifier == "less_than":
            low = None
    amount = Amount(
        quantity.kind,
        plain(value),
        None if low is None else plain(low),
        None if high is None else plain(high),
        quantity.unit,
        quantity.per,
        quantity.modifier,
        quantity.change,
        quantity.measure,
        quantity.date,
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
