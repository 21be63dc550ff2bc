"""What XML 1.0 can hold of a text (section 2.2)."""

from __future__ import annotations

import re

_NONE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """A text without the characters that no XML file may hold.

    Examples:
        >>> xml_text("Budget\\x0c 2026")
        'Budget 2026'
    """
    return _NONE.sub("", text)
