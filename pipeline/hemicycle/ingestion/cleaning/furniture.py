"""Lines that belong to a page and not to its text: buttons and banners.

What the lines of web pages look like is listed in ``models/lexicons/page_furniture.toml``.
"""

from __future__ import annotations

import re

from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_toml


def without_buttons(text: str) -> str:
    """The text of a web page without the lines of the site around it."""
    pattern = _buttons()
    return "\n".join(line for line in text.split("\n") if not pattern.fullmatch(line.strip()))


@per_knowledge
def _buttons() -> re.Pattern[str]:
    lines = load_toml("lexicons", "page_furniture.toml")["lines"]
    return re.compile("|".join(f"(?:{line})" for line in lines).replace("’", "['’]"), re.IGNORECASE)
