"""What stands where a person might, and is a group, a seat or a paper."""

from __future__ import annotations

from hemicycle.annotation.people.candidates import Candidate
from hemicycle.annotation.people.lexicon import Lexicon
from hemicycle.annotation.people.orders import opens_line
from hemicycle.annotation.people.role_lexicon import role_lexicon
from hemicycle.folding import fold
from hemicycle.reading.words import Words, is_upper

_BLANKS = " \u00a0\u202f"
_DASHES = frozenset("-–—")
_LONGEST_ACRONYM = 6  # letters
_SHORTEST_NOUN = 4  # letters


def thing_named(
    words: Words, lexicon: Lexicon, candidate: Candidate, before: Candidate | None
) -> str:
    """The veto that a candidate meets by where it stands, empty if none.

    Args:
        words: the text's words.
        lexicon: the words that tell who is a person.
        candidate: the candidate, with what leads to it.
        before: the candidate before it.
    """
    if candidate.honorific:
        return ""
    start, end = candidate.start, candidate.end
    if fold(words.forms[end - 1]) in lexicon.media_endings:
        named = end - start > 1 and lexicon.knows_first_name(words.forms[start])
        return "" if named else "media"
    if end - start > 1:
        return "thing" if _begins_with_thing(words, lexicon, start) else ""
    if candidate.role is not None and _is_group(words, lexicon, candidate):
        return "group"
    if before is None or before.end != start:
        return ""
    gap = words.gap(start).strip(_BLANKS)
    if "surname_first" in before.seen and gap in _DASHES:
        return "seat" if opens_line(words, before.start) else ""
    bracket = gap == "(" and words.gap(end).startswith(")")
    full = before.end - before.start > 1 or bool(before.honorific)
    first_name = lexicon.knows_first_name(words.forms[start])
    compound = "-" in words.forms[start]
    return "seat" if bracket and full and (compound or not first_name) else ""


def _begins_with_thing(words: Words, lexicon: Lexicon, start: int) -> bool:
    """Whether the noun of what bears names opens the words: `Hôpital Awa Corvel`."""
    form = words.forms[start]
    noun = form[1:].islower() and words.lower[start] in lexicon.named_after
    short = len(form) < _SHORTEST_NOUN and words.lower[start] not in lexicon.streets  # no `CHU`
    return noun and not short and not lexicon.knows_first_name(form)


def _is_group(words: Words, lexicon: Lexicon, candidate: Candidate) -> bool:
    """Whether a party stands behind members of it: `les députés LFI-NUPES ont voté`."""
    role = candidate.role
    plurals = role_lexicon().plurals
    if role is None or words.lower[role.head] not in plurals or role.end != candidate.start:
        return False
    pieces = words.forms[candidate.start].split("-")
    return all(
        fold(piece) in lexicon.parties or (is_upper(piece) and len(piece) < _LONGEST_ACRONYM)
        for piece in pieces
    )
