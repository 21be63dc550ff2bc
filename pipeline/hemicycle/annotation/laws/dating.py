"""The date by which a text is cited: ``du 9 décembre 1905``, ``de juillet 1983``, ``de 1905``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hemicycle.annotation.dates.lexicon import lexicon as date_words
from hemicycle.annotation.laws.tokens import Tokens
from hemicycle.knowledge.grammar import OF_THE_ONE, PLAIN_OF
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml

_FIRST_YEAR, _LAST_YEAR = 1200, 2100


@per_knowledge
def _months() -> dict[int, str]:
    """The names of the months by their numbers."""
    return {number: name for name, number in load_toml("lexicons", "dates.toml")["months"].items()}


@dataclass(frozen=True, slots=True)
class TextDate:
    """The date of a legal text.

    Attributes:
        written: with its preposition, spelt one way (``du 1er août 2001``).
        iso: day, month or year by ISO 8601; empty if the year is not said.
        stop: index behind it.
    """

    written: str
    iso: str
    stop: int

    @property
    def full(self) -> bool:
        """Whether it is a day."""
        return len(self.iso) == len("2001-08-01")


def text_date(tokens: Tokens, index: int, year_alone: bool = True) -> TextDate | None:
    """The date that begins with ``du``, ``de`` or ``en date du`` at an index."""
    at = tokens.lexicon.phrases["dated"].match(tokens.words, index)
    word = tokens.word(at)
    if word in OF_THE_ONE:
        return _day(tokens, at + 1)
    if word not in PLAIN_OF:
        return None
    month = _month(tokens, at + 1)
    if month:
        year = _year(tokens, at + 2)
        if year:
            return TextDate(f"{word} {_months()[month]} {year}", f"{year}-{month:02d}", at + 3)
        return None
    year = _year(tokens, at + 1) if year_alone else 0
    return TextDate(f"de {year}", f"{year}", at + 2) if year else None


def _day(tokens: Tokens, index: int) -> TextDate | None:
    raw = tokens.word(index)
    if not (raw.isascii() and raw.isdigit()) or not 1 <= int(raw[:4]) <= 31:
        return None
    day, at = int(raw), index + 1
    if day == 1 and tokens.among("ending_of_first", at):
        at += 1
    month = _month(tokens, at)
    if not month:
        return None
    shown = "1er" if day == 1 else str(day)
    year = _year(tokens, at + 1)
    if not year:
        return TextDate(f"du {shown} {_months()[month]}", "", at + 1)
    try:
        iso = date(year, month, day).isoformat()
    except ValueError:
        return None
    return TextDate(f"du {shown} {_months()[month]} {year}", iso, at + 2)


def _month(tokens: Tokens, index: int) -> int:
    number = date_words().get("months", tokens.word(index))
    return number if isinstance(number, int) else 0


def _year(tokens: Tokens, index: int) -> int:
    word = tokens.word(index)
    if not (len(word) == 4 and word.isascii() and word.isdigit()):
        return 0
    # `1988-1989` and `2,5` go on, a year does not.
    if tokens.glued(index + 1) and tokens.word(index + 1) in ("-", "/", "%", "–"):
        return 0
    return int(word) if _FIRST_YEAR <= int(word) <= _LAST_YEAR else 0
