"""Which labels a text really uses: those whose form it repeats.

A line of prose may begin as a label does (`M. Roy : voilà le nom que l'on cite`), but a text whose
turns have labels has many of one form, and the same names come back.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from hemicycle.annotation.speeches.labels import Label
from hemicycle.folding import fold

# Forms that need no name known to the text; the others are only names and a sign.
_STRONG = frozenset({"addressed", "function", "numbered", "bracketed", "titled"})
_FEWEST = 2
_FEWEST_WEAK = 3


def used(labels: list[Label], known: frozenset[str]) -> list[Label]:
    """The labels of a text that are labels, in order.

    Args:
        labels: what lines may be read as.
        known: the words of the names of persons in the text, folded.
    """
    forms: defaultdict[tuple[str, str], list[Label]] = defaultdict(list)
    for label in labels:
        if label.form != "voices":
            forms[label.form, label.sign].append(label)
    kept: list[Label] = []
    strong = [label for label in labels if label.form in _STRONG and label.sign != "line"]
    enough = len(strong) >= _FEWEST and _come_back(strong)
    for (form, _), same in forms.items():
        if form in _STRONG:
            if enough:
                kept += [label for label in same if label.sign != "line"]
        elif form in ("question", "answer"):
            kept += same if len(same) >= _FEWEST else []
        else:
            kept += _weak(same, known, with_strong=enough)
    if kept:
        signs = {label.sign for label in kept}
        kept += [label for label in labels if label.form == "voices"]
        kept += [label for label in strong if not enough and label.sign in signs]
    return sorted(kept, key=lambda label: label.start)


def _come_back(labels: list[Label]) -> bool:
    """Whether some name or function has two labels, or a sign is the same throughout."""
    return max(Counter(_key(label) for label in labels).values()) >= _FEWEST or (
        len({label.sign for label in labels}) == 1 and len(labels) >= _FEWEST_WEAK
    )


def _weak(labels: list[Label], known: frozenset[str], *, with_strong: bool) -> list[Label]:
    """Labels that are names alone, of those that come back and are known as persons."""
    counts = Counter(_key(label) for label in labels)
    named = [
        label
        for label in labels
        if label.form == "initials"
        or any(word in known for _, name in label.names for word in fold(name).split())
    ]
    again = [label for label in named if counts[_key(label)] >= _FEWEST]
    speakers = {_key(label) for label in again}
    if with_strong and labels[0].form != "alone":
        return named
    if len(speakers) >= _FEWEST or (len(speakers) == 1 and len(again) >= _FEWEST_WEAK):
        return named if labels[0].form in ("alone", "capitals") else again
    return []


def _key(label: Label) -> str:
    return fold(label.names[0][1] if label.names else label.role)
