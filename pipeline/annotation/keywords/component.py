"""Ranks the candidates of a document: often, early, long enough, and no part of a better one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import log2

from spacy.tokens import Doc

from pipeline.annotation.keywords.candidates import CandidateFinder
from pipeline.annotation.values import KEYWORDS, Keyword

_NAMES = ("PER", "LOC", "ORG", "MISC")
_LENGTH_BONUS = {1: 1.0, 2: 1.25, 3: 1.2, 4: 1.05}
_NAME_BONUS = 1.5
_OPENING = 300


@dataclass(slots=True)
class _Phrase:
    first: int
    words: int
    name: bool = False
    forms: Counter[str] = field(default_factory=Counter)

    @property
    def count(self) -> int:
        return self.forms.total()


class KeywordFinder:
    """Sets ``doc._.keywords``."""

    def __init__(self, most: int) -> None:
        """Read the words that are no keywords.

        Args:
            most: the most keywords of one document.
        """
        KEYWORDS.register()
        self._most = most
        self._finder = CandidateFinder()

    def __call__(self, doc: Doc) -> Doc:
        """Rank the keywords of a document."""
        phrases = self._phrases(doc)
        scores = {
            key: _score(phrase)
            for key, phrase in phrases.items()
            if not self._finder.is_general(key)
        }
        chosen: list[tuple[str, ...]] = []
        for key in sorted(scores, key=lambda k: (-scores[k], phrases[k].first, k)):
            if len(chosen) == self._most:
                break
            if not any(_covers(other, key) for other in chosen):
                chosen.append(key)
        best = scores[chosen[0]] if chosen else 1.0
        doc._.keywords = [
            Keyword(_best_form(phrases[key]), scores[key] / best, rank, phrases[key].count)
            for rank, key in enumerate(chosen, start=1)
        ]
        return doc

    def _phrases(self, doc: Doc) -> dict[tuple[str, ...], _Phrase]:
        text = doc.text
        names = {(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ in _NAMES}
        phrases: dict[tuple[str, ...], _Phrase] = {}
        for candidate in self._finder.find(text):
            phrase = phrases.get(candidate.key)
            if phrase is None:
                phrase = _Phrase(candidate.start, candidate.words)
                phrases[candidate.key] = phrase
            phrase.name = phrase.name or (candidate.start, candidate.end) in names
            phrase.forms[" ".join(text[candidate.start : candidate.end].split())] += 1
        return phrases


def _score(phrase: _Phrase) -> float:
    position = 1.0 + 1.0 / (1.0 + phrase.first / _OPENING)
    bonus = _LENGTH_BONUS[phrase.words] * (_NAME_BONUS if phrase.name else 1.0)
    return log2(1 + phrase.count) * position * bonus


def _covers(chosen: tuple[str, ...], key: tuple[str, ...]) -> bool:
    """Whether a chosen phrase holds this one or is held by it."""
    short, long = sorted((chosen, key), key=len)
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


def _best_form(phrase: _Phrase) -> str:
    """The form that stands most often; in lower case if it does so anywhere."""
    form, _ = max(phrase.forms.items(), key=lambda item: (item[1], item[0].islower(), item[0]))
    lower = form[0].lower() + form[1:]
    return lower if lower in phrase.forms and not phrase.name else form
