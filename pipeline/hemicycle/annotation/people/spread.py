"""One noun of a function shared out over several names.

`Les présidents de la Chambre, X, et du Sénat, Y`: each name has a complement of its own.
`Les ministres sont X (Finances) et Y (Justice)`: each has its matter in a bracket.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hemicycle.annotation.people.candidates import Candidate
from hemicycle.annotation.people.lexicon import Lexicon, is_common
from hemicycle.annotation.people.roles import Role, RoleReader
from hemicycle.folding import fold
from hemicycle.reading.words import Words

_TITLE = r"(?:(?:M|MM)\.|Mme|Mmes|Me|Monsieur|Madame)?[ \u00a0]*"
_NEXT = re.compile(
    r",?[ \u00a0](?:et[ \u00a0])?((?:(?:de|du|des)[ \u00a0]|d['’])[^,;:.()\n]{2,80}),"
    rf"[ \u00a0]{_TITLE}"
)
_MATTER = re.compile(r"[ \u00a0]\(([^\W\d_][^();:\n]{2,60})\)")
_LISTED = re.compile(rf"(?:,|,?[ \u00a0](?:et|ainsi que))[ \u00a0]{_TITLE}")
_LED = re.compile(r"[^.;!?\n]{0,90}")
_FEWEST = 2  # names with a matter each


def spread(
    words: Words, lexicon: Lexicon, names: list[Candidate], roles: list[Role], reader: RoleReader
) -> dict[int, str]:
    """The functions of names that share a plural noun, by the first word of the name.

    Args:
        words: the text's words.
        lexicon: the words that tell who is a person.
        names: its names, in order.
        roles: its functions, in order.
        reader: the reader of them.
    """
    found: dict[int, str] = {}
    first = 0
    for role in roles:
        if not reader.is_plural(role):
            continue
        while first < len(names) and names[first].start < role.end:
            first += 1
        told = dict(_by_complement(words, names, first, role, reader))
        if len(told) < _FEWEST:
            told = dict(_by_matter(words, lexicon, names, first, role, reader))
        if len(told) >= _FEWEST:
            for start, text in told.items():
                found.setdefault(start, text)
    return found


def _by_complement(
    words: Words, names: list[Candidate], first: int, role: Role, reader: RoleReader
) -> Iterator[tuple[int, str]]:
    """`Les maires de Lorvel, X, et d'Ostel, Y`."""
    if first >= len(names) or role.end == role.head_end:
        return
    text = words.text
    between = text[words.ends[role.end - 1] : words.starts[names[first].start]]
    if not re.fullmatch(rf",[ \u00a0]{_TITLE}", between):
        return
    yield names[first].start, reader.normalised(role)
    noun = reader.normalised(Role(role.start, role.head, role.head_end, role.head_end))
    for before, name in zip(names[first:], names[first + 1 :], strict=False):
        end = words.ends[before.end - 1]
        match = _NEXT.fullmatch(text, end, words.starts[name.start])
        if match is None:
            return
        yield name.start, f"{noun} {' '.join(match[1].split())}"


def _by_matter(
    words: Words,
    lexicon: Lexicon,
    names: list[Candidate],
    first: int,
    role: Role,
    reader: RoleReader,
) -> Iterator[tuple[int, str]]:
    """`Les ministres sont X (Finances) et Y (Justice)`."""
    text = words.text
    place = words.ends[role.end - 1]
    noun = reader.normalised(role)
    for name in names[first:]:
        between = text[place : words.starts[name.start]]
        tie = _LED if place == words.ends[role.end - 1] else _LISTED
        if not tie.fullmatch(between):
            return
        place = words.ends[name.end - 1]
        match = _MATTER.match(text, place)
        if match is not None and _is_matter(lexicon, match[1]):
            place = match.end()
            yield name.start, f"{noun} ({' '.join(match[1].split())})"


def _is_matter(lexicon: Lexicon, text: str) -> bool:
    """Whether a bracket holds what a ministry sees to, and no party, place or function."""
    head = re.split(r"[ ,'’\u00a0]", text, maxsplit=1)[0]
    folded = fold(head)
    if not head[1:].islower() or folded in lexicon.parties or lexicon.is_place(text):
        return False
    return folded in lexicon.common or is_common(head.lower())
