"""A name as its parts: folded tokens to compare, and the usual case to show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.lexicon import lexicon
from hemicycle.folding import fold
from hemicycle.knowledge.made import per_knowledge, remembered_per_knowledge
from hemicycle.reading.words import is_upper

PARTICLES = small_words("names", "particles")
_LOWERED = {
    "DE": "de",
    "DU": "du",
    "DES": "des",
    "D'": "d'",
    "VON": "von",
    "DER": "der",
    "ET": "et",
}
_TOKEN = re.compile(r"[dDlL]['’](?=[^\W_])|[^\s.\u00a0\u202f\u2009]+")
_ROMAN = re.compile(r"X{0,2}(?:IX|IV|V?I{0,3})")
_PIECE = re.compile(r"[^\W\d_]+")

# Spellings of one sound in transliterated names: `Toleïev`, `Toleyev`, `Toleev`.
_SOUNDS = (
    (re.compile("tch|tsch|cz"), "c"),
    (re.compile("dj|dzh|j"), "j"),
    (re.compile("kh"), "h"),
    (re.compile("sch|sh|ch"), "s"),
    (re.compile("ou|oo|w"), "u"),
    (re.compile("[iy]+e|aie|aye|ae"), "e"),
    (re.compile("[yi]+"), "i"),
    (re.compile("(?<=[ei])(?:ff|v|w)$"), "f"),
    (re.compile("ine$"), "in"),
    (re.compile("q|ck"), "k"),
    (re.compile("gu(?=[ei])"), "g"),
    (re.compile(r"(.)\1"), r"\1"),
)


@lru_cache(maxsize=1 << 12)
def sound(folded: str) -> str:
    """A key that is the same for transliterations of one name."""
    for pattern, replacement in _SOUNDS:
        folded = pattern.sub(replacement, folded)
    return folded


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written.

    Attributes:
        text: in usual case, on one line, with straight typography as in the text.
        tokens: folded words without points.
        first: number of tokens that are first names or initials; 0 for a surname alone.
    """

    text: str
    tokens: tuple[str, ...]
    first: int

    @property
    def is_full(self) -> bool:
        """Whether there is a first name, or an initial, and a surname."""
        return 0 < self.first < len(self.tokens)

    @property
    def is_initials(self) -> bool:
        """Whether it is initials throughout (`J.-L. M.`)."""
        tokens = [token for token in self.tokens if token not in PARTICLES]
        return all(is_initial(token.strip("-")) for token in tokens)

    @property
    def initials(self) -> str:
        """`jlm` for `Jean-Luc Mercier` and `J.-L. M.`."""
        tokens = [token.strip("-") for token in self.tokens if token not in PARTICLES]
        pieces = [piece for first in tokens[:1] for piece in first.split("-")]
        return "".join(piece[:1] for piece in (*pieces, *tokens[1:]))


@remembered_per_knowledge(1 << 12)
def parse(surface: str) -> Name:
    """Read a name as it stands in a text, without titles."""
    text = usual_case(" ".join(surface.replace("_", " ").split()))
    raw = _TOKEN.findall(text)
    tokens = tuple(fold(token) for token in raw)
    return Name(text, tokens, _first_tokens(raw, tokens))


def usual_case(name: str) -> str:
    """`Lucienne BARTHÉLEMY-ROY` as `Lucienne Barthélemy-Roy`; names in usual case stay."""
    words = name.split(" ")
    return " ".join(
        _usual_word(word, first=index == 0) if is_upper(word.replace(".", "")) else word
        for index, word in enumerate(words)
    )


def _usual_word(word: str, *, first: bool) -> str:
    """One word in capitals in usual case; initials (`J.-L.`) stay."""
    if "." in word or (not first and _ROMAN.fullmatch(word)):
        return word  # `Jean-Paul II`
    if not first and word in _LOWERED:
        return _LOWERED[word]
    shown = _PIECE.sub(lambda m: m[0][0] + m[0][1:].lower(), word)
    if shown[:2] in {"D'", "D’"} and not first:
        shown = "d" + shown[1:]
    if shown.startswith("Mc") and len(shown) > 3:
        shown = "Mc" + shown[2].upper() + shown[3:]
    return shown


def _first_tokens(raw: list[str], tokens: tuple[str, ...]) -> int:
    """How many leading tokens are first names."""
    if len(tokens) < 2:
        return 0
    lex = lexicon()
    compound = " ".join(tokens[:2]) in lex.compound_first_names or (
        # `Al Ousseynou Corvel`
        len(tokens) > 2 and tokens[0] in {"al", "el"} and tokens[1] in lex.first_names
    )
    if not compound and (raw[0] in lex.capital_particles or tokens[0] in PARTICLES):
        return 0
    count = 2 if compound else 1
    while count < len(tokens) - 1 and (
        len(tokens[count]) == 1 or (tokens[count] in lex.first_names and count < 3)
    ):
        count += 1
    return count


def is_initial(token: str) -> bool:
    """Whether a folded token is an initial (`e`, `j-l`)."""
    return all(len(piece) == 1 for piece in token.split("-"))


@per_knowledge
def _long_initials() -> frozenset[str]:
    """Abbreviations such as `Th.`, folded."""
    return frozenset(map(fold, lexicon().long_initials))


@remembered_per_knowledge(1 << 14)
def first_names_agree(a: str, b: str) -> bool:
    """Whether two first tokens may be those of one person."""
    if a == b:
        return True
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if short in _long_initials() and long.startswith(short):
        return True
    if is_initial(a) or is_initial(b):
        pieces, whole = short.split("-"), long.split("-")
        return len(pieces) <= len(whole) and all(
            w.startswith(p) for p, w in zip(pieces, whole, strict=False)
        )
    return sound(a) == sound(b) or (min(len(a), len(b)) > 4 and fuzz.ratio(a, b) >= 88)


def surnames_agree(a: str, b: str) -> bool:
    """Whether two surnames are spellings of one: accents, transliteration, a slip."""
    if a == b or a.replace("-", " ") == b.replace("-", " "):
        return True
    if min(len(a), len(b)) < 5:
        return False
    return sound(a) == sound(b) or fuzz.ratio(a, b) >= 88
