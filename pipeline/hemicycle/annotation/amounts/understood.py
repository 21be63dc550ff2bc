"""The second refiner: numbers without a unit of their own, of what was said before.

There is one mechanism: a bare number, in the order of the text, is offered to the variants below;
the first that knows what it is of makes it a quantity, which the numbers behind it may be of in
turn. What it is of it also measures.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from hemicycle.annotation.amounts.counts import counts
from hemicycle.annotation.amounts.grammar import Numbers
from hemicycle.annotation.amounts.money_words import money_words
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.ranges import join, share
from hemicycle.annotation.amounts.resolution import Resolution
from hemicycle.annotation.amounts.sentence import cut
from hemicycle.annotation.amounts.understood_words import Understood, understood
from hemicycle.reading.nounphrases import noun_phrases
from hemicycle.reading.numbers import Number
from hemicycle.reading.verbs import verbs

_MILLION = 1_000_000
# A number of another order counts something else.
_ORDERS = 100
_LEAST = 1000
_THOUSAND = 1000
_MOST_IN_WORDS = 10
_CLOSE, _REACH, _FAR, _MONEY_REACH = 20, 160, 350, 300
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DENOMINATORS = (100, 1_000, 10_000, 100_000, 1_000_000)


@dataclass(slots=True)
class Bare:
    """A number that no quantity holds, and what stands before it; one after the other of a text.

    Attributes:
        tokens: the numbers of the text.
        currencies: those of the document.
        words: the lexicon.
        announced: does the text hold a noun that announces numbers at all?
        earlier: the quantities before the number, in order.
        index: which one it is.
        sentence: where its sentence begins.
    """

    tokens: Numbers
    currencies: Resolution
    words: Understood
    announced: bool
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
    def last(self) -> Quantity | None:
        """The quantity before it; not the denominator of a rate (``412 cas pour 100 000``)."""
        if not self.earlier:
            return None
        last = self.earlier[-1]
        if len(self.earlier) > 1 and last.value in _DENOMINATORS:
            place = max(0, last.start - _CLOSE)
            if self.words.denominators.search(self.text, place, last.start):
                return self.earlier[-2]
        return last

    def stands_alone(self) -> bool:
        """Does no noun of its own follow?"""
        return self.words.alone.match(self.text, self.number.end) is not None

    def follows(self, pattern: re.Pattern[str]) -> bool:
        """Does a phrase end right before the number?"""
        start = self.number.start
        return pattern.search(self.text, max(0, start - _CLOSE), start) is not None

    def is_year(self) -> bool:
        """Four figures that are more likely a year."""
        return _YEAR.fullmatch(self.text, self.number.start, self.number.end) is not None

    def of(self, source: Quantity, value: Decimal) -> Quantity:
        """The number as a quantity of what another is of."""
        number = self.number
        made = Quantity(number, number.start, number.end, source.kind, value, source.unit)
        made.source = source
        return made


Variant = Callable[[Bare], list[Quantity]]
#: The variants, in the order in which they are tried.
VARIANTS: list[Variant] = []


def variant(function: Variant) -> Variant:
    """Declare a variant; the examples in its docstring are run as tests."""
    VARIANTS.append(function)
    return function


def refine(
    tokens: Numbers,
    quantities: list[Quantity],
    sentences: Sequence[int],
    currencies: Resolution,
) -> list[Quantity]:
    """The quantities with the bare numbers whose unit is understood, in order.

    Args:
        tokens: the numbers of the text.
        quantities: those that have a unit, in order.
        sentences: where the sentences of the text begin, in order.
        currencies: those of the document.
    """
    words = understood()
    found: list[Quantity] = []
    bare = Bare(tokens, currencies, words, words.has_heads(tokens.text), found)
    ahead = 0
    for bare.index, number in enumerate(tokens.numbers):
        while ahead < len(quantities) and quantities[ahead].start <= number.start:
            found.append(quantities[ahead])
            ahead += 1
        if number.article or (found and found[-1].end > number.start):
            continue
        if not (found or bare.announced or number.magnitude >= _MILLION):
            continue
        place = bisect_right(sentences, number.start)
        bare.sentence = sentences[place - 1] if place else 0
        for offer in VARIANTS:
            made = offer(bare)
            if made:
                found += made
                break
    found += quantities[ahead:]
    return found


@variant
def announced(bare: Bare) -> list[Quantity]:
    """A number that a ``nombre de`` of its clause counts.

    Le nombre de chômeurs augmente de [38 000]. -> 38000 chômeur
    On estime à [11 800] le nombre de déplacés. -> 11800 déplacé
    Le nombre de réfugiés reste connu. Il y en a 38 000 ici. -> nothing
    """
    number = bare.number
    if not bare.announced or number.fraction or number.vague or number.value < 2:
        return []
    noun = _announcing(bare)
    if noun < 0:
        return []
    s = cut(bare.text, noun, noun + _REACH)
    unit = noun_phrases().singular(s.words[0])
    made = Quantity(number, number.start, number.end, "count", number.value, unit)
    found = noun_phrases().forward(s, 0, plural_head=True)
    if found:
        made.measure, made.measure_start = s.written(*found), s.starts[found.first]
    return [made]


def _announcing(bare: Bare) -> int:
    """Where the noun that a number counts begins, -1 if there is none."""
    text, start, words = bare.text, bare.number.start, bare.words
    before = words.last_word.search(text, max(0, start - _CLOSE), start)
    if before is None:
        return -1
    last = before[1].lower().replace("’", "'")
    if last == "à" and (stop := words.head_behind.match(text, bare.number.end)):
        return stop.end()
    if not bare.stands_alone():
        return -1
    if last not in words.tied and not verbs().any_of(last, words.levels):
        return -1
    heads = list(words.head.finditer(text, max(0, start - _REACH), start))
    if not heads or words.full_stop.search(text, heads[-1].end(), start):
        return -1
    return heads[-1].end()


@variant
def bulk(bare: Bare) -> list[Quantity]:
    """Millions take the unit said before in the sentence, or are money of the document's currency.

    [3 millions d'euros] pour l'eau, [2 milliards] sur l'air -> 3000000 EUR, 2000000000 EUR
    Ils sont 3 millions. -> nothing
    """
    number = bare.number
    if number.magnitude < _MILLION or number.fraction or number.vague:
        return []
    if counts().is_reference(bare.text, number) or bare.follows(bare.words.being):
        return []
    kind, unit = _unit_of_bulk(bare)
    if not unit or kind == "percent":
        return []
    quantity = Quantity(number, number.start, number.end, kind, number.value, unit)
    before = bare.tokens.numbers[bare.index - 1] if bare.index else None
    if before is None or (bare.earlier and bare.earlier[-1].end > before.start):
        return [quantity]
    joined = join(bare.text, before, None, quantity)
    if joined is not None:
        return [joined]
    shared = share(bare.text, before, quantity, chained=False)
    return [shared, quantity] if shared is not None else [quantity]


def _unit_of_bulk(bare: Bare) -> tuple[str, str]:
    """Kind and unit of millions, empty if they are of nothing known."""
    number, known = bare.number, money_words()
    noun = bare.words.noun_behind.match(bare.text, number.end)
    if noun is not None and not known.is_noun(noun[1]):
        return "", ""
    last = _running(bare)
    if last is not None:
        near = last.kind == "money" and number.start - last.end < _MONEY_REACH
        counted = last.kind == "count" and last.number.magnitude >= _MILLION
        if near or (counted and noun is None and last.start >= bare.sentence):
            return last.kind, last.unit
    if (
        noun is not None
        or number.magnitude > _MILLION
        or known.are_around(bare.text, number)
        or (bare.currencies.in_bulk and bare.stands_alone())
    ):
        return "money", bare.currencies.national()
    return "", ""


def _running(bare: Bare) -> Quantity | None:
    """The amount whose unit goes on: no price (``calculées sur un baril à 60 dollars``), and not
    the one that only converts it (``15 000 milliards de francs, soit 24 milliards d'euros``)."""
    at = len(bare.earlier) - 1
    if at < 0:
        return None
    while at and bare.earlier[at].kind == "money" and bare.earlier[at].value < _MILLION:
        at -= 1
    last, before = bare.earlier[at], bare.earlier[max(at - 1, 0)]
    other = last.kind == before.kind == "money" and last.unit != before.unit
    return before if other and bare.words.converts(bare.text, before.end, last.start) else last


@variant
def counting_on(bare: Bare) -> list[Quantity]:
    """A number that counts what the one before it in the sentence did.

    Small ones do so where they are set against it, taken from it or the subject of a verb; large
    ones if they are written in groups of figures, so that they are no year.

    [3 000 jeunes] et [50 000] en 2035 -> 3000 jeune, 50000 jeune
    adoptée par [14 voix] contre [9] -> 14 voix, 9 voix
    adopté par [16 voix] pour, [4] contre -> 16 voix, 4 voix
    [3 200 observateurs], dont [450] de l'Union -> 3200 observateur, 450 observateur
    Sur les [440 maires], [62] ont dit non. -> 440 maire, 62 maire
    [750 millions d'euros], contre [610] cette année -> 750000000 EUR, 610000000 EUR
    """
    number = bare.number
    last = bare.last if number.form == "digits" else None
    if last is None or last.start < bare.sentence or last.kind not in ("count", "money"):
        return []
    if bare.is_year():
        return []
    against = _is_against(bare)
    if last.kind == "money" and against:
        factor = bare.words.magnitude(bare.text[last.start : last.end])
    elif last.kind == "count" and (against or _counts_on(bare, last)):
        factor = Decimal(1)
    else:
        return []
    value = number.value * factor
    if not 1 / _ORDERS < value / (last.value or 1) < _ORDERS:
        return []
    made = bare.of(last, value)
    following = bare.tokens.numbers[bare.index + 1 : bare.index + 2]
    if following and _is_range(bare, following[0]):
        made.high = following[0].value * factor
        made.end = made.unit_end = following[0].end
    return [made]


def _is_range(bare: Bare, high: Number) -> bool:
    """``contre 500 à 600 aujourd'hui``."""
    low, text = bare.number, bare.text
    return (
        text[low.end : high.start].strip() == "à"
        and 0 < low.value < high.value
        and high.form == "digits"
        and bare.words.alone.match(text, high.end) is not None
    )


def _is_against(bare: Bare) -> bool:
    """``contre 610 cette année``."""
    goes_on = bare.words.goes_on.match(bare.text, bare.number.end) is not None
    return bare.follows(bare.words.against) and (goes_on or bare.stands_alone())


def _counts_on(bare: Bare, last: Quantity) -> bool:
    text, number, words = bare.text, bare.number, bare.words
    if last.unit in words.votes and words.cast.match(text, number.end):
        return True
    smaller = number.value < (last.value or 0)
    part = words.part.search(text, max(last.end, number.start - 3), number.start)
    if part and smaller and number.value > 1 and words.acts.match(text, number.end):
        return True
    if bare.follows(words.among) and words.behind_among.match(text, number.end):
        return smaller
    if number.value < _LEAST or text[number.start : number.end].isdigit():
        return False
    return bare.follows(words.before) and words.goes_on.match(text, number.end) is not None


@variant
def pronoun(bare: Bare) -> list[Quantity]:
    """A number of what ``en`` stands for: the last amount of the paragraph that is no percentage;
    below a thousand also its millions.

    Il y avait [74 000 nageurs] ; on en comptait [51 300]. -> 74000 nageur, 51300 nageur
    Il fallait [15 millions de dollars] ; il n'en a reçu que [3,4]. -> 15000000 USD, 3400000 USD
    Ils sont [42 élus]. En France 15, en Suisse 30. -> 42 élu
    """
    number = bare.number
    if number.fraction or number.vague or number.value in (0, 1):
        return []
    if number.form == "words" and number.value <= _MOST_IN_WORDS:
        return []
    last = next((q for q in bare.earlier[:-5:-1] if q.kind != "percent"), None)
    if last is None or number.start - last.end >= _FAR or bare.is_year():
        return []
    if "\n" in bare.text[last.end : number.start]:
        return []
    if not bare.stands_alone() or not bare.words.has_pronoun(bare.text, number.start):
        return []
    value = _taken_up(number, last)
    return [bare.of(last, value)] if value is not None else []


def _taken_up(number: Number, last: Quantity) -> Decimal | None:
    """What the number amounts to, None if it is of another order than what it is said to be of."""
    value, whole = number.value, last.value or Decimal(1)
    magnitude = max(Decimal(last.factor), last.number.magnitude)
    if number.magnitude == 1 and magnitude > 1 and value < _THOUSAND <= whole:
        if last.kind != "money" and value == int(value):
            return None
        value *= magnitude
    return value if Decimal(1) / _ORDERS < value / whole < _ORDERS else None
