"""What is known of a document, each thing with where it was found.

Places, best first: `option`, `sidecar`, `metadata` (the fields of the record or of the format),
`text`, `file name`, `file properties` (when a program made the file, which may be long after the
text was written; it serves for the date alone, where nothing else gives one).
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from hemicycle.ingestion.cleaning.text import clean_field
from hemicycle.ingestion.metadata import dating, headlines, languages
from hemicycle.messages import tell
from hemicycle.settings import Settings

_LOG = logging.getLogger(__name__)
NAMED = ("title", "speaker", "source", "url")
_OWN = frozenset({*NAMED, "date", "language", "country", "created"})
# Files that were made from the templates of python-docx and python-pptx say so of these days.
_TEMPLATE_DAYS = frozenset({date(2013, 12, 23), date(2013, 1, 27)})


# What programs write where nobody filled the field in.
_NOT_SAID = frozenset(
    {
        "(anonymous)",
        "anonymous",
        "untitled",
        "(unspecified)",
        "sans titre",
        "python-docx",
        "unknown",
    }
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a document.

    Attributes:
        values: `title`, `speaker`, `source`, `url`, `language`, `country`; empty if unknown.
        origins: where each of them was found (not `country`), empty if unknown.
        day: its date, None if unknown.
        day_from: where the date was found.
        verdict: how its language is known.
        rest: any other fields.
    """

    values: Mapping[str, str]
    origins: Mapping[str, str]
    day: date | None
    day_from: str
    verdict: languages.Verdict
    rest: dict[str, str]


def gather(
    fields: Mapping[str, Any],
    sidecar: Mapping[str, Any],
    text: str,
    inside: PurePosixPath | None,
    settings: Settings,
) -> Metadata:
    """What is known of a document.

    Args:
        fields: what the format or the record says.
        sidecar: what overrules it.
        text: its cleaned text.
        inside: the path of its file, None for a record, which a file's name does not date.
        settings: date and country of all documents.
    """
    values: dict[str, str] = {}
    origins: dict[str, str] = {}
    told = headlines.read(text)
    for name in NAMED:
        for origin, known in (("sidecar", sidecar), ("metadata", fields), ("text", told)):
            value = plain(known.get(name))
            if value and value.casefold() not in _NOT_SAID:
                values[name], origins[name] = value, origin
                break
        else:
            values[name] = origins[name] = ""
    day, day_from = _day(fields, sidecar, text, inside, settings)
    verdict = _language(fields, sidecar, text)
    values["language"], origins["language"] = verdict.language, verdict.origin
    country = plain(sidecar.get("country")) or plain(fields.get("country"))
    values["country"] = country.upper() if len(country) == 2 else settings.country
    rest = {
        clean_field(str(name)): plain(value)
        for name, value in {**fields, **sidecar}.items()
        if name not in _OWN
    }
    if created := dating.from_metadata(fields.get("created")):
        rest["created"] = created.isoformat()
    return Metadata(values, origins, day, day_from, verdict, rest)


def plain(value: Any) -> str:
    """A field as one line of text; lists and objects as JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return clean_field(value)
    if isinstance(value, bool | int | float):
        return _number(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return clean_field("; ".join(value))
    return clean_field(json.dumps(value, ensure_ascii=False, default=str))


def _number(value: bool | int | float) -> str:
    try:
        return json.dumps(value)
    except ValueError:  # more digits than Python writes out
        return hex(int(value))


def _day(
    fields: Mapping[str, Any],
    sidecar: Mapping[str, Any],
    text: str,
    inside: PurePosixPath | None,
    settings: Settings,
) -> tuple[date | None, str]:
    if settings.date:
        return settings.date, "option"
    for origin, known in (("sidecar", sidecar), ("metadata", fields)):
        if found := dating.from_metadata(known.get("date")):
            return found, origin
    named = dating.from_file_name(inside.stem) if inside is not None else None
    if found := dating.from_text(text):
        if named is not None and named != found:
            _LOG.warning(
                tell(
                    "{path}: its name gives the day {named}, its date line {found}; the date line "
                    "is taken.",
                    path=inside,
                    named=named,
                    found=found,
                )
            )
        return found, "text"
    if named is not None:
        return named, "file name"
    created = dating.from_metadata(fields.get("created"))
    if created and created not in _TEMPLATE_DAYS:
        return created, "file properties"
    return None, ""


def _language(
    fields: Mapping[str, Any], sidecar: Mapping[str, Any], text: str
) -> languages.Verdict:
    if said := languages.code(plain(sidecar.get("language"))):
        return languages.Verdict(
            said, "sidecar", tell("its metadata say that it is {said!r}", said=said)
        )
    return languages.judge(text, plain(fields.get("language")))
