"""Loads the whole pipeline when it is imported.

The fork server of :mod:`hemicycle.running.executors.workers` imports this module once, so that
every worker starts with the model in memory.
"""

from __future__ import annotations

from hemicycle.annotation import loading as language

NLP = language.load()
