"""The subject of a verb of measure or change: what reaches, costs, rises or falls."""

from __future__ import annotations

from collections.abc import Callable

from hemicycle.annotation.amounts.nounphrases import PARTICIPLE, Grammar, Token
from hemicycle.annotation.amounts.words import finite_verb

Phrase = Callable[[list[Token], int], tuple[int, int]]

_NONE = (0, 0)
# The first index of a subject that is a pronoun; the second is where it stands.
PRONOUN = -1
_PERSONAL = frozenset(("il", "elle", "ils", "elles"))
_DEGREES = frozenset(("plus", "moins", "presque"))
_STARTS = frozenset(("\n", ".", "!", "?", "«", "–", "—", "-"))
_AHEAD = 12


class Subjects:
    """Finds subjects, at their place before the verb or, announced, behind the amount."""

    def __init__(self, grammar: Grammar, times: frozenset[str], phrase: Phrase) -> None:
        """Take what the measures know.

        Args:
            grammar: the walks over noun phrases.
            times: nouns of time, which are no subjects.
            phrase: the noun phrase before an index, changes stripped.
        """
        self._grammar = grammar
        self._times = times
        self._phrase = phrase

    def find(self, words: list[Token], at: int) -> tuple[int, int]:
        """The noun phrase before a verb, past its auxiliaries, adverbs and pronouns.

        A personal pronoun is told as ``(PRONOUN, index)``.
        """
        moved = words[at].low
        apposed = at > 0 and words[at - 1].low == "," and moved.endswith(PARTICIPLE)
        at -= 1
        small = self._grammar
        at = self.before_bracket(words, at)
        while at >= 0 and (
            words[at].low in small.auxiliaries
            or words[at].low in small.adverbs
            or words[at].low in ("se", "s'", "y", "en", "ne", "n'", "de", "à")
            or self._is_adverb(words, at)
            or (words[at].low == "que" and at and words[at - 1].low in _DEGREES)
        ):
            at -= 1
        if at >= 0 and words[at].low in _PERSONAL:
            return PRONOUN, at
        if at < 0 or (words[at].low in small.pronouns and words[at].low != "qui"):
            return _NONE
        if words[at].low == "et":
            earlier = range(at - 1, max(-1, at - 15), -1)
            verb = next((i for i in earlier if finite_verb(words[i].low)), None)
            return self.find(words, verb) if verb is not None else _NONE
        if words[at].low == "qui":
            at -= 1
            if at >= 0 and words[at].low == ",":
                at -= 1
        elif words[at].low == "," and apposed:
            return self._agreeing(words, at, plural=moved.endswith("s"))
        elif words[at].low == ",":
            at = self._before_aside(words, at)
        at = self.before_bracket(words, at)
        if at < 0:
            return _NONE
        return self._free(words, at + 1)

    def _agreeing(self, words: list[Token], stop: int, *, plural: bool) -> tuple[int, int]:
        """The noun phrase before ``, estimés à``: in the plural, the plural noun inside it if its
        head is none (``l'utilisation des avoirs gelés, estimés à``)."""
        first, end = self._phrase(words, self.before_bracket(words, stop - 1) + 1)
        if plural and first < end and words[first].low[-1] not in "sxz":
            inner = [i for i in range(first, end - 1) if words[i].low in ("des", "aux")]
            if inner:
                return inner[-1] + 1, end
        return first, end

    def _before_aside(self, words: list[Token], at: int) -> int:
        """The index before an aside between commas that ends at ``at``; bare asides may follow one
        another (``le déficit des États, base engagements, dons compris, s'élève à``)."""
        comma = at
        for _ in range(3):
            opening = next((i for i in range(comma - 1, -1, -1) if words[i].low == ","), None)
            if opening is None:
                break
            comma = opening
            first, end = self._grammar.backward(words, comma)
            bare = first < end and first and words[first - 1].low == ","
            if not bare:
                break
        return comma - 1

    def announced(self, words: list[Token], at: int, stop: int) -> tuple[int, int]:
        """The subject of a participle that opens its sentence: ``Estimé à 182 M€, le coût a …``.

        Args:
            words: the tokens of the sentence.
            at: the token that the amount, or its modifier, begins with.
            stop: the token behind the amount.
        """
        if at and words[at - 1].low in ("à", "de", "d'", "sur"):
            at -= 1
        opens = at == 1 or (at > 1 and words[at - 2].low in _STARTS)
        if not opens or not words[at - 1].low.endswith(PARTICIPLE):
            return _NONE
        ahead = range(stop, min(stop + _AHEAD, len(words) - 1))
        comma = next((i for i in ahead if words[i].low == ","), None)
        if comma is None or words[comma + 1].low not in self._grammar.determiners:
            return _NONE
        return self._grammar.forward(words, comma + 1)

    @staticmethod
    def before_bracket(words: list[Token], at: int) -> int:
        """Past a bracket or a name in marks: ``les dépenses (7,1 M€) progressent``."""
        opening = {")": "(", "»": "«"}.get(words[at].low) if at >= 0 else None
        if opening is None:
            return at
        return next((i for i in range(at - 1, -1, -1) if words[i].low == opening), at) - 1

    def _is_adverb(self, words: list[Token], at: int) -> bool:
        """An adverb in -ment, behind a verb; a noun in -ment has a determiner or ``de``."""
        if not at or not words[at].low.endswith("ment"):
            return False
        before = words[at - 1].low
        return before in self._grammar.auxiliaries or before in ("se", "s'", "ne", "n'")

    def _is_verb(self, words: list[Token], at: int) -> bool:
        """Is the word a finite verb, or the participle of one?"""
        compound = words[at - 1].low in self._grammar.auxiliaries
        return self._grammar.is_predicate(words, at) or (
            compound and words[at].low.endswith(PARTICIPLE)
        )

    def _free(self, words: list[Token], stop: int) -> tuple[int, int]:
        """The noun phrase before an index, past those that prepositions govern: the
        ``consommation`` of ``la consommation de sucre dans notre pays a augmenté``."""
        found = nearest = self._grammar.backward(words, stop, indefinite=True)
        for _ in range(4):
            if found[0] == found[1]:
                break
            governor = self._grammar.governor(words, found[0])
            if governor < 0:
                return found
            while governor and words[governor - 1].low in ("et", "ou", ","):
                governor -= 1
            governor = self.before_bracket(words, governor - 1) + 1  # `le PIB (2 %) en volume`
            found = self._grammar.backward(words, governor, indefinite=True)
            verb = governor - 1
            if found[0] == found[1] and verb > 0 and self._is_verb(words, verb):
                return self.find(words, verb)  # `ont évolué en sens inverse, s'établissant à`
        if words[nearest[0]].low in self._times:
            return _NONE
        return nearest if nearest[1] > nearest[0] else _NONE
