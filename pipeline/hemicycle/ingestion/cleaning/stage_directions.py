"""Where a text says what happened beside the words: `(Applaudissements sur les bancs…)`.

They stay in the text; ``document.json`` tells where they stand, so that whoever counts words or
names can leave them out. Their first words are listed in ``models/lexicons/stage_directions.toml``.
"""

from __future__ import annotations

import re

from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml

_LONGEST = 400


def stage_directions(text: str) -> tuple[tuple[int, int], ...]:
    """The places of the stage directions of a text, brackets included.

    Returns:
        Start and end of each, in code points of the text, the end excluded.
    """
    return tuple(match.span() for match in _pattern().finditer(text))


@per_knowledge
def _pattern() -> re.Pattern[str]:
    openings = load_toml("lexicons", "stage_directions.toml")["openings"]
    escaped = (re.escape(words).replace("’", "['’]") for words in openings)
    first = "|".join(sorted(escaped, key=len, reverse=True))
    inside = rf"(?:{first})\b[^()\[\]\n]{{0,{_LONGEST}}}"
    return re.compile(rf"\({inside}\)|\[{inside}\]")
