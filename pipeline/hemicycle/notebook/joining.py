"""Tables of mentions with their document, their turn and their date beside them."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from hemicycle.messages import tell
from hemicycle.outputs import OutputError

_DOCUMENT = {"date": "document_date", "title": "title", "source": "source"}
_TURN = {"role": "speaker_role", "group": "speaker_group", "section": "agenda"}
_DATE = {"begin": "date_begin", "end": "date_end"}


def joined(tables: Mapping[str, pd.DataFrame], name: str) -> pd.DataFrame:
    """A table with what is known of where its rows stand; see ``Frames.joined``.

    Raises:
        OutputError: there is no such table, or its rows stand in no document.
    """
    if name not in tables:
        raise OutputError(
            tell(
                "There is no table {name!r}; there are {tables}.",
                name=name,
                tables=", ".join(tables),
            )
        )
    frame = tables[name]
    if name == "documents" or "doc_id" not in frame:
        raise OutputError(
            tell("The rows of {name} stand in no document, so nothing can be joined.", name=name)
        )
    frame = _with(frame, tables["documents"], ["doc_id"], ["doc_id"], _DOCUMENT)
    if "speech" in frame and name != "speeches":
        frame = _with(frame, tables["speeches"], ["doc_id", "speech"], ["doc_id", "speech"], _TURN)
    if "date_start_char" in frame:
        keys = (["doc_id", "date_start_char"], ["doc_id", "start_char"])
        frame = _with(frame, tables["dates"], *keys, _DATE)
    return frame


def _with(
    frame: pd.DataFrame,
    other: pd.DataFrame,
    left: list[str],
    right: list[str],
    columns: Mapping[str, str],
) -> pd.DataFrame:
    """A frame with columns of another under new names, one row for each of its rows."""
    known = [column for column in columns if column in other]
    taken = other[[*right, *known]].rename(
        columns={**columns, **dict(zip(right, left, strict=True))}
    )
    # A place that is empty is that of no row.
    taken = taken.dropna(subset=left).drop_duplicates(left)
    new = [column for column in taken.columns if column not in left and column not in frame]
    merged = frame.merge(taken[[*left, *new]], how="left", on=left, validate="many_to_one")
    text: list[str] = list(merged[new].select_dtypes("string"))
    merged[text] = merged[text].fillna("")
    return merged
