"""Branches of the economy that a text speaks of, by NAF rév. 2.

Terms and their codes are in ``models/lexicons/sectors.csv``, labels in
``models/taxonomies/naf.csv``. A general word (`ministère`, `recherche`, `usine`) belongs to the
branch that its noun phrase goes on to name (`recherche agricole`) and counts only where it names
none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from hemicycle.annotation.titles import title_at, titles_in
from hemicycle.annotation.unsaid import covers, unsaid_in
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.places import PLACES
from hemicycle.kinds.reactions import REACTIONS
from hemicycle.kinds.sectors import ACTIVITY, SECTORS, Sector
from hemicycle.kinds.speeches import SPEECHES
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.pipeline import Component
from hemicycle.knowledge.use import load_csv
from hemicycle.reading.cache import sentence_starts
from hemicycle.reading.content_words import content_words
from hemicycle.reading.reading import Reading, reading_of

if TYPE_CHECKING:
    from hemicycle.annotation.terms import TermFinder

_NOTHING = "-"
# What ends a noun phrase between a word and its complement.
_END_OF_PHRASE = re.compile(
    r"[^\w\s'’·-]|\n|\b(?:et|ou|ni|mais|qui|que|pour|avec|contre|sans|par|est|sont|ont)\b"
)
_FARTHEST_COMPLEMENT = 40


@Language.factory(
    "hemicycle_sectors",
    assigns=["doc.spans"],
    default_config={
        "spans_key": SECTORS.name,
        "speeches_key": SPEECHES.name,
        "reactions_key": REACTIONS.name,
    },
    retokenizes=False,
)
def create_sectors(
    nlp: Language, name: str, spans_key: str, speeches_key: str, reactions_key: str
) -> Component:
    """The factory of the component ``hemicycle_sectors``.

    Args:
        nlp: the pipeline.
        name: the component's name.
        spans_key: where it leaves sectors in ``doc.spans``.
        speeches_key: where it finds turns of speech, whose labels and procedure name none,
        reactions_key: and reactions, which name none either.
    """
    SECTORS.register()
    return Component(nlp.vocab, partial(SectorFinder, spans_key, speeches_key, reactions_key))


@dataclass(frozen=True, slots=True)
class _Meaning:
    code: str
    unless: tuple[str, ...]
    general: bool


@per_knowledge
def _terms() -> TermFinder[_Meaning]:
    """The terms of the lexicon, with the branches that each may name."""
    from hemicycle.annotation.senses import idioms
    from hemicycle.annotation.terms import TermFinder

    terms: TermFinder[_Meaning] = TermFinder()
    for row in load_csv("lexicons", "sectors.csv"):
        unless = tuple(phrase for phrase in row["unless"].split("|") if phrase)
        terms.add(row["term"], _Meaning(row["code"], unless, row["general"] == "yes"))
    for phrase in idioms():
        terms.add(phrase, _Meaning(_NOTHING, (), False))
    return terms


class SectorFinder:
    """Leaves sectors in ``doc.spans``, with a ``Sector`` in ``span._.sector``."""

    def __init__(
        self, spans_key: str = SECTORS.name, speeches_key: str = "", reactions_key: str = ""
    ) -> None:
        """Read the lexicon and the labels; arguments as for the factory."""
        from hemicycle.annotation.senses import senses

        self._spans_key = spans_key
        self._unsaid_keys = speeches_key, reactions_key
        self._labels = {
            row["section"] + row["division"]: row["label"]
            for row in load_csv("taxonomies", "naf.csv")
        }
        self._terms = _terms()
        self._senses = senses()

    def __call__(self, doc: Doc) -> Doc:
        """Find the sectors of a document."""
        reading = reading_of(doc)
        unsaid, titles = unsaid_in(doc, *self._unsaid_keys), titles_in(doc)
        is_other = self._senses.is_other
        places = {place.start for place in PLACES.read(doc)}
        named: list[tuple[Mention[Sector], bool]] = []
        sentences: list[int] | None = None
        for found in self._terms.find(reading):
            if covers(unsaid, found.start):
                continue
            if found.start in places and found.term.islower():
                continue  # `Liège`
            for meaning in found.values:
                if meaning.code == _NOTHING or is_other(
                    reading.text, found.start, found.end, found.term, meaning.code
                ):
                    continue
                if meaning.unless:
                    sentences = sentences or sentence_starts(doc)
                    if self._excluded(meaning, reading, sentences, found.start):
                        continue
                title = title_at(titles, found.start)
                sector = Sector(
                    meaning.code[0],
                    meaning.code[1:],
                    self._labels[meaning.code],
                    found.term,
                    title.kind if title else ACTIVITY,
                )
                mention = Mention(found.start, found.end, meaning.code, sector)
                named.append((mention, meaning.general))
        mentions = [
            mention
            for place, (mention, general) in enumerate(named)
            if not (general and _goes_on(reading.text, named, place))
        ]
        SECTORS.set(doc, mentions, self._spans_key)
        return doc

    def _excluded(
        self, meaning: _Meaning, reading: Reading, sentences: list[int], start: int
    ) -> bool:
        from hemicycle.annotation.terms import stands_in

        index = bisect_right(sentences, start)
        stop = sentences[index] if index < len(sentences) else len(reading.text)
        words = reading.once(content_words)
        return stands_in(meaning.unless, words.between(sentences[index - 1], stop))


def _goes_on(text: str, named: list[tuple[Mention[Sector], bool]], place: int) -> bool:
    """Whether the noun phrase of a general word goes on to name a branch of its own."""
    for index in range(place, len(named) - 1):
        mention, (following, general) = named[index][0], named[index + 1]
        if following.start - mention.end > _FARTHEST_COMPLEMENT or _END_OF_PHRASE.search(
            text, mention.end, following.start
        ):
            return False
        if not general:
            return following.value != named[place][0].value
    return False
