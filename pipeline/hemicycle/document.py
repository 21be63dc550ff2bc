"""What ingestion makes and every later stage takes."""

from __future__ import annotations

import dataclasses
import sys
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple


def writable(text: str) -> str:
    """A text as UTF-8 can hold it: undecodable bytes and lone surrogates are shown as escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


class Member(NamedTuple):
    """Somebody whom the markup of a source presents.

    Attributes:
        name: first name and surname.
        role: the function in words, empty if none.
        group: party or group, its abbreviation where there is one, empty if none.
    """

    name: str
    role: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what is known of it.

    Each `…_from` says where its neighbour was found: ``option``, ``sidecar``, ``metadata`` (fields
    of the record or of the file), ``file name``, ``text``, ``file properties``; empty if unknown.

    Attributes:
        doc_id: name of its folder in the outputs, unique in a corpus.
        text: cleaned text; every offset of every table counts its code points.
        path: path of the file it came from, ``-`` for standard input.
        sha256: of the source as it was read (the file, or the record).
        source_id: the record's own id, empty if it has none.
        format: what it was read as (``pdf``).
        format_from: whether ``suffix`` or ``content`` told the format.
        title: empty if unknown.
        date: the day it was written or spoken, None if unknown.
        speaker: speaker or author, empty if unknown.
        source: publisher, empty if unknown.
        url: address, empty if unknown.
        language: ISO 639-1 code.
        country: ISO 3166-1 alpha-2 code, empty if unknown.
        metadata: any other fields that came with it, as strings.
        words: how many words the text has, a word being what stands between white space.
        signature: of the text, by which near-copies are found
            (:mod:`hemicycle.ingestion.similarity`).
        stage_directions: start and end of each note of a sitting (`(Applaudissements.)`) in the
            text, the end excluded.
        emphasised: where the lines begin that the source shows as a whole in bold or as headings.
        members: who takes part, as the markup of the source presents them.
        foreign: start and end of the lines in another language, which no table has rows of; none
            where they are wanted.
    """

    doc_id: str
    text: str
    path: str
    sha256: str
    source_id: str = ""
    format: str = ""
    format_from: str = ""
    title: str = ""
    title_from: str = ""
    date: date | None = None
    date_from: str = ""
    speaker: str = ""
    speaker_from: str = ""
    source: str = ""
    source_from: str = ""
    url: str = ""
    url_from: str = ""
    language: str = "fr"
    language_from: str = ""
    country: str = ""
    metadata: dict[str, str] = field(default_factory=dict)
    words: int = 0
    signature: str = ""
    stage_directions: tuple[tuple[int, int], ...] = ()
    emphasised: tuple[int, ...] = ()
    members: tuple[Member, ...] = ()
    foreign: tuple[tuple[int, int], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Everything but the text, as plain data."""
        plain = {name: getattr(self, name) for name in _PLAIN}
        plain["date"] = self.date.isoformat() if self.date else None
        plain["metadata"] = dict(self.metadata)
        plain["stage_directions"] = [list(span) for span in self.stage_directions]
        plain["emphasised"] = list(self.emphasised)
        plain["foreign"] = [list(span) for span in self.foreign]
        plain["members"] = [list(member) for member in self.members]
        return plain

    @classmethod
    def from_json(cls, fields: dict[str, Any], text: str) -> Document:
        """The document that :meth:`to_json` was called on.

        Raises:
            KeyError: a field is absent.
            ValueError: the date is not an ISO date.
        """
        plain = {name: _shared(fields[name]) for name in _PLAIN}
        day = plain.pop("date")
        directions = tuple((start, end) for start, end in plain.pop("stage_directions"))
        foreign = tuple((start, end) for start, end in plain.pop("foreign"))
        emphasised = tuple(plain.pop("emphasised"))
        members = tuple(Member(*member) for member in plain.pop("members"))
        return cls(
            text=text,
            date=date.fromisoformat(day) if day else None,
            stage_directions=directions,
            emphasised=emphasised,
            members=members,
            foreign=foreign,
            **plain,
        )


def _shared(value: Any) -> Any:
    """A value that other documents have too, as one object for all of them."""
    return sys.intern(value) if isinstance(value, str) else value


_PLAIN = tuple(one.name for one in dataclasses.fields(Document) if one.name != "text")


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that could not be done, as ``failures.csv`` shows it.

    Names of files and records may hold what no file can be written with; it is shown as escapes.

    Attributes:
        path: the file.
        record: line or id of the record inside the file, empty for a whole file.
        stage: ``ingest``, ``annotate`` or ``write``.
        error: short name of the kind of error.
        message: one sentence: what, where, what to do.
    """

    path: str
    record: str
    stage: str
    error: str
    message: str

    def __post_init__(self) -> None:
        for one in dataclasses.fields(self):
            object.__setattr__(self, one.name, writable(getattr(self, one.name)))

    def cells(self) -> list[str]:
        """Its row of ``failures.csv``."""
        return [self.path, self.record, self.stage, self.error, self.message]
