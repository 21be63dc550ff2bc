"""The component ``hemicycle_quotes``: from a document with people to its quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from hemicycle.annotation.quotes.cues import Cue, CueReader
from hemicycle.annotation.quotes.marks import Quoted, quoted_passages
from hemicycle.annotation.quotes.speakers import Speaker, Speakers
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.people import PEOPLE, Person
from hemicycle.kinds.quotes import QUOTES, Quote
from hemicycle.kinds.speeches import SPEECHES, Speech
from hemicycle.reading.cache import text_of

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_FEWEST_WORDS = 3
_SENTENCE_WORDS = 6
_NEAR = 260
_CLAUSE = re.compile(r"\bqu(?:e|['’])$", re.IGNORECASE)
_CLAUSE_REACH = 150
_FRAGMENTS = 4  # of one sentence
# The wording of a law: `un alinéa ainsi rédigé : «`, `les mots : «`.
_WORDING = re.compile(
    r"\b(?:ainsi (?:rédigée?s?|modifiée?s?|libellée?s?)|les? mots?"
    r"|l[ae]s? (?:références?|phrases?|mentions?|dates?))[ \u00a0]*:\s*$",
    re.IGNORECASE,
)


class QuoteFinder:
    """Finds the quotations of a document; holds no state."""

    def __init__(
        self,
        spans_key: str = QUOTES.name,
        people_key: str = PEOPLE.name,
        speeches_key: str = SPEECHES.name,
    ) -> None:
        """Arguments as for the factory."""
        self._spans_key = spans_key
        self._people_key = people_key
        self._speeches_key = speeches_key

    def __call__(self, doc: Doc) -> Doc:
        """Leave the quotations in ``doc.spans``."""
        people = list(PEOPLE.read(doc, self._people_key))
        turns = list(SPEECHES.read(doc, self._speeches_key))
        QUOTES.set(doc, self.quotes(text_of(doc), people, turns), self._spans_key)
        return doc

    def quotes(
        self,
        text: str,
        people: list[Mention[Person]],
        turns: Sequence[Mention[Speech]] = (),
    ) -> list[Mention[Quote]]:
        """The quotations of a text, in order.

        Args:
            text: the text.
            people: its mentions of people.
            turns: its turns, in order; who speaks in one may quote himself.
        """
        starts = [turn.start for turn in turns]
        passages = quoted_passages(text)
        speakers = Speakers(text, people, passages)
        reader = CueReader(text, passages, speakers)
        found: list[Mention[Quote]] = []
        for number, passage in enumerate(passages):
            if _WORDING.search(text, max(0, passage.start - _NEAR), passage.start):
                continue
            words = len(_WORD.findall(text, passage.start, passage.end))
            cue = reader.after(passage) or reader.signed(passage) or reader.inside(passage, text)
            cue = cue or _late(reader, passages, number)
            if cue is None and words < _FEWEST_WORDS:
                opened = text[passage.start + 1 : passage.end].lstrip()[:1]
                cue = reader.partial(passage) if opened.islower() else None
                if cue is None:
                    continue
            cue = cue or reader.before(passage)
            if cue is None:
                cue = self._without_cue(text, passage, words, speakers, found)
            if cue is not None and cue.mine and (index := bisect_right(starts, passage.start)):
                turn = turns[index - 1]
                if passage.start < turn.end and turn.value.speaker:
                    who = turn.value.speaker
                    found.append(_by(passage, cue.words, who))
                    continue
            if cue is not None:
                found.append(_mention(passage, cue))
                if cue.speaker is not None or cue.words:
                    speakers.spoke(passage.end, cue.speaker)
        return found

    def _without_cue(
        self,
        text: str,
        passage: Quoted,
        words: int,
        speakers: Speakers,
        found: list[Mention[Quote]],
    ) -> Cue | None:
        """A quotation that no word brings in: whole sentences, by whoever spoke last."""
        inner = text[passage.start + 1 : passage.end - 1].strip()
        before = text[max(0, passage.start - 40) : passage.start].rstrip(" \u00a0\u202f")
        clause = words >= _SENTENCE_WORDS and _CLAUSE.search(before) and not speakers.is_sitting
        if clause and not speakers.between(passage.start - _CLAUSE_REACH, passage.start):
            return Cue("", None)  # `tenir compte du fait qu'« … »`
        begins = not before or before[-1] in ".!?…:\n»"
        if words < _SENTENCE_WORDS or not begins or not inner[:1].isupper() or speakers.is_sitting:
            return None
        last = found[-1] if found else None
        if last is not None and passage.start - last.end < _NEAR and last.value.speaker:
            between = speakers.between(last.end, passage.start)
            names = {speaker.name for speaker in between}
            if names <= {last.value.speaker}:
                place = last.value.speaker_start_char
                start = place if place is not None else last.start
                return Cue("", Speaker(start, start, last.value.speaker, start))
        return Cue("", speakers.meant(passage.start, ""))


def _late(reader: CueReader, passages: list[Quoted], number: int) -> Cue | None:
    """The cue behind the last of several fragments of one sentence."""
    for passage, following in zip(
        passages[number:], passages[number + 1 : number + _FRAGMENTS], strict=False
    ):
        if not reader.ties(passage, following):
            return None
        if (cue := reader.after(following)) is not None:
            return replace(cue, words="")
    return None


def _by(passage: Quoted, words: str, speaker: str) -> Mention[Quote]:
    """A quotation whose speaker is no mention of the text but who has the floor."""
    value = Quote(speaker, " ".join(words.split()))
    return Mention(passage.start, passage.end, "QUOTE", value)


def _mention(passage: Quoted, cue: Cue) -> Mention[Quote]:
    """The mention of a quotation."""
    speaker = cue.speaker
    return Mention(
        passage.start,
        passage.end,
        "QUOTE",
        Quote(
            speaker.name if speaker else "",
            " ".join(cue.words.split()),
            speaker.start if speaker else None,
        ),
    )
