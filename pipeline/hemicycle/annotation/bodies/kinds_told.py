"""What kind of body a name is of, by the words before it: `le parti de droite [Nouvelle Aurore]`,
`les usines de [Corvex]`, `la députée du groupe [Horizons]`, or by the noun it begins with.
"""

from __future__ import annotations

from hemicycle.annotation.bodies.lexicon import BodyWords
from hemicycle.knowledge.grammar import OF, THE_APART
from hemicycle.knowledge.lists import listed
from hemicycle.reading.words import Words

_GROUP = listed("bodies", "telling", "group_nouns")
_FARTHEST = 3  # words between a noun and the name that it describes
_SEATED = 4  # words in which who sits in a group is named before it


def kind_told(words: Words, lexicon: BodyWords, first: int) -> str:
    """The kind of body, empty if nothing tells it.

    Args:
        words: the text's words.
        lexicon: the words of bodies.
        first: the first word of the name.
    """
    stop, kind = lexicon.head_at(words.lower, first)
    if stop > first and words.capital[first]:
        if kind == "group":
            return ""  # of a parliament, or a firm (`Groupe Corvel`)
        return "local authority" if kind == "territory" else kind
    if not words.spaced(first):
        return ""
    at = first - 1
    if words.lower[at] in OF or words.lower[at] in THE_APART:
        if words.lower[at] in THE_APART and at and words.lower[at - 1] in OF:
            at -= 1
        noun = words.lower[at - 1] if at and words.spaced(at) else ""
        return lexicon.kinds_of.get(noun, "")
    for k in range(at, max(-1, at - _FARTHEST), -1):
        lower = words.lower[k]
        if lower in _GROUP and k == at:
            seated = words.lower[max(0, k - _SEATED) : k]
            return "group" if not lexicon.sitting.isdisjoint(seated) else ""
        if lower in lexicon.kinds:
            return lexicon.kinds[lower]
        if not (lower in lexicon.adjectives or lower in lexicon.sides_of or lower in OF):
            return ""
        if not words.spaced(k):
            return ""
    return ""
