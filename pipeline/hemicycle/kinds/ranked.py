"""The columns of what is ranked within a document."""

from __future__ import annotations

from hemicycle.kinds.column import Column

SCORE = Column("score", "number", "strength, 0 to 1", required=True, minimum=0, maximum=1)
RANK = Column(
    "rank",
    "integer",
    "1 for the strongest of the document, or of the speech",
    required=True,
    minimum=1,
)
