"""What a corpus is called, by what its documents have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from os.path import commonpath
from pathlib import PurePosixPath


def title_of(rows: Sequence[Mapping[str, str]]) -> str:
    """The title of a corpus: the one source of its documents, else the folder or file of all.

    Args:
        rows: the rows of ``corpus/documents.csv``.

    Returns:
        The title, empty where the documents have nothing in common.

    Examples:
        >>> title_of([{"source": "", "path": "voeux/a.txt"}, {"source": "", "path": "voeux/b.txt"}])
        'voeux'
        >>> title_of([{"source": "Sénat", "path": "a.txt"}, {"source": "Sénat", "path": "b.txt"}])
        'Sénat'
    """
    sources = {row.get("source", "") for row in rows}
    if len(sources) == 1 and (source := sources.pop()):
        return source
    paths = {row.get("path", "").replace("\\", "/") for row in rows}
    if len(paths) == 1:
        return PurePosixPath(paths.pop()).stem
    try:
        return PurePosixPath(commonpath(paths)).name
    except ValueError:  # none, or some from the root and some not
        return ""
