"""Bills that nothing tells apart, and laws of the budget, which their year does."""

from __future__ import annotations

import re

from hemicycle.annotation.laws.citation import Citation, Nothing
from hemicycle.annotation.laws.grammar import Match, rule
from hemicycle.annotation.laws.heads import read_head
from hemicycle.annotation.laws.tokens import Tokens, plain
from hemicycle.kinds.laws import Law

_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\w%]|[.,]\d)"
_FINANCE = re.compile(
    r"(?P<title>de\s+(?:finances(?:\s+(?:initiale|rectificative|de\s+fin\s+de\s+gestion)s?)?"
    r"|financement(?:\s+rectificative)?\s+de\s+la\s+sécurité\s+sociale"
    r"(?:\s+rectificative)?|règlement(?:\s+du\s+budget)?))\s+(?:pour\s+|de\s+(?:l['’]année\s+)?)?"
    + _YEAR,
    re.I,
)
_PLAN = re.compile(
    r"(?P<title>(?:d['’]orientation\s+et\s+)?de\s+programmation(?:\s+[^\W\d]+){1,5}?)\s+"
    r"(?P<years>(?:pour\s+(?:les\s+années|la\s+période)\s+)?20\d\d\s?(?:à|-|–)\s?20\d\d)(?!\w)",
    re.I,
)
_BEHIND_ABBREVIATION = re.compile(rf"\w+\s+(?:pour\s+|de\s+)?{_YEAR}", re.I)


@rule("head")
def bare_bill(tokens: Tokens, index: int) -> Match | None:
    """A bill without number or title is none; its ``loi`` cites nothing either.

    Examples:
        Un projet de loi sur l'asile -> nothing
        Le projet de loi du Gouvernement -> nothing
    """
    head = read_head(tokens, index)
    if head is None or head.kind != "bill":
        return None
    return Match(index, head.stop, Nothing())


@rule("head")
def budget(tokens: Tokens, index: int) -> Match | None:
    """A law of the budget or of a plan by its years, which give no date.

    Examples:
        Le [projet de loi de finances pour 2026] -> projet de loi de finances pour 2026
        La [loi de finances 2024] -> loi de finances pour 2024
        La [loi de financement de la sécurité sociale pour 2023] -> \
loi de financement de la sécurité sociale pour 2023
        La [loi de programmation militaire 2024-2030] -> loi de programmation militaire 2024-2030
        La loi de finances -> nothing
        La loi organique sur les lois de finances de 2001 -> nothing
    """
    head = read_head(tokens, index)
    if head is None or head.kind not in ("law", "bill"):
        return None
    found = tokens.shape(head.stop, _FINANCE)
    if found is not None and not (head.plural and " de " in found[0][0][-9:]):
        name = f"{head.name} {plain(found[0]['title']).lower()} pour {found[0]['year']}"
        return Match(index, found[1], Citation(Law(head.kind, name)))
    found = tokens.shape(head.stop, _PLAN)
    if found is None:
        return None
    name = f"{head.name} {plain(found[0]['title']).lower()} {plain(found[0]['years'])}"
    return Match(index, found[1], Citation(Law(head.kind, name)))


@rule("finance")
def budget_by_abbreviation(tokens: Tokens, index: int) -> Match | None:
    """A law of the budget by its abbreviation and its year.

    Examples:
        Le [PLF pour 2026] -> projet de loi de finances pour 2026
        Le [PLFSS 2024] et LFI -> projet de loi de financement de la sécurité sociale pour 2024
    """
    name = tokens.lexicon.finance.get(tokens.raw(index))
    found = tokens.shape(index, _BEHIND_ABBREVIATION)
    if name is None or found is None:
        return None
    kind = "bill" if name.startswith("projet") else "law"
    return Match(index, found[1], Citation(Law(kind, f"{name} pour {found[0]['year']}")))
