"""Amounts: money, percentages, measures and counts, with what they measure and when.

The component ``hemicycle_amounts`` runs behind ``hemicycle_dates`` and leaves
``doc.spans["amounts"]``; ``span._.amount`` is a :class:`hemicycle.kinds.amounts.Amount`.
"""

from __future__ import annotations

from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from hemicycle.kinds import context
from hemicycle.kinds.amounts import AMOUNTS
from hemicycle.kinds.dates import DATES, Timex
from hemicycle.knowledge.pipeline import Component
from hemicycle.reading.cache import sentence_starts, text_of


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
    return Component(nlp.vocab, partial(AmountFinder, spans_key, dates_key))


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
        from hemicycle.annotation.amounts.dating import Day

        timexes = list(DATES.read(doc, self._dates_key))
        text, sentences = text_of(doc), sentence_starts(doc)
        mentions = self._reader.read(
            text,
            country=doc._.country,
            dates=[
                Day(m.start, m.end, m.value.value)
                for m in timexes
                if m.value.type in ("DATE", "TIME") and _is_known(m.value.value)
            ],
            taken=[(m.start, m.end) for m in timexes],
            times=[(m.start, m.end) for m in timexes if _says_when(m.value)],
            # Where nobody found sentences, lines do.
            sentences=sentences if len(sentences) > 1 else line_starts(text),
        )
        AMOUNTS.set(doc, mentions, self._spans_key)
        return doc


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
