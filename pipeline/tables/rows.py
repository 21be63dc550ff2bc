"""Rows out of an annotated ``Doc``: lists of strings, ready for a CSV writer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cached_property
from typing import Any

from spacy.tokens import Doc

from pipeline.annotation import values
from pipeline.annotation.mentions import MentionKind
from pipeline.annotation.places_and_bodies.values import Named
from pipeline.annotation.quotes.values import Quote
from pipeline.annotation.reading import text_of
from pipeline.annotation.sentence_index import SentenceIndex
from pipeline.annotation.themes.values import Passage
from pipeline.tables.columns import Row


def plain_number(number: Decimal | float | None) -> str:
    """A number in digits with a point and no exponent, empty for None."""
    if number is None:
        return ""
    text = format(number if isinstance(number, Decimal) else Decimal(str(number)), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


class Annotated:
    """An annotated document, with what all its tables look up."""

    def __init__(self, doc: Doc) -> None:
        """Hold a document."""
        self.doc = doc
        self.text = text_of(doc)

    @cached_property
    def sentences(self) -> SentenceIndex:
        """Its sentences by place."""
        return SentenceIndex(self.doc)


def mention_rows(
    kind: MentionKind[Any], cells: Callable[[Any], Row]
) -> Callable[[Annotated], Iterator[Row]]:
    """Rows of a family of mentions: their place, their sentence, and the cells of their value."""

    def rows(annotated: Annotated) -> Iterator[Row]:
        for mention in kind.read(annotated.doc):
            start, end = mention.start, mention.end
            yield [
                str(start),
                str(end),
                annotated.text[start:end],
                annotated.sentences.on_one_line(start, end),
                *cells(mention.value),
            ]

    return rows


def person_cells(person: values.Person) -> Row:
    """Cells of a mention of a person."""
    return [person.name, person.role, person.mention]


def named_cells(named: Named) -> Row:
    """Cells of an organisation or place."""
    return [named.name]


def quote_cells(quote: Quote) -> Row:
    """Cells of a quotation."""
    start = quote.speaker_start_char
    return [quote.speaker, quote.cue, "" if start is None else str(start)]


def timex_cells(timex: values.Timex) -> Row:
    """Cells of a temporal expression."""
    return [timex.type, timex.value, timex.mod, timex.begin, timex.end]


def amount_cells(amount: values.Amount) -> Row:
    """Cells of an amount."""
    return [
        amount.kind,
        plain_number(amount.value),
        plain_number(amount.low),
        plain_number(amount.high),
        amount.unit,
        amount.per,
        amount.modifier,
        amount.change,
        amount.measure,
        amount.date,
    ]


def sector_cells(sector: values.Sector) -> Row:
    """Cells of a mention of a sector."""
    return [sector.section, sector.division, sector.sector, sector.term]


def theme_rows(annotated: Annotated) -> Iterator[Row]:
    """Rows of a document's themes."""
    for theme in annotated.doc._.themes:
        yield [
            theme.code,
            theme.theme,
            plain_number(round(theme.score, 4)),
            str(theme.rank),
            "; ".join(theme.evidence),
        ]


def passage_cells(passage: Passage) -> Row:
    """Cells of a sentence's topic."""
    return [
        passage.code,
        passage.theme,
        passage.subtopic,
        passage.subtheme,
        plain_number(round(passage.score, 4)),
        "; ".join(passage.evidence),
        "; ".join(f"{start}-{end}" for start, end in passage.places),
    ]


def keyword_rows(annotated: Annotated) -> Iterator[Row]:
    """Rows of a document's keywords."""
    for keyword in annotated.doc._.keywords:
        yield [
            keyword.keyword,
            plain_number(round(keyword.score, 4)),
            str(keyword.rank),
            str(keyword.count),
        ]
