"""Measures whose verb or noun is left out: lists that share a verb, appositions, pronouns ahead.

- ``Le pont coûterait 730 millions, le tunnel 120 millions``: the verb is that of the amount before;
- ``Le budget de l'État, 323 milliards, …``: the amount stands in apposition;
- ``La dotation a triplé pour atteindre 9 milliards``: the subject is the main verb's;
- ``Quant au prix, il est passé de 180 à 62 euros``: the pronoun takes up how the sentence opens.
"""

from __future__ import annotations

from collections.abc import Container

from hemicycle.annotation.amounts import echoes, subjects
from hemicycle.annotation.amounts.measure_verbs import ends_clause
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.sentence import Sentence
from hemicycle.knowledge.grammar import AND, FOR, OF, TO, closed
from hemicycle.reading.nounphrases import NOTHING, Phrase

_OPENERS = AND | frozenset((",", ";", "\n", ".", "", "–", "—", "-", ":"))
_BEFORE_CLAUSE = closed("coordinator", lemma=("et", "mais")) | frozenset(("\n", "-", "–", "—", "«"))
_STARTS = frozenset(("\n", ".", "", ";", "–", "—", "-", "!", "?", ":"))
_BEHIND = frozenset((",", ")", "–", ".", ";", ""))
_REACH = 25
_LABEL = 9


def find(s: Sentence, at: int, stop: int, quantity: Quantity, previous: Quantity | None) -> Phrase:
    """The measure of an amount that no word ties to it, empty if there is none.

    Args:
        s: the words of the sentence.
        at: the word that the amount, or its modifier, begins with.
        stop: the word behind the amount.
        quantity: the amount.
        previous: the amount before it in the sentence.
    """
    return (
        _of_main_verb(s, at)
        or (_gapped(s, at, quantity, previous) if previous is not None else NOTHING)
        or _apposed(s, at, stop)
        or (_said_over(s, at) if previous is None else NOTHING)
        or _labelled(s, at)
    )


def _said_over(s: Sentence, at: int) -> Phrase:
    """``un taux d'échec très élevé, soit 34 %``."""
    if s.word(at - 1) not in s.known.echoes.that_is:
        return NOTHING
    stop = at - 1 - (s.word(at - 2) == ",")
    last = s.known.nouns.backward(s, stop)
    if last and s.word(last.first - 1) in s.known.nouns.adverbs:
        stop = last.first - 1
    return subjects.phrase(s, stop)


def _labelled(s: Sentence, at: int) -> Phrase:
    """``TVA : réduction à 5,5 %``: what heads the line where only a change is told behind it;
    ``sur la lutte contre la fraude : 15 milliards``: a whole clause without a verb."""
    colon = next((i for i in range(at - 1, max(-1, at - _LABEL), -1) if s.words[i] == ":"), -1)
    if colon < 1 or any(s.words[i] in s.known.nouns.auxiliaries for i in range(colon, at)):
        return NOTHING
    told = [w for w in s.words[colon + 1 : at] if s.known.nouns.is_content(w)]
    if any(word not in s.known.measure.changes for word in told):
        return NOTHING
    start = next((i for i in range(colon - 1, -1, -1) if s.words[i] in _STARTS), -1) + 1
    while start < colon and not s.known.nouns.is_content(s.words[start]):
        start += 1
    stop = colon
    while stop > start and not s.words[stop - 1][-1].isalpha():
        stop -= 1  # `**Budget** :`
    if colon - start > _LABEL or any(ends_clause(s, i) for i in range(start, colon)):
        return NOTHING
    return Phrase(start, stop)


def label(s: Sentence, at: int) -> Phrase:
    """The noun phrase before the colon that opens a line, whatever stands between it and an
    amount at ``at`` (``Énergie : on prévoit 3 M€``, ``1. **Sucre** : le prix est de 6 francs``)."""
    start = next((i for i in range(at - 1, -1, -1) if s.words[i] == "\n"), -1) + 1
    while start < at and not s.words[start][0].isalpha():
        start += 1
    if ":" not in s.words[start : min(at, start + _LABEL)]:
        return NOTHING
    found = s.known.nouns.forward(s, start)
    stop = found.stop
    while s.word(stop) == "*":
        stop += 1
    return found if s.word(stop) == ":" and stop < at else NOTHING


