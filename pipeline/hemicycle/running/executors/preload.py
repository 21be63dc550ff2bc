"""Loads the whole pipeline when it is imported.

The fork server of :mod:`hemicycle.running.executors.workers` imports this module once, so that
every worker starts with the model in memory.
"""

from __future__ import annotations

from contextlib import suppress

from spacy.language import Language

from hemicycle.annotation import loading as language
from hemicycle.resources import ResourceError

NLP: Language | None = None
# Whoever reads the first document says what is wrong with the folder.
with suppress(ResourceError):
    NLP = language.load()
