"""Functions before a name that something parts from it: a style, a bracket, a date, a verb.

`Le chef de l'État, Son Excellence, M. X`, `Le Vice-Président (M. X) :`, `Maire de Lorvel depuis
2014, X`, `l'ancien maire et actuel adjoint, X`, `la préfète sera X`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from hemicycle.annotation.people.candidates import Candidate
from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.lexicon import lexicon
from hemicycle.annotation.people.roles import Role
from hemicycle.knowledge.grammar import AND, HIS, HIS_ONE, THE_ONE, closed
from hemicycle.reading.words import Words

_DEFINITE = THE_ONE | HIS_ONE | closed("determiner", lemma="notre", number="singular")
_STYLES = small_words("never_names", "styles")
_ACTING_AS = small_words("reaching", "acting_as")
_POSSESSIVES = HIS | small_words("reaching", "polite")
_COPULAS = small_words("reaching", "copulas")
_ADVERBS = small_words("reaching", "adverbs")
_WHILE = re.compile(
    r"\s(?:(?:depuis|pendant|durant|jusqu['’]|sous)[^,.;:\n]{2,45}"
    r"|(?:de|entre|en|dès|du|à partir de)\s[^,.;:\n]*\d[^,.;:\n]*),\s*(?:M\.|Mme|Me|Mlle)?\s*",
)
_LONGEST_WHILE = 9  # words


class Reaching:
    """Finds the functions of one text that reach a name over something."""

    def __init__(self, words: Words, ending: Mapping[int, Role]) -> None:
        """Keep the text's words and its functions by where they end."""
        self._words = words
        self._ending = ending
        self._lexicon = lexicon()

    def roles_before(self, candidate: Candidate) -> list[Role]:
        """The functions that reach a name, in order, none if nothing does."""
        words = self._words
        at = self._after_address(candidate.start)
        if at == 0:
            return []
        if at < candidate.start - 1 and words.gap(at).strip() == ",":
            return self._introduced(self._ending.get(at))  # `le chef de l'État, S.E.M. X`
        gap = words.gap(at).strip()
        if gap == "(":
            return self._bracketed(at, candidate)
        if gap == "":
            return self._styled(at) or self._said_to_be(at)
        if gap != ",":
            return []
        return (
            self._styled(at)
            or self._joined(at)
            or self._acting_as(at)
            or self._for_a_time(at, candidate)
        )

    def _after_address(self, start: int) -> int:
        """The first of the words of address before a name, its first word if there is none."""
        lower = self._words.lower
        styles = self._lexicon.styles
        for at in range(max(0, start - styles.longest), start):
            if styles.match(lower, at) == start and self._words.forms[at].isupper():
                return at
        return start - 1 if start and lower[start - 1] in self._lexicon.honorifics else start

    def _introduced(self, role: Role | None) -> list[Role]:
        """A function that an article brings in or that opens its sentence."""
        if role is None:
            return []
        words = self._words
        if words.begins_sentence(role.start) and words.capital[role.start]:
            return [role]
        return [role] if words.lower[role.start - 1] in _DEFINITE else []

    def _bracketed(self, at: int, candidate: Candidate) -> list[Role]:
        """`Le Vice-Président (M. X) :`: the bracket holds the name alone."""
        alone = self._words.gap(candidate.end).startswith(")") and at < candidate.start
        return self._introduced(self._ending.get(at)) if alone else []

    def _styled(self, at: int) -> list[Role]:
        """`Le chef de l'État, Son Excellence, M. X`."""
        words = self._words
        first = at
        while first > 0 and words.gap(first).strip() in {"", ","}:
            lower = words.lower[first - 1]
            if lower not in _STYLES and lower not in _POSSESSIVES:
                break
            first -= 1
        if first == at or _STYLES.isdisjoint(words.lower[first:at]):
            return []
        if words.gap(first).strip() not in {"", ","}:
            return []
        role = self._ending.get(first)
        if role is not None and words.gap(role.start).strip() == ",":
            # `le Premier ministre, chef du gouvernement, Son Excellence M. X`
            earlier = self._introduced(self._ending.get(role.start))
            return [*earlier, role] if earlier else []
        return self._introduced(role)

    def _said_to_be(self, at: int) -> list[Role]:
        """`La préfète sera X`, `le secrétaire général en est X`."""
        words = self._words
        if words.lower[at - 1] not in _COPULAS or not words.spaced(at - 1):
            return []
        first = at - 1
        while first > 1 and words.lower[first - 1] in _ADVERBS and words.spaced(first - 1):
            first -= 1
        return self._introduced(self._ending.get(first))

    def _joined(self, at: int) -> list[Role]:
        """`L'ancien maire et actuel adjoint, X`: two functions of one."""
        words = self._words
        role = self._ending.get(at)
        if role is None or role.start < 2 or words.lower[role.start - 1] not in AND:
            return []
        earlier = self._introduced(self._ending.get(role.start - 1))
        return [*earlier, role] if earlier and words.spaced(role.start) else []

    def _acting_as(self, at: int) -> list[Role]:
        """`En sa qualité de maire, X`, `en tant que maire, X`."""
        role = self._ending.get(at)
        if role is None or role.start < 2:
            return []
        led = " ".join(self._words.lower[role.start - 2 : role.start])
        return [role] if led in _ACTING_AS else []

    def _for_a_time(self, at: int, candidate: Candidate) -> list[Role]:
        """`Maire de Lorvel depuis 2014, X`: since when stands between."""
        words = self._words
        name = words.starts[candidate.start]
        for index in range(at - 1, max(0, at - _LONGEST_WHILE), -1):
            role = self._ending.get(index)
            if role is not None:
                between = _WHILE.fullmatch(words.text, words.ends[index - 1], name)
                return [role] if between and words.begins_sentence(role.start) else []
            if not words.spaced(index):
                return []
        return []
