"""Rows of tests by the names of their columns, so that a new column changes none of them."""

from hemicycle.tables.documents import DOCUMENT_TABLE


def row(table, **cells):
    """A row without the id of its document; what is not named is empty."""
    return [cells.get(name, "") for name in DOCUMENT_TABLE[table].header[1:]]


def theme(code, label, evidence, speech="", speaker="", rank=1):
    """A row of themes."""
    named = {"code": code, "theme": label, "evidence": evidence, "rank": str(rank)}
    return row("themes", speech=speech, speaker=speaker, score="0.5", share="0.5", **named)
