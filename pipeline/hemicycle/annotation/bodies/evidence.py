"""Collects what is seen of the candidates of one text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from hemicycle.annotation.bodies.acronyms import is_acronym
from hemicycle.annotation.bodies.candidates import LOC, ORG, Candidate
from hemicycle.annotation.bodies.gazetteer import Entries, Entry
from hemicycle.annotation.bodies.kinds_told import kind_told
from hemicycle.annotation.bodies.lexicon import BodyWords
from hemicycle.annotation.entities.located import Place
from hemicycle.annotation.people.lexicon import Lexicon, is_common
from hemicycle.knowledge.grammar import (
    AUXILIARIES,
    INTO,
    JOINING,
    MANY,
    NOT,
    OF,
    OF_THE,
    PLAIN_OF,
    REFLEXIVE,
    THE,
    THE_ELIDED,
    THESE,
    unelided,
)
from hemicycle.knowledge.lists import listed
from hemicycle.reading.openings import is_dateline, opens
from hemicycle.reading.words import Words

_LABELS = {"ORG": "model_org", "LOC": "model_loc", "PER": "model_per", "MISC": "model_misc"}
_JOINING = frozenset({"&", "/"})
_BOUNDING = frozenset({"grammar", "grammar_lower", "grammar_small_head", "explains"})
_PLURAL = MANY | THESE
# Before a verb: `a déclaré`, `n'a`.
_HELPERS = AUXILIARIES | NOT | REFLEXIVE
_PLACED = frozenset({"known_place", "known_country"})
_SHOUTED = 5  # letters of a word in capitals that is a common one: no acronym
_GROWN = ("grammar", "head_")
_UNITS = frozenset({"department", "commune", "region"})
_SMALL = 20  # thousands of inhabitants
_WIDE_KINDS = frozenset({"country", "other"})
_OPENED = re.compile(r"\s\(\s?$")
_SMALL_WORD = re.compile(r"([a-zà-öø-ÿœ][\w-]*|L[ae]s?|L(?=['’]))(?:['’]|\s+)")
_CHIEF = listed("bodies", "offices", "chief")
_LITTLE = unelided(JOINING)
_QUOTED = re.compile(r"[«“\"]\s?$")


class Evidence:
    """What is seen in one text."""

    def __init__(
        self,
        words: Words,
        lexicon: BodyWords,
        people: Lexicon,
        entities: list[Place],
        persons: list[tuple[int, int]],
        country: str,
    ) -> None:
        """Tell what the features look at.

        Args:
            words: the text's words.
            lexicon: the words of bodies and places.
            people: the words of people.
            entities: the recogniser's entities, in order.
            persons: where people are named, in order.
            country: that of the document, empty if unknown.
        """
        self._words = words
        self._lexicon = lexicon
        self._people = people
        self._entities = entities
        self._starts = [start for start, _, _ in entities]
        self._person_ends = {end for _, end in persons}
        self._country = country

    def see(self, candidate: Candidate) -> None:
        """Add what is seen of a candidate to what found it."""
        found = candidate.found
        found.update(self._known(candidate))
        found.update(self._form(candidate))
        found.add(self._model(candidate))
        found.update(self._before(candidate))
        if "member_of" in found and "known_body" not in found and _PLACED & found:
            # `le député de [D'Arcy-McGee]`, a riding and no party.
            found.remove("member_of")
            found.add("place_of")
        found.update(self._around(candidate))
        if "dateline" in found:
            found.difference_update(("opening_alone", "acronym"))

    def _known(self, candidate: Candidate) -> Iterator[str]:
        entries, key = candidate.entries, candidate.key
        bodies = [e for e in entries if e.label == ORG]
        places = [e for e in entries if e.label == LOC]
        if bodies:
            yield "known_body"
        if places:
            wide = any(e.kind in _WIDE_KINDS for e in places)
            yield "known_country" if wide else "known_place"
            if bodies:
                yield "known_both"
        if self._country and any(e.country == self._country for e in entries):
            yield "of_country"
        elif not bodies and _are_small_towns(places):
            yield "small_town"
        plain = key.replace("' ", "'")
        if plain in self._people.places:
            yield "usual_place"
        elif plain in self._people.never_people:
            yield "usual_body"

    def _form(self, candidate: Candidate) -> Iterator[str]:
        words, first, stop = self._words, candidate.first, candidate.stop
        form = words.forms[first]
        if stop - first == 1:
            placed = found_in(candidate.entries, LOC)
            shouted = len(form) >= _SHOUTED and is_common(words.lower[first])
            if is_acronym(form) and not (shouted and not candidate.entries) and not placed:
                yield "acronym"
                if any(c.isdigit() for c in form):
                    yield "digit"
            elif placed:
                candidate.found.discard("acronym")
            elif form.isupper() and len(form) > 1:
                yield "capitals"
            usual = candidate.key in self._people.places
            if not usual and "head_alone" not in candidate.found and is_common(words.lower[first]):
                yield "common"
                if opens(words.text, candidate.start):
                    yield "opening_word"
            if placed and is_common(words.lower[first]) and self._opens_as_word(candidate):
                yield "opening_word"
            shown = candidate.entries or "head_alone" in candidate.found
            if not shown and opens(words.text, candidate.start):
                yield "opening_alone"
            if not placed and self._is_people(candidate):
                yield "demonym"
            if placed and self._is_adjacent(first):
                yield "adjacent"
        else:
            yield from self._several(candidate)
        if "grammar_small_head" in candidate.found and candidate.place_complement:
            yield "of_place"
        plain = candidate.key.replace("' ", "'")
        if plain in self._lexicon.holidays:
            yield "holiday"
        if plain in self._lexicon.thing_names or self._has_thing_head(candidate):
            yield "thing_name"

    def _has_thing_head(self, candidate: Candidate) -> bool:
        """Whether several words begin with the noun of a thing: `[Plan Corvel]`."""
        words, lexicon, first = self._words, self._lexicon, candidate.first
        if candidate.stop - first == 1 or candidate.entries:
            return False
        if words.lower[candidate.stop - 1] in lexicon.thing_ends:
            return True
        if "explains" in candidate.found:
            return False
        head = lexicon.head_at(words.lower, first)[0] > first
        thing = words.lower[first] in lexicon.things - lexicon.houses
        return thing and not head

    def _several(self, candidate: Candidate) -> Iterator[str]:
        """What is seen of a phrase of several words."""
        words, first, stop = self._words, candidate.first, candidate.stop
        if not candidate.entries:
            yield "many"
        if all(words.capital[first:stop]):
            yield "capital_words"
        known = bool(candidate.entries) or any(f.startswith(_GROWN) for f in candidate.found)
        if not known and "explains" not in candidate.found:
            if self._people.knows_first_name(words.forms[first]) and words.capital[stop - 1]:
                yield "first_name"
            if opens(words.text, candidate.start) and not any(words.capital[first + 1 : stop]):
                yield "opening_alone"

    def _opens_as_word(self, candidate: Candidate) -> bool:
        """Whether a common word that opens a sentence is a place's name too: `[Cher] collègue`."""
        if not opens(self._words.text, candidate.start):
            return False
        return all(entry.kind in _UNITS for entry in candidate.entries)

    def _is_people(self, candidate: Candidate) -> bool:
        """Whether one word is a people, known or by its ending and a plural before it."""
        words, first = self._words, candidate.first
        form = words.forms[first]
        if self._people.is_demonym(form) or words.lower[first] in self._lexicon.peoples:
            return not form.isupper()
        plural = words.spaced(first) and words.lower[first - 1] in _PLURAL
        listed = words.spaced(first) and words.lower[first - 1] in PLAIN_OF
        ending = form.endswith(self._people.demonym_endings)
        return ending and not candidate.entries and (plural or (listed and form[-1] == "s"))

    def _is_adjacent(self, index: int) -> bool:
        """Whether another word with a capital stands beside a word."""
        words = self._words
        if index + 1 < len(words) and words.spaced(index + 1) and words.capital[index + 1]:
            return True
        before = index - 1
        return words.spaced(index) and words.capital[before] and not words.begins_sentence(before)

    def _model(self, candidate: Candidate) -> str:
        start, end = candidate.start, candidate.end
        low = max(0, bisect_right(self._starts, start) - 1)
        high = bisect_left(self._starts, end)
        near = ""
        for first, last, label in self._entities[low:high]:
            if first >= end or last <= start:
                continue
            for begin in (first, self._bare(first, last)):
                shared = min(last, end) - max(begin, start)
                if shared * 4 >= 3 * (max(last, end) - min(begin, start)):
                    return _LABELS.get(label, "model_misc")
            near = "model_inside"
        return near or "model_silent"

    def _bare(self, start: int, end: int) -> int:
        """Where an entity begins without the little words and the noun of a site that lead to its
        name: `La [France]`, `de l'[Aude]`, `canal de [Corvel]`."""
        lexicon = self._lexicon
        while found := _SMALL_WORD.match(self._words.text, start, end):
            word = found[1].lower()
            if not (word in _LITTLE or word in lexicon.sites or word in lexicon.place_before):
                break
            start = found.end()
        return start

    def _before(self, candidate: Candidate) -> Iterator[str]:
        """What the words before it are."""
        words, lexicon, first = self._words, self._lexicon, candidate.first
        if not words.spaced(first):
            yield "no_article"
            return
        previous = words.lower[first - 1]
        index = first - 1
        if self._is_any(candidate, previous):
            yield "indefinite"
        tied = previous in OF
        if previous in THE or previous in THE_ELIDED:
            yield "elided" if previous in THE_ELIDED else "article"
            index -= 1
            tied = index >= 0 and words.lower[index] in OF and words.spaced(index + 1)
        elif previous in INTO:
            yield "in"
        elif previous in lexicon.leading:
            yield "leading"
        elif tied:
            yield "article" if previous in OF_THE else "of"
        else:
            yield "no_article"
        noun = index - 1 if tied else index
        if noun < 0 or (noun + 1 < len(words) and not words.spaced(noun + 1)):
            return
        led = list(self._noun(words.lower[noun], tied=tied, close=noun == first - 1))
        known = candidate.entries or candidate.headed
        if not (led or known) and kind_told(words, self._lexicon, first):
            led = ["body_before"]  # `le parti de droite [Corvel]`
        yield from led

    def _is_any(self, candidate: Candidate, previous: str) -> bool:
        """Whether the word before makes a name one of its kind: `un [État]`, `ces [XRV]`."""
        lone = candidate.stop - candidate.first == 1
        if lone and self._words.lower[candidate.first] in self._lexicon.alone:
            return previous in self._lexicon.before_kinds
        if "head_described" in candidate.found and not candidate.entries:
            return previous in self._lexicon.before_any
        if "acronym" not in candidate.found or candidate.entries:
            return False
        return previous in self._lexicon.before_acronyms or previous.isdecimal()

    def _noun(self, noun: str, *, tied: bool, close: bool) -> Iterator[str]:
        lexicon = self._lexicon
        if (noun in lexicon.offices and tied) or (noun in _CHIEF and tied):
            yield "office_before"
        elif (noun in lexicon.place_before or noun in lexicon.sites) and (tied or close):
            yield "place_before"
        elif noun in lexicon.before and close:
            yield "body_before"
        elif noun in lexicon.things | lexicon.products and close:
            yield "thing_before"
        elif tied and noun in lexicon.place_of:
            yield "place_of"
        elif tied and (noun in lexicon.members or noun in lexicon.kinds_of):
            yield "member_of"

    def _goes_on(self, candidate: Candidate) -> bool:
        """Whether a name that nobody knows and no grammar bounds seems cut: `of` and a capital, or
        a mark that joins, stand behind it."""
        words, k = self._words, candidate.stop
        bounded = candidate.entries or not _BOUNDING.isdisjoint(candidate.found)
        if bounded or candidate.stop - candidate.first == 1 or k + 1 >= len(words):
            return False
        if words.gap(k).strip() in _JOINING:
            return True
        if not words.spaced(k) or words.lower[k] not in OF:
            return False
        k += 1 + (words.lower[k + 1] in THE or words.lower[k + 1] in THE_ELIDED)
        return k < len(words) and words.capital[k]

    def _around(self, candidate: Candidate) -> Iterator[str]:
        words, text = self._words, self._words.text
        start, end = candidate.start, candidate.end
        headed = any(f.startswith(_GROWN) for f in candidate.found)
        if is_dateline(text, start, end) or (not headed and _is_line_head(text, start, end)):
            yield "dateline"
        before = text[max(0, start - 3) : start]
        if _OPENED.search(before) and text[end : end + 1] in {")", ",", " "}:
            opened = start - len(before) + before.rindex("(")
            named = _last(text, opened) in self._person_ends
            if "riding" in candidate.found:
                pass
            elif named and text[end : end + 1] in {")", ","}:
                yield "party_bracket"
            else:
                yield "bracket"
        elif _QUOTED.search(before):
            yield "quoted"
        k = candidate.stop
        if self._goes_on(candidate):
            yield "goes_on"
        if k < len(words) and words.spaced(k):
            lower = words.lower[k]
            if lower in _HELPERS and k + 1 < len(words):
                k += 1
                lower = words.lower[k]
            if lower in self._people.speech or lower in self._people.acts:
                yield "says"


def _is_line_head(text: str, start: int, end: int) -> bool:
    """Whether capitals open a line before a dash: ``MORLIEU - La première matinée``."""
    if start and text[start - 1] != "\n":
        return False
    return text[start:end].isupper() and text[end : end + 3].strip() in {"-", "–", "—"}


def found_in(entries: Entries, label: str) -> bool:
    """Whether the gazetteer has a body or a place among some entries, by its label."""
    return any(entry.label == label for entry in entries)


def _are_small_towns(places: list[Entry]) -> bool:
    """Whether there are some, and all are."""
    small = (entry.kind == "commune" and entry.size < _SMALL for entry in places)
    return bool(places) and all(small)


def _last(text: str, end: int) -> int:
    """One past the last character before a place that is no blank."""
    while end and text[end - 1].isspace():
        end -= 1
    return end
