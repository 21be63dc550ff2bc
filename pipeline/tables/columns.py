"""What a column and a table are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pipeline.tables.rows import Annotated

ColumnType = Literal["string", "integer", "number", "date"]
Scope = Literal["document", "corpus", "summary", "run"]
Stage = Literal["extract", "tag"]
STAGES: tuple[Stage, ...] = ("extract", "tag")
Row = list[str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its Frictionless type, what it means, what it must hold.

    ``unit`` says what a number counts: `code point`, `word`, or the column that names the unit.
    """

    name: str
    type: ColumnType
    description: str
    required: bool = False
    choices: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the outputs.

    Attributes:
        name: its file name without suffix.
        description: one sentence.
        columns: in the order of the file.
        scope: ``document`` (one file a document and one for the corpus), ``corpus``,
            ``summary`` or ``run``.
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
    rows: Callable[[Annotated], Iterator[Row]] | None = None

    @property
    def number_columns(self) -> list[str]:
        """Names of the columns whose cells are decimal numbers."""
        return [column.name for column in self.columns if column.type == "number"]

    @property
    def header(self) -> list[str]:
        """The names of the columns."""
        return [column.name for column in self.columns]
