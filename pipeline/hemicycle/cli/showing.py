"""Keywords, themes and sectors of a few texts on the terminal: what ``hemicycle tag TEXT`` does."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.markup import escape
from rich.table import Table as RichTable

from hemicycle.cli.terminal import printable
from hemicycle.document import Document, Failure
from hemicycle.ingestion.documents import read_documents
from hemicycle.settings import Settings
from hemicycle.tables.registry import KEYWORDS, SECTORS, THEMES, Row, Table, is_of_document

_TABLES = (KEYWORDS, THEMES, SECTORS)


def show_tags(inputs: list[str], settings: Settings) -> tuple[int, list[Failure]]:
    """Print the tags of texts; nothing is written.

    Args:
        inputs: files, folders, glob patterns, or ``-``.
        settings: how to read.

    Returns:
        The number of texts shown, and what failed.

    Raises:
        ResourceError: ``models/`` or the model is absent.
    """
    from hemicycle.running.executors.choice import read_all

    documents: list[Document] = []
    failures: list[Failure] = []
    for found in read_documents(inputs, settings):
        if isinstance(found, Failure):
            failures.append(found)
        else:
            documents.append(found)
    console = Console()
    for document, rows in read_all(documents, _TABLES, settings):
        if isinstance(rows, Failure):
            failures.append(rows)
            continue
        console.print(f"[bold]{escape(printable(document.title or document.doc_id))}[/]")
        _print(console, KEYWORDS, ("rank", "keyword", "count"), _of_document(KEYWORDS, rows))
        _print(
            console,
            THEMES,
            ("rank", "code", "theme", "score", "evidence"),
            _of_document(THEMES, rows),
        )
        _print_sectors(console, rows["sectors"])
    return len(documents), failures


def _of_document(table: Table, rows: dict[str, list[Row]]) -> list[Row]:
    """The rows that are said of the whole text."""
    return [
        row for row in rows[table.name] if is_of_document(dict(zip(table.header, row, strict=True)))
    ]


def _print(console: Console, table: Table, columns: tuple[str, ...], rows: list[Row]) -> None:
    shown = RichTable(*columns, title=table.name, title_justify="left")
    places = [table.header.index(name) for name in columns]
    for row in rows:
        shown.add_row(*(escape(printable(row[place])) for place in places))
    console.print(shown)


def _print_sectors(console: Console, rows: list[Row]) -> None:
    """Branches by how often they are named, each with the words that name it."""
    columns = ("section", "division", "sector", "term")
    section, division, sector, term = (SECTORS.header.index(name) for name in columns)
    named = Counter((row[section], row[division], row[sector]) for row in rows)
    shown = RichTable("mentions", *columns, title=SECTORS.name, title_justify="left")
    for key, number in named.most_common():
        terms = dict.fromkeys(row[term] for row in rows if (row[section], row[division]) == key[:2])
        shown.add_row(str(number), *map(escape, key), escape("; ".join(terms)))
    console.print(shown)
