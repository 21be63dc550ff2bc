"""The Constitution: with a capital it is always the one of the country spoken of."""

from __future__ import annotations

from hemicycle.annotation.laws.citation import Citation
from hemicycle.annotation.laws.dating import text_date
from hemicycle.annotation.laws.grammar import Match, rule
from hemicycle.annotation.laws.tokens import Tokens
from hemicycle.kinds.laws import Law
from hemicycle.knowledge.grammar import OF

_NAME = "Constitution"


@rule("head")
def constitution(tokens: Tokens, index: int) -> Match | None:
    """A constitution, with its adjective, its country and its date, of which the name has the last.

    Examples:
        La [Constitution] et la constitution d'une provision -> Constitution
        La [Constitution du 4 octobre 1958] -> Constitution du 4 octobre 1958
        La [Constitution vaudoise] -> Constitution
        La [Constitution du canton de Vaud du 14 avril 2003] -> Constitution du 14 avril 2003
        La loi portant Constitution -> nothing
        Constitution d'un groupe de travail -> nothing
        Le Parlement flamand – Constitution -> nothing
    """
    raw = tokens.raw(index)
    if not tokens.among("constitutions", index) or not raw[0].isupper():
        return None
    at = _behind_complement(tokens, index + 1)
    day = text_date(tokens, at)
    if day is not None and day.iso:
        law = Law("constitution", f"{_NAME} {day.written}", "", day.iso)
        return Match(index, day.stop, Citation(law))
    before = tokens.before(index)
    if before in tokens.lexicon.words["no_constitution_behind"] or _is_deed(tokens, index, at):
        return None
    return Match(index, at, Citation(Law("constitution", _NAME)))


def _is_deed(tokens: Tokens, index: int, stop: int) -> bool:
    """Whether the word is the act of forming something, as in a heading."""
    if stop > index + 1:
        return False
    if not tokens.before(index).replace("'", "").isalpha():
        return True
    return tokens.raw(index).isupper() and tokens.word(stop) in OF


def _behind_complement(tokens: Tokens, index: int) -> int:
    at = index
    if tokens.among("constitution_adjectives", at):
        at += 1
    at = tokens.lexicon.phrases["constitution_complements"].match(tokens.words, at)
    canton = tokens.lexicon.phrases["of_a_canton"].match(tokens.words, at)
    if canton > at and tokens.raw(canton)[:1].isupper():
        at = canton + 1
        while tokens.word(at) == "-":
            at += 2
    return at
