"""Words that tell what kind of text this is (`compte rendu`, `Discours de`), no more."""

from __future__ import annotations

import re

from hemicycle.knowledge.use import load_toml


class FormulaFinder:
    """Finds them in a text; the lexicon is read once."""

    def __init__(self) -> None:
        """Read ``formulas`` and ``kinds_of_text`` of ``models/lexicons/keyword_stops.toml``."""
        stops = load_toml("lexicons", "keyword_stops.toml")
        anywhere = _any(stops["formulas"])
        first = "".join(
            sorted({formula[0] for formula in stops["formulas"]})
        )  # most words end here
        # `Discours du ministre` opens a line; in `le discours du ministre` it is a noun as others.
        opening = _any(stops["kinds_of_text"])
        self._pattern = re.compile(
            rf"(?<!\w)(?=[{first}])(?:{anywhere})s?(?!\w)|^[^\w\n]*+(?:{opening})s?(?![\w-])",
            re.IGNORECASE | re.MULTILINE,
        )

    def find(self, text: str) -> list[tuple[int, int]]:
        """Start and end (code points from 0) of each, in order, none over another."""
        return [match.span() for match in self._pattern.finditer(text)]


def _any(phrases: list[str]) -> str:
    """A pattern of any of some phrases, the longest first."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"[\s-]+".join(map(re.escape, one.split())) for one in longest_first)
