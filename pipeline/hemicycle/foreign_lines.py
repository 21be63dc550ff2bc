"""The lines of a text that are in another language: of a parliament that speaks two, say."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]+")
# What parts the letters of a word here, and not where tokens are cut.
_COMBINING = re.compile("[\u0300-\u036f]")
_QUOTED = re.compile(r"«[^»\n]*»|“[^”\n]*”|\"[^\"\n]*\"")
# `Van den Heuvel`, `Aan de Wiel`: a little word between capitals.
_NAMES = re.compile(r"\b[A-ZÀ-Þ][\w'-]*(?:\s[a-z]{2,3}){1,2}\s(?=[A-ZÀ-Þ])")
_FRENCH = "fr"
_FEWEST_WORDS = 6
_FEWEST_HITS = 2
_TIMES_FRENCH = 2


def foreign_lines(text: str, tokens: Iterable[str] = ()) -> list[tuple[int, int]]:
    """Start and end of each, in order, in characters from 0, the end excluded.

    A line is foreign where little words of other languages
    (``models/lexicons/function_words.toml``) stand more than twice as often in it as French ones.
    Those with a capital or between capitals may be of names (`De Wever`, `Van den Heuvel`), those
    in quotation marks of titles; neither counts.

    Args:
        text: the text.
        tokens: its tokens in lower case, elided ones with their apostrophe, where they are cut.
    """
    french, others = _little_words()
    if tokens and not _COMBINING.search(text):
        met = _with_elided().intersection(tokens)
    else:
        met = others.intersection(map(str.lower, set(_WORD.findall(text))))
    if len(met) < _FEWEST_HITS:
        return []
    return [match.span() for match in _LINE.finditer(text) if _is_foreign(match[0], french, others)]


def _is_foreign(line: str, french: frozenset[str], others: frozenset[str]) -> bool:
    # What is left out below only makes them fewer.
    if sum(map(others.__contains__, _WORD.findall(line))) < _FEWEST_HITS:
        return False
    words = _WORD.findall(_NAMES.sub(" ", _QUOTED.sub(" ", line)))
    if len(words) < _FEWEST_WORDS:
        return False
    other = sum(word in others for word in words)
    ours = sum(word.lower() in french for word in words)
    return other >= _FEWEST_HITS and other > _TIMES_FRENCH * ours


@per_knowledge
def _little_words() -> tuple[frozenset[str], frozenset[str]]:
    """The little words of French, and those of other languages that are no French ones."""
    lists = load_toml("lexicons", "function_words.toml")
    french = frozenset(lists[_FRENCH])
    return french, frozenset(word for words in lists.values() for word in words) - french


@per_knowledge
def _with_elided() -> frozenset[str]:
    """The little words of other languages, each also with the apostrophe of an elided one."""
    others = _little_words()[1]
    return others.union(f"{word}'" for word in others)
