"""Reads people, dates, amounts, sectors and themes in French political texts.

>>> import hemicycle
>>> nlp = hemicycle.load()  # a spaCy Language
>>> hemicycle.run(["corpus"], output="outputs")  # files
>>> frames = hemicycle.read("outputs")  # DataFrames

Importing this package loads neither spaCy nor pandas; the functions do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hemicycle.version import __version__

if TYPE_CHECKING:
    from spacy.language import Language

    from hemicycle.document import Document, Failure
    from hemicycle.notebook.frames import Frames
    from hemicycle.running.progress import Report
    from hemicycle.settings import Settings

__all__ = [
    "Document",
    "Failure",
    "Frames",
    "Report",
    "Settings",
    "__version__",
    "load",
    "read",
    "rows",
    "run",
]
# The types that users meet, where they are: imported when they are asked for.
_TYPES = {
    "Document": "hemicycle.document",
    "Failure": "hemicycle.document",
    "Frames": "hemicycle.notebook.frames",
    "Report": "hemicycle.running.progress",
    "Settings": "hemicycle.settings",
}


def __getattr__(name: str) -> Any:
    if name in _TYPES:
        return getattr(import_module(_TYPES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def load(
    components: Collection[str] | None = None, *, models: str | Path | None = None
) -> Language:
    """The spaCy pipeline; see :func:`hemicycle.annotation.loading.load`."""
    from hemicycle.annotation import loading

    return loading.load(components, models=models)


def run(inputs: Sequence[str | Path] | str | Path, **settings: Any) -> Report:
    """Read texts and write every table; see :func:`hemicycle.running.stages.run`.

    Args:
        inputs: files, folders or glob patterns.
        settings: the fields of :class:`hemicycle.settings.Settings` (``output``, ``workers``...).

    Raises:
        SettingsError: a setting is wrong.
        OutputError: the output folder cannot be written.
    """
    from hemicycle.running import stages
    from hemicycle.settings import make_settings

    one = isinstance(inputs, str | Path)
    named = [inputs] if one else list(inputs)  # type: ignore[arg-type]
    return stages.run([str(name) for name in named], make_settings(settings))


def rows(
    records: Iterable[Mapping[str, Any]],
    tables: Sequence[str] = (),
    least_confidence: float = 0.0,
) -> dict[str, list[dict[str, str]]]:
    """The rows of some texts, nothing written; see :func:`hemicycle.running.rows.rows`."""
    from hemicycle.running import rows as functions

    return functions.rows(records, tables, least_confidence)


def read(outputs: str | Path = "outputs", least_confidence: float = 0.0) -> Frames:
    """The tables of an output folder as DataFrames; see :func:`hemicycle.notebook.frames.read`."""
    from hemicycle.notebook import frames

    return frames.read(outputs, least_confidence)
