"""Branches of the economy that a text speaks of, by NAF rév. 2.

Terms and their codes are in ``models/lexicons/sectors.csv``, labels in
``models/taxonomies/naf.csv``.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotation.mentions import Mention
from pipeline.annotation.values import SECTORS, Sector
from pipeline.resources import load_csv

_NOTHING = "-"


@Language.factory("hemicycle_sectors", assigns=["doc.spans"], retokenizes=False)
def create_sectors(nlp: Language, name: str) -> SectorFinder:
    """The factory of the component ``hemicycle_sectors``."""
    return SectorFinder()


@dataclass(frozen=True, slots=True)
class _Meaning:
    code: str
    unless: tuple[str, ...]


class SectorFinder:
    """Sets ``doc.spans["sectors"]``, with a ``Sector`` in ``span._.sector``."""

    def __init__(self) -> None:
        """Read the lexicon and the labels."""
        from pipeline.annotation.terms import TermFinder

        SECTORS.register()
        self._labels = {
            row["section"] + row["division"]: row["label"]
            for row in load_csv("taxonomies", "naf.csv")
        }
        self._terms: TermFinder[_Meaning] = TermFinder()
        for row in load_csv("lexicons", "sectors.csv"):
            unless = tuple(phrase for phrase in row["unless"].split("|") if phrase)
            self._terms.add(row["term"], _Meaning(row["code"], unless))

    def __call__(self, doc: Doc) -> Doc:
        """Find the sectors of a document."""
        text = doc.text
        mentions = []
        sentences: list[int] | None = None
        for found in self._terms.find(text):
            for meaning in found.values:
                if meaning.code == _NOTHING:
                    continue
                if meaning.unless:
                    sentences = sentences or _sentence_starts(doc)
                    if self._excluded(meaning, text, sentences, found.start):
                        continue
                sector = Sector(
                    meaning.code[0], meaning.code[1:], self._labels[meaning.code], found.term
                )
                mentions.append(Mention(found.start, found.end, meaning.code, sector))
        SECTORS.set(doc, mentions)
        return doc

    def _excluded(self, meaning: _Meaning, text: str, sentences: list[int], start: int) -> bool:
        from pipeline.annotation.terms import stands_in

        index = bisect_right(sentences, start)
        stop = sentences[index] if index < len(sentences) else len(text)
        return stands_in(meaning.unless, text[sentences[index - 1] : stop])

    def to_disk(self, path: object, exclude: object = ()) -> None:
        """Nothing to write: all knowledge is in ``models/``."""

    def from_disk(self, path: object, exclude: object = ()) -> SectorFinder:
        """Nothing to read."""
        return self


def _sentence_starts(doc: Doc) -> list[int]:
    if not doc.has_annotation("SENT_START"):
        return [0]
    return [sentence.start_char for sentence in doc.sents]
