"""Functions that stand for a person: `le garde des Sceaux`, `la ministre`, `M. le rapporteur`.

A mention is made of a definite function that stands with no name, when the document says who
holds it: a person with that function, with another name of the same office, or with the same
country (`le président américain`, `président des États-Unis`). The holder named last is preferred.
Where nobody holds it and one person alone has been named so far, that person is meant if the
gender of the noun allows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from pipeline.annotation.mentions import Mention
from pipeline.annotation.people.attachment import Attachment
from pipeline.annotation.people.finder import Found
from pipeline.annotation.people.lexicon import lexicon
from pipeline.annotation.people.linking import NameMention
from pipeline.annotation.people.roles import Role, role_lexicon
from pipeline.annotation.people.words import fold
from pipeline.annotation.values import Person
from pipeline.resources import load_csv

_DEFINITE = frozenset("le la l' du au ce cet cette m mme monsieur madame".split())
_MODIFIERS = frozenset(
    "nouveau nouvel nouvelle ancien ancienne ex futur future actuel actuelle sortant sortante".split()
)
_EMPTY = frozenset("de du des d l la le les a au aux en et pour".split())
_COMPLEMENT = frozenset("de du des d a au aux charge chargee".split())
_LONGEST_ADDRESS = 12
_NEXT_LINE = 400
_PREDICATIVE = frozenset({"est", "sera", "était", "fut", "devient", "deviendra", "serait", "être"})
_PRESIDENCY = re.compile(r"présidence\s+de\s+(?:M\.|Mme|monsieur|madame)?\s*$", re.IGNORECASE)
_IMPLYING = re.compile(r"\b(\w+)\s+(?:de\s+|d['’])?(?:M\.|Mme)?\s*$")
_ALIAS = re.compile(r"\s*\((?:ci-après,?\s*)?[«\"“]\s*(?:l[ea]\s+|l['’])$")
_PROSPECTIVE = frozenset({"futur", "future"})


def role_mentions(
    found: Found, attachment: Attachment, names: list[NameMention], canonical: list[str]
) -> list[Mention[Person]]:
    """The role mentions whose person the document names, in order."""
    holders = _Holders()
    for mention, name in zip(names, canonical, strict=True):
        holders.name(mention.start, name)
        if _PRESIDENCY.search(found.words.text, max(0, mention.start - 40), mention.start):
            gender = lexicon().honorifics.get(mention.honorific, "")
            holders.add(mention.start, "présidente" if gender == "f" else "président", name)
        implying = _IMPLYING.search(found.words.text, max(0, mention.start - 40), mention.start)
        implied = implying and role_lexicon().implied.get(implying[1].lower())
        if implied:
            holders.imply(mention.start, implied, name)
        for held in mention.role.split(", ") if mention.role else ():
            holders.add(mention.start, held, name)
    words = found.words
    _add_aliases(found, attachment, holders, names, canonical)
    holders.sort()
    speakers = _speaker_lines(found, names, canonical)
    mentions = []
    for role in attachment.roles:
        if role.start in attachment.taken or not _is_definite(found, role):
            continue
        start, end = words.starts[role.start], words.ends[role.end - 1]
        text = found.reader.normalised(role)
        written = words.text[words.starts[role.head] : words.ends[role.head_end - 1]]
        head = fold(" ".join(written.split())).removeprefix("ex-")
        person = _given_the_floor(found, role, speakers) or holders.who(
            start, head, fold(text), words.lower[role.start - 1]
        )
        if person:
            mentions.append(Mention(start, end, "PER", Person(person, text, "role")))
    return mentions


def _add_aliases(
    found: Found,
    attachment: Attachment,
    holders: _Holders,
    names: list[NameMention],
    canonical: list[str],
) -> None:
    """`M. X (« le requérant »)` makes X the holder from there on."""
    words = found.words
    ends = [mention.end for mention in names]
    for role in attachment.roles:
        start = words.starts[role.start]
        index = bisect_left(ends, start) - 1
        if index >= 0 and start - ends[index] < 25:
            if _ALIAS.fullmatch(words.text, ends[index], start):
                holders.add(start, found.reader.normalised(role), canonical[index])


def _speaker_lines(
    found: Found, names: list[NameMention], canonical: list[str]
) -> list[tuple[int, str]]:
    """The people whose name opens a line of a sitting (`Mme X, ministre. …`), by character."""
    text = found.words.text
    lines = []
    for mention, name in zip(names, canonical, strict=True):
        line = text.rfind("\n", 0, mention.start) + 1
        if mention.start - line <= _LONGEST_ADDRESS and mention.honorific:
            lines.append((mention.start, name))
    return lines


def _given_the_floor(found: Found, role: Role, speakers: list[tuple[int, str]]) -> str:
    """Who speaks next after `La parole est à Mme la ministre`, empty if it is no such phrase."""
    words = found.words
    if words.lower[max(0, role.start - 6) : role.start].count("parole") == 0:
        return ""
    place = words.ends[role.end - 1]
    index = bisect_left(speakers, (place, ""))
    if index < len(speakers) and speakers[index][0] - place < _NEXT_LINE:
        return speakers[index][1]
    return ""


def _is_definite(found: Found, role: Role) -> bool:
    """Whether a determiner before the role says that one known person is meant."""
    words = found.words
    if role.start == 0 or found.reader.is_plural(role) or found.reader.is_open(role):
        return False
    following = words.lower[role.end] if role.end < len(words) else ""
    if words.lower[role.start] in _PROSPECTIVE or (
        following in {"élu", "élue"} and words.lower[role.head] in {"président", "présidente"}
    ):
        return False
    if role.start > 1 and words.lower[role.start - 2] in _PREDICATIVE:
        return False
    alone = role.end == role.head_end == role.head + 1
    if alone and fold(words.lower[role.head]) in role_lexicon().vague:
        return False
    return words.lower[role.start - 1] in _DEFINITE


@cache
def _countries() -> dict[str, frozenset[str]]:
    """Adjective of a country, neuter and folded, to the words of the country's name."""
    return {
        _neuter(fold(row["adjective"])): frozenset(fold(row["country"]).replace("-", " ").split())
        for row in load_csv("lexicons", "people", "demonyms.csv")
    }


