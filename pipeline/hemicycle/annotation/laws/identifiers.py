"""Identifiers that follow from a citation: ELI paths, CELEX numbers, ECLI.

Sources: ELI of Légifrance (`eli/type/year/month/day/number/jo/texte`); EUR-Lex, "How CELEX numbers
are composed" (sector 3: R and L; sector 6: CJ, TJ, FJ); the ECLI of the Conseil constitutionnel
(`ECLI:FR:CC:year:number.kind`); numbering of acts of the Union before and since 1 January 2015:
Code de rédaction interinstitutionnel, 1.2.2.
"""

from __future__ import annotations

import re
from datetime import date

_ELI_TYPES = {"loi": "loi", "décret": "decret", "ordonnance": "ordonnance"}
_FRENCH_NUMBER = re.compile(r"(\d{4})-\d+\Z")
_EU_NUMBER = re.compile(r"(\d{1,4})/(\d{1,4})(?:/(?:UE|CE|CEE|Euratom|EU))?\Z")
_EU_CASE = re.compile(r"([CTF])-(\d{1,4})/(\d{2,4})")
_COURTS = {"C": "CJ", "T": "TJ", "F": "FJ"}
_LETTERS = {"regulation": "R", "directive": "L"}
# The first year of the Communities, the last that is one, the first that stands before the number.
_FIRST, _LAST, _YEAR_FIRST = 1952, 2099, 2015


def eli(head: str, number: str, day: str) -> str:
    """The path of a French text with a number ``YYYY-N`` and a full date, empty if it has none."""
    kind = _ELI_TYPES.get(head)
    match = _FRENCH_NUMBER.match(number)
    if kind is None or match is None or len(day) != len("2004-06-21") or day[:4] != match[1]:
        return ""
    signed = date.fromisoformat(day)
    return f"eli/{kind}/{signed.year}/{signed.month}/{signed.day}/{number}/jo/texte"


def celex_act(kind: str, number: str, marked: bool) -> str:
    """The CELEX number of a directive or regulation, empty if the number is not one of the Union.

    Args:
        kind: ``directive`` or ``regulation``.
        number: as it is cited, ``2014/24/UE`` or ``1107/2009``.
        marked: whether ``n°`` stands before it, as before regulations until 2014.
    """
    match = _EU_NUMBER.match(number)
    if match is None or kind not in _LETTERS:
        return ""
    left, right = match[1], match[2]
    year_first = kind == "directive" or not _number_first(left, right, marked)
    year, serial = (_full_year(left), right) if year_first else (_full_year(right), left)
    return f"3{year}{_LETTERS[kind]}{int(serial):04d}" if year else ""


def _number_first(left: str, right: str, marked: bool) -> bool:
    year = _full_year(right)
    if not year or year >= _YEAR_FIRST:
        return False
    return marked or len(left) != 4 or _full_year(left) < _YEAR_FIRST


def _full_year(figures: str) -> int:
    year = int(figures) + (1900 if len(figures) == 2 else 0)
    return year if len(figures) in (2, 4) and _FIRST <= year <= _LAST else 0


def celex_case(number: str) -> str:
    """The CELEX number of the judgment in a case of the Court of Justice, empty if it is none."""
    match = _EU_CASE.match(number)
    if match is None:
        return ""
    year = int(match[3])
    if year < 100:
        year += 1900 if year >= _FIRST % 100 else 2000
    return f"6{year}{_COURTS[match[1]]}{int(match[2]):04d}"


def ecli_constitutional(number: str, suffix: str, day: str) -> str:
    """The ECLI of a decision of the French Conseil constitutionnel, empty without its full date."""
    if len(day) != len("2020-01-31"):
        return ""
    return f"ECLI:FR:CC:{day[:4]}:{number.replace('-', '.')}.{suffix}"
