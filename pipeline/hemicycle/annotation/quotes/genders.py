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


def genders(text: str, people: Iterable[Mention[Person]]) -> dict[str, str]:
    """``m`` or ``f`` by canonical name; who may be either has no entry."""
    told: dict[str, str] = {}
    given: dict[str, str] = {}
    for mention in people:
        name = mention.value.name
        if name not in told and (gender := _told(text, mention)):
            told[name] = gender
        if name not in given and (gender := lexicon().gender(name.partition(" ")[0])):
            given[name] = gender
    return given | told


def _told(text: str, mention: Mention[Person]) -> str:
    """What the words around one mention tell, empty if nothing."""
    role = mention.value.role.split(", ")[0]
    around = text[max(0, mention.start - _REACH - len(role)) : mention.start].rstrip()
    follows = bool(role) and around.casefold().endswith(role.casefold())
    before = _BEFORE.search(around[: len(around) - len(role)] if follows else around)
    word = before[1].lower() if before else ""
    addressed = "" if follows else lexicon().honorifics.get(word, "")
    if addressed or _FEMININE_WORD.search(role):
        return addressed or "f"
    if not follows:
        return ""
    return "f" if word in _FEMININE else "m" if word in _MASCULINE else ""
