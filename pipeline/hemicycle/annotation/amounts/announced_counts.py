"""Bare numbers whose noun stands before them: ``Le nombre de chômeurs augmente de 38 000``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from hemicycle.annotation.amounts.nounphrases import grammar, tokens
from hemicycle.annotation.amounts.pronoun_counts import STANDS_ALONE
from hemicycle.annotation.amounts.quantity import Quantity, bare_numbers, merged
from hemicycle.annotation.amounts.words import noun_lemma, verbs_of
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.numbers import Number

_OF = r"[ \u00a0](?:[^\W\d_]+[ \u00a0])?(?:de[ \u00a0]|d['’]|des[ \u00a0])"
_HEAD = re.compile(rf"\bnombre{_OF}(?=[^\W\d_]+[sxz]\b)", re.IGNORECASE)
_HEAD_BEHIND = re.compile(rf"[ \u00a0]le[ \u00a0]nombre{_OF}(?=[^\W\d_]+[sxz]\b)", re.IGNORECASE)
_LAST = re.compile(r"([^\W\d_]+['’]?|\()[ \u00a0]?\Z")
_TIED = frozenset(
    ("de", "d'", "à", "des", "les", "contre", "environ", "quelque", "près", "que", "(")
)
_STOP = re.compile(r"[.!?;\n](?!\d)")
_REACH = 160
_FEWEST = 2


def carry_announced(
    text: str, numbers: Sequence[Number], quantities: list[Quantity]
) -> list[Quantity]:
    """The quantities with the bare numbers that a ``nombre de`` of their clause counts, in order.

    Args:
        text: the document.
        numbers: its numbers, in order.
        quantities: those that have a unit, in order.
    """
    if "nombre" not in text:
        return quantities
    carried: list[Quantity] = []
    for number, _ in bare_numbers(numbers, quantities):
        if number.article or number.fraction or number.vague or number.value < _FEWEST:
            continue
        noun = _noun(text, number)
        if noun >= 0:
            carried.append(_counted(text, number, noun))
    return merged(quantities, carried)


def _noun(text: str, number: Number) -> int:
    """Where the noun that a number counts begins, -1 if there is none."""
    before = _LAST.search(text, max(0, number.start - 20), number.start)
    if before is None:
        return -1
    last = before[1].lower().replace("’", "'")
    if last == "à" and (stop := _HEAD_BEHIND.match(text, number.end)):
        return stop.end()
    if not STANDS_ALONE.match(text, number.end):
        return -1
    if last not in _TIED and _levels().isdisjoint(verbs_of(last)):
        return -1
    heads = list(_HEAD.finditer(text, max(0, number.start - _REACH), number.start))
    if not heads or _STOP.search(text, heads[-1].end(), number.start):
        return -1
    return heads[-1].end()


@per_knowledge
def _levels() -> frozenset[str]:
    data: dict[str, Any] = load_toml("lexicons", "amounts.toml")
    return frozenset(data["measure"]["verbs"])


def _counted(text: str, number: Number, noun: int) -> Quantity:
    words = tokens(text, noun, noun + _REACH)
    first, end = grammar().forward(words, 0, plural_head=True)
    quantity = Quantity(
        number, number.start, number.end, "count", number.value, noun_lemma(words[0].low)
    )
    if end > first:
        quantity.measure = " ".join(text[words[first].start : words[end - 1].end].split())
        quantity.measure_start = words[first].start
    return quantity
