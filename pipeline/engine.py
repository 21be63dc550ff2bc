"""Runs documents through the pipeline, in one process or several: documents in, rows out.

Rows, never ``Doc`` objects, leave a worker. A batch that raises is read again document by document,
so that one bad text costs one failure row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import TypeAlias

from spacy.language import Language

from pipeline import language
from pipeline.document import Document, Failure
from pipeline.tables import Row, Table, components_for, rows_of

Rows: TypeAlias = dict[str, list[Row]]
Result: TypeAlias = tuple[Document, Rows | Failure]

_BATCH_DOCUMENTS = 64
_BATCH_CHARACTERS = 200_000
# Strings that reading may add to the vocabulary for good.
_KEPT_STRINGS = 60_000


@dataclass(frozen=True, slots=True)
class Reader:
    """A pipeline and the tables that are taken from it: documents in, rows out."""

    nlp: Language
    tables: tuple[Table, ...]
    _full: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_full", len(self.nlp.vocab.strings) + _KEPT_STRINGS)

    @classmethod
    def load(cls, tables: Sequence[Table]) -> Reader:
        """A reader with just the components that the tables need.

        Raises:
            ResourceError: ``models/`` or the model is absent.
        """
        names = components_for(tables, language.component_names())
        return cls(language.load(names), tuple(tables))

    @classmethod
    def of(cls, nlp: Language, tables: Sequence[Table]) -> Reader:
        """A reader over a pipeline that has every component, of which the needed ones are run."""
        nlp.select_pipes(enable=components_for(tables, nlp.pipe_names))
        return cls(nlp, tuple(tables))

    def read(self, documents: list[Document]) -> list[Result]:
        """The rows of each document, or why there are none, in order."""
        try:
            return self._read(documents)
        except Exception as error:  # one bad document must not take the batch with it
            if len(documents) == 1:
                return [(documents[0], failure_of(documents[0], error))]
        return [result for document in documents for result in self.read([document])]

    def _read(self, documents: list[Document]) -> list[Result]:
        with self._zone():
            docs = []
            for document in documents:
                doc = self.nlp.make_doc(document.text)
                doc._.document_date = document.date
                doc._.country = document.country
                docs.append(doc)
            annotated = self.nlp.pipe(docs, batch_size=len(docs))
            return [
                (document, rows_of(doc, document.doc_id, self.tables))
                for document, doc in zip(documents, annotated, strict=True)
            ]

    def _zone(self) -> AbstractContextManager[object]:
        """Where a batch is read: a zone frees the strings that it adds to the vocabulary.

        Making a word anew costs three times as much as finding it, so the first ones stay; once
        there are many of them, most words of any batch are found and memory grows no further.
        """
        full = len(self.nlp.vocab.strings) >= self._full
        return self.nlp.memory_zone() if full else nullcontext()


def read_all(
    documents: Iterable[Document], tables: Sequence[Table], workers: int = 1
) -> Iterator[Result]:
    """The rows of a stream of documents; with several workers, in the order of completion.

    Raises:
        ResourceError: ``models/`` or the model is absent.
    """
    batches = _batches(documents)
    if workers == 1:
        reader: Reader | None = None
        for batch in batches:
            reader = reader or Reader.load(tables)
            yield from reader.read(batch)
    else:
        from pipeline.workers import Pool

        yield from Pool([table.name for table in tables], workers).read(batches)


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Batches bounded by number and by length, so that long documents travel alone."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        if batch and size + len(document.text) > _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
        batch.append(document)
        size += len(document.text)
        if len(batch) == _BATCH_DOCUMENTS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def failure_of(document: Document, error: BaseException) -> Failure:
    """The failure row of a document whose text could not be read."""
    return Failure(
        document.path,
        document.source_id,
        "annotate",
        type(error).__name__,
        f"The text could not be read: {error}. Please report it with the text.",
    )
