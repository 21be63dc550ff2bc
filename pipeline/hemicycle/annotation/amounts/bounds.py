"""Words around an amount that make it a bound, an approximation, a rise or a fall."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hemicycle.annotation.amounts.lexicon import lexicon
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.words import key
from hemicycle.folding import fold, without_accents
from hemicycle.knowledge.grammar import (
    AND_OR,
    MORE_LESS,
    NOT,
    PLAIN_OF,
    PLAIN_OF_TO,
    PLAIN_TO,
    THAT,
    unelided,
)
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.patterns import Pattern
from hemicycle.reading.words import PerForm

_WORD = re.compile(r"[^\W_]+")
_OF_THING = Pattern(r"[ \u00a0]<of~>[^\W\d_]+", of=PLAIN_OF, space=r"[ \u00a0]")
_GERUND = re.compile(r"ant\Z")
_LETTERS = re.compile(r"[^\W\d_]+")
_PARTING = '.;:!?()\n«»"'
_BREAK = re.compile(f"[{_PARTING}]")
_WINDOW = 70
_LONGEST = 5
_BEHIND = 40
_MOST_BEHIND = 4
_GAPS = " \u00a0\u202f'’\n"
# How far before a bound its negation may stand.
_DENIED = 5
_LAST = re.compile(r"([^\W\d_]+)[ \u00a0\n]{1,2}\Z")
_MOVER = Pattern(r"([^\W\d_]+)[ \u00a0\n]<of~>\Z", re.IGNORECASE, of=PLAIN_OF, space=r"[ \u00a0\n]")
_MOVER_REACH = 40
_MODIFIERS = ("approx", "more_than", "less_than")
_POINTS = ("%", "pp", "bp")
# What ties a word of change to its amount, and signs as they are spoken.
_TO_AMOUNT = unelided(PLAIN_OF_TO) | PLAIN_TO.map(without_accents)
_NOT = unelided(NOT)
_GOES_ON = unelided(PLAIN_OF) | THAT
_TIES = _TO_AMOUNT | MORE_LESS


def _elided(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """A phrase that ends with ``de`` ends with ``d'`` before a vowel."""
    return (words, (*words[:-1], "d")) if words[-1] in PLAIN_OF else (words,)


