"""Leaves out the compilation of spaCy's longest French pattern, which takes seconds.

``spacy.lang.fr`` keeps words such as *arc-en-ciel* or *anti-inflation* whole by 266 alternatives in
which each of the letters of the world stands again (1.5 million characters). Compiling them takes
two to four seconds, whenever spaCy's French is imported. A word gets the same answer from the same
alternatives with the letters of French alone, which compile in milliseconds, if a letter of French
that none of them spells out stands in for every other one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property, lru_cache
from typing import Any

# Windows-1252's letters and punctuation, with the hyphens and apostrophes of the alternatives.
_FRENCH = re.compile(r"[ -~À-ÖØ-öø-ÿŒœŸ‘’‐‑–—]*\Z").match
_FRENCH_LETTERS = "a-zßà-öø-ÿœ"
# The letters that are a, b, c… of French in another case, for Unicode and for Python.
_OTHER_CASE = str.maketrans("İıſ\u212a", "iisk")
_STAND_IN = "ø"
_JOINED = re.compile("[-–—‐‑'’]").search
_LONG = 1_000_000
_SHORT = 100_000
_compile = re.compile


class FrenchPattern:
    """A case-insensitive pattern over spaCy's classes of letters, compiled for those of French.

    Args:
        pattern: the whole pattern, each alternative of which asks for a hyphen or an apostrophe.
        french: the same with the letters of French in the place of those of the world.
    """

    def __init__(self, pattern: str, french: str) -> None:
        self.pattern = pattern
        self._of_french = french

    def match(self, text: str) -> re.Match[str] | None:
        """What the whole pattern matches at the start of ``text``."""
        if not _JOINED(text):
            return None
        if not _FRENCH(text):
            text = self._other_letter.sub(_STAND_IN, text.translate(_OTHER_CASE))
        return self._french.match(text)

    @cached_property
    def _french(self) -> re.Pattern[str]:
        # A text may have no such word; that of many has, and waits a tenth of a second once.
        return _compiled(self._of_french)

    @cached_property
    def _other_letter(self) -> re.Pattern[str]:
        from spacy.lang.char_classes import ALPHA_LOWER

        return _compile(f"(?iu)(?![{_FRENCH_LETTERS}])[{ALPHA_LOWER}]")


def french_only(pattern: str) -> str:
    """A case-insensitive pattern with the letters of French for spaCy's classes of letters."""
    from spacy.lang.char_classes import ALPHA, ALPHA_LOWER

    return pattern.replace(ALPHA, _FRENCH_LETTERS).replace(ALPHA_LOWER, _FRENCH_LETTERS)


@lru_cache(maxsize=4)
def _compiled(pattern: str) -> re.Pattern[str]:
    """Python forgets what it compiled once there are 512 patterns."""
    return _compile(pattern)


@contextmanager
def quick_start() -> Iterator[None]:
    """Within it, spaCy's French is imported, and its tokenizer made, without compiling long."""

    def put_off(pattern: Any, flags: Any = 0) -> Any:
        long = isinstance(pattern, str) and len(pattern) > _LONG and pattern.startswith("(?iu)")
        if not long or flags:
            return _compile(pattern, flags)
        french = french_only(pattern)
        known = len(french) < _SHORT and all(map(_JOINED, french.split(")|(?:")))
        return FrenchPattern(pattern, french) if known else _compile(pattern)

    replaced: Any = re
    replaced.compile = put_off
    try:
        yield
    finally:
        replaced.compile = _compile
