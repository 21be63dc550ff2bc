"""The summaries that count rows of a table, for several ways of grouping the documents."""

from __future__ import annotations

from collections.abc import Sequence

from hemicycle.aggregation.base import Base
from hemicycle.aggregation.sql import listed, literal, quoted
from hemicycle.tables.registry import DOCUMENT, Grouping, Summary, Table

_NAMED_WITH = 10
_EXACT = "form IN ('exact', 'approximate') AND kind <> 'percent' AND per = ''"


def place(base: Base, groupings: Sequence[Grouping]) -> None:
    """Say of each document where it stands in each grouping, and what there is of each group.

    Args:
        base: where ``docs`` stands, with the group ``g0`` and period ``p0`` of the first grouping.
        groupings: the ways of grouping; each document by itself comes last.
    """
    places = [
        f"SELECT {number} AS d, {literal(grouping.dimension)} AS dimension, doc_id, "
        f"g{number} AS g, p{number} AS p FROM docs"
        for number, grouping in enumerate(groupings)
    ]
    places.append(f"SELECT {len(groupings)}, {literal(DOCUMENT)}, doc_id, doc_id, '' FROM docs")
    base.run(f"CREATE TABLE placed AS {' UNION ALL '.join(places)}")
    base.run(
        "CREATE TABLE bases AS SELECT d, dimension, g, p, count(*) AS of_documents, sum(of_words) "
        "AS of_words, sum(of_speeches) AS of_speeches FROM placed JOIN docs USING (doc_id) "
        "GROUP BY d, dimension, g, p"
    )


def count(base: Base, summary: Summary) -> str:
    """Count the rows of a summary.

    Returns:
        The query that gives its lines: by grouping, group and period, most mentioned first, then by
        name.
    """
    keys = listed(summary.keys)
    numbers = ""
    if summary.numbers:
        numbers = (
            f", sum(CASE WHEN {_EXACT} THEN {_decimal('value')} END) AS total, min({_bound('low')})"
            f" AS lowest, max({_bound('high')}) AS highest"
        )
    if summary.words:
        numbers = f", sum({_decimal('share')}) AS told"
    base.run(
        f"CREATE OR REPLACE TABLE counted AS SELECT doc_id, {keys}, count(*) AS n{numbers} "
        f"FROM {_source(summary)} GROUP BY doc_id, {keys}"
    )
    return _lines(summary, base.excel)


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


def _lines(summary: Summary, excel: bool) -> str:
    keys = listed(summary.keys)
    added = ""
    if summary.numbers:
        added = ", sum(total) AS total, min(lowest) AS lowest, max(highest) AS highest"
    elif summary.words:
        added = ", sum(round(told * docs.of_words, 0)::BIGINT) AS told_words"
    queries = [
        f"counts AS (SELECT d, g, p, {keys}, sum(n) AS n, count(*) AS documents, "
        "coalesce(min(nullif(day, '')), '') AS first, coalesce(max(day), '') AS last"
        f"{added} FROM counted JOIN placed USING (doc_id) "
        f"JOIN docs USING (doc_id) GROUP BY d, g, p, {keys})",
    ]
    joins = "JOIN bases USING (d, g, p)"
    cells = [
        "words_cell(dimension)",
        "words_cell(g)",
        "words_cell(p)",
        *(f"words_cell({quoted(key)})" for key in summary.keys),
        "n",
        _shown("part(n, sum(n) OVER (PARTITION BY d, g, p))", excel),
        "documents, of_documents, of_words, of_speeches, first, last",
    ]
    if summary.roles:
        roles = "SELECT *, role AS word, 1 AS n FROM named WHERE role <> ''"
        others = "SELECT *, other AS word FROM companions"
        queries += [_named("roles", roles, keys), _named("others", others, keys, _NAMED_WITH)]
        for table in ("roles", "others"):
            joins += f" LEFT JOIN {table} USING (d, g, p, {keys})"
            cells.append(f"words_cell(coalesce({table}.told, ''))")
    if summary.numbers:
        cells += [
            _shown(f"coalesce(plain({name}::VARCHAR), '')", excel)
            for name in ("total", "lowest", "highest")
        ]
    elif summary.words:
        cells += ["told_words", _shown("part(told_words, of_words)", excel)]
    return (
        f"WITH {', '.join(queries)} SELECT {joined(cells, excel)} FROM counts {joins} "
        f"ORDER BY d, g, p, n DESC, {keys}"
    )


def _named(name: str, source: str, keys: str, most: int | None = None) -> str:
    """Words with how often, most frequent first, of each group and key."""
    kept = f"WHERE rank <= {most}" if most else ""
    where = f"d, g, p, {keys}"
    return (
        f"{name} AS (SELECT {where}, "
        "string_agg(word || ' (' || n || ')', '; ' ORDER BY rank) AS told FROM ("
        f"SELECT *, row_number() OVER (PARTITION BY {where} ORDER BY n DESC, word) AS rank "
        f"FROM (SELECT {where}, word, sum(s.n) AS n FROM ({source}) s "
        f"JOIN placed USING (doc_id) GROUP BY {where}, word)) {kept} GROUP BY {where})"
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