def _content(role: str) -> frozenset[str]:
    """The words of a folded role that tell it from another, with countries for adjectives."""
    words: set[str] = set()
    for word in role.replace("'", " ").split():
        plain = word.removeprefix("ex-")
        if plain in _MODIFIERS or plain in _EMPTY:
            continue
        neuter = _neuter(plain)
        pieces = frozenset(plain.split("-"))
        words |= _countries().get(neuter, pieces)
    return frozenset(_neuter(word) for word in words)


@dataclass(frozen=True, slots=True)
class _Holding:
    """A person is given a role at a character of the text."""

    place: int
    role: str
    person: str


class _Holders:
    """Who holds which function, and from where in the text this is known."""

    def __init__(self) -> None:
        self._by_head: defaultdict[str, list[_Holding]] = defaultdict(list)
        self._named: list[tuple[int, str]] = []
        self._implied: list[tuple[int, str, str]] = []
        self._same = role_lexicon().same_office

    def name(self, place: int, person: str) -> None:
        """A person is named at a place."""
        self._named.append((place, person))

    def add(self, place: int, role: str, person: str) -> None:
        """A person is given a role at a place."""
        folded = fold(role)
        self._by_head[_head(folded)].append(_Holding(place, folded, person))

    def imply(self, place: int, role: str, person: str) -> None:
        """A person seems to hold a role: used where nobody is said to."""
        self._implied.append((place, role, person))

    def sort(self) -> None:
        """Bring everything in the order of the text."""
        for place, role, person in self._implied:
            if _head(fold(role)) not in self._by_head:
                self.add(place, role, person)
        self._named.sort()
        for known in self._by_head.values():
            known.sort(key=lambda holding: holding.place)

    def who(self, place: int, head: str, role: str, determiner: str) -> str:
        """The holder of a role at a place, empty if the text does not say."""
        offices = [role, *sorted(self._same.get(role, ())), *sorted(self._same.get(head, ()))]
        for office in offices:
            for fitting in self._fitting(office, exact=office is role):
                person = self._nearest(place, fitting)
                if person:
                    return person
        person = self._alike(role)
        if person:
            return person
        if any(self._by_head.get(_head(office)) for office in offices):
            return ""
        return self._only_one(place, determiner)

    def _alike(self, role: str) -> str:
        """The one holder of the noun, if the rest are adjectives (`la députée locale`)."""
        if _COMPLEMENT & set(role.replace("'", " ").split()):
            return ""
        if any(_neuter(word) in _countries() for word in role.split()):
            return ""
        noun = _noun(role)
        people = {h.person for h in self._by_head.get(_head(role), ()) if _noun(h.role) == noun}
        return people.pop() if len(people) == 1 else ""

    def _fitting(self, role: str, *, exact: bool) -> tuple[list[_Holding], list[_Holding]]:
        """Those with the same noun, of the same gender: with all that is said, then with less."""
        wanted = _content(role)
        noun = _noun(role)
        fuller: list[_Holding] = []
        shorter: list[_Holding] = []
        for holding in self._by_head.get(_head(role), ()):
            held = _content(holding.role)
            if exact and _noun(holding.role) != noun:
                continue
            if wanted <= held:
                fuller.append(holding)
            elif held <= wanted and not _is_former(holding.role):
                shorter.append(holding)
        return fuller, shorter

    def _nearest(self, place: int, known: list[_Holding]) -> str:
        """The holder named last before the place, or the only one named after it."""
        people = {holding.person for holding in known}
        if len(people) == 1:
            return people.pop()
        before = [holding.person for holding in known if holding.place < place]
        return before[-1] if before else ""

    def _only_one(self, place: int, determiner: str) -> str:
        """The one person named so far, if the gender allows."""
        before = {person for at, person in self._named if at < place}
        if len(before) != 1:
            return ""
        person = before.pop()
        gender = lexicon().gender(person.split()[0]) if " " in person else ""
        masculine = determiner in {"le", "du", "au", "ce", "m", "monsieur"}
        feminine = determiner in {"la", "cette", "mme", "madame"}
        if not gender or (gender == "f" and masculine) or (gender == "m" and feminine):
            return ""
        return person


def _is_former(role: str) -> bool:
    """Whether a folded role is one of the past."""
    return role.startswith(("ancien", "ex-", "ex "))


def _noun(role: str) -> str:
    """The head noun of a folded role as written."""
    words = [w.removeprefix("ex-") for w in role.split()]
    words = [w for w in words if w not in _MODIFIERS and w != "ex"]
    if words and words[0] in {"premier", "premiere"}:
        return " ".join(words[:2])  # `premier ministre`, `première présidente`
    return words[0] if words else role


def _head(role: str) -> str:
    """The head noun of a folded role, masculine and feminine alike."""
    return _neuter(_noun(role))


def _neuter(word: str) -> str:
    """A noun or adjective without the marks of gender."""
    for ending, base in (
        ("trice", "teur"),
        ("euse", "eur"),
        ("iere", "ier"),
        ("ienne", "ien"),
        ("eenne", "een"),
        ("onne", "on"),
        ("ere", "er"),
    ):
        if word.endswith(ending):
            return word[: -len(ending)] + base
    return word.removesuffix("e")
