"""What the first lines of a text say of it: title, speaker, publisher, address."""

from __future__ import annotations

import re

from hemicycle.ingestion.metadata import dating

_FIRST_LINES = 12
_LONGEST_TITLE = 160
_FEWEST_WORDS = 2
_NO_TITLE = re.compile(r"^Présidence d|[.;:,…»”)\]!]$|^[-–—•*«“\"(\[\d]|https?://|@|\|")
_PARTICLE = r"(?:(?:de|du|des|le|la|d’|d')[ ]?)?"
_NAME = rf"[A-ZÀ-ÖØ-ÞŒ][\w’'.-]*(?:[ -]{_PARTICLE}[A-ZÀ-ÖØ-ÞŒ][\w’'.-]*){{1,3}}"
_SPOKEN = re.compile(
    r"(?i:(?:discours|allocution|déclaration|intervention|vœux|voeux|message|tribune|"
    r"propos(?! recueillis)|conférence de presse|communiqué|entretien|interview|question)s?"
    r"(?: [^\W\d_’']+){0,3}? "
    r"(?:de|par|avec) (?:(?:M\.|Mme|Mlle|Monsieur|Madame|Me|Dr|Pr) )?)"
    rf"(?P<name>{_NAME})"
)
_SAID = re.compile(
    r"^(?P<key>auteure?|autrice|orateur|oratrice|intervenante?|par|source|publié par|éditeur|"
    r"url|lien|adresse) ?: ?(?P<value>\S.{1,150})$",
    re.IGNORECASE,
)
_KEYS = {"source": "source", "publié par": "source", "éditeur": "source"}
_ADDRESSES = frozenset({"url", "lien", "adresse"})
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def read(text: str) -> dict[str, str]:
    """Our names of metadata to what the first lines of a text say, as far as they say it.

    The title is the first line where it looks like one: short, without a full stop, with other
    lines after it. The speaker is named by a line like `Discours de Mme Maud Joncquet` or
    `Orateur : Maud Joncquet`, the publisher by `Source : …`, the address by `URL : …`.
    """
    lines = [line.strip() for line in text.split("\n", _FIRST_LINES)[:_FIRST_LINES] if line.strip()]
    found: dict[str, str] = {}
    if len(lines) > 1 and _is_title(lines[0]):
        found["title"] = lines[0]
    for line in lines:
        if match := _SAID.match(line):
            _take(match, found)
        elif len(line) <= _LONGEST_TITLE and (match := _SPOKEN.match(line)):
            found.setdefault("speaker", match["name"].rstrip("."))
    return found


def _is_title(line: str) -> bool:
    return (
        len(line) <= _LONGEST_TITLE
        and len(line.split()) >= _FEWEST_WORDS
        and line[0].isupper()
        and not _NO_TITLE.search(line)
        and not _SAID.match(line)
        and dating.from_text(line) is None
    )


def _take(match: re.Match[str], found: dict[str, str]) -> None:
    key, value = match["key"].lower(), match["value"].strip()
    address = _ADDRESS.search(value)
    if key in _ADDRESSES or (key == "source" and address):
        if address:
            found.setdefault("url", address[0])
    elif key in _KEYS:
        found.setdefault("source", value)
    elif value[:1].isupper():
        found.setdefault("speaker", value)
