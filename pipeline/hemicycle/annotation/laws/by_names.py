"""Texts by the name that people give them: ``loi Veil``, ``décret « Paysage »``."""

from __future__ import annotations

import re

from hemicycle.annotation.laws.citation import Citation
from hemicycle.annotation.laws.dating import text_date
from hemicycle.annotation.laws.designations import Designation
from hemicycle.annotation.laws.grammar import Match, rule
from hemicycle.annotation.laws.heads import ReadHead, read_head
from hemicycle.annotation.laws.tokens import Tokens, plain
from hemicycle.kinds.laws import Law
from hemicycle.knowledge.grammar import AND, THE_ONE

_CALLED = ("law", "bill", "decree", "ordinance", "directive", "regulation", "judgment")
_QUOTED = re.compile(r"[«\"“]\s*(?P<name>(?!\s)[^«»\"“”\n]{2,60}?(?<!\s))\s*[»\"”]")
_ORDINAL = re.compile(r"(?:[IVX]{1,4}|\d)(?![\w°]|\s?%)")
_INITIALS = re.compile(r"\d?[A-Z]{2,}\w*")
_MOST_WORDS = 4


@rule("head")
def called(tokens: Tokens, index: int) -> Match | None:
    """A by-name with a capital or in quotation marks, with the date if it follows.

    Examples:
        La [loi El Khomri] -> loi El Khomri
        La [loi Sapin II] puis la [loi 3DS] -> loi Sapin II, loi 3DS
        Les [lois Auroux] -> lois Auroux
        Le [décret « Paysage »] -> décret Paysage
        La [loi Veil de 1975] -> loi de 1975
        La [loi NOTRe], la [loi dite « anti-squat »] -> loi NOTRe, loi anti-squat
        L'[arrêt Schalk et Kopf contre Autriche] -> arrêt Schalk et Kopf contre Autriche
        L'[arrêt Schrems II] -> arrêt Schrems II
        La loi, Madame -> nothing
        La loi M. Durand la connaît -> nothing
    """
    head = read_head(tokens, index)
    if head is None or head.kind not in _CALLED or _in_capitals(tokens, head):
        return None
    found = _quoted(tokens, head) or _capital(tokens, head)
    if found is None:
        return None
    return _cited(tokens, head, *found)


def _cited(tokens: Tokens, head: ReadHead, name: str, stop: int) -> Match:
    """The text by its date if that follows the by-name, else by the by-name."""
    day = text_date(tokens, stop, year_alone=head.kind != "judgment")
    if day is not None and day.iso:
        law = Designation(None, day, day.stop).law(head, tokens.country)
        return Match(head.first, day.stop, Citation(law))
    return Match(head.first, stop, Citation(Law(head.kind, f"{head.written} {name}")))


def _in_capitals(tokens: Tokens, head: ReadHead) -> bool:
    """Whether the head is in capitals, as in headings, where capitals tell nothing."""
    return tokens.raw(head.first).isupper()


def _quoted(tokens: Tokens, head: ReadHead) -> tuple[str, int] | None:
    if head.kind == "judgment":
        return None
    found = tokens.shape(tokens.past(head.stop, tokens.lexicon.words["called"]), _QUOTED)
    return None if found is None else (plain(found[0]["name"]), found[1])


def _capital(tokens: Tokens, head: ReadHead) -> tuple[str, int] | None:
    """Words with a capital right behind the head, with particles and a number."""
    at = tokens.past(head.stop, tokens.lexicon.words["called"])
    initials = tokens.shape(at, _INITIALS)
    if initials is not None and tokens.raw(at)[:1].isdigit():
        return plain(initials[0][0]), initials[1]
    if not _is_name(tokens, at):
        return None
    stop = at
    for _ in range(_MOST_WORDS):
        while tokens.among("name_particles", stop) and tokens.raw(stop)[:1].isupper():
            stop += 1
        if not _is_name(tokens, stop) and not (stop > at and _hyphened(tokens, stop)):
            break
        stop += 1
        while tokens.word(stop) == "-" and tokens.glued(stop) and tokens.glued(stop + 1):
            stop += 2
    if stop == at:
        return None
    if head.kind == "judgment":
        stop = _parties(tokens, stop)
    ordinal = tokens.shape(stop, _ORDINAL)
    if ordinal is not None and not tokens.broken(stop):
        stop = ordinal[1]
    return tokens.written(at, stop), stop


def _parties(tokens: Tokens, index: int) -> int:
    """The index behind the further parties of a case (``et Kopf contre Autriche``)."""
    stop = index
    if tokens.word(stop) in AND and _is_name(tokens, stop + 1):
        stop += 2
    at = tokens.past(stop, tokens.lexicon.words["versus"])
    if at == stop:
        return index
    at = tokens.skip(at, ".", "/")
    at = tokens.past(at, THE_ONE)
    return at + 1 if _is_name(tokens, at) else index


def _hyphened(tokens: Tokens, index: int) -> bool:
    return tokens.word(index - 1) == "-"


def _is_name(tokens: Tokens, index: int) -> bool:
    raw = tokens.raw(index)
    if not raw[:1].isupper() or tokens.broken(index) or raw.endswith(("'", "’")):
        return False
    if any(letter.isupper() for letter in raw[1:]) and len(raw) > 3:
        return True
    if tokens.among("no_by_name", index) and not tokens.among("name_particles", index):
        return False
    return tokens.among("name_particles", index) or len(raw) > 2


@rule("head")
def called_in_lower_case(tokens: Tokens, index: int) -> Match | None:
    """A by-name of common nouns, which the lexicon lists, or that is against something.

    Examples:
        La [loi travail] et la [loi anti-casseurs] -> loi travail, loi anti-casseurs
        La [loi Climat et résilience] -> loi Climat et résilience
        La loi nouvelle -> nothing
    """
    head = read_head(tokens, index)
    if head is None or head.kind not in ("law", "bill") or tokens.broken(head.stop):
        return None
    stop = tokens.lexicon.phrases["by_names"].match(tokens.words, head.stop)
    if stop == head.stop and tokens.among("against", stop) and tokens.word(stop + 1) == "-":
        stop += 3
    if stop == head.stop:
        return None
    name = tokens.written(head.stop, stop)
    if name.isupper() and not name.islower() and tokens.raw(index).isupper():
        name = name.lower()
    return _cited(tokens, head, name, stop)
