"""The verbs that stand between an amount and what it measures."""

from __future__ import annotations

from hemicycle.annotation.amounts.sentence import Sentence
from hemicycle.knowledge.grammar import IN, REFLEXIVE
from hemicycle.reading.verbs import PARTICIPLE

# Words within which a clause of change ends behind its verb.
_CLAUSE = 8
_MARKS = frozenset((",", ";", ":", "(", ")", "\n"))
#: How participles end, the present one too.
PARTICIPLES = (*PARTICIPLE, "ant")


def stands_at(s: Sentence, at: int) -> bool:
    """Is the word a verb of measure or change, as far as its form tells?"""
    low, before = s.word(at), s.word(at - 1)
    if before in s.known.nouns.determiners or not low[:1].isalpha():
        return False
    nounlike = before in s.known.measure.before_nouns or (
        before in s.known.measure.sizes and low in s.known.measure.changes
    )
    # `les frais en absorbent 68 %`
    taken_up = before in IN and low.endswith("ent") and s.known.nouns.is_content(s.word(at - 2))
    if nounlike and low[-1] != "r" and not taken_up:
        return False
    known = s.known.measure.verbs
    if before in REFLEXIVE:
        known = s.known.measure.reflexive
    elif before in s.known.measure.passive or is_lone_participle(s, at):
        known = s.known.measure.priced  # `est vendu 12 euros`, `une bouteille vendue 12 euros`
    return s.known.verbs.any_of(low, known)


def is_lone_participle(s: Sentence, at: int) -> bool:
    """Is the word a participle behind a noun or a comma, without an auxiliary?"""
    before = s.word(at - 1)
    told = before == "," or s.known.nouns.is_content(before)
    return told and s.words[at].endswith(PARTICIPLE) and before not in s.known.nouns.auxiliaries


def is_participle(s: Sentence, at: int) -> bool:
    """Is the word a participle behind a noun, a comma or adverbs (``pas encore parvenus``)?"""
    if is_lone_participle(s, at):
        return True
    return s.words[at].endswith(PARTICIPLE) and s.word(at - 1) in s.known.nouns.adverbs


def puts_at(s: Sentence, at: int) -> bool:
    """Does the word put its subject or noun at the level that ``à`` tells behind it (``limitée
    à``, ``se creuse à``, ``équivalant à``)? All verbs do but those whose ``à`` says whom or what
    they act on (``profite à 20 % des ménages``)."""
    if stands_at(s, at):
        return True
    low = s.word(at)
    if s.known.verbs.any_of(low, s.known.measure.datives):
        return False
    acts = low.endswith(PARTICIPLES) and bool(s.known.verbs.infinitives(low))
    return at > 0 and (acts or s.known.nouns.is_predicate(s, at))


def tells_a_level(s: Sentence, low: str) -> bool:
    """Is a percentage behind the verb that of its subject (``représentent 18 %``)?"""
    return s.known.verbs.any_of(low, s.known.measure.levels)


def ends_clause(s: Sentence, at: int) -> bool:
    """Does a verb or an auxiliary stand at an index?"""
    return (
        s.known.nouns.is_predicate(s, at)
        or stands_at(s, at)
        or s.words[at] in s.known.nouns.auxiliaries
    )


def changing(s: Sentence, at: int) -> int:
    """The index of the verb of change that ends a clause at an index (``recule pour la
    troisième année``, ``accélèrent légèrement``), -1 if none does."""
    for index in range(at, max(-1, at - _CLAUSE), -1):
        low = s.words[index]
        if low in _MARKS or low in s.known.nouns.pronouns:
            return -1
        if stands_at(s, index) and s.known.verbs.any_of(low, s.known.measure.moving):
            return index
    return -1
