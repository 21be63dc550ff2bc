"""Candidates of one text: the gazetteer, the grammar, acronyms and the recogniser propose them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import compress

from hemicycle.annotation.bodies.acronyms import (
    full_name,
    full_name_behind,
    is_acronym,
    is_bracketed,
)
from hemicycle.annotation.bodies.candidates import LOC, ORG, Candidate
from hemicycle.annotation.bodies.gazetteer import Entries, Gazetteer, are_places, gazetteer
from hemicycle.annotation.bodies.grammar import Grown, NameGrammar
from hemicycle.annotation.bodies.lexicon import MINISTRY, STATE, BodyWords, body_words
from hemicycle.annotation.bodies.things import is_law_in_short, is_side, is_thing
from hemicycle.annotation.bodies.trimming import trimmed
from hemicycle.annotation.entities.located import Place
from hemicycle.annotation.people.lexicon import is_common
from hemicycle.annotation.people.role_lexicon import role_lexicon
from hemicycle.folding import fold
from hemicycle.knowledge.grammar import FOR, THE, WITH_THE, WITH_THE_MANY, closed
from hemicycle.knowledge.lists import listed
from hemicycle.knowledge.made import per_knowledge
from hemicycle.reading.words import PerForm, Words, capitals

_FOLDED: PerForm[str] = PerForm(fold)
_CHIEF = listed("bodies", "offices", "chief_of_the")
# Before a name that has no article.
_DETERMINERS = THE | closed("determiner", gender="feminine", definite=("yes", "no"))
_SHORT = 4  # letters in capitals that are an acronym
_LEAST_SPOKEN = 5  # letters of an acronym that is written as a word (`Insee`)
# What never stands inside a name.
_BROKEN = re.compile(r"[\n;:()«»\"“”!?|]|\.\s")
_FIGURES = re.compile(r"\d[ \u00a0]++\d")
_CENTURY = re.compile(r"[IVXLC]+(?:er?|re|ème)?")
_FEWEST = 2  # letters


@per_knowledge
def small_names() -> frozenset[str]:
    """Names of one word that are written without a capital and are no common word (`bpost`)."""
    return frozenset(form for form in gazetteer().small if not is_common(form))


@per_knowledge
def telling_forms() -> PerForm[bool]:
    """Which forms a candidate may begin with, or a title of office."""
    lexicon, is_capital, small = body_words(), capitals(), small_names()
    lower = {*lexicon.heads, *lexicon.kept, *lexicon.offices}
    return PerForm(lambda form: is_capital[form] or form in lower or form in small)


class Finder:
    """Finds the candidates of one text."""

    def __init__(
        self,
        words: Words,
        lexicon: BodyWords,
        known: Gazetteer,
        taken: list[tuple[int, int]],
        country: str = "",
    ) -> None:
        """Tell what is looked at.

        Args:
            words, lexicon, known: the text's words, those of bodies and places, the gazetteer.
            taken: where people are named and reactions noted, in order: neither is a body.
            country: that of the document, empty if unknown.
        """
        self._words = words
        self._lexicon = lexicon
        self._known = known
        self._small = small_names()
        self._streets = lexicon.streets
        self._folded = words.each(_FOLDED)
        self._country = country
        self._taken = taken
        self._taken_starts = [start for start, _ in taken]
        self._found: dict[tuple[int, int], Candidate] = {}
        # The words of titles of office (`ministre de la Mer et de la Pêche`): no body is named.
        self._offices: set[int] = set()
        self._person_ends = {end for _, end in taken}
        # Acronyms of things (`tarif de vente (TDV)`), and whose full names have no noun of a body.
        self._things: set[str] = set()
        self._spelt: set[str] = set()
        # Where names that grew from their heads begin, by where they stop.
        self._grown: dict[int, int] = {}
        # Acronyms and where their full names are, by word: (acronym, first, stop).
        self.explained: list[tuple[int, int, int]] = []

    def find(self, entities: list[Place]) -> list[Candidate]:
        """The candidates, in order.

        Args:
            entities: the recogniser's entities, in order.
        """
        words = self._words
        # It knows the finder, which knows no grammar: both go with the text, and nothing else.
        grammar = NameGrammar(words, self._lexicon, self)
        for k in compress(range(len(words)), words.each(telling_forms())):
            self._look_at(k, grammar)
        for start, end, _ in entities:
            self._entity(start, end)
        for candidate in self._found.values():
            candidate.spelt = candidate.spelt or candidate.key in self._spelt
            if candidate.key in self._things:
                candidate.entries = ()
                candidate.found.add("thing_name")
        return sorted(self._found.values(), key=lambda c: (c.start, c.end))

    def _look_at(self, index: int, grammar: NameGrammar) -> None:
        """The candidates that begin at a word."""
        words, lexicon = self._words, self._lexicon
        lower = words.lower[index]
        if words.capital[index]:
            self._capital(index)
        elif lower in lexicon.heads or lower in lexicon.kept:
            self._look_up(index)
        elif words.forms[index] in self._small:
            self._add(index, index + 1, "")
        if lower in lexicon.offices:
            self._offices.update(range(index, grammar.office(index)))
        if lower in lexicon.heads and (grown := grammar.grow(index)):
            candidate = self._grown_at(index, grown)
            if candidate is not None:
                self._grown.setdefault(grown.stop, index)
                candidate.kind = candidate.kind or grown.kind
                candidate.place_complement = not grown.full and self._of_place(index, grown.stop)

    def _grown_at(self, index: int, grown: Grown) -> Candidate | None:
        """The candidate that grew from a head, unless that is how a place is called."""
        candidate = self._add(index, grown.stop, "")
        if candidate is not None and not are_places(candidate.entries):
            candidate.found.add(grown.feature)
        return candidate

    def _capital(self, index: int) -> None:
        """The candidates that begin at a word with a capital."""
        words, lexicon = self._words, self._lexicon
        if self._folded[index] in self._known.phrases or self._contracted(index):
            self._look_up(index)
        if is_acronym(words.forms[index]):
            self._acronym(index)
        before = words.lower[index - 1] if words.spaced(index) else ""
        if before in lexicon.before:
            candidate = self._add(index, self._run(index), "")
            if candidate is not None:
                candidate.kind = lexicon.kinds.get(before, "")
        if len(words.forms[index]) > 1 and (stop := self._riding(index)):
            self._add(index, stop, "riding", named=True)

    def _of_place(self, first: int, stop: int) -> bool:
        """Whether a place alone is the complement of a head: `tribunal de [Corvel]`."""
        words = self._words
        begin = next((k for k in range(first + 1, stop) if words.capital[k]), stop)
        return bool(self._known.of(" ".join(self._folded[begin:stop]), LOC))

    def names_body(self, index: int) -> bool:
        """Whether a body of the gazetteer begins at a word."""
        for stop, entries in self._known.phrases.at(self._folded, index):
            if stop - index > 1 and any(e.label == ORG for e in entries):
                return True
        return False

    def place_stop(self, index: int) -> int:
        """One past the longest known place that begins at a word, else the same index."""
        for stop, found in self._known.at(self._folded, index):
            entries = found if stop - index > 1 else self._written(found, index)
            if any(e.label == LOC for e in entries) and self._holds(index, stop):
                return stop
        return index

    def is_taken(self, index: int) -> bool:
        """Whether a word belongs to the name of a person or to a reaction."""
        return self._overlaps(self._words.starts[index], self._words.ends[index])

    def _overlaps(self, start: int, end: int) -> bool:
        index = bisect_right(self._taken_starts, end - 1) - 1
        return index >= 0 and self._taken[index][1] > start

    def _riding(self, index: int) -> int:
        """One past a name in brackets between a person and a party: `Awa Corvel (Lorvel, PMRN)`."""
        words, text = self._words, self._words.text
        start = words.starts[index]
        if text[start - 1 : start] != "(" or text[start - 2 : start - 1] not in {" ", "\u00a0"}:
            return 0
        stop = self._run(index)
        close = stop < len(words) and words.gap(stop) == ", "
        return stop if close and start - 2 in self._person_ends else 0

    def _look_up(self, index: int) -> None:
        """What the gazetteer knows that begins at a word, the longest."""
        words = self._words
        if self._contracted(index):
            stop = self._run(index)
            article = "les" if words.lower[index - 1] in WITH_THE_MANY else "le"
            key = " ".join((article, *self._folded[index:stop]))
            if entries := self._known.of(key, LOC):
                candidate = self._add(index, stop, "")
                if candidate is not None:
                    candidate.entries = entries
                    return
        for stop, entries in self._known.at(self._folded, index):
            capital = any(words.capital[index:stop])
            if not capital or not self._holds(index, stop):
                continue
            if stop - index == 1 and not (entries := self._written(entries, index)):
                continue
            if self._is_plain(index, stop):
                continue  # `L'avenir est à nous.`
            if all(e.label == LOC for e in entries) and not self._is_place_form(index, stop):
                continue
            self._add(index, stop, "")
            return

    def _is_plain(self, first: int, stop: int) -> bool:
        """Whether an article with the capital of its sentence and a common noun are a name in
        other places only (`Le Matin`), or capitals those of a heading (`À L'HÔPITAL`)."""
        words = self._words
        if words.lower[first] not in THE or stop - first == 1:
            return False
        if not any(words.capital[first + 1 : stop]):
            return True
        shouted = all(form.isupper() for form in words.forms[first:stop])
        common = is_common(words.lower[stop - 1])
        return shouted and common and not words.is_in_lower_line(first, stop)

    def _contracted(self, index: int) -> bool:
        """Whether an article that may belong to a name is contracted before it: `au [Havre]`."""
        return self._words.spaced(index) and self._words.lower[index - 1] in WITH_THE

    def _is_place_form(self, first: int, stop: int) -> bool:
        """Whether the capitals are where the name of a place has them.

        Not so `le canton de Corvel`, where it begins behind the noun, nor `Le port`.
        """
        words = self._words
        if not words.capital[first]:
            return words.lower[first] in self._lexicon.kept
        return words.capital[stop - 1] or words.lower[first] not in THE

    def _written(self, entries: Entries, index: int) -> Entries:
        """Those that a single word may mean as it is written: an acronym has capitals (`CAR`)."""
        form = self._words.forms[index]
        key = self._folded[index]
        near = self._words.forms[max(0, index - 4) : index + 5]
        heading = not any(one.islower() for one in near)
        before = self._words.forms[index - 1] if self._words.spaced(index) else ""
        if key in self._lexicon.without_article and fold(before) in _DETERMINERS:
            return ()
        heading = heading or (len(before) > 1 and before.isupper())
        if len(form) <= _SHORT and form.isupper() and not (heading or key in self._known.shouted):
            # `ATI` is no town `Ati`.
            return tuple(e for e in entries if e.label == ORG)
        if is_acronym(form) or (form.isupper() and len(form) > 1):
            return entries
        if key in self._known.shouted:
            return ()
        if len(form) >= _LEAST_SPOKEN and not is_common(self._words.lower[index]):
            return entries
        return tuple(e for e in entries if fold(e.acronym) != key or e.acronym == form)

    def _acronym(self, index: int) -> None:
        words = self._words
        first = full_name(words, index)
        grown = self._grown.get(index, -1) if is_bracketed(words, index) else -1
        # A name that grew right before it explains it too, if their first letters are one.
        alike = grown >= 0 and self._folded[grown][0] == self._folded[index][0]
        if alike and not 0 <= first <= grown:
            first = grown
        if first >= 0:
            self.explained.append((index, first, index))
            known = self._folded[index] in self._known.phrases
            grown_heads = self._grown.values()
            thing = is_thing(words, self._lexicon, first, grown_heads, known=known)
            if thing:
                if self._lexicon.head_at(words.lower, first)[0] == first:
                    self._things.add(self._folded[index])
                self._offices.update(range(first, index + 1))
            whole = self._add(first, index, "thing_name" if thing else "explains")
            if whole is not None and not (whole.headed or whole.entries):
                whole.spelt = True
                self._spelt.add(self._folded[index])
            # Named, for `CCI` is no numeral here.
            self._add(index, index + 1, "thing_name" if thing else "explained", named=True)
        elif words.is_in_lower_line(index, index + 1) or self._folded[index] in self._known.phrases:
            self._add(index, index + 1, "acronym")
            self._explained_behind(index)

    def _explained_behind(self, index: int) -> None:
        """An acronym whose full name stands in the bracket behind: `UD (unités de dialogue)`."""
        words = self._words
        stop = full_name_behind(words, index)
        law = is_law_in_short(words, self._lexicon, index, self._country)
        if law or (stop and not any(words.capital[index + 1 : stop])):
            self._things.add(self._folded[index])
        elif stop and self._add(index + 1, stop, "explains") is not None:
            self.explained.append((index, index + 1, stop))
            self._add(index, index + 1, "explained", named=True)

    def _run(self, index: int) -> int:
        """One past the capitals that begin at a word."""
        words = self._words
        k = index + 1
        while k < len(words) and words.capital[k] and words.spaced(k):
            k += 1
        return k

    def _holds(self, first: int, stop: int) -> bool:
        words = self._words
        if stop - first == 1:
            return True
        return not _BROKEN.search(words.text, words.ends[first], words.starts[stop - 1])

    def _entity(self, start: int, end: int) -> None:
        """A phrase that the recogniser takes for something."""
        words = self._words
        start, end = trimmed(words.text, start, end)
        first = bisect_right(words.starts, start) - 1
        stop = bisect_left(words.starts, end)
        if first < 0 or stop <= first or end - start < _FEWEST:
            return
        if words.ends[first] <= start:
            first += 1
        lexicon = self._lexicon
        while first < stop - 1 and not words.capital[first]:
            lower = words.lower[first]
            if lower in lexicon.heads and not (
                lower in lexicon.before and words.capital[first + 1]
            ):
                break
            first += 1  # `le fleuve [Corvel]`, `mouvement [Zorvel]`
        if lexicon.head_at(words.lower, first)[0] == first:
            # `Zorvel [pour l'Asie]`: only a noun of a body has a purpose in its name.
            stop = next((k for k in range(first + 1, stop) if words.lower[k] in FOR), stop)
        if words.spaced(first) and words.lower[first - 1] in self._streets and words.capital[first]:
            self._add(first - 1, stop, "street")  # `rue Corvel`
        elif first < stop:
            self._add(first, stop, "")

    def _add(self, first: int, stop: int, feature: str, *, named: bool = False) -> Candidate | None:
        """A candidate of some words, if it may be one; ``named``: whatever they were taken for."""
        words = self._words
        start, end = words.starts[first], words.ends[stop - 1]
        candidate = self._found.get((start, end))
        if candidate is None:
            if not named and not self._may_be(first, stop, start, end):
                return None
            key = " ".join(self._folded[first:stop])
            candidate = Candidate(first, stop, start, end, key)
            house = words.capital[first] and words.lower[first] in self._lexicon.houses
            candidate.headed = house or self._lexicon.head_at(words.lower, first)[0] > first
            candidate.entries = self._known.of(key)
            if key in self._lexicon.directions or key in self._lexicon.thing_names:
                # `le Nord` is a region in a text of its country alone, and not of another place.
                side = key in self._lexicon.directions and is_side(words, stop, self.place_stop)
                if side:
                    return None
                candidate.entries = tuple(
                    e for e in candidate.entries if e.country == self._country
                )
            wide = any(e.label == LOC and e.kind != "commune" for e in candidate.entries)
            if first in self._offices and not wide and feature != "thing_name":
                return None
            if stop - first == 1:
                candidate.entries = self._written(candidate.entries, first)
            self._found[start, end] = candidate
        if feature:
            candidate.found.add(feature)
        return candidate

    def _may_be(self, first: int, stop: int, start: int, end: int) -> bool:
        words, text = self._words, self._words.text
        if end - start < _FEWEST:
            return False
        if text[start - 1 : start] == "(" and self._folded[first].startswith(self._lexicon.notes):
            return False  # `(Applaudissements à gauche.)`
        if next(self._lexicon.no_names.at(words.lower, first), None) is not None:
            return False  # `l'État de droit`, `banque de données`, `Eu égard`
        if (
            " ".join(words.lower[max(0, first - 3) : first]) in _CHIEF
            and words.lower[first] in STATE
        ):
            return False  # `le chef de l'État`
        small = words.forms[first] in self._small or words.lower[first] in MINISTRY
        if not (small or any(words.capital[first:stop])):
            return False
        if stop - first > 1 and _BROKEN.search(text, start, end):
            return False
        if _FIGURES.search(text, start, end) or _CENTURY.fullmatch(text, start, end):
            return False  # `Mle 46 726 B`, `XXIe`
        if self._overlaps(start, end):
            return False
        function = role_lexicon().heads.match(words.lower, first)
        return function <= first or words.lower[first] in self._lexicon.heads
