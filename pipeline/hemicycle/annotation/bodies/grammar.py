"""Names of bodies and sites by their grammar: a head noun and what belongs to it.

`ministère de l'Économie, du Plan et de la Coopération`, `Conseil économique et social`, `Groupe de
soutien à l'islam et aux musulmans`, `lac Tanganyika`. A name needs a capital: on its head, or in
its complement behind a head that is written small.
"""

from __future__ import annotations

import re
from typing import Protocol

from hemicycle.annotation.bodies.acronyms import is_acronym
from hemicycle.annotation.bodies.adjectives import PLURALS, adjectival
from hemicycle.annotation.bodies.fields import field_behind, is_noun
from hemicycle.annotation.bodies.lexicon import MINISTRY, STATE, BodyWords
from hemicycle.annotation.bodies.lists import goes_on
from hemicycle.folding import fold
from hemicycle.knowledge import grammar as fr
from hemicycle.knowledge.lists import listed
from hemicycle.reading.verbs import verbs
from hemicycle.reading.words import Words, is_capital
from hemicycle.values import value

_FOR = fr.FOR | fr.AGAINST
_LEADS = fr.OF | fr.TO | _FOR
_LONGEST = 22  # words
# Heads that begin a name only with a capital.
_CAPITAL_HEADS = frozenset({"media", "company", "territory", "local authority", "international"})
_BOARDS = listed("bodies", "offices", "boards")
_CHARGED = listed("bodies", "offices", "charged")
_IN_CHARGE = listed("bodies", "offices", "in_charge")
_OFFICE_BEHIND = listed("bodies", "offices", "behind")
_MOST_SMALL = 4  # complements without a capital
_ENDS = re.compile(r"[\n|]")
_FUNDS = listed("bodies", "alone", "funds")
# Heads whose complements are a list of fields, as those of ministries are.
_LISTING = listed("bodies", "wide", "listing")


@value
class Grown:
    """A name that grew from its head.

    Attributes:
        stop: one past its last word.
        kind: the kind of body that its head makes.
        feature: how it was found.
        full: whether its head says enough to name a body with a place alone.
    """

    stop: int
    kind: str
    feature: str
    full: bool = False


class Named(Protocol):
    """What is named at a word of the text, as far as a name that grows has to know."""

    def names_body(self, index: int) -> bool:
        """Whether a known body begins at a word; a name does not take it in."""

    def place_stop(self, index: int) -> int:
        """One past the known place that begins at a word; the same index if none does."""

    def is_taken(self, index: int) -> bool:
        """Whether a word is of the name of a person or of a reaction."""


