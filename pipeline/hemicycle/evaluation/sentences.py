"""Labelled sentences against what the pipeline says of each.

``models/gold/sentences.csv`` gives the policy topics and the branches of single sentences, a tenth
of which have neither. Topics and branches are judged one by one (micro-averaged); the scores of
topics by how often they are right.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hemicycle.document import Document, Failure
from hemicycle.evaluation.gold import EvaluationError
from hemicycle.messages import tell
from hemicycle.settings import Settings
from hemicycle.tables.registry import SECTORS, THEMES

FILE = "sentences.csv"


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """A sentence with its labels.

    Attributes:
        text: the sentence.
        themes: CAP major topics.
        sectors: NAF codes (`C`, `D35`).
    """

    text: str
    themes: frozenset[str]
    sectors: frozenset[str]


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the pipeline says of a sentence: topics with their scores, and branches."""

    themes: dict[str, float]
    sectors: frozenset[str]


def read_sentences(folder: Path) -> list[LabelledSentence]:
    """The labelled sentences of a folder of annotated texts, none if it has no such file.

    Raises:
        EvaluationError: the file lacks a column.
    """
    path = folder / FILE
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(line for line in handle if not line.startswith("#")))
    try:
        return [
            LabelledSentence(
                row["text"], frozenset(row["themes"].split()), frozenset(row["sectors"].split())
            )
            for row in rows
        ]
    except KeyError as error:
        raise EvaluationError(
            tell("{path} has no column {error}.", path=path, error=error)
        ) from error


def tag(sentences: Iterable[LabelledSentence]) -> Iterator[Tagged]:
    """Each sentence read as a document of its own.

    Raises:
        EvaluationError: a sentence cannot be read.
    """
    from hemicycle.running.executors.choice import read_all

    documents = [
        Document(doc_id=str(index), text=sentence.text, path="", sha256="")
        for index, sentence in enumerate(sentences)
    ]
    code, score = THEMES.header.index("code"), THEMES.header.index("score")
    speech = THEMES.header.index("speech")
    section, division = SECTORS.header.index("section"), SECTORS.header.index("division")
    for document, found in read_all(documents, (THEMES, SECTORS), Settings()):
        if isinstance(found, Failure):
            raise EvaluationError(f"{document.text!r}: {found.message}")
        themes = {row[code]: float(row[score]) for row in found["themes"] if not row[speech]}
        sectors = frozenset(row[section] + row[division] for row in found["sectors"])
        yield Tagged(themes, sectors)
