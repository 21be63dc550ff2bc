"""Which role stands with which name: before it, after it in apposition, or by a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hemicycle.annotation.people.appointments import appointed_to
from hemicycle.annotation.people.beneath import role_beneath
from hemicycle.annotation.people.candidates import Candidate
from hemicycle.annotation.people.finder import Found
from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.lexicon import lexicon
from hemicycle.annotation.people.reaching import Reaching
from hemicycle.annotation.people.roles import Role
from hemicycle.annotation.people.sides import sides
from hemicycle.annotation.people.spread import spread
from hemicycle.knowledge.grammar import (
    AND,
    HIS_ONE,
    MY_ONE,
    OF_THE_MANY,
    PLAIN_OF,
    PLAIN_TO,
    THE_ELIDED,
    THE_ONE,
    A,
    closed,
)
from hemicycle.reading.words import is_upper

_AGE = re.compile(r"\s*,\s*(?:âgée? de )?\d{1,3} ans")
_PARENTHESIS = re.compile(r"(?:(?<!\s)\s++)?\([^()\n]{1,60}\)")
_LISTED = re.compile(r"(?:\s*,\s*|\s*,?\s+et\s+|\s*,?\s+ainsi que\s+)(?:M|MM|Mme|Mmes|Me)?[. ]*")
_DEAR = small_words("boundaries", "dear")
_INDEFINITE = small_words("attachment", "indefinite")
_ADVERBS = small_words("attachment", "adverbs")
_HELPERS = small_words("attachment", "helpers")
_ADDRESS = small_words("attachment", "address")
# `le premier artiste à chanter` tells no function.
_ORDINALS = small_words("attachment", "ordinals")
_HIM_HER = closed("pronoun", lemma="il", case="tonic", number="singular")
_JOINTS = AND | small_words("attachment", "joints") | {""}
_OF_MANY = OF_THE_MANY | PLAIN_OF
_OFFICES = small_words("attachment", "offices")
_MOST_STACKED = 3
_TIES = frozenset({",", "–", "—", ":", ", –", "|"})
_CLOSING = frozenset(",.;:)»!?–—(")
_CLOSING_WORDS = small_words("attachment", "closing_words")
_NOW = small_words("attachment", "now")
_LONGEST_CLAUSE = 14


class Attachment:
    """The roles of one text by the name they stand with.

    Attributes:
        roles: the functions of the text that are no part of a name.
        relations: `prédécesseur` and the like that stand with a name, by its first word.
        taken: first words of those that stand with a name.
        shared: plurals in apposition (`X, Y et Z, sénateurs`), by the first word of the last name.
    """

    def __init__(self, found: Found) -> None:
        """Index the roles."""
        self._found = found
        named = {k for name in found.names for k in range(name.start, name.end)}
        self.roles = [role for role in found.roles if role.head not in named]
        self._starting = {role.start: role for role in self.roles}
        self._ending = {role.end: role for role in reversed(self.roles)}
        self._claimed = {name.role.start for name in found.names if name.role is not None}
        self._names_at = {candidate.start for candidate in found.names}
        self._nested = {
            name.start
            for name in found.names
            if name.role is not None and self._ending[name.role.end].start < name.role.start
        }
        self._list: tuple[int, Role] | None = None
        words = found.words
        self._no_before, self._no_after = sides(words, found.names, self._starting)
        self._spread = spread(words, lexicon(), found.names, self.roles, found.reader)
        self._reaching = Reaching(words, self._ending)
        self.relations: dict[int, str] = {}
        self.shared: dict[int, str] = {}
        self.taken: set[int] = set()

    def role_of(self, candidate: Candidate) -> str:
        """The normalised role that the text gives with a name, empty if none.

        Where the text gives one before and one after the name, both are told, with a comma. To be
        called in the order of the text: a list takes over the plural before its first name.
        """
        start = candidate.start
        before = self._before(candidate) if start not in self._no_before else None
        after = self._after(candidate) if start not in self._no_after else None
        reader, words = self._found.reader, self._found.words
        if start in self._spread and after is None:
            return self._spread[start]
        if before is not None and reader.is_plural(before) and after is not None:
            before = None  # `les ministres X (Intérieur) et Y (Budget)`: the closer one is told
        told = [role for role in (before, after) if role is not None]
        told = [*self._stacked_before(before), *told]
        if before is None:
            told = [*self._reaching_free(candidate), *told]
        told += self._stacked(after)
        if appointed := appointed_to(words, self._starting, self._names_at, candidate):
            told += [appointed] if appointed not in told else []
        if told and after is None and (said := self._by_verb(candidate, past=False)) is not None:
            told += [said]  # `La vice-présidente X est porte-parole du parti`
        if not told:
            other = self._by_verb(candidate) or role_beneath(words, self._starting, candidate)
            told = [other] if other is not None else []
        self.taken.update(role.start for role in told)
        if after is not None and reader.is_plural(after):
            self.shared[candidate.start] = reader.normalised(after)
        for role in told:
            if reader.is_relation(role):
                self.relations[candidate.start] = reader.normalised(role)
        return ", ".join(reader.normalised(role) for role in told if not reader.is_relation(role))

    def _reaching_free(self, candidate: Candidate) -> list[Role]:
        """The functions that reach a name and are no other name's."""
        reached = self._reaching.roles_before(candidate)
        free = all(role.start not in self._claimed | self.taken for role in reached)
        return reached if free else []

    def listed_before(self, index: int) -> Iterator[int]:
        """The names that stand in one list with a name and before it, nearest first.

        Args:
            index: the name's place among the names of the text.
        """
        words, names = self._found.words, self._found.names
        while index:
            end = words.ends[names[index - 1].end - 1]
            between = words.text[end : words.starts[names[index].start]]
            if not _LISTED.fullmatch(_PARENTHESIS.sub("", between)):
                return
            index -= 1
            yield index

    def _stacked(self, role: Role | None) -> list[Role]:
        """The functions that follow one in apposition: `X, garde des Sceaux, ministre de …`,
        `X, sociologue et professeur à Lorvel`."""
        words = self._found.words
        stacked: list[Role] = []
        while role is not None and role.end < len(words) and len(stacked) < _MOST_STACKED:
            at = role.end
            joined = words.spaced(at) and words.lower[at] in AND and words.spaced(at + 1)
            following = self._starting.get(at + joined)
            apart = words.gap(at).strip(" \u00a0\u202f") == ","
            if (
                following is None
                or not (apart or joined)
                or self._found.reader.is_plural(following)
            ):
                break
            if self._names_follow(following.end):
                break
            stacked.append(following)
            role = following
        return stacked

    def _stacked_before(self, role: Role | None) -> list[Role]:
        """The function before one: `la ministre, maire de Lorvel, X`, `le poète et député X`."""
        if role is None or self._found.reader.is_plural(role):
            return []
        words = self._found.words
        earlier = self._ending.get(role.start)
        apart = words.gap(role.start).strip() == ","
        if earlier is None and role.start > 1 and words.lower[role.start - 1] in AND:
            apart = words.spaced(role.start) and words.spaced(role.start - 1)
            earlier = self._ending.get(role.start - 1)
        if earlier is None or not apart or self._found.reader.is_plural(earlier):
            return []
        return [earlier]

    def _before(self, candidate: Candidate) -> Role | None:
        """The role before a name, or before the list that the name belongs to."""
        role = candidate.role or self._addressed(candidate)
        if role is not None:
            plural = self._found.reader.is_plural(role)
            self._list = (candidate.end, role) if plural else None
            return role
        if self._list is None:
            return None
        end, role = self._list
        words = self._found.words
        between = words.text[words.ends[end - 1] : words.starts[candidate.start]]
        between = _PARENTHESIS.sub("", between)
        if between.strip(" ,\u00a0\u202f") in _JOINTS and "\n" not in between:
            self._list = (candidate.end, role)
            return role
        self._list = None
        return None

    def _addressed(self, candidate: Candidate) -> Role | None:
        """The role of `Monsieur le préfet, cher Aslan Corvel`."""
        words = self._found.words
        at = candidate.start - 1
        if at < 2 or words.lower[at] not in _DEAR or not words.spaced(candidate.start):
            return None
        if words.lower[at - 1] in MY_ONE:
            at -= 1
        role = self._ending.get(at)
        return role if role is not None and words.gap(at).strip() == "," else None

    def _after(self, candidate: Candidate) -> Role | None:
        """The role in apposition: `X, ministre de la Mer`, `X (LR), 54 ans, député`."""
        words = self._found.words
        text = words.text
        index, place, inner = self._past_brackets(candidate)
        if inner is not None:
            return inner
        if index >= len(words):
            return None
        between = text[place : words.starts[index]]
        if between.strip() in _TIES and "\n" not in between:
            return self._apposition(index)
        if words.spaced(index) and index in self._starting:
            return self._headline(self._starting[index])
        if (
            words.spaced(index)
            and words.lower[index] in AND
            and place > words.ends[candidate.end - 1]
        ):
            return self._apposition(index)
        return None

    def _past_brackets(self, candidate: Candidate) -> tuple[int, int, Role | None]:
        """The word and character after `(LR)` and `, 54 ans`, and a role that fills a bracket."""
        words = self._found.words
        index = candidate.end
        place = words.ends[index - 1]
        for pattern in (_PARENTHESIS, _AGE, _PARENTHESIS):
            match = pattern.match(words.text, place)
            if match:
                if index < len(words) and words.starts[index] < match.end():
                    role = self._starting.get(index)
                    if (
                        role is not None
                        and pattern is _PARENTHESIS
                        and role.start not in self._claimed  # `X (suppléante : Mme Y)`
                    ):
                        return index, place, role
                place = match.end()
                while index < len(words) and words.starts[index] < place:
                    index += 1
        return index, place, None

    def _headline(self, role: Role) -> Role | None:
        """`Nadia Corvel candidate à la mairie`: no comma, and the line or clause ends after."""
        words = self._found.words
        titled = words.forms[role.head][0].isupper() and not is_upper(words.forms[role.start - 1])
        if titled or self._names_follow(role.end):
            return None  # but `Allocution de Mme Awa CORVEL Ministre de la Mer`
        gap = words.gap(role.end).strip(" \u00a0") if role.end < len(words) else "\n"
        return role if gap[:1] in {"\n", ",", ".", ":"} else None

    def _apposition(self, index: int) -> Role | None:
        """The role at a word after a comma, if it is no new subject."""
        words, lower = self._found.words, self._found.words.lower
        joined = False
        while index < len(words) and lower[index] in _ADVERBS and index not in self._starting:
            joined = joined or lower[index] in AND
            index += 1
        one, of = lower[index + 1 : index + 3] if index + 2 < len(lower) else ("", "")
        if lower[index : index + 1] and lower[index] in THE_ELIDED and one in A and of in _OF_MANY:
            role = self._starting.get(index + 3)  # `X, l'un des responsables de la grève`
            return role if role is not None and not self._names_follow(role.end) else None
        definite = index < len(words) and lower[index] in THE_ONE
        if definite or (index < len(words) and lower[index] in _INDEFINITE):
            index += 1
        role = self._starting.get(index)
        if role is None or self._names_follow(role.end):
            return None
        if definite and joined:
            return None  # `X, et le ministre de la Mer, Y,`: that is the next one's
        if (definite or lower[index - 1] in HIS_ONE) and role.end < len(words):
            closing = words.gap(role.end).strip()[:1]
            if closing not in _CLOSING and lower[role.end] not in _CLOSING_WORDS:
                return None
        return role

    def _names_follow(self, index: int) -> bool:
        """Whether another name follows the role, which is then that one's."""
        words = self._found.words
        if index >= len(words) or not words.spaced(index):
            return False
        if index in self._names_at:
            return index not in self._nested  # `X, conseiller du président de Lorvel Y`
        return words.lower[index] in _ADDRESS

    def _by_verb(self, candidate: Candidate, *, past: bool = True) -> Role | None:
        """The role that a verb gives: `X a été nommé préfet`, `X quitte ses fonctions de maire`.

        Args:
            candidate: the name.
            past: whether any verb will do; else `est` or a participle.
        """
        words, lower = self._found.words, self._found.words.lower
        copulas = self._found.reader.copulas
        index, place, _ = self._past_brackets(candidate)
        if index < len(words) and words.text[place : words.starts[index]].strip(" \u00a0") not in {
            "",
            ",",
        }:
            return None
        seen = False
        first = index
        if (
            index < len(words)
            and words.lower[index] in _HIM_HER
            and words.gap(index + 1)[:1] == ","
        ):
            first = index = index + 1  # `X, elle, a été ministre`
        for _ in range(6):
            if index >= len(words) or (
                index > candidate.end and index != first and not words.spaced(index)
            ):
                break
            role = self._starting.get(index)
            if not past and lower[index] not in _NOW and role is None:
                return None
            if role is not None and seen and lower[index] not in copulas:
                ordinal = not _ORDINALS.isdisjoint(lower[role.start : role.head])
                first_to = (
                    ordinal and lower[role.end : role.end + 1] != [] and lower[role.end] in PLAIN_TO
                )
                return None if first_to or self._names_follow(role.end) else role
            if lower[index] in copulas:
                seen = True
            elif lower[index] not in _HELPERS:
                break
            index += 1
        return self._from_office(candidate) if past else None

    def _from_office(self, candidate: Candidate) -> Role | None:
        """`X quitte ses fonctions de maire`: the office named in the clause after the name."""
        words, lower = self._found.words, self._found.words.lower
        for index in range(candidate.end, min(candidate.end + _LONGEST_CLAUSE, len(words) - 2)):
            if index in self._names_at or not words.spaced(index):
                return None
            if lower[index] in _OFFICES and lower[index + 1] in PLAIN_OF:
                role = self._starting.get(index + 2)
                return role if role is not None and not self._names_follow(role.end) else None
        return None
