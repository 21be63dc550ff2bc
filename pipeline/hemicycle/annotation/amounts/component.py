"""Amounts: money, percentages, measures and counts, with what they measure and when.

The component ``hemicycle_amounts`` runs behind ``hemicycle_dates`` and leaves
``doc.spans["amounts"]``; ``span._.amount`` is a :class:`hemicycle.kinds.amounts.Amount`. It takes
from ``doc.spans["dates"]`` the rates (``par mois``) that are an amount's ``per``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from hemicycle.kinds import context
from hemicycle.kinds.amounts import AMOUNTS
from hemicycle.kinds.context import told
from hemicycle.kinds.dates import DATES, Timex
from hemicycle.kinds.mention import Mention
from hemicycle.knowledge.pipeline import Component
from hemicycle.reading.cache import sentence_starts, text_of
from hemicycle.reading.reading import reading_of


@Language.factory(
    "hemicycle_amounts",
    assigns=["doc.spans"],
    default_config={"spans_key": AMOUNTS.name, "dates_key": DATES.name},
    retokenizes=False,
)
def create_amounts(nlp: Language, name: str, spans_key: str, dates_key: str) -> Component:
    """The factory of the component ``hemicycle_amounts``.

    Args:
        nlp: the pipeline.
        name: the component's name.
        spans_key: where it leaves amounts in ``doc.spans``.
        dates_key: where it finds dates in ``doc.spans``.
    """
    AMOUNTS.register()
    DATES.register()
    context.register()
    return Component(nlp.vocab, partial(AmountFinder, spans_key, dates_key), name)


class AmountFinder:
    """Leaves the amounts of a document in ``doc.spans``."""

    def __init__(self, spans_key: str = AMOUNTS.name, dates_key: str = DATES.name) -> None:
        """Read the lexicons; arguments as for the factory."""
        from hemicycle.annotation.amounts.reader import reader

        self._reader = reader()
        self._spans_key = spans_key
        self._dates_key = dates_key

    def __call__(self, doc: Doc) -> Doc:
        """Read one document; sentences and dates are used where there are any."""
        timexes = list(DATES.read(doc, self._dates_key))
        mentions = self._reader.read(reading_of(doc), **surroundings(doc, timexes))
        AMOUNTS.set(doc, mentions, self._spans_key)
        rates = [m.value.per_start_char for m in mentions if m.value.per_start_char is not None]
        kept = without_rates(timexes, rates)
        if len(kept) < len(timexes):
            DATES.set(doc, kept, self._dates_key)
        return doc


def surroundings(doc: Doc, timexes: Sequence[Mention[Timex]]) -> dict[str, Any]:
    """What the reader of amounts is told of a document beside its text, by the names of its
    arguments.

    Args:
        doc: the document.
        timexes: its temporal expressions, in order.
    """
    from hemicycle.annotation.amounts.days import Day

    text, sentences = text_of(doc), sentence_starts(doc)
    return {
        "country": told(doc, "country"),
        "dates": [
            Day(m.start, m.end, m.value.value)
            for m in timexes
            if m.value.type in ("DATE", "TIME") and _is_known(m.value.value)
        ],
        "taken": [(m.start, m.end) for m in timexes],
        "times": [(m.start, m.end) for m in timexes if _says_when(m.value)],
        # Where nobody found sentences, lines do.
        "sentences": sentences if len(sentences) > 1 else line_starts(text),
    }


def without_rates(timexes: Sequence[Mention[Timex]], rates: Iterable[int]) -> list[Mention[Timex]]:
    """The temporal expressions but for those that only say what an amount is per.

    Args:
        timexes: the expressions of a text.
        rates: first character of each word that an amount's ``per`` was read from.
    """
    starts = sorted(rates)

    def is_rate(mention: Mention[Timex]) -> bool:
        at = bisect_left(starts, mention.start)
        return mention.value.type == "SET" and at < len(starts) and starts[at] < mention.end

    return [mention for mention in timexes if not is_rate(mention)]


def _is_known(value: str) -> bool:
    """Does a TIMEX3 value say which day or period (not ``XXXX-XX-XX``, ``TEV``, ``T22:00``)?"""
    return value[0] != "T" and any(character.isdigit() for character in value)


def _says_when(timex: Timex) -> bool:
    """Is it a date or a length of time, not a rate or an age?"""
    return timex.type != "SET" and timex.mod != "AGE"


def line_starts(text: str) -> list[int]:
    """Where the lines of a text begin: its sentences, where nobody found better ones."""
    starts = [0]
    place = text.find("\n")
    while place >= 0:
        starts.append(place + 1)
        place = text.find("\n", place + 1)
    return starts
