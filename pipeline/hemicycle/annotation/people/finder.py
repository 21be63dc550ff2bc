"""Finds the names of a document: chains, boundaries, evidence, and agreement over the document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from hemicycle.annotation.linear import log_odds
from hemicycle.annotation.people.agreement import Document
from hemicycle.annotation.people.boundaries import Boundaries
from hemicycle.annotation.people.candidates import Candidate, ModelEntity
from hemicycle.annotation.people.chains import FRENCH_PARTICLES, chains
from hemicycle.annotation.people.evidence import Evidence
from hemicycle.annotation.people.foreign import without_foreign_words
from hemicycle.annotation.people.lexicon import Lexicon
from hemicycle.annotation.people.never_names import CLOSED, EXCLAMATIONS
from hemicycle.annotation.people.roles import Role, RoleReader
from hemicycle.annotation.people.weights import agreement_weights, name_weights
from hemicycle.folding import fold
from hemicycle.reading.reading import Reading
from hemicycle.reading.words import Words, is_capital

_PARTICLES = frozenset({"Le", "La"})
_ENDS = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a text.

    Attributes:
        words: its words.
        names: the names of persons, in order.
        candidates: all that might have been one, in order.
        roles: every function, in order.
        reader: the reader of functions.
    """

    words: Words
    names: list[Candidate]
    candidates: list[Candidate]
    roles: list[Role]
    reader: RoleReader


def find(
    reading: Reading, entities: Iterable[tuple[int, int, str]], lexicon: Lexicon, threshold: float
) -> Found:
    """The names of persons and the functions of a text.

    Args:
        reading: the text.
        entities: the model's entities as (first character, one past the last, label).
        lexicon: the words that tell who is a person.
        threshold: the chance from which a candidate is a person.
    """
    words = reading.words
    located = _locate(words, entities)
    persons = [entity for entity in located if entity.label == "PER"]
    starts = {entity.start for entity in persons}
    inside = {k for entity in persons for k in range(entity.start + 1, entity.end)}
    forms, common = words.forms, lexicon.common

    def starts_name(index: int) -> bool:
        if not is_capital(forms[index]):
            return False
        if words.lower[index] in lexicon.honorifics or index in starts:
            return True
        following = index + 1
        if index and words.lower[index - 1] in FRENCH_PARTICLES and fold(forms[index]) in common:
            return False  # `ministre de la Santé Aslan Corvel`, though Santé is a name in Italy
        return (
            following < len(forms)
            and lexicon.knows_first_name(forms[index])
            and words.spaced(following)
            and (is_capital(forms[following]) or forms[following] in lexicon.foreign_particles)
        )

    reader = RoleReader(words, starts_name)
    roles = reader.all()
    boundaries = Boundaries(words, lexicon, starts, inside)
    evidence = Evidence(words, lexicon, located, roles, name_weights())
    candidates: list[Candidate] = []
    before: Candidate | None = None
    nothing = CLOSED.words() | EXCLAMATIONS.words()
    for chain in chains(words, lexicon, inside):
        if chain.end - chain.start == 1 and _opens_only(words, lexicon, chain.start, nothing):
            continue  # as half of the capitals do
        for part in boundaries.names(chain):
            before = evidence.weigh(part.start, part.end, before)
            candidates.append(before)
    document = Document(words, candidates, lexicon)
    names = document.decide(agreement_weights(), log_odds(threshold))
    names = without_foreign_words(reading, names)
    return Found(words, names, candidates, roles, reader)


def _opens_only(words: Words, lexicon: Lexicon, index: int, nothing: frozenset[str]) -> bool:
    """Whether a word alone has a capital that only its place in the sentence gives it.

    Args:
        words: the text's words.
        lexicon: the words that tell who is a person.
        index: the word, which no other capital goes on.
        nothing: words that name nothing, in lower case.
    """
    before = words.lower[index - 1] if index else ""
    if words.lower[index] in nothing:
        return before not in lexicon.formal
    # Of names the particle, but of none that goes no further.
    ended = not index or not _ENDS.isdisjoint(words.gap(index))
    return ended and words.forms[index] in _PARTICLES and before not in lexicon.honorifics


def _locate(words: Words, entities: Iterable[tuple[int, int, str]]) -> list[ModelEntity]:
    """The model's entities as word indexes."""
    found = []
    for start, end, label in entities:
        first = bisect_left(words.ends, start + 1)
        last = bisect_left(words.starts, end)
        if first < last:
            found.append(ModelEntity(first, last, label))
    return found
