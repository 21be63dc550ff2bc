"""Names of bodies and sites by their grammar: a head noun and what belongs to it.

`ministère de l'Économie, du Plan et de la Coopération`, `Conseil économique et social`, `Groupe de
soutien à l'islam et aux musulmans`, `lac Tanganyika`. A name needs a capital: on its head, or in
its complement behind a head that is written small.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from hemicycle.annotation.bodies.lexicon import BodyWords
from hemicycle.reading.words import Words

_OF = frozenset({"de", "du", "des", "d'"})
_TO = frozenset({"à", "aux", "au"})
_FOR = frozenset({"pour", "contre"})
_ARTICLES = frozenset({"la", "le", "les", "l'"})
# Small words that join capitals of one name (`Agence des Nations unies pour …`).
_LONGEST = 22  # words
# Heads that begin a name only with a capital.
_CAPITAL_HEADS = frozenset({"media", "company", "territory", "local authority", "international"})
_BOARD = ["d'", "administration"]
_CHARGED = frozenset({"chargé", "chargée", "chargés", "chargées", "auprès"})
_IN_CHARGE = ["en", "charge"]
_MOST_SMALL = 3  # complements without a capital
# A complement that is written small does not begin so: an infinitive, a word that counts or points.
_NO_NOUN = re.compile(
    r".{2,}(?:er|ir|oir)$|(?:ce|cet|cette|ces|un|une|nos|vos|mes|ses|leurs?|son|sa|notre|votre|plus|moins"
    r"|tous?|toutes?|qui|ne|se|lui|eux|nous|vous|mai|mars|avril|juin|juillet|août|septembre|octobre"
    r"|novembre|décembre|janvier|février|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain"
    r"|matin|soir|jour|jours|dernier|prochain)$"
)
_NOUNS_IN_ER = frozenset(
    ["premier", "chantier", "métier", "quartier", "mer", "avenir", "loyer", "hiver", "cancer"]
)
_ENDS = re.compile(r"[\n|]")


@dataclass(frozen=True, slots=True)
class Grown:
    """A name that grew from its head.

    Attributes:
        stop: one past its last word.
        kind: the kind of body that its head makes.
        feature: how it was found.
    """

    stop: int
    kind: str
    feature: str


class NameGrammar:
    """Grows the names of one text."""

    def __init__(self, words: Words, lexicon: BodyWords, names_body: Callable[[int], bool]) -> None:
        """Tell the text and the words.

        Args:
            words: the text's.
            lexicon: the words of bodies.
            names_body: whether a known body begins at a word; a name does not take it in.
        """
        self._words = words
        self._names_body = names_body
        self._lexicon = lexicon

    def grow(self, index: int) -> Grown | None:
        """The name of a body whose head begins at a word, None if there is none."""
        words, lexicon = self._words, self._lexicon
        head_stop, kind = lexicon.head_at(words.lower, index)
        if head_stop == index or not self._runs(index, head_stop):
            return None
        head = " ".join(words.lower[index:head_stop])
        capital = words.capital[index]
        if not capital and kind in _CAPITAL_HEADS:
            return None
        if words.lower[head_stop : head_stop + 2] == _BOARD:
            return None  # the board of a body that is named behind it
        described = self._adjectives(head_stop)
        ministry = kind == "ministry"
        wide = ministry or (capital and head in lexicon.wide)
        stop = self._complement(described, wide=wide, ministry=ministry)
        shown = any(words.capital[k] for k in range(head_stop, stop))
        kind = "local authority" if kind == "territory" else kind
        if stop > described and (shown or capital or ministry):
            if not shown:
                return Grown(stop, kind, "grammar_lower")
            return Grown(stop, kind, "grammar" if capital else "grammar_small_head")
        if not capital:
            return self._named(head_stop, kind) if kind == "other" else None
        if described > head_stop or head_stop - index > 1:
            named = self._capitals(described)
            return Grown(named, kind, "head_described")
        if head in lexicon.alone:
            return Grown(head_stop, kind, "head_alone")
        return self._named(head_stop, kind)

    def office(self, index: int) -> int:
        """One past the last word of a title of office that begins with its noun."""
        words = self._words
        k = index + 1
        while k < len(words) and words.lower[k] in {"d'", "état", "délégué", "déléguée", "d'état"}:
            k += 1
        if words.lower[k : k + 2] == _IN_CHARGE:
            k += 2
        elif words.lower[k : k + 1] and words.lower[k] in _CHARGED:
            k += 1
        return self._complement(k, wide=True, ministry=True)

    def _named(self, stop: int, kind: str) -> Grown | None:
        """A head with a name right behind it: `Université Laval`, `Fondation Corvel`."""
        end = self._capitals(stop)
        return Grown(end, kind, "grammar") if end > stop else None

    def _runs(self, first: int, stop: int) -> bool:
        return all(self._words.spaced(k) for k in range(first + 1, stop))

    def _adjectives(self, index: int) -> int:
        """One past the adjectives that begin at a word, joined by `et` or commas."""
        words, known = self._words, self._lexicon.adjectives
        k = index
        while k < len(words):
            if words.lower[k] in known and self._joined(k):
                k += 1
            elif (
                k > index
                and words.lower[k] == "et"
                and k + 1 < len(words)
                and words.lower[k + 1] in known
                and words.spaced(k + 1)
            ):
                k += 2
            else:
                break
        return k

    def _joined(self, index: int) -> bool:
        """Whether a word follows the one before, or a comma in a row of adjectives."""
        words = self._words
        if words.spaced(index):
            return True
        known = self._lexicon.adjectives
        return (
            index > 0
            and words.lower[index - 1] in known
            and words.gap(index) == ", "
            and index + 2 < len(words)
            and words.lower[index + 1] == "et"
            and words.lower[index + 2] in known
        )

    def _complement(self, index: int, *, wide: bool, ministry: bool) -> int:
        """One past the complements that begin at a word.

        Args:
            index: the word behind the head and its adjectives.
            wide: whether nouns that are written small are taken.
            ministry: whether the name is a list (`de l'Économie, du Plan et de la Mer`).
        """
        words = self._words
        k = index
        first, small, lead = True, 0, ""
        while k < len(words) and k - index < _LONGEST and small < _MOST_SMALL:
            begin = k
            if not first:
                if words.lower[k] == "et" and words.spaced(k):
                    begin = k + 1
                elif words.gap(k).strip() == "," and not _ENDS.search(words.gap(k)):
                    if not (wide or ministry) or not self._goes_on(k):
                        break
                elif not words.spaced(k):
                    break
            if begin >= len(words):
                break
            if begin > k and lead not in _FOR and words.lower[begin] in _ARTICLES:
                break
            if begin > k and lead not in _TO and words.lower[begin] in _TO:
                break
            stop = self._phrase(begin, wide=wide, listed=begin > k, ministry=ministry)
            if stop == begin:
                break
            lead = words.lower[begin]
            small += not any(words.capital[begin:stop])
            k, first = stop, False
        return k

    def _goes_on(self, index: int) -> bool:
        """Whether a comma parts items of one name: another `de` with a capital follows it."""
        words = self._words
        k = index
        if words.lower[k] not in _OF:
            return False
        k += 1
        if k < len(words) and words.lower[k] in _ARTICLES:
            k += 1
        return k < len(words) and words.capital[k]

    def _phrase(self, index: int, *, wide: bool, listed: bool, ministry: bool) -> int:
        """One past a preposition with its noun phrase that begins at a word; the same if none."""
        words, lexicon = self._words, self._lexicon
        if index >= len(words) or (index and _ENDS.search(words.gap(index))):
            return index
        lead, k = words.lower[index], index
        if self._leads(index, wide=wide, listed=listed, ministry=ministry):
            k += 1
        elif not (listed and ((ministry and words.capital[index]) or (wide and lead in _ARTICLES))):
            return index
        if k < len(words) and words.lower[k] in _ARTICLES and words.spaced(k):
            k += 1
        if k >= len(words) or (k > index and not words.spaced(k)):
            return index
        if words.capital[k] and (
            self._names_body(k) or (words.lower[k] in lexicon.alone and not ministry)
        ):
            return index
        stop = self._capitals(k)
        if stop == k:
            if not (wide and self._is_noun(k)):
                return index
            stop = k + 1
        return self._small_tail(stop)

    def _leads(self, index: int, *, wide: bool, listed: bool, ministry: bool) -> bool:
        """Whether a word is a preposition that a complement of a name begins with."""
        words = self._words
        lead = words.lower[index]
        if lead in _OF:
            return True
        if lead in _TO:
            return wide and (listed or words.lower[index - 1] in self._lexicon.taking_to)
        return lead in _FOR and (wide or ministry)

    def _small_tail(self, index: int) -> int:
        """One past the adjectives behind a noun (`Infrastructures maritimes et portuaires`)."""
        words, lexicon = self._words, self._lexicon
        k = index
        while k < len(words) and words.spaced(k):
            lower = words.lower[k]
            if _adjectival(lower, lexicon):
                k += 1
            elif (
                lower == "et"
                and k > index
                and k + 1 < len(words)
                and words.spaced(k + 1)
                and _adjectival(words.lower[k + 1], lexicon)
            ):
                k += 2
            else:
                break
        return k

    def _is_noun(self, index: int) -> bool:
        lower = self._words.lower[index]
        if not lower.isalpha() and "-" not in lower:
            return False
        return lower in _NOUNS_IN_ER or not _NO_NOUN.fullmatch(lower)

    def _capitals(self, index: int) -> int:
        """One past a run of capitals that begins at a word, with small particles inside."""
        words = self._words
        if index >= len(words) or not words.capital[index]:
            return index
        k = index + 1
        while k < len(words) and words.spaced(k) and words.capital[k]:
            k += 1
        return k


_ENDINGS = (
    *("ique", "iques", "aire", "aires", "elle", "elles", "ales", "aux", "ienne", "iennes", "iens"),
    *("ieur", "ieure", "ieurs", "ieures", "ère", "ères", "euse", "euses", "ive", "ives", "ifs"),
    *("aine", "aines", "ains", "oise", "oises", "ine", "ines"),
)
_PLURALS = ("s", "x")


def _adjectival(lower: str, lexicon: BodyWords) -> bool:
    """Whether a small word is an adjective that names of bodies have, in any number."""
    if lower in lexicon.adjectives or lower in lexicon.peoples:
        return True
    if lower[-1:] in _PLURALS and lower[:-1] in lexicon.adjectives:
        return True
    return len(lower) > 4 and lower.endswith(_ENDINGS)
