"""Every family of mentions and of tags that the components leave on a document."""

from __future__ import annotations

from pipeline.annotation import context, values
from pipeline.annotation.places_and_bodies.values import ORGANISATIONS, PLACES
from pipeline.annotation.quotes.values import QUOTES
from pipeline.annotation.themes.values import THEME_PASSAGES

MENTIONS = (
    values.PEOPLE,
    QUOTES,
    ORGANISATIONS,
    PLACES,
    values.DATES,
    values.AMOUNTS,
    values.SECTORS,
    THEME_PASSAGES,
)
TAGS = (values.THEMES, values.KEYWORDS)


def register() -> None:
    """Declare every extension attribute on spaCy's ``Doc`` and ``Span``; may be called again."""
    context.register()
    for mentions in MENTIONS:
        mentions.register()
    for tags in TAGS:
        tags.register()
