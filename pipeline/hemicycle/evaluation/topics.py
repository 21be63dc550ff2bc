"""Fits how likely topics of sentences and documents are right: a part of ``hemicycle calibrate``.

Labelled are the sentences and the documents of ``models/gold``; and, if they are given, texts from
elsewhere: questions that an archive has filed under topics, and passages of them that a reader has
judged. The weights these give are the priors of the file, which are kept when they are not given;
those of passages also where no passage was judged.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from hemicycle.annotation.linear import Weights, chance
from hemicycle.annotation.loading import load, pipeline_config
from hemicycle.annotation.term_rates import TermRates
from hemicycle.annotation.themes import document_trust, trust
from hemicycle.annotation.themes.component import Judged
from hemicycle.annotation.themes.configured import READ_BEFORE, configured_tagger
from hemicycle.annotation.themes.factory import DEFAULTS
from hemicycle.annotation.themes.features import DOCUMENT, PASSAGE
from hemicycle.annotation.themes.rates import count_filed, mean_rate
from hemicycle.annotation.themes.weighing import Evidence, Weigher
from hemicycle.annotation.themes.weights import FILE, document_weights
from hemicycle.evaluation.fitting import Examples, fit, judge
from hemicycle.evaluation.gold import EvaluationError, GoldDocument
from hemicycle.evaluation.read_cells import THEMES, fit_cells, read_cells
from hemicycle.evaluation.reliability import reliability
from hemicycle.evaluation.sentences import LabelledSentence
from hemicycle.evaluation.weights import Fitted, fit_table, tabulated
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.reading import Reading

# An archive files a text under what it is mostly about, and a reader judges a sentence: what the
# one says of the other is told apart by these, which are not kept.
_ARCHIVED = ("archived", "archived_around_share", "archived_around_first")
# A judged passage says as much as so many filed ones.
_JUDGED_OVER_FILED = 15
_PRIOR_RIDGES = {"passages": 3.0, "documents": 1.0}
_LEAST_SEEN = 5
# How a text is filed is told to itself by the texts of other parts only.
_PARTS = 5
_FILED_LEAST = 3
# Is no feature of a topic, but of its text.
_UNPOLITICAL = "unpolitical"


@dataclass(slots=True)
class Labelled:
    """Examples of one table.

    Attributes:
        rows: the features of each.
        right: whether each is right.
        documents: the name of the document of each.
    """

    rows: list[dict[str, float]] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)

    def add(self, row: Mapping[str, float], right: bool, document: str) -> None:
        """Add an example."""
        self.rows.append(dict(row))
        self.right.append(right)
        self.documents.append(document)

    def extend(self, other: Labelled) -> None:
        """Add the examples of another."""
        self.rows += other.rows
        self.right += other.right
        self.documents += other.documents


@dataclass(frozen=True, slots=True)
class Question:
    """A text from elsewhere with what it is filed under, or what of it a reader has judged.

    Attributes:
        name: its name.
        text: the text.
        labels: the topics that it is filed under; none if nobody filed it.
        judged: of passages, by their text and topic, whether they are right.
        topics: of topics of the whole text, whether they are right for a text nobody filed.
    """

    name: str
    text: str
    labels: frozenset[str]
    judged: Mapping[tuple[str, str], bool]
    topics: Mapping[str, bool] = field(default_factory=dict)


def read_questions(path: Path) -> Iterator[Question]:
    """The texts of a file of JSON lines with ``text``, ``labels`` (empty if nobody filed it).

    Perhaps also ``passages``, each with ``text``, ``code`` and ``right``, and ``topics``: by their
    codes, whether they are right for the whole text.

    Raises:
        EvaluationError: a line has no such keys.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            record: dict[str, Any] = json.loads(line)
            judged = {
                (one["text"], str(one["code"])): bool(one["right"])
                for one in record.get("passages", ())
            }
            name = str(record.get("id", number))
            topics = {str(code): bool(right) for code, right in record.get("topics", {}).items()}
            yield Question(name, record["text"], frozenset(record["labels"]), judged, topics)
        except (KeyError, TypeError, ValueError) as error:
            raise EvaluationError(f"{path}, line {number}: {error!r}.") from error


class Read(NamedTuple):
    """What a text says of topics.

    Attributes:
        evidence: the terms.
        topics: the topics of the text.
        passages: those of its sentences.
    """

    evidence: list[Evidence]
    topics: list[Judged]
    passages: list[Judged]


