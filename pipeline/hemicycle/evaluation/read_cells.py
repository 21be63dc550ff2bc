"""Cells of rows of real texts that somebody has read and judged: what was seen of each, and if it
is right; no words.

The files are ``models/calibration/…_read.csv``. Their ``seen`` holds the names of features, with
``=`` and a number where they have one: of the measure of an amount those of the phrase that was
chosen (``amounts/choice.py``) or what else told it (``amounts/trust.py``), of the date of an
amount, of an organisation, a place, a sector and a passage those of the ``trust.py`` of their
folder (of a passage and of a document those of its topic). A feature that changes its meaning asks
for reading anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hemicycle.evaluation.fitting import likeliest_judged
from hemicycle.evaluation.weights import Fitted, fit_table
from hemicycle.knowledge.use import load_csv, load_toml

AMOUNTS = ("calibration", "amounts_read.csv")
BODIES = ("calibration", "bodies_read.csv")
SECTORS = ("calibration", "sectors_read.csv")
THEMES = ("calibration", "themes_read.csv")


@dataclass(frozen=True, slots=True)
class ReadCell:
    """A cell that was judged.

    Attributes:
        document: a number of its text.
        column: ``measure``, ``date``, ``organisation``, ``place``, ``sector``, ``passage``,
            ``document`` or ``later``.
        seen: the features that hold of it, with their numbers, 1 mostly.
        right: whether it is right.
    """

    document: str
    column: str
    seen: Mapping[str, float]
    right: bool


def read_cells(file: tuple[str, ...], column: str) -> list[ReadCell]:
    """The judged cells of a column, in the order of the file.

    Args:
        file: its path under ``models/``.
        column: the one that is asked for.

    Raises:
        ResourceError: the file is absent.
    """
    return [
        ReadCell(
            row["document"], column, dict(map(_seen, row["seen"].split())), row["right"] == "1"
        )
        for row in load_csv(*file)
        if row["column"] == column
    ]


def fit_cells(
    file: tuple[str, ...],
    table: str,
    names: Iterable[str],
    cells: Sequence[ReadCell],
    facts: Sequence[Mapping[str, float]] | None = None,
) -> Fitted:
    """The weights of a table by judged cells, with what cross-validation over documents says.

    Args:
        file: where the table is, for its priors.
        table: its name.
        names: its features.
        cells: what is judged.
        facts: the features of each with their numbers, where they are not what was seen.
    """
    return fit_table(
        table,
        names,
        load_toml(*file).get(table, {}),
        [cell.seen for cell in cells] if facts is None else facts,
        [cell.right for cell in cells],
        [cell.document for cell in cells],
        choose=likeliest_judged,
    )


def _seen(written: str) -> tuple[str, float]:
    name, _, number = written.partition("=")
    return name, float(number or 1)
