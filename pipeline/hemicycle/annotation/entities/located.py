"""The recogniser's entities as places in the text."""

from __future__ import annotations

from typing import TypeAlias

from spacy.tokens import Doc

# First character, from 0, one past the last, and what the recogniser takes it for.
Place: TypeAlias = tuple[int, int, str]


def located(doc: Doc) -> list[Place]:
    """The entities of a document, in order."""
    return [(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]
