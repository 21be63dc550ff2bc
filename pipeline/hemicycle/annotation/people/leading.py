"""The word of address and the function that stand before a name."""

from __future__ import annotations

import re

from hemicycle.annotation.people.candidates import Candidate
from hemicycle.annotation.people.chains import after_initial
from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.lexicon import Lexicon
from hemicycle.annotation.people.roles import Role
from hemicycle.knowledge.grammar import (
    OF_THE_ONE,
    PLAIN_OF,
    THE_APART,
    THE_ONE,
    THE_SPELLED,
    closed,
)
from hemicycle.reading.words import Words, is_upper

_LINK = re.compile(
    r"(?:\s*,\s*|\s+et\s+|\s*,?\s+ainsi que\s+)"
    r"((?:(?:de|DE) (?:la|LA)|de|du|des|DE|DU|DES|LE|LA|Le|La|V[AO]N|V[ao]n|BEN|Ben)\s+|[dDL]['’])?"
)
_DASHES = " \u00a0\u202f-–—"
_OPENING = frozenset("(;•")
_ENDING = frozenset({"", "\n", ",", ")", ";", "(", "."})
_OWNING = OF_THE_ONE | PLAIN_OF | THE_ONE | small_words("leading", "former")
_SIGNED = small_words("leading", "signed")
_BESIDE = small_words("leading", "beside")
_ANOTHER = closed("determiner", lemma="autre", number="singular")
_DETERMINERS = small_words("evidence", "determiners")


def is_acronym_bracket(words: Words, index: int) -> bool:
    """Whether an acronym alone is in a bracket at a word: `l'Union africaine (UA)`."""
    if index + 1 >= len(words) or words.gap(index).strip() != "(":
        return False
    return is_upper(words.forms[index]) and words.gap(index + 1).startswith(")")


