"""What stands around a name and speaks for or against a person.

Before it: a street, a body, quotation marks, a noun that takes a person (`les obsèques de X`).
After it: an age, a party, a function in apposition, a verb of speech or of what people do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hemicycle.annotation.people.chains import FRENCH_PARTICLES
from hemicycle.annotation.people.complements import INFINITIVE
from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.lexicon import Lexicon
from hemicycle.annotation.people.orders import opens_line
from hemicycle.annotation.people.roles import Role
from hemicycle.folding import fold
from hemicycle.knowledge.grammar import PLAIN_OF, THE_ONE, A
from hemicycle.knowledge.lists import endings
from hemicycle.reading.words import Words, is_capital

_AGE = re.compile(r"\s*[,(]\s*(?:âgée? de )?\d{1,3} ans")
_VERSUS = re.compile(r"\s+c(?:\.|/)\s")
_PARTY = re.compile(r"\s*\((?:[A-ZÉ][A-ZÉa-z&-]{1,8}(?:[-/, –][^()\n]{2,30})?)\)")
_AUXILIARIES = small_words("evidence", "auxiliaries")
_BEFORE_A = small_words("evidence", "before_a")
_BEFORE_ACT = small_words("evidence", "before_act")
_ARTICLES = small_words("evidence", "articles")
_BEFORE_NOUN = _ARTICLES | FRENCH_PARTICLES
_PARTISAN = small_words("role_words", "partisan")
_SITES = small_words("evidence", "sites")
# Endings of adjectives of relation.
_DESCRIBING = endings("adjectives", "before_persons")
_FARTHEST = 4  # words
_BEFORE_FUNCTION = THE_ONE | A
_CLOSING = frozenset({",", ".", ")", ";"})
_TITLES_IN_NAMES = small_words("evidence", "titles_in_names")


class Surroundings:
    """Looks around the names of one text."""

    def __init__(self, words: Words, lexicon: Lexicon, roles: list[Role]) -> None:
        """Index the functions by their first word."""
        self._words = words
        self._lexicon = lexicon
        self._roles_starting = {role.start: role for role in roles}

    def is_named_after(self, start: int) -> bool:
        """Whether the name is that of a street, school, law or ship (`rue du Général Roy`)."""
        words, lexicon = self._words, self._lexicon
        at = start - 1
        if self.is_purpose(at):
            return True
        titled = capital = particle = False
        while at >= 0 and words.spaced(at + 1):
            lower = words.lower[at]
            if lower in _TITLES_IN_NAMES:
                titled = True
                capital = capital or words.forms[at][0].isupper()
            elif lower in FRENCH_PARTICLES:
                particle = True
            elif lower in lexicon.named_after:
                if at > 0 and words.lower[at - 1] in _AUXILIARIES:
                    return False  # `il a cité X`: a participle
                if not particle:
                    return True
                if titled and (capital or lower in lexicon.streets):
                    return True  # but not `l'avion du président X`
                # `rue de Rivoli`, but not `à la place de Jean Roy`: a full name takes no `de`.
                full = start + 1 < len(words) and lexicon.knows_first_name(words.forms[start])
                return not full and lower in lexicon.streets
            elif not particle and not titled and at > start - _FARTHEST and self._describes(at):
                pass  # `le lycée technique Awa Corvel`
            else:
                return False
            at -= 1
        return False

    def is_purpose(self, at: int) -> bool:
        """Whether a word tells what a body before it is for: `l'école de gestion X`,
        `le cabinet d'avocats X`."""
        words = self._words
        if at < 2 or not words.forms[at].islower() or not words.spaced(at + 1):
            return False
        if INFINITIVE.end(words.lower[at]):
            return False  # `le projet de nommer X`
        of = words.lower[at - 1] in PLAIN_OF
        return of and words.spaced(at) and words.lower[at - 2] in self._lexicon.bodies

    def _describes(self, at: int) -> bool:
        """Whether a word is an adjective behind the noun of a site: `hospitalier régional`."""
        words, lexicon = self._words, self._lexicon
        if not _DESCRIBING.end(words.lower[at]) or words.lower[at] in lexicon.named_after:
            return False
        before = at - 1
        while before > at - _FARTHEST and before > 0 and words.spaced(before + 1):
            if words.lower[before] in _SITES:
                return True
            if not _DESCRIBING.end(words.lower[before]):
                return False
            before -= 1
        return False

    def is_described_body(self, start: int) -> bool:
        """Whether `le groupe chimique X`, `le constructeur automobile allemand X` names a firm."""
        words = self._words
        at = start - 1
        while at > start - 3 and at > 0 and words.spaced(at + 1) and words.forms[at].islower():
            described = words.lower[at] not in _BEFORE_NOUN
            if not described or fold(words.lower[at]) in _PARTISAN:
                return False
            at -= 1
            if words.spaced(at + 1) and words.forms[at] in self._lexicon.bodies:
                return True  # in lower case: `la Banque centrale` has its name
        return False

    def is_comrade(self, start: int) -> bool:
        """Whether `sa camarade de parti`, `son collègue de groupe` stands before the name."""
        words, lexicon = self._words, self._lexicon
        if start < 3 or not (words.spaced(start) and words.spaced(start - 1)):
            return False
        noun, particle, body = words.lower[start - 3 : start]
        return body in lexicon.bodies and particle in PLAIN_OF and noun in lexicon.address

    def in_quotes(self, start: int, end: int) -> bool:
        """Whether quotation marks hold the name alone, or open with it: a title of a work."""
        words = self._words
        opening = words.gap(start).rstrip()[-1:]
        closing = words.gap(end).lstrip()[:1] if end <= len(words) else ""
        return opening in {'"', "«", "“"} and closing in {'"', "»", "”"}

    def after_body(self, start: int) -> bool:
        """Whether a body is being named: `l'agence de presse syrienne Sana`."""
        words, lexicon = self._words, self._lexicon
        at = start - 1
        for _ in range(5):
            if at < 0 or not words.spaced(at + 1) or not words.forms[at].islower():
                return False
            if words.lower[at] in lexicon.bodies:
                return words.lower[start - 1] not in PLAIN_OF
            at -= 1
        return False

    def gives_to(self, start: int) -> bool:
        """Whether `à` before a word brings in a person: `face à X`, `de X à Y`."""
        words = self._words
        before = start - 2
        return before >= 0 and (words.lower[before] in _BEFORE_A or is_capital(words.forms[before]))

    def acts(self, end: int) -> bool:
        """Whether what people do follows: `X a démissionné`, `X s'est levé`, `X préside`."""
        words, lexicon = self._words, self._lexicon
        at = end
        while at < end + 4 and words.spaced(at):
            if words.lower[at] in lexicon.acts:
                return True
            if words.lower[at] not in _BEFORE_ACT:
                return False
            at += 1
        return False

    def owned(self, start: int) -> bool:
        """Whether what stands before takes a person: `un proche de X`, `le camp X`."""
        words, lexicon = self._words, self._lexicon
        if start < 2 or not words.spaced(start):
            return False
        previous = words.lower[start - 1]
        if previous in lexicon.owned:
            return True
        owner = words.spaced(start - 1) and words.lower[start - 2] in lexicon.owners
        return owner and previous in PLAIN_OF

    def is_party(self, end: int) -> bool:
        """Whether the other party of a case follows: `X c. Y`."""
        return _VERSUS.match(self._words.text, self._words.ends[end - 1]) is not None

    def following(self, start: int, end: int) -> Iterator[str]:
        """The features that follow: an age, a party, a function in apposition, a verb of speech."""
        words, lexicon = self._words, self._lexicon
        text = words.text
        place = words.ends[end - 1]
        if _AGE.match(text, place) or self.is_party(end):
            yield "age"
            return
        if text.startswith((" (", "\u00a0(", "("), place) and _PARTY.match(text, place):
            yield "party"
        if end >= len(words):
            return
        if words.spaced(end):
            helped = words.lower[end] in _AUXILIARIES and end + 1 < len(words)
            if words.lower[end] in lexicon.speech or (
                helped and words.lower[end + 1] in lexicon.speech
            ):
                yield "speaks"
        elif (gap := words.gap(end).strip()) in {",", "("}:
            yield from self._apposition(end)
        elif gap == ":" and opens_line(words, start) and words.gap(start).strip():
            yield from self._apposition(end)  # an item: `- X : ministre de la Mer`

    def _apposition(self, index: int) -> Iterator[str]:
        """The feature of a function at a word behind a comma or in a bracket."""
        words = self._words
        if index in self._roles_starting:
            if words.gap(self._roles_starting[index].end).strip() != ":":
                yield "function_after"  # not `Lorvel (bourgmestre : X)`
        elif words.lower[index] in _BEFORE_FUNCTION and index + 1 in self._roles_starting:
            role = self._roles_starting[index + 1]
            if words.gap(role.end).strip()[:1] in _CLOSING:
                yield "function_after_article"

    def is_thing(self, start: int, end: int) -> bool:
        """Whether a lexicon knows the words, or an article makes them a common noun."""
        words, lexicon = self._words, self._lexicon
        if words.spaced(start) and words.lower[start - 1] in _ARTICLES:
            return True
        whole = fold(" ".join(words.forms[start:end]))
        return (
            whole in lexicon.places
            or whole in lexicon.never_people
            or whole in lexicon.common
            or whole in lexicon.demonyms
        )
