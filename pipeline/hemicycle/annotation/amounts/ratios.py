"""Shares told by two numbers or by a word: ``neuf maires sur dix``, ``les 3/4``, ``le double``."""

from __future__ import annotations

import re
from decimal import Decimal

from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.kinds.amounts import Amount
from hemicycle.kinds.mention import Mention
from hemicycle.reading.numbers import Number

_RATIO = re.compile(
    r"[ \u00a0\u202f\n]{1,2}(?:([^\W\d_]+(?:[- \u00a0][^\W\d_]+){0,2})[ \u00a0\u202f\n]{1,2})?sur"
    r"[ \u00a0\u202f\n]{1,2}",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"[ \u00a0\n](?:des|du|de (?:la|l['’]|nos|ses|leurs|ces))", re.IGNORECASE)
_TIMES = re.compile(r"[ \u00a0](?:ans?|mois|jours?|semaines?|heures?|années?)\b", re.IGNORECASE)
_PLURAL_NEXT = re.compile(r"[ \u00a0\n][^\W\d_]+[sxz]\b")
_MULTIPLE = re.compile(r"\b[Ll]e (double|triple|quadruple|quintuple) (?:de[ ']|du |des |d['’])")
_MULTIPLES = {"double": 200, "triple": 300, "quadruple": 400, "quintuple": 500}


def ratio(text: str, part: Number, whole: Number) -> Quantity | None:
    """``un Français sur dix``, ``neuf maires sur dix``: a percentage of what stands between."""
    if text[part.end : whole.start] == "/":
        return _written_fraction(text, part, whole)
    match = _RATIO.fullmatch(text, part.end, whole.start)
    if match is None or part.value >= whole.value or whole.value == 0 or whole.fraction:
        return None
    if match[1] is None and (part.form == "digits" or whole.form == "digits"):
        return None
    if whole.article or _TIMES.match(text, whole.end) or _PLURAL_NEXT.match(text, whole.end):
        return None
    value = round(part.value / whole.value * 100, 6).normalize() + 0
    quantity = Quantity(part, part.start, whole.end, "percent", value, "%")
    if match[1] is not None:
        quantity.measure, quantity.measure_start = match[1], match.start(1)
    return quantity


def _written_fraction(text: str, part: Number, whole: Number) -> Quantity | None:
    """``les 3/4 des élus``; ``3/4`` alone is more often a date or a place in a list."""
    proper = 0 < part.value < whole.value <= 10
    if not proper or not _WHOLE.match(text, whole.end):
        return None
    value = round(part.value / whole.value * 100, 6).normalize() + 0
    return Quantity(part, part.start, whole.end, "percent", value, "%")


def multiples(text: str) -> list[Mention[Amount]]:
    """``le double du salaire minimum`` is 200 % of it."""
    found: list[Mention[Amount]] = []
    for match in _MULTIPLE.finditer(text):
        value = Decimal(_MULTIPLES[match[1].lower()])
        amount = Amount("percent", value, value, value, "%")
        found.append(Mention(match.start(1), match.end(1), "percent", amount))
    return found
