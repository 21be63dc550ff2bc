"""What an amount is per: ``par mois``, ``le mètre cube``, ``annuels``."""

from __future__ import annotations

import re

from hemicycle.annotation.amounts.lexicon import lexicon
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.units import units
from hemicycle.annotation.amounts.words import key
from hemicycle.folding import fold
from hemicycle.knowledge.grammar import AND_OR, BY, PLAIN_OF
from hemicycle.knowledge.patterns import Pattern
from hemicycle.reading.lemmas import lemma

_WORD = re.compile(r"[^\W_]+")
_BY = Pattern(
    r"[ \u00a0\u202f]?(?:/[ \u00a0]?|[ \u00a0\n]<by>[ \u00a0\n])(?=\w)", re.IGNORECASE, by=BY
)
_RATE = re.compile(r"(?:[ \u00a0\n'’][^\W\d_]+){1,4}")
_LONGEST = 4
# `une baisse annuelle de 12 millions`
_BEFORE = Pattern(
    r"([^\W\d_]+)[ \u00a0\n]<of~>\Z", re.IGNORECASE, of=PLAIN_OF, space=r"[ \u00a0\n]"
)
_TIES = ("d'", "d’")
# `15 000 ingénieurs et techniciens par an`
_COUNTED_TOO = Pattern(r"[ \u00a0]<joint>[ \u00a0][^\W\d_]+", joint=AND_OR)


_NET = r"[.,][-–—]+|(?:<_><net>\b)+"
_EACH = r"<_><each~>"


def refine(text: str, quantity: Quantity) -> None:
    """Set what a quantity is per, and where the word stands that says so."""
    quantity.per, quantity.per_start = _read(text, quantity)
    if quantity.source is not None:
        quantity.per = quantity.per or quantity.source.per


def _read(text: str, quantity: Quantity) -> tuple[str, int | None]:
    ends = [quantity.unit_end, quantity.phrase_end]
    if quantity.kind == "count" and (more := _COUNTED_TOO.match(text, max(ends))):
        ends.append(more.end())
    for end in dict.fromkeys(ends):
        net = lexicon().rates.pattern(_NET).match(text, end)
        place = net.end() if net is not None else end
        by = _BY.match(text, place)
        if by is not None:
            priced = quantity.kind == "money" and "\n" not in by[0]
            slash = text[by.end() - 1] == "/"
            named = _named(text, by.end(), any_noun=slash, priced=priced)
            return named, by.end() if named else None
        found = _of_each(text, place) if quantity.kind == "money" else ("", None)
        if not found[0]:
            found = _said(text, place)
        if found[0]:
            return found
    return _told_before(text, quantity) if quantity.kind == "money" else ("", None)


def _told_before(text: str, quantity: Quantity) -> tuple[str, int | None]:
    """``une baisse annuelle de 12 millions``."""
    tie = text[max(0, quantity.left - 3) : quantity.left].lower()
    told = tie.endswith(_TIES) or tie[:2] in PLAIN_OF
    said = _BEFORE.search(text, max(0, quantity.left - 30), quantity.left) if told else None
    if said is None:
        return "", None
    per = lexicon().rates.adjectives.get(key(said[1]), "")
    return per, said.start(1) if per else None


def is_rate(text: str, place: int) -> bool:
    """Does a rate begin at a place behind a price (``le kilogramme``)?"""
    return bool(_of_each(text, place)[0])


def _of_each(text: str, place: int) -> tuple[str, int | None]:
    """``12 € le mètre cube``, ``15 euros de l'heure``."""
    each = lexicon().rates.pattern(_EACH).match(text, place)
    if each is None:
        return "", None
    unit = units().named(text, each.end())
    if unit is not None:
        return unit.value.symbol, each.end()
    word = _WORD.match(text, each.end())
    named = word is not None and fold(word[0]) in lexicon().rates.each_of
    return (lexicon().per[fold(word[0])], each.end()) if word and named else ("", None)


def _said(text: str, place: int) -> tuple[str, int | None]:
    """``annuels``, ``chaque mois``; not ``l'an passé``, which is a date."""
    said = _RATE.match(text, place)
    words = key(said[0]) if said is not None else ()
    for size in range(_LONGEST, 0, -1):
        if words[:size] in lexicon().rates.adjectives and words[2:3] not in lexicon().rates.dates:
            first = _WORD.search(text, place)
            return lexicon().rates.adjectives[words[:size]], first.start() if first else None
    return "", None


def _named(text: str, place: int, *, any_noun: bool, priced: bool) -> str:
    word = _WORD.match(text, place)
    if word is None:
        return ""
    low = fold(word[0])
    if low in lexicon().per:
        return str(lexicon().per[low])
    unit = units().named(text, place)
    if unit is not None and (any_noun or len(word[0]) > 1):
        return unit.value.symbol
    # `9,80 € par repas`: a price is per whatever thing `par` names without an article, unless
    # it says how it is paid (`par chèque`).
    thing = priced and word[0].islower() and low not in lexicon().rates.manners
    return lemma(word[0].lower()) if thing or low in lexicon().rates.nouns else ""
