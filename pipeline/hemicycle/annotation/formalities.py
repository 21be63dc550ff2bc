"""Procedure: sentences that lead a sitting, whatever it is about.

`La parole est à Mme Roy.`, `Voici le résultat du scrutin` hold a phrase of
``models/lexicons/formalities.toml``. Only of who presides, and of lines that nobody says, is such a
sentence procedure: a member who speaks of an amendment speaks of something.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from hemicycle.folding import straight
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml


def formalities(
    text: str, sentence_starts: list[int], start: int, end: int
) -> Iterator[tuple[int, int]]:
    """The sentences of a passage that are procedure, as places, in order.

    Args:
        text: the text.
        sentence_starts: the first character of each of its sentences, from 0.
        start: first character of the passage, which cuts a sentence that reaches over it.
        end: one past its last character.
    """
    search = _phrases().search
    first = bisect_right(sentence_starts, start)
    cuts = [start, *sentence_starts[first : bisect_left(sentence_starts, end, first)], end]
    for low, high in pairwise(cuts):
        if search(straight(text[low:high].lower())):
            yield low, high


@per_knowledge
def _phrases() -> re.Pattern[str]:
    phrases = load_toml("lexicons", "formalities.toml")["phrases"]
    longest_first = sorted(set(phrases), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})e?s?\b")
