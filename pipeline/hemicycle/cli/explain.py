"""``hemicycle explain``: what was weighed, and which rule won."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from hemicycle.cli.exits import Exit, guarded, stop
from hemicycle.cli.terminal import give, give_json
from hemicycle.messages import tell

_USAGE = tell("Give one text, or OUTPUTS DOC TABLE START.")
_SHOWN_APART = ("table", "start_char", "end_char", "text", "decided", "doc_id", "sentence")


def explain(
    what: Annotated[
        list[str],
        typer.Argument(help="A text; or a folder of outputs, a document, a table and a place."),
    ],
    json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Tell why a text gives its rows: features and weights of people, themes, sectors and measures,
    rules of dates and laws."""
    if len(what) not in (1, 4) or (len(what) == 4 and not what[3].isdecimal()):
        stop(_USAGE, Exit.USAGE)
    told = guarded(lambda: _told(what))
    if not told:
        stop(tell("Nothing was weighed or matched there."), Exit.NOTHING_TO_READ)
    if json:
        give_json(told)
        return
    for one in told:
        for line in _lines(one):
            give(line)


def _told(what: list[str]) -> list[dict[str, Any]]:
    from pathlib import Path

    from hemicycle.document import Document
    from hemicycle.explaining.texts import explain as explained
    from hemicycle.outputs import OutputFolder

    if len(what) == 1:
        return explained(Document(doc_id="text", text=what[0], path="", sha256=""))
    outputs, doc_id, table, start = what
    document = OutputFolder(Path(outputs)).read_document(doc_id)
    return [
        one
        for one in explained(document)
        if one["table"] == table and one["start_char"] <= int(start) < one["end_char"]
    ]


def _lines(one: dict[str, Any]) -> list[str]:
    """One explanation as lines to read."""
    place = f"{one['start_char']}-{one['end_char']}"
    lines = [f"{one['table']} {place} {one['text']!r}: {one.get('decided', 'row')}"]
    for name, value in one.items():
        if name in _SHOWN_APART or value in ("", []):
            continue
        if not isinstance(value, list):
            lines.append(f"  {name}: {value}")
            continue
        lines.append(f"  {name}:")
        for item in value:
            if "weight" in item:
                product = item["number"] * item["weight"]
                lines.append(f"    {product:+6.2f}  {item['name']}: {item['sees']}")
            elif "phrase" in item:
                weights = item["seen"].items()
                seen = ", ".join(f"{name} {weight:+.2f}" for name, weight in weights)
                lines.append(f"    {item['chance']:.2f}  {item['phrase']!r}: {seen}")
            else:
                lines.append(f"    {item['rule']}: {item['text']!r}")
    return lines
