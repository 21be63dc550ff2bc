"""The words around numbers whose unit was said before, ready for look-ups."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from hemicycle.annotation.amounts.words import any_of, before
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.nounphrases import noun_phrases
from hemicycle.reading.verbs import verbs

_MARKS = r"[,.;:!?)»](?!\d)"
_END = r"\s*\Z"
_CONVERTED = 40
_REACH = 60


class Understood:
    """Patterns of the section ``[understood]`` of ``amounts.toml``."""

    def __init__(self) -> None:
        """Read the lexicon in use."""
        lexicon: dict[str, Any] = load_toml("lexicons", "amounts.toml")
        data = lexicon["understood"]
        self.levels = frozenset(lexicon["measure"]["verbs"])
        self.votes = frozenset(data["votes"])
        self.tied = frozenset(data["tied"])
        space = "[ \u00a0\n]"
        times = rf"(?:{any_of(data['few'])}|[0-9]+)[ \u00a0](?:{any_of(data['times'])})"
        self.alone = _compiled(
            rf"{space}(?:{any_of(data['alone'])}|{times})\b|[ \u00a0][(–—]|{_MARKS}|{_END}"
        )
        self.goes_on = _compiled(rf"{space}(?:{any_of(data['goes_on'])})\b|[,.;:)](?!\d)|{_END}")
        self.before = _compiled(rf"(?:,|;|\b(?:{any_of(data['before'])})){space}\Z")
        comma = any_of(data["against_behind_comma"])
        self.against = _compiled(
            rf"(?:\b(?:{any_of(data['against'])})|,{space}(?:{comma})){space}\Z"
        )
        self.among = before(data["among"])
        never = any_of(phrase.split(" ", 1)[1] for phrase in data["never_behind_among"])
        self.behind_among = _compiled(
            rf"{space}(?:{any_of(data['behind_among'])})\b(?! (?:{never}))|[,.;:)](?!\d)"
        )
        self.part = re.compile(rf"[,;:]{space}\Z")
        small = "|".join(_tied(word) for word in data["before_acts"])
        self.acts = re.compile(rf"{space}(?:{small})?(?:{any_of(data['acts'])})\b")
        self.cast = re.compile(rf"[ \u00a0](?:{any_of(data['cast'])})\b")
        self.denominators = before(data["denominators"])
        # -- what announces a number
        heads, articles = any_of(data["heads"]), any_of(data["articles"])
        of = (
            r"[ \u00a0](?:[^\W\d_]+[ \u00a0])?(?:de[ \u00a0]|d['’]|des[ \u00a0])"
            r"(?=[^\W\d_]+[sxz]\b)"
        )
        self._heads: list[str] = data["heads"]
        self.head = _compiled(rf"\b(?:{heads}){of}")
        self.head_behind = _compiled(rf"[ \u00a0](?:{articles})[ \u00a0](?:{heads}){of}")
        self.last_word = re.compile(r"([^\W\d_]+['’]?|\()[ \u00a0]?\Z")
        self.full_stop = re.compile(r"[.!?;\n](?!\d)")
        # -- millions
        self.being = _compiled(rf"\b(?:{any_of(data['being'])})[ \u00a0](?:\w+[ \u00a0])?\Z")
        self._conversion = _compiled(rf",? (?:{any_of(data['conversions'])})\b|,? \(")
        none = any_of(data["no_nouns"])
        self.noun_behind = _compiled(rf"{space}(?:de{space}|d['’])(?!(?:{none})\b)([^\W\d_]+)")
        self._magnitudes: dict[str, int] = data["magnitudes"]
        longest = any_of(self._magnitudes)
        self._magnitude = re.compile(rf"(?:{longest})")
        # -- the pronoun
        nouns = noun_phrases()
        self._auxiliaries = nouns.auxiliaries
        self._small = nouns.adverbs | nouns.auxiliaries | frozenset(data["between"])
        self._nounlike = frozenset(data["nounlike_verbs"])
        self._participles = tuple(data["participles"])
        subjects = any_of(data["subjects"])
        # `en`, its verb, and the participles and adverbs before the number.
        self._pronoun = _compiled(
            rf"(?:\b({subjects})[ \u00a0]?)?"
            r"\ben[ \u00a0]([^\W\d_]+)((?:[ \u00a0][^\W\d_]+){0,3})[ \u00a0]\Z"
        )
        self._verbs = verbs()

    def has_heads(self, text: str) -> bool:
        """Does a text hold a noun that announces numbers at all?"""
        return any(head in text for head in self._heads)

    def converts(self, text: str, start: int, end: int) -> bool:
        """Does a stretch of text say that what follows is the same in another currency?"""
        short = end - start < _CONVERTED
        return short and self._conversion.match(text, start, end) is not None

    def magnitude(self, written: str) -> Decimal:
        """By what the words of an amount multiply its figures (``750 millions d'euros``)."""
        match = self._magnitude.search(written)
        return Decimal(self._magnitudes[match[0]] if match is not None else 1)

    def has_pronoun(self, text: str, place: int) -> bool:
        """Does ``en`` as the pronoun of a verb (``en compte déjà``) stand before a place; no
        preposition (``en France``)?"""
        opened = self._pronoun.search(text, max(0, place - _REACH), place)
        if opened is None:
            return False
        subject, verb, between = (part.lower() for part in opened.groups(""))
        auxiliary = verb in self._auxiliaries
        if verb.endswith("ant") or not (auxiliary or self._is_verb(subject, verb)):
            return False
        return all(
            word in self._small
            or self._verbs.finite(word)
            or (auxiliary and word.endswith(self._participles))
            for word in between.split()
        )

    def _is_verb(self, subject: str, low: str) -> bool:
        if self._verbs.finite(low):
            return True
        return bool((subject or low in self._nounlike) and self._verbs.infinitives(low))


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _tied(word: str) -> str:
    return any_of([word]) + ("" if word.endswith("'") else " ")


@per_knowledge
def understood() -> Understood:
    """The words, read once per knowledge."""
    return Understood()
