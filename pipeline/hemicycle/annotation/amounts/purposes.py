"""What money is for: ``pour la rénovation des écoles``, ``de plus sur cinq ans pour l'hôpital``."""

from __future__ import annotations

from hemicycle.annotation.amounts.lexicon import QUOTES
from hemicycle.annotation.amounts.sentence import Sentence
from hemicycle.knowledge.grammar import (
    AND,
    FOR,
    OF_THE_MANY,
    PLAIN_OF_TO,
    TO,
    TO_THE_ONE,
    WHO,
    closed,
)
from hemicycle.reading.nounphrases import NOTHING, Phrase
from hemicycle.reading.verbs import INFINITIVE

_PAST = 8
# How far before its amount the verb stands, and before the last of several.
_GIVEN, _LISTED = 3, 16
_LEADING_TO = TO | closed("preposition", lemma="vers")
_AND_COMMA = AND | {","}


def find(s: Sentence, at: int, stop: int, *, funds: bool = True) -> Phrase:
    """The purpose, empty if there is none.

    Args:
        s: the words of the sentence.
        at: the word that the amount, or its modifier, begins with.
        stop: the word behind the amount.
        funds: whether it is money, which ``pour`` may be for.
    """
    found = given(s, at, stop) or _in_form(s, stop)
    if not found and funds:
        found = _going(s, stop) or _was_given(s, stop) or _serving(s, stop)
    if found:
        return found
    for start in range(stop, min(stop + _PAST, len(s))):
        low = s.words[start]
        if low in FOR and not funds:
            break  # `5,5 % pour les cantines` says for whom
        if low in TO_THE_ONE and s.word(start + 1) in s.known.purposes.heads:
            return s.known.nouns.forward(s, start + 3)
        if low in s.known.measure.purposes:
            begins = s.known.nouns.skip_determiners(s, start + 1 + (s.word(start + 1) in TO))
            found = s.known.nouns.forward(s, begins + (s.word(begins) in QUOTES))
            if found and not _is_act_or_time(s, found):
                return found
        elif not (low in s.known.measure.added or low[0].isdigit()):
            break
    return NOTHING


def given(s: Sentence, at: int, stop: int) -> Phrase:
    """``consacre`` 3 M€ ``à l'école``, ``investit`` 3 M€ ``dans l'école``; empty if nothing is.

    The arguments are those of :func:`find`.
    """
    low = s.word(stop)
    if low in TO_THE_ONE and s.word(stop + 1) in s.known.purposes.heads:
        return NOTHING  # `versa 300 couronnes au titre de l'impôt`
    before = _given_before(s, at)
    if before:
        return before
    gives = low in TO and _governs(s, at, s.known.measure.givers)
    invests = low in s.known.measure.invested and _governs(s, at, s.known.measure.investing)
    return _complement(s, stop + 1) if gives or invests else NOTHING


def _given_before(s: Sentence, at: int) -> Phrase:
    """``consacre à la défense`` 1,4 % de son PIB."""
    found = s.known.nouns.backward(s, at)
    if not found or found.stop != at:
        return NOTHING
    tie = s.known.nouns.governor(s, found.first)
    given = tie > 0 and s.words[tie] in TO and _governs(s, tie, s.known.measure.givers)
    return found if given else NOTHING


def _going(s: Sentence, stop: int) -> Phrase:
    """``120 milliards iront aux écoles``, ``40 millions vont vers la recherche``."""
    tied = s.word(stop + 1) in _LEADING_TO
    if not tied or not s.known.verbs.any_of(s.words[stop], s.known.measure.going):
        return NOTHING
    return NOTHING if _does(s, stop + 2) else _complement(s, stop + 2)


def _complement(s: Sentence, at: int) -> Phrase:
    """The phrase behind ``à``, ``dans``, ``vers``: also an indefinite one (``à des projets``)."""
    return s.known.nouns.forward(s, at + (s.word(at) in OF_THE_MANY))


def _does(s: Sentence, at: int) -> bool:
    return s.known.verbs.is_infinitive(s.word(at))


def _was_given(s: Sentence, stop: int) -> Phrase:
    """``12 millions ont déjà été consacrés à la rénovation``, ``… investis dans l'école``."""
    at = _past_auxiliaries(s, stop)
    if at == stop:
        return NOTHING
    low, tie = s.word(at), s.word(at + 1)
    given = tie in TO and s.known.verbs.any_of(low, s.known.measure.givers)
    invested = tie in s.known.measure.invested and s.known.verbs.any_of(
        low, s.known.measure.investing
    )
    return _complement(s, at + 2) if given or invested else NOTHING


def _serving(s: Sentence, stop: int) -> Phrase:
    """``6 M€ (qui doivent) permettre de moderniser le port``: the object of the infinitive."""
    at = _past_auxiliaries(s, stop + (s.word(stop) in WHO))
    at += s.known.verbs.any_of(s.word(at), s.known.purposes.must)
    if not s.known.verbs.any_of(s.word(at), s.known.measure.serving):
        return NOTHING
    if s.word(at + 1) not in PLAIN_OF_TO or not _does(s, at + 2):
        return NOTHING
    found = s.known.nouns.forward(s, at + 3)
    return found if s.word(found.first - 1) in s.known.nouns.determiners else NOTHING


def _in_form(s: Sentence, stop: int) -> Phrase:
    """``3 M€ à titre de subvention``: what the money is."""
    for size in (3, 4):
        if " ".join(s.words[stop : stop + size]) in s.known.measure.forms:
            return s.known.nouns.forward(s, stop + size)
    return NOTHING


def _past_auxiliaries(s: Sentence, at: int) -> int:
    known = s.known
    passed = (known.nouns.auxiliaries, known.nouns.adverbs, known.measure.between)
    while any(s.word(at) in words for words in passed):
        at += 1
    return at


def _is_act_or_time(s: Sentence, found: Phrase) -> bool:
    """``pour relancer``, ``pour solariser les stations``, ``pour l'année``."""
    low = s.words[found.first]
    alone = found.stop - found.first == 1 and s.word(found.stop) in s.known.nouns.determiners
    act = s.known.verbs.is_infinitive(low) or (alone and low.endswith(INFINITIVE))
    return act or low in s.known.nouns.times


def _governs(s: Sentence, at: int, verbs: frozenset[str]) -> bool:
    """Does one of some verbs stand before an amount, or before the amounts it is listed with
    (``consacrons`` 5 M€ ``à la forêt et`` 3 M€ ``au lait``)?"""
    listed = s.word(at - 1) in _AND_COMMA
    before = s.words[max(0, at - (_LISTED if listed else _GIVEN)) : at]
    return any(s.known.verbs.any_of(word, verbs) for word in before)
