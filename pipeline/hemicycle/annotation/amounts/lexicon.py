"""The words of amounts, from ``models/lexicons/amounts.toml``, ready for look-ups."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

from hemicycle.annotation.amounts.words import key
from hemicycle.folding import fold
from hemicycle.knowledge.grammar import OF
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.patterns import SPACE, any_of, before_a_word
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.nounphrases import NounPhrases, noun_phrases
from hemicycle.reading.numbers.atoms import vocabulary
from hemicycle.reading.verbs import Verbs, verbs

#: What opens words in quotation marks.
QUOTES = frozenset(("«", '"', "“"))
SIGNS = frozenset(("+", "-", "–", "\u2212"))


_PLACE = re.compile(r"<(\w+)(~?)>")
# Words that are compared without their accents.
_FOLDED = (
    ("percent", "indices"),
    ("percent", "point_of"),
    ("shares", "times"),
    ("money", "books_before"),
    ("money", "books_after"),
    ("money", "never_one"),
    ("modifiers", "adverbs"),
    ("modifiers", "exceed"),
    ("modifiers", "net"),
    ("rates", "nouns"),
    ("rates", "manners"),
    ("rates", "each_of"),
    ("rates", "degrees"),
)


class Section(SimpleNamespace):
    """A section of the file; its lists of words are sets."""

    def __init__(self, words: dict[str, Any]) -> None:
        """Take the section as it was read."""
        super().__init__(
            **{key: frozenset(v) if isinstance(v, list) else v for key, v in words.items()}
        )
        self.compiled: dict[str, re.Pattern[str]] = {}

    def pattern(self, template: str) -> re.Pattern[str]:
        """A pattern with words of the section in it, whatever their case.

        Args:
            template: a regular expression in which ``<name>`` stands for any of the words of that
                name, ``<name~>`` for one and the space behind it (none where it is elided), and
                ``<_>`` for a space.
        """
        found = self.compiled.get(template)
        if found is None:
            found = re.compile(_PLACE.sub(self._words, template), re.IGNORECASE)
            self.compiled[template] = found
        return found

    def _words(self, place: re.Match[str]) -> str:
        if place[1] == "_":
            return SPACE
        words = getattr(self, place[1])
        if not place[2]:
            return f"(?:{any_of(words)})"
        return f"(?:{before_a_word(words)})"


class Lexicon(SimpleNamespace):
    """The sections of the file under their names.

    Attributes:
        nouns: the reader of noun phrases.
        verbs: the reader of verbs.
    """

    nouns: NounPhrases
    verbs: Verbs


@per_knowledge
def lexicon() -> Lexicon:
    """The words, read once per knowledge, with the sets that are made of several."""
    sections = load_toml("lexicons", "amounts.toml")
    words: Any = Lexicon(**{name: Section(section) for name, section in sections.items()})
    words.nouns, words.verbs = noun_phrases(), verbs()
    nouns = words.nouns
    for section, name in _FOLDED:
        folded = frozenset(map(fold, getattr(getattr(words, section), name)))
        setattr(getattr(words, section), name, folded)
    measure, subjects, echoes, change = words.measure, words.subjects, words.echoes, words.change
    words.counts.stop -= words.counts.nominal
    words.modifiers.exceed = tuple(words.modifiers.exceed)
    words.modifiers.degrees = frozenset(word.rstrip("'") for word in words.rates.degrees)
    rates = words.rates
    rates.manners |= frozenset(fold(word).rstrip("'") for word in nouns.determiners)
    rates.dates = frozenset(map(key, rates.dates))
    rates.adjectives = {key(word): name for word, name in sections["per_adjectives"].items()}
    words.per = {fold(word): name for word, name in sections["per"].items()}
    measure.moving |= change.up_verbs | change.down_verbs
    measure.measuring = measure.verbs
    measure.verbs |= measure.moving
    measure.reflexive |= measure.verbs
    measure.priced |= measure.verbs
    measure.between_ends = frozenset(phrase.split()[-1] for phrase in measure.between_phrases)
    measure.before_hollow = measure.hollow | measure.hollow_ties | nouns.determiners
    measure.before_nouns_of_change = nouns.determiners | OF
    words.number_words = frozenset(vocabulary().words)
    measure.added |= nouns.times.union(vocabulary().words)
    subjects.before_changes |= nouns.determiners
    subjects.around_verbs |= nouns.auxiliaries | nouns.adverbs
    subjects.before_adverbs |= nouns.auxiliaries
    changes = measure.changes | SIGNS
    echoes.links |= changes | measure.compared | measure.sizes
    echoes.behind_that_is = changes | nouns.determiners | OF | echoes.about
    return words  # type: ignore[no-any-return]
