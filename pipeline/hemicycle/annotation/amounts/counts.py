"""Numbers that count something: ``4 000 postes d'enseignants`` is 4000 of the lemma ``poste``.

What counts, so that the rows are facts that an analyst would tabulate:

- any number in figures, or above ten in words, with a plural noun (``577 députés``, ``douze
  communes``), the definite article included;
- a number of at most ten in words (``deux ministres``), unless a definite word before it
  says that the things are known (``les deux assemblées``, ``ces trois textes``) or the noun orders
  talk (``deux raisons``, ``trois fois``, ``deux choses``);
- a magnitude or noun in -aine with ``de`` (``une centaine de maires``, ``2 millions d'élèves``).

What does not: ``un`` and ``une``; numbers of things (``article 12``, ``amendements nos 3 et 4``,
``page 5``, ``France 24``); addresses; scores; lengths of time and ages, which are dates.

There is no tagger before this component: a plural noun is a word in -s, -x or -z that no list of
``models/lexicons/amounts.toml`` excludes, which in French is reliable right behind a number.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from hemicycle.annotation.amounts.grammar import Match, Numbers, rule
from hemicycle.annotation.amounts.lexicon import Lexicon, lexicon
from hemicycle.annotation.amounts.quantity import Quantity
from hemicycle.knowledge.grammar import BY, PLAIN_OF, THE, A
from hemicycle.knowledge.patterns import Pattern
from hemicycle.reading.numbers import Number
from hemicycle.reading.verbs import PARTICIPLE

_GAP = r"[ \u00a0\u202f\u2009]{1,2}"
_WORD = r"([^\W\d_]+(?:[-\u2011][^\W\d_]+)*)"
_NEXT = re.compile(rf"{_GAP}{_WORD}")
_OF = Pattern(rf"{_GAP}<of~>{_WORD}", re.IGNORECASE, of=PLAIN_OF, space=_GAP)
# How far before a number its word may begin, and by how many blanks they are parted.
_REACH, _BLANKS = 20, 2
_BLANK = frozenset(" \u00a0\u202f\u2009")
_LISTED = re.compile(r"[0-9](?:er|[a-z])?(?:,|,? (?:et|à|ou)|-|–)[ \u00a0]?\Z")
# What such a list can end with.
_LISTING = frozenset(",-–tàu")
_CHAIN = re.compile(
    r"([^\W\d_]+|[§№]|[nN][°º]s?)\.?[ \u00a0]{0,2}"
    r"(?:[0-9]+(?:er)?(?:[- ][A-Za-z]{1,3})?(?:,[ \u00a0]|,? (?:et|à|ou) |-|–)){1,20}\Z"
)
_ADDRESS = re.compile(r",?[ \u00a0]([^\W\d_]+)")
_ACRONYM = Pattern(rf"{_GAP}<of~>?([A-Z]{{2,5}})(?!\w)", of=PLAIN_OF, space=_GAP)
_PLURAL = ("s", "x", "z")
# The longest that may stand between two numbers of one list (`2er, et 3`), and a list.
_LINK, _CHAINED = 10, 120
_SMALL = 10
_AGENT = Pattern(r"\s<by>\s<articles>", re.IGNORECASE, by=BY, articles=THE | A)
_BILLION = 1_000_000_000
_ADJECTIVES = 3
# Endings that inclusive writing adds: `magistrat·e·s`, `élu.e.s`, `agent(e)s`.
_INCLUSIVE = re.compile(
    r"(?:[·•⋅.](?:e|ne|le|ère|rice|trice|euse|se|ve|te|esse)(?:[·•⋅.]?s)|\((?:e|ne|le)\)s)(?!\w)"
)


class Noun(NamedTuple):
    """What a number counts.

    Attributes:
        start: first character of the noun phrase (with its adjectives).
        end: one past the noun.
        lemma: the noun in the singular.
    """

    start: int
    end: int
    lemma: str


def noun_of(text: str, number: Number) -> Noun | None:
    """The noun phrase behind a number, None if it counts nothing."""
    following = _NEXT.match(text, number.end)
    if named := _unchanging(text, number, following):
        return named
    # `vingt mille élèves`: `mille` is no noun and takes no `de`.
    thousand = number.magnitude == 1000 and not (number.approximate or number.vague)
    bulk = number.takes_of and not thousand
    match = _OF.match(text, number.end) if bulk else following
    found = _head(text, match) if match is not None else None
    if found is None or _is_idle(number, found):
        return None
    before = _before(text, number.start)
    small = number.form == "words" and number.value <= _SMALL
    words = lexicon().counts
    # `un deux-roues`, `les deux assemblées`
    known = before in words.singular or (small and before in words.definite)
    return None if known and not bulk else found


def _unchanging(text: str, number: Number, following: re.Match[str] | None) -> Noun | None:
    """``1 102 oui``, ``1 abstention``, ``450 ETP``."""
    known = lexicon().counts
    if following is not None and number.form != "words":
        words = known.unmarked if number.value > 1 else known.single
        if following[1] in words:
            return Noun(following.start(1), following.end(1), following[1])
    acronym = _ACRONYM.match(text, number.end) if number.value >= 2 else None
    if acronym is not None and (acronym[1] in known.acronyms or _counts_bodies(text, number)):
        return Noun(acronym.start(1), acronym.end(1), acronym[1])
    return None


def _counts_bodies(text: str, number: Number) -> bool:
    """Does a word before the number say that it counts any acronym (``les 12 CPAS``)?"""
    before = _before(text, number.start)
    return number.form == "digits" and before in lexicon().counts.before_acronyms


def _is_idle(number: Number, noun: Noun) -> bool:
    """``deux choses``, ``mille excuses``: the noun orders talk."""
    idle = number.value <= _SMALL or (number.value == 1000 and number.form == "words")
    return idle and noun.lemma in lexicon().counts.discourse


def _head(text: str, match: re.Match[str]) -> Noun | None:
    """Skip the adjectives before a noun; the noun must look plural."""
    start, known = match.start(1), lexicon().counts
    for _ in range(_ADJECTIVES):
        word = match[1].lower()
        if word in known.adjectives:
            following = _NEXT.match(text, match.end())
            if following is not None and _is_plural_noun(following[1]):
                match = following
                continue
            if word not in known.nominal:
                return None
        elif not _is_plural_noun(match[1]):
            inclusive = _INCLUSIVE.match(text, match.end())
            if inclusive is None or word in known.stop:
                return None
            return Noun(start, inclusive.end(), lexicon().nouns.singular(word))
        if _AGENT.match(text, match.end()) and word.endswith(PARTICIPLE):
            return None  # `70 désignés par le président`
        return Noun(start, match.end(), lexicon().nouns.singular(match[1]))
    return None


def _is_plural_noun(word: str) -> bool:
    low = word.lower()
    plural = low.endswith(_PLURAL) and len(low) > 2 and low not in lexicon().counts.stop
    return plural and not (word.isupper() and len(word) < 6)


def _before(text: str, place: int) -> str:
    """The word before a place, in small letters; what ends a sentence is none (``une classe. 300
    élèves``, but ``art. 3``)."""
    low, end = max(0, place - _REACH), place
    while end > low and place - end < _BLANKS and text[end - 1] in _BLANK:
        end -= 1
    if end > low and text[end - 1] == ".":
        end -= 1
    # Letter by letter: a pattern would be tried at each of the characters before.
    first = end
    while first > low and text[first - 1].isalnum() and not text[first - 1].isdecimal():
        first -= 1
    if first == end and end > low and text[end - 1] in "§№":
        first -= 1
    elif text[first:end] in ("", "s") and first - low > 1 and text[first - 1] == "°":
        first -= 2 * (text[first - 2] in "nN")  # `n°`, `n°s`
    word = text[first:end].lower()
    ends = text[end] == "." and word not in lexicon().counts.abbreviations
    return "" if ends else word


def _heads_list(text: str, place: int) -> bool:
    """Is the number in a list of numbers of things (``les articles 12, 13 et 14``)?"""
    last = text[max(0, place - 2) : place].rstrip(" \u00a0")[-1:]
    if last not in _LISTING or not _LISTED.search(text, max(0, place - _LINK), place):
        return False
    chain = _CHAIN.search(text, max(0, place - _CHAINED), place)
    return chain is not None and chain[1].lower() in lexicon().counts.references


def is_reference(text: str, number: Number) -> bool:
    """Is it the number of a thing (``article 12``, ``n° 59``, ``2, rue``)?"""
    if _before(text, number.start) in lexicon().counts.references:
        return True
    if _heads_list(text, number.start):
        return True
    if number.form == "digits" and text[number.start] == "0" and number.end - number.start > 1:
        return text[number.start + 1] not in ".,"
    address = _ADDRESS.match(text, number.end)
    return address is not None and address[1].lower() in lexicon().counts.addresses


def is_of_money(known: Lexicon, number: Number, noun: str) -> bool:
    """Are millions or billions of a noun a sum (``3 milliards d'efforts``)?

    Millions are of what the lexicon says, billions of all but what is counted so.
    """
    if noun in known.money.nouns:
        return True
    return number.magnitude >= _BILLION and noun not in known.money.counted_in_bulk


@rule("count")
def count(tokens: Numbers, index: int) -> Match | None:
    """A number with the plural noun that it counts.

    [4 000 postes] d'enseignants -> 4000 poste
    [60 000 nouveaux logements] -> 60000 logement
    [deux ministres] -> 2 ministre
    les deux assemblées -> nothing
    trois raisons -> nothing
    [2 millions d'élèves] -> 2000000 élève
    les articles 12, 13 et 14 modifiés -> nothing
    La ville ferme une classe. [300 élèves] protestent. -> 300 élève
    [3 000 magistrat·e·s] -> 3000 magistrat
    pas moins de [358 CPAS] demandent une aide -> 358 CPAS
    par [41 voix] et [1 abstention] -> 41 voix, 1 abstention
    """
    text, number = tokens.text, tokens.numbers[index]
    if number.fraction and number.magnitude == 1:
        return None
    if text[number.start - 1 : number.start].isalpha():
        return None
    noun = noun_of(text, number)
    if noun is None or is_reference(text, number):
        return None
    if number.magnitude >= 1_000_000 and is_of_money(tokens.known, number, noun.lemma):
        return None
    counted = Quantity(number, number.start, noun.end, "count", number.value, noun.lemma)
    counted.phrase_end = noun.end
    return Match(index, index + 1, counted)
