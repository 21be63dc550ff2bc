"""Judgments: by number, date, court, and the cases of the Court of Justice.

Conseil constitutionnel, numbering of decisions; Court of Justice, method of citing the case-law;
Tribunal fédéral suisse, citation of the ATF and of unpublished judgments.
"""

from __future__ import annotations

import re

from hemicycle.annotation.laws.citation import Citation
from hemicycle.annotation.laws.dating import text_date
from hemicycle.annotation.laws.grammar import Match, rule
from hemicycle.annotation.laws.heads import ReadHead, read_head
from hemicycle.annotation.laws.identifiers import celex_case, ecli_constitutional
from hemicycle.annotation.laws.titles import ends_title
from hemicycle.annotation.laws.tokens import Tokens, plain
from hemicycle.kinds.laws import Law

_MARK = r"(?:[Nn]\s?[°º]\s*|[Nn]o\.?\s+)"
_CONSTITUTIONAL = re.compile(
    _MARK + r"?(?P<number>(?:19|20)?\d\d[-\u2011]\d+(?:/\d+)*)\s+(?P<suffix>[A-Z]{1,5})(?!\w)"
)
_AFRICAN = re.compile(r"(?P<number>[A-Z]{2,4}\s?\d\d[-\u2011]\d{1,4})(?![\w-])")
_NUMBER = re.compile(
    _MARK + r"(?P<marked>\w+(?:[-\u2011/.]\w+)*)"
    r"|(?P<number>\d[A-Z]_\d+/\d{4}|[CT][-\u2011]\d{1,4}/\d{2,4})(?!\w)"
)
_CASE = re.compile(r"\w+\s+(?:jointes\s+)?(?P<case>[CTF][-\u2011]\d{1,4}/\d{2,4})(?:\s?P)?(?!\w)")
_ATF = re.compile(r"ATF\s+(?P<number>\d{1,3}\s+(?:I|Ia|Ib|II|III|IV|V|VI)\s+\d{1,4})(?!\w)")
_ECLI = re.compile(r"ECLI:(?:[A-Z]{2}):[A-Z0-9]+:\d{4}:[A-Z0-9.]*[A-Z0-9]")
_COURTS = ("cour", "tribunal", "conseil", "haute", "chambre")
_LONGEST_COURT = 12


@rule("head")
def judgment(tokens: Tokens, index: int) -> Match | None:
    """A judgment by its number and date, or by its court and date.

    Examples:
        La [décision n° 2019-823 QPC du 31 janvier 2020] -> \
décision n° 2019-823 QPC du 31 janvier 2020
        La [décision du Conseil constitutionnel n° 71-44 DC] -> décision n° 71-44 DC
        L'[arrêt n° 34/2020 du 5 mars 2020] de la Cour -> arrêt n° 34/2020 du 5 mars 2020
        L'[arrêt 8C_56/2017 du 2 mai 2017] -> arrêt 8C_56/2017 du 2 mai 2017
        L'[arrêt de la Cour de justice du 16 juillet 2020] -> \
arrêt de la Cour de justice du 16 juillet 2020
        La décision n° 12 du 3 mai 2020 de la commune -> nothing
        La décision du 3 mai 2020 -> nothing
    """
    head = read_head(tokens, index)
    if head is None or head.kind != "judgment":
        return None
    court = _court(tokens, head.behind)
    found = _numbered(tokens, head, head.behind, False)
    if found is None and court > head.behind:
        found = _numbered(tokens, head, court, True)
    if found is not None:
        return found
    day = text_date(tokens, court, year_alone=False)
    if day is None or not day.full or (court == head.behind and head.name != "arrêt"):
        return None
    of = f" {tokens.written(head.behind, court)}" if court > head.behind else ""
    law = Law(head.kind, f"{head.name}{of} {day.written}", "", day.iso)
    return Match(index, day.behind, Citation(law))


def _court(tokens: Tokens, index: int) -> int:
    """The index behind the court whose name stands at an index, ``index`` if none does."""
    at = tokens.skip_of(index)
    if at == index or tokens.word(at) not in _COURTS:
        return index
    for behind in range(at + 1, at + _LONGEST_COURT):
        if ends_title(tokens, behind) or tokens.word(behind) == ",":
            return index
        if text_date(tokens, behind) or tokens.shape(behind, _NUMBER):
            return behind
    return index


def _numbered(tokens: Tokens, head: ReadHead, at: int, of_court: bool) -> Match | None:
    found = tokens.shape(at, _CONSTITUTIONAL)
    if found is not None and found[0]["suffix"] in tokens.lexicon.words["constitutional_decisions"]:
        number, suffix = plain(found[0]["number"]), found[0]["suffix"]
        written = plain(f"n° {number} {suffix}")
    else:
        number, suffix = "", ""
        found = tokens.shape(at, _AFRICAN) if head.name == "décision" else None
        written = plain(found[0]["number"]) if found else ""
    if found is None:
        found = tokens.shape(at, _NUMBER)
        if found is None or not _of_a_court(found[0], head, of_court):
            return None
        marked = found[0]["marked"]
        written = f"n° {plain(marked)}" if marked else plain(found[0]["number"])
    day = text_date(tokens, found[1], year_alone=False)
    iso = day.iso if day else ""
    identifier = ecli_constitutional(number, suffix, iso) if suffix else celex_case(written)
    name = f"{head.name} {written}" + (f" {day.written}" if day else "")
    behind = day.behind if day else found[1]
    return Match(head.first, behind, Citation(Law(head.kind, name, "", iso, identifier)))


def _of_a_court(number: re.Match[str], head: ReadHead, of_court: bool) -> bool:
    if number["marked"] and not any(sign.isdigit() for sign in number["marked"]):
        return False
    return of_court or head.name != "décision"


@rule("case")
def case(tokens: Tokens, index: int) -> Match | None:
    """A case of the Court of Justice, a published Swiss judgment, an ECLI.

    Examples:
        L'[affaire C-311/18] -> affaire C-311/18
        Selon l'[ATF 145 I 73] -> ATF 145 I 73
        Voir [ECLI:EU:C:2020:559] -> ECLI:EU:C:2020:559
        L'affaire Durand -> nothing
    """
    found = tokens.shape(index, _CASE)
    if found is not None:
        number = found[0]["case"].replace("\u2011", "-")
        law = Law("judgment", f"affaire {number}", "", "", celex_case(number))
        return Match(index, found[1], Citation(law))
    found = tokens.shape(index, _ATF)
    if found is not None:
        name = f"ATF {plain(found[0]['number'])}"
        return Match(index, found[1], Citation(Law("judgment", name)))
    found = tokens.shape(index, _ECLI)
    if found is None:
        return None
    return Match(index, found[1], Citation(Law("judgment", found[0][0], "", "", found[0][0])))
