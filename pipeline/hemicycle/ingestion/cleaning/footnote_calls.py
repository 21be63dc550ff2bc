"""Footnote calls that are glued to the word before them (`euros2`, `euros²`, `euros[2]`).

A call is set apart by a space, so that the word is read as the word it is. Exponents of units
(`m²`, `km³`), ordinals and chemical formulas keep their figures.
"""

from __future__ import annotations

import re

_REACH = 20  # characters of what stands before that tell a word from a unit
_CALL = re.compile(r"[(\[]?(?:\d{1,3}|\*{1,3})[)\]]?")
_WORD = re.compile(r"[^\W\d_]{3,}$|[»”.,;:!?)…]$")
_SUPERSCRIPT = re.compile(
    r"(?<=[^\W\d_]{3})(?=[¹²³⁰⁴-⁹]+(?!\w))|(?<=[»”.,;:!?)…])(?=[¹²³⁰⁴-⁹]+(?!\w))"
)
_UNITS = re.compile(r"\b(?:dam|kWh|MWh|GWh|TWh)$")
_GLUED = re.compile(r"(?<!\w)([a-zà-öø-ÿœæ]{4,})(\d{1,2})(?=[\s.,;:!?»)]|$)")
_NOTE = re.compile(r"^(\d{1,2})(?:[.)]\s|\s)\s*[A-ZÀ-ÖØ-Þ«]", re.MULTILINE)


def raised(before: str, mark: str) -> str:
    """What stands raised after a text, with a space before it if it is a footnote call.

    Args:
        before: the text so far, of the same paragraph.
        mark: the raised characters (`2`, `[2]`, `er`).
    """
    before = before[-_REACH:]
    call = _CALL.fullmatch(mark.strip()) and _WORD.search(before) and not _UNITS.search(before)
    return f" {mark.strip()}" if call else mark


def separate(text: str) -> str:
    """A text with its footnote calls set apart.

    Raised figures say what they are. Plain figures after a word (`euros2`) are calls only where the
    text has a note of that number, a line that begins with it (`2. Hors dépenses…`).
    """
    text = _SUPERSCRIPT.sub(_spaced, text)
    notes = {match[1] for match in _NOTE.finditer(text)}
    if not notes:
        return text
    return _GLUED.sub(lambda m: f"{m[1]} {m[2]}" if m[2] in notes else m[0], text)


def _spaced(match: re.Match[str]) -> str:
    return "" if _UNITS.search(match.string, max(0, match.start() - 4), match.start()) else " "
