"""Tells a noun from the verb written alike: `l'élève`, `s'élève`; `le juge`, `Arzel juge le plan`.

A noun in *-e* has the letters of a verb of the first group in the present when there is such a
verb (`finance`, `financer`). It is the verb behind a pronoun that only verbs follow, or between a
word that opens no noun phrase and one that does.
"""

from __future__ import annotations

import re
from functools import lru_cache

import simplemma

# Subject pronouns, reflexives and negations, right before a finite verb (Grevisse, § 674 and 1010).
_BEFORE_A_VERB = re.compile(
    r"(?<!\w)(?:[tmj]['’]|(?:je|tu|ils?|elles?|on|nous|vous|qui|y|ça|cela|ceci)\s+)$", re.I
)
_ONLY_BEFORE_A_VERB = re.compile(r"(?<!\w)(?:[sn]['’]|(?:se|ne)\s+)$", re.I)
# Articles, possessives, prepositions and conjunctions, right before a noun (or leaving it open).
_BEFORE_A_NOUN = re.compile(
    r"(?:(?<!\w)(?:[ld]|qu)['’]|(?<!\w)(?:le|la|les|un|une|des|de|du|aux?|à|en|cet?|cette|ces"
    r"|[mts](?:on|a|es)|notre|nos|votre|vos|leurs?|sans|par|pour|sur|sous|avec|comme|contre|dans"
    r"|entre|vers|chez|et|ou|ni|tout|toute|toutes|tous|chaque|aucune?|quelle?s?|plusieurs|même"
    r"|première?|grande?|petite?|jeune|bonne?|haute?|autre)\s+|\A|[^\w\s)]\s*|\n\s*)$",
    re.I,
)
_OPENS_AN_OBJECT = re.compile(
    r"\s+(?:l['’]|qu['’]|(?:la|les?|une?|que|cet?|cette|ces|sa|ses|son|leurs?|notre|nos)(?!\w))",
    re.I,
)
_REACH = 16


def is_verb(text: str, start: int, end: int) -> bool:
    """Whether the word at ``[start:end]`` (code points from 0) is read as a finite verb there."""
    before = text[max(0, start - _REACH) : start]
    if _ONLY_BEFORE_A_VERB.search(before):
        return True
    if not _may_be_verb(text[start:end].lower()):
        return False
    if _BEFORE_A_VERB.search(before):
        return True
    if _BEFORE_A_NOUN.search(before):
        return False
    return _OPENS_AN_OBJECT.match(text, end) is not None


@lru_cache(maxsize=20_000)
def _may_be_verb(word: str) -> bool:
    if not word.endswith("e"):
        return False
    stem = word[:-1]
    # `élève` is of `élever`, `complète` of `compléter`, `finance` of `financer`.
    head, _, tail = stem.rpartition("è")
    stems = {stem} | ({f"{head}e{tail}", f"{head}é{tail}"} if "è" in stem[-3:] else set())
    if stem.endswith("i"):
        stems.add(f"{stem[:-1]}y")  # `paie` is of `payer`
    return any(simplemma.is_known(f"{one}er", lang="fr") for one in stems)
