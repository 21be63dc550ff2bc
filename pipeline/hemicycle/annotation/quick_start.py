"""Puts off the compilation of spaCy's longest French pattern, which nearly no text needs.

``spacy.lang.fr`` keeps words such as *arc-en-ciel* or *anti-inflation* whole by 266 alternatives in
which each of the letters of the world stands again (1.5 million characters). Compiling them takes
two to four seconds, whenever spaCy's French is imported. A word that is written with the letters of
French gets the same answer from the same alternatives with those letters alone, which compile in
milliseconds; the whole pattern is compiled when a hyphenated word with other letters first asks for
it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

# Windows-1252's letters and punctuation, with the hyphens and apostrophes of the alternatives.
_FRENCH = re.compile(r"[ -~À-ÖØ-öø-ÿŒœŸ‘’‐‑–—]*\Z").match
_FRENCH_LETTERS = "a-zßà-öø-ÿœ"
_JOINED = re.compile("[-–—‐‑'’]").search
_LONG = 1_000_000
_SHORT = 100_000
_compile = re.compile


class DeferredPattern:
    """A case-insensitive pattern over spaCy's classes of letters, compiled as far as words ask.

    Args:
        pattern: the whole pattern, each alternative of which asks for a hyphen or an apostrophe.
        french: the same with the letters of French in the place of those of the world.
    """

    def __init__(self, pattern: str, french: str) -> None:
        self.pattern = pattern
        self._french = _compile(french)

    def match(self, text: str) -> re.Match[str] | None:
        """What the whole pattern matches at the start of ``text``."""
        if not _JOINED(text):
            return None
        return (self._french if _FRENCH(text) else self._whole).match(text)

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return _compile(self.pattern)


def french_only(pattern: str) -> str:
    """A case-insensitive pattern with the letters of French for spaCy's classes of letters."""
    from spacy.lang.char_classes import ALPHA, ALPHA_LOWER

    return pattern.replace(ALPHA, _FRENCH_LETTERS).replace(ALPHA_LOWER, _FRENCH_LETTERS)


@contextmanager
def quick_start() -> Iterator[None]:
    """Within it, spaCy's French is imported, and its tokenizer made, without compiling long."""

    def put_off(pattern: Any, flags: Any = 0) -> Any:
        long = isinstance(pattern, str) and len(pattern) > _LONG and pattern.startswith("(?iu)")
        if not long or flags:
            return _compile(pattern, flags)
        french = french_only(pattern)
        known = len(french) < _SHORT and all(map(_JOINED, french.split(")|(?:")))
        return DeferredPattern(pattern, french) if known else _compile(pattern)

    replaced: Any = re
    replaced.compile = put_off
    try:
        yield
    finally:
        replaced.compile = _compile
