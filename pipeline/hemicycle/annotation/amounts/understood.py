"""The second refiner: numbers without a unit of their own, of what was said before.

There is one mechanism: a bare number, in the order of the text, is offered to the variants below;
the first that knows what it is of makes it a quantity, which the numbers behind it may be of in
turn. What it is of it also measures.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from decimal import Decimal

from hemicycle.annotation.amounts.bare_numbers import Bare
from hemicycle.annotation.amounts.counts import is_of_money, is_reference
from hemicycle.annotation.amounts.grammar import Numbers
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.ranges import join, share
from hemicycle.annotation.amounts.resolution import Resolution
from hemicycle.annotation.amounts.sentence import cut
from hemicycle.knowledge.grammar import PLAIN_TO
from hemicycle.reading.numbers import Number

_MILLION = 1_000_000
_THOUSAND = 1000
# A number of another order counts something else.
_ORDERS = 100
_MOST_IN_WORDS = 10
_CONVERTED, _CLAUSE, _PHRASE, _MONEY_REACH, _FAR = 40, 60, 160, 300, 350
_WORD = re.compile(r"[^\W\d_]+")
_FULL_STOP = re.compile(r"[.!?;\n](?!\d)")
# -- patterns with words of the section `understood` of `amounts.toml`
_OF = r"<_>(?:[^\W\d_]+<_>)?(?:de<_>|d['’]|des<_>)(?=[^\W\d_]+[sxz]\b)"
_HEAD = rf"\b<heads>{_OF}"
_HEAD_BEHIND = rf"<_><articles><_><heads>{_OF}"
_HEAD_OF_LIST = r"(?:\A|\n)\(?en<_>(?:<magnitudes><_>(?:de<_>|d['’]))?(?:euros|francs|dollars|%)"
_LAST_WORD = r"([^\W\d_]+['’]?|\()<_>?\Z"
_BEING = r"\b<being><_>(?:\w+<_>)?\Z"
_NOUN = r"<_>(?:de<_>|d['’])(?!<no_nouns>\b)([^\W\d_]+)"
_CONVERSION = r",? <conversions>\b|,? \("
_AGAINST = r"(?:\b<against>|,<_><against_behind_comma>)<_>\Z"
_BEFORE = r"(?:,|;|\b<before>)<_>\Z"
_GOES_ON = r"<_><goes_on>\b|[,.;:)](?!\d)|\s*\Z"
_CAST = r"<_><cast>\b"
_PART = r"[,;:]<_>\Z"
_ACTS = r"<_><before_acts~>?<acts>\b"
_AMONG = r"\b<among><_>\Z"
_BEHIND_AMONG = r"(?!<_><never_behind_among>)<_><behind_among>\b|[,.;:)](?!\d)"
# `en`, its verb, and the participles and adverbs before the number.
_PRONOUN = r"(?:\b(<subjects>)<_>?)?\ben<_>([^\W\d_]+)((?:<_>[^\W\d_]+){0,3})<_>\Z"

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
    found: list[Quantity] = []
    announced = any(head in tokens.text for head in tokens.known.understood.heads)
    listed = tokens.known.understood.pattern(_HEAD_OF_LIST).search(tokens.text) is not None
    bare = Bare(tokens, currencies, announced, listed, found)
    ahead = 0
    for bare.index, number in enumerate(tokens.numbers):
        while ahead < len(quantities) and quantities[ahead].start <= number.start:
            found.append(quantities[ahead])
            ahead += 1
        if number.article or (found and found[-1].end > number.start):
            continue
        if not (found or announced or listed or number.magnitude >= _MILLION):
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
    s = cut(bare.text, noun, noun + _PHRASE)
    unit = s.known.nouns.singular(s.words[0])
    made = Quantity(number, number.start, number.end, "count", number.value, unit)
    found = s.known.nouns.forward(s, 0, plural_head=True)
    if found:
        made.measure, made.measure_start = s.written(*found), s.starts[found.first]
    return [made]


def _announcing(bare: Bare) -> int:
    """Where the noun that a number counts begins, -1 if there is none."""
    text, start, known = bare.text, bare.number.start, bare.tokens.known
    before = bare.before(_LAST_WORD)
    if before is None:
        return -1
    last = before[1].lower().replace("’", "'")
    if last in PLAIN_TO and (stop := bare.behind(_HEAD_BEHIND)):
        return stop.end()
    tied = last in bare.words.tied or known.verbs.any_of(last, known.measure.measuring)
    if not tied or not bare.stands_alone():
        return -1
    heads = list(bare.words.pattern(_HEAD).finditer(text, max(0, start - _PHRASE), start))
    if not heads or _FULL_STOP.search(text, heads[-1].end(), start):
        return -1
    return int(heads[-1].end())


@variant
def bulk(bare: Bare) -> list[Quantity]:
    """Millions take the unit said before in the sentence, or are money of the document's currency.

    [3 millions d'euros] pour l'eau, [2 milliards] sur l'air -> 3000000 EUR, 2000000000 EUR
    Il coûte [un euro]. On attend [3 milliards] d'efforts. -> 1 EUR, 3000000000 EUR
    Ils sont 3 millions. -> nothing
    """
    number = bare.number
    if number.magnitude < _MILLION or number.fraction or number.vague:
        return []
    if is_reference(bare.text, number) or bare.before(_BEING):
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
    number, known = bare.number, bare.tokens.known
    noun = bare.behind(_NOUN)
    if noun is not None and not is_of_money(known, number, known.nouns.singular(noun[1])):
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
        or _is_about_money(bare)
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
    short = last.start - before.end < _CONVERTED
    converts = bare.words.pattern(_CONVERSION).match(bare.text, before.end, last.start)
    return before if other and short and converts else last


def _is_about_money(bare: Bare) -> bool:
    """Does the clause around a number speak of money?"""
    known, number = bare.tokens.known, bare.number
    around = bare.text[max(0, number.start - 100) : number.end + 50]
    return any(
        known.nouns.singular(word) in known.money.words
        or known.verbs.any_of(word, known.money.words)
        for word in _WORD.findall(around.lower())
    )


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
    goes_on = bare.behind(_GOES_ON) is not None
    against = bare.before(_AGAINST) is not None and (goes_on or bare.stands_alone())
    if last.kind == "money" and against:
        factor = _magnitude(bare, last)
    elif last.kind == "count" and (against or _counts_on(bare, last, goes_on=goes_on)):
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


def _magnitude(bare: Bare, last: Quantity) -> Decimal:
    """By what the words of an amount multiply its figures (``750 millions d'euros``)."""
    match = bare.words.pattern("<magnitudes>").search(bare.text, last.start, last.end)
    if match is None:
        return Decimal(1)
    named: dict[str, int] = bare.words.magnitudes
    return Decimal(named.get(match[0]) or named.get(match[0].lower(), 1))


def _is_range(bare: Bare, high: Number) -> bool:
    """``contre 500 à 600 aujourd'hui``."""
    low = bare.number
    return (
        bare.text[low.end : high.start].strip() in PLAIN_TO
        and 0 < low.value < high.value
        and high.form == "digits"
        and bare.stands_alone(high)
    )


def _counts_on(bare: Bare, last: Quantity, *, goes_on: bool) -> bool:
    number = bare.number
    if last.unit in bare.words.votes and bare.behind(_CAST):
        return True
    smaller = number.value < (last.value or 0)
    part = bare.before(_PART, min(3, number.start - last.end))
    if part and smaller and number.value > 1 and bare.behind(_ACTS):
        return True
    if bare.before(_AMONG) and bare.behind(_BEHIND_AMONG):
        return smaller
    if number.value < _THOUSAND or bare.text[number.start : number.end].isdigit():
        return False
    return goes_on and bare.before(_BEFORE) is not None


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
    if not bare.stands_alone() or not _is_pronoun(bare):
        return []
    if last.kind == "count" and number.magnitude == 1 and number.value % 1:
        return []  # nobody counts 2,70 of a thing
    value = _taken_up(number, last)
    return [bare.of(last, value)] if value is not None else []


def _is_pronoun(bare: Bare) -> bool:
    """Is ``en`` the pronoun of a verb (``en compte déjà``), no preposition (``en France``)?"""
    opened = bare.before(_PRONOUN, _CLAUSE)
    if opened is None:
        return False
    subject, verb, between = (part.lower() for part in opened.groups(""))
    words, nouns, verbs = bare.words, bare.tokens.known.nouns, bare.tokens.known.verbs
    auxiliary = verb in nouns.auxiliaries
    fits = subject or verb in words.nounlike_verbs
    acts = auxiliary or verbs.finite(verb) or (fits and verbs.infinitives(verb))
    if verb.endswith("ant") or not acts:
        return False
    participles = tuple(words.participles)
    return all(
        word in words.between
        or word in nouns.adverbs
        or word in nouns.auxiliaries
        or verbs.finite(word)
        or (auxiliary and word.endswith(participles))
        for word in between.split()
    )


def _taken_up(number: Number, last: Quantity) -> Decimal | None:
    """What the number amounts to, None if it is of another order than what it is said to be of."""
    value, whole = number.value, last.value or Decimal(1)
    magnitude = max(Decimal(last.factor), last.number.magnitude)
    if number.magnitude == 1 and magnitude > 1 and value < _THOUSAND <= whole:
        if last.kind != "money" and value == int(value):
            return None
        value *= magnitude
    return value if Decimal(1) / _ORDERS < value / whole < _ORDERS else None
