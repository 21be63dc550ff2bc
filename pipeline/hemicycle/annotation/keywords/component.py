"""The component ``hemicycle_keywords``: ranks the phrases of a document and its speeches."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc

from hemicycle.annotation.keywords.background import load_commonness
from hemicycle.annotation.keywords.candidates import CandidateFinder
from hemicycle.annotation.keywords.formulas import FormulaFinder
from hemicycle.annotation.keywords.keys import Keys
from hemicycle.annotation.keywords.names import (
    addresses_of,
    in_lists,
    labels_of,
    names_of,
    speakers_of,
)
from hemicycle.annotation.keywords.occurrences import Key, Occurrences
from hemicycle.annotation.keywords.of_speeches import SaidInSpeeches
from hemicycle.annotation.keywords.phrases import Phrases
from hemicycle.annotation.keywords.ranking import Counted, best
from hemicycle.annotation.keywords.title import heading_end, title_end
from hemicycle.annotation.keywords.topical import topical_places
from hemicycle.annotation.keywords.turning import greetings_of, questions_of
from hemicycle.annotation.long_turns import long_turns
from hemicycle.annotation.titles import titles_in
from hemicycle.annotation.unsaid import unsaid_in
from hemicycle.kinds.dates import DATES
from hemicycle.kinds.keywords import KEYWORDS, Keyword
from hemicycle.reading.cache import sentence_starts, text_of
from hemicycle.reading.reading import reading_of

_DEFAULT_KEYS = Keys()


class KeywordFinder:
    """Sets ``doc._.keywords``, and the keywords of speeches."""

    def __init__(
        self,
        most: int,
        fewest_words: int = 80,
        most_of_speech: int = 5,
        keys: Keys = _DEFAULT_KEYS,
    ) -> None:
        """Read the words that are no keywords, and how common words are.

        Args:
            most: the most keywords of one document.
            fewest_words: a speech of fewer words has no keywords of its own.
            most_of_speech: the most keywords of one speech.
            keys: where it finds what was found before it.
        """
        self._keys = keys
        self._most = most
        self._fewest_words = fewest_words
        self._most_of_speech = most_of_speech
        self._finder = CandidateFinder()
        self._formulas = FormulaFinder()
        self._commonness = load_commonness()

    def __call__(self, doc: Doc) -> Doc:
        """Rank the keywords of a document and of its longer speeches."""
        speeches = SaidInSpeeches(long_turns(doc, self._fewest_words, self._keys.speeches))
        phrases = self._phrases(doc, speeches)
        KEYWORDS.set(doc, _keywords(phrases, best(phrases, self._commonness, self._most)))
        of_speeches = speeches.ranked(phrases, self._commonness, self._most_of_speech)
        KEYWORDS.set_of_speeches(
            doc, {number: _keywords(said, chosen) for number, said, chosen in of_speeches}
        )
        return doc

    def _phrases(self, doc: Doc, speeches: SaidInSpeeches) -> dict[Key, Occurrences]:
        reading = reading_of(doc)
        text = reading.text
        names = names_of(doc, self._keys)
        # Which rates are dates, amounts tell, which not every pipeline with keywords looks for.
        found_dates = DATES.read(doc, self._keys.dates)
        dates = [(m.start, m.end) for m in found_dates if m.value.type != "SET"]
        unsaid = unsaid_in(doc, self._keys.speeches, self._keys.reactions)
        questions = questions_of(text, names)
        noise = [*addresses_of(text), *greetings_of(text), *labels_of(text, names)]
        noise += speakers_of(doc, names, self._keys, {name.shown for name, _ in questions})
        noise += [(name.start, stop) for name, stop in questions]
        noise += [
            (title.start, title.end)
            for title in titles_in(doc, self._keys.people)
            if title.kind == "office" and not title.appointed
        ]
        taken = sorted([*dates, *unsaid, *self._formulas.find(reading.words), *noise])
        phrases = Phrases(
            text,
            self._finder,
            title=title_end(text, lambda: _second_sentence(doc)),
            heading=heading_end(text),
            topical=topical_places(doc, self._keys),
            listed=in_lists(text, names),
        )
        phrases.add(self._finder.runs(reading, names, taken), speeches)
        return phrases.found


def _keywords(phrases: Mapping[Key, Counted], chosen: list[tuple[Key, float]]) -> list[Keyword]:
    """The chosen phrases as keywords, their scores as shares of the highest."""
    highest = chosen[0][1] if chosen else 1.0
    return [
        Keyword(phrases[key].best_form, score / highest, rank, phrases[key].count)
        for rank, (key, score) in enumerate(chosen, start=1)
    ]


def _second_sentence(doc: Doc) -> int:
    starts = sentence_starts(doc)
    return starts[1] if len(starts) > 1 else len(text_of(doc))
