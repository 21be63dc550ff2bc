"""The tagger of topics as the pipeline is configured, for those that ask what it weighed."""

from __future__ import annotations

from hemicycle.annotation.loading import pipeline_config
from hemicycle.annotation.themes.component import ThemeTagger
from hemicycle.annotation.themes.factory import DEFAULTS

#: What is read before topics are told.
READ_BEFORE = ("hemicycle_sentences", "ner", "hemicycle_people", "hemicycle_speeches")


def configured_tagger() -> ThemeTagger:
    """The tagger.

    Raises:
        ResourceError: ``models/`` is absent.
    """
    config = {**DEFAULTS, **pipeline_config()["components"]["hemicycle_themes"]}
    return ThemeTagger(**{name: config[name] for name in DEFAULTS})
