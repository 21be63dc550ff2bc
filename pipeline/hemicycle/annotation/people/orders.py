"""Names that begin with the surname: `CORVEL Awa`, `Mme Corvel (Awa)`, lists by surname.

Registers, decrees and minutes put the surname first (Imprimerie nationale, *Lexique des règles
typographiques*, on the order of names). Capitals or a bracket show it; in usual case only a list
does, where several lines open with a word that is no first name and a first name after it.
"""

from __future__ import annotations

import re

from hemicycle.annotation.people.candidates import Candidate
from hemicycle.annotation.people.lexicon import Lexicon
from hemicycle.folding import fold
from hemicycle.reading.words import Words, is_capital, is_upper

_BRACKET = re.compile(r"[ \u00a0]\((?P<first>[^\W\d_]+(?:[-\u2010 \u00a0][^\W\d_]+){0,3})\)")
_MARKS = " \t\u00a0\u202f-–—•*·◦"
_FEWEST = 3  # names of a list by surname
_SHORTEST = 3  # letters of a surname in capitals: shorter ones are acronyms


def opens_line(words: Words, index: int) -> bool:
    """Whether a word opens its line, after the mark of a list or after a label (`Membre :`)."""
    gap = words.gap(index)
    return index == 0 or "\n" in gap or gap.strip(_MARKS) == ":"


def _is_item(words: Words, index: int) -> bool:
    """Whether a word opens its line or stands behind a comma."""
    return opens_line(words, index) or words.gap(index).strip() == ","


def surname_first(
    words: Words, lexicon: Lexicon, start: int, end: int, *, inline: bool = False
) -> bool:
    """Whether the words of an item of a list are a surname and a first name, in this order.

    Args:
        words: the text's words.
        lexicon: the words that tell who is a person.
        start: first word.
        end: one past the last.
        inline: whether an item may stand behind another on its line.
    """
    forms = words.forms
    after = words.gap(end).strip(" \u00a0\u202f")[:1]
    if capitals_first(words, lexicon, start, end):
        return True
    marked = bool(words.gap(start).strip())  # a heading has no mark, and nothing behind it
    return (
        lexicon.knows_first_name(forms[end - 1])
        and not lexicon.knows_first_name(forms[start])
        and (opens_line(words, start) or (inline and words.gap(start).strip() == ","))
        and (after in {",", "("} or (marked and after in {"", "\n", ";"}))
    )


def capitals_first(words: Words, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether the words of an item are a surname in capitals and a first name that is not.

    `CORVEL-ROY Awa - Lorvel`, `Présents : LE GOFF Yann, DE LA TOUR Luc.`
    """
    cut = _capitals_end(words, lexicon, start, end)
    if not cut or words.spaced(end) or len(words.forms[cut - 1]) < _SHORTEST:
        return False
    if not _is_item(words, start) and words.gap(start).strip() not in {";", ":"}:
        return False
    surname = fold(" ".join(words.forms[start:cut]))
    known = (lexicon.common, lexicon.never_people, lexicon.places)
    return not any(surname in names for names in known)


def turned(words: Words, lexicon: Lexicon, names: list[Candidate]) -> dict[int, tuple[int, str]]:
    """The names that begin with the surname, by first word: where they end, and the usual order.

    Args:
        words: the text's words.
        lexicon: the words that tell who is a person.
        names: the names of the text, in order.

    Returns:
        One past the last character, with the bracket, and the name with the first name in front.
    """
    listed = {
        tuple(words.lower[n.start : n.end])
        for n in names
        if surname_first(words, lexicon, n.start, n.end, inline=True)
    }
    usual = sum(
        lexicon.knows_first_name(words.forms[n.start])
        and not lexicon.knows_first_name(words.forms[n.end - 1])
        for n in names
        if n.end - n.start > 1 and not n.honorific and _is_item(words, n.start)
    )
    by_surname = len(listed) >= _FEWEST and len(listed) > usual
    found = {}
    for name in names:
        end = words.ends[name.end - 1]
        cut = _capitals_end(words, lexicon, name.start, name.end)
        if not cut and by_surname and _is_item(words, name.start) and not name.honorific:
            cut = _first_names_start(words, lexicon, name)
        if cut:
            surname = words.text[words.starts[name.start] : words.ends[cut - 1]]
            first = words.text[words.starts[cut] : end]
            found[name.start] = (end, f"{first} {surname}")
        elif first := _bracketed(words, lexicon, name):
            surname = words.text[words.starts[name.start] : end]
            found[name.start] = (end + len(first) + 3, f"{first} {surname}")
    return found


def _capitals_end(words: Words, lexicon: Lexicon, start: int, end: int) -> int:
    """One past the surname of `CORVEL-ROY Awa`, 0 if capitals do not show one."""
    if end - start == 1:
        return 0
    forms = words.forms
    cut = start
    while cut < end and (is_upper(forms[cut]) or forms[cut][-1] == "'"):
        cut += 1
    if cut in {start, end}:
        return 0
    shown = all(is_capital(f) and lexicon.knows_first_name(f) for f in forms[cut:end])
    return cut if shown else 0


def _first_names_start(words: Words, lexicon: Lexicon, name: Candidate) -> int:
    """The first word of the first names that end a name, 0 if there is no surname before."""
    cut = name.end
    while cut - 1 > name.start and lexicon.knows_first_name(words.forms[cut - 1]):
        cut -= 1
    return cut if name.start < cut < name.end else 0


def _bracketed(words: Words, lexicon: Lexicon, name: Candidate) -> str:
    """The first names in a bracket behind a surname, empty if there are none."""
    forms = words.forms[name.start : name.end]
    if not (name.honorific or all(is_upper(form) for form in forms)):
        return ""
    if len(forms) > 1 and lexicon.knows_first_name(forms[0]):
        return ""
    match = _BRACKET.match(words.text, words.ends[name.end - 1])
    if match is None or lexicon.is_place(match["first"]):
        return ""
    pieces = re.split(r"[ \u00a0]", match["first"])
    return match["first"] if all(lexicon.knows_first_name(piece) for piece in pieces) else ""