class NameGrammar:
    """Grows the names of one text."""

    def __init__(self, words: Words, lexicon: BodyWords, named: Named) -> None:
        """Tell the text's words, those of bodies, and what else is named in the text."""
        self._words = words
        self._known = named
        self._lexicon = lexicon

    def grow(self, index: int) -> Grown | None:
        """The name of a body whose head begins at a word, None if there is none."""
        words, lexicon = self._words, self._lexicon
        head_stop, kind = lexicon.head_at(words.lower, index)
        if head_stop == index or not self._runs(index, head_stop):
            return None
        head = " ".join(words.lower[index:head_stop])
        capital = words.capital[index]
        full = head in lexicon.full
        if not (capital or full) and (kind in _CAPITAL_HEADS or head in lexicon.proper):
            return None
        if " ".join(words.lower[head_stop : head_stop + 2]) in _BOARDS:
            return None  # the board of a body that is named behind it
        ministry = kind == "ministry"
        wide = ministry or (capital and (full or head in lexicon.wide))
        described = self._adjectives(head_stop)
        if described == head_stop and capital and self._is_capital_adjective(head_stop):
            described += 1  # `Groupe Opérationnel de [Corvel]`
        if described == head_stop and wide and self._is_adjective(head_stop):
            # `Syndicat intercommunal d'assainissement`: any adjective, where a complement follows.
            described += self._complement(head_stop + 1, wide=wide, ministry=False) > head_stop + 1
        first = not full or fr.OF.isdisjoint(words.lower[index:head_stop])
        stop = self._complement(
            described, wide=wide, ministry=ministry, first=first, lists=head in _LISTING
        )
        if capital:
            stop = self._apposed(stop)
        shown = any(words.capital[k] for k in range(head_stop, stop))
        if not capital and shown and self._names_acronyms(described, stop, money=head in _FUNDS):
            return None  # `la direction du PMRN`, `les fonds de la PAC`
        kind = "local authority" if kind == "territory" else kind
        if stop > described and (shown or capital or ministry):
            if not shown:
                return Grown(stop, kind, "grammar_lower", full)
            return Grown(stop, kind, "grammar" if capital else "grammar_small_head", full)
        if not capital:
            return self._named(head_stop, kind) if kind == "other" else None
        if described > head_stop or head_stop - index > 1:
            close = described < len(words) and words.spaced(described)
            named = self._capitals(described) if close else described
            return Grown(named, kind, "head_described")
        if head in lexicon.alone:
            return Grown(head_stop, kind, "head_alone")
        return self._named(head_stop, kind)

    def office(self, index: int) -> int:
        """One past the last word of a title of office that begins with its noun."""
        words = self._words
        k = index + 1
        while k < len(words) and words.lower[k] in _OFFICE_BEHIND:
            k += 1
        if " ".join(words.lower[k : k + 2]) in _IN_CHARGE:
            k += 2
        elif words.lower[k : k + 1] and words.lower[k] in _CHARGED:
            k += 1
        return self._complement(k, wide=True, ministry=True)

    def _named(self, stop: int, kind: str) -> Grown | None:
        """A head with a name right behind it: `Université Laval`, `Fondation Corvel`."""
        end = self._capitals(stop) if stop < len(self._words) and self._words.spaced(stop) else stop
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
                and words.lower[k] in fr.AND
                and k + 1 < len(words)
                and words.lower[k + 1] in known
                and words.spaced(k + 1)
            ):
                k += 2
            else:
                break
        return k

    def _is_capital_adjective(self, index: int) -> bool:
        words = self._words
        if index + 1 >= len(words) or not (
            words.capital[index] and self._runs(index - 1, index + 2)
        ):
            return False
        of = words.lower[index + 1] in fr.OF and adjectival(words.lower[index], self._lexicon)
        return of and not self._known.is_taken(index)

    def _joined(self, index: int) -> bool:
        """Whether a word follows the one before, or a comma in a row of adjectives."""
        words = self._words
        if words.spaced(index):
            return True
        known = self._lexicon.adjectives
        if not index or words.lower[index - 1] not in known or words.gap(index) != ", ":
            return False
        after = words.lower[index + 1 : index + 3]
        return len(after) > 1 and after[0] in fr.AND and after[1] in known

    def _apposed(self, index: int) -> int:
        """One past a name that stands right behind what a name ends with so far, written small:
        `Agence de l'eau [Loire-Bretagne]`; neither a person nor an acronym."""
        words = self._words
        if index >= len(words) or words.capital[index - 1] or not words.spaced(index):
            return index
        if is_acronym(words.forms[index]) or self._known.is_taken(index):
            return index
        return index if self._known.names_body(index) else self._capitals(index)

    def _names_acronyms(self, first: int, stop: int, *, money: bool) -> bool:
        """Whether all that has a capital in a complement is an acronym: of a body, or of money."""
        topics = frozenset() if money else self._lexicon.thing_names
        named = filter(is_capital, self._words.forms[first:stop])
        return all(is_acronym(form) and fold(form) not in topics for form in named)

    def _complement(
        self,
        index: int,
        *,
        wide: bool,
        ministry: bool,
        first: bool = True,
        lists: bool = False,
    ) -> int:
        """One past the complements that begin at a word.

        Args:
            index: the word behind the head and its adjectives.
            wide: whether nouns that are written small are taken.
            ministry: whether the name is a list (`de l'Économie, du Plan et de la Mer`).
            first: whether the head has no complement yet, as `Chambre de commerce` has.
            lists: whether commas may part complements where nouns have capitals.
        """
        words = self._words
        k = index
        small, lead = 0, ""
        while k < len(words) and k - index < _LONGEST:
            begin, comma = k, False
            if not first:
                if words.lower[k] in fr.AND and words.spaced(k):
                    begin = k + 1
                elif words.gap(k).strip() == "," and not _ENDS.search(words.gap(k)):
                    if not goes_on(
                        words, self._lexicon, k, wide=wide, ministry=ministry, lists=lists
                    ):
                        break
                    comma = True
                elif not words.spaced(k):
                    break
            if begin >= len(words):
                break
            if begin > k and lead not in _FOR and words.lower[begin] in fr.THE:
                break
            if begin > k and lead not in fr.TO and words.lower[begin] in fr.TO:
                break
            listed = begin > k or comma
            stop = self._phrase(begin, wide=wide, listed=listed, ministry=ministry)
            capital = begin > k and words.capital[begin] and words.capital[k - 1]
            if stop == begin and begin > k and (wide or capital) and lead in fr.OF_THE_MANY:
                stop = self._bare(begin)
            if stop == begin:
                break
            if words.lower[begin] in _LEADS:
                lead = words.lower[begin]
            small += not any(words.capital[begin:stop])
            if small > _MOST_SMALL:
                break
            k, first = stop, False
        return k

    def _bare(self, index: int) -> int:
        """One past a plural noun that shares the preposition of the one before: `Office des lacs et
        [cours] d'eau`; the same index if there is none."""
        lower = self._words.lower[index]
        plural = PLURALS.end(lower) and not lower.endswith("ons")
        if self._known.names_body(index) or self._known.place_stop(index) > index:
            return index
        if (
            lower in _LEADS
            or lower in fr.THE
            or not (plural and self._words.spaced(index) and is_noun(lower))
        ):
            return index
        return self._small_tail(index + 1)

    def _phrase(self, index: int, *, wide: bool, listed: bool, ministry: bool) -> int:
        """One past a preposition with its noun phrase that begins at a word; the same if none."""
        words, lexicon = self._words, self._lexicon
        if index >= len(words) or (index and _ENDS.search(words.gap(index))):
            return index
        lead, k = words.lower[index], index
        if self._leads(index, wide=wide, listed=listed, ministry=ministry):
            k += 1
        elif not (listed and ((ministry and words.capital[index]) or (wide and lead in fr.THE))):
            return index
        articled = k < len(words) and words.lower[k] in fr.THE
        if articled and (k == index or words.spaced(k)):
            k += 1
        if k >= len(words) or (k > index and not words.spaced(k)):
            return index
        if not (articled or words.capital[k] or listed) and (
            lead in _FOR or (lead in fr.PLAIN_OF and words.lower[index - 1] in MINISTRY)
        ):
            return index  # `mon ministère pour dire`, `un ministère de tutelle`
        alone = words.lower[k] in lexicon.alone and not ministry
        state = wide and words.lower[k] in STATE
        if words.capital[k] and (self._known.names_body(k) or alone) and not state:
            return index
        k = self._qualities(k)
        stop = self._capitals(k)
        if stop == k:
            if not (wide and is_noun(words.lower[k])):
                return index
            stop = k + 1
        elif self._known.place_stop(k) == stop and not ministry:
            east = stop < len(words) and words.spaced(stop)
            return stop + (east and words.lower[stop] in lexicon.sides)
        return self._field(self._small_tail(stop))

    def _field(self, index: int) -> int:
        """One past `en` and a noun with a capital that is no place: `des Ressources [en Eau]`."""
        words, k = self._words, index + 1
        if k >= len(words) or words.lower[index] not in fr.IN or not words.capital[index - 1]:
            return index
        close = words.spaced(index) and words.spaced(k)
        if not (close and words.capital[k]) or self._known.place_stop(k) > k:
            return index
        return self._small_tail(self._capitals(k))

    def _qualities(self, index: int) -> int:
        """One past the adjectives before a noun (`des grandes [Entreprises]`)."""
        words, before = self._words, self._lexicon.qualities
        k = index
        while k + 1 < len(words) and words.lower[k] in before and words.spaced(k + 1):
            joined = words.lower[k + 1] in fr.AND and words.lower[k + 2 : k + 3]
            k += 2 if joined and joined[0] in before else 1
        return k

    def _leads(self, index: int, *, wide: bool, listed: bool, ministry: bool) -> bool:
        """Whether a word is a preposition that a complement of a name begins with."""
        words = self._words
        lead = words.lower[index]
        if lead in fr.OF:
            return True
        if lead in fr.TO:
            known = listed or words.lower[index - 1] in self._lexicon.taking_to
            return wide and (known or self._takes_to(index))
        if lead in fr.ON:
            return wide and words.lower[index - 1] in self._lexicon.taking_on
        return lead in _FOR and (wide or ministry)

    def _takes_to(self, index: int) -> bool:
        """Whether `à` stands between a head and what a body is for: `Délégation générale au
        Pèlerinage`, but `la Direction à Genève`."""
        k = field_behind(self._words, self._lexicon, index)
        return k > index and not (self._known.place_stop(k) > k or self._known.is_taken(k))

    def _small_tail(self, index: int) -> int:
        """One past the adjectives behind a noun (`Infrastructures maritimes et portuaires`)."""
        words = self._words
        k = index
        while k < len(words) and words.spaced(k):
            if self._is_adjective(k):
                k += 1
            elif (
                words.lower[k] in fr.AND
                and k > index
                and k + 1 < len(words)
                and words.spaced(k + 1)
                and self._is_adjective(k + 1)
            ):
                k += 2
            else:
                break
        return k

    def _is_adjective(self, index: int) -> bool:
        """Whether a word is an adjective behind a noun, and no verb whose subject the name is
        (`L'Agence de l'eau indique`)."""
        words = self._words
        if index >= len(words) or not words.spaced(index):
            return False
        if words.capital[index] and not words.forms[index].isupper():
            return False
        lower = words.lower[index]
        if lower in self._lexicon.adjectives or lower in self._lexicon.peoples:
            return True
        if not adjectival(lower, self._lexicon):
            return False
        if PLURALS.end(lower):
            return True
        if verbs().is_predicate(lower):
            return False
        return not verbs().stands_as_verb(words.text, words.starts[index], words.ends[index])

    def _capitals(self, index: int) -> int:
        """One past a run of capitals, or a known place, that begins at a word.

        In a line in capitals they tell nothing: one word is taken.
        """
        words = self._words
        if index >= len(words) or not words.capital[index]:
            return index
        known = self._known.place_stop(index)
        if known == index and words.lower[index] in fr.AND_OR and words.forms[index].isupper():
            return index
        k = max(index + 1, known)
        shouted = words.forms[index].isupper() and not is_acronym(words.forms[index])
        if not shouted or words.is_in_lower_line(index, k):
            while k < len(words) and words.spaced(k) and words.capital[k]:
                k = max(k + 1, self._known.place_stop(k))
        return k
