"""Bare numbers of what ``en`` stands for: ``on en comptait 1 461``, ``il n'en reste que 52``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from hemicycle.annotation.amounts.quantity import Quantity, bare_numbers, merged
from hemicycle.annotation.amounts.words import finite_verb, verbs_of
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.numbers import Number

# `en`, its verb, and the participles and adverbs before the number.
_EN = re.compile(
    r"(?:\b(ils?|elles?|on|nous|vous|qui|ne|y|je|n['’]|qu['’]|j['’])[ \u00a0]?)?"
    r"\ben[ \u00a0]([^\W\d_]+)((?:[ \u00a0][^\W\d_]+){0,3})[ \u00a0]\Z",
    re.IGNORECASE,
)
# What may follow a number that has no noun of its own.
STANDS_ALONE = re.compile(
    r"[ \u00a0\n](?:en|à|au|aux|dans|de plus|de moins|de trop|lors|le|la|les|un an|l['’]|d['’]ici"
    r"|chez|sur|pour|par|contre|puis|et|ou|auparavant|aujourd['’]hui|hier|depuis|avant|après|dès"
    r"|soit|dont|il y a|cette|ce|chaque|seulement|actuellement|au total|fin|début|quand|lorsque"
    r"|parce|car|désormais|environ|hors|naguère|jadis|lorsqu['’]"
    r"|(?:un|deux|trois|quatre|cinq|six|dix|vingt|[0-9]+)[ \u00a0]"
    r"(?:ans?|mois|jours?|semaines?|années?))\b|[ \u00a0][(–—]|[,.;:!?)»](?!\d)|\s*\Z",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# Forms that are nouns too, behind a noun (`le parc en compte 30`).
_COMMON = frozenset(("compte", "reste", "manque", "traite", "livre", "offre", "produit"))
_PARTICIPLES = ("é", "i", "is", "it", "u", "ert", "eint", "aint", "ort")
_REACH = 60
_FAR = 350
_THOUSAND = 1000
_ORDERS = 100
_MOST_IN_WORDS = 10


def carry_pronouns(
    text: str, numbers: Sequence[Number], quantities: list[Quantity]
) -> list[Quantity]:
    """The quantities with the bare numbers of what ``en`` stands for, in order.

    They take the unit of the last amount that is no percentage, in the same paragraph; below a
    thousand also its millions (``15 millions de dollars ; il n'en a reçu que 3,4``).

    Args:
        text: the document.
        numbers: its numbers, in order.
        quantities: those that have a unit, in order.
    """
    carried: list[Quantity] = []
    for number, place in bare_numbers(numbers, quantities):
        if not _may_stand_alone(text, number):
            continue
        opened = _EN.search(text, max(0, number.start - _REACH), number.start)
        if opened is None or not _is_clause(*(part.lower() for part in opened.groups(""))):
            continue
        last = _antecedent(text, quantities[:place][-4:], number.start)
        value = _value(number, last) if last is not None else None
        if last is not None and value is not None:
            carried.append(_carried(number, last, value))
    return merged(quantities, carried)


def _may_stand_alone(text: str, number: Number) -> bool:
    if number.article or number.fraction or number.vague or number.value in (0, 1):
        return False
    if number.form == "words" and number.value <= _MOST_IN_WORDS:
        return False
    if _YEAR.fullmatch(text, number.start, number.end):
        return False
    return STANDS_ALONE.match(text, number.end) is not None


@per_knowledge
def _known() -> tuple[frozenset[str], frozenset[str]]:
    """Auxiliaries, and the small words that may stand before the number."""
    data: dict[str, Any] = load_toml("lexicons", "amounts.toml")["measure"]
    small = frozenset(data["adverbs"]) | frozenset(data["auxiliaries"]) | {"que", "qu'", "plus"}
    return frozenset(data["auxiliaries"]), small


def _is_clause(subject: str, verb: str, between: str) -> bool:
    """Is ``en`` the pronoun of a verb (``en compte déjà``), no preposition (``en France``)?

    Args:
        subject: the pronoun or negation before it, empty if there is none.
        verb: the word behind it.
        between: the words from there to the number.
    """
    auxiliaries, small = _known()
    auxiliary = verb in auxiliaries
    if verb.endswith("ant"):
        return False
    if not (auxiliary or finite_verb(verb) or ((subject or verb in _COMMON) and verbs_of(verb))):
        return False
    return all(
        word in small or finite_verb(word) or (auxiliary and word.endswith(_PARTICIPLES))
        for word in between.split()
    )


def _antecedent(text: str, before: Sequence[Quantity], place: int) -> Quantity | None:
    """The last amount that is no percentage, if it is near and of the same paragraph."""
    for quantity in reversed(before):
        if quantity.kind != "percent":
            near = place - quantity.end < _FAR and "\n" not in text[quantity.end : place]
            return quantity if near else None
    return None


def _value(number: Number, last: Quantity) -> Decimal | None:
    """What the number amounts to, None if it is of another order than what it is said to be of."""
    value, whole = number.value, last.value or Decimal(1)
    magnitude = max(Decimal(last.factor), last.number.magnitude)
    if number.magnitude == 1 and magnitude > 1 and value < _THOUSAND <= whole:
        if last.kind != "money" and value == int(value):
            return None
        value *= magnitude
    return value if Decimal(1) / _ORDERS < value / whole < _ORDERS else None


def _carried(number: Number, last: Quantity, value: Decimal) -> Quantity:
    quantity = Quantity(number, number.start, number.end, last.kind, value, last.unit)
    quantity.source = last
    return quantity
