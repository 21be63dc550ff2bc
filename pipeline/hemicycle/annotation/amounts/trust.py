"""How likely an amount's row is right in what it fills, by where its measure and its date stand.

Each feature is a fact of the row and its sentence; their weights are fitted to annotated texts by
``hemicycle calibrate`` and stand in ``models/calibration/amounts.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from hemicycle.annotation.amounts.lexicon import lexicon
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.linear import Weights, chance, load_weights
from hemicycle.knowledge.made import per_knowledge

FILE = ("calibration", "amounts.toml")
TABLE = "rows"
# Characters between an amount and what was taken for its measure or its date.
_NEAR, _FAR = 8, 40
_LONG = 5  # words
_CROWDED = 4  # amounts in a sentence
_MARK = re.compile(r"[,;:()–—\n]")
_WORD = re.compile(r"\w+")


class Row(NamedTuple):
    """An amount, the one before it in its sentence, and the text around.

    Attributes:
        text: the document.
        quantity: the amount.
        previous: the one before it in the sentence, None for the first.
        crowd: how many amounts the sentence has.
    """

    text: str
    quantity: Quantity
    previous: Quantity | None
    crowd: int

    @property
    def gap(self) -> tuple[int, int]:
        """What stands between the amount and its measure, as two places; empty if it is within."""
        q = self.quantity
        start = q.measure_start if q.measure_start is not None else q.start
        if start >= q.end:
            return q.end, start
        return min(start + len(q.measure), q.start), q.start

    @property
    def date_gap(self) -> tuple[int, int]:
        """What stands between the amount and its date."""
        q = self.quantity
        start = q.date_start if q.date_start is not None else q.start
        return (q.end, start) if start >= q.end else (start + _date_length(q), q.start)


def _date_length(q: Quantity) -> int:
    return min(len(q.date), 10)


def _measured(row: Row) -> bool:
    return bool(row.quantity.measure)


def _apart(row: Row) -> bool:
    return _measured(row) and not _counted(row)


def _counted(row: Row) -> bool:
    q = row.quantity
    return q.measure_start is not None and q.start <= q.measure_start < q.end


def _taken_up(row: Row) -> bool:
    before = row.previous
    same = before is not None and before.measure_start == row.quantity.measure_start
    return _measured(row) and same and not _counted(row)


def _behind(row: Row) -> bool:
    q = row.quantity
    return q.measure_start is not None and q.measure_start >= q.end


def _distance(row: Row) -> int:
    start, end = row.gap
    return max(0, end - start)


def _marked(row: Row) -> bool:
    return _apart(row) and _MARK.search(row.text, *row.gap) is not None


def _figured(row: Row) -> bool:
    return _apart(row) and any(c.isdigit() for c in row.text[slice(*row.gap)])


def _head(row: Row) -> str:
    words = _WORD.findall(row.quantity.measure.lower())
    return words[0] if words else ""


def _date_distance(row: Row) -> int:
    start, end = row.date_gap
    return max(0, end - start)


def _date_marked(row: Row) -> bool:
    return bool(row.quantity.date) and _MARK.search(row.text, *row.date_gap) is not None


#: What is asked of a row; the words of each key say when it holds.
FEATURES: dict[str, Callable[[Row], bool]] = {
    "no_measure": lambda row: not _measured(row),
    # `577 députés`
    "counted_noun": _counted,
    # the same as the amount before
    "taken_up": _taken_up,
    # `20 % des électeurs`
    "right_behind": lambda row: _behind(row) and _distance(row) <= _NEAR,
    "further_behind": lambda row: _behind(row) and _distance(row) > _NEAR,
    # `un taux de 3 %`
    "right_before": lambda row: _apart(row) and not _behind(row) and _distance(row) <= _NEAR,
    # `le taux est passé à 3 %`
    "before": lambda row: _apart(row) and not _behind(row) and _NEAR < _distance(row) <= _FAR,
    "far_before": lambda row: _apart(row) and not _behind(row) and _distance(row) > _FAR,
    "mark_between": _marked,
    "figure_between": _figured,
    # `coût`, `taux`, `budget`
    "names_a_quantity": lambda row: _head(row) in lexicon().measure.quantities,
    "name_as_measure": lambda row: row.quantity.measure[:1].isupper(),
    "long_measure": lambda row: len(row.quantity.measure.split()) >= _LONG,
    "share": lambda row: row.quantity.kind == "percent",
    "share_of_a_base": lambda row: bool(row.quantity.base),
    "money": lambda row: row.quantity.kind == "money",
    "count": lambda row: row.quantity.kind == "count",
    "unit_understood": lambda row: row.quantity.source is not None,
    "crowded": lambda row: row.crowd >= _CROWDED,
    "dated": lambda row: bool(row.quantity.date),
    "date_further": lambda row: bool(row.quantity.date) and _date_distance(row) > _FAR,
    "date_behind_mark": _date_marked,
    "date_compared": lambda row: row.quantity.date_role == "compared",
    "date_since": lambda row: row.quantity.date_role == "since",
}


def seen(row: Row) -> Iterator[str]:
    """The names of the features that hold of a row."""
    return (name for name, holds in FEATURES.items() if holds(row))


def rows(text: str, group: Sequence[Quantity]) -> Iterator[Row]:
    """The amounts of a sentence as what features are asked of.

    Args:
        text: the document.
        group: the amounts, in order.
    """
    previous: Quantity | None = None
    for quantity in group:
        yield Row(text, quantity, previous, len(group))
        previous = quantity


def refine(text: str, group: Sequence[Quantity]) -> None:
    """Set how sure the rows of a sentence are.

    Args:
        text: the document.
        group: its amounts, in order, complete.
    """
    known = weights()
    for row in rows(text, group):
        quantity = row.quantity
        quantity.seen = tuple(seen(row))
        quantity.confidence = round(chance(known.score(quantity.seen)), 2)


@per_knowledge
def weights() -> Weights:
    """The fitted weights.

    Raises:
        ResourceError: the file is absent.
    """
    return load_weights(FILE, TABLE)
