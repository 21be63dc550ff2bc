"""How likely a text speaks of a branch of the economy where a term of the lexicon stands.

The weights are fitted to rows of real texts that were judged and to our own labelled sentences
(``hemicycle calibrate``), and stand in ``models/calibration/sectors.toml``. A word of a branch that
stands among others of it is hardly ever meant otherwise; alone, it is as sure as the word is
(Yarowsky, "Unsupervised word sense disambiguation rivaling supervised methods", 1995).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from hemicycle.annotation.linear import Weights, load_weights
from hemicycle.annotation.sectors.candidates import Candidate
from hemicycle.annotation.sectors.company import NEAR, company
from hemicycle.kinds.sectors import ACTIVITY
from hemicycle.knowledge.made import per_knowledge
from hemicycle.reading.content_words import content_words
from hemicycle.reading.reading import Reading

FILE = ("calibration", "sectors.toml")
TABLE = "rows"
#: What is less likely right gives no row, if the pipeline says nothing else.
LEAST_CONFIDENCE = 0.7
#: The components whose spans tell titles of offices, labels of turns and places from branches.
READ_BEFORE = (
    "hemicycle_sentences",
    "ner",
    "hemicycle_people",
    "hemicycle_speeches",
    "hemicycle_places_and_bodies",
)

#: What is seen of a candidate.
FEATURES = {
    "office": "it stands in the title of an office",
    "institution": "it names a body or an idea of politics, in a text that says more",
    "absent": "nothing of its section is named near, as far as there is text",
    "part": "which part of the terms of branches are of its own, beside what is usual",
    "company": "how often the term stands near others of its branch in other texts",
    "phrase": "it is of several words",
}
_OFFICE = "office"
# So many characters near, or words in all, tell half of what a page does.
_HALF_NEAR, _HALF_TOLD = 300, 60
_USUAL_PART = 0.15  # of the terms of a page


class Surroundings:
    """What stands around the candidates of a text."""

    def __init__(self, reading: Reading, found: Sequence[Candidate]) -> None:
        """Count the terms of each branch.

        Args:
            reading: the text.
            found: its candidates, in order.
        """
        self._letters = len(reading.text)
        self._found = found
        words = len(reading.once(content_words).keys)
        self._told = words / (words + _HALF_TOLD)
        terms: defaultdict[str, set[str]] = defaultdict(set)
        for one in found:
            if one.context == ACTIVITY:
                terms[one.code].add(one.term)
        self._terms = {code: len(named) for code, named in terms.items()}
        self._all = max(1, len(set().union(*terms.values())))
        self._company = company()

    def facts_of(self, place: int) -> dict[str, float]:
        """The features of a candidate with their numbers; absent ones are 0.

        Args:
            place: the candidate's place in the list.
        """
        one = self._found[place]
        facts = {
            "part": (self._terms.get(one.code, 1) / self._all - _USUAL_PART) * self._told,
            "company": self._company.of(one.code, one.term),
        }
        if one.context == _OFFICE:
            facts["office"] = 1.0
        if one.institution:
            facts["institution"] = self._told
        if not self._is_near(place):
            room = min(2 * NEAR, self._letters - (one.end - one.start))
            facts["absent"] = room / (room + _HALF_NEAR)
        if " " in one.term:
            facts["phrase"] = 1.0
        return facts

    def _is_near(self, place: int) -> bool:
        """Whether another term of its section stands near a candidate."""
        one = self._found[place]
        for step in (-1, 1):
            index = place + step
            while 0 <= index < len(self._found):
                other = self._found[index]
                if other.end < one.start - NEAR or other.start > one.end + NEAR:
                    break
                if other.term != one.term and other.code[0] == one.code[0]:
                    return True
                index += step
        return False


@per_knowledge
def weights() -> Weights:
    """The fitted weights.

    Raises:
        ResourceError: the file is absent.
    """
    return load_weights(FILE, TABLE)
