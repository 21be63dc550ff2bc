"""Texts that have a name: codes, charters, treaties, great laws, and their abbreviations."""

from __future__ import annotations

from hemicycle.annotation.laws.citation import Abbreviation, Citation
from hemicycle.annotation.laws.dating import text_date
from hemicycle.annotation.laws.grammar import Match, rule
from hemicycle.annotation.laws.lexicon import Named
from hemicycle.annotation.laws.tokens import Tokens
from hemicycle.kinds.laws import Law
from hemicycle.knowledge.grammar import PLAIN_OF

_DATED = ("treaty", "constitution")


@rule("named")
def named(tokens: Tokens, index: int) -> Match | None:
    """A text that the lexicon names; a treaty and a declaration with their date.

    Examples:
        Le [code général des collectivités territoriales] -> \
code général des collectivités territoriales
        Le [Code criminel] et le code de conduite -> code criminel
        La [Convention de Genève du 28 juillet 1951] -> convention de Genève du 28 juillet 1951
        Le [RGPD] -> RGPD
        La [loi n° 2017-20] portant code du numérique -> loi n° 2017-20
        La CEDH a jugé -> nothing
    """
    found = named_at(tokens, index)
    if found is None or found[0].after_article:
        return None
    if found[0].kind == "code" and tokens.before(index) in tokens.lexicon.words["making_a_code"]:
        # The title of the law that makes the code.
        return None
    return _match(tokens, index, *found)


def named_behind_article(tokens: Tokens, index: int) -> Match | None:
    """A text of the lexicon, also one that is a citation only behind an article."""
    found = named_at(tokens, index)
    return None if found is None else _match(tokens, index, *found)


def named_at(tokens: Tokens, index: int) -> tuple[Named, int] | None:
    """The text of the lexicon that is named at an index, and the index behind its name."""
    lexicon = tokens.lexicon
    written = [tokens.raw(at) for at in range(index, index + lexicon.exact.longest)]
    found = [
        *((text, stop) for stop, text in lexicon.named.at(tokens.words, index)),
        *((text, index + length) for length, text in lexicon.exact.at(written, 0)),
    ]
    best: tuple[Named, int] | None = None
    for text, stop in found:
        if text.country and tokens.country and text.country != tokens.country:
            continue
        if text.capital and not written[0][:1].isupper():
            continue
        if best is None or stop > best[1] or _closer(text, best, stop):
            best = text, stop
    return best


def _closer(text: Named, best: tuple[Named, int], stop: int) -> bool:
    return stop == best[1] and bool(text.country) > bool(best[0].country)


def _match(tokens: Tokens, index: int, text: Named, stop: int) -> Match:
    law = Law(text.kind, text.name, "", _year_inside(text), text.identifier)
    if text.exact:
        return Match(index, stop, Abbreviation(tokens.written(index, stop), law))
    if text.kind in _DATED and not law.date:
        day = text_date(tokens, stop)
        if day is not None and day.iso:
            law = Law(text.kind, f"{text.name} {day.written}", "", day.iso)
            return Match(index, day.stop, Citation(law))
    return Match(index, stop, Citation(law))


def _year_inside(text: Named) -> str:
    """The year of a proper title that has one (``Loi constitutionnelle de 1867``)."""
    last = text.words[-1]
    return last if last.isdigit() and len(last) == 4 and text.words[-2] in PLAIN_OF else ""


@rule("abbreviation")
def introduced(tokens: Tokens, index: int) -> Match | None:
    """An abbreviation that the text has given behind a citation.

    Examples:
        La [loi du 3 mai 2005] (LTruc) et la [LTruc] -> loi du 3 mai 2005, loi du 3 mai 2005
    """
    return Match(index, index + 1, Abbreviation(tokens.raw(index), None))
