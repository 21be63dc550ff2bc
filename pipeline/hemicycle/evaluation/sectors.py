"""What ``hemicycle calibrate`` fits of sectors, and what it is worth.

Examples are rows of real texts that were judged (``models/calibration/sectors_read.csv``) and what
is found in our own labelled sentences, which tell of texts of one sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from hemicycle.annotation.linear import chance
from hemicycle.annotation.loading import load
from hemicycle.annotation.sectors.candidates import Candidate, CandidateFinder
from hemicycle.annotation.sectors.trust import FEATURES, FILE, READ_BEFORE, TABLE, Surroundings
from hemicycle.evaluation.fitting import likeliest_judged
from hemicycle.evaluation.read_cells import SECTORS, read_cells
from hemicycle.evaluation.sentences import LabelledSentence
from hemicycle.evaluation.weights import Fitted, fit_table
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.reading import reading_of


def read_terms(texts: Iterable[str]) -> Iterator[tuple[Doc, list[Candidate]]]:
    """The candidates in each of some texts."""
    nlp = load(READ_BEFORE)
    finder = CandidateFinder()
    for doc in nlp.pipe(texts):
        yield doc, finder.find(doc)


def fit_sectors(sentences: Sequence[LabelledSentence]) -> Fitted:
    """The weights of rows, with what cross-validation over documents says.

    Args:
        sentences: our own, with the branches that they name.
    """
    cells = read_cells(SECTORS, "sector")
    facts = [dict(cell.seen) for cell in cells]
    right = [cell.right for cell in cells]
    documents = [cell.document for cell in cells]
    read = read_terms(sentence.text for sentence in sentences)
    for sentence, (doc, found) in zip(sentences, read, strict=True):
        around = Surroundings(reading_of(doc), found)
        for place, candidate in enumerate(found):
            facts.append(around.facts_of(place))
            right.append(any(_is_of(candidate.code, code) for code in sentence.sectors))
            documents.append(sentence.text)
    old = load_toml(*FILE).get(TABLE, {})
    return fit_table(TABLE, FEATURES, old, facts, right, documents, choose=likeliest_judged)


def judged_sectors(fitted: Fitted) -> list[tuple[float, bool]]:
    """Of each judged row its chance without its document, and whether it is right."""
    cells = read_cells(SECTORS, "sector")
    odds = fitted.odds[: len(cells)]
    return [(chance(float(one)), cell.right) for one, cell in zip(odds, cells, strict=True)]


def _is_of(code: str, other: str) -> bool:
    """Whether one of two codes is the other, or a part of it."""
    return code.startswith(other) or other.startswith(code)
