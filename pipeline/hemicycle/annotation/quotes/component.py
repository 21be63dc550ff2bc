"""The component ``hemicycle_quotes``: from a document with people to its quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from hemicycle.annotation.linear import chance
from hemicycle.annotation.quotes.cues import Cue, CueReader
from hemicycle.annotation.quotes.features import quote_weights, seen_of, without_speaker
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
_COLON = re.compile(r":[\s\u00a0\u202f]*$")
_FRAGMENTS = 4  # of one sentence
# The wording of a law: `un alinéa ainsi rédigé : «`, `les mots : «`.
_WORDING = re.compile(
    r"\b(?:ainsi (?:rédigée?s?|modifiée?s?|libellée?s?)|les? mots?"
    r"|l[ae]s? (?:références?|phrases?|mentions?|dates?))[ \u00a0]*:\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class JudgedQuote:
    """A quotation and the one whom it is given to.

    Attributes:
        start: first character, from 0; its marks are in it.
        end: one past the last.
        cue: the words that bring it in, or empty.
        speaker: the canonical name, empty if nobody is named.
        place: first character of the mention that names the speaker, None if there is none.
        seen: the features that hold (:mod:`hemicycle.annotation.quotes.features`).
        odds: the logarithm of the odds that it is right.
    """

    start: int
    end: int
    cue: str
    speaker: str
    place: int | None
    seen: tuple[str, ...]
    odds: float

    def mention(self) -> Mention[Quote]:
        """The mention that it makes."""
        if self.odds < 0:
            odds = quote_weights().score(without_speaker(self.seen))
            value = Quote("", self.cue, None, round(chance(odds), 2))
        else:
            value = Quote(self.speaker, self.cue, self.place, round(chance(self.odds), 2))
        return Mention(self.start, self.end, "QUOTE", value)


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
        # An unnamed office is nobody who is quoted, even where a gazetteer tells who held it.
        everyone = PEOPLE.read(doc, self._people_key)
        people = [person for person in everyone if person.value.mention != "office"]
        turns = list(SPEECHES.read(doc, self._speeches_key))
        QUOTES.set(doc, self.quotes(text_of(doc), people, turns), self._spans_key)
        return doc

    def quotes(
        self,
        text: str,
        people: list[Mention[Person]],
        turns: Sequence[Mention[Speech]] = (),
    ) -> list[Mention[Quote]]:
        """The quotations of a text, in order; a speaker likelier wrong than right is left out.

        Args:
            text: the text.
            people: its mentions of people.
            turns: its turns, in order; who speaks in one may quote himself.
        """
        return [judged.mention() for judged in self.judged(text, people, turns)]

    def judged(
        self,
        text: str,
        people: list[Mention[Person]],
        turns: Sequence[Mention[Speech]] = (),
    ) -> list[JudgedQuote]:
        """The quotations of a text with what is seen of each, in order; arguments as above."""
        starts = [turn.start for turn in turns]
        passages = quoted_passages(text)
        speakers = Speakers(text, people, passages)
        reader = CueReader(text, passages, speakers)
        found: list[JudgedQuote] = []
        for number, passage in enumerate(passages):
            cue = self._cue(text, passages, number, reader, speakers, found)
            if cue is None:
                continue
            who, mine = cue.speaker.name if cue.speaker else "", False
            if cue.mine and (index := bisect_right(starts, passage.start)):
                turn = turns[index - 1]
                mine = passage.start < turn.end and bool(turn.value.speaker)
                who = turn.value.speaker if mine else who
            seen = tuple(seen_of(text, passage, cue, mine, speakers))
            place = cue.speaker.start if cue.speaker and not mine else None
            words = " ".join(cue.words.split())
            odds = quote_weights().score(seen)
            found.append(JudgedQuote(passage.start, passage.end, words, who, place, seen, odds))
            if not mine and (cue.speaker is not None or cue.words):
                speakers.spoke(passage.end, cue.speaker)
        return found

    def _cue(
        self,
        text: str,
        passages: list[Quoted],
        number: int,
        reader: CueReader,
        speakers: Speakers,
        found: list[JudgedQuote],
    ) -> Cue | None:
        """What brings a quotation in and who speaks, None if what is in its marks is no speech."""
        passage = passages[number]
        if _WORDING.search(text, max(0, passage.start - _NEAR), passage.start):
            return None
        words = len(_WORD.findall(text, passage.start, passage.end))
        cue = reader.after(passage) or reader.signed(passage) or reader.inside(passage, text)
        cue = cue or _late(reader, passages, number)
        if cue is None and words < _FEWEST_WORDS:
            opened = text[passage.start + 1 : passage.end].lstrip()[:1]
            if opened.islower():
                return reader.partial(passage)
            answered = _COLON.search(text, max(0, passage.start - 4), passage.start)
            brought = reader.before(passage) if answered else None
            told = brought is not None and brought.words and brought.speaker is not None
            return brought if told else None
        cue = cue or reader.before(passage)
        return cue or self._without_cue(text, passage, words, speakers, found)

    def _without_cue(
        self,
        text: str,
        passage: Quoted,
        words: int,
        speakers: Speakers,
        found: list[JudgedQuote],
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
        if last is not None and passage.start - last.end < _NEAR and last.speaker:
            between = speakers.between(last.end, passage.start)
            names = {speaker.name for speaker in between}
            if names <= {last.speaker}:
                start = last.place if last.place is not None else last.start
                return Cue("", Speaker(start, start, last.speaker, start))
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
