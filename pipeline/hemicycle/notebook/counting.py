"""One grouping out of a summary, for :meth:`hemicycle.notebook.frames.Frames.counts`."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from hemicycle.messages import tell
from hemicycle.outputs import OutputError
from hemicycle.tables.registry import OVERALL, SUMMARIES


def counts(
    summaries: Mapping[str, pd.DataFrame], name: str, dimension: str, by_period: bool
) -> pd.DataFrame:
    """The rows of a summary in one grouping; see the method.

    Raises:
        OutputError: there is no such summary or grouping.
    """
    known = [summary.name for summary in SUMMARIES if summary.name in summaries]
    if name not in known:
        raise OutputError(
            tell(
                "There is no summary {name!r} by groups; there are {known}.",
                name=name,
                known=", ".join(known),
            )
        )
    frame = summaries[name]
    dimensions = list(dict.fromkeys(frame["dimension"]))
    if dimensions and dimension not in dimensions:
        raise OutputError(
            tell(
                "Nothing is counted by {dimension!r}; it is by {known}.",
                dimension=dimension,
                known=", ".join(dimensions),
            )
        )
    wanted = (frame["dimension"] == dimension) & ((frame["period"] != "") == by_period)
    same = ["dimension"]
    same += ["group"] if dimension == OVERALL.dimension else []
    same += [] if by_period else ["period"]
    return frame[wanted].drop(columns=same).reset_index(drop=True)
