"""Which lines of a cleaned text stand out in the source: bold paragraphs and headings."""

from __future__ import annotations

from collections.abc import Collection

from hemicycle.ingestion.cleaning.text import clean


def emphasised(text: str, paragraphs: Collection[str]) -> tuple[int, ...]:
    """Where the lines of a text begin that are paragraphs which the source emphasises.

    Args:
        text: the cleaned text.
        paragraphs: the words of those paragraphs, as they stand in the source.

    Returns:
        The first character of each line, from 0, in order.
    """
    if not paragraphs:
        return ()
    wanted = {" ".join(clean(paragraph).split()) for paragraph in paragraphs}
    found: list[int] = []
    at = 0
    for line in text.split("\n"):
        if line and " ".join(line.split()) in wanted:
            found.append(at)
        at += len(line) + 1
    return tuple(found)
