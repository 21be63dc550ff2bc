"""The output tables: every column declared once, for the writer, the schema, the reader, the docs.

Columns and tables are described in :mod:`.columns`, the tables themselves in :mod:`.documents`,
:mod:`.corpus` and :mod:`.summaries`; how rows are taken from a ``Doc`` is in :mod:`.rows`.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from hemicycle.kinds.cells import plain_number
from hemicycle.kinds.column import Column, ColumnType, Row
from hemicycle.kinds.mention import Stage
from hemicycle.kinds.tag import is_of_document
from hemicycle.tables.annotated import Annotated
from hemicycle.tables.corpus import (
    CORPUS_TABLES,
    DOCUMENTS,
    ENTITY_INDEXES,
    FAILURES,
    INDEXES,
    LAWS_INDEX,
    PEOPLE_INDEX,
    documents_with,
)
from hemicycle.tables.documents import (
    AMOUNTS,
    DOCUMENT_TABLES,
    KEYWORDS,
    PEOPLE,
    SECTORS,
    THEMES,
)
from hemicycle.tables.summaries import (
    DOCUMENT,
    KEYWORDS_DISTINCTIVE,
    OVERALL,
    PEOPLE_TOGETHER,
    SPEAKER_THEMES,
    SPEAKERS,
    SUMMARIES,
    SUMMARY_TABLES,
    TIMELINE,
    UNDATED,
    Grouping,
    Summary,
    groupings_by,
)
from hemicycle.tables.table import STAGES, Table

__all__ = [
    "AMOUNTS",
    "CORPUS_TABLES",
    "DOCUMENT",
    "DOCUMENTS",
    "DOCUMENT_TABLES",
    "ENTITY_INDEXES",
    "FAILURES",
    "INDEXES",
    "KEYWORDS",
    "KEYWORDS_DISTINCTIVE",
    "LAWS_INDEX",
    "OVERALL",
    "PEOPLE",
    "PEOPLE_INDEX",
    "PEOPLE_TOGETHER",
    "SECTORS",
    "SPEAKERS",
    "SPEAKER_THEMES",
    "STAGES",
    "SUMMARIES",
    "SUMMARY_TABLES",
    "THEMES",
    "TIMELINE",
    "UNDATED",
    "Column",
    "ColumnType",
    "Grouping",
    "Row",
    "Stage",
    "Summary",
    "Table",
    "components_for",
    "documents_with",
    "groupings_by",
    "is_of_document",
    "plain_number",
    "rows_of",
    "tables_of",
]


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
    annotated = Annotated(doc)
    for table in tables:
        if table.rows is not None:
            found[table.name] = [[doc_id, *row] for row in table.rows(annotated)]
    return found
