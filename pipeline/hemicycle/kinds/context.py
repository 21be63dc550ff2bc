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

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from spacy.tokens import Doc

from hemicycle.kinds.userdata import user_data


class _Told(NamedTuple):
    """How a value is kept, plain, and given again; what an absent one is."""

    keep: Callable[[Any], Any]
    give: Callable[[Any], Any]
    absent: Any


_WORDS = _Told(str, str, "")
_ROWS = _Told(lambda rows: list(map(list, rows)), lambda kept: tuple(map(tuple, kept)), ())
_TOLD = {
    "document_date": _Told(
        lambda day: day.isoformat() if day else "",
        lambda kept: date.fromisoformat(kept) if kept else None,
        "",
    ),
    "country": _WORDS,
    "speaker": _WORDS,
    "emphasised": _Told(list, tuple, ()),
    "members": _ROWS,
    "foreign": _ROWS,
}


def register() -> None:
    """Declare the extension attributes; calling it again changes nothing."""
    for name in _TOLD:
        if not Doc.has_extension(name):
            Doc.set_extension(
                name, getter=partial(told, name=name), setter=partial(_set, name=name)
            )


def told(doc: Doc, name: str) -> Any:
    """What ``doc._`` has under a name, without the half a dozen calls of spaCy's that it takes.

    Args:
        doc: the document.
        name: one of the names above.
    """
    kind = _TOLD[name]
    return kind.give(user_data(doc).get(("hemicycle", name), kind.absent))


def _set(doc: Doc, value: Any, name: str) -> None:
    user_data(doc)["hemicycle", name] = _TOLD[name].keep(value)
