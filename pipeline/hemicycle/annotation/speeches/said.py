"""How what stands behind a label begins: as somebody speaks, or as something is described."""

from __future__ import annotations

import re
from typing import Literal

Said = Literal["sentence", "quotation", "description"]

_QUOTED = re.compile(r"[«“\"][^»”\"]+[»”\"]\s?[.!?]?")
_FIGURE = re.compile(r"[\d\s.,%€]+(?:[^\W\d_]+)?")


def said_in(text: str) -> Said:
    """How the words behind a label are to be taken.

    Who speaks begins with a capital, or goes on after a break with `…`; what begins with a small
    letter describes the person (`M. Roy : un élu de terrain`), as do figures alone, and what stands
    in quotation marks as a whole is quoted.

    Args:
        text: what stands behind the label on its line.
    """
    if _QUOTED.fullmatch(text):
        return "quotation"
    first = next((character for character in text if character not in " (["), "")
    if first.islower() or _FIGURE.fullmatch(text):
        return "description"
    return "sentence"
