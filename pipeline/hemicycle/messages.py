"""What the program says to people, in English or, where the system does, in French.

Sentences stand in English in the code, and in French in ``locale/fr/LC_MESSAGES/hemicycle.po``
(GNU gettext), which ``python maintenance/messages.py`` keeps complete. The language is that of
``HEMICYCLE_LANGUAGE``, else of ``LANGUAGE``, ``LC_ALL``, ``LC_MESSAGES`` or ``LANG``, as gettext
takes them.
"""

from __future__ import annotations

import gettext
import os
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

DOMAIN = "hemicycle"
LOCALE = Path(__file__).parent / "locale"
ENVIRONMENT_VARIABLE = "HEMICYCLE_LANGUAGE"
# The narrow one that typography asks for is missing from the encodings of many terminals.
_NO_BREAK_SPACE = "\u00a0"


def tell(sentence: str, **values: Any) -> str:
    """A sentence in the language of the user.

    Args:
        sentence: English, with the names of values in braces, as ``str.format`` takes them.
        values: what the braces stand for. In French numbers are written in the French way.
    """
    written = _translations().gettext(sentence)
    if not values:
        return written
    return (_FRENCH if language() == "fr" else _ENGLISH).format(written, **values)


def in_each_language(sentence: str) -> dict[str, str]:
    """A sentence without values, in English under `en` and in French under `fr`."""
    return {"en": sentence, "fr": _french().gettext(sentence)}


@cache
def language() -> str:
    """The language in which people are told: ``fr`` or ``en``."""
    return "en" if type(_translations()) is gettext.NullTranslations else "fr"


def speak_to_libraries() -> None:
    """Let what typer says by gettext, such as `required`, be in that language."""
    gettext.bindtextdomain(DOMAIN, LOCALE)
    gettext.textdomain(DOMAIN)
    if wanted := os.environ.get(ENVIRONMENT_VARIABLE):
        os.environ["LANGUAGE"] = wanted


@cache
def _translations() -> gettext.NullTranslations:
    wanted = os.environ.get(ENVIRONMENT_VARIABLE)
    languages = [wanted] if wanted else None
    return gettext.translation(DOMAIN, LOCALE, languages=languages, fallback=True)


@cache
def _french() -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, LOCALE, languages=["fr"])


class _FrenchFormatter(Formatter):
    """Writes ``{:,}`` with spaces that do not break, and ``{:.1f}`` with a comma."""

    def format_field(self, value: Any, format_spec: str) -> str:
        """A value as its format wants it."""
        text: str = super().format_field(value, format_spec)
        if isinstance(value, bool) or not isinstance(value, int | float) or not format_spec:
            return text
        return text.replace(",", _NO_BREAK_SPACE).replace(".", ",")


_ENGLISH, _FRENCH = Formatter(), _FrenchFormatter()
