"""Words around an amount that make it a bound, an approximation, a rise, a fall or a rate."""

from __future__ import annotations

import re
from typing import Any

from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.annotation.amounts.units import Units, units
from hemicycle.annotation.amounts.words import fold, verbs_of
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.lemmas import lemma

_WORD = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"[.;:!?()\n«»\"]")
_OBJECT = {"perdre": "down", "céder": "down", "gagner": "up"}
_WINDOW = 70
_LONGEST = 5
_BY = re.compile(r"[ \u00a0\u202f]?(?:/[ \u00a0]?|[ \u00a0\n]par[ \u00a0\n])(?=\w)", re.IGNORECASE)
_EACH = re.compile(
    r"[ \u00a0\n](?:le |la |l['’]|au |à la |à l['’]|du |de l['’]|de la )", re.IGNORECASE
)
_NET = re.compile(r"[.,][-–—]+|[ \u00a0](?:nets?|bruts?|HT|TTC|environ|supplémentaires?|de plus)\b")
_RATE = re.compile(r"(?:[ \u00a0\n'’][^\W\d_]+){1,3}")
_WHICH = (("passe",), ("dernier",), ("prochain",))  # `l'an passé` is a date
# `15 000 ingénieurs et techniciens par an`
_COUNTED_TOO = re.compile(r"[ \u00a0](?:et|ou)[ \u00a0][^\W\d_]+")
_LAST = re.compile(r"([^\W\d_]+)[ \u00a0\n]{1,2}\Z")
_EXCEED = re.compile("depass|exced")
_ADVERBS = frozenset(
    ("encore", "meme", "aussi", "ainsi", "donc", "ensuite", "egalement", "deja", "seulement")
)


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _WORD.findall(phrase))


