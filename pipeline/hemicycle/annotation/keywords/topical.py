"""Words that say what a text is about: those that its sectors and main themes were read from."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from hemicycle.annotation.keywords.keys import Keys
from hemicycle.kinds.sectors import SECTORS
from hemicycle.kinds.theme_passages import THEME_PASSAGES
from hemicycle.kinds.themes import THEMES

_MAIN = 3
# Every political text names institutions, so they tell little of what it is about.
_INSTITUTIONS, _PUBLIC = "20", "O"


@dataclass(frozen=True, slots=True)
class Topical:
    """Where terms stand; nowhere if no component before read them.

    Attributes:
        main: start and end of terms of sectors, and of the main themes of the document.
        starts: where terms of sectors and of any theme of a passage start.
    """

    main: set[tuple[int, int]]
    starts: set[int]


def topical_places(doc: Doc, keys: Keys) -> Topical:
    """The places of the terms of sectors and themes.

    Args:
        doc: the document.
        keys: where sectors and passages of themes are in ``doc.spans``.
    """
    codes = {theme.code for theme in THEMES.read(doc)[:_MAIN]} - {_INSTITUTIONS}
    main = {(m.start, m.end) for m in SECTORS.read(doc, keys.sectors) if m.value.section != _PUBLIC}
    starts = {start for start, _ in main}
    for mention in THEME_PASSAGES.read(doc, keys.theme_passages):
        if mention.value.code != _INSTITUTIONS:
            places = [(start, end) for start, end in mention.value.places]
            starts.update(start for start, _ in places)
            if mention.value.code in codes:
                main.update(places)
    return Topical(main, starts)
