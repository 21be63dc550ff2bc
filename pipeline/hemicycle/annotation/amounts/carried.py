"""The object of a verb that carries it to the level which ``à`` tells, however far behind it:
``relever la part des énergies propres dans la production d'électricité à 40 %``."""

from __future__ import annotations

from hemicycle.annotation.amounts.measure_verbs import is_participle
from hemicycle.annotation.amounts.sentence import Sentence
from hemicycle.knowledge.grammar import PLAIN_OF, PLAIN_TO, THAT
from hemicycle.reading.nounphrases import NOTHING, Phrase
from hemicycle.reading.verbs import PARTICIPLE

# Words within which the verb stands.
_REACH = 30
_ENDS = frozenset((";", ".", "!", "?", "\n", ":"))


def find(s: Sentence, at: int, stop: int) -> Phrase:
    """The object, empty if no such verb stands before.

    Args:
        s: the words of the sentence.
        at: the word that the amount, or its modifier, begins with.
        stop: the word behind the amount.
    """
    tie = s.word(at - 1)
    leaving = tie in PLAIN_OF and s.word(stop) in PLAIN_TO and s.word(stop + 1)[:1].isdigit()
    if not (tie in PLAIN_TO or leaving) or is_participle(s, at - 2):
        return NOTHING
    nouns = s.known.nouns
    for index in range(at - 2, max(-1, at - _REACH), -1):
        low = s.words[index]
        if low in _ENDS or low in s.known.subjects.relatives or low in THAT:
            break
        if _carries(s, index):
            found = nouns.forward(s, index + 1)
            return found if found and found.stop < at else NOTHING
        if nouns.is_predicate(s, index) or low in nouns.auxiliaries:
            break
    return NOTHING


def _carries(s: Sentence, at: int) -> bool:
    """Is the word such a verb, active, with its object right behind it?"""
    low, before = s.words[at], s.word(at - 1)
    if s.word(at + 1) not in s.known.nouns.determiners:
        return False
    verbs = s.known.measure.carrying
    if s.known.verbs.any_of(before, s.known.purposes.letting):
        verbs = s.known.measure.carried_by
    if not s.known.verbs.any_of(low, verbs) or before in s.known.nouns.determiners:
        return False
    if low.endswith(PARTICIPLE) and not s.known.verbs.is_predicate(low):
        having = s.known.measure.having
        return before in having or s.word(at - 2) in having
    return before not in s.known.subjects.reflexives
