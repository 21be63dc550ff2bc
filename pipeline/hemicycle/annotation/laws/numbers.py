"""The number by which a text is cited: ``n° 2004-575``, ``(UE) 2019/790``, ``C-18``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hemicycle.annotation.laws.tokens import Tokens, plain

_MARK = r"(?P<mark>[Nn]\s?[°ºᵒ]s?\s*|[Nn][Oo][Ss]?\.?\s+(?=\w*\d)|numéros?\s+)"
_UNION = re.compile(r"\(\s*(?:UE|CEE?|CECA|Euratom|EU)(?:\s*,\s*Euratom)?\s*\)")
_MARKED = re.compile(_MARK + r"(?P<number>(?=[\w/.\-\u2011]*\d)\w+(?:[-\u2011/._]\w+)*)")
_IN_PARENTHESES = re.compile(r"\(\s*" + _MARK + r"(?P<number>\d[\w/\-]*)")
# What is a number without a marker too: with a hyphen or a slash inside.
_UNMARKED = re.compile(r"(?P<number>\d{1,4}(?:[-\u2011]\d+|/\d+)(?:/[A-Za-z\-]+)*)(?![\w/])")
# Bills of the Parliament of Canada (Senate S-, Commons C-) and of Québec, laws by these numbers.
_CANADIAN = re.compile(r"(?P<number>[CS][-\u2011]\d{1,4}|\d{1,3})(?![\w/,.]*\d|\s?%)")
_LONG = re.compile(r"(?P<number>\d{4})(?![\w/,.]*\d|\s?%)")
# Acts of the ECOWAS (`A/SP1/12/01`) have letters first.
_LETTERS_FIRST = re.compile(r"(?P<number>[A-Z]{1,3}/[A-Z]{0,4}\.?\s?\d[\w.]*(?:/\d+)+)")


@dataclass(frozen=True, slots=True)
class TextNumber:
    """The number of a legal text.

    Attributes:
        written: as names have it, with ``n°`` if it is marked and ``(UE)`` if that stands before.
        number: alone.
        marked: whether a marker stands before it.
        union: whether ``(UE)`` or the like stands before it.
        stop: index behind it.
    """

    written: str
    number: str
    marked: bool
    union: bool
    stop: int


def text_number(tokens: Tokens, index: int, kind: str) -> TextNumber | None:
    """The number of a text of a kind that begins at an index."""
    union = tokens.shape(index, _UNION)
    at = union[1] if union else index
    for pattern in (_MARKED, *_bare(tokens.country, kind, bool(union))):
        found = tokens.shape(at, pattern)
        if found is not None:
            break
    else:
        return None
    match, stop = found
    number = plain(match["number"])
    marked = "mark" in match.groupdict()
    written = f"n° {number}" if marked else number
    if union:
        written = f"{''.join(union[0][0].split())} {written}".replace(",", ", ")
    return TextNumber(written, number, marked, bool(union), stop)


def _bare(country: str, kind: str, union: bool) -> tuple[re.Pattern[str], ...]:
    """The patterns of numbers without a marker that a text of a kind may have."""
    if kind == "treaty":
        return (_LETTERS_FIRST,)
    if kind == "judgment":
        return ()
    if kind == "law" and country == "GN":
        return (_LETTERS_FIRST, _UNMARKED)
    if kind in ("law", "bill") and country == "CA":
        return (_UNMARKED, _CANADIAN)
    if kind == "bill":
        return (_UNMARKED, _LONG) if country == "LU" else (_UNMARKED,)
    if kind == "regulation" and not union:
        return (_LETTERS_FIRST, _UNMARKED)
    return (_UNMARKED,)


def number_in_parentheses(tokens: Tokens, index: int) -> TextNumber | None:
    """The number of a bill behind its title: ``(n° 628)``, the first of ``(nos 628, 671)``."""
    found = tokens.shape(index, _IN_PARENTHESES)
    if found is None:
        return None
    number = plain(found[0]["number"])
    return TextNumber(f"n° {number}", number, True, False, found[1])
