"""Which language a text is in, told by its little words and by what its source says.

A text is called foreign on evidence alone: enough little words of another language, and many more
than French ones. A short text, a list of names, a text in two languages are not.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml
from hemicycle.messages import tell

FRENCH = "fr"
UNKNOWN = "und"

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 200_000
_FEWEST_WORDS = 40
_FEWEST_HITS = 10
_FEWEST_DIFFERENT = 6
_LEAST_SHARE = 0.14
_TIMES_FRENCH = 2.5
_FEWEST_LETTERS = 100
_NAMES = {
    "french": "fr", "francais": "fr", "fra": "fr", "fre": "fr", "english": "en", "anglais": "en",
    "eng": "en", "german": "de", "allemand": "de", "deu": "de", "ger": "de", "spanish": "es",
    "espagnol": "es", "spa": "es", "italian": "it", "italien": "it", "ita": "it",
    "portuguese": "pt", "portugais": "pt", "por": "pt", "dutch": "nl", "neerlandais": "nl",
    "nld": "nl", "dut": "nl", "cat": "ca", "catalan": "ca",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """What language a text is in.

    Attributes:
        language: ISO 639-1 code, `und` for a script that French is not written in.
        origin: `metadata` if the source said it and the text does not contradict, else `text`.
        reason: how it is known, as part of a sentence.
    """

    language: str
    origin: str
    reason: str

    @property
    def foreign(self) -> bool:
        """Whether it is not French."""
        return self.language != FRENCH


def judge(text: str, stated: str) -> Verdict:
    """The language of a text.

    Args:
        text: the text.
        stated: what its source says, empty if nothing (`fr-FR`, `fra`, `français`…).

    The text decides where it gives evidence; else what is stated; else it is taken for French.
    """
    said = code(stated)
    words = Counter(match[0].casefold() for match in _WORD.finditer(text[:_SAMPLE]))
    found = _by_script(words) or _by_little_words(words)
    if found is not None and found.language != said:
        return found
    if said and (said == FRENCH or not _leans_french(words)):
        return Verdict(said, "metadata", tell("its metadata say that it is {said!r}", said=said))
    return Verdict(FRENCH, "text", tell("its words are French"))


def code(stated: str) -> str:
    """The ISO 639-1 code of a language tag or name, empty if it is none."""
    folded = unicodedata.normalize("NFKD", stated.casefold()).encode("ascii", "ignore").decode()
    first = re.split(r"[^a-z]", folded.strip(), maxsplit=1)[0]
    return _NAMES.get(first, first if len(first) == 2 else "")


def _by_script(words: Counter[str]) -> Verdict | None:
    letters = sum(len(word) * count for word, count in words.items())
    foreign = sum(len(word) * count for word, count in words.items() if not _is_latin(word[0]))
    if foreign < _FEWEST_LETTERS or 2 * foreign < letters:
        return None
    return Verdict(UNKNOWN, "text", tell("it is in a script that French is not written in"))


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or unicodedata.name(letter, "").startswith("LATIN")


def _by_little_words(words: Counter[str]) -> Verdict | None:
    total = words.total()
    if total < _FEWEST_WORDS:
        return None
    hits = _hits(words)
    best = max(hits, key=lambda language: hits[language])
    if best == FRENCH:
        return None
    different = sum(1 for word in _lists()[best] if word in words)
    if (
        hits[best] < max(_FEWEST_HITS, _LEAST_SHARE * total)
        or hits[best] < _TIMES_FRENCH * hits[FRENCH]
        or different < _FEWEST_DIFFERENT
    ):
        return None
    share = 100 * hits[best] // total
    return Verdict(
        best,
        "text",
        tell("{share} % of its words are little words of {best!r}", share=share, best=best),
    )


def _leans_french(words: Counter[str]) -> bool:
    """Whether French is the likeliest language, although the text may be short."""
    hits = _hits(words)
    return hits[FRENCH] >= 3 and hits[FRENCH] == max(hits.values())


def _hits(words: Counter[str]) -> dict[str, int]:
    return {language: sum(words[word] for word in little) for language, little in _lists().items()}


@per_knowledge
def _lists() -> dict[str, frozenset[str]]:
    lists = load_toml("lexicons", "function_words.toml")
    return {language: frozenset(words) for language, words in lists.items()}
