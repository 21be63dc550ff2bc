"""The names of a document that keywords may be: people, places, bodies and what the model names."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from babel import Locale
from spacy.tokens import Doc

from pipeline.annotation.keywords.title import is_in_capitals
from pipeline.annotation.openings import opens
from pipeline.annotation.people.lexicon import is_common
from pipeline.annotation.people.words import fold
from pipeline.annotation.places_and_bodies.values import ORGANISATIONS, PLACES
from pipeline.annotation.reading import text_of
from pipeline.annotation.values import PEOPLE

_LONGEST = 60
_LONGEST_ACRONYM = 2
# `ministre du Travail`: half of what an office is called.
_OFFICE = re.compile(
    r"\b(?:ministre|secrétaire d['’]État)\b[^.,;:\n]{0,20}\b(?:du|des?|à) (?:la |l['’])?$"
)
_REACH = 45
# `Madame la Présidente`: whom a speaker turns to.
_ADDRESS = re.compile(
    r"(?:M(?:M|mes?|onsieur|adame|essieurs|esdames)?|(?:Son|Leurs?|Votre|Sa) "
    r"(?:Excellence|Altesse|Majesté|Éminence)s?)\b(?!-)"
)


class Name(NamedTuple):
    """A name at a place of the text.

    Attributes:
        start: first character, from 0.
        end: one past the last.
        shown: how a keyword shows it.
        person: whether a person bears it.
    """

    start: int
    end: int
    shown: str
    person: bool = False


def names_of(doc: Doc) -> list[Name]:
    """The names of a document in order, none over another.

    A person is shown by the full name wherever the text names him or her, a country as Unicode's
    CLDR spells it (`Etats-Unis`, `ÉTATS-UNIS`); of two names over one place, people come first,
    then the longer.
    """
    text = text_of(doc)
    people = {(m.start, m.end): m.value.name for m in PEOPLE.read(doc) if m.value.mention == "name"}
    others = {(ent.start_char, ent.end_char) for ent in doc.ents}
    for kind in (ORGANISATIONS, PLACES):
        others.update((mention.start, mention.end) for mention in kind.read(doc))
    places = sorted(people, key=_longest_first)
    places += sorted(others - people.keys(), key=_longest_first)
    covered = bytearray(len(text))
    names = []
    for start, end in places:
        surface = text[start:end]
        if not 2 <= len(surface) <= _LONGEST or ":" in surface or not surface[0].isupper():
            continue
        if (start, end) not in people and _is_no_name(text, start, end):
            continue
        if any(covered[start:end]):
            continue
        covered[start:end] = b"\1" * (end - start)
        person = people.get((start, end))
        shown = person or _countries().get(fold(surface)) or " ".join(surface.split())
        names.append(Name(start, end, shown, person is not None))
    return sorted(names)


@cache
def _countries() -> dict[str, str]:
    names = Locale("fr").territories
    return {fold(name): name for code, name in names.items() if not code.isdigit()}


def _is_no_name(text: str, start: int, end: int) -> bool:
    """Whether the model took for a name a word of address, a heading, or a word that a line or
    sentence opens with (`Prononcé`)."""
    surface = text[start:end]
    words = surface.split()
    if (
        _ADDRESS.match(surface)
        or _OFFICE.search(text, max(0, start - _REACH), start)
        or (len(words) > _LONGEST_ACRONYM and is_in_capitals(surface))
    ):
        return True
    return len(words) == 1 and opens(text, start) and is_common(surface.lower())


def _longest_first(place: tuple[int, int]) -> tuple[int, int]:
    return place[0] - place[1], place[0]
