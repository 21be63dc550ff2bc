"""Branches of the economy that a text speaks of, by NAF rév. 2.

Terms of the lexicon are candidates (:mod:`.candidates`); what stands around each tells by fitted
weights how likely the text speaks of the branch there (:mod:`.trust`), and what is likelier wrong
gives no mention.
"""

from __future__ import annotations

from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from hemicycle.annotation.linear import chance
from hemicycle.annotation.sectors.candidates import CandidateFinder
from hemicycle.annotation.sectors.trust import LEAST_CONFIDENCE, Surroundings, weights
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.reactions import REACTIONS
from hemicycle.kinds.sectors import SECTORS, Sector
from hemicycle.kinds.speeches import SPEECHES
from hemicycle.knowledge.pipeline import Component
from hemicycle.knowledge.use import load_csv
from hemicycle.reading.reading import reading_of


@Language.factory(
    "hemicycle_sectors",
    assigns=["doc.spans"],
    default_config={
        "spans_key": SECTORS.name,
        "speeches_key": SPEECHES.name,
        "reactions_key": REACTIONS.name,
        "least_confidence": LEAST_CONFIDENCE,
    },
    retokenizes=False,
)
def create_sectors(
    nlp: Language,
    name: str,
    spans_key: str,
    speeches_key: str,
    reactions_key: str,
    least_confidence: float,
) -> Component:
    """The factory of the component ``hemicycle_sectors``.

    Args:
        nlp: the pipeline.
        name: the component's name.
        spans_key: where it leaves sectors in ``doc.spans``.
        speeches_key: where it finds turns of speech, whose labels and procedure name none,
        reactions_key: and reactions, which name none either.
        least_confidence: what is less likely right gives no sector, 0 to 1.
    """
    SECTORS.register()
    return Component(
        nlp.vocab,
        partial(
            SectorFinder,
            spans_key,
            speeches_key,
            reactions_key,
            least_confidence,
        ),
        name,
    )


class SectorFinder:
    """Leaves sectors in ``doc.spans``, with a ``Sector`` in ``span._.sector``."""

    def __init__(
        self,
        spans_key: str = SECTORS.name,
        speeches_key: str = "",
        reactions_key: str = "",
        least_confidence: float = LEAST_CONFIDENCE,
    ) -> None:
        """Read the lexicon and the labels; arguments as for the factory."""
        self._spans_key = spans_key
        self._least = least_confidence
        self._labels = {
            row["section"] + row["division"]: row["label"]
            for row in load_csv("taxonomies", "naf.csv")
        }
        self._candidates = CandidateFinder(speeches_key, reactions_key)
        self._weights = weights()

    def __call__(self, doc: Doc) -> Doc:
        """Find the sectors of a document."""
        found = self._candidates.find(doc)
        around = Surroundings(reading_of(doc), found)
        mentions = []
        for place, candidate in enumerate(found):
            sure = chance(self._weights.weigh(around.facts_of(place)))
            if sure < self._least:
                continue
            code = candidate.code
            sector = Sector(
                code[0],
                code[1:],
                self._labels[code],
                candidate.term,
                candidate.context,
                round(sure, 2),
            )
            mentions.append(Mention(candidate.start, candidate.end, code, sector))
        SECTORS.set(doc, mentions, self._spans_key)
        return doc
