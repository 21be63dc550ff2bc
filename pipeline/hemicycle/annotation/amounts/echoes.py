"""Amounts that measure what the amount before them in the sentence did.

They compare (``contre 4 %``, ``puis 6 %``), say it over (``soit 1,5 % du PIB``, ``soit une baisse
de 6 %``), go on counting (``contre 12 500 aujourd'hui``), tell how what stood there moved
(``7 145 863 tonnes, en hausse de 17 %``), or take it up with a pronoun (``Elle atteindrait 3 %``).
"""

from __future__ import annotations

from hemicycle.annotation.amounts.lexicon import SIGNS
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.sentence import Sentence
from hemicycle.knowledge.grammar import AND, BETWEEN, FOR, OF, PLAIN_OF, PLAIN_OF_TO, PLAIN_TO
from hemicycle.reading.nounphrases import Phrase

_AND_COMMA = AND | {","}
_LISTED = _AND_COMMA | {";"}

_MARKS = frozenset((",", "(", "-", "–", ":"))
_OPENERS = frozenset((",", "(", "–", "—"))


def holds(s: Sentence, found: Phrase, at: int, quantity: Quantity, previous: Quantity) -> bool:
    """Whether the amount measures what the one before it does.

    Args:
        s: the words of the sentence.
        found: the phrase that was found for it; empty if none.
        at: the word that the amount, or its modifier, begins with.
        quantity: the amount.
        previous: the amount before it.
    """
    counts = quantity.kind == "count"
    alike = not counts and previous.kind == quantity.kind
    if alike and (_is_set_against(s, at) or _is_parallel(s, at, previous)):
        return True
    if not counts and _is_tail(s, at, previous):
        return True
    if not found:
        if counts:
            return previous.unit == quantity.unit
        return says_over(s, at) or _goes_with(s, at, quantity, previous)
    if not counts and says_over(s, at):
        # `un déficit de 9 milliards, soit 1,5 % du PIB`, `, soit 14 % du devis`
        said_over = quantity.kind == "percent" and s.word(at - 1) in s.known.echoes.that_is
        definite = s.word(found.first - 1) not in PLAIN_OF
        base = said_over and definite and s.starts[found.first] >= quantity.end
        return base or s.words[found.first] in s.known.measure.ratio_bases
    return previous.start <= s.starts[found.first] < previous.end


def _is_parallel(s: Sentence, at: int, previous: Quantity) -> bool:
    """``réduction à 5 % pour les cantines, à 0 % pour le pain``: tied by the same word."""
    before = s.at(previous.left)
    tie = s.word(at - 1)
    listed = s.word(at - 2) in _LISTED
    return listed and tie in PLAIN_OF_TO and s.word(before - 1) == tie


def opens_with_change(s: Sentence, at: int) -> bool:
    """``Augmentation à 20 %`` opens a sentence that goes on from the one before."""
    changed = s.word(at - 1) in PLAIN_OF_TO and s.word(at - 2) in s.known.measure.changes
    return changed and (at == 2 or s.word(at - 3) in s.known.subjects.starts)


def _is_set_against(s: Sentence, at: int) -> bool:
    """``par rapport au montant de`` 109 millions, ``par rapport aux`` 4 %."""
    at -= s.word(at - 1) in OF
    at -= s.word(at - 1) in s.known.measure.hollow
    for size in (4, 3):
        if at >= size and " ".join(s.words[at - size : at]) in s.known.echoes.set_against:
            return True
    return False


def among(s: Sentence, stop: int, before: Quantity | None) -> Quantity | None:
    """The amount before, whose things are taken up: ``240 contrôleurs ; 30 % d'entre eux``."""
    if (
        before is None
        or not before.measure
        or s.word(stop) not in PLAIN_OF
        or s.word(stop + 1) not in BETWEEN
    ):
        return None
    return before if s.word(stop + 2) in s.known.echoes.them else None


def _goes_with(s: Sentence, at: int, quantity: Quantity, previous: Quantity) -> bool:
    spent = previous.kind == "money" and previous.phrase_end > previous.end
    if spent and s.word(at - 1) in _AND_COMMA:
        return False  # `3 M€ pour les écoles et 5 M€ en réserve`
    return previous.kind == quantity.kind and _compares(s, at)


def goes_on(s: Sentence, at: int, quantity: Quantity, previous: Quantity) -> bool:
    """Does it move the same way: ``a chuté de 16 %, puis encore de 22 %``?"""
    if previous.unit != quantity.unit:
        return False
    if _is_parallel(s, at, previous):
        return True
    if s.word(at - 1) not in OF:
        return False
    at -= 1 + (s.word(at - 2) in s.known.echoes.again)
    return s.word(at - 1) in s.known.echoes.and_then


def _is_tail(s: Sentence, at: int, previous: Quantity) -> bool:
    """Does nothing but a mark and a change stand between the two amounts (``68 M€, en hausse
    de 21 %``, ``4,8 %, à 36 milliards``, ``21 M€ (+ 18 %)``, ``3 %, pour atteindre 4 M€``)?"""
    low = s.word(at - 1)
    if low in PLAIN_TO and at > 1 and s.ends[at - 2] <= previous.end:
        return True  # `passe de 14 % à 15 % du PIB`
    if s.word(at - 2) in FOR and s.known.verbs.any_of(low, s.known.measure.results):
        return True
    opening = at
    while s.word(opening - 1) in s.known.echoes.links:
        opening -= 1
    if opening == at or opening < 2 or s.words[opening - 1] not in _OPENERS:
        return False
    return s.ends[opening - 2] <= max(previous.end, previous.phrase_end)


def says_over(s: Sentence, at: int) -> bool:
    """Does ``soit`` stand before an amount (``soit 1,5 %``, ``soit une baisse de 6 %``)?

    Args:
        s: the words of the sentence.
        at: the word that the amount, or its modifier, begins with.
    """
    while s.word(at - 1) in s.known.echoes.behind_that_is:
        at -= 1
    return s.word(at - 1) in s.known.echoes.that_is


def _compares(s: Sentence, at: int) -> bool:
    """``contre 4 %``, ``après + 1 %``, ``(4 %)``, ``et lourd de 78 000 tonnes``."""
    if s.word(at - 1) in SIGNS and s.word(at - 2) in s.known.echoes.openers:
        return True
    if s.word(at - 1) in s.known.echoes.openers or s.word(at - 1) in _MARKS:
        return True
    if s.word(at - 1) not in OF:
        return False
    at -= s.word(at - 2) in s.known.measure.dimensions or s.word(at - 2) in s.known.echoes.again
    return s.word(at - 2) in s.known.echoes.openers


def agreement(s: Sentence, first: int) -> str:
    """The number and gender of a noun phrase as its determiner tells them.

    Args:
        s: the words of the sentence.
        first: the first word of the phrase, behind its determiner.

    Returns:
        ``m``, ``f``, ``s`` if the gender is not told, ``p``.
    """
    told = s.known.agreement.determiners.get(s.word(first - 1))
    return told or ("p" if s.words[first][-1] in "sx" else "s")


def antecedent(s: Sentence, pronoun: str, before: Quantity | None) -> Quantity | None:
    """The amount whose measure a pronoun takes up, None if it does not agree with it.

    Args:
        pronoun: ``il``, ``elle``, ``ils`` or ``elles``.
        before: the amount before, None if there is none near.
    """
    if before is None or before.kind == "count" or not before.agreement or not before.measure:
        return None
    return before if before.agreement in s.known.agreement.pronouns[pronoun] else None
