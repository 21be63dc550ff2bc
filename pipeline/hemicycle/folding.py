"""The one way in which words are made alike: without case, accents or typographic variants."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# One character for one, so that offsets stay what they are.
STRAIGHT = str.maketrans("’ʼʻꞌ＇´`" + "\u2010\u2011\u2013", "'" * 7 + "-" * 3)
_STRAIGHT = [(chr(variant), chr(usual)) for variant, usual in STRAIGHT.items()]
_OPENED = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})


class _Folded(dict[int, str]):
    """What each character is folded to, by its code; learnt when it is first met."""

    def __missing__(self, code: int) -> str:
        plain = chr(code).translate(STRAIGHT).translate(_OPENED)
        folded = self[code] = without_accents(plain).casefold()
        return folded


_FOLDED = _Folded()


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """A word or phrase without case, accents, ligatures or typographic variants, for look-ups.

    Apostrophes are straight and hyphens ASCII, so that `KASSYM‑JOMART` and `Kassym-Jomart` agree.

    Examples:
        >>> fold("L’ŒUVRE de l’État")
        "l'oeuvre de l'etat"
    """
    return text.lower() if text.isascii() else text.translate(_FOLDED)


def straight(text: str) -> str:
    """A text with straight apostrophes and ASCII hyphens, each character at its place.

    The same as :data:`STRAIGHT` makes of it, which asks for every character of a long text.

    Examples:
        >>> straight("l’État‑nation")
        "l'État-nation"
    """
    for variant, usual in _STRAIGHT:
        text = text.replace(variant, usual)
    return text


def without_accents(text: str) -> str:
    """A text without its accents and compatibility forms; case stays.

    Examples:
        >>> without_accents("Décret nº 2")
        'Decret no 2'
    """
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))
