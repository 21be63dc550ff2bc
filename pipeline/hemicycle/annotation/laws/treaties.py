"""Treaties by the place of their signature, by the countries they join, or by number."""

from __future__ import annotations

from hemicycle.annotation.laws.citation import Citation
from hemicycle.annotation.laws.dating import text_date
from hemicycle.annotation.laws.grammar import Match, rule
from hemicycle.annotation.laws.heads import ReadHead, read_head
from hemicycle.annotation.laws.numbers import text_number
from hemicycle.annotation.laws.tokens import Tokens
from hemicycle.kinds.laws import Law
from hemicycle.knowledge.grammar import PLAIN_OF


@rule("head")
def treaty_of_a_place(tokens: Tokens, index: int) -> Match | None:
    """A treaty named after the place where it was signed.

    Examples:
        Le [traité de Lisbonne] -> traité de Lisbonne
        Le [traité d'Aix-la-Chapelle du 22 janvier 2019] -> \
traité d’Aix-la-Chapelle du 22 janvier 2019
        La [convention de New York du 10 juin 1958] -> convention de New York du 10 juin 1958
        La convention de Nantes et un traité de paix -> nothing
    """
    head = read_head(tokens, index)
    if head is None or head.kind != "treaty" or tokens.word(head.stop) not in PLAIN_OF:
        return None
    at = head.stop + 1
    at += tokens.raw(at) == "La"
    if not tokens.raw(at)[:1].isupper() or tokens.raw(at).isupper():
        return None
    stop = at + 1
    while tokens.word(stop) == "-" and tokens.glued(stop) and tokens.glued(stop + 1):
        stop += 2
    if tokens.raw(stop)[:1].isupper() and head.name != "traité":
        stop += 1
    match = _dated(tokens, head, stop)
    # A party has conventions and firms have agreements in towns too, but of no such date.
    return match if head.name == "traité" or match.stop > stop else None


@rule("head")
def treaty_of_two_countries(tokens: Tokens, index: int) -> Match | None:
    """An agreement by the adjective that joins its two countries.

    Examples:
        L'[accord franco-algérien du 27 décembre 1968] -> accord franco-algérien du 27 décembre 1968
        La [convention fiscale franco-suisse] -> convention fiscale franco-suisse
        L'accord franco et massif -> nothing
    """
    head = read_head(tokens, index)
    if head is None or head.kind != "treaty":
        return None
    at = head.stop
    if not tokens.among("country_prefixes", at):
        at += 1
    joined = tokens.among("country_prefixes", at) and tokens.word(at + 1) == "-"
    if not joined or not tokens.word(at + 2).isalpha():
        return None
    return _dated(tokens, head, at + 3)


def _dated(tokens: Tokens, head: ReadHead, stop: int) -> Match:
    name = f"{head.written} {tokens.written(head.stop, stop)}"
    day = text_date(tokens, stop)
    if day is None or not day.iso:
        return Match(head.first, stop, Citation(Law(head.kind, name)))
    law = Law(head.kind, f"{name} {day.written}", "", day.iso)
    return Match(head.first, day.stop, Citation(law))


@rule("head")
def numbered_treaty(tokens: Tokens, index: int) -> Match | None:
    """A convention of an organisation by number, which names it with the organisation only.

    Examples:
        La [convention n° 158 de l'OIT] -> convention n° 158 de l’OIT
        Le [protocole A/SP1/12/01] -> protocole A/SP1/12/01
        La convention n° 12 avec la société -> nothing
    """
    head = read_head(tokens, index)
    if head is None or head.kind != "treaty":
        return None
    number = text_number(tokens, head.stop, head.kind)
    if number is None:
        return None
    stop = tokens.lexicon.phrases["numbering_organisations"].match(tokens.words, number.stop)
    if stop > number.stop:
        name = f"{head.name} {number.written} {tokens.written(number.stop, stop)}"
        return Match(index, stop, Citation(Law(head.kind, name)))
    if head.name != "protocole":
        return None
    return Match(index, number.stop, Citation(Law(head.kind, f"{head.name} {number.written}")))
