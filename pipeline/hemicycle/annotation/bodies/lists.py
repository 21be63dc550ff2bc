"""Whether a comma inside the name of a body parts what belongs to it."""

from __future__ import annotations

import re

from hemicycle.annotation.bodies.lexicon import BodyWords
from hemicycle.knowledge.grammar import OF, THE
from hemicycle.reading.words import Words

# A noun with its article that is written small, and a list of them that `et` closes.
_ITEM = r"(?:de (?:la |l['’])|d['’]|l['’]|(?:du|des|de|la|le|les) )[a-zà-öø-ÿœ-]+"
_LISTED = re.compile(
    rf"{_ITEM}(?: [a-zà-öø-ÿœ-]+)?(?:, {_ITEM}(?: [a-zà-öø-ÿœ-]+)?){{0,4}} et {_ITEM}"
)
# The rest of a list with capitals that `et` closes: `, de l'[Énergie et de la] Mer`.
_OWNED = r"(?:de (?:la |l['’])|d['’]|du |des |de )[A-ZÀ-Þ]"
_CAPITAL_LIST = re.compile(rf"(?:, {_OWNED}[\w' ’-]*?){{1,4}} et {_OWNED}")


def goes_on(
    words: Words, lexicon: BodyWords, index: int, *, wide: bool, ministry: bool, lists: bool
) -> bool:
    """Whether a name goes on at a word behind a comma.

    Args:
        words: the text's words.
        lexicon: the words of bodies.
        index: the word behind the comma.
        wide: whether nouns that are written small belong to the name.
        ministry: whether the name is a ministry's.
        lists: whether a list of nouns with capitals does, if `et` closes it.
    """
    if wide:
        item = _is_item(words, lexicon, index, ministry=ministry)
        return item or _is_listed(words, lexicon, index)
    return lists and _CAPITAL_LIST.match(words.text, words.ends[index - 1]) is not None


def _is_listed(words: Words, lexicon: BodyWords, index: int) -> bool:
    """Whether nouns that are written small, from a word behind a comma on, are a list that `et`
    closes: `pour l'agriculture, [l'alimentation et l'environnement]`."""
    found = _LISTED.match(words.text, words.starts[index])
    if found is None:
        return False
    nouns = found[0].replace("’", "'").lower().replace("'", "' ").split()
    return not any(lexicon.head_at(nouns, k)[0] > k for k in range(len(nouns)))


def _is_item(words: Words, lexicon: BodyWords, index: int, *, ministry: bool) -> bool:
    """Whether a comma parts items of one name: another `de` with a capital follows it, and not
    another body unless it is a ministry's (`ministère de l'Eau, des Ports`)."""
    k = index
    if words.lower[k] not in OF:
        return False
    k += 1
    if k < len(words) and words.lower[k] in THE:
        k += 1
    if k >= len(words) or not words.capital[k]:
        return False
    return ministry or lexicon.head_at(words.lower, k)[0] == k
