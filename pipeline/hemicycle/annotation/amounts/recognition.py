"""One number and what stands around it to one quantity: the rules, in the order they are tried."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from hemicycle.annotation.amounts.bounds import bounds
from hemicycle.annotation.amounts.counts import Counts, counts, takes_of
from hemicycle.annotation.amounts.currencies import Currencies, Money, currencies
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.units import Units, units
from hemicycle.annotation.amounts.words import fold, noun_lemma, verbs_of
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.numbers import Number, read_numbers

_SPACES = " \u00a0\u202f\u2009"
_OF = re.compile(r"[ \u00a0\u202f\u2009\n](?:de[ \u00a0\u202f\n]|d['’])", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_HALF_AFTER = re.compile(r"[ \u00a0]et[ \u00a0]demie?\b", re.IGNORECASE)
_BELOW_ZERO = re.compile(
    r"(?:[ \u00a0](?:degrés?|degres?|°))?[ \u00a0]"
    r"(?:en[ \u00a0]dessous[ \u00a0]de|au-dessous[ \u00a0]de|sous)[ \u00a0]z[ée]ro\b"
    r"(?:[ \u00a0]*(?:Celsius|°C))?",
    re.IGNORECASE,
)
_MINUS = re.compile(
    r"(?:(?:\A|[ \u00a0\n(])[-\u2212\u2013][ \u00a0]|\bmoins[ \u00a0])\Z", re.IGNORECASE
)
_WHOLE = re.compile(
    r"[ \u00a0\n](?:des|du|de[ \u00a0]"
    r"(?:la|ses|nos|vos|leurs|ces|ce|cet|cette|notre|votre|leur|son|sa|tous|toutes)"
    r"|de[ \u00a0]l['’]|d['’]entre)(?![^\W\d_])",
    re.IGNORECASE,
)
_TIMES = frozenset(
    ("heure", "heures", "an", "ans", "annee", "annees", "mois", "jour", "jours", "siecle", "temps")
)
# `(- 0,3 %)`, `après – 0,8 %`
_BRACKETED_MINUS = re.compile(
    r"(?:\(|\b(?:après|contre|pour|de|à|et)[ \u00a0])([-\u2212\u2013])[ \u00a0\u202f]\Z"
)
_NOT_ONE = re.compile(r"\b(?:pas|sans|aucun|ni)[ \u00a0]\Z", re.IGNORECASE)
_CLOSED = re.compile(r"(?=[ \u00a0]?(?:[.,;:!?)»]|\Z|par\b|le\b|la\b|l['’]|de\b|et\b|pour\b|au\b))")
_HUNDRED = Decimal(100)


class Recognition:
    """Reads the unit of a number."""

    def __init__(self) -> None:
        self._currencies: Currencies = currencies()
        self._units: Units = units()
        self._counts: Counts = counts()
        data: dict[str, Any] = load_toml("lexicons", "amounts.toml")
        self._money_nouns = frozenset(data["money"]["nouns"])
        self._indices = frozenset(map(fold, data["percent"]["indices"]))
        self._money_words = frozenset(data["money"]["words"])
        self._point_of = frozenset(fold(word) for word in data["percent"]["point_of"])
        books = load_toml("lexicons", "currencies.toml")["books"]
        self._books_before = frozenset(map(fold, books["before"]))
        self._books_after = frozenset(map(fold, books["after"]))

    def read(self, text: str, number: Number) -> Quantity | None:
        """The quantity that a number begins, None if it has no unit."""
        if number.article:
            return self._with_article(text, number)
        return (
            self._percent(text, number)
            or self._money(text, number)
            or self._measure(text, number)
            or self._points(text, number)
            or self._share(text, number)
            or self._count(text, number)
        )

    def is_money_noun(self, word: str) -> bool:
        """Is it what millions without a currency are millions of (``dépenses``)?"""
        return noun_lemma(word) in self._money_nouns

    def is_about_money(self, text: str, number: Number) -> bool:
        """Does the clause around bare millions speak of money?"""
        around = text[max(0, number.start - 100) : number.end + 50]
        return any(
            noun_lemma(word) in self._money_words
            or not self._money_words.isdisjoint(verbs_of(word))
            for word in _WORD.findall(around.lower())
        )

    # -- un euro, une tonne
    def _with_article(self, text: str, number: Number) -> Quantity | None:
        """``un`` and ``une`` count currencies and unmistakable units, nothing else; ``pas un euro``
        is none."""
        if _NOT_ONE.search(text, max(0, number.start - 8), number.start):
            return None
        match = _WORD.match(text, number.end + 1)
        if match is None:
            return None
        percent = self._percent(text, number)
        if percent is not None:
            return percent
        unit = self._units.stop(text, number.end, figures=False)
        if unit is not None and unit.value.article:
            return self._quantity(number, unit.end, "measure", number.value, unit.value.symbol)
        if fold(match[0]) in (
            "livre",
            "mark",
            "couronne",
            "real",
            "cent",
            "ecu",
            "lire",
            "centime",
        ):
            return None
        money = self._currencies.stop(text, number.end, figures=False)
        return None if money is None else self._priced(text, number, money.end, money.value)

    # -- 6 %, cinq pour cent, 3 pour mille, 25 points de base
    def _percent(self, text: str, number: Number) -> Quantity | None:
        found = self._units.percent(text, number.end)
        if found is None:
            return None
        end, unit = found
        quantity = self._quantity(number, end, "percent", number.value, unit)
        minus = _BRACKETED_MINUS.search(text, max(0, number.start - 10), number.start)
        if minus is not None:
            quantity.start = minus.start(1)
            quantity.value = quantity.low = quantity.high = -number.value
        return quantity

    # -- 1,3 point
    def _points(self, text: str, number: Number) -> Quantity | None:
        """``points`` are percentage points behind decimals, before `de PIB` and the like, or where
        something gains or loses them."""
        match = re.compile(r"[ \u00a0\u202f\n-](?:points?|pts?)(?!\w)").match(text, number.end)
        if match is None:
            return None
        of = re.compile(
            r"[ \u00a0](?:de[ \u00a0](?:la[ \u00a0])?|du[ \u00a0]|d['’])([^\W\d_]+)"
        ).match(text, match.end())
        decimal = number.value != number.value.to_integral_value()
        if self._is_index(text, number):
            return self._quantity(number, match.end(), "count", number.value, "point")
        pointed = of is not None and fold(of[1]) in self._point_of
        _, change, left = bounds().left(text, number.start, 0)
        if decimal or number.fraction or pointed or change or bounds().gained(text, left):
            return self._quantity(number, match.end(), "percent", number.value, "pp")
        return None

    def _is_index(self, text: str, number: Number) -> bool:
        """Are they points of an index or a ranking (``le CAC 40 perd 35 points``)?"""
        before = text[max(0, number.start - 100) : number.start]
        return any(fold(word) in self._indices for word in _WORD.findall(before))

    # -- 12 euros, EUR 12, $12, 3 M€, 5 euros 50
    def _money(self, text: str, number: Number) -> Quantity | None:
        figures = number.form != "words"
        place, factor = number.end, 1
        if figures:
            before = self._currencies.before(text, number.start)
            if before is not None and not self._has_own_unit(text, number):
                start, money = before
                quantity = self._priced(text, number, number.end, money)
                quantity.start = start
                return quantity
            if text[number.start - 1 : number.start].isalpha():
                return None
            lone = self._currencies.abbreviated(text, number.end)
            if lone is not None:
                place, factor = lone
        if text[place : place + 1] == ")" and text[number.start - 1 : number.start] == "(":
            place += 1  # `cinquante mille (50 000) francs`
        of = _OF.match(text, place)
        if of is not None and (factor > 1 or takes_of(number)):
            found = self._currencies.stop(text, of.end(), figures=figures)
        else:
            found = self._currencies.stop(text, place, figures=figures)
        if found is None:
            return None
        money = found.value
        if money.guarded and (number.form == "words" or number.value < 2):
            return None
        if money.currency == "livre" and self._is_book(text, number, found.end):
            return None
        if factor > 1:
            money = money._replace(factor=factor)
        return self._priced(text, number, found.end, money)

    def _has_own_unit(self, text: str, number: Number) -> bool:
        """Is the sign before the number the one of the number before (``12 € 15 €``)?"""
        return self._currencies.stop(text, number.end, figures=True) is not None

    def _priced(self, text: str, number: Number, end: int, money: Money) -> Quantity:
        value = number.value * money.factor
        half = _HALF_AFTER.match(text, end)
        if half is not None and not number.fraction:
            value, end = value + Decimal("0.5") * money.factor, half.end()
        quantity = self._quantity(number, end, "money", value, money.currency)
        quantity.factor, quantity.hundredth = money.factor, money.hundredth
        if not money.hundredth and money.factor == 1 and number.magnitude == 1:
            self._add_cents(text, quantity)
        return quantity

    def _add_cents(self, text: str, quantity: Quantity) -> None:
        """``5 euros 50``, ``378 fr. 70``: two figures, or a number below a hundred in words."""
        end = quantity.end
        if quantity.value != int(quantity.value) or text[end : end + 1] not in _SPACES:
            return
        following = read_numbers(text[end + 1 : end + 20])
        cents = following[0] if following else None
        if cents is None or cents.start or cents.article or not 0 < cents.value < _HUNDRED:
            return
        place = end + 1 + cents.end
        digits = cents.form == "digits" and cents.end == 2
        if not (digits or (cents.form == "words" and quantity.number.form == "words")):
            return
        if cents.value == int(cents.value) and _CLOSED.match(text, place):
            quantity.value += cents.value / _HUNDRED
            quantity.low = quantity.high = quantity.value
            quantity.end = quantity.unit_end = place

    def _is_book(self, text: str, number: Number, end: int) -> bool:
        """``deux livres sur l'Europe``, ``auteur de trois livres``."""
        after = _WORD.match(text, end + 1) if end < len(text) and text[end] in _SPACES else None
        if after is not None and fold(after[0]) in self._books_after:
            return True
        begin = max(0, number.start - 60)
        words = {fold(word) for word in _WORD.findall(text, begin, number.start)}
        return bool(words & self._books_before)

    # -- 12 km, trois tonnes, -10 °C
    def _measure(self, text: str, number: Number) -> Quantity | None:
        figures = number.form != "words"
        below = _BELOW_ZERO.match(text, number.end)
        if below is not None:
            return self._quantity(number, below.end(), "measure", -number.value, "°")
        if text[number.start - 1 : number.start].isalpha():
            return None
        found = self._units.stop(text, number.end, figures=figures)
        if found is None and takes_of(number):
            of = _OF.match(text, number.end)
            if of is not None:
                found = self._units.stop(text, of.end(), figures=figures)
        if found is None:
            return None
        end, value, start = found.end, number.value, number.start
        half = _HALF_AFTER.match(text, end)
        if half is not None and not number.fraction:
            value, end = value + Decimal("0.5"), half.end()
        if found.value.symbol[0] == "°":
            minus = _MINUS.search(text, max(0, start - 8), start)
            if minus is not None:
                start, value = start - len(minus[0].lstrip("( \u00a0\n")), -value
        quantity = self._quantity(number, end, "measure", value, found.value.symbol)
        quantity.start = start
        return quantity

    # -- un tiers des voix, la moitié de la population
    def _share(self, text: str, number: Number) -> Quantity | None:
        """A fraction of a known whole, as a percentage."""
        if not number.fraction or number.magnitude > 1 or number.approximate:
            return None
        whole = _WHOLE.match(text, number.end)
        if whole is None:
            # `réduit d'un tiers`, `plus de la moitié ont dit non`
            modifier, change, left = bounds().left(text, number.start, 0)
            change = change or bounds().gained(text, left)
            following = _WORD.match(text, number.end + 1)
            timed = following is not None and fold(following[0]) in (*_TIMES, "d", "de")
            if timed or not (change or modifier):
                return None
            value = round(number.value * _HUNDRED, 6)
            return self._quantity(number, number.end, "percent", value, "%")
        at = whole.end() + (text[whole.end() : whole.end() + 1] in _SPACES)
        match = _WORD.match(text, at)
        if fold(match[0]) in _TIMES if match else not text[at : at + 1].isdigit():
            return None
        value = round(number.value * _HUNDRED, 6)
        return self._quantity(number, number.end, "percent", value, "%")

    # -- 4 000 postes
    def _count(self, text: str, number: Number) -> Quantity | None:
        if number.fraction and number.magnitude == 1:
            return None
        if text[number.start - 1 : number.start].isalpha():
            return None
        noun = self._counts.noun(text, number)
        if noun is None or self._counts.is_reference(text, number):
            return None
        if number.magnitude >= 1_000_000 and noun.lemma in self._money_nouns:
            return None
        quantity = self._quantity(number, noun.end, "count", number.value, noun.lemma)
        quantity.phrase_end = noun.end
        return quantity

    @staticmethod
    def _quantity(number: Number, end: int, kind: str, value: Decimal, unit: str) -> Quantity:
        return Quantity(number, number.start, end, kind, value, unit)


@per_knowledge
def recognition() -> Recognition:
    """The rules, made once per process."""
    return Recognition()
