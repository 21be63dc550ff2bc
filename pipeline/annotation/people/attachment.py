"""Which role stands with which name: before it, after it in apposition, or by a verb."""

from __future__ import annotations

import re

from pipeline.annotation.people.evidence import Candidate
from pipeline.annotation.people.finder import Found
from pipeline.annotation.people.roles import Role

_AGE = re.compile(r"\s*,\s*(?:âgée? de )?\d{1,3} ans")
_PARENTHESIS = re.compile(r"\s*\([^()\n]{1,60}\)")
_DEFINITE = frozenset({"le", "la", "l'"})
_INDEFINITE = frozenset({"un", "une", "son", "sa", "leur", "notre", "ex", "mon", "ma", "votre"})
_ADVERBS = frozenset({"alors", "également", "aussi", "lui-même", "elle-même", "désormais", "aujourd'hui", "toujours", "par", "ailleurs"})
_HELPERS = frozenset("a été avait est était ont sera serait vient d' être ensuite aussi alors également ainsi le la l' un une".split())
_CLOSING = frozenset(",.;:)»!?–—")


class Attachment:
    """The roles of one text by the name they stand with."""

    def __init__(self, found: Found) -> None:
        """Index the roles."""
        self._found = found
        named = {k for name in found.names for k in range(name.start, name.end)}
        self.roles = [role for role in found.roles if role.head not in named]
        self._starting = {role.start: role for role in self.roles}
        self._names_at = {candidate.start for candidate in found.names}
        self.taken: set[int] = set()

    def role_of(self, candidate: Candidate) -> str:
        """The normalised role that the text gives with a name, empty if none."""
        reader = self._found.reader
        role = candidate.role
        if role is not None and self._found.reader.is_relation(role):
            self.taken.add(role.start)
            role = None
        if role is not None:
            self.taken.add(role.start)
            return reader.normalised(role)
        role = self._after(candidate) or self._by_verb(candidate)
        if role is not None and self._found.reader.is_relation(role):
            role = None
        if role is None:
            return ""
        self.taken.add(role.start)
        return reader.normalised(role)

    def _after(self, candidate: Candidate) -> Role | None:
        """The role in apposition: `X, ministre de la Mer`, `X (LR), 54 ans, député`."""
        words = self._found.words
        text = words.text
        index = candidate.end
        place = words.ends[index - 1]
        for pattern in (_PARENTHESIS, _AGE, _PARENTHESIS):
            match = pattern.match(text, place)
            if match:
                inner = self._in_parenthesis(index, match)
                if inner is not None:
                    return inner
                place = match.end()
        while index < len(words) and words.starts[index] < place:
            index += 1
        if index >= len(words):
            return None
        between = text[place : words.starts[index]].strip()
        if between not in {",", "–", "—", ":", ", –"} or "\n" in text[place : words.starts[index]]:
            return None
        return self._apposition(index)

    def _in_parenthesis(self, index: int, match: re.Match[str]) -> Role | None:
        """The role that fills a parenthesis: `X (maire de Lorvel)`."""
        words = self._found.words
        if index < len(words) and words.starts[index] < match.end():
            return self._starting.get(index)
        return None

    def _apposition(self, index: int) -> Role | None:
        """The role at a word after a comma, if it is no new subject."""
        words, lower = self._found.words, self._found.words.lower
        while index < len(words) and lower[index] in _ADVERBS:
            index += 1
        definite = index < len(words) and lower[index] in _DEFINITE
        if definite or (index < len(words) and lower[index] in _INDEFINITE):
            index += 1
        role = self._starting.get(index)
        if role is None:
            return None
        if self._names_follow(role.end):
            return None
        closing = words.gap(role.end).strip()[:1] if role.end < len(words) else "."
        if definite and closing not in _CLOSING:
            return None
        return role

    def _names_follow(self, index: int) -> bool:
        """Whether another name follows the role, which is then that one's."""
        words = self._found.words
        if index >= len(words):
            return False
        if index in self._names_at and (words.spaced(index)):
            return True
        return (
            index + 1 < len(words)
            and words.spaced(index)
            and index + 1 in self._names_at
            and words.lower[index] in {"m", "mme", "monsieur", "madame", "me", "mlle"}
        )

    def _by_verb(self, candidate: Candidate) -> Role | None:
        """The role that a verb gives: `X a été nommé préfet`, `X est maire de Lorvel`."""
        words, lower = self._found.words, self._found.words.lower
        copulas = self._found.reader.copulas
        index = candidate.end
        seen = False
        for _ in range(6):
            if index >= len(words) or not words.spaced(index):
                return None
            role = self._starting.get(index)
            if role is not None and seen and lower[index] not in copulas:
                return None if self._names_follow(role.end) else role
            if lower[index] in copulas:
                seen = True
            elif lower[index] not in _HELPERS:
                return None
            index += 1
        return None
