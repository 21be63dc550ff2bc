"""Whether the people of a document are men or women, as far as the document tells.

A word of address tells it (`Mme X`), the article of a function (`la Première ministre X`), or the
form of one (`X, députée`); else the first name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.lexicon import lexicon
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.people import Person

_FEMININE_WORD = re.compile(r"(?:ée|trice|ière|ienne|euse|ante|ente|elle|cheffe)\b")
_BEFORE = re.compile(r"([^\W\d_]+)['’.]?[\s\u00a0\u202f]*$")
_FEMININE = small_words("role_mentions", "feminine")
_MASCULINE = small_words("role_mentions", "masculine")
_REACH = 20
_BETWEEN = " ,\n\u00a0\u202f"


def genders(text: str, people: Iterable[Mention[Person]]) -> dict[str, str]:
    """``m`` or ``f`` by canonical name; who may be either has no entry."""
    told: dict[str, str] = {}
    given: dict[str, str] = {}
    held: dict[str, str] = {}
    for mention in people:
        name = mention.value.name
        gender, sure = _told(text, mention)
        if gender:
            (told if sure else held).setdefault(name, gender)
        if name not in given and (gender := lexicon().gender(name.partition(" ")[0])):
            given[name] = gender
    return held | given | told


def _told(text: str, mention: Mention[Person]) -> tuple[str, bool]:
    """What the words around one mention tell, empty if nothing, and whether they are sure of it.

    A masculine article before a function is not: `le ministre` may be a woman.
    """
    role = mention.value.role.split(", ")[0]
    around = text[max(0, mention.start - _REACH - len(role)) : mention.start].rstrip(_BETWEEN)
    follows = bool(role) and around.casefold().endswith(role.casefold())
    before = _BEFORE.search(around[: len(around) - len(role)] if follows else around)
    word = before[1].lower() if before else ""
    addressed = "" if follows else lexicon().honorifics.get(word, "")
    if addressed or _FEMININE_WORD.search(role):
        return addressed or "f", True
    if follows and word in _FEMININE:
        return "f", True
    return ("m" if follows and word in _MASCULINE else ""), False
