"""Per-document tables to the tables of the corpus and to counts.

``corpus/`` holds the rows of all documents, in the order of ``doc_id``, with what only the whole
corpus can tell (who is the same person); ``summary/`` counts them. Documents stream by twice, once
for the people and once for everything; what stays in memory is one counter a group and one entry a
person and document, never the rows.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace

from hemicycle.aggregation.amounts import add_sectors
from hemicycle.aggregation.bases import Base, Bases
from hemicycle.aggregation.counting import Counts, Where
from hemicycle.aggregation.distinctiveness import Distinctiveness
from hemicycle.aggregation.entities import Entities
from hemicycle.aggregation.people import (
    People,
    PeopleIndex,
    appearances,
    read_aliases,
    read_gazetteer,
)
from hemicycle.aggregation.periods import period_of
from hemicycle.aggregation.speaking import Speaking, said_by
from hemicycle.aggregation.table_file import TableFile
from hemicycle.aggregation.timeline import Timeline
from hemicycle.aggregation.together import Together
from hemicycle.document import Document
from hemicycle.ingestion.similarity import Duplicates
from hemicycle.messages import tell
from hemicycle.outputs import OutputFolder, csvfiles
from hemicycle.settings import Settings, SettingsError
from hemicycle.tables.registry import (
    CORPUS_TABLES,
    DOCUMENT_TABLES,
    ENTITY_INDEXES,
    KEYWORDS,
    KEYWORDS_DISTINCTIVE,
    PEOPLE,
    PEOPLE_INDEX,
    PEOPLE_TOGETHER,
    SPEAKER_THEMES,
    SPEAKERS,
    SUMMARIES,
    SUMMARY_TABLES,
    THEMES,
    TIMELINE,
    UNDATED,
    Grouping,
    Row,
    Table,
    documents_with,
    groupings_by,
    is_of_document,
)

_TAGS = (THEMES.name, KEYWORDS.name)
_LOG = logging.getLogger(__name__)
_Found = dict[str, list[dict[str, str]]]


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
    people = _people(folder, documents, settings)
    entities = _entities(folder, documents)
    groupings, bases = groupings_by(settings.by), Bases()
    counts = [Counts(summary, groupings) for summary in SUMMARIES]
    together = Together()
    timeline = Timeline(settings.freq)
    distinctive = Distinctiveness()
    speaking = Speaking()
    persons_index = PeopleIndex()
    with ExitStack() as stack:

        def table_file(part: str, table: Table) -> TableFile:
            file = TableFile(folder.root / part, table, excel=folder.excel)
            return stack.enter_context(file)

        table_file("corpus", index).write(_document_rows(documents, index, copies))
        corpus = {table.name: table_file("corpus", table) for table in CORPUS_TABLES}
        counted = {summary.name: table_file("summary", summary.table) for summary in SUMMARIES}
        for document in documents:
            found, lines = _rows(folder, document, people)
            for table in CORPUS_TABLES:
                if table.name in lines:
                    corpus[table.name].write_lines(lines[table.name])
                else:
                    corpus[table.name].write_cells(found[table.name])
            # Whom only a gazetteer tells is in the corpus's rows, and in no count.
            found |= {"people": [row for row in found["people"] if row["mention"] != "office"]}
            companions = together.add(document, found["people"])
            for name, things in entities.items():
                for row in found[name]:
                    things.name(row)
            timeline.add(document, found["dates"])
            # What is said of single speeches is not counted once more for their document.
            of_documents = found | {
                tags: [row for row in found[tags] if is_of_document(row)] for tags in _TAGS
            }
            distinctive.add(_groups(document, settings), of_documents[KEYWORDS.name])
            persons = {row["name"]: row["person"] for row in found["people"]}
            speeches = list[Mapping[str, str]](found["speeches"])
            persons_index.add(found["people"], speeches)
            period = period_of(document.date, settings.freq)
            speaking.add(period, persons, speeches, list(found[THEMES.name]))
            for whose, said in said_by(persons, speeches, list(found[KEYWORDS.name])):
                distinctive.add(whose, said)
            base = Base.of(document, speeches)
            places = [_place(document, grouping, settings) for grouping in groupings]
            for grouping, place in zip(groupings, places, strict=True):
                bases.add(grouping, place, base)
            for count in counts:
                rows = of_documents[count.summary.of.name]
                of_document = count.add(document, places, rows, companions, base)
                counted[count.summary.name].write_last(of_document)
        for count in counts:
            counted[count.summary.name].write(count.rows(bases))
        table_file("corpus", PEOPLE_INDEX).write(persons_index.rows(PEOPLE_INDEX, people.genders()))
        for name, index_table in ENTITY_INDEXES.items():
            table_file("corpus", index_table).write(entities[name].rows(index_table))
        table_file("summary", PEOPLE_TOGETHER).write(together.rows())
        table_file("summary", KEYWORDS_DISTINCTIVE).write(distinctive.rows())
        table_file("summary", SPEAKERS).write(speaking.rows())
        table_file("summary", SPEAKER_THEMES).write(speaking.theme_rows())
        table_file("summary", TIMELINE).write(timeline.rows())
    _clear(folder)
    return len(documents)


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


def _people(folder: OutputFolder, documents: list[Document], settings: Settings) -> People:
    people = People(read_aliases(settings.aliases), read_gazetteer(settings.gazetteer))
    for document in documents:
        for seen in appearances(document, folder.read_table(document.doc_id, PEOPLE)):
            people.add(seen)
    people.resolve()
    return people


def _entities(folder: OutputFolder, documents: Iterable[Document]) -> dict[str, Entities]:
    """The things of each table that has an index."""
    entities = {name: Entities() for name in ENTITY_INDEXES}
    for table in DOCUMENT_TABLES:
        if table.name in entities:
            for document in documents:
                entities[table.name].add(folder.read_table(document.doc_id, table))
    return entities


def _rows(
    folder: OutputFolder, document: Document, people: People
) -> tuple[_Found, dict[str, bytes]]:
    """The rows of a document with the cells that the corpus adds; and, where it adds none, the
    lines of the document's CSV file, which need not be written anew."""
    found: _Found = {}
    lines: dict[str, bytes] = {}
    for table, whole in zip(DOCUMENT_TABLES, CORPUS_TABLES, strict=True):
        data = folder.csv_of(document.doc_id, table)
        if data is None:
            found[table.name] = list(folder.read_table(document.doc_id, table))
            continue
        found[table.name] = list(csvfiles.parse(data, table.number_columns))
        if whole.header == table.header and csvfiles.is_excel(data) == folder.excel:
            lines[table.name] = csvfiles.body(data)
    ids = {"": ""}
    for row in found["people"]:
        who = people.identity(row["name"], document.doc_id)
        row |= {"person_id": who.person_id, "person": who.person, "merged_by": who.merged_by}
        ids[row["name"]] = who.person_id
    for row in found["quotes"]:
        row["speaker_id"] = ids.get(row["speaker"], "")
    add_sectors(found["amounts"], found["sectors"])
    return found, lines


def _place(document: Document, grouping: Grouping, settings: Settings) -> Where:
    """The group and period of a document in a grouping."""
    cells = [_cell(document, name) for name in grouping.columns]
    group = "; ".join(cells) if any(cells) else ""
    if not grouping.dated:
        return group, ""
    return group, period_of(document.date, settings.freq) or UNDATED


def _groups(document: Document, settings: Settings) -> list[tuple[str, str]]:
    named = [(name, _cell(document, name)) for name in settings.by]
    return [("period", period_of(document.date, settings.freq)), *named]


def _cell(document: Document, name: str) -> str:
    known = {**document.metadata, **document.to_json()}
    return "" if known.get(name) is None else str(known[name])


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
        known = {**document.metadata, **document.to_json()}
        known |= {"duplicate_of": original, "similarity": f"{share:.2f}" if original else ""}
        yield ["" if known.get(name) is None else str(known[name]) for name in table.header]
