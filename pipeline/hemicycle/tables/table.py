"""What a table is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from hemicycle.kinds.column import Column, ColumnType, Row
from hemicycle.kinds.mention import Stage
from hemicycle.tables.annotated import Annotated

Scope = Literal["document", "corpus", "summary", "run"]
STAGES: tuple[Stage, ...] = ("extract", "tag")


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
        key: the columns that tell its rows apart, none if it has no key.
        header: the names of the columns.
        types: their types.
    """

    name: str
    description: str
    columns: tuple[Column, ...]
    scope: Scope = "document"
    stage: Stage | None = None
    components: tuple[str, ...] = ()
    rows: Callable[[Annotated], Iterator[Row]] | None = None
    key: tuple[str, ...] = ()
    header: list[str] = field(init=False, compare=False)
    types: list[ColumnType] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "header", [column.name for column in self.columns])
        object.__setattr__(self, "types", [column.type for column in self.columns])

    @property
    def number_columns(self) -> list[str]:
        """Names of the columns whose cells are decimal numbers."""
        return [column.name for column in self.columns if column.type == "number"]
