"""Whose field is whose: names of metadata as exports give them, to ours.

The names are listed in ``models/lexicons/field_names.toml``.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from hemicycle.ingestion.formats.json_paths import at
from hemicycle.knowledge.made import remembered_per_knowledge
from hemicycle.knowledge.use import load_toml
from hemicycle.messages import tell
from hemicycle.settings import Fields

_LOG = logging.getLogger(__name__)
_OTHER = re.compile(r"[^a-z0-9_]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class RecordNames:
    """The names of the fields of one file's records.

    A name that was set is taken as it is. A name that was left at its default is looked for, and
    where a record lacks it, the first known name that the record has is taken; each such guess is
    logged once a file.
    """

    def __init__(self, fields: Fields, path: str) -> None:
        """Take the settings, and the file's path to name it by."""
        self._fields = fields
        self.path = path
        self._said: set[tuple[str, str]] = set()

    def wanted(self, ours: str) -> str:
        """The name that a field of ours should have."""
        return str(getattr(self._fields, ours))

    def is_wanted(self, name: str) -> bool:
        """Whether a field of ours was set to a name."""
        return any(
            getattr(self._fields, ours) == name != default for ours, default in _defaults().items()
        )

    def paths(self) -> Iterator[str]:
        """The names that were set and may be paths into nested records."""
        for ours in _defaults():
            if "." in (name := self.wanted(ours)):
                yield name

    def text_of(self, record: Any) -> str:
        """The text of a record, where it is set to stand or under the best known name, or empty."""
        if not isinstance(record, dict):
            return ""
        name = self.wanted("text")
        if name in record or name != _defaults()["text"]:
            text = at(record, name)
        else:
            folded = {fold(other): other for other in reversed(list(record))}
            theirs = next((folded[k] for k in known_names("text") if k in folded), "")
            text = record.get(theirs)
        return text if isinstance(text, str) else ""

    def of(self, record: Mapping[str, Any]) -> dict[str, str]:
        """Our name of a field to the record's, for each of ours that the record has."""
        found = {}
        folded: dict[str, str] | None = None
        for ours, default in _defaults().items():
            name = getattr(self._fields, ours)
            if name in record:
                found[ours] = name
            elif name == default:
                if folded is None:
                    folded = {fold(other): other for other in reversed(list(record))}
                theirs = next((folded[k] for k in known_names(ours) if k in folded), None)
                if theirs is not None:
                    found[ours] = theirs
                    self._say(ours, theirs)
        return found

    def _say(self, ours: str, theirs: str) -> None:
        if (ours, theirs) not in self._said:
            self._said.add((ours, theirs))
            _LOG.warning(
                tell(
                    "{path}: the {ours} is taken from the field {theirs!r}.",
                    path=self.path,
                    ours=ours,
                    theirs=theirs,
                )
            )


def ours(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Metadata under our names where their names are known, the first name of a list winning.

    Fields that are not known keep their names.
    """
    folded = {fold(name): name for name in reversed(list(fields))}
    found = {}
    for name in _defaults():
        theirs = next((folded[k] for k in known_names(name) if k in folded), None)
        if theirs is not None and name not in ("id", "text"):
            found[name] = theirs
    taken = set(found.values())
    rest = {name: value for name, value in fields.items() if name not in taken}
    return {**rest, **{name: fields[theirs] for name, theirs in found.items()}}


@remembered_per_knowledge(1 << 6)
def known_names(ours: str) -> tuple[str, ...]:
    """The names under which a field of ours is known, best first, folded."""
    return tuple(load_toml("lexicons", "field_names.toml")[ours])


def is_known_name(ours: str, name: str) -> bool:
    """Whether a field of ours may have a name."""
    return fold(name) in known_names(ours)


def fold(name: str) -> str:
    """A name in lower case, without accents, with _ between its words (`datePublication` too)."""
    plain = unicodedata.normalize("NFKD", _CAMEL.sub("_", name)).encode("ascii", "ignore").decode()
    return _OTHER.sub("_", plain.lower()).strip("_") if not name.startswith("_") else plain.lower()


@cache
def _defaults() -> dict[str, str]:
    return {name: field.default for name, field in Fields.model_fields.items()}
