"""Organisations and places of a user's own, which a run knows beside the gazetteers.

A CSV file with the columns ``name`` and ``kind``, and any of ``country``, ``acronym``, ``aliases``
(``|`` between them), ``entity_id`` and ``wikidata``:

    name,kind,country,acronym,aliases,entity_id
    Front des pêcheurs du lac,party,TG,FPL,Pêcheurs du lac,
    Lorvaux-les-Digues,commune,BE,,Lorvaux,

They become files of the knowledge in use, so that its hash changes with them, and what was read
without them is read again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from hemicycle.kinds.named import ORGANISATION_KINDS, PLACE_KINDS
from hemicycle.knowledge.use import current, using
from hemicycle.messages import tell
from hemicycle.own_files import rows_of
from hemicycle.settings import SettingsError

_HEADER = ("name", "kind", "country", "acronym", "aliases", "id", "wikidata")
_FILES = {True: "gazetteers/own_places.csv", False: "gazetteers/own_bodies.csv"}
# A place that is none of the others; `other` is an organisation's.
_OTHER_PLACE = "place"
_PLACES = {*PLACE_KINDS, _OTHER_PLACE} - {"other"}
_COUNTRY = re.compile(r"(?:[A-Z]{2}|\*)?")


def read_own_names(path: Path | None) -> dict[str, str]:
    """A user's names as files of a gazetteer, by their paths below ``models/``; none without one.

    Raises:
        SettingsError: the file cannot be read, lacks a column, or has a kind or a country that is
            none.
    """
    found: dict[bool, list[list[str]]] = {True: [], False: []}
    for place, row in rows_of(path, ("name", "kind")):
        kind, country = row["kind"], row.get("country", "")
        if kind not in _PLACES and kind not in ORGANISATION_KINDS:
            known = ", ".join((*ORGANISATION_KINDS, *sorted(_PLACES)))
            raise SettingsError(
                tell(
                    "{place}: {kind!r} is no kind; there are {known}.",
                    place=place,
                    kind=kind,
                    known=known,
                )
            )
        if not _COUNTRY.fullmatch(country):
            raise SettingsError(
                tell(
                    "{place}: {country!r} is no country; it must be as FR, SN or *.",
                    place=place,
                    country=country,
                )
            )
        is_place = kind in _PLACES
        kind = "other" if kind == _OTHER_PLACE else kind
        rest = (row.get(name, "") for name in ("acronym", "aliases", "entity_id", "wikidata"))
        found[is_place].append([row["name"], kind, country, *rest])
    return {_FILES[is_place]: _csv(rows) for is_place, rows in found.items() if rows}


@contextmanager
def knowing(own: Mapping[str, str]) -> Iterator[None]:
    """Within it, a user's names are known too.

    Args:
        own: as :func:`read_own_names` gives them.
    """
    if not own:
        yield
        return
    with using(current().beside(own)):
        yield


def _csv(rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([_HEADER, *rows])
    return text.getvalue()