class TopicReader:
    """Reads what is seen of the topics of texts."""

    def __init__(self) -> None:
        """Load what is read before topics are."""
        self._nlp: Language = load(READ_BEFORE)
        self._tagger = configured_tagger()

    def read(self, texts: Iterable[str]) -> Iterator[Read]:
        """What each text says of topics."""
        for text in texts:
            doc: Doc = self._nlp(text)
            evidence = self._tagger.evidence(doc)
            sentences = list(self._tagger.of_sentences(doc, evidence))
            yield Read(evidence, self._tagger.of_text(doc, evidence), sentences)


def fit_topics(
    sentences: Sequence[LabelledSentence],
    golds: Sequence[GoldDocument],
    questions: Sequence[Question] = (),
) -> Iterator[tuple[Fitted, str]]:
    """The weights of both tables of the file, and how reliable they are on unseen documents.

    Args:
        sentences: the labelled sentences.
        golds: the annotated texts.
        questions: texts from elsewhere; if there are none, the priors of the file are kept.
    """
    reader = TopicReader()
    read = list(reader.read(question.text for question in questions))
    own_passages, own_documents = _own(reader, sentences, golds)
    passages, judged, documents = _elsewhere(questions, read)
    old = load_toml(*FILE)
    for table, names, own, far, near, is_told in (
        ("passages", PASSAGE, own_passages, passages, judged, bool(judged.rows)),
        ("documents", DOCUMENT, own_documents, documents, Labelled(), bool(documents.rows)),
    ):
        priors, reliable = dict(old.get(table, {})), ""
        if is_told:
            examples, columns = _examples(names, own, far, near)
            priors = _priors(examples, columns, _PRIOR_RIDGES[table])
            reliable = _reliable(examples, _PRIOR_RIDGES[table], own, far, near)
        # What was judged elsewhere is in the priors; it shows how reliable the odds are.
        fitted = fit_table(table, names, priors, own.rows, own.right, own.documents)
        yield fitted, reliable


def fit_read(weights: Weights | None = None) -> Fitted:
    """How likely a passage of a real text is right, by those that were judged.

    Args:
        weights: those of the topics of sentences, the fitted ones by default.
    """
    cells = read_cells(THEMES, "passage")
    facts = [trust.facts_of(cell.seen, weights) for cell in cells]
    return fit_cells(FILE, trust.TABLE, trust.FEATURES, cells, facts)


def judged_passages() -> list[tuple[float, bool]]:
    """Of each judged passage its chance without its document, and whether it is right."""
    cells, odds = read_cells(THEMES, "passage"), fit_read().odds
    return [(chance(float(one)), cell.right) for one, cell in zip(odds, cells, strict=True)]


def fit_read_documents(weights: Weights | None = None) -> Fitted:
    """How likely the first topic of a real text is right, by those that were judged.

    Args:
        weights: those of the topics of documents, the fitted ones by default.
    """
    cells = read_cells(THEMES, "document")
    facts = [
        document_trust.facts_of(
            {name: number for name, number in cell.seen.items() if name != _UNPOLITICAL},
            cell.seen.get(_UNPOLITICAL, 0.0),
            weights,
        )
        for cell in cells
    ]
    return fit_cells(FILE, document_trust.TABLE, document_trust.FEATURES, cells, facts)


def fit_read_later(weights: Weights | None = None) -> Fitted:
    """How likely a real text speaks of a topic behind its first, by those that were judged.

    Args:
        weights: those of the topics of documents, the fitted ones by default.
    """
    cells = read_cells(THEMES, "later")
    weights = weights or document_weights()
    facts = [document_trust.later_facts_of(cell.seen, weights.weigh(cell.seen)) for cell in cells]
    return fit_cells(FILE, document_trust.LATER_TABLE, document_trust.LATER_FEATURES, cells, facts)


def judged_later() -> list[tuple[float, bool]]:
    """Of each judged topic behind a first its chance without its text, and whether it is right."""
    cells, odds = read_cells(THEMES, "later"), fit_read_later().odds
    return [(chance(float(one)), cell.right) for one, cell in zip(odds, cells, strict=True)]


def judged_documents() -> list[tuple[float, bool]]:
    """Of each judged document the chance of its first topic without it, and whether it is right."""
    cells, odds = read_cells(THEMES, "document"), fit_read_documents().odds
    return [(chance(float(one)), cell.right) for one, cell in zip(odds, cells, strict=True)]


def topic_terms(texts: Iterable[str]) -> Iterator[list[Evidence]]:
    """The terms of topics in each of some texts."""
    config = {**DEFAULTS, **pipeline_config()["components"]["hemicycle_themes"]}
    names = ("least_weight", "least_share", "strong_weight", "most")
    weigher = Weigher(*(config[name] for name in names))
    for text in texts:
        yield list(weigher.find(Reading(text)))


