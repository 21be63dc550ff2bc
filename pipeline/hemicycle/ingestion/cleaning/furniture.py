"""Lines that belong to a page and not to its text: buttons, banners, tables of contents.

What the lines of web pages look like is listed in ``models/lexicons/page_furniture.toml``.
"""

from __future__ import annotations

import re

from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml

_ENTRY = re.compile(r"\S.*?(?:\s?[.…·_]){4,}\s*(\d{1,4})\s*$")
_CONTENTS = re.compile(r"(?:sommaire|table des matières|contenu)\s*:?$", re.IGNORECASE)
_FEWEST_ENTRIES = 3
_LONGEST_ENTRY = 300


def without_buttons(text: str) -> str:
    """The text of a web page without the lines of the site around it."""
    pattern = _buttons()
    return "\n".join(line for line in text.split("\n") if not pattern.fullmatch(line.strip()))


def without_contents(text: str) -> str:
    """A text without its table of contents.

    That is a run of three lines or more that end in dots and a page number, the numbers never
    falling, with its heading. Dots before amounts, which rise and fall, are left.
    """
    lines = text.split("\n")
    dropped: set[int] = set()
    run: list[int] = []
    last = 0
    for index, line in enumerate([*lines, "end"]):
        entry = _ENTRY.match(line) if len(line) <= _LONGEST_ENTRY else None
        page = int(entry[1]) if entry else -1
        if page >= last and entry:
            run.append(index)
            last = page
        elif line.strip():
            if len(run) >= _FEWEST_ENTRIES:
                dropped.update(run, _heading(lines, run[0]))
            run, last = ([index], page) if entry else ([], 0)
    if not dropped:
        return text
    return "\n".join(line for index, line in enumerate(lines) if index not in dropped)


def _heading(lines: list[str], first: int) -> list[int]:
    """The line above a table of contents, if it is its heading."""
    above = next((i for i in range(first - 1, -1, -1) if lines[i].strip()), None)
    return [above] if above is not None and _CONTENTS.match(lines[above].strip()) else []


@per_knowledge
def _buttons() -> re.Pattern[str]:
    lines = load_toml("lexicons", "page_furniture.toml")["lines"]
    return re.compile("|".join(f"(?:{line})" for line in lines).replace("’", "['’]"), re.IGNORECASE)
