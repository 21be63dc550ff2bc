"""The company that the terms of branches keep in texts without labels.

``models/calibration/sector_company.csv`` counts how often a term stands near others of its branch;
``hemicycle calibrate --texts`` makes it anew. How that tells words of one sense from others is said
in :mod:`hemicycle.annotation.term_rates`.
"""

from __future__ import annotations

from hemicycle.annotation.term_rates import NEAR, TermRates, read_counts
from hemicycle.knowledge.made import per_knowledge

__all__ = ["FILE", "NEAR", "company"]

FILE = ("calibration", "sector_company.csv")


@per_knowledge
def company() -> TermRates:
    """The company of the terms by the shipped counts.

    Raises:
        ResourceError: the file is absent.
    """
    return TermRates.of_company(read_counts(FILE, "near"), by_code=False)
