"""Places where a text may name a branch of the economy, by the terms of the lexicon.

Terms and their codes are in ``models/lexicons/sectors.csv``, labels in
``models/taxonomies/naf.csv``. A general word (`ministère`, `recherche`, `usine`) belongs to the
branch that its noun phrase goes on to name (`recherche agricole`) and counts only where it names
none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from spacy.tokens import Doc

from hemicycle.annotation.titles import title_at, titles_in
from hemicycle.annotation.unsaid import covers, unsaid_in
from hemicycle.kinds.places import PLACES
from hemicycle.kinds.sectors import ACTIVITY
from hemicycle.knowledge.grammar import IS, THAT_SPELLED, WHO, closed
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.patterns import Pattern
from hemicycle.knowledge.use import load_csv
from hemicycle.reading.cache import sentence_starts
from hemicycle.reading.content_words import content_words
from hemicycle.reading.reading import Reading, reading_of

if TYPE_CHECKING:
    from hemicycle.annotation.terms import TermFinder

_NOTHING = "-"
# What ends a noun phrase between a word and its complement.
_END_OF_PHRASE = Pattern(
    r"[^\w\s'’·-]|\n|\b<ends>\b",
    ends=closed("coordinator", lemma=("et", "ou", "ni", "mais"))
    | closed("preposition", lemma=("pour", "avec", "contre", "sans", "par"))
    | closed("auxiliary", lemma=("être", "avoir"), person="3", tense="present", number="plural")
    | IS
    | WHO
    | THAT_SPELLED,
)
_FARTHEST_COMPLEMENT = 40


class Candidate(NamedTuple):
    """A term at a place of the text that may name a branch.

    Attributes:
        start: first character, from 0.
        end: one past the last.
        term: as the lexicon writes it.
        code: section and division, or section alone.
        context: one of ``hemicycle.kinds.sectors.CONTEXTS``.
        institution: whether the term names a body of politics, which is rarely spoken of as a
            branch.
    """

    start: int
    end: int
    term: str
    code: str
    context: str
    institution: bool


class _Meaning(NamedTuple):
    code: str
    unless: tuple[str, ...]
    general: bool
    institution: bool


@per_knowledge
def _terms() -> TermFinder[_Meaning]:
    """The terms of the lexicon, with the branches that each may name."""
    from hemicycle.annotation.senses import idioms
    from hemicycle.annotation.terms import TermFinder

    terms: TermFinder[_Meaning] = TermFinder()
    for row in load_csv("lexicons", "sectors.csv"):
        unless = tuple(phrase for phrase in row["unless"].split("|") if phrase)
        general, institution = (row.get(name) == "yes" for name in ("general", "institution"))
        terms.add(row["term"], _Meaning(row["code"], unless, general, institution))
    for phrase in idioms():
        terms.add(phrase, _Meaning(_NOTHING, (), False, False))
    return terms


class CandidateFinder:
    """Finds candidates; the lexicon is read once."""

    def __init__(self, speeches_key: str = "", reactions_key: str = "") -> None:
        """Read the lexicon.

        Args:
            speeches_key: where turns of speech are in ``doc.spans``,
            reactions_key: and reactions; their labels and procedure name nothing.
        """
        from hemicycle.annotation.senses import senses

        self._unsaid_keys = speeches_key, reactions_key
        self._terms = _terms()
        self._senses = senses()

    def find(self, doc: Doc) -> list[Candidate]:
        """The candidates of a document, in order."""
        reading = reading_of(doc)
        unsaid, titles = unsaid_in(doc, *self._unsaid_keys), titles_in(doc)
        is_other = self._senses.is_other
        places = {place.start for place in PLACES.read(doc)}
        named: list[tuple[Candidate, bool]] = []
        sentences: Sequence[int] = ()
        for found in self._terms.find(reading):
            if covers(unsaid, found.start):
                continue
            if found.start in places and found.term.islower():
                continue  # `Liège`
            for meaning in found.values:
                if meaning.code == _NOTHING or is_other(
                    reading.text, found.start, found.end, found.term, meaning.code
                ):
                    continue
                if meaning.unless:
                    sentences = sentences or sentence_starts(doc)
                    if _excluded(meaning, reading, sentences, found.start):
                        continue
                title = title_at(titles, found.start)
                candidate = Candidate(
                    found.start,
                    found.end,
                    found.term,
                    meaning.code,
                    title.kind if title else ACTIVITY,
                    meaning.institution,
                )
                named.append((candidate, meaning.general))
        return [
            candidate
            for place, (candidate, general) in enumerate(named)
            if not (general and _goes_on(reading.text, named, place))
        ]


def _excluded(meaning: _Meaning, reading: Reading, sentences: Sequence[int], start: int) -> bool:
    from hemicycle.annotation.terms import stands_in

    index = bisect_right(sentences, start)
    stop = sentences[index] if index < len(sentences) else len(reading.text)
    words = reading.once(content_words)
    return stands_in(meaning.unless, words.between(sentences[index - 1], stop))


def _goes_on(text: str, named: list[tuple[Candidate, bool]], place: int) -> bool:
    """Whether the noun phrase of a general word goes on to name a branch of its own."""
    for index in range(place, len(named) - 1):
        candidate, (following, general) = named[index][0], named[index + 1]
        if following.start - candidate.end > _FARTHEST_COMPLEMENT or _END_OF_PHRASE.search(
            text, candidate.end, following.start
        ):
            return False
        if not general:
            return following[2:] != named[place][0][2:]
    return False
