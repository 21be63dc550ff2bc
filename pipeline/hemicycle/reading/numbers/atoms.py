"""The first pass over a text: figures and number words, one by one, with their places."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from typing import Any, NamedTuple

from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.reading import Reading
from hemicycle.reading.words import PerForm, tokens_of

SPACES = " \u00a0\u202f\u2009\t\r\n"
_GROUP_SPACES = " \u00a0\u202f\u2009"
HYPHENS = "-\u2010\u2011"
_LONGEST_FIGURES = 28
_MINUS = "-\u2212\u2013"


class Kind(IntEnum):
    """What an atom does in a number."""

    FIGURES = 0
    UNIT = 1
    TEN = 2
    HUNDRED = 3
    THOUSAND = 4
    MAGNITUDE = 5
    ABBREVIATION = 6
    COLLECTIVE = 7
    FRACTION = 8
    ORDINAL_FRACTION = 9
    COMMA = 10


class Atom(NamedTuple):
    """A number word or a group of figures.

    Attributes:
        start: first character in the text, from 0.
        end: one past the last character.
        kind: its part in the grammar.
        value: what it is worth.
        word: the word in lower case, empty for figures.
    """

    start: int
    end: int
    kind: Kind
    value: Decimal
    word: str


def _decimal(text: str) -> Decimal:
    fraction = Fraction(text)
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


class Vocabulary(NamedTuple):
    """The words of ``models/lexicons/numbers.toml``, ready for look-ups."""

    words: dict[str, tuple[Kind, Decimal]]
    abbreviations: dict[str, Decimal]
    signs: dict[str, Decimal]
    vague: frozenset[str]
    definite: frozenset[str]
    padding: frozenset[str]
    added: frozenset[str]
    alone: frozenset[str]
    rated: frozenset[str]
    pattern: re.Pattern[str]


def _trie(words: list[str]) -> str:
    """A pattern for any of the words that looks at each character once."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}

    def pattern(node: dict[str, Any]) -> str:
        branches = []
        for character, child in sorted(node.items()):
            if not character:
                continue
            both = {character, character.upper()} if len(character.upper()) == 1 else {character}
            head = f"[{''.join(sorted(both))}]" if len(both) > 1 else re.escape(character)
            branches.append(head + pattern(child))
        if not branches:
            return ""
        body = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
        return f"(?:{body})?" if "" in node else body

    return pattern(tree)


@per_knowledge
def vocabulary() -> Vocabulary:
    """The number words of French, read once per process."""
    data = load_toml("lexicons", "numbers.toml")
    sections = {
        "units": Kind.UNIT,
        "tens": Kind.TEN,
        "hundreds": Kind.HUNDRED,
        "thousands": Kind.THOUSAND,
        "magnitudes": Kind.MAGNITUDE,
        "collectives": Kind.COLLECTIVE,
        "fractions": Kind.FRACTION,
        "ordinal_fractions": Kind.ORDINAL_FRACTION,
    }
    words = {
        word: (kind, _decimal(value))
        for section, kind in sections.items()
        for word, value in data[section].items()
    }
    words |= {word: (Kind.COMMA, Decimal(0)) for word in data["words"]["comma"]}
    abbreviations = {word: Decimal(value) for word, value in data["abbreviations"].items()}
    signs = {sign: _decimal(value) for sign, value in data["signs"].items()}
    endings = "|".join(sorted(map(re.escape, data["words"]["ordinal_endings"])))
    # Figures: not inside a word or a code (G20, Covid-19), but right behind three capitals, which
    # may be a currency (EUR29,99). Grouped by threes first, then anything with points and commas,
    # which `_figures` judges. Quantifiers are possessive: no digit is read twice.
    figures = (
        r"(?:(?<![\w])(?<![^\W\d_][-\u2010\u2011])(?<![0-9][.,])|(?<=\b[A-Z][A-Z][A-Z]))"
        rf"(?:[0-9]{{1,3}}+(?:[{_GROUP_SPACES}'’][0-9]{{3}}(?![0-9]))++(?:[.,][0-9]++)?+"
        r"|[0-9]++(?:[.,][0-9]++)*+)"
    )
    shortened = "|".join(sorted(map(re.escape, abbreviations), key=len, reverse=True))
    pattern = re.compile(
        rf"(?P<figures>{figures})(?P<ordinal>(?:{endings})(?!\w))?+"
        rf"(?:[{_GROUP_SPACES}]?(?P<sign>[{''.join(signs)}]))?+"
        rf"(?:[{_GROUP_SPACES}]?(?P<short>{shortened})(?![^\W_]))?+"
        rf"|\b(?P<word>{_trie(list(words))})\b"
        rf"|(?P<alone>[{''.join(signs)}])"
    )
    return Vocabulary(
        words,
        abbreviations,
        signs,
        frozenset(data["words"]["vague"]),
        frozenset(data["words"]["definite"]),
        frozenset(data["words"]["padding"]),
        frozenset(data["words"]["added"]),
        frozenset(data["words"]["alone"]),
        frozenset(data["words"]["rated"]),
        pattern,
    )


