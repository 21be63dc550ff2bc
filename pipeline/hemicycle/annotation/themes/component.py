"""The component ``hemicycle_themes``: topics of a document and of each of its sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from hemicycle.annotation.long_turns import long_turns
from hemicycle.annotation.themes.calibration import Calibration
from hemicycle.annotation.themes.home import Homes
from hemicycle.annotation.themes.subtopics import Subtopics
from hemicycle.annotation.themes.weighing import Evidence, Weigher
from hemicycle.annotation.unsaid import covers, unsaid_in
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.reactions import REACTIONS
from hemicycle.kinds.speeches import SPEECHES
from hemicycle.kinds.theme_passages import THEME_PASSAGES, Passage
from hemicycle.kinds.themes import THEMES, Theme
from hemicycle.knowledge.use import load_csv
from hemicycle.reading.cache import sentence_starts, text_of
from hemicycle.reading.reading import reading_of

_FOREIGN_AFFAIRS = "19"
_EVEN = 0.5


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
        spans_key: str = THEME_PASSAGES.name,
        speeches_key: str = SPEECHES.name,
        reactions_key: str = REACTIONS.name,
    ) -> None:
        """Read the lexicon, the labels and the calibration; arguments as for the factory."""
        self._spans_key = spans_key
        self._fewest_words = fewest_words
        self._most_of_speech = most_of_speech
        self._unsaid_keys = speeches_key, reactions_key
        self._labels = {row["code"]: row["label"] for row in load_csv("taxonomies", "cap.csv")}
        self._weigher = Weigher(least_weight, least_share, strong_weight, most)
        self._subtopics = Subtopics()
        self._calibration = Calibration.load()
        self._homes = Homes()

    def __call__(self, doc: Doc) -> Doc:
        """Tag a document and its sentences."""
        text = text_of(doc)
        home = self._homes.terms(text, doc._.country)
        unsaid = unsaid_in(doc, *self._unsaid_keys)
        evidence = [
            one
            for one in self._weigher.find(reading_of(doc))
            if (one.code != _FOREIGN_AFFAIRS or one.term not in home)
            and not covers(unsaid, one.start)
        ]
        THEMES.set(doc, self._themes(evidence))
        THEMES.set_of_speeches(doc, self._of_speeches(doc, evidence))
        THEME_PASSAGES.set(doc, self._passages(doc, evidence), self._spans_key)
        return doc

    def _themes(self, evidence: Iterable[Evidence]) -> list[Theme]:
        return [
            Theme(
                topic.code,
                self._labels[topic.code],
                self._calibration.score(topic.total, topic.share),
                rank,
                topic.heaviest(),
            )
            for rank, topic in enumerate(self._weigher.weigh(evidence), start=1)
        ]

    def _of_speeches(self, doc: Doc, evidence: list[Evidence]) -> dict[int, list[Theme]]:
        found: dict[int, list[Theme]] = {}
        for turn in long_turns(doc, self._fewest_words, self._unsaid_keys[0]):
            first = bisect_left(evidence, turn.start, key=_start)
            own = evidence[first : bisect_left(evidence, turn.end, key=_start)]
            themes = self._themes(own)[: self._most_of_speech]
            # What would be wrong more often than right is left out.
            if sure := [theme for theme in themes if theme.score >= _EVEN]:
                found[turn.value.speech] = sure
        return found

    def _passages(self, doc: Doc, evidence: list[Evidence]) -> Iterator[Mention[Passage]]:
        text, starts = text_of(doc), sentence_starts(doc)
        by_sentence: defaultdict[int, list[Evidence]] = defaultdict(list)
        for one in evidence:
            by_sentence[bisect_right(starts, one.start) - 1].append(one)
        for index, found in by_sentence.items():
            stop = starts[index + 1] if index + 1 < len(starts) else len(text)
            sentence = text[starts[index] : stop]
            start = starts[index] + len(sentence) - len(sentence.lstrip())
            end = starts[index] + len(sentence.rstrip())
            for topic in self._weigher.weigh(found):
                terms = topic.heaviest()
                subtopic = self._subtopics.of(topic.code, topic.terms)
                places = {one.term: [one.start, one.end] for one in reversed(found)}
                passage = Passage(
                    topic.code,
                    self._labels[topic.code],
                    subtopic,
                    self._subtopics.label(subtopic),
                    self._calibration.score(topic.total, topic.share),
                    terms,
                    [places[term] for term in terms],
                )
                yield Mention(start, end, topic.code, passage)


def _start(one: Evidence) -> int:
    return one.start
