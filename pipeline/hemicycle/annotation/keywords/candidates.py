"""Phrases that could be keywords, found by the shape of their words.

Without a tagger, a noun phrase is a run of content words and names with nothing but spaces or `de`,
`du`, `des`, `d'`, `à`, `au`, `en` between them, that neither holds a verb form nor starts or ends
with a word of no content. A name is one word of a phrase (`président de la Côte d'Ivoire`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from simplemma import is_known

from hemicycle.annotation.keywords.names import Name
from hemicycle.knowledge.grammar import IN, PLAIN_TO
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.lemmas import lemma
from hemicycle.reading.openings import opens
from hemicycle.reading.reading import Reading
from hemicycle.reading.verbs import INFINITIVE, VerbPlaces, verbs
from hemicycle.reading.words import PerForm

_LINK = re.compile(
    r"[ \u00a0\u202f](?:(?:de|du|des|à|au|aux|en)[ \u00a0\u202f](?:la[ \u00a0\u202f]|l['’])?"
    r"|d['’])?"
)
# A participle with its agent or its object, behind a noun.
_PARTICIPLE = re.compile(
    r"[^\W\d_]+(?:(?:[éui]|it|ert|[ae]?int)e?s?[ \u00a0]par[ \u00a0]"
    r"|ant[ \u00a0](?:l['’]|\d"
    r"|(?:la|les?|une?|des|leurs?|son|sa|ses|ces?|cette|près|plus)[ \u00a0]))"
)
_LONGEST = 4
_BINDING = IN | PLAIN_TO
# Forms of verbs that no dictionary has, for want of an accent.
_UNKNOWN_FORMS = frozenset({"conditional", "imperfect"})
_ADVERB = (
    *("ellement", "ivement", "eusement", "alement", "amment", "emment", "ainement", "iquement"),
    *("airement", "oirement", "èrement", "ablement", "iblement"),
)
_ORDINAL = re.compile(r"\d+(?:ers?|re|nde?|es?|èmes?)")


# Infinitives and their imperfect: `prendre`, `prenait`; `connaître`, `connaissait`.
_IMPERFECT = (
    *(("ndre", "nait"), ("indre", "ignait"), ("aître", "aissait"), ("oître", "oissait")),
    *(("crire", "crivait"), ("croire", "croyait"), ("cevoir", "cevait")),
    *(("ger", "geait"), ("cer", "çait")),
)


class Unit(NamedTuple):
    """A content word or a name at a place of the text.

    Attributes:
        key: what all its forms share: the lemma, or the name in lower case.
        start: first character, from 0.
        end: one past the last.
        shown: how a keyword shows it.
        name: whether it is a name.
        person: whether a person bears it; such a name is a keyword without its function.
        bound: whether it is one with the word before it (`service` of `mise en service`).
    """

    key: str
    start: int
    end: int
    shown: str
    name: bool = False
    person: bool = False
    bound: bool = False


class CandidateFinder:
    """Finds candidates in a text."""

    def __init__(self) -> None:
        """Read the words that no keyword starts or ends with."""
        stops = load_toml("lexicons", "keyword_stops.toml")
        phrases = load_toml("lexicons", "noun_phrases.toml")
        self._function = frozenset(stops["function_words"]) | frozenset(phrases["prepositions"])
        self._puts = frozenset(phrases["puts"])
        self._inverted = tuple(f"-{pronoun}" for pronoun in phrases["inverted"])
        self._hyphened = frozenset(phrases["hyphened"])
        self._general = frozenset(stops["general_nouns"])
        self._vague = frozenset(stops["vague_nouns"])
        self._empty = frozenset(stops["empty_nouns"]) | self._vague
        self._participial = frozenset(stops["nouns_like_participles"])
        # A text may have lines in other languages.
        little = load_toml("lexicons", "function_words.toml")
        self._foreign = frozenset(
            word for language, words in little.items() if language != "fr" for word in words
        )
        self._verbs = frozenset(stops["verbs"])
        self._auxiliaries = frozenset(stops["auxiliaries"])
        self._nouns = frozenset(stops["nouns_like_infinitives"])
        self._content = PerForm(self._lemma_of_content)

    def runs(
        self, reading: Reading, names: list[Name], taken: list[tuple[int, int]]
    ) -> Iterator[list[Unit]]:
        """The runs of units that phrases may be cut from.

        Args:
            reading: the text.
            names: its names, in order, none over another.
            taken: places that no phrase touches (dates), in order.
        """
        run: list[Unit] = []
        at = 0
        text = reading.text
        for unit in self._units(reading, names):
            while at < len(taken) and taken[at][1] <= unit.start:
                at += 1
            if at < len(taken) and taken[at][0] < unit.end:
                continue
            if run and not _LINK.fullmatch(text, run[-1].end, unit.start):
                yield run
                run = []
            run.append(unit)
        if run:
            yield run

    def phrases(self, run: list[Unit]) -> Iterator[tuple[int, int]]:
        """All candidates of a run, also those inside one another: first and one-past-last unit."""
        for first, unit in enumerate(run):
            if unit.key in self._general or unit.bound:
                continue
            yield first, first + 1
            if unit.person or follows(run, first):
                continue
            for last in range(first + 1, min(len(run), first + _LONGEST)):
                if run[last].person:
                    break
                if run[last].key not in self._general:
                    yield first, last + 1

    def is_vague(self, key: str) -> bool:
        """Whether a word alone tells little of what a text is about (`approche`, `objectif`)."""
        return key in self._vague

    def is_participle(self, key: str) -> bool:
        """Whether a word is one by its form, and no noun (`présenté`)."""
        return (
            key.endswith("é") and key not in self._participial and is_known(f"{key[:-1]}er", "fr")
        )

    def is_empty(self, units: list[Unit]) -> bool:
        """Whether words tell nothing together: every text has them (`loi`, `vote du projet`)."""
        return all(unit.key in self._empty and not unit.name for unit in units) and (
            len(units) > 1 or units[0].key not in self._vague
        )

    def lemma(self, word: str) -> str:
        """The lemma of a word that a keyword may hold, empty for any other."""
        return self._content[word]

    def _units(self, reading: Reading, names: list[Name]) -> Iterator[Unit]:
        starts = reading.words.starts
        first = 0
        for name in names:
            yield from self._words(reading, first, bisect_left(starts, name.start))
            yield Unit(name.shown.lower(), name.start, name.end, name.shown, True, name.person)
            first = bisect_left(starts, name.end)
        yield from self._words(reading, first, len(starts))

    def _is_bound(self, reading: Reading, index: int) -> bool:
        """Whether a word is one with the noun before it: `mise en service`."""
        lower = reading.words.lower
        return index > 1 and lower[index - 2] in self._puts and lower[index - 1] in _BINDING

    def _words(self, reading: Reading, first: int, stop: int) -> Iterator[Unit]:
        text, words, content = reading.text, reading.words, self._content
        places = reading.once(VerbPlaces)
        # A verb may follow a name as it does a noun.
        noun_end = words.ends[first - 1] if 0 < first < stop else -1
        for index in range(first, stop):
            word = words.forms[index]
            start = words.starts[index]
            if word[0].isupper() and opens(text, start):
                word = word[0].lower() + word[1:]  # its capital tells nothing
            key = content[word]
            if not key or (start == noun_end + 1 and _PARTICIPLE.match(text, start)):
                continue  # `éleveurs touchés par la crue`, `fuites représentant un tiers`
            end = words.ends[index]
            if start == noun_end + 1 and word[-1] == "e" and places[start, end]:
                continue  # `le froid frappe le pays`
            if index and words.lower[index - 1] in self._auxiliaries and word.islower():
                continue  # `a fermé`
            noun_end = end
            bound = self._is_bound(reading, index)
            yield Unit(key, start, noun_end, text[start:noun_end], bound=bound)

    def _lemma_of_content(self, word: str) -> str:
        lower = word.lower()
        if lower[-1] == "'" or len(lower) < 2 or (len(lower) < 3 and not word.isupper()):
            return ""
        if lower in self._foreign or not any(map(str.isalpha, lower)):
            return ""  # `1'250'000`, `49.3`
        if all(part.isdigit() or lemma(part) in self._function for part in lower.split("-")):
            return ""  # also `trente-sept`, `celui-ci`, `eux-mêmes`
        if _ORDINAL.fullmatch(lower):
            return ""  # `79e`
        if lower.endswith(self._inverted) and lower not in self._hyphened:
            return ""  # `va-t-il`
        key = lemma(lower).lower()
        if key in self._function or key in self._verbs or lower.endswith(_ADVERB):
            return ""
        if self._is_verb(lower, key) and not word[0].isupper():
            return ""
        return key

    def _is_verb(self, lower: str, lemma: str) -> bool:
        if lemma == lower and verbs().form(lower) in _UNKNOWN_FORMS:
            return not is_known(lower, "fr")  # `interesserait`
        if not lemma.endswith(INFINITIVE) or lemma in self._nouns:
            return False
        if lemma.endswith("er"):
            return _has_imperfect(lemma)  # no `verger`, no `foncier`
        if lower not in (lemma, lemma + "s", lemma + "x"):
            return True
        return lower == lemma and _has_imperfect(lower)


def follows(run: list[Unit], place: int) -> bool:
    """Whether a unit of a run stands behind a mere space.

    In French the adjective follows, so a phrase that begins there begins with one (`central de la
    stratégie`, of `axe central de la stratégie`).
    """
    unit = run[place]
    return place > 0 and not unit.name and unit.start - run[place - 1].end == 1


def _has_imperfect(infinitive: str) -> bool:
    """Verbs have an imperfect (`partir`, `partait`), nouns have none (`titre`, `verger`)."""
    stem = infinitive[:-2]
    forms = [f"{stem}ait", f"{stem}issait", f"{stem}sait"]
    forms += [
        infinitive[: -len(end)] + past for end, past in _IMPERFECT if infinitive.endswith(end)
    ]
    return any(is_known(form, "fr") for form in forms)
