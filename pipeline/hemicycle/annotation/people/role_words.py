"""What the words of a function tell: its noun, its gender aside, the country, what is empty."""

from __future__ import annotations

import re
from functools import lru_cache

from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.role_lexicon import role_lexicon
from hemicycle.folding import fold
from hemicycle.knowledge.made import per_knowledge, remembered_per_knowledge
from hemicycle.knowledge.use import load_csv
from hemicycle.reading.words import Words

_MODIFIERS = small_words("role_words", "modifiers")
_PRESIDES = "president"
_BESIDE = " aupres d"
_CHARGED = re.compile(r" chargee? .*$")
_DEPUTIES = small_words("role_words", "deputies")
_REPUBLIC = small_words("role_words", "republic")
_STATE = small_words("role_words", "state")
_FIRST = small_words("role_words", "first")
_FORMER = small_words("role_words", "former_beginnings")
_EMPTY = small_words("role_words", "empty")


@per_knowledge
def countries() -> dict[str, frozenset[str]]:
    """Adjective of a country, neuter and folded, to the words of the country's name."""
    return {
        without_gender(fold(row["adjective"])): frozenset(
            fold(row["country"]).replace("-", " ").split()
        )
        for row in load_csv("lexicons", "people", "demonyms.csv")
    }


@per_knowledge
def country_words() -> frozenset[str]:
    """The words that name countries, neuter and folded."""
    words = frozenset(without_gender(word) for words in countries().values() for word in words)
    return words - _REPUBLIC.words()


def countries_in(words: Words) -> dict[str, int]:
    """The words for countries in a text, neuter and folded, and where each stands first."""
    places: dict[str, int] = {}
    for place, form in zip(words.starts, words.lower, strict=False):
        places.setdefault(form, place)
    first: dict[str, int] = {}
    for form, place in places.items():
        neuter = without_gender(fold(form).removesuffix("s"))
        told = countries().get(neuter, frozenset({neuter} & country_words()))
        if "-" in form and not told:  # `États-Unis`
            pieces = frozenset(map(without_gender, fold(form).split("-")))
            told = pieces if pieces <= country_words() else told
        for word in map(without_gender, told):
            first.setdefault(word, place)
    return first


@per_knowledge
def state_words() -> frozenset[str]:
    """The words that a head of state's title may add: the republic and the countries."""
    return _REPUBLIC.words() | _STATE.words() | country_words()


@remembered_per_knowledge(4096)
def role_content(role: str) -> frozenset[str]:
    """The words of a folded role that tell it from another, with countries for adjectives."""
    words: set[str] = set()
    for word in role.replace("'", " ").split():
        plain = word.removeprefix("ex-")
        if plain in _MODIFIERS or plain in _EMPTY:
            continue
        neuter = without_gender(plain)
        pieces = frozenset(plain.split("-"))
        words |= countries().get(neuter, pieces)
    return frozenset(without_gender(word) for word in words)


@per_knowledge
def state_offices() -> frozenset[str]:
    """The folded offices that one person holds in a country or assembly."""
    return frozenset(fold(office) for office in role_lexicon().unique)


def is_former(role: str) -> bool:
    """Whether a folded role is one of the past."""
    return role.startswith(tuple(_FORMER))


@remembered_per_knowledge(4096)
def head_noun(role: str) -> str:
    """The head noun of a folded role as written."""
    words = [w.removeprefix("ex-") for w in role.split()]
    words = [w for w in words if w not in _MODIFIERS]
    if words and words[0] in _FIRST:
        return " ".join(words[:2])  # `premier ministre`, `première présidente`
    return words[0] if words else role


def covers(held: str, role: str) -> bool:
    """Whether who holds a folded function is meant by another: it is the same, or says less.

    The president of the commission on the laws of the Republic is no president of the Republic.
    """
    same = neuter_head(held) == neuter_head(role) and is_former(held) == is_former(role)
    return same and says_more(held, role) and presides_alike(held, role)


def says_more(held: str, role: str) -> bool:
    """Whether a folded function holds the words of another, as its holder's own.

    The deputy of a minister is not the minister (`ministre déléguée auprès du ministre de la Mer`),
    nor of a prosecutor the prosecutor.
    """
    if _BESIDE in held and _BESIDE not in role:
        before, _, after = held.partition(_BESIDE)
        held = before + "".join(_CHARGED.findall(after))
    wanted = role_content(role)
    return wanted <= role_content(held) and not (len(wanted) > 1 and is_deputy(held, role))


def is_deputy(held: str, role: str) -> bool:
    """Whether a folded function is a deputy's (`procureur adjoint`), and the other is not."""
    return not (role_content(held) - role_content(role)).isdisjoint(_DEPUTIES)


def presides_alike(held: str, role: str) -> bool:
    """Whether a folded function with a fuller one's words presides over the same."""
    more = len(role_content(role)) > 1 and neuter_head(role) == _PRESIDES
    return not more or held.startswith(role) or role_content(role) == role_content(held)


def neuter_head(role: str) -> str:
    """The head noun of a folded role, masculine and feminine alike."""
    return without_gender(head_noun(role))


@lru_cache(maxsize=4096)
def without_gender(word: str) -> str:
    """A noun or adjective without the marks of gender."""
    for ending, base in (
        ("trice", "teur"),
        ("euse", "eur"),
        ("iere", "ier"),
        ("ienne", "ien"),
        ("eenne", "een"),
        ("onne", "on"),
        ("esse", ""),
        ("ere", "er"),
    ):
        if word.endswith(ending):
            return word[: -len(ending)] + base
    return word.removesuffix("e")
