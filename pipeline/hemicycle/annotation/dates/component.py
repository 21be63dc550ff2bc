"""The component ``hemicycle_dates``: every temporal expression of a document as TIMEX3.

How dates without a year, weekdays and named days are placed (the policy):

1. What the text says decides: a year, ``dernier``, ``prochain``, a weekday that fits one year only,
   or the year of the date that it is joined to (``le 13 juillet et le 8 septembre 1993``).
2. Else the verb nearest in the sentence: past tense takes the latest day that has begun, future
   tense the first that is not over. Press texts speak mostly in the past and announcements in the
   future, and their verbs say so; no kind of text is assumed.
3. With no verb to go by, a day or month is in the year of the document unless another year's is
   less than two months away; a weekday is the next one; a holiday the one within a month, else
   the next.
4. Without a document date the value keeps what is known (``XXXX-07-14``).

Ranges: two bounds joined by ``de … à``, ``entre … et`` or a dash are one row (``du 3 au 7 mai``,
``2024-2025``, ``entre 1990 et 1999``), but what is moved from one date to another. A list of
consecutive days is a range, of others a row each.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from hemicycle.kinds import context
from hemicycle.kinds.context import told
from hemicycle.kinds.dates import DATES, Timex
from hemicycle.kinds.mention import Mention
from hemicycle.knowledge.pipeline import Component
from hemicycle.reading.reading import Reading, reading_of


@Language.factory(
    "hemicycle_dates",
    assigns=["doc.spans"],
    default_config={"spans_key": DATES.name},
    retokenizes=False,
)
def create_dates(nlp: Language, name: str, spans_key: str) -> Component:
    """The factory of the component ``hemicycle_dates``.

    Args:
        nlp: the pipeline.
        name: the component's name.
        spans_key: where it leaves dates in ``doc.spans``.
    """
    DATES.register()
    context.register()
    return Component(nlp.vocab, partial(DateFinder, spans_key), name)


class DateFinder:
    """Finds temporal expressions; leaves them in ``doc.spans`` with ``span._.timex``."""

    def __init__(self, spans_key: str = DATES.name) -> None:
        """Read the lexicons and the grammar; arguments as for the factory."""
        from hemicycle.annotation.dates.lexicon import lexicon
        from hemicycle.annotation.dates.reader import read_dates

        lexicon()
        self._spans_key = spans_key
        self._read = read_dates

    def __call__(self, doc: Doc) -> Doc:
        """Find the dates of a document and leave them on it."""
        mentions = self.mentions(reading_of(doc), told(doc, "document_date"), told(doc, "country"))
        DATES.set(doc, mentions, self._spans_key)
        return doc

    def mentions(
        self, text: str | Reading, document_date: date | None = None, country: str = ""
    ) -> list[Mention[Timex]]:
        """The temporal expressions of a text, in order.

        Args:
            text: any text, or its reading.
            document_date: the day that relative expressions are counted from, if it is known.
            country: ISO 3166-1 alpha-2, or empty; tells the national day.
        """
        return self._read(text, document_date, country)
