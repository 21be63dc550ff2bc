"""The component ``hemicycle_quotes``: from a document with people to its quotations."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from hemicycle.annotation.quotes.cues import Cue, CueReader
from hemicycle.annotation.quotes.marks import Quoted, quoted_passages
from hemicycle.annotation.quotes.speakers import Speaker, Speakers
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.people import PEOPLE, Person
from hemicycle.kinds.quotes import QUOTES, Quote
from hemicycle.reading.cache import text_of

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_FEWEST_WORDS = 3
_SENTENCE_WORDS = 6
_NEAR = 260
# The wording of a law: `un alinéa ainsi rédigé : «`, `les mots : «`.
_WORDING = re.compile(
    r"\b(?:ainsi (?:rédigée?s?|modifiée?s?|libellée?s?)|les? mots?"
    r"|l[ae]s? (?:références?|phrases?|mentions?|dates?))[ \u00a0]*:\s*$",
    re.IGNORECASE,
)


class QuoteFinder:
    """Finds the quotations of a document; holds no state."""

    def __init__(self, spans_key: str = QUOTES.name, people_key: str = PEOPLE.name) -> None:
        """Arguments as for the factory."""
        self._spans_key = spans_key
        self._people_key = people_key

    def __call__(self, doc: Doc) -> Doc:
        """Leave the quotations in ``doc.spans``."""
        people = list(PEOPLE.read(doc, self._people_key))
        QUOTES.set(doc, self.quotes(text_of(doc), people), self._spans_key)
        return doc

    def quotes(self, text: str, people: list[Mention[Person]]) -> list[Mention[Quote]]:
        """The quotations of a text, in order.

        Args:
            text: the text.
            people: its mentions of people.
        """
        passages = quoted_passages(text)
        speakers = Speakers(text, people, passages)
        reader = CueReader(text, passages, speakers)
        found: list[Mention[Quote]] = []
        for passage in passages:
            if _WORDING.search(text, max(0, passage.start - _NEAR), passage.start):
                continue
            words = len(_WORD.findall(text, passage.start, passage.end))
            cue = reader.after(passage) or reader.inside(passage, text)
            if cue is None and words < _FEWEST_WORDS:
                opened = text[passage.start + 1 : passage.end].lstrip()[:1]
                cue = reader.partial(passage) if opened.islower() else None
                if cue is None:
                    continue
            cue = cue or reader.before(passage)
            if cue is None:
                cue = self._without_cue(text, passage, words, speakers, found)
            if cue is not None:
                found.append(_mention(passage, cue))
                if cue.speaker is not None:
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
