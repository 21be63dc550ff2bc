"""The day of a document, from its metadata, its file name or a date line in its text.

Only full days count: a file called `budget-2026` says a year, which is no date to read `hier` by.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache

from babel.dates import get_month_names

from hemicycle.ingestion.metadata.stamps import day_of, stamped

_ISO = re.compile(r"(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([-/._])(\d{1,2})\2(\d{4})(?!\d)")
# `12mai2022`, but not `1er`.
_TOUCHING = re.compile(r"(?<=\d)(?!er\b)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")
_FIRST_LINES = 40
_LONGEST_DATE_LINE = 160


def from_metadata(value: object) -> date | None:
    """The one full day that a field gives, None if it gives none or several.

    It may be a time stamp (:mod:`.stamps`), `31/12/2025`, or in words, with the weekday, the hour
    or what it is the date of (`Séance du lundi 4 décembre 2023`, `4 déc. 2023 à 10h30`).
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value or "").strip()
    found = stamped(value) or _in_text(_NUMERIC, text, full=True)
    if found or len(text) > _LONGEST_DATE_LINE:
        return found
    written = _written_pattern().findall(_fold(text))
    return (
        day_of(written[0][2], str(_months()[written[0][1]]), written[0][0])
        if len(written) == 1
        else None
    )


def from_file_name(stem: str) -> date | None:
    """The one full date in a file name (`2025-12-31_voeux`, `discours-du-31-decembre-2025`)."""
    days = {
        day_of(year, month, day)
        for year, month, day in (match.groups() for match in _ISO.finditer(stem))
    }
    days |= {day_of(match[4], match[3], match[1]) for match in _NUMERIC.finditer(stem)}
    days.discard(None)
    if not days:
        words = _TOUCHING.sub(" ", re.sub(r"[-_.]+", " ", stem))
        days = {_written(words)}
    return days.pop() if len(days) == 1 else None


def from_text(text: str) -> date | None:
    """The day that a date line in the first lines of a text gives.

    A date line is `Lille, le 4 mars 2022`; `Séance du jeudi 12 mai 2022`; `Publié le 4 mars 2022`,
    `Discours prononcé le …`; or a date alone on its line. A paragraph may open with one
    (`LILLE, le 4 mars 2022 — Le maire …`).
    """
    for line in text.split("\n", _FIRST_LINES)[:_FIRST_LINES]:
        line = line.strip()
        short = len(line) <= _LONGEST_DATE_LINE
        opened = (_date_line() if short else _dateline()).match(line) if line else None
        if opened is not None:
            said = line if short else opened[0]
            found = _written(said) or _in_text(_NUMERIC, said, full=False)
            if found:
                return found
    return None


@cache
def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for width in ("wide", "abbreviated"):
        for number, name in get_month_names(width, locale="fr").items():
            names[_fold(name).rstrip(".")] = number
    return names


@cache
def _written_pattern() -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    return re.compile(rf"\b(\d{{1,2}})(?:er)?\s+({months})\b\.?\s+(\d{{4}})\b")


_WEEKDAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?"
_FULL_DAY = r"\d{1,2}(?:er)?(?:\s+[^\W\d]+\.?\s+|[-/.]\d{1,2}[-/.])\d{4}"
_PLACE = r"[^\W\d][^,.:;!?]{1,40},\s+(?:le\s+)?"


@cache
def _dateline() -> re.Pattern[str]:
    """How a dispatch opens its first paragraph."""
    return re.compile(rf"{_PLACE}{_WEEKDAY}{_FULL_DAY}\s*[–—(-]", re.IGNORECASE)


@cache
def _date_line() -> re.Pattern[str]:
    heading = (
        r"(?:(?:[^,.:;!?]{0,60}\bséances?|"
        r"(?:compte[- ]rendu|procès-verbal|réunion|audience|conseil)\b)"
        r"(?:\s+[^,.:;!?]{1,60})?\s+du\s+)"
    )
    where = r"(?:\s+(?:à|au|aux|devant|dans|lors|par|sur)\s[^.:;!?\d]{2,80})?"
    published = (
        r"(?:(?:par\s[^.:;!?]{2,60},\s+)?"
        r"(?:publié|mis en ligne|mis à jour|posté|paru|modifié|diffusé|communiqué)e?s?|"
        r"(?:prononcé|enregistré|déposé|délibéré|adopté|présenté|arrêté|signé|tenu)e?s?"
        rf"{where}|(?:propos\s+)?recueillis{where}|sous embargo jusqu['’]au|"
        r"(?:discours|allocution|déclaration|communiqué|conférence de presse|vœux|journal officiel)"
        r"[^.:;!?]{0,80}|date(?:\s+de\s+\w+)?|fait\s+à\s+[^,.:;!?]{2,40})"
        r"(?:\s+le|\s+du|\s*:)?\s+"
    )
    # After a place the line must end there: `né à Lille, le 4 mars 1950, d'un père…` is prose.
    stop = r"(?:\.?$|\s*[-–—(|])"
    told = rf"(?:{heading}|{published}){_WEEKDAY}{_FULL_DAY}(?:{stop}|,|\s+à\b)"
    hour = r"\s+à\s+\d{1,2}\s*h(?:eures?|\s*\d{2})?\.?$"
    bare = rf"(?:{_PLACE}|le\s+)?{_WEEKDAY}{_FULL_DAY}(?:{stop}|{hour})"
    return re.compile(rf"(?:{told}|{bare})", re.IGNORECASE)


def _fold(text: str) -> str:
    table = str.maketrans("éèêûôàâîç", "eeeuoaaic")
    return text.lower().translate(table)


def _written(text: str) -> date | None:
    match = _written_pattern().search(_fold(text))
    return day_of(match[3], str(_months()[match[2]]), match[1]) if match else None


def _in_text(pattern: re.Pattern[str], text: str, *, full: bool) -> date | None:
    match = pattern.fullmatch(text) if full else pattern.search(text)
    return day_of(match[4], match[3], match[1]) if match else None