class Bounds:
    """Reads the neighbourhood of a quantity for its modifier and its change."""

    def __init__(self) -> None:
        """Make the look-ups of the lexicon in use."""
        words = lexicon()
        self._known = words.modifiers
        self._infinitives = words.verbs.infinitives
        self._sizes = words.measure.sizes
        self._unchanged = [tuple(phrase.split()) for phrase in words.modifiers.unchanged]
        ways = ("up", "down")
        before = {m: getattr(words.before, m) for m in (*_MODIFIERS, "neutral")}
        self._before = {k: m for m, ps in before.items() for p in ps for k in _elided(key(p))}
        self._last = frozenset(phrase[-1] for phrase in self._before)
        after = {m: getattr(words.after, m) for m in (*_MODIFIERS, "exact")}
        self._after = {key(p): modifier for modifier, ps in after.items() for p in ps}
        change = vars(words.change)
        self._nouns = {fold(word): way for way in ways for word in change[f"{way}_nouns"]}
        self._verbs = {word: way for way in ways for word in change[f"{way}_verbs"]}
        self._levels = {word: way for way in ways for word in change[f"{way}_level"]}
        self._more = {key(p): way for way in ways for p in change[f"{way}_after"]}
        self._first = frozenset(phrase[0] for phrase in (*self._after, *self._more))
        self._objects: dict[str, str] = change["objects"]
        said_last = self._last | self._known.adverbs | _TIES
        self._may_say = PerForm(lambda form: fold(form) in said_last or form.lower() in _TIES)

    def refine(self, text: str, begin: int, group: Sequence[Quantity]) -> None:
        """Set the modifiers and changes of the quantities of a sentence.

        Args:
            text: the document.
            begin: where the sentence begins.
            group: its quantities, in order.
        """
        floor, previous = begin, None
        for quantity in group:
            modifier, change, quantity.left = self.left(text, quantity.start, floor)
            if quantity.unit in _POINTS or (quantity.kind == "money" and not change):
                change = change or _signed(text, quantity)
            if quantity.kind == "percent" or quantity.unit == "point":
                change = change or self.gained(text, quantity.left)
            if modifier == "approx" and quantity.kind == "count":
                # `dans les 14 communes` says where; `dans les 300 euros` how much about.
                opening = text[quantity.left : quantity.left + len(self._known.inside)].lower()
                modifier = "" if opening == self._known.inside else modifier
            after, changed = self.right(text, quantity.end)
            if not (after or changed) and (thing := _OF_THING.match(text, quantity.end)):
                changed = self.right(text, thing.end())[1]  # `13 milliards de recettes en plus`
            own = _own_modifier(quantity)
            quantity.modifier = own if quantity.number.vague else modifier or after or own
            quantity.change = change or changed
            if previous is not None and (way := self._moved(text, begin, previous, quantity)):
                # What rises or falls is told of the level that is reached.
                previous.change, quantity.change = "", way
            floor, previous = quantity.end, quantity

    def left(self, text: str, place: int, floor: int) -> tuple[str, str, int]:
        """Modifier, change and where the words that say them begin, from ``floor`` on.

        The last words before the amount are taken off from the right: modifiers (``plus de``),
        words that change nothing (``l'équivalent de``), then a verb or noun of change.
        """
        begin = max(floor, place - _WINDOW)
        if not self._may_say[_last_word(text, begin, place)]:
            return "", "", place  # as before most amounts
        for stop in _BREAK.finditer(text, begin, place):
            begin = stop.end()
        found = list(_WORD.finditer(text, begin, place))
        words = [fold(match[0]) for match in found]
        modifier, at = "", len(words)
        while at:
            said, size = self._modifier(words, at)
            if not size:
                break
            modifier = modifier or (said if said != "neutral" else "")
            at -= size
        change = self._change([match[0].lower() for match in found[:at]], bounded=bool(modifier))
        return modifier, change, found[at].start() if at < len(found) else place

    def _modifier(self, words: list[str], at: int) -> tuple[str, int]:
        """The longest modifier that ends before an index, and of how many words; 0 if none does."""
        if words[at - 1] not in self._last:
            return "", 0
        for size in range(min(_LONGEST, at), 0, -1):
            said = self._before.get(tuple(words[at - size : at]))
            if said is None:
                continue
            denied = not _NOT.isdisjoint(words[max(0, at - size - _DENIED) : at - size])
            if denied and " ".join(words[at - size : at]) in self._known.only:
                said = "neutral"  # `n'en compte plus que 3`: no more than that is left
            elif denied and said == "more_than" and words[at - size].startswith(self._known.exceed):
                said = "less_than"  # `ne dépasse pas`, `ne peut excéder`
            return said, size
        return "", 0

    def _change(self, words: list[str], *, bounded: bool) -> str:
        """``en hausse de``, ``a reculé de``, ``perd``, ``porté à``."""
        while words and fold(words[-1]) in self._known.adverbs:
            words.pop()
        if not words:
            return ""
        last = words[-1]
        if last in _TO_AMOUNT and len(words) > 1:
            if any(tuple(words[-1 - len(u) : -1]) == u for u in self._unchanged):
                return ""
            while len(words) > 2 and self._stands_between(words[-2]):
                del words[-2]  # `augmenter aussi de 20 %`, `une baisse annuelle de 12 millions`
            # `n'augmentera que de 3 %`
            only = words[-2] in THAT and len(words) > 2
            return self.direction(words[-3 if only else -2], last)
        # `moins 17 %`, as speakers say a minus sign.
        if last in MORE_LESS:
            return "down" if last in self._known.minus else "up"
        return self.direction(last, "à") if bounded else ""  # `ramené sous la barre de`

    def _stands_between(self, word: str) -> bool:
        """May a word stand between a word of change and what ties it to its amount?"""
        return fold(word) in self._known.adverbs or word in self._sizes

    def gained(self, text: str, place: int) -> str:
        """The change said by a verb whose object ends at ``place``: ``perd`` (3 points)."""
        match = _LAST.search(text, max(0, place - 30), place)
        return self._way(match[1].lower(), self._objects) if match is not None else ""

    def direction(self, word: str, tie: str) -> str:
        """The change that a word says which ``de`` or ``à`` ties to an amount."""
        noun = self._nouns.get(fold(word), "")
        if tie[0] == "d":
            return noun or self._way(word, self._verbs)
        return noun or self._way(word, self._levels)

    def _way(self, low: str, ways: dict[str, str]) -> str:
        return next((ways[v] for v in self._infinitives(low) if v in ways), "")

    def right(self, text: str, place: int) -> tuple[str, str]:
        """Modifier and change that stand behind the amount."""
        words: list[str] = []
        end = place
        for match in _WORD.finditer(text, place, place + _BEHIND):
            if len(words) == _MOST_BEHIND or text[end : match.start()].strip(_GAPS):
                break
            end = match.end()
            word = fold(match[0])
            if words or word not in self._known.net:  # `500 euros net en plus`
                if not words and word not in self._first:
                    return "", ""
                words.append(word)
        for size in range(len(words), 0, -1):
            said = tuple(words[:size])
            if said not in self._after and said not in self._more:
                continue
            following = words[size] if size < len(words) else ""
            # `14 communes de moins de 500 habitants`, `au plus fort de la crise`
            joined = said[0] in AND_OR and following in _GOES_ON
            if joined or (said[-1] in MORE_LESS and following in self._known.degrees):
                continue
            modifier = self._after.get(said, "")
            change = "" if modifier else self._more[said]
            return ("" if modifier == "exact" else modifier), change
        return "", ""

    def _moved(self, text: str, begin: int, start: Quantity, end: Quantity) -> str:
        """The direction of ``relevé de 29 à 31 milliards``, empty if it is no such move."""
        if start.unit != end.unit or text[start.end : end.start].strip() not in PLAIN_TO:
            return ""
        place = max(begin, start.start - _MOVER_REACH)
        verb = _MOVER.search(text, place, start.start)
        if verb is None:
            return ""
        if way := self._way_of(verb[1].lower()):
            return way
        # `en réduisant la TVA de 10 % à 5,5 %`: the verb stands before what moves.
        clause = _BREAK.split(text[place : verb.start()])[-1].lower().split(",")[-1]
        words = (form for w in reversed(_LETTERS.findall(clause)) for form in (w, _infinitive(w)))
        return next((way for word in words if (way := self._way_of(word))), "")

    def _way_of(self, word: str) -> str:
        return self.direction(word, "de") or self.direction(word, "à")


def _last_word(text: str, begin: int, place: int) -> str:
    """The last word before a place, empty if something parts them, or none stands there."""
    end = place
    while end > begin and not text[end - 1].isalnum():
        if text[end - 1] in _PARTING:
            return ""
        end -= 1
    first = end
    while first > begin and text[first - 1].isalnum():
        first -= 1
    return text[first:end]


def _signed(text: str, quantity: Quantity) -> str:
    """``+3 %``, ``-3 %`` and ``+ 17 milliards`` are changes where the sign is written."""
    if text[max(0, quantity.start - 2) : quantity.start].rstrip(" ").endswith("+"):
        return "up"
    return "down" if quantity.value < 0 else ""


def _infinitive(word: str) -> str:
    """The infinitive in -er that a present participle may be of (``abaissant``)."""
    return _GERUND.sub("er", word)


def _own_modifier(quantity: Quantity) -> str:
    if quantity.number.vague:
        return "more_than"
    return "approx" if quantity.number.approximate else ""


@per_knowledge
def bounds() -> Bounds:
    """The reader of neighbourhoods, made once per knowledge."""
    return Bounds()