def _elided(key: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """A phrase that ends with ``de`` ends with ``d'`` before a vowel."""
    return (key, (*key[:-1], "d")) if key[-1] == "de" else (key,)


class Bounds:
    """Reads the neighbourhood of a quantity; fills in its modifier, change and rate."""

    def __init__(self, units: Units) -> None:
        data: dict[str, Any] = load_toml("lexicons", "amounts.toml")
        self._units = units
        self._before: dict[tuple[str, ...], str] = {
            key: modifier
            for modifier, phrases in data["before"].items()
            for phrase in phrases
            for key in _elided(_key(phrase))
        }
        self._after: dict[tuple[str, ...], str] = {
            _key(phrase): modifier
            for modifier, phrases in data["after"].items()
            for phrase in phrases
        }
        change = data["change"]
        self._nouns: dict[str, str] = {
            fold(word): way for way in ("up", "down") for word in change[f"{way}_nouns"]
        }
        self._verbs: dict[str, str] = {
            word: way for way in ("up", "down") for word in change[f"{way}_verbs"]
        }
        self._levels: dict[str, str] = {
            word: way for way in ("up", "down") for word in change[f"{way}_level"]
        }
        self._more: dict[tuple[str, ...], str] = {
            _key(p): way for way in ("up", "down") for p in change[f"{way}_after"]
        }
        self._per: dict[str, str] = {fold(word): name for word, name in data["per"].items()}
        self._per_adjectives: dict[tuple[str, ...], str] = {
            _key(w): name for w, name in data["per_adjectives"].items()
        }
        self._degrees = {fold(word) for word in data["rates"]["degrees"]}
        self._each = frozenset(("heure", "mois", "an", "nuit", "minute"))
        self._per_nouns: set[str] = {fold(w) for w in data["rates"]["nouns"]}
        self._manners: set[str] = {
            fold(w).rstrip("'")
            for w in (*data["rates"]["manners"], *data["measure"]["determiners"])
        }

    def left(self, text: str, place: int, floor: int) -> tuple[str, str, int]:
        """Modifier, change and where the words that say them begin, from ``floor`` on.

        The last words before the amount are taken off from the right: modifiers (``plus de``),
        words that change nothing (``l'équivalent de``), then a verb or noun of change.
        """
        begin = max(floor, place - _WINDOW)
        window = text[begin:place]
        cut = 0
        for stop in _BREAK.finditer(window):
            cut = stop.end()
        found = list(_WORD.finditer(text, begin + cut, place))
        words = [fold(match[0]) for match in found]
        modifier, at = "", len(words)
        while at:
            for size in range(min(_LONGEST, at), 0, -1):
                said = self._before.get(tuple(words[at - size : at]))
                if said is not None:
                    if said == "more_than" and _EXCEED.match(words[at - size]):
                        # `ne dépasse pas`, `ne peut excéder`
                        denied = {"ne", "n"} & set(words[max(0, at - size - 4) : at - size])
                        said = "less_than" if denied else said
                    elif words[at - size : at] == ["plus", "que"]:
                        # `n'en compte plus que 3`: no more than that is left
                        only = {"ne", "n"} & set(words[max(0, at - size - 5) : at - size])
                        said = "neutral" if only else said
                    modifier = modifier or (said if said != "neutral" else "")
                    at -= size
                    break
            else:
                break
        change = self._change([match[0].lower() for match in found[:at]], bounded=bool(modifier))
        return modifier, change, found[at].start() if at < len(found) else place

    def _change(self, words: list[str], *, bounded: bool) -> str:
        """``en hausse de``, ``a reculé de``, ``perd``, ``porté à``."""
        while words and fold(words[-1]) in _ADVERBS:
            words.pop()
        if not words:
            return ""
        last = words[-1]
        if last in ("de", "d", "à", "a") and len(words) > 1:
            # `n'augmentera que de 3 %`
            only = words[-2] == "que" and len(words) > 2
            return self.direction(words[-3 if only else -2], last)
        # `moins 17 %`, as speakers say a minus sign.
        if last in ("moins", "plus"):
            return "down" if last == "moins" else "up"
        if bounded and (level := self.direction(last, "à")):  # `ramené sous la barre de`
            return level
        return ""

    def gained(self, text: str, place: int) -> str:
        """The change said by a verb whose object ends at ``place``: ``perd`` (3 points)."""
        match = _LAST.search(text, max(0, place - 30), place)
        verbs = verbs_of(match[1].lower()) if match is not None else ()
        return next((_OBJECT[verb] for verb in verbs if verb in _OBJECT), "")

    def direction(self, word: str, tie: str) -> str:
        """The change that a word says which ``de`` or ``à`` ties to an amount."""
        if tie[0] == "d":
            noun = self._nouns.get(fold(word), "")
            return noun or next((self._verbs[v] for v in verbs_of(word) if v in self._verbs), "")
        return next((self._levels[v] for v in verbs_of(word) if v in self._levels), "")

    def right(self, text: str, place: int) -> tuple[str, str, int]:
        """Modifier and change that stand behind the amount, and where they end."""
        found = list(_WORD.finditer(text, place, place + 40))
        words: list[str] = []
        for count, match in enumerate(found[:4]):
            previous = found[count - 1].end() if count else place
            if text[previous : match.start()].strip(" \u00a0\u202f'’\n"):
                break
            words.append(fold(match[0]))
        for size in range(len(words), 0, -1):
            key = tuple(words[:size])
            following = words[size] if size < len(words) else ""
            joined = key[0] in ("et", "ou") and following in ("de", "d", "que")
            # `14 communes de moins de 500 habitants`, `au plus fort de la crise`
            joined = joined or (key[-1] in ("moins", "plus") and following in self._degrees)
            if key in self._after and not joined:
                said = self._after[key]
                return ("" if said == "exact" else said), "", found[size - 1].end()
            if key in self._more and not joined:
                return "", self._more[key], found[size - 1].end()
        return "", "", place

    def rate(self, text: str, quantity: Quantity) -> tuple[str, int | None]:
        """What the amount is per: ``par mois``, ``le mètre cube``, ``annuels``.

        Returns:
            Its name, empty if there is none, and the first character of the word that says it.
        """
        ends = [quantity.unit_end, quantity.phrase_end]
        if quantity.kind == "count" and (more := _COUNTED_TOO.match(text, max(ends))):
            ends.append(more.end())
        for end in ends:
            net = _NET.match(text, end)
            place = net.end() if net is not None else end
            by = _BY.match(text, place)
            if by is not None:
                priced = quantity.kind == "money" and "\n" not in by[0]
                slash = text[by.end() - 1] == "/"
                named = self._named(text, by.end(), any_noun=slash, priced=priced)
                return named, by.end() if named else None
            each = _EACH.match(text, place) if quantity.kind == "money" else None
            if each is not None:
                word = _WORD.match(text, each.end())
                unit = self._units.named(text, each.end())
                if unit is not None:
                    return unit.value.symbol, each.end()
                if word is not None and fold(word[0]) in (
                    "heure",
                    "mois",
                    "an",
                    "nuit",
                    "kilo",
                    "minute",
                ):
                    return self._per[fold(word[0])], each.end()
            said = _RATE.match(text, place)
            words = _key(said[0]) if said is not None else ()
            for size in (2, 1):
                if words[:size] in self._per_adjectives and words[2:3] not in _WHICH:
                    first = _WORD.search(text, place)
                    return self._per_adjectives[words[:size]], first.start() if first else None
        return "", None

    def _named(self, text: str, place: int, *, any_noun: bool, priced: bool) -> str:
        word = _WORD.match(text, place)
        if word is None:
            return ""
        low = fold(word[0])
        if low in self._per:
            return self._per[low]
        unit = self._units.named(text, place)
        if unit is not None and (any_noun or len(word[0]) > 1):
            return unit.value.symbol
        # `9,80 € par repas`: a price is per whatever thing `par` names without an article, unless
        # it says how it is paid (`par chèque`).
        named = word[0].islower() and low not in self._manners
        thing = priced and named
        return lemma(word[0].lower()) if thing or low in self._per_nouns else ""


@per_knowledge
def bounds() -> Bounds:
    """The reader of neighbourhoods, made once per process."""
    return Bounds(units())
