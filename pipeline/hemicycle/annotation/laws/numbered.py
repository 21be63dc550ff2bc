"""Texts cited by number or date: ``loi n° 2004-575 du 21 juin 2004``, ``loi de 1905``.

Légifrance, Guide de légistique, fiche 3.4.1; Principes de technique législative, n° 72 to 75;
Directives sur la technique législative, ch. 12 and 13; Code de rédaction interinstitutionnel, 3.2.
"""

from __future__ import annotations

from hemicycle.annotation.laws.citation import Citation
from hemicycle.annotation.laws.designations import Designation, designation
from hemicycle.annotation.laws.grammar import Match, rule
from hemicycle.annotation.laws.heads import ReadHead, read_head
from hemicycle.annotation.laws.numbers import TextNumber, number_in_parentheses
from hemicycle.annotation.laws.titles import behind_title, ends_title
from hemicycle.annotation.laws.tokens import Tokens
from hemicycle.kinds.laws import Law
from hemicycle.knowledge.grammar import AND, AND_OR, OF

_JOINED = AND_OR | {","}
_OF_INSTITUTIONS = ("order", "decree", "regulation", "ordinance")
_LONGEST_TITLE = 45


@rule("head")
def numbered(tokens: Tokens, index: int) -> Match | None:
    """A text by its number, its date, or both; several that share a head are several.

    Examples:
        La [loi n° 2004-575 du 21 juin 2004] -> loi n° 2004-575 du 21 juin 2004
        La [loi modifiée du 17 juillet 2020] -> loi du 17 juillet 2020
        Les [arrêtés royaux du 1er mai 2010] et [du 3 juin 2011] -> \
arrêté royal du 1er mai 2010, arrêté royal du 3 juin 2011
        Les [directives 2014/23/UE] et [2014/24/UE] -> directive 2014/23/UE, directive 2014/24/UE
        Le [règlement (CE) nº 1107/2009 du Conseil du 21 octobre 2009] -> \
règlement (CE) n° 1107/2009 du 21 octobre 2009
        La [loi de 1905] et la loi de programmation -> loi de 1905
        La [loi de juillet 1983] -> loi de juillet 1983
        Le [décret n° 2023-0401/PT-RM] -> décret n° 2023-0401/PT-RM
        L'[ordonnance 1 du 11 août 1999] sur l'asile -> ordonnance 1 du 11 août 1999
        Le règlement n° 12 de la copropriété -> nothing
    """
    head = read_head(tokens, index)
    if head is None or head.kind in ("constitution", "judgment"):
        return None
    found = _counted(tokens, head) or designation(tokens, head, head.stop)
    if found is None:
        return None
    first = Match(index, found.stop, Citation(found.law(head, tokens.country)))
    return _with_others(tokens, head, first) if head.plural else first


def _counted(tokens: Tokens, head: ReadHead) -> Designation | None:
    """``ordonnance 1 du 11 août 1999``: Swiss ordinances of one law are counted."""
    word = tokens.word(head.stop)
    if head.kind != "ordinance" or not (word.isdigit() and len(word) == 1):
        return None
    rest = designation(tokens, head, head.stop + 1)
    if rest is None or rest.date is None or rest.number is not None:
        return None
    number = TextNumber(word, word, False, False, head.stop + 1)
    return Designation(number, rest.date, rest.stop)


def _with_others(tokens: Tokens, head: ReadHead, first: Match) -> Match:
    parts = [first]
    at = first.stop
    while tokens.word(at) in _JOINED:
        begins = tokens.past(at + 1, AND) if tokens.word(at) == "," else at + 1
        found = designation(tokens, head, begins)
        if found is None:
            break
        parts.append(Match(begins, found.stop, Citation(found.law(head, tokens.country))))
        at = found.stop
    return first if len(parts) == 1 else Match(first.first, at, first.node, tuple(parts))


@rule("head")
def titled(tokens: Tokens, index: int) -> Match | None:
    """A title or an institution between head and number or date; the title is not of the name.

    Examples:
        La [loi sur la liberté de la presse du 29 juillet 1881] -> loi du 29 juillet 1881
        La [loi d'orientation n° 2009-20 du 4 mai 2009] -> loi n° 2009-20 du 4 mai 2009
        L'[arrêté du Gouvernement wallon du 4 juillet 2002] -> \
arrêté du Gouvernement wallon du 4 juillet 2002
        La loi sur les retraites votée le 3 mai 2023 -> nothing
        La commission des lois de l'Assemblée en date du 13 décembre 2012 -> nothing
    """
    head = read_head(tokens, index)
    if head is None or head.plural or not tokens.among("opens_title", head.stop):
        return None
    if head.kind not in ("law", *_OF_INSTITUTIONS):
        return None
    at = behind_title(tokens, head.stop)
    found = designation(tokens, head, at) if at else None
    if at is None or found is None:
        return None
    institution = ""
    if head.kind in _OF_INSTITUTIONS and tokens.word(head.stop) in OF:
        institution = tokens.written(head.stop, at)
    law = found.law(head, tokens.country, institution)
    return Match(index, found.stop, Citation(law))


@rule("head")
def bill_with_its_number_behind(tokens: Tokens, index: int) -> Match | None:
    """A bill whose number stands in parentheses behind its title, as in the orders of the day.

    Examples:
        Le [projet de loi relatif à la sécurisation de l'emploi (n° 774]) -> \
projet de loi n° 774
        Le projet de loi est adopté (n° 774) -> nothing
    """
    head = read_head(tokens, index)
    if head is None or head.kind != "bill":
        return None
    for at in range(head.stop, head.stop + _LONGEST_TITLE):
        if tokens.word(at) == "(":
            number = number_in_parentheses(tokens, at)
            if number is None:
                return None
            law = Law(head.kind, f"{head.name} {number.written}")
            return Match(index, number.stop, Citation(law))
        if ends_title(tokens, at) and not tokens.among("inside_bills", at):
            return None
    return None
