"""The kind ``dates``: temporal expressions by TIMEX3 (ISO-TimeML)."""

from __future__ import annotations

from hemicycle.kinds.column import Column, Row
from hemicycle.kinds.gold import Cells, GoldLetter
from hemicycle.kinds.mention import MentionKind, Packed
from hemicycle.values import value


@value
class Timex(Packed):
    """A temporal expression by TIMEX3 (ISO-TimeML).

    Attributes:
        type: ``DATE``, ``TIME``, ``DURATION`` or ``SET``.
        value: the TIMEX3 value.
        mod: the TIMEX3 mod, empty if none.
        begin: first ISO day covered, empty if unknown or not a date.
        end: last ISO day covered, empty if unknown or not a date.
    """

    type: str
    value: str
    mod: str = ""
    begin: str = ""
    end: str = ""


def _cells(timex: Timex) -> Row:
    return [timex.type, timex.value, timex.mod, timex.begin, timex.end]


def _same(value: str, fields: Cells, row: Cells) -> bool:
    told = all(row[name] == wanted for name, wanted in fields.items() if name in row)
    return row["value"] == value and told


DATES = MentionKind(
    name="dates",
    attribute="timex",
    value_type=Timex,
    description="Temporal expressions, by TIMEX3.",
    columns=(
        Column(
            "type",
            "string",
            "TIMEX3 type",
            required=True,
            choices=("DATE", "TIME", "DURATION", "SET"),
        ),
        Column("value", "string", "TIMEX3 value", required=True),
        Column("mod", "string", "TIMEX3 mod: APPROX, START, MID, END, BEFORE, AFTER..."),
        Column("begin", "date", "first ISO day covered, empty for durations and sets"),
        Column("end", "date", "last ISO day covered, empty for durations and sets"),
    ),
    cells=_cells,
    stage="extract",
    # Which rates are an amount's, the amounts tell.
    components=("hemicycle_dates", "hemicycle_amounts"),
    labels={"fr": "Dates", "en": "Dates"},
    colour=("#b0562b", "#e08f5f"),
    letters=(
        GoldLetter(
            "D",
            "a date: TIMEX3 value, alternatives after `` | ``; ``type``, ``mod``, ``begin``, "
            "``end``",
            _same,
        ),
    ),
)
