"""How far the phrase reaches that says what is measured: with the complements that tell it apart
(``la lutte contre la fraude``, ``le droit de sortie sur la bauxite``), without relative clauses,
participles with their complements, and what says where (``dans notre pays``)."""

from __future__ import annotations

from hemicycle.annotation.amounts.sentence import Sentence
from hemicycle.knowledge.grammar import AND_OR, OF, ON, TO, WITHOUT
from hemicycle.reading.nounphrases import Phrase


def with_complement(s: Sentence, head: Phrase, inner: Phrase) -> Phrase:
    """A phrase with the one that it governs by a preposition, where that tells it apart.

    Args:
        s: the words of the sentence.
        head: the phrase that governs.
        inner: the phrase that is governed, its determiner left out.

    Returns:
        Both as one, or ``head``.
    """
    at = s.known.nouns.before_determiners(s, inner.first - 1)
    if not head or head.stop != at:
        return head
    both = Phrase(head.first, inner.stop)
    tie = s.words[at]
    if tie in s.known.extent.always:
        return both
    if tie in ON and not s.known.extent.levied.isdisjoint(s.words[head.first : head.stop]):
        return both
    return both if tie in s.known.extent.alone and _stands_alone(s, head, inner) else head


def _stands_alone(s: Sentence, head: Phrase, inner: Phrase) -> bool:
    """Has the head no other complement and no governor, and does what it governs say more than
    where (``dans les énergies renouvelables``, but not ``dans notre pays``, ``en Norvège``)?"""
    nouns, noun = s.known.nouns, s.words[inner.first]
    if any(word in OF or word in TO for word in s.words[head.first : head.stop]):
        return False
    if nouns.governor(s, head.first) >= 0 or noun in s.known.extent.vague:
        return False
    pointed = s.words[inner.first - 1] in s.known.extent.pointing
    return not (pointed or s.raw(inner.first)[:1].isupper())


def with_first(s: Sentence, found: Phrase) -> Phrase:
    """``les billets et monnaies en circulation``: a noun under the same determiner."""
    nouns = s.known.nouns
    if s.word(found.first - 1) not in AND_OR or found.first < 2:
        return found
    earlier = nouns.backward(s, found.first - 1)
    opens = earlier.first == 0 or s.word(earlier.first - 1) in nouns.determiners
    return Phrase(earlier.first, found.stop) if earlier and opens else found


def with_lack(s: Sentence, found: Phrase) -> Phrase:
    """``écoles sans latrines``: what the things that are counted do not have."""
    if not found or s.word(found.stop) not in WITHOUT:
        return found
    more = s.known.nouns.forward(s, found.stop + 1)
    return Phrase(found.first, more.stop) if more.first == found.stop + 1 else found
