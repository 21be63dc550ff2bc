"""The model's named entities, read passage by passage.

The recogniser of ``fr_core_news_md`` looks at a few words around each word, so a document can be
cut into passages at sentence ends without loss. Passages in batches of even size keep memory flat
whatever the length of the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, Literal

from spacy.language import Language
from spacy.pipeline.ner import DEFAULT_NER_MODEL, EntityRecognizer
from spacy.tokens import Doc, Span
from threadpoolctl import ThreadpoolController

from hemicycle.annotation.entities.decoding import Decoder
from hemicycle.annotation.entities.network import Hashes, Network, UnknownNetworkError
from hemicycle.annotation.entities.passages import lay_out
from hemicycle.annotation.entities.unread import load_openers
from hemicycle.batches import batched
from hemicycle.knowledge.pipeline import PerPipeline
from hemicycle.resources import ResourceError

_THREADS = ThreadpoolController()


@Language.factory(
    "hemicycle_ner",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_config={
        "moves": None,
        "update_with_oracle_cut_size": 100,
        "incorrect_spans_key": None,
        "model": DEFAULT_NER_MODEL,
        "passage_tokens": 120,
        "reads_all": False,
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
    reads_all: bool,
) -> PassageEntityRecognizer:
    """The factory of ``hemicycle_ner``: spaCy's recogniser, fed passages where its model allows.

    Args:
        nlp: the pipeline.
        name: the component's name.
        model: the recogniser's thinc model.
        moves: its transition system, None for the default.
        update_with_oracle_cut_size: as for spaCy's ``ner``.
        incorrect_spans_key: as for spaCy's ``ner``.
        passage_tokens: a passage ends at the first sentence end after this many tokens.
        reads_all: whether sentences are read in which no capital tells of a name, too.
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
    recognizer.openers = None if reads_all else PerPipeline(load_openers)
    return recognizer


class PassageEntityRecognizer(EntityRecognizer):  # type: ignore[misc]
    """spaCy's entity recogniser: trained and stored as it is, run by :mod:`.network`.

    A model of another architecture, or one that is searched by beams, is run by spaCy itself.
    """

    passage_tokens = 120
    # The words that open sentences and name nothing; None where every sentence is read.
    openers: PerPipeline[Hashes] | None = None
    # None until a document is read, and False where spaCy reads.
    _compiled: tuple[Network, Decoder] | Literal[False] | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc.ents``."""
        compiled = self._compile()
        if not compiled:
            read: Doc = super().__call__(doc)
            return read
        self._recognize([doc], *compiled)
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Set ``doc.ents`` of each document of a stream."""
        compiled = self._compile()
        if not compiled:
            yield from super().pipe(stream, batch_size=batch_size)
            return
        for docs in batched(stream, batch_size):
            self._recognize(docs, *compiled)
            yield from docs

    def update(self, *args: Any, **kwargs: Any) -> Any:
        """Train, as spaCy's."""
        self._compiled = None
        return super().update(*args, **kwargs)

    def from_bytes(self, *args: Any, **kwargs: Any) -> Any:
        """Load, as spaCy's."""
        self._compiled = None
        return super().from_bytes(*args, **kwargs)

    def from_disk(self, *args: Any, **kwargs: Any) -> Any:
        """Load, as spaCy's."""
        self._compiled = None
        return super().from_disk(*args, **kwargs)

    def _compile(self) -> tuple[Network, Decoder] | Literal[False]:
        """The network and its decoder; False if spaCy has to read."""
        if self._compiled is None:
            names = [self.moves.get_class_name(index) for index in range(self.moves.n_moves)]
            self._compiled = False
            if self.cfg["beam_width"] == 1:
                with suppress(UnknownNetworkError):
                    self._compiled = Network(self.model, self.vocab), Decoder(names)
        return self._compiled

    def _openers_of(self, docs: list[Doc]) -> Hashes | None:
        if self.openers is not None and docs:
            # A pipeline of others may know nothing of French.
            with suppress(ResourceError):
                return self.openers.prepare(docs[0].vocab)[1]
        return None

    def _recognize(self, docs: list[Doc], network: Network, decoder: Decoder) -> None:
        found: list[list[Span]] = [[] for _ in docs]
        # One thread: the workers of a run share the processors among themselves.
        with _THREADS.limit(limits=1, user_api="blas"):
            for rows in lay_out(docs, self.passage_tokens, self._openers_of(docs)):
                vectors, space = network.embedding.look_up(rows.words)
                entities = decoder.entities(
                    network, network.encode(vectors), space | rows.beside, rows.closes
                )
                for entity in entities:
                    index, shift = rows.place(entity.start)
                    start, end = entity.start + shift, entity.end + shift
                    found[index].append(Span(docs[index], start, end, label=entity.label))
        for doc, spans in zip(docs, found, strict=True):
            doc.set_ents(spans, default="outside")
