"""May a word be a verb: by its form alone, or where it stands in a text.

No tagger is asked. By form, an infinitive is what simplemma gives for the word, or what the endings
of the first group make of it if it has an imperfect. In a text, a noun in *-e* that has the letters
of a verb (`l'élève`, `s'élève`; `le juge`, `Arzel juge le plan`) is the verb behind a pronoun that
only verbs follow, or between a word that opens no noun phrase and one that does. The words are in
``models/lexicons/verb_forms.toml``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import simplemma

from hemicycle.folding import without_accents
from hemicycle.knowledge.grammar import IN
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml
from hemicycle.reading.lemmas import lemma
from hemicycle.reading.reading import Reading

_CACHED = 20_000
INFINITIVE = ("er", "ir", "re")
# Endings of past participles: those of the first group come first.
PARTICIPLE = ("é", "ée", "és", "ées", "i", "ie", "is", "ies", "u", "ue", "us", "ues")
FIRST_GROUP_PARTICIPLE = PARTICIPLE[:4]
_PAST_FORM = re.compile(r"ée?s?\Z")
_ADJECTIVE = ("ière", "ières", "ive", "ives")
# Endings, with the exceptions of the lexicon, in the order in which they are tried.
_FORMS = (
    ("future", re.compile(r"\w+(?:ra|ront|rai|rons|rez)"), "not_future"),
    ("conditional", re.compile(r"\w+(?:er|ir|dr|vr|rr|aur)(?:ait|aient)"), "not_conditional"),
    (
        "simple past",
        re.compile(r"\w{2,}(?:èrent|irent|urent|ârent|înt|[^r]a)"),
        "not_simple_past",
    ),
    ("imperfect", re.compile(r"\w{2,}(?:ait|aient)"), "not_imperfect"),
    ("first imperfect", re.compile(r"\w{2,}ais"), "not_imperfect"),
    ("plural imperfect", re.compile(r"\w*(?:iez|ions)"), "not_imperfect"),
    ("infinitive", re.compile(r"\w{2,}(?:er|ir|re|oir)"), "not_infinitives"),
)
_BEHIND = re.compile(r"\s+([^\W\d_]+['’]?)")
# What a present participle ends in; `en` makes it a gerund.
_PRESENT_PARTICIPLE = ("ant", "ants")
_REACH = 16


class Verbs:
    """The verbs that words may be forms of."""

    def __init__(self) -> None:
        """Read the lexicon in use."""
        data: dict[str, Any] = load_toml("lexicons", "verb_forms.toml")
        self._participles: dict[str, str] = data["participles"]
        self._nouns = frozenset(data["nouns"])
        self._listed = frozenset(data["infinitives"])
        self._before_a_verb = frozenset(data["before_a_verb"])
        self._only_before_a_verb = frozenset(data["only_before_a_verb"])
        self._before_a_noun = frozenset(data["before_a_noun"])
        self._opens_an_object = frozenset(data["opens_an_object"])
        self._nouns_in_ant = frozenset(data["nouns_in_ant"])
        self._exceptions = {name: _spellings(data[name]) for _, _, name in _FORMS}
        #: The infinitives that a word in small letters may be a form of, where a verb is expected;
        #: none of no word, as before the first one of a sentence.
        self.infinitives = lru_cache(_CACHED)(self._infinitives)
        #: The infinitive of a word that is most likely a verb, else the empty string.
        self.finite = lru_cache(_CACHED)(self._finite)
        #: What the ending of a word in small letters makes of it if it is a verb: ``future``,
        #: ``conditional``, ``simple past``, ``imperfect``, ``first imperfect`` (-ais), ``plural
        #: imperfect`` (-ions, -iez), ``infinitive``, or nothing.
        self.form = lru_cache(_CACHED)(self._form)

    def any_of(self, low: str, verbs: frozenset[str]) -> bool:
        """May the word be a form of one of these verbs, where a verb is expected?"""
        return not verbs.isdisjoint(self.infinitives(low))

    def is_infinitive(self, low: str) -> bool:
        """Is the word most likely a verb, and its infinitive?"""
        return self.finite(low) == low

    def is_predicate(self, low: str) -> bool:
        """Is the word most likely a finite verb, and no participle?"""
        verb = self.finite(low)
        return bool(verb) and not like_participle(low, verb)

    def _infinitives(self, low: str) -> tuple[str, ...]:
        if not low:
            return ()
        # simplemma takes `passé` for an adjective and `mesure` for a noun.
        candidates = [self._participles.get(low, ""), lemma(low)]
        if _PAST_FORM.search(low):
            candidates.append(_PAST_FORM.sub("er", low))
        elif low.endswith(("e", "es")):
            candidates += _of_first_group(low.rstrip("s"))
        return tuple(c for c in candidates if c.endswith(INFINITIVE) and _has_imperfect(c))

    def _finite(self, low: str) -> str:
        if not low:
            return ""
        found = lemma(low)
        if not found.endswith(INFINITIVE) or low in self._nouns:
            return ""
        if found == low:
            known = low in self._listed or (low.endswith("er") and _has_imperfect(low))
            return low if known else ""
        adjective = low.endswith(_ADJECTIVE) or low == found + "s"
        return "" if adjective else found

    def _form(self, low: str) -> str:
        for form, endings, exceptions in _FORMS:
            if endings.fullmatch(low) and low not in self._exceptions[exceptions]:
                if form == "simple past" and _is_present(low):
                    continue
                return form
        return ""

    def stands_as_verb(self, text: str, start: int, end: int) -> bool:
        """Whether the word at ``[start:end]`` is read as a finite verb there.

        Args:
            text: any text.
            start: first character of the word, from 0.
            end: one past its last character.
        """
        word, mark, gap = _before(text, start)
        tied = bool(word) and (word[-1] == "'") != bool(gap)
        if tied and word in self._only_before_a_verb:
            return True
        low = text[start:end].lower()
        if low.endswith(_PRESENT_PARTICIPLE):
            return low not in self._nouns_in_ant and self._is_participle(text, end, word, tied)
        if not _may_be_of_first_group(low):
            return False
        if tied and word in self._before_a_verb:
            return True
        if start == 0 or "\n" in gap or mark not in ("", ")"):
            return False
        if tied and word in self._before_a_noun:
            return False
        behind = _BEHIND.match(text, end)
        return behind is not None and behind[1].lower().replace("’", "'") in self._opens_an_object

    def _is_participle(self, text: str, end: int, before: str, tied: bool) -> bool:
        """Is a word in -ant the verb: `en étudiant`; `les camps militant contre la sortie`?"""
        if tied and before in IN:
            return True
        if before in self._before_a_noun or not (tied and before.isalpha()):
            return False
        behind = _BEHIND.match(text, end)
        return behind is not None and behind[1].lower() in self._opens_an_object


def _before(text: str, place: int) -> tuple[str, str, str]:
    """The word in lower case, or else the mark, before a place, and what stands between."""
    low = max(0, place - _REACH)
    shown = text[low:place].rstrip()
    stop, gap = low + len(shown), text[low + len(shown) : place]
    if not shown or shown[-1].isdecimal() or shown[-1] == "_":
        return "", "", gap
    first = stop - (shown[-1] in "'’")
    while first > low and text[first - 1].isalnum() and not text[first - 1].isdecimal():
        first -= 1
    word = text[first:stop].lower().replace("’", "'")
    if word not in ("", "'") and not (
        first and (text[first - 1].isalnum() or text[first - 1] == "_")
    ):
        return word, "", gap
    return "", "" if shown[-1].isalnum() else shown[-1], gap


def like_participle(low: str, infinitive: str) -> bool:
    """May the form be the participle of the verb? One in -er has no other than in -é
    (``contribue``, ``publie`` are none)."""
    endings = FIRST_GROUP_PARTICIPLE if infinitive.endswith("er") else PARTICIPLE
    return low.endswith(endings)


def _spellings(words: list[str]) -> frozenset[str]:
    """Words with and without their accents."""
    return frozenset(words).union(map(without_accents, words))


def _is_present(low: str) -> bool:
    """Is a form in -irent, -urent the present of one in -irer, -urer (`expirent`, `figurent`)?"""
    return low.endswith(("irent", "urent")) and lemma(low).endswith("rer")


def _of_first_group(low: str) -> list[str]:
    """The infinitives in -er of a present in -e: `élève` is of `élever`, `complète` of
    `compléter`, `finance` of `financer`."""
    infinitive = low + "r"
    before, accent, after = infinitive.rpartition("è")
    return [before + letter + after for letter in "eé"] if accent else [infinitive]


def _has_imperfect(word: str) -> bool:
    """Verbs in -er have an imperfect (``passer``, ``passait``), nouns have none (``loyer``)."""
    return (
        not word.endswith("er") or lemma(word[:-2] + "ait") == word or word[-3:] in ("ger", "cer")
    )


@lru_cache(maxsize=_CACHED)
def _may_be_of_first_group(word: str) -> bool:
    if not word.endswith("e"):
        return False
    candidates = [f"{word}r", *_of_first_group(word)]
    if word.endswith("ie"):
        candidates.append(f"{word[:-2]}yer")  # `paie` is of `payer`
    return any(simplemma.is_known(one, lang="fr") for one in candidates)


@per_knowledge
def verbs() -> Verbs:
    """The verbs, made once per knowledge."""
    return Verbs()


class VerbPlaces(dict[tuple[int, int], bool]):
    """Whether the word at a place of a text stands as a verb there, told once for all who ask.

    A place is the first character of the word, from 0, and one past its last.
    """

    def __init__(self, reading: Reading) -> None:
        """Ask the knowledge in use; arguments as :meth:`Reading.once` gives them."""
        super().__init__()
        self._text = reading.text
        self._stands_as_verb = verbs().stands_as_verb

    def __missing__(self, place: tuple[int, int]) -> bool:
        told = self[place] = self._stands_as_verb(self._text, *place)
        return told
