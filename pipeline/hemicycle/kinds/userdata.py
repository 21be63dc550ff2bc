"""``doc.user_data`` as it is: a dictionary whose keys are tuples."""

from __future__ import annotations

from typing import Any, cast

from spacy.tokens import Doc


def user_data(doc: Doc) -> dict[tuple[Any, ...], Any]:
    """The user data of a document (spaCy's stubs say its keys are strings; its own are tuples)."""
    return cast("dict[tuple[Any, ...], Any]", doc.user_data)
