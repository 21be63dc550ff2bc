"""Values as cells: strings, ready for a CSV writer."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache


@lru_cache(maxsize=4096, typed=True)  # chances and counts are a few hundred numbers
def plain_number(number: Decimal | float | None) -> str:
    """A number in digits with a point and no exponent, empty for None."""
    if number is None:
        return ""
    text = format(number if isinstance(number, Decimal) else Decimal(str(number)), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def place(start: int | None) -> str:
    """A place in a text in digits, empty for None."""
    return "" if start is None else str(start)
