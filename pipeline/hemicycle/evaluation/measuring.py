"""What ``hemicycle calibrate`` fits of amounts: how likely a row is right in what it fills.

The texts are those whose header has ``sample: measures``: there every amount says what it measures
(nothing, where the field is empty) and the date that it holds for (none, where there is no field).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from hemicycle.annotation.amounts import trust
from hemicycle.annotation.amounts.component import surroundings
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.reader import reader
from hemicycle.annotation.linear import chance
from hemicycle.annotation.loading import load
from hemicycle.evaluation.fitting import judge
from hemicycle.evaluation.gold import Annotation, GoldDocument
from hemicycle.evaluation.weights import Fitted, fit_table
from hemicycle.kinds.dates import DATES
from hemicycle.kinds.wording import fold
from hemicycle.knowledge.use import load_toml

SAMPLE = "measures"
_LETTER = "A"
_ENDINGS = "sx"
# The annotated texts are clearer than those of the world, to whose rows the priors were fitted: the
# weights are held to these, whatever would suit the clear texts better.
_RIDGE = 300.0


@dataclass(frozen=True, slots=True)
class Judged:
    """A row that an annotation judges.

    Attributes:
        document: the text's name.
        seen: the features that hold of it.
        right: whether it is right in all that it fills.
    """

    document: str
    seen: tuple[str, ...]
    right: bool


def read_amounts(golds: Sequence[GoldDocument]) -> list[Judged]:
    """The judged rows of the texts that say what is measured, in order."""
    nlp = load(["hemicycle_sentences", "hemicycle_dates"])
    judged: list[Judged] = []
    for gold in golds:
        if gold.header.get("sample") != SAMPLE:
            continue
        doc = nlp.make_doc(gold.text)
        doc._.document_date, doc._.country = gold.date, gold.header.get("country", "")
        doc = nlp(doc)
        found = reader().quantities(gold.text, **surroundings(doc, list(DATES.read(doc))))
        for annotation in gold.of_letters(_LETTER):
            over = (q for q in found if q.start < annotation.end and q.end > annotation.start)
            row = next(over, None)
            if row is not None:
                judged.append(Judged(gold.name, row.seen, is_right(row, annotation)))
    return judged


def is_right(amount: Quantity, annotation: Annotation) -> bool:
    """Whether an amount fills nothing that its annotation contradicts.

    A measure is right that has the words of one of those annotated, and at most what those of the
    text add behind them; an empty one says nothing wrong.
    """
    if amount.date and amount.date != annotation.fields.get("date", ""):
        return False
    if not amount.measure:
        return True
    wanted = annotation.fields.get("measure", "")
    told = _words(amount.measure)
    return any(told[: len(words)] == words for words in map(_words, wanted.split(" | ")) if words)


def _words(phrase: str) -> list[str]:
    return [word.rstrip(_ENDINGS) for word in fold(phrase).split()]


def fit_amounts(judged: Sequence[Judged]) -> Fitted:
    """The weights, with what cross-validation over documents says of them."""
    return fit_table(
        trust.TABLE,
        trust.FEATURES,
        load_toml(*trust.FILE)[trust.TABLE],
        [dict.fromkeys(row.seen, 1.0) for row in judged],
        [row.right for row in judged],
        [row.document for row in judged],
        choose=partial(judge, ridge=_RIDGE),
    )


def judged_amounts(judged: Sequence[Judged]) -> Iterator[tuple[float, bool]]:
    """Of each row, its confidence by weights fitted without its document, and if it is right."""
    odds = fit_amounts(judged).odds
    return zip((chance(float(one)) for one in odds), (row.right for row in judged), strict=True)
