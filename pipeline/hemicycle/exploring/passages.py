"""What of a text a query finds: phrases, words in all their forms, patterns, words near others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Literal, TypeAlias

from hemicycle.folding import fold
from hemicycle.messages import tell
from hemicycle.reading.lemmas import lemma
from hemicycle.reading.verbs import verbs as read_verbs
from hemicycle.reading.words import PerForm, Words

How: TypeAlias = Literal["phrase", "lemma", "regex"]
Span: TypeAlias = tuple[int, int]
"""First character and one past the last, from 0."""
Finder: TypeAlias = Callable[[str], Iterator[Span]]
_ANY = "*"


class QueryError(ValueError):
    """A query that cannot be asked; the message says why and what to do."""


def finder(query: str, how: How = "phrase", near: int = 0) -> Finder:
    """What finds a query in a text, from its first character on, never one word twice.

    Args:
        query: words, between whose letters capitals and accents do not count; `*` ends the
            beginning of a word (`énerg*`) or stands for any word. For ``regex`` a pattern of
            Python's :mod:`re`.
        how: ``phrase`` finds the words as they are, ``lemma`` in all their forms (`financer` finds
            `finançons`), ``regex`` what a pattern matches on one line.
        near: how many other words may stand between them, in whatever order they come; 0 for none
            and in their order.

    Raises:
        QueryError: it has no word, or is no pattern.
    """
    if how == "regex":
        return _pattern(query)
    tests = [_test(word, how) for word in _words_of(query)]
    if not tests:
        raise QueryError(tell("{query!r} has no word to search for.", query=query))
    if near and len(tests) > 1:
        return lambda text: _near(Words(text), tests, near)
    return lambda text: _in_order(Words(text), tests)


def _pattern(query: str) -> Finder:
    try:
        compiled = re.compile(query, re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as error:
        raise QueryError(
            tell("{query!r} is no pattern ({error}); see Python's re.", query=query, error=error)
        ) from error

    def found(text: str) -> Iterator[Span]:
        start = 0
        for line in text.split("\n"):
            for match in compiled.finditer(line):
                if match.end() > match.start():
                    yield start + match.start(), start + match.end()
            start += len(line) + 1

    return found


def _words_of(query: str) -> list[str]:
    """The words of a query, cut as those of texts are, each with the star behind it."""
    found = []
    for piece in query.split():
        words = Words(piece.replace(_ANY, ""))
        forms = [form for form in words.lower if any(map(str.isalnum, form))]
        if piece.endswith(_ANY):
            forms = [*forms[:-1], forms[-1] + _ANY] if forms else [_ANY]
        found += forms
    return found


def _test(word: str, how: How) -> PerForm[bool]:
    """Whether a word of a text, in small letters, is one of the query's."""
    if word == _ANY:
        return PerForm(lambda form: any(map(str.isalnum, form)))
    if word.endswith(_ANY):
        begins = fold(word[: -len(_ANY)])
        return PerForm(lambda form: fold(form).startswith(begins))
    wanted = fold(word)
    if how == "phrase":
        return PerForm(lambda form: fold(form) == wanted)
    base, verbs = fold(lemma(word)), read_verbs()

    def is_form(form: str) -> bool:
        # `finance` is a noun and a verb: what may be a form of the verb counts as one; `finances`
        # is the noun, for hardly anybody is addressed as `tu`.
        others = () if form.endswith("es") else verbs.infinitives(form)
        bases = (lemma(form), *others)
        return fold(form) == wanted or any(fold(one) == base for one in bases)

    return PerForm(is_form)


def _in_order(words: Words, tests: list[PerForm[bool]]) -> Iterator[Span]:
    first, *others = tests
    after = 0
    for index, form in enumerate(words.lower):
        if index < after or not first[form]:
            continue
        last = index
        for test in others:
            last = _next(words, last)
            if last < 0 or not test[words.lower[last]]:
                break
        else:
            after = last + 1
            yield words.starts[index], words.ends[last]


def _next(words: Words, index: int) -> int:
    """The next word that is one, signs passed over; -1 behind the last and at the end of a line."""
    for place in range(index + 1, len(words)):
        if "\n" in words.gap(place):
            return -1
        if any(map(str.isalnum, words.lower[place])):
            return place
    return -1


def _near(words: Words, tests: list[PerForm[bool]], near: int) -> Iterator[Span]:
    """Stretches of a line that hold each word of the query, few other words between any two."""
    last: dict[int, tuple[int, int]] = {}
    number = 0
    for index, form in enumerate(words.lower):
        if "\n" in words.gap(index):
            last.clear()
        if not any(map(str.isalnum, form)):
            continue
        number += 1
        found = [which for which, test in enumerate(tests) if test[form]]
        if not found:
            continue
        # A word of the text stands for one of the query: for that which was seen longest ago.
        which = min(found, key=lambda one: last.get(one, (0, 0)))
        last[which] = (number, index)
        places = sorted(last.values())
        if len(places) == len(tests) and all(
            b - a <= near + 1 for (a, _), (b, _) in pairwise(places)
        ):
            yield words.starts[places[0][1]], words.ends[places[-1][1]]
            last.clear()
