"""The kind ``amounts``: sums of money, shares, counts and measures."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any, Self

from hemicycle.kinds.cells import place, plain_number
from hemicycle.kinds.column import CONFIDENCE, Column, Row
from hemicycle.kinds.gold import Cells, GoldError, GoldLetter
from hemicycle.kinds.mention import MentionKind, fields_of
from hemicycle.values import value

_SIGNS = {"~": "approx", ">": "more_than", "<": "less_than"}
_WRITTEN = re.compile(r"(?P<sign>[~<>]?)\s*(?P<number>[-\d.]+)\s*(?P<unit>.*)")


@value
class Amount:
    """A quantity with its unit.

    Attributes:
        kind: ``money``, ``percent``, ``count`` or ``measure``.
        value: the stated number, or the lower bound of a range.
        low: lower bound, None when open.
        high: upper bound, None when open.
        unit: ISO 4217 code, ``%``, ``pp``, unit symbol, or lemma of what is counted.
        per: what it is per, empty if nothing.
        modifier: ``approx``, ``more_than``, ``less_than`` or empty.
        change: ``up``, ``down`` or empty.
        measure: the noun phrase that is quantified, empty if not found.
        base: what a share is of, empty if that is what is measured or nothing says it.
        date: TIMEX3 value of the date it goes with, empty if not found.
        confidence: how likely the row is right in what it fills, 0 to 1.
        date_role: ``at``, ``from``, ``by``, ``since``, ``until``, ``compared``, or empty.
        per_start_char: first character in the text, from 0, of the words that ``per`` was taken
            from; None if there are none.
        measure_start_char: the same of ``measure``.
        date_start_char: the same of ``date``: where a mention of dates begins.
    """

    kind: str
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    unit: str
    per: str = ""
    modifier: str = ""
    change: str = ""
    measure: str = ""
    base: str = ""
    date: str = ""
    date_role: str = ""
    confidence: float = 1.0
    per_start_char: int | None = None
    measure_start_char: int | None = None
    date_start_char: int | None = None

    def pack(self) -> list[Any]:
        """The fields, in order, numbers as decimal strings."""
        return [str(field) if isinstance(field, Decimal) else field for field in fields_of(self)]

    @classmethod
    def unpack(cls, packed: list[Any]) -> Self:
        """The value whose fields these are."""
        kind, value, low, high, *rest = packed
        return cls(
            kind,
            Decimal(value),
            None if low is None else Decimal(low),
            None if high is None else Decimal(high),
            *rest,
        )


def _cells(amount: Amount) -> Row:
    return [
        amount.kind,
        plain_number(amount.value),
        plain_number(amount.low),
        plain_number(amount.high),
        amount.unit,
        amount.per,
        amount.modifier,
        amount.change,
        amount.measure,
        place(amount.measure_start_char),
        amount.base,
        amount.date,
        amount.date_role,
        place(amount.date_start_char),
        plain_number(amount.confidence),
    ]


def _same(value: str, fields: Cells, row: Cells) -> bool:
    match = _WRITTEN.fullmatch(value)
    if match is None:
        raise GoldError(f"{value!r} is no amount: write `62000000000 USD` or `30..45 %`.")
    sign, number, unit = match["sign"], match["number"], match["unit"].strip()
    if unit != row["unit"] or fields.get("kind", row["kind"]) != row["kind"]:
        return False
    if ".." in number:
        low, high = number.split("..")
        return _equal(low, row["low"]) and _equal(high, row["high"])
    return _equal(number, row["value"]) and _SIGNS.get(sign, "") == row["modifier"]


def _equal(left: str, right: str) -> bool:
    if not left or not right:
        return left == right
    try:
        return Decimal(left) == Decimal(right)
    except InvalidOperation:
        return False


AMOUNTS = MentionKind(
    name="amounts",
    attribute="amount",
    value_type=Amount,
    description="Sums of money, shares, counts and measures.",
    columns=(
        Column(
            "kind",
            "string",
            "what sort of amount",
            required=True,
            choices=("money", "percent", "count", "measure"),
        ),
        Column(
            "value",
            "number",
            "the stated number, or the lower bound of a range",
            required=True,
            unit="as in column unit",
        ),
        Column(
            "low",
            "number",
            "lower bound, equal to `value` when exact, empty when open",
            unit="as in column unit",
        ),
        Column(
            "high",
            "number",
            "upper bound, equal to `value` when exact, empty when open",
            unit="as in column unit",
        ),
        Column(
            "unit",
            "string",
            "ISO 4217 code, `%`, `pp` (points), unit symbol, or lemma of what is counted",
        ),
        Column("per", "string", "what it is per (`month`, `m³`)"),
        Column(
            "modifier",
            "string",
            "bound or approximation",
            choices=("approx", "more_than", "less_than"),
        ),
        Column("change", "string", "direction of a change", choices=("up", "down")),
        Column("measure", "string", "what the amount measures"),
        Column(
            "measure_start_char",
            "integer",
            "first character of the words that `measure` was taken from",
            minimum=0,
            unit="code point",
        ),
        Column("base", "string", "what a share is of (`PIB`), where it is not what is measured"),
        Column(
            "date",
            "string",
            "TIMEX3 value of the date it goes with; of years in a list, from the first to the last",
        ),
        Column(
            "date_role",
            "string",
            "how the amount stands to the date: it holds then, from it, by it, since it, until it, "
            "or is compared with what was then",
            choices=("at", "from", "by", "since", "until", "compared"),
        ),
        Column(
            "date_start_char",
            "integer",
            "`start_char` of the row of dates that `date` was taken from; of the two levels of a "
            "move, each may have one bound of it",
            minimum=0,
            unit="code point",
        ),
        Column(
            CONFIDENCE,
            "number",
            "how likely the row is right in what it fills, beside its value and unit",
            required=True,
            minimum=0,
            maximum=1,
        ),
    ),
    cells=_cells,
    stage="extract",
    components=("hemicycle_dates", "hemicycle_amounts"),
    labels={"fr": "Montants", "en": "Amounts"},
    colour=("#a8842c", "#d9b65c"),
    letters=(
        GoldLetter(
            "A",
            "an amount: number or ``low..high``, then the unit; ``~`` approx, ``>`` more, ``<`` "
            "less in front; ``kind``, ``per``, ``change``, ``measure``, ``date``",
            _same,
            fields=("measure", "date", "per", "change"),
        ),
    ),
)
