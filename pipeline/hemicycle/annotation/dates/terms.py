"""Presidential terms: ``ce quinquennat``, ``d'ici la fin du quinquennat``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hemicycle.annotation.dates.anchor import Anchor, Reading
from hemicycle.annotation.dates.grammar import Match, rule
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.knowledge.grammar import THIS_MASCULINE
from hemicycle.knowledge.use import load_toml


@dataclass(frozen=True, slots=True)
class Term:
    """The presidential term of the document's date, or its first or last month.

    Attributes:
        edge: ``START`` for its first month, ``END`` for its last, empty for all of it.
    """

    edge: str = ""

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The months of the term, or one of them; None where the lexicon has no term."""
        if anchor.today is None:
            return None
        for first, last in load_toml("lexicons", "terms.toml")["terms"].get(
            anchor.country or "FR", ()
        ):
            if date.fromisoformat(first) <= anchor.today <= date.fromisoformat(last):
                if self.edge:
                    return Reading("DATE", (first if self.edge == "START" else last)[:7])
                return Reading("DATE", f"{first[:7]}/{last[:7]}")
        return None


@rule("demonstratives")
def this_term(tokens: Tokens, index: int) -> Match | None:
    """The term under way.

    Examples:
        Pendant [ce quinquennat] -> 2022-05/2027-05
    """
    if tokens.word(index) not in THIS_MASCULINE:
        return None
    if tokens.get("units", index + 1) not in ("P5Y", "P7Y"):
        return None
    return Match(index, index + 2, Term())
