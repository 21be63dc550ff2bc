"""Builds the spaCy pipeline that ``models/pipeline.cfg`` describes."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from thinc.api import Config

from hemicycle.annotation.quick_start import quick_start
from hemicycle.kinds import registry as kinds
from hemicycle.knowledge.files import Knowledge
from hemicycle.knowledge.pipeline import Component
from hemicycle.knowledge.use import current, using
from hemicycle.resources import ResourceError

_LONGEST_TEXT = 50_000_000
_TOKENIZER = {"@tokenizers": "hemicycle_tokenizer"}
_MODEL_ONLY = ["tok2vec", "morphologizer", "parser", "lemmatizer", "attribute_ruler", "senter"]
# The spellings of half a million words, which take a second and 60 MB; those of a text are learnt
# as it is read, and vectors are found without.
_STRINGS = "strings"


def pipeline_config() -> Config:
    """The config file of the pipeline, as thinc reads it.

    Raises:
        ResourceError: the file is absent.
    """
    return Config().from_str(current().text("pipeline.cfg"))


def load(
    components: Collection[str] | None = None, *, models: str | Path | None = None
) -> Language:
    """The pipeline, ready to read French text.

    Args:
        components: names of the components wanted, all of them by default. Their order is always
            that of ``models/pipeline.cfg``.
        models: a copy of ``models/`` with words of one's own, read anew; the ``models/`` in use by
            default. Pipelines with different words can be used side by side.

    Returns:
        A ``Language`` that can be used like any spaCy pipeline, saved with ``to_disk`` and read
        back with ``spacy.load``; the words are saved with it.

    Raises:
        ResourceError: ``models/`` is absent, or the base model is not installed.
        ValueError: a component is named that the config does not have.
    """
    knowledge = current() if models is None else Knowledge.of_folder(Path(models))
    with using(knowledge):
        nlp = _load(components)
        for _, pipe in nlp.pipeline:
            if isinstance(pipe, Component):
                pipe.prepare(nlp.vocab)
    return nlp


def _load(components: Collection[str] | None) -> Language:
    config = pipeline_config()
    sections: dict[str, dict[str, Any]] = config["components"]
    wanted = config["nlp"]["pipeline"]
    if components is not None:
        unknown = set(components) - set(wanted)
        if unknown:
            raise ValueError(f"models/pipeline.cfg has no component {sorted(unknown)}.")
        wanted = [name for name in wanted if name in components]
    nlp = _base(sections)
    trained: dict[str, Any] = {name: nlp.get_pipe(name) for name in nlp.pipe_names}
    trained_config = {name: nlp.get_pipe_config(name) for name in trained}
    for name in list(trained):
        nlp.remove_pipe(name)
    for name in wanted:
        settings = dict(sections[name])
        factory = settings.pop("factory")
        if settings.pop("source", None) is None:
            nlp.add_pipe(factory, name=name, config=settings)
            continue
        settings = {**trained_config[name], **settings}
        settings.pop("scorer", None)
        settings.pop("factory", None)
        pipe: Any = nlp.add_pipe(factory, name=name, config=settings)
        # Both share the vocabulary of `nlp`, which takes longest to copy.
        pipe.from_bytes(trained[name].to_bytes(exclude=["vocab"]), exclude=["vocab"])
    return nlp


def _base(sections: dict[str, dict[str, Any]]) -> Language:
    """The model that components are taken from, with nothing else loaded."""
    kinds.register()
    sources = {s["source"] for s in sections.values() if "source" in s}
    if len(sources) != 1:
        raise ResourceError("models/pipeline.cfg must name one source model.")
    source = sources.pop()
    try:
        with quick_start():
            left_out = [*_MODEL_ONLY, _STRINGS]
            nlp = spacy.load(source, exclude=left_out, config={"nlp.tokenizer": _TOKENIZER})
    except OSError as error:
        raise ResourceError(f"The model {source} is not installed: pip install {source}") from error
    nlp.max_length = _LONGEST_TEXT
    nlp.meta["name"] = "hemicycle"
    return nlp


def component_names() -> list[str]:
    """Names of the components of ``models/pipeline.cfg``, in order."""
    return list(pipeline_config()["nlp"]["pipeline"])
