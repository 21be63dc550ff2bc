"""How likely an amount's row is right in what it fills: by the odds of its measure, and by where
its date stands.

Each feature is a fact of the row and its sentence; their weights are fitted to annotated texts by
``hemicycle calibrate`` and stand in ``models/calibration/amounts.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.linear import Weights, chance, load_weights
from hemicycle.knowledge.made import per_knowledge

FILE = ("calibration", "amounts.toml")
TABLE = "rows"
# Characters between an amount and its date.
_FAR = 40
_CROWDED = 4  # amounts in a sentence
# A measure whose odds are beyond this is no surer.
SUREST = 4.0
_MARK = re.compile(r"[,;:()–—\n]")

#: What is seen of a row.
FEATURES = {
    "measure_odds": "the logarithm of the odds of its measure, where it was weighed",
    "no_measure": "it has no measure",
    "counted_noun": "its measure is the noun that it counts (`577 députés`)",
    "taken_up": "its measure is that of the amount whose unit it takes up",
    "weighed_share": "a share whose measure was weighed",
    "weighed_money": "money whose measure was weighed",
    "crowded": "its sentence has four amounts or more",
    "dated": "it has a date",
    "date_further": "more than forty characters stand between it and its date",
    "date_behind_mark": "a comma, colon or bracket stands between it and its date",
    "date_compared": "its date is that of what it is compared with",
    "date_since": "its date is that of a beginning (`depuis 2016`)",
}


class Row(NamedTuple):
    """An amount and the text around.

    Attributes:
        text: the document.
        quantity: the amount.
        crowd: how many amounts its sentence has.
    """

    text: str
    quantity: Quantity
    crowd: int

    @property
    def date_gap(self) -> tuple[int, int]:
        """What stands between the amount and its date, as two places."""
        q = self.quantity
        start = q.date_start if q.date_start is not None else q.start
        return (q.end, start) if start >= q.end else (start + _date_length(q), q.start)


def _date_length(q: Quantity) -> int:
    return min(len(q.date), 10)


def facts(row: Row) -> Iterator[tuple[str, float]]:
    """The features of a row with their numbers; absent ones are 0."""
    q = row.quantity
    if not q.measure:
        yield "no_measure", 1.0
    elif q.odds is not None:
        yield "measure_odds", min(q.odds, SUREST)
        if q.kind == "percent":
            yield "weighed_share", 1.0
        elif q.kind == "money":
            yield "weighed_money", 1.0
    else:
        counted = q.measure_start is not None and q.start <= q.measure_start < q.end
        yield ("counted_noun" if counted else "taken_up"), 1.0
    if row.crowd >= _CROWDED:
        yield "crowded", 1.0
    if q.date:
        yield from _facts_of_date(row)


def _facts_of_date(row: Row) -> Iterator[tuple[str, float]]:
    yield "dated", 1.0
    start, end = row.date_gap
    if end - start > _FAR:
        yield "date_further", 1.0
    if _MARK.search(row.text, start, end) is not None:
        yield "date_behind_mark", 1.0
    role = row.quantity.date_role
    if role in ("compared", "since"):
        yield f"date_{role}", 1.0


def refine(text: str, group: Sequence[Quantity]) -> None:
    """Set how sure the rows of a sentence are.

    Args:
        text: the document.
        group: its amounts, in order, complete.
    """
    known = weights()
    for quantity in group:
        quantity.facts = dict(facts(Row(text, quantity, len(group))))
        quantity.confidence = round(chance(known.weigh(quantity.facts)), 2)


@per_knowledge
def weights() -> Weights:
    """The fitted weights.

    Raises:
        ResourceError: the file is absent.
    """
    return load_weights(FILE, TABLE)
