"""Which labels a text really uses: those whose form it repeats.

A line of prose may begin as a label does (`M. Roy : voilà le nom que l'on cite`), but a text whose
turns have labels has many of one form, and the same names come back.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container
from dataclasses import replace

from hemicycle.annotation.people.lexicon import lexicon as names_lexicon
from hemicycle.annotation.speeches.labels import Label
from hemicycle.annotation.speeches.manners import is_chair
from hemicycle.folding import fold

# Forms that need no name known to the text; the others are only names and a sign.
_STRONG = frozenset({"addressed", "function", "numbered", "bracketed", "titled"})
_COUNTED = frozenset({"question", "answer", "anonymous"})
_FEWEST = 2
_FEWEST_WEAK = 3
_FEWEST_NAMED = 4


def used(labels: list[Label], known: frozenset[str], presented: Container[str] = ()) -> list[Label]:
    """The labels of a text that are labels, in order.

    Args:
        labels: what lines may be read as.
        known: the words of the names of persons in the text, folded.
        presented: the names, folded, of those whom the source says to speak.
    """
    strong = [label for label in labels if label.form in _STRONG]
    signed = [label for label in strong if label.sign != "line"]
    unsigned = [label for label in strong if label.sign == "line"]
    kept = signed if _are_used(signed) else []
    if kept or (len(unsigned) >= _FEWEST_WEAK and _comes_back(unsigned)):
        kept = kept + unsigned
    for form in sorted(_COUNTED):
        same = [label for label in labels if label.form == form]
        kept += same if len(same) >= _FEWEST else []
    weak: defaultdict[str, list[Label]] = defaultdict(list)
    for label in labels:
        if label.form not in _STRONG and label.form not in _COUNTED and label.form != "voices":
            weak["alone" if label.form == "alone" else label.sign].append(label)
    named = [
        label
        for sign, same in weak.items()
        for label in _weak(same, known, with_strong=bool(kept) and sign != "alone")
    ]
    kept += named
    there = {label.start for label in kept}
    kept += [
        label
        for label in labels
        if label.start not in there and label.names and _key(label) in presented
    ]
    if all(label.form == "question" for label in kept):
        return []  # nobody answers
    if kept:
        signs = {label.sign for label in kept}
        kept += _askers(labels, kept)
        kept += [label for label in labels if label.form == "voices"]
        there = {label.start for label in kept}
        kept += [
            label
            for label in signed
            if label.start not in there and label.sign in signs and label.said == "sentence"
        ]
    kept.sort(key=lambda label: label.start)
    # Above an interview stands what is quoted of it: `Awa Roy : « Je pars »`.
    while kept and kept[0].said == "quotation":
        del kept[0]
    return kept


def _are_used(labels: list[Label]) -> bool:
    """Whether forms that are labels by themselves are so in this text.

    Somebody speaks behind most of them; and some name or function has two, or a sign is the same
    throughout, of two labels where one is the chair's.
    """
    spoken = sum(label.said == "sentence" for label in labels)
    if len(labels) < _FEWEST or spoken * 3 < len(labels) * 2:
        return False
    same_sign = len({label.sign for label in labels}) == 1
    # Whoever presides and one who is given the floor make a sitting, be it a short piece of one.
    fewest = _FEWEST if any(map(_presides, labels)) else _FEWEST_WEAK
    return _comes_back(labels) or (same_sign and len(labels) >= fewest)


def _presides(label: Label) -> bool:
    return label.form == "function" and is_chair(label.role)


def _comes_back(labels: list[Label]) -> bool:
    return max(Counter(map(_key, labels)).values(), default=0) >= _FEWEST


def _weak(labels: list[Label], known: frozenset[str], *, with_strong: bool) -> list[Label]:
    """Labels that are names alone, of those that come back and are known as persons."""
    counts = Counter(map(_key, labels))
    named = [label for label in labels if label.form == "initials" or _is_person(label, known)]
    again = [label for label in named if counts[_key(label)] >= _FEWEST]
    speakers = {_key(label) for label in again}
    if with_strong:
        return named
    if len(speakers) >= _FEWEST or (len(speakers) == 1 and len(again) >= _FEWEST_WEAK):
        return again if labels[0].form == "initials" else named
    several = len({_key(label) for label in named}) >= _FEWEST
    if again and several and len(named) >= _FEWEST_NAMED:
        return named
    # One person answers a paper, whose name comes back as often.
    return again if again and _askers(labels, again) else []


def _askers(labels: list[Label], kept: list[Label]) -> list[Label]:
    """Labels of whoever asks those that are kept: a paper, whose name comes back, or readers."""
    there = {label.start for label in kept}
    signs = {label.sign for label in kept}
    others: defaultdict[str, list[Label]] = defaultdict(list)
    readers: list[Label] = []
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        if label.form in ("named", "capitals") and label.start not in there and label.sign in signs:
            others[_key(label)].append(label)
            if label.asks and following is not None and following.start in there:
                readers.append(label)
    papers = [
        replace(label, form="question", names=(), role=label.written)
        for same in others.values()
        if len(same) >= _FEWEST and sum(label.asks for label in same) * 2 >= len(same)
        for label in same
    ]
    found = {label.start for label in papers}
    others_asking = [label for label in readers if label.start not in found]
    return papers + (others_asking if len(readers) >= _FEWEST else [])


def _is_person(label: Label, known: frozenset[str]) -> bool:
    """Whether a label names somebody whom the text knows, or begins with a first name."""
    first = names_lexicon().first_names
    words = fold(label.names[0][1]).split() if label.names else []
    return bool(words) and (words[-1] in known or words[0] in first or words[0] in known)


def _key(label: Label) -> str:
    return fold(label.names[0][1] if label.names else label.role)
