"""A text to its temporal expressions: the grammar's matches resolved one after the other."""

from __future__ import annotations

from datetime import date
from importlib import import_module

from hemicycle.annotation.dates.attach import attach_times
from hemicycle.annotation.dates.grammar import read
from hemicycle.annotation.dates.ranges import join_ranges
from hemicycle.annotation.dates.resolution import Resolver
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.kinds.dates import Timex
from hemicycle.kinds.mention import Mention
from hemicycle.reading.reading import Reading

# Every module that declares rules; importing it is what makes them known.
PHENOMENA = tuple(
    import_module(f"{__package__}.{name}")
    for name in (
        "absolute",
        "centuries",
        "clock",
        "day_numbers",
        "day_parts",
        "distances",
        "durations",
        "holidays",
        "inside",
        "near_days",
        "numeric",
        "parts",
        "periods",
        "relative",
        "republican",
        "same_time",
        "seasons",
        "sets",
        "several",
        "terms",
        "timestamps",
        "weekdays",
        "years",
    )
)


def read_dates(
    text: str | Reading, document_date: date | None, country: str
) -> list[Mention[Timex]]:
    """The temporal expressions of a text, in order.

    Args:
        text: any text, or its reading.
        document_date: the day that relative expressions are counted from, if it is known.
        country: ISO 3166-1 alpha-2, or empty.
    """
    tokens = Tokens(Reading.of(text))
    matches = join_ranges(tokens, attach_times(tokens, read(tokens)))
    return Resolver(tokens, matches, document_date, country).mentions()
