"""The format of annotated texts.

A file is a header of ``key: value`` lines, a line ``---``, and the text with annotations
``[surface]{K=value; field=value}``, which may nest; a literal bracket has a backslash before it.

=====  ==================================================================================
kind   value and fields
=====  ==================================================================================
``P``  a person named: full name; ``role``
``R``  a role alone that stands for a person: full name, empty if nobody can tell
``D``  a date: TIMEX3 value, alternatives after `` | ``; ``type``, ``mod``, ``begin``, ``end``
``A``  an amount: number or ``low..high``, then the unit; ``~`` approx, ``>`` more, ``<`` less in
       front; ``kind``, ``per``, ``change``, ``measure``, ``date``
``Q``  a direct quotation: full name of the speaker, empty if unknown; ``cue``
=====  ==================================================================================

Header keys that are used: ``date``, ``country``, ``kind`` (of text), ``annotates`` (the tables that
are annotated; people, dates and amounts by default), ``sectors`` (NAF codes, `D` or `D35`),
``themes`` (CAP codes, main one first) and ``keywords`` (separated by semicolons).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

_DEFAULT_TABLES = ("people", "dates", "amounts")
_FIELD = re.compile(r";\s*(?=(?:role|type|mod|begin|end|kind|per|change|measure|date|cue)=)")
_KINDS = "PRDAQ"


class EvaluationError(ValueError):
    """An annotated text does not follow the format."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotated place: offsets in the plain text, kind, value and fields."""

    start: int
    end: int
    kind: str
    value: str
    fields: dict[str, str]

    @property
    def alternatives(self) -> list[str]:
        """The values that are right."""
        return [value.strip() for value in self.value.split(" | ")]


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """An annotated text: its plain text and what should be found in it."""

    name: str
    text: str
    header: dict[str, str]
    annotations: list[Annotation] = field(default_factory=list)

    @property
    def date(self) -> date | None:
        """The document's date."""
        day = self.header.get("date", "")
        return date.fromisoformat(day) if day else None

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables that are annotated."""
        return tuple(self.listed("annotates")) or _DEFAULT_TABLES

    def listed(self, key: str) -> list[str]:
        """A header value that is a list."""
        separator = ";" if key == "keywords" else ","
        values = self.header.get(key, "").split(separator)
        return [value.strip() for value in values if value.strip()]

    def of_kind(self, kinds: str) -> list[Annotation]:
        """The annotations of some kinds (``"PR"``), in the order of the text."""
        found = [a for a in self.annotations if a.kind in kinds]
        return sorted(found, key=lambda a: (a.start, a.end))


def read_gold(folder: Path) -> list[GoldDocument]:
    """All annotated texts under a folder, in the order of their paths.

    Raises:
        EvaluationError: there is none, or one does not follow the format.
    """
    paths = sorted(folder.rglob("*.md"))
    if not paths:
        raise EvaluationError(f"There are no annotated texts (*.md) under {folder}.")
    return [
        parse_gold(
            path.read_text(encoding="utf-8"),
            path.relative_to(folder).with_suffix("").as_posix(),
        )
        for path in paths
    ]


def parse_gold(content: str, name: str = "gold") -> GoldDocument:
    """One annotated text.

    Raises:
        EvaluationError: it does not follow the format; says where.
    """
    head, separator, body = content.partition("\n---\n")
    if not separator:
        raise EvaluationError(f"{name}: there is no line --- after the header.")
    header: dict[str, str] = {}
    for line in head.splitlines():
        key, colon, value = line.partition(":")
        if line.strip() and not colon:
            raise EvaluationError(f"{name}: header line {line!r} is no `key: value`.")
        if colon:
            header[key.strip()] = value.strip()
    text, annotations = _parse_body(body.strip("\n"), name)
    return GoldDocument(name, text, header, annotations)


def _parse_body(body: str, name: str) -> tuple[str, list[Annotation]]:
    out: list[str] = []
    opened: list[int] = []
    annotations: list[Annotation] = []
    position = 0
    while position < len(body):
        char = body[position]
        if char == "\\" and body[position + 1 : position + 2] in ("[", "]"):
            out.append(body[position + 1])
            position += 2
        elif char == "[":
            opened.append(len(out))
            position += 1
        elif char == "]":
            where = f"{name}: near {body[max(0, position - 30) : position + 20]!r}"
            close = body.find("}", position)
            if not opened or body[position + 1 : position + 2] != "{" or close < 0:
                raise EvaluationError(f"{where}: write [surface]{{K=value}}.")
            start = opened.pop()
            annotations.append(_annotation(start, len(out), body[position + 2 : close], where))
            position = close + 1
        else:
            out.append(char)
            position += 1
    if opened:
        raise EvaluationError(f"{name}: a bracket is not closed.")
    return "".join(out), annotations


def _annotation(start: int, end: int, content: str, where: str) -> Annotation:
    first, *rest = _FIELD.split(content)
    kind, equals, value = first.partition("=")
    if not equals or kind not in _KINDS or len(kind) != 1:
        raise EvaluationError(f"{where}: {content!r} does not start with one of {_KINDS} and =.")
    fields = {}
    for part in rest:
        key, _, field_value = part.partition("=")
        fields[key.strip()] = field_value.strip().rstrip(";").strip()
    return Annotation(start, end, kind, value.strip().rstrip(";").strip(), fields)