def _own(
    reader: TopicReader, sentences: Sequence[LabelledSentence], golds: Sequence[GoldDocument]
) -> tuple[Labelled, Labelled]:
    passages, documents = Labelled(), Labelled()
    for sentence, said in zip(sentences, reader.read(one.text for one in sentences), strict=True):
        for one in said.passages:
            passages.add(one.seen, one.topic.code in sentence.themes, sentence.text)
    filed = [gold for gold in golds if gold.listed("themes")]
    for gold, said in zip(filed, reader.read(gold.text for gold in filed), strict=True):
        wanted = gold.listed("themes")
        for one in said.topics:
            documents.add(one.seen, one.topic.code in wanted, gold.name)
    return passages, documents


def filed_table(questions: Sequence[Question]) -> str:
    """How often texts that hold each term are filed under its topic, as a table."""
    read = TopicReader().read(question.text for question in questions)
    counts = _count_filed(list(zip(questions, read, strict=True)))
    lines = [
        f"{term},{code},{seen},{held}"
        for (code, term), (seen, held) in sorted(counts.items(), key=lambda one: one[0][::-1])
        if seen >= _FILED_LEAST
    ]
    return "\n".join(("term,code,seen,filed", *lines, ""))


def _count_filed(read: Iterable[tuple[Question, Read]]) -> dict[tuple[str, str], tuple[int, int]]:
    return count_filed(
        (said.evidence, question.labels) for question, said in read if question.labels
    )


def _elsewhere(
    questions: Sequence[Question], read: Sequence[Read]
) -> tuple[Labelled, Labelled, Labelled]:
    filed, judged, documents = Labelled(), Labelled(), Labelled()
    pairs = list(zip(questions, read, strict=True))
    for part in range(_PARTS):
        others = [pair for place, pair in enumerate(pairs) if place % _PARTS != part]
        rates = TermRates.of_filed(_count_filed(others))
        for question, said in pairs[part::_PARTS]:
            for one in said.topics:
                right = question.topics.get(one.topic.code)
                if right is None and question.labels:
                    right = one.topic.code in question.labels
                if right is not None:
                    documents.add(_unseen(one, rates), right, question.name)
            for one in said.passages:
                row = _unseen(one, rates)
                right = question.judged.get((question.text[one.start : one.end], one.topic.code))
                if right is not None:
                    judged.add(row, right, question.name)
                elif question.labels:
                    filed.add(_archived(row), one.topic.code in question.labels, question.name)
    return filed, judged, documents


def _unseen(one: Judged, rates: TermRates) -> dict[str, float]:
    """What is seen of a topic, by how texts of other parts are filed."""
    return {**one.seen, "filed": mean_rate(rates, one.topic)}


def _archived(seen: Mapping[str, float]) -> dict[str, float]:
    row = {**seen, "archived": 1.0}
    for name in ("around_share", "around_first"):
        row[f"archived_{name}"] = seen.get(name, 0.0)
    return row


def _priors(
    examples: Examples, columns: Mapping[str, int], ridge: float
) -> dict[str, dict[str, float]]:
    weights = fit(examples, ridge)
    return {
        name: {"prior": round(float(weights[index]), 3)}
        for name, index in columns.items()
        if name not in _ARCHIVED
    }


def _examples(
    names: Iterable[str], own: Labelled, far: Labelled, near: Labelled
) -> tuple[Examples, dict[str, int]]:
    every = Labelled()
    every.extend(own)
    every.extend(far)
    for _ in range(_JUDGED_OVER_FILED):
        every.extend(near)
    columns, features = tabulated((*names, *_ARCHIVED), every.rows)
    right = np.array(every.right, dtype=bool)
    return Examples(features, right, every.documents, np.zeros(len(columns))), columns


def _reliable(
    examples: Examples, ridge: float, own: Labelled, far: Labelled, near: Labelled
) -> str:
    """How often topics are right by the chance that weights of other documents give them."""
    odds = judge(examples, ridge).odds
    lines = []
    kinds = (
        ("own", 0, len(own.rows)),
        ("filed", len(own.rows), len(far.rows)),
        ("judged", len(own.rows) + len(far.rows), len(near.rows)),
    )
    for kind, first, number in kinds:
        part = slice(first, first + number)
        pairs = zip(map(chance, odds[part].tolist()), examples.right[part].tolist(), strict=True)
        lines += [
            f"  {kind} {one.low:.1f}-{one.high:.1f}: n {one.number}, "
            f"told {one.mean_score:.2f}, right {one.right:.2f}"
            for one in reliability(pairs)
        ]
    return "\n".join(lines)
