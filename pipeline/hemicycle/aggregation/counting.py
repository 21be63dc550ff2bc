"""The summaries that count rows of a table, for several ways of grouping the documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hemicycle.aggregation.base import Base
from hemicycle.aggregation.sql import listed, literal, quoted
from hemicycle.tables.registry import DOCUMENT, Grouping, Summary, Table

_NAMED_WITH = 10
_EXACT = "form IN ('exact', 'approximate') AND kind <> 'percent' AND per = ''"


def count(base: Base, summary: Summary, groupings: Sequence[Grouping]) -> Iterator[str]:
    """Count the rows of a summary.

    Returns:
        For each grouping, the documents last, the query that gives its lines: by group and period,
        most mentioned first, then by name.
    """
    keys = listed(summary.keys)
    numbers = ""
    if summary.numbers:
        numbers = (
            f", sum(CASE WHEN {_EXACT} THEN {_decimal('value')} END) AS total, min({_bound('low')})"
            f" AS lowest, max({_bound('high')}) AS highest"
        )
    base.run(
        f"CREATE OR REPLACE TABLE counted AS SELECT doc_id, {keys}, count(*) AS n{numbers} "
        f"FROM {_source(summary)} GROUP BY doc_id, {keys}"
    )
    if not next(base.rows("SELECT count(*) FROM counted"))[0]:
        return  # planning its queries would take longer than all else of a small run
    for number, grouping in enumerate(groupings):
        yield _lines(summary, grouping.dimension, f"g{number}", f"p{number}", base.excel)
    yield _lines(summary, DOCUMENT, "doc_id", "''", base.excel)


def _source(summary: Summary) -> str:
    if summary.roles:
        return "named"
    if summary.of.name in ("themes", "keywords"):
        return f"(SELECT * FROM {summary.of.name} WHERE speech = '')"
    return summary.of.name


def _decimal(cell: str) -> str:
    return f"try_cast({cell} AS DECIMAL(38, 10))"


def _bound(name: str) -> str:
    cell = f"CASE WHEN {name} = '' THEN value ELSE {name} END"
    return _decimal(cell)


def _lines(summary: Summary, dimension: str, group: str, period: str, excel: bool) -> str:
    keys = listed(summary.keys)
    same = " AND ".join(f"a.{quoted(key)} = b.{quoted(key)}" for key in summary.keys)
    where = f"a.g = b.g AND a.p = b.p AND {same}"
    added = ", sum(total) AS total, min(lowest) AS lowest, max(highest) AS highest"
    placed = f"(SELECT doc_id, day, of_words, of_speeches, {group} AS g, {period} AS p FROM docs)"
    queries = [
        f"placed AS {placed}",
        "bases AS (SELECT g, p, count(*) AS of_documents, sum(of_words) AS of_words, "
        "sum(of_speeches) AS of_speeches FROM placed GROUP BY g, p)",
        f"counts AS (SELECT g, p, {keys}, sum(n) AS n, count(*) AS documents, "
        "coalesce(min(nullif(day, '')), '') AS first, coalesce(max(day), '') AS last"
        f"{added if summary.numbers else ''} "
        f"FROM counted JOIN placed USING (doc_id) GROUP BY g, p, {keys})",
    ]
    joins = "JOIN bases b0 ON a.g = b0.g AND a.p = b0.p"
    cells = [
        f"words_cell({literal(dimension)})",
        "words_cell(a.g)",
        "words_cell(a.p)",
        *(f"words_cell(a.{quoted(key)})" for key in summary.keys),
        "a.n",
        _shown("part(a.n, sum(a.n) OVER (PARTITION BY a.g, a.p))", excel),
        "a.documents, of_documents, of_words, of_speeches, a.first, a.last",
    ]
    if summary.roles:
        queries += [
            _named("roles", "SELECT *, role AS word, 1 AS n FROM named WHERE role <> ''", keys)
        ]
        queries += [_named("others", "SELECT *, other AS word FROM companions", keys, _NAMED_WITH)]
        for table in ("roles", "others"):
            joins += f" LEFT JOIN {table} ON {where.replace('b.', f'{table}.')}"
        cells += ["words_cell(coalesce(roles.told, ''))", "words_cell(coalesce(others.told, ''))"]
    if summary.numbers:
        cells += [
            _shown(f"coalesce(plain(a.{name}::VARCHAR), '')", excel)
            for name in ("total", "lowest", "highest")
        ]
    order = listed(summary.keys, "a.")
    return (
        f"WITH {', '.join(queries)} SELECT {joined(cells, excel)} FROM counts a {joins} "
        f"ORDER BY a.g, a.p, a.n DESC, {order}"
    )


def _named(name: str, source: str, keys: str, most: int | None = None) -> str:
    """Words with how often, most frequent first, of each group and key."""
    kept = f"WHERE rank <= {most}" if most else ""
    return (
        f"{name} AS (SELECT g, p, {keys}, "
        "string_agg(word || ' (' || n || ')', '; ' ORDER BY rank) AS told FROM ("
        f"SELECT *, row_number() OVER (PARTITION BY g, p, {keys} ORDER BY n DESC, word) AS rank "
        f"FROM (SELECT g, p, {keys}, word, sum(s.n) AS n FROM ({source}) s "
        f"JOIN placed USING (doc_id) GROUP BY g, p, {keys}, word)) {kept} GROUP BY g, p, {keys})"
    )


def _shown(number: str, excel: bool) -> str:
    return f"replace({number}, '.', ',')" if excel else number


def joined(cells: Sequence[str], excel: bool) -> str:
    """Cells as a line of a CSV file."""
    delimiter = ";" if excel else ","
    return f"concat_ws('{delimiter}', {', '.join(cells)})"


def line_of(table: Table, source: str, order: str, excel: bool) -> str:
    """The query for the lines of a table, from rows that have its columns."""
    cells = []
    for column in table.columns:
        cell = f"r.{quoted(column.name)}"
        if column.type == "string":
            cell = f"words_cell({cell})"
        elif column.type == "number":
            cell = _shown(f"{cell}::VARCHAR", excel)
        cells.append(cell)
    return f"SELECT {joined(cells, excel)} FROM {source} r ORDER BY {order}"
