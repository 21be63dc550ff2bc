"""The component ``hemicycle_themes``: topics of a document and of each of its sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Doc

from hemicycle.annotation.long_turns import long_turns
from hemicycle.annotation.themes.document_trust import (
    facts_of,
    first_chance,
    later_chance,
    later_facts_of,
    unpolitical,
)
from hemicycle.annotation.themes.features import Rates, document_features, passage_features
from hemicycle.annotation.themes.headings import NO_HEADING, Heading, Headings
from hemicycle.annotation.themes.home import Homes
from hemicycle.annotation.themes.rates import company, filed
from hemicycle.annotation.themes.sections import Sections
from hemicycle.annotation.themes.shares import NOTHING, Shares
from hemicycle.annotation.themes.subtopics import Subtopics
from hemicycle.annotation.themes.surroundings import REACH, Surroundings
from hemicycle.annotation.themes.telling import Telling
from hemicycle.annotation.themes.territories import Territories
from hemicycle.annotation.themes.trust import passage_chance
from hemicycle.annotation.themes.weighing import Evidence, Weighed, Weigher
from hemicycle.annotation.themes.weights import document_weights
from hemicycle.annotation.titles import Title, is_addressed, title_at, titles_in
from hemicycle.annotation.unsaid import covers, unsaid_in
from hemicycle.kinds.context import told
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.reactions import REACTIONS
from hemicycle.kinds.speeches import SPEECHES, Speech
from hemicycle.kinds.theme_passages import THEME_PASSAGES, Passage
from hemicycle.kinds.themes import THEMES, Theme
from hemicycle.knowledge.use import load_csv
from hemicycle.reading.cache import sentence_starts, text_of
from hemicycle.reading.reading import Reading, reading_of

_FOREIGN_AFFAIRS, _INSTITUTIONS = "19", "20"
_EVEN = 0.5
# Characters of a text of two thirds of a page.
_PAGE = 800
# Of two topics about as likely (by the logarithm of their odds), a text leads with the one it says
# first.
_EQUAL = 0.2
# A text may have a topic more for so many letters, if this part of its words is of it.
_LETTERS_OF_ONE_MORE = 3000
_LEAST_SHARE = 0.02
# A longer first line is no title.
_LONGEST_TITLE = 250


class Judged(NamedTuple):
    """A topic of a sentence or of the document, and what is seen of it.

    Attributes:
        start: first character of the sentence, or of the text.
        end: one past the last.
        topic: the topic with its weight.
        seen: its features by name.
        first: where it is first spoken of.
        evidence: the terms of the sentence.
    """

    start: int
    end: int
    topic: Weighed
    seen: dict[str, float]
    first: int
    evidence: list[Evidence]


class Ranked(NamedTuple):
    """A topic of a text in its place.

    Attributes:
        odds: the logarithm of the odds that the text is filed under it.
        spoken: how likely the text speaks of it, if it is not the first.
        judged: the topic, and what is seen of it.
    """

    odds: float
    spoken: float
    judged: Judged


class ThemeTagger:
    """Sets ``doc._.themes``, and leaves passages in ``doc.spans``."""

    def __init__(
        self,
        least_weight: float,
        least_share: float,
        strong_weight: float,
        most: int,
        fewest_words: int = 40,
        most_of_speech: int = 3,
        least_chance: float = 0.7,
        least_of_text: float = 0.4,
        least_of_later: float = 0.5,
        spans_key: str = THEME_PASSAGES.name,
        speeches_key: str = SPEECHES.name,
        reactions_key: str = REACTIONS.name,
    ) -> None:
        """Read the lexicon, the labels and the calibration; arguments as for the factory."""
        self._spans_key = spans_key
        self._fewest_words = fewest_words
        self._most_of_speech = most_of_speech
        self._least_chance = least_chance
        self._least_of_text = least_of_text
        self._least_of_later = least_of_later
        self._unsaid_keys = speeches_key, reactions_key
        self._labels = {row["code"]: row["label"] for row in load_csv("taxonomies", "cap.csv")}
        self._most = most
        self._weigher = Weigher(least_weight, least_share, strong_weight, most)
        self._subtopics = Subtopics()
        self._homes = Homes()
        self._territories = Territories()
        self._headings = Headings(self._weigher, self._territories)
        self._rates = Rates(company(), filed())

    def __call__(self, doc: Doc) -> Doc:
        """Tag a document and its sentences."""
        evidence = self.evidence(doc)
        passages = list(self._passages(doc, evidence))
        shares = Shares(passages, reading_of(doc).words.starts)
        THEMES.set(doc, self._themes(doc, self.of_text(doc, evidence), shares))
        THEMES.set_of_speeches(doc, self._of_speeches(doc, evidence, shares))
        THEME_PASSAGES.set(doc, passages, self._spans_key)
        return doc

    def evidence(self, doc: Doc) -> list[Evidence]:
        """The terms that speak for topics, in order.

        None names the text's own country, nor an office or a profession, which say who somebody is.
        """
        home = self._homes.terms(reading_of(doc), told(doc, "country"))
        unsaid, titles = unsaid_in(doc, *self._unsaid_keys), titles_in(doc)
        text = text_of(doc)
        return [
            one
            for one in reading_of(doc).once(self._find)
            if (one.code != _FOREIGN_AFFAIRS or one.term not in home)
            and not _says_who(text, title_at(titles, one.start), one)
            and not covers(unsaid, one.start)
        ]

    def unpolitical(self, doc: Doc) -> float:
        """How little a document names institutions, from 0 to 1."""
        offices = sum(title.kind == "office" for title in titles_in(doc))
        return unpolitical(reading_of(doc).once(self._find), offices)

    def of_text(
        self, doc: Doc, evidence: list[Evidence], turn: Mention[Speech] | None = None
    ) -> list[Judged]:
        """The topics of a document or of one of its turns, with what is seen of them.

        Args:
            doc: the document.
            evidence: the terms of the document, or of the turn.
            turn: the turn, if it is one.
        """
        text = text_of(doc)
        start, end = (turn.start, turn.end) if turn else (0, len(text))
        read = self._headings.read
        heading = read(turn.value.section) if turn else reading_of(doc).once(self._title)
        length, territory = max(1, end - start), self._territories.named_in(evidence)
        topics = self._weigher.weigh(evidence, length // _LETTERS_OF_ONE_MORE)
        telling = Telling(evidence, start, end)
        judged = []
        for rank, topic in enumerate(topics, start=1):
            told = telling.of(topic)
            seen = document_features(topics, rank, self._rates, heading, length, told, territory)
            judged.append(Judged(start, end, topic, seen, told.first, evidence))
        return judged

    def of_sentences(self, doc: Doc, evidence: list[Evidence]) -> Iterator[Judged]:
        """The topics of the sentences of a document, with what is seen of them, in order.

        Args:
            doc: the document.
            evidence: its terms, in order.
        """
        text, starts = text_of(doc), sentence_starts(doc)
        by_sentence: defaultdict[int, list[Evidence]] = defaultdict(list)
        for one in evidence:
            by_sentence[bisect_right(starts, one.start) - 1].append(one)
        surroundings = Surroundings(evidence)
        title = reading_of(doc).once(self._title).topics
        above = Sections(SPEECHES.read(doc, self._unsaid_keys[0]), title, self._topics_of)
        for index, found in by_sentence.items():
            stop = starts[index + 1] if index + 1 < len(starts) else len(text)
            sentence = text[starts[index] : stop]
            start = starts[index] + len(sentence) - len(sentence.lstrip())
            end = starts[index] + len(sentence.rstrip())
            around = surroundings.of(start, end, found)
            near = min(len(text), end + REACH) - max(0, start - REACH) - (end - start)
            told = around, above.at(start), end - start, near
            for topic in self._weigher.weigh(found):
                seen = passage_features(topic, self._rates, *told)
                yield Judged(start, end, topic, seen, found[0].start, found)

    def is_told(self, chance_of_first: float) -> bool:
        """Whether a text has topics, by the chance of its first."""
        return chance_of_first >= self._least_of_text

    @staticmethod
    def ranked(judged: Iterable[Judged]) -> list[Ranked]:
        """The topics: first the one that the text is filed under, then those that it likeliest
        speaks of.

        Of two about as likely, the one said first leads; of a short text, the heaviest: what is
        likely was learnt from longer ones.
        """
        weights = document_weights()
        ranked = []
        for one in judged:
            odds = weights.weigh(one.seen)
            ranked.append(Ranked(odds, later_chance(later_facts_of(one.seen, odds)), one))
        if ranked and _is_page(ranked[0].judged):
            ranked.sort(key=lambda one: -one.odds)
            if len(ranked) > 1 and ranked[0].odds - ranked[1].odds < _EQUAL:
                ranked[:2] = sorted(ranked[:2], key=lambda one: one.judged.first)
        return ranked[:1] + sorted(ranked[1:], key=lambda one: -one.spoken)

    def _themes(
        self, doc: Doc, judged: Iterable[Judged], shares: Shares, is_turn: bool = False
    ) -> list[Theme]:
        """The topics, likeliest first; none if the first is not likely enough, nor others that are
        likelier none of the text.

        Of a text of more than the usual number, those are left out that it says next to nothing of:
        not institutions, of which sentences are seldom. A turn has words in passing of what others
        speak of: it has no topic behind the first that it would not likely be filed under.
        """
        ranked = self.ranked(judged)
        if not ranked:
            return []
        first = ranked[0].judged
        score = first_chance(facts_of(first.seen, self.unpolitical(doc)))
        if not self.is_told(score):
            return []
        told = shares.of(first.start, first.end)
        is_long = len(ranked) > self._most
        themes: list[Theme] = []
        for odds, spoken, (_, _, topic, _, _, _) in ranked:
            share, subtopic = told.get(topic.code, NOTHING)
            if is_long and themes and share < _LEAST_SHARE and topic.code != _INSTITUTIONS:
                continue
            if themes:
                if is_turn and odds < 0:
                    continue
                score = min(score, spoken)
                if score < self._least_of_later and _is_page(first):
                    break
            theme = Theme(
                topic.code,
                self._labels[topic.code],
                score,
                len(themes) + 1,
                topic.heaviest(),
                share,
                subtopic,
                self._subtopics.label(subtopic),
            )
            themes.append(theme)
        return themes

    def _of_speeches(
        self, doc: Doc, evidence: list[Evidence], shares: Shares
    ) -> dict[int, list[Theme]]:
        found: dict[int, list[Theme]] = {}
        for turn in long_turns(doc, self._fewest_words, self._unsaid_keys[0]):
            first = bisect_left(evidence, turn.start, key=_start)
            own = evidence[first : bisect_left(evidence, turn.end, key=_start)]
            themes = self._themes(doc, self.of_text(doc, own, turn), shares, is_turn=True)
            # What would be wrong more often than right is left out.
            sure = [theme for theme in themes if theme.score >= _EVEN]
            if sure:
                found[turn.value.speech] = sure[: self._most_of_speech]
        return found

    def _passages(self, doc: Doc, evidence: list[Evidence]) -> Iterator[Mention[Passage]]:
        for one in self.of_sentences(doc, evidence):
            score = passage_chance(one.seen)
            if score < self._least_chance:
                continue
            topic, terms = one.topic, one.topic.heaviest()
            subtopic = self._subtopics.of(topic.code, topic.terms)
            places = {at.term: [at.start, at.end] for at in reversed(one.evidence)}
            passage = Passage(
                topic.code,
                self._labels[topic.code],
                subtopic,
                self._subtopics.label(subtopic),
                score,
                terms,
                [places[term] for term in terms],
            )
            yield Mention(one.start, one.end, topic.code, passage)

    def _find(self, reading: Reading) -> list[Evidence]:
        return list(self._weigher.find(reading))

    def _title(self, reading: Reading) -> Heading:
        """What the first line says, if it is a title."""
        line = reading.text.find("\n")
        return self._headings.read(reading.text[:line]) if 0 < line < _LONGEST_TITLE else NO_HEADING

    def _topics_of(self, heading: str) -> frozenset[str]:
        return self._headings.read(heading).topics


def _says_who(text: str, title: Title | None, one: Evidence) -> bool:
    """Whether a term tells no topic for being in a title.

    That there is an office, or who is appointed to one, is of institutions; the matters of an
    office (`collectivités territoriales`) are not.
    """
    if title is None:
        return False
    if one.code != _INSTITUTIONS or is_addressed(text, title):
        return True
    return one.start > title.start and not title.appointed


def _is_page(one: Judged) -> bool:
    return one.end - one.start >= _PAGE


def _start(one: Evidence) -> int:
    return one.start
