"""Per-document tables to the tables of the corpus and to counts.

``corpus/`` holds the rows of all documents, in the order of ``doc_id``, with what only the whole
corpus can tell (who is the same person); ``summary/`` counts them. A database puts the rows
together and counts them (:mod:`.base`); what stays in memory is the documents without their texts,
and one entry a person and document.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace

from hemicycle.aggregation import comparing, indexes, rows
from hemicycle.aggregation.base import Base, counting_base
from hemicycle.aggregation.counting import count, line_of, place
from hemicycle.aggregation.people import People, read_aliases, read_gazetteer
from hemicycle.aggregation.periods import period_of
from hemicycle.aggregation.table_file import TableFile
from hemicycle.document import Document
from hemicycle.ingestion.similarity import Duplicates
from hemicycle.messages import tell
from hemicycle.outputs import OutputFolder
from hemicycle.settings import Settings, SettingsError
from hemicycle.tables.registry import (
    CORPUS_TABLES,
    ENTITY_INDEXES,
    LAWS_INDEX,
    PEOPLE_INDEX,
    SUMMARIES,
    SUMMARY_TABLES,
    UNDATED,
    Grouping,
    Row,
    Table,
    documents_with,
    groupings_by,
)

_LOG = logging.getLogger(__name__)


def aggregate(folder: OutputFolder, settings: Settings | None = None) -> int:
    """Write ``corpus/`` and ``summary/`` from the documents of an output folder.

    Args:
        folder: the folder.
        settings: ``by``, ``freq``, ``aliases`` and ``gazetteer`` are looked at; the defaults if
            None.

    Returns:
        The number of documents.

    Raises:
        OutputError: a document's files are damaged.
        SettingsError: no document has a column to group by, or a file of the user is wrong.
        OSError: a file cannot be read or written.
    """
    settings = settings or Settings()
    documents, copies = _documents(folder)
    index = _index(documents, settings)
    _check_columns(settings.by, index)
    groupings = groupings_by(settings.by)
    threads = settings.workers
    with (
        counting_base(folder.root, excel=folder.excel, threads=threads) as base,
        ExitStack() as stack,
    ):

        def table_file(part: str, table: Table) -> TableFile:
            file = TableFile(folder.root / part, table, excel=folder.excel)
            return stack.enter_context(file)

        table_file("corpus", index).write(_document_rows(documents, index, copies))
        people = People(read_aliases(settings.aliases), read_gazetteer(settings.gazetteer))
        rows.gather(base, folder, documents)
        _load_documents(base, documents, groupings, settings)
        place(base, groupings)
        rows.identify(base, documents, people)
        for name in ENTITY_INDEXES:
            rows.name_things(base, name)
        rows.add_sectors(base)
        rows.join_sentences(base)
        comparing.pair(base)
        comparing.speak(base)
        for table in CORPUS_TABLES:
            file = table_file("corpus", table)
            if table.name in rows.CHANGED:
                source = f"all_{table.name}" if "speaker_id" in table.header else table.name
                file.write_query(base, line_of(table, source, "o", base.excel))
            else:
                file.take(base.scratch / f"{table.name}.csv")
        genders = people.genders()
        table_file("corpus", PEOPLE_INDEX).write(indexes.people_rows(base, genders))
        for name, table in ENTITY_INDEXES.items():
            table_file("corpus", table).write(indexes.thing_rows(base, name, table))
        table_file("corpus", LAWS_INDEX).write(indexes.law_rows(base))
        for summary in SUMMARIES:
            table_file("summary", summary.table).write_query(base, count(base, summary))
        for table, query, order in comparing.comparisons(settings.by, settings.freq):
            found = line_of(table, f"({query})", order, base.excel)
            table_file("summary", table).write_query(base, found)
    _clear(folder)
    return len(documents)


def _load_documents(
    base: Base, documents: Iterable[Document], groupings: Sequence[Grouping], settings: Settings
) -> None:
    """The table ``docs``: day, words, period, and where each stands in each grouping."""
    header = ["doc_id", "day", "total", "period"]
    header += [f"by{number}" for number in range(len(settings.by))]
    header += [f"{name}{number}" for number in range(len(groupings)) for name in "gp"]

    def row(document: Document) -> Row:
        day = document.date.isoformat() if document.date else ""
        period = period_of(document.date, settings.freq)
        known = _known(document)
        cells = [document.doc_id, day, str(document.words), period]
        cells += [known.get(name, "") for name in settings.by]
        for grouping in groupings:
            named = [known.get(name, "") for name in grouping.columns]
            cells.append("; ".join(named) if any(named) else "")
            cells.append((period or UNDATED) if grouping.dated else "")
        return cells

    rows.load_rows(base, "all_docs", header, map(row, documents))
    base.run(
        "CREATE TABLE docs AS SELECT d.* EXCLUDE (o, total), total::BIGINT AS of_words, "
        "coalesce(n, 0) AS of_speeches FROM all_docs d LEFT JOIN (SELECT doc_id, count(*) AS n "
        "FROM speeches WHERE kind <> 'chair' GROUP BY doc_id) s ON s.doc_id = d.doc_id"
    )


def _clear(folder: OutputFolder) -> None:
    """Remove the summaries that an earlier version made."""
    names = {f"{table.name}.csv" for table in SUMMARY_TABLES}
    for path in (folder.root / "summary").glob("*.csv"):
        if path.name not in names:
            path.unlink()


def _index(documents: Sequence[Document], settings: Settings) -> Table:
    """The table of documents, with the further columns that most of them fill."""
    names = Counter(name for document in documents for name in document.metadata)
    most = settings.limits.own_columns
    if len(names) > most:
        _LOG.warning(
            tell(
                "corpus/documents.csv has columns for the {most} most frequent of {number} further "
                "fields (limits.own_columns); document.json has them all.",
                most=most,
                number=len(names),
            )
        )
        # A field that is grouped by is wanted however few documents have it.
        names.update({name: len(documents) for name in settings.by if name in names})
    return documents_with(names.elements(), most)


def _check_columns(names: Sequence[str], index: Table) -> None:
    for name in names:
        if name not in index.header:
            raise SettingsError(
                tell(
                    "The documents have no column {name!r} to group by; there are {header}.",
                    name=name,
                    header=", ".join(index.header),
                )
            )


def _known(document: Document) -> dict[str, str]:
    """The fields of a document that are filled, as words."""
    known = {**document.metadata, **document.to_json()}
    return {name: str(value) for name, value in known.items() if value is not None}


def _documents(folder: OutputFolder) -> tuple[list[Document], dict[str, tuple[str, float]]]:
    """The documents, without the signatures that the copies among them are told by, and the copies:
    the original of each, and how alike it is."""
    documents: list[Document] = []
    copies: dict[str, tuple[str, float]] = {}
    duplicates = Duplicates()
    for name in folder.ids():
        document = folder.read_document(name, with_text=False)
        original, share = duplicates.original_of(document.doc_id, document.signature)
        if original:
            copies[document.doc_id] = (original, share)
        documents.append(replace(document, signature=""))
    return documents, copies


def _document_rows(
    documents: Iterable[Document], table: Table, copies: Mapping[str, tuple[str, float]]
) -> Iterator[Row]:
    for document in documents:
        original, share = copies.get(document.doc_id, ("", 0.0))
        known = _known(document)
        known |= {"duplicate_of": original, "similarity": f"{share:.2f}" if original else ""}
        yield [known.get(name, "") for name in table.header]
