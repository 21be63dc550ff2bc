"""The names of a document that keywords may be: people, places, bodies and what the model names."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from babel import Locale
from spacy.tokens import Doc

from hemicycle.annotation.keywords.keys import Keys
from hemicycle.annotation.keywords.title import in_usual_case, is_in_capitals, is_shouted
from hemicycle.annotation.people.lexicon import is_common
from hemicycle.folding import fold
from hemicycle.kinds.organisations import ORGANISATIONS
from hemicycle.kinds.people import PEOPLE
from hemicycle.kinds.places import PLACES
from hemicycle.kinds.speeches import SPEECHES
from hemicycle.reading.cache import text_of
from hemicycle.reading.openings import opens
from hemicycle.reading.reading import Reading, reading_of

_LONGEST = 60
_ARTICLE = re.compile(r"(?:L['’]|L[ea]s?[ \u00a0])(?=[A-ZÉÎ])")
_BLANK_LINE = re.compile(r"\n\s*\n")
_LONGEST_ACRONYM = 2
# Acronyms of one word have no more letters (`UNESCO`).
_LETTERS = 6
# `ministre du Travail`: half of what an office is called.
_OFFICE = re.compile(
    r"\b(?:ministre|secrétaire d['’]État)\b[^.,;:\n]{0,20}\b(?:du|des?|à) (?:la |l['’])?$"
)
_REACH = 45
# `Madame la Présidente`: whom a speaker turns to.
_LABEL = re.compile(r"[ \u00a0]?\([A-ZÉ]{1,6}(?:[-–, ]{1,2}[A-ZÉ]{1,6})?\)")
_TO_OFFICE = re.compile(
    r"\b(?:MM?\.|Mmes?|Monsieur|Madame|Messieurs|Mesdames)[ \u00a0](?:l[ea]s?[ \u00a0]|l['’])"
    r"(?:vice-)?[^\W\d_]+(?:[ \u00a0](?:ministre|d['’]État))?"
)
_BEFORE_LABEL = re.compile(r"(?:MM?\.|Mmes?)[ \u00a0]")
_BEHIND_LABEL = re.compile(r"(?:, [^.\n]{3,80}| \([^()\n]{1,40}\))?\. ")
# What stands between two persons of a list.
_AND = re.compile(r"(?:[\s,;]|et|MM?\.|Mmes?|Mlles?|\([^()]{1,30}\))*")
_LIST = 3
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


def names_of(doc: Doc, keys: Keys) -> list[Name]:
    """The names of a document in order, none over another.

    A person is shown by the full name wherever the text names him or her, a country as Unicode's
    CLDR spells it (`Etats-Unis`, `ÉTATS-UNIS`); of two names over one place, people come first,
    then the longer.

    Args:
        doc: the document.
        keys: where people, organisations and places are in ``doc.spans``.
    """
    text = text_of(doc)
    persons = (m for m in PEOPLE.read(doc, keys.people) if m.value.mention == "name")
    people = {(m.start, m.end): m.value.name for m in persons}
    others = {(ent.start_char, ent.end_char) for ent in doc.ents}
    for kind, key in ((ORGANISATIONS, keys.organisations), (PLACES, keys.places)):
        others.update((mention.start, mention.end) for mention in kind.read(doc, key))
    places = sorted(people, key=_longest_first)
    places += sorted(others - people.keys(), key=_longest_first)
    covered = bytearray(len(text))
    reading = reading_of(doc)
    names = []
    for start, end in places:
        surface = text[start:end]
        if not 2 <= len(surface) <= _LONGEST or ":" in surface or not surface[0].isupper():
            continue
        if _BLANK_LINE.search(surface):
            continue
        if (start, end) not in people and (
            _is_no_name(text, start, end) or _is_also_common(surface, reading)
        ):
            continue
        if any(covered[start:end]):
            continue
        covered[start:end] = b"\1" * (end - start)
        person = people.get((start, end))
        shown = person or _country(surface) or _calm(surface)
        names.append(Name(start, end, shown, person is not None))
    return sorted(names)


def in_lists(text: str, names: list[Name]) -> set[int]:
    """Where the names of persons start that stand in a list of three or more (`Présents : ...`)."""
    found: set[int] = set()
    chain: list[Name] = []
    for name in names:
        if not name.person:
            continue
        if chain and not _AND.fullmatch(text, chain[-1].end, name.start):
            chain = []
        chain.append(name)
        if len(chain) >= _LIST:
            found.update(one.start for one in chain[-_LIST:])
    return found


def labels_of(text: str, names: list[Name]) -> list[tuple[int, int]]:
    """The parties and constituencies in parentheses behind persons: `(LR)`, `(S, VD)`."""
    found = (_LABEL.match(text, name.end) for name in names if name.person)
    return [match.span() for match in found if match]


def addresses_of(text: str) -> list[tuple[int, int]]:
    """Whom a speaker turns to, or speaks of, by office: `Mme la présidente`."""
    return [match.span() for match in _TO_OFFICE.finditer(text)]


def speakers_of(doc: Doc, names: list[Name], keys: Keys, asking: set[str]) -> list[tuple[int, int]]:
    """The names of persons who speak themselves in a text, wherever they stand.

    Args:
        doc: the document.
        names: its names.
        keys: where turns are in ``doc.spans``.
        asking: others who speak: those who ask what it tells.
    """
    text = text_of(doc)
    speaking = {turn.value.speaker for turn in SPEECHES.read(doc, keys.speeches)} | asking
    speaking.update(n.shown for n in names if n.person and _opens_as_label(text, n))
    return [(n.start, n.end) for n in names if n.person and n.shown in speaking]


def _opens_as_label(text: str, name: Name) -> bool:
    """Whether a line opens with a name and a full stop behind it: `Mme Odile Roy. Merci.`"""
    line = text.rfind("\n", 0, name.start) + 1
    return bool(
        _BEFORE_LABEL.fullmatch(text, line, name.start) and _BEHIND_LABEL.match(text, name.end)
    )


def _country(surface: str) -> str | None:
    """The country that a name is of, also where the model took its article for part of it."""
    return _countries().get(fold(_ARTICLE.sub("", surface, count=1)))


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
        or _is_sentence(text, start, words)
        or _OFFICE.search(text, max(0, start - _REACH), start)
        or (len(words) > _LONGEST_ACRONYM and is_in_capitals(surface))
    ):
        return True
    if len(words) > 1:
        return False
    return is_shouted(surface) or (opens(text, start) and is_common(surface.lower()))


def _is_sentence(text: str, start: int, words: list[str]) -> bool:
    """Whether the only capital of some words is that of a sentence (`Au-delà des mesures`)."""
    return (
        len(words) > 1
        and opens(text, start)
        and "".join(words)[1:].islower()
        and is_common(words[0].lower().split("'")[-1].split("’")[-1])
    )


def _calm(surface: str) -> str:
    """A name on one line, in usual case unless it may be an acronym."""
    return " ".join(in_usual_case(w) if len(w) > _LETTERS else w for w in surface.split())


def _pairs(reading: Reading) -> frozenset[tuple[str, str]]:
    """The pairs of neighbouring words."""
    return frozenset(pairwise(reading.words.forms))


def _is_also_common(surface: str, reading: Reading) -> bool:
    """Whether a text writes the words of a name in small letters as well (`Conseil Municipal`)."""
    pairs = list(pairwise(surface.lower().split()))
    return bool(pairs) and all(
        pair in reading.once(_pairs) and "".join(pair).islower() for pair in pairs
    )


def _longest_first(place: tuple[int, int]) -> tuple[int, int]:
    return place[0] - place[1], place[0]
