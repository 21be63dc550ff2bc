"""What ``hemicycle calibrate`` fits of amounts: which phrase says what is measured, and how likely
a row is right in what it fills.

The texts are those whose header has ``sample: measures``: there every amount says what it measures
(nothing, where the field is empty) and the date that it holds for (none, where there is no field).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from hemicycle.annotation.amounts import choice, trust
from hemicycle.annotation.amounts.component import surroundings
from hemicycle.annotation.amounts.quantity import Offer, Quantity
from hemicycle.annotation.amounts.reader import reader
from hemicycle.annotation.linear import CONSTANT, chance
from hemicycle.annotation.loading import load
from hemicycle.evaluation.fitting import likeliest_judged
from hemicycle.evaluation.gold import Annotation, GoldDocument
from hemicycle.evaluation.weights import Fitted, fit_table
from hemicycle.kinds.dates import DATES
from hemicycle.kinds.wording import fold
from hemicycle.knowledge.use import load_toml

# A phrase that was weighed: the text's name, and the first characters of the amount and of itself.
Offered: TypeAlias = tuple[str, int, "int | None"]

SAMPLE = "measures"
# The rules have been mended on these texts: cells of texts that are not seen yet are less often
# right than folds over these say. On the twelve texts that came last, before anything was mended
# or fitted to them, the odds of measures lowered by .25 to .75 had about the least log loss; of
# these the safest is taken.
_FLATTERED = 0.75
_LETTER = "A"
_ENDINGS = "sx"


@dataclass(frozen=True, slots=True)
class Judged:
    """A row with the annotation that judges it.

    Attributes:
        document: the text's name.
        amount: the row, with all that was weighed for its measure.
        annotation: what it should be.
    """

    document: str
    amount: Quantity
    annotation: Annotation

    @property
    def date_is_right(self) -> bool:
        """Whether its date is the one that is annotated."""
        return self.amount.date == self.annotation.fields.get("date", "")


def read_amounts(golds: Sequence[GoldDocument]) -> list[Judged]:
    """The judged rows of the texts that say what is measured, in order."""
    nlp = load(["hemicycle_sentences", "hemicycle_dates"])
    judged: list[Judged] = []
    for gold in golds:
        if gold.header.get("sample") != SAMPLE:
            continue
        doc = nlp(gold.unread(nlp))
        told = surroundings(doc, list(DATES.read(doc)))
        found = reader().quantities(gold.text, **told, every=True)
        for annotation in gold.of_letters(_LETTER):
            over = (q for q in found if q.start < annotation.end and q.end > annotation.start)
            row = next(over, None)
            if row is not None:
                judged.append(Judged(gold.name, row, annotation))
    return judged


def measures(phrase: str, annotation: Annotation) -> bool:
    """Whether a phrase says what an amount measures: it has the words of one of those annotated,
    and at most what those of the text add behind them."""
    wanted = annotation.fields.get("measure", "")
    told = _words(phrase)
    return any(told[: len(words)] == words for words in map(_words, wanted.split(" | ")) if words)


def _words(phrase: str) -> list[str]:
    return [word.rstrip(_ENDINGS) for word in fold(phrase).split()]


def fit_choice(judged: Sequence[Judged]) -> Fitted:
    """The weights by which a phrase is chosen, with what cross-validation over documents says."""
    weighed = list(_weighed(judged))
    return fit_table(
        choice.TABLE,
        choice.FEATURES,
        load_toml(*choice.FILE)[choice.TABLE],
        [dict.fromkeys(offer.seen, 1.0) for _, offer in weighed],
        [measures(offer.measure, row.annotation) for row, offer in weighed],
        [row.document for row, _ in weighed],
        choose=likeliest_judged,
    )


def _weighed(judged: Sequence[Judged]) -> Iterator[tuple[Judged, Offer]]:
    return ((row, offer) for row in judged for offer in row.amount.offers)


def unseen_odds(judged: Sequence[Judged], fitted: Fitted) -> Mapping[Offered, float]:
    """The odds of each phrase that was weighed by weights fitted without its document.

    Args:
        judged: the rows.
        fitted: what was fitted to them.
    """
    return {
        (row.document, row.amount.start, offer.start): float(odds)
        for (row, offer), odds in zip(_weighed(judged), fitted.odds, strict=True)
    }


def fit_kept(judged: Sequence[Judged], unseen: Mapping[Offered, float]) -> Fitted:
    """The weights by which a row keeps its measure, with what cross-validation over documents says.

    Args:
        judged: the rows.
        unseen: the odds of their phrases (:func:`unseen_odds`), which a row has in place of those
            that were fitted to it.
    """
    rows, so = [], []
    for row in _with_phrase(judged):
        told, best = dict(row.amount.facts), likeliest(row.amount)
        if best is not None:
            place = row.document, row.amount.start, best.start
            told["phrase_odds"] = max(-trust.SUREST, min(unseen[place], trust.SUREST))
        rows.append(told)
        so.append(_phrase_is_right(row))
    kept = _fit_rows(trust.KEPT, trust.OF_MEASURE, rows, so, _with_phrase(judged))
    return _lowered(kept, _FLATTERED)


def _phrase_is_right(row: Judged) -> bool:
    best = likeliest(row.amount)
    return measures(row.amount.measure if best is None else best.measure, row.annotation)


def likeliest(amount: Quantity) -> Offer | None:
    """The likeliest of the phrases that were weighed for an amount, None if none was."""
    if amount.phrase_odds is None:
        return None
    return max(amount.offers, key=lambda offer: offer.odds)


def _with_phrase(judged: Sequence[Judged]) -> list[Judged]:
    return [row for row in judged if row.amount.facts]


def fit_dates(judged: Sequence[Judged]) -> Fitted:
    """The weights by which a row keeps its date, with what cross-validation over documents says."""
    dated = _with_date(judged)
    return _fit_rows(
        trust.DATED,
        trust.OF_DATE,
        [dict.fromkeys(row.amount.date_facts, 1.0) for row in dated],
        [row.date_is_right for row in dated],
        dated,
    )


def _with_date(judged: Sequence[Judged]) -> list[Judged]:
    return [row for row in judged if row.amount.date]


def _fit_rows(
    table: str,
    names: Mapping[str, str],
    rows: Sequence[Mapping[str, float]],
    so: Sequence[bool],
    judged: Sequence[Judged],
) -> Fitted:
    old = load_toml(*trust.FILE).get(table, {})
    documents = [row.document for row in judged]
    return fit_table(table, names, old, rows, so, documents)


def _lowered(fitted: Fitted, by: float) -> Fitted:
    """The table with a lower constant, and the odds of its examples."""
    weight, prior, seen, so = fitted.lines[CONSTANT]
    lines = {**fitted.lines, CONSTANT: (round(weight - by, 3), prior, seen, so)}
    return replace(fitted, lines=lines, odds=fitted.odds - by)


def judged_cells(judged: Sequence[Judged]) -> Iterator[tuple[Judged, float, bool]]:
    """Of each measure and date, its row, the logarithm of its odds by weights fitted without its
    document, and if it is right."""
    kept = fit_kept(judged, unseen_odds(judged, fit_choice(judged)))
    for row, odds in zip(_with_phrase(judged), kept.odds, strict=True):
        yield row, float(odds), _phrase_is_right(row)
    for row, odds in zip(_with_date(judged), fit_dates(judged).odds, strict=True):
        yield row, float(odds), row.date_is_right


def judged_amounts(judged: Sequence[Judged]) -> Iterator[tuple[float, bool]]:
    """Of each row that keeps its measure or its date, its confidence by weights fitted without its
    document, and if it is right."""
    rows: dict[int, tuple[float, bool]] = {}
    for row, odds, right in judged_cells(judged):
        if odds > 0:
            sure, so = rows.get(id(row), (1.0, True))
            rows[id(row)] = sure * chance(odds), so and right
    return iter(rows.values())
