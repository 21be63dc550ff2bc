"""Keeps the French catalogue complete: ``python maintenance/messages.py [--check]``.

Every sentence given to ``tell``, every text of a help and what each column of a table means get an
entry in the ``.po`` file, by the alphabet; entries that nothing says any more are removed, and the
``.mo`` file that the program reads is compiled. What lacks its French is listed, and the exit code
is 1.
"""

from __future__ import annotations

import ast
import datetime
import io
import string
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from hemicycle.cli.app import app
from hemicycle.messages import DOMAIN, LOCALE
from hemicycle.running.plan import REASONS
from hemicycle.running.status import STATES
from hemicycle.tables.registry import CORPUS_TABLES, DOCUMENT_TABLES, SUMMARY_TABLES

SOURCE = Path(__file__).resolve().parent.parent / "pipeline" / "hemicycle"
CATALOGUE = LOCALE / "fr" / "LC_MESSAGES" / f"{DOMAIN}.po"
COMPILED = CATALOGUE.with_suffix(".mo")
# The same files whenever they are written.
_NO_DAY = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
# What typer says by gettext where help is shown.
_OF_TYPER = (
    "(dynamic)",
    "Aborted!",
    "Install completion for the current shell.",
    "Show completion for the current shell, to copy it or customize the installation.",
    "Show this message and exit.",
    "default: {default}",
    "env var: {var}",
    "required",
)
_OF_TYPER_ERRORS = ("Missing command.", "No such command {name!r}.")


def sentences() -> set[str]:
    """All that is said in English."""
    return {
        *_of_code(),
        *_of_help(typer.main.get_command(app)),
        *_of_columns(),
        *REASONS,
        *STATES,
        *_OF_TYPER,
        *_OF_TYPER_ERRORS,
    }


def _of_code() -> Iterator[str]:
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tell":
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    yield first.value


def _of_help(command: Any) -> Iterator[str]:
    yield command.help
    yield from (one.help for one in command.params if one.help)
    for one in getattr(command, "commands", {}).values():
        yield from _of_help(one)


def _of_columns() -> Iterator[str]:
    for tables in (DOCUMENT_TABLES, CORPUS_TABLES, SUMMARY_TABLES):
        for table in tables:
            yield from (column.description for column in table.columns)


def catalogue() -> Catalog:
    """The entries that should stand in the file, with the French that stands there."""
    with CATALOGUE.open("rb") as file:
        before = read_po(file, locale="fr")
    day = {"creation_date": _NO_DAY, "revision_date": _NO_DAY}
    made = Catalog(locale="fr", project="hemicycle", fuzzy=False, charset="utf-8", **day)
    for english in sorted(sentences()):
        known = before.get(english)
        made.add(english, known.string if known else "", flags=known.flags if known else ())
    return made


def written(made: Catalog) -> tuple[bytes, bytes]:
    """The two files of a catalogue: to be read by people, and by the program."""
    readable, compiled = io.BytesIO(), io.BytesIO()
    write_po(readable, made, width=100, omit_header=False, sort_output=True)
    header, _, entries = readable.getvalue().partition(b"\n\n")
    # What a translator needs of the header, without days and names.
    kept = [line for line in header.split(b"\n") if b"Content-T" in line or line[:3] == b"msg"]
    write_mo(compiled, made)
    return b"\n".join(kept) + b"\n\n" + entries, compiled.getvalue()


def faults(made: Catalog) -> Iterator[str]:
    """What is wrong with the French of each entry: missing, or with other values in it."""
    for entry in made:
        if not entry.id:
            continue
        if not entry.string:
            yield f"no French: {entry.id}"
        elif _values(entry.id) != _values(entry.string):
            yield f"other values: {entry.id}"


def _values(sentence: str) -> set[tuple[str | None, str | None]]:
    try:
        return {(name, how) for _, name, _, how in string.Formatter().parse(sentence) if name}
    except ValueError:  # braces that are no values
        return set()


if __name__ == "__main__":
    made = catalogue()
    found = list(faults(made))
    if "--check" not in sys.argv:
        for path, content in zip((CATALOGUE, COMPILED), written(made), strict=True):
            path.write_bytes(content)
    print("\n".join(found))
    sys.exit(bool(found))
