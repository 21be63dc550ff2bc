"""Writes what the docs take from the code: commands, tables, and excerpts of CSVs.

Run it after a change; the tests compare what stands there with what it would write.
"""

from __future__ import annotations

import csv
import io
import re
import tempfile
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import hemicycle
import typer
from hemicycle.cli.app import app
from hemicycle.cli.examples import EXAMPLES
from hemicycle.kinds.registry import KINDS
from hemicycle.tables.registry import (
    CORPUS_TABLES,
    DOCUMENT_TABLES,
    DOCUMENTS,
    FAILURES,
    INDEXES,
    SUMMARY_TABLES,
    Table,
)

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = "2026-03-19_article-ferroviaire"
EXCERPT_ROWS = 2
_TABLES_HEAD = """# Tables

Made by `docs/generate.py` from the declarations in `pipeline/hemicycle/kinds/` and `tables/`, like
`datapackage.json`.

A sign that a spreadsheet could run as a formula (`=`, `+`, `-`, `@`) gets an apostrophe before it,
at the start of a cell or behind `,`, `;`, `|`, a tab or a line break in it: `a;'=1+1`.
`hemicycle.read()` takes it away again; whoever reads the files with something else finds it there.
"""
_EXCERPT = re.compile(r"(<!-- excerpt (\w+) -->\n```csv\n).*?(```)", re.DOTALL)
_COLUMNS = re.compile(r"(<!-- columns (\w+): ([\w, ]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def commands_page() -> str:
    """Every command with its arguments, options, variables and defaults."""
    parts = ["# Commands\n\nMade by `docs/generate.py` from the program itself.\n"]
    root: Any = typer.main.get_command(app)
    parts.append(_command("hemicycle", root))
    parts += [_command(f"hemicycle {name}", command) for name, command in root.commands.items()]
    return "\n".join(parts)


def _command(title: str, command: Any) -> str:
    lines = [f"## {title}\n\n{command.help.strip()}\n"]
    rows = [
        f"| {_names(param)} | {param.help or ''} | {param.envvar or ''} | {_default(param)} |"
        for param in command.params
        if "completion" not in (param.name or "")
    ]
    if rows:
        lines += [
            "| argument or option | meaning | variable | default |",
            "| --- | --- | --- | --- |",
        ]
    if examples := EXAMPLES.get(command.name or ""):
        rows += ["", "```sh", *examples, "```"]
    return "\n".join(lines + rows) + "\n"


def _names(param: Any) -> str:
    if param.param_type_name == "argument":
        return f"`{param.name.upper()}`"
    return ", ".join(f"`{name}`" for name in param.opts)


def _default(param: Any) -> str:
    if param.default in (None, "", False) or callable(param.default) or param.required:
        return ""
    return f"`{param.default}`"


def tables_page() -> str:
    """The meaning of every column."""
    parts = [_TABLES_HEAD]
    for place, group in (
        (
            "In `documents/<doc_id>/`, and for all documents in `corpus/` (there with what only "
            "the corpus tells: the last columns marked *corpus*).",
            CORPUS_TABLES,
        ),
        ("In `corpus/`.", (DOCUMENTS, *INDEXES.values())),
        ("In `summary/`.", SUMMARY_TABLES),
        ("Beside these folders.", (FAILURES,)),
    ):
        parts += [_table(place, table) for table in group]
    return "\n".join(parts)


def _table(place: str, table: Table) -> str:
    lines = [
        f"## {table.name}.csv\n\n{table.description} {place}\n",
        "| column | type | meaning |\n| --- | --- | --- |",
    ]
    own = {c.name for t in DOCUMENT_TABLES if t.name == table.name for c in t.columns}
    for column in table.columns:
        mark = "*corpus*: " if own and column.name not in own else ""
        choices = f" ({', '.join(f'`{c}`' for c in column.choices)})" if column.choices else ""
        meaning = (mark + column.description + choices).replace("|", "\\|")
        lines.append(f"| `{column.name}` | {column.type} | {meaning} |")
    return "\n".join(lines) + "\n"


def gold_page() -> str:
    """The format of annotated texts, as the kinds declare it."""
    parts = [
        "# Annotated texts\n\nMade by `docs/generate.py` from the declarations in "
        "`pipeline/hemicycle/kinds/`.\n",
        "A file of `models/gold/` is a header of `key: value` lines, a line `---`, and the text, "
        "in which `[surface]{K=value; field=value}` marks a place. Annotations may nest; a literal "
        "bracket has a backslash before it; alternatives of a value stand between ` | `. The "
        "header gives `date`, `country`, `kind` (of text) and `annotates`, the tables that are "
        "annotated; `sample: traps` marks texts of hard cases, whose figures are told apart.\n",
        "| letter | table | value and fields | right where the place |\n| --- | --- | --- | --- |",
    ]
    overlaps = {"exact": "is the same", "half": "shares half", "any": "overlaps"}
    for kind in KINDS:
        for letter in kind.letters:
            meaning = letter.meaning.replace("``", "`").replace("|", "\\|")
            cells = (f"`{letter.letter}`", f"`{kind.name}`", meaning, overlaps[letter.overlap])
            parts.append(f"| {' | '.join(cells)} |")
    parts += ["\n| header | compared with | lists |\n| --- | --- | --- |"]
    parts += [
        f"| `{kind.header.key}` | `{kind.name}` | {kind.header.meaning} |"
        for kind in KINDS
        if kind.header
    ]
    return "\n".join(parts) + "\n"


def excerpts(page: str) -> str:
    """A page with excerpts of the CSVs that a run on one text of the corpus writes."""
    written = _written()

    def excerpt(match: re.Match[str]) -> str:
        lines = written[match[2]].split("\n")[: EXCERPT_ROWS + 1]
        return match[1] + "\n".join(lines) + "\n" + match[3]

    def columns(match: re.Match[str]) -> str:
        names = match[3].split(", ")
        rows = list(csv.DictReader(io.StringIO(written[match[2]])))[:EXCERPT_ROWS]
        shown = [names, ["---"] * len(names), *([row[name] for name in names] for row in rows)]
        return match[1] + "".join(f"| {' | '.join(cells)} |\n" for cells in shown) + match[4]

    text = (ROOT / page).read_text(encoding="utf-8")
    return _COLUMNS.sub(columns, _EXCERPT.sub(excerpt, text))


@lru_cache(maxsize=1)
def _written() -> dict[str, str]:
    """The CSVs of the example, by table."""
    with tempfile.TemporaryDirectory() as folder:
        hemicycle.run(ROOT / "corpus" / f"{EXAMPLE}.txt", output=folder)
        paths = (Path(folder) / "documents" / EXAMPLE).glob("*.csv")
        return {path.stem: path.read_text(encoding="utf-8") for path in paths}


PAGES: dict[str, Callable[[], str]] = {
    "docs/commands.md": commands_page,
    "docs/tables.md": tables_page,
    "docs/gold.md": gold_page,
    **{page: partial(excerpts, page) for page in ("README.md", "LISEZMOI.md", "docs/outputs.md")},
}


def stale() -> Iterator[str]:
    """The pages that are not what they should be."""
    for page, make in PAGES.items():
        path = ROOT / page
        if not path.is_file() or path.read_text(encoding="utf-8") != make():
            yield page


if __name__ == "__main__":
    for page, make in PAGES.items():
        (ROOT / page).write_text(make(), encoding="utf-8")
