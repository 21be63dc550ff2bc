"""``49.3``: the one article that French speech cites without its text."""

from __future__ import annotations

import re

from hemicycle.annotation.laws.citation import Citation
from hemicycle.annotation.laws.grammar import Match, rule
from hemicycle.annotation.laws.tokens import Tokens
from hemicycle.kinds.laws import Law

_FORM = re.compile(
    r"(?:articles?\s+)?49(?:\s?[.\-\u2011]\s?3(?!\d|[.,]\d)|,?\s+(?:alinéa|al\.)\s?3(?!\d))"
    r"(?!\s?(?:%|€|\$|°|millions?|milliards?|euros?|ans|km|points?|pour\s+cent))"
    r"(?:,?\s+de\s+(?:la|notre)\s+Constitution)?"
)


@rule("49", "article")
def article_49_3(tokens: Tokens, index: int) -> Match | None:
    """Article 49, paragraph 3, of the French Constitution.

    Examples:
        Par le [49.3] et sans [49-3] -> Constitution, Constitution
        L'[article 49, alinéa 3], encore -> Constitution
        Le taux est de 49.3 % -> nothing
        Sur 49-3 -> nothing
        Il livre le 49.3 kilos -> nothing
    """
    found = tokens.shape(index, _FORM)
    if found is None or tokens.country not in ("FR", ""):
        return None
    if tokens.word(index) == "49":
        before = tokens.before(index)
        known = tokens.lexicon.words
        if before not in known["before_49_3"]:
            return None
        following = tokens.word(found[1])
        if following.isalpha() and following[-1] == "s" and following not in known["behind_49_3"]:
            return None
    return Match(index, found[1], Citation(Law("constitution", "Constitution", "49, alinéa 3")))
