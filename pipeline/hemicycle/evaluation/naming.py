"""What ``hemicycle calibrate`` fits of people: who is a person, and whom a function means.

Names are told by two linear models one behind the other: what is seen of a candidate at its place
(:mod:`hemicycle.annotation.people.features`), and what the document tells of it
(:mod:`hemicycle.annotation.people.agreement`). The second is fitted to sums that the first gives to
documents that took no part in its fit, as they will be those of unseen texts. A third model tells
whether a function alone means the person that was found for it
(:mod:`hemicycle.annotation.people.role_features`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hemicycle.annotation.entities.located import Place, located
from hemicycle.annotation.linear import chance
from hemicycle.annotation.loading import load
from hemicycle.annotation.people.agreement import FACTS, Document
from hemicycle.annotation.people.candidates import Candidate
from hemicycle.annotation.people.component import PeopleFinder
from hemicycle.annotation.people.features import FEATURES
from hemicycle.annotation.people.finder import Found
from hemicycle.annotation.people.lexicon import lexicon
from hemicycle.annotation.people.role_features import ROLE_FEATURES
from hemicycle.annotation.people.role_mentions import JudgedRole
from hemicycle.annotation.people.weights import FILE
from hemicycle.evaluation.gold import GoldDocument, annotated_for
from hemicycle.evaluation.weights import Figures, Fitted, fit_table
from hemicycle.kinds.people import PEOPLE
from hemicycle.kinds.wording import same_words
from hemicycle.knowledge.use import load_toml

_NAME = "P"
_ROLE = "R"


@dataclass(frozen=True, slots=True)
class Read:
    """An annotated text as it was read.

    Attributes:
        name: the text's name.
        usual: whether it is no sample of hard cases.
        found: its words and candidates.
        places: the annotated names, as first and one-past-last character.
        roles: the functions alone to which a person was given.
        meant: whether that is right, of each.
    """

    name: str
    usual: bool
    found: Found
    places: list[tuple[int, int]]
    roles: list[JudgedRole]
    meant: list[bool]

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


def read_people(golds: Sequence[GoldDocument]) -> list[Read]:
    """What might be people in the texts that are annotated for them."""
    nlp = load(["hemicycle_sentences", "ner"])
    return [read_text(gold, located(doc)) for gold, doc in annotated_for(PEOPLE.name, golds, nlp)]


def read_text(gold: GoldDocument, entities: list[Place]) -> Read:
    """What might be people in one text.

    Args:
        gold: the text.
        entities: the model's entities as (first character, one past the last, label).
    """
    judged = PeopleFinder().judge(gold.text, entities)
    places = [(a.start, a.end) for a in gold.of_letters(_NAME)]
    meant = [_is_meant(gold, role) for role in judged.roles]
    return Read(gold.name, not gold.sample, judged.found, places, judged.roles, meant)


def _is_meant(gold: GoldDocument, role: JudgedRole) -> bool:
    """Whether an annotated function alone overlaps and means the same person."""
    return any(
        a.start < role.end
        and a.end > role.start
        and any(same_words(value, role.person) for value in a.alternatives)
        for a in gold.of_letters(_ROLE)
    )


def fit_people(read: Sequence[Read]) -> list[Fitted]:
    """The three models, with what cross-validation over documents says of each."""
    return [*fit_names(read), fit_roles(read)]


def fit_roles(read: Sequence[Read]) -> Fitted:
    """The weights by which a function alone means the person that was found for it."""
    judged = [
        (text, role, so) for text in read for role, so in zip(text.roles, text.meant, strict=True)
    ]
    return fit_table(
        "roles",
        [feature.name for feature in ROLE_FEATURES],
        load_toml(*FILE)["roles"],
        [dict.fromkeys(role.seen, 1.0) for _, role, _ in judged],
        [so for _, _, so in judged],
        [text.name for text, _, _ in judged],
    )


def fit_names(read: Sequence[Read]) -> list[Fitted]:
    """The two models of names, with what cross-validation over documents says of each."""
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


def judged_people(read: Sequence[Read]) -> Iterator[tuple[float, bool]]:
    """Of each row that people would have, its confidence without its document, and if it is right.

    The weights are fitted to the other documents, as in :func:`fit_people`.
    """
    _, agreement, roles = fit_people(read)
    names = [text.is_person(c) for text in read for c in text.found.candidates if not c.veto]
    meant = [so for text in read for so in text.meant]
    for odds, right in (
        *zip(agreement.odds, names, strict=True),
        *zip(roles.odds, meant, strict=True),
    ):
        if odds >= 0:
            yield chance(float(odds)), right


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
