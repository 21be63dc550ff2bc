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

Ranges: ends that share a month, a year or a day make one row (``du 3 au 7 mai``, ``2024-2025``,
``du 3 avril au 6 mai``); two complete expressions are two rows (``entre 1990 et 1999``, ``de 2024 à
2030``). A list of consecutive days is a range, of others a row each.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from hemicycle.kinds import context
from hemicycle.kinds.dates import DATES, Timex
from hemicycle.kinds.mention import Mention
from hemicycle.reading.cache import text_of

if TYPE_CHECKING:
    from pathlib import Path


@Language.factory("hemicycle_dates", assigns=["doc.spans"], retokenizes=False)
def create_dates(nlp: Language, name: str) -> DateFinder:
    """The factory of the component ``hemicycle_dates``."""
    return DateFinder()


class DateFinder:
    """Finds temporal expressions; leaves them in ``doc.spans["dates"]`` with ``span._.timex``."""

    def __init__(self) -> None:
        """Read the lexicons and the grammar."""
        from hemicycle.annotation.dates.reader import read_dates

        DATES.register()
        context.register()
        self._read = read_dates

    def __call__(self, doc: Doc) -> Doc:
        """Find the dates of a document and leave them on it."""
        DATES.set(doc, self.mentions(text_of(doc), doc._.document_date, doc._.country))
        return doc

    def mentions(
        self, text: str, document_date: date | None = None, country: str = ""
    ) -> list[Mention[Timex]]:
        """The temporal expressions of a text, in order.

        Args:
            text: any text.
            document_date: the day that relative expressions are counted from, if it is known.
            country: ISO 3166-1 alpha-2, or empty; tells the national day.
        """
        return self._read(text, document_date, country)

    def to_disk(self, path: str | Path, exclude: object = ()) -> None:
        """Nothing to write: all knowledge is in ``models/``."""

    def from_disk(self, path: str | Path, exclude: object = ()) -> DateFinder:
        """Nothing to read."""
        return self
