"""Which name an apposition between two belongs to: `X, le rapporteur, Y, la questeure`.

Between two names with commas a function may be either's. A run of such names tells by its ends: if
a function or no comma follows the last name, each follows its own; else each leads.
"""

from __future__ import annotations

from collections.abc import Mapping

from hemicycle.annotation.people.candidates import Candidate
from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.roles import Role
from hemicycle.knowledge.grammar import THE_ONE
from hemicycle.reading.words import Words

_ADVERBS = small_words("attachment", "adverbs")


def sides(
    words: Words, names: list[Candidate], starting: Mapping[int, Role]
) -> tuple[frozenset[int], frozenset[int]]:
    """The names that are not given the function before them, and those not given the one behind.

    Args:
        words: the text's words.
        names: its names, in order.
        starting: its functions by their first word.

    Returns:
        Both by the first word of the name.
    """
    no_before: set[int] = set()
    no_after: set[int] = set()
    run: list[Candidate] = []

    def close() -> None:
        if len(run) < 2:
            return
        led = run[0].role is not None
        last = run[-1].end
        followed = _role_behind(words, starting, last) is not None or _is_described(words, last)
        apart = last < len(words) and words.gap(last).strip()[:1] == ","
        if not led and (followed or not apart):
            no_before.update(name.start for name in run[1:])
        else:
            no_after.update(name.start for name in run[:-1])

    for name in names:
        if not (run and _shares(words, starting, run[-1], name)):
            close()
            run.clear()
        run.append(name)
    close()
    return frozenset(no_before), frozenset(no_after)


def _shares(words: Words, starting: Mapping[int, Role], a: Candidate, b: Candidate) -> bool:
    """Whether one function stands between two names, with a comma on both sides."""
    role = b.role
    if role is None or words.gap(role.end).strip() != ",":
        return False
    return _role_behind(words, starting, a.end) is role


def _is_described(words: Words, index: int) -> bool:
    """Whether an article and a noun stand between commas at a word: `, le greffier,`."""
    if index + 2 >= len(words) or words.gap(index).strip() != ",":
        return False
    noun = words.lower[index] in THE_ONE and words.forms[index + 1].islower()
    return noun and words.gap(index + 2).strip() == ","


def _role_behind(words: Words, starting: Mapping[int, Role], index: int) -> Role | None:
    """The function with its article behind a comma at a word, None if none."""
    if index >= len(words) or words.gap(index).strip() not in {",", "),"}:
        return None
    while index + 1 < len(words) and words.lower[index] in _ADVERBS and index not in starting:
        index += 1
    if words.lower[index] in THE_ONE:
        index += 1
    return starting.get(index)
