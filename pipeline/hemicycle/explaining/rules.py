"""Which rules matched at a place, for what is read by rules: dates and laws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from hemicycle.annotation.dates import grammar as dates
from hemicycle.annotation.dates import reader as _date_rules  # noqa: F401 - declares the rules
from hemicycle.annotation.dates.tokens import Tokens as DateTokens
from hemicycle.annotation.laws import grammar as laws
from hemicycle.annotation.laws import reader as _law_rules  # noqa: F401 - declares the rules
from hemicycle.annotation.laws.tokens import Tokens as LawTokens
from hemicycle.annotation.rules.grammar import Tried
from hemicycle.annotation.rules.tokens import Tokens
from hemicycle.reading.reading import Reading


def explained_rules(text: str, country: str) -> Iterator[dict[str, Any]]:
    """Every place where a rule of dates or laws matched: the rule that won and the others.

    Args:
        text: the text.
        country: ISO 3166-1 alpha-2, or empty.
    """
    reading = Reading(text)
    date_tokens, law_tokens = DateTokens(reading), LawTokens(reading, country)
    yield from _explained("dates", date_tokens, dates.tried(date_tokens))
    yield from _explained("laws", law_tokens, laws.tried(law_tokens))


def _explained(
    table: str, tokens: Tokens, places: Iterable[Sequence[Tried[Any]]]
) -> Iterator[dict[str, Any]]:
    """The readings of each place, the one that won first."""
    for won, *others in places:
        start, end = tokens.starts[won.match.first], tokens.ends[won.match.stop - 1]
        yield {
            "table": table,
            "start_char": start,
            "end_char": end,
            "text": tokens.text[start:end],
            "decided": won.rule,
            "reads": str(won.match.node),
            "others": [
                {"rule": other.rule, "text": tokens.text[start : tokens.ends[other.match.stop - 1]]}
                for other in others
            ],
        }
