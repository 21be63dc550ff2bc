"""What ``hemicycle calibrate`` fits of organisations and places, and what it is worth.

Two linear models tell whether a candidate names an organisation and whether it names a place
(:mod:`hemicycle.annotation.bodies.features`). Figures are those of whole documents that took no
part in the fit: candidates weighed, agreed and chosen as they are in any text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from hemicycle.annotation.bodies import trust
from hemicycle.annotation.bodies.candidates import LOC, ORG, Candidate
from hemicycle.annotation.bodies.component import PlaceAndBodyFinder
from hemicycle.annotation.bodies.deciding import FILE, TABLES, chosen, weigh
from hemicycle.annotation.bodies.features import NAMES
from hemicycle.annotation.entities.located import located
from hemicycle.annotation.linear import Weights, chance
from hemicycle.annotation.loading import load
from hemicycle.evaluation.fitting import folds
from hemicycle.evaluation.gold import GoldDocument, annotated_for
from hemicycle.evaluation.read_cells import BODIES, fit_cells, read_cells
from hemicycle.evaluation.weights import Fitted, fit_table
from hemicycle.kinds.organisations import ORGANISATIONS
from hemicycle.kinds.places import PLACES
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.reading import reading_of

_LETTERS = {kind.letters[0].letter: kind.name for kind in (ORGANISATIONS, PLACES)}
_LABELS = {table: label for label, table in TABLES.items()}
_LEAST_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Read:
    """An annotated text as it was read.

    Attributes:
        name: the text's name.
        candidates: with all that is seen of them.
        places: what is annotated: first character, one past the last, label.
    """

    name: str
    candidates: list[Candidate]
    places: list[tuple[int, int, str]]

    def is_right(self, candidate: Candidate, label: str) -> bool:
        """Whether a candidate covers at least half of what is annotated with a label."""
        return self._annotated(candidate, label) is not None

    def missed(self, label: str) -> int:
        """How much is annotated that no candidate covers."""
        found = {self._annotated(c, label) for c in self.candidates}
        return sum(place[2] == label and place not in found for place in self.places)

    def _annotated(self, candidate: Candidate, label: str) -> tuple[int, int, str] | None:
        for place in self.places:
            start, end, annotated = place
            common = min(end, candidate.end) - max(start, candidate.start)
            longest = max(end, candidate.end) - min(start, candidate.start)
            if annotated == label and common >= _LEAST_SHARE * longest:
                return place
        return None


def read_bodies(golds: Sequence[GoldDocument]) -> list[Read]:
    """The candidates of the texts that are annotated for organisations and places."""
    nlp = load(["hemicycle_sentences", "ner", "hemicycle_people", "hemicycle_speeches"])
    finder = PlaceAndBodyFinder()
    read = []
    for gold, doc in annotated_for(ORGANISATIONS.name, golds, nlp):
        persons, taken = finder.elsewhere(doc)
        found, _ = finder.candidates(reading_of(doc), located(doc), persons, taken, doc._.country)
        places = [
            (a.start, a.end, _LABELS[_LETTERS[a.letter]])
            for a in gold.of_letters("".join(_LETTERS))
        ]
        read.append(Read(gold.name, found, places))
    return read


def fit_bodies(read: Sequence[Read]) -> list[Fitted]:
    """The two models, with what cross-validation over documents says of each."""
    old = load_toml(*FILE)
    heard = [(text, candidate) for text in read for candidate in text.candidates]
    seen = [dict.fromkeys(candidate.found & set(NAMES), 1.0) for _, candidate in heard]
    return [
        fit_table(
            table,
            NAMES,
            old[table],
            seen,
            [text.is_right(candidate, label) for text, candidate in heard],
            [text.name for text, _ in heard],
            sum(text.missed(label) for text in read),
        )
        for label, table in TABLES.items()
    ]


def fit_rows() -> list[Fitted]:
    """What tells how likely a row is right, fitted to judged rows of real texts."""
    cells = {ORG: read_cells(BODIES, "organisation"), LOC: read_cells(BODIES, "place")}
    return [
        fit_cells(trust.FILE, table, trust.FEATURES, cells[label])
        for label, table in trust.TABLES.items()
    ]


def _weights(fitted: Sequence[Fitted]) -> Mapping[str, Weights]:
    return {_LABELS[table.table]: Weights.of_lines(table.lines) for table in fitted}


def _chosen_unseen(read: Sequence[Read]) -> Iterator[tuple[Read, list[Candidate]]]:
    """Of each text what is chosen by weights that were fitted to the others."""
    fold = folds([text.name for text in read])
    for number in np.unique(fold):
        others = [text for text, place in zip(read, fold, strict=True) if place != number]
        weights = _weights(fit_bodies(others))
        for text, place in zip(read, fold, strict=True):
            if place == number:
                weigh(text.candidates, weights)
                yield text, chosen(text.candidates)


def judged_bodies(read: Sequence[Read]) -> Iterator[tuple[float, bool]]:
    """Of each row its confidence without its document, and whether it is right."""
    for text, kept in _chosen_unseen(read):
        for candidate in kept:
            sure = chance(trust.odds_of(candidate))
            yield sure, text.is_right(candidate, candidate.label)


def unseen_rows(read: Sequence[Read]) -> Iterator[str]:
    """The figures of rows of unseen documents, a line for each table."""
    right, found, wanted = (dict.fromkeys(TABLES, 0) for _ in range(3))
    for text, kept in _chosen_unseen(read):
        for _, _, label in text.places:
            wanted[label] += 1
        for candidate in kept:
            found[candidate.label] += 1
            right[candidate.label] += text.is_right(candidate, candidate.label)
    for label, table in TABLES.items():
        precision = right[label] / max(1, found[label])
        recall = right[label] / max(1, wanted[label])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        yield f"{table}, rows of unseen documents: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"
