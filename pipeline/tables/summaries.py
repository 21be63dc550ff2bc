"""The tables of counts: one topic, counted over the corpus, by month and by document."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.tables.columns import Column, Table
from pipeline.tables.documents import AMOUNTS, DOC_ID, KEYWORDS, PEOPLE, SECTORS, THEMES

_MENTIONS = Column("mentions", "integer", "number of rows", required=True, minimum=1)
_DOCUMENTS = Column("documents", "integer", "number of documents", required=True, minimum=1)
_PERIOD = Column("period", "string", "month of the documents (`2025-12`), empty if undated")
_DATES = (
    Column("first_date", "date", "date of the first dated document"),
    Column("last_date", "date", "date of the last dated document"),
)


@dataclass(frozen=True, slots=True)
class Summary:
    """What is counted of one table.

    Attributes:
        of: the table whose rows are counted.
        keys: the columns whose values make a group, each sum kept apart.
        roles: whether the roles of the group are listed, with how often each.
        bounds: whether the lowest and highest value of the group are shown.
    """

    of: Table
    keys: tuple[str, ...]
    roles: bool = False
    bounds: bool = False
    _columns: tuple[Column, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        columns = {column.name: column for column in self.of.columns}
        object.__setattr__(self, "_columns", tuple(columns[key] for key in self.keys))

    @property
    def overall(self) -> Table:
        """Counts over the whole corpus."""
        extra: tuple[Column, ...] = _DATES
        if self.roles:
            extra += (Column("roles", "string", "roles with how often, separated by `; `"),)
        if self.bounds:
            extra += (
                Column("lowest", "number", "lowest value stated"),
                Column("highest", "number", "highest value stated"),
            )
        return Table(
            self.of.name,
            f"{self.of.name.capitalize()} counted over the corpus.",
            (*self._columns, _MENTIONS, _DOCUMENTS, *extra),
            scope="summary",
        )

    @property
    def by_period(self) -> Table:
        """Counts by month of the documents."""
        return Table(
            f"{self.of.name}_by_period",
            f"{self.of.name.capitalize()} counted by month.",
            (_PERIOD, *self._columns, _MENTIONS, _DOCUMENTS),
            scope="summary",
        )

    @property
    def by_document(self) -> Table:
        """Counts by document."""
        return Table(
            f"{self.of.name}_by_document",
            f"{self.of.name.capitalize()} counted by document.",
            (DOC_ID, *self._columns, _MENTIONS),
            scope="summary",
        )


SUMMARIES = (
    Summary(PEOPLE, ("name",), roles=True),
    Summary(AMOUNTS, ("kind", "unit"), bounds=True),
    Summary(SECTORS, ("section", "division", "sector")),
    Summary(THEMES, ("code", "theme")),
    Summary(KEYWORDS, ("keyword",)),
)
