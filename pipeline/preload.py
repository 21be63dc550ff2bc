"""Loads the whole pipeline when it is imported.

The fork server of :mod:`pipeline.workers` imports this module once, so that every worker starts
with the model in memory.
"""

from __future__ import annotations

from pipeline import language

NLP = language.load()
