"""Who speaks: the people of a document and which of them a pronoun or a silence means."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from pipeline.annotation.mentions import Mention
from pipeline.annotation.people.lexicon import lexicon
from pipeline.annotation.quotes.marks import Quoted
from pipeline.annotation.values import Person

_SENTENCE_END = re.compile(r"[.!?…]\s|\n")
_REACH = 900
_SUBJECT_WITHIN = 45
_OBLIQUE = frozenset("de d' du des à au aux par avec contre chez pour sur selon".split())
_BEFORE = re.compile(r"([^\W\d_]+['’]?)[\s\u00a0]*$")
_TITLED = re.compile(r"(?:M\.|Mme|monsieur|madame|président|ministre)[\s\u00a0]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody at a place: the mention's first and one past last character, and the name."""

    start: int
    end: int
    name: str


class Speakers:
    """The people who may speak outside the quoted passages of one text."""

    def __init__(self, text: str, people: list[Mention[Person]], quoted: list[Quoted]) -> None:
        """Keep the mentions that stand outside quotation marks."""
        self._text = text
        starts = [passage.start for passage in quoted]
        self._known: list[Speaker] = []
        for mention in sorted(people, key=lambda m: (m.start, -m.end)):
            index = bisect_left(starts, mention.start) - 1
            if index >= 0 and mention.end <= quoted[index].end:
                continue
            self._known.append(Speaker(mention.start, mention.end, mention.value.name))
        self._starts = [speaker.start for speaker in self._known]

    def between(self, start: int, end: int) -> list[Speaker]:
        """The mentions that begin in a stretch of text, in order."""
        return self._known[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def meant(self, place: int, gender: str) -> Speaker | None:
        """Whom a pronoun, or a quotation without any cue, means at a place.

        The last person who stands as a subject does: near the start of a sentence, after no
        preposition. Failing that, the last person named.

        Args:
            place: first character of the pronoun or quotation.
            gender: ``m``, ``f`` or empty for what the pronoun tells.
        """
        fallback: Speaker | None = None
        for speaker in reversed(self.between(max(0, place - _REACH), place)):
            known = gender_of(speaker.name)
            if gender and known and known != gender:
                continue
            fallback = fallback or speaker
            if self.is_subject(speaker):
                return speaker
        return fallback

    def is_subject(self, speaker: Speaker) -> bool:
        """Whether a mention stands near the start of its sentence and after no preposition."""
        before = self._text[max(0, speaker.start - 200) : speaker.start]
        ends = [match.end() for match in _SENTENCE_END.finditer(before)]
        while ends and _TITLED.search(before[: ends[-1]]):
            ends.pop()  # the point of `M.` ends no sentence
        clause = before[ends[-1] :] if ends else before
        return len(clause) <= _SUBJECT_WITHIN and not self.is_oblique(speaker)

    def is_oblique(self, speaker: Speaker) -> bool:
        """Whether a preposition stands right before a mention."""
        match = _BEFORE.search(self._text, max(0, speaker.start - 30), speaker.start)
        return match is not None and match[1].lower().replace("’", "'") in _OBLIQUE


def gender_of(name: str) -> str:
    """``m``, ``f`` or empty for what a full name tells."""
    first, _, rest = name.partition(" ")
    return lexicon().gender(first) if rest else ""
