"""Belgian orders by their abbreviation: ``AR du 10 novembre 2009``, ``A.M. du 4 juin 2011``.

Principes de technique législative, list of abbreviations.
"""

from __future__ import annotations

import re

from hemicycle.annotation.laws.citation import Citation
from hemicycle.annotation.laws.dating import text_date
from hemicycle.annotation.laws.grammar import Match, rule
from hemicycle.annotation.laws.tokens import Tokens
from hemicycle.kinds.laws import Law

_FORM = re.compile(r"[A-Z]{2,5}|[A-Z]\.\s?[A-Z]\.")


@rule("order")
def belgian_order(tokens: Tokens, index: int) -> Match | None:
    """An order by abbreviation and date.

    Examples:
        BE: L'[AR du 10 novembre 2009] -> arrêté royal du 10 novembre 2009
        BE: L'[A.M. du 4 juin 2011] -> arrêté ministériel du 4 juin 2011
        L'AR du 10 novembre 2009 -> nothing
    """
    found = tokens.shape(index, _FORM)
    if found is None or tokens.country != "BE":
        return None
    name = tokens.lexicon.orders.get("".join(filter(str.isalpha, found[0][0])))
    day = text_date(tokens, found[1])
    if name is None or day is None or not day.full:
        return None
    law = Law("order", f"{name} {day.written}", "", day.iso)
    return Match(index, day.stop, Citation(law))
