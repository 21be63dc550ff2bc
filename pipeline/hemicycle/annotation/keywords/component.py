"""The component ``hemicycle_keywords``: ranks the phrases of a document."""

from __future__ import annotations

from spacy.tokens import Doc

from hemicycle.annotation.keywords.background import load_commonness
from hemicycle.annotation.keywords.candidates import CandidateFinder
from hemicycle.annotation.keywords.formulas import FormulaFinder
from hemicycle.annotation.keywords.keys import Keys
from hemicycle.annotation.keywords.names import in_lists, labels_of, names_of
from hemicycle.annotation.keywords.ranking import Key, Occurrences, choose, scores
from hemicycle.annotation.keywords.title import (
    capital_lines,
    heading_end,
    in_small_letters,
    is_shouted,
    stands_in,
    title_end,
)
from hemicycle.annotation.keywords.topical import topical_places
from hemicycle.annotation.unsaid import labels_in, reactions_in
from hemicycle.kinds.dates import DATES
from hemicycle.kinds.keywords import Keyword
from hemicycle.reading.cache import sentence_starts, text_of

_DEFAULT_KEYS = Keys()


class KeywordFinder:
    """Sets ``doc._.keywords``."""

    def __init__(self, most: int, keys: Keys = _DEFAULT_KEYS) -> None:
        """Read the words that are no keywords, and how common words are.

        Args:
            most: the most keywords of one document.
            keys: where it finds what was found before it.
        """
        self._keys = keys
        self._most = most
        self._finder = CandidateFinder()
        self._formulas = FormulaFinder()
        self._commonness = load_commonness()

    def __call__(self, doc: Doc) -> Doc:
        """Rank the keywords of a document."""
        phrases = self._phrases(doc)
        score = scores(phrases, self._commonness)
        chosen = choose(phrases, score, self._most)
        best = score[chosen[0]] if chosen else 1.0
        doc._.keywords = [
            Keyword(phrases[key].best_form, score[key] / best, rank, phrases[key].count)
            for rank, key in enumerate(chosen, start=1)
        ]
        return doc

    def _phrases(self, doc: Doc) -> dict[Key, Occurrences]:
        text = text_of(doc)
        title, heading = title_end(text, _second_sentence(doc)), heading_end(text)
        found: dict[Key, Occurrences] = {}
        names = names_of(doc, self._keys)
        # Which rates are dates, amounts tell, which not every pipeline with keywords looks for.
        found_dates = DATES.read(doc, self._keys.dates)
        dates = [(m.start, m.end) for m in found_dates if m.value.type != "SET"]
        unsaid = labels_in(doc, self._keys.speeches) + reactions_in(doc, self._keys.reactions)
        taken = sorted([*dates, *unsaid, *self._formulas.find(text), *labels_of(text, names)])
        headings, listed = capital_lines(text), in_lists(text, names)
        topical = topical_places(doc, self._keys)
        for run in self._finder.runs(text, names, taken):
            for phrase in self._finder.phrases(run):
                first, last = phrase[0], phrase[-1]
                key = tuple(unit.key for unit in phrase)
                seen = found.get(key)
                if seen is None:
                    alone = len(phrase) == 1
                    seen = found[key] = Occurrences(
                        first.start,
                        name=alone and first.name,
                        vague=alone and self._finder.is_vague(first.key),
                    )
                shown = first.shown if len(phrase) == 1 else text[first.start : last.end]
                named = first.name or last.name
                if not named and (stands_in(headings, first.start) or is_shouted(shown)):
                    shown = in_small_letters(shown)
                seen.forms[" ".join(shown.split())] += 1
                seen.in_title = seen.in_title or first.start < title
                seen.topical = seen.topical or (first.start, last.end) in topical
                seen.in_heading = seen.in_heading or last.end <= heading
                seen.listed += first.start in listed
                seen.edges += (first is run[0]) + (last is run[-1])
        return found


def _second_sentence(doc: Doc) -> int:
    starts = sentence_starts(doc)
    return starts[1] if len(starts) > 1 else len(text_of(doc))
