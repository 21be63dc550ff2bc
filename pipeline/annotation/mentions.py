"""How every component leaves what it found: spans in ``doc.spans`` with typed values.

A component calls :func:`set_mentions` once per document. Each mention is then a span in
``doc.spans[group]`` whose typed value is read back from an extension attribute
(``span._.timex``, ``span._.amount``, ...), and whose exact place is ``span._.offsets``.

Values are kept as plain strings, numbers and lists in ``doc.user_data``, so an annotated document
can be sent between processes and written to disk (``Doc.to_bytes``, ``nlp.pipe(n_process=2)``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, Protocol, Self, TypeVar

from spacy.tokens import Doc, Span, SpanGroup

from pipeline.annotation.userdata import user_data

_NAMESPACE = "hemicycle"


class Value(Protocol):
    """What a mention means, as a frozen dataclass that can be packed into plain data."""

    def pack(self) -> list[Any]:
        """The fields as a list of plain values (str, int, float, None, list)."""
        ...

    @classmethod
    def unpack(cls, packed: list[Any]) -> Self:
        """The value that :meth:`pack` was called on."""
        ...


V = TypeVar("V", bound=Value)


@dataclass(frozen=True, slots=True)
class Mention(Generic[V]):
    """One place in the text and what it means.

    Attributes:
        start: first character, counted in Unicode code points of ``doc.text`` from 0.
        end: one past the last character.
        label: the span's label (``DATE``, ``money``, ``PER``, a code...).
        value: the typed value.
    """

    start: int
    end: int
    label: str
    value: V


@dataclass(frozen=True, slots=True)
class MentionKind(Generic[V]):
    """A family of mentions: its group in ``doc.spans`` and its attribute on the spans.

    Attributes:
        group: key in ``doc.spans`` (``dates``).
        attribute: name of the span's extension attribute (``timex``).
        value_type: the class of the values.
    """

    group: str
    attribute: str
    value_type: type[V]

    def register(self) -> None:
        """Declare the extension attributes; calling it again changes nothing."""
        if not Span.has_extension("offsets"):
            Span.set_extension("offsets", getter=offsets)
        if not Span.has_extension(self.attribute):
            Span.set_extension(self.attribute, getter=self.value_of)

    def value_of(self, span: Span) -> V | None:
        """The typed value of a span of this family, None for any other span."""
        packed = user_data(span.doc).get((_NAMESPACE, self.group, span.id_, span.label_))
        return None if packed is None else self.value_type.unpack(packed)

    def set(self, doc: Doc, mentions: Iterable[Mention[V]]) -> None:
        """Write the mentions of a document, in the order of the text, replacing earlier ones.

        A mention need not begin or end where a token does: the span is then widened to whole
        tokens, and ``span._.offsets`` keeps the exact place.
        """
        spans = []
        store = user_data(doc)
        ordered = sorted(mentions, key=lambda m: (m.start, m.end, m.label))
        for mention in ordered:
            span = doc.char_span(
                mention.start,
                mention.end,
                label=mention.label,
                alignment_mode="expand",
                span_id=f"{mention.start}-{mention.end}",
            )
            if span is None:
                continue
            spans.append(span)
            key = (_NAMESPACE, self.group, span.id_, span.label_)
            store[key] = mention.value.pack()
        doc.spans[self.group] = SpanGroup(doc, name=self.group, spans=spans)

    def read(self, doc: Doc) -> Iterator[Mention[V]]:
        """The mentions of a document with exact offsets; none if the component did not run."""
        if self.group not in doc.spans:
            return
        for span in doc.spans[self.group]:
            value = self.value_of(span)
            if value is not None:
                start, end = offsets(span)
                yield Mention(start, end, span.label_, value)


def offsets(span: Span) -> tuple[int, int]:
    """Exact first and one-past-last character of a mention in ``doc.text``, from 0."""
    start, _, end = span.id_.partition("-")
    if start.isdigit() and end.isdigit():
        return int(start), int(end)
    return span.start_char, span.end_char
