"""Judgments: by number, date, court, and the cases of the Court of Justice.

Conseil constitutionnel, numbering of decisions; Court of Justice, method of citing the case-law;
Tribunal fédéral suisse, citation of the ATF and of unpublished judgments.
"""

from __future__ import annotations

import re

from hemicycle.annotation.laws.citation import Citation
from hemicycle.annotation.laws.dating import TextDate, text_date
from hemicycle.annotation.laws.grammar import Match, rule
from hemicycle.annotation.laws.heads import ReadHead, read_head
from hemicycle.annotation.laws.identifiers import celex_case, ecli_constitutional
from hemicycle.annotation.laws.titles import ends_title
from hemicycle.annotation.laws.tokens import Tokens, plain
from hemicycle.kinds.laws import Law
from hemicycle.knowledge.grammar import AND

_JOINED = AND | {","}

_MARK = r"(?:[Nn]\s?[°º]\s*|[Nn]o\.?\s+)"
_CONSTITUTIONAL = re.compile(
    _MARK + r"?(?P<number>(?:19|20)?\d\d[-\u2011]\d+(?:/\d+)*)\s+(?P<suffix>[A-Z]{1,5})(?!\w)"
)
_AFRICAN = re.compile(r"(?P<number>[A-Z]{2,4}\s?\d\d[-\u2011]\d{1,4})(?![\w-])")
_NUMBER = re.compile(
    _MARK + r"(?P<marked>\w+(?:[-\u2011/.]\w+)*)"
    r"|(?P<number>\d[A-Z]_\d+/\d{4}|[CT][-\u2011]\d{1,4}/\d{2,4})(?!\w)"
)
_NUMBER_OF_CASE = r"(?P<case>[CTF][-\u2011]\d{1,4}/\d{2,4})(?:\s?P)?(?!\w)"
_CASE = re.compile(r"[Aa]ffaires?\s+(?:jointes\s+)?" + _NUMBER_OF_CASE)
_FURTHER_CASE = re.compile(_NUMBER_OF_CASE)
_ATF = re.compile(r"ATF\s+(?P<number>\d{1,3}\s+(?:I|Ia|Ib|II|III|IV|V|VI)\s+\d{1,4})(?!\w)")
_ECLI = re.compile(r"ECLI:(?:[A-Z]{2}):[A-Z0-9]+:\d{4}:[A-Z0-9.]*[A-Z0-9]")
_LONGEST_COURT = 12
# A court earlier in the clause: `le Conseil constitutionnel, dans sa décision du…`.
_COURT_BEFORE = re.compile(
    r"(?:Conseil\s+constitutionnel|Conseil\s+d['’]État|Cour\s+(?:constitutionnelle|de|des|suprême)"
    r"|Tribunal\s+(?:fédéral|constitutionnel|administratif)|CJUE|CEDH)\b[^.;:!?\n]*\Z"
)
_NEAR = 150


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
        Le Conseil constitutionnel, dans sa [décision du 28 janvier 2011] -> \
décision du 28 janvier 2011
        La [décision du Conseil constitutionnel de 1977] -> \
décision du Conseil constitutionnel de 1977
        La décision du 3 mai 2020 -> nothing
    """
    head = read_head(tokens, index)
    if head is None or head.kind != "judgment":
        return None
    court = _court(tokens, head.stop)
    found = _numbered(tokens, head, head.stop, False)
    if found is None and court > head.stop:
        found = _numbered(tokens, head, court, True)
    if found is not None:
        return found
    day = text_date(tokens, court, year_alone=court > head.stop)
    if day is None or not day.iso or (court == head.stop and not _told(tokens, head, day)):
        return None
    of = f" {tokens.written(head.stop, court)}" if court > head.stop else ""
    law = Law(head.kind, f"{head.name}{of} {day.written}", "", day.iso)
    return Match(index, day.stop, Citation(law))


def _told(tokens: Tokens, head: ReadHead, day: TextDate) -> bool:
    """Whether a date alone tells a judgment: a court has just been named, or it is an ``arrêt``."""
    if not day.full:
        return False
    if head.name == "arrêt":
        return True
    start = tokens.starts[head.first]
    return _COURT_BEFORE.search(tokens.text, max(0, start - _NEAR), start) is not None


def _court(tokens: Tokens, index: int) -> int:
    """The index behind the court whose name stands at an index, ``index`` if none does."""
    at = tokens.skip_of(index)
    if at == index or not tokens.among("courts", at):
        return index
    for stop in range(at + 1, at + _LONGEST_COURT):
        if ends_title(tokens, stop) or tokens.word(stop) == ",":
            return index
        if text_date(tokens, stop) or tokens.shape(stop, _NUMBER):
            return stop
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
    stop = day.stop if day else found[1]
    return Match(head.first, stop, Citation(Law(head.kind, name, "", iso, identifier)))


def _of_a_court(number: re.Match[str], head: ReadHead, of_court: bool) -> bool:
    if number["marked"] and not any(sign.isdigit() for sign in number["marked"]):
        return False
    return of_court or head.name != "décision"


def _of_the_union(number: str) -> Law:
    written = number.replace("\u2011", "-")
    return Law("judgment", f"affaire {written}", "", "", celex_case(written))


def _with_others(tokens: Tokens, first: Match) -> Match:
    """Joined cases, a match each."""
    parts = [first]
    while tokens.word(parts[-1].stop) in _JOINED:
        begins = parts[-1].stop + 1
        found = tokens.shape(begins, _FURTHER_CASE)
        if found is None:
            break
        parts.append(Match(begins, found[1], Citation(_of_the_union(found[0]["case"]))))
    return (
        first if len(parts) == 1 else Match(first.first, parts[-1].stop, first.node, tuple(parts))
    )


@rule("case")
def case(tokens: Tokens, index: int) -> Match | None:
    """A case of the Court of Justice, a published Swiss judgment, an ECLI.

    Examples:
        L'[affaire C-311/18] -> affaire C-311/18
        Les [affaires jointes C-293/12] et [C-594/12] -> affaire C-293/12, affaire C-594/12
        Selon l'[ATF 145 I 73] -> ATF 145 I 73
        Voir [ECLI:EU:C:2020:559] -> ECLI:EU:C:2020:559
        L'affaire Durand -> nothing
    """
    found = tokens.shape(index, _CASE)
    if found is not None:
        first = Match(index, found[1], Citation(_of_the_union(found[0]["case"])))
        return _with_others(tokens, first)
    found = tokens.shape(index, _ATF)
    if found is not None:
        name = f"ATF {plain(found[0]['number'])}"
        return Match(index, found[1], Citation(Law("judgment", name)))
    found = tokens.shape(index, _ECLI)
    if found is None:
        return None
    return Match(index, found[1], Citation(Law("judgment", found[0][0], "", "", found[0][0])))
