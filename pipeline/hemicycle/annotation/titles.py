"""Titles of offices and professions of persons: they say who somebody is, not what a text is about.

An office is a minister's or a ministry's title with the matters it names (`ministre du travail, du
plein emploi et de l'insertion`), a committee's with its own, what somebody answers for or is
appointed to; a profession stands behind the name of a person, between commas, or right before it
(`le commentateur sportif Yves Morin`). The words are in ``models/lexicons/titles.toml``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal, TypeAlias

from spacy.tokens import Doc

from hemicycle.annotation.people.lexicon import lexicon
from hemicycle.annotation.people.role_lexicon import begins_with_function
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.people import PEOPLE, Person
from hemicycle.knowledge.grammar import THE_ONE, THIS, WITH_THE_ONE, A, closed
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.patterns import Pattern
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.anchored import Anchored
from hemicycle.reading.cache import Kept
from hemicycle.reading.reading import Reading, reading_of
from hemicycle.reading.words import Words
from hemicycle.values import value

TitleKind: TypeAlias = Literal["office", "profession"]
_People: TypeAlias = tuple[Mention[Person], ...]


@value
class Title:
    """Where a title stands.

    Attributes:
        start: first character, from 0.
        end: one past the last.
        kind: ``office`` or ``profession``.
        appointed: whether it is what somebody is appointed to.
    """

    start: int
    end: int
    kind: TitleKind
    appointed: bool = False


_kept: Kept[list[Title]] = Kept()


def titles_in(doc: Doc, people_key: str = "") -> list[Title]:
    """The titles of a document, in order, none over another.

    Args:
        doc: the document.
        people_key: where its people are in ``doc.spans``, the kind's name by default.
    """
    people = PEOPLE.read(doc, people_key)
    return _kept.of(doc, (people,), lambda: _titles(reading_of(doc), people))


def title_at(titles: list[Title], start: int) -> Title | None:
    """The title that a character stands in, if it stands in one."""
    index = bisect_right(titles, start, key=_start) - 1
    return titles[index] if index >= 0 and start < titles[index].end else None


def is_addressed(text: str, title: Title) -> bool:
    """Whether somebody is spoken to, or of, by a title: `Monsieur le premier ministre`."""
    return _ADDRESS.search(text, max(0, title.start - _FARTHEST_ADDRESS), title.start) is not None


@per_knowledge
def _patterns() -> tuple[Anchored, Anchored]:
    words = load_toml("lexicons", "titles.toml")
    head, before, adjective = (
        "|".join(sorted(words[name], key=len, reverse=True))
        for name in ("offices", "before_matter", "adjectives")
    )
    of = r"(?:de[ \u00a0]la[ \u00a0]|de[ \u00a0]l['’]|du[ \u00a0]|des[ \u00a0])"
    matter = (
        rf"(?:(?:{before})[ -])?[^\W\d_]+(?:-[^\W\d_]+)*"
        rf"(?:(?:[ \u00a0]et)?[ \u00a0](?:{adjective})\b)*"
    )
    inner = rf"(?:[ \u00a0]d['’][^\W\d_]+|[ \u00a0]{of}[^\W\d_]+(?:[ \u00a0](?:{adjective})\b)*)?"
    and_ = r"(?:,?[ \u00a0](?:et|puis)[ \u00a0]|,[ \u00a0])"
    another = rf"(?:{and_}|[ \u00a0]){of}{matter}"
    any_of = rf"(?:{of}|de[ \u00a0]|d['’])"
    answers = "|".join(words["portfolios"])
    office = re.compile(
        rf"\b(?:(?:{head})(?:[ \u00a0]{of}{matter}(?:{another})*{inner})?"
        rf"|(?:{answers})[ \u00a0]{any_of}{matter}(?:{and_}{any_of}{matter})*)",
        re.IGNORECASE,
    )
    named = "|".join(words["appointed"])
    appointed = re.compile(rf"\b(?:{named})[ \u00a0][^.;,\n]{{2,120}}", re.IGNORECASE)
    first = tuple(words["first_letters"])
    return (
        Anchored(office, lambda token: token.startswith(first)),
        Anchored(appointed, frozenset(words["first_words"])),
    )


@per_knowledge
def _apposition() -> re.Pattern[str]:
    """Behind a name: `, institutrice,`, `, ingénieur en informatique,`."""
    no_noun = "|".join(load_toml("lexicons", "titles.toml")["no_profession"])
    return re.compile(rf",[ \u00a0](?!(?:{no_noun})\b)([^\W\d_A-ZÉ][^,;:.()\n]{{2,60}})(?=[,;.)])")


_ADDRESS = re.compile(
    r"\b(?:MM?\.|Mmes?|Monsieur|Madame|Messieurs|Mesdames)[ \u00a0]l[ea]s?[ \u00a0]\Z",
    re.IGNORECASE,
)
_FARTHEST_ADDRESS = 14
# Before a name: `le commentateur sportif Yves Morin`.
_LEADING = re.compile(r"(?<!\w)([^\W\d_]{4,}(?: [^\W\d_]{4,})?) \Z")
_LONGEST_LEAD = 40
_ARTICLE = Pattern(
    r"\b<articles~>\Z",
    re.IGNORECASE,
    space=r"[ \u00a0]",
    articles=THE_ONE
    | A
    | WITH_THE_ONE
    | THIS
    | closed("determiner", lemma="son", number="singular"),
)
_LONGEST_ARTICLE = 7


def _offices(words: Words) -> Iterator[Title]:
    office, appointed = _patterns()
    for match in office.finditer(words):
        yield Title(match.start(), match.end(), "office")
    for match in appointed.finditer(words):
        yield Title(match.start(), match.end(), "office", appointed=True)


def _professions(text: str, people: _People) -> Iterator[Title]:
    behind = _apposition()
    for person in people:
        if person.value.mention != "name":
            continue
        before = _LEADING.search(text, max(0, person.start - _LONGEST_LEAD), person.start)
        if before is not None and before[1].islower():
            start = before.start(1)
            if _is_profession(text, start, before[1]):
                yield Title(start, before.end(1), "profession")
        match = behind.match(text, person.end)
        if match is not None and match[1].split()[0] not in lexicon().speech:
            yield Title(match.start(1), match.end(), "profession")


def _is_profession(text: str, start: int, words: str) -> bool:
    """Whether the words before a name tell what somebody is: a noun of functions, or one that an
    article brings in and that ends like those of trades; no verb (`veut porter X`), no body
    (`l'administration X`), no thing (`l'avion transportant X`)."""
    first, _, second = words.partition(" ")
    if begins_with_function(words) or (second and begins_with_function(second)):
        return True
    led = _ARTICLE.search(text, max(0, start - _LONGEST_ARTICLE), start) is not None
    return led and any(word.endswith(_trades()) for word in (first, second) if word)


@per_knowledge
def _trades() -> tuple[str, ...]:
    return tuple(load_toml("lexicons", "titles.toml")["trades"])


def _titles(reading: Reading, people: _People) -> list[Title]:
    titles = [*_offices(reading.words), *_professions(reading.text, people)]
    kept: list[Title] = []
    for title in sorted(titles, key=lambda one: (one.start, -one.end)):
        if not kept or title.start >= kept[-1].end:
            kept.append(title)
    return kept


def _start(title: Title) -> int:
    return title.start
