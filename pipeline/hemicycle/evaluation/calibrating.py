"""Fits what is fitted to annotated texts: what ``hemicycle calibrate`` does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from hemicycle.annotation.amounts import trust as amounts
from hemicycle.annotation.bodies import deciding
from hemicycle.annotation.linear import Weights
from hemicycle.annotation.people import weights as people
from hemicycle.annotation.quotes import features as quotes
from hemicycle.annotation.sectors import company as sector_company
from hemicycle.annotation.sectors import trust as sectors
from hemicycle.annotation.term_rates import company_table
from hemicycle.annotation.themes import rates
from hemicycle.annotation.themes import weights as themes
from hemicycle.evaluation.bodies import fit_bodies, fit_rows, read_bodies, unseen_rows
from hemicycle.evaluation.gold import EvaluationError, GoldDocument, read_gold
from hemicycle.evaluation.measuring import (
    fit_choice,
    fit_dates,
    fit_kept,
    read_amounts,
)
from hemicycle.evaluation.naming import fit_people, read_people, usual_figures
from hemicycle.evaluation.quoting import fit_quotes, read_quotes
from hemicycle.evaluation.sectors import fit_sectors, read_terms
from hemicycle.evaluation.sentences import LabelledSentence, read_sentences
from hemicycle.evaluation.topics import (
    filed_table,
    fit_read,
    fit_read_documents,
    fit_read_later,
    fit_topics,
    read_questions,
    topic_terms,
)
from hemicycle.evaluation.weights import Fitted
from hemicycle.kinds.organisations import ORGANISATIONS
from hemicycle.knowledge.use import read_folder_again
from hemicycle.messages import tell
from hemicycle.resources import models_folder

_THEMES_HEAD = """\
# Made by `hemicycle calibrate`: the weights by which a topic of a sentence or of a document is told
# likely right (annotation/themes/features.py says what each sees). `prior` was fitted to texts from
# elsewhere, which are not shipped (`hemicycle calibrate --questions`); `weight` to models/gold,
# held to it. `seen`, `so`: in how many examples of models/gold, and in how many the topic was
# right. `passages_read`, `documents_read`, `later_read`: what passages of real texts, first topics
# of such texts and topics behind these, that one reader judged (themes_read.csv), say of these odds
# (trust.py, document_trust.py).
"""
# What real texts say of the odds of each table.
_FITTED_AGAIN = {
    "passages": (fit_read,),
    "documents": (fit_read_documents, fit_read_later),
}
_PEOPLE_HEAD = """\
# Made by `hemicycle calibrate` from the annotated texts of models/gold: the weights by which people
# are told (features.py, agreement.py and role_features.py in annotation/people say what each sees).
# `weight` is added to the logarithm of the odds where the feature is seen. `prior` was tuned by
# hand before and may be edited: each weight has a normal distribution around it before the texts
# are seen, so that what they show rarely keeps it. `seen`: in how many examples; `so`: of these,
# in how many a person was named or meant.
"""
_AMOUNTS_HEAD = """\
# Made by `hemicycle calibrate`: which phrase near an amount says what it measures (`measure`, from
# the texts of models/gold/measures; annotation/amounts/choice.py says what each feature sees), and
# whether its row keeps the likeliest phrase (`kept`) and its date (`dated`; trust.py), from rows of
# real texts that were read (amounts_read.csv). `prior` was set by hand and may be edited: the
# weights are held to it. `so`: in how many of the examples seen the phrase, the date, was right.
"""

_QUOTES_HEAD = """\
# Made by `hemicycle calibrate` from the annotated texts of models/gold: how likely a quotation is
# right in what its row fills (annotation/quotes/features.py says what each feature sees). `prior`:
# what was fitted to 121 judged rows of other texts (sittings, press of four decades), to which the
# weights are held. `so`: in how many of the examples seen the row was right.
"""

_SECTORS_HEAD = """\
# Made by `hemicycle calibrate`: how likely a text speaks of the branch of the economy that a term
# stands for (trust.py in annotation/sectors says what each feature sees), from rows of real texts
# that were judged (sectors_read.csv) and the labelled sentences of models/gold. What the columns
# mean is said in people.toml.
"""

_BODIES_HEAD = """\
# Made by `hemicycle calibrate` from the annotated texts of models/gold: the weights by which
# organisations and places are told (features.py in annotation/bodies says what each sees), and from
# rows of real texts that were judged (bodies_read.csv) how likely a row is right (trust.py). What
# the columns mean is said in people.toml.
"""


def calibrate(
    folder: Path | None = None,
    texts: Iterable[str] | None = None,
    questions: Sequence[Path] = (),
) -> Iterator[str]:
    """Fit all weights and write ``models/calibration/``; tells what was fitted, file by file.

    Args:
        folder: the annotated texts and labelled sentences, ``models/gold`` by default.
        texts: texts without labels, to count anew which terms stand near others of their topic.
        questions: files of texts from elsewhere with their topics; see ``evaluation/topics.py``.

    Raises:
        EvaluationError: there are no annotated texts, or none with labelled sentences.
    """
    folder = folder or models_folder() / "gold"
    sentences = read_sentences(folder)
    if not sentences:
        raise EvaluationError(tell("There are no labelled sentences to calibrate on."))
    golds = read_gold(folder)
    if texts is not None:
        kept = list(texts)
        yield _write(rates.FILE, company_table(topic_terms(kept)))
        found = (terms for _, terms in read_terms(kept))
        yield _write(sector_company.FILE, company_table(found))
    written: list[str] = []
    asked = [question for path in questions for question in read_questions(path)]
    if asked:
        yield _write(rates.FILED_FILE, filed_table(asked))
    for topics, reliable in fit_topics(sentences, golds, asked):
        written.append(topics.to_toml())
        weights = Weights.of_lines(topics.lines)
        for fit_again in _FITTED_AGAIN[topics.table]:
            read_again = fit_again(weights)
            written.append(read_again.to_toml())
            yield read_again.summary()
        yield "\n".join(part for part in (topics.summary(), reliable) if part)
    yield _write(themes.FILE, f"{_THEMES_HEAD}\n" + "\n".join(written))
    read = read_people(golds)
    fitted = fit_people(read)
    tables = "\n".join(table.to_toml() for table in fitted)
    yield _write(people.FILE, f"{_PEOPLE_HEAD}\n{tables}")
    if any(ORGANISATIONS.name in gold.tables for gold in golds):
        yield from _fit_bodies(golds)
    for table in fitted:
        yield table.summary()
        if table.table == "agreement":
            yield f"  fitted, usual texts, unseen: {usual_figures(read, table)}"
    if quoted := read_quotes(golds):
        told_of = fit_quotes(quoted)
        yield _write(quotes.FILE, f"{_QUOTES_HEAD}\n{told_of.to_toml()}")
        yield told_of.summary()
    yield from _fit_amounts(golds)
    yield from _fit_sectors(sentences)


def _fit_sectors(sentences: list[LabelledSentence]) -> Iterator[str]:
    """Fit and write how likely a row of sectors is right."""
    fitted = fit_sectors(sentences)
    yield _write(sectors.FILE, f"{_SECTORS_HEAD}\n{fitted.to_toml()}")
    yield fitted.summary()


def _fit_bodies(golds: list[GoldDocument]) -> Iterator[str]:
    """Fit and write the weights of organisations and places."""
    read = read_bodies(golds)
    fitted = fit_bodies(read) + fit_rows()
    tables = "\n".join(table.to_toml() for table in fitted)
    yield _write(deciding.FILE, f"{_BODIES_HEAD}\n{tables}")
    for table in fitted:
        yield table.summary()
    yield from unseen_rows(read)


def _fit_amounts(golds: list[GoldDocument]) -> Iterator[str]:
    """Fit and write which phrase an amount measures, and which measures and dates rows keep."""
    for _ in range(3):  # what is chosen is weighed for the amounts behind it
        chosen = fit_choice(read_amounts(golds))
        tables = chosen, fit_kept(chosen), fit_dates()
        written = _write_amounts(*tables)
    yield written
    for table in tables:
        yield table.summary()


def _write_amounts(*tables: Fitted) -> str:
    written = "\n".join(table.to_toml() for table in tables)
    return _write(amounts.FILE, f"{_AMOUNTS_HEAD}\n{written}")


def _write(file: tuple[str, ...], content: str) -> str:
    target = models_folder().joinpath(*file)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(content, encoding="utf-8")
    read_folder_again()
    return "/".join(("models", *file))