def _figures(text: str) -> Decimal | None:
    """The value of figures with their separators, None if they are no single number.

    ``12 500``, ``1'250'000``, ``1.250.000`` and ``1,250,000`` are grouped by threes; ``2,5`` and
    ``2.5`` have decimals. One point before exactly three figures groups (``1.250 habitants``, the
    Belgian and German way), unless a zero stands before it (``0.125``). ``31.12.25`` is none.
    """
    if len(text) > _LONGEST_FIGURES:
        return None
    if text.isdigit():
        return Decimal(text)
    for separator in _GROUP_SPACES + "'’":
        text = text.replace(separator, "")
    points, commas = text.count("."), text.count(",")
    if points + commas == 0:
        return Decimal(text)
    if points and commas:
        last = max(text.rfind("."), text.rfind(","))
        whole, decimals = text[:last], text[last + 1 :]
        groups = re.split(r"[.,]", whole)
        if whole.count(text[last]) or not _grouped(groups):
            return None
        return Decimal("".join(groups) + "." + decimals)
    groups = re.split(r"[.,]", text)
    if (points == 1 or points + commas > 1) and _grouped(groups):
        return Decimal("".join(groups))
    return Decimal(".".join(groups)) if len(groups) == 2 else None


def _grouped(groups: list[str]) -> bool:
    head, *rest = groups
    return head[0] != "0" and len(head) <= 3 and all(len(group) == 3 for group in rest)


@per_knowledge
def _beginnings() -> PerForm[tuple[int, ...]]:
    """Where in a token a number may begin, as characters of the token from 0."""
    known = vocabulary()
    heads = {tokens_of(word)[0] for word in known.words}

    def places(token: str) -> tuple[int, ...]:
        head = token[0].isdigit() or token.rstrip("'") in heads
        return tuple(
            place
            for place, character in enumerate(token)
            if character in known.signs or (head and place == 0)
        )

    return PerForm(places)


def read_atoms(reading: Reading) -> list[Atom]:
    """Figures and number words of a text, in order."""
    known, beginnings = vocabulary(), _beginnings()
    text, words = reading.text, known.words
    atoms: list[Atom] = []
    reached = 0
    telling = [
        start + place
        for token, start in zip(reading.words.tokens, reading.words.token_starts, strict=True)
        if (places := beginnings[token])
        for place in places
    ]
    for start in telling:
        match = known.pattern.match(text, start) if start >= reached else None
        if match is None:
            continue
        reached = match.end()
        word = match["word"]
        if word is not None:
            low = word.lower()
            kind, value = words[low]
            atoms.append(Atom(match.start(), match.end(), kind, value, low))
        elif match["alone"] is not None:
            value = known.signs[match["alone"]]
            atoms.append(Atom(match.start(), match.end(), Kind.FRACTION, value, match["alone"]))
        elif match["ordinal"] is None:
            atoms.extend(_figure_atoms(text, match, known))
    return atoms


def _figure_atoms(text: str, match: re.Match[str], known: Vocabulary) -> list[Atom]:
    value = _figures(match["figures"])
    start, end = match.span("figures")
    if value is None:
        return []
    if match["sign"] is not None:
        value += known.signs[match["sign"]]
        end = match.end("sign")
    if start and text[start - 1] in _MINUS and _opens(text, start - 1):
        start -= 1
        value = -value
    atoms = [Atom(start, end, Kind.FIGURES, value, "")]
    short = match["short"]
    if short is not None:
        factor = known.abbreviations[short]
        atoms.append(Atom(*match.span("short"), Kind.ABBREVIATION, factor, short))
    return atoms


def _opens(text: str, place: int) -> bool:
    """Is a sign at this place a minus: nothing, a space or a bracket before it, no figure?"""
    if place == 0:
        return True
    before = text[place - 1]
    if before in "([:;":
        return True
    return before in SPACES and not (place > 1 and text[place - 2].isdigit())
