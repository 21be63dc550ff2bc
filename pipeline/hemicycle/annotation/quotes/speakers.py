"""Who speaks: the people of a document and which of them a pronoun or a silence means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.quotes.genders import genders
from hemicycle.annotation.quotes.marks import Quoted
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.people import Person
from hemicycle.knowledge.grammar import THE_ONE, A, closed
from hemicycle.knowledge.patterns import Pattern
from hemicycle.values import Lazy, value

_SENTENCE_END = re.compile(r"[.!?…]\s|\n")
_REACH = 1500
_LONGEST_CLAUSE = 200
_LONGEST_TITLE = 24
_SUBJECT = {
    "m": re.compile(r"\b(?:il|qu['’]il)[\s\u00a0]", re.IGNORECASE),
    "f": re.compile(r"\b(?:elle|qu['’]elle)[\s\u00a0]", re.IGNORECASE),
}
_OPENS_LINE = re.compile(r"(?:^|\n)(?:MM?\.|Mme|Mlle)[\s\u00a0\u202f]$")
_SITTING_LINES = 4
_OBLIQUE = small_words("quote_speakers", "oblique")
_TOPIC = re.compile(r"\bquant[\s\u00a0]+$", re.IGNORECASE)
_BEFORE = re.compile(r"([^\W\d_]+['’]?)[\s\u00a0]*$")
_HONORIFIC = re.compile(r"(?:\b(?:MM?|Mme|Mlle|Me|Mgr|Dr)\.?|[Mm]onsieur|[Mm]adame)$")
_ARTICLE = Pattern(
    r"\b<articles>$",
    re.IGNORECASE,
    articles=THE_ONE | A | closed("determiner", lemma=("son", "notre"), number="singular"),
)
_LONGEST_HONORIFIC = 12  # characters; no article is longer
_TITLED = re.compile(r"(?:M\.|Mme|monsieur|madame|président|ministre)[\s\u00a0]*$", re.IGNORECASE)


@value
class Speaker:
    """Somebody at a place.

    Attributes:
        start: first character of the mention.
        end: one past the last.
        name: the canonical name.
        phrase: first character of the noun phrase, with the title or function before the name.
    """

    start: int
    end: int
    name: str
    phrase: int


class Speakers:
    """The people who may speak outside the quoted passages of one text."""

    def __init__(self, text: str, people: list[Mention[Person]], quoted: list[Quoted]) -> None:
        """Keep the mentions that stand outside quotation marks."""
        self._text = text
        starts = [passage.start for passage in quoted]
        self._known: list[Speaker] = []
        self._people = people
        for mention in sorted(people, key=lambda m: (m.start, -m.end)):
            index = bisect_left(starts, mention.start) - 1
            if index >= 0 and mention.end <= quoted[index].end:
                continue
            phrase = _phrase_start(text, mention)
            self._known.append(Speaker(mention.start, mention.end, mention.value.name, phrase))
        self._starts = [speaker.start for speaker in self._known]
        self._sentences: dict[int, int] = {}
        self._last: tuple[int, Speaker | None] | None = None
        self._lines = {
            speaker.start
            for speaker in self._known
            if _OPENS_LINE.search(text, max(0, speaker.start - 14), speaker.start)
        }

    @Lazy
    def _genders(self) -> dict[str, str]:
        return genders(self._text, self._people)

    @Lazy
    def is_only_one(self) -> bool:
        """Whether one person alone is named outside quotation marks."""
        return len({speaker.name for speaker in self._known}) == 1

    @Lazy
    def main(self) -> str:
        """Whom the text names most outside quotation marks, empty if two are named as often."""
        counts = Counter(speaker.name for speaker in self._known).most_common(2)
        alone = len(counts) == 1 or (len(counts) > 1 and counts[0][1] > counts[1][1])
        return counts[0][0] if alone else ""

    @property
    def is_sitting(self) -> bool:
        """Whether many lines open with the name of who speaks: `M. X. – …`."""
        return len(self._lines) >= _SITTING_LINES

    def between(self, start: int, end: int) -> list[Speaker]:
        """The mentions that begin in a stretch of text, in order."""
        return self._known[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def spoke(self, place: int, speaker: Speaker | None) -> None:
        """Remember who was quoted last, None if unnamed, and where the quotation ended."""
        self._last = (place, speaker)

    def nearest(self, place: int) -> Speaker | None:
        """Whom `celui-ci` or `ce dernier` means: the person named last."""
        near = self.between(max(0, place - _REACH), place)
        return near[-1] if near else None

    def meant(self, place: int, gender: str) -> Speaker | None:
        """Whom a pronoun, or a quotation without any cue, means at a place.

        The subject of the last sentence that names somebody does: the first person there after
        no preposition; or whoever was quoted last, if that was later. A person of the pronoun's
        gender is preferred to one whose gender is unknown.

        Args:
            place: first character of the pronoun or quotation.
            gender: ``m``, ``f`` or empty for what the pronoun tells.
        """
        near = self.between(max(0, place - _REACH), place)
        if self._is_unnamed(near, place):
            return None
        if self.is_sitting:
            near = [speaker for speaker in near if speaker.start not in self._lines]
        if gender:
            near = [s for s in near if not self._is_beside_pronoun(s, gender)] or near
            near = self._of_gender(near, gender, place)
        subject: Speaker | None = None
        begun = -1
        for speaker in reversed(near):
            sentence = self.sentence_start(speaker.start)
            if subject is not None and sentence != begun:
                break
            if subject is None and "\n" in self._text[speaker.end : near[-1].start]:
                return near[-1]  # the paragraph names somebody, though not as its subject
            if self._has_spoken(speaker):
                return speaker
            if not self.is_oblique(speaker):
                subject, begun = speaker, sentence
        return subject or (near[-1] if near else None)

    def _of_gender(self, near: list[Speaker], gender: str, place: int) -> list[Speaker]:
        """Those of a gender, or of an unknown one, in the last paragraph that has any."""
        fitting = [s for s in near if self.gender_of(s) in {gender, ""}]
        if not fitting:
            return []
        line = self._text.rfind("\n", 0, fitting[-1].start)
        last = [speaker for speaker in fitting if speaker.start > line]
        nearest = last[-1] if last else fitting[-1]
        if not self.gender_of(nearest) and self._is_subject(nearest, fitting, place):
            return [nearest]
        return [speaker for speaker in last if self.gender_of(speaker)] or last

    def _is_subject(self, speaker: Speaker, others: list[Speaker], place: int) -> bool:
        """Whether a surname is the subject of its sentence: it opens it, or nobody else is named
        there and the next sentence is that of the place."""
        start = self.sentence_start(speaker.start)
        if speaker.start == start:
            return True
        ends = len(_SENTENCE_END.findall(self._text, speaker.end, place))
        alone = sum(other.start >= start for other in others) == 1
        return alone and ends <= 1 and not self.is_oblique(speaker)

    def _is_beside_pronoun(self, speaker: Speaker, gender: str) -> bool:
        """Whether a pronoun of the gender is the subject of the words before a mention.

        In `Elle cite souvent Mme X.` the next `elle` is not Mme X.
        """
        start = self.sentence_start(speaker.start)
        if speaker.start - start > _LONGEST_CLAUSE or speaker.phrase <= start:
            return False
        return _SUBJECT[gender].search(self._text, start, speaker.phrase) is not None

    def _has_spoken(self, speaker: Speaker) -> bool:
        """Whether this very mention was the speaker of the quotation before."""
        last = self._last[1] if self._last is not None else None
        return last is not None and last.start == speaker.start

    def _is_unnamed(self, near: list[Speaker], place: int) -> bool:
        """Whether somebody without a name was quoted last, in this line, and nobody named since."""
        if self._last is None or self._last[1] is not None:
            return False
        ended = self._last[0]
        named = bool(near) and near[-1].start >= ended
        return not named and "\n" not in self._text[ended:place]

    def sentence_start(self, place: int) -> int:
        """The first character of the sentence around a place."""
        told = self._sentences.get(place)
        if told is None:
            begin = max(0, place - 300)
            told = begin
            for match in _SENTENCE_END.finditer(self._text, begin, place):
                low = max(begin, match.end() - _LONGEST_TITLE)
                if not _TITLED.search(self._text, low, match.end()):
                    told = match.end()  # the point of `M.` ends no sentence
            self._sentences[place] = told
        return told

    def gender_of(self, speaker: Speaker) -> str:
        """``m``, ``f`` or empty for what the document tells of somebody."""
        return self._genders.get(speaker.name, "")

    def is_oblique(self, speaker: Speaker) -> bool:
        """Whether a preposition stands right before a mention, but not `quant à`."""
        match = _BEFORE.search(self._text, max(0, speaker.phrase - 30), speaker.phrase)
        if match and _TOPIC.search(self._text, max(0, match.start() - 8), match.start()):
            return False
        return match is not None and match[1].lower().replace("’", "'") in _OBLIQUE


def _phrase_start(text: str, mention: Mention[Person]) -> int:
    """The first character of `le maire, M. X` in `par le maire, M. X`."""
    begin = max(0, mention.start - 120)
    before = text[begin : mention.start].rstrip(" ,\u00a0\u202f")
    titled = _HONORIFIC.search(before, max(0, len(before) - _LONGEST_HONORIFIC))
    if titled:
        before = before[: titled.start()].rstrip(" ,\u00a0\u202f")
    role = mention.value.role
    if role and before.casefold().endswith(role.casefold()):
        before = before[: -len(role)].rstrip(" \u00a0\u202f")
    article = _ARTICLE.search(before, max(0, len(before) - _LONGEST_HONORIFIC))
    if article:
        before = before[: article.start()]
    return begin + len(before)
