"""Runs documents through the pipeline: documents in, rows out.

Rows, never ``Doc`` objects, leave a worker. A batch that raises is read again document by document,
so that one bad text costs one failure row.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import TypeAlias

from spacy.language import Language

from hemicycle.annotation import loading as language
from hemicycle.document import Document, Failure
from hemicycle.messages import tell
from hemicycle.running.garbage import keep_for_good
from hemicycle.running.timelimit import TimeLimitError, time_limit
from hemicycle.tables.registry import Row, Table, components_for, rows_of

Rows: TypeAlias = dict[str, list[Row]]
Result: TypeAlias = tuple[Document, Rows | Failure]

# Strings that reading may add to the vocabulary for good: the words of a large corpus.
_KEPT_STRINGS = 60_000


@dataclass(frozen=True, slots=True)
class Reader:
    """A pipeline and the tables that are taken from it: documents in, rows out.

    Attributes:
        nlp: the pipeline.
        tables: the tables.
        seconds: the longest that one document may take, 0 for ever.
        deadly: whether a document that cannot be stopped ends the process.
    """

    nlp: Language
    tables: tuple[Table, ...]
    seconds: float = 0
    deadly: bool = False
    _full: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_full", len(self.nlp.vocab.strings) + _KEPT_STRINGS)

    @classmethod
    def load(cls, tables: Sequence[Table], seconds: float = 0) -> Reader:
        """A reader with just the components that the tables need.

        Raises:
            ResourceError: ``models/`` or the model is absent.
        """
        names = components_for(tables, language.component_names())
        return cls(language.load(names), tuple(tables), seconds)

    @classmethod
    def in_worker(cls, nlp: Language | None, tables: Sequence[Table], seconds: float) -> Reader:
        """A reader for a process of its own, which may be lost.

        Args:
            nlp: a pipeline that has every component, of which the needed ones are run; None to
                load one.
            tables: the tables.
            seconds: the longest that one document may take, 0 for ever.
        """
        if nlp is None:
            nlp = language.load(components_for(tables, language.component_names()))
        nlp.select_pipes(enable=components_for(tables, nlp.pipe_names))
        keep_for_good()
        return cls(nlp, tuple(tables), seconds, deadly=True)

    def read(self, documents: list[Document]) -> list[Result]:
        """The rows of each document, or why there are none, in order."""
        try:
            with time_limit(self.seconds, deadly=self.deadly):
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
                doc._.speaker = document.speaker
                doc._.emphasised = document.emphasised
                doc._.members = document.members
                doc._.foreign = document.foreign
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


def failure_of(document: Document, error: BaseException) -> Failure:
    """The failure row of a document whose text could not be read."""
    if isinstance(error, TimeLimitError):
        return _failure(
            document,
            "time limit",
            tell("The text was given up: {error}. Raise the limit.", error=error),
        )
    return _failure(
        document,
        type(error).__name__,
        tell("The text could not be read: {error}. Please report it with the text.", error=error),
    )


def failure_of_killer(document: Document, seconds: float) -> Failure:
    """The failure row of a document that ended each process that read it."""
    limit = (
        tell(" or of time (limits.document_seconds = {seconds:g})", seconds=seconds)
        if seconds
        else ""
    )
    return _failure(
        document,
        "process lost",
        tell(
            "The process that read the text was ended, twice: it may need more than "
            "there is of memory{limit}.",
            limit=limit,
        ),
    )


def _failure(document: Document, error: str, message: str) -> Failure:
    return Failure(document.path, document.source_id, "annotate", error, message)