def topic(s: Sentence, at: int) -> Phrase:
    """``Pour le riz, on paiera 400 francs``: what a sentence says that it is about."""
    start = next((i for i in range(at - 1, -1, -1) if s.words[i] in _STARTS), -1) + 1
    if s.word(start) not in s.known.ellipsis.topics or start >= at:
        return NOTHING
    tied = start + 1 + (s.word(start + 1) in OF or s.word(start + 1) in TO)
    found = s.known.nouns.forward(s, tied)
    return found if s.word(found.stop) == "," and found.stop < at else NOTHING


def _opens(s: Sentence, found: Phrase, openers: Container[str]) -> bool:
    """Does a phrase stand first in its clause, its determiners left out?"""
    first = s.known.nouns.before_determiners(s, found.first - 1)
    return s.word(first) in openers if first >= 0 else True


def _gapped(s: Sentence, at: int, quantity: Quantity, previous: Quantity) -> Phrase:
    if (previous.kind, previous.unit) != (quantity.kind, quantity.unit):
        return NOTHING
    if previous.measure and (previous.measure_start or 0) >= previous.end:
        return NOTHING  # `La région paie 45 % de la facture, l'État 40 %`
    comma = s.word(at - 1) == ","
    found = subjects.phrase(s, at - comma)
    if not found or s.starts[found.first] < previous.end:
        return NOTHING
    return found if _opens(s, found, _STARTS if comma else _OPENERS) else NOTHING


def _apposed(s: Sentence, at: int, stop: int) -> Phrase:
    if s.word(at - 1) != "," or s.word(stop) not in _BEHIND:
        return NOTHING
    found = subjects.free(s, at - 1)
    has_article = s.word(found.first - 1) in s.known.nouns.determiners
    return found if found and has_article and _opens(s, found, _STARTS) else NOTHING


def _of_main_verb(s: Sentence, at: int) -> Phrase:
    at -= s.word(at - 1) in TO  # `pour s'établir à 610 millions`
    opening = at - 2 - (s.word(at - 2) in s.known.subjects.reflexives)
    if s.word(opening) not in FOR:
        return NOTHING
    if not s.known.verbs.any_of(s.words[at - 1], s.known.measure.results):
        return NOTHING
    for index in range(opening - 1, max(-1, at - _REACH), -1):
        if s.words[index] in (";", ".", "\n"):
            break
        if ends_clause(s, index):
            found = subjects.find(s, index)
            return found if found.first >= 0 else NOTHING
    return NOTHING


def before_condition(s: Sentence, pronoun: int) -> Phrase:
    """``le déficit, s'il se creuse à 12 % du PIB, …``: the noun phrase before the comma and the
    conjunction of a pronoun at an index, where they agree."""
    if pronoun < 2 or s.words[pronoun - 1] not in s.known.ellipsis.conditions:
        return NOTHING
    if s.words[pronoun - 2] != ",":
        return NOTHING
    found = subjects.free(s, pronoun - 2)
    told = echoes.agreement(s, found.first) if found else ""
    return found if told and told in s.known.agreement.pronouns[s.words[pronoun]] else NOTHING


def opening_subject(s: Sentence, pronoun: int) -> Phrase:
    """The noun phrase that opens a sentence, where a pronoun at an index agrees with it."""
    start = 0
    while start < pronoun and s.words[start] in _BEFORE_CLAUSE:
        start += 1
    if s.word(start) in s.known.subjects.before_topic:
        start += 1 + (s.word(start + 2) in s.known.nouns.determiners)
    if s.word(start) not in s.known.nouns.determiners | TO:
        return NOTHING
    found = s.known.nouns.forward(s, start + (s.words[start] in TO))
    if not found or found.stop > pronoun:
        return NOTHING
    told = echoes.agreement(s, found.first)
    return found if told and told in s.known.agreement.pronouns[s.words[pronoun]] else NOTHING
