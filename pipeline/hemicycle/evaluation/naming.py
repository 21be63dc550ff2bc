"""What ``hemicycle calibrate`` fits of people: which candidates are names of persons.

Two linear models one behind the other: what is seen of a candidate at its place
(:mod:`hemicycle.annotation.people.features`), and what the document tells of it
(:mod:`hemicycle.annotation.people.agreement`). The second is fitted to sums that the first gives to
documents that took no part in its fit, as they will be those of unseen texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hemicycle.annotation.loading import load
from hemicycle.annotation.people.agreement import FACTS, Document
from hemicycle.annotation.people.candidates import Candidate
from hemicycle.annotation.people.features import FEATURES
from hemicycle.annotation.people.finder import Found, find
from hemicycle.annotation.people.lexicon import lexicon
from hemicycle.annotation.people.weights import FILE
from hemicycle.evaluation.gold import GoldDocument
from hemicycle.evaluation.weights import Figures, Fitted, fit_table
from hemicycle.knowledge.use import load_toml

_LETTER = "P"


@dataclass(frozen=True, slots=True)
class Read:
    """An annotated text as it was read.

    Attributes:
        name: the text's name.
        usual: whether it is no sample of hard cases.
        found: its words and candidates.
        places: the annotated names, as first and one-past-last character.
    """

    name: str
    usual: bool
    found: Found
    places: list[tuple[int, int]]

    def is_person(self, candidate: Candidate) -> bool:
        """Whether an annotated name overlaps with a candidate."""
        start, end = self._place(candidate)
        return any(start < last and end > first for first, last in self.places)

    def missed(self) -> int:
        """How many annotated names no candidate without a veto overlaps with."""
        places = [self._place(c) for c in self.found.candidates if not c.veto]
        return sum(
            not any(start < last and end > first for start, end in places)
            for first, last in self.places
        )

    def _place(self, candidate: Candidate) -> tuple[int, int]:
        words = self.found.words
        return words.starts[candidate.start], words.ends[candidate.end - 1]


def read_names(golds: Sequence[GoldDocument]) -> list[Read]:
    """The candidates of the texts that are annotated for people."""
    nlp = load(["hemicycle_sentences", "ner"])
    read = []
    for gold in golds:
        if "people" not in gold.tables:
            continue
        entities = [(e.start_char, e.end_char, e.label_) for e in nlp(gold.text).ents]
        places = [(a.start, a.end) for a in gold.of_letters(_LETTER)]
        read.append(
            Read(gold.name, not gold.sample, find(gold.text, entities, lexicon(), 0.5), places)
        )
    return read


def fit_names(read: Sequence[Read]) -> list[Fitted]:
    """The two models, with what cross-validation over documents says of each."""
    old = load_toml(*FILE)
    missed = sum(text.missed() for text in read)
    heard = [(text, c) for text in read for c in text.found.candidates if not c.veto]
    so = [text.is_person(candidate) for text, candidate in heard]
    documents = [text.name for text, _ in heard]
    seen = [dict.fromkeys(candidate.seen, 1.0) for _, candidate in heard]
    first = fit_table(
        "names", [f.name for f in FEATURES], old["names"], seen, so, documents, missed
    )
    for (_, candidate), odds in zip(heard, first.odds, strict=True):
        candidate.score = float(odds)
    told = [facts for text in read for facts in _facts(text)]
    names = [fact.name for fact in FACTS]
    return [first, fit_table("agreement", names, old["agreement"], told, so, documents, missed)]


def usual_figures(read: Sequence[Read], fitted: Fitted) -> Figures:
    """The figures of a table on unseen documents, of the texts that are no sample of hard cases."""
    heard = [(text, c) for text in read for c in text.found.candidates if not c.veto]
    usual = np.array([text.usual for text, _ in heard])
    so = np.array([text.is_person(candidate) for text, candidate in heard])
    missed = sum(text.missed() for text in read if text.usual)
    return Figures.of(fitted.odds[usual], so[usual], missed)


def _facts(text: Read) -> Iterator[dict[str, float]]:
    found = text.found
    for _, facts in Document(found.words, found.candidates, lexicon()).facts():
        yield facts
