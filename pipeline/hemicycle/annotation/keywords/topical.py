"""Words that say what a text is about: those that its sectors and main themes were read from."""

from __future__ import annotations

from spacy.tokens import Doc

from hemicycle.annotation.keywords.keys import Keys
from hemicycle.kinds.sectors import SECTORS
from hemicycle.kinds.theme_passages import THEME_PASSAGES
from hemicycle.kinds.themes import THEMES

_MAIN = 3
# Every political text names institutions, so they tell little of what it is about.
_INSTITUTIONS, _PUBLIC = "20", "O"


def topical_places(doc: Doc, keys: Keys) -> set[tuple[int, int]]:
    """Start and end of each term of a sector, or of one of the document's main themes.

    Empty where no component before this one read them.

    Args:
        doc: the document.
        keys: where sectors and passages of themes are in ``doc.spans``.
    """
    main = {theme.code for theme in THEMES.read(doc)[:_MAIN]} - {_INSTITUTIONS}
    places = {
        (m.start, m.end) for m in SECTORS.read(doc, keys.sectors) if m.value.section != _PUBLIC
    }
    for mention in THEME_PASSAGES.read(doc, keys.theme_passages):
        if mention.value.code in main:
            places.update((start, end) for start, end in mention.value.places)
    return places
