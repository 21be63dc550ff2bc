"""By what an output folder is known, whoever looks: the files that every one of them has."""

from __future__ import annotations

import os
import re
from pathlib import Path

from hemicycle.regular_files import open_regular

LOCK = ".lock"
LAST_RUN = ".last-run.json"
DATAPACKAGE = "datapackage.json"
PACKAGE_NAME = "hemicycle-outputs"
DOCUMENTS = "documents"
PARTS = "parquet"
WORKBOOK = "tables.xlsx"
DATABASE = "hemicycle.duckdb"

# What runs write at the top of an output folder, in which texts may lie too (`run . -o .`).
WRITTEN = frozenset({
    DOCUMENTS, PARTS, "corpus", "summary", DATAPACKAGE, "failures.csv", "report.html",
    "report.data.js", WORKBOOK, "settings.json", "corrections.csv", DATABASE,
    "hemicycle.sqlite", "hemicycle.spacy", "hemicycle.conllu", "hemicycle.jsonl", "hemicycle.gexf",
    "label-studio.json", "tei",
})  # fmt: skip

_NAMED = re.compile(rb'"name":\s*"%s"' % PACKAGE_NAME.encode())
# The name stands before the tables in what we write.
_HEAD = 4_000


def is_written(path: Path, root: Path) -> bool:
    """Whether runs wrote what lies at a path: an output folder, or a part of a root that is one.

    Args:
        path: a file or folder below the root, at any depth.
        root: the folder of an input.
    """
    if path.parent == root and path.name in WRITTEN and is_output_folder(root):
        return True
    return is_output_folder(path)


def is_output_folder(folder: str | Path) -> bool:
    """Whether a run wrote to a folder, and be it one that was killed; False if it cannot be seen.

    A copy without its hidden files is known by its ``datapackage.json``.
    """
    here = os.path.join(folder, "")
    if os.path.lexists(here + LAST_RUN):
        return True
    if os.path.lexists(here + LOCK) and any(os.path.isdir(here + d) for d in (DOCUMENTS, PARTS)):
        return True
    try:
        with open_regular(here + DATAPACKAGE) as package:
            return _NAMED.search(package.read(_HEAD)) is not None
    except (OSError, ValueError):
        return False
