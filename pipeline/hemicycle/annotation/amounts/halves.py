"""``et demi`` behind a unit: ``deux tonnes et demie``, ``un point et demi``."""

from __future__ import annotations

from decimal import Decimal

from hemicycle.annotation.amounts.lexicon import lexicon
from hemicycle.knowledge.grammar import AND

HALF = Decimal("0.5")
_HALF = r"<_><halves>\b"


def half_behind(text: str, place: int) -> int:
    """One past ``et demi`` at a place, 0 if it does not stand there."""
    if text[place + 1 : place + 3].lower() not in AND:
        return 0
    half = lexicon().money.pattern(_HALF).match(text, place)
    return half.end() if half is not None else 0
