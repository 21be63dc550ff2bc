"""SQL over the frames of a run, by DuckDB."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from hemicycle.export.views import ASKED, VIEWS
from hemicycle.messages import tell


def answer(frames: Mapping[str, pd.DataFrame], query: str) -> pd.DataFrame:
    """What a query gives; see ``Frames.sql``.

    Raises:
        ImportError: duckdb is not installed.
        duckdb.Error: the query is wrong.
    """
    try:
        import duckdb
    except ImportError as error:
        message = tell("frames.sql needs DuckDB: pip install 'hemicycle[duckdb]'.")
        raise ImportError(message, name="duckdb") from error
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
