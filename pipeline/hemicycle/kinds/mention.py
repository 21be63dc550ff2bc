"""How every component leaves what it found: spans in ``doc.spans`` with typed values.

A component calls :func:`set_mentions` once per document. Each mention is then a span in
``doc.spans[group]`` whose typed value is read back from an extension attribute
(``span._.timex``, ``span._.amount``, ...), and whose exact place is ``span._.offsets``.

Values are kept as plain strings, numbers and lists in ``doc.user_data``, so an annotated document
can be sent between processes and written to disk (``Doc.to_bytes``, ``nlp.pipe(n_process=2)``). As
long as the document lives where it was annotated, its mentions are also kept as they were set.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from typing import Any, Generic, Literal, Protocol, Self, TypeVar

from spacy.tokens import Doc, Span, SpanGroup

from hemicycle.kinds.column import Column, Row
from hemicycle.kinds.gold import GoldHeader, GoldLetter
from hemicycle.kinds.userdata import user_data
from hemicycle.reading.cache import made_of, text_of, token_starts
from hemicycle.values import value

Stage = Literal["extract", "tag"]
Marks = Literal["filled", "underlined", "on demand"]

_NAMESPACE = "hemicycle"
_GROUP = "@"


@cache
def _getter(of: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    names = [field.name for field in fields(of)]
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda value: (get(value),)


def fields_of(value: Any) -> list[Any]:
    """The fields of a dataclass, in order."""
    return list(_getter(value.__class__)(value))


class Value(Protocol):
    """What a mention means, as a value (``values.py``) that can be packed into plain data."""

    def pack(self) -> list[Any]:
        """The fields as a list of plain values (str, int, float, None, list)."""
        ...

    @classmethod
    def unpack(cls, packed: list[Any]) -> Self:
        """The value that :meth:`pack` was called on."""
        ...


V = TypeVar("V", bound=Value)


@value
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


@value
class Packed:
    """Packing for values whose fields are all plain."""

    def pack(self) -> list[Any]:
        """The fields, in order."""
        return fields_of(self)

    @classmethod
    def unpack(cls, packed: list[Any]) -> Self:
        """The value whose fields these are."""
        return cls(*packed)


@dataclass(frozen=True, slots=True)
class MentionKind(Generic[V]):
    """A family of mentions, declared once: what it means, its table, its gold, how it looks.

    Attributes:
        name: of its table, and key in ``doc.spans`` (``dates``).
        attribute: name of the span's extension attribute (``timex``).
        value_type: the class of the values.
        description: one sentence.
        columns: its own columns, behind those that every table of mentions has.
        cells: a value as the cells of these columns.
        stage: which stage makes its rows.
        components: the components of ``models/pipeline.cfg`` that its rows need.
        labels: its name on the page, by language.
        colour: of its marks on the page, on light and on dark ground; empty if none.
        marks: how the page marks its mentions: filled, underlined, or only when it is asked to.
        letters: the letters of annotated texts that stand for it.
        header: what annotated texts say of it in their header.
        key: columns that tell apart the rows of one place, none where a place has one row; the
            span's label tells their mentions apart.
        speaker: the speaker that a value itself names, for the column of that name; by default it
            is whoever utters the words.
    """

    name: str
    attribute: str
    value_type: type[V]
    description: str
    columns: tuple[Column, ...]
    cells: Callable[[V], Row]
    stage: Stage
    components: tuple[str, ...]
    labels: Mapping[str, str]
    colour: tuple[str, str] | None = None
    marks: Marks = "filled"
    letters: tuple[GoldLetter, ...] = ()
    header: GoldHeader | None = None
    key: tuple[str, ...] = ()
    speaker: Callable[[V], str] | None = None

    def register(self) -> None:
        """Declare the extension attributes; calling it again changes nothing."""
        if not Span.has_extension("offsets"):
            Span.set_extension("offsets", getter=offsets)
        if not Span.has_extension(self.attribute):
            Span.set_extension(self.attribute, getter=self.value_of)

    def value_of(self, span: Span) -> V | None:
        """The typed value of a span of this family, None for any other span."""
        packed = user_data(span.doc).get((_NAMESPACE, self.name, span.id_, span.label_))
        return None if packed is None else self.value_type.unpack(packed)

    def set(self, doc: Doc, mentions: Iterable[Mention[V]], spans_key: str = "") -> None:
        """Write the mentions of a document, in the order of the text, replacing earlier ones.

        A mention need not begin or end where a token does: the span is then widened to whole
        tokens, and ``span._.offsets`` keeps the exact place. Of several mentions with one key
        (:attr:`key`) the first that is given stays.

        Args:
            doc: the document.
            mentions: its mentions of this kind.
            spans_key: their key in ``doc.spans``, the kind's name by default.
        """
        spans_key = spans_key or self.name
        mentions = list(mentions)
        if not mentions:
            group = doc.spans[spans_key] = SpanGroup(doc, name=spans_key, spans=[])
            made_of(doc)[self.name, spans_key] = group, ()
            return
        # The value of a span is found by its id, which tells the groups of two components apart.
        ending = "" if spans_key == self.name else f"{_GROUP}{spans_key}"
        spans: list[Span] = []
        kept: list[Mention[V]] = []
        store = user_data(doc)
        places, length = token_starts(doc), len(text_of(doc))
        one_a_key: dict[tuple[int, int, str], Mention[V]] = {}
        for mention in mentions:
            label = mention.label if self.key else ""
            one_a_key.setdefault((mention.start, mention.end, label), mention)
        for mention in [one_a_key[key] for key in sorted(one_a_key)]:
            first = bisect_right(places, mention.start) - 1
            stop = bisect_left(places, mention.end)
            if not 0 <= first < stop or mention.end > length:
                continue
            place = f"{mention.start}-{mention.end}{ending}"
            spans.append(Span(doc, first, stop, label=mention.label, span_id=place))
            kept.append(mention)
            store[_NAMESPACE, self.name, place, mention.label] = mention.value.pack()
        group = doc.spans[spans_key] = SpanGroup(doc, name=spans_key, spans=spans)
        # The group, by which another one is told, and its mentions.
        made_of(doc)[self.name, spans_key] = group, tuple(kept)

    def read(self, doc: Doc, spans_key: str = "") -> tuple[Mention[V], ...]:
        """The mentions of a document with exact offsets; none if the component did not run.

        Args:
            doc: the document.
            spans_key: their key in ``doc.spans``, the kind's name by default.
        """
        spans_key = spans_key or self.name
        # Its own methods are Python's, and each table of each document is asked for.
        group = doc.spans.data.get(spans_key)
        if group is None:
            return ()
        of_set: SpanGroup | None
        mentions: tuple[Mention[V], ...]
        of_set, mentions = made_of(doc).get((self.name, spans_key), (None, ()))
        # Anybody may put another group there, or take spans out of this one.
        if of_set is not None and of_set is group and len(of_set) == len(mentions):
            return mentions
        return tuple(self._unpacked(group))

    def _unpacked(self, group: SpanGroup) -> Iterator[Mention[V]]:
        for span in group:
            value = self.value_of(span)
            if value is not None:
                start, end = offsets(span)
                yield Mention(start, end, span.label_, value)


def offsets(span: Span) -> tuple[int, int]:
    """Exact first and one-past-last character of a mention in ``doc.text``, from 0."""
    start, _, end = span.id_.partition(_GROUP)[0].partition("-")
    if start.isdigit() and end.isdigit():
        return int(start), int(end)
    return span.start_char, span.end_char
