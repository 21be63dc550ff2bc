"""The model's named entities, read passage by passage.

The recogniser of ``fr_core_news_md`` looks at a few words around each word, so a document can be
cut into passages at sentence ends without loss. Short passages in small batches keep memory flat
whatever the length of the document, and run faster than whole documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.language import Language
from spacy.pipeline.ner import DEFAULT_NER_MODEL, EntityRecognizer
from spacy.tokens import Doc, Span

from pipeline.batches import batched

_BATCH = 32
_LONGEST_SENTENCE = 500


@Language.factory(
    "hemicycle_ner",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_config={
        "moves": None,
        "update_with_oracle_cut_size": 100,
        "incorrect_spans_key": None,
        "model": DEFAULT_NER_MODEL,
        "passage_tokens": 120,
    },
)
def create_entities(
    nlp: Language,
    name: str,
    model: Any,
    moves: Any,
    update_with_oracle_cut_size: int,
    incorrect_spans_key: str | None,
    passage_tokens: int,
) -> PassageEntityRecognizer:
    """The factory of ``hemicycle_ner``: spaCy's recogniser, fed passages.

    Args:
        nlp: the pipeline.
        name: the component's name.
        model: the recogniser's thinc model.
        moves: its transition system, None for the default.
        update_with_oracle_cut_size: as for spaCy's ``ner``.
        incorrect_spans_key: as for spaCy's ``ner``.
        passage_tokens: a passage ends at the first sentence end after this many tokens.
    """
    recognizer = PassageEntityRecognizer(
        nlp.vocab,
        model,
        name,
        moves=moves,
        update_with_oracle_cut_size=update_with_oracle_cut_size,
        incorrect_spans_key=incorrect_spans_key,
    )
    recognizer.passage_tokens = passage_tokens
    return recognizer


class PassageEntityRecognizer(EntityRecognizer):  # type: ignore[misc]
    """spaCy's entity recogniser, run on passages of a document instead of the whole."""

    passage_tokens = 120

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc.ents``."""
        self._recognize([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Set ``doc.ents`` of each document of a stream."""
        for docs in batched(stream, batch_size):
            self._recognize(docs)
            yield from docs

    def _recognize(self, docs: list[Doc]) -> None:
        found: list[list[Span]] = [[] for _ in docs]
        places = [
            (index, start, end)
            for index, doc in enumerate(docs)
            for start, end in passages(doc, self.passage_tokens)
        ]
        # Passages of like length waste no padding; the order of the results is restored by place.
        places.sort(key=lambda place: place[2] - place[1])
        for batch in batched(places, _BATCH):
            pieces = [docs[index][start:end].as_doc() for index, start, end in batch]
            self.set_annotations(pieces, self.predict(pieces))
            for (index, start, _), piece in zip(batch, pieces, strict=True):
                doc = docs[index]
                found[index].extend(
                    Span(doc, start + ent.start, start + ent.end, label=ent.label)
                    for ent in piece.ents
                )
        for doc, spans in zip(docs, found, strict=True):
            doc.set_ents(sorted(spans), default="outside")


def passages(doc: Doc, tokens: int) -> Iterator[tuple[int, int]]:
    """Token ranges that cover a document, each cut at a sentence end after ``tokens`` tokens.

    Without sentence boundaries, and in sentences of more than 500 tokens, the cut falls anywhere.
    """
    start = 0
    marked = doc.has_annotation("SENT_START")
    for token in doc:
        index = token.i
        long_enough = index - start >= tokens
        if long_enough and (
            (marked and token.is_sent_start) or index - start >= max(tokens, _LONGEST_SENTENCE)
        ):
            yield start, index
            start = index
    if start < len(doc):
        yield start, len(doc)
