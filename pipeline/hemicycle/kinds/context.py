"""What is known of a document beside its text, on the ``Doc`` where the components look for it.

``doc._.document_date`` (``datetime.date`` or None) is the day against which relative dates are
read; ``doc._.country`` (ISO 3166-1 alpha-2, or empty) tells which dollar, franc or national day is
meant; ``doc._.speaker`` (a name, or empty) is who utters the text where it quotes nobody;
``doc._.emphasised`` (numbers of characters) tells where the lines begin that the source shows in
bold or as headings; ``doc._.members`` (name, function and group of each) is who takes part, as the
source presents them; ``doc._.foreign`` (start and end of each) is the lines in another language, of
which no table has rows. All are kept as plain values in ``doc.user_data`` and survive
serialisation. A ``Doc`` that nobody told anything simply has None, empty strings and no numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from spacy.tokens import Doc

from hemicycle.kinds.userdata import user_data

_DATE = ("hemicycle", "document_date")
_COUNTRY = ("hemicycle", "country")
_SPEAKER = ("hemicycle", "speaker")
_EMPHASISED = ("hemicycle", "emphasised")
_MEMBERS = ("hemicycle", "members")
_FOREIGN = ("hemicycle", "foreign")


def register() -> None:
    """Declare the extension attributes; calling it again changes nothing."""
    if not Doc.has_extension("document_date"):
        Doc.set_extension("document_date", getter=_get_date, setter=_set_date)
    if not Doc.has_extension("country"):
        Doc.set_extension("country", getter=_get_country, setter=_set_country)
    if not Doc.has_extension("speaker"):
        Doc.set_extension("speaker", getter=_get_speaker, setter=_set_speaker)
    if not Doc.has_extension("emphasised"):
        Doc.set_extension("emphasised", getter=_get_emphasised, setter=_set_emphasised)

    if not Doc.has_extension("members"):
        Doc.set_extension("members", getter=_get_members, setter=_set_members)
    if not Doc.has_extension("foreign"):
        Doc.set_extension("foreign", getter=_get_foreign, setter=_set_foreign)


def _get_date(doc: Doc) -> date | None:
    stored = user_data(doc).get(_DATE, "")
    return date.fromisoformat(stored) if stored else None


def _set_date(doc: Doc, value: date | None) -> None:
    user_data(doc)[_DATE] = value.isoformat() if value else ""


def _get_country(doc: Doc) -> str:
    return str(user_data(doc).get(_COUNTRY, ""))


def _set_country(doc: Doc, value: str) -> None:
    user_data(doc)[_COUNTRY] = value


def _get_speaker(doc: Doc) -> str:
    return str(user_data(doc).get(_SPEAKER, ""))


def _set_speaker(doc: Doc, value: str) -> None:
    user_data(doc)[_SPEAKER] = value


def _get_emphasised(doc: Doc) -> tuple[int, ...]:
    return tuple(user_data(doc).get(_EMPHASISED, ()))


def _set_emphasised(doc: Doc, value: Iterable[int]) -> None:
    user_data(doc)[_EMPHASISED] = list(value)


def _get_members(doc: Doc) -> tuple[tuple[str, str, str], ...]:
    return tuple((name, role, group) for name, role, group in user_data(doc).get(_MEMBERS, ()))


def _set_members(doc: Doc, value: Iterable[tuple[str, str, str]]) -> None:
    user_data(doc)[_MEMBERS] = [list(member) for member in value]


def _get_foreign(doc: Doc) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in user_data(doc).get(_FOREIGN, ()))


def _set_foreign(doc: Doc, value: Iterable[tuple[int, int]]) -> None:
    user_data(doc)[_FOREIGN] = [list(place) for place in value]
