"""The tables of a corpus: its documents, the rows of all of them, and what failed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from hemicycle.kinds.column import Column
from hemicycle.kinds.named import ORGANISATION_KINDS, PLACE_KINDS
from hemicycle.tables.documents import (
    AMOUNTS,
    DOC_ID,
    DOCUMENT_TABLES,
    LAWS,
    PEOPLE,
    QUOTES,
    SECTORS,
    SPEECHES,
)
from hemicycle.tables.table import Table

_PLACES = ("sidecar", "metadata", "text")


def _found(name: str, places: tuple[str, ...] = _PLACES) -> Column:
    return Column(f"{name}_from", "string", f"where the {name} was found", choices=places)


DOCUMENTS = Table(
    "documents",
    "The documents of the corpus; further columns hold any metadata that came with them.",
    (
        DOC_ID,
        Column("source_id", "string", "the record's own id"),
        Column("path", "string", "where it was read"),
        Column("format", "string", "what it was read as"),
        Column("format_from", "string", "what told the format", choices=("suffix", "content")),
        Column("title", "string", "title"),
        _found("title"),
        Column("date", "date", "day it was written or spoken"),
        _found("date", ("option", *_PLACES[:2], "file name", "text", "file properties")),
        Column("speaker", "string", "speaker or author"),
        _found("speaker"),
        Column("source", "string", "publisher"),
        _found("source"),
        Column("url", "string", "address"),
        _found("url"),
        Column("language", "string", "ISO 639-1 code"),
        _found("language"),
        Column("country", "string", "ISO 3166-1 alpha-2 code"),
        Column("words", "integer", "number of words", required=True, minimum=0, unit="word"),
        Column("sha256", "string", "SHA-256 of the source", required=True),
        Column(
            "duplicate_of",
            "string",
            "`doc_id` of the first document that says the same or nearly, empty if none",
        ),
        Column(
            "similarity",
            "number",
            "share of runs of three words in common with it, estimated; 1 is the same words",
            minimum=0,
            maximum=1,
        ),
    ),
    scope="corpus",
    key=("doc_id",),
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

_PERSON_ID = Column(
    "person_id", "string", "the person; empty for an office nobody is known to hold"
)
_SPEAKER_ID = Column(
    "speaker_id", "string", "`person_id` of the speaker, empty if nobody is known; several by `; `"
)
_SECTOR_COLUMNS = tuple(c for c in SECTORS.columns if c.name in ("section", "division", "sector"))
_ADDED: dict[str, tuple[Column, ...]] = {
    PEOPLE.name: (
        _PERSON_ID,
        Column("person", "string", "one name per person across documents", required=True),
        Column(
            "merged_by",
            "string",
            "what led the document's name to the person: a line of the aliases, an equal full "
            "name, an initial, function and surname, the surname alone, the gazetteer; empty if "
            "it stands by itself",
            choices=("alias", "name", "initial", "role", "surname", "gazetteer"),
        ),
    ),
    QUOTES.name: (_SPEAKER_ID,),
    SPEECHES.name: (_SPEAKER_ID,),
    AMOUNTS.name: (
        Column(
            "form",
            "string",
            "how firmly it is stated",
            required=True,
            choices=("exact", "approximate", "range", "at_least", "at_most"),
        ),
        *(
            Column(c.name, "string", f"{c.description}, of the nearest sector in the sentence")
            for c in _SECTOR_COLUMNS
        ),
    ),
}


def in_corpus(table: Table) -> Table:
    """A table of documents with the columns that only the whole corpus can fill."""
    added = _ADDED.get(table.name, ())
    return replace(table, columns=(*table.columns, *added), scope="corpus", stage=None, rows=None)


CORPUS_TABLES = tuple(in_corpus(table) for table in DOCUMENT_TABLES)
CORPUS_TABLE = {table.name: table for table in CORPUS_TABLES}
CORPUS_PEOPLE = CORPUS_TABLE[PEOPLE.name]
CORPUS_AMOUNTS = CORPUS_TABLE[AMOUNTS.name]


_MENTIONS = Column("mentions", "integer", "number of rows", required=True, minimum=1)
_DOCUMENTS = Column("documents", "integer", "number of documents", required=True, minimum=1)
_COUNTRY = Column("country", "string", "ISO 3166-1 alpha-2 code of its country, empty if none")
_THING = (
    Column("entity_id", "string", "as in the rows of the corpus", required=True),
    Column("name", "string", "its canonical name", required=True),
    Column("aliases", "string", "how else texts write it, separated by `; `"),
)
_WIKIDATA = Column("wikidata", "string", "its QID, where a gazetteer of the user gives one")
PEOPLE_INDEX = Table(
    "people_index",
    "The people of the corpus, a row each.",
    (
        Column("person_id", "string", "as in the rows of the corpus", required=True),
        Column("name", "string", "the name, the same in all documents", required=True),
        Column("aliases", "string", "how else texts write it, separated by `; `"),
        Column("roles", "string", "the functions that texts give, most frequent first"),
        Column("groups", "string", "the parties or groups that labels of turns give"),
        Column(
            "gender",
            "string",
            "what the first name or a word of address tells, empty if neither does",
            choices=("f", "m"),
        ),
        _DOCUMENTS,
        _MENTIONS,
        Column("speeches", "integer", "number of turns", required=True, minimum=0),
    ),
    scope="corpus",
    key=("person_id",),
)
ORGANISATIONS_INDEX = Table(
    "organisations_index",
    "The organisations of the corpus, a row each.",
    (
        *_THING,
        Column("acronym", "string", "its acronym, where the gazetteer gives one"),
        Column("kind", "string", "what it is", required=True, choices=ORGANISATION_KINDS),
        _COUNTRY,
        _WIKIDATA,
        _MENTIONS,
        _DOCUMENTS,
    ),
    scope="corpus",
    key=("entity_id",),
)
PLACES_INDEX = Table(
    "places_index",
    "The places of the corpus, a row each.",
    (
        *_THING,
        Column("kind", "string", "what it is", required=True, choices=PLACE_KINDS),
        _COUNTRY,
        _WIKIDATA,
        Column("insee", "string", "INSEE code of a French commune or department"),
        Column("geonames", "string", "its number in GeoNames"),
        _MENTIONS,
        _DOCUMENTS,
    ),
    scope="corpus",
    key=("entity_id",),
)
_LAW = {column.name: column for column in LAWS.columns}
LAWS_INDEX = Table(
    "laws_index",
    "The legal texts of the corpus, a row each.",
    (
        *(_LAW[name] for name in ("kind", "name", "identifier", "date")),
        Column("aliases", "string", "how else texts write it, separated by `; `"),
        Column("articles", "string", "the articles cited, most frequent first, separated by `; `"),
        _MENTIONS,
        _DOCUMENTS,
    ),
    scope="corpus",
    key=("kind", "name", "identifier"),
)
ENTITY_INDEXES = {"organisations": ORGANISATIONS_INDEX, "places": PLACES_INDEX}
INDEXES = {"people": PEOPLE_INDEX, **ENTITY_INDEXES, "laws": LAWS_INDEX}


def documents_with(metadata: Iterable[str], most: int | None = None) -> Table:
    """The table of documents with columns for the metadata that came with them.

    Args:
        metadata: the name of each field of each document.
        most: how many columns there may be of them, all by default: a cell for each document and
            each name that any source gives is more than their texts once every record has names of
            its own. Those that most documents have are kept.
    """
    counts = Counter(metadata)
    for name in DOCUMENTS.header:
        del counts[name]
    kept = sorted(counts, key=lambda name: (-counts[name], name))[:most]
    extra = tuple(
        Column(name, "string", "metadata that came with the document") for name in sorted(kept)
    )
    return replace(DOCUMENTS, columns=(*DOCUMENTS.columns, *extra))
