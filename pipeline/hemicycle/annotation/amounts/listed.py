"""Numbers of a list whose head says their unit: ``(En milliards d'euros.)``, ``2003 : 13,65``."""

from __future__ import annotations

import re
from decimal import Decimal

from hemicycle.annotation.amounts.bare_numbers import Bare
from hemicycle.annotation.amounts.currencies import currencies
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.understood import variant

# -- patterns with words of the section `understood` of `amounts.toml`
_HEAD = r"<_>*\(?en<_>(?:(<magnitudes>)<_>(?:de<_>|d['’]))?(?=[^\W\d_]+|%)"
# A line of such a list: a label, a colon, one number.
_LINE = re.compile(
    r"[^\n:]{1,80}:[ \u00a0\u202f]{0,3}[-+]?[0-9][0-9 \u00a0\u202f.,]*%?[ \u00a0;.]*\Z"
)
_LONGEST_LINE = 120
# Lines above a number among which the head of its list is looked for.
_MOST = 24


@variant
def listed(bare: Bare) -> list[Quantity]:
    """A number behind the colon of a line, in a list whose head says the unit of all.

    (En millions d’euros.) 2003 : 840 -> nothing
    Les élus de 2004 : 840 -> nothing
    """
    number, text = bare.number, bare.text
    if number.form != "digits" or not bare.listed:
        return []
    begin = text.rfind("\n", max(0, number.start - _LONGEST_LINE), number.start) + 1
    end = text.find("\n", number.end, number.end + _LONGEST_LINE)
    line = text[begin : end if end >= 0 else len(text)][:_LONGEST_LINE]
    if begin == 0 or not _LINE.fullmatch(line) or ":" not in text[begin : number.start]:
        return []
    said = _unit_above(bare, begin)
    if said is None:
        return []
    unit, factor, kind = said
    return [Quantity(number, number.start, number.end, kind, number.value * factor, unit)]


def _unit_above(bare: Bare, begin: int) -> tuple[str, Decimal, str] | None:
    """Unit, factor and kind that the head of a list says, above a line that begins at a place."""
    text, stop = bare.text, begin - 1
    for _ in range(_MOST):
        if stop < 0:
            break
        start = text.rfind("\n", max(0, stop - _LONGEST_LINE), stop) + 1
        line = text[start:stop]
        head = bare.words.pattern(_HEAD).match(text, start, stop)
        if head is not None:
            return _said(bare, head)
        if line.strip() and not _LINE.fullmatch(line):
            break
        stop = start - 1
    return None


def _said(bare: Bare, head: re.Match[str]) -> tuple[str, Decimal, str] | None:
    magnitudes: dict[str, int] = bare.words.magnitudes
    factor = Decimal(magnitudes.get((head[1] or "").lower(), 1))
    if bare.text.startswith("%", head.end()):
        return "%", factor, "percent"
    found = currencies().stop(bare.text, head.end(), figures=False)
    return (found.value.currency, factor, "money") if found is not None else None
