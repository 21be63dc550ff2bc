"""Reads people, dates, amounts, sectors and themes in French political texts.

>>> import pipeline
>>> nlp = pipeline.load()  # a spaCy Language
>>> pipeline.run(["corpus"], output="outputs")  # files
>>> frames = pipeline.read("outputs")  # DataFrames

Importing this package loads neither spaCy nor pandas; the functions do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

    from pipeline.frames import Frames
    from pipeline.progress import Report

__version__ = "0.1.0"
__all__ = ["__version__", "load", "read", "rows", "run"]


def load(components: Collection[str] | None = None) -> Language:
    """The spaCy pipeline; see :func:`pipeline.language.load`."""
    from pipeline import language

    return language.load(components)


def run(inputs: Sequence[str | Path] | str | Path, **settings: Any) -> Report:
    """Read texts and write every table; see :func:`pipeline.stages.run`.

    Args:
        inputs: files, folders or glob patterns.
        settings: the fields of :class:`pipeline.settings.Settings` (``output``, ``workers``...).

    Raises:
        SettingsError: a setting is wrong.
        OutputError: the output folder cannot be written.
    """
    from pipeline import stages
    from pipeline.settings import make_settings

    one = isinstance(inputs, str | Path)
    named = [inputs] if one else list(inputs)  # type: ignore[arg-type]
    return stages.run([str(name) for name in named], make_settings(settings, "arguments"))


def rows(
    records: Iterable[Mapping[str, Any]], tables: Sequence[str] = ()
) -> dict[str, list[dict[str, str]]]:
    """The rows of some texts, nothing written; see :func:`pipeline.records.rows`."""
    from pipeline import records as functions

    return functions.rows(records, tables)


def read(outputs: str | Path = "outputs") -> Frames:
    """The tables of an output folder as DataFrames; see :func:`pipeline.frames.read`."""
    from pipeline import frames

    return frames.read(outputs)
