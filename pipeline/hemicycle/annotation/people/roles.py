"""Reads functions in a text: `ministre déléguée chargée du Logement`, wherever they stand.

A role is a head noun of the lexicon, with the words that may stand before it (`ancien`,
`ex-`, `vice-`), followed by adjectives and by complements brought in by a preposition. The grammar
of the complement is that of the French noun phrase (Grevisse, *Le Bon Usage*, on the
`complément du nom`); it ends where a verb, a name of a person or a punctuation mark begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from hemicycle.annotation.people.complements import Complements
from hemicycle.annotation.people.glued import party_end
from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.lexicon import lexicon
from hemicycle.annotation.people.ranks import is_pape, named_after_rank
from hemicycle.annotation.people.role_lexicon import SHORT, role_lexicon
from hemicycle.knowledge.grammar import AND, PLAIN_TO, THE, WITH_THE_ONE, A
from hemicycle.knowledge.lists import endings
from hemicycle.reading.words import Words, is_upper
from hemicycle.values import value

_DETERMINERS = small_words("roles", "determiners")
_PLURAL_DETERMINERS = small_words("evidence", "plural_articles")
_OPENS_COMPLEMENT = small_words("roles", "opens_complement")
_NO_NOUN = small_words("roles", "no_noun")
_NO_ADJECTIVE = small_words("roles", "no_adjective")
_OBJECT = THE | A
_PREFIXES = small_words("roles", "prefixes")
_ADJECTIVAL = small_words("roles", "adjectival")
_DESCRIBED = small_words("roles", "described")
_NOUNS = endings("nouns", "abstract")
_LONGEST_PARTY = 6  # words in a bracket
_LONGEST_ACRONYM = 5  # letters
_BRACKETS = re.compile(r"(?:(?<!\s)\s++)?\([^()]*\)")
_ACUTE_OFFICE = small_words("roles", "acute_office")


@value
class Role:
    """A function in the text, as word indexes.

    Attributes:
        start: first word, with `ancien` or `ex-` if any.
        head: first word of the head noun.
        head_end: one past the last word of the head.
        end: one past the last word of the complement.
    """

    start: int
    head: int
    head_end: int
    end: int


class RoleReader:
    """Finds the roles of one text."""

    def __init__(self, words: Words, starts_name: Callable[[int], bool]) -> None:
        """Prepare to read.

        Args:
            words: the text's words.
            starts_name: whether a person's name may begin at a word; a role ends there.
        """
        self._words = words
        self._lexicon = role_lexicon()
        self._heads = self._lexicon.folded_heads if words.unaccented else self._lexicon.heads
        self._lower = [
            w if "-" not in w and not (capital and w[0] == "e") else self._plain(w, capital=capital)
            for w, capital in zip(words.lower, words.capital, strict=True)
        ]
        self._starts_name = starts_name
        self._complements = Complements(words, self._lower, self._heads, starts_name)
        self._names = lexicon()

    def is_plural(self, role: Role) -> bool:
        """Whether the head is a plural, whose role each name of a list holds."""
        return self._singular(role.head) is not None

    def _singular(self, head: int) -> str | None:
        """The singular of a plural head, `vice-` and the like kept; None if it is no plural."""
        word = self._words.lower[head]
        singular = self._lexicon.plurals.get(word)
        if singular == word:
            many = head > 0 and self._words.lower[head - 1] in _PLURAL_DETERMINERS
            return singular if many else None  # `le porte-parole`, `les porte-parole`
        prefix, hyphen, noun = word.partition("-")
        if singular is None and prefix in _PREFIXES and noun in self._lexicon.plurals:
            singular = prefix + hyphen + self._lexicon.plurals[noun]
        return singular

    def is_relation(self, role: Role) -> bool:
        """Whether the head tells a relation (`prédécesseur`) and no function."""
        return self._words.lower[role.head] in self._lexicon.relations

    @property
    def copulas(self) -> frozenset[str]:
        """Verbs between a person and the role they take on."""
        return self._lexicon.copulas

    def all(self) -> list[Role]:
        """Every role of the text, in order, none inside another's head."""
        roles: list[Role] = []
        lexicon = self._lexicon
        opens = lexicon.folded_opens if self._words.unaccented else lexicon.opens
        found = [index for index, word in enumerate(self._lower) if opens[word]]
        free = 0
        for index in found:
            role = self.at(index) if index >= free else None
            if role is None:
                continue
            roles.append(role)
            free = role.head_end
            # `ministre déléguée`: an adjective there, though it can be a head elsewhere.
            while free < role.end and self._lower[free] in self._lexicon.adjectives:
                free += 1
        return roles

    def at(self, index: int) -> Role | None:
        """The role whose head begins at a word, None if there is none."""
        head_end = self._heads.match(self._lower, index)
        if head_end == index:
            if self._lower[index] not in self._lexicon.plurals and not self._is_occupation(index):
                return None
            head_end = index + 1
        if any(not self._words.spaced(k) for k in range(index + 1, head_end)):
            return None
        if is_pape(self._words, self._names, index):
            return None
        if head_end == index + 1 and (self._is_participle(index) or self._is_adjective(index)):
            return None
        start = index
        while (
            start > 0
            and self._words.spaced(start)
            and self._words.lower[start - 1] in self._lexicon.before
        ):
            start -= 1
        if named_after_rank(self._words, self._names, head_end):
            return Role(start, index, head_end, head_end)
        end = self._complements.end(self._past_party(head_end))
        if (after := self._past_party(end)) > end:
            end = self._complements.end(after)  # `maire sortante LR de Lorvel`
        return Role(start, index, head_end, end)

    def _past_party(self, index: int) -> int:
        """The word after a party that parts a function from its complement or its holder.

        `le sénateur (PS) de la Drôme`, `la députée (La France verte) Awa Corvel`, `le député LR
        Aslan Corvel`; ``index`` if there is none.
        """
        words = self._words
        if index >= len(words):
            return index
        if words.spaced(index) and words.forms[index][1:].islower() and words.capital[index]:
            party = party_end(words, self._names, index)
            named = party and words.spaced(party) and words.capital[party]
            return party if named else index  # `la députée Horizons Awa Corvel`
        if words.spaced(index) and is_upper(words.forms[index]):
            acronym = len(words.forms[index]) <= _LONGEST_ACRONYM and words.spaced(index + 1)
            return index + 1 if acronym and self._belongs(index + 1) else index
        if words.gap(index).strip() != "(":
            return index
        for at in range(index + 1, min(index + _LONGEST_PARTY, len(words))):
            gap = words.gap(at).strip()
            if gap == ")":
                return at if self._belongs(at) else index
            if gap and not words.spaced(at):
                return index
        return index

    def _belongs(self, index: int) -> bool:
        """Whether the complement of a function, or its holder, may begin at a word."""
        return self._lower[index] in _OPENS_COMPLEMENT or self._starts_name(index)

    def _without_prefix(self, word: str) -> str:
        """The noun of `ex-ministre` and `vice-gouverneure`, unless the compound has an entry."""
        prefix, hyphen, noun = word.partition("-")
        if not hyphen or prefix not in _PREFIXES:
            return word
        known = word in self._lexicon.heads
        return word if known and prefix != "ex" else noun

    def _plain(self, word: str, *, capital: bool) -> str:
        """A word as the lexicon has it: without `ex-`, with the accent of `Economiste`."""
        if "-" in word:
            word = self._without_prefix(word)
        if not capital or word[0] != "e":
            return word
        accented = "é" + word[1:]
        return accented if word not in self._heads and accented in self._lexicon.heads else word

    def _is_occupation(self, index: int) -> bool:
        """Whether a word has the ending of an occupation, after a determiner or a comma."""
        words, lower = self._words, self._lower
        word = lower[index]
        if (
            len(word) <= SHORT
            or word in self._lexicon.adjectives
            or word in _NO_ADJECTIVE
            or not (words.forms[index].islower() or self._is_apart(index))
        ):
            return False
        if not word.endswith(self._lexicon.occupations) or index == 0:
            return False
        determined = words.spaced(index) and lower[index - 1] in _DETERMINERS
        joined = lower[index - 1] in AND and index > 1 and lower[index - 2] in self._lexicon.heads
        led = lower[index - 1] in WITH_THE_ONE and words.spaced(index)
        named = led and index + 1 < len(words) and self._starts_name(index + 1)
        return determined or joined or named or words.gap(index).strip() == ","

    def _is_apart(self, index: int) -> bool:
        """Whether a word stands alone between commas: `Mme X, Biologiste, est nommée`."""
        words = self._words
        return words.gap(index).strip() == "," == words.gap(index + 1).strip()

    def _is_participle(self, index: int) -> bool:
        """Whether a word such as `élu` is a participle where it stands, and no function."""
        words, lower = self._words, self._lower
        if lower[index] not in self._lexicon.participles:
            return lower[index].endswith("ant") and self._governs(index)
        determined = index > 0 and words.spaced(index) and lower[index - 1] in _DETERMINERS
        owned = words.spaced(index + 1) and lower[index + 1] in _OPENS_COMPLEMENT
        return not (determined or (owned and not words.spaced(index)))

    def _governs(self, index: int) -> bool:
        """Whether the object of a participle follows: `correspondant à un corpus`, `représentant
        la moitié`."""
        lower = self._lower
        at = index + 1 + (lower[index + 1] in PLAIN_TO if index + 1 < len(lower) else 0)
        article = lower[at] if at < len(lower) and self._words.spaced(at) else ""
        return article in _OBJECT and (at == index + 1 or article in A)

    def _is_adjective(self, index: int) -> bool:
        """Whether a noun of functions is an adjective where it stands: `la conception générale`."""
        words, lower = self._words, self._lower
        if lower[index] not in _ADJECTIVAL or not (index and words.spaced(index)):
            return False
        noun = lower[index - 1]
        return words.forms[index].islower() and (noun in _DESCRIBED or _NOUNS.end(noun))

    def is_open(self, role: Role) -> bool:
        """Whether a clause or pronoun goes on: `le président de ceux qui n'ont pas voté`."""
        lower = self._lower
        after = lower[role.end : role.end + 2]
        return (
            len(after) == 2
            and self._words.spaced(role.end)
            and after[0] in _OPENS_COMPLEMENT
            and after[1] in _NO_NOUN
        )

    def normalised(self, role: Role) -> str:
        """The role as the tables show it: one line, usual case, without `jeune` or `feu`.

        A plural (`les ministres X et Y`) becomes the singular that each of the persons holds.
        """
        words = self._words
        first = role.start
        while first < role.head and words.lower[first] in self._lexicon.dropped:
            first += 1
        text = " ".join(words.text[words.starts[first] : words.ends[role.end - 1]].split())
        if "(" in text:
            text = _BRACKETS.sub("", text + ")" * (text.count("(") - text.count(")")))
        singular = self._singular(role.head)
        if role.head_end == role.head + 1 and singular is not None:
            text = text.replace(words.forms[role.head], singular, 1)
            for form in words.forms[first : role.head]:
                text = text.replace(form, self._lexicon.singular.get(form.lower(), form), 1)
        if text.isupper():
            return text.lower()
        if words.lower[first] in _ACUTE_OFFICE:
            return text
        return text[:1].lower() + text[1:] if text[1:2].islower() else text
