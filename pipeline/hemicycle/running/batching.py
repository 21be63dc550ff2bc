"""Documents in batches, so that many short ones travel together and long ones alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hemicycle.document import Document

_BATCH_DOCUMENTS = 64
_BATCH_CHARACTERS = 200_000


def batches_of(documents: Iterable[Document]) -> Iterator[list[Document]]:
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
