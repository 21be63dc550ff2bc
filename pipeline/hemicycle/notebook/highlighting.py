"""One document with its mentions marked, as a notebook shows it (spaCy's displaCy draws it)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from hemicycle.exploring.marking import apart
from hemicycle.kinds.registry import MENTIONS

_COLOURS = {kind.name: kind.colour[0] for kind in MENTIONS if kind.colour}
_SHARE_OF_COLOUR = "55"  # of a byte, in hexadecimal: the words stay legible on it
_OTHER = "#4a7a8c"


@dataclass(frozen=True, slots=True, repr=False)
class Highlighted:
    """A text with mentions.

    Attributes:
        text: the text.
        mentions: first character, one past the last, and what it is; ordered and apart.
        labels: the names of the tables, which get a colour each.
    """

    text: str
    mentions: tuple[tuple[int, int, str], ...]
    labels: tuple[str, ...]

    def __repr__(self) -> str:
        return f"<Highlighted text of {len(self.text)} characters, {len(self.mentions)} mentions>"

    def _repr_html_(self) -> str:
        from spacy import displacy

        entities = [{"start": s, "end": e, "label": label} for s, e, label in self.mentions]
        colours = {label: _COLOURS.get(label, _OTHER) + _SHARE_OF_COLOUR for label in self.labels}
        return str(
            displacy.render(
                {"text": self.text, "ents": entities, "title": None},
                style="ent",
                manual=True,
                jupyter=False,
                options={"colors": colours},
            )
        )


def highlighted(text: str, tables: Sequence[tuple[str, pd.DataFrame]]) -> Highlighted:
    """A text with the mentions of some tables.

    Args:
        text: the text of a document.
        tables: name and rows of that document, with ``start_char`` and ``end_char``; where two
            mentions overlap, the one of the earlier table stays.
    """
    spans = (
        (int(start), int(end), name)
        for name, rows in tables
        for start, end in zip(rows["start_char"], rows["end_char"], strict=True)
    )
    return Highlighted(text, tuple(apart(spans)), tuple(name for name, _ in tables))
