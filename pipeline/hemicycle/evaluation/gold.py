"""The format of annotated texts.

A file is a header of ``key: value`` lines, a line ``---``, and the text with annotations
``[surface]{K=value; field=value}``, which may nest; a literal bracket has a backslash before it.
Alternatives of a value stand between `` | ``. The letters ``K`` and the lists of the header are
declared by the kinds (:mod:`hemicycle.kinds.registry`) and described in ``docs/gold.md``.

Further keys of the header: ``date``, ``country``, ``kind`` (of text), and ``annotates``, the tables
that are annotated (people, dates and amounts by default), and ``sample``, for texts that are no
usual ones (``traps``: names of things, bare surnames): their figures are told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from hemicycle.kinds.registry import KINDS
from hemicycle.messages import tell

_DEFAULT_TABLES = ("people", "dates", "amounts")
_FIELD = re.compile(r";\s*(?=[a-z_]+=)")
_LETTERS = "".join(letter.letter for kind in KINDS for letter in kind.letters)
_SEPARATORS = {kind.header.key: kind.header.separator for kind in KINDS if kind.header}


class EvaluationError(ValueError):
    """An annotated text does not follow the format."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotated place: offsets in the plain text, letter, value and fields."""

    start: int
    end: int
    letter: str
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

    @property
    def sample(self) -> str:
        """What the measures of its tables are marked with: `` (traps)``, empty if usual texts."""
        sample = self.header.get("sample", "")
        return f" ({sample})" if sample else ""

    def unread(self, nlp: Language) -> Doc:
        """The text as a pipeline takes it: cut into tokens, with its day and country."""
        doc = nlp.make_doc(self.text)
        doc._.document_date, doc._.country = self.date, self.header.get("country", "")
        return doc

    def listed(self, key: str) -> list[str]:
        """A header value that is a list."""
        values = self.header.get(key, "").split(_SEPARATORS.get(key, ","))
        return [value.strip() for value in values if value.strip()]

    def of_letters(self, letters: str) -> list[Annotation]:
        """The annotations of some letters (``"PR"``), in the order of the text."""
        found = [a for a in self.annotations if a.letter in letters]
        return sorted(found, key=lambda a: (a.start, a.end))


def annotated_for(
    table: str, golds: Iterable[GoldDocument], nlp: Language
) -> Iterator[tuple[GoldDocument, Doc]]:
    """The texts that are annotated for a table, each with what a pipeline reads in it."""
    wanted = [gold for gold in golds if table in gold.tables]
    return zip(wanted, nlp.pipe([gold.unread(nlp) for gold in wanted]), strict=True)


def read_gold(folder: Path) -> list[GoldDocument]:
    """All annotated texts under a folder, in the order of their paths.

    Raises:
        EvaluationError: there is none, or one does not follow the format.
    """
    paths = sorted(folder.rglob("*.md"))
    if not paths:
        raise EvaluationError(
            tell("There are no annotated texts (*.md) under {folder}.", folder=folder)
        )
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
        raise EvaluationError(tell("{name}: there is no line --- after the header.", name=name))
    header: dict[str, str] = {}
    for line in head.splitlines():
        key, colon, value = line.partition(":")
        if line.strip() and not colon:
            raise EvaluationError(
                tell("{name}: header line {line!r} is no `key: value`.", name=name, line=line)
            )
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
        raise EvaluationError(tell("{name}: a bracket is not closed.", name=name))
    return "".join(out), annotations


def _annotation(start: int, end: int, content: str, where: str) -> Annotation:
    first, *rest = _FIELD.split(content)
    letter, equals, value = first.partition("=")
    if not equals or letter not in _LETTERS or len(letter) != 1:
        raise EvaluationError(
            tell(
                "{where}: {content!r} does not start with one of {letters} and =.",
                where=where,
                content=content,
                letters=_LETTERS,
            )
        )
    fields = {}
    for part in rest:
        key, _, field_value = part.partition("=")
        fields[key.strip()] = field_value.strip().rstrip(";").strip()
    return Annotation(start, end, letter, value.strip().rstrip(";").strip(), fields)
