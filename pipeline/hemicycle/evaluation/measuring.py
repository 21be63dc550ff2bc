"""What ``hemicycle calibrate`` fits of amounts: which phrase says what is measured, and how likely
a row is right in what it fills.

Phrases are chosen by weights fitted to annotated texts, whose header has ``sample: measures``:
there every amount says what it measures (nothing, where the field is empty) and the date that it
holds for (none, where there is no field).
Such texts are clearer than those of the world, and rules have been mended on them: what a row keeps
and how sure it is are fitted to rows of real texts (:mod:`.read_cells`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from hemicycle.annotation.amounts import choice, trust
from hemicycle.annotation.amounts.component import surroundings
from hemicycle.annotation.amounts.quantity import Offer, Quantity
from hemicycle.annotation.amounts.reader import reader
from hemicycle.annotation.linear import Weights, chance
from hemicycle.annotation.loading import load
from hemicycle.evaluation.fitting import likeliest_judged
from hemicycle.evaluation.gold import Annotation, GoldDocument
from hemicycle.evaluation.read_cells import AMOUNTS, ReadCell, fit_cells, read_cells
from hemicycle.evaluation.weights import Fitted, fit_table
from hemicycle.kinds.dates import DATES
from hemicycle.kinds.wording import fold
from hemicycle.knowledge.use import load_toml

# A phrase that was weighed: the text's name, and the first characters of the amount and of itself.
Offered: TypeAlias = tuple[str, int, "int | None"]

SAMPLE = "measures"
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


def fit_kept(chosen: Fitted) -> Fitted:
    """The weights by which a row keeps its measure, fitted to judged cells of real texts, with what
    cross-validation over documents says.

    Args:
        chosen: the weights of phrases, which were fitted to other texts.
    """
    weights = Weights.of_lines(chosen.lines)
    cells = read_cells(AMOUNTS, "measure")
    facts = [_facts_of(cell, weights) for cell in cells]
    return fit_cells(trust.FILE, trust.KEPT, trust.OF_MEASURE, cells, facts)


def _facts_of(cell: ReadCell, weights: Weights) -> Mapping[str, float]:
    if trust.OF_MEASURE.keys() >= cell.seen.keys():
        return cell.seen
    return trust.facts_of_phrase(cell.seen, weights.score(cell.seen))


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


def fit_dates() -> Fitted:
    """The weights by which a row keeps its date, fitted to such cells too."""
    return fit_cells(trust.FILE, trust.DATED, trust.OF_DATE, read_cells(AMOUNTS, "date"))


def judged_cells(judged: Sequence[Judged]) -> Iterator[tuple[Judged, float, bool]]:
    """Of each measure and date that a row of the annotated texts keeps, the row, the logarithm of
    its odds, where those of phrases are by weights fitted without its document, and if it is right.
    """
    unseen = unseen_odds(judged, fit_choice(judged))
    for row in judged:
        if row.amount.facts:
            facts = _unseen_facts(row, unseen)
            if trust.keeps(facts):
                odds = trust.measure_weights().weigh(facts)
                yield row, odds, _phrase_is_right(row)
        if row.amount.date:
            odds = trust.date_weights().score(row.amount.date_facts)
            if trust.dates(odds):
                yield row, odds, row.date_is_right


def _unseen_facts(row: Judged, unseen: Mapping[Offered, float]) -> dict[str, float]:
    facts, best = dict(row.amount.facts), likeliest(row.amount)
    if best is not None:
        odds = unseen[row.document, row.amount.start, best.start]
        facts |= trust.facts_of_phrase(best.seen, odds)
    return facts


def judged_amounts(judged: Sequence[Judged]) -> Iterator[tuple[float, bool]]:
    """Of each row that keeps its measure or its date, its confidence (:func:`judged_cells`), and if
    it is right."""
    rows: dict[int, tuple[float, bool]] = {}
    for row, odds, right in judged_cells(judged):
        sure, so = rows.get(id(row), (1.0, True))
        rows[id(row)] = sure * chance(odds), so and right
    return iter(rows.values())
