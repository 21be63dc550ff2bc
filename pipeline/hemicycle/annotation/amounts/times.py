"""The words of a sentence without those that say when.

``Les concours ont progressé de 4,8 % sur un an, à 36 milliards`` says of what and how much whether
or not it says when; without its dates a sentence has its verb and its amounts side by side.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from hemicycle.annotation.amounts.nounphrases import OF, Token

# Small words that belong to the date behind them.
_LEADING = frozenset(
    (
        "en", "au", "aux", "à", "le", "la", "l'", "les", "du", "de", "d'", "depuis", "dès", "ici",
        "sur", "pendant", "durant", "dans", "vers", "entre", "et", "cours", "lors", "fin",
    )
)  # fmt: skip
_ENDS = (",", "\n")
_LENGTHS = [[tie, "une", noun] for tie in ("d'", "pour", "sur") for noun in ("durée", "période")]
# Before a number of years they make a group of people of it.
_GROUPS = ("des", "les", "aux")
_DEGREES = ("plus", "moins")


def without_times(words: list[Token], times: Sequence[tuple[int, int]]) -> list[Token]:
    """The tokens but for dates and lengths of time, the words that tie them, and the commas that
    set them off.

    Args:
        words: the tokens of a sentence.
        times: places of the dates and lengths, in order.
    """
    if not times or not words:
        return words
    starts = [start for start, _ in times]
    kept: list[Token] = []
    dropping = grouped = False
    for place, word in enumerate(words):
        index = bisect_right(starts, word.start) - 1
        if index >= 0 and times[index][1] > word.start:
            if not dropping:
                grouped = bool(kept) and kept[-1].low in _GROUPS
                if grouped:
                    kept.pop()
                _drop_leading(kept)
            dropping = True
            continue
        if grouped and (word.low in _DEGREES or _is_degree(words, place)):
            continue  # `la couverture des 65 ans et plus atteint 55 %`
        grouped = False
        set_off = dropping and word.low == "," and (not kept or kept[-1].low in _ENDS)
        dropping = False
        if set_off:
            if kept and kept[-1].low == "," and not _goes_on(words, place):
                kept.pop()
            continue
        kept.append(word)
    return kept


def _is_degree(words: list[Token], place: int) -> bool:
    """``et plus``, ``ou moins``."""
    following = words[place + 1].low if place + 1 < len(words) else ""
    return words[place].low in ("et", "ou") and following in _DEGREES


def _goes_on(words: list[Token], comma: int) -> bool:
    """Would the words before an aside and those behind it read as one phrase (``l'entrée en
    vigueur, le 7 août, des droits``)?"""
    return comma + 1 < len(words) and words[comma + 1].low in OF


def _drop_leading(kept: list[Token]) -> None:
    """Take off the words that tie a date (``à compter du``, ``au cours de l'``)."""
    joined = False
    while kept and kept[-1].low in _LEADING:
        if kept[-1].low == "et" and joined:
            break
        joined = True
        kept.pop()
    # `un spectacle d'une durée de vingt minutes`
    if [word.low for word in kept[-3:]] in _LENGTHS:
        del kept[-3:]
