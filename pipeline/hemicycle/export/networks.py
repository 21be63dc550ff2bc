"""Who names and who quotes whom, as a graph (GEXF 1.3, which Gephi and NetworkX read)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from lxml import etree

from hemicycle.export.xml_characters import xml_text
from hemicycle.outputs import csvfiles, write_bytes
from hemicycle.outputs.datapackage import corpus_tables

_GEXF = "http://gexf.net/1.3"
_NAMESPACES: Any = {None: _GEXF}


def write_gexf(root: Path, target: Path) -> None:
    """Write the graph of a finished run.

    Nodes are the persons who speak, are quoted or are named; a directed edge `names` leads from who
    has the word to a person named there, an edge `quotes` to one quoted, weighted by how often.

    Raises:
        OutputError: the folder holds no finished run.
        OSError: a file cannot be read or written.
    """
    tables = corpus_tables(root)
    named: Counter[str] = Counter()
    edges: Counter[tuple[str, str, str]] = Counter()
    turns: dict[tuple[str, str], str] = {}
    spoken: dict[str, str] = {}

    def rows(name: str) -> list[dict[str, str]]:
        path, table = tables[name]
        return list(csvfiles.read_rows(path, table.number_columns))

    for row in rows("documents"):
        spoken[row["doc_id"]] = row["speaker"]
    for row in rows("speeches"):
        turns[row["doc_id"], row["speech"]] = row["speaker"]
    for row in rows("people"):
        named[row.get("person") or row["name"]] += 1
        if row["speaker"]:
            edges[row["speaker"], row.get("person") or row["name"], "names"] += 1
    for row in rows("quotes"):
        key = (row["doc_id"], row["speech"])
        who = turns.get(key, "") if row["speech"] else spoken.get(row["doc_id"], "")
        for quoted in filter(None, row["speaker"].split("; ")):
            if who:
                edges[who, quoted, "quotes"] += 1
    edges = Counter({edge: count for edge, count in edges.items() if edge[0] != edge[1]})
    write_bytes(target, _xml(named, edges))


def _xml(named: Counter[str], edges: Counter[tuple[str, str, str]]) -> bytes:
    root = etree.Element(f"{{{_GEXF}}}gexf", {"version": "1.3"}, nsmap=_NAMESPACES)
    graph = _added(root, "graph", defaultedgetype="directed", mode="static")
    for kind, name, of in (("node", "mentions", "integer"), ("edge", "kind", "string")):
        attributes = _added(graph, "attributes", **{"class": kind})
        _added(attributes, "attribute", id=name, title=name, type=of)
    names = sorted({*named, *(one for source, end, _ in edges for one in (source, end))})
    number = {name: str(place) for place, name in enumerate(names)}
    nodes, lines = _added(graph, "nodes"), _added(graph, "edges")
    for name in names:
        node = _added(nodes, "node", id=number[name], label=xml_text(name))
        _added(_added(node, "attvalues"), "attvalue", value=str(named[name]), **{"for": "mentions"})
    for place, ((source, end, kind), count) in enumerate(sorted(edges.items())):
        ends = {"source": number[source], "target": number[end]}
        edge = _added(lines, "edge", id=str(place), weight=str(count), **ends)
        _added(_added(edge, "attvalues"), "attvalue", value=kind, **{"for": "kind"})
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _added(above: Any, name: str, **attributes: str) -> Any:
    return etree.SubElement(above, f"{{{_GEXF}}}{name}", attributes)
