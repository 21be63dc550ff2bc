"""The tables of mentions and of tags: one file a document, and one for the corpus.

Each is the table of one kind (:mod:`hemicycle.kinds.registry`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from hemicycle.kinds.column import Column, Row
from hemicycle.kinds.mention import MentionKind
from hemicycle.kinds.quotes import QUOTES as QUOTES_KIND
from hemicycle.kinds.reactions import REACTIONS as REACTIONS_KIND
from hemicycle.kinds.registry import KINDS, Kind
from hemicycle.kinds.speeches import SPEECHES as SPEECHES_KIND
from hemicycle.kinds.tag import SPEECH, TagKind
from hemicycle.tables.annotated import Annotated
from hemicycle.tables.table import Table

DOC_ID = Column("doc_id", "string", "the document: name of its folder", required=True)
PLACE = (
    DOC_ID,
    Column(
        "start_char",
        "integer",
        "first character in text.txt, counted in Unicode code points from 0",
        required=True,
        minimum=0,
        unit="code point",
    ),
    Column(
        "end_char",
        "integer",
        "one past the last character",
        required=True,
        minimum=1,
        unit="code point",
    ),
    Column("text", "string", "the words themselves, as in text.txt", required=True),
    Column(
        "sentence",
        "string",
        "the sentence on one line, at most 600 characters around the mention, `…` where cut",
        required=True,
    ),
    Column(
        "speech",
        "integer",
        "number in `speeches` of the turn in which the mention stands, empty outside turns",
        minimum=1,
    ),
)
_UTTERER = Column(
    "speaker",
    "string",
    "who utters these words: within an attributed quotation the person quoted, else the speaker of "
    "the turn, else the document's speaker, else empty",
)
_NAMED = Column("speaker", "string", "canonical name of whoever speaks, empty if not named")
_OF_SPEECH = Column(
    SPEECH,
    "integer",
    "number in `speeches` of the turn that it is said of, empty: of the whole document",
    minimum=1,
)
_WHO = Column(
    "speaker",
    "string",
    "who speaks: the speaker of the turn; of a whole document, whoever utters all of it",
)
# What a sitting is made of stands there in whatever language it is.
_OF_TURNS = (SPEECHES_KIND.name, REACTIONS_KIND.name)
# Everything that is said may be said in a turn, or by someone quoted.
_SPEAKER_COMPONENTS = (*SPEECHES_KIND.components, *QUOTES_KIND.components)


def table_of(kind: Kind) -> Table:
    """The table of one kind."""
    if not isinstance(kind, MentionKind):
        return Table(
            kind.name,
            kind.description,
            (DOC_ID, _OF_SPEECH, _WHO, *kind.columns),
            stage=kind.stage,
            components=(*SPEECHES_KIND.components, *kind.components),
            rows=_tag_rows(kind),
            key=("doc_id", "speech", *kind.key),
        )
    return Table(
        kind.name,
        kind.description,
        (*PLACE, _NAMED if kind.speaker else _UTTERER, *kind.columns),
        stage=kind.stage,
        components=(*_SPEAKER_COMPONENTS, *kind.components),
        rows=_mention_rows(kind),
        key=("doc_id", "start_char", "end_char", *kind.key),
    )


def _mention_rows(kind: MentionKind[Any]) -> Callable[[Annotated], Iterator[Row]]:
    """Their place, their sentence, their speaker, and the cells of their value."""
    named = kind.speaker
    of_words = kind.name not in _OF_TURNS

    def rows(annotated: Annotated) -> Iterator[Row]:
        for mention in kind.read(annotated.doc):
            start, end = mention.start, mention.end
            if of_words and annotated.is_foreign(start):
                continue
            yield [
                str(start),
                str(end),
                annotated.text[start:end],
                annotated.sentences.on_one_line(start, end),
                annotated.turns.number_at(start, end),
                named(mention.value) if named else annotated.utterers.at(start, end),
                *kind.cells(mention.value),
            ]

    return rows


def _tag_rows(kind: TagKind[Any]) -> Callable[[Annotated], Iterator[Row]]:
    """Those of the document first, then those of its speeches in order."""

    def rows(annotated: Annotated) -> Iterator[Row]:
        for tag in kind.read(annotated.doc):
            yield ["", annotated.only_speaker, *kind.cells(tag)]
        for number, tags in kind.read_of_speeches(annotated.doc).items():
            speaker = annotated.turns.speaker_of(number)
            for tag in tags:
                yield [str(number), speaker, *kind.cells(tag)]

    return rows


DOCUMENT_TABLES = tuple(table_of(kind) for kind in KINDS)
DOCUMENT_TABLE = {table.name: table for table in DOCUMENT_TABLES}
AMOUNTS = DOCUMENT_TABLE["amounts"]
KEYWORDS = DOCUMENT_TABLE["keywords"]
LAWS = DOCUMENT_TABLE["laws"]
PEOPLE = DOCUMENT_TABLE["people"]
QUOTES = DOCUMENT_TABLE["quotes"]
SECTORS = DOCUMENT_TABLE["sectors"]
SPEECHES = DOCUMENT_TABLE["speeches"]
THEMES = DOCUMENT_TABLE["themes"]
