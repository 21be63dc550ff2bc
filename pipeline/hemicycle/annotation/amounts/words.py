"""Single words: folding, singulars of nouns, infinitives of verbs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from hemicycle.knowledge.made import per_knowledge, remembered_per_knowledge
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.lemmas import lemma

_CACHED = 20_000
_PARTICIPLE = re.compile(r"ée?s?\Z")
_INFINITIVE = ("er", "ir", "re")


@per_knowledge
def _forms() -> dict[str, Any]:
    data: dict[str, Any] = load_toml("lexicons", "amounts.toml")["forms"]
    return data


@lru_cache(maxsize=_CACHED)
def fold(word: str) -> str:
    """Small letters without accents; ligatures opened."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.lower().replace("œ", "oe").replace("æ", "ae"))
    return "".join(c for c in plain if not unicodedata.combining(c))


@remembered_per_knowledge(_CACHED)
def verbs_of(low: str) -> tuple[str, ...]:
    """The infinitives that a word in small letters may be a form of, where a verb is expected.

    simplemma takes ``passé`` for an adjective and ``mesure`` for a noun; the verbs are made from
    the endings of the first group, and kept if they have an imperfect.
    """
    irregular: dict[str, str] = _forms()["participles"]
    candidates = [irregular.get(low, ""), lemma(low)]
    if _PARTICIPLE.search(low):
        candidates.append(_PARTICIPLE.sub("er", low))
    elif low.endswith(("e", "es")):
        infinitive = low.rstrip("s") + "r"
        before, accent, after = infinitive.rpartition("è")  # relève, cède
        candidates += [before + letter + after for letter in "eé"] if accent else [infinitive]
    return tuple(c for c in candidates if c.endswith(_INFINITIVE) and _is_infinitive(c))


def _is_infinitive(word: str) -> bool:
    """Verbs in -er have an imperfect (``passer``, ``passait``), nouns have none (``loyer``)."""
    return (
        not word.endswith("er") or lemma(word[:-2] + "ait") == word or word[-3:] in ("ger", "cer")
    )


@remembered_per_knowledge(_CACHED)
def finite_verb(low: str) -> str:
    """The infinitive of a word that is most likely a verb, else the empty string."""
    found = lemma(low)
    if not found.endswith(_INFINITIVE) or low in _forms()["nouns"]:
        return ""
    if found == low:
        listed = low in _forms()["infinitives"]
        return low if listed or (low.endswith("er") and _is_infinitive(low)) else ""
    adjective = low.endswith(("ière", "ières", "ive", "ives")) or low == found + "s"
    return "" if adjective else found


@remembered_per_knowledge(_CACHED)
def noun_lemma(word: str) -> str:
    """The singular of a plural noun in small letters; verbs that simplemma prefers are undone."""
    low = word.lower()
    if "-" in low:
        return "-".join(noun_lemma(p) if p.endswith(("s", "x")) else p for p in low.split("-"))
    found = lemma(low)
    if not low.endswith("s") or low in _forms()["invariable"]:
        return low if low in _forms()["invariable"] else found
    singular = low[:-1]
    if found.endswith((*_INFINITIVE, "oir")) and found != singular:
        return singular
    unknown = found == low and not low.endswith(("is", "us", "ès", "ss"))
    return singular if unknown else found
