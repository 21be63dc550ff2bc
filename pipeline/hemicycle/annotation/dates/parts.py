"""Beginning, middle and end of a period: ``début mai``, ``mi-2025``, ``fin de l'année``."""

from __future__ import annotations

from dataclasses import dataclass

from hemicycle.annotation.dates.anchor import Anchor, Reading
from hemicycle.annotation.dates.grammar import Match, Node, parse, rule
from hemicycle.annotation.dates.periods import year_of
from hemicycle.annotation.dates.relative import Shifted
from hemicycle.annotation.dates.terms import Term
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.annotation.dates.years import Fixed
from hemicycle.knowledge.grammar import OF, PLAIN_OF, THE_APART, THIS, closed

_UNITS = frozenset(("Y", "M", "W", "DE", "CE", "Q", "H"))
_OPENING = OF | closed("pronoun", lemma=("qui", "que", "où"))
_OF = OF | THE_APART
_OF_TERM = OF | THIS


@dataclass(frozen=True, slots=True)
class PartOf:
    """A third of a period, told by the TIMEX3 mod."""

    whole: Node
    mod: str

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The period's value with the mod."""
        whole = self.whole.resolve(anchor)
        if whole is None or whole.type not in ("DATE", "TIME"):
            return None
        return Reading(whole.type, whole.value, self.mod, whole.explicit)


@rule("parts")
def part(tokens: Tokens, index: int) -> Match | None:
    """A part and its period.

    Examples:
        [Début janvier 2026] -> 2026-01
        À la [mi-mars] -> 2026-03
        À la [mi-2025] -> 2025
        En [fin d'année] -> 2026
        [Fin 2025] -> 2025
        D'ici la [fin de l'année] -> 2026
        Au [milieu des années 90] -> 199
        La [fin du mois] -> 2026-05
        Dès le [début de l'année 2017] -> 2017
        D'ici la [fin du quinquennat] -> 2027-05
        La fin du monde -> nothing
        Les fêtes de fin d'année -> nothing
    """
    mod = tokens.get("parts", index)
    assert isinstance(mod, str)
    at = tokens.skip(index + 1, "-", "‑")
    hyphen = at > index + 1
    if not tokens.among("halves", index) and hyphen and not tokens.glued(at):
        return None
    at = at if hyphen else tokens.skip_of(at)
    if tokens.among("month_nouns", at) and tokens.word(at + 1) in PLAIN_OF:
        at += 2
    year = year_of(tokens, at if hyphen else index + 1)
    if year is not None and year[0] is not None:
        return Match(index, year[2], PartOf(Fixed("DATE", f"{year[0]:04d}"), mod))
    whole = parse(tokens, at)
    if whole is not None and not whole.parts and whole.first == at:
        return Match(index, whole.stop, PartOf(whole.node, mod))
    if tokens.word(at - 1) in THIS:
        whole = parse(tokens, at - 1)
        if whole is not None and not whole.parts:
            return Match(index, whole.stop, PartOf(whole.node, mod))
    unit = tokens.get("units", at)
    if unit == "P5Y" and tokens.word(at - 1) in _OF_TERM and mod in ("START", "END"):
        return Match(index, at + 1, PartOf(Term(mod), mod))
    if unit in _UNITS and tokens.word(at - 1) in _OF:
        if tokens.word(at)[-1] == "s" and unit != "M":
            return None
        if tokens.behind("end_of_week", index) > 0:
            return Match(index, at + 1, PartOf(Shifted("W", 0), mod))
        if tokens.word(at - 1) in PLAIN_OF and not tokens.among("before_part", index - 1):
            return None
        if _of_another(tokens, at + 1):
            return None
        return Match(index, at + 1, PartOf(Shifted(str(unit), 0), mod))
    return None


def _of_another(tokens: Tokens, index: int) -> bool:
    """Whether the unit is one of something else (``la fin de l'année de la réforme``)."""
    return tokens.word(index) in _OPENING
