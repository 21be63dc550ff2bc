"""Words that typesetting broke over two lines.

A break hyphen and the hyphen of a compound look alike. `numéri-` / `sation` is one word because
French has `numérisation`; `mi-` / `décembre` keeps its hyphen because French has both parts and not
`midécembre`; `Saint-` / `Denis` keeps it because what follows has a capital.
"""

from __future__ import annotations

import re

from simplemma import is_known

_LAST = re.compile(r"(?<![^\W\d_])[^\W\d_]++$")
_FIRST = re.compile(r"[^\W\d_]+")
# Parts of compounds that are no words by themselves.
_PARTS = frozenset({"mi", "ex", "outre", "quasi"})


def joined(head: str, tail: str) -> str:
    """A line that ended in a hyphen with the line that came after it, as one.

    Args:
        head: the first line without its hyphen.
        tail: the second line.
    """
    return f"{head}{link(head, tail)}{tail}"


def link(head: str, tail: str) -> str:
    """What :func:`joined` puts between the two lines: a hyphen or nothing."""
    before, after = _LAST.search(head), _FIRST.match(tail)
    if before is None or after is None:
        return "-"
    # `a-t-` / `elle`
    kept = head.endswith(("-t", "-T")) or _is_compound(before[0], after[0])
    return "-" if kept else ""


def _is_compound(before: str, after: str) -> bool:
    if after[0].isupper() and not before.isupper():
        return True
    if is_known((before + after).lower(), lang="fr"):
        return False
    first, second = before.lower(), after.lower()
    return (first in _PARTS or is_known(first, lang="fr")) and is_known(second, lang="fr")
