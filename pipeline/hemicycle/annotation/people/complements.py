"""The complements of a function: `de l'Économie, des Finances et de la Souveraineté industrielle`.

Adjectives, and what a preposition brings in, go on with a function until a verb, a name of a person
or a punctuation mark begins (Grevisse, *Le Bon Usage*, on the `complément du nom`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.lexicon import is_common, lexicon
from hemicycle.annotation.people.role_lexicon import role_lexicon
from hemicycle.folding import fold
from hemicycle.knowledge.grammar import (
    AND,
    BETWEEN,
    FOR,
    IN,
    OF,
    OF_THE_MANY,
    ON,
    PLAIN_OF,
    PLAIN_OF_TO,
    TO,
    WITH,
)
from hemicycle.knowledge.lists import endings
from hemicycle.reading.phrases import Phrases
from hemicycle.reading.words import Words, is_capital, is_upper

_DETERMINERS = small_words("roles", "determiners")
_OPENED_BY_TO = OF | TO
_PREPOSITIONS = small_words("roles", "prepositions")
_BEFORE_NOUN = _DETERMINERS | _PREPOSITIONS | small_words("roles", "numbers")
_OPENS_COMPLEMENT = small_words("roles", "opens_complement")
_BODIES = small_words("never_names", "bodies")
_GRADES = small_words("roles", "after_hors")
_NO_NOUN = small_words("roles", "no_noun")
_NO_ADJECTIVE = small_words("roles", "no_adjective")
_AFTER_EN = small_words("roles", "after_en")
_BEFORE_SUR = small_words("roles", "before_sur")
_BEFORE_NOUNS = small_words("roles", "adjectives_before")
_NO_PLACE = small_words("roles", "of_phrases")
_SHORTEST_MANY = 5  # letters of a plural in a list without articles
INFINITIVE = endings("verbs", "infinitive_strict")
_BEFORE_INFINITIVE = PLAIN_OF_TO | FOR
_OUT_OF = small_words("roles", "out_of")
_TAKING_WITH = small_words("roles", "taking_with")
_LONGEST = 30  # words of complements
_SMALL = small_words("roles", "after_nouns")
_AGES = small_words("roles", "ages")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


class Complements:
    """Reads the complements of the functions of one text."""

    def __init__(
        self,
        words: Words,
        lower: Sequence[str],
        heads: Phrases[None],
        starts_name: Callable[[int], bool],
    ) -> None:
        """Prepare to read.

        Args:
            words: the text's words.
            lower: their lower forms, without what stands before an office (`vice-`).
            heads: the nouns of functions.
            starts_name: whether a person's name may begin at a word; a complement ends there.
        """
        self._words = words
        self._lower = lower
        self._heads = heads
        self._starts_name = starts_name
        self._lexicon = role_lexicon()
        self._names = lexicon()
        self._common = self._names.common
        self._named_after = self._names.named_after

    def is_adjective(self, word: str) -> bool:
        """Whether a lower-case word may be an adjective of a function or of a noun."""
        if word in self._lexicon.adjectives or word.rstrip("s").removesuffix("e") in (
            self._lexicon.adjectives
        ):
            return True
        return len(word) > 5 and word.endswith(self._lexicon.endings) and word not in _NO_ADJECTIVE

    def end(self, index: int) -> int:
        """One past the last word of the adjectives and complements from ``index`` on."""
        words, lower, forms = self._words, self._lower, self._words.forms
        first = index if words.gap(index).strip() == ")" else -1
        inside = holder = False
        opened = OF
        last = min(len(forms), index + _LONGEST)
        while index < last:
            comma = words.gap(index).strip() == ","
            if comma:
                # `ministre de l'Économie, des Finances et de l'Industrie`
                listed = max(self._adjectives(index), self._nouns(index))
                own = lower[index] in opened or listed > index
                if not inside or not own:
                    break
            elif not words.spaced(index) and index != first:
                break
            word = lower[index]
            if word in _OUT_OF and lower[index + 1 : index + 2] and lower[index + 1] in _GRADES:
                index += 2  # `administrateur hors classe`
            elif word in _PREPOSITIONS or (word in WITH and lower[index - 1] in _TAKING_WITH):
                if not self._governs(index):
                    break
                index_after = self._noun(index)
                if word in TO:
                    opened = _OPENED_BY_TO
                if index_after == index or (
                    comma and word in PLAIN_OF and index_after == index + 2
                ):
                    break
                index = index_after
                inside = True
                holder = lower[index - 1] in self._lexicon.heads
            elif comma:
                if listed == index:
                    break
                index = listed
            elif holder and is_capital(forms[index]):
                return self._name_end(index)  # `conseiller du président Corvel`
            elif word in BETWEEN and inside and (after := self._between(index)) > index:
                index = after
            elif word in AND and inside and self._two_adjectives(index):
                index += 2  # `des transports terrestres et aériens`
            elif word in AND and inside:
                following = self._coordinated(index + 1)
                if following == index + 1:
                    break
                index = following
            elif (is_capital(forms[index]) and inside and self._goes_on(index)) or (
                self.is_adjective(word) and (forms[index].islower() or self._is_titled(index))
            ):
                index += 1
            else:
                break
        return index

    def _two_adjectives(self, index: int) -> bool:
        """Whether `et` at a word stands between two adjectives of one noun."""
        lower, words = self._lower, self._words
        if index + 1 >= len(lower) or not words.spaced(index + 1):
            return False
        before, after = lower[index - 1], lower[index + 1]
        told = words.forms[index + 1].islower() and after not in self._lexicon.before
        return told and self.is_adjective(before) and self.is_adjective(after)

    def _between(self, index: int) -> int:
        """One past `entre les femmes et les hommes`, ``index`` if it is no such phrase."""
        lower, words = self._lower, self._words
        at = self._noun(index)
        if at == index or at >= len(lower) or lower[at] not in AND or not words.spaced(at):
            return index
        after = self._noun(at)
        return after if after > at else index

    def _adjectives(self, index: int) -> int:
        """One past the adjectives of a list (`souveraineté industrielle, énergétique et numérique`)
        from behind its first comma on; ``index`` if it is none."""
        lower, words = self._lower, self._words
        at = index
        while at < len(lower) and words.forms[at].islower() and self.is_adjective(lower[at]):
            following = at + 1
            if following >= len(lower):
                return index
            if lower[following] in AND and words.spaced(following) and words.spaced(following + 1):
                last = following + 1
                return last + 1 if last < len(lower) and self.is_adjective(lower[last]) else index
            if words.gap(following).strip() != ",":
                return index
            at = following
        return index

    def _nouns(self, index: int) -> int:
        """One past a list of plurals (`Parti des paysans, artisans et indépendants`) from its first
        comma on; ``index`` if it is none."""
        lower, words = self._lower, self._words
        if lower[index - 2] not in OF_THE_MANY or not self._is_many(index - 1):
            return index
        at = index
        while self._is_many(at):
            at += 1
            if at >= len(lower):
                return index
            if lower[at] in AND and words.spaced(at):
                return at + 2 if words.spaced(at + 1) and self._is_many(at + 1) else index
            if words.gap(at).strip() != ",":
                return index
        return index

    def _is_many(self, index: int) -> bool:
        """Whether a word may be a plural noun of a list: `artisans`, but no `députés`."""
        if index >= len(self._lower):
            return False
        form = self._words.forms[index]
        plural = form.islower() and form[-1] in "sx" and len(form) >= _SHORTEST_MANY
        return plural and form not in self._lexicon.plurals and is_common(form)

    def _governs(self, index: int) -> bool:
        """Whether the preposition at a word brings in a complement of the function.

        `en` does in a few phrases only, and an infinitive is no complement of the noun.
        """
        lower, forms = self._lower, self._words.forms
        word = lower[index]
        following = lower[index + 1] if index + 1 < len(lower) else ""
        if word in IN:
            return following in _AFTER_EN
        if word in ON and lower[index - 1] not in _BEFORE_SUR:
            return False
        if word in TO and following in _NO_PLACE:
            return False  # `aux côtés de X`
        infinitive = INFINITIVE.end(following) and forms[index + 1].islower()
        return not (infinitive and word in _BEFORE_INFINITIVE)

    def _is_titled(self, index: int) -> bool:
        """Whether an adjective with a capital follows a noun with one: `Administrateur Civil`."""
        before, form = self._words.forms[index - 1], self._words.forms[index]
        capitals = form[1:].islower() and before[0].isupper() and before[1:].islower()
        lower = form.lower()
        common = is_common(lower) or (lower[0] == "e" and is_common("é" + lower[1:]))
        return capitals and common and not self._names.knows_first_name(form)

    def _goes_on(self, index: int) -> bool:
        """Whether a capital word goes on with the capital noun before (`du Burkina Faso`)."""
        forms = self._words.forms
        if self._starts_name(index):
            return False
        if not is_capital(forms[index - 1]):
            if forms[index - 1] in self._named_after:
                return True  # `de l'arrondissement Ville-Basse`
            return is_upper(forms[index]) and len(forms[index]) < 6  # `groupe RN`
        if self._lower[index - 1] in _BODIES and self.is_adjective(self._lower[index]):
            return True  # `du Conseil Economique et Social`
        # `ministre de la Justice Serikova`: what a ministry is called has one capital.
        return fold(forms[index - 1]) not in self._common or fold(forms[index]) in self._common

    def _noun(self, index: int) -> int:
        """One past the noun that a preposition at ``index`` brings in; ``index`` if none."""
        words, lower = self._words, self._lower
        at = index + 1
        skipped = _BEFORE_NOUN.words()
        while (
            at < len(lower) and words.spaced(at) and (lower[at] in skipped or lower[at].isdigit())
        ):
            at += 1
        if at >= len(lower) or not words.spaced(at) or lower[at] in _NO_NOUN:
            return index
        aged = lower[at] in _AGES and lower[at - 1].isdigit()
        if aged or _YEAR.fullmatch(lower[index + 1]):
            return index  # `de 2012 à 2014`, `de 43 ans`
        office = self._heads.match(lower, at)
        if office > at + 1:
            return office  # `porte-parole du Premier ministre`
        if lower[at] in _BEFORE_NOUNS and (office := self._heads.match(lower, at + 1)) > at + 2:
            return office  # `du nouveau Premier ministre`
        if lower[at] in _BEFORE_NOUNS and at + 1 < len(lower) and lower[at + 1] in AND:
            second = at + 2  # `des petites et moyennes entreprises`
            at = second if second < len(lower) and lower[second] in _BEFORE_NOUNS else at
        if lower[at] in _BEFORE_NOUNS and self._stands_before(at):
            at += 1  # `du plein emploi`
        body = lower[at] in self._named_after  # `à la Chaire Awa Corvel`
        if (self._starts_name(at) and not body) or (
            len(lower[at]) == 1 and is_capital(self._words.forms[at])
        ):
            return self._owner(index, at)
        return at + 1

    def _stands_before(self, index: int) -> bool:
        """Whether a noun follows the adjective at a word: `de la jeune République`."""
        words, lower = self._words, self._lower
        at = index + 1
        if at >= len(lower) or not words.spaced(at) or self._starts_name(at):
            return False
        if words.capital[at] and not is_common(lower[at]):  # `du Grand Lorvel`, `de l'ancien Zaïre`
            return words.capital[index] or self._names.is_place(words.forms[at])
        small = lower[at] in _PREPOSITIONS or lower[at] in _NO_NOUN or lower[at] in _SMALL
        return not small and words.forms[at].isalpha() and is_common(lower[at])

    def _owner(self, preposition: int, at: int) -> int:
        """One past a person's name in `ministre de Jean Aubel`; the preposition if none."""
        if self._lower[preposition] not in _OPENS_COMPLEMENT or at > preposition + 1:
            return preposition
        return self._name_end(at)

    def _name_end(self, at: int) -> int:
        """One past a run of capitals that begins at a word."""
        words, forms = self._words, self._words.forms
        end = at + 1
        while end < len(forms) and is_capital(forms[end]):
            if end > at + 1 and self._starts_name(end) and not self._starts_name(end - 1):
                break  # `ministre de Jean Aubel Maria Stern`
            gap = words.gap(end)
            if not (words.spaced(end) or (gap.strip() == "." and len(forms[end - 1]) < 3)):
                break
            end += 1
        return end

    def _coordinated(self, index: int) -> int:
        """One past a noun after `et` (`de l'Immigration et Citoyenneté`, `et de la Santé`)."""
        lower, words = self._lower, self._words
        if index >= len(lower) or not words.spaced(index):
            return index
        if lower[index] in _PREPOSITIONS:
            return self._noun(index) if self._noun(index) > index else index
        if self._starts_name(index) or not is_capital(words.forms[index]):
            return index
        return index + 1
