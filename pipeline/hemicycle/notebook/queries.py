"""SQL over the frames of a run, by DuckDB."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from hemicycle.export.views import ASKED, VIEWS


def answer(frames: Mapping[str, pd.DataFrame], query: str) -> pd.DataFrame:
    """What a query gives; see ``Frames.sql``.

    Raises:
        duckdb.Error: the query is wrong.
    """
    import duckdb

    # No file and no variable of the notebook can be named in a query.
    settings: dict[str, Any] = {
        "enable_external_access": "false",
        "python_enable_replacements": "false",
    }
    with duckdb.connect(config=settings) as base:
        for name, table in frames.items():
            base.register(name, table)
        if frames.keys() >= ASKED:
            for name, asked in VIEWS.items():
                base.execute(f'CREATE TEMP VIEW "{name}" AS {asked}')
        found: Any = base.sql(query)
        frame: pd.DataFrame = pd.DataFrame() if found is None else found.df()
        return frame
