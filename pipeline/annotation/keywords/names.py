"""The names of a document that keywords may be: people, places, bodies and what the model names."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc

from pipeline.annotation.places_and_bodies.values import ORGANISATIONS, PLACES
from pipeline.annotation.reading import text_of
from pipeline.annotation.values import PEOPLE

_LONGEST = 60


class Name(NamedTuple):
    """A name at a place of the text: first character, one past the last, how a keyword shows it."""

    start: int
    end: int
    shown: str


def names_of(doc: Doc) -> list[Name]:
    """The names of a document in order, none over another.

    A person is shown by the full name wherever the text names him or her; of two names over one
    place, people come first, then the longer.
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
        if any(covered[start:end]):
            continue
        covered[start:end] = b"\1" * (end - start)
        names.append(Name(start, end, people.get((start, end)) or " ".join(surface.split())))
    return sorted(names)


def _longest_first(place: tuple[int, int]) -> tuple[int, int]:
    return place[0] - place[1], place[0]