class Leading:
    """Finds what leads to the names of one text."""

    def __init__(
        self, words: Words, lexicon: Lexicon, roles: list[Role], inside_roles: set[int]
    ) -> None:
        """Index the functions by where they end.

        Args:
            words: the text's words.
            lexicon: the words that tell who is a person.
            roles: the functions of the text.
            inside_roles: the words of their heads, and before these.
        """
        self._words = words
        self._lexicon = lexicon
        # Of `ministre délégué auprès de la ministre de la Mer`, the whole.
        self._roles_ending = {role.end: role for role in reversed(roles)}
        for role in roles:
            if is_acronym_bracket(words, role.end):
                self._roles_ending.setdefault(role.end + 1, role)
        # And of `le porte-parole du président Corvel` the one that bears the name.
        self._nested_ending = {role.end: role for role in roles}
        self._inside_roles = inside_roles

    def lead(self, candidate: Candidate, before: Candidate | None) -> None:
        """Set the word of address and the function before a candidate.

        Args:
            candidate: the candidate; begins at its particle afterwards (`MM. X, de Y et Z`).
            before: the candidate before it, which may share its word of address.
        """
        words, lexicon = self._words, self._lexicon
        at = candidate.start
        if at == 0:
            return
        previous = words.lower[at - 1]
        spaced = words.spaced(at)
        small = previous in lexicon.abbreviated and words.forms[at - 1].islower()  # `150 mm.`
        led = (spaced or after_initial(words, lexicon, at)) and not small
        if led and previous in lexicon.honorifics:
            candidate.honorific = previous
            at -= 1
        elif spaced and previous in lexicon.address and at > 1:
            if words.lower[at - 2] in lexicon.honorifics:
                candidate.honorific = words.lower[at - 2]
        elif (
            before is not None
            and before.honorific in lexicon.plural_honorifics
            and candidate.start not in self._inside_roles  # `MM. X et Y, Échevins`
        ):
            between = words.text[words.ends[before.end - 1] : words.starts[at]]
            link = _LINK.fullmatch(between)
            if link:
                candidate.honorific = before.honorific
                if link[1]:
                    candidate.start -= len(link[1].split())  # `MM. X, de Y et Z`
        role = self._roles_ending.get(candidate.start) or self._roles_ending.get(at)
        if role is None and candidate.honorific and words.lower[at - 1] in THE_SPELLED:
            role = self._roles_ending.get(at - 1)  # `le ministre de la Mer, le docteur X,`
            if role is not None and words.gap(at - 1).strip() != ",":
                role = None
        if role is None and at > 1 and words.lower[at - 1] in _SIGNED:
            signed = self._roles_ending.get(at - 1)
            alone = candidate.end == len(words) or "\n" in words.gap(candidate.end)
            if signed is not None and alone and "\n" in words.gap(at - 1):
                candidate.role = signed  # `Le greffier,`, `signé` and the name, a line each
        if role is not None and role.end == candidate.start:
            at = candidate.start
        if role is not None and words.spaced(at):
            role = self._nested(role)
        # `Un porte-parole de Léo Roux, X, a répondu`: who is named before owns the function.
        owned = (
            before is not None
            and role is not None
            and role.head_end < before.start
            and before.end == role.end
            and words.gap(role.end).strip() in {"", ","}
        )
        if (
            role is not None
            and (not (before and before.is_likely and before.end > role.head) or owned)
            and (
                words.spaced(at)
                or words.gap(at).strip(" \u00a0\u202f") == ")"
                or self._role_apart(role, candidate)
            )
        ):
            candidate.role = role

    def _nested(self, role: Role) -> Role:
        """The function inside one that a name follows: `conseiller du président de Lorvel X`."""
        inner = self._nested_ending.get(role.end, role)
        before = self._words.lower[inner.start - 1] if inner.start > role.head_end else ""
        second = self._words.lower[inner.start - 2] if inner.start > role.head_end + 1 else ""
        owned = before in OF_THE_ONE or (before in THE_APART and second in PLAIN_OF)
        return inner if owned and second not in _BESIDE else role

    def _role_apart(self, role: Role, candidate: Candidate) -> bool:
        """Whether `le président du pays, X,` names the holder: a comma on both sides."""
        words = self._words
        edge = role.end + is_acronym_bracket(words, role.end)
        gap = words.gap(edge).removeprefix(")")
        if gap.strip() == ":" and "\n" not in gap:
            return self._is_labelled(role, candidate)
        if gap.strip() != ",":
            return False
        first = role
        while (earlier := self._roles_ending.get(first.start)) is not None:
            if words.gap(first.start).strip() != ",":
                break
            first = earlier  # `le ministre d'État, ministre de la Mer, X, a dit`
        role = first
        if "\n" in gap:
            # A signature: `La Première ministre,` and under it the name alone.
            alone = candidate.end == len(words) or "\n" in words.gap(candidate.end)
            return alone and "\n" in words.gap(max(0, role.start - 1))
        # `Ministre de la Mer, Mme X a dit`: the function opens the sentence without an article.
        if words.begins_sentence(role.start):
            return (candidate.end < len(words) and words.spaced(candidate.end)) or bool(
                candidate.honorific
            )
        if role.start > 1 and words.lower[role.start - 2] in self._lexicon.formal:
            return False  # `Madame la ministre, M. X vous a posé une question`
        if self._is_kin_s(role):
            return False  # `le frère du ministre, X,`
        other = words.lower[role.start - 1] in _ANOTHER  # `Un autre conseiller, X,`
        determined = words.lower[role.start - 1 - (other and role.start > 1)] in _DETERMINERS
        closing = words.gap(candidate.end).strip()[:1]
        return determined and closing in {",", ".", ")", ";", ":", "(", "»", "", "–", "—"}

    def _is_kin_s(self, role: Role) -> bool:
        """Whether a function is the complement of a noun of kinship."""
        words = self._words
        at = role.start - 1
        while at > 0 and words.spaced(at + 1) and words.lower[at] in _OWNING:
            at -= 1
        return at < role.start - 1 and words.lower[at] in self._lexicon.kin

    def _is_labelled(self, role: Role, candidate: Candidate) -> bool:
        """Whether `Rapporteur : M. X` or `(bourgmestre : X)` names the holder and nothing else."""
        words = self._words
        while (earlier := self._roles_ending.get(role.start)) is not None:
            if words.gap(role.start).strip() != ",":
                break
            role = earlier  # `Garde des Sceaux, ministre de la Justice : X`
        before = words.gap(role.start)
        if "\n" not in before and role.start and before.strip(_DASHES)[-1:] not in _OPENING:
            return False
        return words.gap(candidate.end).strip(_DASHES)[:1] in _ENDING
