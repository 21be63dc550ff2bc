"""What a citation begins with: ``loi organique``, ``arrêtés royaux``, ``projet de loi``."""

from __future__ import annotations

import re

from hemicycle.annotation.laws.tokens import Tokens
from hemicycle.values import value

# Two Belgian laws of a day that carry out one budget: `loi-programme (I)`.
_PART = re.compile(r"\((?:I|II|III)\)")


@value
class ReadHead:
    """The head of a citation in a text.

    Attributes:
        first: index of its first token.
        stop: index behind its last, adjectives included.
        name: in the singular, in lower case.
        written: in the number that the text has.
        kind: of the text cited.
        plural: whether it is in the plural.
    """

    first: int
    stop: int
    name: str
    written: str
    kind: str
    plural: bool


def read_head(tokens: Tokens, index: int) -> ReadHead | None:
    """The head at an index with the adjectives of genre behind it (``loi organique``)."""
    found = next(tokens.lexicon.heads.at(tokens.words, index), None)
    if found is None:
        return None
    stop, head = found
    name = head.singular
    written = " ".join(tokens.written(index, stop).lower().split())
    at = stop
    while True:
        qualifier = next(tokens.lexicon.qualifiers.at(tokens.words, at), None)
        if qualifier is None:
            break
        at, adjective = qualifier
        name = f"{name} {adjective}"
        written = f"{written} {tokens.written(stop, at).lower()}"
        stop = at
    part = tokens.shape(stop, _PART)
    if part is not None:
        name, stop = f"{name} {part[0][0]}", part[1]
    name = name.replace("'", "’")
    return ReadHead(index, skip_dropped(tokens, stop), name, written, head.kind, head.plural)


def skip_dropped(tokens: Tokens, index: int) -> int:
    """The index behind adjectives that the name leaves out (``modifiée``, ``précitée``)."""
    while tokens.among("dropped", index):
        index += 1
    return index
