"""The output tables: every column declared once, for the writer, the schema, the reader, the docs.

A table of mentions or tags also knows how its rows are taken from an annotated ``Doc``; rows are
lists of strings in the order of the columns, ready for a CSV writer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from spacy.tokens import Doc

from pipeline.annotation import values
from pipeline.annotation.mentions import MentionKind

ColumnType = Literal["string", "integer", "number", "date"]
Scope = Literal["document", "corpus", "run"]
Stage = Literal["extract", "tag"]
Row = list[str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its Frictionless type, what it means, what it must hold."""

    name: str
    type: ColumnType
    description: str
    required: bool = False
    choices: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the outputs.

    Attributes:
        name: its file name without suffix.
        description: one sentence.
        columns: in the order of the file.
        scope: ``document`` (one file a document and one for the corpus), ``corpus``, or ``run``.
        stage: which stage makes its rows, None if no component does.
        components: the components of ``models/pipeline.cfg`` that its rows need.
        rows: takes the rows from an annotated document, without ``doc_id``.
    """

    name: str
    description: str
    columns: tuple[Column, ...]
    scope: Scope = "document"
    stage: Stage | None = None
    components: tuple[str, ...] = ()
    rows: Callable[[Doc], Iterator[Row]] | None = None

    @property
    def header(self) -> list[str]:
        """The names of the columns."""
        return [column.name for column in self.columns]


_DOC_ID = Column("doc_id", "string", "the document: name of its folder", required=True)
_MENTION = (
    _DOC_ID,
    Column(
        "start_char",
        "integer",
        "first character in text.txt, counted in Unicode code points from 0",
        required=True,
        minimum=0,
    ),
    Column("end_char", "integer", "one past the last character", required=True, minimum=1),
    Column("text", "string", "the words themselves, as in text.txt", required=True),
    Column("sentence", "string", "the whole sentence, on one line", required=True),
)


def plain_number(number: Decimal | float | None) -> str:
    """A number in digits with a point and no exponent, empty for None."""
    if number is None:
        return ""
    text = format(number if isinstance(number, Decimal) else Decimal(str(number)), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


class _Sentences:
    """The sentence at a character of a document."""

    def __init__(self, doc: Doc) -> None:
        self._text = doc.text
        marked = doc.has_annotation("SENT_START")
        self._starts = [s.start_char for s in doc.sents] if marked and len(doc) else [0]

    def at(self, start: int) -> str:
        index = max(0, bisect_right(self._starts, start) - 1)
        last = index + 1 == len(self._starts)
        end = len(self._text) if last else self._starts[index + 1]
        sentence = self._text[self._starts[index] : end]
        return " ".join(part.strip() for part in sentence.splitlines() if part.strip())


def _mention_rows(
    kind: MentionKind[Any], cells: Callable[[Any], Row]
) -> Callable[[Doc], Iterator[Row]]:
    def rows(doc: Doc) -> Iterator[Row]:
        sentences = None
        text = doc.text
        for mention in kind.read(doc):
            sentences = sentences or _Sentences(doc)
            start, end = mention.start, mention.end
            yield [
                str(start),
                str(end),
                text[start:end],
                sentences.at(start),
                *cells(mention.value),
            ]

    return rows


def _person_cells(person: values.Person) -> Row:
    return [person.name, person.role, person.mention]


def _timex_cells(timex: values.Timex) -> Row:
    return [timex.type, timex.value, timex.mod, timex.begin, timex.end]


def _amount_cells(amount: values.Amount) -> Row:
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


def _sector_cells(sector: values.Sector) -> Row:
    return [sector.section, sector.division, sector.sector, sector.term]


def _theme_rows(doc: Doc) -> Iterator[Row]:
    for theme in doc._.themes:
        yield [
            theme.code,
            theme.theme,
            plain_number(round(theme.score, 4)),
            str(theme.rank),
            "; ".join(theme.evidence),
        ]


def _keyword_rows(doc: Doc) -> Iterator[Row]:
    for keyword in doc._.keywords:
        yield [
            keyword.keyword,
            plain_number(round(keyword.score, 4)),
            str(keyword.rank),
            str(keyword.count),
        ]


_SCORE = Column("score", "number", "strength, 0 to 1", required=True, minimum=0, maximum=1)
_RANK = Column("rank", "integer", "1 for the strongest of the document", required=True, minimum=1)

PEOPLE = Table(
    "people",
    "Mentions of people, by name or by a function that stands for a person.",
    (
        *_MENTION,
        Column("name", "string", "one canonical name per person and document", required=True),
        Column("role", "string", "function that the text gives with this mention"),
        Column(
            "mention",
            "string",
            "`name`, or `role` where a function alone stands for the person",
            required=True,
            choices=("name", "role"),
        ),
    ),
    stage="extract",
    components=("ner", "hemicycle_people"),
    rows=_mention_rows(values.PEOPLE, _person_cells),
)
DATES = Table(
    "dates",
    "Temporal expressions, by TIMEX3.",
    (
        *_MENTION,
        Column(
            "type",
            "string",
            "TIMEX3 type",
            required=True,
            choices=("DATE", "TIME", "DURATION", "SET"),
        ),
        Column("value", "string", "TIMEX3 value", required=True),
        Column("mod", "string", "TIMEX3 mod: APPROX, START, MID, END, BEFORE, AFTER..."),
        Column("begin", "date", "first ISO day covered, empty for durations and sets"),
        Column("end", "date", "last ISO day covered, empty for durations and sets"),
    ),
    stage="extract",
    components=("hemicycle_dates",),
    rows=_mention_rows(values.DATES, _timex_cells),
)
AMOUNTS = Table(
    "amounts",
    "Sums of money, shares, counts and measures.",
    (
        *_MENTION,
        Column(
            "kind",
            "string",
            "what sort of amount",
            required=True,
            choices=("money", "percent", "count", "measure"),
        ),
        Column(
            "value", "number", "the stated number, or the lower bound of a range", required=True
        ),
        Column("low", "number", "lower bound, equal to `value` when exact, empty when open"),
        Column("high", "number", "upper bound, equal to `value` when exact, empty when open"),
        Column(
            "unit",
            "string",
            "ISO 4217 code, `%`, `pp` (points), unit symbol, or lemma of what is counted",
        ),
        Column("per", "string", "what it is per (`month`, `m³`)"),
        Column(
            "modifier",
            "string",
            "bound or approximation",
            choices=("approx", "more_than", "less_than"),
        ),
        Column("change", "string", "direction of a change", choices=("up", "down")),
        Column("measure", "string", "what the amount measures"),
        Column("date", "string", "TIMEX3 value of the date it goes with"),
    ),
    stage="extract",
    components=("hemicycle_dates", "hemicycle_amounts"),
    rows=_mention_rows(values.AMOUNTS, _amount_cells),
)
SECTORS = Table(
    "sectors",
    "Mentions of branches of the economy, by NAF rév. 2.",
    (
        *_MENTION,
        Column("section", "string", "NAF rév. 2 section letter", required=True),
        Column("division", "string", "NAF rév. 2 division, empty where the text is less precise"),
        Column(
            "sector", "string", "French label of the division, or of the section", required=True
        ),
        Column("term", "string", "lemma or phrase that triggered it", required=True),
    ),
    stage="tag",
    components=("hemicycle_sectors",),
    rows=_mention_rows(values.SECTORS, _sector_cells),
)
THEMES = Table(
    "themes",
    "Policy topics that a document is tagged with, by the Comparative Agendas Project.",
    (
        _DOC_ID,
        Column("code", "string", "CAP major topic code", required=True),
        Column("theme", "string", "French label of the topic", required=True),
        _SCORE,
        _RANK,
        Column("evidence", "string", "the terms that weighed most, separated by `; `"),
    ),
    stage="tag",
    components=("hemicycle_themes",),
    rows=_theme_rows,
)
KEYWORDS = Table(
    "keywords",
    "Words and phrases that tell what a document is about.",
    (
        _DOC_ID,
        Column("keyword", "string", "the keyword", required=True),
        _SCORE,
        _RANK,
        Column("count", "integer", "how often it stands in the document", required=True, minimum=1),
    ),
    stage="tag",
    components=("ner", "hemicycle_keywords"),
    rows=_keyword_rows,
)

DOCUMENT_TABLES = (PEOPLE, DATES, AMOUNTS, SECTORS, THEMES, KEYWORDS)

DOCUMENTS = Table(
    "documents",
    "The documents of the corpus; further columns hold any metadata that came with them.",
    (
        _DOC_ID,
        Column("source_id", "string", "the record's own id"),
        Column("path", "string", "where it was read"),
        Column("title", "string", "title"),
        Column("date", "date", "day it was written or spoken"),
        Column(
            "date_from",
            "string",
            "where the date was found",
            choices=("option", "metadata", "file name", "text"),
        ),
        Column("speaker", "string", "speaker or author"),
        Column("source", "string", "publisher or address"),
        Column("language", "string", "ISO 639-1 code"),
        Column("country", "string", "ISO 3166-1 alpha-2 code"),
        Column("words", "integer", "number of words", required=True, minimum=0),
        Column("sha256", "string", "SHA-256 of the source", required=True),
    ),
    scope="corpus",
)
FAILURES = Table(
    "failures",
    "What could not be read or written, and why.",
    (
        Column("path", "string", "the file", required=True),
        Column("record", "string", "line or id of the record in the file"),
        Column(
            "stage",
            "string",
            "the stage that failed",
            required=True,
            choices=("ingest", "annotate", "write"),
        ),
        Column("error", "string", "kind of error", required=True),
        Column("message", "string", "what happened, and what to do", required=True),
    ),
    scope="run",
)


def tables_of(stage: Stage | None = None) -> tuple[Table, ...]:
    """The tables of a stage, or of all stages."""
    return tuple(t for t in DOCUMENT_TABLES if stage is None or t.stage == stage)


def components_for(tables: Iterable[Table], available: Iterable[str]) -> list[str]:
    """The components that these tables need, in pipeline order.

    Sentences come with every table. A component may need others only through these tables.
    """
    needed = {"hemicycle_sentences", *(name for table in tables for name in table.components)}
    return [name for name in available if name in needed]


def rows_of(doc: Doc, doc_id: str, tables: Iterable[Table]) -> dict[str, list[Row]]:
    """The rows of an annotated document, table by table, with ``doc_id`` in front."""
    found: dict[str, list[Row]] = {}
    for table in tables:
        if table.rows is not None:
            found[table.name] = [[doc_id, *row] for row in table.rows(doc)]
    return found
