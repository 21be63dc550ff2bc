"""How the rows of one text came about, table by table."""

from __future__ import annotations

from typing import Any

from hemicycle.annotation.entities.located import located
from hemicycle.annotation.loading import load
from hemicycle.document import Document
from hemicycle.explaining.amounts import weighed_measures
from hemicycle.explaining.people import explained_people
from hemicycle.explaining.rules import explained_rules
from hemicycle.explaining.sectors import explained_sectors
from hemicycle.explaining.themes import explained_themes
from hemicycle.kinds.amounts import AMOUNTS
from hemicycle.running.rows import read_batch
from hemicycle.tables.registry import DOCUMENT_TABLES

_EXPLAINED = frozenset({"people", "dates", "laws", "sectors", "themes"})


def explain(document: Document) -> list[dict[str, Any]]:
    """What was weighed, tried and found in a text, in plain data, by table and place.

    For people, sectors and themes the candidates with their features, for dates and laws the rules
    that matched, for other tables of mentions the cells of their rows, for amounts also the phrases
    that were weighed for ``measure``.

    Raises:
        ResourceError: ``models/`` or the model is absent.
    """
    nlp = load(["hemicycle_sentences", "ner"])
    told = [*explained_people(document.text, located(nlp(document.text)))]
    told += explained_rules(document.text, document.country)
    told += explained_sectors(document)
    told += explained_themes(document)
    tables = [table for table in DOCUMENT_TABLES if table.name not in _EXPLAINED]
    measures = weighed_measures(document.text, document.country)
    [(_, result)] = read_batch([document], [table.name for table in tables])
    for table in tables:
        if isinstance(result, dict) and "start_char" in table.header:
            for row in result[table.name]:
                cells = dict(zip(table.header, row, strict=True))
                place = {name: int(cells[name]) for name in ("start_char", "end_char")}
                one = {"table": table.name, **cells, **place}
                if table.name == AMOUNTS.name:
                    one["weighed"] = measures.get(place["start_char"], [])
                told.append(one)
    return told
