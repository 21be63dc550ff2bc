"""Who is quoted: direct speech with its speaker and the words that bring it in.

The component ``hemicycle_quotes`` leaves ``doc.spans["quotes"]`` with a
:class:`~hemicycle.kinds.quotes.Quote` on each span (``span._.quote``). It reads the
people that ``hemicycle_people`` left, and finds no speaker without them.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language

from hemicycle.kinds.quotes import QUOTES


@Language.factory("hemicycle_quotes", assigns=["doc.spans"], retokenizes=False)
def create_quotes(nlp: Language, name: str) -> Any:
    """The factory of the component ``hemicycle_quotes``."""
    from hemicycle.annotation.quotes.component import QuoteFinder

    QUOTES.register()
    return QuoteFinder()
