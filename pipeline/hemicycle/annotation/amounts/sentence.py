"""The words of a sentence, cut once for all that is asked around its amounts.

``Les concours ont progressé de 4,8 % sur un an, à 36 milliards`` says of what and how much whether
or not it says when; without its dates a sentence has its verb and its amounts side by side.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from hemicycle.annotation.amounts.lexicon import Lexicon, lexicon
from hemicycle.annotation.rules.tokens import Tokens
from hemicycle.knowledge.grammar import AND, AND_OR, OF

# Unlike the words of dates, compounds and figures with their signs are one word here, and a line's
# end is one.
_TOKEN = re.compile(
    r"aujourd'hui|co2|[^\W\d_]+(?:[-\u2011]d'[^\W\d_]+|(?:[-\u2011][^\W\d_]+)*'?)"
    r"|[0-9]+(?:[.,][0-9]+)*|[^\w\s]|\n"
)
_ENDS = (",", "\n", "")


class Sentence(Tokens):
    """The words, figures and marks of a stretch of text, with their places in the text.

    Attributes:
        known: the words of amounts.
    """

    known: Lexicon

    def __init__(self, text: str, words: list[str], starts: list[int], ends: list[int]) -> None:
        """Hold words that are cut; :func:`cut` cuts them."""
        self.text = text
        self.words = words
        self.starts = starts
        self.ends = ends
        self.triggers = []
        self.known = lexicon()

    def at(self, place: int) -> int:
        """The index of the first word that begins at a character of the text or behind it."""
        return bisect_left(self.starts, place)

    def written(self, first: int, stop: int) -> str:
        """The words from one index to another, on one line."""
        return " ".join(self.text[self.starts[first] : self.ends[stop - 1]].split())

    def only(self, kept: Iterable[int]) -> Sentence:
        """The sentence with the words at some indices alone."""
        indices = list(kept)
        return Sentence(
            self.text,
            [self.words[index] for index in indices],
            [self.starts[index] for index in indices],
            [self.ends[index] for index in indices],
        )


def cut(text: str, start: int, end: int) -> Sentence:
    """The words of a stretch of text.

    Args:
        text: the document.
        start: its first character, from 0.
        end: one past its last character.
    """
    stretch = text[start:end].lower().replace("’", "'")
    if len(stretch) != end - start:  # `İ` in small letters is two characters
        stretch = text[start:end].replace("’", "'")
    words = _TOKEN.findall(stretch)
    starts, place = [], 0
    for word in words:
        # Nothing but spaces stands between words: the next place of its letters is its own.
        place = stretch.index(word, place)
        starts.append(place + start)
        place += len(word)
    ends = [first + len(word) for first, word in zip(starts, words, strict=True)]
    return Sentence(text, words, starts, ends)


def without_times(whole: Sentence, times: Sequence[tuple[int, int]]) -> Sentence:
    """The words but for dates and lengths of time, the words that tie them, and the commas that
    set them off.

    Args:
        whole: the words of a sentence.
        times: places of the dates and lengths, in order.
    """
    if not times or not whole.words:
        return whole
    kept: list[int] = []
    at = 0
    for start, end in times:
        kept.extend(range(at, whole.at(start)))
        at = max(at, whole.at(end))
        grouped = bool(kept) and whole.words[kept[-1]] in whole.known.times.groups
        if grouped:
            kept.pop()
        _drop_leading(whole, kept)
        # `la couverture des 65 ans et plus atteint 55 %`
        while grouped and _is_degree(whole, at):
            at += 1
        last = whole.words[kept[-1]] if kept else ""
        if whole.word(at) == "," and last in _ENDS:
            # Would the words before an aside and those behind it read as one phrase
            # (`l'entrée en vigueur, le 7 août, des droits`)?
            if last == "," and whole.word(at + 1) not in OF:
                kept.pop()
            at += 1
    kept.extend(range(at, len(whole)))
    return whole.only(kept)


def _is_degree(s: Sentence, at: int) -> bool:
    """``plus``, ``et plus``, ``ou moins``."""
    word = s.word(at)
    return word in s.known.times.degrees or (
        word in AND_OR and s.word(at + 1) in s.known.times.degrees
    )


def _drop_leading(s: Sentence, kept: list[int]) -> None:
    """Take off the words that tie a date (``à compter du``, ``au cours de l'``)."""
    joined = False
    while kept and s.words[kept[-1]] in s.known.times.leading:
        if s.words[kept[-1]] in AND and joined:
            break
        joined = True
        kept.pop()
    # `un spectacle d'une durée de vingt minutes`
    if " ".join(s.words[index] for index in kept[-3:]) in s.known.times.lengths:
        del kept[-3:]
